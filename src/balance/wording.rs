//! How the assessment's values read, the same in tables, sentences and
//! explanations.

use std::cmp::Ordering;

use super::Unit;
use super::cell::{Cell, Lack, State};
use super::scope::{Exclusion, Reason};
use super::standard::{Item, variation_limit};
use super::variation::{ItemVariation, Outcome};
use crate::basis::exact;
use crate::basis::format::{fixed, grouped};
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Quantity, Stage};

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
pub fn exclusion(exclusion: &Exclusion, lang: Lang) -> String {
    match exclusion.reason {
        Reason::Special => lang.balance_out_special().to_owned(),
        Reason::Vocational => lang.balance_out_vocational().to_owned(),
        Reason::SmallTeachingPoint(pupils) => lang.balance_out_teaching_point(&trimmed(pupils, 2)),
        Reason::SmallSchool(pupils) => lang.balance_out_small(&trimmed(pupils, 2)),
        Reason::Private => lang.balance_out_private().to_owned(),
        Reason::NoPupils => lang.balance_out_no_pupils(exclusion.stage.map_or("", |stage| stage.label(lang))),
        Reason::NoCompulsoryStage => lang.balance_out_no_stage().to_owned(),
        Reason::NoConditions => lang.balance_out_no_conditions().to_owned(),
    }
}

/// A cell's value: with as many decimals as the indicator has, or as many more
/// as it takes not to look like the threshold that it misses.
pub fn value(cell: &Cell, stage: Stage, lang: Lang) -> String {
    let decimals = cell.item.decimals();
    match (cell.value, &cell.state) {
        (None, _) => lang.missing().to_owned(),
        (Some(value), State::Within) => apart(value, cell.item.threshold(stage), decimals, Ordering::Less),
        (Some(value), State::Below) => apart(value, cell.item.floor(stage), decimals, Ordering::Less),
        (Some(value), _) => fixed(value, decimals),
    }
}

/// What a cell's state is called.
pub const fn state(state: &State, lang: Lang) -> &'static str {
    match state {
        State::Met => lang.balance_key_met(),
        State::Within => lang.balance_key_within(),
        State::Below => lang.balance_key_below(),
        State::Missing(_) => lang.balance_key_missing(),
    }
}

/// How much a cell falls short, in natural units: 2 名, 37.5 ㎡, 3.20 万元.
pub fn gap(cell: &Cell, lang: Lang) -> Option<String> {
    let gap = cell.gap?;
    Some(match cell.item.quantity() {
        Quantity::Money if gap >= 10_000.0 => {
            let hundredths = (gap / 100.0).ceil();
            lang.balance_amount(&fixed(hundredths / 100.0, 2), lang.balance_ten_thousand_yuan())
        }
        _ => lang.balance_amount(&trimmed(gap, 1), cell.item.unit(lang)),
    })
}

/// A coefficient: three decimals, or more when it would look like its limit.
pub fn coefficient(variation: &ItemVariation, stage: Stage, lang: Lang) -> String {
    match (variation.coefficient(), variation.outcome) {
        (None, _) => lang.missing().to_owned(),
        (Some(value), Outcome::Beyond) => apart(value, variation_limit(stage), 3, Ordering::Greater),
        (Some(value), _) => fixed(value, 3),
    }
}

/// What a coefficient's outcome is called.
pub fn outcome(variation: &ItemVariation, lang: Lang) -> String {
    match variation.outcome {
        Outcome::Within => lang.balance_within_limit().to_owned(),
        Outcome::Beyond => lang.balance_beyond_limit().to_owned(),
        Outcome::Single => lang.balance_single().to_owned(),
        Outcome::Pending => lang.balance_provisional(variation.missing.len()),
        Outcome::ZeroMean => lang.balance_zero_mean().to_owned(),
        Outcome::OutOfRange => lang.balance_too_large().to_owned(),
        Outcome::NoUnit => lang.balance_no_unit().to_owned(),
    }
}

/// A stage's threshold for an indicator: 4.2, 2,000.
pub fn threshold(item: Item, stage: Stage) -> String {
    grouped(&item.threshold(stage).to_string())
}

/// 85 % of the threshold: 3.57, 1,700.
pub fn floor(item: Item, stage: Stage) -> String {
    grouped(&item.floor(stage).to_string())
}

/// The limit of the coefficients: 0.50, 0.45.
pub fn limit(stage: Stage) -> String {
    fixed(variation_limit(stage), 2)
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

/// The most decimals that are shown to tell a value from a limit.
const MOST_DECIMALS: u32 = 9;

/// A value that lies on one side of a limit, with just enough decimals to lie
/// there when rounded, too: 4.496 against 4.5, not 4.50.
fn apart(value: f64, limit: f64, decimals: u32, side: Ordering) -> String {
    let (Some(number), Some(limit)) = (exact::of(value), exact::of(limit)) else { return fixed(value, decimals) };
    let enough = (decimals..MOST_DECIMALS).find(|decimals| exact::round(&number, *decimals).cmp(&limit) == side);
    fixed(value, enough.unwrap_or(MOST_DECIMALS))
}
