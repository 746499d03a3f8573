//! Whether a change of a rate is more than chance.

/// A rate of one year: so many of so many.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// Those counted, at most `whole`.
    pub part: f64,
    /// All, above 0.
    pub whole: f64,
}

impl Share {
    /// The rate p, from 0 to 1.
    pub fn rate(self) -> f64 {
        self.part / self.whole
    }

    /// The variance of the rate, p(1 − p) / n.
    pub fn variance(self) -> f64 {
        self.rate() * (1.0 - self.rate()) / self.whole
    }
}

/// z of the improvement of a rate (less is better) on the mean of k earlier
/// years: (mean pᵢ − p) / √(v + Σvᵢ / k²), with v = p(1 − p)/n of each year.
/// Beyond ±1.96 the change is hardly chance (95 %); small schools swing widely.
///
/// `None` without earlier years, or when no rate can vary (all 0 or 1).
///
/// ```
/// use suanpan::measure::change::{Share, improvement};
/// let (now, before) = (Share { part: 24.0, whole: 85.0 }, Share { part: 30.0, whole: 90.0 });
/// assert_eq!(improvement(now, &[before]).map(|z| (z * 1e4).round()), Some(7318.0));
/// assert_eq!(improvement(now, &[]), None);
/// ```
pub fn improvement(now: Share, before: &[Share]) -> Option<f64> {
    let years = before.len() as f64;
    let target = before.iter().map(|share| share.rate()).sum::<f64>() / years;
    let spread = before.iter().map(|share| share.variance()).sum::<f64>() / (years * years);
    let error = (now.variance() + spread).sqrt();
    (years > 0.0 && error > 0.0).then(|| (target - now.rate()) / error)
}
