//! The table of schools and indicators, with the coefficients at its foot.

use serde::{Deserialize, Serialize};

use super::{BalanceLook, LOW, NEAR, NONE};
use crate::app::act::Deed;
use crate::app::sight::Sight;
use crate::app::view::Tone;
use crate::app::view::figure::Figure;
use crate::app::view::pager::{List, Pager};
use crate::balance::cell::{Cell, State};
use crate::balance::rule::Rule;
use crate::balance::standard::{Coefficients, Item};
use crate::balance::subject::Subject;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::wording;
use crate::balance::{StageBalance, Unit};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;

/// Schools × indicators, with the coefficients at the foot.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What the table shows.
    pub caption: String,
    /// The head of the schools' column.
    pub school_head: String,
    /// The head of the pupils' column.
    pub pupils_head: String,
    /// Its order.
    pub pupils_order: Order,
    /// The heads of the indicators.
    pub heads: Vec<Head>,
    /// The head of the verdicts' column.
    pub verdict_head: String,
    /// A row a school, of the part that is shown.
    pub rows: Vec<Row>,
    /// What leads to the others.
    pub pager: Option<Pager>,
    /// The coefficients.
    pub footer: Footer,
}

/// The head of an indicator's column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// L1 … L7, 1. … 8.
    pub code: String,
    /// A short name.
    pub name: String,
    /// The full name.
    pub full_name: String,
    /// "≥ 4.2"; empty where nothing is demanded.
    pub threshold: String,
    /// Its order.
    pub order: Order,
}

/// How the table is sorted by a column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// Sorted by it, ascending or descending.
    pub ascending: Option<bool>,
    /// Sorts by it: up, down, and back to the order of the data.
    pub press: Deed,
}

/// A school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name; for a combined school with the stage.
    pub name: String,
    /// Its pupils as text.
    pub pupils: String,
    /// Its indicators.
    pub cells: Vec<Figure>,
    /// Its verdict.
    pub verdict: Figure,
}

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum BalanceColumn {
    /// Pupils.
    Pupils,
    /// An indicator.
    Item(Item),
}

/// The order of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BalanceSort {
    /// By which column.
    pub column: BalanceColumn,
    /// The least first.
    pub ascending: bool,
}

impl BalanceSort {
    /// Sorts; schools without a value stand last either way, equal ones stay in
    /// the order of the data.
    fn sort(self, units: &mut Vec<&Unit>) {
        order::sort_by(units, |a, b| match (self.column.value(a), self.column.value(b)) {
            (Some(a), Some(b)) if self.ascending => a.total_cmp(&b),
            (Some(a), Some(b)) => b.total_cmp(&a),
            (a, b) => b.is_some().cmp(&a.is_some()),
        });
    }
}

impl BalanceColumn {
    fn value(self, unit: &Unit) -> Option<f64> {
        match self {
            Self::Pupils => unit.pupils,
            Self::Item(item) => unit.cell(item)?.value,
        }
    }

    fn order(self, sort: Option<BalanceSort>) -> Order {
        let ascending = sort.filter(|sort| sort.column == self).map(|sort| sort.ascending);
        let next = match ascending {
            None => Some(true),
            Some(true) => Some(false),
            Some(false) => None,
        };
        let press = Sight::Balance(next.map(|ascending| BalanceSort { column: self, ascending })).into();
        Order { ascending, press }
    }
}

/// The foot of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Footer {
    /// What the row is.
    pub label: String,
    /// "≤ 0.50"; empty where no single coefficient is judged.
    pub limit: String,
    /// The coefficients.
    pub bars: Vec<Bar>,
    /// The verdict on them, which explains the stage; `None` as for the limit.
    pub verdict: Option<Figure>,
    /// Their mean.
    pub composite: Composite,
}

/// The mean of the coefficients.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Composite {
    /// What the row is.
    pub label: String,
    /// "≤ 0.65"; empty where it only informs.
    pub limit: String,
    /// The mean.
    pub bar: Bar,
    /// What is said beside it.
    pub remark: String,
    /// The verdict on it, which explains the stage; `None` as for the limit.
    pub verdict: Option<Figure>,
}

/// A coefficient as a bar against its limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The coefficient.
    pub figure: Figure,
    /// The bar's length, 0 to 1 of the track.
    pub fraction: f64,
    /// Where the limit stands on the track, 0 to 1; `None` where there is none.
    pub limit: Option<f64>,
}

/// The coefficient at the end of the bars' track.
const TRACK: f64 = 0.8;

/// The same where single coefficients have no limit.
const LONG_TRACK: f64 = 1.4;

/// The table of a stage.
pub(super) fn table(data: &Dataset, within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Table {
    let units = sorted(within, look);
    let window = look.windows.of(List::Balance, units.len());
    let school = look.explained.and_then(Subject::school);
    let asked = school.and_then(|school| units.iter().position(|unit| unit.school == school));
    let rule = &within.rule;
    let head = |item: Item| Head {
        code: rule.standard.code(item),
        name: item.short_name(lang).to_owned(),
        full_name: item.name(lang).to_owned(),
        threshold: wording::demanded(item, rule, lang),
        order: BalanceColumn::Item(item).order(look.sort),
    };
    Table {
        caption: lang.balance_table().to_owned(),
        school_head: lang.school().to_owned(),
        pupils_head: lang.pupils().to_owned(),
        pupils_order: BalanceColumn::Pupils.order(look.sort),
        heads: rule.demands.iter().map(|demand| head(demand.item)).collect(),
        verdict_head: lang.balance_verdict().to_owned(),
        rows: window.cut(units).map(|unit| row(data, unit, rule, look, lang)).collect(),
        pager: window.pager(asked, lang),
        footer: footer(within, look, lang),
    }
}

/// The units in the table's order.
pub(super) fn sorted<'a>(within: &'a StageBalance, look: &BalanceLook<'_>) -> Vec<&'a Unit> {
    let mut units: Vec<&Unit> = within.units.iter().collect();
    if let Some(sort) = look.sort {
        sort.sort(&mut units);
    }
    units
}

fn row(data: &Dataset, unit: &Unit, rule: &Rule, look: &BalanceLook<'_>, lang: Lang) -> Row {
    let (school, stage) = (unit.school, rule.stage);
    Row {
        school,
        name: wording::unit_name(data, unit, stage, lang),
        pupils: unit.pupils.map_or_else(|| lang.missing().to_owned(), |pupils| wording::trimmed(pupils, 2)),
        cells: unit.cells.iter().map(|cell| figure(cell, school, rule, look, lang)).collect(),
        verdict: look.badge(unit.verdict, Subject::School { stage, school }, lang),
    }
}

fn figure(cell: &Cell, school: usize, rule: &Rule, look: &BalanceLook<'_>, lang: Lang) -> Figure {
    let (mark, tone, detail) = match &cell.state {
        State::Met | State::Open => ("", Tone::Plain, None),
        State::Within => (NEAR, Tone::Near, wording::gap(cell, lang).map(|gap| lang.balance_gap(&gap))),
        State::Below => (LOW, Tone::Bad, wording::gap(cell, lang).map(|gap| lang.balance_gap(&gap))),
        State::Missing(lack) => (NONE, Tone::Quiet, Some(wording::lack(lack, lang))),
    };
    let said = !matches!(cell.state, State::Met | State::Open);
    let name = said.then(|| wording::state(&cell.state, rule, lang));
    let spoken: Vec<String> = name.into_iter().chain(detail).collect();
    let subject = Subject::Cell { stage: rule.stage, school, item: cell.item };
    look.figure(wording::value(cell, rule, lang), subject)
        .marked(mark, spoken.join(lang.balance_lead_comma()))
        .toned(tone)
}

fn footer(within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Footer {
    let stage = within.stage;
    let each = within.rule.coefficients() == Coefficients::Each;
    let limit = || lang.balance_at_most(&wording::limit(&within.rule));
    let verdict = || look.badge(within.coefficients(), Subject::Stage(stage), lang);
    let standard = within.rule.standard;
    let outcome = within.composite.outcome;
    Footer {
        label: lang.balance_variation_row().to_owned(),
        limit: if each { limit() } else { String::new() },
        bars: within.variations.iter().map(|variation| bar(variation, &within.rule, look, lang)).collect(),
        verdict: each.then(verdict),
        composite: Composite {
            label: lang.balance_composite_row(wording::composite_name(standard, lang), standard.count(lang)),
            limit: if each { String::new() } else { limit() },
            bar: composite(within, look, lang),
            remark: if outcome == Outcome::Within {
                String::new()
            } else {
                wording::composite_outcome(outcome, lang).to_owned()
            },
            verdict: (!each).then(verdict),
        },
    }
}

fn bar(variation: &ItemVariation, rule: &Rule, look: &BalanceLook<'_>, lang: Lang) -> Bar {
    let spoken = if variation.passes_only_after_rounding {
        lang.balance_rounds_to_limit().to_owned()
    } else {
        wording::outcome(variation, lang)
    };
    let (mark, tone) = marked(variation.outcome);
    let subject = Subject::Variation { stage: rule.stage, item: variation.item };
    let figure = look.figure(wording::coefficient(variation, rule, lang), subject).marked(mark, spoken).toned(tone);
    let limit = (rule.coefficients() == Coefficients::Each).then_some(rule.limit);
    Bar::new(figure, variation.coefficient(), limit, rule)
}

fn composite(within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Bar {
    let (composite, rule) = (&within.composite, &within.rule);
    let spoken = if composite.passes_only_after_rounding {
        lang.balance_rounds_to_limit()
    } else {
        wording::composite_outcome(composite.outcome, lang)
    };
    let (mark, tone) = marked(composite.outcome);
    let subject = Subject::Composite(within.stage);
    let figure = look.figure(wording::composite(within, lang), subject).marked(mark, spoken).toned(tone);
    let limit = (rule.coefficients() == Coefficients::Mean).then_some(rule.limit);
    Bar::new(figure, composite.value, limit, rule)
}

const fn marked(outcome: Outcome) -> (&'static str, Tone) {
    match outcome {
        Outcome::Within | Outcome::Informative => ("", Tone::Plain),
        Outcome::Beyond => (LOW, Tone::Bad),
        _ => (NONE, Tone::Quiet),
    }
}

impl Bar {
    fn new(figure: Figure, value: Option<f64>, limit: Option<f64>, rule: &Rule) -> Self {
        let track = if rule.coefficients() == Coefficients::Each { TRACK } else { LONG_TRACK };
        let part = |value: f64| (value / track).clamp(0.0, 1.0);
        Self { figure, fraction: part(value.unwrap_or(0.0)), limit: limit.map(part) }
    }
}
