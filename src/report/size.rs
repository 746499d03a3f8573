//! How wide columns and how high rows must be: East Asian signs take two
//! places, and spreadsheets do not always fit rows to wrapped text.

use super::grid::{Cell, Content, Sheet, Style};
use crate::basis::format;

const LEAST: usize = 5;
const MOST: usize = 40;
/// Prose wraps; it may be wider, lest its rows grow high.
const MOST_PROSE: usize = 70;
/// The height of a line, in points.
const LINE: u32 = 15;

/// The width of every column, in the places of a spreadsheet.
pub fn widths(sheet: &Sheet) -> Vec<usize> {
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

/// The height of a row, in points, when it is not that of one line.
pub fn height(row: &[Cell], widths: &[usize]) -> Option<u32> {
    let lines = row.iter().zip(widths).map(|(cell, width)| lines(cell, *width)).max().unwrap_or(1);
    let title = row.iter().any(|cell| cell.style == Style::Title);
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    if title { Some(LINE * 2) } else { (lines > 1).then(|| LINE.saturating_mul(lines.min(20)) + 3) }
}

/// The places that a cell asks for.
fn need(cell: &Cell) -> usize {
    let longest = shown(&cell.content).lines().map(places).max().unwrap_or(0);
    match cell.style {
        // They run on over the empty cells beside them.
        Style::Title | Style::Line | Style::Heading => 0,
        // The longest text of a table that is not ours says little.
        Style::Bare | Style::Fault | Style::Doubt | Style::Edited => longest.min(30) + 2,
        // Headers wrap into up to three lines.
        Style::Header => longest.div_ceil(3).max(longest.min(12)) + 2,
        _ => longest + 2,
    }
}

/// The lines that a cell takes in a column of this width.
fn lines(cell: &Cell, width: usize) -> usize {
    if !matches!(cell.style, Style::Header | Style::Prose) {
        return 1;
    }
    // A place is left free: a sign of two does not fit into one.
    let room = width.saturating_sub(2).max(2);
    shown(&cell.content).lines().map(|line| places(line).div_ceil(room).max(1)).sum()
}

/// The text as a spreadsheet shows it.
fn shown(content: &Content) -> String {
    match content {
        Content::Blank => String::new(),
        Content::Text(text) => text.clone(),
        Content::Plain(value) => value.to_string(),
        Content::Date(_) => "0000-00-00".to_owned(),
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
        assert_eq!(places("后20%率"), 7);
        let row = vec![Cell::text("临江镇初级中学"), Cell::number(1234.5, 2)];
        assert_eq!(widths(&Sheet { rows: vec![row], ..Sheet::default() }), [16, 10]);
    }

    #[test]
    fn prose_wraps_and_its_row_grows() {
        let row = vec![Cell::text("字".repeat(100)).styled(Style::Prose), Cell::text("一")];
        let sheet = Sheet { rows: vec![row], ..Sheet::default() };
        assert_eq!(widths(&sheet), [70, 5]);
        // 200 places in lines of 68.
        assert_eq!(height(&sheet.rows[0], &widths(&sheet)), Some(3 * 15 + 3));
        assert_eq!(height(&[Cell::text("一")], &[5]), None);
    }
}
