//! The styles part, with copies of the cell formats that faulty cells have.

use super::super::xlsx::look::{GROUNDS, LINK_FONT, solid};
use super::Ground;
use super::scan::{Kind, Tag, Tags};

/// A styles part to which formats are added.
pub(super) struct Styles<'a> {
    text: &'a str,
    prefix: &'a str,
    fonts: List<'a>,
    fills: List<'a>,
    formats: List<'a>,
    /// What was added for a format and a ground.
    added: Vec<(usize, usize)>,
}

/// A list of the part.
struct List<'a> {
    open: Tag<'a>,
    /// Where it ends, before the closing tag.
    end: usize,
    /// Its items.
    items: Vec<&'a str>,
}

/// The formats of the list of findings, after which those of cells come: plain
/// wrapped text, header, link.
const OWN: usize = 3;

impl<'a> Styles<'a> {
    /// Reads a part; `None` when a list is missing or not in its place.
    pub fn of(text: &'a str) -> Option<Self> {
        let [fonts, fills, formats] = ["fonts", "fills", "cellXfs"].map(|name| list(text, name));
        let (fonts, fills, formats) = (fonts?, fills?, formats?);
        if fonts.end > fills.open.start || fills.end > formats.open.start {
            return None;
        }
        Some(Self { text, prefix: formats.open.prefix(), fonts, fills, formats, added: Vec::new() })
    }

    /// The number of a format like another one, on a ground.
    pub fn marked(&mut self, format: usize, ground: Ground) -> usize {
        // Grounds stand in the order of `GROUNDS`.
        let wanted = (if format < self.formats.items.len() { format } else { 0 }, ground as usize);
        let known = self.added.iter().position(|added| *added == wanted).unwrap_or_else(|| {
            self.added.push(wanted);
            self.added.len() - 1
        });
        self.formats.items.len() + OWN + known
    }

    /// The numbers of the formats of the list of findings: plain, header, link.
    pub fn own(&self) -> [usize; OWN] {
        let first = self.formats.items.len();
        [first, first + 1, first + 2]
    }

    /// The part with what was added.
    pub fn part(&self) -> String {
        let (font, fill) = (self.fonts.items.len(), self.fills.items.len());
        let wrapped = "<alignment vertical=\"top\" wrapText=\"1\"/></xf>";
        let mut formats = format!(
            "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" applyAlignment=\"1\">{wrapped}<xf numFmtId=\"0\" fontId=\"0\" fillId=\"{}\" borderId=\"0\" applyFill=\"1\" applyAlignment=\"1\">{wrapped}<xf numFmtId=\"0\" fontId=\"{font}\" fillId=\"0\" borderId=\"0\" applyFont=\"1\" applyAlignment=\"1\">{wrapped}",
            fill + GROUNDS.len()
        );
        formats = self.prefixed(&formats);
        for (format, ground) in &self.added {
            let item = self.formats.items.get(*format).copied().unwrap_or_default();
            if let Some(tag) = Tags::of(item).next() {
                let filled = tag.with("fillId", &(fill + ground).to_string());
                let filled = Tags::of(&filled).next().map(|tag| tag.with("applyFill", "1")).unwrap_or_default();
                formats += &filled;
                formats += item.get(tag.end..).unwrap_or_default();
            }
        }
        let grounds: String = GROUNDS.iter().copied().chain(["FFE8ECF1"]).map(solid).collect();
        let changes = [
            (&self.fonts, 1, self.prefixed(LINK_FONT)),
            (&self.fills, GROUNDS.len() + 1, self.prefixed(&grounds)),
            (&self.formats, OWN + self.added.len(), formats),
        ];
        let (mut out, mut copied) = (String::with_capacity(self.text.len() + 4096), 0);
        for (list, more, added) in &changes {
            out += self.text.get(copied..list.open.start).unwrap_or_default();
            out += &list.open.with("count", &(list.items.len() + more).to_string());
            out += self.text.get(list.open.end..list.end).unwrap_or_default();
            out += added;
            copied = list.end;
        }
        out + self.text.get(copied..).unwrap_or_default()
    }

    /// Markup of ours with the part's prefix.
    fn prefixed(&self, markup: &str) -> String {
        let close = format!("</{}", self.prefix);
        markup.replace("</", "\0").replace('<', &format!("<{}", self.prefix)).replace('\0', &close)
    }
}

/// A list of the part by its name; `None` when it is missing or empty.
fn list<'a>(text: &'a str, name: &str) -> Option<List<'a>> {
    let mut tags = Tags::of(text);
    let open = tags.find(|tag| tag.name == name && tag.kind == Kind::Open)?;
    let (mut items, mut depth, mut start) = (Vec::new(), 0_usize, 0);
    for tag in tags {
        if depth == 0 && tag.kind == Kind::Close {
            return (tag.name == name).then_some(List { open, end: tag.start, items });
        }
        if depth == 0 {
            start = tag.start;
        }
        match tag.kind {
            Kind::Open => depth += 1,
            Kind::Close => depth -= 1,
            Kind::Whole => {}
        }
        if depth == 0 {
            items.push(text.get(start..tag.end)?);
        }
    }
    None
}
