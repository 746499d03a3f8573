//! The scheme side.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::{Entry, Typed};
use crate::app::view::evaluation::{AdjustmentRow, NumberInput, Pick, SchemeSide, Settings, TreeRow};
use crate::basis::text::Lang;
use crate::evaluation::EvaluationEdit;
use crate::ui::part::choice::Choice;
use crate::ui::part::click::picks;
use crate::ui::part::entry::entry_field;
use crate::ui::part::number::NumberLook;
use crate::ui::part::slider::Slider;
use crate::word::scheme::evaluation::{Path, WHOLE};

/// The tree with its weights, then the other decisions.
pub fn side(side: &SchemeSide, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let reset = send.reform(|_: MouseEvent| Event::Evaluation(EvaluationEdit::Reset));
    html! {
        <section class="scheme">
            <h2>{ side.title.clone() }</h2>
            <ul class="tree">{ for side.tree.iter().map(|row| node(row, lang, refused, send)) }</ul>
            <p class="sum">
                { lang.sum() }{ " " }<b class={if side.whole { "good" } else { "bad" }}>{ side.sum.clone() }</b>
                if side.changed {
                    <button type="button" class="plainbutton" onclick={reset}>{ lang.back_to_default() }</button>
                }
            </p>
            <div class="picks">{ for side.picks.iter().map(|list| pick(list, send)) }</div>
            <h3>{ lang.adjustments() }</h3>
            { for side.adjustments.iter().map(|row| adjustment(row, lang, refused, send)) }
        </section>
    }
}

fn node(row: &TreeRow, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let lock = {
        let (path, locked) = (row.path.clone(), !row.locked);
        send.reform(move |_: MouseEvent| Event::Evaluation(EvaluationEdit::SetLock { path: path.clone(), locked }))
    };
    let fixed = row.least == row.most;
    let look = NumberLook { quiet: true, disabled: fixed, ..NumberLook::default() };
    let key = row.path.iter().map(ToString::to_string).collect::<Vec<_>>().join(".");
    html! {
        <li {key} class={classes!("node", format!("level{}", row.depth.min(2)))}>
            <span class="name" title={row.effective.clone()}>{ row.name.clone() }</span>
            { slider(row, lang, send) }
            { entry_field(Entry::Weight(row.path.clone()), refused, lang.weight_of(&row.name), row.text.clone(), look, send) }
            <button type="button" class="lock" aria-pressed={row.locked.to_string()}
                aria-label={lang.lock_weight(&row.name)} onclick={lock}>{ padlock(row.locked) }</button>
            if let Some(settings) = &row.settings {
                { scoring(row, settings, lang, refused, send) }
            }
        </li>
    }
}

fn slider(row: &TreeRow, lang: Lang, send: &Callback<Event>) -> Html {
    let path: Path = row.path.clone();
    let slide = send.reform(move |weight| Event::Evaluation(EvaluationEdit::SetWeight { path: path.clone(), weight }));
    let settle = send.reform(|()| Event::Settle);
    // A weight that cannot move still shows how large it is.
    let fixed = row.least == row.most;
    let (least, most) = if fixed { (0, WHOLE) } else { (row.least, row.most) };
    html! {
        <Slider label={lang.weight_of(&row.name)} spoken={row.text.clone()} {least} {most} step=50
            value={row.weight} disabled={fixed} {slide} {settle} />
    }
}

fn padlock(locked: bool) -> Html {
    let shackle = if locked { "M3.8 6V4.2a2.7 2.7 0 0 1 5.4 0V6" } else { "M3.8 6V3.4a2.7 2.7 0 0 1 5.2-1" };
    html! {
        <svg width="13" height="14" viewBox="0 0 13 14" fill="none" stroke="currentColor" stroke-width="1.5" aria-hidden="true">
            <rect x="1.5" y="6" width="10" height="7" rx="1.5" fill={if locked { "currentColor" } else { "none" }} />
            <path d={shackle} />
        </svg>
    }
}

fn scoring(row: &TreeRow, settings: &Settings, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let number = |input: &NumberInput| {
        let entry = Entry::Parameter(row.path.clone(), input.parameter);
        entry_field(entry, refused, input.label.clone(), input.text.clone(), NumberLook::default(), send)
    };
    html! {
        <details class="scoring">
            <summary>{ settings.summary.clone() }<span class="unseen">{ format!(" · {}", lang.settings_of(&row.name)) }</span></summary>
            { for settings.picks.iter().map(|list| pick(list, send)) }
            { for settings.numbers.iter().map(number) }
        </details>
    }
}

fn pick(list: &Pick, send: &Callback<Event>) -> Html {
    let options: Vec<AttrValue> = list.options.iter().map(|option| option.label.clone().into()).collect();
    let choose = picks(list.options.iter().map(|option| Event::Evaluation(option.edit.clone())).collect(), send);
    Choice { label: list.label.clone().into(), options, chosen: list.chosen, pick: choose, ..Default::default() }.html()
}

fn adjustment(row: &AdjustmentRow, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let field = |entry: Entry, label: String, value: &String| {
        entry_field(entry, refused, label, value.clone(), NumberLook { quiet: true, ..NumberLook::default() }, send)
    };
    html! {
        <p class="adjustment">
            <span class="name">{ row.name.clone() }</span>
            <span class="quiet" aria-hidden="true">{ lang.per_unit() }</span>
            { field(Entry::PerUnit(row.index), lang.per_unit_of(&row.name), &row.per_unit) }
            <span class="quiet" aria-hidden="true">{ lang.at_most() }</span>
            { field(Entry::Cap(row.index), lang.cap_of(&row.name), &row.cap) }
        </p>
    }
}
