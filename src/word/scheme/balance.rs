//! The balance standard's decisions.

use serde::{Deserialize, Serialize};

/// The decisions that the 2017 standard leaves open. The thresholds themselves
/// are the standard's own: `balance::standard`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BalanceScheme {
    /// Schools below 50 pupils that are not teaching points are left out, too.
    /// The standard names only teaching points; default false.
    pub small_schools_out: bool,
    /// Private schools count. The standard takes all schools; default true.
    pub private_in: bool,
}

impl Default for BalanceScheme {
    fn default() -> Self {
        Self { small_schools_out: false, private_in: true }
    }
}
