//! A report as an xlsx workbook (ECMA-376). The same report gives the same
//! bytes: the only time in it is the one that the report holds.
//!
//! Written by hand: a general writer brings charts, drawings and macros, a
//! fifth of the worker's download. The tests read it back with an independent
//! reader.

mod check;
pub(super) mod look;
pub(super) mod markup;
pub(super) mod note;
pub(super) mod sheet;

use std::fmt::Display;

use self::look::Looks;
use self::sheet::Strings;
use super::grid::Sheet;
use super::{Report, ReportFault};
use crate::basis::zip::Writer;

pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
pub(super) const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
pub(super) const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
pub(super) const SHEET_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The most rows and columns of a sheet, and UTF-16 units of its name.
const MOST: (usize, usize, usize) = (1_048_576, 16_384, 31);

/// The workbook's bytes.
///
/// # Errors
/// [`ReportFault`] when the report's time is no time, or a sheet is larger
/// than a spreadsheet can be or has a name that no sheet can have.
pub fn xlsx(report: &Report) -> Result<Vec<u8>, ReportFault> {
    let core = core(report)?;
    let (mut looks, mut strings, mut sheets) = (Looks::default(), Strings::default(), Vec::new());
    for (at, sheet) in report.sheets.iter().enumerate() {
        check(sheet, report.sheets.get(..at).unwrap_or_default())?;
        sheets.push(sheet::part(sheet, &mut looks, &mut strings));
    }
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), types(&report.sheets)),
        ("_rels/.rels".to_owned(), root()),
        ("docProps/core.xml".to_owned(), core),
        ("xl/workbook.xml".to_owned(), workbook(report)),
        ("xl/_rels/workbook.xml.rels".to_owned(), relations(sheets.len())),
        ("xl/styles.xml".to_owned(), looks.part()),
        ("xl/sharedStrings.xml".to_owned(), strings.part()),
    ];
    let numbered =
        (1..).zip(sheets).map(|(number, part): (usize, _)| (format!("xl/worksheets/sheet{number}.xml"), part));
    parts.extend(numbered);
    for (number, sheet) in (1..).zip(&report.sheets).filter(|(_, sheet)| !sheet.notes.is_empty()) {
        let number: usize = number;
        parts.extend([
            (format!("xl/worksheets/_rels/sheet{number}.xml.rels"), note_relations(number)),
            (format!("xl/comments{number}.xml"), note::comments(&sheet.notes, &report.program)),
            (format!("xl/drawings/vmlDrawing{number}.vml"), note::drawing(&sheet.notes)),
        ]);
    }
    pack(&parts).ok_or_else(|| fault(&"zip"))
}

fn fault(detail: &dyn Display) -> ReportFault {
    ReportFault { detail: detail.to_string() }
}

/// `None`: larger than a container can be.
fn pack(parts: &[(String, String)]) -> Option<Vec<u8>> {
    let mut writer = Writer::default();
    for (name, part) in parts {
        writer.add(name, part.as_bytes())?;
    }
    writer.finish()
}

fn check(sheet: &Sheet, earlier: &[Sheet]) -> Result<(), ReportFault> {
    let (rows, columns, units) = MOST;
    let name = &sheet.name;
    let fits = sheet.rows.len() <= rows && sheet.rows.iter().all(|row| row.len() <= columns);
    let whole = !name.is_empty() && name.encode_utf16().count() <= units;
    let plain =
        !name.contains(['[', ']', ':', '*', '?', '/', '\\']) && !name.starts_with('\'') && !name.ends_with('\'');
    let again = earlier.iter().any(|earlier| earlier.name.to_lowercase() == name.to_lowercase());
    if fits && whole && plain && !again { Ok(()) } else { Err(fault(name)) }
}

/// A part's declaration and the opening tag of its root.
fn begin(root: &str, attributes: &str) -> String {
    format!("{DECLARATION}<{root} xmlns=\"{MAIN}\" xmlns:r=\"{OFFICE}\"{attributes}>")
}

fn types(sheets: &[Sheet]) -> String {
    let mut out = format!(
        "{DECLARATION}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"vml\" ContentType=\"{}\"/><Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>",
        note::DRAWING_TYPE
    );
    for (part, kind) in [("workbook", "sheet.main"), ("styles", "styles"), ("sharedStrings", "sharedStrings")] {
        out += &format!("<Override PartName=\"/xl/{part}.xml\" ContentType=\"{SHEET_TYPE}.{kind}+xml\"/>");
    }
    for (number, sheet) in (1..).zip(sheets) {
        let number: usize = number;
        out += &format!(
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{SHEET_TYPE}.worksheet+xml\"/>"
        );
        if !sheet.notes.is_empty() {
            out +=
                &format!("<Override PartName=\"/xl/comments{number}.xml\" ContentType=\"{}\"/>", note::COMMENTS_TYPE);
        }
    }
    out + "</Types>"
}

/// Where a sheet's notes stand.
fn note_relations(number: usize) -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"notes\" Type=\"{OFFICE}/vmlDrawing\" Target=\"../drawings/vmlDrawing{number}.vml\"/><Relationship Id=\"texts\" Type=\"{OFFICE}/comments\" Target=\"../comments{number}.xml\"/></Relationships>"
    )
}

fn root() -> String {
    format!(
        "{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"><Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"xl/workbook.xml\"/><Relationship Id=\"rId2\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
    )
}

fn relations(sheets: usize) -> String {
    let mut out = format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for number in 1..=sheets {
        out += &format!(
            "<Relationship Id=\"rId{number}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
    }
    for part in ["styles", "sharedStrings"] {
        out += &format!("<Relationship Id=\"{part}\" Type=\"{OFFICE}/{part}\" Target=\"{part}.xml\"/>");
    }
    out + "</Relationships>"
}

fn workbook(report: &Report) -> String {
    let mut out = begin("workbook", "") + "<bookViews><workbookView/></bookViews><sheets>";
    for (number, sheet) in (1..).zip(&report.sheets) {
        let (number, name): (usize, _) = (number, markup::escaped(&sheet.name));
        out += &format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
    }
    out += "</sheets>";
    let titles: String = report.sheets.iter().enumerate().filter_map(|(at, sheet)| titles(at, sheet)).collect();
    if !titles.is_empty() {
        out += &format!("<definedNames>{titles}</definedNames>");
    }
    // Everything is calculated anew when the file is opened.
    out + "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/></workbook>"
}

/// The rows that are printed on every page of a sheet.
fn titles(at: usize, sheet: &Sheet) -> Option<String> {
    let (first, last) = sheet.header?;
    let (first, last) = (first.saturating_add(1), last.saturating_add(1));
    let name = markup::escaped(&sheet.name.replace('\'', "''"));
    let rows = format!("'{name}'!${first}:${last}");
    Some(format!("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{at}\">{rows}</definedName>"))
}

/// The document's properties.
fn core(report: &Report) -> Result<String, ReportFault> {
    let created = time(&report.created).ok_or_else(|| fault(&report.created))?;
    let (title, program) = (markup::escaped(&report.title), markup::escaped(&report.program));
    let when = |name: &str| format!("<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{created}</dcterms:{name}>");
    let (created, modified) = (when("created"), when("modified"));
    Ok(format!(
        "{DECLARATION}<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><dc:title>{title}</dc:title><dc:creator>{program}</dc:creator><cp:lastModifiedBy>{program}</cp:lastModifiedBy>{created}{modified}</cp:coreProperties>"
    ))
}

/// An ISO 8601 time in UTC, to the second; a date is its midnight.
fn time(text: &str) -> Option<String> {
    let (date, time) = text.split_once('T').unwrap_or((text, "00:00:00"));
    let time = time.get(..8)?;
    let in_range = |text: &str, separator: char, ranges: [std::ops::RangeInclusive<u16>; 3]| {
        let mut fields = text.split(separator).map(|field| field.parse::<u16>());
        let fit = ranges.iter().all(|range| matches!(fields.next(), Some(Ok(field)) if range.contains(&field)));
        fit && fields.next().is_none()
    };
    let dated = date.len() == 10 && in_range(date, '-', [1900..=9999, 1..=12, 1..=31]);
    (dated && in_range(time, ':', [0..=23, 0..=59, 0..=59])).then(|| format!("{date}T{time}Z"))
}
