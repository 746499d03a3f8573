//! Units, by what brings a number in them to its quantity's own: 元, ㎡, 人.

use serde::{Deserialize, Serialize};

use super::field::Quantity;
use crate::basis::text::Lang;

/// A unit. Files have its power of ten, and [`MU`] for 亩.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "i8", into = "i8")]
pub enum Unit {
    /// A power of ten of the quantity's own unit: 4 for 万元 and for 公顷.
    Power(i8),
    /// 亩: 2000/3 ㎡, which is no decimal.
    Mu,
}

/// What 亩 is written as; no power of ten is as large.
const MU: i8 = i8::MAX;

impl Unit {
    /// The quantity's own unit.
    pub const BASE: Self = Self::Power(0);

    /// Its name, as a unit of a quantity.
    pub fn label(self, quantity: Quantity, lang: Lang) -> String {
        let base = match quantity {
            Quantity::Money => lang.unit_yuan(),
            Quantity::Area => lang.unit_metres(),
            _ => lang.unit_each(),
        };
        let name = match (quantity, self) {
            (_, Self::Mu) => lang.unit_mu(),
            (_, Self::BASE) => base,
            (Quantity::Money, Self::Power(3)) => lang.unit_thousand_yuan(),
            (Quantity::Money, Self::Power(4)) => lang.unit_ten_thousand_yuan(),
            (Quantity::Area, Self::Power(4)) => lang.unit_hectares(),
            (Quantity::Count, Self::Power(2)) => lang.unit_hundreds(),
            (Quantity::Count, Self::Power(4)) => lang.unit_ten_thousands(),
            (_, Self::Power(power)) => return lang.unit_times(base, power),
        };
        name.to_owned()
    }
}

impl From<i8> for Unit {
    fn from(written: i8) -> Self {
        if written == MU { Self::Mu } else { Self::Power(written) }
    }
}

impl From<Unit> for i8 {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Power(power) => power,
            Unit::Mu => MU,
        }
    }
}
