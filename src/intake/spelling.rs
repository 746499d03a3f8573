//! Headers that are misspelt: one sign from a word of the dictionary.

use super::column::{Match, look_up};
use super::dictionary::DICTIONARY;
use super::plain::{bare, folded};
use crate::word::field::Field;
use crate::word::reading::{Certainty, Column};

/// Signs that tell words apart and are no slips of the pen.
const TELLING: &str = "一二三四五六七八九十百千万0123456789小初中高大上下前后男女东西南北新老公民内外本专";

/// The shortest and the longest text that is compared, in signs and in bytes.
const SHORTEST: usize = 4;
const LONGEST: usize = 120;

/// Notes what unknown columns may mean; those of which the person says so mean
/// it. A meaning that another column has is no suggestion.
pub(super) fn suggest(columns: &mut [Column], accepted: &dyn Fn(u32) -> bool) {
    let taken: Vec<_> = columns.iter().filter_map(|column| column.field.clone()).collect();
    for column in columns.iter_mut().filter(|column| column.certainty == Certainty::Unknown) {
        let Some(Match { field: Some(field), by_kind, .. }) = corrected(&column.header) else { continue };
        // 班级总数 is no slip of 班级人数.
        if taken.contains(&field) || field == Field::ClassPupils {
            continue;
        }
        if accepted(column.index) {
            (column.by_kind, column.certainty) = (by_kind, Certainty::Likely);
            column.field = Some(field.clone());
        }
        column.suggested = Some(field);
    }
}

/// The word of the dictionary that a column's header nearly is, where that is
/// a suggestion.
pub(super) fn word(column: &Column) -> Option<String> {
    column.suggested.as_ref()?;
    let last = column.header.rsplit(" › ").next().unwrap_or_default();
    let word = bare(last.split(['(', '（']).next().unwrap_or_default());
    DICTIONARY.by_length.iter().find(|alias| is_slip(&word, alias)).cloned()
}

/// The meaning of the one word of the dictionary that a header nearly is.
fn corrected(header: &str) -> Option<Match> {
    if header.len() > LONGEST {
        return None;
    }
    let parts: Vec<String> = header.split(" › ").map(str::to_owned).collect();
    let (last, above) = parts.split_last()?;
    let (word, unit) = last.split_once(['(', '（']).map_or((&**last, ""), |(word, unit)| (word, unit));
    let word = bare(word);
    if DICTIONARY.strangers.iter().any(|stranger| folded(last).contains(stranger.as_str())) {
        return None;
    }
    let mut found: Option<Match> = None;
    for alias in DICTIONARY.aliases.keys().filter(|alias| is_slip(&word, alias)) {
        let last = if unit.is_empty() { alias.clone() } else { format!("{alias}({unit}") };
        let meaning = look_up(&above.iter().cloned().chain([last]).collect::<Vec<String>>());
        if found.as_ref().is_some_and(|found| found.field != meaning.field) {
            return None;
        }
        found = Some(meaning);
    }
    found
}

/// Whether two words differ by one sign (or two neighbours changed places) that
/// tells nothing.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one == other || one.len().min(other.len()) < SHORTEST || one.len().abs_diff(other.len()) > 1 {
        return false;
    }
    let start = one.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let end = one.iter().rev().zip(other.iter().rev()).take_while(|(a, b)| a == b).count();
    let end = end.min(one.len().min(other.len()) - start);
    let middle = |signs: &[char]| signs.get(start..signs.len() - end).unwrap_or_default().to_vec();
    let (a, b) = (middle(&one), middle(&other));
    let changed = match (a.as_slice(), b.as_slice()) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([first, second], [third, fourth]) => first == fourth && second == third,
        _ => false,
    };
    changed && !a.iter().chain(&b).any(|sign| TELLING.contains(*sign))
}

#[cfg(test)]
mod tests {
    use super::super::column::Named;
    use super::*;
    use crate::word::field::Quantity;
    use crate::word::unit::Unit;

    #[test]
    fn one_wrong_sign_is_a_slip_and_one_that_tells_is_none() {
        let field = |header: &str| corrected(header).and_then(|found| found.field);
        assert_eq!(field("群众满意渡"), Some(Field::Satisfaction));
        assert_eq!(field("教学仪器设备植(万元)"), Some(Field::Equipment));
        let unit = corrected("教学仪器设备植(万元)").map(|found| found.unit(Quantity::Money));
        assert_eq!(unit, Some(Named::Known(Unit::Power(4))));
        assert_eq!(field("运动场面地积"), Some(Field::SportsGround));
        for header in ["七年级人数", "后30%率", "备用", "生均运动场地面积", "群众满意度"] {
            assert_eq!(field(header), None, "{header}");
        }
        assert!(is_slip("临江镇初级中学", "临江镇初极中学") && !is_slip("第一实验小学", "第二实验小学"));
    }
}
