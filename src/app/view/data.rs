//! The data page: files, what their sheets were recognised as, and everything
//! found in them, grouped by kind.

mod findings;
mod persons;
mod preview;
mod sheet;
mod whose;

use serde::{Deserialize, Serialize};

pub use self::findings::{ProblemGroup, ProblemItem};
pub use self::preview::{PreviewCell, PreviewColumn, PreviewRow, PreviewView};
pub use self::sheet::{ColumnView, SheetView};

use super::{Press, Sentence, Tone, span};
use crate::app::act::{Act, Deed};
use crate::app::model::Model;
use crate::app::task::Asked;
use crate::basis::problem::{ProblemKind, Severity};
use crate::basis::text::Lang;
use crate::intake::{Encoding, Preview, Question};
use crate::report::template::KINDS;
use crate::word::reading::TableKind;
use crate::word::source::Source;

/// The file names of the examples offered.
pub const SAMPLES: &[&str] = &["县域数据.xlsx"];

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataView {
    /// The heading.
    pub title: String,
    /// What was understood, in a sentence or two.
    pub lead: Sentence,
    /// Leads to the results, where there are schools to have any.
    pub results: Option<Deed>,
    /// The blank tables offered.
    pub templates: Vec<Press>,
    /// Files in which something was found that can be marked.
    pub markable: Vec<String>,
    /// What is asked about files that wait to be opened.
    pub questions: Vec<QuestionView>,
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
    /// The number under which the shell keeps it, if it is a text, which can be
    /// read in another encoding.
    pub token: Option<u32>,
}

/// A question about a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// The number under which the shell keeps the file.
    pub token: u32,
    /// The file's name.
    pub name: String,
    /// What is asked.
    pub text: String,
    /// How it is answered.
    pub ask: Ask,
}

/// How a question is answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// With a password.
    Password {
        /// What to say about the one that was tried.
        refused: Option<String>,
    },
    /// With one of these encodings; the first is the likeliest.
    Encoding(Vec<EncodingView>),
}

/// An encoding to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingView {
    /// Which.
    pub encoding: Encoding,
    /// Its name.
    pub label: String,
    /// What it is usual for.
    pub about: String,
    /// The first rows, as they look in it.
    pub rows: Vec<Vec<String>>,
}

/// The page with nothing open.
pub fn start(lang: Lang) -> DataView {
    DataView {
        title: lang.start_title().to_owned(),
        lead: vec![span(lang.start_lead(), Tone::Plain)],
        results: None,
        templates: templates(lang),
        markable: vec![],
        questions: vec![],
        samples: SAMPLES.iter().map(|name| sample(name, lang)).collect(),
        files: vec![],
        sheets: vec![],
        problems: vec![],
    }
}

/// The page's view.
pub fn view(model: &Model) -> DataView {
    let (lang, sources) = (model.preferences.lang, &model.document.sources);
    let questions = model.asked.iter().map(|asked| question(asked, lang)).collect();
    if sources.is_empty() {
        return DataView { questions, ..start(lang) };
    }
    let file = |source: &Source| FileView {
        name: source.name.to_string(),
        size: size(source.size),
        token: model.texts.iter().find(|text| *text.name == *source.name).map(|text| text.token),
    };
    DataView {
        title: lang.data_title().to_owned(),
        lead: lead(model, lang),
        results: (!model.derived.dataset.schools.is_empty()).then(|| Act::Go(model.result_page()).into()),
        templates: templates(lang),
        markable: markable(model),
        questions,
        samples: vec![],
        files: sources.iter().map(file).collect(),
        sheets: sheet::sheets(model, lang),
        problems: findings::groups(model, lang),
    }
}

fn templates(lang: Lang) -> Vec<Press> {
    KINDS.iter().map(|kind| Press::of(kind.label(lang), Act::Template(*kind))).collect()
}

/// The files with tables in which something was found.
fn markable(model: &Model) -> Vec<String> {
    let found = |name: &str| model.derived.problems.iter().any(|problem| *problem.place.file == *name);
    let read = |name: &str| model.document.tables.iter().any(|table| *table.file == *name);
    let names = model.document.sources.iter().map(|source| &*source.name);
    names.filter(|name| found(name) && read(name)).map(str::to_owned).collect()
}

fn sample(name: &str, lang: Lang) -> SampleView {
    SampleView {
        name: name.to_owned(),
        title: lang.sample_county_title().to_owned(),
        about: lang.sample_county_about().to_owned(),
    }
}

fn question(asked: &Asked, lang: Lang) -> QuestionView {
    let (text, ask) = match &asked.question {
        Question::Password { wrong } => {
            let refused = wrong.then(|| lang.wrong_password().to_owned());
            (lang.asked_password(), Ask::Password { refused })
        }
        Question::Encoding(previews) => {
            (lang.asked_encoding(), Ask::Encoding(previews.iter().map(|preview| encoding(preview, lang)).collect()))
        }
    };
    QuestionView { token: asked.token, name: asked.name.clone(), text: text.to_owned(), ask }
}

fn encoding(preview: &Preview, lang: Lang) -> EncodingView {
    let about = match preview.encoding {
        Encoding::Gb18030 => lang.encoding_chinese(),
        Encoding::Big5 => lang.encoding_taiwan(),
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => lang.encoding_unicode(),
        Encoding::ShiftJis => lang.encoding_japanese(),
        Encoding::Windows1252 => lang.encoding_western(),
    };
    let label = preview.encoding.label().to_owned();
    EncodingView { encoding: preview.encoding, label, about: about.to_owned(), rows: preview.rows.clone() }
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
    if unfilled(model) {
        return vec![span(lang.template_unfilled(), Tone::Plain)];
    }
    let persons = persons::counted(&derived.dataset, lang);
    let unnamed = derived.problems.count(ProblemKind::NoSchoolColumn);
    if unnamed > 0 && unnamed == derived.readings.len() {
        return vec![span(lang.lacks_schools(), Tone::Bad)];
    }
    if derived.dataset.schools.is_empty() && persons.is_none() {
        return vec![span(lang.data_nothing(), Tone::Bad)];
    }
    let used = derived.readings.iter().filter(|reading| reading.kind != TableKind::Unknown).count();
    let mut lead = Vec::new();
    if !derived.dataset.schools.is_empty() {
        lead.push(span(lang.data_schools(derived.dataset.schools.len()), Tone::Strong));
        lead.extend(persons.is_some().then(|| span(lang.list_comma(), Tone::Plain)));
    }
    lead.extend(persons.map(|persons| span(persons, Tone::Strong)));
    lead.push(span(lang.data_sheets(derived.readings.len(), used), Tone::Plain));
    let (waiting, repairs) = (derived.decided.waiting(&derived.problems), derived.decided.repairs(&derived.problems));
    lead.push(match waiting {
        0 => span(lang.data_no_problems(), Tone::Plain),
        _ => span(lang.data_problems(waiting), Tone::Bad),
    });
    let repaired = if repairs > 0 { lang.data_repairs(repairs) } else { lang.full_stop().to_owned() };
    lead.push(span(repaired, Tone::Plain));
    lead
}

/// Whether every sheet is known, but none has a row yet: a blank template.
fn unfilled(model: &Model) -> bool {
    let derived = &model.derived;
    let known = derived.readings.iter().all(|reading| reading.kind != TableKind::Unknown);
    known
        && !derived.rows.is_empty()
        && derived.rows.iter().all(|rows| *rows == 0)
        && derived.problems.severe(Severity::Fault) == 0
}
