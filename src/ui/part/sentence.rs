//! Sentences and other toned words.

use yew::prelude::*;

use crate::app::view::{Span, Tone};

/// The class that draws a tone.
pub const fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Strong => "strong",
        Tone::Good => "good",
        Tone::Near => "near",
        Tone::Bad => "bad",
        Tone::Quiet => "quiet",
    }
}

/// The spans of a sentence, emphasis as `<strong>`.
pub fn sentence(spans: &[Span]) -> Html {
    spans
        .iter()
        .map(|span| match span.tone {
            Tone::Plain => html! { { span.text.clone() } },
            tone => html! { <strong class={tone_class(tone)}>{ span.text.clone() }</strong> },
        })
        .collect()
}

/// A short verdict in a rounded field: the words carry the meaning, the colour
/// repeats it.
pub fn pill(text: &str, tone: Tone) -> Html {
    html! { <span class={classes!("pill", tone_class(tone))}>{ text.to_owned() }</span> }
}
