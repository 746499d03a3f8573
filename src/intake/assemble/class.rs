//! The classes of all tables, each once, and whether those of a school add up
//! to its pupils.

use std::collections::HashMap;
use std::sync::Arc;

use super::conflict;
use super::log::unless_twin;
use crate::basis::findings::Findings;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::problem::{Problem, ProblemKind};
use crate::basis::why::CellNote;
use crate::intake::plain::folded;
use crate::word::class::Class;
use crate::word::correction::Corrections;
use crate::word::dataset::{Dataset, Value};
use crate::word::field::{Field, Stage};
use crate::word::table::Table;

/// The classes met so far.
#[derive(Default)]
pub(super) struct Classes {
    all: Vec<Class>,
    /// Where they stand among all, by what tells them apart.
    met: HashMap<Arc<str>, usize>,
}

impl Classes {
    /// Adds the classes of a table; gives how many rows were used. `None`, when
    /// other tables hold the same: that is all that is said of it.
    pub fn add(
        &mut self,
        table: &Table,
        read: Vec<Class>,
        corrections: &Corrections,
        own: Findings,
        problems: &mut Findings,
    ) -> Option<usize> {
        let same = |class: &Class| self.known(class).is_some_and(|known| known.pupils == class.pupils);
        let twin = read.first().filter(|_| read.iter().all(same)).and_then(|class| self.known(class));
        let twin = twin.map(|known| Place { cell: None, ..known.source.place.clone() });
        let read = unless_twin(read, twin, table, own, problems)?;
        let before = self.all.len();
        for class in read {
            let key = key(&class);
            let Some(known) = self.met.get(&key).and_then(|at| self.all.get_mut(*at)) else {
                self.met.insert(key, self.all.len());
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

    fn known(&self, class: &Class) -> Option<&Class> {
        self.met.get(&key(class)).and_then(|at| self.all.get(*at))
    }

    /// All of them, by school.
    pub fn sorted(mut self) -> Vec<Class> {
        order::sort_by_key(&mut self.all, |class| class.school);
        self.all
    }
}

/// What tells classes apart.
fn key(class: &Class) -> Arc<str> {
    format!("{} {} {}", class.school, class.year.unwrap_or_default(), folded(&class.name)).into()
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
