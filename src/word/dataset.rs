//! What the files mean: schools, and facts about them by field and year.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::class::Class;
use super::cohort::Cohort;
use super::field::{Field, Stage};
use super::staff::Staff;
use crate::basis::order;
use crate::basis::place::Place;
use crate::basis::why::CellNote;

/// Everything that was understood from all opened files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// The schools, in the order in which they were first met.
    pub schools: Vec<School>,
    /// Sorted by school, field and year, each at most once. Kept so by
    /// [`Dataset::collect`] and [`Dataset::insert`].
    facts: Vec<Fact>,
    /// The classes of tables of classes, sorted by school, then as they stand.
    pub classes: Vec<Class>,
    /// The pupils of each exam, with their marks.
    pub cohorts: Vec<Cohort>,
    /// The teachers of each table of teachers.
    pub staff: Vec<Staff>,
}

/// A school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct School {
    /// The trimmed name; its identity within the dataset.
    pub name: Arc<str>,
    /// 学校标识码 as text.
    pub code: Option<Arc<str>>,
    /// 办学类型.
    pub kind: Option<SchoolKind>,
    /// 城乡, as the file has it.
    pub location: Option<Arc<str>>,
    /// 举办者, as the file has it.
    pub sponsor: Option<Arc<str>>,
    /// 学区, 教育集团 or 乡镇, as the file has it.
    pub district: Option<Arc<str>>,
    /// The first cell with its name.
    pub place: Place,
}

impl School {
    /// Whether it is in the country. Of the classes of official statistics those
    /// are 乡中心区 and 村庄, together 乡村; what has a town in its name (镇中心区,
    /// 镇乡结合区, 城乡结合区, 城中村) is one.
    ///
    /// ```
    /// use suanpan::word::dataset::School;
    /// assert!(School::is_country("村庄") && School::is_country("Rural"));
    /// assert!(!School::is_country("镇乡结合区"));
    /// ```
    pub fn is_rural(&self) -> bool {
        self.location.as_deref().is_some_and(Self::is_country)
    }

    /// Whether a text of [`School::location`] means the country.
    pub fn is_country(location: &str) -> bool {
        let place = location.trim().to_lowercase();
        let any = |words: &[&str]| words.iter().any(|word| place.contains(word));
        let country = any(&["乡", "村"]) || place.starts_with("rural");
        country && !any(&["城", "镇", "结合", "接合", "urban", "town"])
    }

    /// 乡村学校和教学点: in the country, or a teaching point wherever it is.
    pub fn is_remote(&self) -> bool {
        self.kind == Some(SchoolKind::TeachingPoint) || self.is_rural()
    }
}

/// 办学类型. The stages that a school of the kind may have follow from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SchoolKind {
    /// 小学.
    Primary,
    /// 教学点: a teaching point, out of the balance below 50 pupils.
    TeachingPoint,
    /// 初级中学.
    Junior,
    /// 九年一贯制学校.
    NineYear,
    /// 十二年一贯制学校.
    TwelveYear,
    /// 完全中学: junior and senior.
    Complete,
    /// 特殊教育学校: out of the balance.
    Special,
    /// 职业学校: out of the balance.
    Vocational,
    /// 高级中学: no compulsory stage.
    Senior,
}

/// A number that stood in a cell.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Value {
    /// In the field's unit, finite. Its shortest decimal form is the number as
    /// typed (after conversion of units): see `basis::exact::of`.
    pub number: f64,
    /// The cell and its text; of a sum the first cell, and the texts as they
    /// were added.
    pub source: CellNote,
    /// The cells that a sum was made of; none where it is no sum.
    pub parts: Vec<CellNote>,
}

/// One value of one school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Index into `schools`.
    pub school: usize,
    /// What it is.
    pub field: Field,
    /// The year it is of; `None` in tables without years.
    pub year: Option<i32>,
    /// The number and where it stands.
    pub value: Value,
}

impl Dataset {
    /// A dataset of these schools and facts. Of facts on the same school, field
    /// and year the first stays, unless `instead` says of it and a later one
    /// that the later one does.
    pub fn collect(
        schools: Vec<School>,
        mut facts: Vec<Fact>,
        instead: &mut dyn FnMut(&Value, &Value) -> bool,
    ) -> Self {
        order::sort_by(&mut facts, |one, other| one.key().cmp(&other.key()));
        let mut kept: Vec<Fact> = Vec::with_capacity(facts.len());
        for fact in facts {
            match kept.last_mut().filter(|last| last.key() == fact.key()) {
                None => kept.push(fact),
                Some(last) if instead(&last.value, &fact.value) => *last = fact,
                Some(_) => {}
            }
        }
        Self { schools, facts: kept, ..Self::default() }
    }

    /// The index of the school of this exact name.
    pub fn school(&self, name: &str) -> Option<usize> {
        self.schools.iter().position(|school| &*school.name == name)
    }

    /// A school's name by its index; an empty text where there is none.
    pub fn name(&self, school: usize) -> &str {
        self.schools.get(school).map_or("", |school| &*school.name)
    }

    /// Adds a fact; when the same school, field and year already has one, the
    /// earlier stays and the new one is given back.
    pub fn insert(&mut self, fact: Fact) -> Option<Fact> {
        match self.find(fact.school, &fact.field, fact.year) {
            Ok(_) => Some(fact),
            Err(at) => {
                self.facts.insert(at, fact);
                None
            }
        }
    }

    /// Adds a fact, in the place of the one on the same school, field and year.
    pub fn replace(&mut self, fact: Fact) {
        match self.find(fact.school, &fact.field, fact.year) {
            Ok(at) => {
                if let Some(known) = self.facts.get_mut(at) {
                    *known = fact;
                }
            }
            Err(at) => self.facts.insert(at, fact),
        }
    }

    /// Takes a fact out, if there is one.
    pub fn remove(&mut self, school: usize, field: &Field, year: Option<i32>) {
        if let Ok(at) = self.find(school, field, year) {
            self.facts.remove(at);
        }
    }

    /// The value of a school's field in a year (`None`: in a table without
    /// years).
    pub fn value(&self, school: usize, field: &Field, year: Option<i32>) -> Option<&Value> {
        self.facts.get(self.find(school, field, year).ok()?).map(|fact| &fact.value)
    }

    /// The latest year of the classes that have one.
    pub fn class_year(&self) -> Option<i32> {
        self.classes.iter().filter_map(|class| class.year).max()
    }

    /// The classes of a school that count, with their indices: of tables without
    /// years, else of a year, [`Dataset::class_year`].
    pub fn classes_of(&self, school: usize, year: Option<i32>) -> impl Iterator<Item = (usize, &Class)> + Clone {
        let end = |within: usize| self.classes.partition_point(|class| class.school < within);
        let from = end(school);
        let own = self.classes.get(from..end(school + 1)).unwrap_or_default();
        let year = if own.iter().any(|class| class.year.is_none()) { None } else { year };
        (from..).zip(own).filter(move |(_, class)| class.year == year)
    }

    /// Whether a school has any fact.
    pub fn has_facts(&self, school: usize) -> bool {
        self.facts.binary_search_by(|fact| fact.school.cmp(&school)).is_ok()
    }

    /// All facts, sorted by school, field and year.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    fn find(&self, school: usize, field: &Field, year: Option<i32>) -> Result<usize, usize> {
        self.facts.binary_search_by(|fact| fact.key().cmp(&(school, field, year)))
    }
}

impl Value {
    /// The cells that it was read from.
    pub fn cells(&self) -> &[CellNote] {
        if self.parts.is_empty() { std::slice::from_ref(&self.source) } else { &self.parts }
    }

    /// The sum that it is, if it is one.
    pub fn sum(&self) -> Option<&str> {
        (!self.parts.is_empty()).then_some(&*self.source.text)
    }
}

impl Fact {
    fn key(&self) -> (usize, &Field, Option<i32>) {
        (self.school, &self.field, self.year)
    }
}

impl SchoolKind {
    /// Every kind.
    pub const ALL: &[Self] = &[
        Self::Primary,
        Self::TeachingPoint,
        Self::Junior,
        Self::NineYear,
        Self::TwelveYear,
        Self::Complete,
        Self::Special,
        Self::Vocational,
        Self::Senior,
    ];

    /// The stages that schools of the kind have.
    pub const fn stages(self) -> &'static [Stage] {
        match self {
            Self::Primary | Self::TeachingPoint => &[Stage::Primary],
            Self::Junior => &[Stage::Junior],
            Self::NineYear => &[Stage::Primary, Stage::Junior],
            Self::TwelveYear => &[Stage::Primary, Stage::Junior, Stage::Senior],
            Self::Complete => &[Stage::Junior, Stage::Senior],
            Self::Special => &[Stage::Primary, Stage::Junior],
            Self::Vocational | Self::Senior => &[Stage::Senior],
        }
    }
}
