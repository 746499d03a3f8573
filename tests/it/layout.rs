//! Sheets of one layout, what the page says of sheets, dates as dates.

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::effect::Effect;
use suanpan::app::event::Event;
use suanpan::app::model::{Model, Notice};
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::Tone;
use suanpan::app::view::data::view;
use suanpan::basis::place::Place;
use suanpan::basis::problem::{ProblemKind::*, Severity};
use suanpan::basis::text::Lang;
use suanpan::word::correction::SheetChoice;
use suanpan::word::field::Field;
use suanpan::word::reading::{Choice, TableKind};
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
    let choose = |field| Act::Choose(Choice { place: place("一.csv"), column: 1, field: Some(field) });
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
    update(&mut model, Act::ReadAs(decided.with_item("巩固程度", Some(Field::Retention))));
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
    update(&mut model, Sight::Fold(Fold::Columns(0)));
    let sheet = view(&model).sheets.remove(0);
    // Three columns and two items: one item is not in the dictionary.
    assert_eq!(sheet.matched, "5 列中认出 4 列,另 1 列按原名读入");
    let columns = sheet.columns.unwrap();
    let unit = columns.iter().find(|column| column.header == "计量单位").unwrap();
    assert_eq!((&*unit.meaning.options[unit.meaning.chosen].0, &*unit.certainty), ("(作为单位读取)", "确定"));
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
    update(&mut model, Sight::Fold(Fold::Columns(0)));
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

/// The storage may answer after a file of a layout was opened: what it tells is
/// not taken back because nothing is decided on that file.
#[test]
fn a_layout_recalled_late_outlasts_other_changes_of_the_data() {
    let table = |school: &str| format!("学校名称,巩固程度,教职工人数\n{school},97,30\n");
    let choose = |file: &str, field| Act::Choose(Choice { place: place(file), column: 1, field });
    let mut before = Model::default();
    let _ = drop(&mut before, "去年.csv", &table("甲小学"));
    let effects = update(&mut before, choose("去年.csv", Some(Field::Retention)));
    let kept = effects.into_iter().find_map(|effect| match effect {
        Effect::KeepLayouts(json) => Some(json),
        _ => None,
    });
    let late = |kept: Option<Vec<u8>>| {
        let mut model = Model::default();
        let _ = drop(&mut model, "一.csv", &table("乙小学"));
        update(&mut model, Event::LayoutsRecalled(kept.unwrap()));
        model
    };
    let mut model = late(kept.clone());
    update(&mut model, Event::EditCell { place: place("一.csv").at(1, 2), text: "31".into() });
    let _ = drop(&mut model, "二.csv", &table("丙小学"));
    assert_eq!(value(&model, "丙小学", &Field::Retention), Some(97.0));
    // What is decided on the open file goes before, and is forgotten when taken back.
    let mut model = late(kept);
    update(&mut model, choose("一.csv", Some(Field::Fitness)));
    let _ = drop(&mut model, "二.csv", &table("丙小学"));
    assert_eq!(value(&model, "丙小学", &Field::Fitness), Some(97.0));
    for _ in 0..2 {
        update(&mut model, Event::Undo);
    }
    let _ = drop(&mut model, "三.csv", &table("丁小学"));
    assert_eq!(model.derived.problems.count(LayoutRemembered), 0);
}

#[test]
fn a_sheet_that_is_not_recognised_says_what_it_lacks_and_where_to_say_it() {
    let mut model = Model::default();
    let evidence = |model: &Model| view(model).sheets[0].evidence.clone();
    let _ = drop(&mut model, "乱.csv", "甲,乙\n子,丑\n寅,卯\n");
    assert!(evidence(&model).contains("没有找到表头"), "{}", evidence(&model));
    // With the header's rows the columns are there, but none with schools.
    let sheet = |kind, header| Act::ReadAs(SheetChoice { kind, header, ..SheetChoice::none(place("乱.csv")) });
    update(&mut model, sheet(None, Some((0, 1))));
    assert_eq!(model.derived.readings[0].columns.len(), 2);
    assert!(evidence(&model).contains("缺少校名列") && evidence(&model).contains("“学校名称”"), "{}", evidence(&model));
    update(&mut model, sheet(Some(TableKind::Conditions), Some((0, 1))));
    assert_eq!(view(&model).sheets[0].kind, "办学条件");
    assert!(evidence(&model).contains("缺少校名列"), "{}", evidence(&model));
    let schools = Choice { place: place("乱.csv"), column: 0, field: Some(Field::SchoolName) };
    update(&mut model, Act::Choose(schools));
    assert!(!evidence(&model).contains("缺少"), "{}", evidence(&model));
    update(&mut model, sheet(None, Some((0, 1))));
    assert!(evidence(&model).contains("缺少认得的数据列"), "{}", evidence(&model));
    // Who says that nothing shall be read is not asked for more.
    update(&mut model, sheet(Some(TableKind::Unknown), Some((0, 1))));
    assert_eq!(evidence(&model), "");
}

#[test]
fn the_meanings_of_a_column_are_listed_by_the_kind_of_table_that_has_them() {
    let mut model = Model::default();
    let _ = drop(&mut model, "宽.csv", "学校名称,小学在校生数,电子白板数\n城南小学,400,1200\n");
    update(&mut model, Sight::Fold(Fold::Columns(0)));
    for lang in [Lang::Zh, Lang::En] {
        update(&mut model, Event::SetLang(lang));
        let columns = view(&model).sheets.remove(0).columns.unwrap();
        let column = &columns[2].meaning;
        let names: Vec<&str> = column.groups.iter().map(|(name, _)| &**name).collect();
        assert_eq!(names.len(), 8, "each group once: {names:?}");
        if lang == Lang::Zh {
            assert_eq!(names[..5], ["学校与年度", "办学条件", "学校年度指标", "班级", "学生与教师"]);
        }
        // Outside the groups: not read, and the column's own name, which holds here.
        assert_eq!((column.groups[0].1, &*column.options[1].0, column.chosen), (2, "电子白板数", 1));
        assert!(column.groups.windows(2).all(|pair| pair[0].1 < pair[1].1));
        let group_of = |field: &Field| {
            let at = column.options.iter().position(|(label, _)| *label == field.label(lang)).unwrap();
            column.groups.iter().rfind(|(_, from)| *from <= at).unwrap().0.clone()
        };
        assert_eq!(group_of(&Field::Counted), names[0]);
        assert_eq!(group_of(&Field::MultimediaRooms), TableKind::Conditions.label(lang));
        assert_eq!(group_of(&Field::Retention), TableKind::Indicators.label(lang));
        assert_eq!(group_of(&Field::PriorTotal), TableKind::Marks.label(lang));
        assert_eq!(group_of(&Field::ClassPupils), TableKind::Classes.label(lang));
        assert_eq!(group_of(&Field::Veto), names[6]);
    }
}
