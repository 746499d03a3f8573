//! Whom a target is about.

use serde::{Deserialize, Serialize};

use super::{Column, Comparator};

/// What has to reach a target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Scope {
    /// The county as a whole.
    #[default]
    County,
    /// Each school.
    EachSchool,
    /// Each class: of a school the largest, or the smallest, speaks for all.
    EachClass,
    /// Each school that is in all of these situations.
    EachOf {
        /// Which ones.
        when: Vec<Condition>,
    },
    /// 后X%学校: the schools that rank worst.
    Subset {
        /// By which columns of schools the ranking goes; the first that the data
        /// have.
        by: Vec<Column>,
        /// The highest values are the worst.
        highest: bool,
        /// So many percent of the schools, a decimal.
        percent: String,
    },
}

/// A situation of a school, with all its stages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// The first of the columns that has a number has such a one.
    Number {
        /// The columns.
        columns: Vec<Column>,
        /// How.
        comparator: Comparator,
        /// The limit, a decimal.
        limit: String,
    },
    /// It is in the country.
    Rural,
    /// It is in the country, or a teaching point.
    Remote,
}
