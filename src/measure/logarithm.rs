//! Logarithm and exponential that are the same to the bit everywhere.
//!
//! Those of the standard library are the platform's, which differ in the last
//! bit between native and wasm builds. Here only +, −, × and ÷ are used, which
//! IEEE 754 fixes.

/// ln 2 in two parts; the first has so few bits that its products with
/// exponents are exact.
const LN_2_HIGH: f64 = f64::from_bits(0x3FE6_2E42_FEE0_0000);
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;

/// What takes a number below the normal ones among them.
const LIFT: f64 = 18_014_398_509_481_984.0; // 2⁵⁴

/// 1 ∕ (2k + 1), the last first.
const ODD: [f64; 10] =
    [1.0 / 19.0, 1.0 / 17.0, 1.0 / 15.0, 1.0 / 13.0, 1.0 / 11.0, 1.0 / 9.0, 1.0 / 7.0, 1.0 / 5.0, 1.0 / 3.0, 1.0];

/// The natural logarithm of a finite x > 0, within 2 units of the last place;
/// exactly 0 at 1.
///
/// With x = 2ᵉ·m, m from √½ to √2, and f = (m − 1) ∕ (m + 1):
/// ln x = e·ln 2 + 2·(f + f³∕3 + f⁵∕5 + …). |f| ≤ 0.1716, so that the first term
/// left out is below 3·10⁻¹⁷ of the sum.
///
/// ```
/// use suanpan::measure::logarithm::ln;
/// assert_eq!(ln(1.0), 0.0);
/// assert!((ln(10.0) - std::f64::consts::LN_10).abs() < 1e-15);
/// ```
pub fn ln(x: f64) -> f64 {
    let (x, lifted) = if x < f64::MIN_POSITIVE { (x * LIFT, 54) } else { (x, 0) };
    let bits = x.to_bits();
    let mut exponent = (bits >> 52) as i32 - 1023 - lifted;
    let mut mantissa = f64::from_bits((bits & 0x000F_FFFF_FFFF_FFFF) | 0x3FF0_0000_0000_0000);
    if mantissa > std::f64::consts::SQRT_2 {
        mantissa *= 0.5;
        exponent += 1;
    }
    let f = (mantissa - 1.0) / (mantissa + 1.0);
    let square = f * f;
    let series = ODD.iter().fold(0.0, |sum, term| sum * square + term);
    let exponent = f64::from(exponent);
    exponent * LN_2_HIGH + (2.0 * f * series + exponent * LN_2_LOW)
}

/// The exponential of x ≤ 0, within 2 units of the last place; exactly 1 at 0,
/// and 0 below −700, where nothing is left that could be told from it.
///
/// With k the whole number nearest to x ∕ ln 2 and r = x − k·ln 2:
/// eˣ = 2ᵏ·(1 + r + r²∕2 + … + r¹⁴∕14!).
///
/// ```
/// use suanpan::measure::logarithm::exp;
/// assert_eq!(exp(0.0), 1.0);
/// assert!((exp(-1.0) - 1.0 / std::f64::consts::E).abs() < 1e-16);
/// assert_eq!(exp(f64::NEG_INFINITY), 0.0);
/// ```
pub fn exp(x: f64) -> f64 {
    if x < -700.0 {
        return 0.0;
    }
    let twos = (x * std::f64::consts::LOG2_E + 0.5).floor();
    let rest = (x - twos * LN_2_HIGH) - twos * LN_2_LOW;
    let series = (1..=14).rev().fold(1.0, |sum, step| 1.0 + sum * rest / f64::from(step));
    let scale = f64::from_bits(((twos as i64 + 1023) as u64) << 52);
    series * scale
}
