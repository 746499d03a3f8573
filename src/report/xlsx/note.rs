//! Notes at cells: what they say, and the drawing in which spreadsheets want
//! them placed (VML, as all programs still read it).

use super::markup;
use super::{DECLARATION, MAIN};
use crate::report::grid::{Note, at};

/// The type of the part with the texts.
pub(in crate::report) const COMMENTS_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
/// The type of the drawing.
pub(in crate::report) const DRAWING_TYPE: &str = "application/vnd.openxmlformats-officedocument.vmlDrawing";

/// The names that shapes use.
pub(in crate::report) const SPACES: &str = r#"xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel""#;

/// What shapes of notes are made after.
pub(in crate::report) const SHAPE_TYPE: &str = r#"<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>"#;

/// The part with the texts.
pub(in crate::report) fn comments(notes: &[Note], author: &str) -> String {
    let author = markup::escaped(author);
    let mut out =
        format!("{DECLARATION}<comments xmlns=\"{MAIN}\"><authors><author>{author}</author></authors><commentList>");
    for note in notes {
        let cell = at(note.row, note.column as usize);
        out += &format!("<comment ref=\"{cell}\" authorId=\"0\"><text>{}</text></comment>", run("", &note.text));
    }
    out + "</commentList></comments>"
}

/// A text as a run; `prefix` stands before the names of elements.
pub(in crate::report) fn run(prefix: &str, text: &str) -> String {
    let text = markup::escaped(text);
    format!("<{prefix}r><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}r>")
}

/// The drawing.
pub(in crate::report) fn drawing(notes: &[Note]) -> String {
    let mut out =
        format!("<xml {SPACES}><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"1\"/></o:shapelayout>");
    out += SHAPE_TYPE;
    for (number, note) in (1_025..).zip(notes) {
        out += &shape(note, number);
    }
    out + "</xml>"
}

/// A hidden box beside a cell, as high as the note needs.
pub(in crate::report) fn shape(note: &Note, number: usize) -> String {
    let (row, column) = (note.row, note.column);
    let lines = note.text.lines().map(|line| line.chars().count() / 14 + 1).sum::<usize>().clamp(2, 14);
    let (top, bottom) = (row.saturating_sub(1), row.saturating_add(u32::try_from(lines).unwrap_or(14)));
    let (left, right) = (column.saturating_add(1), column.saturating_add(4));
    format!(
        "<v:shape id=\"_x0000_s{number}\" type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{left}, 12, {top}, 8, {right}, 12, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )
}
