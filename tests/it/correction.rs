//! Cells typed anew, repairs taken back, two names of one school.

use suanpan::app::derive::Derived;
use suanpan::app::effect::Effect;
use suanpan::app::event::{ChosenFile, Event, Fold};
use suanpan::app::model::Model;
use suanpan::app::project::{from_json, to_json};
use suanpan::app::task::{NamedBytes, Task, perform};
use suanpan::app::update::update;
use suanpan::basis::place::Place;
use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::evaluation::EvaluationEdit;
use suanpan::intake::{Unwatched, open};
use suanpan::word::correction::{Corrections, Ruling, SameSchool};
use suanpan::word::field::Field;
use suanpan::word::reading::Choice;

use super::schema::breach;

const CSV: &str = "学校名称,三年巩固率,教职工人数\n桃源镇中,９８,30\n桃源镇初级中学,97,1,2\n 城关小学,约九成,20人\n";

/// The application with this table open.
fn opened() -> Model {
    let opened = open("指标.csv", CSV.as_bytes(), &mut Unwatched);
    let mut model = Model::default();
    model.document.sources = vec![suanpan::word::source::Source::new("指标.csv", CSV.as_bytes())];
    model.document.tables = opened.tables.into();
    model.derived = Derived::of(&model.document);
    model
}

fn at(row: u32, column: u32) -> Place {
    Place::sheet(&"指标.csv".into(), &"".into()).at(row, column)
}

fn rule(kind: ProblemKind, place: Option<Place>, applied: bool) -> Event {
    Event::Rule(Ruling { kind, place, applied })
}

/// What is known of a school.
fn value(model: &Model, school: &str, field: &Field) -> Option<f64> {
    let dataset = &model.derived.dataset;
    Some(dataset.value(dataset.school(school)?, field, None)?.number)
}

#[test]
fn a_cell_typed_anew_counts_stays_on_record_and_can_be_undone() {
    let mut model = opened();
    assert_eq!(value(&model, "城关小学", &Field::Retention), None);
    update(&mut model, Event::EditCell { place: at(3, 1), text: "９０%".into() });
    update(&mut model, Event::EditCell { place: at(3, 1), text: "90.5".into() });
    assert_eq!(value(&model, "城关小学", &Field::Retention), Some(90.5));
    let edit = model.derived.problems.iter().find(|problem| problem.kind == CellEdited).unwrap();
    assert_eq!((&edit.place, &*edit.found, &*edit.subject), (&at(3, 1), "约九成", "90.5"));
    assert_eq!(model.derived.problems.count(NotANumber), 0);
    update(&mut model, Event::Undo);
    update(&mut model, Event::Undo);
    assert_eq!(model.derived.problems.count(NotANumber), 1);
    update(&mut model, Event::Redo);
    update(&mut model, Event::EditCell { place: at(3, 1), text: "约九成".into() });
    assert!(model.document.corrections.is_empty(), "what the file has is no correction");
}

#[test]
fn an_edit_beyond_the_table_adds_a_cell_and_one_of_nothing_does_nothing() {
    let mut model = opened();
    update(&mut model, Event::EditCell { place: at(4, 0), text: "新学校".into() });
    update(&mut model, Event::EditCell { place: at(4, 1), text: "88".into() });
    assert_eq!(value(&model, "新学校", &Field::Retention), Some(88.0));
    let before = model.document.clone();
    update(&mut model, Event::EditCell { place: Place::file("别的.csv").at(0, 0), text: "1".into() });
    update(&mut model, Event::EditCell { place: at(0, 0).clone(), text: "学校名称".into() });
    assert_eq!(model.document, before);
}

#[test]
fn repairs_are_taken_back_and_carried_out_again_all_or_one() {
    let mut model = opened();
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(98.0));
    update(&mut model, rule(FullWidthDigits, None, false));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), None);
    assert_eq!(model.derived.problems.count(FullWidthDigits), 1, "it is still listed");
    update(&mut model, rule(FullWidthDigits, Some(at(1, 1)), true));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(98.0));
    update(&mut model, rule(FullWidthDigits, None, true));
    assert!(model.document.corrections.is_empty());
    update(&mut model, rule(SeparatorRemoved, Some(at(3, 2)), false));
    assert_eq!(value(&model, "城关小学", &Field::Staff), None);
    update(&mut model, rule(SpacesTrimmed, None, false));
    assert_eq!(value(&model, " 城关小学", &Field::Staff), None);
    assert!(model.derived.dataset.school(" 城关小学").is_some());
    update(&mut model, Event::Undo);
    assert!(model.derived.dataset.school("城关小学").is_some());
}

#[test]
fn two_names_become_one_school_and_two_again() {
    let mut model = opened();
    let decision =
        |same| Event::Unite(SameSchool { other: "桃源镇中".into(), name: "桃源镇初级中学".into(), same });
    update(&mut model, decision(true));
    assert_eq!(model.derived.dataset.schools.len(), 2);
    assert_eq!(value(&model, "桃源镇初级中学", &Field::Retention), Some(98.0));
    assert_eq!(model.derived.problems.count(DuplicateSchool), 1, "their rows are of one table");
    update(&mut model, decision(false));
    assert_eq!(model.derived.dataset.schools.len(), 3);
}

#[test]
fn names_lead_to_one_another_and_circles_to_themselves() {
    let mut corrections = Corrections::default();
    let mut unite = |other: &str, name: &str| {
        corrections.unite(SameSchool { other: other.into(), name: name.into(), same: true });
    };
    unite("甲", "乙");
    unite("甲", "丙");
    unite("丙", "丁");
    unite("圆", "环");
    unite("环", "圆");
    for (name, stands) in [("甲", "丁"), ("丙", "丁"), ("丁", "丁"), ("圆", "圆"), ("环", "环"), ("乙", "乙")]
    {
        assert_eq!(corrections.name_for(name), stands);
    }
}

#[test]
fn corrections_are_saved_with_the_project() {
    let mut model = opened();
    update(&mut model, Event::EditCell { place: at(3, 1), text: "90.5".into() });
    update(&mut model, rule(FullWidthDigits, Some(at(1, 1)), false));
    update(&mut model, Event::Unite(SameSchool { other: "桃源镇中".into(), name: "城关小学".into(), same: false }));
    let text = to_json(&model.document, "2026-11-24T08:00:00Z");
    assert_eq!(from_json(&text).unwrap(), model.document);
    let schema = serde_json::from_str(include_str!("../../docs/project.schema.json")).unwrap();
    assert_eq!(breach(&schema, &serde_json::from_str(&text).unwrap()), None);
}

#[test]
fn a_file_opened_again_keeps_edits_of_cells_that_did_not_change() {
    let mut model = opened();
    update(&mut model, Event::EditCell { place: at(3, 1), text: "90.5".into() });
    update(&mut model, Event::EditCell { place: at(1, 1), text: "99".into() });
    let changed = CSV.replace("９８", "96");
    let chosen = ChosenFile { token: 0, name: "指标.csv".into(), size: 1 };
    update(&mut model, Event::Chosen(vec![chosen]));
    let file = NamedBytes::new("指标.csv", changed.into_bytes());
    let outcome = perform(Task::Open(vec![file]), &mut Unwatched);
    let request = model.requests;
    update(&mut model, Event::Done { request, outcome: outcome.into() });
    assert_eq!(value(&model, "城关小学", &Field::Retention), Some(90.5));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(96.0));
}

#[test]
fn what_was_chosen_for_a_layout_holds_for_the_next_table_of_it() {
    let mut model = opened();
    let field = Some(Field::Satisfaction);
    update(&mut model, Event::Choose(Choice { place: Place::sheet(&"指标.csv".into(), &"".into()), column: 1, field }));
    let next = "三年巩固率,学校名称,教职工人数\n97,石桥中学,30\n";
    update(&mut model, Event::Chosen(vec![ChosenFile { token: 1, name: "乙.csv".into(), size: 1 }]));
    let file = NamedBytes::new("乙.csv", next.as_bytes().to_vec());
    let outcome = perform(Task::Open(vec![file]), &mut Unwatched);
    let request = model.requests;
    update(&mut model, Event::Done { request, outcome: outcome.into() });
    assert_eq!(value(&model, "石桥中学", &Field::Satisfaction), Some(97.0));
    let note = model.derived.problems.iter().find(|problem| problem.kind == LayoutRemembered).unwrap();
    assert_eq!(&*note.place.file, "乙.csv");
    update(&mut model, Event::Undo);
    assert_eq!(model.document.choices.len(), 1);
}

#[test]
fn layouts_are_kept_from_one_visit_to_the_next_and_forgotten_on_wish() {
    let mut model = opened();
    let place = Place::sheet(&"指标.csv".into(), &"".into());
    let choose = |field| Event::Choose(Choice { place: place.clone(), column: 1, field });
    let effects = update(&mut model, choose(Some(Field::Satisfaction)));
    let Some(Effect::KeepLayouts(json)) = effects.into_iter().find(|effect| matches!(effect, Effect::KeepLayouts(_)))
    else {
        panic!("the layout is to be kept")
    };
    let next = || {
        let mut next = Model::default();
        update(&mut next, Event::LayoutsRecalled(json.clone()));
        next
    };
    let open = |model: &mut Model| {
        update(model, Event::Chosen(vec![ChosenFile { token: 1, name: "乙.csv".into(), size: 1 }]));
        let file = NamedBytes::new("乙.csv", CSV.as_bytes().to_vec());
        let request = model.requests;
        update(model, Event::Done { request, outcome: perform(Task::Open(vec![file]), &mut Unwatched).into() });
    };
    let mut second = next();
    open(&mut second);
    assert_eq!(value(&second, "桃源镇中", &Field::Satisfaction), Some(98.0));
    assert_eq!(second.derived.problems.count(LayoutRemembered), 1);
    update(&mut second, Event::ForgetAll);
    open(&mut second);
    assert_eq!(value(&second, "桃源镇中", &Field::Satisfaction), None);
    // What the storage tells after a file was opened is not taken back by a
    // change that has nothing to do with it.
    let mut late = opened();
    update(&mut late, Event::LayoutsRecalled(json.clone()));
    update(&mut late, Event::Evaluation(EvaluationEdit::SetWeight { path: vec![0], weight: 1_000 }));
    open(&mut late);
    assert_eq!(late.derived.problems.count(LayoutRemembered), 1);
    let mut odd = Model::default();
    update(&mut odd, Event::LayoutsRecalled(b"no layouts".to_vec()));
    open(&mut odd);
    assert_eq!(odd.derived.problems.count(LayoutRemembered), 0);
}

/// The data page shows a sheet with what was found in its cells, and leads from
/// a finding to its cell; what it proposes can be done by its own events.
#[test]
fn the_page_leads_to_a_cell_and_takes_a_repair_back() {
    let mut model = opened();
    update(&mut model, Event::Unfold(Fold::Problems(FullWidthDigits)));
    let view = suanpan::app::view::data::view(&model);
    let group = view
        .problems
        .iter()
        .find(|group| group.unfold == Event::Unfold(Fold::Problems(FullWidthDigits)).into())
        .unwrap();
    let item = &group.items.as_ref().unwrap()[0];
    assert!(item.settled && group.actions.len() == 1);
    update(&mut model, Event::Do(item.show.clone().unwrap()));
    let shown = suanpan::app::view::data::view(&model).sheets.remove(0);
    let preview = shown.preview.unwrap();
    assert_eq!(preview.cell.map(|(cell, _)| cell), Some((1, 1)));
    assert_eq!((&*preview.columns[1].meaning, &*preview.rows[1].cells[1].text), ("三年巩固率", "９８"));
    assert_eq!(preview.rows[1].cells[1].label, "B2:全角字符");
    assert!(shown.evidence.contains("三年巩固率") && shown.decisions.len() == 3, "{}", shown.evidence);
    update(&mut model, Event::Do(item.actions[0].deed.clone()));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), None);
    update(&mut model, Event::Undo);
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(98.0));
}
