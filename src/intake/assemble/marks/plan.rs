//! Which column of a table of marks holds what.

use std::sync::Arc;

use super::full;
use crate::intake::setting::Setting;
use crate::word::field::Field;
use crate::word::reading::{Column, Reading};
use crate::word::table::Table;

/// The columns of a table of marks.
#[derive(Default)]
pub(super) struct Plan {
    /// 考号.
    pub number: Option<u32>,
    /// 学籍号, else 身份证号.
    pub register: Option<u32>,
    /// 姓名.
    pub name: Option<u32>,
    /// 学校.
    pub school: Option<u32>,
    /// 年级.
    pub grade: Option<u32>,
    /// 班级.
    pub class: Option<u32>,
    /// 性别.
    pub sex: Option<u32>,
    /// 年度.
    pub year: Option<u32>,
    /// 状态, 备注.
    pub status: Option<u32>,
    /// 缺考.
    pub absent: Option<u32>,
    /// 作弊.
    pub cheated: Option<u32>,
    /// 科目: each row has the mark in one.
    pub subject: Option<u32>,
    /// 满分 of the row's subject.
    pub full: Option<u32>,
    /// The columns of marks; in a table with a column of subjects, the one.
    pub marks: Vec<MarkColumn>,
    /// 总分.
    pub total: Option<u32>,
    /// 去年总分.
    pub prior: Option<u32>,
    /// 加分.
    pub merit: Option<u32>,
    /// The last row of the header.
    pub header: u32,
    /// The file has texts only.
    pub texts: bool,
}

/// A column of marks.
pub(super) struct MarkColumn {
    /// The column, from 0.
    pub column: u32,
    /// The subject's name.
    pub name: Arc<str>,
    /// Its header.
    pub header: Arc<str>,
    /// The full mark that the header or a row of full marks tells.
    pub full: Option<f64>,
}

impl Plan {
    /// The columns of a table, by its reading.
    pub fn of(table: &Table, reading: &Reading, setting: &Setting) -> Self {
        let column = |field: Field| reading.column(&field).map(|column| column.index);
        let mut plan = Self {
            number: column(Field::PupilNumber),
            register: column(Field::RegisterNumber).or_else(|| column(Field::IdentityNumber)),
            name: column(Field::PersonName),
            school: column(Field::SchoolName),
            grade: column(Field::Grade),
            class: column(Field::Class),
            sex: column(Field::Sex),
            year: column(Field::Year),
            status: column(Field::PupilStatus),
            absent: column(Field::AbsentFlag),
            cheated: column(Field::CheatFlag),
            subject: column(Field::Subject),
            full: column(Field::FullMark),
            marks: Vec::new(),
            total: column(Field::TotalMark),
            prior: column(Field::PriorTotal),
            merit: column(Field::Merit),
            header: reading.header.1.saturating_sub(1),
            texts: table.sheet.is_empty(),
        };
        let fulls = full::rows(table, reading);
        let mark = |column: &Column| {
            let header = &column.header;
            let name = match &column.field {
                Some(Field::Mark(name)) => name.clone(),
                Some(Field::RawMark) => setting.subject.clone().unwrap_or_else(|| header.clone()),
                _ => return None,
            };
            let full = fulls.iter().find_map(|row| row.at(column.index)).or_else(|| full::in_header(header));
            Some(MarkColumn { column: column.index, name, header: header.clone(), full })
        };
        plan.marks = reading.columns.iter().filter_map(mark).collect();
        if plan.is_long() {
            plan.marks.retain(|mark| Some(mark.column) == column(Field::RawMark));
        }
        plan
    }

    /// Whether each row has the mark in one subject, which a column names.
    pub const fn is_long(&self) -> bool {
        self.subject.is_some()
    }

    /// Whether there is no column of marks.
    pub const fn is_empty(&self) -> bool {
        self.marks.is_empty() && self.total.is_none()
    }
}
