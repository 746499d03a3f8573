//! The data page: files, what their sheets were recognised as, and everything
//! found in them, grouped by kind.

mod findings;
mod preview;
mod sheet;

use serde::{Deserialize, Serialize};

pub use self::findings::{Action, ProblemGroup, ProblemItem};
pub use self::preview::{PreviewCell, PreviewColumn, PreviewRow, PreviewView};
pub use self::sheet::{ColumnView, Options, SheetView};

use super::{Sentence, Tone, span};
use crate::app::model::Model;
use crate::basis::problem::Severity;
use crate::basis::text::Lang;
use crate::word::reading::TableKind;
use crate::word::source::Source;

/// The file names of the examples offered.
const SAMPLES: &[&str] = &["县域数据.xlsx"];

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataView {
    /// The heading.
    pub title: String,
    /// What was understood, in a sentence or two.
    pub lead: Sentence,
    /// There are schools to see results of.
    pub usable: bool,
    /// The examples.
    pub samples: Vec<SampleView>,
    /// The opened files.
    pub files: Vec<FileView>,
    /// Their sheets.
    pub sheets: Vec<SheetView>,
    /// What was found, worst first.
    pub problems: Vec<ProblemGroup>,
}

/// An example to open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SampleView {
    /// Its file name, which opens it.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What is in it.
    pub about: String,
}

/// An opened file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileView {
    /// Its name.
    pub name: String,
    /// Its size.
    pub size: String,
}

/// The page with nothing open.
pub fn start(lang: Lang) -> DataView {
    DataView {
        title: lang.start_title().to_owned(),
        lead: vec![span(lang.start_lead(), Tone::Plain)],
        usable: false,
        samples: SAMPLES.iter().map(|name| sample(name, lang)).collect(),
        files: vec![],
        sheets: vec![],
        problems: vec![],
    }
}

/// The page's view.
pub fn view(model: &Model) -> DataView {
    let (lang, sources) = (model.preferences.lang, &model.document.sources);
    if sources.is_empty() {
        return start(lang);
    }
    let file = |source: &Source| FileView { name: source.name.to_string(), size: size(source.size) };
    DataView {
        title: lang.data_title().to_owned(),
        lead: lead(model, lang),
        usable: !model.derived.dataset.schools.is_empty(),
        samples: vec![],
        files: sources.iter().map(file).collect(),
        sheets: sheet::sheets(model, lang),
        problems: findings::groups(model, lang),
    }
}

fn sample(name: &str, lang: Lang) -> SampleView {
    SampleView {
        name: name.to_owned(),
        title: lang.sample_county_title().to_owned(),
        about: lang.sample_county_about().to_owned(),
    }
}

/// A file's size in KB or MB.
fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} KB", bytes.div_ceil(1_000))
    } else {
        format!("{} MB", bytes.div_ceil(1_000_000))
    }
}

fn lead(model: &Model, lang: Lang) -> Sentence {
    let derived = &model.derived;
    if derived.dataset.schools.is_empty() {
        return vec![span(lang.data_nothing(), Tone::Bad)];
    }
    let used = derived.readings.iter().filter(|reading| reading.kind != TableKind::Unknown).count();
    let mut lead = vec![
        span(lang.data_schools(derived.dataset.schools.len()), Tone::Strong),
        span(lang.data_sheets(derived.readings.len(), used), Tone::Plain),
    ];
    let count = |severity| derived.problems.severe(severity);
    let (faults, doubts, repairs) = (count(Severity::Fault), count(Severity::Doubt), count(Severity::Repair));
    if faults + doubts == 0 {
        lead.push(span(lang.data_no_problems(repairs), Tone::Plain));
    } else {
        lead.push(span(lang.data_problems(faults + doubts), Tone::Bad));
        lead.push(span(lang.data_repairs(repairs), Tone::Plain));
    }
    lead
}
