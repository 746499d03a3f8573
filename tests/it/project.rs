//! Project files: nothing is lost, old ones open, others say why not, and the
//! published schema tells the truth.

use serde_json::{Value, json};
use std::sync::Arc;

use suanpan::app::document::{Document, Source as OpenedFile};
use suanpan::app::project::{ProjectFault, Wrong, from_json, to_json};
use suanpan::balance::rule::figures;
use suanpan::basis::money::Fen;
use suanpan::basis::place::Place;
use suanpan::basis::problem::{Problem, ProblemKind};
use suanpan::basis::text::Lang;
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field;
use suanpan::word::field::Stage;
use suanpan::word::reading::Choice;
use suanpan::word::scheme::Scheme;
use suanpan::word::scheme::balance::{BalanceScheme, Change, Figure, Item, Standard, Switch};
use suanpan::word::scheme::bonus::{Headcount, ScoreBasis, TailRule};
use suanpan::word::scheme::evaluation::{
    Aim, Content, Direction, Grouping, Indicator, MeanOfYears, Method, MissingRule, Node, Normalisation, Source, Target,
};
use suanpan::word::scheme::plan::Step;
use suanpan::word::scheme::target::{
    self, Aggregation, Band, Column, Comparator, Condition, Departure, Given, Group, Limit, Mark, Measure, Missing,
    Part, Quantity, Scope, Scoring, Set, TargetScheme, Words,
};
use suanpan::word::table::{Cell, Merge, Table};

use super::schema::breach;

const GOLDEN: &str = include_str!("../golden/v1.suanpan");

fn sheet() -> Table {
    let number = |number| Cell::Number(number);
    Table {
        file: "县域数据.xlsx".into(),
        sheet: "办学条件".into(),
        cells: [
            vec![Cell::Text(" 学校\"\\名称\n"), Cell::Empty, Cell::Bool(true)],
            vec![],
            vec![number(0.1 + 0.2), number(-3.0), number(1e300), number(5e-324), number(0.8999999999999999)],
            vec![Cell::Date(45_938.5), Cell::Error("#DIV/0!"), Cell::Uncomputed, Cell::Text("uncomputed")],
        ]
        .into_iter()
        .collect(),
        merges: vec![Merge { top: 0, left: 1, bottom: 0, right: 2 }],
        hidden: true,
        hidden_rows: vec![],
        hidden_columns: vec![],
    }
}

const SAVED: &str = "2026-11-21T09:30:00Z";

/// How many fields the first version had; later ones follow them.
const FIRST_FIELDS: usize = 37;

fn document(scheme: Scheme) -> Document {
    document_with(scheme, Field::all())
}

fn document_with(scheme: Scheme, mut fields: Vec<Field>) -> Document {
    let place = Place::sheet(&"县域数据.xlsx".into(), &"办学条件".into());
    fields.extend([Field::Mark("语文".into()), Field::Other("图书册数".into())]);
    let mut choices: Vec<Choice> = (0u32..)
        .zip(fields)
        .map(|(column, field)| Choice { place: place.clone(), column, field: Some(field) })
        .collect();
    choices.push(Choice { place: place.at(3, 4), column: 99, field: None });
    let problem = Problem::new(ProblemKind::NumberAsText, place.at(3, 19), "28", "28");
    Document {
        scheme,
        choices,
        corrections: Corrections::default(),
        sources: vec![OpenedFile::new("县域数据.xlsx", b"abc")],
        tables: Arc::new(vec![sheet(), Table::default()]),
        problems: Arc::new(vec![problem]),
    }
}

/// Schemes that together hold every variant of every enum.
fn schemes() -> Vec<Scheme> {
    let leaf = |normalisation| Node {
        name: "叶".to_owned(),
        weight: 10_000,
        locked: true,
        content: Content::Indicator(Indicator {
            source: Source::Field(Field::Retention),
            direction: Direction::Lower,
            normalisation,
        }),
    };
    let pooled = Normalisation::Target { target: Target::OwnTwoYears(MeanOfYears::Pooled), cap: 120.0 };
    let methods = Method::ALL.iter().map(|method| leaf(Normalisation::MinMax.with_method(*method)));
    let aims = Aim::ALL.iter().map(|aim| leaf(pooled.with_aim(*aim)));
    let mut leaves: Vec<Node> = methods.chain(aims).collect();
    let (first, rest) = leaves.split_first_mut().unwrap();
    rest.iter_mut().for_each(|leaf| leaf.weight = 500);
    first.weight -= 500 * u32::try_from(rest.len()).unwrap();
    let missing = [MissingRule::Renormalise, MissingRule::Zero, MissingRule::Mean, MissingRule::Exclude];
    let grouping = [Grouping::Location, Grouping::Sponsor, Grouping::Kind, Grouping::Kind];
    let tail = [TailRule::LargestRemainder, TailRule::EqualGroups, TailRule::Floor, TailRule::Floor];
    let mut schemes = vec![Scheme::default(), Scheme { targets: targets(), ..Scheme::default() }];
    for ((missing, grouping), tail) in missing.into_iter().zip(grouping).zip(tail) {
        let mut scheme = Scheme::default();
        scheme.evaluation.year = Some(2025);
        scheme.evaluation.nodes = leaves.clone();
        scheme.evaluation.missing = missing;
        scheme.evaluation.grouping = grouping;
        scheme.balance.small_schools_out = true;
        scheme.bonus.pool = Some(Fen(800_000_000));
        scheme.bonus.headcount = Headcount::Staff;
        scheme.bonus.score = ScoreBasis::TwoDecimals;
        scheme.bonus.tail = tail;
        schemes.push(scheme);
    }
    schemes
}

/// Schemes with every decision of the balance, and every step of a plan.
fn balances() -> Vec<Scheme> {
    let scheme = |standard: &Standard| {
        let mut scheme = Scheme::default();
        let (school, other): (Arc<str>, Arc<str>) = ("甲".into(), "乙".into());
        let field = Field::Pupils(Stage::Primary);
        scheme.plan.steps = vec![
            Step::Figure { school: school.clone(), field: field.clone(), value: 1.5 },
            Step::Move { from: school.clone(), to: other.clone(), field, amount: 2.0 },
            Step::Merge { school: school.clone(), into: other },
            Step::Open { school, kind: SchoolKind::NineYear },
        ];
        let own = |figure: Figure| (figure, standard.figure(figure).unwrap_or(1.0));
        let changes = figures(*standard).into_iter().map(own);
        scheme.balance.standard = *standard;
        scheme.balance.changes = changes.map(|(figure, value)| Change { standard: *standard, figure, value }).collect();
        Switch::ALL.iter().for_each(|switch| scheme.balance.switch(*switch, !scheme.balance.is_on(*switch)));
        scheme
    };
    Standard::ALL.iter().map(scheme).collect()
}

fn given() -> Given {
    Given { target: "G5".into(), part: Part::Junior, school: "城北中学".into(), year: 2, text: "50".into() }
}

/// Targets that together hold every variant of every enum.
fn targets() -> TargetScheme {
    let words = |text: &str| Words::typed(text);
    let columns = vec![
        Column::Pupils,
        Column::Field(Field::BottomRate),
        Column::Header("班级数".into()),
        Column::Bottom("30".into()),
    ];
    let quantity = Quantity { name: words("教师"), columns: columns.clone() };
    let ratio = Measure::Ratio { numerator: quantity.clone(), denominator: quantity, factor: 100, whole: true };
    let measures = [Measure::Truth, Measure::Levels(vec![words("良好")]), Measure::Number(columns.clone()), ratio];
    let few = Condition::Number { columns: columns.clone(), comparator: Comparator::Below, limit: "100".into() };
    let situated = Scope::EachOf { when: vec![few, Condition::Rural, Condition::Remote] };
    let subset = Scope::Subset { by: columns, highest: true, percent: "50".into() };
    let scopes = [Scope::County, Scope::EachSchool, Scope::EachClass, situated, subset];
    let aggregations = [
        Aggregation::Value,
        Aggregation::All,
        Aggregation::Share { least: "80".into() },
        Aggregation::KOfN { k: 6, floor: "0.85".into() },
        Aggregation::Trend { years: 3, falling: false, strict: true },
    ];
    let scorings = [
        Scoring::PassFail,
        Scoring::Deduct { per: "2".into(), step: "0.1".into(), most: String::new() },
        Scoring::Bands(vec![Band { limit: "90".into(), points: "6".into() }]),
    ];
    let missing = [Missing::Pending, Missing::NotMet, Missing::NotApplicable];
    let own = Comparator::ALL.iter().enumerate().map(|(place, comparator)| target::Target {
        id: format!("own{place}"),
        group: Group::ALL[place % 6],
        name: words("目标"),
        scope: scopes[place % 5].clone(),
        measure: measures[place % 4].clone(),
        unit: words("%"),
        counted: words("名"),
        comparator: *comparator,
        limits: Part::ALL.iter().map(|part| Limit { part: *part, value: "95".into() }).collect(),
        aggregation: aggregations[place % 5].clone(),
        points: "10".into(),
        scoring: scorings[place % 3].clone(),
        veto: place % 2 == 0,
        source: words("文件"),
        note: words("注"),
        unsure: true,
        valid_from: "2017-04".into(),
        missing: missing[place % 3],
    });
    TargetScheme {
        sets: Set::ALL.to_vec(),
        relaxed: vec!["size-2010".into()],
        limits: vec![Departure { target: "G7".into(), part: Part::Whole, value: "8000".into() }],
        idle: vec!["G14a".into()],
        own: own.collect(),
        given: vec![given()],
        marks: vec![Mark { item: "W6".into(), full: "6-1/0.5".into(), awarded: "5".into() }],
    }
}

fn schema() -> Value {
    serde_json::from_str(include_str!("../../docs/project.schema.json")).unwrap()
}

#[test]
fn what_is_saved_opens_again_and_gives_the_same_bytes() {
    for scheme in schemes().into_iter().chain(balances()) {
        let document = document(scheme);
        let text = to_json(&document, SAVED);
        assert_eq!(from_json(&text).unwrap(), document);
        assert_eq!(to_json(&from_json(&text).unwrap(), SAVED), text);
        assert_eq!(from_json(&format!("\u{feff}{text}")).unwrap(), document);
    }
}

/// The file is never written anew: it is what people have on their disks.
#[test]
fn the_first_versions_file_keeps_opening() {
    let first = Field::all().into_iter().take(FIRST_FIELDS).collect();
    assert_eq!(from_json(GOLDEN).unwrap(), document_with(schemes().pop().unwrap(), first));
    let balance = from_json(GOLDEN).unwrap().scheme.balance;
    assert_eq!(balance, BalanceScheme { small_schools_out: true, ..BalanceScheme::default() });
}

#[test]
fn files_that_cannot_be_opened_say_why() {
    let text = to_json(&document(Scheme::default()), SAVED);
    let fault = |text: &str| from_json(text).unwrap_err();
    for other in ["", "PK\x03\x04", "[]", "{}", "{\"format\":\"other\",\"version\":1}"] {
        assert_eq!(fault(other), ProjectFault::NotAProject);
    }
    let newer = fault(&text.replacen("\"version\":1", "\"version\":7", 1));
    assert_eq!(newer, ProjectFault::Newer { version: 7 });
    assert!(Lang::Zh.project_fault(&newer).contains("第 7 版"));
    assert!(matches!(fault(&text[..text.floor_char_boundary(2_000)]), ProjectFault::Damaged { line: 1, .. }));
    for (good, bad) in
        [("\"version\":1", "\"version\":0"), ("\"Renormalise\"", "\"Whatever\""), ("0.8999999999999999", "1e999")]
    {
        let altered = text.replacen(good, bad, 1);
        assert_ne!(altered, text);
        assert!(matches!(fault(&altered), ProjectFault::Damaged { .. }), "{bad}");
    }
}

#[test]
fn every_cut_and_every_altered_sign_is_an_error_or_a_project_but_no_panic() {
    let text = to_json(&document(Scheme::default()), SAVED);
    for (at, _) in text.char_indices().step_by(61) {
        assert!(from_json(&text[..at]).is_err());
        let _ = from_json(&format!("{}[{}", &text[..at], &text[at..]));
    }
    let deep = format!("{{\"format\":\"suanpan\",\"version\":1,\"scheme\":{}", "[".repeat(100_000));
    assert!(from_json(&deep).is_err());
}

#[test]
fn the_schema_accepts_what_is_written() {
    let schema = schema();
    for scheme in schemes().into_iter().chain(balances()) {
        let text = to_json(&document(scheme), SAVED);
        assert_eq!(breach(&schema, &serde_json::from_str(&text).unwrap()), None);
    }
    assert_eq!(breach(&schema, &serde_json::from_str(GOLDEN).unwrap()), None);
}

#[test]
fn hidden_rows_and_columns_are_saved() {
    let mut document = document(Scheme::default());
    let tables = Arc::make_mut(&mut document.tables);
    tables[0].hidden_rows = vec![1, 3];
    tables[0].hidden_columns = vec![0];
    let text = to_json(&document, SAVED);
    assert_eq!(breach(&schema(), &serde_json::from_str(&text).unwrap()), None);
    assert_eq!(from_json(&text).unwrap(), document);
}

/// Takes away, one at a time, every property there is: both the schema and the
/// reader must miss it. So the schema cannot require less than the code.
#[test]
fn the_schema_and_the_reader_miss_the_same_properties() {
    let (schema, whole): (_, Value) = (schema(), serde_json::from_str(GOLDEN).unwrap());
    let mut names = 0;
    for (path, name) in properties("", &whole) {
        let mut cut = whole.clone();
        cut.pointer_mut(&path).unwrap().as_object_mut().unwrap().remove(&name);
        let breached = breach(&schema, &cut).is_some();
        // An absent option reads as none; the schema is stricter there.
        let optional = ["year", "pool", "cell", "field"].contains(&&*name);
        let opens = from_json(&cut.to_string()).is_ok();
        assert!(breached && (optional || !opens), "{path}/{name}: schema {breached}, reader {opens}");
        names += 1;
    }
    assert!(names > 100);
    let mut more = whole.clone();
    more["scheme"]["balance"]["unknown"] = json!(1);
    assert!(breach(&schema, &more).is_some());
}

fn properties(path: &str, value: &Value) -> Vec<(String, String)> {
    match value {
        Value::Object(object) => {
            let below = object.iter().flat_map(|(name, value)| properties(&format!("{path}/{name}"), value));
            object.keys().map(|name| (path.to_owned(), name.clone())).chain(below).collect()
        }
        Value::Array(items) => {
            items.iter().enumerate().flat_map(|(index, item)| properties(&format!("{path}/{index}"), item)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn decisions_that_nobody_can_make_are_refused_with_the_reason() {
    type Alter = fn(&mut Scheme);
    let altered: [(Wrong, &[Alter]); 9] = [
        (Wrong::Pool, &[|s| s.bonus.pool = Some(Fen(-1)), |s| s.bonus.pool = Some(Fen(10_000_000_000_001))]),
        (Wrong::Unit, &[|s| s.bonus.unit = 0, |s| s.bonus.unit = i64::MIN]),
        (Wrong::Baseline, &[|s| s.bonus.baseline = 100_001]),
        (Wrong::Weights, &[|s| s.evaluation.nodes[0].weight += 1, |s| s.evaluation.nodes[0].weight = u32::MAX]),
        (Wrong::Number, &[|s| s.evaluation.adjustments[0].cap = -1.0]),
        (Wrong::Tree, &[|s| s.evaluation.nodes = nested(9), |s| s.evaluation.nodes = wide(501)]),
        (Wrong::Name, &[|s| s.evaluation.nodes[0].name = "长".repeat(201)]),
        (
            Wrong::Figure,
            &[
                |s| s.balance.changes.push(change(Figure::LeastMet, 6.5)),
                |s| {
                    s.balance.changes.push(change(Figure::Threshold(Item::Books, Stage::Primary), 1.0));
                },
            ],
        ),
        (
            Wrong::Targets,
            &[
                |s| s.targets.own = vec![target::Target::default(); 201],
                |s| s.targets.own = vec![target::Target { points: "9".repeat(61), ..Default::default() }],
                |s| s.targets.given = vec![Given { text: "9".repeat(61), ..given() }],
            ],
        ),
    ];
    assert_eq!(altered.each_ref().map(|(wrong, _)| *wrong), Wrong::ALL);
    for (wrong, alter) in altered.iter().flat_map(|(wrong, all)| all.iter().map(move |alter| (*wrong, alter))) {
        let mut scheme = Scheme::default();
        alter(&mut scheme);
        let fault = from_json(&to_json(&document(scheme), SAVED)).unwrap_err();
        assert_eq!(fault, ProjectFault::Impossible(wrong));
        for lang in Lang::ALL {
            assert!(lang.project_fault(&fault).contains(wrong.label(*lang)));
        }
    }
    let within: [Alter; 4] = [
        |s| s.evaluation.nodes = nested(8),
        |s| s.evaluation.nodes = wide(500),
        |s| s.evaluation.nodes.clear(),
        |s| s.bonus.pool = Some(Fen(10_000_000_000_000)),
    ];
    for alter in within {
        let mut scheme = Scheme::default();
        alter(&mut scheme);
        assert!(from_json(&to_json(&document(scheme), SAVED)).is_ok());
    }
}

/// A number that the standard of 2017 is to have.
fn change(figure: Figure, value: f64) -> Change {
    Change { standard: Standard::Quality2017, figure, value }
}

/// A chain of groups, so many levels with the empty group at its end.
fn nested(levels: usize) -> Vec<Node> {
    let group =
        |nodes| vec![Node { name: "组".into(), weight: 10_000, locked: false, content: Content::Group(nodes) }];
    (0..levels).fold(Vec::new(), |nodes, _| group(nodes))
}

/// Many siblings.
fn wide(count: usize) -> Vec<Node> {
    let mut nodes = vec![nested(1).remove(0); count];
    nodes.iter_mut().skip(1).for_each(|node| node.weight = 0);
    nodes
}
