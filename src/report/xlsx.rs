//! A report as an xlsx workbook. The same report gives the same bytes: the
//! only time in it is the one that the report holds.

use std::collections::HashMap;

use rust_xlsxwriter::{
    Color, ConditionalFormatCell, ConditionalFormatCellRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Formula, Workbook, Worksheet, XlsxError,
};

use super::grid::{Cell, Content, Sheet, Style};
use super::{BAD, GOOD, MISSING, NEAR, Report, ReportFault, size};

const A4: u8 = 9;
/// What a cell of a spreadsheet can hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
const INK: Color = Color::RGB(0x1F2A37);
const RULE: Color = Color::RGB(0xC9CED6);

type Formats = HashMap<(Style, String), Format>;

/// The workbook's bytes.
///
/// # Errors
/// [`ReportFault`] when the report's time is no time, or a sheet is larger
/// than a spreadsheet can be.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, ReportFault> {
    write(report).map_err(|error| ReportFault { detail: error.to_string() })
}

fn write(report: &Report) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let created = ExcelDateTime::parse_from_str(&report.created)?;
    book.set_properties(
        &DocProperties::new().set_title(&report.title).set_author(&report.program).set_creation_datetime(&created),
    );
    let mut formats = Formats::new();
    for sheet in &report.sheets {
        let out = book.add_worksheet();
        out.set_name(&sheet.name)?;
        set_page(out, sheet)?;
        for (row, cells) in (0..).zip(&sheet.rows) {
            for (column, cell) in (0..).zip(cells) {
                write_cell(out, row, column, cell, &mut formats)?;
            }
        }
        colour_marks(out, sheet)?;
    }
    book.save_to_buffer()
}

fn set_page(out: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let widths = size::widths(sheet);
    for (column, width) in (0..).zip(&widths) {
        out.set_column_width(column, u32::try_from(*width).unwrap_or(u32::MAX))?;
    }
    for (row, cells) in (0..).zip(&sheet.rows) {
        if let Some(height) = size::height(cells, &widths) {
            out.set_row_height(row, height)?;
        }
    }
    if let Some((first, last)) = sheet.header {
        out.set_freeze_panes(last.saturating_add(1), sheet.frozen_columns)?;
        out.set_repeat_rows(first, last)?;
    }
    out.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&R&P / &N");
    // Inches; left, right, top, bottom, header, footer.
    out.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    Ok(())
}

fn write_cell(out: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &mut Formats) -> Result<(), XlsxError> {
    let code = number_format(&cell.content);
    let format = formats.entry((cell.style, code)).or_insert_with_key(|(style, code)| format(*style, code));
    match &cell.content {
        Content::Blank => out.write_blank(row, column, format)?,
        Content::Text(text) => out.write_string_with_format(row, column, cut(text), format)?,
        Content::Number { value, .. } | Content::Percent { value, .. } => {
            out.write_number_with_format(row, column, *value, format)?
        }
        Content::Fen(amount) => out.write_number_with_format(row, column, yuan(amount.0), format)?,
        Content::Formula { text, result } => {
            let formula = Formula::new(text).set_result(result_text(result));
            out.write_formula_with_format(row, column, formula, format)?
        }
    };
    Ok(())
}

/// The result as a cell without formula would store it.
fn result_text(result: &Content) -> String {
    match result {
        Content::Number { value, .. } | Content::Percent { value, .. } => value.to_string(),
        Content::Fen(amount) => yuan(amount.0).to_string(),
        Content::Text(text) => cut(text).to_owned(),
        Content::Blank | Content::Formula { .. } => String::new(),
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

fn number_format(content: &Content) -> String {
    let decimals = |count: u8| if count == 0 { String::new() } else { format!(".{}", "0".repeat(usize::from(count))) };
    match content {
        Content::Blank | Content::Text(_) => "General".to_owned(),
        Content::Number { decimals: count, .. } => format!("#,##0{}", decimals(*count)),
        Content::Percent { decimals: count, .. } => format!("0{}%", decimals(*count)),
        Content::Fen(_) => "#,##0.00".to_owned(),
        Content::Formula { result, .. } => number_format(result),
    }
}

fn format(style: Style, number: &str) -> Format {
    let format = Format::new().set_num_format(number).set_font_color(INK).set_align(FormatAlign::VerticalCenter);
    let ruled = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(RULE);
    match style {
        Style::Title => format.set_bold().set_font_size(16),
        Style::Line => format,
        Style::Heading => format.set_bold().set_font_size(12),
        Style::Body => ruled(format),
        Style::Header => ruled(format)
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Center)
            .set_background_color(Color::RGB(0xE8ECF1)),
        Style::Total => ruled(format).set_bold().set_background_color(Color::RGB(0xF4F6F8)),
        Style::Mark => ruled(format).set_align(FormatAlign::Center),
        Style::Prose => ruled(format).set_text_wrap().set_align(FormatAlign::Top),
    }
}

/// Colours the marks of states by what they say, also after a recalculation.
fn colour_marks(out: &mut Worksheet, sheet: &Sheet) -> Result<(), XlsxError> {
    let marked = |row: &Vec<Cell>| row.iter().any(|cell| cell.style == Style::Mark);
    let Some(first) = sheet.rows.iter().position(marked) else { return Ok(()) };
    let last = sheet.rows.iter().rposition(marked).unwrap_or(first);
    let widest = sheet.rows.iter().map(Vec::len).max().unwrap_or(1).saturating_sub(1);
    let rows = (u32::try_from(first).unwrap_or(u32::MAX), u32::try_from(last).unwrap_or(u32::MAX));
    let widest = u16::try_from(widest).unwrap_or(u16::MAX);
    for (mark, ink, ground) in [
        (GOOD, 0x1B6E3C, 0xE3F4E8),
        (NEAR, 0x8A5A00, 0xFDF1D8),
        (BAD, 0xA3211B, 0xFBE4E2),
        (MISSING, 0x4A5361, 0xECEFF3),
    ] {
        let look = Format::new().set_font_color(Color::RGB(ink)).set_background_color(Color::RGB(ground));
        let rule = ConditionalFormatCell::new().set_rule(ConditionalFormatCellRule::EqualTo(mark)).set_format(look);
        out.add_conditional_format(rows.0, 0, rows.1, widest, &rule)?;
    }
    Ok(())
}
