//! Blank tables to be filled in: their headers are spelled as the dictionary
//! that reads them spells them first, so a filled table asks nothing.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::grid::{Cell, Check, Content, Note, Sheet, Style, Takes};
use super::{Report, ReportFault, program, xlsx};
use crate::basis::json;
use crate::basis::text::Lang;
use crate::intake;
use crate::word::field::{Field, Quantity};
use crate::word::reading::TableKind;

/// A column of a template, and its cell in the example row.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct Column {
    /// What it means.
    pub field: Field,
    /// The example in Chinese, or in both languages.
    #[serde(default)]
    zh: Example,
    /// The example in English where it differs.
    #[serde(default)]
    en: Example,
}

#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(from = "Value")]
enum Example {
    Number(f64),
    Text(String),
    #[default]
    None,
}

impl From<Value> for Example {
    fn from(value: Value) -> Self {
        match value {
            Value::Number(number) => number.as_f64().map_or(Self::None, Self::Number),
            Value::String(text) => Self::Text(text),
            _ => Self::None,
        }
    }
}

/// All templates, as they are written.
#[derive(Default, Deserialize)]
#[serde(rename_all = "PascalCase", deny_unknown_fields)]
struct Source {
    indicators: Vec<Column>,
    conditions: Vec<Column>,
    classes: Vec<Column>,
    marks: Vec<Column>,
    teachers: Vec<Column>,
    bonus: Vec<Column>,
}

/// The kinds of table that there are templates for.
pub const KINDS: [TableKind; 6] = [
    TableKind::Indicators,
    TableKind::Conditions,
    TableKind::Classes,
    TableKind::Marks,
    TableKind::Teachers,
    TableKind::Bonus,
];

/// A template as it is handed over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// The file's name.
    pub name: String,
    /// The workbook.
    pub bytes: Vec<u8>,
}

/// The columns of a kind's template; none where there is no template.
pub fn columns(kind: TableKind) -> Vec<Column> {
    // Its file is part of the program; a test holds that it reads.
    let source = json::read::<Source>(include_str!("template.json")).unwrap_or_default();
    match kind {
        TableKind::Indicators => source.indicators,
        TableKind::Conditions => source.conditions,
        TableKind::Classes => source.classes,
        TableKind::Marks => source.marks,
        TableKind::Teachers => source.teachers,
        TableKind::Bonus => source.bonus,
        TableKind::Unknown => Vec::new(),
    }
}

/// The template of a kind, made at a time (ISO 8601).
///
/// # Errors
/// [`ReportFault`] when the time is no time.
pub fn template(kind: TableKind, lang: Lang, now: &str) -> Result<Template, ReportFault> {
    let columns = columns(kind);
    let report = Report {
        title: kind.label(lang).to_owned(),
        program: program(lang),
        created: now.to_owned(),
        sheets: vec![table(kind, &columns, lang), guide(kind, &columns, lang)],
    };
    Ok(Template { name: format!("{}.xlsx", lang.template_file(kind.label(lang))), bytes: xlsx(&report)? })
}

fn table(kind: TableKind, columns: &[Column], lang: Lang) -> Sheet {
    let mut sheet = Sheet { name: kind.label(lang).to_owned(), ..Sheet::default() };
    sheet.headers(columns.iter().map(|column| header(column, lang)));
    sheet.push(columns.iter().map(|column| example(column, lang)).collect());
    for (at, column) in (0_u32..).zip(columns) {
        let text = belongs(column, lang);
        sheet.checks.extend(takes(column, lang).map(|takes| Check {
            row: 1,
            column: at,
            takes,
            message: text.clone(),
        }));
        sheet.notes.push(Note { row: 0, column: at, text });
        if is_code(&column.field) {
            sheet.codes.push(at as usize);
        }
    }
    let name = columns.iter().position(|column| matches!(column.field, Field::SchoolName | Field::PersonName));
    sheet.frozen_columns = name.and_then(|at| u16::try_from(at + 1).ok()).unwrap_or(0);
    sheet
}

/// The second sheet. Reading knows it by its title and passes over it.
fn guide(kind: TableKind, columns: &[Column], lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(lang.template_guide(), lang.template_guide_title(kind.label(lang)));
    sheet.line(lang.template_guide_rows());
    sheet.line(lang.template_guide_blank());
    if kind == TableKind::Marks {
        sheet.line(lang.template_guide_marks());
    }
    if kind == TableKind::Classes {
        sheet.line(lang.template_guide_classes());
    }
    sheet.line(lang.template_guide_notes());
    sheet.line(lang.template_guide_drop());
    sheet.push(Vec::new());
    sheet.headers([lang.template_column(), lang.template_belongs()]);
    for column in columns {
        let cells = [header(column, lang), belongs(column, lang)];
        sheet.push(cells.map(|text| Cell::text(text).styled(Style::Prose)).into());
    }
    sheet
}

/// A column's header, with the unit that its numbers are in.
fn header(column: &Column, lang: Lang) -> String {
    let name = intake::spelling(&column.field, lang).unwrap_or_else(|| column.field.label(lang).into_owned());
    let unit = match (column.field.quantity(), lang) {
        (Quantity::Area, Lang::Zh) => "(㎡)",
        (Quantity::Area, Lang::En) => " (m²)",
        (Quantity::Money, Lang::Zh) => "(万元)",
        (Quantity::Money, Lang::En) => " (10k yuan)",
        (Quantity::Rate, Lang::Zh) => "(%)",
        (Quantity::Rate, Lang::En) => " (%)",
        _ => "",
    };
    name + unit
}

fn example(column: &Column, lang: Lang) -> Cell {
    let shown = if lang == Lang::En && column.en != Example::None { &column.en } else { &column.zh };
    let style = if is_code(&column.field) { Style::Code } else { Style::Body };
    match shown {
        Example::Number(number) => Cell { content: Content::Plain(*number), style },
        Example::Text(text) => Cell::text(text).styled(style),
        Example::None => Cell::default(),
    }
}

/// What belongs in a column, in a sentence or two.
fn belongs(column: &Column, lang: Lang) -> String {
    if let Some(Takes::OneOf(texts)) = takes(column, lang) {
        return lang.template_one_of(&texts.join(lang.list_comma()));
    }
    let field = &column.field;
    let text = match field.quantity() {
        _ if matches!(field, Field::Mark(_) | Field::TotalMark | Field::RawMark) => lang.template_mark(),
        _ if *field == Field::Year => lang.template_year(),
        Quantity::Label if is_code(field) => lang.template_code(),
        Quantity::Label | Quantity::YesNo => lang.template_label(),
        Quantity::Count => lang.template_count(),
        Quantity::Area => lang.template_area(),
        Quantity::Money => lang.template_money(),
        Quantity::Rate => lang.template_rate(),
        Quantity::Number => lang.template_number(),
    };
    text.to_owned()
}

fn takes(column: &Column, lang: Lang) -> Option<Takes> {
    let field = &column.field;
    let one_of = |zh: &[&str], en: &[&str]| {
        let texts = if lang == Lang::Zh { zh } else { en };
        Some(Takes::OneOf(texts.iter().map(|text| (*text).to_owned()).collect()))
    };
    match field {
        Field::SchoolKind => Some(Takes::OneOf(intake::kinds(lang))),
        Field::Location => one_of(&["城区", "镇区", "乡村"], &["Urban", "Town", "Rural"]),
        Field::Sponsor => one_of(&["公办", "民办"], &["Public", "Private"]),
        Field::ClassStage => one_of(&["小学", "初中", "高中"], &["Primary", "Junior", "Senior"]),
        Field::Sex => one_of(&["男", "女"], &["M", "F"]),
        Field::Year => Some(Takes::Whole),
        Field::Mark(_) | Field::TotalMark | Field::RawMark => Some(Takes::NumberOrText),
        field => match field.quantity() {
            Quantity::YesNo => one_of(&["是", "否"], &["Yes", "No"]),
            Quantity::Count => Some(Takes::Whole),
            Quantity::Area | Quantity::Money | Quantity::Number => Some(Takes::Number(None)),
            Quantity::Rate => Some(Takes::Number(Some(100))),
            Quantity::Label => None,
        },
    }
}

/// Whether a column holds codes, which are no numbers.
fn is_code(field: &Field) -> bool {
    use Field::*;
    matches!(field, SchoolCode | PupilNumber | RegisterNumber | IdentityNumber | StaffNumber | BankCard | Class)
}
