//! The rows of a table of marks: who each is about, and its marks.

use std::borrow::Cow;
use std::sync::Arc;

use super::identity::{self, Names, Pupils, Who};
use super::plan::Plan;
use super::{Draft, Log, long, wide};
use crate::basis::order;
use crate::basis::problem::ProblemKind;
use crate::intake::answer;
use crate::intake::assemble::log::Schools;
use crate::intake::date::readable;
use crate::intake::identifier;
use crate::intake::naming;
use crate::intake::plain::trimmed;
use crate::intake::setting::Setting;
use crate::word::cohort::{At, Cohort, NONE, Sex, Source};
use crate::word::reading::Reading;
use crate::word::table::{Cell, Merge, Row, Table};

/// Reads all rows: a draft a year, and how many rows were used.
pub(super) fn read(
    table: &Table,
    reading: &Reading,
    plan: &Plan,
    setting: &Setting,
    log: &mut Log<'_>,
) -> (Vec<Draft>, usize) {
    let schools = log.schools(table, reading);
    let rows = Rows { table, plan, setting, merges: tall(table, plan), cut: cut(table, reading, plan), schools };
    let mut open: Vec<Open> = Vec::new();
    let mut skipped = reading.skipped.iter().copied().peekable();
    let mut used = 0;
    for row in reading.body.0..reading.body.1 {
        if skipped.next_if_eq(&row).is_none() {
            used += usize::from(rows.row(row, &mut open, log));
        }
    }
    for draft in &mut open {
        draft.finish();
    }
    (open.into_iter().map(|open| open.draft).collect(), used)
}

/// What a row is about.
pub(super) struct Person<'a> {
    number: Cow<'a, str>,
    register: Cow<'a, str>,
    /// 姓名.
    pub name: Cow<'a, str>,
    school: Cow<'a, str>,
    class: Cow<'a, str>,
    sex: Option<Sex>,
}

impl Person<'_> {
    /// What they are known by.
    pub fn who(&self) -> Who<'_> {
        Who { number: &self.number, name: &self.name, school: &self.school, class: &self.class }
    }
}

/// A draft that rows are being added to.
pub(super) struct Open {
    /// The draft.
    pub draft: Draft,
    /// Its pupils.
    pub pupils: Pupils,
    schools: Names,
    classes: Names,
    /// In long tables, the subject that was met last, as written, and its
    /// position.
    pub subject: (String, usize),
}

impl Open {
    fn new(plan: &Plan, setting: &Setting, year: Option<i32>, table: &Table, room: u32) -> Self {
        let mut cohort = Cohort { exam: setting.exam.as_str().into(), year, ..Cohort::default() };
        cohort.sources.push(Source { place: table.place(), columns: Vec::new() });
        if !plan.is_long() {
            wide::subjects(&mut cohort, plan);
        }
        let key = setting.key.clone();
        Self {
            draft: Draft { cohort, key },
            pupils: Pupils::with_room(room as usize),
            schools: Names::default(),
            classes: Names::default(),
            subject: (String::new(), usize::MAX),
        }
    }

    /// Adds a pupil without marks; gives the position.
    pub fn add(&mut self, person: &Person<'_>, row: u32, registers: bool) -> usize {
        let cohort = &mut self.draft.cohort;
        let position = cohort.len();
        let school = named(&mut self.schools, &mut cohort.schools, &person.school);
        let class = named(&mut self.classes, &mut cohort.classes, &person.class);
        let pupils = &mut cohort.pupils;
        pupils.numbers.push(&person.number);
        pupils.names.push(&person.name);
        if registers {
            pupils.registers.push(&person.register);
        }
        pupils.schools.push(school);
        pupils.classes.push(class);
        pupils.sexes.push(person.sex);
        pupils.at.push(At { source: 0, row });
        self.pupils.enter(person.who(), position);
        position
    }

    /// The pupil that was met under the same number, or name, school and class.
    pub fn find(&self, person: &Person<'_>) -> Option<usize> {
        self.pupils.find(&self.draft.cohort, person.who())
    }

    /// Whether a pupil has another name.
    pub fn is_other(&self, pupil: usize, person: &Person<'_>) -> bool {
        let known = identity::who(&self.draft.cohort, pupil);
        !known.name.is_empty() && !person.name.is_empty() && known.name != person.name
    }

    fn finish(&mut self) {
        let cohort = &mut self.draft.cohort;
        let count = cohort.len();
        for subject in &mut cohort.subjects {
            subject.marks.pad(count);
        }
        let columns = [&mut cohort.total, &mut cohort.prior, &mut cohort.merit];
        columns.into_iter().flatten().for_each(|marks| marks.pad(count));
    }
}

fn named(known: &mut Names, names: &mut Vec<Arc<str>>, name: &str) -> u32 {
    if name.is_empty() { NONE } else { known.intern(names, name) }
}

/// What all rows share.
struct Rows<'a> {
    table: &'a Table,
    plan: &'a Plan,
    setting: &'a Setting,
    /// Labels that are merged over several rows.
    merges: Vec<Merge>,
    /// Numbers that look cut are.
    cut: bool,
    schools: Schools<'a>,
}

impl<'a> Rows<'a> {
    /// Reads a row; `false` when it is not used.
    fn row(&self, row: u32, open: &mut Vec<Open>, log: &mut Log<'_>) -> bool {
        let (cells, plan) = (self.table.row(row), self.plan);
        let Some(year) = self.year(cells, row, log) else { return false };
        let person = self.person(cells, row, log);
        let at = open.iter().position(|open| open.draft.cohort.year == year).unwrap_or_else(|| {
            let room = if open.is_empty() { self.table.height() } else { 0 };
            open.push(Open::new(plan, self.setting, year, self.table, room));
            open.len() - 1
        });
        let Some(open) = open.get_mut(at) else { return false };
        if person.number.is_empty() && person.name.is_empty() {
            let column = plan.name.or(plan.number).unwrap_or(0);
            log.say(ProblemKind::PersonUnnamed, (row, column), "", "");
        }
        if plan.is_long() {
            long::row(open, plan, cells, row, &person, log)
        } else {
            wide::row(open, plan, cells, row, &person, log)
        }
    }

    /// The row's year; outer `None` when it cannot be read.
    fn year(&self, cells: Row<'_>, row: u32, log: &mut Log<'_>) -> Option<Option<i32>> {
        let Some(column) = self.plan.year else { return Some(self.setting.year) };
        let text = self.label(cells, row, column).text();
        let year = naming::year_of_cell(&text);
        if year.is_none() {
            log.say(ProblemKind::BadYear, (row, column), &text, "");
        }
        year.map(Some)
    }

    fn person(&self, cells: Row<'a>, row: u32, log: &mut Log<'_>) -> Person<'a> {
        let plan = self.plan;
        let mut number = |column: Option<u32>| {
            column.map_or("".into(), |column| log.number(cells.get(column), (row, column), self.cut))
        };
        let (number, register) = (number(plan.number), number(plan.register));
        let name = plan.name.map_or("".into(), |column| log.name(cells.get(column), (row, column)));
        let sex = plan.sex.map_or(Ok(None), |column| answer::sex(cells.get(column)));
        if let (Err(()), Some(column)) = (sex, plan.sex) {
            log.say(ProblemKind::UnknownWord, (row, column), &readable(cells.get(column)), "");
        }
        Person {
            number,
            register,
            name,
            school: self.school(cells, row, log),
            class: self.class(cells, row, log),
            sex: sex.unwrap_or(None),
        }
    }

    fn school(&self, cells: Row<'a>, row: u32, log: &mut Log<'_>) -> Cow<'a, str> {
        let Some(column) = self.plan.school else { return self.setting.school.clone().into() };
        let cell = self.label(cells, row, column);
        if log.unnamed(cell, (row, column), &self.schools) {
            return self.setting.school.clone().into();
        }
        let text = match cell.text() {
            Cow::Borrowed(text) => text,
            Cow::Owned(text) => return trimmed(&text).to_owned().into(),
        };
        let name = trimmed(text);
        if name.is_empty() {
            log.say(ProblemKind::MissingValue, (row, column), "", "");
            return self.setting.school.clone().into();
        }
        if name.len() != text.len() {
            log.say(ProblemKind::SpacesTrimmed, (row, column), text, name);
            if !log.applies(ProblemKind::SpacesTrimmed, (row, column)) {
                return text.into();
            }
        }
        name.into()
    }

    fn class(&self, cells: Row<'a>, row: u32, log: &mut Log<'_>) -> Cow<'a, str> {
        let Some(column) = self.plan.class else { return self.setting.class.clone().into() };
        let cell = self.label(cells, row, column);
        let class = match cell.text() {
            Cow::Borrowed(text) => Cow::Borrowed(trimmed(text)),
            text => text,
        };
        let class = match answer::class_of_date(cell) {
            Some(own) => {
                log.say(ProblemKind::DateForClass, (row, column), trimmed(&readable(cell)), &own);
                own.into()
            }
            None => class,
        };
        let grade = self.plan.grade.map(|column| self.label(cells, row, column).text()).unwrap_or_default();
        let grade = trimmed(&grade);
        let within = grade.chars().next().is_none_or(|first| class.starts_with(first));
        if within { class } else { format!("{grade}{class}").into() }
    }

    /// A label's cell; in a merged range, the one that holds the text.
    fn label(&self, cells: Row<'a>, row: u32, column: u32) -> Cell<'a> {
        let cell = cells.get(column);
        if !cell.is_blank() {
            return cell;
        }
        let after = self.merges.partition_point(|merge| (merge.left, merge.top) <= (column, row));
        let before = after.checked_sub(1).and_then(|at| self.merges.get(at));
        let over = before.filter(|merge| merge.left == column && merge.bottom >= row);
        over.map_or(cell, |merge| self.table.cell(merge.top, column))
    }
}

/// Merged labels of several rows, by column and row.
fn tall(table: &Table, plan: &Plan) -> Vec<Merge> {
    let labels = [plan.school, plan.class, plan.grade, plan.year];
    let tall = |merge: &&Merge| merge.bottom > merge.top && labels.contains(&Some(merge.left));
    let mut tall: Vec<Merge> = table.merges.iter().filter(tall).copied().collect();
    order::sort_by_key(&mut tall, |merge| (merge.left, merge.top));
    tall
}

/// Whether the numbers in the table that are longer than a spreadsheet keeps
/// were cut: more than one in ten ends in zeros, and not one in a thousand as
/// chance has it.
fn cut(table: &Table, reading: &Reading, plan: &Plan) -> bool {
    let column = |column: u32| {
        let (mut long, mut cut) = (0_u32, 0_u32);
        for row in reading.body.0..reading.body.1 {
            if let Cell::Text(text) = table.cell(row, column)
                && text.len() > identifier::KEPT
            {
                long += 1;
                cut += u32::from(identifier::looks_cut(trimmed(text)));
            }
        }
        cut * 10 > long
    };
    [plan.number, plan.register].into_iter().flatten().any(column)
}
