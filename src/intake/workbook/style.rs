//! The styles part: which cell formats show a number as a date or a time.

use super::package::Package;
use super::xml::{Halt, Tag, Visitor};

/// For every cell format, whether it shows dates or times. Without the part,
/// none does.
pub(super) fn read(package: &mut Package<'_>, part: &str) -> Result<Vec<bool>, Halt> {
    let mut styles = Styles::default();
    package.walk(part, &mut styles)?;
    Ok(styles.dates)
}

#[derive(Default)]
struct Styles {
    /// Number formats that the file defines, by their ids.
    defined: Vec<(String, bool)>,
    /// Inside the list of cell formats.
    inside: bool,
    dates: Vec<bool>,
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        match name {
            "numFmt" => {
                if let (Some(id), Some(code)) = (tag.get("numFmtId")?, tag.get("formatCode")?) {
                    self.defined.push((id.into_owned(), shows_date(&code)));
                }
            }
            "cellXfs" => self.inside = true,
            "xf" if self.inside => {
                let id = tag.get("numFmtId")?.unwrap_or_default();
                let defined = self.defined.iter().find(|(defined, _)| *defined == id);
                self.dates.push(defined.map_or_else(|| is_builtin_date(&id), |(_, date)| *date));
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Halt> {
        self.inside &= name != "cellXfs";
        Ok(())
    }
}

/// The ids of dates and times in ECMA-376, part 1, 18.8.30, those of the East
/// Asian languages included.
fn is_builtin_date(id: &str) -> bool {
    matches!(id.parse::<u32>(), Ok(14..=22 | 27..=36 | 45..=47 | 50..=58))
}

/// Whether a number format shows dates or times: its first section holds, not
/// quoted, a letter for a part of them, or elapsed time as in `[h]:mm`.
fn shows_date(code: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::shows_date;

    #[test]
    fn dates_are_told_from_numbers() {
        for code in ["yyyy\"年\"m\"月\"", "DD/MM/YY", "[$-404]e\"年\"m", "h:mm AM/PM", "[h]:mm", "[ss].0", "*-yyyy"]
        {
            assert!(shows_date(code), "{code}");
        }
        for code in ["General", "0.00%", "#,##0_d", "\\d0", "0\"days\"", "[Red]0;[h]", "#,##0*y", "[$¥-804]0", "@"] {
            assert!(!shows_date(code), "{code}");
        }
    }
}
