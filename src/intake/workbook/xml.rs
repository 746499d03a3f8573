//! XML as a walk over elements: a part's reader sees elements open and close
//! and the text between, never the parser.

use std::borrow::Cow;
use std::fmt::Display;
use std::io::Read;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion, escape};

use super::window::Window;

/// Why a walk ends before the end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::intake) enum Halt {
    /// The part cannot be read: what was met.
    Damaged(String),
    /// Nobody wants the rest.
    Cancelled,
}

impl Halt {
    /// Damage; what was met there, in no language: a part, a mark, or nothing.
    pub fn damaged(met: &dyn Display) -> Self {
        Self::Damaged(met.to_string())
    }
}

/// Sees the elements of a part in their order. Names come without prefixes:
/// files differ in them, and in the namespaces behind them.
pub(in crate::intake) trait Visitor {
    /// An element opens.
    fn open(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Halt>;

    /// A piece of text, references resolved.
    fn text(&mut self, _: &str) {}

    /// An element closes.
    fn close(&mut self, _: &str) -> Result<(), Halt> {
        Ok(())
    }

    /// What follows an element's opening or closing tag, to be read ahead if it
    /// is known: whole elements, of which nothing else is told then.
    fn ahead(&mut self, _: &str, _: &mut Window<'_>) -> Result<(), Halt> {
        Ok(())
    }
}

/// An opening tag.
pub(in crate::intake) struct Tag<'a>(&'a BytesStart<'a>);

impl<'a> Tag<'a> {
    /// Its attributes: names without prefixes, and values.
    pub fn attributes(&self) -> impl Iterator<Item = Result<(&'a str, Cow<'a, str>), Halt>> {
        let mut attributes = self.0.attributes();
        attributes.with_checks(false);
        attributes.map(|attribute| {
            let attribute = attribute.map_err(|_| Halt::damaged(&""))?;
            let value = attribute.normalized_value(XmlVersion::Implicit1_0);
            Ok((attribute.key.local_name().into_inner(), value.map_err(|_| Halt::damaged(&""))?))
        })
    }

    /// One attribute's value.
    pub fn get(&self, name: &str) -> Result<Option<Cow<'a, str>>, Halt> {
        for attribute in self.attributes() {
            let (found, value) = attribute?;
            if found == name {
                return Ok(Some(value));
            }
        }
        Ok(None)
    }
}

/// Walks over a part. Both inner types are trait objects, so that there is one
/// copy of the parser in the program.
pub(in crate::intake) fn walk(part: &mut dyn Read, visitor: &mut dyn Visitor) -> Result<(), Halt> {
    let mut reader = Reader::from_reader(Window::new(part));
    let mut buffer = Vec::new();
    let mut depth = 0_usize;
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|_| Halt::damaged(&""))? {
            Event::Start(tag) => {
                depth = depth.saturating_add(1);
                visitor.open(tag.local_name().into_inner(), &Tag(&tag))?;
                visitor.ahead(tag.local_name().into_inner(), reader.get_mut())?;
            }
            Event::Empty(tag) => {
                visitor.open(tag.local_name().into_inner(), &Tag(&tag))?;
                visitor.close(tag.local_name().into_inner())?;
            }
            Event::End(tag) => {
                depth = depth.saturating_sub(1);
                visitor.close(tag.local_name().into_inner())?;
                visitor.ahead(tag.local_name().into_inner(), reader.get_mut())?;
            }
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let reference = format!("&{};", &*reference);
                // One that nobody defined stands for itself.
                visitor.text(escape::unescape(&reference).as_deref().unwrap_or(&reference));
            }
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(Halt::damaged(&"EOF")),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
}
