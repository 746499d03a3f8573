//! Means.

/// The arithmetic mean x̄ = Σx / n, summed in the given order; `None` for no
/// numbers.
///
/// ```
/// use suanpan::measure::mean::mean;
/// assert_eq!(mean(&[1.0, 2.0, 6.0]), Some(3.0));
/// assert_eq!(mean(&[]), None);
/// ```
pub fn mean(values: &[f64]) -> Option<f64> {
    let count = values.len() as f64;
    (count > 0.0).then(|| values.iter().sum::<f64>() / count)
}

/// The weighted mean Σ(w·x) / Σw over (w, x), summed in the given order. Leaving
/// out a pair renormalises: the others share its weight in proportion.
///
/// Weights are at least 0, in any unit. `None` when they add up to 0: then no
/// value has a say.
///
/// ```
/// use suanpan::measure::mean::weighted;
/// assert_eq!(weighted(&[(60.0, 90.0), (40.0, 80.0)]), Some(86.0));
/// assert_eq!(weighted(&[(40.0, 80.0)]), Some(80.0));
/// assert_eq!(weighted(&[(0.0, 80.0)]), None);
/// ```
pub fn weighted(pairs: &[(f64, f64)]) -> Option<f64> {
    let whole: f64 = pairs.iter().map(|(weight, _)| weight).sum();
    (whole > 0.0).then(|| pairs.iter().map(|(weight, value)| weight * value).sum::<f64>() / whole)
}
