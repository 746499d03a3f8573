//! Notes added to those that a sheet has already.

use super::super::grid::{Note, at};
use super::super::xlsx::markup;
use super::super::xlsx::note::{SHAPE_TYPE, SPACES, run, shape};
use super::scan::{Kind, Tags};
use crate::intake;

/// The number of the first added shape: far above those that programs give.
const FIRST_SHAPE: usize = 900_001;

/// A part with the texts of notes, and more of them. A note at a cell that has
/// one is written below it. `None` when the part is in no known form.
pub(super) fn comments(text: &str, notes: &[Note], author: &str) -> Option<String> {
    let root = Tags::of(text).find(|tag| tag.name == "comments")?;
    let (prefix, mut taken) = (root.prefix(), vec![false; notes.len()]);
    let (mut out, mut copied) = (String::with_capacity(text.len() + notes.len() * 256), 0);
    let (mut authors, mut here, mut plain, mut inside, mut ended) = (0, None, false, false, false);
    for tag in Tags::of(text) {
        let mut added = String::new();
        match (tag.name, tag.kind) {
            ("author", Kind::Close | Kind::Whole) => authors += 1,
            ("authors", Kind::Close) => {
                added = format!("<{prefix}author>{}</{prefix}author>", markup::escaped(author));
            }
            ("comment", Kind::Open) => {
                let cell = tag.get("ref").and_then(intake::cell);
                here = notes.iter().position(|note| Some((note.row, note.column)) == cell);
            }
            ("text", Kind::Open) => inside = here.is_some(),
            // A text that is no run becomes one, so that another may follow.
            ("r", Kind::Open) if inside => plain = true,
            ("r", Kind::Close) if inside => plain = false,
            ("t", Kind::Open) if inside && !plain => added = format!("<{prefix}r>"),
            ("text", Kind::Close) if inside => {
                inside = false;
                if let Some(note) = here.take().and_then(|at| Some((notes.get(at)?, taken.get_mut(at)?))) {
                    *note.1 = true;
                    added = run(prefix, &format!("\n\n{}", note.0.text));
                }
            }
            ("commentList", Kind::Close) => {
                for (note, _) in notes.iter().zip(&taken).filter(|(_, taken)| !**taken) {
                    let cell = at(note.row, note.column as usize);
                    let text = run(prefix, &note.text);
                    added += &format!(
                        "<{prefix}comment ref=\"{cell}\" authorId=\"{authors}\"><{prefix}text>{text}</{prefix}text></{prefix}comment>"
                    );
                }
                ended = true;
            }
            _ => {}
        }
        out += text.get(copied..tag.start)?;
        out += &added;
        out += tag.text;
        if tag.name == "t" && tag.kind == Kind::Close && inside && !plain {
            out += &format!("</{prefix}r>");
        }
        copied = tag.end;
    }
    out += text.get(copied..)?;
    ended.then_some(out)
}

/// A drawing with boxes for more notes; cells that have one keep it. `None`
/// when it is in no known form.
pub(super) fn drawing(text: &str, notes: &[&Note]) -> Option<String> {
    let root = Tags::of(text).find(|tag| tag.name == "xml")?;
    // Some programs declare the spaces at each shape.
    let declared = SPACES.split(' ').all(|space| root.text.contains(space));
    let spaces = if declared { String::new() } else { format!("{SPACES} ") };
    let end = text.rfind("</xml>")?;
    let mut added = String::new();
    if !text.contains("\"_x0000_t202\"") {
        added += &SHAPE_TYPE.replacen("<v:shapetype ", &format!("<v:shapetype {spaces}"), 1);
    }
    for (number, note) in (FIRST_SHAPE..).zip(notes) {
        added += &shape(note, number).replacen("<v:shape ", &format!("<v:shape {spaces}"), 1);
    }
    Some(format!("{}{added}{}", text.get(..end)?, text.get(end..)?))
}

/// The cells that have a note, rows and columns from 0.
pub(super) fn noted(text: &str) -> Vec<(u32, u32)> {
    let comments = Tags::of(text).filter(|tag| tag.name == "comment" && tag.begins());
    comments.filter_map(|tag| intake::cell(tag.get("ref")?)).collect()
}
