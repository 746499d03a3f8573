//! What follows from a document: readings, dataset, and the three results.

use crate::balance::{self, Balance};
use crate::basis::problem::Problem;
use crate::bonus::{self, Bonus, SchoolScoreInput};
use crate::evaluation::{self, Evaluation};
use crate::intake::{self, Assembled};
use crate::word::dataset::Dataset;
use crate::word::reading::Reading;

use super::document::Document;

/// Everything that is computed from a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Derived {
    /// How each table is read, in the tables' order.
    pub readings: Vec<Reading>,
    /// What the tables mean.
    pub dataset: Dataset,
    /// Everything found, while opening and while assembling.
    pub problems: Vec<Problem>,
    /// Rows read of each table, in the tables' order.
    pub rows: Vec<usize>,
    /// The evaluation.
    pub evaluation: Evaluation,
    /// The balance.
    pub balance: Balance,
    /// The bonus.
    pub bonus: Bonus,
    /// What the dataset was assembled from.
    basis: Basis,
}

/// The parts of a document that the dataset depends on.
type Basis = (std::sync::Arc<Vec<crate::word::table::Table>>, Vec<crate::word::reading::Choice>);

impl Derived {
    /// All of it, from nothing.
    pub fn of(document: &Document) -> Self {
        let mut derived = Self::default();
        derived.assemble(document);
        derived.compute(document);
        derived
    }

    /// Brings everything up to date. The dataset is assembled anew only when
    /// tables or choices changed, so that a dragged weight costs little.
    pub fn follow(&mut self, document: &Document) {
        let same = std::sync::Arc::ptr_eq(&self.basis.0, &document.tables) && self.basis.1 == document.choices;
        if !same {
            self.assemble(document);
        }
        self.compute(document);
    }

    fn assemble(&mut self, document: &Document) {
        self.basis = (document.tables.clone(), document.choices.clone());
        self.readings = intake::recognise(&document.tables, &document.choices);
        let Assembled { dataset, problems, rows } = intake::assemble(&document.tables, &self.readings);
        self.dataset = dataset;
        self.rows = rows;
        self.problems = document.problems.iter().cloned().chain(problems).collect();
    }

    fn compute(&mut self, document: &Document) {
        let scheme = &document.scheme;
        self.evaluation = evaluation::evaluate(&self.dataset, &scheme.evaluation);
        self.balance = balance::assess(&self.dataset, &scheme.balance);
        let scores = self.scores();
        self.bonus = bonus::distribute(&self.dataset, &scores, self.evaluation.year, &scheme.bonus);
    }

    fn scores(&self) -> Vec<SchoolScoreInput> {
        vec![]
    }
}
