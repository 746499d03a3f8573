//! Bytes in the clothes of each reader, so that they come past the door.

use crate::mutate::packed;

/// A reader, by what it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// Bytes as they come.
    Any,
    /// Worksheet, shared strings and styles.
    Xlsx,
    /// Delimited text.
    Text,
    /// Records of an old workbook.
    Biff,
    /// An OLE container.
    Ole,
    /// A web page.
    Page,
    /// An XML spreadsheet.
    Spreadsheet,
    /// A page packed as mail.
    Mail,
    /// A zip container.
    Zip,
    /// The content of an OpenDocument spreadsheet.
    Ods,
    /// The parts of a binary workbook.
    Xlsb,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>"#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

impl Reader {
    /// All of them, with the names that they are called by.
    pub const ALL: [(Self, &'static str); 11] = [
        (Self::Any, "any"),
        (Self::Xlsx, "xlsx"),
        (Self::Text, "csv"),
        (Self::Biff, "biff"),
        (Self::Ole, "ole"),
        (Self::Page, "html"),
        (Self::Spreadsheet, "xml"),
        (Self::Mail, "mhtml"),
        (Self::Zip, "zip"),
        (Self::Ods, "ods"),
        (Self::Xlsb, "xlsb"),
    ];

    /// A file of this reader's kind that holds the bytes.
    pub fn file(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Any | Self::Text => bytes.to_vec(),
            Self::Xlsx => {
                let mut parts = cut(bytes);
                let sheet = parts.next().unwrap_or_default();
                workbook("xml", sheet, parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
            }
            Self::Xlsb => {
                let mut parts = cut(bytes);
                let sheet = parts.next().unwrap_or_default();
                workbook("bin", sheet, parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
            }
            Self::Biff => [&[9, 8, 16, 0, 0, 6, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], bytes].concat(),
            Self::Ole => [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], bytes].concat(),
            Self::Page => [b"<table>", bytes].concat(),
            Self::Spreadsheet => [
                b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".as_slice(),
                bytes,
            ]
            .concat(),
            Self::Mail => [b"MIME-Version: 1.0\r\nContent-Type: ", bytes].concat(),
            Self::Zip => [b"PK\x03\x04", bytes].concat(),
            Self::Ods => packed(
                &[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()), ("content.xml", bytes)],
                false,
            ),
        }
    }
}

/// Bytes cut where no text goes on.
fn cut(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let bytes = rest.take()?;
        match bytes.windows(2).position(|pair| pair == b"\xFF\xFF") {
            Some(at) => {
                rest = Some(&bytes[at + 2..]);
                Some(&bytes[..at])
            }
            None => Some(bytes),
        }
    })
}

/// A workbook of one sheet with these parts, in text or binary form.
pub fn workbook(form: &str, sheet: &[u8], strings: &[u8], styles: &[u8]) -> Vec<u8> {
    let relations = |list: &[(&str, String)]| {
        let each = (1..).zip(list).map(|(id, (kind, target))| {
            format!(r#"<Relationship Id="rId{id}" Type="{OFFICE}/{kind}" Target="{target}"/>"#)
        });
        let list: String = each.collect();
        format!(
            r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{list}</Relationships>"#
        )
    };
    let root = relations(&[("officeDocument", format!("xl/workbook.{form}"))]);
    let of_book = relations(&[
        ("worksheet", format!("worksheets/sheet1.{form}")),
        ("sharedStrings", format!("sharedStrings.{form}")),
        ("styles", format!("styles.{form}")),
    ]);
    let book = if form == "bin" {
        // One BrtBundleSh: visible, sheet 1, rId1, "S".
        let mut book = vec![0x9C, 0x01, 8 + 4 + 8 + 4 + 2, 0, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0];
        "rId1".encode_utf16().for_each(|unit| book.extend(unit.to_le_bytes()));
        book.extend([1, 0, 0, 0, b'S', 0]);
        book
    } else {
        format!(
            r#"{HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>"#
        )
        .into_bytes()
    };
    packed(
        &[
            ("_rels/.rels".to_owned(), root.as_bytes()),
            (format!("xl/_rels/workbook.{form}.rels"), of_book.as_bytes()),
            (format!("xl/workbook.{form}"), &book),
            (format!("xl/worksheets/sheet1.{form}"), sheet),
            (format!("xl/sharedStrings.{form}"), strings),
            (format!("xl/styles.{form}"), styles),
        ],
        false,
    )
}
