//! What was typed, or stands in the data, as exact numbers.

use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use num_traits::{Signed, Zero};

use super::header::{self, Headers};
use super::preset::{ClassFigure, class_figure};
use crate::balance::condition::{self, Conditions};
use crate::balance::standard::STAGES;
use crate::basis::exact::{self, Exact, whole};
use crate::basis::text::Lang;
use crate::basis::why::CellNote;
use crate::measure::subset::bottom_cut;
use crate::word::class::Class;
use crate::word::cohort::Status;
use crate::word::dataset::{Dataset, Fact, Value};
use crate::word::field::{Field, Stage};
use crate::word::scheme::balance::BalanceScheme;
use crate::word::scheme::target::{Aggregation, Column, Measure, Part, Quantity, Target, Words};

/// A value as it was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The value.
    pub value: Exact,
    /// Numerator and denominator, where it is made of them.
    pub figures: Option<(Exact, Exact)>,
}

/// Why there is no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Nothing is given.
    Missing,
    /// The data lack this of the two numbers.
    Column(Words),
    /// It is no number, or one that cannot be.
    Unreadable(String),
    /// The denominator is 0.
    ZeroDenominator,
}

/// Reads a typed value of a measure; `text` is [`super::typed::plain`].
pub fn typed(measure: &Measure, text: &str) -> Result<Reading, Lack> {
    if text.is_empty() {
        return Err(Lack::Missing);
    }
    let unreadable = || Lack::Unreadable(text.to_owned());
    let number = |text: &str| exact::parse(text).filter(|number| !number.is_negative()).ok_or_else(unreadable);
    match (measure, text.split_once('/')) {
        (Measure::Ratio { factor, .. }, Some((numerator, denominator))) => {
            ratio(number(numerator)?, number(denominator)?, *factor)
        }
        (_, Some(_)) => Err(unreadable()),
        (Measure::Truth, None) if !matches!(text, "0" | "1") => Err(unreadable()),
        (Measure::Levels(levels), None) => {
            let value = number(text)?;
            let last = whole(i64::try_from(levels.len()).unwrap_or(i64::MAX));
            if value.is_integer() && value >= whole(1) && value <= last {
                Ok(Reading { value, figures: None })
            } else {
                Err(unreadable())
            }
        }
        // A number may be below 0: a growth.
        (Measure::Number(_), None) => {
            exact::parse(text).map(|value| Reading { value, figures: None }).ok_or_else(unreadable)
        }
        (_, None) => Ok(Reading { value: number(text)?, figures: None }),
    }
}

/// How many of how many schools reach it: `38/40`.
pub fn tally(text: &str) -> Option<(usize, usize)> {
    let (met, all) = text.split_once('/')?;
    let (met, all) = (met.parse().ok()?, all.parse().ok()?);
    (met <= all && all > 0).then_some((met, all))
}

/// A number not below 0, which can be written as a quotient: `0.85`, `55/45`.
pub(super) fn fraction(text: &str) -> Option<Exact> {
    let (above, below) = text.split_once('/').unwrap_or((text, "1"));
    let (above, below) = (exact::parse(above)?, exact::parse(below)?);
    (!above.is_negative() && below.is_positive()).then(|| above / below)
}

fn ratio(numerator: Exact, denominator: Exact, factor: u32) -> Result<Reading, Lack> {
    if denominator.is_zero() {
        return Err(Lack::ZeroDenominator);
    }
    // Reduced once.
    let above = numerator.numer() * denominator.denom() * factor;
    let value = Exact::new(above, numerator.denom() * denominator.numer());
    Ok(Reading { value, figures: Some((numerator, denominator)) })
}

/// The data that targets are read from.
#[derive(Clone)]
pub(super) struct Sources<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// The year of the conditions of schools, as the standard of 2017 reads them,
    /// whichever is chosen.
    conditions: Option<i32>,
    /// The latest year of the columns that are known by their headers only.
    year: Option<i32>,
    /// The latest year of tables of classes.
    class_year: Option<i32>,
    /// Tables without years do not count.
    dated: bool,
    headers: Rc<Headers<'a>>,
    /// The pupils of [`STAGES`], by school, which every target asks for; `None`: to be
    /// looked up.
    pupils: Option<Rc<Vec<[Option<&'a Value>; 2]>>>,
}

/// What a school has in some columns.
struct Found<'a> {
    value: Exact,
    /// The values that it is the sum of.
    values: Vec<&'a Value>,
    /// The cells of classes that it was read from instead.
    cells: Vec<&'a CellNote>,
    /// How many classes those are of.
    classes: usize,
}

impl<'a> Sources<'a> {
    pub fn of(data: &'a Dataset) -> Self {
        let other = |fact: &&Fact| matches!(fact.field, Field::Other(_));
        let year = data.facts().iter().filter(other).filter_map(|fact| fact.year).max();
        let conditions = Conditions::of(data, &BalanceScheme::default()).year;
        let pupils = |school| STAGES.map(|stage| condition::value(data, conditions, school, &Field::Pupils(stage)));
        Self {
            data,
            conditions,
            year,
            class_year: data.class_year(),
            dated: false,
            headers: Rc::new(Headers::of(data)),
            pupils: Some(Rc::new((0..data.schools.len()).map(pupils).collect())),
        }
    }

    /// The data of each year that a trend asks for, the latest last; `None` for
    /// those before the first that has any of its values. Nothing for others.
    pub fn years(&self, target: &Target, part: Part) -> Vec<Option<Self>> {
        let Aggregation::Trend { years, .. } = target.aggregation else { return Vec::new() };
        let read = |fact: &&Fact| target.measure.columns().any(|column| is_of(&fact.field, column, part));
        let known: BTreeSet<i32> = self.data.facts().iter().filter(read).filter_map(|fact| fact.year).collect();
        let of =
            |year: &i32| Self { conditions: Some(*year), year: Some(*year), dated: true, pupils: None, ..self.clone() };
        let dated = known.iter().rev().map(|year| Some(of(year)));
        let mut dated: Vec<Option<Self>> = dated.chain(std::iter::repeat(None)).take(years.into()).collect();
        dated.reverse();
        dated
    }

    /// The year that these are the data of.
    pub const fn year(&self) -> Option<i32> {
        self.year
    }

    /// A school's value of a measure.
    pub fn value(&self, school: usize, part: Part, measure: &Measure) -> Result<Reading, Lack> {
        match measure {
            Measure::Truth | Measure::Levels(_) => Err(Lack::Missing),
            Measure::Number(columns) => match self.column(school, part, columns) {
                Some(value) => Ok(Reading { value, figures: None }),
                None => Err(self.blank(school, part, columns).map_or(Lack::Missing, Lack::Column)),
            },
            Measure::Ratio { numerator, denominator, factor, .. } => {
                let of = |quantity: &Quantity| self.column(school, part, &quantity.columns);
                match (of(numerator), of(denominator)) {
                    (Some(above), Some(below)) => ratio(above, below, *factor),
                    (None, None) => Err(Lack::Missing),
                    (None, _) => Err(Lack::Column(numerator.name.clone())),
                    (_, None) => Err(Lack::Column(denominator.name.clone())),
                }
            }
        }
    }

    /// The cells that a school's value was read from, and how many classes stand
    /// for a column of it.
    pub fn cells(&self, school: usize, part: Part, measure: &Measure) -> (Vec<CellNote>, usize) {
        let columns: Vec<&[Column]> = match measure {
            Measure::Truth | Measure::Levels(_) => Vec::new(),
            Measure::Number(columns) => vec![columns],
            Measure::Ratio { numerator, denominator, .. } => vec![&numerator.columns, &denominator.columns],
        };
        let (mut cells, mut classes) = (Vec::new(), 0);
        for found in columns.into_iter().filter_map(|columns| self.find(school, part, columns)) {
            found.values.iter().for_each(|value| cells.extend_from_slice(value.cells()));
            cells.extend(found.cells.into_iter().cloned());
            classes = found.classes.max(classes);
        }
        (cells, classes)
    }

    /// The first of some columns that a school has a value in.
    pub fn column(&self, school: usize, part: Part, columns: &[Column]) -> Option<Exact> {
        self.find(school, part, columns).map(|found| found.value)
    }

    /// The same with where it stands. Where no column has one, classes may tell.
    fn find(&self, school: usize, part: Part, columns: &[Column]) -> Option<Found<'a>> {
        let own = columns.iter().find_map(|column| {
            let values = self.values(school, part, column);
            let numbers = values.iter().filter_map(|value| exact::of(value.number));
            let value = numbers.reduce(|sum, number| sum + number)?;
            Some(Found { value, values, cells: Vec::new(), classes: 0 })
        });
        let of_classes = || columns.iter().find_map(|column| self.of_classes(school, part, column));
        // Of a trend's years classes say nothing: they are of one.
        own.or_else(|| if self.dated { None } else { of_classes() })
    }

    /// What a school's classes say in place of a column; nothing while the stage
    /// or the size of one of them could change it.
    fn of_classes(&self, school: usize, part: Part, column: &Column) -> Option<Found<'a>> {
        let Column::Header(header) = column else { return None };
        let figure = class_figure(header)?;
        let classes: Vec<&Class> = self.classes(school, part).map(|(_, class)| class).collect();
        if classes.is_empty() || part.stage().is_some() && classes.iter().any(|class| class.stage.is_none()) {
            return None;
        }
        if figure == ClassFigure::Count {
            let value = whole(i64::try_from(classes.len()).ok()?);
            let cells = classes.iter().map(|class| &class.source).collect();
            return Some(Found { value, values: Vec::new(), cells, classes: classes.len() });
        }
        let mut chosen: Option<(f64, &CellNote)> = None;
        for class in &classes {
            let size = class.pupils?;
            let order = chosen.map(|(best, _)| size.total_cmp(&best));
            let wanted = if figure == ClassFigure::Smallest { Ordering::Less } else { Ordering::Greater };
            if order.is_none_or(|order| order == wanted) {
                chosen = Some((size, &class.source));
            }
        }
        let (size, cell) = chosen.filter(|_| figure != ClassFigure::Size)?;
        Some(Found { value: exact::of(size)?, values: Vec::new(), cells: vec![cell], classes: classes.len() })
    }

    /// The classes of a part of a school, with their indices; those whose stage
    /// is not known may be of any.
    pub fn classes(&self, school: usize, part: Part) -> impl Iterator<Item = (usize, &'a Class)> + use<'a> {
        let stage = part.stage();
        self.data.classes_of(school, self.class_year).filter(move |(_, class)| match (class.stage, stage) {
            (None, _) => true,
            (own, Some(_)) => own == stage,
            (own, None) => own != Some(Stage::Senior),
        })
    }

    /// A school's value of a field.
    fn field(&self, school: usize, field: &Field) -> Option<&'a Value> {
        self.in_year(school, field, self.conditions)
    }

    /// The same in a year; of tables without years first, where they count.
    fn in_year(&self, school: usize, field: &Field, year: Option<i32>) -> Option<&'a Value> {
        match self.dated {
            true => self.data.value(school, field, year),
            false => condition::value(self.data, year, school, field),
        }
    }

    /// Whether a school has a class that is known to be of a stage.
    pub fn has_classes(&self, school: usize, stage: Stage) -> bool {
        self.data.classes_of(school, self.class_year).any(|(_, class)| class.stage == Some(stage))
    }

    /// The pupils of a stage. A negative number is no enrolment; intake has
    /// reported it.
    pub fn enrolled(&self, school: usize, stage: Stage) -> Option<&'a Value> {
        let place = STAGES.iter().position(|of| *of == stage);
        let value = match self.pupils.as_ref().zip(place) {
            Some((pupils, place)) => pupils.get(school)?.get(place).copied().flatten(),
            None => self.field(school, &Field::Pupils(stage)),
        };
        value.filter(|value| value.number >= 0.0)
    }

    /// The first compulsory stage that a school's kind has and whose pupils the
    /// data lack. A school of unknown kind has the stages that are given.
    fn blank_stage(&self, school: usize) -> Option<Stage> {
        let kind = self.data.schools.get(school)?.kind?;
        STAGES.into_iter().find(|stage| kind.stages().contains(stage) && self.enrolled(school, *stage).is_none())
    }

    /// The pupils that are missing where columns ask for those of all stages.
    fn blank(&self, school: usize, part: Part, columns: &[Column]) -> Option<Words> {
        let asked = columns.contains(&Column::Pupils) && part.stage().is_none();
        let field = Field::Pupils(self.blank_stage(school).filter(|_| asked)?);
        Some(Words { zh: field.label(Lang::Zh).into_owned(), en: field.label(Lang::En).into_owned() })
    }

    /// What a column has of a school: a value, or of pupils one a stage.
    fn values(&self, school: usize, part: Part, column: &Column) -> Vec<&'a Value> {
        let pupils = |stage| self.enrolled(school, stage);
        match (column, part.stage()) {
            (Column::Pupils, Some(stage)) => pupils(stage).into_iter().collect(),
            // Of a blank stage nobody knows: the others are not all.
            (Column::Pupils, None) if self.blank_stage(school).is_some() => Vec::new(),
            (Column::Pupils, None) => STAGES.into_iter().filter_map(pupils).collect(),
            (Column::Field(field), _) => self.field(school, field).into_iter().collect(),
            (Column::Header(header), stage) => self.by_header(school, stage, header).into_iter().collect(),
            // A ranking has it, no cell.
            (Column::Bottom(_), _) => Vec::new(),
        }
    }

    /// The value of a column by its header, whatever stands in brackets after it.
    fn by_header(&self, school: usize, stage: Option<Stage>, header: &str) -> Option<&'a Value> {
        self.headers.find(header, stage).find_map(|field| self.in_year(school, field, self.year))
    }

    /// What schools are ranked by: the first of some columns that any school has.
    pub fn ranking(&self, columns: &[Column], part: Part) -> Vec<Option<Exact>> {
        let schools = self.data.schools.len();
        let of = |column: &Column| -> Vec<Option<Exact>> {
            match column {
                Column::Bottom(percent) => self.bottom(percent),
                _ => (0..schools).map(|school| self.column(school, part, std::slice::from_ref(column))).collect(),
            }
        };
        let known = columns.iter().map(of).find(|values| values.iter().any(Option::is_some));
        known.unwrap_or_else(|| vec![None; schools])
    }

    /// Of each school the share of its pupils who are at the bottom of all.
    /// Those without a total do not count.
    fn bottom(&self, percent: &str) -> Vec<Option<Exact>> {
        let data = self.data;
        let mut counts = vec![(0_i64, 0_i64); data.schools.len()];
        let cohorts = data.cohorts.iter().filter(|cohort| cohort.total.is_some());
        let latest = cohorts.max_by_key(|cohort| cohort.year);
        let share = exact::parse(percent).map(|percent| percent / whole(100));
        if let Some((cohort, share)) = latest.zip(share) {
            let totals = cohort.total.iter().flat_map(|total| total.values.iter().zip(&total.statuses).enumerate());
            let present: Vec<(usize, f64)> = totals
                .filter(|(_, (_, status))| **status == Status::Present)
                .map(|(pupil, (value, _))| (pupil, *value))
                .collect();
            let scores: Vec<f64> = present.iter().map(|(_, score)| *score).collect();
            let cut = bottom_cut(&scores, &share);
            let named: HashMap<&str, usize> =
                data.schools.iter().enumerate().map(|(index, school)| (&*school.name, index)).collect();
            for (pupil, score) in present {
                let school = named.get(cohort.school(pupil)).and_then(|school| counts.get_mut(*school));
                if let Some((below, all)) = school {
                    *below += i64::from(cut.is_some_and(|cut| score <= cut));
                    *all += 1;
                }
            }
        }
        counts.into_iter().map(|(below, all)| (all > 0).then(|| whole(below) / whole(all))).collect()
    }
}

/// Whether a field is read for a column.
fn is_of(field: &Field, column: &Column, part: Part) -> bool {
    match (column, field) {
        (Column::Pupils, Field::Pupils(stage)) => part.stage().map_or(STAGES.contains(stage), |own| own == *stage),
        (Column::Field(own), field) => own == field,
        (Column::Header(header), Field::Other(name)) => header::is_of(name, header, part.stage()),
        _ => false,
    }
}
