//! Quantities of the standard that a form gives only in parts: teachers above
//! the required degree by degree, those of sports and arts by course. They are
//! added up, and each sum says so.

use super::check::{Entry, State};
use crate::basis::findings::Findings;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::dictionary::DICTIONARY;
use crate::intake::plain::bare;
use crate::word::correction::Corrections;
use crate::word::field::{Field, Stage, TeacherGroup};

/// A quantity that may come in parts.
#[derive(Clone, Copy)]
enum Whole {
    /// 高于规定学历教师数.
    Degrees,
    /// 体育、艺术专任教师数.
    Arts,
}

/// One term of a sum: the groups that give it, or others that do where those
/// have no column.
type Term = &'static [&'static [TeacherGroup]];

impl Whole {
    const ALL: &[Self] = &[Self::Degrees, Self::Arts];

    const fn field(self, stage: Stage) -> Field {
        match self {
            Self::Degrees => Field::HigherDegreeTeachers(stage),
            Self::Arts => Field::ArtsTeachers(stage),
        }
    }

    const fn kind(self) -> ProblemKind {
        match self {
            Self::Degrees => ProblemKind::DegreesSummed,
            Self::Arts => ProblemKind::ArtsSummed,
        }
    }

    /// What is added up: the required degree is 中等师范 for primary schools and
    /// 专科 for junior ones, and every higher one counts.
    const fn terms(self, stage: Stage) -> &'static [Term] {
        use TeacherGroup::*;
        // Forms without a column of doctors count them with the masters.
        const POSTGRADUATE: Term = &[&[Postgraduate], &[Doctor, Master], &[Master]];
        match (self, stage) {
            (Self::Degrees, Stage::Primary) => &[POSTGRADUATE, &[&[Bachelor]], &[&[College]]],
            (Self::Degrees, _) => &[POSTGRADUATE, &[&[Bachelor]]],
            (Self::Arts, _) => &[&[&[Sports]], &[&[Arts], &[Music, FineArts]]],
        }
    }
}

/// Adds up what the records of a table give in parts.
#[derive(Default)]
pub(super) struct SumsOfParts {
    /// Sums that want a part, already told.
    wanting: Vec<Field>,
}

impl SumsOfParts {
    /// Adds a record's sums to its entries. A direct value prevails.
    pub fn add_to(&mut self, entries: &mut Vec<Entry>, corrections: &Corrections, problems: &mut Findings) {
        if !entries.iter().any(|entry| matches!(entry.field, Field::Teachers(..))) {
            return;
        }
        for whole in Whole::ALL {
            for stage in [Stage::Primary, Stage::Junior] {
                self.whole(*whole, stage, entries, corrections, problems);
            }
        }
    }

    fn whole(
        &mut self,
        whole: Whole,
        stage: Stage,
        entries: &mut Vec<Entry>,
        corrections: &Corrections,
        problems: &mut Findings,
    ) {
        let (field, terms) = (whole.field(stage), whole.terms(stage));
        let direct = entries.iter().position(|entry| entry.field == field);
        let found: Vec<Option<Vec<&Entry>>> = terms.iter().map(|term| columns(entries, stage, term)).collect();
        let Some(parts) = found.iter().cloned().collect::<Option<Vec<_>>>().map(|found| found.concat()) else {
            let met: Vec<&Entry> = found.into_iter().flatten().flatten().collect();
            if let (None, false, Some(first)) = (direct, self.wanting.contains(&field), met.first()) {
                let headers: Vec<&str> = met.iter().map(|entry| &*entry.header).collect();
                let place = first.source.place.clone();
                problems.push(Problem::new(ProblemKind::PartsMissing, place, headers.join("、"), ""));
                self.wanting.push(field);
            }
            return;
        };
        terms.iter().for_each(|term| nested(entries, stage, term, problems));
        let Some(sum) = added(field, &parts) else { return };
        let number = sum.number().map(|number| number.to_string()).unwrap_or_default();
        let stated = direct.and_then(|at| entries.get(at));
        match stated.map(|stated| (stated, stated.state)) {
            Some((stated, State::Value { number, .. })) => {
                if sum.number().is_some_and(|sum| sum.total_cmp(&number).is_ne()) {
                    problems.push(differs(stated, &sum));
                }
                return;
            }
            Some((_, State::Unused)) => return,
            Some((_, State::Blank)) | None => {}
        }
        if sum.number().is_some() {
            let place = sum.source.place.clone();
            let applied = corrections.applies(whole.kind(), &place);
            problems.push(Problem::new(whole.kind(), place, listed(&parts), number));
            if !applied {
                return;
            }
        }
        match direct.and_then(|at| entries.get_mut(at)) {
            // A direct cell that is blank is the one that wants a value.
            Some(_) if sum.number().is_none() => {}
            Some(stated) => *stated = sum,
            None => entries.push(sum),
        }
    }
}

/// The entries that give a term: those of the first groups that all have one,
/// and not all of them blank, if there are such.
fn columns(entries: &[Entry], stage: Stage, term: Term) -> Option<Vec<&Entry>> {
    let given = || term.iter().filter_map(|groups| of_groups(entries, stage, groups));
    given().find(|parts| parts.iter().any(|part| part.state != State::Blank)).or_else(|| given().next())
}

fn of_groups<'a>(entries: &'a [Entry], stage: Stage, groups: &[TeacherGroup]) -> Option<Vec<&'a Entry>> {
    let entry = |group: &TeacherGroup| entries.iter().find(|entry| entry.field == Field::Teachers(*group, stage));
    groups.iter().map(entry).collect()
}

/// Says that the parts of a term are more than the term.
fn nested(entries: &[Entry], stage: Stage, term: Term, problems: &mut Findings) {
    let mut given = term.iter().filter_map(|groups| of_groups(entries, stage, groups));
    let (Some(total), Some(parts)) = (given.next(), given.next()) else { return };
    let [total] = total.as_slice() else { return };
    let Some(sum) = added(total.field.clone(), &parts) else { return };
    if total.number().zip(sum.number()).is_some_and(|(total, parts)| parts > total) {
        problems.push(differs(total, &sum));
    }
}

fn differs(stated: &Entry, sum: &Entry) -> Problem {
    let number = sum.number().map(|number| number.to_string()).unwrap_or_default();
    Problem::new(ProblemKind::HeadcountDiffers, stated.source.place.clone(), &*stated.source.text, number)
}

/// The sum of entries; a blank one counts as none where another is filled in.
/// `None` where one could not be used: then the sum is not known.
fn added(field: Field, parts: &[&Entry]) -> Option<Entry> {
    if parts.iter().any(|part| part.state == State::Unused) {
        return None;
    }
    let first = parts.first()?;
    let nothing = CellNote { place: first.source.place.clone(), text: String::new() };
    let header = first.header.clone();
    let mut sum = Entry { field, header, source: nothing, state: State::Blank, slipped: false, parts: Vec::new() };
    let filled: Vec<&&Entry> = parts.iter().filter(|part| part.state != State::Blank).collect();
    for part in &filled {
        sum.add(part);
    }
    if filled.len() == 1 {
        sum.parts = sum.cells();
    }
    Some(sum)
}

/// The parts of a sum with their cells: 本科 E3 15 + 专科 F3 3.
fn listed(parts: &[&Entry]) -> String {
    let filled = parts.iter().filter(|part| part.state != State::Blank);
    let each = filled.map(|part| format!("{} {} {}", name(&part.header), part.source.place.a1(), part.source.text));
    each.collect::<Vec<_>>().join(" + ")
}

/// The last part of a header that names something: 艺术 of 艺术 › 计.
fn name(header: &str) -> &str {
    header.rsplit(" › ").find(|part| !DICTIONARY.qualifiers.contains(&bare(part))).unwrap_or(header)
}
