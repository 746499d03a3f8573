//! What the program proposes can be accepted, left as it is, and asked again.

use suanpan::app::derive::Derived;
use suanpan::app::event::Event;
use suanpan::app::model::Model;
use suanpan::app::project::{from_json, to_json};
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::Press;
use suanpan::app::view::data::{ProblemGroup, ProblemItem, view};
use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::word::cohort::Status;
use suanpan::word::field::Field;

use super::correction::{drop, value};

/// The group of a kind, unfolded.
fn group(model: &mut Model, kind: ProblemKind) -> Option<ProblemGroup> {
    model.look.unfolded.insert(Fold::Problems(kind));
    let unfold = Sight::Fold(Fold::Problems(kind)).into();
    view(model).problems.into_iter().find(|group| group.unfold == unfold)
}

fn items(model: &mut Model, kind: ProblemKind) -> Vec<ProblemItem> {
    group(model, kind).and_then(|group| group.items).unwrap_or_default()
}

fn labels(actions: &[Press]) -> Vec<&str> {
    actions.iter().map(|action| &*action.text).collect()
}

/// Clicks what is called so.
fn click(model: &mut Model, actions: &[Press], label: &str) {
    let action = actions.iter().find(|action| action.text == label).unwrap();
    update(model, Event::Do(action.deed.clone()));
}

fn click_one(model: &mut Model, kind: ProblemKind, at: usize, label: &str) {
    let item = items(model, kind).remove(at);
    click(model, &item.actions, label);
}

fn click_all(model: &mut Model, kind: ProblemKind, label: &str) {
    let group = group(model, kind).unwrap();
    click(model, &group.actions, label);
}

const UNITS: &str = "学校名称,办学类型,小学在校生数,教学仪器设备值(元)\n城关小学,小学,300,30\n青山小学,小学,200,25\n石桥小学,小学,100,90000\n";

#[test]
fn a_decimal_comma_is_asked_about_and_never_taken_for_thousands_in_a_rate() {
    let mut model = Model::default();
    let text = "学校名称;三年巩固率;教职工人数;得分甲\n城关小学;90,125;1.230;\"1,234\"\n石桥小学;91,25;1,230;8,5\n";
    let _ = drop(&mut model, "指标.csv", text);
    let of = |model: &Model, school, field| value(model, school, &field);
    let proposed: Vec<_> = items(&mut model, DecimalComma).into_iter().map(|item| (item.found, item.subject)).collect();
    let pairs = [("90,125", "90.125"), ("1,234", "1.234"), ("91,25", "91.25"), ("8,5", "8.5")];
    assert_eq!(proposed, pairs.map(|(found, subject)| (found.to_owned(), subject.to_owned())));
    assert_eq!(of(&model, "城关小学", Field::Retention), None);
    click_all(&mut model, DecimalComma, "全部采纳");
    assert_eq!(of(&model, "城关小学", Field::Retention), Some(90.125));
    let staff = ["城关小学", "石桥小学"].map(|school| of(&model, school, Field::Staff));
    assert_eq!(staff, [Some(1.23), Some(1230.0)], "persons have no decimals, so that their comma parts thousands");
    assert_eq!(of(&model, "石桥小学", Field::Other("得分甲".into())), Some(8.5));
    // Where nothing speaks for decimal commas, a comma before three digits
    // stands between thousands, but in a rate.
    let mut model = Model::default();
    let _ = drop(&mut model, "指标.csv", "学校名称,三年巩固率,教职工人数\n城关小学,\"90,125\",\"1,234\"\n");
    assert_eq!((of(&model, "城关小学", Field::Retention), of(&model, "城关小学", Field::Staff)), (None, Some(1234.0)));
}

#[test]
fn a_proposal_is_accepted_or_left_as_it_is_and_either_is_taken_back() {
    let mut model = Model::default();
    let _ = drop(&mut model, "条件.csv", UNITS);
    let waiting = |model: &Model| model.derived.decided.waiting(&model.derived.problems);
    let all = waiting(&model);
    assert_eq!(labels(&items(&mut model, UnitDoubtful)[0].actions), ["采纳", "保持原样"]);
    click_one(&mut model, UnitDoubtful, 0, "保持原样");
    let left = items(&mut model, UnitDoubtful).remove(0);
    assert_eq!((left.left, left.settled, labels(&left.actions)), (true, false, vec!["撤回"]));
    assert_eq!((waiting(&model), value(&model, "城关小学", &Field::Equipment)), (all - 1, Some(30.0)));
    // It is kept with the project.
    let text = to_json(&model.document, "2026-11-27T08:00:00Z");
    assert_eq!(from_json(&text).unwrap(), model.document);
    click_one(&mut model, UnitDoubtful, 0, "撤回");
    assert!(model.document.corrections.is_empty());
    click_one(&mut model, UnitDoubtful, 0, "采纳");
    assert_eq!(value(&model, "城关小学", &Field::Equipment), Some(300_000.0));
    assert_eq!(labels(&group(&mut model, UnitDoubtful).unwrap().actions), ["全部采纳", "全部保持原样", "全部撤回"]);
    click_all(&mut model, UnitDoubtful, "全部保持原样");
    assert_eq!((waiting(&model), value(&model, "城关小学", &Field::Equipment)), (all - 2, Some(30.0)));
    assert_eq!(labels(&group(&mut model, UnitDoubtful).unwrap().actions), ["全部撤回"]);
    // One is excepted from what holds for all.
    click_one(&mut model, UnitDoubtful, 1, "采纳");
    assert_eq!(value(&model, "青山小学", &Field::Equipment), Some(250_000.0));
    click_one(&mut model, UnitDoubtful, 1, "撤回");
    assert!(items(&mut model, UnitDoubtful)[1].left);
    click_all(&mut model, UnitDoubtful, "全部撤回");
    assert!(model.document.corrections.is_empty());
    assert_eq!(waiting(&model), all);
    for _ in 0..2 {
        update(&mut model, Event::Undo);
    }
    assert_eq!(value(&model, "青山小学", &Field::Equipment), Some(250_000.0), "each click is a step");
}

#[test]
fn every_kind_that_proposes_offers_both_answers() {
    for kind in ProblemKind::ALL.iter().filter(|kind| kind.is_proposal()) {
        assert!(kind.is_ruled() && !kind.applied(), "{kind:?}");
    }
    let mut model = Model::default();
    let _ = drop(&mut model, "分.csv", "考号,姓名,语文,数学\n01,甲,0,0\n02,乙,80,90\n");
    let _ = drop(&mut model, "误.csv", "学校名称,三年巩骨率\n城关小学,98\n");
    for kind in [AllZero, HeaderMisspelt] {
        assert_eq!(labels(&items(&mut model, kind)[0].actions), ["采纳", "保持原样"], "{kind:?}");
        click_one(&mut model, kind, 0, "保持原样");
        assert!(items(&mut model, kind)[0].left, "{kind:?}");
    }
}

#[test]
fn what_was_decided_on_two_names_stays_listed_and_is_taken_back() {
    for (answer, kind) in [("是同一所", SchoolUnited), ("不是", SchoolsApart)] {
        let mut model = Model::default();
        let _ = drop(&mut model, "甲.csv", "学校名称,三年巩固率\n桃源镇初级中学,98\n");
        let _ = drop(&mut model, "乙.csv", "学校名称,教职工人数\n桃源镇中,30\n");
        click_one(&mut model, SchoolAlike, 0, answer);
        assert_eq!(model.derived.problems.count(SchoolAlike), 0);
        let found = items(&mut model, kind).remove(0);
        assert_eq!((&*found.found, &*found.subject), ("桃源镇中", "桃源镇初级中学"));
        click_one(&mut model, kind, 0, "撤回");
        assert_eq!((model.derived.problems.count(SchoolAlike), model.derived.problems.count(kind)), (1, 0));
        assert!(model.document.corrections.is_empty());
    }
    // The same of names that only pupils and teachers have.
    for (answer, kind) in [("是同一所", SchoolUnited), ("不是", SchoolUnlisted)] {
        for (file, persons) in [
            ("分.csv", "学校,姓名,考号,语文,数学\n桃源镇中,王一,01,90,80\n桃源镇中,李二,02,70,60\n"),
            ("师.csv", "学校,姓名,工号,职称,周课时\n桃源镇中,王一,01,一级,12\n桃源镇中,李二,02,二级,10\n"),
        ] {
            let mut model = Model::default();
            let _ = drop(&mut model, "甲.csv", "学校名称,三年巩固率\n桃源镇初级中学,98\n");
            let _ = drop(&mut model, file, persons);
            click_one(&mut model, SchoolUnlisted, 0, answer);
            assert_eq!(items(&mut model, kind).len(), 1, "{file} {answer}");
            click_one(&mut model, kind, 0, "撤回");
            assert!(model.document.corrections.is_empty());
            assert_eq!(labels(&items(&mut model, SchoolUnlisted)[0].actions), ["是同一所", "不是"]);
        }
    }
}

#[test]
fn of_two_values_of_a_school_the_other_one_is_taken_by_a_click() {
    let mut model = Model::default();
    for (file, staff) in [("一.csv", 20), ("二.csv", 21), ("三.csv", 22)] {
        let _ = drop(&mut model, file, &format!("学校名称,教职工人数,满意度\n城关小学,{staff},90\n"));
    }
    let staff = |model: &Model| value(model, "城关小学", &Field::Staff);
    let told = |model: &mut Model| -> Vec<(String, String, bool)> {
        let items = items(model, ValueDiffers).into_iter();
        items.map(|item| (item.found, item.subject, item.settled)).collect()
    };
    let row = |found: &str, subject: &str, settled| (found.to_owned(), subject.to_owned(), settled);
    assert_eq!(staff(&model), Some(20.0));
    assert_eq!(told(&mut model), [row("21", "一.csv › B2", false), row("22", "一.csv › B2", false)]);
    click_one(&mut model, ValueDiffers, 0, "采纳");
    assert_eq!(staff(&model), Some(21.0));
    assert_eq!(told(&mut model), [row("21", "一.csv › B2", true), row("22", "二.csv › B2", false)]);
    click_one(&mut model, ValueDiffers, 1, "采纳");
    assert_eq!(staff(&model), Some(22.0));
    click_one(&mut model, ValueDiffers, 1, "撤回");
    click_one(&mut model, ValueDiffers, 0, "撤回");
    assert_eq!(staff(&model), Some(20.0));
    click_all(&mut model, ValueDiffers, "全部保持原样");
    assert_eq!((staff(&model), model.derived.decided.count(ValueDiffers)), (Some(20.0), 2));
    assert_eq!(model.derived, Derived::of(&model.document));
}

#[test]
fn of_two_marks_of_a_pupil_the_other_one_is_taken_by_a_click() {
    let mut model = Model::default();
    let _ = drop(&mut model, "期末成绩.csv", "考号,姓名,语文\n01,甲,86\n02,乙,90\n");
    let _ = drop(&mut model, "期末成绩表.csv", "考号,姓名,语文\n02,乙,缺考\n03,丙,60\n");
    let second = |model: &Model| {
        let cohort = &model.derived.dataset.cohorts[0];
        let marks = &cohort.subjects[0].marks;
        (marks.mark(1), marks.status(1), cohort.place(1, 0).unwrap().to_string())
    };
    let first = (Some(90.0), Status::Present, "期末成绩.csv › C3".to_owned());
    assert_eq!(second(&model), first);
    click_one(&mut model, ValueDiffers, 0, "采纳");
    assert_eq!(second(&model), (None, Status::Absent, "期末成绩表.csv › C2".to_owned()));
    assert!(items(&mut model, ValueDiffers)[0].settled);
    click_one(&mut model, ValueDiffers, 0, "撤回");
    assert_eq!(second(&model), first);
}
