//! Tables and their readings to one dataset.

use std::collections::HashSet;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use self::roster::Roster;
use super::beside;
use super::class::counts_classes;
use super::clean::is_plain_number;
use super::column::meaning;
use super::correct::edited;
use super::heading::Headings;
use super::naming::year_in;
use super::row::{RowKind, Sorter};
use super::spelling;
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::{Place, column_letters};
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::word::correction::Corrections;
use crate::word::dataset::{Dataset, School};
use crate::word::field::Field;
use crate::word::reading::{Certainty, Column, Form, Reading, TableKind};
use crate::word::table::{Cell, Table};

mod alike;
mod campus;
mod check;
mod class;
mod code;
mod log;
mod marks;
mod name;
mod roster;
mod sheet;
mod slip;
mod staff;
mod sum;
mod sum_of_parts;
mod twin;

pub use self::alike::{Alike, Evidence};

/// What was made of the tables.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Assembled {
    /// The schools and their facts.
    pub dataset: Dataset,
    /// What was found while reading.
    pub problems: Findings,
    /// Rows of data read, one number a table.
    pub rows: Vec<usize>,
    /// Schools that may be one, by their indices in the dataset.
    pub alike: Vec<Alike>,
}

/// Cleans and joins all tables by their schools' trimmed names. A value that
/// stands in two tables is taken from the first, unless the person takes the
/// other. Faulty values are left out and
/// reported; everything else is used. The tables hold what the person typed
/// ([`correct`](super::correct)); the other corrections are carried out here.
///
/// ```
/// use suanpan::intake::{Unwatched, assemble, open, recognise};
/// use suanpan::word::correction::Corrections;
/// use suanpan::word::field::Field;
/// let csv = "学校,教学仪器设备值(万元)\n城关小学,102.23\n";
/// let opened = open("条件.csv", csv.as_bytes(), &mut Unwatched);
/// let readings = recognise(&opened.tables, &[]);
/// let dataset = assemble(&opened.tables, &readings, &Corrections::default()).dataset;
/// assert_eq!(dataset.value(0, &Field::Equipment, None).unwrap().number, 1_022_300.0);
/// ```
pub fn assemble(tables: &[Table], readings: &[Reading], corrections: &Corrections) -> Assembled {
    let (mut roster, mut facts) = (Roster::default(), Vec::new());
    let (mut problems, mut rows) = (Findings::default(), Vec::new());
    let (mut twins, mut classes) = (twin::Twins::default(), class::Classes::default());
    let (mut met, mut drafts, mut staff) = (Vec::new(), Vec::new(), Vec::new());
    for (table, reading) in tables.iter().zip(readings) {
        let schools = matches!(reading.kind, TableKind::Conditions | TableKind::Indicators | TableKind::Classes);
        met.push(schools.then(|| sheet::meet(table, reading, corrections, &mut roster)));
    }
    let apart = |one, other| met.iter().flatten().any(|met| met.tells_apart(one, other));
    let alike = alike::find(&roster.schools, corrections, &apart);
    for pair in &alike {
        let (Some(other), Some(name)) = (roster.schools.get(pair.other), roster.schools.get(pair.name)) else {
            continue;
        };
        problems.push(Problem::new(ProblemKind::SchoolAlike, other.place.clone(), &*other.name, &*name.name));
    }
    self::apart(&roster.schools, corrections, &mut problems);
    let known = known(readings, &met, roster.schools.len());
    for ((table, reading), met) in tables.iter().zip(readings).zip(met) {
        problems.extend(edited(table, corrections.cells()));
        let header = table.place().at(reading.header.0, 0);
        if corrections.sheet(&reading.place).header.is_some() {
            problems.extend(of_values(table, reading));
        }
        match reading.kind {
            TableKind::Unknown if reading.columns.is_empty() => {
                let kind = if is_prose(table) { ProblemKind::SheetOfText } else { ProblemKind::NoHeader };
                problems.push(Problem::new(kind, table.place(), "", ""));
                rows.push(0);
                continue;
            }
            TableKind::Unknown if counts_classes(&reading.form.turn(table), reading) => {
                problems.push(Problem::new(ProblemKind::ClassesCounted, header, headers(reading), ""));
                rows.push(0);
                continue;
            }
            TableKind::Unknown => {
                let named = reading.columns.iter().any(|column| column.field == Some(Field::SchoolName));
                let kind = if named { ProblemKind::NoValueColumn } else { ProblemKind::NoSchoolColumn };
                problems.push(Problem::new(kind, header, headers(reading), ""));
                rows.push(0);
                continue;
            }
            TableKind::Marks => {
                let schools = &roster.schools;
                let Some(count) = marks::add(&mut drafts, table, reading, schools, corrections, &mut problems) else {
                    rows.push(0);
                    continue;
                };
                rows.push(count);
            }
            TableKind::Teachers | TableKind::Bonus => {
                let schools = &roster.schools;
                let Some(count) = staff::add(&mut staff, table, reading, schools, corrections, &mut problems) else {
                    rows.push(0);
                    continue;
                };
                rows.push(count);
            }
            TableKind::Conditions | TableKind::Indicators | TableKind::Classes => {
                let mut own = Findings::default();
                let count = match (lack(reading), met) {
                    (Some(lack), _) => {
                        problems.push(Problem::new(lack, header, headers(reading), ""));
                        None
                    }
                    (None, Some(met)) if reading.kind == TableKind::Classes => {
                        let read = met.classes(&roster, &mut own);
                        classes.add(table, read, corrections, own, &mut problems)
                    }
                    (None, met) => {
                        let mut read = Vec::new();
                        let count = met.map_or(0, |met| met.read(&roster, &mut read, &mut own));
                        twins.take(count, table, read, own, &mut facts, &mut problems)
                    }
                };
                let Some(count) = count else {
                    rows.push(0);
                    continue;
                };
                rows.push(count);
            }
        }
        if matches!(reading.kind, TableKind::Marks | TableKind::Teachers | TableKind::Bonus) {
            problems.push(Problem::new(ProblemKind::SheetUnused, table.place(), "", ""));
        }
        columns(&reading.form.turn(table), reading, &mut problems);
        problems.extend(reading.units.iter().cloned());
        hidden(table, reading, &mut problems);
        left_out(&reading.form.turn(table), reading, &mut problems);
    }
    let mut dataset = Dataset::collect(roster.schools, facts, &mut |kept, other| {
        let [kept, other] = [kept, other].map(|value| (value.number, &value.source));
        let Some(problem) = conflict(kept, other) else { return false };
        let instead = corrections.applies(problem.kind, &problem.place);
        problems.push(problem);
        instead
    });
    (dataset.cohorts, dataset.staff) = (marks::join(drafts, corrections, &mut problems), staff);
    dataset.classes = classes.sorted(&mut problems);
    class::check(&dataset, &mut problems);
    unlisted(&dataset, &known, &alike, corrections, &mut problems);
    Assembled { dataset, problems, rows, alike }
}

/// The first number in rows that the person says are the header, years aside.
fn of_values(table: &Table, reading: &Reading) -> Option<Problem> {
    let cells = (reading.header.0..reading.header.1)
        .flat_map(|row| (0..).zip(table.row(row).iter()).map(move |(column, cell)| (row, column, cell)));
    let (row, column, cell) =
        cells.into_iter().find(|(_, _, cell)| is_plain_number(*cell) && year_in(&cell.text()).is_none())?;
    Some(Problem::new(ProblemKind::HeaderOfValues, table.place().at(row, column), cell.text(), ""))
}

/// Whether a sheet holds sentences and no table: no row has two filled cells.
pub fn is_prose(table: &Table) -> bool {
    (0..table.height()).all(|row| table.row(row).iter().filter(|cell| !cell.is_blank()).nth(1).is_none())
}

/// A second value that differs from the first.
fn conflict((kept, first): (f64, &CellNote), (other, second): (f64, &CellNote)) -> Option<Problem> {
    let CellNote { place, text } = second;
    let differs = kept.total_cmp(&other).is_ne();
    differs.then(|| Problem::new(ProblemKind::ValueDiffers, place.clone(), &**text, first.place.to_string()))
}

/// Says which schools the person told apart, so that it can be taken back.
fn apart(schools: &[School], corrections: &Corrections, problems: &mut Findings) {
    let known = |name: &str| schools.iter().find(|school| *school.name == *name);
    for pair in corrections.schools().iter().filter(|pair| !pair.same) {
        if let (Some(other), Some(_)) = (known(&pair.other), known(&pair.name)) {
            problems.push(Problem::new(ProblemKind::SchoolsApart, other.place.clone(), &*pair.other, &*pair.name));
        }
    }
}

/// Of each school, whether a table of schools has it, not one of classes alone.
fn known(readings: &[Reading], met: &[Option<sheet::Met<'_>>], schools: usize) -> Vec<bool> {
    let mut known = vec![false; schools];
    for (reading, met) in readings.iter().zip(met) {
        let schools = met.iter().filter(|_| reading.kind != TableKind::Classes).flat_map(sheet::Met::schools);
        schools.for_each(|school| known.iter_mut().skip(school).take(1).for_each(|known| *known = true));
    }
    known
}

/// Reports schools of pupils, teachers and classes that no table of schools has,
/// with the one that each may be. `known`: those that one has; which of the
/// others may be one of them is asked already of those `alike`.
fn unlisted(dataset: &Dataset, known: &[bool], alike: &[Alike], corrections: &Corrections, problems: &mut Findings) {
    let any = known.contains(&true);
    let (listed, others): (Vec<_>, Vec<_>) =
        (0..).zip(&dataset.schools).partition(|(at, _)| !any || known.get(*at) == Some(&true));
    if listed.is_empty() {
        return;
    }
    let forms = alike::Forms::of(listed.iter().copied());
    let listed: HashSet<&str> = listed.into_iter().map(|(_, school)| &*school.name).collect();
    let mut named: Vec<(&Place, &str)> = Vec::new();
    let asked = |at: usize| alike.iter().any(|pair| pair.other == at || pair.name == at);
    let others = others.into_iter().filter(|(at, _)| !asked(*at));
    named.extend(others.map(|(_, school)| (&school.place, &*school.name)));
    for cohort in &dataset.cohorts {
        let Some(source) = cohort.sources.first() else { continue };
        named.extend(cohort.schools.iter().map(|name| (&source.place, &**name)));
    }
    for staff in &dataset.staff {
        let names: HashSet<&str> = staff.persons.iter().map(|person| &*person.school).collect();
        named.extend(names.into_iter().map(|name| (&staff.source, name)));
    }
    order::sort_by_key(&mut named, |(place, name)| (*place, *name));
    for (place, name) in named.into_iter().filter(|(_, name)| !name.is_empty() && !listed.contains(name)) {
        if problems.skips(ProblemKind::SchoolUnlisted) {
            continue;
        }
        let listed = forms.find(name).map(|index| dataset.name(index));
        let other = listed.filter(|other| corrections.united(name, other).is_none()).unwrap_or_default();
        problems.push(Problem::new(ProblemKind::SchoolUnlisted, place.clone(), name, other));
    }
}

/// Reports columns that are not read as they seem to ask for.
fn columns(table: &Table, reading: &Reading, problems: &mut Findings) {
    let beside = beside::columns(table, &reading.columns, reading.header.1);
    if let (Some(first), Some(last)) = (beside.first(), beside.last()) {
        let of = |column: &&Column| beside.contains(&column.index);
        let found: Vec<&str> = reading.columns.iter().filter(of).map(|column| &*column.header).collect();
        let columns = format!("{}–{}", column_letters(*first), column_letters(*last));
        let place = reading.at(reading.header.1.saturating_sub(1), *first);
        problems.push(Problem::new(ProblemKind::TableBeside, place, found.join("、"), columns));
    }
    for column in reading.columns.iter().filter(|column| !beside.contains(&column.index)) {
        let place = reading.at(reading.header.1.saturating_sub(1), column.index);
        let (kind, subject): (_, Arc<str>) = match (&column.field, column.certainty) {
            (_, Certainty::Chosen) => continue,
            _ if let Some(word) = spelling::word(column) => (ProblemKind::HeaderMisspelt, word.into()),
            // It is what the others are checked against.
            (None, Certainty::Likely | Certainty::Sure) if sum::is_total(column) => continue,
            (None, Certainty::Likely | Certainty::Sure) => (ProblemKind::ColumnAmbiguous, rival(reading, column)),
            (Some(Field::Other(name)), Certainty::Unknown) => (ProblemKind::ColumnUnknown, name.clone()),
            (None, Certainty::Unknown) if reading.kind == TableKind::Marks => (ProblemKind::ColumnUnread, "".into()),
            _ => continue,
        };
        problems.push(Problem::new(kind, place, &*column.header, &*subject));
    }
    let Form::Items { item, .. } = reading.form else { return };
    for named in reading.items.iter().filter(|named| named.certainty == Certainty::Unknown) {
        if let Some(Field::Other(name)) = &named.field {
            let place = reading.at(named.index, item);
            problems.push(Problem::new(ProblemKind::ColumnUnknown, place, &*named.header, &**name));
        }
    }
}

/// The header of the column that has the meaning which this one claims too.
fn rival(reading: &Reading, column: &Column) -> Arc<str> {
    let claimed = meaning(&column.header);
    let holder = reading.columns.iter().find(|other| other.field.is_some() && other.field == claimed);
    holder.map_or_else(|| "".into(), |holder| holder.header.clone())
}

/// Says that hidden rows and columns were read.
fn hidden(table: &Table, reading: &Reading, problems: &mut Findings) {
    let body =
        |row: &&u32| (reading.body.0..reading.body.1).contains(*row) && !table.row(**row).iter().all(Cell::is_blank);
    let rows: Vec<&u32> = table.hidden_rows.iter().filter(body).collect();
    let read = |index: &&u32| reading.columns.iter().any(|column| column.index == **index && column.field.is_some());
    let columns: Vec<&u32> = table.hidden_columns.iter().filter(read).collect();
    if let (Some(first), Some(last)) = (rows.first(), rows.last()) {
        let found = format!("{}–{} ({})", **first + 1, **last + 1, rows.len());
        problems.push(Problem::new(ProblemKind::HiddenRead, table.place().at(**first, 0), found, ""));
    }
    for column in columns {
        let place = table.place().at(reading.header.0, *column);
        problems.push(Problem::new(ProblemKind::HiddenRead, place, column_letters(*column), ""));
    }
}

/// Reports rows with content that are no data, those at the foot included.
fn left_out(table: &Table, reading: &Reading, problems: &mut Findings) {
    let sorter = Sorter::new(table, &reading.columns);
    let headings = Headings::new(table, &reading.columns, reading.header.1.saturating_sub(reading.header.0));
    let items = matches!(reading.form, Form::Items { .. });
    let other = if items { None } else { headings.other(reading.body.1, table.height()) };
    let foot = reading.body.1..other.unwrap_or(table.height());
    if let Some(row) = other {
        let below = (row + 1..table.height()).filter(|row| sorter.kind(*row) == RowKind::Data).count();
        let texts: Vec<_> = table.row(row).iter().filter(|cell| !cell.is_blank()).map(|cell| cell.text()).collect();
        problems.push(Problem::new(
            ProblemKind::HeadingDiffers,
            reading.at(row, 0),
            texts.join("、"),
            below.to_string(),
        ));
    }
    for row in reading.skipped.iter().copied().chain(foot) {
        let kind = match sorter.kind(row) {
            RowKind::Blank => continue,
            RowKind::Total => ProblemKind::TotalRowSkipped,
            RowKind::Note | RowKind::Data => ProblemKind::NoteRowSkipped,
        };
        let Some((column, cell)) = (0..).zip(table.row(row).iter()).find(|(_, cell)| !cell.is_blank()) else {
            continue;
        };
        problems.push(Problem::new(kind, reading.at(row, column), cell.text(), ""));
    }
}

/// What a table of schools or classes lacks to be read.
fn lack(reading: &Reading) -> Option<ProblemKind> {
    let pupils = || reading.kind != TableKind::Classes || reading.column(&Field::ClassPupils).is_some();
    match () {
        () if !has_schools(reading) => Some(ProblemKind::NoSchoolColumn),
        () if !pupils() => Some(ProblemKind::NoValueColumn),
        () => None,
    }
}

/// Whether a table, or what stands around it, tells schools.
fn has_schools(reading: &Reading) -> bool {
    let named = |column: &Column| column.field == Some(Field::SchoolName);
    reading.school.is_some() || reading.columns.iter().chain(&reading.items).any(named)
}

fn headers(reading: &Reading) -> String {
    reading.columns.iter().map(|column| &*column.header).take(8).collect::<Vec<_>>().join("、")
}
