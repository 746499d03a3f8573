//! The classes of all tables, each once, and whether those of a school add up
//! to its pupils.

use std::collections::HashMap;

use super::conflict;
use super::log::unless_twin;
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::word::class::Class;
use crate::word::correction::Corrections;
use crate::word::dataset::{Dataset, Value};
use crate::word::field::{Field, Stage};
use crate::word::table::Table;

/// A class as a row has it.
pub(super) struct Read {
    pub class: Class,
    /// What tells it apart beside its stage.
    pub key: Key,
    /// That its stage is not known, where it is not.
    pub open: Option<Problem>,
}

/// School, year, and grade and name in one form.
pub(super) type Key = (usize, Option<i32>, (String, String));

/// The classes met so far.
#[derive(Default)]
pub(super) struct Classes {
    all: Vec<Class>,
    /// Where they stand among all, by what tells them apart. Of a school several
    /// stages may have a 1班.
    met: HashMap<Key, Vec<usize>>,
    /// What is not known of the stages of some.
    open: Vec<(usize, Problem)>,
}

impl Classes {
    /// Adds the classes of a table; gives how many rows were used. `None`, when
    /// other tables hold the same: that is all that is said of it.
    pub fn add(
        &mut self,
        table: &Table,
        read: Vec<Read>,
        corrections: &Corrections,
        own: Findings,
        problems: &mut Findings,
    ) -> Option<usize> {
        let known = |read: &Read| self.find(read).and_then(|at| self.all.get(at));
        let same = |read: &Read| known(read).is_some_and(|known| known.pupils == read.class.pupils);
        let twin = read.first().filter(|_| read.iter().all(same)).and_then(known);
        let twin = twin.map(|known| Place { cell: None, ..known.source.place.clone() });
        if twin.is_some() {
            // It may still tell what the other does not.
            for read in &read {
                self.learn_stage(read);
            }
        }
        let read = unless_twin(read, twin, table, own, problems)?;
        let before = self.all.len();
        for read in read {
            self.learn_stage(&read);
            let at = self.find(&read);
            let Read { class, key, open } = read;
            let Some(known) = at.and_then(|at| self.all.get_mut(at)) else {
                self.met.entry(key).or_default().push(self.all.len());
                self.open.extend(open.map(|open| (self.all.len(), open)));
                self.all.push(class);
                continue;
            };
            if table.holds(&known.source.place) {
                let (found, first) = (&*class.name, known.source.place.to_string());
                problems.push(Problem::new(ProblemKind::ClassTwice, class.source.place, found, first));
                continue;
            }
            let conflict = known
                .pupils
                .zip(class.pupils)
                .and_then(|(kept, other)| conflict((kept, &known.source), (other, &class.source)));
            let instead = conflict.as_ref().is_some_and(|other| corrections.applies(other.kind, &other.place));
            problems.extend(conflict);
            if instead || known.pupils.is_none() {
                (known.source, known.pupils) = (class.source, class.pupils);
            }
        }
        Some(self.all.len() - before)
    }

    /// The class that a row is about: of its stage, or of none that is known.
    fn find(&self, read: &Read) -> Option<usize> {
        let may_be = |at: &usize, exactly: bool| {
            self.all.get(*at).is_some_and(|known| match (known.stage, read.class.stage) {
                (Some(one), Some(other)) => one == other,
                (None, None) => true,
                _ => !exactly,
            })
        };
        let met = self.met.get(&read.key)?;
        let find = |exactly| met.iter().copied().find(|at| may_be(at, exactly));
        find(true).or_else(|| find(false))
    }

    fn learn_stage(&mut self, read: &Read) {
        if let Some(known) = self.find(read).and_then(|at| self.all.get_mut(at)) {
            known.stage = known.stage.or(read.class.stage);
        }
    }

    /// All of them, by school; what is still open of them is said.
    pub fn sorted(mut self, problems: &mut Findings) -> Vec<Class> {
        let open = |at: usize| self.all.get(at).is_some_and(|class| class.stage.is_none());
        problems.extend(self.open.into_iter().filter(|(at, _)| open(*at)).map(|(_, problem)| problem));
        order::sort_by_key(&mut self.all, |class| class.school);
        self.all
    }
}

/// Reports schools whose pupils of a stage are not the sum of its classes, where
/// the stages of all are known, and their sizes.
pub(super) fn check(data: &Dataset, problems: &mut Findings) {
    let year = data.class_year();
    for school in 0..data.schools.len() {
        let classes = data.classes_of(school, year).map(|(_, class)| class);
        if classes.clone().any(|class| class.stage.is_none()) {
            continue;
        }
        for stage in [Stage::Primary, Stage::Junior, Stage::Senior] {
            let (mut first, mut sum) = (None, Some(0.0));
            for class in classes.clone().filter(|class| class.stage == Some(stage)) {
                first = first.or(Some(class));
                // Whole numbers are added without loss.
                let pupils = class.pupils.filter(|pupils| pupils.fract() == 0.0);
                sum = sum.zip(pupils).map(|(sum, pupils)| sum + pupils);
            }
            let Some((first, sum)) = first.zip(sum) else { continue };
            let Some(pupils) = pupils(data, school, stage, first.year) else { continue };
            if pupils.number.total_cmp(&sum).is_ne() {
                let CellNote { place, text } = &pupils.source;
                let note = format!("{sum} ({})", first.source.place);
                problems.push(Problem::new(ProblemKind::ClassesDiffer, place.clone(), &**text, note));
            }
        }
    }
}

/// A school's pupils of a stage, in tables without years or else in the year of
/// its classes; the latest there are where those have no year.
fn pupils(data: &Dataset, school: usize, stage: Stage, year: Option<i32>) -> Option<&Value> {
    let field = Field::Pupils(stage);
    let (facts, key) = (data.facts(), (school, &field));
    let from = facts.partition_point(|fact| (fact.school, &fact.field) < key);
    let own = facts.iter().skip(from).take_while(|fact| (fact.school, &fact.field) == key);
    let year = year.or_else(|| own.map(|fact| fact.year).max().flatten());
    data.value(school, &field, None).or_else(|| data.value(school, &field, year))
}
