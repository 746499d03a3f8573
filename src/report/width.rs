//! How wide a column must be: East Asian signs take two places.

use super::grid::{Cell, Content, Sheet, Style};
use crate::basis::format;

const LEAST: usize = 5;
const MOST: usize = 40;
/// Prose wraps; it may be wider, lest its rows grow high.
const MOST_PROSE: usize = 70;

/// The width of every column, in the places of a spreadsheet.
pub fn columns(sheet: &Sheet) -> Vec<usize> {
    let count = sheet.rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut widths = vec![LEAST; count];
    for row in &sheet.rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            let most = if cell.style == Style::Prose { MOST_PROSE } else { MOST };
            *width = (*width).max(need(cell).min(most));
        }
    }
    widths
}

fn need(cell: &Cell) -> usize {
    let text = shown(&cell.content);
    let longest_line = text.lines().map(places).max().unwrap_or(0);
    match cell.style {
        // They run on over the empty cells beside them.
        Style::Title | Style::Line | Style::Heading => 0,
        // Headers wrap into two or three lines.
        Style::Header => longest_line.div_ceil(2).max(longest_line.min(8)) + 2,
        _ => longest_line + 2,
    }
}

/// The text as a spreadsheet shows it.
fn shown(content: &Content) -> String {
    match content {
        Content::Blank => String::new(),
        Content::Text(text) => text.clone(),
        Content::Number { value, decimals } => format::fixed(*value, u32::from(*decimals)),
        Content::Percent { value, decimals } => format::fixed(value * 100.0, u32::from(*decimals)) + "%",
        Content::Fen(amount) => amount.yuan(),
        Content::Formula { result, .. } => shown(result),
    }
}

/// The places that a text takes.
fn places(text: &str) -> usize {
    text.chars().map(|sign| if sign < '\u{1100}' { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn east_asian_signs_take_two_places() {
        assert_eq!(places("后20%率"), 8);
        let sheet = Sheet {
            rows: vec![vec![Cell::text("临江镇初级中学"), Cell::number(1234.5, 2)]],
            ..Sheet::default()
        };
        assert_eq!(columns(&sheet), [16, 10]);
    }
}
