//! Tables of one exam become one cohort: sheets of schools and classes follow
//! each other, sheets of subjects meet in their pupils.

use super::Draft;
use super::identity::{self, Names, Pupils};
use crate::basis::findings::Findings;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::limit;
use crate::word::cohort::{At, Cohort, Marks, NONE, Status, Subject};
use crate::word::correction::Corrections;

/// The sheet that already holds what a table holds, if one does.
pub(super) fn twin(known: &[Draft], read: &[Draft]) -> Option<Place> {
    let first = known.iter().find(|known| read.first().is_some_and(|draft| same(&known.cohort, &draft.cohort)))?;
    let all = read.iter().all(|draft| known.iter().any(|known| same(&known.cohort, &draft.cohort)));
    first.cohort.sources.first().filter(|_| all).map(|source| source.place.clone())
}

/// Whether two tables hold the same pupils with the same marks, in any order.
fn same(one: &Cohort, other: &Cohort) -> bool {
    let years = one.year.zip(other.year).is_some_and(|(one, other)| one != other);
    if one.is_empty() || one.len() != other.len() || years {
        return false;
    }
    let twin = |subject: &Subject| other.subjects.iter().find(|twin| twin.name == subject.name);
    let Some(pairs) = one.subjects.iter().map(|subject| Some((subject, twin(subject)?))).collect::<Option<Vec<_>>>()
    else {
        return false;
    };
    // Tables that differ mostly differ here, before anybody is looked up.
    let alike = |(one, other): &(&Subject, &Subject)| {
        one.marks.count(Status::Present) == other.marks.count(Status::Present)
            && one.marks.values.iter().map(|mark| mark.to_bits() >> 32).fold(0, u64::wrapping_add)
                == other.marks.values.iter().map(|mark| mark.to_bits() >> 32).fold(0, u64::wrapping_add)
    };
    if one.subjects.len() != other.subjects.len() || !pairs.iter().all(alike) {
        return false;
    }
    let index = Pupils::of(one);
    let equal = |pupil: usize, twin: usize| {
        let (own, known) = (identity::who(other, pupil), identity::who(one, twin));
        (own.number, own.name, own.school) == (known.number, known.name, known.school)
            && pairs.iter().all(|(one, other)| one.marks.tells(twin) == other.marks.tells(pupil))
    };
    // Namesakes without numbers are told by their rows' order alone.
    let twin = |pupil: usize| index.meet(one, identity::who(other, pupil)).unwrap_or(pupil);
    (0..other.len()).all(|pupil| equal(pupil, twin(pupil)))
}

/// Joins the drafts of one exam.
pub(in crate::intake::assemble) fn join(
    drafts: Vec<Draft>,
    corrections: &Corrections,
    problems: &mut Findings,
) -> Vec<Cohort> {
    let mut joined: Vec<(Draft, Vec<Cohort>)> = Vec::new();
    for draft in drafts {
        let is_of =
            |(known, _): &&mut (Draft, Vec<Cohort>)| known.key == draft.key && known.cohort.year == draft.cohort.year;
        match joined.iter_mut().find(is_of) {
            Some((_, parts)) => parts.push(draft.cohort),
            None => joined.push((draft, Vec::new())),
        }
    }
    for (whole, parts) in joined.iter_mut().filter(|(_, parts)| !parts.is_empty()) {
        let mut joint = Joint::new(&mut whole.cohort, corrections);
        parts.drain(..).for_each(|part| joint.take(part, problems));
    }
    joined.into_iter().map(|(draft, _)| draft.cohort).collect()
}

/// A cohort that takes others in.
struct Joint<'a> {
    whole: &'a mut Cohort,
    pupils: Pupils,
    schools: Names,
    classes: Names,
    corrections: &'a Corrections,
}

impl<'a> Joint<'a> {
    fn new(whole: &'a mut Cohort, corrections: &'a Corrections) -> Self {
        let (mut schools, mut classes) = (Names::default(), Names::default());
        whole.schools.iter().enumerate().for_each(|(at, name)| schools.enter(name, at));
        whole.classes.iter().enumerate().for_each(|(at, name)| classes.enter(name, at));
        Self { pupils: Pupils::of(whole), whole, schools, classes, corrections }
    }

    /// Takes a cohort of one source in.
    fn take(&mut self, part: Cohort, problems: &mut Findings) {
        let source = self.open_source(&part);
        let before = self.whole.len();
        let positions: Vec<usize> = (0..part.len()).map(|pupil| self.pupil(&part, pupil, source)).collect();
        // Pupils of one table are not met in it again: they were told apart.
        for pupil in before..self.whole.len() {
            self.pupils.link(identity::who(self.whole, pupil), pupil);
        }
        for (at, subject) in part.subjects.iter().enumerate() {
            let known = self.whole.subjects.iter().any(|known| known.name == subject.name);
            if !known && self.whole.subjects.len() >= limit::SUBJECTS {
                let place = part.sources.first().map_or_else(|| Place::file(""), |source| source.place.clone());
                let most = limit::SUBJECTS.to_string();
                problems.push(Problem::new(ProblemKind::TooManySubjects, place, &*subject.name, most));
                continue;
            }
            let to =
                self.subject(subject, source, part.sources.first().and_then(|s| s.columns.get(at).copied().flatten()));
            let moved = |pupil: usize| subject.marks.moved.get(pupil).or_else(|| part.pupils.at.get(pupil));
            for (pupil, to_pupil) in positions.iter().enumerate() {
                let row = moved(pupil).map_or(0, |at| at.row);
                self.mark(&subject.marks, pupil, (to, *to_pupil), At { source, row }, problems);
            }
        }
        for (whole, part) in [
            (&mut self.whole.total, part.total),
            (&mut self.whole.prior, part.prior),
            (&mut self.whole.merit, part.merit),
        ] {
            let Some(part) = part else { continue };
            let whole = whole.get_or_insert_default();
            for (pupil, to) in
                positions.iter().enumerate().filter(|(_, to)| whole.mark(**to).is_none()).collect::<Vec<_>>()
            {
                let at = self.whole.pupils.at.get(*to).copied().unwrap_or_default();
                whole.set(*to, part.mark(pupil).unwrap_or(0.0), part.status(pupil), at, &self.whole.pupils.at);
            }
        }
        self.pad();
    }

    fn open_source(&mut self, part: &Cohort) -> u32 {
        let position = u32::try_from(self.whole.sources.len()).unwrap_or(u32::MAX);
        if let Some(source) = part.sources.first() {
            let mut source = source.clone();
            source.columns = vec![None; self.whole.subjects.len()];
            self.whole.sources.push(source);
        }
        position
    }

    /// The position of a part's pupil; a new one is added.
    fn pupil(&mut self, part: &Cohort, pupil: usize, source: u32) -> usize {
        let who = identity::who(part, pupil);
        if let Some(known) = self.pupils.meet(self.whole, who) {
            return known;
        }
        let (whole, from) = (&mut *self.whole, &part.pupils);
        let position = whole.len();
        let school = if who.school.is_empty() { NONE } else { self.schools.intern(&mut whole.schools, who.school) };
        let class = if who.class.is_empty() { NONE } else { self.classes.intern(&mut whole.classes, who.class) };
        let to = &mut whole.pupils;
        to.numbers.push(who.number);
        to.names.push(who.name);
        if !from.registers.is_empty() || !to.registers.is_empty() {
            while to.registers.len() < position {
                to.registers.push("");
            }
            to.registers.push(from.registers.get(pupil));
        }
        to.schools.push(school);
        to.classes.push(class);
        to.sexes.push(from.sexes.get(pupil).copied().flatten());
        let row = from.at.get(pupil).map_or(0, |at| at.row);
        to.at.push(At { source, row });
        position
    }

    /// The position of a subject; a new one is added.
    fn subject(&mut self, subject: &Subject, source: u32, column: Option<u32>) -> usize {
        let known = self.whole.subjects.iter().position(|known| known.name == subject.name);
        let position = known.unwrap_or_else(|| {
            self.whole.subjects.push(Subject { marks: Marks::default(), ..subject.clone() });
            self.whole.sources.iter_mut().for_each(|source| source.columns.push(None));
            self.whole.subjects.len() - 1
        });
        if let Some(known) = self.whole.subjects.get_mut(position) {
            known.full = known.full.or(subject.full);
        }
        let columns = self.whole.sources.get_mut(source as usize).map(|source| &mut source.columns);
        if let Some(slot) = columns.and_then(|columns| columns.get_mut(position)) {
            *slot = column;
        }
        position
    }

    /// Takes a mark over, unless there is one that the person keeps.
    fn mark(&mut self, from: &Marks, pupil: usize, to: (usize, usize), at: At, problems: &mut Findings) {
        let (value, status) = (from.mark(pupil).unwrap_or(0.0), from.status(pupil));
        let whole = &mut *self.whole;
        let Some(subject) = whole.subjects.get_mut(to.0).filter(|_| status != Status::NotExamined) else { return };
        let known = subject.marks.status(to.1);
        if matches!(known, Status::NotExamined | Status::Missing) {
            subject.marks.set(to.1, value, status, at, &whole.pupils.at);
            return;
        }
        let same = subject.marks.tells(to.1) == from.tells(pupil);
        if same || status == Status::Missing {
            return;
        }
        let column =
            whole.sources.get(at.source as usize).and_then(|source| source.columns.get(to.0).copied().flatten());
        let own = whole.sources.get(at.source as usize).map(|source| source.place.at(at.row, column.unwrap_or(0)));
        let (Some(own), Some(kept)) = (own, whole.place(to.1, to.0)) else { return };
        let instead = self.corrections.applies(ProblemKind::ValueDiffers, &own);
        if !problems.skips(ProblemKind::ValueDiffers) {
            problems.push(Problem::new(ProblemKind::ValueDiffers, own, value.to_string(), kept.to_string()));
        }
        if let Some(subject) = whole.subjects.get_mut(to.0).filter(|_| instead) {
            subject.marks.set(to.1, value, status, at, &whole.pupils.at);
        }
    }

    /// Makes all columns as long as there are pupils.
    fn pad(&mut self) {
        let count = self.whole.len();
        self.whole.subjects.iter_mut().for_each(|subject| subject.marks.pad(count));
        let columns = [&mut self.whole.total, &mut self.whole.prior, &mut self.whole.merit];
        columns.into_iter().flatten().for_each(|marks| marks.pad(count));
    }
}
