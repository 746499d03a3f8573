//! A worksheet part.

use std::collections::HashMap;

use super::super::grid::{self, Cell, Content, Sheet, Style};
use super::super::size;
use super::look::{Looks, MARKS};
use super::{check, markup};
use crate::basis::place::column_letters;

/// What a cell of a spreadsheet can hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// Landscape A4, as wide as a page; the sheet's name and the page's number
/// below. Margins are in inches.
const PAGE: &str = "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.6\" header=\"0.3\" footer=\"0.3\"/>\
    <pageSetup paperSize=\"9\" fitToHeight=\"0\" orientation=\"landscape\"/>\
    <headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>";

/// Texts that cells share, numbered as they are first met.
#[derive(Default)]
pub(super) struct Strings {
    numbers: HashMap<String, usize>,
    items: String,
}

impl Strings {
    fn number(&mut self, text: &str) -> usize {
        if let Some(number) = self.numbers.get(text) {
            return *number;
        }
        let number = self.numbers.len();
        self.numbers.insert(text.to_owned(), number);
        self.items.push_str("<si><t xml:space=\"preserve\">");
        markup::push(&mut self.items, text);
        self.items.push_str("</t></si>");
        number
    }

    /// The part.
    pub fn part(&self) -> String {
        super::begin("sst", &format!(" uniqueCount=\"{}\"", self.numbers.len())) + &self.items + "</sst>"
    }
}

/// The part of one sheet.
pub(super) fn part(sheet: &Sheet, looks: &mut Looks, strings: &mut Strings) -> String {
    let widths = size::widths(sheet);
    let mut out = super::begin("worksheet", "");
    out += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>";
    out += "<sheetViews><sheetView workbookViewId=\"0\">";
    if let Some((_, last)) = sheet.header {
        freeze(&mut out, last.saturating_add(1), sheet.frozen_columns);
    }
    out += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    if !widths.is_empty() {
        out += "<cols>";
        for (column, width) in (1..).zip(&widths) {
            // What Excel stores for so many places: with its inner margin.
            let column: usize = column;
            out += &format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}.7109375\" customWidth=\"1\"");
            if sheet.codes.contains(&column.saturating_sub(1)) {
                out += &format!(" style=\"{}\"", looks.number(Style::Code, TEXT));
            }
            out += "/>";
        }
        out += "</cols>";
    }
    out += "<sheetData>";
    for (number, cells) in (1..).zip(&sheet.rows) {
        let number: usize = number;
        out += &format!("<row r=\"{number}\"");
        if let Some(height) = size::height(cells, &widths) {
            out += &format!(" ht=\"{height}\" customHeight=\"1\"");
        }
        out += ">";
        for (column, cell) in (0..).zip(cells) {
            let look = looks.number(cell.style, &number_format(cell));
            out += &format!("<c r=\"{}{number}\" s=\"{look}\"", column_letters(column));
            content(&mut out, &cell.content, strings);
        }
        out += "</row>";
    }
    out += "</sheetData>";
    colour_marks(&mut out, sheet);
    check::push(&mut out, &sheet.checks);
    links(&mut out, &sheet.links);
    out += PAGE;
    if !sheet.notes.is_empty() {
        out += "<legacyDrawing r:id=\"notes\"/>";
    }
    out + "</worksheet>"
}

/// Appends the element, when there are links.
pub(in crate::report) fn links(out: &mut String, links: &[grid::Link]) {
    if links.is_empty() {
        return;
    }
    *out += "<hyperlinks>";
    for link in links {
        let (from, to) = (grid::at(link.row, link.column as usize), markup::escaped(&link.to));
        *out += &format!("<hyperlink ref=\"{from}\" location=\"{to}\"/>");
    }
    *out += "</hyperlinks>";
}

/// Keeps so many rows and columns in sight.
fn freeze(out: &mut String, rows: u32, columns: u16) {
    let corner = format!("{}{}", column_letters(columns.into()), rows.saturating_add(1));
    let (split, pane) =
        if columns > 0 { (format!("xSplit=\"{columns}\" "), "bottomRight") } else { (String::new(), "bottomLeft") };
    *out += &format!(
        "<pane {split}ySplit=\"{rows}\" topLeftCell=\"{corner}\" activePane=\"{pane}\" state=\"frozen\"/><selection pane=\"{pane}\"/>"
    );
}

/// Ends a cell's opening tag and writes what it holds.
fn content(out: &mut String, content: &Content, strings: &mut Strings) {
    match content {
        Content::Blank => *out += "/>",
        Content::Text(text) => *out += &format!(" t=\"s\"><v>{}</v></c>", strings.number(cut(text))),
        Content::Formula { text, result } => {
            let (kind, value) = stored(result);
            *out += &format!(" t=\"{kind}\"><f>{}</f><v>{value}</v></c>", markup::escaped(text));
        }
        Content::Plain(_) | Content::Date(_) | Content::Number { .. } | Content::Percent { .. } | Content::Fen(_) => {
            let (kind, value) = stored(content);
            *out += &format!(" t=\"{kind}\"><v>{value}</v></c>");
        }
    }
}

/// The type and the text of a stored value; a number that is none is the error
/// that a spreadsheet would show.
fn stored(content: &Content) -> (&'static str, String) {
    match content {
        Content::Plain(value)
        | Content::Date(value)
        | Content::Number { value, .. }
        | Content::Percent { value, .. } => {
            if value.is_finite() {
                ("n", value.to_string())
            } else {
                ("e", "#NUM!".to_owned())
            }
        }
        Content::Fen(amount) => ("n", yuan(amount.0).to_string()),
        Content::Text(text) => ("str", markup::escaped(cut(text))),
        Content::Blank | Content::Formula { .. } => ("str", String::new()),
    }
}

/// 元 for a cell: the double nearest to the amount, which is unique up to 10^13
/// 分.
fn yuan(fen: i64) -> f64 {
    #[allow(clippy::cast_precision_loss)] // below 2^53
    let fen = fen as f64;
    fen / 100.0
}

/// The text as far as a cell can hold it.
fn cut(text: &str) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > LONGEST_TEXT
    });
    end.and_then(|(end, _)| text.get(..end)).unwrap_or(text)
}

/// The number format of texts.
const TEXT: &str = "@";

fn number_format(cell: &Cell) -> String {
    if cell.style == Style::Code { TEXT.to_owned() } else { format_of(&cell.content) }
}

fn format_of(content: &Content) -> String {
    let decimals = |count: u8| if count == 0 { String::new() } else { format!(".{}", "0".repeat(usize::from(count))) };
    match content {
        Content::Blank | Content::Text(_) | Content::Plain(_) => "General".to_owned(),
        Content::Date(_) => "yyyy-mm-dd".to_owned(),
        Content::Number { decimals: count, .. } => format!("#,##0{}", decimals(*count)),
        Content::Percent { decimals: count, .. } => format!("0{}%", decimals(*count)),
        Content::Fen(_) => "#,##0.00".to_owned(),
        Content::Formula { result, .. } => format_of(result),
    }
}

/// Colours the marks of states by what they say, also after a recalculation.
fn colour_marks(out: &mut String, sheet: &Sheet) {
    let marked = |row: &Vec<Cell>| row.iter().any(|cell| cell.style == Style::Mark);
    let Some(first) = sheet.rows.iter().position(marked) else { return };
    let last = sheet.rows.iter().rposition(marked).unwrap_or(first);
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).saturating_sub(1);
    let widest = column_letters(u32::try_from(widest).unwrap_or(u32::MAX));
    let (first, last) = (first.saturating_add(1), last.saturating_add(1));
    *out += &format!("<conditionalFormatting sqref=\"A{first}:{widest}{last}\">");
    for (number, (mark, ..)) in MARKS.iter().enumerate() {
        *out += &format!(
            "<cfRule type=\"cellIs\" dxfId=\"{number}\" priority=\"{}\" operator=\"equal\"><formula>\"{mark}\"</formula></cfRule>",
            number.saturating_add(1)
        );
    }
    *out += "</conditionalFormatting>";
}
