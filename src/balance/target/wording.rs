//! How targets read, the same in tables, sentences and explanations.

use num_traits::ToPrimitive;

use super::compare::{Gap, GapUnit, met};
use super::judge::decimals;
use super::preset::{self, Relaxation};
use super::reading::{Lack, Reading};
use super::work::Scored;
use super::{Line, Reason, Unit};
use crate::balance::target::compare::Bounds;
use crate::basis::exact::{self, Exact};
use crate::basis::format::grouped;
use crate::basis::text::Lang;
use crate::word::scheme::balance::Standard;
use crate::word::scheme::target::{Aggregation, Comparator, Measure, Part, Target};

/// The most decimals that are shown to tell a value from a limit.
const MOST_DECIMALS: u32 = 9;

/// A target's name with its part's.
pub fn name(target: &Target, part: Part, lang: Lang) -> String {
    let name = target.name.of(lang);
    match part {
        Part::Whole => name.to_owned(),
        part => lang.balance_part_of(name, part.label(lang)),
    }
}

/// A number with at most so many decimals, without trailing zeros.
pub fn number(number: &Exact, decimals: u32) -> String {
    let text = exact::fixed(number, decimals);
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text.split('.').next().is_some_and(|units| units.len() >= 5) { grouped(text) } else { text.to_owned() }
}

/// A number and its unit.
fn with_unit(number: &str, unit: &str, lang: Lang) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => lang.balance_amount(number, unit),
    }
}

/// An amount of something, however many.
fn counted(amount: &str, unit: &str, lang: Lang) -> String {
    match unit {
        "" => amount.to_owned(),
        unit => lang.target_counted(amount, unit),
    }
}

/// A value under a limit: one that fails gets as many decimals as it takes to
/// look so.
pub fn value(target: &Target, value: &Exact, limit: &str, lang: Lang) -> String {
    match &target.measure {
        Measure::Truth => truth(target, *value == exact::whole(1), lang).to_owned(),
        Measure::Levels(_) => level(target, value, lang),
        Measure::Number(_) | Measure::Ratio { .. } => {
            let shown = decimals(limit);
            let bounds = Bounds::parse(target.comparator, limit);
            let fails = |decimals: &u32| {
                bounds.as_ref().is_none_or(|bounds| {
                    met(target.comparator, &exact::round(value, *decimals), bounds)
                        == met(target.comparator, value, bounds)
                })
            };
            let places = (shown..MOST_DECIMALS).find(fails).unwrap_or(MOST_DECIMALS);
            with_unit(&number(value, places), target.unit.of(lang), lang)
        }
    }
}

fn level(target: &Target, value: &Exact, lang: Lang) -> String {
    let Measure::Levels(levels) = &target.measure else { return String::new() };
    let place = value.to_integer().to_usize().and_then(|place| place.checked_sub(1));
    place.and_then(|place| levels.get(place)).map_or_else(|| number(value, 2), |level| level.of(lang).to_owned())
}

/// Yes and no as the target asks for them.
pub const fn truth(target: &Target, yes: bool, lang: Lang) -> &'static str {
    match (target.veto, yes) {
        (true, true) => lang.target_not_occurred(),
        (true, false) => lang.target_occurred(),
        (false, true) => lang.target_yes(),
        (false, false) => lang.target_no(),
    }
}

/// A limit with its sign: "≥ 95%", "15±2%", "未发生"; of a trend what is asked.
pub fn limit(target: &Target, limit: &str, lang: Lang) -> String {
    if matches!(target.aggregation, Aggregation::Trend { .. }) {
        return target.aggregation.label(lang);
    }
    let shown = match (&target.measure, exact::parse(limit)) {
        (Measure::Levels(_), Some(place)) => level(target, &place, lang),
        (_, Some(number)) => {
            let text = exact::decimal(&number).unwrap_or_else(|| limit.to_owned());
            let long = text.split('.').next().is_some_and(|units| units.len() >= 5);
            with_unit(&if long { grouped(&text) } else { text }, target.unit.of(lang), lang)
        }
        (_, None) if limit.is_empty() => lang.target_hint_unset().to_owned(),
        (_, None) => with_unit(limit, target.unit.of(lang), lang),
    };
    match target.comparator {
        Comparator::True => truth(target, true, lang).to_owned(),
        Comparator::About | Comparator::Band => shown,
        comparator => format!("{} {shown}", comparator.sign()),
    }
}

/// What is missing to pass.
pub fn gap(target: &Target, gap: &Gap, lang: Lang) -> String {
    if gap.amount == exact::whole(0) {
        return lang.target_touches().to_owned();
    }
    // Rounded up: less would not do.
    let places = 2;
    let scale = exact::whole(100);
    let up = (&gap.amount * &scale).ceil() / scale;
    let amount = number(&up, places);
    let amount = match gap.unit {
        GapUnit::Counted => counted(&amount, target.counted.of(lang), lang),
        GapUnit::Schools => lang.target_schools(&amount),
        GapUnit::Classes => lang.target_classes(&amount),
        GapUnit::Value if target.unit.zh == "%" => lang.target_percentage_points(&amount),
        GapUnit::Value => counted(&amount, target.unit.of(lang), lang),
    };
    if gap.less { lang.target_less(&amount) } else { lang.target_more(&amount) }
}

/// Why there is no value.
pub fn lack(lack: &Lack, lang: Lang) -> String {
    match lack {
        Lack::Missing => lang.target_lack().to_owned(),
        Lack::Column(name) => lang.target_lack_column(name.of(lang)),
        Lack::Unreadable(text) => lang.target_unreadable(text),
        Lack::ZeroDenominator => lang.target_zero_denominator().to_owned(),
    }
}

/// What is counted under a line, after a number.
pub fn unit(line: &Line, lang: Lang) -> &'static str {
    if line.is_by_class() { lang.target_unit_classes() } else { lang.target_unit_schools() }
}

/// A reason of a line; nothing where the verdict says it.
fn reason(line: &Line, reason: &Reason, lang: Lang) -> Option<String> {
    let unit = unit(line, lang);
    Some(match reason {
        Reason::Fails => return None,
        Reason::Idle => lang.target_idle().to_owned(),
        Reason::NoSchool => lang.target_no_school().to_owned(),
        Reason::NoLimit => lang.target_no_limit().to_owned(),
        Reason::Lack(of) => lack(of, lang),
        Reason::YearMissing(year) => lang.target_year_missing(usize::from(*year) + 1),
        Reason::Breaks(year) => breaks(*year, lang),
        Reason::SchoolsFail(count) => lang.target_schools_fail(*count, unit),
        Reason::SchoolsMissing(count) => lang.target_schools_missing(*count, unit),
        Reason::Classless(count) => lang.target_classless(*count),
        Reason::Definite => lang.target_definite().to_owned(),
        Reason::CountsAsNotMet => lang.target_counts_as_not_met().to_owned(),
        Reason::Unranked(count) => lang.target_unranked(*count),
        Reason::Unsituated(count) => lang.target_unsituated(*count),
        Reason::Relaxed(count) => lang.target_relaxed(*count, unit),
        Reason::Fewer(wanted, all) => lang.target_fewer(*wanted, *all, unit),
        Reason::BeyondWhole => lang.target_beyond_whole().to_owned(),
        Reason::BelowZero => lang.target_below_zero().to_owned(),
        Reason::OtherCount(said, known) => lang.target_other_count(*said, *known, unit),
        Reason::OnlyRounded => lang.target_only_rounded().to_owned(),
        Reason::NoPoints(count) => lang.target_no_points(*count),
        Reason::PointsSum(sum) => lang.target_points_sum(&points(sum)),
        Reason::PointsBetween(low, high) => lang.target_points_between(&points(low), &points(high)),
        Reason::PointsOther(low, high) if low == high => lang.target_points_other(&points(low)),
        Reason::PointsOther(low, high) => lang.target_points_beyond(&points(low), &points(high)),
        Reason::PointsEven => lang.target_points_even().to_owned(),
        Reason::Awarded(awarded, full) => lang.target_points_awarded(&points(awarded), &points(full)),
    })
}

/// All that is said beside a verdict: reasons, then what is missing to pass.
pub fn remarks(line: &Line, lang: Lang) -> Vec<String> {
    let reasons = line.reasons.iter().filter_map(|one| reason(line, one, lang));
    // Of schools and classes the reason already says how many.
    let of_units = |gap: &Gap| matches!(gap.unit, GapUnit::Schools | GapUnit::Classes);
    let gap = line.gap.as_ref().filter(|gap| !of_units(gap) || wanted_is_not_all(line));
    reasons.chain(gap.map(|of| self::gap(&line.target, of, lang))).collect()
}

const fn wanted_is_not_all(line: &Line) -> bool {
    matches!(line.target.aggregation, Aggregation::Share { .. } | Aggregation::KOfN { .. })
}

/// The value that decided as text: "94.55% (312 ÷ 330)", "38 / 40 所".
pub fn found(line: &Line, lang: Lang) -> Option<String> {
    let tally = line.tally.map(|tally| lang.target_tally(tally.met, tally.all(), unit(line, lang)));
    tally.or_else(|| Some(value(&line.target, line.value.as_ref()?, &line.limit, lang)))
}

/// The relaxation that gave a school's limit, with its date.
pub fn relaxed(unit: &Unit, lang: Lang) -> Option<String> {
    let id = unit.relaxed.as_ref()?;
    let relaxation = preset::relaxations().iter().find(|relaxation| relaxation.id == *id)?;
    Some(lang.balance_part_of(relaxation.name.of(lang), &since(relaxation, lang)))
}

/// Since when a relaxation is known to be.
pub fn since(relaxation: &Relaxation, lang: Lang) -> String {
    lang.target_after(&relaxation.after)
}

/// Between which years a trend breaks.
fn breaks(year: u8, lang: Lang) -> String {
    lang.target_breaks(usize::from(year) + 1, usize::from(year) + 2)
}

/// A school's values from year to year, and where they break the trend; nothing
/// where it is none.
pub fn course(target: &Target, unit: &Unit, lang: Lang) -> Vec<String> {
    let year = |value: &Result<Exact, Lack>| match value {
        Ok(found) => self::value(target, found, "", lang),
        Err(_) => lang.missing().to_owned(),
    };
    let series: Vec<String> = unit.series.iter().map(year).collect();
    let breaks = unit.breaks.iter().map(|year| self::breaks(*year, lang));
    (!series.is_empty()).then(|| series.join(" → ")).into_iter().chain(breaks).collect()
}

/// A school's or a class's value as text.
pub fn unit_value(target: &Target, read: &Result<Reading, Lack>, limit: &str, lang: Lang) -> String {
    match read {
        Ok(reading) => value(target, &reading.value, limit, lang),
        Err(of) => lack(of, lang),
    }
}

/// Points, without trailing zeros.
pub fn points(points: &Exact) -> String {
    number(points, 2)
}

/// What an item of the work of government brings: "5 / 6 分", or what is open.
pub fn scored(item: &Scored, lang: Lang) -> String {
    match &item.full {
        None => lang.target_no_points(1),
        Some(_) if item.low != item.high => lang.balance_pending().to_owned(),
        Some(full) => lang.target_why_item_points(&points(&item.low), &points(full)),
    }
}

/// How the whole of a standard is judged.
pub const fn whole_rule(standard: Standard, lang: Lang) -> &'static str {
    match standard {
        Standard::Quality2017 => lang.target_why_whole(),
        Standard::Basic2012 => lang.target_why_whole_2012(),
    }
}
