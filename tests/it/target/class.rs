//! Targets that each class has to reach, with a table of classes. Expected
//! values are worked out by hand.

use std::sync::Arc;

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::event::Event;
use suanpan::app::model::{Model, Page};
use suanpan::app::project::{from_json, to_json};
use suanpan::app::sight::Sight;
use suanpan::app::update::update;
use suanpan::app::view::balance::Part as Shown;
use suanpan::app::view::report;
use suanpan::balance::edit::PlanEdit;
use suanpan::balance::target::edit::TargetEdit;
use suanpan::balance::target::explain::{Subject, explain};
use suanpan::balance::target::wording;
use suanpan::balance::target::{Line, Tally, Unit};
use suanpan::balance::verdict::Verdict::{self, *};
use suanpan::basis::text::Lang;
use suanpan::intake::{Unwatched, assemble, open, recognise};
use suanpan::report::grid::Content;
use suanpan::report::{compose, xlsx};
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::scheme::plan::Step;
use suanpan::word::scheme::target::{Column, Missing};

use super::page::{entry, row, say};
use super::*;

const CONDITIONS: &str = "学校名称,办学类型,小学在校生数,初中在校生数,城乡,音乐教室数,美术教室面积,最大班额\n\
    青山学校,九年一贯制学校,88,102,镇区,1,90,\n城南小学,小学,45,,乡村,1,60,\n城北小学,小学,60,,镇区,1,90,44\n";
const CLASSES: &str = "学校,年级,班级,学生数\n\
    青山学校,一年级,1班,45\n青山学校,一年级,2班,43\n青山学校,七年级,1班,50\n青山学校,七年级,2班,52\n\
    城南小学,一年级,1班,28\n城南小学,二年级,1班,17\n";

/// Both tables as a dataset.
fn data(classes: &str) -> Dataset {
    let files = [("条件.csv", CONDITIONS), ("班级.csv", classes)];
    let tables: Vec<_> =
        files.into_iter().flat_map(|(name, text)| open(name, text.as_bytes(), &mut Unwatched).tables).collect();
    assemble(&tables, &recognise(&tables, &[]), &Corrections::default()).dataset
}

fn line(data: &Dataset, scheme: &TargetScheme, id: &str, part: Part) -> Line {
    assess(data, scheme).line(id, part).unwrap().clone()
}

fn plain_line(classes: &str, part: Part) -> Line {
    line(&data(classes), &TargetScheme::default(), "G5", part)
}

/// Each class as its label, its verdict and what it is short of or above.
fn told(data: &Dataset, line: &Line) -> Vec<(String, Option<bool>, String)> {
    let gap = |unit: &Unit| unit.gap.as_ref().map(|gap| wording::gap(&line.target, gap, Lang::Zh)).unwrap_or_default();
    let name = |unit: &Unit| {
        let class = unit.class.map_or_else(|| "全校".to_owned(), |class| data.classes[class].name.to_string());
        format!("{} {class}", data.name(unit.school))
    };
    line.units.iter().map(|unit| (name(unit), unit.met, gap(unit))).collect()
}

/// At most 45 primary and 50 junior pupils. A school without classes there is
/// judged by its largest.
#[test]
fn every_class_of_the_table_is_judged() {
    let data = data(CLASSES);
    let primary = line(&data, &TargetScheme::default(), "G5", Part::Primary);
    assert_eq!((primary.verdict, primary.tally), (Met, Some(Tally { met: 5, short: 0, below: 0, missing: 0 })));
    assert_eq!(wording::found(&primary, Lang::Zh).unwrap(), "5 / 5 个班");
    assert_eq!(wording::remarks(&primary, Lang::Zh), ["1 所学校没有逐班的数据,各按最不利的一个班算一个"]);
    let junior = line(&data, &TargetScheme::default(), "G5", Part::Junior);
    let over = |label: &str, met, gap: &str| (label.to_owned(), Some(met), gap.to_owned());
    assert_eq!(
        told(&data, &junior),
        [over("青山学校 七年级1班", true, ""), over("青山学校 七年级2班", false, "超出 2 人"),]
    );
    assert_eq!((junior.verdict, wording::remarks(&junior, Lang::Zh)), (NotMet, vec!["1 个班未达到".to_owned()]));
    assert_eq!(wording::remarks(&junior, Lang::En), ["classes that do not reach it: 1"]);
}

/// Without a table of classes the largest of each school decides, as before.
#[test]
fn without_classes_the_largest_of_a_school_speaks_for_all() {
    let line = plain_line("学校,年级,班级,学生数\n", Part::Primary);
    assert!(!line.is_by_class());
    let met: Vec<Option<bool>> = line.units.iter().map(|unit| unit.met).collect();
    assert_eq!(met, [None, None, Some(true)]);
}

/// Of 10 classes 8 reach 45, one has 55 and one 56: 55/45 is the floor.
#[test]
fn a_band_of_classes_has_a_floor_that_none_may_pass() {
    let rows = |last: u32| {
        let sizes = (1..=8).map(|_| 45).chain([55, last]);
        let rows = (1..).zip(sizes).map(|(at, size)| format!("城南小学,一年级,{at}班,{size}\n"));
        format!("学校,年级,班级,学生数\n{}", rows.collect::<String>())
    };
    let target = |aggregation| Target {
        scope: Scope::EachClass,
        measure: Measure::Number(vec![Column::Header("班额".into())]),
        aggregation,
        ..plain(Comparator::AtMost, "45")
    };
    let verdict = |aggregation, last| -> (Verdict, usize) {
        let scheme = scheme(target(aggregation), &[]);
        let line = assess(&data(&rows(last)), &scheme).lines.remove(0);
        (line.verdict, line.tally.unwrap().below)
    };
    let few = |k| Aggregation::KOfN { k, floor: "55/45".into() };
    // Two schools without classes have no value for 班额.
    let missing = Target { missing: Missing::NotApplicable, ..target(few(8)) };
    let of = |last| assess(&data(&rows(last)), &scheme(missing.clone(), &[])).lines.remove(0).verdict;
    assert_eq!((of(55), of(56)), (Met, NotMet));
    assert_eq!(verdict(few(8), 56), (NotMet, 1));
    assert_eq!(verdict(Aggregation::All, 55), (NotMet, 2));
}

#[test]
fn a_class_of_unknown_size_or_stage_leaves_it_open_unless_another_decides() {
    let unknown = |row: &str| CLASSES.replace("城南小学,二年级,1班,17\n", row);
    assert_eq!(plain_line(&unknown("城南小学,二年级,1班,\n"), Part::Primary).verdict, Pending);
    assert_eq!(plain_line(&unknown("城南小学,二年级,1班,0\n"), Part::Primary).verdict, Pending);
    assert_eq!(plain_line(&unknown("城南小学,二年级,1班,46\n"), Part::Primary).verdict, NotMet);
    // 青山学校 has two stages: which one this class is of, nobody knows.
    let open = CLASSES.replace("青山学校,一年级,2班", "青山学校,2023级,2班");
    let primary = plain_line(&open, Part::Primary);
    assert_eq!((primary.verdict, primary.tally.unwrap().missing), (Pending, 1));
    let junior = plain_line(&open, Part::Junior);
    assert_eq!((junior.verdict, junior.tally.unwrap().missing), (NotMet, 1));
}

#[test]
fn what_was_typed_of_a_school_goes_before_its_classes() {
    let typed = Given { school: "青山学校".into(), ..given("G5", Part::Junior, "50") };
    let scheme = TargetScheme { given: vec![typed], ..TargetScheme::default() };
    let line = line(&data(CLASSES), &scheme, "G5", Part::Junior);
    assert_eq!((line.verdict, line.units.len(), line.units[0].class), (Met, 1, None));
}

/// A target on classes that is not about their size is not judged by it.
#[test]
fn only_targets_on_sizes_are_judged_by_them() {
    for columns in [vec![], vec![Column::Header("多媒体数".into())], vec![Column::Header("班级数".into())]] {
        let target = Target {
            scope: Scope::EachClass,
            aggregation: Aggregation::All,
            measure: Measure::Number(columns),
            ..plain(Comparator::AtLeast, "1")
        };
        assert!(!assess(&data(CLASSES), &scheme(target, &[])).lines.remove(0).is_by_class());
    }
}

/// 班级数 counts the classes of both stages where no column has it; largest and
/// smallest likewise. One music room is enough for 4 classes.
#[test]
fn classes_are_counted_where_no_column_has_their_number() {
    let data = data(CLASSES);
    let targets = assess(&data, &TargetScheme::default());
    let rooms = targets.line("G3a", Part::Whole).unwrap();
    let value = |at: usize| wording::unit_value(&rooms.target, &rooms.units[at].value, "1", Lang::Zh);
    assert_eq!((value(0), value(1)), ("3 间/12班".into(), "6 间/12班".into()));
    assert!(rooms.units[2].value.is_err(), "no classes are known there");
    let subject = Subject::Line { target: "G3a".into(), part: Part::Whole };
    let why = explain(&data, &targets, Met, &subject, Lang::Zh).unwrap();
    let school = why.parts.iter().find(|part| part.title.starts_with("城南小学")).unwrap();
    assert_eq!(school.notes, ["数据没有这一列,取自班级表中的 2 个班"]);
    let cells: Vec<String> = school.cells.iter().map(|cell| cell.place.to_string()).collect();
    assert_eq!(cells, ["条件.csv › F3", "班级.csv › D6", "班级.csv › D7"]);
    let of = |header: &str, part| {
        let target = Target {
            measure: Measure::Number(vec![Column::Header(header.into())]),
            limits: vec![Limit { part, value: "1".into() }],
            ..each(plain(Comparator::AtLeast, "1"), Aggregation::All)
        };
        let line = assess(&data, &scheme(target, &[])).lines.remove(0);
        line.units[0].value.clone().map(|reading| reading.value.to_string()).unwrap()
    };
    assert_eq!((of("最大班额", Part::Whole), of("最小班额", Part::Whole)), ("52".into(), "43".into()));
    assert_eq!((of("{}最大班额", Part::Primary), of("班数", Part::Junior)), ("45".into(), "2".into()));
}

/// A rural school of 45 pupils whose largest class has 28 may have 54 ㎡.
#[test]
fn the_largest_class_of_the_table_allows_small_rooms() {
    let scheme = TargetScheme { relaxed: vec!["rooms-rural".into()], ..TargetScheme::default() };
    let met = |classes: &str| {
        let line = line(&data(classes), &scheme, "G3d", Part::Primary);
        line.units.iter().find(|unit| unit.school == 1).unwrap().met
    };
    assert_eq!(met(CLASSES), Some(true));
    assert_eq!(met(&CLASSES.replace("一年级,1班,28", "一年级,1班,30")), Some(false));
    assert_eq!(met(&CLASSES.replace("一年级,1班,28", "一年级,1班,")), Some(false), "nobody knows");
}

#[test]
fn the_explanation_leads_to_the_cell_of_each_class() {
    let data = data(CLASSES);
    let targets = assess(&data, &TargetScheme::default());
    let subject = Subject::Line { target: "G5".into(), part: Part::Junior };
    let why = explain(&data, &targets, Met, &subject, Lang::Zh).unwrap();
    assert_eq!(why.numbers, "1 个班达到,1 个班未达到,0 个班缺数");
    let worst = &why.parts[0];
    assert!(worst.title.contains("青山学校 七年级2班"), "{}", worst.title);
    assert_eq!((worst.notes[0].as_str(), worst.cells[0].place.to_string().as_str()), ("超出 2 人", "班级.csv › D5"));
}

fn model() -> Model {
    let mut model = Model { page: Page::Balance, ..Model::default() };
    let files = [("条件.csv", CONDITIONS), ("班级.csv", CLASSES)];
    let tables: Vec<_> =
        files.into_iter().flat_map(|(name, text)| open(name, text.as_bytes(), &mut Unwatched).tables).collect();
    model.document.tables = Arc::new(tables);
    model.derived = Derived::of(&model.document);
    update(&mut model, Sight::Part(Shown::Targets));
    model
}

#[test]
fn the_page_lists_schools_with_the_classes_that_fail() {
    let mut model = model();
    let junior = row(&model, "G5 Junior");
    assert_eq!((&*junior.found, &*junior.state.text), ("1 / 2 个班(取自数据)", "未达标"));
    update(&mut model, Event::Do(junior.unfold.deed));
    let schools = row(&model, "G5 Junior").more.unwrap().schools;
    let told: Vec<(&str, &str)> = schools.iter().map(|school| (&*school.name, &*school.found)).collect();
    assert_eq!(
        told,
        [
            ("青山学校(小学)", "2 / 2 个班"),
            ("城南小学(小学)", "2 / 2 个班"),
            ("城北小学(小学)", "44 人"),
            ("青山学校(初中)", "1 / 2 个班;七年级2班:52 人、超出 2 人"),
        ]
    );
    say(&mut model, entry(&schools[3].inputs[0]), "50");
    assert_eq!(row(&model, "G5 Junior").state.text, "达标");
}

/// What the page says of the workbook is in it, sheet by sheet.
#[test]
fn the_page_of_the_report_names_the_sheets_of_the_workbook() {
    let mut planned = model();
    update(&mut planned, Act::Plan(PlanEdit::Add(vec![Step::Open { school: "新".into(), kind: SchoolKind::Primary }])));
    for model in [model(), Model { derived: Derived::default(), ..model() }, planned] {
        let named: Vec<String> = report::view(&model).sheets.into_iter().map(|(sheet, _)| sheet).collect();
        let workbook = compose(&model.derived.material(&model.document, "2026-01-01T00:00:00Z"), Lang::Zh);
        let mut begun: Vec<&str> =
            workbook.sheets.iter().map(|sheet| sheet.name.split(' ').next().unwrap_or_default()).collect();
        begun.dedup();
        assert_eq!(named, begun);
    }
}

#[test]
fn the_workbook_lists_every_class_that_was_judged() {
    let model = model();
    let material = model.derived.material(&model.document, "2026-11-21T09:30:00Z");
    let report = compose(&material, Lang::Zh);
    let sheet = report.sheets.iter().find(|sheet| sheet.name == "班级").unwrap();
    let texts: Vec<Vec<String>> = sheet
        .rows
        .iter()
        .map(|row| {
            let text = |content: &Content| match content {
                Content::Text(text) => text.clone(),
                Content::Number { value, .. } => value.to_string(),
                _ => String::new(),
            };
            row.iter().map(|cell| text(&cell.content)).collect()
        })
        .collect();
    let over = texts.iter().find(|row| row.get(2).is_some_and(|name| name == "七年级2班")).unwrap();
    assert_eq!(over[1..], ["青山学校", "七年级2班", "52", "≤ 50 人", "✕ 未达标", "超出 2 人", "班级.csv › D5"]);
    assert_eq!(texts.iter().filter(|row| row.get(1).is_some_and(|school| school.ends_with("学校"))).count(), 4);
    assert!(xlsx(&report).is_ok());
    let bare = Model::default();
    let report = compose(&bare.derived.material(&bare.document, "2026-11-21T09:30:00Z"), Lang::Zh);
    assert!(report.sheets.iter().all(|sheet| sheet.name != "班级"));
}

#[test]
fn a_project_with_classes_comes_back_whole() {
    let mut model = model();
    update(&mut model, Act::Target(TargetEdit::Duplicate("G5".into())));
    let json = to_json(&model.document, "2026-11-21T09:30:00Z");
    let back = from_json(&json).unwrap();
    let derived = Derived::of(&back);
    assert_eq!(derived.dataset.classes, model.derived.dataset.classes);
    assert!(derived.targets.lines.iter().filter(|line| line.is_by_class()).count() == 4, "the copy is judged so, too");
}

/// A school that stands in the table of classes alone, perhaps by a slip, counts
/// with its classes and nowhere else.
#[test]
fn a_school_of_classes_alone_is_asked_for_nothing_else() {
    let lone = format!("{CLASSES}城南小学校,三年级,1班,46\n");
    let data = data(&lone);
    assert_eq!(data.name(3), "城南小学校");
    let targets = assess(&data, &TargetScheme::default());
    let rooms = targets.line("G3a", Part::Whole).unwrap();
    assert!(rooms.units.iter().all(|unit| unit.school != 3), "it has no conditions");
    assert_eq!(
        rooms.tally,
        assess(&self::data(CLASSES), &TargetScheme::default()).line("G3a", Part::Whole).unwrap().tally
    );
    let sizes = targets.line("G5", Part::Primary).unwrap();
    assert_eq!((sizes.verdict, sizes.units.iter().filter(|unit| unit.school == 3).count()), (NotMet, 1));
}

/// What is typed counts, and what it replaces is said.
#[test]
fn a_number_typed_over_classes_says_so() {
    let typed = Given { school: "青山学校".into(), ..given("G5", Part::Junior, "44") };
    let scheme = TargetScheme { given: vec![typed], ..TargetScheme::default() };
    let data = data(CLASSES);
    let line = line(&data, &scheme, "G5", Part::Junior);
    assert_eq!((line.verdict, line.units[0].class), (Met, None));
    assert_eq!(wording::remarks(&line, Lang::Zh), ["1 所学校按所填的数计,未看其班级表中的班"]);
    let subject = Subject::Line { target: "G5".into(), part: Part::Junior };
    let why = explain(&data, &assess(&data, &scheme), Met, &subject, Lang::Zh).unwrap();
    assert_eq!(why.parts[0].notes, ["已按所填的数(44 人)计;班级表中有 2 个班,最多 52 人"]);
    let mut model = model();
    model.document.scheme.targets = scheme;
    model.derived = Derived::of(&model.document);
    let junior = row(&model, "G5 Junior");
    update(&mut model, Event::Do(junior.unfold.deed));
    let schools = row(&model, "G5 Junior").more.unwrap().schools;
    assert_eq!(schools[3].found, "44 人;已按所填的数(44 人)计;班级表中有 2 个班,最多 52 人");
    // Beside schools that are judged by class it is none without classes.
    let primary = Given { school: "青山学校".into(), ..given("G5", Part::Primary, "44") };
    let scheme = TargetScheme { given: vec![primary], ..TargetScheme::default() };
    assert_eq!(
        wording::remarks(&self::line(&data, &scheme, "G5", Part::Primary), Lang::Zh),
        ["1 所学校没有逐班的数据,各按最不利的一个班算一个", "1 所学校按所填的数计,未看其班级表中的班"]
    );
}

#[test]
fn the_explanation_counts_classes_as_classes() {
    let rows: String = (1..=60).map(|at| format!("城南小学,一年级,{at}班,44\n")).collect();
    let data = data(&format!("学校,年级,班级,学生数\n{rows}"));
    let targets = assess(&data, &TargetScheme::default());
    let subject = Subject::Line { target: "G5".into(), part: Part::Primary };
    let why = explain(&data, &targets, Met, &subject, Lang::Zh).unwrap();
    assert_eq!(why.parts.last().unwrap().title, "另有 12 个班");
    assert!(why.notes.iter().any(|note| note.contains("每个班都达到")), "{:?}", why.notes);
    assert!(!why.notes.iter().any(|note| note.contains("每一所")), "{:?}", why.notes);
}
