//! The schools met so far, by name.

use std::collections::HashMap;
use std::sync::Arc;

use crate::basis::place::Place;
use crate::word::dataset::{School, SchoolKind};

/// Schools in the order in which they were first met.
#[derive(Default)]
pub(super) struct Roster {
    /// The schools.
    pub schools: Vec<School>,
    index: HashMap<Arc<str>, usize>,
}

impl Roster {
    /// The index of the school of this name; a new one is added.
    pub fn meet(&mut self, name: &str, place: &Place) -> usize {
        if let Some(index) = self.index.get(name) {
            return *index;
        }
        let name: Arc<str> = name.into();
        let index = self.schools.len();
        self.index.insert(name.clone(), index);
        let school = School {
            name,
            code: None,
            kind: None,
            location: None,
            sponsor: None,
            district: None,
            place: place.clone(),
        };
        self.schools.push(school);
        index
    }

    /// Fills what is not yet known of a school.
    pub fn learn(&mut self, index: usize, known: Known) {
        let Some(school) = self.schools.get_mut(index) else { return };
        school.kind = school.kind.or(known.kind);
        for (slot, text) in [
            (&mut school.code, known.code),
            (&mut school.location, known.location),
            (&mut school.sponsor, known.sponsor),
            (&mut school.district, known.district),
        ] {
            *slot = slot.take().or(text);
        }
    }
}

/// What a row says of a school besides numbers.
#[derive(Default)]
pub(super) struct Known {
    /// 办学类型.
    pub kind: Option<SchoolKind>,
    /// 学校标识码.
    pub code: Option<Arc<str>>,
    /// 城乡.
    pub location: Option<Arc<str>>,
    /// 举办者.
    pub sponsor: Option<Arc<str>>,
    /// 学区.
    pub district: Option<Arc<str>>,
}
