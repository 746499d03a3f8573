//! The data page: files, what their sheets were recognised as, and everything
//! found in them, grouped by kind.

mod persons;

use serde::{Deserialize, Serialize};

use super::{Sentence, Tone, span};
use crate::app::event::Fold;
use crate::app::model::Model;
use crate::app::task::Asked;
use crate::basis::format;
use crate::basis::place::column_letters;
use crate::basis::problem::{Problem, ProblemKind, Severity};
use crate::basis::text::Lang;
use crate::intake::{Encoding, Preview, Question};
use crate::word::field::Field;
use crate::word::reading::{Certainty, Choice, Column, Reading, TableKind};
use crate::word::source::Source;
use crate::word::table::Table;

/// The file names of the examples offered.
const SAMPLES: &[&str] = &["县域数据.xlsx"];

/// Problems listed of one kind before the rest is summed up.
const LISTED: usize = 200;

/// The page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DataView {
    /// The heading.
    pub title: String,
    /// What was understood, in a sentence or two.
    pub lead: Sentence,
    /// There are schools to see results of.
    pub usable: bool,
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

/// A sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
    /// Its index among all sheets.
    pub index: usize,
    /// File › sheet.
    pub name: String,
    /// What it was recognised as.
    pub kind: String,
    /// Whether anything is read from it.
    pub tone: Tone,
    /// What is in a sheet of pupils or teachers.
    pub about: Option<String>,
    /// Rows read.
    pub rows: String,
    /// Columns matched.
    pub matched: String,
    /// Its columns, when unfolded.
    pub columns: Option<Vec<ColumnView>>,
}

/// A column of a sheet, with what it can mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ColumnView {
    /// Its letters.
    pub letters: String,
    /// Its header.
    pub header: String,
    /// Its first values.
    pub sample: String,
    /// The labels of what it can mean; the first is "not read".
    pub options: Vec<String>,
    /// Which one it means.
    pub chosen: usize,
    /// How sure that is.
    pub certainty: String,
    /// Unsure ones stand out.
    pub tone: Tone,
    /// The choice that each option makes.
    pub choices: Vec<Choice>,
}

/// All problems of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemGroup {
    /// The kind.
    pub kind: ProblemKind,
    /// How much it matters, in a word.
    pub severity: String,
    /// The same as a tone.
    pub tone: Tone,
    /// What it is.
    pub title: String,
    /// How many.
    pub count: usize,
    /// What was expected there.
    pub expected: String,
    /// What to do.
    pub remedy: String,
    /// Each of them, when unfolded.
    pub items: Option<Vec<ProblemItem>>,
    /// How many more there are than are listed.
    pub more: usize,
}

/// One problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProblemItem {
    /// Where.
    pub place: String,
    /// What stood there.
    pub found: String,
    /// What was made of it, or what it is about.
    pub subject: String,
}

/// The page with nothing open.
pub fn start(lang: Lang) -> DataView {
    DataView {
        title: lang.start_title().to_owned(),
        lead: vec![span(lang.start_lead(), Tone::Plain)],
        usable: false,
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
        usable: !model.derived.dataset.schools.is_empty(),
        questions,
        samples: vec![],
        files: sources.iter().map(file).collect(),
        sheets: sheets(model, lang),
        problems: groups(model, lang),
    }
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
    let persons = persons::counted(&derived.dataset, lang);
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

fn sheets(model: &Model, lang: Lang) -> Vec<SheetView> {
    let derived = &model.derived;
    let tables = derived.tables.iter().zip(&derived.readings);
    tables
        .enumerate()
        .map(|(index, (table, reading))| {
            let matched = reading.columns.iter().filter(|column| column.field.is_some()).count();
            let rows = derived.rows.get(index).copied().unwrap_or(0);
            let unfolded = model.look.unfolded.contains(&Fold::Columns(index));
            SheetView {
                index,
                name: reading.place.to_string(),
                kind: reading.kind.label(lang).to_owned(),
                tone: if reading.kind == TableKind::Unknown { Tone::Bad } else { Tone::Plain },
                about: persons::about(&derived.dataset, &reading.place, lang),
                rows: lang.rows_read(&format::grouped(&rows.to_string())),
                matched: lang.columns_matched(matched, reading.columns.len()),
                columns: unfolded.then(|| columns(table, reading, lang)),
            }
        })
        .collect()
}

fn columns(table: &Table, reading: &Reading, lang: Lang) -> Vec<ColumnView> {
    reading.columns.iter().map(|column| column_view(table, reading, column, lang)).collect()
}

fn column_view(table: &Table, reading: &Reading, column: &Column, lang: Lang) -> ColumnView {
    let fields = meanings(column, reading.kind);
    let choice = |field: Option<Field>| Choice { place: reading.place.clone(), column: column.index, field };
    let labels = fields.iter().map(|field| field.label(lang).into_owned());
    let chosen = column.field.as_ref().and_then(|chosen| fields.iter().position(|field| field == chosen));
    ColumnView {
        letters: column_letters(column.index),
        header: column.header.to_string(),
        sample: first_values(table, reading, column.index),
        options: [lang.not_read().to_owned()].into_iter().chain(labels).collect(),
        chosen: chosen.map_or(0, |at| at + 1),
        certainty: column.certainty.label(lang).to_owned(),
        tone: if column.certainty == Certainty::Likely { Tone::Near } else { Tone::Quiet },
        choices: [None].into_iter().chain(fields.iter().cloned().map(Some)).map(choice).collect(),
    }
}

/// What a column can mean: every known field, or an indicator or a subject of
/// its own.
fn meanings(column: &Column, kind: TableKind) -> Vec<Field> {
    let own = if kind == TableKind::Marks { Field::Mark } else { Field::Other }(column.header.clone());
    let mut all = Field::all();
    if let Some(field) = &column.field
        && !all.contains(field)
        && *field != own
    {
        all.push(field.clone());
    }
    all.push(own);
    all
}

/// The first three values below the header, as they stand.
fn first_values(table: &Table, reading: &Reading, column: u32) -> String {
    let cells = (reading.body.0..reading.body.1).map(|row| table.cell(row, column));
    let texts: Vec<String> =
        cells.filter(|cell| !cell.is_blank()).take(3).map(|cell| cell.text().into_owned()).collect();
    texts.join(" · ")
}

fn groups(model: &Model, lang: Lang) -> Vec<ProblemGroup> {
    let mut kinds: Vec<ProblemKind> = ProblemKind::ALL.to_vec();
    kinds.sort_by_key(|kind| kind.severity());
    let of_kind = |kind: ProblemKind| model.derived.problems.iter().filter(move |problem| problem.kind == kind);
    kinds
        .into_iter()
        .filter_map(|kind| {
            let count = model.derived.problems.count(kind);
            let unfolded = model.look.unfolded.contains(&Fold::Problems(kind));
            (count > 0).then(|| ProblemGroup {
                kind,
                severity: kind.severity().label(lang).to_owned(),
                tone: severity_tone(kind.severity()),
                title: lang.problem_title(kind).to_owned(),
                count,
                expected: lang.problem_expected(kind).to_owned(),
                remedy: lang.problem_remedy(kind).to_owned(),
                items: unfolded.then(|| of_kind(kind).take(LISTED).map(item).collect()),
                more: if unfolded { count.saturating_sub(LISTED) } else { 0 },
            })
        })
        .collect()
}

fn item(problem: &Problem) -> ProblemItem {
    ProblemItem { place: problem.place.to_string(), found: problem.found.clone(), subject: problem.subject.clone() }
}

const fn severity_tone(severity: Severity) -> Tone {
    match severity {
        Severity::Fault => Tone::Bad,
        Severity::Doubt => Tone::Near,
        Severity::Repair => Tone::Good,
        Severity::Note => Tone::Quiet,
    }
}
