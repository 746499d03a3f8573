//! An object's members in the order of a type's fields.

use std::borrow::Cow;
use std::slice::Iter;

use serde::de::{DeserializeSeed, SeqAccess};

use super::Stop;
use super::scan::Scan;

pub(super) struct Members<'a, 'de> {
    scan: &'a mut Scan<'de>,
    fields: &'static [&'static str],
    wanted: Iter<'static, &'static str>,
    /// Members that stand before the one that was wanted, and where their
    /// values begin.
    passed: Vec<(Cow<'de, str>, usize)>,
    /// Where the members begin that nobody has looked at.
    front: usize,
    /// Not the first.
    more: bool,
}

impl<'a, 'de> Members<'a, 'de> {
    pub fn of(scan: &'a mut Scan<'de>, fields: &'static [&'static str]) -> Result<Self, Stop> {
        scan.open(b'{')?;
        let front = scan.at();
        Ok(Self { scan, fields, wanted: fields.iter(), passed: Vec::new(), front, more: false })
    }

    /// Goes to the value of a member; `false`: there is none.
    fn find(&mut self, wanted: &str) -> Result<bool, Stop> {
        if let Some(found) = self.passed.iter().position(|(name, _)| name == wanted) {
            self.scan.go_to(self.passed.swap_remove(found).1);
            return Ok(true);
        }
        self.pass(Some(wanted))
    }

    /// Goes past members, up to the value of the one that is wanted; `false`:
    /// none of them is.
    fn pass(&mut self, wanted: Option<&str>) -> Result<bool, Stop> {
        self.scan.go_to(self.front);
        while self.scan.next(b'}', &mut self.more)? {
            let name = self.scan.name()?;
            if wanted == Some(&*name) {
                return Ok(true);
            }
            self.passed.push((name, self.scan.at()));
            self.scan.skip()?;
            self.front = self.scan.at();
        }
        Ok(false)
    }

    /// Goes past the other members, which mean nothing; but no member may stand
    /// twice.
    pub fn end(mut self) -> Result<(), Stop> {
        self.pass(None)?;
        let twice = self.passed.iter().any(|(name, _)| self.fields.contains(&&**name));
        if twice { Err(Stop) } else { self.scan.close(b'}') }
    }
}

impl<'de> SeqAccess<'de> for &mut Members<'_, 'de> {
    type Error = Stop;

    /// `None` for a missing member; the next call is for the next field.
    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        let Some(wanted) = self.wanted.next() else { return Ok(None) };
        if !self.find(wanted)? {
            return Ok(None);
        }
        let value = seed.deserialize(&mut *self.scan)?;
        self.front = self.front.max(self.scan.at());
        Ok(Some(value))
    }
}
