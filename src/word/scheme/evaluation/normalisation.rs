//! How raw values become scores, as decisions: the method and its parameters.
//! The formulas are in `measure::normalise` and `measure::attainment`.

use serde::{Deserialize, Serialize};

use crate::measure::deviation::Deviation;
use crate::measure::extent::Extent;
use crate::measure::normalise::interval::Best;
use crate::measure::normalise::penalty::Steps;

/// How a raw value becomes a score, 100 being full marks (or the mean, for
/// [`Normalisation::ToMean`]).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Normalisation {
    /// 100 × (x − min)/(max − min) over the schools evaluated; mirrored when
    /// lower is better.
    MinMax,
    /// Attainment of a target, as a percentage capped at `cap`.
    /// Higher is better: 100·x/T. Lower is better: 100·(100 − x)/(100 − T)
    /// for rates in percent (bounded; T/x would explode near 0).
    Target {
        /// The target.
        target: Target,
        /// The most that can be scored, usually 100 or 120.
        cap: f64,
    },
    /// 100 less so many points for each unit on the bad side of the target.
    Penalty {
        /// The target.
        target: Target,
        /// Points per unit.
        points: f64,
        /// What a unit begun costs.
        steps: Steps,
    },
    /// Min–max between fixed posts, cut off at both.
    Goalposts(Extent),
    /// 100 within a range, falling to 0 at its tolerances; the direction does
    /// not matter.
    Interval(Best),
    /// 100 × x / best school.
    ToBest,
    /// 100 × x / mean of the schools.
    ToMean,
    /// 100 × schools behind / other schools.
    Percentile,
    /// `first` points for the first place, `step` less for each further one.
    RankPoints {
        /// Points of the first place.
        first: f64,
        /// Less for each further place.
        step: f64,
    },
    /// T = 50 + 10·Z.
    TScore(Deviation),
}

/// What a school is measured against.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Target {
    /// The same for all.
    Fixed(f64),
    /// The mean of the school's own two previous years.
    OwnTwoYears(MeanOfYears),
}

/// How two years are joined into one target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum MeanOfYears {
    /// The mean of the two rates.
    Simple,
    /// Both years' counts put together: Σpart/Σwhole. Without counts, the
    /// mean of the two rates.
    Pooled,
}

/// The methods to choose from, without their parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Method {
    /// [`Normalisation::MinMax`].
    MinMax,
    /// [`Normalisation::Target`].
    Target,
    /// [`Normalisation::Penalty`], in proportion.
    Penalty,
    /// [`Normalisation::Penalty`], each unit begun counting whole.
    PenaltyBegun,
    /// [`Normalisation::Goalposts`].
    Goalposts,
    /// [`Normalisation::Interval`].
    Interval,
    /// [`Normalisation::ToBest`].
    ToBest,
    /// [`Normalisation::ToMean`].
    ToMean,
    /// [`Normalisation::Percentile`].
    Percentile,
    /// [`Normalisation::RankPoints`].
    RankPoints,
    /// [`Normalisation::TScore`] with n.
    TPopulation,
    /// [`Normalisation::TScore`] with n − 1.
    TSample,
}

/// The targets to choose from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Aim {
    /// [`Target::Fixed`].
    Fixed,
    /// [`MeanOfYears::Simple`].
    OwnMean,
    /// [`MeanOfYears::Pooled`].
    OwnPooled,
}

/// A number that a method asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Parameter {
    /// The fixed target.
    Target,
    /// The most that can be scored.
    Cap,
    /// Points per unit.
    Points,
    /// Where the score starts to be 0 (below).
    Floor,
    /// The lower post, or where the best range starts.
    Low,
    /// The upper post, or where the best range ends.
    High,
    /// Where the score is 0 again (above).
    Ceiling,
    /// Points of the first place.
    First,
    /// Less for each further place.
    Step,
}

impl Normalisation {
    /// The method.
    pub fn method(&self) -> Method {
        match self {
            Self::MinMax => Method::MinMax,
            Self::Target { .. } => Method::Target,
            Self::Penalty { steps: Steps::Continuous, .. } => Method::Penalty,
            Self::Penalty { steps: Steps::Begun, .. } => Method::PenaltyBegun,
            Self::Goalposts(_) => Method::Goalposts,
            Self::Interval(_) => Method::Interval,
            Self::ToBest => Method::ToBest,
            Self::ToMean => Method::ToMean,
            Self::Percentile => Method::Percentile,
            Self::RankPoints { .. } => Method::RankPoints,
            Self::TScore(Deviation::Population) => Method::TPopulation,
            Self::TScore(Deviation::Sample) => Method::TSample,
        }
    }

    /// The same target by another method, other parameters as usual; unchanged
    /// by the same one.
    pub fn with_method(&self, method: Method) -> Self {
        if method == self.method() {
            return self.clone();
        }
        let target = self.target().cloned().unwrap_or(Target::Fixed(80.0));
        match method {
            Method::MinMax => Self::MinMax,
            Method::Target => Self::Target { target, cap: 100.0 },
            Method::Penalty => Self::Penalty { target, points: 5.0, steps: Steps::Continuous },
            Method::PenaltyBegun => Self::Penalty { target, points: 5.0, steps: Steps::Begun },
            Method::Goalposts => Self::Goalposts(Extent { least: 0.0, most: 100.0 }),
            Method::Interval => Self::Interval(Best { floor: 0.0, low: 40.0, high: 60.0, ceiling: 100.0 }),
            Method::ToBest => Self::ToBest,
            Method::ToMean => Self::ToMean,
            Method::Percentile => Self::Percentile,
            Method::RankPoints => Self::RankPoints { first: 100.0, step: 5.0 },
            Method::TPopulation => Self::TScore(Deviation::Population),
            Method::TSample => Self::TScore(Deviation::Sample),
        }
    }

    /// The target, for the methods that have one.
    pub fn target(&self) -> Option<&Target> {
        match self {
            Self::Target { target, .. } | Self::Penalty { target, .. } => Some(target),
            _ => None,
        }
    }

    /// The same method with another kind of target; unchanged by the same kind,
    /// and for methods that have none.
    pub fn with_aim(&self, aim: Aim) -> Self {
        let mut changed = self.clone();
        if let Self::Target { target, .. } | Self::Penalty { target, .. } = &mut changed
            && target.aim() != aim
        {
            *target = match aim {
                Aim::Fixed => Target::Fixed(80.0),
                Aim::OwnMean => Target::OwnTwoYears(MeanOfYears::Simple),
                Aim::OwnPooled => Target::OwnTwoYears(MeanOfYears::Pooled),
            };
        }
        changed
    }

    /// The numbers that it asks for, in the order in which they are shown.
    pub fn parameters(&self) -> Vec<(Parameter, f64)> {
        let fixed = match self.target() {
            Some(Target::Fixed(value)) => Some((Parameter::Target, *value)),
            _ => None,
        };
        let own = match self {
            Self::Target { cap, .. } => vec![(Parameter::Cap, *cap)],
            Self::Penalty { points, .. } => vec![(Parameter::Points, *points)],
            Self::Goalposts(posts) => vec![(Parameter::Low, posts.least), (Parameter::High, posts.most)],
            Self::Interval(best) => vec![
                (Parameter::Floor, best.floor),
                (Parameter::Low, best.low),
                (Parameter::High, best.high),
                (Parameter::Ceiling, best.ceiling),
            ],
            Self::RankPoints { first, step } => vec![(Parameter::First, *first), (Parameter::Step, *step)],
            Self::MinMax | Self::ToBest | Self::ToMean | Self::Percentile | Self::TScore(_) => Vec::new(),
        };
        fixed.into_iter().chain(own).collect()
    }

    /// Sets a number; one that the method does not ask for, or that is not
    /// finite, changes nothing.
    pub fn set(&mut self, parameter: Parameter, value: f64) {
        if let Some(place) = self.parameter_mut(parameter).filter(|_| value.is_finite()) {
            *place = value;
        }
    }

    fn parameter_mut(&mut self, parameter: Parameter) -> Option<&mut f64> {
        match (self, parameter) {
            (Self::Target { target, .. } | Self::Penalty { target, .. }, Parameter::Target) => match target {
                Target::Fixed(value) => Some(value),
                Target::OwnTwoYears(_) => None,
            },
            (Self::Target { cap, .. }, Parameter::Cap) => Some(cap),
            (Self::Penalty { points, .. }, Parameter::Points) => Some(points),
            (Self::Goalposts(posts), Parameter::Low) => Some(&mut posts.least),
            (Self::Goalposts(posts), Parameter::High) => Some(&mut posts.most),
            (Self::Interval(best), Parameter::Floor) => Some(&mut best.floor),
            (Self::Interval(best), Parameter::Low) => Some(&mut best.low),
            (Self::Interval(best), Parameter::High) => Some(&mut best.high),
            (Self::Interval(best), Parameter::Ceiling) => Some(&mut best.ceiling),
            (Self::RankPoints { first, .. }, Parameter::First) => Some(first),
            (Self::RankPoints { step, .. }, Parameter::Step) => Some(step),
            _ => None,
        }
    }
}

impl Target {
    /// Its kind.
    pub fn aim(&self) -> Aim {
        match self {
            Self::Fixed(_) => Aim::Fixed,
            Self::OwnTwoYears(MeanOfYears::Simple) => Aim::OwnMean,
            Self::OwnTwoYears(MeanOfYears::Pooled) => Aim::OwnPooled,
        }
    }
}

impl Method {
    /// Every method.
    pub const ALL: &[Self] = &[
        Self::MinMax,
        Self::Target,
        Self::Penalty,
        Self::PenaltyBegun,
        Self::Goalposts,
        Self::Interval,
        Self::ToBest,
        Self::ToMean,
        Self::Percentile,
        Self::RankPoints,
        Self::TPopulation,
        Self::TSample,
    ];
}

impl Aim {
    /// Every kind of target.
    pub const ALL: &[Self] = &[Self::Fixed, Self::OwnMean, Self::OwnPooled];
}
