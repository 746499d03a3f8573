//! What a sheet's surroundings tell: its title, its own name and its file's
//! may name the school and the year that all of it is about.

use super::dictionary::DICTIONARY;
use super::numeral;
use super::plain::{bare, folded, half_width, trimmed};
use crate::basis::place;
use crate::basis::why::CellNote;
use crate::word::field::Field;
use crate::word::table::Table;

use super::dictionary::Meaning;

/// The school that a table is about: as a cell above its header says
/// (学校名称:城关小学), else as the sheet or the file is called.
pub(super) fn school_of(table: &Table, header: u32) -> Option<CellNote> {
    let place = table.place();
    for row in 0..header {
        let cells: Vec<String> = table.row(row).iter().map(|cell| cell.text().into_owned()).collect();
        for (column, text) in (0..).zip(&cells) {
            let beside = cells.iter().skip(column as usize + 1).find(|text| !trimmed(text).is_empty());
            if let Some(name) = labelled(text, beside.map_or("", String::as_str)) {
                return Some(CellNote { place: place.at(row, column), text: name });
            }
        }
    }
    let name = [&*table.sheet, stem(&table.file)].into_iter().find(|name| names_school(name))?;
    Some(CellNote { place, text: trimmed(name).to_owned() })
}

/// A file's name without its extension; of a file in a zip, its own.
pub(super) fn stem(file: &str) -> &str {
    let own = file.rsplit(" › ").next().unwrap_or(file);
    place::stem(own)
}

/// The school in a text such as 学校名称:城关小学, or beside one such as 学校名称.
fn labelled(text: &str, beside: &str) -> Option<String> {
    let (label, name) = text.split_once([':', '：']).unwrap_or((text, ""));
    let is_school = DICTIONARY.aliases.get(&bare(label)) == Some(&Meaning::Plain(Field::SchoolName));
    let name = if trimmed(name).is_empty() { trimmed(beside) } else { trimmed(name) };
    let is_name = !name.is_empty() && !DICTIONARY.aliases.contains_key(&bare(name));
    (is_school && is_name).then(|| name.to_owned())
}

/// Whether a text is the name of one school: it ends like one, and is neither
/// a stage nor a kind of school, nor about many.
pub(super) fn names_school(text: &str) -> bool {
    let form = folded(text);
    let known = DICTIONARY.kinds.contains_key(&bare(text)) || DICTIONARY.aliases.contains_key(&bare(text));
    let ends = DICTIONARY.school_endings.iter().any(|end| form.ends_with(end.as_str()));
    let many = DICTIONARY.no_schools.iter().any(|word| form.contains(word.as_str()));
    ends && !known && !many && form.chars().count() >= 3
}

/// The year in the title above the header, the sheet's or the file's name.
pub(super) fn year_of(table: &Table, header: u32) -> Option<i32> {
    let above = (0..header).flat_map(|row| table.row(row).iter()).find_map(|cell| year_in(&cell.text()));
    year_in(&table.sheet).or(above).or_else(|| year_in(&table.file))
}

/// The first year from 1900 to 2100 in a text, in four digits.
pub(super) fn year_in(text: &str) -> Option<i32> {
    let text: String = text.chars().map(half_width).collect();
    let years = text.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| digits.len() == 4);
    years.filter_map(|digits| digits.parse().ok()).find(|year| (1900..=2100).contains(year))
}

/// The year in a cell of years: as [`year_in`] finds it, in Chinese digits
/// (二〇二四), or in two digits before 年 or 学年 (24年).
pub(super) fn year_of_cell(text: &str) -> Option<i32> {
    if let Some(year) = year_in(text) {
        return Some(year);
    }
    let text = folded(text);
    let in_digits: String = text
        .chars()
        .map(|sign| numeral::digit(sign).map_or(sign, |digit| char::from_digit(digit, 10).unwrap_or(sign)))
        .collect();
    let zeros = in_digits.replace('o', "0");
    if let Some(year) = year_in(&zeros) {
        return Some(year);
    }
    let (digits, rest) = zeros.split_at(zeros.find(|sign: char| !sign.is_ascii_digit())?);
    let short = digits.len() == 2 && (rest.starts_with('年') || rest.starts_with("学年"));
    let year: i32 = digits.parse().ok().filter(|_| short)?;
    Some(if year < 80 { 2000 + year } else { 1900 + year })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_read_as_they_are_written() {
        for text in [
            "2024",
            "２０２４年",
            "2024-2025",
            "2024学年度",
            "二〇二四",
            "二○二四年",
            "二零二四学年",
            "二O二四",
            "24年",
            "24学年",
            "二四年",
        ] {
            assert_eq!(year_of_cell(text), Some(2024), "{text}");
        }
        assert_eq!(year_of_cell("98年"), Some(1998));
        for text in ["24", "初中", "", "124年", "二十四", "20240901"] {
            assert_eq!(year_of_cell(text), None, "{text}");
        }
    }

    #[test]
    fn a_schools_name_is_told_from_a_stage_and_from_many() {
        for name in ["城关小学", "桃源镇中", "临江镇初级中学", "青山学校", "县第一中学 "] {
            assert!(names_school(name), "{name}");
        }
        for name in ["小学", "初级中学", "全县小学", "各中学", "Sheet1", "九年一贯制学校", "办学条件", "小学汇总"]
        {
            assert!(!names_school(name), "{name}");
        }
        assert_eq!(labelled("学校名称：城关小学", ""), Some("城关小学".into()));
        assert_eq!(labelled("学校名称", "城关小学"), Some("城关小学".into()));
        assert_eq!(labelled("学校名称", "在校生数"), None);
        assert_eq!((stem("全县.zip › 城关小学.xlsx"), stem("表")), ("城关小学", "表"));
        assert_eq!((year_in("（２０２５学年）"), year_in("20251008")), (Some(2025), None));
    }
}
