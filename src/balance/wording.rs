//! How the assessment's values read, the same in tables, sentences and
//! explanations.

use std::cmp::Ordering;

use super::cell::{Cell, Lack, State};
use super::rule::{Departure, Rule, small};
use super::scope::{Exclusion, Reason};
use super::standard::{Coefficients, Figure, Item, Standard, Switch};
use super::variation::{ItemVariation, Outcome};
use super::{Balance, StageBalance, Unit};
use crate::basis::exact;
use crate::basis::format::{fixed, grouped};
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Quantity, Stage};
use crate::word::scheme::balance::BalanceScheme;

/// A school's name; that of one stage of a combined school says which.
pub fn unit_name(data: &Dataset, unit: &Unit, stage: Stage, lang: Lang) -> String {
    let name = data.name(unit.school);
    if unit.combined { lang.balance_part(name, stage.label(lang)) } else { name.to_owned() }
}

/// Why a value is missing.
pub fn lack(lack: &Lack, lang: Lang) -> String {
    match lack {
        Lack::Pupils(stage) => lang.balance_lack(&Field::Pupils(*stage).label(lang)),
        Lack::Value(field) => lang.balance_lack(&field.label(lang)),
        Lack::Negative(field) => lang.balance_lack_negative(&field.label(lang)),
        Lack::NegativeDifference => lang.balance_lack_difference().to_owned(),
        Lack::TooLarge => lang.balance_too_large().to_owned(),
    }
}

/// Why a school is left out.
pub fn exclusion(exclusion: &Exclusion, scheme: &BalanceScheme, lang: Lang) -> String {
    let small = || trimmed(small(scheme), 2);
    match exclusion.reason {
        Reason::TeachingPoint => lang.balance_out_points().to_owned(),
        Reason::Special => lang.balance_out_special().to_owned(),
        Reason::Vocational => lang.balance_out_vocational().to_owned(),
        Reason::SmallTeachingPoint(pupils) => lang.balance_out_teaching_point(&small(), &trimmed(pupils, 2)),
        Reason::SmallSchool(pupils) => lang.balance_out_small(&small(), &trimmed(pupils, 2)),
        Reason::Private => lang.balance_out_private().to_owned(),
        Reason::NoPupils => lang.balance_out_no_pupils(exclusion.stage.map_or("", |stage| stage.label(lang))),
        Reason::NoCompulsoryStage => lang.balance_out_no_stage().to_owned(),
        Reason::NoConditions => lang.balance_out_no_conditions().to_owned(),
    }
}

/// A cell's value: with as many decimals as the indicator has, or as many more
/// as it takes not to look like the threshold that it misses.
pub fn value(cell: &Cell, rule: &Rule, lang: Lang) -> String {
    let decimals = cell.item.decimals();
    let Some(value) = cell.value else { return lang.missing().to_owned() };
    let missed = match cell.state {
        State::Within => rule.threshold(cell.item),
        State::Below => rule.floor(cell.item),
        State::Met | State::Open | State::Missing(_) => None,
    };
    missed.map_or_else(|| fixed(value, decimals), |limit| apart(value, limit, decimals, Ordering::Less))
}

/// What a cell's state is called.
pub fn state(state: &State, rule: &Rule, lang: Lang) -> String {
    match (state, floor_percent(rule)) {
        (State::Met, _) => lang.balance_key_met().to_owned(),
        (State::Within, Some(percent)) => lang.balance_key_within(&percent),
        (State::Within, None) => lang.balance_key_short().to_owned(),
        (State::Below, percent) => lang.balance_key_below(&percent.unwrap_or_default()),
        (State::Open, _) => lang.balance_key_open().to_owned(),
        (State::Missing(_), _) => lang.balance_key_missing().to_owned(),
    }
}

/// What a school must reach, in a sentence.
pub fn school_rule(rule: &Rule, lang: Lang) -> String {
    let (count, least) = (rule.judged(), rule.least_met);
    match floor_percent(rule) {
        _ if count == 0 => lang.balance_rule_none().to_owned(),
        _ if least >= count => lang.balance_rule_all(count),
        Some(percent) => lang.balance_rule(count, least, &percent),
        None => lang.balance_rule_least(count, least),
    }
}

/// The floor in percent of the thresholds: 85.
pub fn floor_percent(rule: &Rule) -> Option<String> {
    rule.floor_percent.map(|percent| trimmed(percent, 6))
}

/// How much a cell falls short, in natural units: 2 名, 37.5 ㎡, 3.20 万元.
pub fn gap(cell: &Cell, lang: Lang) -> Option<String> {
    let gap = cell.gap?;
    Some(match cell.item.quantity() {
        Quantity::Money if gap >= 10_000.0 => {
            let hundredths = (gap / 100.0).ceil();
            lang.balance_amount(&fixed(hundredths / 100.0, 2), lang.balance_ten_thousand_yuan())
        }
        _ => lang.balance_amount(&trimmed(gap, 1), cell.item.unit_of(gap, lang)),
    })
}

/// A coefficient: three decimals, or more when it would look like its limit.
pub fn coefficient(variation: &ItemVariation, rule: &Rule, lang: Lang) -> String {
    against_limit(variation.coefficient(), variation.outcome, rule, lang)
}

/// The mean of the coefficients, the same way.
pub fn composite(within: &StageBalance, lang: Lang) -> String {
    against_limit(within.composite.value, within.composite.outcome, &within.rule, lang)
}

fn against_limit(value: Option<f64>, outcome: Outcome, rule: &Rule, lang: Lang) -> String {
    match (value, outcome) {
        (None, _) => lang.missing().to_owned(),
        (Some(value), Outcome::Beyond) => apart(value, rule.limit, 3, Ordering::Greater),
        (Some(value), _) => fixed(value, 3),
    }
}

/// What the mean of the coefficients is called.
pub const fn composite_name(standard: Standard, lang: Lang) -> &'static str {
    match standard {
        Standard::Quality2017 => lang.balance_composite_l8(),
        Standard::Basic2012 => lang.balance_composite(),
    }
}

/// What the composite's outcome is called.
pub const fn composite_outcome(outcome: Outcome, lang: Lang) -> &'static str {
    match outcome {
        Outcome::Within => lang.balance_within_limit(),
        Outcome::Beyond => lang.balance_beyond_limit(),
        Outcome::Informative => lang.balance_informative(),
        Outcome::Single => lang.balance_single(),
        Outcome::Pending | Outcome::ZeroMean => lang.balance_composite_open(),
        Outcome::OutOfRange => lang.balance_too_large(),
        Outcome::NoUnit => lang.balance_no_unit(),
    }
}

/// What a coefficient's outcome is called.
pub fn outcome(variation: &ItemVariation, lang: Lang) -> String {
    match variation.outcome {
        Outcome::Within => lang.balance_within_limit().to_owned(),
        Outcome::Beyond => lang.balance_beyond_limit().to_owned(),
        Outcome::Informative => lang.balance_informative().to_owned(),
        Outcome::Single => lang.balance_single().to_owned(),
        Outcome::Pending => lang.balance_provisional(variation.missing.len()),
        Outcome::ZeroMean => lang.balance_zero_mean().to_owned(),
        Outcome::OutOfRange => lang.balance_too_large().to_owned(),
        Outcome::NoUnit => lang.balance_no_unit().to_owned(),
    }
}

/// The threshold for an indicator: 4.2, 2,000; empty where there is none.
pub fn threshold(item: Item, rule: &Rule) -> String {
    plain(rule.threshold(item))
}

/// What is demanded of an indicator: "≥ 4.2"; empty where there is no threshold.
pub fn demanded(item: Item, rule: &Rule, lang: Lang) -> String {
    rule.threshold(item).map(|_| lang.balance_at_least(&threshold(item, rule))).unwrap_or_default()
}

/// The floor below the threshold: 3.57, 1,700; empty where there is none.
pub fn floor(item: Item, rule: &Rule) -> String {
    plain(rule.floor(item))
}

fn plain(number: Option<f64>) -> String {
    number.map(|number| grouped(&number.to_string())).unwrap_or_default()
}

/// The limit of the coefficients: 0.50, 0.45, 0.4625.
pub fn limit(rule: &Rule) -> String {
    two_decimals(rule.limit)
}

/// A limit with two decimals, or as many more as it has.
fn two_decimals(number: f64) -> String {
    let text = number.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    if decimals > 2 { text } else { fixed(number, 2) }
}

/// A number of a standard as it reads in a field.
pub fn figure_value(figure: Figure, value: f64) -> String {
    match figure {
        Figure::Limit(_) => two_decimals(value),
        _ => value.to_string(),
    }
}

/// What the limit is of.
pub const fn limit_name(standard: Standard, lang: Lang) -> &'static str {
    match standard.preset().coefficients {
        Coefficients::Each => lang.balance_figure_limit(),
        Coefficients::Mean => lang.balance_figure_composite_limit(),
    }
}

/// What a number of a standard is.
pub fn figure(standard: Standard, figure: Figure, lang: Lang) -> String {
    match figure {
        Figure::Threshold(item, stage) => {
            lang.balance_figure_at_stage(stage.label(lang), &format!("{} ≥", item.short_name(lang)))
        }
        Figure::Limit(stage) => lang.balance_figure_at_stage(stage.label(lang), limit_name(standard, lang)),
        Figure::LeastMet => lang.balance_figure_least().to_owned(),
        Figure::Floor => lang.balance_figure_floor().to_owned(),
        Figure::Small => lang.balance_figure_small().to_owned(),
    }
}

/// What a switch does when it stands so.
pub fn switch(switch: Switch, on: bool, scheme: &BalanceScheme, lang: Lang) -> String {
    let small = trimmed(small(scheme), 2);
    let text = match (switch, on) {
        (Switch::SmallPoints, true) => return lang.balance_small_points_in(&small),
        (Switch::SmallPoints, false) => return lang.balance_small_points_out(&small),
        (Switch::SmallSchools, true) => return lang.balance_small_schools_in(&small),
        (Switch::SmallSchools, false) => return lang.balance_small_schools_out(&small),
        (Switch::Private, true) => lang.balance_private_in(),
        (Switch::Private, false) => lang.balance_private_out(),
        (Switch::Points, true) => lang.balance_points_in(),
        (Switch::Points, false) => lang.balance_points_out(),
        (Switch::Special, true) => lang.balance_special_in(),
        (Switch::Special, false) => lang.balance_special_out(),
        (Switch::Vocational, true) => lang.balance_vocational_in(),
        (Switch::Vocational, false) => lang.balance_vocational_out(),
        (Switch::RoomsMoved, true) => lang.balance_rooms_moved(),
        (Switch::RoomsMoved, false) => lang.balance_rooms_kept(),
        (Switch::Visiting, true) => lang.balance_visiting_in(),
        (Switch::Visiting, false) => lang.balance_visiting_out(),
    };
    text.to_owned()
}

/// One departure from the standard.
pub fn departure(departure: &Departure, scheme: &BalanceScheme, lang: Lang) -> String {
    match *departure {
        Departure::Figure { figure: which, from, to } => {
            let [to, from] = [to, from].map(|value| grouped(&figure_value(which, value)));
            lang.balance_departure(&figure(scheme.standard, which, lang), &to, &from)
        }
        Departure::Switch(which, on) => switch(which, on, scheme, lang),
    }
}

/// All departures in a sentence; `None` when there is none.
pub fn departures(balance: &Balance, lang: Lang) -> Option<String> {
    let all: Vec<String> = balance.departures.iter().map(|entry| departure(entry, &balance.scheme, lang)).collect();
    (!all.is_empty()).then(|| lang.balance_departs(&all.join(lang.report_semicolon())))
}

/// A part of a whole in percent: 41 %, with a decimal below ten.
pub fn percent(share: f64) -> String {
    let percent = share * 100.0;
    format!("{}%", if percent >= 10.0 { fixed(percent, 0) } else { trimmed(percent, 1) })
}

/// A number with at most so many decimals, without trailing zeros.
pub fn trimmed(number: f64, decimals: u32) -> String {
    let text = fixed(number, decimals);
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}

/// A value below a limit, which does not look like it.
pub fn below(value: f64, limit: f64, decimals: u32) -> String {
    apart(value, limit, decimals, Ordering::Less)
}

/// The most decimals that are shown to tell a value from a limit.
const MOST_DECIMALS: u32 = 9;

/// A value that lies on one side of a limit, with just enough decimals to lie
/// there when rounded, too: 4.496 against 4.5, not 4.50.
fn apart(value: f64, limit: f64, decimals: u32, side: Ordering) -> String {
    // What lies farther off than rounding moves it needs no second look.
    if (value - limit).abs() > 0.1_f64.powi(decimals.try_into().unwrap_or(0)) {
        return fixed(value, decimals);
    }
    let (Some(number), Some(limit)) = (exact::of(value), exact::of(limit)) else { return fixed(value, decimals) };
    let enough = (decimals..MOST_DECIMALS).find(|decimals| exact::round(&number, *decimals).cmp(&limit) == side);
    fixed(value, enough.unwrap_or(MOST_DECIMALS))
}
