//! How long the figures of a large county take: 2,000 schools with 60
//! indicators, and the conditions of the same schools. Prints medians; holds
//! nobody to them. What came of it stands in `docs/PERFORMANCE.md`.
//!
//! `cargo bench --no-default-features --bench county`
// The figures of a run that failed are worth nothing: it may stop at once.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::{Duration, Instant};

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::document::Document;
use suanpan::app::engine::{Call, Parcel, serve};
use suanpan::app::model::{Model, Page};
use suanpan::app::view::{balance_page, evaluation_page};
use suanpan::app::why::Subject;
use suanpan::balance::{self, assess};
use suanpan::basis::money::Fen;
use suanpan::basis::text::Lang;
use suanpan::bonus::{SchoolScore, Scores, distribute};
use suanpan::evaluation::{EvaluationEdit, evaluate};
use suanpan::intake::{Unwatched, assemble, recognise};
use suanpan::measure::direction::Direction;
use suanpan::word::correction::Corrections;
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::bonus::Headcount;
use suanpan::word::scheme::evaluation::{Content, EvaluationScheme, Indicator, Node, Normalisation, Source};
use suanpan::word::source;
use suanpan::word::table::{Cell, Table};

const SCHOOLS: u64 = 2_000;
const GROUPS: u64 = 6;
const OF_A_GROUP: u64 = 10;
const RUNS: usize = 21;

fn main() {
    let mut model = model();
    let derived = &model.derived;
    let scheme = &model.document.scheme;
    let judged: usize = derived.balance.stages.iter().map(|stage| stage.units.len()).sum();
    assert_eq!(derived.evaluation.schools.len() as u64, SCHOOLS, "every school is evaluated");
    assert!(judged as u64 >= SCHOOLS, "every school is judged");
    assert!(derived.bonus.shared().is_some(), "the pool is shared");
    println!("{SCHOOLS} schools, {} facts; medians of {RUNS}", derived.dataset.facts().len());

    let tables = &model.document.tables;
    measure("recognise and assemble", |_| assemble(tables, &recognise(tables, &[]), &Corrections::default()));
    measure("evaluate", |_| evaluate(&derived.dataset, &scheme.evaluation));
    measure("evaluation view", |_| evaluation_page(&model));
    measure("assess", |_| assess(&derived.dataset, &scheme.balance));
    measure("balance view", |_| balance_page(&model));
    let scores = scores(derived);
    measure("distribute", |_| distribute(&derived.dataset, &scores, &scheme.bonus));

    let answer = measure("serve, a weight moved, evaluation page", |run| weigh(&mut model, run));
    println!("{:44} {:>9} bytes", "  its answer", answer.len());
    model.page = Page::Balance;
    model.look.explained = Some(Subject::Balance(balance::subject::Subject::County));
    let answer = measure("serve, a weight moved, the county explained", |run| weigh(&mut model, run));
    println!("{:44} {:>9} bytes", "  its answer", answer.len());
}

/// Runs it, prints the median and gives the last result.
fn measure<T>(name: &str, mut work: impl FnMut(usize) -> T) -> T {
    let mut last = black_box(work(0));
    let mut times: Vec<Duration> = (1..=RUNS)
        .map(|run| {
            let start = Instant::now();
            let result = black_box(work(run));
            let time = start.elapsed();
            last = result;
            time
        })
        .collect();
    times.sort_unstable();
    println!("{name:44} {:>9.3} ms", times[RUNS / 2].as_secs_f64() * 1e3);
    last
}

/// The whole way of an event, bytes in and bytes out. The weight is another
/// one every time, or nothing would have to be done.
fn weigh(model: &mut Model, run: usize) -> Vec<u8> {
    let weight = if run.is_multiple_of(2) { 1_000 } else { 2_000 };
    let event = Act::Evaluation(EvaluationEdit::SetWeight { path: vec![0, 0], weight });
    let call = Call::Event { event: event.into(), now: "2025-11-21T08:00:00Z".to_owned() };
    let message = postcard::to_stdvec(&call).expect("a call is plain data");
    let call = Parcel { message, contents: Vec::new() };
    serve(model, call, &mut Unwatched).expect("the call is ours").message
}

fn scores(derived: &Derived) -> Scores {
    let evaluation = &derived.evaluation;
    let schools =
        evaluation.schools.iter().map(|school| SchoolScore { school: school.school, score: school.total }).collect();
    Scores { year: evaluation.year, schools, exam_indicators: Vec::new() }
}

/// The county, opened, with its scheme and a pool.
fn model() -> Model {
    let mut dice = Dice(0x5eed_5eed_5eed_5eed);
    let mut document = Document {
        sources: vec![source::Source::new("county.xlsx", b"")],
        tables: Arc::new(vec![conditions(&mut dice), indicators(&mut dice)]),
        ..Document::default()
    };
    document.scheme.evaluation = scheme();
    document.scheme.bonus.pool = Some(Fen(80_000_000_000));
    document.scheme.bonus.headcount = Headcount::Staff;
    Model { derived: Derived::of(&document), document, page: Page::Evaluation, ..Model::default() }
}

/// An xorshift: the same county in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u32) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        let side = u32::try_from(self.0 % u64::from(sides)).expect("less than a u32");
        f64::from(side)
    }
}

/// What the bench writes into a cell.
enum Written {
    Text(String),
    Number(f64),
    Empty,
}

impl Written {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Empty => Cell::Empty,
        }
    }
}

fn text(text: impl Into<String>) -> Written {
    Written::Text(text.into())
}

fn label(field: &Field) -> Written {
    text(field.label(Lang::Zh))
}

fn table(sheet: &str, rows: Vec<Vec<Written>>) -> Table {
    let cells = rows.iter().map(|row| row.iter().map(Written::cell)).collect();
    Table { file: "county.xlsx".into(), sheet: sheet.into(), cells, ..Table::default() }
}

/// What schools have, in numbers around the standard's thresholds: half of the
/// schools are primary, half have both stages of compulsory education.
fn conditions(dice: &mut Dice) -> Table {
    use Field::*;
    let stages = [Stage::Primary, Stage::Junior];
    let mut fields: Vec<(Field, u32, u32)> = stages.map(|stage| (Pupils(stage), 100, 900)).to_vec();
    for stage in stages {
        fields.extend([(HigherDegreeTeachers(stage), 20, 40), (BackboneTeachers(stage), 3, 10)]);
        fields.push((ArtsTeachers(stage), 3, 9));
    }
    fields.extend([(TeachingArea, 2_000, 9_000), (IndoorSportsArea, 0, 800), (SportsGround, 4_000, 12_000)]);
    fields.extend([(Equipment, 900_000, 3_000_000), (MultimediaRooms, 8, 30)]);
    let labels = [SchoolName, SchoolKind].iter().chain(fields.iter().map(|(field, ..)| field)).map(label);
    let mut rows = vec![labels.collect::<Vec<_>>()];
    for school in 0..SCHOOLS {
        let primary = school.is_multiple_of(2);
        let kind = if primary { "小学" } else { "九年一贯制学校" };
        let mut row = vec![text(format!("学校{school}")), text(kind)];
        row.extend(fields.iter().map(|(field, least, sides)| {
            let number = f64::from(*least) + dice.roll(*sides);
            let lacks = primary && field.stage() == Some(Stage::Junior);
            if lacks { Written::Empty } else { Written::Number(number) }
        }));
        rows.push(row);
    }
    table("conditions", rows)
}

/// An indicator's name.
fn name(group: u64, at: u64) -> String {
    format!("指标{group}之{at}项")
}

fn indicators(dice: &mut Dice) -> Table {
    let names = (0..GROUPS).flat_map(|group| (0..OF_A_GROUP).map(move |at| text(name(group, at))));
    let labels = [label(&Field::SchoolName), label(&Field::Staff)].into_iter().chain(names);
    let mut rows = vec![labels.collect::<Vec<_>>()];
    for school in 0..SCHOOLS {
        let mut row = vec![text(format!("学校{school}")), Written::Number(20.0 + dice.roll(100))];
        row.extend((0..GROUPS * OF_A_GROUP).map(|_| Written::Number(dice.roll(10_000) / 100.0)));
        rows.push(row);
    }
    table("indicators", rows)
}

/// All indicators in six groups, by extreme values.
fn scheme() -> EvaluationScheme {
    let leaf = |group, at: u64| Node {
        name: name(group, at),
        weight: 1_000,
        locked: false,
        content: Content::Indicator(Indicator {
            source: Source::Field(Field::Other(name(group, at).as_str().into())),
            direction: Direction::Higher,
            normalisation: Normalisation::MinMax,
        }),
    };
    let group = |group| Node {
        name: format!("第{group}组"),
        weight: if group == 0 { 5_000 } else { 1_000 },
        locked: false,
        content: Content::Group((0..OF_A_GROUP).map(|at| leaf(group, at)).collect()),
    };
    EvaluationScheme {
        nodes: (0..GROUPS).map(group).collect(),
        adjustments: Vec::new(),
        ..EvaluationScheme::county_junior()
    }
}
