//! Texts with markup that call themselves workbooks.

use suanpan::basis::problem::ProblemKind::*;
use suanpan::word::field::Field;
use suanpan::word::table::Cell::{self, Bool, Date, Empty, Error, Number, Text, Uncomputed};
use suanpan::word::table::{Merge, Table};

use super::{assembled, bytes, fixture, kinds, number, opened};

fn row(table: &Table, row: u32) -> Vec<Cell<'_>> {
    table.row(row).iter().collect()
}

/// The one table of a page.
fn page(html: &str) -> Table {
    let mut read = opened("页.html", html.as_bytes());
    assert_eq!(read.problems, [], "{html}");
    assert_eq!(read.tables.len(), 1, "{html}");
    read.tables.remove(0)
}

#[test]
fn the_same_table_from_a_page_and_from_an_xml_spreadsheet() {
    let expected = fixture("plain.xlsx").tables.remove(0);
    for name in ["plain.html", "plain.xml"] {
        let read = opened(name, &bytes(&format!("tests/fixture/{name}")));
        assert_eq!(read.tables[0].cells, expected.cells, "{name}");
    }
}

#[test]
fn what_an_office_system_exports_is_read() {
    let read = opened("系统导出.xls", &bytes("tests/fixture/系统导出.xls"));
    assert_eq!(kinds(&read.problems), [NameMisleads, NoteRowSkipped]);
    let table = &read.tables[0];
    assert_eq!(table.merges.len(), 5);
    assert_eq!(row(table, 3), [Number(1.0), Text("0012"), Text("城关小学\u{a0}"), Text("1,431"), Text("98.5%")]);
    assert_eq!(row(table, 4)[2..], [Text("临江镇\n初级中学"), Number(477.0), Text("—")]);
    let dataset = assembled(&read).dataset;
    assert_eq!(&*dataset.schools[0].name, "城关小学");
    assert_eq!(dataset.schools[0].code.as_deref(), Some("0012"));
    assert_eq!(number(&dataset, "城关小学", Field::Retention, None), Some(98.5));
}

#[test]
fn several_tables_are_several_sheets_with_their_headings() {
    for name in ["多表.html", "多表.mht"] {
        let read = opened(name, &bytes(&format!("tests/fixture/{name}")));
        assert_eq!(read.problems, []);
        let (first, second) = (read.tables.iter().rev().nth(1).unwrap(), read.tables.last().unwrap());
        assert!(first.sheet.ends_with("办学条件") && second.sheet.ends_with("年度指标"), "{name}");
        assert_eq!(row(first, 2), [Text("城关小学"), Number(431.0), Number(0.985)]);
        assert_eq!(row(first, 3)[0], Text("临江镇\n初级中学"));
        assert_eq!(first.merges, [Merge { top: 0, left: 0, bottom: 0, right: 2 }]);
        assert_eq!(row(second, 1), [Text("城关小学"), Text("007")]);
    }
}

#[test]
fn spans_push_cells_aside_as_browsers_draw_them() {
    let table =
        page("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁<tr><td rowspan=0 colspan=x>戊</table>");
    assert_eq!(row(&table, 0), [Text("甲"), Text("乙")]);
    assert_eq!(row(&table, 1), [Empty, Text("丙"), Text("丁")]);
    assert_eq!(row(&table, 2), [Text("戊")]);
}

#[test]
fn tables_in_cells_stand_for_themselves_or_are_text() {
    let table = page("<table><tr><td>外<table><tr><td>内<td>文</table>后<td>边</table>");
    assert_eq!(row(&table, 0), [Text("外内 文 后"), Text("边")]);
    let inner = "<table><tr><td>校<td>数<tr><td>甲<td>1</table>";
    let table = page(&format!("<table><tr><td>{inner}</td></tr></table>"));
    assert_eq!(row(&table, 1), [Text("甲"), Number(1.0)]);
    let deep = format!("{}甲{}", "<table><tr><td>".repeat(100_000), "</table>".repeat(100_000));
    assert_eq!(opened("深.html", deep.as_bytes()).tables.len(), 1);
}

#[test]
fn codes_stay_texts_and_numbers_become_numbers() {
    let table =
        page("<table><tr><td>007<td>0.5<td>-3<td>330102199901011234<td x:num=1.5>1.50<td x:str>2<td>0<td>1e3</table>");
    let code = "330102199901011234";
    let cells = [Text("007"), Number(0.5), Number(-3.0), Text(code), Number(1.5), Text("2"), Number(0.0), Number(1e3)];
    assert_eq!(row(&table, 0), cells);
}

#[test]
fn what_is_hidden_is_known() {
    let table = page(
        "<table><col><col style='display:none'><tr><td>校<td>码<td>数<tr style='display: none'><td>甲<td>1<td>2<tr><td>乙<td>1<td hidden>3</table>",
    );
    assert_eq!((table.hidden_rows.clone(), table.hidden_columns.clone()), (vec![1], vec![1, 2]));
}

#[test]
fn every_type_of_an_xml_spreadsheet_is_read() {
    let read = opened("plain.xml", &bytes("tests/fixture/plain.xml"));
    assert_eq!(kinds(&read.problems), [HiddenRead]);
    let table = &read.tables[1];
    assert!(table.hidden);
    assert_eq!(row(table, 1), [Text("合并 & 换行\n甲"), Empty, Bool(true)]);
    assert_eq!(row(table, 2), [Empty, Empty, Date(45_718.5)]);
    assert_eq!(row(table, 5), [Error("#DIV/0!"), Uncomputed]);
    assert_eq!(table.merges, [Merge { top: 1, left: 0, bottom: 2, right: 1 }]);
    assert_eq!((table.hidden_rows.clone(), table.hidden_columns.clone()), (vec![2], vec![1]));
}

#[test]
fn damage_keeps_what_stood_before_and_other_markup_is_named() {
    let whole = String::from_utf8(bytes("tests/fixture/plain.xml")).unwrap();
    let cut = whole.find("青山学校").unwrap();
    let read = opened("断.xls", &whole.as_bytes()[..cut]);
    assert_eq!(read.tables[0].height(), 3);
    assert_eq!(kinds(&read.problems), [NameMisleads, DamagedFile]);
    assert_eq!(kinds(&opened("别.xml", b"<?xml version='1.0'?><a/>").problems), [UnknownFormat]);
    assert_eq!(kinds(&opened("空.html", b"<html><p>nothing</p></html>").problems), [EmptyFile]);
}

#[test]
fn what_is_hidden_again_and_again_costs_no_room() {
    let row = r#"<Row ss:Index="1" ss:Span="599999" ss:Hidden="1"/>"#;
    let column = r#"<Column ss:Index="2" ss:Span="9999" ss:Hidden="1"/>"#;
    let last = r#"<Row ss:Index="9000"><Cell ss:Index="1024"><Data ss:Type="String">甲</Data></Cell></Row>"#;
    let head = r#"<?xml version="1.0"?><Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="表"><Table>"#;
    let (columns, rows) = (column.repeat(500), row.repeat(100));
    let text = format!("{head}{columns}{rows}{last}</Table></Worksheet></Workbook>");
    let table = &opened("表.xml", text.as_bytes()).tables[0];
    assert_eq!((table.hidden_rows.len(), table.hidden_columns.len()), (9_000, 1_023));
}

#[test]
fn mail_without_a_page_is_named() {
    let mail = "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n学校,分数";
    assert_eq!(kinds(&opened("信.mht", mail.as_bytes()).problems), [UnknownFormat]);
}
