//! What follows from a document: readings, dataset, and the three results.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::balance::target::{self, Targets};
use crate::balance::{self, Balance, Spare};
use crate::basis::findings::Findings;
use crate::bonus::{self, Bonus, SchoolScore, Scores};
use crate::evaluation::{self, Evaluation, Ranks, Standing};
use crate::intake::{self, Alike, Assembled, Progress, Watch};
use crate::report::Material;
use crate::word::correction::Corrections;
use crate::word::dataset::Dataset;
use crate::word::reading::{Choice, Reading};
use crate::word::scheme::Scheme;
use crate::word::scheme::evaluation::EvaluationScheme;
use crate::word::table::Table;

use super::decided::Decided;
use super::document::Document;

/// Everything that is computed from a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// The tables with what the person typed in them.
    pub tables: Arc<Vec<Table>>,
    /// How each table is read, in the tables' order.
    pub readings: Vec<Reading>,
    /// What the tables mean.
    pub dataset: Dataset,
    /// Everything found, while opening and while assembling.
    pub problems: Findings,
    /// Which of it the person decided on.
    pub decided: Decided,
    /// Rows read of each table, in the tables' order.
    pub rows: Vec<usize>,
    /// Schools that may be one.
    pub alike: Vec<Alike>,
    /// The evaluation.
    pub evaluation: Evaluation,
    /// The ranks by the scheme as it was when the data came: what moves are
    /// counted from.
    pub ranks_before: Ranks,
    /// The balance.
    pub balance: Balance,
    /// That before, at hand.
    spare: Spare,
    /// The compliance targets.
    pub targets: Targets,
    /// The bonus.
    pub bonus: Bonus,
    /// What the dataset was assembled from.
    basis: Basis,
    /// The decisions that the results follow from.
    scheme: Scheme,
}

/// The parts of a document that the dataset depends on.
type Basis = (Arc<Vec<Table>>, Vec<Choice>, Corrections);

/// How a document's tables are read, and what they mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Understanding {
    readings: Vec<Reading>,
    assembled: Assembled,
}

impl Understanding {
    /// Of a document's tables. `None`: stopped.
    pub fn of(document: &Document, watch: &mut dyn Watch) -> Option<Self> {
        let progress = Progress { stage: intake::Stage::Understand, rows: 0, fraction: None };
        let tables = intake::correct(&document.tables, document.corrections.cells());
        watch.go_on(progress).then(|| Self::of_tables(&tables, document))
    }

    /// Of a document's tables with what the person typed in them.
    fn of_tables(tables: &[Table], document: &Document) -> Self {
        let readings = intake::recognise_as(tables, &document.choices, &document.corrections);
        let assembled = intake::assemble(tables, &readings, &document.corrections);
        Self { readings, assembled }
    }
}

impl Derived {
    /// All of it, from nothing.
    pub fn of(document: &Document) -> Self {
        Self::knowing(document, None)
    }

    /// The same, where what the tables mean may be known.
    fn knowing(document: &Document, known: Option<Understanding>) -> Self {
        let tables = intake::correct(&document.tables, document.corrections.cells());
        let Understanding { readings, assembled } =
            known.unwrap_or_else(|| Understanding::of_tables(&tables, document));
        let Assembled { dataset, problems, rows, alike } = assembled;
        let mut found: Findings = document.problems.iter().cloned().collect();
        found.append(problems);
        let (evaluation, bonus) = shared_out(&dataset, &document.scheme);
        let balance = balance::assess(&dataset, &document.scheme.balance);
        let targets = target::assess(&dataset, &document.scheme.targets, balance.scheme.standard);
        Self {
            tables,
            readings,
            dataset,
            decided: Decided::of(&found, &document.corrections),
            problems: found,
            rows,
            alike,
            ranks_before: evaluation.ranks(),
            evaluation,
            balance,
            spare: Spare::default(),
            targets,
            bonus,
            basis: (document.tables.clone(), document.choices.clone(), document.corrections.clone()),
            scheme: document.scheme.clone(),
        }
    }

    /// Brings everything up to date; `true` when the dataset was assembled
    /// anew, so that indices into it mean other schools. That happens only when
    /// tables, choices or corrections changed, and each result is computed anew only
    /// when its own decisions did: a dragged weight costs little. What the tables
    /// mean may be known, where they changed.
    pub fn follow(&mut self, document: &Document, known: Option<Understanding>) -> bool {
        let (tables, choices, corrections) = &self.basis;
        let same = Arc::ptr_eq(tables, &document.tables)
            && *choices == document.choices
            && *corrections == document.corrections;
        if !same {
            *self = Self::knowing(document, known);
            return true;
        }
        let (before, now) = (&self.scheme, &document.scheme);
        if before.evaluation != now.evaluation {
            (self.evaluation, self.bonus) = shared_out(&self.dataset, now);
        } else if before.bonus != now.bonus {
            self.bonus = shared(&self.dataset, &self.evaluation, now);
        }
        if before.balance != now.balance {
            balance::follow(&mut self.balance, &mut self.spare, &self.dataset, &now.balance);
        }
        // The standard that is chosen says which targets count.
        let standard = now.balance.standard;
        if before.targets != now.targets || before.balance.standard != standard {
            target::follow(&mut self.targets, &self.dataset, &now.targets, standard);
        }
        self.scheme = now.clone();
        false
    }

    /// Whether these are the tables that it follows from.
    pub fn is_from(&self, tables: &Arc<Vec<Table>>) -> bool {
        Arc::ptr_eq(&self.basis.0, tables)
    }

    /// What a report is made from.
    pub fn material<'a>(&'a self, document: &'a Document, now: &'a str) -> Material<'a> {
        Material {
            dataset: &self.dataset,
            scheme: &document.scheme,
            evaluation: &self.evaluation,
            balance: &self.balance,
            targets: &self.targets,
            bonus: &self.bonus,
            problems: &self.problems,
            sources: &document.sources,
            now,
        }
    }
}

impl Default for Derived {
    fn default() -> Self {
        Self::of(&Document::default())
    }
}

/// The evaluation, and the bonus that rests on it.
fn shared_out(dataset: &Dataset, scheme: &Scheme) -> (Evaluation, Bonus) {
    let evaluation = evaluation::evaluate(dataset, &scheme.evaluation);
    let bonus = shared(dataset, &evaluation, scheme);
    (evaluation, bonus)
}

fn shared(dataset: &Dataset, evaluation: &Evaluation, scheme: &Scheme) -> Bonus {
    bonus::distribute(dataset, &scores(evaluation, &scheme.evaluation), &scheme.bonus)
}

/// What the bonus takes from the evaluation.
fn scores(evaluation: &Evaluation, scheme: &EvaluationScheme) -> Scores {
    let school = |standing: &Standing| SchoolScore { school: standing.school, score: standing.total };
    Scores {
        year: evaluation.year,
        schools: evaluation.schools.iter().map(school).collect(),
        exam_indicators: evaluation::exam_indicators(scheme),
    }
}
