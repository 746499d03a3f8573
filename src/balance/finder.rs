//! Finds columns by their fields.

use crate::word::field::Field;

/// The columns that are known. Facts of a school and field stand together, and schools have
/// their fields in the same order: the last column, and what came next of the school before,
/// are looked at first.
#[derive(Default)]
pub(super) struct Finder<'a> {
    /// The field of each column.
    pub fields: Vec<&'a Field>,
    /// By column, which came next.
    next: Vec<usize>,
    last: usize,
}

impl<'a> Finder<'a> {
    pub fn of(fields: impl IntoIterator<Item = &'a Field>) -> Self {
        let fields: Vec<&Field> = fields.into_iter().collect();
        Self { next: vec![0; fields.len()], fields, last: 0 }
    }

    /// The column of a field.
    pub fn find(&mut self, field: &Field) -> Option<usize> {
        let is = |at: usize| self.fields.get(at).is_some_and(|known| *known == field);
        if is(self.last) {
            return Some(self.last);
        }
        let next = self.next.get_mut(self.last)?;
        if !is(*next) {
            *next = self.fields.iter().position(|known| *known == field)?;
        }
        self.last = *next;
        Some(self.last)
    }

    /// Makes sure that a field has a column.
    pub fn add(&mut self, field: &'a Field) {
        if self.find(field).is_none() {
            self.fields.push(field);
            self.next.push(0);
        }
    }
}
