//! The table of schools and indicators, with the coefficients at its foot.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Badge, BalanceLook, LOW, NEAR, NONE, badge};
use crate::app::deed::Deed;
use crate::app::event::Event;
use crate::app::view::Tone;
use crate::app::view::pager::{List, Pager};
use crate::balance::cell::{Cell, State};
use crate::balance::standard::{Item, variation_limit};
use crate::balance::subject::Subject;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::balance::{StageBalance, Unit};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

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
    /// The indicator.
    pub item: Item,
    /// L1 … L7.
    pub code: String,
    /// A short name.
    pub name: String,
    /// The full name.
    pub full_name: String,
    /// "≥ 4.2".
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
    /// Its seven indicators.
    pub cells: Vec<Figure>,
    /// Its verdict.
    pub verdict: Badge,
}

/// A figure of the table that can be asked about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// The number as text.
    pub text: String,
    /// The mark before it; empty when met.
    pub mark: Cow<'static, str>,
    /// What the mark says, with the gap or the reason: for screen readers and
    /// as a hint.
    pub spoken: String,
    /// How it is meant.
    pub tone: Tone,
    /// What explains it.
    pub subject: Subject,
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
        let press = Event::SortBalance(next.map(|ascending| BalanceSort { column: self, ascending })).into();
        Order { ascending, press }
    }
}

/// The foot of the table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Footer {
    /// What the row is.
    pub label: String,
    /// "≤ 0.50".
    pub limit: String,
    /// The coefficients.
    pub bars: Vec<Bar>,
    /// The verdict on the stage.
    pub verdict: Badge,
}

/// A coefficient as a bar against its limit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// The coefficient.
    pub figure: Figure,
    /// The bar's length, 0 to 1 of the track.
    pub fraction: f64,
    /// Where the limit stands on the track, 0 to 1.
    pub limit: f64,
}

/// The coefficient at the end of the bars' track.
const TRACK: f64 = 0.8;

/// The table of a stage.
pub(super) fn table(data: &Dataset, within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Table {
    let stage = within.stage;
    let mut units: Vec<&Unit> = within.units.iter().collect();
    if let Some(sort) = look.sort {
        sort.sort(&mut units);
    }
    let window = look.windows.of(List::Balance, units.len());
    let school = look.explained.and_then(Subject::school);
    let asked = school.and_then(|school| units.iter().position(|unit| unit.school == school));
    let head = |item: Item| Head {
        item,
        code: item.code(),
        name: item.short_name(lang).to_owned(),
        full_name: item.name(lang).to_owned(),
        threshold: lang.balance_at_least(&wording::threshold(item, stage)),
        order: BalanceColumn::Item(item).order(look.sort),
    };
    Table {
        caption: lang.balance_table().to_owned(),
        school_head: lang.school().to_owned(),
        pupils_head: lang.pupils().to_owned(),
        pupils_order: BalanceColumn::Pupils.order(look.sort),
        heads: Item::ALL.map(head).to_vec(),
        verdict_head: lang.balance_verdict().to_owned(),
        rows: window.cut(units).map(|unit| row(data, unit, stage, lang)).collect(),
        pager: window.pager(asked, lang),
        footer: footer(within, lang),
    }
}

fn row(data: &Dataset, unit: &Unit, stage: Stage, lang: Lang) -> Row {
    let school = unit.school;
    Row {
        school,
        name: wording::unit_name(data, unit, stage, lang),
        pupils: unit.pupils.map_or_else(|| lang.missing().to_owned(), |pupils| wording::trimmed(pupils, 2)),
        cells: unit.cells.iter().map(|cell| figure(cell, school, stage, lang)).collect(),
        verdict: badge(unit.verdict, Subject::School { stage, school }, lang),
    }
}

fn figure(cell: &Cell, school: usize, stage: Stage, lang: Lang) -> Figure {
    let (mark, tone, detail) = match &cell.state {
        State::Met => ("", Tone::Plain, None),
        State::Within => (NEAR, Tone::Near, wording::gap(cell, lang).map(|gap| lang.balance_gap(&gap))),
        State::Below => (LOW, Tone::Bad, wording::gap(cell, lang).map(|gap| lang.balance_gap(&gap))),
        State::Missing(lack) => (NONE, Tone::Quiet, Some(wording::lack(lack, lang))),
    };
    let name = [wording::state(&cell.state, lang).to_owned()];
    let spoken: Vec<String> = if cell.state.is_met() { Vec::new() } else { name.into_iter().chain(detail).collect() };
    Figure {
        text: wording::value(cell, stage, lang),
        mark: mark.into(),
        spoken: spoken.join(lang.balance_lead_comma()),
        tone,
        subject: Subject::Cell { stage, school, item: cell.item },
    }
}

fn footer(within: &StageBalance, lang: Lang) -> Footer {
    let stage = within.stage;
    Footer {
        label: lang.balance_variation_row().to_owned(),
        limit: lang.balance_at_most(&wording::limit(stage)),
        bars: within.variations.iter().map(|variation| bar(variation, stage, lang)).collect(),
        verdict: badge(Verdict::all(within.variations.iter().map(ItemVariation::verdict)), Subject::Stage(stage), lang),
    }
}

fn bar(variation: &ItemVariation, stage: Stage, lang: Lang) -> Bar {
    let (mark, tone) = match variation.outcome {
        Outcome::Within => ("", Tone::Plain),
        Outcome::Beyond => (LOW, Tone::Bad),
        _ => (NONE, Tone::Quiet),
    };
    let spoken = if variation.passes_only_after_rounding {
        lang.balance_rounds_to_limit().to_owned()
    } else {
        wording::outcome(variation, lang)
    };
    let figure = Figure {
        text: wording::coefficient(variation, stage, lang),
        mark: mark.into(),
        spoken,
        tone,
        subject: Subject::Variation { stage, item: variation.item },
    };
    let fraction = (variation.coefficient().unwrap_or(0.0) / TRACK).clamp(0.0, 1.0);
    Bar { figure, fraction, limit: variation_limit(stage) / TRACK }
}
