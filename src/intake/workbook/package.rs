//! The container: its parts by name, and how they refer to each other.

use std::io::{self, Read};

use super::super::decode;
use super::xml::{self, Halt, Tag, Visitor};
use crate::basis::zip::{self, Member};

/// An opened container.
pub(in crate::intake) struct Package<'a> {
    /// Its parts, with their names in one form.
    parts: Vec<(String, Member<'a>)>,
}

/// That one part refers to another.
pub(in crate::intake) struct Relation {
    /// What the referring part calls it.
    pub id: String,
    /// The last word of its type: `worksheet`, `styles`…
    pub kind: String,
    /// The name of the part that it leads to.
    pub target: String,
}

impl<'a> Package<'a> {
    /// Opens a container.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Halt> {
        let members = zip::members(bytes).map_err(|_| Halt::damaged(&"ZIP"))?;
        Ok(Self { parts: members.into_iter().map(|member| (one_form(&member.path()), member)).collect() })
    }

    /// Walks over a part of XML. `false` when there is none of that name.
    pub fn walk(&mut self, name: &str, visitor: &mut dyn Visitor) -> Result<bool, Halt> {
        self.read(name, &mut |part| walk(part, visitor))
    }

    /// Gives a part to who reads it. `false` when there is none of that name.
    pub fn read(
        &mut self,
        name: &str,
        reader: &mut dyn FnMut(&mut dyn Read) -> Result<(), Halt>,
    ) -> Result<bool, Halt> {
        let wanted = one_form(name);
        let Some((_, member)) = self.parts.iter().find(|(name, _)| *name == wanted) else { return Ok(false) };
        let part = member.open().map_err(|_| Halt::damaged(&"ZIP"))?;
        // No more than its size, which was checked: a lie is damage.
        let read = reader(&mut Bounded { left: member.size, part });
        read.map_err(|halt| match halt {
            Halt::Damaged(met) if met.is_empty() => Halt::Damaged(name.to_owned()),
            Halt::Damaged(met) => Halt::Damaged(format!("{name}: {met}")),
            Halt::Cancelled => Halt::Cancelled,
        })?;
        Ok(true)
    }

    /// What a part refers to; `""` is the package as a whole.
    pub fn relations(&mut self, of: &str) -> Result<Vec<Relation>, Halt> {
        let (folder, name) = split(of);
        let mut relations = Relations { folder, found: Vec::new() };
        self.walk(&format!("{folder}_rels/{name}.rels"), &mut relations)?;
        Ok(relations.found)
    }
}

/// Walks over XML in any encoding that it may have.
fn walk(part: &mut dyn Read, visitor: &mut dyn Visitor) -> Result<(), Halt> {
    let mut head = Vec::new();
    part.take(2).read_to_end(&mut head).map_err(|_| Halt::damaged(&""))?;
    if decode::is_utf16(&head) {
        // Rare enough to unpack the whole.
        part.read_to_end(&mut head).map_err(|_| Halt::damaged(&""))?;
        let text = decode::utf16(&head).unwrap_or_default();
        return xml::walk(&mut text.as_bytes(), visitor);
    }
    xml::walk(&mut head.chain(part), visitor)
}

/// A part that may not be larger than its directory entry says.
struct Bounded<R> {
    left: u64,
    part: R,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(into)?;
        self.left = self.left.checked_sub(read as u64).ok_or(io::ErrorKind::InvalidData)?;
        Ok(read)
    }
}

/// Part names are compared without case, and some programs write `\`.
fn one_form(name: &str) -> String {
    name.replace('\\', "/").to_ascii_lowercase()
}

/// The folder with its closing slash, and the name in it.
fn split(name: &str) -> (&str, &str) {
    name.rfind('/').and_then(|slash| name.split_at_checked(slash.saturating_add(1))).unwrap_or(("", name))
}

/// A target as a part's name: absolute, or relative to a folder.
fn resolved(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let whole = if target.starts_with('/') { target } else { format!("{folder}{target}") };
    let mut steps: Vec<&str> = Vec::new();
    for step in whole.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    steps.join("/")
}

struct Relations<'a> {
    folder: &'a str,
    found: Vec<Relation>,
}

impl Visitor for Relations<'_> {
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt> {
        if name != "Relationship" {
            return Ok(());
        }
        let (Some(id), Some(kind), Some(target)) = (tag.get("Id")?, tag.get("Type")?, tag.get("Target")?) else {
            return Ok(());
        };
        let (_, kind) = split(&kind);
        let (id, kind, target) = (id.into_owned(), kind.to_owned(), resolved(self.folder, &target));
        self.found.push(Relation { id, kind, target });
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::resolved;

    #[test]
    fn targets_are_absolute_or_relative() {
        for target in ["worksheets/a.xml", "/xl/worksheets/a.xml", "../xl/./worksheets/a.xml", "worksheets\\a.xml"] {
            assert_eq!(resolved("xl/", target), "xl/worksheets/a.xml");
        }
        assert_eq!(resolved("", "../../xl/workbook.xml"), "xl/workbook.xml");
    }
}
