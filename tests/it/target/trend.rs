//! Trends that each school has to follow, typed or from tables with years.

use suanpan::app::act::Act;
use suanpan::app::event::Event;
use suanpan::app::model::Model;
use suanpan::app::update::update;
use suanpan::app::view::balance::targets::Input;
use suanpan::balance::target::edit::{OwnEntry, TargetEdit, TargetEntry};
use suanpan::balance::target::explain::{Subject, explain};
use suanpan::balance::verdict::Verdict::*;
use suanpan::basis::text::Lang;
use suanpan::word::scheme::target::{Aggregation, Part, Scope, Scoring};

use super::page::{entry, opened, row, say, view};

const YEARS: &str = "学校名称,年度,办学类型,小学在校生数,拓展课时\n\
    甲小学,2023,小学,500,10\n甲小学,2024,小学,510,11\n甲小学,2025,小学,520,12.5\n\
    乙小学,2023,小学,500,9\n乙小学,2024,小学,510,8\n乙小学,2025,小学,520,9\n\
    丙小学,2022,小学,500,1\n丙小学,2024,小学,510,8\n丙小学,2025,小学,520,9\n";

/// A target of one's own on a column, which each school has to raise in three years.
fn rising(csv: &str) -> (Model, String) {
    let mut model = opened(csv);
    let add = view(&model).add.deed;
    update(&mut model, Event::Do(add));
    let mut target = model.document.scheme.targets.own[0].clone();
    let id = target.id.clone();
    target.scope = Scope::EachSchool;
    target.aggregation = Aggregation::Trend { years: 3, falling: false, strict: true };
    (target.points, target.scoring) =
        ("10".into(), Scoring::Deduct { per: "1".into(), step: "1".into(), most: String::new() });
    update(&mut model, Act::Target(TargetEdit::Replace(Box::new(target))));
    say(&mut model, TargetEntry::Own(id.clone(), OwnEntry::Column), "拓展课时");
    (model, id)
}

fn unfolded(model: &mut Model, key: &str) {
    let unfold = row(model, key).unfold.deed;
    update(model, Event::Do(unfold));
}

#[test]
fn schools_are_read_over_the_latest_years_of_the_data() {
    let (mut model, id) = rising(YEARS);
    let key = format!("{id} Whole");
    let told = row(&model, &key);
    assert_eq!((&*told.state.text, &*told.found), ("未达标", "1 / 3 所(取自数据)"));
    assert_eq!(told.remarks, ["1 所未达到", "1 所缺数", "缺的数无论是多少,结论都不变"]);
    unfolded(&mut model, &key);
    let schools = row(&model, &key).more.unwrap().schools;
    let found: Vec<(&str, &str)> = schools.iter().map(|school| (&*school.found, &*school.text)).collect();
    assert_eq!(
        found,
        [
            ("10 → 11 → 12.5", "达标"),
            ("9 → 8 → 9;2023 年 → 2024 年不合要求", "未达标"),
            // 2022 is no year of the last three, and what a year lacks is no other's.
            ("缺 → 8 → 9", "待评估"),
        ]
    );
    assert_eq!(schools[2].inputs.len(), 3, "a field a year");
    // What is typed counts before the data.
    say(&mut model, entry(&schools[2].inputs[0]), "7.5");
    say(&mut model, entry(&schools[1].inputs[1]), "9");
    let line = model.derived.targets.line(&id, Part::Whole).unwrap();
    assert_eq!(line.units.iter().map(|unit| unit.met).collect::<Vec<_>>(), [Some(true), Some(false), Some(true)]);
    assert_eq!(line.points, suanpan::basis::exact::parse("9"), "a point a school that breaks it");
    // The fields say their years, and what they put in place of the data is told.
    assert_eq!(schools[1].years, ["2023 年", "2024 年", "2025 年"]);
    let Input::Text(field) = &schools[1].inputs[1] else { panic!() };
    assert!(field.label.ends_with("乙小学:2024 年"), "{}", field.label);
    let told = row(&model, &key);
    assert!(
        told.remarks.contains(&"1 所学校有按所填的年份,与数据中的数不同,请展开核对".to_owned()),
        "{:?}",
        told.remarks
    );
    let found = |model: &Model| row(model, &key).more.unwrap().schools[1].found.clone();
    assert_eq!(
        found(&model),
        "9 → 9 → 9;2023 年 → 2024 年不合要求;2024 年 → 2025 年不合要求;2024 年已按所填,数据中是 8"
    );
    let cells = |model: &Model, school: &str| {
        let subject = Subject::Line { target: id.clone(), part: Part::Whole };
        let why = explain(&model.derived.dataset, &model.derived.targets, Met, &subject, Lang::Zh).unwrap();
        why.parts.iter().find(|part| part.title.starts_with(school)).unwrap().cells.len()
    };
    assert_eq!(
        (cells(&model, "乙"), cells(&model, "丙"), cells(&model, "甲")),
        (2, 2, 3),
        "of the years that are read"
    );
    say(&mut model, entry(&schools[1].inputs[0]), "8.9");
    say(&mut model, entry(&schools[1].inputs[2]), "9.1");
    assert_eq!(row(&model, &key).state.text, "达标");
    let subject = Subject::Line { target: id, part: Part::Whole };
    let why = explain(&model.derived.dataset, &model.derived.targets, Met, &subject, Lang::Zh).unwrap();
    assert_eq!(why.parts[0].title, "甲小学 · 10 → 11 → 12.5:达标");
    assert_eq!(why.parts[0].cells.len(), 3, "the cells of all years");
}

/// What breaks a trend is to be seen, however little it is.
#[test]
fn a_course_shows_what_breaks_it() {
    let csv = YEARS.replace("甲小学,2024,小学,510,11", "甲小学,2024,小学,510,12345.002").replace(",12.5", ",12345.001");
    let (mut model, id) = rising(&csv);
    let key = format!("{id} Whole");
    unfolded(&mut model, &key);
    let first = row(&model, &key).more.unwrap().schools.remove(0);
    assert_eq!(first.found, "10 → 12,345.002 → 12,345.001;2024 年 → 2025 年不合要求");
    let subject = Subject::Line { target: id, part: Part::Whole };
    let why = explain(&model.derived.dataset, &model.derived.targets, Met, &subject, Lang::Zh).unwrap();
    assert!(why.parts.iter().any(|part| part.title == "甲小学 · 10 → 12,345.002 → 12,345.001:未达标"));
}

/// A typed year keeps its place when the data get a further year: the field
/// then says another year, and that it stands before what the data have.
#[test]
fn typed_years_are_told_when_the_years_of_the_data_move_on() {
    let (mut model, id) = rising(YEARS);
    let key = format!("{id} Whole");
    unfolded(&mut model, &key);
    let missing = row(&model, &key).more.unwrap().schools.remove(2);
    say(&mut model, entry(&missing.inputs[0]), "7.5");
    let told = |model: &Model| row(model, &key).remarks.iter().any(|remark| remark.contains("按所填的年份"));
    assert!(!told(&model), "2023 is blank in the data");
    let given = model.document.scheme.targets.clone();
    let (mut later, _) = rising(&format!("{YEARS}丙小学,2026,小学,520,10\n"));
    later.document.scheme.targets = given;
    later.derived = suanpan::app::derive::Derived::of(&later.document);
    assert!(told(&later), "the first field is of 2024 now");
    unfolded(&mut later, &key);
    let school = row(&later, &key).more.unwrap().schools.remove(2);
    assert_eq!(school.years, ["2024 年", "2025 年", "2026 年"]);
    assert!(school.found.ends_with("2024 年已按所填,数据中是 8"), "{}", school.found);
}

/// A table without years says nothing about a course.
#[test]
fn without_years_each_school_is_typed_or_only_how_many_are_said() {
    let (mut model, id) = rising("学校名称,办学类型,小学在校生数,拓展课时\n甲小学,小学,500,10\n乙小学,小学,500,10\n");
    let key = format!("{id} Whole");
    assert_eq!(row(&model, &key).state.text, "待评估");
    let field = entry(&row(&model, &key).inputs[0]);
    say(&mut model, field.clone(), "9");
    assert!(model.look.refused.is_some(), "one value tells no course");
    say(&mut model, field.clone(), "1/2");
    assert_eq!(row(&model, &key).state.text, "未达标");
    say(&mut model, field, "");
    unfolded(&mut model, &key);
    let more = row(&model, &key).more.unwrap();
    for (school, years) in more.schools.iter().zip([["1", "2", "3"], ["4", "5", "6"]]) {
        school.inputs.iter().zip(years).for_each(|(input, text)| say(&mut model, entry(input), text));
    }
    assert_eq!((&*row(&model, &key).state.text, &*row(&model, &key).found), ("达标", "2 / 2 所(逐校)"));
}

/// The form offers the trends for the county and for schools, and keeps one when
/// the scope changes.
#[test]
fn the_form_offers_trends_for_schools() {
    let (mut model, id) = rising(YEARS);
    let key = format!("{id} Whole");
    unfolded(&mut model, &key);
    let pick = |model: &Model, label: &str, option: &str| {
        let form = row(model, &key).more.unwrap().form;
        let picks = form.into_iter().filter_map(|input| if let Input::Pick(pick) = input { Some(pick) } else { None });
        let pick = picks.into_iter().find(|pick| pick.label == label).unwrap();
        pick.options.into_iter().find(|(name, _)| name == option).unwrap().1
    };
    let deed = pick(&model, "怎么合", "3 年逐年不升");
    update(&mut model, Event::Do(deed));
    let falling = Aggregation::Trend { years: 3, falling: true, strict: false };
    assert_eq!(model.document.scheme.targets.own[0].aggregation, falling);
    let deed = pick(&model, "范围", "全县");
    update(&mut model, Event::Do(deed));
    assert_eq!(model.document.scheme.targets.own[0].aggregation, falling);
}
