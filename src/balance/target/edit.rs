//! What a person can change about targets.

use serde::{Deserialize, Serialize};

use super::compare::Bounds;
use super::preset;
use super::reading::{Lack, tally, typed};
use super::score;
use super::typed::{Refusal, is_percent, limit_within, plain};
use super::unit::may_fall_below;
use super::work;
use crate::basis::exact::{self, whole};
use crate::basis::text::Lang;
use crate::word::field::Field;
use crate::word::scheme::target::{
    Aggregation, Band, Column, Comparator, Departure, Given, Group, Limit, Mark, Measure, Part, Quantity, Scope,
    Scoring, Set, Target, TargetScheme, Words,
};

/// The most targets of a person's own.
pub const OWN_MOST: usize = 200;

/// The most signs of a name, a unit or a source.
pub const NAME_MOST: usize = 200;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetEdit {
    /// A set counts, or not.
    Use(Set, bool),
    /// A relaxation is allowed, or not.
    Relax(String, bool),
    /// There is nothing to assess for a target, or there is.
    Idle(String, bool),
    /// Something typed; without a text it is taken away.
    Give(Given),
    /// The limit of a part; `None`: that of the set, or none.
    SetLimit {
        /// The target.
        target: String,
        /// The part.
        part: Part,
        /// The limit, as [`Limit::value`].
        value: Option<String>,
    },
    /// The points of an item; without any they are taken away.
    Mark(Mark),
    /// Every item without points gets the same, as a start.
    MarkEvenly,
    /// A new target of one's own, by its name.
    Add(String),
    /// A target as one's own, with what was typed about it.
    Duplicate(String),
    /// One's own target goes, with what was typed about it.
    Remove(String),
    /// One's own target changes; its id says which.
    Replace(Box<Target>),
}

/// A field that takes text about a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TargetEntry {
    /// A value.
    Value {
        /// The target.
        target: String,
        /// The part.
        part: Part,
        /// The school's name; empty: the county.
        school: String,
        /// The year's place in a trend.
        year: u8,
    },
    /// A limit.
    Limit {
        /// The target.
        target: String,
        /// The part.
        part: Part,
    },
    /// The points of an item, and how they are lost.
    Full(String),
    /// The points awarded for an item.
    Awarded(String),
    /// Words or numbers of one's own target.
    Own(String, OwnEntry),
}

/// What is typed of one's own target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OwnEntry {
    /// Its name.
    Name,
    /// Its unit.
    Unit,
    /// Where it stands.
    Source,
    /// The column of schools that has its number, by its name.
    Column,
    /// What is divided; the name of a column, where the data have it.
    Numerator,
    /// By what.
    Denominator,
    /// The column that schools are ranked by, by its name.
    RankedBy,
    /// The percent of schools that are in the ranked subset.
    Percent,
    /// The numbers of its aggregation: `80`, `6:0.85`, `3`.
    Numbers,
    /// Its points: `10`, `10-2/0.1`, `10-2/0.1-6`, `95:10; 90:6`.
    Points,
}

impl TargetEdit {
    /// Carries the change out. Each is total: an id that nothing has changes
    /// nothing.
    pub fn apply(self, scheme: &mut TargetScheme) {
        match self {
            Self::Use(set, used) => switch(&mut scheme.sets, set, used),
            Self::Relax(id, allowed) => switch(&mut scheme.relaxed, id, allowed),
            Self::Idle(id, idle) => switch(&mut scheme.idle, id, idle),
            Self::Give(given) => {
                let same = |old: &Given| {
                    (&old.target, old.part, &old.school, old.year)
                        == (&given.target, given.part, &given.school, given.year)
                };
                scheme.given.retain(|old| !same(old));
                if !given.text.is_empty() {
                    scheme.given.push(given);
                }
            }
            Self::SetLimit { target, part, value } => set_limit(scheme, target, part, value),
            Self::Mark(mark) => put_mark(scheme, mark),
            Self::MarkEvenly => {
                for item in work::items() {
                    let mark = scheme.mark(item).cloned().unwrap_or_default();
                    if mark.full.is_empty() {
                        put_mark(scheme, Mark { item: item.to_owned(), full: work::EVEN.to_owned(), ..mark });
                    }
                }
            }
            Self::Add(name) => {
                let measure = Measure::Number(Vec::new());
                let limits = vec![Limit::default()];
                let new = Target {
                    name: Words::typed(name),
                    measure,
                    comparator: Comparator::AtLeast,
                    limits,
                    ..Target::default()
                };
                add(scheme, new);
            }
            Self::Duplicate(id) => duplicate(scheme, &id),
            Self::Remove(id) => {
                scheme.own.retain(|target| target.id != id);
                scheme.given.retain(|given| given.target != id);
                scheme.idle.retain(|idle| *idle != id);
            }
            Self::Replace(target) => {
                if let Some(own) = scheme.own.iter_mut().find(|own| own.id == target.id) {
                    *own = *target;
                }
            }
        }
    }
}

fn switch<T: PartialEq>(list: &mut Vec<T>, entry: T, on: bool) {
    list.retain(|old| *old != entry);
    if on {
        list.push(entry);
    }
}

fn put_mark(scheme: &mut TargetScheme, mark: Mark) {
    scheme.marks.retain(|old| old.item != mark.item);
    if !(mark.full.is_empty() && mark.awarded.is_empty()) {
        scheme.marks.push(mark);
    }
}

fn set_limit(scheme: &mut TargetScheme, target: String, part: Part, value: Option<String>) {
    if let Some(own) = scheme.own.iter_mut().find(|own| own.id == target) {
        if let Some(limit) = own.limits.iter_mut().find(|limit| limit.part == part) {
            limit.value = value.unwrap_or_default();
        }
        return;
    }
    scheme.limits.retain(|departure| departure.part != part || departure.target != target);
    let standard = preset::find(scheme, &target).and_then(|target| target.limits.iter().find(|l| l.part == part));
    let departs = value.filter(|value| standard.is_some_and(|limit| limit.value != *value));
    scheme.limits.extend(departs.map(|value| Departure { target, part, value }));
}

/// Adds one's own target under a new id, which it gives.
fn add(scheme: &mut TargetScheme, target: Target) -> Option<String> {
    if scheme.own.len() >= OWN_MOST {
        return None;
    }
    let numbers = scheme.own.iter().filter_map(|own| own.id.strip_prefix("own")?.parse::<u32>().ok());
    let id = format!("own{}", numbers.max().unwrap_or(0).saturating_add(1));
    scheme.own.push(Target { id: id.clone(), group: Group::Local, ..target });
    Some(id)
}

fn duplicate(scheme: &mut TargetScheme, id: &str) {
    let Some(mut copy) = preset::find(scheme, id).map(|target| preset::marked(scheme, target)) else { return };
    for limit in &mut copy.limits {
        limit.value = preset::limit(scheme, id, limit).0.to_owned();
    }
    let Some(new) = add(scheme, copy) else { return };
    let of_it = scheme.given.iter().filter(|given| given.target == id);
    let given: Vec<Given> = of_it.map(|given| Given { target: new.clone(), ..given.clone() }).collect();
    scheme.given.extend(given);
}

impl TargetEntry {
    /// The edit that a text asks for.
    ///
    /// # Errors
    /// Why the text is not taken.
    pub fn edit(&self, scheme: &TargetScheme, text: &str) -> Result<TargetEdit, Refusal> {
        let find = |id: &str| preset::find(scheme, id).ok_or(Refusal::Unreadable);
        match self {
            Self::Value { target, part, school, year } => {
                let known = find(target)?;
                let text = plain(text, is_percent(&known.unit))?;
                let in_sum = known.is_each() && school.is_empty() && tally(&text).is_some();
                let trend = matches!(known.aggregation, Aggregation::Trend { .. });
                match text.is_empty() || in_sum {
                    true => {}
                    // Of all schools at once only how many.
                    false if trend && known.is_each() && school.is_empty() => return Err(Refusal::Unreadable),
                    false => reads(known, &text)?,
                }
                let (target, part, school, year) = (target.clone(), *part, school.clone(), *year);
                Ok(TargetEdit::Give(Given { target, part, school, year, text }))
            }
            Self::Limit { target, part } => {
                let known = find(target)?;
                let text = plain(text, is_percent(&known.unit))?;
                limit_within(&text)?;
                if !text.is_empty() && Bounds::parse(known.comparator, &text).is_none() {
                    return Err(Refusal::Unreadable);
                }
                let value = (!text.is_empty()).then_some(text);
                Ok(TargetEdit::SetLimit { target: target.clone(), part: *part, value })
            }
            Self::Full(item) => Ok(TargetEdit::Mark(work::with_full(scheme, item, text)?)),
            Self::Awarded(item) => Ok(TargetEdit::Mark(work::with_awarded(scheme, item, text)?)),
            Self::Own(id, entry) => {
                let own = scheme.own.iter().find(|own| own.id == *id).ok_or(Refusal::Unreadable)?;
                Ok(TargetEdit::Replace(Box::new(entry.put(own, text.trim())?)))
            }
        }
    }
}

/// Whether a text, made plain, is a value of a target. What is counted in a unit
/// is not below 0.
fn reads(target: &Target, text: &str) -> Result<(), Refusal> {
    let counted = !target.unit.is_empty() && !is_percent(&target.unit) && !may_fall_below(target);
    match typed(&target.measure, text) {
        Ok(reading) if counted && reading.value < whole(0) => Err(Refusal::Negative),
        Ok(reading) if target.group == Group::Work && reading.value > whole(work::FULL) => {
            Err(Refusal::TooLarge(work::FULL))
        }
        Ok(_) => Ok(()),
        Err(Lack::ZeroDenominator) => Err(Refusal::ZeroDenominator),
        Err(_) if exact::parse(text).is_some_and(|number| number < whole(0)) => Err(Refusal::Negative),
        Err(_) => Err(Refusal::Unreadable),
    }
}

impl OwnEntry {
    /// The target with a text put in.
    fn put(self, own: &Target, text: &str) -> Result<Target, Refusal> {
        let mut target = own.clone();
        if text.chars().nth(NAME_MOST).is_some() {
            return Err(Refusal::TooLong(NAME_MOST));
        }
        match self {
            // What stands there may be more than a name can say.
            _ if text == self.text(own) => {}
            Self::Name if text.is_empty() => return Err(Refusal::Unreadable),
            Self::Name => target.name = Words::typed(text),
            Self::Unit => target.unit = Words::typed(text),
            Self::Source => target.source = Words::typed(text),
            Self::Column | Self::Numerator | Self::Denominator => self.name_column(&mut target.measure, text),
            Self::RankedBy | Self::Percent => self.rank(&mut target.scope, text)?,
            Self::Numbers => {
                let share = matches!(own.aggregation, Aggregation::Share { .. });
                target.aggregation = numbers(&own.aggregation, &plain(text, share)?).ok_or(Refusal::Unreadable)?;
            }
            Self::Points => (target.points, target.scoring) = score::read(text, is_percent(&own.unit))?,
        }
        Ok(target)
    }

    /// What stands in the field.
    pub fn text(self, target: &Target) -> String {
        match self {
            Self::Name => target.name.zh.clone(),
            Self::Unit => target.unit.zh.clone(),
            Self::Source => target.source.zh.clone(),
            Self::Column | Self::Numerator | Self::Denominator => match (self, &target.measure) {
                (Self::Column, Measure::Number(columns)) => named(columns),
                (Self::Numerator, Measure::Ratio { numerator, .. }) => numerator.name.zh.clone(),
                (Self::Denominator, Measure::Ratio { denominator, .. }) => denominator.name.zh.clone(),
                _ => String::new(),
            },
            Self::RankedBy | Self::Percent => match (self, &target.scope) {
                (Self::RankedBy, Scope::Subset { by, .. }) => named(by),
                (Self::Percent, Scope::Subset { percent, .. }) => percent.clone(),
                _ => String::new(),
            },
            Self::Numbers => match &target.aggregation {
                Aggregation::Value | Aggregation::All => String::new(),
                Aggregation::Share { least } => least.clone(),
                Aggregation::KOfN { k, floor } => format!("{k}:{floor}"),
                Aggregation::Trend { years, .. } => years.to_string(),
            },
            Self::Points => match &target.scoring {
                Scoring::PassFail => target.points.clone(),
                Scoring::Deduct { per, step, most } if most.is_empty() => format!("{}-{per}/{step}", target.points),
                Scoring::Deduct { per, step, most } => format!("{}-{per}/{step}-{most}", target.points),
                Scoring::Bands(bands) => {
                    let band = |band: &Band| format!("{}:{}", band.limit, band.points);
                    bands.iter().map(band).collect::<Vec<_>>().join("; ")
                }
            },
        }
    }
}

impl OwnEntry {
    /// Sets what a subset is ranked by, or its share.
    fn rank(self, scope: &mut Scope, text: &str) -> Result<(), Refusal> {
        match (self, scope) {
            (Self::RankedBy, Scope::Subset { by, .. }) => *by = columns(text),
            (Self::Percent, Scope::Subset { percent, .. }) => {
                let typed = plain(text, true)?;
                let share = exact::parse(&typed).filter(|share| *share > whole(0) && *share <= whole(100));
                share.ok_or(Refusal::Unreadable)?;
                *percent = typed;
            }
            _ => {}
        }
        Ok(())
    }

    /// Names a column of the measure.
    fn name_column(self, measure: &mut Measure, text: &str) {
        let columns = columns(text);
        match (self, measure) {
            (Self::Column, Measure::Number(of)) => *of = columns,
            (Self::Numerator, Measure::Ratio { numerator: of, .. })
            | (Self::Denominator, Measure::Ratio { denominator: of, .. }) => {
                *of = Quantity { name: Words::typed(text), columns };
            }
            _ => {}
        }
    }
}

/// The column of a name; none without.
fn columns(name: &str) -> Vec<Column> {
    if name.is_empty() { Vec::new() } else { vec![column(name)] }
}

/// A column by its name: a field that the program knows, or a header.
fn column(name: &str) -> Column {
    let is = |field: &Field| Lang::ALL.iter().any(|lang| field.label(*lang) == name);
    Field::all().into_iter().find(is).map_or_else(|| Column::Header(name.to_owned()), Column::Field)
}

/// The name of the first of some columns.
fn named(columns: &[Column]) -> String {
    columns.first().map(|column| column.label(Lang::Zh)).unwrap_or_default()
}

fn is_number(text: &str) -> bool {
    exact::parse(text).is_some()
}

fn numbers(aggregation: &Aggregation, text: &str) -> Option<Aggregation> {
    Some(match aggregation {
        Aggregation::Value | Aggregation::All => return None,
        Aggregation::Share { .. } => Aggregation::Share { least: is_number(text).then(|| text.to_owned())? },
        Aggregation::KOfN { .. } => {
            let (k, floor) = text.split_once(':')?;
            let reads = floor.split('/').all(is_number);
            Aggregation::KOfN { k: k.parse().ok()?, floor: reads.then(|| floor.to_owned())? }
        }
        Aggregation::Trend { falling, strict, .. } => {
            let years = text.parse().ok().filter(|years| (2..=10).contains(years))?;
            Aggregation::Trend { years, falling: *falling, strict: *strict }
        }
    })
}
