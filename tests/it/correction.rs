//! Cells typed anew, repairs taken back, two names of one school.

use suanpan::app::act::Act;
use suanpan::app::derive::{Derived, Understanding};
use suanpan::app::effect::Effect;
use suanpan::app::event::{ChosenFile, Event};
use suanpan::app::ground::Ground;
use suanpan::app::model::Model;
use suanpan::app::project::{from_json, to_json};
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::task::{NamedBytes, Outcome, Task, perform};
use suanpan::app::update::update;
use suanpan::app::view::Tone;
use suanpan::app::view::data::view;
use suanpan::basis::place::Place;
use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::basis::problem::Severity;
use suanpan::basis::text::Lang;
use suanpan::evaluation::EvaluationEdit;
use suanpan::intake::{Unwatched, open};
use suanpan::word::correction::{Corrections, Ruling, SameSchool, SheetChoice};
use suanpan::word::field::Field;
use suanpan::word::reading::{Choice, TableKind};

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

/// Opens a table beside what is open.
pub(super) fn drop(model: &mut Model, name: &str, csv: &str) -> Vec<Effect> {
    let outcome = read(model, name, csv);
    let request = model.requests;
    update(model, Event::Done { request, outcome: outcome.into() })
}

/// Has a table read, as the other worker does.
fn read(model: &mut Model, name: &str, csv: &str) -> Outcome {
    let chosen = ChosenFile { token: 1, name: name.into(), size: 1 };
    let effects = update(model, Event::Chosen(vec![chosen]));
    let files = vec![NamedBytes::new(name, csv.as_bytes().to_vec())];
    perform(Task::Open { files, ground: ground(effects) }, &mut Unwatched)
}

/// What files are opened into, as one of the effects says.
fn ground(effects: Vec<Effect>) -> Box<Ground> {
    let ground = effects.into_iter().find_map(|effect| match effect {
        Effect::Open { ground, .. } => Some(ground),
        _ => None,
    });
    ground.unwrap().open().unwrap().into()
}

fn at(row: u32, column: u32) -> Place {
    Place::sheet(&"指标.csv".into(), &"".into()).at(row, column)
}

fn rule(kind: ProblemKind, place: Option<Place>, applied: bool) -> Act {
    Act::Rule(Ruling { kind, place, applied })
}

/// What is known of a school.
pub(super) fn value(model: &Model, school: &str, field: &Field) -> Option<f64> {
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
        |same| Act::Unite(SameSchool { other: "桃源镇中".into(), name: "桃源镇初级中学".into(), same });
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
    update(&mut model, Act::Unite(SameSchool { other: "桃源镇中".into(), name: "城关小学".into(), same: false }));
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
    drop(&mut model, "指标.csv", &changed);
    assert_eq!(value(&model, "城关小学", &Field::Retention), Some(90.5));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(96.0));
}

#[test]
fn what_is_decided_while_files_are_read_holds_for_them() {
    let next = "三年巩固率,学校名称,教职工人数\n97,石桥中学,30\n";
    let field = Some(Field::Satisfaction);
    let choose = Act::Choose(Choice { place: Place::sheet(&"指标.csv".into(), &"".into()), column: 1, field });
    let (mut meanwhile, mut before) = (opened(), opened());
    let outcome = read(&mut meanwhile, "乙.csv", next);
    let request = meanwhile.requests;
    update(&mut meanwhile, choose.clone());
    update(&mut meanwhile, Event::Done { request, outcome: outcome.into() });
    update(&mut before, choose);
    drop(&mut before, "乙.csv", next);
    assert_eq!(value(&meanwhile, "石桥中学", &Field::Satisfaction), Some(97.0));
    assert_eq!(meanwhile.document, before.document);
    assert_eq!(meanwhile.derived, before.derived);
}

#[test]
fn a_remembered_layout_holds_beside_a_file_that_does_not_count() {
    let mut model = opened();
    let field = Some(Field::Satisfaction);
    update(&mut model, Act::Choose(Choice { place: Place::sheet(&"指标.csv".into(), &"".into()), column: 1, field }));
    let effects = update(&mut model, Event::Chosen(vec![ChosenFile { token: 1, name: "乙.csv".into(), size: 1 }]));
    let next = CSV.replace("97", "96").into_bytes();
    let files = vec![NamedBytes::new("副本.csv", CSV.as_bytes().to_vec()), NamedBytes::new("乙.csv", next)];
    let outcome = perform(Task::Open { files, ground: ground(effects) }, &mut Unwatched);
    let request = model.requests;
    update(&mut model, Event::Done { request, outcome: outcome.into() });
    assert_eq!(model.derived.problems.count(SameFile), 1);
    assert_eq!(model.derived.problems.count(LayoutRemembered), 1);
    assert_eq!(model.derived, Derived::of(&model.document));
}

#[test]
fn a_copy_counts_if_the_original_is_taken_out_while_it_is_read() {
    let mut model = opened();
    let outcome = read(&mut model, "副本.csv", CSV);
    let request = model.requests;
    update(&mut model, Event::Close("指标.csv".into()));
    update(&mut model, Event::Done { request, outcome: outcome.into() });
    assert_eq!(value(&model, "桃源镇初级中学", &Field::Retention), Some(97.0));
    assert_eq!(model.derived, Derived::of(&model.document));
    // The same again changes nothing, so that moves are still counted from the start.
    let tables = model.document.tables.clone();
    let _ = drop(&mut model, "副本.csv", CSV);
    assert!(model.derived.is_from(&model.document.tables) && model.document.tables == tables);
}

#[test]
fn what_files_mean_is_found_out_where_they_are_read() {
    let mut model = opened();
    let next = "学校名称,三年巩固率\n石桥中学,97\n桃源镇中,96\n";
    let outcome = read(&mut model, "乙.csv", next);
    let Outcome::Opened(opening) = &outcome else { panic!("a table is opened") };
    let understanding = opening.understanding.clone();
    let request = model.requests;
    update(&mut model, Event::Done { request, outcome: outcome.into() });
    assert!(understanding.is_some());
    assert_eq!(understanding, Understanding::of(&model.document, &mut Unwatched));
    assert_eq!(model.derived, Derived::of(&model.document));
    assert_eq!(value(&model, "石桥中学", &Field::Retention), Some(97.0));
}

#[test]
fn what_was_chosen_for_a_layout_holds_for_the_next_table_of_it() {
    let mut model = opened();
    let field = Some(Field::Satisfaction);
    update(&mut model, Act::Choose(Choice { place: Place::sheet(&"指标.csv".into(), &"".into()), column: 1, field }));
    let next = "三年巩固率,学校名称,教职工人数\n97,石桥中学,30\n";
    drop(&mut model, "乙.csv", next);
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
    let choose = |field| Act::Choose(Choice { place: place.clone(), column: 1, field });
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
    let open = |model: &mut Model| drop(model, "乙.csv", CSV);
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
    update(&mut late, Act::Evaluation(EvaluationEdit::SetWeight { path: vec![0], weight: 1_000 }));
    drop(&mut late, "乙.csv", &CSV.replace("97", "96"));
    assert_eq!(late.derived.problems.count(LayoutRemembered), 1);
    // What was kept and what was decided before it came both hold.
    let mut both = Model::default();
    let _ = drop(&mut both, "丁.csv", "学校名称,群众意见\n城关小学,90\n");
    let (place, field) = (Place::sheet(&"丁.csv".into(), &"".into()), Some(Field::Satisfaction));
    update(&mut both, Act::Choose(Choice { place, column: 1, field }));
    update(&mut both, Event::LayoutsRecalled(json.clone()));
    open(&mut both);
    let _ = drop(&mut both, "戊.csv", "学校名称,群众意见\n西关小学,91\n");
    assert_eq!(both.derived.problems.count(LayoutRemembered), 2);
    // The same bytes under another name are not counted, so nothing holds for them.
    let mut twice = opened();
    update(&mut twice, Event::LayoutsRecalled(json.clone()));
    open(&mut twice);
    assert_eq!(twice.derived.problems.count(LayoutRemembered), 0);
    let mut odd = Model::default();
    update(&mut odd, Event::LayoutsRecalled(b"no layouts".to_vec()));
    open(&mut odd);
    assert_eq!(odd.derived.problems.count(LayoutRemembered), 0);
}

/// A form whose header has a row below that the program takes for data.
fn odd_header(title: &str, rate: u32) -> String {
    format!("{title}学校名称,指标甲,指标乙\n(全称),三年巩固率,教职工数\n桃源镇中,{rate},30\n")
}

fn header_of(model: &Model, file: &str) -> (u32, u32) {
    model.derived.readings.iter().find(|reading| *reading.place.file == *file).unwrap().header
}

#[test]
fn header_rows_set_by_hand_hold_for_the_next_table_of_the_layout_and_are_forgotten_when_taken_back() {
    let mut model = Model::default();
    let _ = drop(&mut model, "一.csv", &odd_header("", 98));
    let place = Place::sheet(&"一.csv".into(), &"".into());
    let found = header_of(&model, "一.csv");
    assert_eq!(found, (1, 2));
    let set = (0, 2);
    update(&mut model, Act::ReadAs(SheetChoice { header: Some(set), ..SheetChoice::none(place.clone()) }));
    assert_eq!(header_of(&model, "一.csv"), set);
    // Two title rows more stand above the next one.
    let _ = drop(&mut model, "二.csv", &odd_header("2025年统计\n填表人:王\n", 97));
    assert_eq!(header_of(&model, "二.csv"), (2 + set.0, 2 + set.1));
    assert_eq!(model.derived.problems.count(LayoutRemembered), 1);
    // One of other headers is left as it is found.
    let _ = drop(&mut model, "三.csv", "学校名称,三年巩固率\n石桥中学,95\n");
    assert_eq!(header_of(&model, "三.csv"), (0, 1));
    assert_eq!(model.derived.problems.count(LayoutRemembered), 1);
    for name in ["一.csv", "二.csv"] {
        update(&mut model, Act::ReadAs(SheetChoice::none(Place::sheet(&name.into(), &"".into()))));
    }
    let _ = drop(&mut model, "四.csv", &odd_header("", 96));
    assert_eq!(header_of(&model, "四.csv"), found, "what was taken back is not remembered");
}

#[test]
fn layouts_kept_before_there_were_header_rows_are_still_known() {
    let json = r#"[{"form":"Rows","headers":["三年巩固率","学校名称","教职工人数"],"kind":null,"meanings":[["三年巩固率","Satisfaction"]],"units":[]}]"#;
    let mut model = Model::default();
    update(&mut model, Event::LayoutsRecalled(json.as_bytes().to_vec()));
    let _ = drop(&mut model, "乙.csv", CSV);
    assert_eq!(value(&model, "桃源镇中", &Field::Satisfaction), Some(98.0));
}

const FORM: &str = "学校名称:城关小学\n填报项目,填报值\n学生巩固程度,98\n满意度,90\n篮球架数,1200\n";

#[test]
fn what_an_item_of_a_form_means_is_chosen_remembered_saved_and_undone() {
    let mut model = Model::default();
    let _ = drop(&mut model, "甲.csv", FORM);
    update(&mut model, Sight::Fold(Fold::Columns(0)));
    let sheet = suanpan::app::view::data::view(&model).sheets.remove(0);
    let columns = sheet.columns.unwrap();
    let item = columns.iter().find(|column| column.header == "学生巩固程度").unwrap();
    assert_eq!((&*item.letters, &*item.sample), ("A3", "98"));
    let (_, meant) = item.meaning.options.iter().find(|(label, _)| label == "三年巩固率").unwrap();
    update(&mut model, Event::Do(meant.clone()));
    assert_eq!(value(&model, "城关小学", &Field::Retention), Some(98.0));
    // The meaning of another item is taken over, and that item is left out.
    let place = Place::sheet(&"甲.csv".into(), &"".into());
    let decided = model.document.corrections.sheet(&place);
    let choice = decided.with_item("篮球架数", Some(Field::Satisfaction));
    update(&mut model, Act::ReadAs(choice));
    assert_eq!(value(&model, "城关小学", &Field::Satisfaction), Some(1200.0));
    update(&mut model, Event::Undo);
    assert_eq!(value(&model, "城关小学", &Field::Satisfaction), Some(90.0));
    let text = to_json(&model.document, "2026-11-24T08:00:00Z");
    assert_eq!(from_json(&text).unwrap(), model.document);
    let schema = serde_json::from_str(include_str!("../../docs/project.schema.json")).unwrap();
    assert_eq!(breach(&schema, &serde_json::from_str(&text).unwrap()), None);
    let next = FORM.replace("城关", "西园").replace("填报项目,填报值\n", "填报项目,填报值\n运动场地面积,3000\n");
    let _ = drop(&mut model, "乙.csv", &next);
    assert_eq!(value(&model, "西园小学", &Field::Retention), Some(98.0));
    assert_eq!(model.derived.problems.count(LayoutRemembered), 1);
    for _ in 0..2 {
        update(&mut model, Event::Undo);
    }
    assert_eq!(value(&model, "城关小学", &Field::Retention), None);
    let _ = drop(&mut model, "乙.csv", &next);
    assert_eq!(value(&model, "西园小学", &Field::Retention), None, "it is forgotten");
}

/// The data page shows a sheet with what was found in its cells, and leads from
/// a finding to its cell; what it proposes can be done by its own events.
#[test]
fn the_page_leads_to_a_cell_and_takes_a_repair_back() {
    let mut model = opened();
    update(&mut model, Sight::Fold(Fold::Problems(FullWidthDigits)));
    let view = suanpan::app::view::data::view(&model);
    let group =
        view.problems.iter().find(|group| group.unfold == Sight::Fold(Fold::Problems(FullWidthDigits)).into()).unwrap();
    let item = &group.items.as_ref().unwrap()[0];
    assert!(item.settled && group.actions.len() == 1);
    assert_eq!(item.place, "指标.csv › B2 · 桃源镇中");
    update(&mut model, Event::Do(item.show.clone().unwrap()));
    let shown = suanpan::app::view::data::view(&model).sheets.remove(0);
    let preview = shown.preview.unwrap();
    assert_eq!(preview.cell.map(|(cell, _)| cell), Some((1, 1)));
    assert_eq!((&*preview.columns[1].meaning, &*preview.rows[1].cells[1].text), ("三年巩固率", "９８"));
    assert_eq!(preview.rows[1].cells[1].label, "B2:全角字符");
    assert_eq!(preview.columns.iter().map(|column| column.stays).collect::<Vec<_>>(), [true, false, false, false]);
    assert!(shown.evidence.contains("三年巩固率") && shown.decisions.len() == 3, "{}", shown.evidence);
    update(&mut model, Event::Do(item.actions[0].deed.clone()));
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), None);
    update(&mut model, Event::Undo);
    assert_eq!(value(&model, "桃源镇中", &Field::Retention), Some(98.0));
}

/// The rail's note on the data page, with the lead and the group of a kind.
fn waiting(model: &Model, kind: ProblemKind) -> (Option<String>, String, Option<(String, String, Tone)>) {
    let note = suanpan::app::view::frame::view(model).rail.remove(0).note.map(|note| note.text);
    let view = suanpan::app::view::data::view(model);
    let lead = view.lead.iter().map(|span| &*span.text).collect();
    let unfold = Sight::Fold(Fold::Problems(kind)).into();
    let group = view.problems.into_iter().find(|group| group.unfold == unfold);
    (note, lead, group.map(|group| (group.severity, group.count, group.tone)))
}

const UNITS: &str = "学校名称,办学类型,小学在校生数,教学仪器设备值(元)\n城关小学,小学,300,30\n青山小学,小学,200,25\n石桥小学,小学,100,90000\n";

#[test]
fn what_is_decided_waits_for_nobody_any_more() {
    let mut model = Model::default();
    let _ = drop(&mut model, "条件.csv", UNITS);
    let group = |severity: &str, count: &str, tone| Some((severity.to_owned(), count.to_owned(), tone));
    let all = model.derived.problems.severe(Severity::Fault) + model.derived.problems.severe(Severity::Doubt);
    let told = |model: &Model, waits: usize, group| {
        let (note, lead, found) = waiting(model, UnitDoubtful);
        assert_eq!(note, (waits > 0).then(|| format!("{waits} 处待看")));
        assert_eq!(lead.contains(&format!("{waits} 处请看一眼")), waits > 0, "{lead}");
        assert_eq!(found, group);
    };
    told(&model, all, group("存疑", "2 处", Tone::Near));
    let place = model.derived.problems.iter().find(|problem| problem.kind == UnitDoubtful).unwrap().place.clone();
    update(&mut model, rule(UnitDoubtful, Some(place.clone()), true));
    told(&model, all - 1, group("存疑", "2 处,已处理 1", Tone::Near));
    update(&mut model, rule(UnitDoubtful, None, true));
    told(&model, all - 2, group("已处理", "2 处,已处理 2", Tone::Quiet));
    // To leave one out of what holds for all is a decision too.
    update(&mut model, rule(UnitDoubtful, Some(place.clone()), false));
    told(&model, all - 2, group("已处理", "2 处,已处理 2", Tone::Quiet));
    update(&mut model, rule(UnitDoubtful, None, false));
    told(&model, all - 2, group("已处理", "2 处,已处理 2", Tone::Quiet));
    update(&mut model, Act::Withdraw { kind: UnitDoubtful, place: None });
    told(&model, all, group("存疑", "2 处", Tone::Near));
    update(&mut model, Event::EditCell { place, text: "300000".into() });
    told(&model, all - 1, group("存疑", "1 处", Tone::Near));
}

#[test]
fn a_pair_of_schools_that_is_decided_waits_for_nobody_any_more() {
    for same in [true, false] {
        let mut model = Model::default();
        let _ = drop(&mut model, "甲.csv", "学校名称,三年巩固率\n桃源镇初级中学,98\n");
        let _ = drop(&mut model, "乙.csv", "学校名称,教职工人数\n桃源镇中,30\n");
        assert_eq!(waiting(&model, SchoolAlike).0.as_deref(), Some("1 处待看"));
        update(&mut model, rule(SchoolAlike, None, same));
        assert_eq!(waiting(&model, SchoolAlike).0, None);
    }
    // A name that is in no table of schools stays listed, but is decided.
    let mut model = Model::default();
    let _ = drop(&mut model, "甲.csv", "学校名称,三年巩固率\n桃源镇初级中学,98\n");
    let _ = drop(&mut model, "分.csv", "学校,姓名,考号,语文,数学\n桃源镇中,王一,01,90,80\n桃源镇中,李二,02,70,60\n");
    let before = waiting(&model, SchoolUnlisted);
    assert_eq!(before.2.unwrap().1, "1 处");
    let decision = SameSchool { other: "桃源镇中".into(), name: "桃源镇初级中学".into(), same: false };
    update(&mut model, Act::Unite(decision));
    assert_eq!(waiting(&model, SchoolUnlisted).2.unwrap().1, "1 处,已处理 1");
    update(&mut model, Sight::Fold(Fold::Problems(SchoolUnlisted)));
    let items: Vec<_> = view(&model).problems.into_iter().filter_map(|group| group.items).flatten().collect();
    assert_eq!(items[0].subject, "您说“桃源镇中”与“桃源镇初级中学”不是同一所");
    assert_ne!(waiting(&model, SchoolUnlisted).0, before.0);
}

#[test]
fn a_finding_names_the_school_or_the_person_of_its_row() {
    let places = |name: &str, csv: &str, kind| -> Vec<String> {
        let mut model = Model::default();
        let _ = drop(&mut model, name, csv);
        update(&mut model, Sight::Fold(Fold::Problems(kind)));
        let groups = suanpan::app::view::data::view(&model).problems;
        groups.into_iter().filter_map(|group| group.items).flatten().map(|item| item.place).collect()
    };
    let marks = "学校,班级,姓名,考号,语文,数学\n一中,1,王一,01,九十,80\n一中,1,,02,八十,60\n一中,1,李三,03,70,60\n";
    assert_eq!(places("分.csv", marks, IdeographicDigits), ["分.csv › E2 · 王一", "分.csv › E3"]);
    // Records are columns: the name stands above.
    let turned = "学校名称,城关小学,青山小学,石桥小学\n办学类型,小学,小学,小学\n小学在校生数,300,２００,100\n教职工数,20,15,10\n专任教师数,18,14,9\n";
    assert_eq!(places("表.csv", turned, FullWidthDigits), ["表.csv › C3 · 青山小学"]);
    // The name itself needs no name.
    assert_eq!(places("校.csv", "学校名称,三年巩固率\n 一中,98\n", SpacesTrimmed), ["校.csv › A2"]);
}

#[test]
fn a_row_of_values_chosen_as_header_and_a_missing_column_of_schools_are_said() {
    let mut model = Model::default();
    let _ = drop(&mut model, "无表头.csv", "城关小学,45,98.5\n石桥小学,32,97.5\n东山中学,61,96\n");
    let place = model.derived.tables[0].place();
    let read_as = |header, kind| Act::ReadAs(SheetChoice { kind, header, ..SheetChoice::none(place.clone()) });
    assert_eq!(model.derived.problems.count(HeaderOfValues), 0);
    update(&mut model, read_as(Some((0, 1)), Some(TableKind::Indicators)));
    let of = |kind| model.derived.problems.iter().find(|problem| problem.kind == kind);
    assert_eq!(of(HeaderOfValues).map(|problem| (problem.place.a1(), &*problem.found)), Some(("B1".into(), "45")));
    assert!(of(NoSchoolColumn).is_some());
    let lead: String = view(&model).lead.iter().map(|span| &*span.text).collect();
    assert_eq!(lead, Lang::Zh.lacks_schools());
    // What the finding advises, the table's row does too.
    for text in [Lang::Zh.problem_remedy(NoHeader), Lang::Zh.problem_remedy(HeaderOfValues), Lang::Zh.lacks_header()] {
        assert!(text.contains("在原文件的数据上方补上一行列名"), "{text}");
    }
}

#[test]
fn where_nothing_was_repaired_repairs_are_not_spoken_of() {
    let lead = |text: &str| {
        let mut model = Model::default();
        let _ = drop(&mut model, "指标.csv", text);
        view(&model).lead.iter().map(|span| &*span.text).collect::<String>()
    };
    assert!(lead("学校名称,三年巩固率\n城关小学,91\n").ends_with("没有要处理的问题。"));
    assert!(lead("学校名称,三年巩固率\n城关小学,91%\n").ends_with("没有要处理的问题;自动修正 1 处,均可查看。"));
    assert!(lead("学校名称,三年巩固率\n城关小学,约91\n").ends_with("1 处请看一眼。"));
}

#[test]
fn a_repair_that_is_taken_back_is_said_to_be_and_counts_no_more() {
    let mut model = Model::default();
    let _ = drop(&mut model, "指标.csv", "学校名称,三年巩固率\n城关小学,91%\n石桥小学,92%\n");
    let seen = |model: &Model| {
        let data = view(model);
        let group = data.problems.iter().find(|group| group.title == Lang::Zh.problem_title(PercentRepaired)).unwrap();
        let lead: String = data.lead.iter().map(|span| &*span.text).collect();
        (group.severity.clone(), group.count.clone(), lead.split(';').nth(1).unwrap_or_default().to_owned())
    };
    let place = Place::sheet(&"指标.csv".into(), &"".into());
    let rule = |place| Act::Rule(Ruling { kind: PercentRepaired, place, applied: false });
    let was = |severity: &str, count: &str, lead: &str| (severity.to_owned(), count.to_owned(), lead.to_owned());
    assert_eq!(seen(&model), was("已修复", "2 处", "自动修正 2 处,均可查看。"));
    update(&mut model, rule(Some(place.at(1, 1))));
    assert_eq!(seen(&model), was("已修复", "2 处,已撤回 1", "自动修正 1 处,均可查看。"));
    update(&mut model, rule(None));
    assert_eq!(seen(&model), was("已撤回", "2 处,已撤回 2", ""));
}
