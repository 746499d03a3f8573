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
            ("9 → 8 → 9;第 1 年到第 2 年不合要求", "未达标"),
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
    say(&mut model, entry(&schools[1].inputs[0]), "8.9");
    say(&mut model, entry(&schools[1].inputs[2]), "9.1");
    assert_eq!(row(&model, &key).state.text, "达标");
    let subject = Subject::Line { target: id, part: Part::Whole };
    let why = explain(&model.derived.dataset, &model.derived.targets, Met, &subject, Lang::Zh).unwrap();
    assert_eq!(why.parts[0].title, "甲小学 · 10 → 11 → 12.5:达标");
    assert_eq!(why.parts[0].cells.len(), 3, "the cells of all years");
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
