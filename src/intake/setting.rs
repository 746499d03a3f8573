//! What stands around a table of persons: its title, its sheet's and its
//! file's name tell the exam, the year and, where no column does, the school,
//! the class and the subject.

use std::sync::Arc;

use super::column::look_up;
use super::dictionary::DICTIONARY;
use super::naming::{stem, year_in};
use super::plain::{bare, folded, half_width, trimmed};
use crate::word::dataset::School;
use crate::word::field::Field;
use crate::word::reading::Reading;
use crate::word::table::Table;

/// What a table's surroundings tell. A text that they do not is empty.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Setting {
    /// The exam as a person would call it.
    pub exam: String,
    /// The same without years, schools, classes and filling words: tables with
    /// one key and one year are of one exam.
    pub key: String,
    /// The year.
    pub year: Option<i32>,
    /// The school.
    pub school: String,
    /// The class.
    pub class: String,
    /// The subject.
    pub subject: Option<Arc<str>>,
}

/// Looks around a table; `schools` are those whose names are known.
pub(super) fn around(table: &Table, reading: &Reading, schools: &[School]) -> Setting {
    let title = title(table, reading.header.0);
    let (sheet, file) = (trimmed(&table.sheet), stem(&table.file));
    let texts = [&*title, sheet, file];
    let first = |tell: &dyn Fn(&str) -> Option<String>| texts.into_iter().find_map(tell).unwrap_or_default();
    let known = first(&|text| known_school(text, schools));
    let named = || [sheet, file].into_iter().find_map(named_school).unwrap_or_default();
    let school = if known.is_empty() { named() } else { known };
    let class = [sheet, file].into_iter().find_map(class_in).unwrap_or_default();
    let subject = [sheet, &*title, file].into_iter().find_map(subject_in);
    let keys = texts.map(|text| key(text, &school, &class));
    let at = keys.iter().position(|key| !key.is_empty());
    Setting {
        exam: at.and_then(|at| texts.get(at).copied()).unwrap_or(file).to_owned(),
        key: at.and_then(|at| keys.get(at)).cloned().unwrap_or_default(),
        year: texts.into_iter().find_map(year_in),
        school,
        class,
        subject,
    }
}

/// The first text above the header.
fn title(table: &Table, header: u32) -> String {
    let above = (0..header).flat_map(|row| table.row(row).iter());
    above.map(|cell| trimmed(&cell.text()).to_owned()).find(|text| !text.is_empty()).unwrap_or_default()
}

/// The longest known school that a text names.
fn known_school(text: &str, schools: &[School]) -> Option<String> {
    let named = schools.iter().map(|school| &*school.name).filter(|name| name.chars().nth(1).is_some());
    named.filter(|name| text.contains(name)).max_by_key(|name| name.len()).map(str::to_owned)
}

/// A school that a sheet or a file is named after: what is left when the year
/// and the class are taken away begins with a school's name, and no more
/// follows than an exam's.
fn named_school(text: &str) -> Option<String> {
    let mut name = text.to_owned();
    if let Some(class) = class_in(text) {
        name = name.replace(&class, "");
    }
    if let Some(year) = year_in(text) {
        name = name.replace(&year.to_string(), "");
    }
    let name = name.trim_start_matches(|sign: char| !sign.is_alphabetic() || matches!(sign, '年' | '学' | '届'));
    if DICTIONARY.school_starts.iter().any(|start| name.starts_with(start.as_str())) {
        return None;
    }
    let follows = |rest: &str| {
        let words = || DICTIONARY.exam_words.iter().chain(&DICTIONARY.exam_fillers);
        rest.chars().next().is_none_or(|sign| !sign.is_alphabetic())
            || words().any(|word| rest.starts_with(word.as_str()))
    };
    let ends = DICTIONARY.school_ends.iter().flat_map(|end| name.match_indices(end.as_str()));
    let stops = ends.map(|(at, end)| at + end.len()).filter(|stop| name.get(*stop..).is_some_and(follows));
    let school = name.get(..stops.max()?)?;
    school.chars().nth(2).is_some().then(|| school.to_owned())
}

/// A class that a text names: 九(1)班, 九1班, 901班, or 901 alone.
pub(super) fn class_in(text: &str) -> Option<String> {
    let whole = folded(text);
    let grade = |sign: char| matches!(sign, '一'..='龥') && "一二三四五六七八九初高".contains(sign);
    let three = whole.len() == 3 && whole.bytes().all(|byte| byte.is_ascii_digit());
    let short = whole.chars().next().is_some_and(grade)
        && whole.chars().skip(1).all(|sign| sign.is_ascii_digit())
        && (2..=3).contains(&whole.chars().count());
    if three || short {
        return Some(text.trim().to_owned());
    }
    let (end, _) = text.char_indices().find(|(_, sign)| *sign == '班')?;
    let before = text.get(..end)?;
    let of_class = |sign: char| half_width(sign).is_ascii_digit() || grade(sign) || "十年级届()（）".contains(sign);
    let start = before.char_indices().rev().take_while(|(_, sign)| of_class(*sign)).last().map(|(at, _)| at)?;
    let run = text.get(start..end)?;
    // The year of 2025九1班 is not part of the class.
    let run = match year_in(run) {
        Some(year) => run.trim_start_matches(&*year.to_string()).trim_start_matches(['年', '级', '届']),
        None => run,
    };
    (!run.is_empty()).then(|| format!("{run}班"))
}

/// The subject that a text names: 语文, 语文成绩.
fn subject_in(text: &str) -> Option<Arc<str>> {
    let mut name = bare(text);
    while let Some(rest) = DICTIONARY.exam_fillers.iter().find_map(|filler| name.strip_suffix(filler.as_str())) {
        name = rest.to_owned();
    }
    subject(&name)
}

/// A subject by any of its names.
pub(super) fn subject(name: &str) -> Option<Arc<str>> {
    match look_up(&[name.to_owned()]).field {
        Some(Field::Mark(subject)) => Some(subject),
        _ => None,
    }
}

/// What tells an exam from another.
fn key(text: &str, school: &str, class: &str) -> String {
    let without = if school.is_empty() { text.to_owned() } else { text.replace(school, "") };
    let without = if class.is_empty() { without } else { without.replace(class, "") };
    if subject_in(&without).is_some() {
        return String::new();
    }
    let mut key = bare(&without);
    if let Some(year) = year_in(text) {
        key = key.replace(&year.to_string(), "");
    }
    for filler in &DICTIONARY.exam_fillers {
        key = key.replace(filler.as_str(), "");
    }
    // Numbers of sheets (Sheet1) and what a year leaves behind.
    let left = key.trim_start_matches(['学', '年', '度']).trim_matches(|sign: char| matches!(sign, '(' | ')'));
    if left.chars().all(|sign| sign.is_ascii_digit()) { String::new() } else { left.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_and_classes_are_found_in_names_of_sheets() {
        for (text, school) in [
            ("桃源镇中", "桃源镇中"),
            ("2025年桃源镇中九1班成绩表", "桃源镇中"),
            ("城关中学901班", "城关中学"),
            ("城关中学_成绩", "城关中学"),
            ("2025年桃源镇中九1班期末成绩", "桃源镇中"),
        ] {
            assert_eq!(named_school(text).as_deref(), Some(school), "{text}");
        }
        for text in ["成绩", "Sheet1", "九1班", "全市初中", "初中", "期末考试", "语文", "临海市初中学业水平考试"]
        {
            assert_eq!(named_school(text), None, "{text}");
        }
        for (text, class) in [
            ("九1班", "九1班"),
            ("桃源镇中九(1)班", "九(1)班"),
            ("901", "901"),
            ("城关中学901班成绩", "901班"),
            ("2025九1班", "九1班"),
            ("九1", "九1"),
        ] {
            assert_eq!(class_in(text).as_deref(), Some(class), "{text}");
        }
        for text in ["2025", "班级成绩", "成绩", "Sheet1"] {
            assert_eq!(class_in(text), None, "{text}");
        }
    }

    #[test]
    fn tables_of_one_exam_have_one_key() {
        let of = |text| key(text, "桃源镇中", "九1班");
        assert_eq!(of("2025年桃源镇中九1班期末成绩表"), "期末");
        assert_eq!(of("2025学年期末成绩汇总"), "期末");
        for text in ["桃源镇中", "Sheet1", "语文成绩", "成绩", "2025年成绩", "九1班"] {
            assert_eq!(of(text), "", "{text}");
        }
        assert_eq!(of("七年级"), "七年级");
    }
}
