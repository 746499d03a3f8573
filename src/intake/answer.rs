//! Cells that answer yes or no, and names of persons and classes.

use std::borrow::Cow;

use super::date;
use super::dictionary::DICTIONARY;
use super::plain::{folded, half_width, trimmed};
use crate::word::cohort::Sex;
use crate::word::table::Cell;

/// What a cell of 是 or 否 says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// 是, Y, 1.
    Yes,
    /// 否, N, 0.
    No,
    /// Nothing: no, where the column asks for yes.
    Blank,
    /// Something else.
    Unknown,
}

/// Reads a cell of 是 or 否.
pub(super) fn answer(cell: Cell<'_>) -> Answer {
    match cell {
        Cell::Bool(true) => return Answer::Yes,
        Cell::Bool(false) => return Answer::No,
        _ if cell.is_blank() => return Answer::Blank,
        _ => {}
    }
    let text = folded(&cell.text());
    match () {
        () if text.is_empty() => Answer::Blank,
        () if DICTIONARY.yes.contains(&text) => Answer::Yes,
        () if DICTIONARY.no.contains(&text) => Answer::No,
        () => Answer::Unknown,
    }
}

/// Reads a cell of 性别; `Err` for a word that is neither.
pub(super) fn sex(cell: Cell<'_>) -> Result<Option<Sex>, ()> {
    let text = cell.text();
    match &*text {
        "男" => return Ok(Some(Sex::Male)),
        "女" => return Ok(Some(Sex::Female)),
        _ => {}
    }
    let text = folded(&text);
    let known = DICTIONARY.sexes.iter().find(|(word, _)| *word == text).map(|(_, sex)| *sex);
    if known.is_some() || text.is_empty() { Ok(known) } else { Err(()) }
}

/// A person's name: 张 三 is 张三, while names in letters keep their spaces
/// within.
pub(super) fn name(text: &str) -> Cow<'_, str> {
    let text = trimmed(text);
    let space = |sign: char| half_width(sign) == ' ';
    if text.contains(space) && text.chars().any(|sign| matches!(sign, '\u{3400}'..='\u{9fff}')) {
        return text.chars().filter(|sign| !space(*sign)).collect::<String>().into();
    }
    text.into()
}

/// The class that a spreadsheet made a date of: 3-2 became 3月2日.
pub(super) fn class_of_date(cell: Cell<'_>) -> Option<String> {
    let (month, day) = match cell {
        Cell::Date(serial) => {
            let (_, month, day) = date::calendar(serial)?;
            (month, day)
        }
        Cell::Text(text) => {
            let (month, day) = trimmed(text).strip_suffix('日')?.split_once('月')?;
            (month.parse().ok().filter(|month| *month <= 12)?, day.parse().ok().filter(|day| *day <= 31)?)
        }
        _ => return None,
    };
    Some(format!("{month}-{day}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_in_every_spelling() {
        for text in ["是", "Y", "1", "√", "Ｙ", "有"] {
            assert_eq!(answer(Cell::Text(text)), Answer::Yes, "{text}");
        }
        for text in ["否", "n", "0", "无", "—"] {
            assert_eq!(answer(Cell::Text(text)), Answer::No, "{text}");
        }
        assert_eq!(answer(Cell::Number(1.0)), Answer::Yes);
        assert_eq!(answer(Cell::Text(" ")), Answer::Blank);
        assert_eq!(answer(Cell::Text("或许")), Answer::Unknown);
    }

    /// Serial numbers as LibreOffice has them for these dates.
    #[test]
    fn classes_that_became_dates_come_back() {
        for (serial, class) in [(45_718.0, "3-2"), (46_000.0, "12-9"), (45_351.0, "2-29"), (45_658.0, "1-1")] {
            assert_eq!(class_of_date(Cell::Date(serial)).as_deref(), Some(class), "{serial}");
        }
        assert_eq!(class_of_date(Cell::Text("3月2日")).as_deref(), Some("3-2"));
        assert_eq!(class_of_date(Cell::Text("13月2日")), None);
    }

    #[test]
    fn names_lose_their_spaces() {
        assert_eq!(name(" 张\u{3000}三 "), "张三");
        assert_eq!(name("John Smith "), "John Smith");
    }
}
