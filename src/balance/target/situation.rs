//! The situations of schools that scopes and relaxations ask for.

use super::compare::{Bounds, met};
use super::reading::Sources;
use crate::word::scheme::target::{Condition, Part};

/// Whether a school is in all of some situations; `None`: the data do not tell.
/// One that it is certainly not in decides.
pub(super) fn all(sources: &Sources<'_>, school: usize, when: &[Condition]) -> Option<bool> {
    let mut all = Some(true);
    for condition in when {
        match holds(sources, school, condition) {
            Some(true) => {}
            Some(false) => return Some(false),
            None => all = None,
        }
    }
    all
}

/// Whether a school, with all its stages, is in a situation.
fn holds(sources: &Sources<'_>, school: usize, condition: &Condition) -> Option<bool> {
    let own = sources.data.schools.get(school)?;
    let located = own.location.is_some();
    match condition {
        Condition::Number { columns, comparator, limit } => {
            let value = sources.column(school, Part::Whole, columns)?;
            Some(met(*comparator, &value, &Bounds::parse(*comparator, limit)?))
        }
        Condition::Rural => located.then(|| own.is_rural()),
        Condition::Remote => (located || own.is_remote()).then(|| own.is_remote()),
    }
}
