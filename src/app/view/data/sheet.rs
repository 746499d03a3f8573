//! What each sheet was recognised as, with what speaks for it.

use serde::{Deserialize, Serialize};

use super::persons;
use super::preview::{self, PreviewView};
use crate::app::act::{Act, Deed};
use crate::app::model::Model;
use crate::app::sight::{Fold, Sight};
use crate::app::view::Tone;
use crate::app::view::section::Select;
use crate::basis::format;
use crate::basis::order;
use crate::basis::place::column_letters;
use crate::basis::text::Lang;
use crate::intake;
use crate::word::correction::SheetChoice;
use crate::word::field::{Field, FieldGroup, Quantity};
use crate::word::reading::{Certainty, Choice, Column, Form, Reading, TableKind};
use crate::word::table::{Cell, Table};
use crate::word::unit::Unit;

/// A sheet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SheetView {
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
    /// What speaks for it: headers, and how sure they are; or what it lacks, and
    /// where to say it.
    pub evidence: String,
    /// Unfolds it, or folds it.
    pub unfold: Deed,
    /// Its columns, when unfolded.
    pub columns: Option<Vec<ColumnView>>,
    /// What the person can decide on the whole sheet, when unfolded.
    pub decisions: Vec<Select>,
    /// A part of it, when unfolded.
    pub preview: Option<PreviewView>,
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
    /// What it can mean; the first is "not read", and before the groups comes what
    /// only this file has.
    pub meaning: Select,
    /// How sure that is.
    pub certainty: String,
    /// Unsure ones stand out.
    pub tone: Tone,
    /// Its unit, where there is a choice.
    pub unit: Option<Select>,
}

/// The sheets, in their order.
pub(super) fn sheets(model: &Model, lang: Lang) -> Vec<SheetView> {
    let derived = &model.derived;
    let tables = derived.tables.iter().zip(&derived.readings);
    tables
        .enumerate()
        .map(|(index, (table, reading))| {
            let all = || reading.columns.iter().chain(&reading.items);
            let own = all().filter(|column| is_own(column)).count();
            let read = all().filter(|column| column.field.is_some() || is_unit(reading, column)).count();
            let rows = derived.rows.get(index).copied().unwrap_or(0);
            let is = |kind| reading.kind == kind;
            let unfolded = model.look.unfolded.contains(&Fold::Columns(index));
            SheetView {
                unfold: Sight::Fold(Fold::Columns(index)).into(),
                name: reading.place.to_string(),
                kind: reading.kind.label(lang).to_owned(),
                tone: match () {
                    () if is(TableKind::Unknown) && intake::is_prose(table) => Tone::Quiet,
                    () if is(TableKind::Unknown) => Tone::Bad,
                    () => Tone::Plain,
                },
                about: persons::about(&derived.dataset, &reading.place, lang),
                rows: lang.rows_read(&format::grouped(&rows.to_string())),
                matched: matched(all().count(), read.saturating_sub(own), own, lang),
                evidence: match lacking(model, table, reading, lang) {
                    Some(lacking) => lacking.to_owned(),
                    None => evidence(reading, lang),
                },
                columns: unfolded.then(|| columns(model, table, reading, lang)),
                decisions: if unfolded { decisions(model, reading, lang) } else { vec![] },
                preview: unfolded.then(|| preview::view(model, index, table, reading)),
            }
        })
        .collect()
}

/// Whether a column is read under its own name because the dictionary does not
/// know it.
fn is_own(column: &Column) -> bool {
    matches!(column.field, Some(Field::Other(_))) && column.certainty == Certainty::Unknown
}

/// Whether a column holds the units of a table of items.
fn is_unit(reading: &Reading, column: &Column) -> bool {
    let held = matches!(reading.form, Form::Items { unit: Some(unit), .. } if unit == column.index);
    held && reading.columns.iter().any(|other| std::ptr::eq(other, column))
}

/// How many columns have a meaning, and how many only their own names.
fn matched(all: usize, known: usize, own: usize, lang: Lang) -> String {
    if own == 0 { lang.columns_matched(known, all) } else { lang.columns_matched_own(known, all, own) }
}

/// What a sheet lacks to be read, and where the person can say it. Nothing of
/// one that shall not be read, and of text.
fn lacking(model: &Model, table: &Table, reading: &Reading, lang: Lang) -> Option<&'static str> {
    let decided = model.document.corrections.sheet(&reading.place).kind;
    let has = |field: &Field| reading.columns.iter().chain(&reading.items).any(|c| c.field.as_ref() == Some(field));
    let schools = reading.school.is_some() || has(&Field::SchoolName);
    match reading.kind {
        TableKind::Unknown if decided.is_some() || intake::is_prose(table) => None,
        TableKind::Unknown if reading.columns.is_empty() => Some(lang.lacks_header()),
        TableKind::Unknown if schools => Some(lang.lacks_values()),
        TableKind::Unknown => Some(lang.lacks_schools()),
        TableKind::Conditions | TableKind::Indicators | TableKind::Classes if !schools => Some(lang.lacks_schools()),
        _ => None,
    }
}

/// The most headers that are named as evidence.
const NAMED: usize = 4;

/// The headers that speak for what a sheet was recognised as.
fn evidence(reading: &Reading, lang: Lang) -> String {
    let speaks = |column: &&Column| {
        let field = column.field.as_ref();
        column.certainty >= Certainty::Likely && field.is_some_and(|field| speaks_for(reading.kind, field))
    };
    let mut columns: Vec<&Column> = reading.columns.iter().chain(&reading.items).filter(speaks).collect();
    order::sort_by_key(&mut columns, |column| std::cmp::Reverse(column.certainty));
    let Some(best) = columns.first().filter(|_| reading.kind != TableKind::Unknown) else { return String::new() };
    let sure = columns.iter().filter(|column| column.certainty >= Certainty::Sure).count();
    let certainty = if sure >= 3 { best.certainty } else { Certainty::Likely };
    let names: Vec<&str> = columns.iter().take(NAMED).map(|column| &*column.header).collect();
    lang.sheet_evidence(&names.join(lang.comma()), columns.len(), certainty.label(lang))
}

/// Whether a column of a field makes a table what it is.
fn speaks_for(kind: TableKind, field: &Field) -> bool {
    let condition = field.is_condition();
    match kind {
        TableKind::Conditions => condition,
        TableKind::Indicators => !condition && field.quantity() != Quantity::Label,
        TableKind::Classes => {
            matches!(field, Field::ClassPupils | Field::Class | Field::Grade | Field::ClassStage)
        }
        TableKind::Unknown => false,
        _ => field.quantity() != Quantity::Label || matches!(field, Field::PersonName | Field::PupilNumber),
    }
}

/// Rows that can be called the header's first or last.
const HEADED: u32 = 12;

/// What the person can decide on the whole sheet.
fn decisions(model: &Model, reading: &Reading, lang: Lang) -> Vec<Select> {
    let decided = model.document.corrections.sheet(&reading.place);
    let read_as = |kind, header| Act::ReadAs(SheetChoice { kind, header, ..decided.clone() });
    let kinds = [None].into_iter().chain(TableKind::ALL.iter().copied().map(Some));
    let kinds = kinds.map(|kind| (kind, kind.map_or(lang.by_itself(), |kind| kind.label(lang)).to_owned()));
    let kind = Select::of(lang.sheet_kind(), kinds, &decided.kind, |kind| read_as(kind, decided.header));
    if reading.form == Form::Columns {
        return vec![kind];
    }
    let (top, end) = decided.header.unwrap_or(reading.header);
    let row = |label: &str, chosen: u32, header: &dyn Fn(u32) -> (u32, u32)| {
        let rows = (1..=HEADED).map(|row| (Some(row), row.to_string()));
        let options = [(None, lang.by_itself().to_owned())].into_iter().chain(rows);
        let chosen = decided.header.map(|_| chosen);
        Select::of(label, options, &chosen, |row| read_as(decided.kind, row.map(header)))
    };
    let first = row(lang.header_first(), top + 1, &|row| (row - 1, end.max(row)));
    let last = row(lang.header_last(), end, &|row| (top.min(row - 1), row));
    vec![kind, first, last]
}

/// The units that a person can choose for a quantity.
const fn units(quantity: Quantity) -> &'static [Unit] {
    match quantity {
        Quantity::Money => &[Unit::BASE, Unit::Power(3), Unit::Power(4)],
        Quantity::Area => &[Unit::BASE, Unit::Power(4), Unit::Mu],
        Quantity::Count => &[Unit::BASE, Unit::Power(2), Unit::Power(4)],
        Quantity::Label | Quantity::Rate | Quantity::Number | Quantity::YesNo => &[],
    }
}

/// The unit of a column of money, areas or persons.
fn unit(model: &Model, reading: &Reading, column: &Column, lang: Lang) -> Option<Select> {
    let quantity = column.field.as_ref().map(Field::quantity)?;
    let mut units = units(quantity).to_vec();
    let decided = model.document.corrections.sheet(&reading.place);
    // Counts that stand in ones, as nearly all do, need no choice.
    let plain = column.unit == Unit::BASE && decided.unit(column.index).is_none();
    if units.is_empty() || quantity == Quantity::Count && plain {
        return None;
    }
    if !units.contains(&column.unit) {
        units.push(column.unit);
    }
    let named = units.iter().map(|unit| (*unit, unit.label(quantity, lang)));
    let choose = |unit| Act::ReadAs(decided.clone().with_unit(column.index, Some(unit)));
    Some(Select::of(&lang.unit_of(&column.header), named, &column.unit, choose))
}

fn columns(model: &Model, table: &Table, reading: &Reading, lang: Lang) -> Vec<ColumnView> {
    let table = reading.form.turn(table);
    let columns = reading.columns.iter().map(|column| column_view(model, &table, reading, column, lang));
    columns.chain(reading.items.iter().filter_map(|item| item_view(model, &table, reading, item, lang))).collect()
}

fn column_view(model: &Model, table: &Table, reading: &Reading, column: &Column, lang: Lang) -> ColumnView {
    let choose = |field| Act::Choose(Choice { place: reading.place.clone(), column: column.index, field });
    let letters = match reading.form {
        Form::Columns => (column.index + 1).to_string(),
        _ => column_letters(column.index),
    };
    let sample = first_values(reading, |record| Some(table.cell(record, column.index)));
    let mut view = meaning_view((letters, sample), column, reading.kind, &choose, lang);
    if is_unit(reading, column)
        && column.field.is_none()
        && let Some((first, _)) = view.meaning.options.first_mut()
    {
        lang.as_unit().clone_into(first);
        lang.certainty_sure().clone_into(&mut view.certainty);
    }
    ColumnView { unit: unit(model, reading, column, lang), ..view }
}

/// An item of a table of items, by its first cell.
fn item_view(model: &Model, table: &Table, reading: &Reading, item: &Column, lang: Lang) -> Option<ColumnView> {
    let Form::Items { item: names, figure, .. } = reading.form else { return None };
    let decided = model.document.corrections.sheet(&reading.place);
    let choose = |field| Act::ReadAs(decided.clone().with_item(&item.header, field));
    let is_own = |record| table.cell(record, names).text().trim() == &*item.header;
    let sample = first_values(reading, |record| is_own(record).then(|| table.cell(record, figure)));
    let cell = reading.at(item.index, names).a1();
    Some(meaning_view((cell, sample), item, reading.kind, &choose, lang))
}

/// What a column or an item means, where it stands and its first values given.
fn meaning_view(
    (letters, sample): (String, String),
    column: &Column,
    kind: TableKind,
    choose: &dyn Fn(Option<Field>) -> Act,
    lang: Lang,
) -> ColumnView {
    let fields = meanings(column, kind);
    let named = fields.iter().map(|field| (Some(field), field.label(lang).into_owned()));
    let options = [(None, lang.not_read().to_owned())].into_iter().chain(named);
    let meaning = lang.meaning_of(&column.header);
    let meaning = Select::of(&meaning, options, &column.field.as_ref(), |field| choose(field.cloned()));
    ColumnView {
        letters,
        header: column.header.to_string(),
        sample,
        meaning: Select { groups: groups(&fields, lang), ..meaning },
        certainty: column.certainty.label(lang).to_owned(),
        tone: if column.certainty == Certainty::Likely { Tone::Near } else { Tone::Quiet },
        unit: None,
    }
}

/// What a column can mean: an indicator or a subject of its own, or every known
/// field, by groups.
fn meanings(column: &Column, kind: TableKind) -> Vec<Field> {
    let own = if kind == TableKind::Marks { Field::Mark } else { Field::Other }(column.header.clone());
    let mut known = Field::all();
    order::sort_by_key(&mut known, Field::group);
    let mut all = vec![own];
    if let Some(field) = &column.field
        && !known.contains(field)
        && !all.contains(field)
    {
        all.push(field.clone());
    }
    all.append(&mut known);
    all
}

/// The groups of fields that no file names, each with the number of its first
/// option: "not read" is option 0.
fn groups(fields: &[Field], lang: Lang) -> Vec<(String, usize)> {
    let mut groups: Vec<(FieldGroup, usize)> = Vec::new();
    for (option, field) in (1..).zip(fields) {
        let named = matches!(field, Field::Mark(_) | Field::Other(_));
        if !named && groups.last().is_none_or(|(group, _)| *group != field.group()) {
            groups.push((field.group(), option));
        }
    }
    groups.into_iter().map(|(group, option)| (group.label(lang).to_owned(), option)).collect()
}

/// The first three values below the header, as they stand.
fn first_values<'t>(reading: &Reading, cell: impl Fn(u32) -> Option<Cell<'t>>) -> String {
    let cells = (reading.body.0..reading.body.1).filter_map(cell);
    let texts: Vec<String> =
        cells.filter(|cell| !cell.is_blank()).take(3).map(|cell| intake::readable(cell).into_owned()).collect();
    texts.join(" · ")
}
