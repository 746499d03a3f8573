//! Who is who: pupils by number, else by name, school and class.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::Arc;

use crate::word::cohort::Cohort;

/// Finds positions by texts, without a second copy of the texts. Of two texts
/// with one hash, only the first is found.
#[derive(Default)]
pub(super) struct Index {
    known: HashMap<u64, u32, BuildHasherDefault<Hashed>>,
}

/// What it is asked for is a hash already.
#[derive(Default)]
struct Hashed(u64);

impl Hasher for Hashed {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write_u64(&mut self, hash: u64) {
        self.0 = hash;
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.0 = self.0 << 8 | u64::from(*byte));
    }
}

impl Index {
    /// An index with room for so many.
    pub fn with_room(count: usize) -> Self {
        Self { known: HashMap::with_capacity_and_hasher(count, BuildHasherDefault::default()) }
    }

    /// The position that was entered for texts, if `same` says that it is
    /// theirs.
    pub fn find(&self, texts: &[&str], same: &dyn Fn(usize) -> bool) -> Option<usize> {
        self.known.get(&hash(texts)).map(|position| *position as usize).filter(|position| same(*position))
    }

    /// Enters a position for texts that must tell one from another: with a
    /// second one they tell nobody.
    fn enter_alone(&mut self, texts: &[&str], position: usize) {
        let position = u32::try_from(position).unwrap_or(u32::MAX);
        self.known.entry(hash(texts)).and_modify(|known| *known = u32::MAX).or_insert(position);
    }

    /// Enters a position for texts; the first one stays.
    pub fn enter(&mut self, texts: &[&str], position: usize) {
        if let Ok(position) = u32::try_from(position) {
            self.known.entry(hash(texts)).or_insert(position);
        }
    }
}

fn hash(texts: &[&str]) -> u64 {
    let mut hasher = DefaultHasher::new();
    texts.iter().for_each(|text| text.hash(&mut hasher));
    hasher.finish()
}

/// Names that are each kept once: schools, classes.
#[derive(Default)]
pub(super) struct Names {
    index: Index,
    last: u32,
}

impl Names {
    /// Enters a name that has a position.
    pub fn enter(&mut self, name: &str, position: usize) {
        self.index.enter(&[name], position);
    }

    /// The position of a name; a new one is added. Rows of one school mostly
    /// follow each other, so that the last one is tried first.
    pub fn intern(&mut self, names: &mut Vec<Arc<str>>, name: &str) -> u32 {
        let is = |names: &[Arc<str>], at: usize| names.get(at).is_some_and(|known| **known == *name);
        if is(names, self.last as usize) {
            return self.last;
        }
        let known = self.index.find(&[name], &|at| is(names, at));
        let at = known.unwrap_or_else(|| {
            self.index.enter(&[name], names.len());
            names.push(name.into());
            names.len() - 1
        });
        self.last = u32::try_from(at).unwrap_or(u32::MAX);
        self.last
    }
}

/// Finds pupils of a cohort again.
pub(super) struct Pupils {
    numbers: Index,
    names: Index,
}

/// What a pupil is known by; texts that a row does not have are empty.
#[derive(Clone, Copy)]
pub(super) struct Who<'a> {
    /// 考号, undamaged.
    pub number: &'a str,
    /// 姓名.
    pub name: &'a str,
    /// 学校.
    pub school: &'a str,
    /// 班级.
    pub class: &'a str,
}

impl Pupils {
    /// An empty index with room for so many.
    pub fn with_room(count: usize) -> Self {
        Self { numbers: Index::with_room(count), names: Index::default() }
    }

    /// Everybody in a cohort, to be met in other tables.
    pub fn of(cohort: &Cohort) -> Self {
        let mut pupils = Self::with_room(cohort.len());
        (0..cohort.len()).for_each(|pupil| pupils.link(who(cohort, pupil), pupil));
        pupils
    }

    /// Enters a pupil to be met in other tables: by number, and by name where
    /// no other pupil has it.
    pub fn link(&mut self, who: Who<'_>, pupil: usize) {
        let Who { number, name, school, class } = who;
        if !number.is_empty() {
            self.numbers.enter(&[number], pupil);
        }
        if !name.is_empty() {
            self.names.enter_alone(&[name, school, class], pupil);
            self.names.enter_alone(&[name, school], pupil);
        }
    }

    /// The pupil of another table's row: of this number; where either has none,
    /// of this name and school, if no class speaks against it.
    pub fn meet(&self, cohort: &Cohort, sought: Who<'_>) -> Option<usize> {
        let Who { number, name, school, class } = sought;
        let numbered = self.numbers.find(&[number], &|pupil| !number.is_empty() && who(cohort, pupil).number == number);
        let fits = |pupil: usize| {
            let known = who(cohort, pupil);
            let classes = known.class == class || known.class.is_empty() || class.is_empty();
            let numbers = known.number.is_empty() || number.is_empty();
            !name.is_empty() && known.name == name && known.school == school && classes && numbers
        };
        let named =
            || self.names.find(&[name, school, class], &fits).or_else(|| self.names.find(&[name, school], &fits));
        numbered.or_else(named)
    }

    /// The pupil of this number; without a number, of this name, school and
    /// class. Nobody without both.
    pub fn find(&self, cohort: &Cohort, sought: Who<'_>) -> Option<usize> {
        let of = |pupil: usize| who(cohort, pupil);
        match sought {
            Who { number: "", name: "", .. } => None,
            Who { number: "", name, school, class } => {
                let same = |pupil: usize| {
                    let known = of(pupil);
                    known.name == name && known.school == school && known.class == class
                };
                self.names.find(&[name, school, class], &same)
            }
            Who { number, .. } => self.numbers.find(&[number], &|pupil| of(pupil).number == number),
        }
    }

    /// Enters a pupil.
    pub fn enter(&mut self, who: Who<'_>, pupil: usize) {
        match who {
            Who { number: "", name: "", .. } => {}
            Who { number: "", name, school, class } => self.names.enter(&[name, school, class], pupil),
            Who { number, .. } => self.numbers.enter(&[number], pupil),
        }
    }
}

/// What a pupil of a cohort is known by.
pub(super) fn who(cohort: &Cohort, pupil: usize) -> Who<'_> {
    Who {
        number: cohort.pupils.numbers.get(pupil),
        name: cohort.pupils.names.get(pupil),
        school: cohort.school(pupil),
        class: cohort.class(pupil),
    }
}
