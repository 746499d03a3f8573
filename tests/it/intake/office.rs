//! The formats of other spreadsheet programs: one workbook in each of them, an
//! independent reader, and what programs write that the fixtures do not hold.

use std::io::{Cursor, Write};

use calamine::{Ods, Xlsb};
use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::Parts;
use suanpan::word::table::Cell::{self, Bool, Date, Empty, Error, Number, Text, Uncomputed};
use suanpan::word::table::{Merge, Table};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::workbook::{by_calamine, comparable};
use super::{Opened, bytes, fixture, found, kinds, opened};

fn line(table: &Table, row: u32) -> Vec<Cell<'_>> {
    table.row(row).iter().collect()
}

fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Whether two cells are the same, times of day to the last digit but one.
fn same(one: Cell<'_>, other: Cell<'_>) -> bool {
    match (one, other) {
        (Date(one), Date(other)) => (one - other).abs() < 1e-9,
        _ => one == other,
    }
}

#[test]
fn the_same_workbook_from_every_format() {
    let expected = fixture("formats/school.xlsx");
    assert_eq!(expected.tables.len(), 2);
    assert_eq!(expected.tables[0].cell(3, 4), Date(20699.0));
    assert_eq!((&*expected.tables[0].hidden_rows, &*expected.tables[0].hidden_columns), (&[4][..], &[3][..]));
    for end in ["xlsb", "ods", "fods", "xls"] {
        let read = fixture(&format!("formats/school.{end}"));
        assert_eq!(read.tables.len(), expected.tables.len(), "{end}");
        for (table, expected) in read.tables.iter().zip(&expected.tables) {
            let shape = |table: &Table| {
                let mut merges = table.merges.clone();
                merges.sort_by_key(|merge| (merge.top, merge.left));
                let hidden = (table.hidden, table.hidden_rows.clone(), table.hidden_columns.clone());
                (table.sheet.clone(), table.height(), merges, hidden)
            };
            assert_eq!(shape(table), shape(expected), "{end}");
            for (row, cells) in (0..).zip(expected.rows()) {
                for (column, cell) in (0..).zip(cells.iter()) {
                    let written = match (end, cell) {
                        // LibreOffice writes 0 and 1 in cells without a format
                        // for truth values, and in xls no texts of formulas.
                        ("ods" | "fods", Bool(value)) => Number(f64::from(u8::from(value))),
                        ("xls", Text("甲乙")) => Number(0.0),
                        (_, cell) => cell,
                    };
                    assert!(same(table.cell(row, column), written), "{end} {row} {column} {cell:?}");
                }
            }
        }
        assert_eq!(kinds(&read.problems), kinds(&expected.problems), "{end}");
        // Only the parts of xlsx are written back into.
        assert!(Parts::of(&bytes(&format!("tests/fixture/formats/school.{end}"))).is_none(), "{end}");
    }
}

#[test]
fn an_independent_reader_finds_the_same() {
    for (name, theirs) in [
        ("school.xlsb", by_calamine::<Xlsb<_>>(&bytes("tests/fixture/formats/school.xlsb"))),
        ("small.xlsb", by_calamine::<Xlsb<_>>(&bytes("tests/fixture/formats/small.xlsb"))),
        ("school.ods", by_calamine::<Ods<_>>(&bytes("tests/fixture/formats/school.ods"))),
    ] {
        let ours = comparable(fixture(&format!("formats/{name}")).tables);
        assert_eq!(ours.len(), theirs.len(), "{name}");
        for (ours, theirs) in ours.iter().zip(&theirs) {
            assert_eq!((&ours.sheet, ours.hidden), (&theirs.sheet, theirs.hidden), "{name}");
            for (row, cells) in (0..).zip(ours.rows()) {
                for (column, cell) in (0..).zip(cells.iter()) {
                    let theirs = theirs.cell(row, column);
                    // Dates, times and errors of OpenDocument are texts to it.
                    let differs = name == "school.ods" && matches!((cell, theirs), (Date(_) | Error(_), Text(_)));
                    // Of records it leaves out formulas with errors and
                    // texts with formatting of their own.
                    let rich = name == "school.xlsb" && matches!((cell, theirs), (Text(_) | Error(_), Empty));
                    assert!(differs || rich || cell == theirs, "{name} {row} {column} {cell:?} {theirs:?}");
                }
            }
        }
    }
}

/// A flat document with these rows of one sheet, after something in front.
fn document(before: &str, rows: &str) -> Opened {
    opened(
        "表.fods",
        format!(
            r#"<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{before}<table:table table:name="表一">{rows}</table:table></office:spreadsheet></office:body></office:document>"#
        )
        .as_bytes(),
    )
}

#[test]
fn every_type_of_cell_of_a_document_is_read() {
    let read = document(
        r#"<table:tracked-changes><table:cell-content-change><table:table-cell office:value="9"/></table:cell-content-change></table:tracked-changes><table:table table:name="藏" table:style-name="ta2"><table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"#,
        r#"<table:shapes><draw:frame><text:p>图</text:p></draw:frame></table:shapes>
        <table:table-column-group><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="filter" table:number-columns-repeated="16382"/></table:table-column-group>
        <table:table-header-rows><table:table-row>
        <table:table-cell office:value-type="percentage" office:value="0.5"><text:p>50%</text:p></table:table-cell>
        <table:table-cell office:value-type="currency" office:value="-1.5E3"/>
        <table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>
        <table:table-cell office:value-type="time" office:time-value="PT08H30M00S"/>
        <table:table-cell office:value-type="date" office:date-value="2024-02-29T12:00:00"/>
        <table:table-cell table:formula="of:=1/0" office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>
        <table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
        <table:table-cell table:formula="of:=A1"/>
        <table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string"/>
        <table:table-cell office:value-type="float" office:value="1x"/>
        <table:table-cell office:value-type="string" office:string-value="0012"><text:p>12</text:p></table:table-cell>
        </table:table-row></table:table-header-rows>
        <table:table-row-group table:display="false"><table:table-row table:visibility="collapse" table:number-rows-repeated="3"><table:table-cell office:value-type="string" table:number-columns-repeated="2"><office:annotation><text:p>批注</text:p></office:annotation><text:p>甲 <text:span> 乙<text:s text:c="2"/></text:span><text:tab/>丙<text:a>丁<text:line-break/></text:a>
          戊<draw:frame><text:p>图</text:p></draw:frame></text:p><text:p/><text:p>己</text:p></table:table-cell></table:table-row></table:table-row-group>
        <table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>"#,
    );
    let table = &read.tables[1];
    let first = [
        Number(0.5),
        Number(-1500.0),
        Bool(true),
        Date(8.5 / 24.0),
        Date(45351.5),
        Error("#DIV/0!"),
        Error("#N/A"),
        Uncomputed,
        Empty,
        Error("1x"),
        Text("0012"),
    ];
    assert!(line(table, 0).into_iter().zip(first).all(|(cell, expected)| same(cell, expected)), "{:?}", line(table, 0));
    for row in 1..4 {
        assert_eq!(line(table, row), [Text("甲 乙  \t丙丁\n戊\n\n己"); 2]);
    }
    assert_eq!(table.height(), 4);
    assert_eq!((&*table.hidden_rows, &*table.hidden_columns), (&[1, 2, 3][..], &[2, 3, 4, 5, 6, 7, 8, 9, 10][..]));
    assert!(read.tables[0].hidden);
    assert_eq!(kinds(&read.problems), [HiddenRead]);
}

#[test]
fn repeated_cells_and_spaces_stay_within_the_limits() {
    let cell =
        r#"<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384"/>"#;
    let rows = format!(r#"<table:table-row table:number-rows-repeated="4294967295">{cell}</table:table-row>"#);
    let read = document("", &rows.repeat(50));
    assert_eq!(kinds(&read.problems), [TooManyCells, TooManyColumns]);
    let gap = r#"<table:table-row table:number-rows-repeated="20000"/>"#;
    let start = std::time::Instant::now();
    let far = document("", &format!("{gap}{}", rows.repeat(50)));
    assert_eq!(kinds(&far.problems), [EmptyFile]);
    assert!(start.elapsed().as_secs() < 10);
    let spaces = r#"<table:table-row><table:table-cell office:value-type="string"><text:p>a<text:s text:c="4294967295"/>b</text:p></table:table-cell></table:table-row>"#;
    let read = document("", &spaces.repeat(1000));
    assert_eq!(read.tables[0].height(), 1000);
    assert_eq!(read.tables[0].cell(999, 0), Text("ab"));
}

#[test]
fn documents_that_are_no_open_spreadsheets_are_named() {
    let manifest = br#"<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>"#;
    for content in ["content.xml", "encrypted-package"] {
        let locked = opened("密.ods", &package(&[("META-INF/manifest.xml", manifest), (content, b"\x8F\x12")]));
        assert_eq!(kinds(&locked.problems), [PasswordProtected], "{content}");
    }
    let text = opened("信.odt", &package(&[("content.xml", b"<a><office:body><office:text/></office:body></a>")]));
    assert_eq!(kinds(&text.problems), [UnknownFormat, NameMisleads]);
    let book = bytes("tests/fixture/formats/school.ods");
    assert!(kinds(&opened("数.xls", &book).problems).contains(&NameMisleads));
    let damaged = document(
        "",
        "<table:table-row><table:table-cell office:value-type='string'><text:p>甲</text:p></table:table-cell></table:table-row></table:row>",
    );
    assert_eq!(line(&damaged.tables[0], 0), [Text("甲")]);
    assert_eq!(kinds(&damaged.problems), [DamagedFile]);
}

/// A record of an xlsb part.
fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    let kind: &[u8] = if kind < 128 { &[kind as u8] } else { &[kind as u8 | 128, (kind >> 7) as u8] };
    [kind, &[body.len() as u8], body].concat()
}

/// A binary workbook of one sheet with these records.
fn binary(flags: u8, cells: &[Vec<u8>]) -> Opened {
    let wide = |text: &str| -> Vec<u8> {
        let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [(units.len() as u32 / 2).to_le_bytes().to_vec(), units].concat()
    };
    let listed = [&[0; 8][..], &wide("r1"), &wide("表")].concat();
    let book = [record(153, &[flags]), record(156, &listed)].concat();
    let sheet = [record(129, &[]), record(145, &[]), cells.concat()].concat();
    let styles =
        [record(617, &[0; 4]), record(47, &[0; 16]), record(47, &[[0, 0, 14, 0].as_slice(), &[0; 12]].concat())];
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relations =
        format!(r#"<Relationships><Relationship Id="r1" Type="{office}/worksheet" Target="s.bin"/></Relationships>"#);
    let root = format!(
        r#"<Relationships><Relationship Id="r1" Type="{office}/officeDocument" Target="xl/workbook.bin"/></Relationships>"#
    );
    opened(
        "表.xlsb",
        &package(&[
            ("_rels/.rels", root.as_bytes()),
            ("xl/workbook.bin", &book),
            ("xl/_rels/workbook.bin.rels", relations.as_bytes()),
            ("xl/s.bin", &sheet),
            ("xl/styles.bin", &styles.concat()),
        ]),
    )
}

fn row_record(row: u8) -> Vec<u8> {
    record(0, &[row, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])
}

#[test]
fn records_of_every_kind_are_read() {
    let one_hundredth = [7, 0, 0, 0];
    let cells = [
        row_record(2),
        record(2, &[[1, 0, 0, 0, 0, 0, 0, 0], [7, 0, 0, 0, 0, 0, 0, 0]].concat()[..12]),
        record(13, &[&[1, 0, 0, 0][..], &[6, 0, 0, 0]].concat()),
        record(13, &[&[0, 0, 0, 1][..], &one_hundredth].concat()),
        record(12, &[0; 4]),
        record(15, &[0, 0, 0, 0, 1]),
        record(14, &[0, 0, 0, 0, 42]),
        record(17, &[0, 0, 0, 0, 1, 0, 0, 0, b'x', 0]),
        record(18, &[0, 0, 0, 0, 9, 0, 0, 0]),
        record(16, &[&[0, 0, 0, 0][..], &0.1_f64.to_le_bytes()].concat()),
        record(16, &[&[0, 0, 0, 0][..], &f64::NAN.to_le_bytes()].concat()),
        record(3000, &[1, 2, 3]),
        record(176, &[2, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0]),
        record(130, &[]),
    ];
    let read = binary(0, &cells);
    assert_eq!(read.problems, []);
    let expected = [
        Empty,
        Number(0.01),
        Date(1.0),
        Number(0.01),
        Empty,
        Bool(true),
        Error("#N/A"),
        Text("x"),
        Error("9"),
        Number(0.1),
        Error("NaN"),
    ];
    assert_eq!(line(&read.tables[0], 2), expected);
    assert_eq!(read.tables[0].merges, [Merge { top: 2, left: 1, bottom: 3, right: 4 }]);
    assert_eq!(binary(1, &cells).tables[0].cell(2, 2), Date(1463.0));
}

#[test]
fn a_damaged_binary_sheet_keeps_what_stood_before() {
    let cell = record(2, &[0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0]);
    for (damage, named) in [
        (vec![5, 200], "xl/s.bin: EOF"),
        (record(5, &[0; 9]), "xl/s.bin: 5"),
        (vec![5, 255, 255, 255, 255, 1, 2], "xl/s.bin: EOF"),
        (vec![], "xl/s.bin"),
    ] {
        let read = binary(0, &[row_record(0), cell.clone(), damage]);
        assert_eq!(line(&read.tables[0], 0), [Number(1.0)]);
        assert_eq!(found(&read.problems, DamagedFile), [(String::new(), named, "")]);
    }
}
