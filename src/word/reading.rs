//! How a table is read: which kind it is, where its header stands, what each
//! column means. Recognised by `intake`, changeable by the person.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::Field;
use crate::basis::place::Place;
use crate::basis::text::Lang;

/// What a sheet seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableKind {
    /// 办学条件: one row a school.
    Conditions,
    /// 学校年度指标: one row a school and year, or a school.
    Indicators,
    /// 成绩: one row a pupil.
    Marks,
    /// 教师: one row a teacher.
    Teachers,
    /// 奖金: one row a teacher, with what the bonus is counted from.
    Bonus,
    /// Not recognised; nothing is read from it.
    Unknown,
}

/// How one table is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The sheet.
    pub place: Place,
    /// What it is.
    pub kind: TableKind,
    /// Header rows, from 0, first and one past the last. Empty when none.
    pub header: (u32, u32),
    /// Data rows, from 0, first and one past the last; notes at the foot and
    /// title rows stand outside.
    pub body: (u32, u32),
    /// Rows within the body that are no data: totals, blanks, repeated headers,
    /// 满分 rows. Sorted.
    pub skipped: Vec<u32>,
    /// The columns that have a header.
    pub columns: Vec<Column>,
}

/// How one column is read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The column, from 0.
    pub index: u32,
    /// Its header; the rows of a merged header joined by " › ".
    pub header: Arc<str>,
    /// What it means; `None`: not read.
    pub field: Option<Field>,
    /// The power of ten that brings the unit of money in its header to 元: 4
    /// for 万元, 0 where there is none. It holds for fields of money only.
    pub power: i8,
    /// The header counts pupils or teachers without saying of which stage: the
    /// stage follows from each school's kind, and that in `field` stands for it.
    pub by_kind: bool,
    /// How sure the recognition is.
    pub certainty: Certainty,
}

/// How sure a recognition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// Not in the dictionary.
    Unknown,
    /// Part of the header fits an entry of the dictionary.
    Likely,
    /// The header is an entry of the dictionary.
    Sure,
    /// Chosen by the person.
    Chosen,
}

/// A person's choice for a column, kept with the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// The sheet.
    pub place: Place,
    /// The column, from 0.
    pub column: u32,
    /// What it means; `None`: leave it out.
    pub field: Option<Field>,
}

impl TableKind {
    /// Every kind.
    pub const ALL: &[Self] =
        &[Self::Conditions, Self::Indicators, Self::Marks, Self::Teachers, Self::Bonus, Self::Unknown];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Conditions => lang.table_conditions(),
            Self::Indicators => lang.table_indicators(),
            Self::Marks => lang.table_marks(),
            Self::Teachers => lang.table_teachers(),
            Self::Bonus => lang.table_bonus(),
            Self::Unknown => lang.table_unknown(),
        }
    }
}

impl Certainty {
    /// Every degree, rising.
    pub const ALL: &[Self] = &[Self::Unknown, Self::Likely, Self::Sure, Self::Chosen];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Unknown => lang.certainty_unknown(),
            Self::Likely => lang.certainty_likely(),
            Self::Sure => lang.certainty_sure(),
            Self::Chosen => lang.certainty_chosen(),
        }
    }
}
