//! The words that tables use, as data: `dictionary.json`. Aliases may be
//! written in any width, case and spacing.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::plain::{bare, folded, half_width};
use crate::basis::text::Lang;
use crate::basis::{json, order};
use crate::word::cohort::{Sex, Status};
use crate::word::dataset::SchoolKind;
use crate::word::field::{Field, Quantity, Stage, TeacherGroup};
use crate::word::unit::Unit;

/// The file as it is written.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    fields: BTreeMap<String, Vec<String>>,
    staged: BTreeMap<String, Vec<String>>,
    groups: BTreeMap<String, Vec<String>>,
    group_heads: Vec<String>,
    group_ends: Vec<String>,
    subjects: BTreeMap<String, Vec<String>>,
    stages: BTreeMap<String, Vec<String>>,
    kinds: BTreeMap<String, Vec<String>>,
    scales: BTreeMap<String, BTreeMap<String, Unit>>,
    mu: Vec<String>,
    unit_starts: Vec<String>,
    unit_ends: Vec<String>,
    units: Vec<String>,
    qualifiers: Vec<String>,
    strangers: Vec<String>,
    totals: Vec<String>,
    notes: Vec<String>,
    exam_fillers: Vec<String>,
    exam_words: Vec<String>,
    school_ends: Vec<String>,
    school_starts: Vec<String>,
    mark_words: Vec<String>,
    statuses: BTreeMap<String, Vec<String>>,
    absent_signs: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
    sexes: BTreeMap<String, Vec<String>>,
    examples: Vec<String>,
    bearers: Vec<String>,
    school_endings: Vec<String>,
    no_schools: Vec<String>,
    full_marks: Vec<String>,
    blanks: Vec<String>,
}

/// What an alias stands for.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Meaning {
    /// One field.
    Plain(Field),
    /// A quantity that is told apart by stage.
    Staged(Vec<(Stage, Field)>),
}

/// The dictionary, made ready for looking up. All keys are [`bare`].
pub(super) struct Dictionary {
    /// Aliases of fields.
    pub aliases: HashMap<String, Meaning>,
    /// The same, longest first, for headers that only contain an alias.
    pub by_length: Vec<String>,
    /// Groups of teachers, by the names that they have below a header that
    /// counts teachers.
    pub groups: HashMap<String, Meaning>,
    /// What such a header contains.
    pub group_heads: Vec<String>,
    /// Names of stages, longest first.
    pub stages: Vec<(String, Stage)>,
    /// 办学类型.
    pub kinds: HashMap<String, SchoolKind>,
    /// Units with the quantity that each is of, longest first.
    pub scales: Vec<(String, (Quantity, Unit))>,
    /// What units begin with that are so many of another one.
    pub unit_starts: Vec<String>,
    /// What units end with, known or not.
    pub unit_ends: Vec<String>,
    /// Other units, longest first.
    pub units: Vec<String>,
    /// Words around a header that do not change its meaning.
    pub qualifiers: Vec<String>,
    /// Words that make a header mean something else.
    pub strangers: Vec<String>,
    /// Labels of rows that add up or average others.
    pub totals: Vec<String>,
    /// The signs that those labels end with.
    pub total_ends: String,
    /// Beginnings of notes.
    pub notes: Vec<String>,
    /// Words in an exam's title that tell no exam from another.
    pub exam_fillers: Vec<String>,
    /// Words that names of exams begin with.
    pub exam_words: Vec<String>,
    /// What names of schools end with.
    pub school_ends: Vec<String>,
    /// What no school's name begins with.
    pub school_starts: Vec<String>,
    /// Words after a subject's name that say that its marks follow.
    pub mark_words: Vec<String>,
    /// Words for why there is no mark, longest first.
    pub statuses: Vec<(String, Status)>,
    /// Signs in a cell of marks that stand for absence.
    pub absent_signs: Vec<String>,
    /// Words for yes.
    pub yes: Vec<String>,
    /// 男, 女.
    pub sexes: Vec<(String, Sex)>,
    /// Beginnings of the name in the example row of a blank template, as they are.
    pub examples: Vec<String>,
    /// Words for no.
    pub no: Vec<String>,
    /// What stands in place of schools in long tables.
    pub bearers: Vec<String>,
    /// Ends of schools' names.
    pub school_endings: Vec<String>,
    /// Words that no school's name has.
    pub no_schools: Vec<String>,
    /// Beginnings of cells in a row of full marks.
    pub full_marks: Vec<String>,
    /// The signs that those begin with, in every width and case.
    pub full_mark_starts: Vec<char>,
    /// Texts that stand for nothing.
    pub blanks: Vec<String>,
}

/// The dictionary. Its file is part of the program; a unit test holds that it
/// reads and that every name in it is a field.
pub(super) static DICTIONARY: LazyLock<Dictionary> =
    LazyLock::new(|| Dictionary::from(json::read::<Source>(SOURCE).unwrap_or_default()));

const SOURCE: &str = include_str!("dictionary.json");

impl From<Source> for Dictionary {
    fn from(source: Source) -> Self {
        let mut aliases = HashMap::new();
        let mut add = |names: &[String], meaning: &Meaning| {
            aliases.extend(names.iter().map(|name| (bare(name), meaning.clone())));
        };
        for (name, names) in &source.subjects {
            add(names, &Meaning::Plain(Field::Mark(name.as_str().into())));
        }
        for (name, names) in &source.fields {
            if let Some(field) = named(json!(name)) {
                add(names, &Meaning::Plain(field));
            }
        }
        for (name, names) in &source.staged {
            let stages = [Stage::Primary, Stage::Junior, Stage::Senior];
            let fields = stages.into_iter().filter_map(|stage| Some((stage, named(json!({ name: stage }))?)));
            add(names, &Meaning::Staged(fields.collect()));
        }
        let mut by_length: Vec<String> = aliases.keys().cloned().collect();
        let groups: HashMap<String, Meaning> =
            keyed(&source.groups).into_iter().map(|(name, group)| (name, of_group(group))).collect();
        // Whole headers only: 体育美术教师数 is more than 美术教师数.
        for (name, meaning) in &groups {
            aliases.extend(source.group_ends.iter().map(|end| (format!("{name}{}", bare(end)), meaning.clone())));
        }
        order::sort_by_key(&mut by_length, |alias| (std::cmp::Reverse(alias.chars().count()), alias.clone()));
        Self {
            by_length,
            aliases,
            groups,
            group_heads: texts(&source.group_heads, bare),
            stages: longest_first(keyed(&source.stages)),
            kinds: keyed(&source.kinds).into_iter().collect(),
            scales: scales(&source),
            unit_starts: texts(&source.unit_starts, bare),
            unit_ends: texts(&source.unit_ends, bare),
            units: texts(&source.units, bare),
            qualifiers: texts(&source.qualifiers, bare),
            strangers: texts(&source.strangers, bare),
            totals: texts(&source.totals, bare),
            total_ends: source.totals.iter().filter_map(|text| bare(text).chars().next_back()).collect(),
            notes: texts(&source.notes, folded),
            exam_fillers: texts(&source.exam_fillers, bare),
            exam_words: texts(&source.exam_words, bare),
            school_ends: texts(&source.school_ends, bare),
            school_starts: texts(&source.school_starts, bare),
            mark_words: texts(&source.mark_words, bare),
            statuses: longest_first(keyed(&source.statuses)),
            absent_signs: texts(&source.absent_signs, folded),
            yes: texts(&source.yes, folded),
            no: texts(&source.no, folded),
            sexes: keyed(&source.sexes),
            full_mark_starts: source
                .full_marks
                .iter()
                .filter_map(|text| folded(text).chars().next())
                .flat_map(spellings)
                .collect(),
            examples: source.examples,
            bearers: texts(&source.bearers, bare),
            school_endings: texts(&source.school_endings, folded),
            no_schools: texts(&source.no_schools, folded),
            full_marks: texts(&source.full_marks, folded),
            blanks: texts(&source.blanks, folded),
        }
    }
}

impl Meaning {
    /// Whether it is all teachers of a stage: a word before it makes it fewer.
    pub fn counts_all_teachers(&self) -> bool {
        matches!(self, Self::Staged(fields) if matches!(fields.first(), Some((_, Field::AllTeachers(_)))))
    }

    /// The quantity that it counts.
    pub fn quantity(&self) -> Option<Quantity> {
        match self {
            Self::Plain(field) => Some(field.quantity()),
            Self::Staged(fields) => fields.first().map(|(_, field)| field.quantity()),
        }
    }
}

impl Dictionary {
    /// A unit of a quantity, by its [`bare`] name.
    pub fn scale(&self, quantity: Quantity, name: &str) -> Option<Unit> {
        let found = self.scales.iter().find(|(known, (of, _))| known == name && *of == quantity);
        found.map(|(_, (_, unit))| *unit)
    }

    /// Whether a text is a unit of anything.
    pub fn is_unit(&self, name: &str) -> bool {
        self.scales.iter().any(|(known, _)| known == name) || self.units.iter().any(|unit| unit == name)
    }
}

fn scales(source: &Source) -> Vec<(String, (Quantity, Unit))> {
    let known = source.scales.iter().filter_map(|(name, units)| Some((named::<Quantity>(json!(name))?, units)));
    let tens =
        known.flat_map(|(quantity, units)| units.iter().map(move |(name, unit)| (bare(name), (quantity, *unit))));
    let mu = source.mu.iter().map(|name| (bare(name), (Quantity::Area, Unit::Mu)));
    longest_first(tens.chain(mu).collect())
}

/// The teachers of a group, of whatever stage.
fn of_group(group: TeacherGroup) -> Meaning {
    let stages = [Stage::Primary, Stage::Junior, Stage::Senior];
    Meaning::Staged(stages.into_iter().map(|stage| (stage, Field::Teachers(group, stage))).collect())
}

/// How the dictionary spells a field first in a language, with its stage in
/// brackets; `None` for what it spells in other languages only, and for columns
/// that only a file knows. Reads the dictionary anew.
pub fn spelling(field: &Field, lang: Lang) -> Option<String> {
    let source = json::read::<Source>(SOURCE).unwrap_or_default();
    let name = match field {
        Field::Mark(subject) => return first(source.subjects.get(&**subject)?, lang),
        field => written(field)?,
    };
    if let Value::String(name) = name {
        return first(source.fields.get(&name)?, lang);
    }
    let (name, stage) = name.as_object()?.iter().next()?;
    let stage = first(source.stages.get(stage.as_str()?)?, lang)?.to_lowercase();
    Some(format!("{}({stage})", first(source.staged.get(name)?, lang)?))
}

/// How the dictionary spells the kinds of school, in their order.
pub fn kinds(lang: Lang) -> Vec<String> {
    let source = json::read::<Source>(SOURCE).unwrap_or_default();
    let names = SchoolKind::ALL.iter().filter_map(written);
    names.filter_map(|name| first(source.kinds.get(name.as_str()?)?, lang)).collect()
}

/// The first of some texts that is of a language, with a capital.
fn first(texts: &[String], lang: Lang) -> Option<String> {
    let text = texts.iter().find(|text| text.is_ascii() == (lang == Lang::En))?;
    let mut signs = text.chars();
    Some(signs.next()?.to_uppercase().chain(signs).collect())
}

/// A plain value by the name that it is serialised under.
fn named<T: DeserializeOwned>(name: Value) -> Option<T> {
    json::read(&serde_json::to_string(&name).ok()?).ok()
}

/// The name that a plain value is serialised under.
fn written<T: Serialize>(value: &T) -> Option<Value> {
    json::read(&serde_json::to_string(value).ok()?).ok()
}

fn keyed<T: DeserializeOwned + Copy>(source: &BTreeMap<String, Vec<String>>) -> Vec<(String, T)> {
    let known = source.iter().filter_map(|(name, aliases)| Some((named::<T>(json!(name))?, aliases)));
    known.flat_map(|(value, aliases)| aliases.iter().map(move |alias| (bare(alias), value))).collect()
}

fn longest_first<T>(mut pairs: Vec<(String, T)>) -> Vec<(String, T)> {
    order::sort_by_key(&mut pairs, |(name, _)| std::cmp::Reverse(name.chars().count()));
    pairs
}

fn texts(source: &[String], form: fn(&str) -> String) -> Vec<String> {
    let mut texts: Vec<String> = source.iter().map(|text| form(text)).filter(|text| !text.is_empty()).collect();
    order::sort_by_key(&mut texts, |text| std::cmp::Reverse(text.chars().count()));
    texts
}

/// A sign in every width and case.
fn spellings(sign: char) -> Vec<char> {
    let wide = |sign: char| ('！'..='～').find(|wide| half_width(*wide) == sign);
    let cases = [sign, sign.to_ascii_uppercase()];
    cases.into_iter().chain(cases.into_iter().filter_map(wide)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_reads_and_every_name_in_it_is_known() {
        let source: Source = serde_json::from_str(SOURCE).unwrap();
        for name in source.fields.keys() {
            assert!(named::<Field>(json!(name)).is_some(), "{name}");
        }
        for name in source.staged.keys() {
            assert!(named::<Field>(json!({ name: Stage::Primary })).is_some(), "{name}");
        }
        assert!(source.statuses.keys().all(|name| named::<Status>(json!(name)).is_some()));
        assert!(source.groups.keys().all(|name| named::<TeacherGroup>(json!(name)).is_some()));
        assert_eq!(source.groups.len(), TeacherGroup::ALL.len());
        assert!(source.sexes.keys().all(|name| named::<Sex>(json!(name)).is_some()));
        assert!(source.stages.keys().all(|name| named::<Stage>(json!(name)).is_some()));
        assert!(source.kinds.keys().all(|name| named::<SchoolKind>(json!(name)).is_some()));
        assert_eq!(source.kinds.len(), SchoolKind::ALL.len());
        assert!(source.scales.keys().all(|name| named::<Quantity>(json!(name)).is_some()));
    }

    #[test]
    fn every_field_has_an_alias_and_no_alias_two_fields() {
        let source: Source = serde_json::from_str(SOURCE).unwrap();
        let lists = [&source.fields, &source.staged, &source.subjects].into_iter().flat_map(|map| map.iter());
        let mut met = HashMap::new();
        for (name, alias) in lists.flat_map(|(name, aliases)| aliases.iter().map(move |alias| (name, bare(alias)))) {
            let other = met.insert(alias.clone(), name.clone());
            assert!(other.is_none_or(|other| other == *name), "{alias}");
        }
        for field in Field::all() {
            let named = DICTIONARY.aliases.values().any(|meaning| match meaning {
                Meaning::Plain(plain) => *plain == field,
                Meaning::Staged(stages) => stages.iter().any(|(_, staged)| *staged == field),
            });
            assert!(named, "{field:?}");
        }
    }
}
