//! Sheets of one layout, what the page says of sheets, dates as dates.

use suanpan::app::derive::Derived;
use suanpan::app::event::{Event, Fold};
use suanpan::app::model::{Model, Notice};
use suanpan::app::update::update;
use suanpan::app::view::Tone;
use suanpan::app::view::data::view;
use suanpan::basis::place::Place;
use suanpan::basis::problem::{ProblemKind::*, Severity};
use suanpan::word::field::Field;
use suanpan::word::reading::Choice;
use suanpan::word::source::Source;
use suanpan::word::table::{Cell, Table};

use super::correction::{drop, value};

fn place(file: &str) -> Place {
    Place::sheet(&file.into(), &"".into())
}

#[test]
fn what_a_column_means_is_decided_on_all_open_sheets_of_its_layout() {
    let mut model = Model::default();
    for (file, school) in [("一.csv", "甲小学"), ("二.csv", "乙小学"), ("三.csv", "丙小学")] {
        let _ = drop(&mut model, file, &format!("学校名称,巩固程度,教职工人数\n{school},97,30\n"));
    }
    let _ = drop(&mut model, "四.csv", "学校名称,巩固程度,满意度\n丁小学,96,90\n");
    // The third has a decision of its own.
    let own = Choice { place: place("三.csv"), column: 1, field: Some(Field::Fitness) };
    model.document.choose(own.clone());
    model.derived = Derived::of(&model.document);
    let before = model.document.clone();
    let choose = |field| Event::Choose(Choice { place: place("一.csv"), column: 1, field: Some(field) });
    update(&mut model, choose(Field::Retention));
    assert_eq!(model.notice, Some(Notice::Spread(1)));
    let means = |model: &Model, school: &str, field| value(model, school, &field);
    assert_eq!(means(&model, "甲小学", Field::Retention), Some(97.0));
    assert_eq!(means(&model, "乙小学", Field::Retention), Some(97.0));
    assert_eq!(means(&model, "丙小学", Field::Fitness), Some(97.0));
    assert_eq!(means(&model, "丁小学", Field::Retention), None, "another layout");
    // Who thinks again thinks again for all of them.
    update(&mut model, choose(Field::Exchange));
    assert_eq!(means(&model, "乙小学", Field::Exchange), Some(97.0));
    assert!(model.document.choices.contains(&own));
    for _ in 0..2 {
        update(&mut model, Event::Undo);
    }
    assert_eq!(model.document, before, "one step each");
}

#[test]
fn what_an_item_means_is_decided_on_all_open_forms_of_its_layout() {
    let mut model = Model::default();
    let form = |school: &str, item: &str| format!("学校名称:{school}\n填报项目,填报值\n{item},98\n满意度,90\n");
    for (file, school, item) in
        [("一.csv", "甲小学", "巩固程度"), ("二.csv", "乙小学", "巩固程度"), ("三.csv", "丙小学", "别的")]
    {
        let _ = drop(&mut model, file, &form(school, item));
    }
    let decided = model.document.corrections.sheet(&place("一.csv"));
    update(&mut model, Event::ReadAs(decided.with_item("巩固程度", Some(Field::Retention))));
    assert_eq!(model.notice, Some(Notice::Spread(1)));
    assert_eq!(value(&model, "乙小学", &Field::Retention), Some(98.0));
    assert_eq!(value(&model, "丙小学", &Field::Retention), None);
    update(&mut model, Event::Undo);
    assert!(model.document.corrections.is_empty());
}

#[test]
fn the_page_counts_what_has_a_meaning_apart_from_what_has_only_a_name() {
    let mut model = Model::default();
    let form = "学校名称:城关小学\n填报项目,计量单位,填报值\n小学在校生数,人,400\n篮球架数,个,1200\n";
    let _ = drop(&mut model, "表.csv", form);
    update(&mut model, Event::Unfold(Fold::Columns(0)));
    let sheet = view(&model).sheets.remove(0);
    // Three columns and two items: one item is not in the dictionary.
    assert_eq!(sheet.matched, "5 列中认出 4 列,另 1 列按原名读入");
    let columns = sheet.columns.unwrap();
    let unit = columns.iter().find(|column| column.header == "计量单位").unwrap();
    assert_eq!((&*unit.options[unit.chosen], &*unit.certainty), ("(作为单位读取)", "确定"));
    let unknown: Vec<_> = model.derived.problems.iter().filter(|problem| problem.kind == ColumnUnknown).collect();
    assert_eq!(unknown.len(), 1);
    assert_eq!((&*unknown[0].place.a1(), &*unknown[0].found), ("A4", "篮球架数"));
    let _ = drop(&mut model, "宽.csv", "学校名称,小学在校生数,篮球架数\n城南小学,400,1200\n");
    assert_eq!(view(&model).sheets[1].matched, "3 列中认出 2 列,另 1 列按原名读入");
}

#[test]
fn a_sheet_of_sentences_is_a_note() {
    let mut model = Model::default();
    let _ = drop(&mut model, "填表说明.csv", "填表说明\n请按校填写。\n\n面积以平方米为单位。\n");
    assert_eq!(view(&model).sheets[0].tone, Tone::Quiet);
    let kinds: Vec<_> = model.derived.problems.iter().map(|problem| problem.kind).collect();
    assert_eq!((kinds, SheetOfText.severity()), (vec![SheetOfText], Severity::Note));
    let _ = drop(&mut model, "乱.csv", "甲,乙\n子,丑\n");
    assert_eq!(model.derived.problems.count(NoHeader), 1);
}

#[test]
fn dates_are_shown_as_dates_and_compared_as_they_stand() {
    // 45536 is 2024-09-01.
    let rows = [
        vec![Cell::Text("学校名称"), Cell::Text("小学在校生数"), Cell::Text("建校")],
        vec![Cell::Text("城关小学"), Cell::Date(45_536.0), Cell::Date(45_536.75)],
    ];
    let table =
        Table { file: "一.xlsx".into(), sheet: "".into(), cells: rows.into_iter().collect(), ..Table::default() };
    let mut model = Model::default();
    model.document.sources = vec![Source::new("一.xlsx", b"bytes")];
    model.document.tables = vec![table].into();
    model.derived = Derived::of(&model.document);
    update(&mut model, Event::Unfold(Fold::Columns(0)));
    let sheet = view(&model).sheets.remove(0);
    let preview = sheet.preview.unwrap();
    assert_eq!([1, 2].map(|column| &*preview.rows[1].cells[column].text), ["2024-09-01", "2024-09-01 18:00"]);
    assert_eq!(sheet.columns.unwrap()[1].sample, "2024-09-01");
    let fault = model.derived.problems.iter().find(|problem| problem.kind == NotANumber).unwrap();
    assert_eq!(fault.found, "2024-09-01");
    let cell = place("一.xlsx").at(1, 1);
    let edit = |text: &str| Event::EditCell { place: cell.clone(), text: text.into() };
    update(&mut model, edit("2024-09-01"));
    assert!(model.document.corrections.is_empty(), "nothing was changed");
    update(&mut model, edit("400"));
    assert_eq!(model.document.corrections.cells()[0].before, "45536");
    update(&mut model, edit("2024-09-01"));
    assert!(model.document.corrections.is_empty());
}
