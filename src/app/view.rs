//! View-models: what a page shows, as plain values in one language. The yew
//! side only draws them.

use serde::Serialize;

pub mod balance;
pub mod bonus;
pub mod data;
pub mod evaluation;
pub mod frame;
pub mod report;

/// How a piece of text is meant. Drawn with a mark or weight as well as a
/// colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub enum Tone {
    /// Running text.
    #[default]
    Plain,
    /// Emphasised.
    Strong,
    /// Met, balanced.
    Good,
    /// Below, but within the tolerated distance.
    Near,
    /// Not met, needs attention.
    Bad,
    /// Secondary.
    Quiet,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Span {
    /// The words.
    pub text: String,
    /// How they are meant.
    pub tone: Tone,
}

/// A sentence made of spans.
pub type Sentence = Vec<Span>;

/// A span.
pub fn span(text: impl Into<String>, tone: Tone) -> Span {
    Span { text: text.into(), tone }
}
