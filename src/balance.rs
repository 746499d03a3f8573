//! 县域义务教育均衡: the verdict of a national standard on a county's schools,
//! as a pure function of the data and the decisions.
//!
//! [`assess`] gives a [`Balance`]; [`explain`](explain::explain) answers why
//! for every figure in it, down to the cells of the files.

use serde::Serialize;

use crate::word::dataset::Dataset;
use crate::word::field::Stage;
use crate::word::scheme::balance::BalanceScheme;

pub mod achievement;
mod amount;
pub mod cell;
pub mod check;
pub mod composite;
pub mod condition;
pub mod edit;
pub mod explain;
mod finder;
mod follow;
pub mod history;
pub mod indices;
pub mod plan;
pub mod rule;
pub mod scope;
pub mod standard;
pub mod subject;
pub mod target;
pub mod variation;
pub mod verdict;
pub mod way;
pub mod wording;

pub use follow::{Spare, follow};

use amount::Amount;
use cell::{Cell, State};
use composite::Composite;
use condition::Conditions;
use rule::{Departure, Rule};
use scope::{Entry, Exclusion};
use standard::{Item, STAGES};
use variation::ItemVariation;
use verdict::Verdict;

/// The assessment of a county.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// The decisions it was made with.
    pub scheme: BalanceScheme,
    /// Where they are not the standard's.
    pub departures: Vec<Departure>,
    /// The year whose values count besides those of tables without years.
    pub year: Option<i32>,
    /// The stages in the order of [`STAGES`].
    pub stages: Vec<StageBalance>,
    /// The schools left out, with reasons.
    pub excluded: Vec<Exclusion>,
    /// The county: every school and every coefficient of both stages.
    pub verdict: Verdict,
}

/// The assessment of one stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageBalance {
    /// The stage.
    pub stage: Stage,
    /// What holds for it.
    pub rule: Rule,
    /// Its schools, in the order of the data: by ascending index.
    pub units: Vec<Unit>,
    /// Its coefficients of variation, in the standard's order.
    pub variations: Vec<ItemVariation>,
    /// Their mean.
    pub composite: Composite,
    /// The stage: every school and every coefficient.
    pub verdict: Verdict,
}

/// A school, or the part of a combined school that belongs to one stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Unit {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Pupils of the stage; `None` when the data lack them.
    pub pupils: Option<f64>,
    /// The school has further stages.
    pub combined: bool,
    /// Its indicators, in the standard's order.
    pub cells: Vec<Cell>,
    /// How many of them are met.
    pub met: usize,
    /// Enough of them met, the others at their floors.
    pub verdict: Verdict,
}

impl Balance {
    /// The assessment of a stage; `None` for senior schools.
    pub fn stage(&self, stage: Stage) -> Option<&StageBalance> {
        self.stages.iter().find(|entry| entry.stage == stage)
    }

    /// Whether the data hold no conditions of schools at all.
    pub fn is_empty(&self) -> bool {
        self.excluded.is_empty() && self.stages.iter().all(|stage| stage.units.is_empty())
    }
}

impl StageBalance {
    /// The unit of a school.
    pub fn unit(&self, school: usize) -> Option<&Unit> {
        self.units.get(self.units.binary_search_by_key(&school, |unit| unit.school).ok()?)
    }

    /// The coefficient of an item.
    pub fn variation(&self, item: Item) -> Option<&ItemVariation> {
        self.variations.iter().find(|entry| entry.item == item)
    }

    /// How many schools have this verdict.
    pub fn schools_with(&self, verdict: Verdict) -> usize {
        self.units.iter().filter(|unit| unit.verdict == verdict).count()
    }

    /// How many schools meet the standard; `None` where it demands nothing of
    /// schools, or there is none.
    pub fn schools_met(&self) -> Option<usize> {
        let judged = self.rule.judged() > 0 && !self.units.is_empty();
        judged.then(|| self.schools_with(Verdict::Met))
    }

    /// Joins the verdicts on the schools and on the coefficients.
    fn judge(&mut self) {
        let schools = self.units.iter().map(|unit| unit.verdict);
        self.verdict = Verdict::all(schools.chain([self.coefficients()]));
    }

    /// The verdict on the coefficients: each, or their mean.
    pub fn coefficients(&self) -> Verdict {
        let each = self.variations.iter().map(ItemVariation::verdict);
        Verdict::all(each.chain([self.composite.outcome.verdict()]))
    }

    /// How many coefficients, or their mean, are beyond the limit.
    pub fn beyond(&self) -> usize {
        let each = self.variations.iter().map(ItemVariation::verdict);
        each.chain([self.composite.outcome.verdict()]).filter(|verdict| *verdict == Verdict::NotMet).count()
    }

    /// How many coefficients have this verdict.
    pub fn variations_with(&self, verdict: Verdict) -> usize {
        self.variations.iter().filter(|entry| entry.verdict() == verdict).count()
    }
}

impl Unit {
    /// The cell of an item.
    pub fn cell(&self, item: Item) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.item == item)
    }

    /// Joins what its indicators are.
    fn judge(&mut self, rule: &Rule) {
        self.met = self.cells.iter().filter(|cell| cell.state.is_met()).count();
        self.verdict = Verdict::of_school(&self.cells, rule);
    }

    /// The indicators that decide against the unit: those below their floor; all that
    /// are not reached, where too few are or none is below its floor.
    pub fn deciding(&self, rule: &Rule) -> impl Iterator<Item = &Cell> {
        let missing = self.cells.iter().filter(|cell| cell.state.is_missing()).count();
        let low = self.cells.iter().any(|cell| cell.state == State::Below);
        let any = !low || self.met + missing < rule.least_met;
        let decides = move |cell: &&Cell| cell.state == State::Below || (any && cell.state == State::Within);
        let cells = if self.verdict == Verdict::NotMet { self.cells.as_slice() } else { &[] };
        cells.iter().filter(decides)
    }
}

/// Assesses all schools of the data. Bad or missing values never stop it: they
/// leave their cells, schools and coefficients 待评估, each with a reason.
pub fn assess(data: &Dataset, scheme: &BalanceScheme) -> Balance {
    assess_knowing(data, scheme, &|_| None)
}

/// The same, where the units of some schools are known from an assessment by the same
/// decisions.
fn assess_knowing<'a>(data: &Dataset, scheme: &BalanceScheme, known: &dyn Fn(&Entry) -> Option<&'a Unit>) -> Balance {
    let conditions = Conditions::of(data, scheme);
    let (entries, excluded) = scope::scope(&conditions, scheme);
    let stage = |stage| assess_stage(&conditions, &entries, stage, known);
    let stages: Vec<StageBalance> = STAGES.into_iter().map(stage).collect();
    let verdict = Verdict::all(stages.iter().map(|stage| stage.verdict));
    let (departures, year) = (rule::departures(scheme), conditions.year);
    Balance { scheme: scheme.clone(), departures, year, stages, excluded, verdict }
}

fn assess_stage<'a>(
    conditions: &Conditions<'_>,
    entries: &[Entry],
    stage: Stage,
    known: &dyn Fn(&Entry) -> Option<&'a Unit>,
) -> StageBalance {
    let rule = Rule::of(conditions.scheme, stage);
    let items = rule.standard.preset().items;
    let entries: Vec<&Entry> = entries.iter().filter(|entry| entry.stage == stage).collect();
    let unit = |entry: &&Entry| known(entry).cloned().unwrap_or_else(|| assess_unit(conditions, entry, &rule));
    let units: Vec<Unit> = entries.iter().map(unit).collect();
    let amount = |item: Item, unit: usize| Amount::read(conditions, entries.get(unit)?, item).ok();
    let variations: Vec<ItemVariation> =
        items.iter().map(|item| ItemVariation::of(*item, &rule, &units, &|unit| amount(*item, unit))).collect();
    let composite = Composite::of(&rule, &variations, units.len(), &amount);
    let mut result = StageBalance { stage, rule, units, variations, composite, verdict: Verdict::NotApplicable };
    result.judge();
    result
}

fn assess_unit(conditions: &Conditions<'_>, entry: &Entry, rule: &Rule) -> Unit {
    let items = rule.standard.preset().items;
    let cells: Vec<Cell> = items.iter().map(|item| Cell::of(conditions, entry, *item, rule)).collect();
    let (school, pupils, combined) = (entry.school, entry.enrolment.of(entry.stage), entry.enrolment.combined());
    let mut unit = Unit { school, pupils, combined, cells, met: 0, verdict: Verdict::NotApplicable };
    unit.judge(rule);
    unit
}
