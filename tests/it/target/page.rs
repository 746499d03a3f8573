//! Edits, the page, explanations and the project file.

use std::sync::Arc;

use suanpan::app::act::Act;
use suanpan::app::event::Event;
use suanpan::app::model::{Model, Page};
use suanpan::app::project::{from_json, to_json};
use suanpan::app::screen::{Body, Screen};
use suanpan::app::sight::Sight;
use suanpan::app::typed::{Entry, Typed};
use suanpan::app::update::update;
use suanpan::app::view::Tone;
use suanpan::app::view::balance::targets::{Input, TargetRow, TargetsView};
use suanpan::app::view::balance::{BalanceView, Part as Shown};
use suanpan::app::view::balance_page;
use suanpan::app::view::pager::ROWS;
use suanpan::app::why::Subject as Asked;
use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::target::edit::{OwnEntry, TargetEdit, TargetEntry};
use suanpan::balance::target::explain::{Subject, explain};
use suanpan::balance::target::preset::targets;
use suanpan::balance::verdict::Verdict;
use suanpan::basis::text::Lang;
use suanpan::intake::{Unwatched, open};
use suanpan::word::scheme::balance::Standard;
use suanpan::word::scheme::target::{
    Aggregation, Band, Comparator, Group, Measure, Part, Scope, Scoring, Set, TargetScheme,
};
use suanpan::word::source::Source;

const CSV: &str = "学校名称,办学类型,小学在校生数,运动场地面积,班级数,音乐教室数,最大班额\n\
    城北小学,小学,500,4000,13,2,45\n城南小学,小学,600,5000,13,1,46\n";

pub(super) fn model() -> Model {
    opened(CSV)
}

pub(super) fn opened(csv: &str) -> Model {
    let opened = open("学校.csv", csv.as_bytes(), &mut Unwatched);
    let mut model = Model { page: Page::Balance, ..Model::default() };
    model.document.sources = vec![Source::new("学校.csv", csv.as_bytes())];
    model.document.tables = Arc::new(opened.tables);
    model.derived = suanpan::app::derive::Derived::of(&model.document);
    update(&mut model, Sight::Part(Shown::Targets));
    model
}

pub(super) fn page(model: &Model) -> BalanceView {
    balance_page(model)
}

pub(super) fn view(model: &Model) -> TargetsView {
    page(model).targets.unwrap()
}

pub(super) fn row(model: &Model, key: &str) -> TargetRow {
    view(model).groups.into_iter().flat_map(|group| group.rows).find(|row| row.key == key).unwrap()
}

pub(super) fn entry(input: &Input) -> TargetEntry {
    match input {
        Input::Text(field) => match field.entry.clone().open().unwrap() {
            Entry::Target(entry) => entry,
            other => panic!("{other:?}"),
        },
        other => panic!("{other:?}"),
    }
}

pub(super) fn say(model: &mut Model, entry: TargetEntry, text: &str) {
    update(model, Event::Typed(Typed::new(Entry::Target(entry), text)));
}

pub(super) fn value(target: &str, part: Part) -> TargetEntry {
    TargetEntry::Value { target: target.into(), part, school: String::new(), year: 0 }
}

pub(super) fn words(sentence: &[suanpan::app::view::Span]) -> String {
    sentence.iter().map(|span| span.text.as_str()).collect()
}

#[test]
fn what_is_typed_in_a_field_is_judged_and_can_be_taken_back() {
    let mut model = model();
    let field = entry(&row(&model, "G11a Whole").inputs[0]);
    say(&mut model, field.clone(), " ３１ ÷ 330 名");
    assert!(model.look.refused.is_some(), "a unit is no number");
    say(&mut model, field, " ３１ ÷ 330 ");
    let told = row(&model, "G11a Whole");
    assert_eq!((&*told.state.text, told.state.tone, &*told.found), ("未达标", Tone::Bad, "9.39%"));
    assert_eq!(told.remarks, ["还差 2 名"]);
    update(&mut model, Event::Undo);
    assert_eq!(row(&model, "G11a Whole").state.text, "待评估");
    update(&mut model, Event::Redo);
    assert_eq!(row(&model, "G11a Whole").state.text, "未达标");
    say(&mut model, value("G11a", Part::Whole), "");
    assert!(model.document.scheme.targets.given.is_empty());
}

#[test]
fn what_the_data_have_is_read_and_a_school_can_be_typed() {
    let mut model = model();
    let music = row(&model, "G3a Whole");
    assert_eq!((&*music.state.text, &*music.found), ("未达标", "1 / 2 所(取自数据)"));
    assert!(music.inputs.is_empty(), "schools have it");
    assert_eq!(row(&model, "G5 Primary").remarks, ["1 所未达到"]);
    update(&mut model, Event::Do(music.unfold.deed));
    let more = row(&model, "G3a Whole").more.unwrap();
    let schools: Vec<(&str, &str, &str)> =
        more.schools.iter().map(|school| (&*school.name, &*school.found, &*school.text)).collect();
    assert_eq!(schools, [("城北小学", "1.85 间/12班", "达标"), ("城南小学", "0.92 间/12班;还差 1 间", "未达标"),]);
    say(&mut model, entry(&more.schools[1].inputs[0]), "2/13");
    let music = row(&model, "G3a Whole");
    assert_eq!((&*music.state.text, &*music.found), ("达标", "2 / 2 所(逐校)"));
    update(&mut model, Event::Undo);
    assert_eq!(row(&model, "G3a Whole").state.text, "未达标");
}

#[test]
fn a_changed_limit_departs_from_the_standard_and_can_be_restored() {
    let mut model = model();
    say(&mut model, value("G7", Part::Whole), "6500");
    assert_eq!(row(&model, "G7 Whole").state.text, "达标");
    let limit = entry(&row(&model, "G7 Whole").limit.input.unwrap());
    say(&mut model, limit.clone(), "8,000");
    let changed = row(&model, "G7 Whole");
    assert_eq!(changed.state.text, "未达标");
    let (text, restore) = changed.limit.departs.unwrap();
    assert_eq!(text, "已偏离标准(原为 ≥ 6000 元)");
    assert!(words(&page(&model).lead).contains("有 1 处限值不同于标准"));
    update(&mut model, Event::Do(restore.deed));
    assert_eq!(row(&model, "G7 Whole").limit.departs, None);
    // The standard's own limit is no departure, nor is an empty field.
    for text in ["6000", ""] {
        say(&mut model, limit.clone(), "8000");
        say(&mut model, limit.clone(), text);
        assert!(model.document.scheme.targets.limits.is_empty(), "{text}");
    }
}

/// Resources keep their sentence; the whole stands beside it.
#[test]
fn the_page_says_that_resources_are_not_the_whole() {
    let mut model = model();
    update(&mut model, Sight::Part(Shown::Verdict));
    let before = words(&page(&model).lead);
    assert_eq!(
        words(&page(&model).whole),
        "政府保障程度 2 项未达标、11 项待评估;教育质量 9 项待评估;社会认可度 1 项待评估;\
         一票否决 5 项待评估。按国家标准全部要求,全县未达标。"
    );
    update(&mut model, Act::Target(TargetEdit::Give(super::given("V2", Part::Whole, "0"))));
    assert!(words(&page(&model).whole).contains("一票否决 1 项未达标、4 项待评估;有一票否决情形。"));
    assert_eq!(words(&page(&model).lead), before);
    update(&mut model, Act::Target(TargetEdit::Use(Set::Quality2017, false)));
    assert!(page(&model).whole.is_empty(), "without the other parts nothing is said of the whole");
    update(&mut model, Event::Clear);
    assert!(page(&model).whole.is_empty() && page(&model).targets.is_none());
}

#[test]
fn a_target_of_ones_own_is_added_changed_copied_and_removed() {
    let mut model = model();
    let add = view(&model).add.deed;
    update(&mut model, Event::Do(add));
    let id = model.document.scheme.targets.own[0].id.clone();
    let own = |entry| TargetEntry::Own(id.clone(), entry);
    say(&mut model, own(OwnEntry::Name), "听课节数");
    say(&mut model, own(OwnEntry::Name), "");
    say(&mut model, own(OwnEntry::Unit), "节");
    say(&mut model, TargetEntry::Limit { target: id.clone(), part: Part::Whole }, "40");
    say(&mut model, value(&id, Part::Whole), "38.5");
    let key = format!("{id} Whole");
    assert_eq!(row(&model, &key).name, "听课节数");
    assert_eq!((row(&model, &key).remarks, row(&model, &key).code), (vec!["还差 1.5 节".to_owned()], String::new()));

    // The form: each choice is the target as it would be.
    let unfold = row(&model, &key).unfold.deed;
    update(&mut model, Event::Do(unfold));
    let choose = |model: &mut Model, label: &str, option: &str| {
        let form = row(model, &key).more.unwrap().form;
        let deed = form.into_iter().find_map(|input| match input {
            Input::Pick(select) if select.label == label => {
                select.options.into_iter().find(|(name, _)| name == option).map(|(_, deed)| deed)
            }
            _ => None,
        });
        update(model, Event::Do(deed.unwrap_or_else(|| panic!("{label} {option}"))));
    };
    choose(&mut model, "范围", "每所学校");
    say(&mut model, own(OwnEntry::Column), "最大班额");
    choose(&mut model, "怎么比", "不超过 ≤");
    choose(&mut model, "怎么合", "一定比例的学校达到");
    say(&mut model, own(OwnEntry::Numbers), "50");
    let target = &model.document.scheme.targets.own[0];
    assert_eq!((&target.scope, target.comparator), (&Scope::EachSchool, Comparator::AtMost));
    assert_eq!(target.aggregation, Aggregation::Share { least: "50".into() });
    assert_eq!(row(&model, &key).state.text, "未达标", "45 and 46 against 40");
    say(&mut model, TargetEntry::Limit { target: id.clone(), part: Part::Whole }, "45");
    assert_eq!(row(&model, &key).state.text, "达标", "half of them do");
    choose(&mut model, "怎么比", "左右 ±");
    assert_eq!(row(&model, &key).remarks, ["限值还没有定"], "45 is no tolerance");
    choose(&mut model, "填什么", "是或否");
    choose(&mut model, "缺数", "缺数的不算");
    choose(&mut model, "学段", "小学、初中分别");
    assert_eq!(model.document.scheme.targets.own[0].measure, Measure::Truth);
    assert_eq!(model.document.scheme.targets.own[0].limits.len(), 2);

    update(&mut model, Act::Target(TargetEdit::Duplicate("G9".into())));
    let copy = model.document.scheme.targets.own.last().unwrap();
    assert_eq!((copy.group, &*copy.limits[0].value), (Group::Local, "100"));
    for _ in 0..2 {
        let id = model.document.scheme.targets.own[0].id.clone();
        update(&mut model, Act::Target(TargetEdit::Remove(id)));
    }
    assert!(model.document.scheme.targets.own.is_empty());
    update(&mut model, Event::Undo);
    assert_eq!(model.document.scheme.targets.own.len(), 1);
}

#[test]
fn points_are_typed_in_one_field() {
    let mut model = model();
    let add = view(&model).add.deed;
    update(&mut model, Event::Do(add));
    let id = model.document.scheme.targets.own[0].id.clone();
    let band = |limit: &str, points: &str| Band { limit: limit.into(), points: points.into() };
    let deduct = |most: &str| Scoring::Deduct { per: "2".into(), step: "0.1".into(), most: most.into() };
    let cases = [
        ("10", "10", Scoring::PassFail),
        ("10-2/0.1", "10", deduct("")),
        ("10 − 2 / 0.1 − 6", "10", deduct("6")),
        ("95:10; 90:6", "10", Scoring::Bands(vec![band("95", "10"), band("90", "6")])),
        ("", "", Scoring::PassFail),
    ];
    for (text, points, scoring) in cases {
        say(&mut model, TargetEntry::Own(id.clone(), OwnEntry::Points), text);
        let own = model.document.scheme.targets.own[0].clone();
        assert_eq!((&*own.points, own.scoring.clone()), (points, scoring), "{text}");
        // What the field then shows means the same.
        say(&mut model, TargetEntry::Own(id.clone(), OwnEntry::Points), &OwnEntry::Points.text(&own));
        assert_eq!(model.document.scheme.targets.own[0], own);
    }
    for bad in ["ten", "10-", "10-x/1", "95:", "10-2/0.1-6-7x"] {
        say(&mut model, TargetEntry::Own(id.clone(), OwnEntry::Points), bad);
        assert!(model.look.refused.is_some(), "{bad}");
    }
}

#[test]
fn every_line_of_every_set_is_shown_and_explained_in_both_languages() {
    let mut model = model();
    update(&mut model, Act::Target(TargetEdit::Use(Set::Papers, true)));
    let standards = [Standard::Basic2012, Standard::Quality2017];
    for (standard, lang) in standards.iter().flat_map(|standard| Lang::ALL.iter().map(move |lang| (standard, lang))) {
        update(&mut model, Act::Balance(BalanceEdit::SetStandard(*standard)));
        update(&mut model, Event::SetLang(*lang));
        let view = view(&model);
        let rows: usize = view.groups.iter().map(|group| group.rows.len()).sum();
        let standard = model.document.scheme.balance.standard;
        let sets = Set::ALL.iter().filter(|set| set.is_of(standard));
        let lines: usize = sets.flat_map(|set| targets(*set)).map(|target| target.limits.len()).sum();
        assert_eq!(rows, lines);
        for line in &model.derived.targets.lines {
            let subject = Subject::Line { target: line.target.id.clone(), part: line.part };
            let resources = model.derived.balance.verdict;
            let why = explain(&model.derived.dataset, &model.derived.targets, resources, &subject, *lang).unwrap();
            assert!(why.title.contains(line.verdict.label(*lang)) && !why.formula.is_empty());
            assert!(why.notes.iter().any(|note| note.contains(line.target.source.of(*lang))));
        }
    }
    update(&mut model, Sight::Why(Some(Asked::Target(Subject::Whole))));
    assert!(Screen::of(&model).why.unwrap().parts.len() == 5);
    assert!(matches!(Screen::of(&model).body, Body::Balance(_)));
}

#[test]
fn an_explanation_has_the_exact_numbers_and_the_cells() {
    let mut model = model();
    say(&mut model, value("G11a", Part::Whole), "31/330");
    let explained = |model: &Model, target: &str, part| {
        let subject = Subject::Line { target: target.into(), part };
        explain(&model.derived.dataset, &model.derived.targets, Verdict::Met, &subject, Lang::Zh).unwrap()
    };
    let why = explained(&model, "G11a", Part::Whole);
    assert_eq!(why.formula, "交流轮岗教师 ÷ 符合交流条件教师 × 100 ≥ 10%");
    assert_eq!(why.numbers, "31 ÷ 330 × 100 = 310/33 ≈ 9.39%;≥ 10% ✕");
    let music = explained(&model, "G3a", Part::Whole);
    // Those that fail come first.
    assert_eq!(music.parts[0].title, "城南小学 · 0.92 间/12班:未达标");
    let cells: Vec<String> = music.parts[0].cells.iter().map(|cell| cell.place.to_string()).collect();
    assert_eq!(cells.len(), 2, "{cells:?}");
    assert!(cells[0].ends_with("F3") && cells[1].ends_with("E3"), "{cells:?}");
}

/// A long list of schools is cut into windows that together have them all.
#[test]
fn the_schools_of_a_target_come_in_windows() {
    let mut csv = String::from("学校名称,办学类型,小学在校生数,运动场地面积\n");
    (0..2 * ROWS + 37).for_each(|index| csv += &format!("第{index:04}小学,小学,500,4000\n"));
    let mut model = opened(&csv);
    let unfold = row(&model, "G3a Whole").unfold.deed;
    update(&mut model, Event::Do(unfold));
    let mut names = Vec::new();
    let mut next = None;
    for window in 0..3 {
        if let Some(next) = next {
            update(&mut model, Event::Do(next));
        }
        let more = row(&model, "G3a Whole").more.unwrap();
        next = more.pager.unwrap().after;
        assert_eq!(next.is_some(), window < 2);
        names.extend(more.schools.into_iter().map(|school| school.name));
    }
    let expected: Vec<String> = (0..2 * ROWS + 37).map(|index| format!("第{index:04}小学")).collect();
    assert_eq!(names, expected);
}

#[test]
fn a_project_keeps_what_was_typed_and_an_older_one_has_the_standard() {
    let mut model = model();
    say(&mut model, value("G11a", Part::Whole), "31/330");
    update(&mut model, Act::Target(TargetEdit::Relax("size-2010".into(), true)));
    update(&mut model, Act::Target(TargetEdit::Idle("G14a".into(), true)));
    let text = to_json(&model.document, "2026-11-27T09:30:00Z");
    assert_eq!(from_json(&text).unwrap().scheme.targets, model.document.scheme.targets);
    let mut old: serde_json::Value = serde_json::from_str(&text).unwrap();
    old["scheme"].as_object_mut().unwrap().remove("targets").unwrap();
    assert_eq!(from_json(&old.to_string()).unwrap().scheme.targets, TargetScheme::default());
}
