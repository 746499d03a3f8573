//! The formula of each normalisation, in words and with a school's numbers.

use super::score_text;
use crate::basis::format;
use crate::basis::text::Lang;
use crate::evaluation::Column;
use crate::measure::attainment::attainment;
use crate::measure::direction::Direction;
use crate::measure::extent::Extent;
use crate::measure::normalise::penalty::Steps;
use crate::measure::normalise::place::borda;
use crate::word::field::Quantity;
use crate::word::scheme::evaluation::{Indicator, Normalisation, Source};

/// What a formula is worked out with.
pub struct Figures<'a> {
    /// The school's value.
    pub raw: f64,
    /// Its target.
    pub goal: Option<f64>,
    /// What the column has in common.
    pub column: &'a Column,
    /// The column in ascending order, for scores from the order.
    pub sorted: &'a [f64],
}

/// A formula with the numbers put in.
#[derive(Default)]
pub struct Worked {
    /// The numbers, ending in the score.
    pub numbers: String,
    /// Special cases that bear on it.
    pub notes: Vec<String>,
}

/// A value of the indicator as a plain number: as typed, or with two decimals
/// when it was computed.
pub fn figure(indicator: &Indicator, value: f64) -> String {
    match indicator.source {
        Source::Field(_) => format::plain(value),
        Source::Rate { .. } => format::fixed(value, 2),
    }
}

/// As [`figure`], with the unit.
pub fn amount(indicator: &Indicator, value: f64) -> String {
    with_unit(indicator, &figure(indicator, value))
}

/// As [`amount`], for means of values: two decimals.
pub fn mean_amount(indicator: &Indicator, value: f64) -> String {
    with_unit(indicator, &format::fixed(value, 2))
}

fn with_unit(indicator: &Indicator, number: &str) -> String {
    let rate = indicator.source.field().quantity() == Quantity::Rate;
    format!("{number}{}", if rate { "%" } else { "" })
}

/// The formula in words.
pub fn words(indicator: &Indicator, lang: Lang) -> String {
    let up = indicator.direction == Direction::Higher;
    let pick = |higher: &'static str, lower: &'static str| if up { higher } else { lower }.to_owned();
    let plain = format::plain;
    match &indicator.normalisation {
        Normalisation::MinMax => pick(lang.formula_min_max_up(), lang.formula_min_max_down()),
        Normalisation::Target { cap, .. } if up => lang.formula_target_up(&plain(*cap)),
        Normalisation::Target { cap, .. } => lang.formula_target_down(&plain(*cap)),
        Normalisation::Penalty { points, steps: Steps::Continuous, .. } => lang.formula_penalty(&plain(*points)),
        Normalisation::Penalty { points, steps: Steps::Begun, .. } => lang.formula_penalty_begun(&plain(*points)),
        Normalisation::Goalposts(_) => pick(lang.formula_goalposts_up(), lang.formula_goalposts_down()),
        Normalisation::Interval(best) => {
            lang.formula_interval(&plain(best.low), &plain(best.high), &plain(best.floor), &plain(best.ceiling))
        }
        Normalisation::ToBest => pick(lang.formula_best_up(), lang.formula_best_down()),
        Normalisation::ToMean => pick(lang.formula_mean_up(), lang.formula_mean_down()),
        Normalisation::Percentile => lang.formula_percentile().to_owned(),
        Normalisation::RankPoints { first, step } => lang.formula_rank_points(&plain(*first), &plain(*step)),
        Normalisation::TScore(_) => pick(lang.formula_t_up(), lang.formula_t_down()),
    }
}

/// The formula with the school's numbers, ending in its score.
pub fn worked(indicator: &Indicator, figures: &Figures<'_>, score: f64, lang: Lang) -> Worked {
    let up = indicator.direction == Direction::Higher;
    let x = figure(indicator, figures.raw);
    let value = |number: f64| figure(indicator, number);
    let extent = figures.column.extent.unwrap_or(Extent { least: figures.raw, most: figures.raw });
    let mean = format::fixed(figures.column.mean.unwrap_or_default(), 2);
    // Nothing tells the schools apart: the formula would divide by 0.
    let undivided = match &indicator.normalisation {
        Normalisation::MinMax => extent.is_constant(),
        Normalisation::TScore(_) => figures.column.deviation.unwrap_or_default() <= 0.0,
        Normalisation::Percentile => figures.sorted.len() < 2,
        _ => false,
    };
    let left = match &indicator.normalisation {
        _ if undivided => x,
        Normalisation::MinMax => between(&x, &value(extent.least), &value(extent.most), up),
        Normalisation::Goalposts(posts) => between(&x, &format::plain(posts.least), &format::plain(posts.most), up),
        Normalisation::Target { cap, .. } => {
            return against(indicator, figures.raw, figures.goal.unwrap_or_default(), *cap, lang);
        }
        Normalisation::Penalty { points, steps, .. } => {
            let gap = indicator.direction.shortfall(figures.raw, figures.goal.unwrap_or_default());
            let units = match steps {
                Steps::Continuous => format::fixed(gap, 2),
                Steps::Begun => format::plain(gap.ceil()),
            };
            format!("100 − {} × {units}", format::plain(*points))
        }
        Normalisation::Interval(_) => x,
        Normalisation::ToBest if up => format!("100 × {x} ÷ {}", value(extent.most)),
        Normalisation::ToBest => format!("100 × {} ÷ {x}", value(extent.least)),
        Normalisation::ToMean if up => format!("100 × {x} ÷ {mean}"),
        Normalisation::ToMean => format!("200 − 100 × {x} ÷ {mean}"),
        Normalisation::Percentile => {
            let behind = borda(figures.raw, figures.sorted, indicator.direction);
            format!("100 × {behind} ÷ {}", figures.sorted.len().saturating_sub(1))
        }
        Normalisation::RankPoints { first, step } => {
            let other = if up { Direction::Lower } else { Direction::Higher };
            let ahead = borda(figures.raw, figures.sorted, other);
            format!("{} − {} × {ahead}", format::plain(*first), format::plain(*step))
        }
        Normalisation::TScore(_) => {
            let deviation = format::fixed(figures.column.deviation.unwrap_or_default(), 2);
            let (a, b) = if up { (&x, &mean) } else { (&mean, &x) };
            format!("50 + 10 × ({a} − {b}) ÷ {deviation}")
        }
    };
    // What is cut off at 0 or 100 does not equal its formula.
    let equals = match &indicator.normalisation {
        Normalisation::MinMax | Normalisation::Percentile | Normalisation::TScore(_) if !undivided => "=",
        _ => "→",
    };
    let notes = if undivided { vec![lang.note_constant().to_owned()] } else { Vec::new() };
    Worked { numbers: format!("{left} {equals} {}", score_text(Some(score))), notes }
}

fn between(x: &str, least: &str, most: &str, up: bool) -> String {
    let inside = if up { format!("{x} − {least}") } else { format!("{most} − {x}") };
    format!("100 × ({inside}) ÷ ({most} − {least})")
}

fn against(indicator: &Indicator, raw: f64, goal: f64, cap: f64, lang: Lang) -> Worked {
    let direction = indicator.direction;
    let uncapped = attainment(raw, goal, direction, f64::INFINITY);
    let (x, target) = (figure(indicator, raw), format::fixed(goal, 2));
    let (void, ratio) = match direction {
        Direction::Higher => (goal <= 0.0, format!("100 × {x} ÷ {target}")),
        Direction::Lower => (goal >= 100.0, format!("100 × (100 − {x}) ÷ (100 − {target})")),
    };
    let left = if void { format!("{x} ∶ {target}") } else { ratio };
    let capped = uncapped > cap;
    let end = if capped { format!(" → {}", score_text(Some(cap))) } else { String::new() };
    let void_note = void.then(|| lang.note_target_void().to_owned());
    let cap_note = capped.then(|| lang.note_capped(&format::plain(cap)));
    let numbers = format!("{left} = {}{end}", score_text(Some(uncapped)));
    Worked { numbers, notes: void_note.into_iter().chain(cap_note).collect() }
}
