//! Where a workbook keeps what is written back into it.

use super::book;
use super::package::Package;

/// The names of a workbook's parts.
pub struct Parts {
    /// The workbook part.
    pub main: String,
    /// The styles.
    pub styles: String,
    /// The worksheets, in order.
    pub sheets: Vec<SheetPart>,
}

/// The names of a worksheet's parts.
pub struct SheetPart {
    /// The sheet's name.
    pub name: String,
    /// Its own part.
    pub part: String,
    /// The part with the texts of its notes.
    pub comments: Option<String>,
    /// Drawings of the old kind, which place notes: what the sheet calls each,
    /// and its part.
    pub drawings: Vec<(String, String)>,
}

impl Parts {
    /// The parts of an xlsx or xlsm workbook; `None` when it cannot be read.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let mut package = Package::open(bytes).ok()?;
        // Those of xlsb are no XML.
        let book = book::read(&mut package).ok().filter(|book| !book.binary)?;
        let mut sheets = Vec::new();
        for listed in book.sheets {
            let Some(part) = listed.part else { continue };
            let relations = package.relations(&part).ok()?;
            let comments = relations.iter().find(|relation| relation.kind == "comments");
            let drawings = relations.iter().filter(|relation| relation.kind == "vmlDrawing");
            sheets.push(SheetPart {
                name: listed.name,
                part,
                comments: comments.map(|relation| relation.target.clone()),
                drawings: drawings.map(|relation| (relation.id.clone(), relation.target.clone())).collect(),
            });
        }
        Some(Self { main: book.main, styles: book.styles, sheets })
    }
}
