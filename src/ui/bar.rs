//! The bar above every page.

use yew::prelude::*;

use super::part::choice::Choice;
use crate::app::event::Event;
use crate::app::model::{Preferences, Theme};
use crate::app::view::frame::{FrameView, theme_label};
use crate::basis::text::Lang;

/// Brand, project, undo, language, theme, save and export.
pub fn bar(view: &FrameView, preferences: Preferences, send: &Callback<Event>) -> Html {
    let lang = preferences.lang;
    let on = |event: Event| send.reform(move |_: MouseEvent| event.clone());
    let other = if lang == Lang::Zh { Lang::En } else { Lang::Zh };
    let themes: Vec<AttrValue> = Theme::ALL.iter().map(|&theme| theme_label(theme, lang).into()).collect();
    let chosen = Theme::ALL.iter().position(|&theme| theme == preferences.theme).unwrap_or(0);
    let pick = send.reform(|index: usize| Event::SetTheme(Theme::ALL.get(index).copied().unwrap_or_default()));
    let open = view.project.is_some();
    html! {
        <header class="bar">
            <span class="brand">{ logo() }{ lang.product() }</span>
            if let Some(project) = &view.project {
                <span class="project"><b>{ project.clone() }</b>{ format!(" {}", view.kept) }</span>
            }
            <span class="space"></span>
            <button type="button" class="plainbutton" disabled={!view.steps.0} onclick={on(Event::Undo)}>{ "↶ " }{ lang.undo() }</button>
            <button type="button" class="plainbutton" disabled={!view.steps.1} onclick={on(Event::Redo)}>{ "↷ " }{ lang.redo() }</button>
            <span class="seal" title={lang.local_proof()}>{ lang.local_only() }</span>
            <button type="button" class="plainbutton" lang={other.tag()} onclick={on(Event::SetLang(other))}>
                { if other == Lang::En { "English" } else { "中文" } }
            </button>
            { Choice { label: lang.theme().into(), quiet: true, options: themes, chosen, pick, ..Default::default() }.html() }
            <button type="button" class="button ghost" disabled={!open} onclick={on(Event::Save)}>{ lang.save_project() }</button>
            <button type="button" class="button" disabled={!open} onclick={on(Event::Export)}>{ lang.export() }</button>
        </header>
    }
}

fn logo() -> Html {
    html! {
        <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">
            <rect x="1.5" y="3" width="19" height="16" rx="2.5" />
            <path d="M1.5 8.5h19M6.5 3v16M11 3v16M15.5 3v16" />
            <g fill="currentColor" stroke="none">
                <circle cx="6.5" cy="6" r="1.6" /><circle cx="11" cy="11.5" r="1.6" /><circle cx="15.5" cy="15" r="1.6" /><circle cx="6.5" cy="14" r="1.6" />
            </g>
        </svg>
    }
}
