//! View-models: what a page shows, as plain values in one language. The yew
//! side only draws them.

use serde::{Deserialize, Serialize};

use self::balance::Part;
use super::act::Deed;
use super::model::Model;
use super::sight::Fold;
use super::why::Subject;
use crate::word::reading::TableKind;

pub mod balance;
pub mod bonus;
pub mod chart;
pub mod data;
pub mod evaluation;
pub mod figure;
pub mod frame;
pub mod pager;
pub mod report;
pub mod section;

/// The evaluation page of a model.
pub fn evaluation_page(model: &Model) -> evaluation::EvaluationView {
    let (derived, look) = (&model.derived, &model.look);
    let look = evaluation::EvaluationLook {
        group: look.group.as_deref(),
        sort: look.evaluation_sort,
        before: &derived.ranks_before,
        windows: &look.windows,
        explained: match &look.explained {
            Some(Subject::Evaluation(subject)) => Some(subject),
            _ => None,
        },
    };
    let scheme = &model.document.scheme.evaluation;
    evaluation::view(&derived.dataset, scheme, &derived.evaluation, &look, model.preferences.lang)
}

/// The title above the first table of conditions; empty: there is none, or nobody
/// asks.
fn heading(model: &Model) -> String {
    if !model.look.unfolded.contains(&Fold::Matrix) {
        return String::new();
    }
    // What forms have above their titles, or between them and their heads.
    const BESIDE: [&str; 6] = ["附件", "附表", "单位", "填报", "填表", "制表"];
    let mut conditions = model.derived.readings.iter().filter(|reading| reading.kind == TableKind::Conditions);
    let above = conditions.find_map(|reading| {
        let table = model.document.tables.iter().find(|table| table.place() == reading.place)?;
        let mut texts =
            (0..reading.header.0).flat_map(|row| table.row(row).iter()).map(|cell| cell.text().trim().to_owned());
        texts.find(|text| !text.is_empty() && !BESIDE.iter().any(|word| text.starts_with(word)))
    });
    above.unwrap_or_default()
}

/// The balance page of a model.
pub fn balance_page(model: &Model) -> balance::BalanceView {
    let look = &model.look;
    let county = heading(model);
    let look = balance::BalanceLook {
        county: &county,
        part: look.balance_part,
        plan: &model.document.scheme.plan,
        stage: look.stage,
        sort: look.balance_sort,
        windows: &look.windows,
        checks: look.unfolded.contains(&Fold::Checks),
        matrix: look.unfolded.contains(&Fold::Matrix),
        history: look.unfolded.contains(&Fold::History),
        explained: match look.explained {
            Some(Subject::Balance(subject)) => Some(subject),
            _ => None,
        },
    };
    let (data, assessed, lang) = (&model.derived.dataset, &model.derived.balance, model.preferences.lang);
    let mut page = balance::view(data, assessed, &look, lang);
    if look.part == Part::Indices {
        let look = balance::IndicesLook {
            stage: look.stage,
            choice: &model.look.indices,
            windows: look.windows,
            explained: match &model.look.explained {
                Some(Subject::Indices(question)) => Some(question),
                _ => None,
            },
            achievement: model.look.unfolded.contains(&Fold::Achievement),
            achieved: match model.look.explained {
                Some(Subject::Achievement(question)) => Some(question),
                _ => None,
            },
        };
        balance::join_indices(&mut page, data, assessed, &look, lang);
    }
    if !assessed.is_empty() {
        balance::targets::join(&mut page, model);
    }
    page
}

/// The bonus page of a model.
pub fn bonus_page(model: &Model) -> bonus::BonusView {
    let look = &model.look;
    let look = bonus::BonusLook {
        sort: look.bonus_sort,
        windows: &look.windows,
        explained: match look.explained {
            Some(Subject::Bonus(subject)) => Some(subject),
            _ => None,
        },
    };
    bonus::view(&model.derived.bonus, &look, model.preferences.lang)
}

/// How a piece of text is meant. Drawn with a mark or weight as well as a
/// colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

/// Something to press.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Press {
    /// Its words.
    pub text: String,
    /// What it is for those who do not see where it stands; empty: its words.
    pub label: String,
    /// What it does.
    pub deed: Deed,
}

impl Press {
    /// A button that is called by its words.
    pub fn of(text: &str, deed: impl Into<Deed>) -> Self {
        Self { text: text.to_owned(), label: String::new(), deed: deed.into() }
    }
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
