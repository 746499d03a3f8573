//! The numbers put into an index's formula, and what each school adds.

use super::{Told, six};
use crate::balance::indices::wording::{self, DECIMALS};
use crate::basis::format::fixed;
use crate::measure::inequality::lorenz::Point;
use crate::measure::inequality::{Aversion, Distribution, Index};
use crate::measure::logarithm::ln;

/// A school's place in a distribution.
struct At {
    /// Its share of the weights.
    p: f64,
    /// Its value relative to the mean.
    r: f64,
    /// Shares of the weights and of the resource of those below it.
    below: (f64, f64),
    weight: f64,
    value: f64,
}

impl Told<'_> {
    /// The formula with this case's numbers put in, ending in the value.
    pub(super) fn numbers(&self, index: Index, spread: &Distribution) -> String {
        let sum = self.terms(index, spread).map_or(0.0, |terms| terms.iter().map(|(part, _)| part).sum::<f64>());
        let (sum, mean, median) = (six(sum), self.each(spread.mean()), self.each(spread.quantile(50)));
        let quantile = |percent| self.each(spread.quantile(percent));
        let (least, most) = (self.each(spread.least()), self.each(spread.most()));
        let count = spread.units().len();
        let other = |index| self.found.value(index).map(six).unwrap_or_default();
        let steps = match index {
            Index::Variation => format!("√{sum}"),
            Index::Range => format!("{most} − {least}"),
            Index::RangeRatio => format!("{most} ÷ {least}"),
            Index::PercentileRatio => format!("{} ÷ {}", quantile(90), quantile(10)),
            Index::RestrictedRange => format!("{} − {}", quantile(95), quantile(5)),
            Index::FederalRatio => format!("({} − {}) ÷ {}", quantile(95), quantile(5), quantile(5)),
            Index::Gini => "Σp·½·Σp′·abs(r − r′)".to_owned(),
            Index::GiniCorrected => format!("{} ÷ (1 − {})", other(Index::Gini), self.squares(spread)),
            Index::TheilT | Index::TheilL | Index::Concentration => index.formula().to_owned(),
            Index::HalfSquare => format!("{sum} ÷ 2"),
            Index::Atkinson(Aversion::Half) => format!("1 − {sum}²"),
            // A school with 0 makes the sum infinite, and the index 1.
            Index::Atkinson(_) if spread.least() <= 0.0 => "1 − 0".to_owned(),
            Index::Atkinson(Aversion::One) => format!("1 − exp({sum})"),
            Index::Atkinson(Aversion::Two) => format!("1 − 1 ÷ {sum}"),
            Index::Hoover => format!("½ × {sum}"),
            Index::McLoone | Index::Verstegen => {
                format!("{sum} ÷ ({median} × {})", self.side_weight(index, spread))
            }
            Index::ConcentrationNormalised => {
                format!("({} − 1 ÷ {count}) ÷ (1 − 1 ÷ {count})", other(Index::Concentration))
            }
            Index::Wolfson => {
                format!("(1 − 2 × {} − {}) × {mean} ÷ {median}", self.lower_half(), other(Index::Gini))
            }
        };
        let value = match self.found.value(index) {
            Ok(value) if index.scale_free() => fixed(value, DECIMALS + 2),
            _ => wording::index(self.found, index),
        };
        format!("{steps} = {value}")
    }

    /// What each school adds to the formula's sum, with its numbers, in
    /// ascending order; `None` for formulas without a sum.
    pub(super) fn terms(&self, index: Index, spread: &Distribution) -> Option<Vec<(f64, String)>> {
        let mut before = (0.0, 0.0);
        let mut terms = Vec::with_capacity(spread.units().len());
        for unit in spread.units() {
            let (p, r) = (unit.weight / spread.weight(), unit.value / spread.mean());
            let at = At { p, r, below: before, weight: unit.weight, value: unit.value };
            before = (before.0 + p, before.1 + p * r);
            terms.push(self.term(index, &at, spread)?);
        }
        Some(terms)
    }

    fn term(&self, index: Index, at: &At, spread: &Distribution) -> Option<(f64, String)> {
        let At { p, r, .. } = *at;
        let (ps, rs) = (six(p), six(r));
        let (part, steps) = match index {
            Index::Variation | Index::HalfSquare => (p * (r - 1.0) * (r - 1.0), format!("{ps} × ({rs} − 1)²")),
            Index::Gini | Index::GiniCorrected => {
                let (below, held) = at.below;
                // Those below it lie r·below − held away, those above the rest.
                let away = (r * below - held) + ((1.0 - held - p * r) - r * (1.0 - below - p));
                (p * away / 2.0, format!("{ps} × ½ × {}", six(away)))
            }
            Index::TheilT if r <= 0.0 => (0.0, format!("{ps} × 0")),
            Index::TheilT => (p * r * ln(r), format!("{ps} × {rs} × ln {rs}")),
            Index::TheilL | Index::Atkinson(Aversion::One | Aversion::Two) if r <= 0.0 => return None,
            Index::TheilL => (-p * ln(r), format!("{ps} × ln(1 ÷ {rs})")),
            Index::Atkinson(Aversion::Half) => (p * r.max(0.0).sqrt(), format!("{ps} × √{rs}")),
            Index::Atkinson(Aversion::One) => (p * ln(r), format!("{ps} × ln {rs}")),
            Index::Atkinson(Aversion::Two) => (p / r, format!("{ps} ÷ {rs}")),
            Index::Hoover => (p * (r - 1.0).abs(), format!("{ps} × abs({rs} − 1)")),
            Index::McLoone | Index::Verstegen => {
                let counted = on_side(index, at.value, spread);
                let each = self.each(at.value);
                let weight = if counted { at.weight } else { 0.0 };
                let factor = self.resource().map_or(1.0, crate::balance::indices::factor);
                (weight * at.value * factor, format!("{} × {each}", crate::balance::wording::trimmed(weight, 2)))
            }
            Index::Concentration | Index::ConcentrationNormalised => (p * r * p * r, format!("{}²", six(p * r))),
            Index::Range
            | Index::RangeRatio
            | Index::PercentileRatio
            | Index::RestrictedRange
            | Index::FederalRatio
            | Index::Wolfson => return None,
        };
        part.is_finite().then(|| (part, format!("{steps} = {}", six(part))))
    }

    /// Σp².
    fn squares(&self, spread: &Distribution) -> String {
        six(spread.units().iter().map(|unit| unit.weight / spread.weight()).map(|p| p * p).sum())
    }

    /// The weights of the half that an index looks at.
    fn side_weight(&self, index: Index, spread: &Distribution) -> String {
        let side = spread.units().iter().filter(|unit| on_side(index, unit.value, spread));
        crate::balance::wording::trimmed(side.map(|unit| unit.weight).sum(), 2)
    }

    /// L(½), on the straight line between two points of the Lorenz curve.
    fn lower_half(&self) -> String {
        let points = self.found.curve.as_deref().unwrap_or_default();
        let around = points.iter().zip(points.iter().skip(1)).find(|(_, next)| next.population >= 0.5);
        six(around.map_or(0.0, |(from, to): (&Point, &Point)| {
            let way = (0.5 - from.population) / (to.population - from.population);
            from.resource + way * (to.resource - from.resource)
        }))
    }

    /// The schools that decide an index without a sum: those at and around the
    /// values that it compares.
    pub(super) fn ends(&self, index: Index, spread: &Distribution) -> Vec<usize> {
        let looked: Vec<f64> = match index {
            Index::Range | Index::RangeRatio => vec![spread.least(), spread.most()],
            Index::PercentileRatio => vec![spread.quantile(10), spread.quantile(90)],
            Index::RestrictedRange | Index::FederalRatio => vec![spread.quantile(5), spread.quantile(95)],
            Index::Wolfson => vec![spread.quantile(50)],
            _ => (0..spread.units().len()).filter_map(|at| Some(spread.units().get(at)?.value)).collect(),
        };
        let units = spread.units();
        let mut ends = Vec::new();
        for value in looked {
            let after = units.partition_point(|unit| unit.value <= value);
            let from = units.partition_point(|unit| unit.value < value);
            for at in [after.checked_sub(1), Some(from)].into_iter().flatten() {
                if at < units.len() && !ends.contains(&at) {
                    ends.push(at);
                }
            }
        }
        ends
    }
}

/// Whether a value lies in the half that McLoone's or Verstegen's index looks
/// at.
fn on_side(index: Index, value: f64, spread: &Distribution) -> bool {
    let median = spread.quantile(50);
    if index == Index::McLoone { value <= median } else { value >= median }
}
