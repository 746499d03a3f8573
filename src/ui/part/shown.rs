//! View-models as properties.

use std::ops::Deref;
use std::rc::Rc;

/// What a page shows. Every answer brings a new one, and comparing it line by
/// line would take longer than drawing what has not changed.
#[derive(Debug)]
pub struct Shown<T>(Rc<T>);

impl<T> PartialEq for Shown<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for Shown<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> From<Rc<T>> for Shown<T> {
    fn from(view: Rc<T>) -> Self {
        Self(view)
    }
}

impl<T> Deref for Shown<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
