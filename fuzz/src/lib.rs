//! What must hold for any bytes. A target gets bytes and panics where it does
//! not hold; `cargo fuzz` drives them, or `mutate` on a stable compiler.

use std::io::{Cursor, Write};

use suanpan::intake::{Opened, Unwatched, assemble, limit, recognise};
use suanpan::word::correction::Corrections;
use suanpan::word::table::Table;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Any file: it is answered, its tables keep the limits, and what follows from
/// them can be computed.
pub fn open(data: &[u8]) {
    let opened = opened(data);
    assert!(!opened.tables.is_empty() || !opened.problems.is_empty(), "nothing is said");
    for table in &opened.tables {
        assert!(table.height() <= limit::ROWS);
        assert!(table.rows().all(|row| row.len() <= limit::COLUMNS as usize));
    }
    assemble(&opened.tables, &recognise(&opened.tables, &[]), &Corrections::default());
}

/// A worksheet part: the scan of plain rows gives what the general parser does,
/// to which an attribute that nobody knows sends every row and string.
pub fn sheet(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    let odd = |text: &str| text.replace("<row ", "<row q=\"1\" ").replace("<row>", "<row q=\"1\">");
    let (fast, general) =
        (opened(&workbook(&text, STRINGS)), opened(&workbook(&odd(&text), &STRINGS.replace("<si>", "<si q=\"1\">"))));
    assert!(same(&fast.tables, &general.tables), "{:?}\n{:?}", fast.tables, general.tables);
    let kinds = |opened: &Opened| opened.problems.iter().map(|problem| problem.kind).collect::<Vec<_>>();
    assert_eq!(kinds(&fast), kinds(&general));
}

/// A text: opened as CSV, in UTF-8 and in what is none.
pub fn delimited(data: &[u8]) {
    open(data);
    let text = String::from_utf8_lossy(data);
    open(format!("\u{feff}{text}").as_bytes());
}

fn same(one: &[Table], other: &[Table]) -> bool {
    one == other
}

fn opened(data: &[u8]) -> Opened {
    suanpan::intake::open("x", data, &mut Unwatched)
}

const STRINGS: &str = "<sst><si><t>甲</t></si><si><t xml:space=\"preserve\"> 乙 </t></si><si><t/></si><si><r><t>丙</t></r></si><si><t> 丁 </t><phoneticPr fontId=\"1\"/></si></sst>";

/// A workbook of one sheet, not packed.
fn workbook(sheet: &str, strings: &str) -> Vec<u8> {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"a\" Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>")
    };
    let parts = [
        ("_rels/.rels", relation("officeDocument", "xl/workbook.xml")),
        ("xl/_rels/workbook.xml.rels", relation("worksheet", "sheet.xml")),
        ("xl/workbook.xml", "<workbook><sheets><sheet name=\"表\" id=\"a\"/></sheets></workbook>".to_owned()),
        ("xl/styles.xml", "<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs></styleSheet>".to_owned()),
        ("xl/sharedStrings.xml", strings.to_owned()),
        ("xl/sheet.xml", sheet.to_owned()),
    ];
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(name, options).expect("a part");
        writer.write_all(content.as_bytes()).expect("memory");
    }
    writer.finish().expect("a directory").into_inner()
}
