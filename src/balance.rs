//! 县域义务教育优质均衡: the verdict of the 2017 standard on a county's
//! schools, as a pure function of the data and the standard's open decisions.
//!
//! [`assess`] gives a [`Balance`]; [`explain`](explain::explain) answers why
//! for every figure in it, down to the cells of the files.

use serde::Serialize;

use crate::word::dataset::Dataset;
use crate::word::field::Stage;
use crate::word::scheme::balance::BalanceScheme;

mod amount;
pub mod cell;
mod condition;
pub mod edit;
pub mod explain;
pub mod scope;
pub mod standard;
pub mod subject;
pub mod target;
pub mod variation;
pub mod verdict;
pub mod wording;

use amount::Amount;
use cell::Cell;
use condition::Conditions;
use scope::{Entry, Exclusion};
use standard::{Item, STAGES};
use variation::ItemVariation;
use verdict::Verdict;

/// The assessment of a county.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// The decisions it was made with.
    pub scheme: BalanceScheme,
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
    /// Its schools, in the order of the data.
    pub units: Vec<Unit>,
    /// Its seven coefficients of variation, in the order of [`Item::ALL`].
    pub variations: Vec<ItemVariation>,
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
    /// Its seven indicators, in the order of [`Item::ALL`].
    pub cells: Vec<Cell>,
    /// How many of them are met.
    pub met: usize,
    /// Six of seven, the other at 85 %.
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
        self.units.iter().find(|unit| unit.school == school)
    }

    /// The coefficient of an item.
    pub fn variation(&self, item: Item) -> Option<&ItemVariation> {
        self.variations.iter().find(|entry| entry.item == item)
    }

    /// How many schools have this verdict.
    pub fn schools_with(&self, verdict: Verdict) -> usize {
        self.units.iter().filter(|unit| unit.verdict == verdict).count()
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
}

/// Assesses all schools of the data. Bad or missing values never stop it: they
/// leave their cells, schools and coefficients 待评估, each with a reason.
pub fn assess(data: &Dataset, scheme: &BalanceScheme) -> Balance {
    let conditions = Conditions::of(data);
    let (entries, excluded) = scope::scope(&conditions, scheme);
    let stages: Vec<StageBalance> =
        STAGES.into_iter().map(|stage| assess_stage(&conditions, &entries, stage)).collect();
    let verdict = Verdict::all(stages.iter().map(|stage| stage.verdict));
    Balance { scheme: scheme.clone(), year: conditions.year, stages, excluded, verdict }
}

fn assess_stage(conditions: &Conditions<'_>, entries: &[Entry], stage: Stage) -> StageBalance {
    let entries: Vec<&Entry> = entries.iter().filter(|entry| entry.stage == stage).collect();
    let units: Vec<Unit> = entries.iter().map(|entry| assess_unit(conditions, entry)).collect();
    let variations: Vec<ItemVariation> = Item::ALL
        .into_iter()
        .map(|item| {
            ItemVariation::of(item, stage, &units, |unit| Amount::read(conditions, entries.get(unit)?, item).ok())
        })
        .collect();
    let schools = units.iter().map(|unit| unit.verdict);
    let verdict = Verdict::all(schools.chain(variations.iter().map(ItemVariation::verdict)));
    StageBalance { stage, units, variations, verdict }
}

fn assess_unit(conditions: &Conditions<'_>, entry: &Entry) -> Unit {
    let cells: Vec<Cell> = Item::ALL.into_iter().map(|item| Cell::of(conditions, entry, item)).collect();
    Unit {
        school: entry.school,
        pupils: entry.enrolment.of(entry.stage),
        combined: entry.enrolment.combined(),
        met: cells.iter().filter(|cell| cell.state.is_met()).count(),
        verdict: Verdict::of_school(&cells),
        cells,
    }
}
