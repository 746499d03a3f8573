//! The workbook part: which sheets there are, and where the rest stands.

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
}

/// Reads the workbook part.
pub(super) fn read(package: &mut Package<'_>) -> Result<Book, Halt> {
    let main = target(package.relations("")?, "officeDocument").unwrap_or_else(|| "xl/workbook.xml".to_owned());
    let relations = package.relations(&main)?;
    let mut sheets = Sheets { relations: &relations, found: Vec::new() };
    if !package.walk(&main, &mut sheets)? {
        return Err(Halt::Damaged(main));
    }
    let sheets = sheets.found;
    let mut named = relations;
    let mut part = |kind: &str, usual: &str| match named.iter().position(|relation| relation.kind == kind) {
        Some(at) => named.swap_remove(at).target,
        None => usual.to_owned(),
    };
    let strings = part("sharedStrings", "xl/sharedStrings.xml");
    let styles = part("styles", "xl/styles.xml");
    Ok(Book { main, sheets, strings, styles })
}

/// Where the first relation of a kind leads.
fn target(relations: Vec<Relation>, kind: &str) -> Option<String> {
    relations.into_iter().find(|relation| relation.kind == kind).map(|relation| relation.target)
}

struct Sheets<'a> {
    relations: &'a [Relation],
    found: Vec<Listed>,
}

impl Visitor for Sheets<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        if name != "sheet" {
            return Ok(());
        }
        let name = tag.get("name")?.unwrap_or_default().into_owned();
        let hidden = tag.get("state")?.is_some_and(|state| state != "visible");
        let id = tag.get("id")?.unwrap_or_default();
        match self.relations.iter().find(|relation| relation.id == id) {
            Some(relation) if relation.kind == "worksheet" => {
                self.found.push(Listed { name, hidden, part: Some(relation.target.clone()) });
            }
            Some(_) => {}
            None => self.found.push(Listed { name, hidden, part: None }),
        }
        Ok(())
    }
}
