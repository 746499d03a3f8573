//! The balance page as plain values in one language.

use std::borrow::Cow;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::chart::ChartView;
use super::pager::{List, Pager, Windows};
use super::{Sentence, Span, Tone, span};
use crate::balance::Balance;
use crate::balance::cell::State;
use crate::balance::condition;
use crate::balance::rule::Rule;
use crate::balance::scope::Exclusion;
use crate::balance::standard::STAGES;
use crate::balance::subject::Subject;
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Stage};
use crate::word::scheme::plan::Plan;

mod chart;
mod check;
mod driver;
mod indices;
mod lead;
mod part;
mod plan;
mod standard;
mod table;
pub mod targets;

pub use check::{Check, CheckRow, Checks};
pub use driver::{Driver, DriverSchool};
pub use indices::{
    Cell as IndexCell, CurvePoint, Grid, IndicesLook, IndicesView, Section, Select, Slice, YearPoint, view as indices,
};
pub use part::{Part, PartTab};
pub use plan::{Form, Listing, ListingRow, PlanView};
pub use standard::{Block, FigureField, FigureRow, StandardChoice, StandardPanel, Toggle};
pub use table::{BalanceColumn, BalanceSort, Bar, Composite, Figure, Footer, Head, Order, Row, Table};

/// The balance page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BalanceView {
    /// The page's title.
    pub title: String,
    /// The sentences that a director wants; without data, what is needed.
    pub lead: Sentence,
    /// The county by the whole standard, of which resources are a part; empty
    /// without data, or when the other parts do not count.
    pub whole: Sentence,
    /// Without data: the columns that are needed.
    pub needs: Vec<String>,
    /// The county's verdict; `None` without data.
    pub verdict: Option<Badge>,
    /// The parts of the page to choose from; none without data.
    pub parts: Vec<PartTab>,
    /// What they choose, for screen readers.
    pub parts_label: String,
    /// The stages to choose from.
    pub tabs: Vec<Tab>,
    /// What the tabs choose, for screen readers.
    pub tabs_label: String,
    /// The standard, and what can be decided about it.
    pub standard: StandardPanel,
    /// What the marks in the table mean.
    pub legend: Vec<Key>,
    /// The table; `None` when no school is assessed in the stage.
    pub table: Option<Table>,
    /// The coefficients as a picture, beside the table.
    pub chart: Option<Rc<ChartView>>,
    /// The indices of inequality, when they are shown.
    pub indices: Option<IndicesView>,
    /// The title of the drivers.
    pub drivers_title: String,
    /// The heads of their columns: indicator, coefficient, schools.
    pub drivers_heads: [String; 3],
    /// Which schools make the coefficients large.
    pub drivers: Vec<Driver>,
    /// Other ways to compute the coefficients; `None` when there are none.
    pub checks: Option<Checks>,
    /// The title of the schools left out.
    pub excluded_title: String,
    /// The schools left out of this stage; the part that is shown.
    pub excluded: Vec<LeftOut>,
    /// What leads to the others.
    pub excluded_pager: Option<Pager>,
    /// What is missing and tried out; `None` in other parts.
    pub plan: Option<PlanView>,
    /// What is being explained.
    pub explained: Option<Subject>,
    /// The compliance targets, when that part is shown.
    pub targets: Option<targets::TargetsView>,
}

/// How the page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct BalanceLook<'a> {
    /// The part shown.
    pub part: Part,
    /// What is tried out.
    pub plan: &'a Plan,
    /// The stage shown.
    pub stage: Stage,
    /// The order of the table; `None`: that of the data.
    pub sort: Option<BalanceSort>,
    /// Which rows are shown.
    pub windows: &'a Windows,
    /// Other ways to compute are shown.
    pub checks: bool,
    /// What is being explained.
    pub explained: Option<Subject>,
}

/// A stage to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tab {
    /// Which one.
    pub stage: Stage,
    /// Its name.
    pub label: String,
    /// It is shown now.
    pub current: bool,
}

/// A verdict that can be asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Badge {
    /// The verdict.
    pub verdict: Verdict,
    /// Its name.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What explains it.
    pub subject: Subject,
}

/// A mark and what it means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Key {
    /// The mark; empty when met.
    pub mark: Cow<'static, str>,
    /// What it means.
    pub text: String,
    /// Its tone.
    pub tone: Tone,
}

/// A school that is left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Its name.
    pub school: String,
    /// Why.
    pub reason: String,
}

/// The mark of a value below its threshold but not below 85 %.
const NEAR: &str = "◐";
/// The mark of a value below 85 %, and of a coefficient beyond its limit.
const LOW: &str = "✕";
/// The mark of a missing value.
const NONE: &str = "▨";

/// The page for a stage. `data` are those that `balance` was made of.
pub fn view(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) -> BalanceView {
    let stage = look.stage;
    let empty = balance.is_empty();
    let within = balance.stage(stage).filter(|within| !within.units.is_empty());
    let judged = within.filter(|_| look.part == Part::Verdict);
    let out = balance.excluded.iter().filter(|out| out.stage.is_none_or(|of| of == stage));
    let out: Vec<&Exclusion> = out.filter(|_| look.part == Part::Verdict).collect();
    let window = look.windows.of(List::Excluded, out.len());
    BalanceView {
        title: lang.balance_title(balance.scheme.standard.name(lang), stage.label(lang)),
        lead: if empty {
            vec![span(lang.balance_needs(), Tone::Plain)]
        } else {
            lead::lead(data, balance, stage, lang)
        },
        whole: Sentence::new(),
        needs: if empty { needs(balance, lang) } else { Vec::new() },
        verdict: (!empty).then(|| badge(balance.verdict, Subject::County, lang)),
        parts: if empty { Vec::new() } else { part::tabs(look.part, lang) },
        parts_label: lang.balance_part_choice().to_owned(),
        tabs: tabs(stage, lang),
        tabs_label: lang.balance_stage_choice().to_owned(),
        standard: standard::panel(balance, lang),
        legend: judged.map_or_else(Vec::new, |within| legend(&within.rule, lang)),
        table: judged.map(|within| table::table(data, within, look, lang)),
        chart: judged.map(|within| chart::chart(within, lang)),
        indices: None,
        drivers_title: lang.balance_drivers().to_owned(),
        drivers_heads: [lang.balance_indicator(), lang.balance_variation(), lang.balance_driver_schools()]
            .map(str::to_owned),
        drivers: judged.map_or_else(Vec::new, |within| driver::drivers(data, within, lang)),
        checks: judged.and_then(|within| check::checks(within, look.checks, lang)),
        excluded_title: lang.balance_excluded().to_owned(),
        excluded: window.cut(out).map(|entry| left_out(data, balance, entry, lang)).collect(),
        excluded_pager: window.pager(None, lang),
        plan: (look.part == Part::Plan && !empty).then(|| plan::view(data, balance, look, lang)),
        explained: look.explained,
        targets: None,
    }
}

/// How a verdict is toned.
const fn tone(verdict: Verdict) -> Tone {
    match verdict {
        Verdict::Met => Tone::Good,
        Verdict::NotMet => Tone::Bad,
        Verdict::Pending | Verdict::NotApplicable => Tone::Quiet,
    }
}

/// A verdict within a sentence.
fn verdict_span(verdict: Verdict, lang: Lang) -> Span {
    span(verdict.label(lang), tone(verdict))
}

fn badge(verdict: Verdict, subject: Subject, lang: Lang) -> Badge {
    Badge { verdict, text: verdict.label(lang).to_owned(), tone: tone(verdict), subject }
}

fn tabs(current: Stage, lang: Lang) -> Vec<Tab> {
    let tab = |stage| Tab { stage, label: stage.label(lang).to_owned(), current: stage == current };
    STAGES.map(tab).to_vec()
}

fn legend(rule: &Rule, lang: Lang) -> Vec<Key> {
    let key = |mark, text: String, tone| Key { mark, text, tone };
    let mut keys = Vec::new();
    if rule.judged() > 0 {
        keys.push(key("".into(), lang.balance_key_plain().to_owned(), Tone::Plain));
        keys.push(key(NEAR.into(), wording::state(&State::Within, rule, lang), Tone::Near));
    }
    if rule.judged() > 0 && rule.floor_percent.is_some() {
        keys.push(key(LOW.into(), wording::state(&State::Below, rule, lang), Tone::Bad));
    }
    keys.push(key(NONE.into(), lang.balance_key_missing().to_owned(), Tone::Quiet));
    keys.push(key("".into(), wording::school_rule(rule, lang), Tone::Quiet));
    keys
}

/// The columns that are read, each once.
fn needs(balance: &Balance, lang: Lang) -> Vec<String> {
    let fields = condition::fields(&balance.scheme).into_iter();
    let (mut pupils, terms): (Vec<Field>, Vec<Field>) = fields.partition(|field| matches!(field, Field::Pupils(_)));
    pupils.push(Field::Pupils(Stage::Senior));
    pupils.iter().chain(&terms).map(|field| field.label(lang).into_owned()).collect()
}

fn left_out(data: &Dataset, balance: &Balance, entry: &Exclusion, lang: Lang) -> LeftOut {
    LeftOut { school: data.name(entry.school).to_owned(), reason: wording::exclusion(entry, &balance.scheme, lang) }
}
