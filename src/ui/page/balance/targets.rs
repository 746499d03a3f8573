//! Compliance targets: limits and values in place, verdicts that can be asked
//! about, and a form for one's own.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::balance::targets::{GroupView, Input, LimitView, More, SchoolRow, TargetRow, TargetsView};
use crate::app::view::section::Toggle;
use crate::app::view::{Press, Tone};
use crate::basis::text::Lang;
use crate::ui::part::click::{self, does};
use crate::ui::part::entry::{entry, is_refused};
use crate::ui::part::figure::figure;
use crate::ui::part::number::NumberLook;
use crate::ui::part::pager::Pager;
use crate::ui::part::select::{list, toggle};
use crate::ui::part::sentence::pill;

/// The targets by group, and what chooses them.
pub fn targets(view: &TargetsView, refused: &Option<Typed>, lang: Lang, send: &Callback<Event>) -> Html {
    let draw = Draw { heads: &view.heads, refused, lang, send };
    html! {
        <div class="targets">
            { for view.groups.iter().map(|group| draw.group(group)) }
            if let Some(none) = &view.none { <p>{ none.clone() }</p> }
            { draw.press(&view.add) }
            { draw.choices(&view.sets_title, "", &view.sets) }
            if !view.relaxations.is_empty() {
                { draw.choices(&view.relaxations_title, &view.relaxations_hint, &view.relaxations) }
            }
        </div>
    }
}

/// What every piece is drawn with.
struct Draw<'a> {
    heads: &'a [String; 5],
    refused: &'a Option<Typed>,
    lang: Lang,
    send: &'a Callback<Event>,
}

impl Draw<'_> {
    fn group(&self, group: &GroupView) -> Html {
        let [name, limit, value, state, more] = self.heads;
        html! {
            <section>
                <h2>{ group.title.clone() }<small>{ group.summary.clone() }</small></h2>
                <div class="frame">
                    <table>
                        <caption class="unseen">{ group.title.clone() }</caption>
                        <thead><tr>
                            <th scope="col" class="words stay">{ name.clone() }</th>
                            <th scope="col" class="words">{ limit.clone() }</th>
                            <th scope="col" class="words">{ value.clone() }</th>
                            <th scope="col" class="words">{ state.clone() }</th>
                            <th scope="col"><span class="unseen">{ more.clone() }</span></th>
                        </tr></thead>
                        <tbody>{ for group.rows.iter().map(|row| self.row(row)) }</tbody>
                    </table>
                </div>
                if let Some(even) = &group.even { { self.press(even) } }
            </section>
        }
    }

    fn row(&self, row: &TargetRow) -> Html {
        html! {
            <>
                <tr key={row.key.clone()}>
                    <th scope="row" class="words stay">
                        if !row.code.is_empty() { <span class="code">{ row.code.clone() }</span> }
                        { row.name.clone() }
                        if !row.detail.is_empty() { <small>{ row.detail.clone() }</small> }
                    </th>
                    <td class="words">{ self.limit(&row.limit) }</td>
                    <td class="words">
                        <div class="given">{ self.inputs(&row.inputs, &row.years) }</div>
                        if !row.points.is_empty() {
                            <div class="given points">{ for row.points.iter().map(|input| self.input(input, false)) }</div>
                        }
                        if !row.found.is_empty() { <small>{ row.found.clone() }</small> }
                    </td>
                    <td class="words">
                        { figure(&row.state, classes!("pill"), self.send) }
                        { for row.remarks.iter().map(|remark| html! { <small>{ remark.clone() }</small> }) }
                    </td>
                    <td>{ self.unfold(&row.unfold, row.open) }</td>
                </tr>
                if let Some(more) = &row.more {
                    <tr key={format!("{} more", row.key)} class="more"><td class="words" colspan="5">{ self.more(more) }</td></tr>
                }
            </>
        }
    }

    fn limit(&self, limit: &LimitView) -> Html {
        html! {
            <>
                <span class="limit">
                    { limit.sign.clone() }{ limit.text.clone() }
                    if let Some(input) = &limit.input { { self.input(input, true) } }
                    { limit.unit.clone() }
                </span>
                if let Some((text, press)) = &limit.departs {
                    <small class={classes!((limit.tone == Tone::Near).then_some("near"))}>{ text.clone() }{ self.press(press) }</small>
                }
                if !limit.unsure.is_empty() { <small>{ limit.unsure.clone() }</small> }
            </>
        }
    }

    /// Fields that say for the eye what year they are of, where they are of years:
    /// their own labels say it to others.
    fn inputs(&self, inputs: &[Input], years: &[String]) -> Html {
        let dated = |(place, input): (usize, &Input)| match years.get(place) {
            Some(year) => html! {
                <span class="dated"><span aria-hidden="true">{ year.clone() }</span>{ self.input(input, true) }</span>
            },
            None => self.input(input, true),
        };
        inputs.iter().enumerate().map(dated).collect()
    }

    /// A field or a list; `quiet`: its label is for screen readers only.
    fn input(&self, input: &Input, quiet: bool) -> Html {
        match input {
            Input::Text(field) => {
                let class = classes!(field.wide.then_some("wide"));
                let look = NumberLook { quiet, class, ..NumberLook::default() };
                html! {
                    <>
                        { entry(field, self.refused, look, self.send) }
                        if is_refused(field, self.refused) {
                            <small class="refused" role="status">{ field.invalid.clone() }</small>
                        }
                    </>
                }
            }
            Input::Pick(options) => list(options, quiet, self.send),
        }
    }

    fn unfold(&self, press: &Press, open: bool) -> Html {
        html! {
            <button type="button" class="plainbutton" aria-expanded={open.to_string()} aria-label={press.label.clone()}
                onclick={does(&press.deed, self.send)}>{ press.text.clone() }</button>
        }
    }

    fn press(&self, press: &Press) -> Html {
        click::press(press, self.send)
    }

    fn choices(&self, title: &str, hint: &str, toggles: &[Toggle]) -> Html {
        html! {
            <section class="choices">
                <h2>{ title.to_owned() }</h2>
                if !hint.is_empty() { <p class="hint">{ hint.to_owned() }</p> }
                { for toggles.iter().map(|part| toggle(part, self.send)) }
            </section>
        }
    }

    fn more(&self, more: &More) -> Html {
        html! {
            <>
                { for more.notes.iter().map(|note| html! { <p>{ note.clone() }</p> }) }
                if !more.form.is_empty() {
                    <div class="form">{ for more.form.iter().map(|input| self.input(input, false)) }</div>
                }
                <div class="deeds">
                    { toggle(&more.idle, self.send) }
                    { for more.presses.iter().map(|press| self.press(press)) }
                </div>
                if !more.schools.is_empty() {
                    <h3>{ more.schools_title.clone() }</h3>
                    if let Some(view) = &more.pager {
                        <Pager view={view.clone()} lang={self.lang} send={self.send.clone()} />
                    }
                    <ul class="schools">{ for more.schools.iter().map(|school| self.school(school)) }</ul>
                }
            </>
        }
    }

    fn school(&self, school: &SchoolRow) -> Html {
        let verdict = format!("{} {}", school.mark, school.text);
        html! {
            <li key={school.name.clone()}>
                <b>{ school.name.clone() }</b>
                { self.inputs(&school.inputs, &school.years) }
                <span>{ school.found.clone() }</span>
                { pill(&verdict, school.tone) }
            </li>
        }
    }
}
