//! The balance page as plain values in one language.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::pager::{List, Windows};
use super::section::{Section, Select};
use super::{Sentence, Span, Tone, span};
use crate::app::sight::Sight;
use crate::balance::cell::State;
use crate::balance::condition;
use crate::balance::rule::Rule;
use crate::balance::scope::Exclusion;
use crate::balance::standard::STAGES;
use crate::balance::subject::Subject;
use crate::balance::verdict::Verdict;
use crate::balance::{Balance, StageBalance, wording};
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Stage};
use crate::word::scheme::plan::Plan;

mod check;
mod driver;
mod history;
mod indices;
mod lead;
mod matrix;
mod part;
mod plan;
mod standard;
mod table;
pub mod targets;
mod variation;

pub use indices::{IndicesLook, join as join_indices};
pub use part::Part;
pub use plan::Form;
pub use standard::{Block, FigureRow, StandardPanel};
pub use table::{BalanceColumn, BalanceSort, Bar, Composite, Footer, Head, Order, Row, Table};

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
    /// The parts of the page to choose from; `None` without data.
    pub parts: Option<Select>,
    /// The stages to choose from; `None` without data.
    pub stages: Option<Select>,
    /// What else can be chosen in a part.
    pub choices: Vec<Select>,
    /// The standard, and what can be decided about it.
    pub standard: StandardPanel,
    /// What the marks in the table mean.
    pub legend: Vec<Key>,
    /// The table; `None` when no school is assessed in the stage, and in other
    /// parts.
    pub table: Option<Table>,
    /// What puts steps of a plan together; `None` in other parts.
    pub form: Option<Form>,
    /// The pieces of the part.
    pub sections: Vec<Section>,
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
    /// Schools × indicators are shown as a picture.
    pub matrix: bool,
    /// How the county stood in every year is shown.
    pub history: bool,
    /// What is being explained.
    pub explained: Option<Subject>,
    /// What the county's table of conditions is headed; empty: nothing.
    pub county: &'a str,
}

impl BalanceLook<'_> {
    /// A figure that a subject explains.
    fn figure(&self, text: impl Into<String>, subject: Subject) -> Figure {
        Figure::asking(text, subject, self.explained == Some(subject))
    }

    /// A verdict that can be asked about.
    fn badge(&self, verdict: Verdict, subject: Subject, lang: Lang) -> Figure {
        self.figure(verdict.label(lang), subject).toned(tone(verdict))
    }
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

/// The mark of a value below its threshold but not below 85 %.
const NEAR: &str = "◐";
/// The mark of a value below 85 %, and of a coefficient beyond its limit.
const LOW: &str = "✕";
/// The mark of a missing value.
const NONE: &str = "▨";

/// The page for a stage. `data` are those that `balance` was made of.
pub fn view(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) -> BalanceView {
    let stage = look.stage;
    let some = !balance.is_empty();
    let within = balance.stage(stage).filter(|within| !within.units.is_empty());
    let judged = within.filter(|_| look.part == Part::Verdict);
    let mut page = BalanceView {
        title: lang.balance_title(balance.scheme.standard.name(lang), stage.label(lang)),
        lead: if some { lead::lead(data, balance, stage, lang) } else { vec![span(lang.balance_needs(), Tone::Plain)] },
        whole: Sentence::new(),
        needs: if some { Vec::new() } else { needs(balance, lang) },
        parts: some.then(|| part::parts(look.part, lang)),
        stages: some.then(|| stages(stage, lang)),
        choices: Vec::new(),
        standard: standard::panel(balance, lang),
        legend: judged.map_or_else(Vec::new, |within| legend(&within.rule, lang)),
        table: judged.map(|within| table::table(data, within, look, lang)),
        form: None,
        sections: judged.map_or_else(Vec::new, |within| sections(data, within, look, lang)),
        targets: None,
    };
    match look.part {
        Part::Verdict => {
            page.sections.extend(history::section(data, balance, look, lang));
            page.sections.extend(left_out(data, balance, look, lang));
        }
        Part::Plan if some => plan::join(&mut page, data, balance, look, lang),
        Part::Plan | Part::Targets | Part::Indices => {}
    }
    page
}

/// What stands below the table.
fn sections(data: &Dataset, within: &StageBalance, look: &BalanceLook<'_>, lang: Lang) -> Vec<Section> {
    let mut sections = vec![variation::section(data, within, lang), driver::section(data, within, look, lang)];
    sections.extend(check::section(within, look.checks, lang));
    sections.extend(matrix::section(data, within, look, lang));
    sections
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

fn stages(current: Stage, lang: Lang) -> Select {
    let named = STAGES.map(|stage| (stage, stage.label(lang).to_owned()));
    Select::of(lang.balance_stage_choice(), named, &current, Sight::Stage).in_row()
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

/// The schools that are left out of the stage, and why.
fn left_out(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) -> Option<Section> {
    let out = balance.excluded.iter().filter(|out| out.stage.is_none_or(|of| of == look.stage));
    let out: Vec<&Exclusion> = out.collect();
    let window = look.windows.of(List::Excluded, out.len());
    let row = |entry: &Exclusion| {
        let reason = wording::exclusion(entry, &balance.scheme, lang);
        vec![Figure::plain(data.name(entry.school)), Figure::plain(reason)].into()
    };
    let heads = [lang.school(), lang.balance_excluded_why()].map(|head| (head.to_owned(), true)).to_vec();
    let rows: Vec<_> = window.cut(&out).map(|entry| row(entry)).collect();
    let section = Section::of(lang.balance_excluded(), vec![]).with_grid(heads, rows, window.pager(None, lang));
    section.grid.is_some().then_some(section)
}
