//! How unequally a resource is spread over schools or pupils.
//!
//! A [`Distribution`] is prepared once: sorted, with running sums. Every
//! [`Index`] of it then takes one pass. Symbols, the same in all files:
//!
//! | | |
//! |---|---|
//! | x_i, P_i | the resource of unit i, and its size (pupils) |
//! | y_i = x_i ∕ P_i | its value per pupil |
//! | w_i, W = Σw | its weight: P_i, or 1 |
//! | μ = Σ w·y ∕ W | the mean |
//! | p_i = w_i ∕ W, r_i = y_i ∕ μ | its share of the pupils, its value relative to the mean |
//! | s_i = p_i·r_i | its share of the resource |
//! | Q(p) | the quantile, see [`Distribution::quantile`] |
//!
//! A missing value is no 0: leave the unit out before, and say so.

mod atkinson;
mod concentration;
mod distribution;
mod federal_ratio;
mod gini;
mod half_square;
mod hoover;
mod index;
mod mcloone;
mod percentile_ratio;
mod range;
mod range_ratio;
mod restricted_range;
mod theil_l;
mod theil_t;
mod variation;
mod verstegen;
mod wolfson;
mod wording;

pub mod decomposition;
pub mod lorenz;
pub mod trend;

pub use atkinson::Aversion;
pub use distribution::{Distribution, Unit, Weighting};
pub use index::{Index, Transfers};

pub use super::undefined::Undefined;
