//! What charts draw: numbers that are numbers.

/// A number that can be drawn: neither infinite nor not-a-number.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Value(f64);

/// A value that all others are seen against: a limit, a threshold, a mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// Where it stands.
    pub value: Value,
    /// What it is, with its number: "限值 0.50".
    pub label: String,
}

impl Value {
    /// 0.
    pub const ZERO: Self = Self(0.0);
    /// 1.
    pub const ONE: Self = Self(1.0);

    /// The number, if it can be drawn.
    ///
    /// ```
    /// use suanpan::chart::Value;
    /// assert!(Value::of(0.502).is_some() && Value::of(f64::NAN).is_none());
    /// ```
    pub fn of(number: f64) -> Option<Self> {
        // Minus zero would show its sign.
        number.is_finite().then_some(Self(number + 0.0))
    }

    /// The number.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The value's part of a whole, held between 0 and 1.
    pub fn share(self) -> f64 {
        self.0.clamp(0.0, 1.0)
    }
}
