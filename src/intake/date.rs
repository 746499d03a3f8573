//! Which number formats show a number as a date or a time.

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

#[cfg(test)]
mod tests {
    use super::is_shown_by;

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
}
