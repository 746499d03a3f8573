//! Marks of pupils for the benchmarks: the same bytes from the same number of
//! rows, native and in the browser. 12 columns: numbers, 1 % 缺考, 2 % of the
//! numbers as text.

use std::io::{Cursor, Write};

use encoding_rs::GB18030;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const HEADER: [&str; 12] =
    ["考号", "学校", "班级", "姓名", "语文", "数学", "英语", "物理", "化学", "道德与法治", "历史", "总分"];
/// Pupils of one school.
const OF_A_SCHOOL: usize = 500;

/// How a file is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// xlsx, as Excel writes it.
    Shared,
    /// xlsx with the strings in the cells, as export programs write it.
    Inline,
    /// CSV in UTF-8.
    Utf8,
    /// CSV in GB18030.
    Gb18030,
}

impl Form {
    /// A file name for so many rows.
    pub fn name(self, rows: usize) -> String {
        match self {
            Self::Shared => format!("shared-{rows}.xlsx"),
            Self::Inline => format!("inline-{rows}.xlsx"),
            Self::Utf8 => format!("utf8-{rows}.csv"),
            Self::Gb18030 => format!("gb18030-{rows}.csv"),
        }
    }

    /// The bytes of a file with so many rows of pupils under a header.
    pub fn bytes(self, rows: usize) -> Vec<u8> {
        match self {
            Self::Shared => workbook(rows, Some(Strings::default())),
            Self::Inline => workbook(rows, None),
            Self::Utf8 => csv(rows).into_bytes(),
            Self::Gb18030 => GB18030.encode(&csv(rows)).0.into_owned(),
        }
    }
}

/// A cell before it is written.
enum Cell {
    Text(String),
    Number(f64),
}

/// An xorshift: the same pupils in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    /// One of the characters of a text.
    fn sign(&mut self, of: &str) -> char {
        of.chars().nth(self.roll(of.chars().count())).expect("less than their number")
    }

    fn name(&mut self) -> String {
        let mut name = String::from(self.sign("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"));
        for _ in 0..=self.roll(2) {
            name.push(self.sign("伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建文辉力子涵梓轩雨欣浩然一诺"));
        }
        name
    }

    /// A mark in halves, up to 120; some are missing, some are texts.
    fn mark(&mut self, sum: &mut f64) -> Cell {
        let mark = (80 + self.roll(81) + self.roll(81)) as f64 / 2.0;
        match self.roll(100) {
            0 => Cell::Text("缺考".to_owned()),
            1 | 2 => {
                *sum += mark;
                Cell::Text(mark.to_string())
            }
            _ => {
                *sum += mark;
                Cell::Number(mark)
            }
        }
    }
}

/// Calls for each row with its cells, the header first.
fn each_row(rows: usize, mut write: impl FnMut(usize, &[Cell])) {
    let mut dice = Dice(0x5eed_5eed_5eed_5eed);
    write(0, &HEADER.map(|header| Cell::Text(header.to_owned())));
    for row in 1..=rows {
        let school = row.saturating_sub(1) / OF_A_SCHOOL;
        let mut cells = vec![
            Cell::Text(format!("2025{row:08}")),
            Cell::Text(format!("第{}中学", school + 1)),
            Cell::Number((1 + row % 12) as f64),
            Cell::Text(dice.name()),
        ];
        let mut sum = 0.0;
        cells.extend((0..7).map(|_| dice.mark(&mut sum)));
        cells.push(Cell::Number(sum));
        write(row, &cells);
    }
}

fn csv(rows: usize) -> String {
    let mut text = String::new();
    each_row(rows, |_, cells| {
        for (at, cell) in cells.iter().enumerate() {
            let comma = if at > 0 { "," } else { "" };
            match cell {
                Cell::Text(cell) => text.extend([comma, cell]),
                Cell::Number(number) => text.extend([comma, &number.to_string()]),
            }
        }
        text.push_str("\r\n");
    });
    text
}

/// Strings in the order in which they are met, each once.
#[derive(Default)]
struct Strings {
    ids: std::collections::HashMap<String, usize>,
    xml: String,
    uses: usize,
}

impl Strings {
    fn id(&mut self, text: &str) -> usize {
        self.uses += 1;
        if let Some(id) = self.ids.get(text) {
            return *id;
        }
        self.ids.insert(text.to_owned(), self.ids.len());
        self.xml.extend(["<si><t>", text, "</t></si>"]);
        self.ids.len() - 1
    }
}

fn sheet(rows: usize, strings: &mut Option<Strings>) -> String {
    let mut xml = format!(
        "{DECLARATION}<worksheet xmlns=\"{MAIN}\"><dimension ref=\"A1:L{}\"/><sheetViews><sheetView workbookViewId=\"0\"/></sheetViews><sheetFormatPr defaultRowHeight=\"13.5\"/><sheetData>",
        rows + 1
    );
    each_row(rows, |row, cells| {
        let row = row + 1;
        xml.push_str(&format!("<row r=\"{row}\" spans=\"1:12\">"));
        for (cell, column) in cells.iter().zip('A'..) {
            xml.push_str(&match (cell, strings.as_mut()) {
                (Cell::Number(number), _) => format!("<c r=\"{column}{row}\"><v>{number}</v></c>"),
                (Cell::Text(text), Some(strings)) => {
                    format!("<c r=\"{column}{row}\" t=\"s\"><v>{}</v></c>", strings.id(text))
                }
                (Cell::Text(text), None) => {
                    format!("<c r=\"{column}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
                }
            });
        }
        xml.push_str("</row>");
    });
    xml.push_str("</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\" header=\"0.3\" footer=\"0.3\"/></worksheet>");
    xml
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn workbook(rows: usize, mut strings: Option<Strings>) -> Vec<u8> {
    let sheet = sheet(rows, &mut strings);
    let types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    let relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    let relation = |id: usize, kind: &str, target: &str| {
        format!("<Relationship Id=\"rId{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>")
    };
    let list = |inside: String| format!("{DECLARATION}<Relationships xmlns=\"{relations}\">{inside}</Relationships>");
    let mut of_book = relation(1, "worksheet", "worksheets/sheet1.xml") + &relation(2, "styles", "styles.xml");
    let mut content = format!(
        "{DECLARATION}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"{types}.sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{types}.worksheet+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{types}.styles+xml\"/>"
    );
    let mut parts = vec![
        ("_rels/.rels", list(relation(1, "officeDocument", "xl/workbook.xml"))),
        (
            "xl/workbook.xml",
            format!(
                "{DECLARATION}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"><sheets><sheet name=\"成绩\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            ),
        ),
        ("xl/worksheets/sheet1.xml", sheet),
        (
            "xl/styles.xml",
            format!(
                "{DECLARATION}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/></cellXfs></styleSheet>"
            ),
        ),
    ];
    if let Some(strings) = strings {
        of_book += &relation(3, "sharedStrings", "sharedStrings.xml");
        content += &format!("<Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{types}.sharedStrings+xml\"/>");
        let (uses, unique) = (strings.uses, strings.ids.len());
        let xml = format!(
            "{DECLARATION}<sst xmlns=\"{MAIN}\" count=\"{uses}\" uniqueCount=\"{unique}\">{}</sst>",
            strings.xml
        );
        parts.push(("xl/sharedStrings.xml", xml));
    }
    parts.push(("xl/_rels/workbook.xml.rels", list(of_book)));
    parts.insert(0, ("[Content_Types].xml", content + "</Types>"));
    // As Excel packs.
    let options =
        SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(6));
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, xml) in parts {
        writer.start_file(name, options).expect("a part");
        writer.write_all(xml.as_bytes()).expect("memory");
    }
    writer.finish().expect("a directory").into_inner()
}
