//! The least and the greatest of some numbers.

use serde::{Deserialize, Serialize};

/// The least and the greatest value of a column.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Extent {
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
}

impl Extent {
    /// The extent of finite numbers; `None` when there are none.
    ///
    /// ```
    /// use suanpan::measure::extent::Extent;
    /// assert_eq!(Extent::of(&[3.0, 1.0, 2.0]), Some(Extent { least: 1.0, most: 3.0 }));
    /// assert_eq!(Extent::of(&[]), None);
    /// ```
    pub fn of(values: &[f64]) -> Option<Self> {
        let (first, rest) = values.split_first()?;
        let start = Self { least: *first, most: *first };
        Some(
            rest.iter()
                .fold(start, |extent, value| Self { least: extent.least.min(*value), most: extent.most.max(*value) }),
        )
    }

    /// Whether all values are the same, exactly: nothing tells them apart.
    pub fn is_constant(self) -> bool {
        self.least >= self.most
    }
}
