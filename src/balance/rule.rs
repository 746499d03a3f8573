//! The standard as it is applied: its preset with the person's changes.

use serde::Serialize;

use super::standard::{Coefficients, Figure, Item, STAGES, Standard, Switch};
use crate::basis::exact::{self, Exact, whole};
use crate::word::field::Stage;
use crate::word::scheme::balance::BalanceScheme;

/// What holds for one stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Rule {
    /// The standard.
    pub standard: Standard,
    /// The stage.
    pub stage: Stage,
    /// What schools must reach, by indicator, in the standard's order.
    pub demands: Vec<Demand>,
    /// How many of the thresholds a school must reach at least.
    pub least_met: usize,
    /// What it must reach of the others, in percent; `None`: nothing.
    pub floor_percent: Option<f64>,
    /// What coefficients of variation may not exceed.
    pub limit: f64,
}

/// What schools must reach in an indicator.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Demand {
    /// The indicator.
    pub item: Item,
    /// To be reached or exceeded; `None`: nothing is demanded.
    pub threshold: Option<f64>,
    /// What a school below the threshold must reach.
    pub floor: Option<f64>,
}

/// Where the assessment is not the standard's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub enum Departure {
    /// A number.
    Figure {
        /// Which one.
        figure: Figure,
        /// The standard's.
        from: f64,
        /// The one that holds.
        to: f64,
    },
    /// A switch, and how it stands.
    Switch(Switch, bool),
}

impl Rule {
    /// What holds for a stage.
    pub fn of(scheme: &BalanceScheme, stage: Stage) -> Self {
        let floor_percent = figure(scheme, Figure::Floor);
        let items = scheme.standard.preset().items;
        let demands: Vec<Demand> = items
            .iter()
            .map(|item| {
                let threshold = figure(scheme, Figure::Threshold(*item, stage));
                Demand { item: *item, threshold, floor: threshold.zip(floor_percent).and_then(|(t, p)| part(t, p)) }
            })
            .collect();
        let judged = demands.iter().filter(|demand| demand.threshold.is_some()).count();
        // What a province has not said is the strictest: every threshold.
        let least = figure(scheme, Figure::LeastMet).map_or(judged, |least| least as usize);
        Self {
            standard: scheme.standard,
            stage,
            demands,
            least_met: least.min(judged),
            floor_percent,
            limit: figure(scheme, Figure::Limit(stage)).unwrap_or(f64::INFINITY),
        }
    }

    /// What is demanded in an indicator.
    pub fn threshold(&self, item: Item) -> Option<f64> {
        self.demand(item)?.threshold
    }

    /// What a school below the threshold must reach.
    pub fn floor(&self, item: Item) -> Option<f64> {
        self.demand(item)?.floor
    }

    /// The floor, exactly.
    pub fn exact_floor(&self, item: Item) -> Option<Exact> {
        exact_part(self.threshold(item)?, self.floor_percent?)
    }

    /// Whether a school can fall below a floor; no value is below 0.
    pub fn has_floor(&self) -> bool {
        self.floor_percent.is_some_and(|percent| percent > 0.0)
    }

    /// How many indicators have a threshold.
    pub fn judged(&self) -> usize {
        self.demands.iter().filter(|demand| demand.threshold.is_some()).count()
    }

    /// Which coefficients must keep to the limit.
    pub const fn coefficients(&self) -> Coefficients {
        self.standard.preset().coefficients
    }

    fn demand(&self, item: Item) -> Option<&Demand> {
        self.demands.iter().find(|demand| demand.item == item)
    }
}

/// A number that holds: the person's, or else the standard's.
pub fn figure(scheme: &BalanceScheme, figure: Figure) -> Option<f64> {
    scheme.changed(figure).or_else(|| scheme.standard.figure(figure))
}

/// Below so many pupils a school is small.
pub(super) fn small(scheme: &BalanceScheme) -> f64 {
    figure(scheme, Figure::Small).unwrap_or_default()
}

/// Everything in which a scheme departs from its standard, in the order of the
/// page. What a standard leaves to the provinces is no departure.
pub fn departures(scheme: &BalanceScheme) -> Vec<Departure> {
    let preset = scheme.standard.preset();
    let figures = figures(scheme.standard).into_iter().filter_map(|figure| {
        let (from, to) = scheme.standard.figure(figure).zip(scheme.changed(figure))?;
        (from.total_cmp(&to).is_ne()).then_some(Departure::Figure { figure, from, to })
    });
    let switched = |switch: &&Switch| scheme.is_on(**switch) != preset.on.contains(switch);
    let switches = Switch::ALL.iter().filter(switched).map(|switch| Departure::Switch(*switch, scheme.is_on(*switch)));
    figures.chain(switches).collect()
}

/// Every number that can be changed in a standard, in the order of the page.
pub fn figures(standard: Standard) -> Vec<Figure> {
    let items = standard.preset().items.iter();
    let thresholds = items.flat_map(|item| STAGES.map(|stage| Figure::Threshold(*item, stage)));
    let rest = [Figure::LeastMet, Figure::Floor].into_iter().chain(STAGES.map(Figure::Limit)).chain([Figure::Small]);
    thresholds.chain(rest).collect()
}

fn exact_part(threshold: f64, percent: f64) -> Option<Exact> {
    Some(exact::of(threshold)? * exact::of(percent)? / whole(100))
}

fn part(threshold: f64, percent: f64) -> Option<f64> {
    exact::to_f64(&exact_part(threshold, percent)?)
}
