//! Exact quotients of whole numbers that fit in 128 bits: hundreds of times as
//! fast as those of any size, which are asked where these end.

use num_traits::ToPrimitive;

use super::exact::Exact;

/// A quotient, not reduced.
///
/// ```
/// use suanpan::basis::fraction::Fraction;
/// // 4.2 teachers for each 100 of 50 pupils: 2.1, so 3.
/// let wanted = Fraction::of(4.2).and_then(|rate| rate.times(Fraction::of(50.0)?)?.over(Fraction::of(100.0)?));
/// assert_eq!(wanted.and_then(Fraction::ceil), Some(3.0));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Fraction {
    above: i128,
    /// Positive.
    below: i128,
}

/// Decimals of no more digits have a binary number each: it tells the one that it
/// was written as.
const DIGITS: f64 = 1e15;

impl Fraction {
    /// The decimal that a binary number was written as, as
    /// [`exact::of`](super::exact::of) gives it. `None`: it has more than six places
    /// or fifteen digits.
    pub fn of(number: f64) -> Option<Self> {
        let scales = [1_u32, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
        scales.into_iter().find_map(|scale| {
            let digits = (number * f64::from(scale)).round();
            let is = digits.abs() < DIGITS && (digits / f64::from(scale)).to_bits() == number.to_bits();
            Some(Self { above: digits.to_i128().filter(|_| is)?, below: scale.into() })
        })
    }

    /// The same of any size.
    pub fn exact(self) -> Exact {
        // Whole numbers need no reducing.
        if self.below == 1 {
            Exact::from_integer(self.above.into())
        } else {
            Exact::new(self.above.into(), self.below.into())
        }
    }

    /// The product. `None`: it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self { above: self.above.checked_mul(other.above)?, below: self.below.checked_mul(other.below)? })
    }

    /// The quotient by a positive number. `None`: it is not positive, or the
    /// quotient does not fit.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self { above: other.below, below: other.above }).filter(|_| other.above > 0)
    }

    /// The difference. `None`: it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        let above = self.above.checked_mul(other.below)?.checked_sub(other.above.checked_mul(self.below)?)?;
        Some(Self { above, below: self.below.checked_mul(other.below)? })
    }

    /// The smallest whole number not below it. `None`: no binary number is that.
    pub fn ceil(self) -> Option<f64> {
        let floor = self.above.div_euclid(self.below);
        let ceil = floor + i128::from(self.above.rem_euclid(self.below) > 0);
        ceil.to_f64().filter(|number| number.abs() < DIGITS)
    }
}
