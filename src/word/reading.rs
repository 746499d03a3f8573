//! How a table is read: which kind it is, where its header stands, what each
//! column means. Recognised by `intake`, changeable by the person.

use std::borrow::Cow;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::table::Table;
use super::unit::Unit;
use crate::basis::place::Place;
use crate::basis::problem::Problem;
use crate::basis::text::Lang;
use crate::basis::why::CellNote;

/// What a sheet seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TableKind {
    /// 办学条件: one row a school.
    Conditions,
    /// 学校年度指标: one row a school and year, or a school.
    Indicators,
    /// 班级: one row a class.
    Classes,
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
    /// How its records lie.
    pub form: Form,
    /// What the rows of a table in [`Form::Items`] are about, one entry an item;
    /// `index` is the item's first row.
    pub items: Vec<Column>,
    /// The school that all of it is about, where no column tells: what says so,
    /// and where.
    pub school: Option<CellNote>,
    /// The year that its title, its sheet's or its file's name tells, where no
    /// column does and other tables have other years.
    pub year: Option<i32>,
    /// What was found out about the units of its columns and items.
    pub units: Vec<Problem>,
}

/// How a table's records lie.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// One record a row, under headers.
    #[default]
    Rows,
    /// One record a column, beside headers that stand below one another. All of
    /// the reading counts columns as rows, and rows as columns.
    Columns,
    /// One value a row, with its name beside it.
    Items {
        /// The column of the names.
        item: u32,
        /// The column of the values.
        figure: u32,
        /// The column of their units.
        unit: Option<u32>,
    },
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
    /// The unit that its values are in.
    pub unit: Unit,
    /// The header counts pupils or teachers without saying of which stage: the
    /// stage follows from each school's kind, and that in `field` stands for it.
    pub by_kind: bool,
    /// How sure the recognition is.
    pub certainty: Certainty,
    /// What it may mean, if its header is misspelt.
    pub suggested: Option<Field>,
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
    #[serde(default)]
    pub field: Option<Field>,
}

/// The first column of a field.
pub fn column_of<'a>(columns: &'a [Column], field: &Field) -> Option<&'a Column> {
    columns.iter().find(|column| column.field.as_ref() == Some(field))
}

impl Reading {
    /// The first column of a field.
    pub fn column(&self, field: &Field) -> Option<&Column> {
        column_of(&self.columns, field)
    }

    /// The records of data, in order.
    pub fn records(&self) -> impl Iterator<Item = u32> {
        (self.body.0..self.body.1).filter(|record| self.is_data(*record))
    }

    /// Whether a record is one of data.
    pub fn is_data(&self, record: u32) -> bool {
        (self.body.0..self.body.1).contains(&record) && self.skipped.binary_search(&record).is_err()
    }

    /// The cell of a record and a column, both as the reading counts them.
    pub fn at(&self, record: u32, index: u32) -> Place {
        self.form.place(&self.place, record, index)
    }
}

impl Form {
    /// Row and column in the sheet of what a reading counts so; the same
    /// backwards.
    pub const fn turned(self, record: u32, index: u32) -> (u32, u32) {
        if matches!(self, Self::Columns) { (index, record) } else { (record, index) }
    }

    /// The cell of what a reading counts so.
    pub fn place(self, sheet: &Place, record: u32, index: u32) -> Place {
        let (row, column) = self.turned(record, index);
        sheet.at(row, column)
    }

    /// The table as a reading of this form counts it.
    pub fn turn(self, table: &Table) -> Cow<'_, Table> {
        if self == Self::Columns { Cow::Owned(table.turned(TURNED)) } else { Cow::Borrowed(table) }
    }
}

/// Forms in which records are columns have no more rows and columns.
pub const TURNED: u32 = 400;

impl TableKind {
    /// Every kind.
    pub const ALL: &[Self] =
        &[Self::Conditions, Self::Indicators, Self::Classes, Self::Marks, Self::Teachers, Self::Bonus, Self::Unknown];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Conditions => lang.table_conditions(),
            Self::Indicators => lang.table_indicators(),
            Self::Classes => lang.table_classes(),
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
