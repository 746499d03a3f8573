//! Headcounts whose parts stand beside them: boys and girls, the stages.

use crate::basis::findings::Findings;
use crate::basis::problem::{Problem, ProblemKind};
use crate::intake::clean;
use crate::intake::column::meaning;
use crate::intake::plain::bare;
use crate::word::field::{Field, Quantity};
use crate::word::reading::{Certainty, Column, Reading};
use crate::word::table::Table;
use crate::word::unit::Unit;

/// A column that is the sum of others.
pub(super) struct Sum {
    /// The column of the total.
    pub total: u32,
    /// Those of its parts.
    pub parts: Vec<u32>,
}

const BOYS: &[&str] = &["男", "男生", "男生数", "男生人数", "男学生数", "boys", "male"];
const GIRLS: &[&str] = &["女", "女生", "女生数", "女生人数", "女学生数", "girls", "female"];
const TOTALS: &[&str] = &["合计", "总计", "小计", "计", "总数", "total"];

/// The sums among a table's columns.
pub(super) fn find(columns: &[Column]) -> Vec<Sum> {
    let mut sums: Vec<Sum> =
        columns.iter().filter(|column| is_total(column)).filter_map(|c| stages(columns, c)).collect();
    let boys = columns.iter().filter(|column| BOYS.contains(&&*split(&column.header).1));
    sums.extend(boys.filter_map(|boys| sexes(columns, boys)));
    sums
}

/// Whether a column counts pupils or teachers of all stages, beside others that
/// count those of each.
pub(super) fn is_total(column: &Column) -> bool {
    column.field.is_none() && column.by_kind && column.certainty != Certainty::Unknown
}

fn stages(columns: &[Column], total: &Column) -> Option<Sum> {
    let whole = meaning(&total.header)?;
    let part =
        |column: &&Column| !column.by_kind && column.field.as_ref().is_some_and(|field| field.counts_like(&whole));
    let parts: Vec<u32> = columns.iter().filter(part).map(|column| column.index).collect();
    (parts.len() > 1).then_some(Sum { total: total.index, parts })
}

fn sexes(columns: &[Column], boys: &Column) -> Option<Sum> {
    let (group, _) = split(&boys.header);
    let here = |column: &&Column, names: &[&str]| {
        let (own, name) = split(&column.header);
        own == group && names.contains(&&*name)
    };
    let girls = columns.iter().find(|column| here(column, GIRLS))?;
    let pupils = |column: &&Column| matches!(column.field, Some(Field::Pupils(_)));
    let total = columns.iter().find(|column| here(column, TOTALS)).or_else(|| {
        let mut all =
            columns.iter().filter(pupils).filter(|column| split(&column.header).0 == group || group.is_empty());
        all.next().filter(|_| all.next().is_none())
    })?;
    Some(Sum { total: total.index, parts: vec![boys.index, girls.index] })
}

/// A header's group, and its own last word without its unit.
fn split(header: &str) -> (String, String) {
    let (group, last) = header.rsplit_once(" › ").unwrap_or(("", header));
    (bare(group), bare(last.split(['(', '（']).next().unwrap_or(last)))
}

/// Checks the sums of a record. A blank part counts as none, if another is
/// filled in.
pub(super) fn check(sums: &[Sum], reading: &Reading, table: &Table, record: u32, problems: &mut Findings) {
    let number = |column: u32| {
        clean::number(table.cell(record, column), Quantity::Count, Unit::BASE, true).ok().map(|n| n.value())
    };
    for sum in sums {
        let Some(total) = number(sum.total) else { continue };
        let parts: Vec<f64> = sum.parts.iter().filter_map(|column| number(*column)).collect();
        let all: f64 = parts.iter().sum();
        if !parts.is_empty() && (all - total).abs() > 0.5 {
            let place = reading.at(record, sum.total);
            let found = table.cell(record, sum.total).text();
            problems.push(Problem::new(ProblemKind::HeadcountDiffers, place, found, all.to_string()));
        }
    }
}
