//! Money in whole 分. Products of money and weights are the business of
//! `measure::apportion`, in 128 bits or more.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Sub};

use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::{exact, format, typed};

/// The most that is accepted: 10^13 分, a hundred thousand million yuan.
pub const MOST: i64 = 10_000_000_000_000;

/// An amount in 分 (1/100 元). Negative amounts are differences.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fen(pub i64);

impl Fen {
    /// Reads yuan as somebody types them ([`typed::number`]): at most two
    /// decimals, within ±[`MOST`]. `None` for anything else.
    ///
    /// ```
    /// use suanpan::basis::money::Fen;
    /// assert_eq!(Fen::parse_yuan("9,600,000.5"), Some(Fen(960_000_050)));
    /// assert_eq!(Fen::parse_yuan("0.005"), None);
    /// ```
    pub fn parse_yuan(text: &str) -> Option<Self> {
        let fen = typed::number(text)? * exact::whole(100);
        let fen = fen.is_integer().then(|| fen.to_integer().to_i64())??;
        (fen.unsigned_abs() <= MOST.unsigned_abs()).then_some(Self(fen))
    }

    /// Yuan with two decimals and thousands separators.
    pub fn yuan(self) -> String {
        let sign = if self.0 < 0 { "-" } else { "" };
        let fen = self.0.unsigned_abs();
        format!("{sign}{}.{:02}", format::grouped(&(fen / 100).to_string()), fen % 100)
    }
}

impl fmt::Display for Fen {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.yuan())
    }
}

// Amounts stay within MOST per item and files within some 100,000 lines, so
// sums stay below 10^18; saturation is a guard that is never met.
impl Add for Fen {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sub for Fen {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }
}

impl Sum for Fen {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::default(), Add::add)
    }
}
