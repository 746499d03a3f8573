//! The styles part: how cells look.

use super::super::grid::Style;
use super::super::{BAD, GOOD, MISSING, NEAR};
use super::markup;

/// The marks of states with the colours of their ink and ground, in the order
/// of the differential formats.
pub(super) const MARKS: [(&str, &str, &str); 4] = [
    (GOOD, "FF1B6E3C", "FFE3F4E8"),
    (NEAR, "FF8A5A00", "FFFDF1D8"),
    (BAD, "FFA3211B", "FFFBE4E2"),
    (MISSING, "FF4A5361", "FFECEFF3"),
];

/// Number formats of the file's own are counted from here.
const FIRST_CODE: usize = 164;

/// The grounds of cells with a fault, of those with something to look at, and of
/// those that were typed anew.
pub(in crate::report) const GROUNDS: [&str; 3] = ["FFFFC7C2", "FFFFE9A8", "FFCFE4F7"];

const FILLS: &str = r#"<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF4F6F8"/><bgColor indexed="64"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8ECF1"/><bgColor indexed="64"/></patternFill></fill>"#;

/// The cell formats in use, numbered as they are first met; 0 is the plain one.
#[derive(Default)]
pub(super) struct Looks {
    used: Vec<(Style, String)>,
    codes: Vec<String>,
}

impl Looks {
    /// The number of a cell format.
    pub fn number(&mut self, style: Style, code: &str) -> usize {
        let known = self.used.iter().position(|(used, with)| *used == style && with == code);
        let position = known.unwrap_or_else(|| {
            if !self.codes.iter().any(|known| known == code) {
                self.codes.push(code.to_owned());
            }
            self.used.push((style, code.to_owned()));
            self.used.len().saturating_sub(1)
        });
        position.saturating_add(1)
    }

    /// The part.
    pub fn part(&self) -> String {
        let mut out = super::begin("styleSheet", "");
        out += &format!("<numFmts count=\"{}\">", self.codes.len());
        for (id, code) in (FIRST_CODE..).zip(&self.codes) {
            out += &format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", markup::escaped(code));
        }
        out += "</numFmts><fonts count=\"5\">";
        for (bold, size) in [("", 11), ("<b/>", 11), ("<b/>", 12), ("<b/>", 16)] {
            out += &format!(
                "<font>{bold}<sz val=\"{size}\"/><color rgb=\"FF1F2A37\"/><name val=\"Calibri\"/><family val=\"2\"/></font>"
            );
        }
        out += LINK_FONT;
        out += "</fonts><fills count=\"7\">";
        out += FILLS;
        GROUNDS.iter().for_each(|ground| out += &solid(ground));
        out += "</fills>";
        out += "<borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>";
        for side in ["left", "right", "top", "bottom"] {
            out += &format!("<{side} style=\"thin\"><color rgb=\"FFC9CED6\"/></{side}>");
        }
        out += "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>";
        out += &format!("<cellXfs count=\"{}\">", self.used.len().saturating_add(1));
        out += "<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>";
        for (style, code) in &self.used {
            let code = self.codes.iter().position(|known| known == code).unwrap_or(0).saturating_add(FIRST_CODE);
            let Look { font, fill, border, alignment } = look(*style);
            out += &format!(
                "<xf numFmtId=\"{code}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\"><alignment {alignment}/></xf>"
            );
        }
        out += "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>";
        out += &format!("<dxfs count=\"{}\">", MARKS.len());
        for (_, ink, ground) in MARKS {
            out += &format!(
                "<dxf><font><color rgb=\"{ink}\"/></font><fill><patternFill><bgColor rgb=\"{ground}\"/></patternFill></fill></dxf>"
            );
        }
        out + "</dxfs></styleSheet>"
    }
}

/// The font of links.
pub(in crate::report) const LINK_FONT: &str =
    "<font><u/><sz val=\"11\"/><color rgb=\"FF0B5CAD\"/><name val=\"Calibri\"/><family val=\"2\"/></font>";

/// A ground of one colour, as an item of the list of fills.
pub(in crate::report) fn solid(colour: &str) -> String {
    format!(
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"{colour}\"/><bgColor indexed=\"64\"/></patternFill></fill>"
    )
}

/// Positions in the lists of the part, and an alignment.
struct Look {
    font: u8,
    fill: u8,
    border: u8,
    alignment: &'static str,
}

fn look(style: Style) -> Look {
    let middle = "vertical=\"center\"";
    let (font, fill, border, alignment) = match style {
        Style::Title => (3, 0, 0, middle),
        Style::Line => (0, 0, 0, middle),
        Style::Heading => (2, 0, 0, middle),
        Style::Body => (0, 0, 1, middle),
        Style::Header => (1, 3, 1, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\""),
        Style::Total => (1, 2, 1, middle),
        Style::Mark => (0, 0, 1, "horizontal=\"center\" vertical=\"center\""),
        Style::Prose => (0, 0, 1, "vertical=\"top\" wrapText=\"1\""),
        Style::Code => (0, 0, 1, middle),
        Style::Bare => (0, 0, 0, middle),
        Style::Fault => (0, 4, 0, middle),
        Style::Doubt => (0, 5, 0, middle),
        Style::Edited => (0, 6, 0, middle),
        Style::Link => (4, 0, 1, "vertical=\"top\""),
    };
    Look { font, fill, border, alignment }
}
