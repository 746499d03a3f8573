//! Language and theme: kept on this computer and set on the document.

use gloo::utils::{document, window};

use crate::app::model::{Preferences, Theme};
use crate::basis::text::Lang;

/// The key in local storage. Local files share one storage, so it is prefixed.
const KEY: &str = "suanpan.preferences";

/// The preferences of last time; at first, the browser's language.
pub fn recall() -> Preferences {
    let kept = window().local_storage().ok().flatten().and_then(|storage| storage.get_item(KEY).ok().flatten());
    kept.and_then(|text| Preferences::from_text(&text)).unwrap_or_else(|| {
        let chinese = window().navigator().language().is_none_or(|tag| tag.starts_with("zh"));
        Preferences { lang: if chinese { Lang::Zh } else { Lang::En }, ..Preferences::default() }
    })
}

/// Keeps the preferences. Where storage is refused they last for the visit.
pub fn keep(preferences: Preferences) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(KEY, &preferences.to_text());
    }
}

/// Forgets the preferences.
pub fn forget() {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(KEY);
    }
}

/// Sets the document's language, title and theme.
pub fn apply(preferences: Preferences) {
    document().set_title(&format!("{} Suanpan", preferences.lang.product()));
    if let Some(root) = document().document_element() {
        // An attribute of a fixed name is never refused.
        let _ = root.set_attribute("lang", preferences.lang.tag());
        let _ = root.set_attribute("data-theme", resolved(preferences.theme).slug());
    }
}

fn resolved(theme: Theme) -> Theme {
    let prefers = |query: &str| window().match_media(query).ok().flatten().is_some_and(|media| media.matches());
    match theme {
        Theme::System if prefers("(prefers-contrast: more)") => Theme::Contrast,
        Theme::System if prefers("(prefers-color-scheme: dark)") => Theme::Dark,
        Theme::System => Theme::Light,
        chosen => chosen,
    }
}
