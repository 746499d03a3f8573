//! The xlsx package with marks.

use std::io::Read;

use super::super::grid::Note;
use super::super::xlsx::note::{COMMENTS_TYPE, DRAWING_TYPE, comments, drawing};
use super::super::xlsx::{DECLARATION, MAIN, OFFICE, PACKAGE, SHEET_TYPE, markup};
use super::scan::{Kind, Tags};
use super::style::Styles;
use super::{Findings, Mark, list, marks, note, sheet, unlike};
use crate::basis::problem::Problem;
use crate::basis::zip::{self, Member, Writer};
use crate::intake::{Parts, SheetPart, limit};

/// The part with the list of findings.
const LIST: &str = "xl/worksheets/suanpan-findings.xml";

/// The workbook with faults, doubts and cells typed anew coloured and noted, with
/// what was typed, and a last sheet that lists all findings. `None` when it is no xlsx workbook of the usual
/// kind: then write it anew.
pub fn marked(bytes: &[u8], findings: &Findings) -> Option<Vec<u8>> {
    let parts = Parts::of(bytes)?;
    let mut package = Package { members: zip::members(bytes).ok()?, changed: Vec::new() };
    let main = package.text(&parts.main)?;
    if !main.contains(MAIN) {
        return None;
    }
    let styles = package.text(&parts.styles)?;
    let mut styles = Styles::of(&styles)?;
    let mut typed = false;
    for (number, part) in (1..).zip(&parts.sheets) {
        typed |= mark(&mut package, part, number, findings, &mut styles)?;
    }
    let taken: Vec<&str> = parts.sheets.iter().map(|sheet| &*sheet.name).collect();
    let name = unlike(&taken, findings.lang.mark_list());
    let sheets = &parts.sheets;
    let named = |problem: &Problem| {
        sheets.iter().find(|sheet| *sheet.name == *problem.place.sheet).map(|sheet| sheet.name.clone())
    };
    let list = list::sheet(findings, &name, &named);
    package.put(LIST, list::written(&list, styles.own()));
    package.put(&parts.styles, styles.part());
    let main = if typed { recomputed(&main)? } else { main };
    package.put(&parts.main, listed(&main, &name)?);
    package.relate(&parts.main, "suanpanFindings", "worksheet", &format!("/{LIST}"))?;
    package.declare(&format!("<Override PartName=\"/{LIST}\" ContentType=\"{SHEET_TYPE}.worksheet+xml\"/>"))?;
    package.write()
}

/// Marks one sheet; tells whether something typed was written into it.
fn mark(
    package: &mut Package<'_>,
    part: &SheetPart,
    number: usize,
    findings: &Findings,
    styles: &mut Styles<'_>,
) -> Option<bool> {
    let mut marks = marks(findings, &part.name);
    if marks.is_empty() {
        return Some(false);
    }
    let sheet = sheet::marked(&package.text(&part.part)?, &marks, styles)?;
    package.put(&part.part, sheet.text);
    let kept = |mark: &Mark<'_>| sheet.unwritten.binary_search(&(mark.row, mark.column)).is_ok();
    let typed = marks.iter().any(|mark| mark.typed.is_some() && !kept(mark));
    for mark in marks.iter_mut().filter(|mark| kept(mark)) {
        mark.text += "\n\n";
        mark.text += findings.lang.mark_unwritten();
    }
    let notes = marks.into_iter().map(|mark| Note { row: mark.row, column: mark.column, text: mark.text });
    let notes: Vec<Note> = notes.collect();
    let mut noted = Vec::new();
    match &part.comments {
        Some(comments) => {
            let text = package.text(comments)?;
            noted = note::noted(&text);
            package.put(comments, note::comments(&text, &notes, &findings.program)?);
        }
        None => {
            let name = format!("xl/suanpan-comments{number}.xml");
            package.put(&name, comments(&notes, &findings.program));
            package.relate(&part.part, "suanpanTexts", "comments", &format!("/{name}"))?;
            package.declare(&format!("<Override PartName=\"/{name}\" ContentType=\"{COMMENTS_TYPE}\"/>"))?;
        }
    }
    match part.drawings.iter().find(|(id, _)| *id == sheet.drawing) {
        Some((_, name)) => {
            let text = package.text(name)?;
            let fresh: Vec<&Note> = notes.iter().filter(|note| !noted.contains(&(note.row, note.column))).collect();
            package.put(name, note::drawing(&text, &fresh)?);
        }
        None if sheet.drawing == sheet::DRAWING => {
            let name = format!("xl/drawings/suanpan-notes{number}.vml");
            package.put(&name, drawing(&notes));
            package.relate(&part.part, sheet::DRAWING, "vmlDrawing", &format!("/{name}"))?;
            package.declare(&format!("<Override PartName=\"/{name}\" ContentType=\"{DRAWING_TYPE}\"/>"))?;
        }
        None => return None,
    }
    Some(typed)
}

/// The workbook part of which formulas are computed anew when it is opened: what
/// they rest on was typed anew.
fn recomputed(main: &str) -> Option<String> {
    const NAME: &str = "fullCalcOnLoad";
    if let Some(tag) = Tags::of(main).find(|tag| tag.name == "calcPr" && tag.begins()) {
        let (before, after) = (main.get(..tag.start)?, main.get(tag.end..)?);
        return Some(format!("{before}{}{after}", tag.with(NAME, "1")));
    }
    // It stands behind these.
    let before =
        ["functionGroups", "functionGroup", "externalReferences", "externalReference", "definedNames", "definedName"];
    let mut rest = Tags::of(main).skip_while(|tag| tag.name != "sheets" || tag.kind == Kind::Open);
    let last = rest.next()?;
    let next = rest.find(|tag| !before.contains(&tag.name))?;
    inserted(main, next.start, &format!("<{}calcPr {NAME}=\"1\"/>", last.prefix()))
}

/// The workbook part with one more sheet.
fn listed(main: &str, name: &str) -> Option<String> {
    let ids =
        Tags::of(main).filter(|tag| tag.name == "sheet").filter_map(|tag| tag.get("sheetId")?.parse::<u32>().ok());
    let id = ids.max()?.checked_add(1)?;
    let end = Tags::of(main).find(|tag| tag.name == "sheets" && tag.kind == Kind::Close)?;
    let (prefix, name) = (end.prefix(), markup::escaped(name));
    let sheet =
        format!("<{prefix}sheet name=\"{name}\" sheetId=\"{id}\" xmlns:r=\"{OFFICE}\" r:id=\"suanpanFindings\"/>");
    inserted(main, end.start, &sheet)
}

fn inserted(text: &str, at: usize, added: &str) -> Option<String> {
    Some(format!("{}{added}{}", text.get(..at)?, text.get(at..)?))
}

/// A package in which parts are changed.
struct Package<'a> {
    members: Vec<Member<'a>>,
    /// Parts with new content: by the archive's name where it has them.
    changed: Vec<(String, String)>,
}

impl Package<'_> {
    /// The name of a part as the archive has it: names are compared without
    /// case.
    fn own_name(&self, name: &str) -> Option<String> {
        let form = |name: &str| name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase();
        let wanted = form(name);
        let member = self.members.iter().find(|member| form(&member.path()) == wanted)?;
        Some(member.path().into_owned())
    }

    /// A part as it is now; `None` when it is missing or no UTF-8.
    fn text(&mut self, name: &str) -> Option<String> {
        let own = self.own_name(name).unwrap_or_else(|| name.to_owned());
        if let Some((_, text)) = self.changed.iter().find(|(changed, _)| *changed == own) {
            return Some(text.clone());
        }
        let part = self.members.iter().find(|member| member.path() == own)?.open().ok()?;
        let mut text = String::new();
        part.take(limit::PART_BYTES).read_to_string(&mut text).ok()?;
        Some(text)
    }

    fn put(&mut self, name: &str, text: String) {
        let own = self.own_name(name).unwrap_or_else(|| name.to_owned());
        match self.changed.iter_mut().find(|(changed, _)| *changed == own) {
            Some((_, old)) => *old = text,
            None => self.changed.push((own, text)),
        }
    }

    /// Lets a part refer to another.
    fn relate(&mut self, part: &str, id: &str, kind: &str, target: &str) -> Option<()> {
        let (folder, name) = part.rsplit_once('/').map_or(("", part), |(folder, name)| (folder, name));
        let relations = format!("{folder}/_rels/{name}.rels").trim_start_matches('/').to_owned();
        let none = || format!("{DECLARATION}<Relationships xmlns=\"{PACKAGE}/relationships\"></Relationships>");
        let text = if self.own_name(&relations).is_some() || self.changed.iter().any(|(name, _)| *name == relations) {
            self.text(&relations)?
        } else {
            none()
        };
        let end = Tags::of(&text).find(|tag| tag.name == "Relationships" && tag.kind == Kind::Close)?;
        let prefix = end.prefix();
        let relation = format!("<{prefix}Relationship Id=\"{id}\" Type=\"{OFFICE}/{kind}\" Target=\"{target}\"/>");
        let text = inserted(&text, end.start, &relation)?;
        self.put(&relations, text);
        Some(())
    }

    /// Says what a new part is.
    fn declare(&mut self, entry: &str) -> Option<()> {
        let name = "[Content_Types].xml";
        let text = self.text(name)?;
        let end = Tags::of(&text).find(|tag| tag.name == "Types" && tag.kind == Kind::Close)?;
        let entry = entry.replacen('<', &format!("<{}", end.prefix()), 1);
        let text = inserted(&text, end.start, &entry)?;
        self.put(name, text);
        Some(())
    }

    /// The package; what was not changed is copied as it is packed.
    fn write(mut self) -> Option<Vec<u8>> {
        let mut writer = Writer::default();
        for member in &self.members {
            let name = member.path();
            match self.changed.iter().position(|(changed, _)| *changed == name) {
                Some(at) => writer.add(&name, self.changed.swap_remove(at).1.as_bytes())?,
                None => writer.copy(member)?,
            }
        }
        for (name, text) in &self.changed {
            writer.add(name, text.as_bytes())?;
        }
        writer.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_computed_anew_when_the_workbook_is_opened() {
        let of = |rest: &str| recomputed(&format!("<x:workbook><x:sheets><x:sheet/></x:sheets>{rest}</x:workbook>"));
        let all = |rest: &str| Some(format!("<x:workbook><x:sheets><x:sheet/></x:sheets>{rest}</x:workbook>"));
        assert_eq!(of(""), all("<x:calcPr fullCalcOnLoad=\"1\"/>"));
        let names = "<x:definedNames><x:definedName>A!$A$1</x:definedName></x:definedNames>";
        let extra = "<x:extLst/>";
        assert_eq!(of(&format!("{names}{extra}")), all(&format!("{names}<x:calcPr fullCalcOnLoad=\"1\"/>{extra}")));
        let own = "<x:calcPr calcId=\"1\" fullCalcOnLoad=\"0\"/>";
        assert_eq!(of(own), all("<x:calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>"));
    }
}
