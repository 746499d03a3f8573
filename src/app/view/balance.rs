//! The balance page as plain values in one language.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::pager::{List, Pager, Windows};
use super::{Sentence, Span, Tone, span};
use crate::balance::Balance;
use crate::balance::edit::BalanceEdit;
use crate::balance::scope::Exclusion;
use crate::balance::standard::{Item, STAGES};
use crate::balance::subject::Subject;
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Stage};
use crate::word::scheme::balance::BalanceScheme;

mod driver;
mod lead;
mod part;
mod table;
pub mod targets;

pub use driver::{Driver, DriverSchool};
pub use part::{Part, PartTab};
pub use table::{BalanceColumn, BalanceSort, Bar, Figure, Footer, Head, Order, Row, Table};

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
    /// The decisions that the standard leaves open.
    pub options: Vec<Switch>,
    /// What the marks in the table mean.
    pub legend: Vec<Key>,
    /// The table; `None` when no school is assessed in the stage.
    pub table: Option<Table>,
    /// The title of the drivers.
    pub drivers_title: String,
    /// The heads of their columns: indicator, coefficient, schools.
    pub drivers_heads: [String; 3],
    /// Which schools make the coefficients large.
    pub drivers: Vec<Driver>,
    /// The title of the schools left out.
    pub excluded_title: String,
    /// The schools left out of this stage; the part that is shown.
    pub excluded: Vec<LeftOut>,
    /// What leads to the others.
    pub excluded_pager: Option<Pager>,
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
    /// The stage shown.
    pub stage: Stage,
    /// The order of the table; `None`: that of the data.
    pub sort: Option<BalanceSort>,
    /// Which rows are shown.
    pub windows: &'a Windows,
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

/// A decision that can be switched.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Switch {
    /// What it decides.
    pub label: String,
    /// It is on.
    pub on: bool,
    /// What switching it does.
    pub edit: BalanceEdit,
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
    let out: Vec<&Exclusion> = balance.excluded.iter().filter(|out| out.stage.is_none_or(|of| of == stage)).collect();
    let window = look.windows.of(List::Excluded, out.len());
    BalanceView {
        title: lang.balance_title(stage.label(lang)),
        lead: if empty {
            vec![span(lang.balance_needs(), Tone::Plain)]
        } else {
            lead::lead(data, balance, stage, lang)
        },
        whole: Sentence::new(),
        needs: if empty { needs(lang) } else { Vec::new() },
        verdict: (!empty).then(|| badge(balance.verdict, Subject::County, lang)),
        parts: if empty { Vec::new() } else { part::tabs(look.part, lang) },
        parts_label: lang.balance_part_choice().to_owned(),
        tabs: tabs(stage, lang),
        tabs_label: lang.balance_stage_choice().to_owned(),
        options: options(balance, lang),
        legend: legend(lang),
        table: within.map(|within| table::table(data, within, look, lang)),
        drivers_title: lang.balance_drivers().to_owned(),
        drivers_heads: [lang.balance_indicator(), lang.balance_variation(), lang.balance_driver_schools()]
            .map(str::to_owned),
        drivers: within.map_or_else(Vec::new, |within| driver::drivers(data, within, lang)),
        excluded_title: lang.balance_excluded().to_owned(),
        excluded: window.cut(out).map(|entry| left_out(data, entry, lang)).collect(),
        excluded_pager: window.pager(None, lang),
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

fn legend(lang: Lang) -> Vec<Key> {
    let key = |mark, text: &str, tone| Key { mark, text: text.to_owned(), tone };
    vec![
        key("".into(), lang.balance_key_plain(), Tone::Plain),
        key(NEAR.into(), lang.balance_key_within(), Tone::Near),
        key(LOW.into(), lang.balance_key_below(), Tone::Bad),
        key(NONE.into(), lang.balance_key_missing(), Tone::Quiet),
        key("".into(), lang.balance_key_rule(), Tone::Quiet),
    ]
}

/// The columns that are read, each once.
fn needs(lang: Lang) -> Vec<String> {
    let pupils = [Stage::Primary, Stage::Junior, Stage::Senior].map(Field::Pupils);
    let terms = Item::ALL.into_iter().flat_map(|item| STAGES.into_iter().flat_map(move |stage| item.terms(stage)));
    let mut fields: Vec<Field> = Vec::new();
    for field in pupils.into_iter().chain(terms.map(|term| term.field)) {
        if !fields.contains(&field) {
            fields.push(field);
        }
    }
    fields.iter().map(|field| field.label(lang).into_owned()).collect()
}

/// The decisions that the standard leaves open.
fn options(balance: &Balance, lang: Lang) -> Vec<Switch> {
    let BalanceScheme { private_in, small_schools_out } = balance.scheme;
    let switch = |label: &str, on, edit| Switch { label: label.to_owned(), on, edit };
    vec![
        switch(lang.balance_private_in(), private_in, BalanceEdit::SetPrivateIn(!private_in)),
        switch(lang.balance_small_out(), small_schools_out, BalanceEdit::SetSmallSchoolsOut(!small_schools_out)),
    ]
}

fn left_out(data: &Dataset, entry: &Exclusion, lang: Lang) -> LeftOut {
    LeftOut { school: data.name(entry.school).to_owned(), reason: wording::exclusion(entry, lang) }
}
