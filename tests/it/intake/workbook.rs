//! The workbook reader: against an independent one on every fixture, and on
//! what programs write that the fixtures do not hold.

use std::io::{Cursor, Write};

use calamine::{Data, ExcelDateTime, ExcelDateTimeType, Reader, SheetVisible, Xlsx};
use suanpan::basis::problem::ProblemKind::*;
use suanpan::word::table::Cell::{self, Bool, Date, Empty, Error, Number, Text, Uncomputed};
use suanpan::word::table::{Builder, Cells, Merge, Table};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::{Opened, bytes, kinds, opened};

/// The same tables by calamine, without merged ranges.
pub(super) fn by_calamine<R: Reader<Cursor<Vec<u8>>>>(bytes: &[u8]) -> Vec<Table> {
    let mut book = R::new(Cursor::new(bytes.to_vec())).unwrap();
    let sheets = book.sheets_metadata().to_vec();
    let mut tables = Vec::new();
    for sheet in sheets {
        let range = book.worksheet_range(&sheet.name).unwrap();
        if range.used_cells().next().is_none() {
            continue;
        }
        let mut table = Table { sheet: sheet.name.as_str().into(), ..Table::default() };
        table.hidden = sheet.visible != SheetVisible::Visible;
        let (top, left) = range.start().unwrap();
        let mut cells = Builder::default();
        for (row, column, value) in range.used_cells() {
            let (row, column) = (row as u32 + top, column as u32 + left);
            let error;
            let other;
            let cell = match value {
                Data::Int(number) => Cell::Number(*number as f64),
                Data::Float(number) => Cell::Number(*number),
                Data::DateTime(date) => Cell::Date(date.as_f64() + if is_1904(*date) { 1462.0 } else { 0.0 }),
                Data::Bool(value) => Cell::Bool(*value),
                Data::Error(met) => {
                    error = met.to_string();
                    Cell::Error(&error)
                }
                Data::Empty => Cell::Empty,
                Data::String(text) if text.is_empty() => Cell::Empty,
                text => {
                    other = text.to_string();
                    Cell::Text(&other)
                }
            };
            cells.put(row, column, cell);
        }
        table.cells = cells.finish();
        tables.push(table);
    }
    tables
}

/// Whether a date's days count from 1904.
fn is_1904(date: ExcelDateTime) -> bool {
    let kind = if date.is_duration() { ExcelDateTimeType::TimeDelta } else { ExcelDateTimeType::DateTime };
    date == ExcelDateTime::new(date.as_f64(), kind, true)
}

/// The tables of an xlsx workbook by calamine, with merged ranges.
fn xlsx_by_calamine(bytes: &[u8]) -> Vec<Table> {
    let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
    let mut tables = by_calamine::<Xlsx<_>>(bytes);
    for table in &mut tables {
        let merges = book.merge_cells_by_sheet_name(&table.sheet).unwrap();
        let merge = |range: &calamine::Dimensions| {
            let ((top, left), (bottom, right)) = (range.start, range.end);
            Merge { top, left, bottom, right }
        };
        table.merges = merges.iter().map(merge).collect();
    }
    tables
}

/// Tables as both readers should agree on them: no file name, no uncomputed
/// formulas, no blank ends, nothing hidden in a sheet.
pub(super) fn comparable(mut tables: Vec<Table>) -> Vec<Table> {
    for table in &mut tables {
        table.file = "".into();
        (table.hidden_rows, table.hidden_columns) = Default::default();
        let known = |cell| if cell == Cell::Uncomputed { Cell::Empty } else { cell };
        table.cells = table.rows().map(|row| row.iter().map(known)).collect();
    }
    tables
}

#[test]
fn an_independent_reader_finds_the_same() {
    for path in
        ["examples/县域数据.xlsx", "tests/fixture/plain.xlsx", "tests/fixture/faults.xlsx", "tests/fixture/years.xlsx"]
    {
        let bytes = bytes(path);
        assert_eq!(comparable(opened(path, &bytes).tables), comparable(xlsx_by_calamine(&bytes)), "{path}");
    }
    let odd = made(&[
        ("xl/worksheets/sheet1.xml", &*worksheet(ODD_ROWS)),
        ("xl/sharedStrings.xml", STRINGS),
        ("xl/styles.xml", STYLES),
    ]);
    let tables = comparable(opened("怪.xlsx", &odd).tables);
    assert_eq!(tables, comparable(xlsx_by_calamine(&odd)));
    assert_eq!(tables[0].merges, [Merge { top: 0, left: 0, bottom: 1, right: 1 }]);
}

const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#;

/// A workbook of one sheet with these parts; parts that come twice are taken
/// from the caller.
fn made<'a, T: AsRef<[u8]> + ?Sized>(parts: &[(&'a str, &'a T)]) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(r#"{RELATIONS}<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/></Relationships>"#)
    };
    let book = format!(
        r#"<workbook xmlns:r="{office}"><workbookPr date1904="1"/><sheets><sheet name="表&amp;一" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let (root, of_book) =
        (relation("officeDocument", "xl/workbook.xml"), relation("worksheet", "worksheets/sheet1.xml"));
    let usual = [("_rels/.rels", root.as_str()), ("xl/_rels/workbook.xml.rels", &of_book), ("xl/workbook.xml", &book)];
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let given = |name: &str| parts.iter().any(|(given, _)| *given == name);
    let usual = usual.iter().filter(|(name, _)| !given(name)).map(|(name, content)| (*name, content.as_bytes()));
    for (name, content) in usual.chain(parts.iter().map(|(name, content)| (*name, (*content).as_ref()))) {
        writer.start_file(name, options).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn worksheet(rows: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><worksheet><dimension ref="A1:B2"/><sheetData>{rows}</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>"#
    )
}

/// A workbook's one sheet, and what was found.
fn sheet(rows: &str) -> (Table, Opened) {
    let parts =
        [("xl/worksheets/sheet1.xml", &*worksheet(rows)), ("xl/sharedStrings.xml", STRINGS), ("xl/styles.xml", STYLES)];
    let mut opened = opened("怪.xlsx", &made(&parts));
    (opened.tables.pop().unwrap_or_default(), opened)
}

fn cells<const N: usize>(rows: [&[Cell<'_>]; N]) -> Cells {
    rows.iter().map(|row| row.iter().copied()).collect()
}

fn line(table: &Table, row: u32) -> Vec<Cell<'_>> {
    table.row(row).iter().collect()
}

const STRINGS: &str = r#"<sst count="9" uniqueCount="2"><si><t> 甲 </t></si><si><r><t xml:space="preserve">乙 </t></r><r><rPr><b/></rPr><t>丙&#x4E01;</t></r><rPh sb="0" eb="1"><t>yi</t></rPh></si><si><t/></si><si><t xml:space="preserve">a_x000D_&amp;<![CDATA[<b>]]></t></si></sst>"#;

const STYLES: &str = r#"<styleSheet><numFmts count="2"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;"/><numFmt numFmtId="177" formatCode="0.0&quot;d&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/><xf numFmtId="177"/></cellXfs></styleSheet>"#;

const ODD_ROWS: &str = r#"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c></row>
<row r="3"><c t="inlineStr"><is><r><t>行</t></r><r><t>内</t></r></is></c><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1</f><v>x&amp;y</v></c><c t="d"><v>2025-01-02</v></c><c><v>1.50E+1</v></c><c s="1"><v>45000.5</v></c><c s="2"><v>45000</v></c><c s="3"><v>2</v></c><c s="99"><v>3</v></c><c r="M3"><v>12a</v></c><c t="n"><v>-0.25</v></c></row>
<row><c><v>4</v></c></row>"#;

#[test]
fn every_type_of_cell_is_read() {
    let (table, found) = sheet(ODD_ROWS);
    assert_eq!(found.problems, []);
    assert_eq!(line(&table, 0), [Text("甲"), Text("乙 丙丁"), Empty, Text("a\r&<b>")]);
    let third = [
        Text("行内"),
        Bool(true),
        Error("#N/A"),
        Text("x&y"),
        Text("2025-01-02"),
        Number(15.0),
        Date(46462.5),
        Date(46462.0),
        Number(2.0),
        Number(3.0),
        Empty,
        Empty,
        Text("12a"),
        Number(-0.25),
    ];
    assert_eq!(line(&table, 2), third);
    assert_eq!(line(&table, 3), [Number(4.0)]);
}

#[test]
fn formulas_without_results_are_told_from_empty_results() {
    let (table, _) = sheet(
        r#"<row><c><f>1+1</f></c><c><f>1+1</f><v/></c><c t="str"><f>""</f><v></v></c><c><f>1+1</f><v>2</v></c><c><f t="shared" si="0"/><v>3</v></c><c t="e"><v>#SPILL!</v></c></row>"#,
    );
    let error = Error("#SPILL!");
    assert_eq!(line(&table, 0), [Uncomputed, Uncomputed, Empty, Number(2.0), Number(3.0), error]);
}

#[test]
fn prefixes_and_namespaces_do_not_matter() {
    let sheet = r#"<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row r="2"><x:c r="B2" t="s"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>"#;
    let strings = r#"<x:sst xmlns:x="a"><x:si><x:t>甲</x:t></x:si></x:sst>"#;
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    let of_book = format!(
        r#"{RELATIONS}<Relationship Type="{strict}/worksheet" Target="/XL/Worksheets/SHEET1.xml" Id="rId1"/><Relationship Id="s" Type="{strict}/sharedStrings" Target="../words.xml"/></Relationships>"#
    );
    let file =
        made(&[("xl/worksheets/sheet1.xml", sheet), ("words.xml", strings), ("xl/_rels/workbook.xml.rels", &of_book)]);
    let opened = opened("前缀.xlsx", &file);
    assert_eq!(opened.tables[0].cells, cells([&[], &[Empty, Text("甲")]]));
    assert_eq!(&*opened.tables[0].sheet, "表&一");
}

#[test]
fn a_cell_that_cannot_be_is_an_error_cell_and_costs_no_other() {
    let error = Error;
    for (odd, cell) in [
        (r#"<c r="B1" t="q"><v>1</v></c>"#, error("1")),
        (r#"<c r="B1" t="s"><v>99</v></c>"#, error("99")),
        (r#"<c r="B1" t="n"><v>1x</v></c>"#, error("1x")),
        ("<c t='b'><v>2</v></c>", error("2")),
        (r#"<c t="str"><v>&nonsense;</v></c>"#, Text("&nonsense;")),
    ] {
        let (table, found) = sheet(&format!("<row><c><v>7</v></c>{odd}<c><v>8</v></c></row>"));
        assert_eq!(line(&table, 0), [Number(7.0), cell, Number(8.0)], "{odd}");
        assert_eq!(kinds(&found.problems), [], "{odd}");
    }
}

#[test]
fn a_damaged_sheet_keeps_what_stood_before() {
    for damage in [r#"<c r="1B"><v>1</v></c>"#, "<c></row>", "<c"] {
        let (table, found) = sheet(&format!("<row><c><v>7</v></c>{damage}<c><v>8</v></c></row>"));
        assert_eq!(table.cells, cells([&[Number(7.0)]]), "{damage}");
        assert_eq!(kinds(&found.problems), [DamagedFile], "{damage}");
        assert!(found.problems[0].found.contains("sheet1.xml"), "{damage}");
        // No words of a parser, in whatever language.
        assert!(!found.problems[0].found.contains(' ') || damage.contains("1B"), "{damage}");
        assert_eq!(found.problems[0].place.to_string(), "怪.xlsx › 表&一");
    }
}

#[test]
fn a_sheet_that_is_missing_or_none_is_named() {
    let missing = opened("缺.xlsx", &made::<str>(&[]));
    assert_eq!(kinds(&missing.problems), [FileLost]);
    let none = opened("图.xlsx", &made(&[("xl/worksheets/sheet1.xml", "<chartsheet><c/></chartsheet>")]));
    assert_eq!(kinds(&none.problems), [FileLost]);
    let lost = opened("失.xlsx", &made(&[("xl/_rels/workbook.xml.rels", &format!("{RELATIONS}</Relationships>"))]));
    assert_eq!(kinds(&lost.problems), [FileLost]);
    assert_eq!(lost.problems[0].place.to_string(), "失.xlsx › 表&一");
}

#[test]
fn parts_in_other_encodings_are_read_or_refused() {
    let sheet = worksheet("<row><c t='str'><v>甲</v></c></row>");
    let utf16: Vec<u8> = format!("\u{feff}{sheet}").encode_utf16().flat_map(u16::to_be_bytes).collect();
    let read = opened("宽.xlsx", &made(&[("xl/worksheets/sheet1.xml", &utf16)]));
    assert_eq!(read.tables[0].cells, cells([&[Text("甲")]]));
    let gbk = encoding_rs::GB18030.encode(&sheet).0;
    let refused = opened("国标.xlsx", &made(&[("xl/worksheets/sheet1.xml", &*gbk)]));
    assert_eq!(kinds(&refused.problems), [FileLost]);
}

#[test]
fn a_claimed_count_of_strings_asks_for_no_memory() {
    let strings = STRINGS.replace("\"2\"", "\"9999999999999\"");
    let part = worksheet(ODD_ROWS);
    let file =
        made(&[("xl/worksheets/sheet1.xml", &*part), ("xl/sharedStrings.xml", &strings), ("xl/styles.xml", STYLES)]);
    assert_eq!(opened("怪.xlsx", &file).tables[0].cells, sheet(ODD_ROWS).0.cells);
}
