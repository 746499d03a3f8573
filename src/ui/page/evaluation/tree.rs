//! The scheme side.

use yew::prelude::*;

use crate::app::event::Event;
use crate::app::typed::Typed;
use crate::app::view::evaluation::{AdjustmentRow, SchemeSide, Settings, TreeRow};
use crate::app::view::section::Field;
use crate::basis::text::Lang;
use crate::ui::part::click::{does, press};
use crate::ui::part::entry::entry;
use crate::ui::part::number::NumberLook;
use crate::ui::part::select::list;
use crate::ui::part::slider::Slider;
use crate::word::scheme::evaluation::WHOLE;

/// The tree with its weights, then the other decisions.
pub fn side(side: &SchemeSide, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    html! {
        <section class="scheme">
            <h2>{ side.title.clone() }</h2>
            <ul class="tree">{ for side.tree.iter().map(|row| node(row, lang, refused, send)) }</ul>
            <p class="sum">
                { lang.sum() }{ " " }<b class={if side.whole { "good" } else { "bad" }}>{ side.sum.clone() }</b>
                if let Some(reset) = &side.reset { { press(reset, send) } }
            </p>
            <div class="picks">{ for side.picks.iter().map(|pick| list(pick, false, send)) }</div>
            <h3>{ lang.adjustments() }</h3>
            { for side.adjustments.iter().map(|row| adjustment(row, lang, refused, send)) }
        </section>
    }
}

fn node(row: &TreeRow, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let fixed = row.least == row.most;
    let look = NumberLook { quiet: true, disabled: fixed, ..NumberLook::default() };
    html! {
        <li key={row.key.clone()} class={classes!("node", format!("level{}", row.depth.min(2)))}>
            <span class="name" title={row.effective.clone()}>{ row.name.clone() }</span>
            { slider(row, send) }
            { entry(&row.field, refused, look, send) }
            <button type="button" class="lock" aria-pressed={row.locked.to_string()}
                aria-label={row.lock.text.clone()} onclick={does(&row.lock.deed, send)}>{ padlock(row.locked) }</button>
            if let Some(settings) = &row.settings {
                { scoring(row, settings, lang, refused, send) }
            }
        </li>
    }
}

fn slider(row: &TreeRow, send: &Callback<Event>) -> Html {
    let of = row.field.entry.clone();
    let slide = send.reform(move |weight: u32| {
        let text = format!("{}.{:02}", weight / 100, weight % 100);
        Event::Slid(Typed { entry: of.clone(), text })
    });
    let settle = send.reform(|()| Event::Settle);
    // A weight that cannot move still shows how large it is.
    let fixed = row.least == row.most;
    let (least, most) = if fixed { (0, WHOLE) } else { (row.least, row.most) };
    html! {
        <Slider label={row.field.label.clone()} spoken={row.field.value.clone()} {least} {most} step=50
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
    let number = |field: &Field| entry(field, refused, NumberLook::default(), send);
    html! {
        <details class="scoring">
            <summary>{ settings.summary.clone() }<span class="unseen">{ format!(" · {}", lang.settings_of(&row.name)) }</span></summary>
            { for settings.picks.iter().map(|pick| list(pick, false, send)) }
            { for settings.numbers.iter().map(number) }
        </details>
    }
}

fn adjustment(row: &AdjustmentRow, lang: Lang, refused: &Option<Typed>, send: &Callback<Event>) -> Html {
    let field = |field: &Field| entry(field, refused, NumberLook { quiet: true, ..NumberLook::default() }, send);
    html! {
        <p class="adjustment">
            <span class="name">{ row.name.clone() }</span>
            <span class="quiet" aria-hidden="true">{ lang.per_unit() }</span>
            { field(&row.per_unit) }
            <span class="quiet" aria-hidden="true">{ lang.at_most() }</span>
            { field(&row.cap) }
        </p>
    }
}
