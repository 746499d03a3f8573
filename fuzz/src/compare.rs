//! A whole and lawful worksheet out of any bytes, and three readings of it: by
//! scanning plain rows, by the general parser, and by another program.

use std::fmt::Write;
use std::io::Cursor;

use calamine::{Data, Xlsx};
use suanpan::intake::{Opened, Unwatched, open};
use suanpan::word::table::{Cell, Table};

use crate::wrap::workbook;

const NUMBERS: &[&str] = &[
    "0",
    "1",
    "-1",
    "96.5",
    "-0.25",
    "007",
    "1.50E+1",
    "1e22",
    "9007199254740993",
    "123456789012345678",
    "0.1",
    "5e-324",
    "1.7976931348623157E308",
    ".5",
    "5.",
    "+3",
    "45000.5",
    "999999999999999.9",
    "0.30000000000000004",
];

// No CDATA: calamine passes over it in a stored value.
const TEXTS: &[&str] = &[
    "缺考",
    "学校",
    " 前",
    "后 ",
    "a&amp;b",
    "&#x4E01;",
    "&lt;",
    "_x000D_",
    "_x0041_",
    "_x005F_x0041_",
    "a_x",
    "\n",
    "",
    "𠮷",
    "1",
    "-",
    "&quot;&apos;",
];

/// Which of the same things is written how; every byte decides once.
struct Choices<'a>(&'a [u8]);

impl Choices<'_> {
    fn below(&mut self, bound: usize) -> usize {
        match self.0.split_first() {
            Some((first, rest)) => {
                self.0 = rest;
                usize::from(*first) % bound
            }
            None => 0,
        }
    }

    fn one<'t>(&mut self, of: &[&'t str]) -> &'t str {
        of[self.below(of.len())]
    }
}

/// The rows of a worksheet; with `general`, each with a comment that sends it to
/// the general parser.
fn lawful(bytes: &[u8], general: bool) -> String {
    let mut choices = Choices(bytes);
    let mut sheet = String::from(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>"#,
    );
    let (mut row, mut rows) = (0, 0);
    while !choices.0.is_empty() && rows < 200 {
        rows += 1;
        row += 1;
        match choices.below(8) {
            0 => {
                row += choices.below(4);
                let _ = write!(sheet, r#"<row r="{row}" spans="1:9" x14ac:dyDescent="0.2">"#);
            }
            1 => sheet.push_str("<row>"),
            2 => {
                let _ = write!(sheet, "\n <row r='{row}' >\n");
            }
            3 => {
                let _ = write!(sheet, r#"<row r="{row}"/>"#);
                continue;
            }
            _ => {
                let _ = write!(sheet, r#"<row r="{row}">"#);
            }
        }
        if general {
            sheet.push_str("<!-- -->");
        }
        let mut column = 0;
        for _ in 0..choices.below(8) {
            column += 1 + if choices.below(6) == 0 { choices.below(40) } else { 0 };
            cell(&mut choices, &mut sheet, (row, &mut column));
        }
        sheet.push_str(choices.one(&["</row>", "</row>", "\n</row>", "</row >"]));
    }
    sheet.push_str("</sheetData></worksheet>");
    sheet
}

/// One cell, in the column or, if it says none, after the one before.
fn cell(choices: &mut Choices<'_>, sheet: &mut String, (row, column): (usize, &mut usize)) {
    sheet.push_str("<c");
    let letters = suanpan::basis::place::column_letters(*column as u32 - 1);
    let _ = match choices.below(6) {
        0 => write!(sheet, " r='{letters}{row}'"),
        _ => write!(sheet, r#" r="{letters}{row}""#),
    };
    sheet.push_str(choices.one(&["", "", r#" s="1""#, r#" s="0""#, r#" s="2""#, r#" s="7""#]));
    let number = choices.one(NUMBERS);
    let text = choices.one(TEXTS);
    let formula = choices.one(&["", "", "", "<f>A1</f>", "<f t=\"shared\" si=\"0\"/>", "<f>1&lt;2</f>"]);
    let _ = match choices.below(12) {
        0 => write!(sheet, "/>"),
        1 => write!(sheet, r#" t="s"><v>{}</v></c>"#, choices.below(SHARED)),
        2 => write!(sheet, r#" t="inlineStr"><is><t>{text}</t></is></c>"#),
        3 => write!(sheet, r#" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>"#),
        4 => write!(sheet, r#" t="inlineStr"><is><r><t>{text}</t></r><r><t>{number}</t></r></is></c>"#),
        5 => write!(sheet, r#" t="str">{formula}<v>{text}</v></c>"#),
        6 => write!(sheet, r#" t="b">{formula}<v>{}</v></c>"#, choices.below(2)),
        7 => write!(sheet, r#" t="e">{formula}<v>{}</v></c>"#, choices.one(&["#N/A", "#DIV/0!", "#REF!", "#VALUE!"])),
        8 => write!(sheet, r#" t="n">{formula}<v>{number}</v></c>"#),
        9 => write!(sheet, ">{formula}</c>"),
        _ => write!(sheet, ">{formula}<v>{number}</v></c>"),
    };
}

const SHARED: usize = 6;
const STRINGS: &[u8] = "<?xml version=\"1.0\"?><sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>甲</t></si><si><t xml:space=\"preserve\"> 乙 </t></si><si><r><t>丙</t></r><r><t>丁</t></r></si><si><t>a&amp;b</t></si><si><t/></si><si><t>_x000D_</t></si></sst>".as_bytes();
const STYLES: &[u8] = br#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>"#;

/// Reads a worksheet that the bytes decide three times. Panics where the
/// readings differ.
pub fn compare(bytes: &[u8]) {
    let plain = workbook("xml", lawful(bytes, false).as_bytes(), STRINGS, STYLES);
    let general = workbook("xml", lawful(bytes, true).as_bytes(), STRINGS, STYLES);
    let scanned = open("a.xlsx", &plain, &mut Unwatched);
    let parsed = open("a.xlsx", &general, &mut Unwatched);
    assert_eq!(scanned.problems, parsed.problems, "{}", lawful(bytes, false));
    same(&cells(&scanned.tables), &cells(&parsed.tables), bytes);
    assert_eq!(scanned, parsed, "{}", lawful(bytes, false));
    same(&cells(&scanned.tables), &by_calamine(&plain), bytes);
}

/// Panics with the first cell that differs.
fn same(ours: &Cells, other: &Cells, bytes: &[u8]) {
    let first = ours.iter().zip(other).find(|(ours, other)| ours != other);
    assert!(first.is_none(), "readings differ: {first:?}\n{}", lawful(bytes, false));
    assert_eq!(ours.len(), other.len(), "readings differ in length: {}", lawful(bytes, false));
}

/// Cells that hold something, by row, column and a text that tells what.
type Cells = Vec<(u32, u32, String)>;

fn cells(tables: &[Table]) -> Cells {
    let mut cells = Vec::new();
    let Some(table) = tables.first() else { return cells };
    for (row, line) in (0..).zip(table.rows()) {
        for (column, cell) in (0..).zip(line.iter()) {
            match cell {
                // The other one does not tell them apart.
                Cell::Empty | Cell::Uncomputed | Cell::Text("") => {}
                cell => cells.push((row, column, format!("{cell:?}"))),
            }
        }
    }
    cells
}

fn by_calamine(bytes: &[u8]) -> Cells {
    use calamine::Reader;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a lawful workbook");
    let range = book.worksheet_range("S").expect("a lawful worksheet");
    let (top, left) = range.start().unwrap_or_default();
    let mut cells = Vec::new();
    for (row, column, value) in range.used_cells() {
        let cell = match value {
            Data::Int(number) => format!("{:?}", Cell::Number(*number as f64)),
            Data::Float(number) => format!("{:?}", Cell::Number(*number)),
            Data::DateTime(date) => format!("{:?}", Cell::Date(date.as_f64())),
            Data::Bool(value) => format!("{:?}", Cell::Bool(*value)),
            Data::Error(met) => format!("{:?}", Cell::Error(&met.to_string())),
            Data::Empty => continue,
            text if text.to_string().is_empty() => continue,
            text => format!("{:?}", Cell::Text(&text.to_string())),
        };
        cells.push((row as u32 + top, column as u32 + left, cell));
    }
    cells
}

/// A worksheet with the forms that programs write, and some others.
pub const SHEET: &str = "<?xml version=\"1.0\"?><worksheet xmlns=\"a\"><dimension ref=\"A1:D9\"/><sheetData>\
<row r=\"1\" spans=\"1:4\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"s\"><v>3</v></c></row>\
<row r=\"2\" ht=\"15\" customHeight=\"1\"><c r=\"A2\" s=\"1\"><v>45000</v></c><c r=\"B2\"><v>-1.50E+1</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>\n\
<row><c><v>95.5</v></c><c t=\"inlineStr\"><is><t xml:space=\"preserve\"> 内 </t></is></c><c t=\"str\"><f>A1&amp;\"x\"</f><v>x_x000D_</v></c></row>\
<row r=\"5\" hidden=\"1\"><c r=\"A5\" t=\"e\"><v>#N/A</v></c><c r=\"B5\"><f>1+1</f></c><c r=\"C5\"><f>1+1</f><v>2</v></c><c r=\"D5\" s=\"1\"/></row>\
<row r=\"6\"/></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";

/// What is read of a worksheet part.
pub fn read(sheet: &[u8]) -> Opened {
    open("a.xlsx", &workbook("xml", sheet, STRINGS, STYLES), &mut Unwatched)
}

/// A worksheet part, lawful or not: the scan of plain rows gives what the
/// general parser does, to which an attribute that nobody knows sends every row
/// and string.
pub fn sheet(bytes: &[u8]) -> bool {
    parts(bytes, STRINGS, STYLES)
}

/// The same with the strings and formats that the worksheet draws on. `false`:
/// it has text that looks like a row, and is not compared.
pub fn parts(bytes: &[u8], strings: &[u8], styles: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    // One in an attribute's value is no row, and must not become two values.
    let after = text.match_indices("<row").map(|(at, _)| text[..at].chars().next_back());
    if !after.into_iter().all(|before| matches!(before, Some('>' | ' ' | '\n'))) {
        return false;
    }
    let odd = text.replace("<row ", "<row q=\"1\" ").replace("<row>", "<row q=\"1\">");
    let read = |sheet: &str, strings: &[u8]| {
        open("a.xlsx", &workbook("xml", sheet.as_bytes(), strings, styles), &mut Unwatched)
    };
    let odd_strings = String::from_utf8_lossy(strings).replace("<si>", "<si q=\"1\">");
    let (scanned, parsed) = (read(&text, strings), read(&odd, odd_strings.as_bytes()));
    assert!(scanned.tables == parsed.tables, "readings differ: {:?}\n{:?}", scanned.tables, parsed.tables);
    let kinds = |opened: &Opened| opened.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&scanned), kinds(&parsed));
    true
}
