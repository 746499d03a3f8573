//! Counties to assess, written down briefly.

use std::sync::Arc;

use suanpan::app::derive::Derived;
use suanpan::app::model::Model;
use suanpan::app::sight::Sight;
use suanpan::app::update::update;
use suanpan::app::view::balance::{BalanceLook, Part};
use suanpan::app::view::pager::Windows;
use suanpan::balance::{Balance, StageBalance, Unit, assess};
use suanpan::basis::place::Place;
use suanpan::basis::why::CellNote;
use suanpan::intake::{Unwatched, open};
use suanpan::word::dataset::{Dataset, Fact, School, SchoolKind, Value};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::balance::BalanceScheme;
use suanpan::word::scheme::plan::Plan;

/// Data that grow row by row.
#[derive(Default)]
pub struct County(pub Dataset);

/// A school's fields and numbers.
pub type Numbers = Vec<(Field, f64)>;

/// A school that just reaches every threshold of its stage, with so many
/// pupils (a multiple of 1,000 keeps counts whole).
pub fn exact_school(stage: Stage, pupils: f64) -> Numbers {
    use Field::*;
    // In tenths, so that the products are exact.
    let [l1, l2, l3, l4, l5, l6, l7] = match stage {
        Stage::Primary => [42.0, 10.0, 9.0, 45.0, 75.0, 20_000.0, 23.0],
        _ => [53.0, 10.0, 9.0, 58.0, 102.0, 25_000.0, 24.0],
    };
    let (each, hundred) = (|tenths: f64| tenths * pupils / 10.0, |tenths: f64| tenths * pupils / 1000.0);
    vec![
        (Pupils(stage), pupils),
        (HigherDegreeTeachers(stage), hundred(l1)),
        (BackboneTeachers(stage), hundred(l2)),
        (ArtsTeachers(stage), hundred(l3)),
        (TeachingArea, each(l4)),
        (IndoorSportsArea, 0.0),
        (SportsGround, each(l5)),
        (Equipment, each(l6)),
        (MultimediaRooms, hundred(l7)),
    ]
}

/// The numbers with one of them changed.
pub fn with(mut numbers: Numbers, field: Field, number: f64) -> Numbers {
    numbers.retain(|(old, _)| *old != field);
    numbers.push((field, number));
    numbers
}

/// The numbers without one of them.
pub fn without(mut numbers: Numbers, field: Field) -> Numbers {
    numbers.retain(|(old, _)| *old != field);
    numbers
}

/// A look at a part of the page, in the order of the data.
pub fn look<'a>(part: Part, stage: Stage, plan: &'a Plan, windows: &'a Windows) -> BalanceLook<'a> {
    BalanceLook {
        part,
        plan,
        stage,
        sort: None,
        windows,
        checks: false,
        matrix: false,
        history: false,
        explained: None,
        county: "",
    }
}

/// The sample county with a part of the page shown.
pub fn sample(part: Part) -> Model {
    let path = format!("{}/examples/县域数据.xlsx", env!("CARGO_MANIFEST_DIR"));
    let mut model = Model::default();
    model.document.tables = open("县域数据.xlsx", &std::fs::read(path).unwrap(), &mut Unwatched).tables.into();
    model.derived = Derived::of(&model.document);
    update(&mut model, Sight::Part(part));
    model
}

impl County {
    /// A county with one school.
    pub fn of(kind: impl Into<Option<SchoolKind>>, numbers: Numbers) -> Self {
        Self::default().and("A", kind, numbers)
    }

    /// Adds a school, its numbers in a table without years.
    pub fn and(mut self, name: &str, kind: impl Into<Option<SchoolKind>>, numbers: Numbers) -> Self {
        let index = self.0.schools.len();
        let row = u32::try_from(index).unwrap() + 4;
        let place = Place::sheet(&Arc::from("county.xlsx"), &Arc::from("conditions"));
        let school = School {
            name: name.into(),
            code: None,
            kind: kind.into(),
            location: None,
            sponsor: None,
            district: None,
            place: place.at(row, 0),
        };
        self.0.schools.push(school);
        for (column, (field, number)) in (1..).zip(numbers) {
            self = self.fact(index, field, None, number, place.at(row, column));
        }
        self
    }

    /// Adds a fact.
    pub fn fact(mut self, school: usize, field: Field, year: Option<i32>, number: f64, place: Place) -> Self {
        let value = Value { number, source: CellNote { place, text: number.to_string() }, parts: Vec::new() };
        assert_eq!(self.0.insert(Fact { school, field, year, value }), None);
        self
    }

    /// Assessed as the standard has it.
    pub fn assess(&self) -> Balance {
        assess(&self.0, &BalanceScheme::default())
    }

    /// Assessed by decisions.
    pub fn by(&self, scheme: &BalanceScheme) -> Balance {
        assess(&self.0, scheme)
    }

    /// The assessment of a stage.
    pub fn stage(&self, stage: Stage) -> StageBalance {
        self.assess().stage(stage).unwrap().clone()
    }

    /// The first school's assessment in a stage.
    pub fn first(&self, stage: Stage) -> Unit {
        self.stage(stage).units[0].clone()
    }
}
