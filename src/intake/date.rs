//! Dates: how they are counted and written, and which number formats show them.

use std::borrow::Cow;

use crate::word::table::Cell;

/// Days from 1900-01-01 to 1904-01-01, as spreadsheets count them.
pub(super) const TO_1904: f64 = 1462.0;

/// The ids of the formats for dates and times that every program knows
/// (ECMA-376, part 1, 18.8.30), those of the East Asian languages included.
pub(super) fn is_builtin(id: u32) -> bool {
    matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58)
}

/// Whether a number format shows dates or times: its first section holds, not
/// quoted, a letter for a part of them, or elapsed time as in `[h]:mm`.
pub(super) fn is_shown_by(code: &str) -> bool {
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            ';' => return false,
            '"' => drop(signs.find(|sign| *sign == '"')),
            // The next sign stands for itself, for its width, or fills the cell.
            '\\' | '_' | '*' => drop(signs.next()),
            '[' => {
                let inside: String = signs.by_ref().take_while(|sign| *sign != ']').collect();
                let inside = inside.to_ascii_lowercase();
                if ["h", "m", "s"].iter().any(|unit| !inside.is_empty() && inside.replace(unit, "").is_empty()) {
                    return true;
                }
            }
            'y' | 'm' | 'd' | 'h' | 's' => return true,
            _ => {}
        }
    }
    false
}

/// A date and time such as 2025-03-02T12:00:00.000 as spreadsheets count days:
/// 1 is 1900-01-01, and 1900 counts as a leap year.
pub(super) fn serial(text: &str) -> Option<f64> {
    let (date, time) = text.split_once('T').unwrap_or((text, ""));
    let mut parts = date.splitn(3, '-').map(|part| part.parse::<i32>().ok());
    let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
    if !(1899..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Days since 1 March of the year 0, months counted from March.
    let (years, months) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days = years * 365 + years / 4 - years / 100 + years / 400 + (months * 153 + 2) / 5 + day - 1;
    // 1899-12-30 is day 0 from March 1900 on.
    let days = f64::from(days - 693_899);
    let days = if days < 61.0 { days - 1.0 } else { days };
    let mut clock = time.split(':').map(|part| part.parse::<f64>().unwrap_or(0.0));
    let mut next = || clock.next().unwrap_or(0.0);
    let seconds = next() * 3600.0 + next() * 60.0 + next();
    Some(days + seconds / 86_400.0)
}

/// Year, month and day of a spreadsheet's serial day number, by days from 1 March
/// (Howard Hinnant, "chrono-compatible low-level date algorithms").
pub(super) fn calendar(serial: f64) -> Option<(u32, u32, u32)> {
    if !(1.0..2_958_466.0).contains(&serial) {
        return None;
    }
    // Day 60 is 29 February 1900, which never was.
    let day = format!("{:.0}", serial.floor()).parse::<u32>().ok()?;
    let days = if day < 60 { day + 1 } else { day };
    // From 1 March of the year 0 to 30 December 1899 there are 693,899 days.
    let since = days + 693_899;
    let of_era = since % 146_097;
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let year = since / 146_097 * 400 + year_of_era;
    Some(if month < 10 { (year, month + 3, date) } else { (year + 1, month - 9, date) })
}

/// A serial day number as a person writes the day: 2025-03-02.
pub(super) fn shown(serial: f64) -> Option<String> {
    let (year, month, day) = calendar(serial)?;
    Some(format!("{year}-{month:02}-{day:02}"))
}

/// A cell's content as a person reads it: dates as such, 2024-09-01, with the
/// time of day if there is one.
pub fn readable(cell: Cell<'_>) -> Cow<'_, str> {
    let Cell::Date(number) = cell else { return cell.text() };
    let minutes = format!("{:.0}", number.rem_euclid(1.0) * 1440.0).parse::<u32>().unwrap_or(0).min(1439);
    let clock = format!("{:02}:{:02}", minutes / 60, minutes % 60);
    match shown(number) {
        Some(day) if minutes == 0 => day.into(),
        Some(day) => format!("{day} {clock}").into(),
        // A time alone.
        None if (0.0..1.0).contains(&number) => clock.into(),
        None => cell.text(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Serial numbers as LibreOffice has them.
    #[test]
    fn dates_are_shown_as_such() {
        for (serial, text) in [
            (45_536.0, "2024-09-01"),
            (45_536.5, "2024-09-01 12:00"),
            (45_938.770_833_333_3, "2025-10-08 18:30"),
            (0.25, "06:00"),
            (-1.0, "-1"),
        ] {
            assert_eq!(readable(Cell::Date(serial)), text);
        }
        assert_eq!(readable(Cell::Number(45_536.0)), "45536");
    }

    #[test]
    fn dates_are_told_from_numbers() {
        for code in ["yyyy\"年\"m\"月\"", "DD/MM/YY", "[$-404]e\"年\"m", "h:mm AM/PM", "[h]:mm", "[ss].0", "*-yyyy"]
        {
            assert!(is_shown_by(code), "{code}");
        }
        for code in ["General", "0.00%", "#,##0_d", "\\d0", "0\"days\"", "[Red]0;[h]", "#,##0*y", "[$¥-804]0", "@"] {
            assert!(!is_shown_by(code), "{code}");
        }
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        for (text, day) in [
            ("1899-12-31T00:00:00.000", 0.0),
            ("1900-01-01T00:00:00.000", 1.0),
            ("1900-02-28", 59.0),
            ("1900-03-01", 61.0),
            ("2008-02-29T12:00:00.000", 39_507.5),
            ("2025-10-10T18:00:00", 45_940.75),
        ] {
            assert_eq!(serial(text), Some(day), "{text}");
        }
        for text in ["1900-02-28", "1900-03-01", "1999-12-31", "2000-02-29", "2024-12-31", "2025-01-01"] {
            assert_eq!(serial(text).and_then(shown).as_deref(), Some(text));
        }
        assert_eq!(serial("2025-13-01"), None);
        assert_eq!(serial("昨天"), None);
    }
}
