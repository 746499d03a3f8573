//! Reading JSON, in a quarter of the code of the usual way. That one compiles,
//! for every type, a reader that looks members up by their names and another
//! one that takes them in order. Here only the second is asked for: an object's
//! members are brought into the order of the type's fields, and a variant's
//! name becomes its number. Unknown members mean nothing, also under
//! `deny_unknown_fields`; an option that may be missing says `default`.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{StrDeserializer, U32Deserializer};
use serde::de::{DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess, Visitor};
use serde::{Deserialize, Deserializer, de, forward_to_deserialize_any};

use members::Members;
use scan::{Number, Scan};

mod members;
mod scan;

/// A text is no JSON, or not of the type that is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line where reading stopped, from 1.
    pub line: usize,
    /// How many of its characters were read.
    pub column: usize,
}

/// Reads a value from a text that holds nothing else.
///
/// ```
/// use suanpan::basis::json::{Fault, read};
/// assert_eq!(read::<Vec<f64>>("[1, 2.5]"), Ok(vec![1.0, 2.5]));
/// assert_eq!(read::<Vec<f64>>("[1,\n2"), Err(Fault { line: 2, column: 1 }));
/// ```
///
/// # Errors
/// [`Fault`] for anything else.
pub fn read<'de, T: Deserialize<'de>>(text: &'de str) -> Result<T, Fault> {
    let mut scan = Scan::new(text);
    let value = T::deserialize(&mut scan).and_then(|value| scan.end().map(|()| value));
    value.map_err(|Stop| scan.fault())
}

/// Reading stops; where, the scan knows.
#[derive(Debug)]
struct Stop;

impl fmt::Display for Stop {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("stop")
    }
}

impl std::error::Error for Stop {}

impl de::Error for Stop {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

impl<'de> Deserializer<'de> for &mut Scan<'de> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.peek() {
            Some(b'n') => self.word("null").and_then(|()| visitor.visit_unit()),
            Some(b't') => self.word("true").and_then(|()| visitor.visit_bool(true)),
            Some(b'f') => self.word("false").and_then(|()| visitor.visit_bool(false)),
            Some(b'"') => self.deserialize_str(visitor),
            Some(b'[') => self.deserialize_seq(visitor),
            Some(b'{') => self.deserialize_map(visitor),
            _ => match self.number()? {
                Number::Natural(number) => visitor.visit_u64(number),
                Number::Integer(number) => visitor.visit_i64(number),
                Number::Real(number) => visitor.visit_f64(number),
            },
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        match self.text()? {
            Cow::Borrowed(text) => visitor.visit_borrowed_str(text),
            Cow::Owned(text) => visitor.visit_string(text),
        }
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        if self.peek() == Some(b'n') {
            self.word("null")?;
            return visitor.visit_none();
        }
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Stop> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.open(b'[')?;
        let value = visitor.visit_seq(Items { scan: &mut *self, more: false })?;
        self.close(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Stop> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.open(b'{')?;
        let value = visitor.visit_map(Items { scan: &mut *self, more: false })?;
        self.close(b'}')?;
        Ok(value)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let mut members = Members::of(self, fields)?;
        let value = visitor.visit_seq(&mut members)?;
        members.end()?;
        Ok(value)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        let (number, bare) = self.variant(variants)?;
        let value = visitor.visit_enum(Variant { scan: &mut *self, number, bare })?;
        if !bare {
            self.close(b'}')?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Stop> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char bytes byte_buf unit unit_struct tuple_struct identifier
    }
}

/// The items of an array, or the members of an object.
struct Items<'a, 'de> {
    scan: &'a mut Scan<'de>,
    /// Not the first.
    more: bool,
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Stop;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        if !self.scan.next(b']', &mut self.more)? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.scan).map(Some)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Stop;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, Stop> {
        if !self.scan.next(b'}', &mut self.more)? {
            return Ok(None);
        }
        let name = self.scan.name()?;
        let name: StrDeserializer<'_, Stop> = name.as_ref().into_deserializer();
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Stop> {
        seed.deserialize(&mut *self.scan)
    }
}

/// A variant: its name alone, or an object whose one member it is.
struct Variant<'a, 'de> {
    scan: &'a mut Scan<'de>,
    number: u32,
    bare: bool,
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = Stop;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<(S::Value, Self), Stop> {
        let number: U32Deserializer<Stop> = self.number.into_deserializer();
        Ok((seed.deserialize(number)?, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = Stop;

    fn unit_variant(self) -> Result<(), Stop> {
        if self.bare { Ok(()) } else { self.scan.word("null") }
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Stop> {
        seed.deserialize(self.content()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Stop> {
        self.content()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(self, fields: &'static [&'static str], visitor: V) -> Result<V::Value, Stop> {
        self.content()?.deserialize_struct("", fields, visitor)
    }
}

impl<'a, 'de> Variant<'a, 'de> {
    fn content(self) -> Result<&'a mut Scan<'de>, Stop> {
        if self.bare { Err(Stop) } else { Ok(self.scan) }
    }
}
