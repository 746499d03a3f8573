//! How targets read, the same in tables, sentences and explanations.

use num_traits::ToPrimitive;

use super::compare::{Gap, GapUnit, met};
use super::judge::decimals;
use super::preset::{self, Relaxation};
use super::reading::{Lack, Reading};
use super::work::{self, Scored};
use super::{Line, Reason, Targets, Unit};
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
    parted(if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text })
}

/// A number with all its decimals; as a fraction where they have no end.
pub fn exactly(number: &Exact) -> String {
    exact::decimal(number).map_or_else(|| number.to_string(), |text| parted(&text))
}

/// A number with separators of thousands, from five digits on.
fn parted(text: &str) -> String {
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
        return target.aggregation.label(false, lang);
    }
    let shown = match (&target.measure, exact::parse(limit)) {
        (Measure::Levels(_), Some(place)) => level(target, &place, lang),
        (_, Some(number)) => with_unit(&exactly(&number), target.unit.of(lang), lang),
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
        Reason::YearMissing(of) => lang.target_year_missing(&year(line, *of, lang)),
        Reason::Breaks(year) => breaks(line, *year, lang),
        Reason::Replaced(count) => lang.target_replaced(*count),
        Reason::SchoolsFail(count) => lang.target_schools_fail(*count, unit),
        Reason::SchoolsMissing(count) => lang.target_schools_missing(*count, unit),
        Reason::Classless(count) => lang.target_classless(*count),
        Reason::TypedOver(count) => lang.target_typed_over(*count),
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

/// A year of a trend: the calendar's, where the data have it, or its place.
pub fn year(line: &Line, place: u8, lang: Lang) -> String {
    let known = line.years.get(usize::from(place)).copied().flatten();
    known.map_or_else(|| lang.target_nth_year(usize::from(place) + 1), |year| lang.target_year(year))
}

/// Between which years a trend breaks.
fn breaks(line: &Line, place: u8, lang: Lang) -> String {
    lang.target_breaks(&year(line, place, lang), &year(line, place.saturating_add(1), lang))
}

/// A school's values from year to year, where they break the trend, and what of
/// them stands before other values in the data; nothing where it is none.
pub fn course(line: &Line, unit: &Unit, lang: Lang) -> Vec<String> {
    let target = &line.target;
    let shown = |value: &Exact| match &target.measure {
        Measure::Truth | Measure::Levels(_) => self::value(target, value, "", lang),
        _ => with_unit(&course_number(value, &unit.series), target.unit.of(lang), lang),
    };
    let series: Vec<String> =
        unit.series.iter().map(|value| value.as_ref().map_or_else(|_| lang.missing().to_owned(), &shown)).collect();
    let breaks = unit.breaks.iter().map(|year| self::breaks(line, *year, lang));
    let replaced = unit
        .replaced
        .iter()
        .map(|(year, known)| lang.target_year_replaced(&self::year(line, *year, lang), &shown(known)));
    (!series.is_empty()).then(|| series.join(" → ")).into_iter().chain(breaks).chain(replaced).collect()
}

/// A number of a series with all its decimals; one without end has as many as it
/// takes to tell it from those before and after.
fn course_number(value: &Exact, series: &[Result<Exact, Lack>]) -> String {
    if exact::decimal(value).is_some() {
        return exactly(value);
    }
    let apart = |decimals: &u32| {
        series
            .iter()
            .flatten()
            .all(|other| other == value || exact::round(other, *decimals) != exact::round(value, *decimals))
    };
    number(value, (2..MOST_DECIMALS).find(apart).unwrap_or(MOST_DECIMALS))
}

/// A school's or a class's value as text.
pub fn unit_value(target: &Target, read: &Result<Reading, Lack>, limit: &str, lang: Lang) -> String {
    match read {
        Ok(reading) => value(target, &reading.value, limit, lang),
        Err(of) => lack(of, lang),
    }
}

/// That a number was typed over the classes of a school, and what they are.
pub fn typed_over(target: &Target, unit: &Unit, lang: Lang) -> Option<String> {
    let over = unit.over.as_ref()?;
    let typed = unit_value(target, &unit.value, &unit.limit, lang);
    let largest = over.largest.as_ref().map(|largest| value(target, largest, &unit.limit, lang));
    Some(lang.target_why_typed_over(&typed, over.classes, largest.as_deref().unwrap_or(lang.missing())))
}

/// Points, without trailing zeros.
pub fn points(points: &Exact) -> String {
    number(points, 2)
}

/// What an item of the work of government brings: "5 / 6 分", while something is
/// open "2–6 / 6 分".
pub fn scored(item: &Scored, lang: Lang) -> String {
    match &item.full {
        None => lang.target_no_points(1),
        Some(full) if item.low == item.high => lang.target_why_item_points(&points(&item.low), &points(full)),
        Some(full) => {
            let between = format!("{}–{}", points(&item.low), points(&item.high));
            lang.target_why_item_points(&between, &points(full))
        }
    }
}

/// The total of the items with its limit, and the items that still lack points
/// or do not count: "88 / 100 分;没有分值:W2、W10". Nothing without points.
pub fn total(targets: &Targets, line: &Line, lang: Lang) -> Option<String> {
    let items = &targets.items;
    let full: Exact = items.iter().filter_map(|item| item.full.as_ref()).sum();
    let sum = line.value.as_ref().filter(|_| full != exact::whole(0));
    let most = points(&exact::whole(work::FULL));
    let reached = sum.map(|sum| lang.target_total(&points(sum), &most, &limit(&line.target, &line.limit, lang)));
    let named = |names: Vec<&str>| (!names.is_empty()).then(|| names.join(lang.list_comma()));
    let bare = items.iter().filter(|item| item.full.is_none()).map(|item| item.item.as_str()).collect();
    let out = work::items().into_iter().filter(|name| items.iter().all(|item| item.item != *name)).collect();
    let bare = named(bare).filter(|_| full != exact::whole(0)).map(|names| lang.target_items_bare(&names));
    let out = named(out).map(|names| lang.target_items_out(&names));
    let said: Vec<String> = [reached, bare, out].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join(lang.report_semicolon()))
}

/// How the whole of a standard is judged.
pub const fn whole_rule(standard: Standard, lang: Lang) -> &'static str {
    match standard {
        Standard::Quality2017 => lang.target_why_whole(),
        Standard::Basic2012 => lang.target_why_whole_2012(),
    }
}

/// How many limits depart from their set, and how many fill what it leaves open.
pub fn departures(targets: &Targets) -> (usize, usize) {
    let count = |of: fn(&Line) -> bool| targets.lines.iter().filter(|line| of(line)).count();
    (count(|line| line.departs_from().is_some()), count(Line::is_filled))
}
