//! Why a bonus figure is what it is, down to the cells of the file.

use std::sync::Arc;

use num_traits::{Signed, Zero};
use serde::{Deserialize, Serialize};

use super::spread::fen;
use super::weigh;
use super::{Bonus, Distribution, Line};
use crate::basis::exact::{self, Exact};
use crate::basis::format::grouped;
use crate::basis::money::Fen;
use crate::basis::text::Lang;
use crate::basis::why::Why;
use crate::measure::apportion::TailRule;
use crate::word::dataset::Dataset;
use crate::word::scheme::bonus::BonusScheme;

/// A figure that can be asked about. Schools are indices into the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// What a school is paid.
    Amount(usize),
    /// What that is per head.
    PerCapita(usize),
    /// What that is of the pool.
    Share(usize),
    /// A school's weight.
    Weight(usize),
    /// A school's score, as it counts.
    Score(usize),
    /// A school's persons.
    Headcount(usize),
    /// 总额 = Σ实发 + 留存 + 尾差.
    Identity,
    /// The mean per head.
    Mean,
    /// Highest less lowest per head.
    Gap,
}

impl Subject {
    /// The school that it is about, if it is about one.
    pub const fn school(self) -> Option<usize> {
        match self {
            Self::Amount(school)
            | Self::PerCapita(school)
            | Self::Share(school)
            | Self::Weight(school)
            | Self::Score(school)
            | Self::Headcount(school) => Some(school),
            Self::Identity | Self::Mean | Self::Gap => None,
        }
    }
}

/// The explanation of a figure; `None` when the bonus has no such figure.
/// `evaluated` explains a school's score: the evaluation knows, the bonus does
/// not.
pub fn explain(
    dataset: &Dataset,
    bonus: &Bonus,
    subject: &Subject,
    lang: Lang,
    evaluated: &dyn Fn(usize) -> Option<Why>,
) -> Option<Why> {
    let asked = Asked { dataset, bonus, shared: bonus.shared()?, lang, evaluated };
    match *subject {
        Subject::Amount(school) => Some(asked.amount(bonus.line(school)?)),
        Subject::PerCapita(school) => Some(asked.per_capita(bonus.line(school)?)),
        Subject::Share(school) => Some(asked.share(bonus.line(school)?)),
        Subject::Weight(school) => Some(asked.weight(bonus.line(school)?)),
        Subject::Score(school) => Some(asked.score(bonus.line(school)?)),
        Subject::Headcount(school) => Some(asked.headcount(bonus.line(school)?)),
        Subject::Identity => Some(asked.identity()),
        Subject::Mean => asked.mean(),
        Subject::Gap => asked.gap(),
    }
}

/// A line as one sentence that can be shown to those whom it concerns.
pub fn sentence(bonus: &Bonus, line: &Line, lang: Lang) -> Option<String> {
    let shared = bonus.shared()?;
    let unit = bonus.scheme.unit;
    let paid = line.part.amount.yuan();
    if line.points.is_zero() {
        let (score, baseline) = (short(&line.score), rounded(&weigh::baseline(&bonus.scheme), 2));
        return Some(lang.bonus_line_nothing(&score, &baseline, &paid));
    }
    let column = bonus.scheme.headcount.column(lang);
    let (counted, weight, sum) = (plain(&line.counted), rounded(&line.weight, 2), rounded(&shared.weight, 2));
    let weighing = lang.bonus_line_weight(&points(&bonus.scheme, line, lang), column, &counted, &weight, &sum);
    let floor = Fen(line.part.floor * unit).yuan();
    let Some(rank) = line.part.rank else {
        return Some(format!("{weighing}{}", lang.bonus_line_even(&floor, &paid)));
    };
    let unit = unit_name(unit, lang);
    let rest = Exact::new(line.part.remainder.clone(), shared.total.clone());
    let due = if rest.denom().bits() <= READABLE_BITS {
        lang.bonus_line_due(&floor, &rest.to_string(), &unit)
    } else {
        lang.bonus_line_due_about(&floor, &exact::fixed(&rest, 6), &unit)
    };
    let tail = match (bonus.scheme.tail, shared.extras) {
        (TailRule::Floor, _) => lang.bonus_line_floor(&unit),
        (_, 0) => lang.bonus_line_rank_none(rank),
        (_, extras) => lang.bonus_line_rank(rank, extras, &unit),
    };
    Some(format!("{weighing}{due}{tail}{}", lang.bonus_line_paid(&paid)))
}

/// A unit by its name: 分, 角, 元, or so many 分.
pub fn unit_name(unit: i64, lang: Lang) -> String {
    match unit {
        1 => lang.unit_fen().to_owned(),
        10 => lang.unit_jiao().to_owned(),
        100 => lang.unit_yuan().to_owned(),
        _ => lang.unit_fens(&unit.to_string()),
    }
}

/// A number with all its digits, or with six where they never end.
pub(crate) fn plain(number: &Exact) -> String {
    exact::decimal(number).map_or_else(|| rounded(number, 6), |digits| grouped(&digits))
}

/// A number with all its digits, or with six decimals where there are more: it
/// can be read, and still be multiplied by hand.
fn short(number: &Exact) -> String {
    let six = exact::round(number, 6);
    if six == *number { plain(number) } else { rounded(number, 6) }
}

/// A number with so many decimals and separators.
pub(crate) fn rounded(number: &Exact, decimals: u32) -> String {
    grouped(&exact::fixed(number, decimals))
}

/// "得分 89.80", or "(得分 89.80 − 基准 60.00)".
fn points(scheme: &BonusScheme, line: &Line, lang: Lang) -> String {
    let score = short(&line.score);
    match scheme.baseline {
        0 => lang.bonus_points(&score),
        _ => lang.bonus_points_less(&score, &rounded(&weigh::baseline(scheme), 2)),
    }
}

/// Whole numbers up to this size, some six digits, can be read in a fraction.
const READABLE_BITS: u64 = 20;

/// A question with all that is needed to answer it.
struct Asked<'a> {
    dataset: &'a Dataset,
    bonus: &'a Bonus,
    shared: &'a Distribution,
    lang: Lang,
    evaluated: &'a dyn Fn(usize) -> Option<Why>,
}

impl Asked<'_> {
    fn amount(&self, line: &Line) -> Why {
        let (lang, shared) = (self.lang, self.shared);
        let scheme = &self.bonus.scheme;
        let pool = shared.identity.pool;
        let mut numbers = lang.bonus_amount_numbers(
            &pool.yuan(),
            &plain(&line.weight),
            &plain(&shared.weight),
            &yuan_in_full(&line.part.due),
            &line.part.amount.yuan(),
        );
        if pool.0 % scheme.unit != 0 {
            numbers.push_str(&lang.bonus_amount_whole_units(&unit_name(scheme.unit, lang)));
        }
        let mut notes: Vec<String> = sentence(self.bonus, line, lang).into_iter().collect();
        if line.part.rank.is_some() && scheme.tail != TailRule::Floor {
            notes.push(lang.bonus_order_note().to_owned());
        }
        if line.part.rank.is_some() && shared.total.bits() <= 2 * READABLE_BITS {
            let (weight, total) = (line.part.weight.to_string(), shared.total.to_string());
            notes.push(lang.bonus_remainder_note(&weight, &total, &line.part.remainder.to_string()));
        }
        if shared.lines.iter().any(|other| other.weight == line.weight && other.part.extra != line.part.extra) {
            notes.push(lang.bonus_tie_note(&unit_name(scheme.unit, lang)));
        }
        Why {
            title: self.title(line, &lang.amount_yuan(&line.part.amount.yuan())),
            formula: lang.bonus_amount_formula(&unit_name(scheme.unit, lang), scheme.tail.label(lang)),
            numbers,
            notes,
            parts: vec![self.weight(line), self.identity()],
            ..Why::default()
        }
    }

    fn weight(&self, line: &Line) -> Why {
        let (lang, scheme) = (self.lang, &self.bonus.scheme);
        let column = scheme.headcount.column(lang);
        let baseline = weigh::baseline(scheme);
        let (formula, points) = if baseline.is_positive() {
            let points = lang.bonus_points_less_numbers(&plain(&line.score), &plain(&baseline));
            (lang.bonus_weight_formula_less(column), points)
        } else {
            (lang.bonus_weight_formula(column), plain(&line.score))
        };
        let weight = plain(&line.weight);
        Why {
            title: self.title(line, &lang.bonus_weight_title(&weight)),
            formula,
            numbers: format!("{points} × {} = {weight}", plain(&line.counted)),
            notes: if line.points.is_zero() { vec![lang.bonus_points_never_negative().to_owned()] } else { Vec::new() },
            parts: vec![self.score(line), self.headcount(line)],
            ..Why::default()
        }
    }

    /// The score as it counts, with the evaluation's explanation below it.
    fn score(&self, line: &Line) -> Why {
        let score = plain(&line.score);
        Why {
            title: self.title(line, &self.lang.bonus_points(&score)),
            formula: self.bonus.scheme.score.label(self.lang).to_owned(),
            numbers: score,
            parts: (self.evaluated)(line.school).into_iter().collect(),
            ..Why::default()
        }
    }

    fn headcount(&self, line: &Line) -> Why {
        let (lang, scheme) = (self.lang, &self.bonus.scheme);
        let persons = rounded(&line.headcount, 2);
        let counted = plain(&line.counted);
        let numbers = match scheme.headcount.per_person() {
            1 => counted,
            months => format!("{counted} ÷ {months} = {persons}"),
        };
        let cell = weigh::headcount(self.dataset, line.school, self.bonus.year, scheme);
        Why {
            title: self.title(line, &lang.bonus_persons(&persons)),
            formula: scheme.headcount.label(lang).to_owned(),
            numbers,
            cells: cell.map(|value| value.cells().to_vec()).unwrap_or_default(),
            ..Why::default()
        }
    }

    fn per_capita(&self, line: &Line) -> Why {
        let paid = line.part.amount.yuan();
        let (per_capita, persons) = (line.per_capita_fen().yuan(), self.persons(&line.counted));
        Why {
            title: self.title(line, &self.lang.bonus_per_head(&per_capita)),
            formula: self.lang.bonus_per_capita_formula().to_owned(),
            numbers: format!("{paid} ÷ {persons} = {per_capita}"),
            parts: vec![self.amount(line), self.headcount(line)],
            ..Why::default()
        }
    }

    fn share(&self, line: &Line) -> Why {
        let (paid, pool) = (line.part.amount.yuan(), self.shared.identity.pool.yuan());
        let share = percent(&line.share);
        Why {
            title: self.title(line, &share),
            formula: self.lang.bonus_share_formula().to_owned(),
            numbers: format!("{paid} ÷ {pool} = {share}"),
            parts: vec![self.amount(line)],
            ..Why::default()
        }
    }

    fn identity(&self) -> Why {
        let (lang, identity) = (self.lang, &self.shared.identity);
        let [pool, paid] = [identity.pool, identity.paid].map(Fen::yuan);
        let [retained, residue] = [identity.retained, identity.residue].map(Fen::yuan);
        let balanced = if identity.balanced { lang.balanced() } else { lang.unbalanced() };
        Why {
            title: lang.bonus_identity_title(&pool),
            formula: lang.bonus_identity_formula().to_owned(),
            numbers: format!("{pool} = {paid} + {retained} + {residue}"),
            notes: vec![balanced.to_owned(), lang.bonus_residue_note().to_owned()],
            ..Why::default()
        }
    }

    fn mean(&self) -> Option<Why> {
        let mean = fen(&self.shared.spread.as_ref()?.mean).yuan();
        let counted: Exact = self.shared.lines.iter().map(|line| &line.counted).sum();
        Some(Why {
            title: self.lang.bonus_mean_title(&mean),
            formula: self.lang.bonus_mean_formula().to_owned(),
            numbers: format!("{} ÷ {} = {mean}", self.shared.identity.paid.yuan(), self.persons(&counted)),
            ..Why::default()
        })
    }

    fn gap(&self) -> Option<Why> {
        let spread = self.shared.spread.as_ref()?;
        let [highest, lowest, gap] = [spread.highest, spread.lowest, spread.gap].map(Fen::yuan);
        let ends = [spread.highest_schools.first(), spread.lowest_schools.first()];
        Some(Why {
            title: self.lang.bonus_gap_title(&gap),
            formula: self.lang.bonus_gap_formula().to_owned(),
            numbers: format!("{highest} − {lowest} = {gap}"),
            notes: spread
                .ratio
                .map(|ratio| self.lang.bonus_ratio_note(&crate::basis::format::fixed(ratio, 4)))
                .into_iter()
                .collect(),
            parts: ends.into_iter().flatten().filter_map(|&s| Some(self.per_capita(self.bonus.line(s)?))).collect(),
            ..Why::default()
        })
    }

    /// "城北学校 · …"
    fn title(&self, line: &Line, value: &str) -> String {
        let name: &Arc<str> = &line.name;
        format!("{name} · {value}")
    }

    /// "(1,476 ÷ 12)", or the staff as they are.
    fn persons(&self, counted: &Exact) -> String {
        match self.bonus.scheme.headcount.per_person() {
            1 => plain(counted),
            months => format!("({} ÷ {months})", plain(counted)),
        }
    }
}

/// A part of the whole as a percentage with two decimals.
pub(crate) fn percent(share: &Exact) -> String {
    format!("{}%", exact::fixed(&(share * exact::whole(100)), 2))
}

/// An exact amount in 分 as yuan with six decimals at most.
fn yuan_in_full(due: &Exact) -> String {
    let yuan = due / exact::whole(100);
    match exact::decimal(&yuan) {
        Some(digits) if digits.len() <= 20 => grouped(&digits),
        _ => format!("{}…", rounded(&yuan, 6)),
    }
}
