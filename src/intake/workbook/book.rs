//! The workbook part: which sheets there are, and where the rest stands.

use super::binary;
use super::package::{Package, Relation};
use super::xml::{Halt, Tag, Visitor};

/// A sheet as the workbook lists it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Listed {
    /// Its name.
    pub name: String,
    /// It is hidden, in either way.
    pub hidden: bool,
    /// The name of its part; `None` when the file does not say.
    pub part: Option<String>,
}

/// What the workbook part says.
pub(super) struct Book {
    /// The name of the workbook part itself.
    pub main: String,
    /// Its worksheets, in order; sheets of other kinds are left out.
    pub sheets: Vec<Listed>,
    /// The name of the part with the shared strings.
    pub strings: String,
    /// The name of the part with the styles.
    pub styles: String,
    /// Its parts are records instead of XML (xlsb).
    pub binary: bool,
    /// Days count from 1904-01-01.
    pub from_1904: bool,
}

/// Reads the workbook part.
pub(super) fn read(package: &mut Package<'_>) -> Result<Book, Halt> {
    let main = target(package.relations("")?, "officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let relations = package.relations(&main)?;
    let binary = main.ends_with(".bin");
    let read = if binary { binary::book(package, &main, &relations)? } else { walked(package, &main, &relations)? };
    let Some((sheets, from_1904)) = read else { return Err(Halt::Damaged(main)) };
    let mut named = relations;
    let mut part = |kind: &str, usual: &str| match named.iter().position(|relation| relation.kind == kind) {
        Some(at) => named.swap_remove(at).target,
        None => usual.to_owned(),
    };
    let end = if binary { "bin" } else { "xml" };
    let strings = part("sharedStrings", &format!("xl/sharedStrings.{end}"));
    let styles = part("styles", &format!("xl/styles.{end}"));
    Ok(Book { main, sheets, strings, styles, binary, from_1904 })
}

/// The worksheets that a part of XML lists; `None` without the part.
fn walked(package: &mut Package<'_>, part: &str, relations: &[Relation]) -> Result<Option<(Vec<Listed>, bool)>, Halt> {
    let mut sheets = Sheets { relations, found: Vec::new(), from_1904: false };
    let found = package.walk(part, &mut sheets)?;
    Ok(found.then_some((sheets.found, sheets.from_1904)))
}

/// A sheet with the part that its relation leads to; `None` for other sheets
/// than worksheets.
pub(super) fn listed(name: String, hidden: bool, id: &str, relations: &[Relation]) -> Option<Listed> {
    let relation = relations.iter().find(|relation| relation.id == id);
    let worksheet = relation.is_none_or(|relation| relation.kind == "worksheet");
    worksheet.then(|| Listed { name, hidden, part: relation.map(|relation| relation.target.clone()) })
}

/// Where the first relation of a kind leads.
fn target(relations: Vec<Relation>, kind: &str) -> Option<String> {
    relations.into_iter().find(|relation| relation.kind == kind).map(|relation| relation.target)
}

struct Sheets<'a> {
    relations: &'a [Relation],
    found: Vec<Listed>,
    from_1904: bool,
}

impl Visitor for Sheets<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        if name == "workbookPr" {
            self.from_1904 = tag.get("date1904")?.is_some_and(|value| value == "1" || value == "true");
        }
        if name != "sheet" {
            return Ok(());
        }
        let name = tag.get("name")?.unwrap_or_default().into_owned();
        let hidden = tag.get("state")?.is_some_and(|state| state != "visible");
        let id = tag.get("id")?.unwrap_or_default();
        self.found.extend(listed(name, hidden, &id, self.relations));
        Ok(())
    }
}
