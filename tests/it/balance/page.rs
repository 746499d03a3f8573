//! The page's values and the explanations.

use std::collections::HashSet;

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::event::Event;
use suanpan::app::model::Page;
use suanpan::app::screen::{Body, Screen};
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::balance::{BalanceColumn, BalanceLook, BalanceSort, BalanceView, Part, view};
use suanpan::app::view::pager::{List, Windows};
use suanpan::app::view::section::Row;
use suanpan::app::view::{Sentence, Tone};
use suanpan::app::why::Subject as Asked;
use suanpan::balance::edit::PlanEdit;
use suanpan::balance::explain::explain;
use suanpan::balance::standard::{Item, STAGES, Standard, Switch};
use suanpan::balance::subject::Subject;
use suanpan::basis::text::Lang;
use suanpan::basis::why::Why;
use suanpan::intake::{Unwatched, open};
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::Field::*;
use suanpan::word::field::Stage::{self, Junior, Primary};
use suanpan::word::scheme::balance::BalanceScheme;
use suanpan::word::scheme::plan::Step;

use super::county::{County, exact_school, look, sample, with, without};
use super::standard::basic;
use crate::asked;

/// Three primary schools, one of them the primary part of a combined school,
/// and a teaching point that is too small.
fn tiny() -> County {
    let rich = with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 33.0);
    let poor = with(with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 8.0), TeachingArea, 4496.0);
    let mut combined = with(exact_school(Primary, 1000.0), Pupils(Junior), 500.0);
    combined = with(combined, TeachingArea, 99_999.0);
    County::of(SchoolKind::Primary, rich)
        .and("城北小学", SchoolKind::Primary, poor)
        .and("青山学校", SchoolKind::NineYear, without(combined, SportsGround))
        .and("白塔教学点", SchoolKind::TeachingPoint, exact_school(Primary, 49.0))
}

fn page(county: &County, stage: Stage, lang: Lang) -> BalanceView {
    sorted(county, stage, None, lang)
}

fn sorted(county: &County, stage: Stage, sort: Option<BalanceSort>, lang: Lang) -> BalanceView {
    let (plan, windows) = Default::default();
    let look = BalanceLook { sort, ..look(Part::Verdict, stage, &plan, &windows) };
    view(&county.0, &county.assess(), &look, lang)
}

fn words(sentence: &Sentence) -> String {
    sentence.iter().map(|span| span.text.as_str()).collect()
}

/// The page tells its pieces apart by what stands before the stage: two alike would stand in
/// each other's place.
#[test]
fn pieces_have_titles_of_their_own() {
    for part in Part::ALL {
        let mut model = sample(*part);
        update(&mut model, Event::Go(Page::Balance));
        for deed in [
            Act::Plan(PlanEdit::Add(vec![step("城北小学", 2.0), step("没有的学校", 2.0)])),
            Sight::Stage(Junior).into(),
        ] {
            update(&mut model, deed);
            let Body::Balance(view) = Screen::of(&model).body else { panic!("the balance page") };
            let titles: Vec<&str> =
                view.sections.iter().map(|section| section.title.split(" · ").next().unwrap()).collect();
            let apart: HashSet<&str> = titles.iter().copied().collect();
            assert_eq!(apart.len(), titles.len(), "{part:?}: {titles:?}");
            assert!(!apart.contains(""), "{part:?}");
        }
    }
}

fn step(school: &str, value: f64) -> Step {
    Step::Figure { school: school.into(), field: BackboneTeachers(Primary), value }
}

#[test]
fn the_lead_says_what_a_director_wants() {
    let view = page(&tiny(), Primary, Lang::Zh);
    assert_eq!(view.title, "优质均衡 · 小学");
    assert_eq!(
        words(&view.lead),
        "3 所小学中 1 所达标;未达标最常见的原因是第 2 项骨干教师(1 所);七项差异系数 4 项达标,1 项待评估,\
         第 2 项骨干教师 0.667 > 0.50,主要由A、城北小学造成,\
         第 4 项教辅用房 1.155 > 0.50,主要由青山学校(小学部)、城北小学造成。本县资源配置未达标。"
    );
    let bad: Vec<&str> = view.lead.iter().filter(|span| span.tone == Tone::Bad).map(|span| &*span.text).collect();
    assert_eq!(bad, ["第 2 项骨干教师 0.667 > 0.50", "第 4 项教辅用房 1.155 > 0.50", "未达标"]);
}

#[test]
fn the_table_marks_and_names_every_state() {
    let view = page(&tiny(), Primary, Lang::Zh);
    let table = view.table.unwrap();
    let heads: Vec<String> = table.heads.iter().map(|head| format!("{} {}", head.code, head.threshold)).collect();
    assert_eq!(heads, ["L1 ≥ 4.2", "L2 ≥ 1", "L3 ≥ 0.9", "L4 ≥ 4.5", "L5 ≥ 7.5", "L6 ≥ 2,000", "L7 ≥ 2.3"]);
    let names: Vec<&str> = table.rows.iter().map(|row| &*row.name).collect();
    assert_eq!(names, ["A", "城北小学", "青山学校(小学部)"]);
    let cell = |row: usize, item: Item| {
        let figure = &table.rows[row].cells[Standard::Quality2017.number(item) - 1];
        (&*figure.mark, &*figure.text, &*figure.spoken, figure.tone)
    };
    assert_eq!(cell(0, Item::Backbone), ("", "3.30", "", Tone::Plain));
    assert_eq!(cell(1, Item::Backbone), ("✕", "0.80", "低于 85%,还差 2 名", Tone::Bad));
    assert_eq!(cell(1, Item::TeachingArea), ("◐", "4.496", "不低于 85%,还差 4 ㎡", Tone::Near), "not 4.50");
    assert_eq!(cell(2, Item::SportsArea), ("▨", "缺", "缺数,缺运动场地面积", Tone::Quiet));
    let verdicts: Vec<&str> = table.rows.iter().map(|row| &*row.verdict.text).collect();
    assert_eq!(verdicts, ["达标", "未达标", "未达标"]);
    assert_eq!((&*table.footer.limit, &*table.footer.verdict.as_ref().unwrap().text), ("≤ 0.50", "未达标"));
    let bar = &table.footer.bars[1];
    assert_eq!((&*bar.figure.mark, &*bar.figure.text), ("✕", "0.667"));
    assert!((bar.limit.unwrap() - 0.625).abs() < 1e-12 && bar.fraction > 0.625 && bar.fraction <= 1.0);
    let rows = |title: &str| {
        let section = view.sections.iter().find(|section| section.title == title).unwrap();
        let texts = |row: &Row| row.cells.iter().map(|cell| cell.text.clone() + &cell.note).collect::<Vec<_>>();
        section.grid.as_ref().unwrap().rows.iter().map(texts).collect::<Vec<_>>()
    };
    assert_eq!(rows("不纳入计算的学校"), [["白塔教学点", "教学点不足 50 人(49 人)"]]);
    let drivers = rows("差异主要来自哪些学校");
    assert_eq!(drivers.len(), 8, "seven and their mean");
    // Of S², 3.3, 0.8 and 1 about 1.7 have 256, 81 and 49 of 386.
    assert_eq!(drivers[1][..5], ["L2 骨干教师", "0.667", "A ▲66%", "城北小学 ▼21%", "青山学校(小学部) ▼13%"]);
}

#[test]
fn rows_sort_by_any_column_with_blanks_last() {
    let table = |sort| sorted(&tiny(), Primary, sort, Lang::Zh).table.unwrap();
    let names = |column, ascending| {
        let rows = table(Some(BalanceSort { column, ascending })).rows;
        rows.into_iter().map(|row| row.name).collect::<Vec<_>>()
    };
    assert_eq!(names(BalanceColumn::Item(Item::Backbone), true), ["城北小学", "青山学校(小学部)", "A"]);
    assert_eq!(names(BalanceColumn::Item(Item::SportsArea), false).last().unwrap(), "青山学校(小学部)");
    assert_eq!(names(BalanceColumn::Pupils, false), ["A", "城北小学", "青山学校(小学部)"]);
    // Up, down, and back to the order of the data.
    let by = |ascending| Some(BalanceSort { column: BalanceColumn::Pupils, ascending });
    for (sort, ascending, next) in
        [(None, None, by(true)), (by(true), Some(true), by(false)), (by(false), Some(false), None)]
    {
        let order = table(sort).pupils_order;
        assert_eq!((order.ascending, order.press), (ascending, Sight::Balance(next).into()));
    }
}

#[test]
fn switches_change_what_the_standard_leaves_open() {
    let view = page(&tiny(), Primary, Lang::En);
    let toggles: Vec<_> = view.standard.blocks.iter().flat_map(|block| &block.toggles).collect();
    assert_eq!(toggles.len(), Switch::ALL.len());
    for (switch, toggle) in Switch::ALL.iter().zip(toggles) {
        let mut scheme = BalanceScheme::default();
        let Act::Balance(edit) = toggle.press.clone().open().unwrap() else { panic!("{toggle:?}") };
        edit.apply(&mut scheme);
        let changed: Vec<&Switch> =
            Switch::ALL.iter().filter(|own| scheme.is_on(**own) != BalanceScheme::default().is_on(**own)).collect();
        assert_eq!(changed, [switch]);
        assert_eq!(toggle.on, BalanceScheme::default().is_on(*switch));
    }
}

#[test]
fn a_coefficient_just_above_the_limit_does_not_look_like_it() {
    let school = |backbone| with(exact_school(Primary, 100_000.0), BackboneTeachers(Primary), backbone);
    let county = County::of(SchoolKind::Primary, school(10_000.0)).and("B", SchoolKind::Primary, school(30_005.0));
    let view = page(&county, Primary, Lang::Zh);
    let figure = &view.table.unwrap().footer.bars[1].figure;
    assert_eq!(figure.text, "0.5001");
    assert_eq!(figure.spoken, "四舍五入到两位才不超过限值,按原值比较不达标");
}

#[test]
fn without_data_the_page_says_what_it_needs() {
    let empty = County(Dataset::default());
    for lang in Lang::ALL {
        let view = page(&empty, Primary, *lang);
        assert!(view.table.is_none() && view.parts.is_none());
        assert_eq!(view.needs.len(), 14);
        assert_eq!(words(&view.lead), lang.balance_needs());
    }
    let only_primary = page(&County::of(SchoolKind::Primary, exact_school(Primary, 1000.0)), Junior, Lang::Zh);
    assert_eq!(words(&only_primary.lead), "没有纳入评估的初中。初中不适用,本县资源配置达标。");
}

/// Everything that the page offers to explain, and the county, which the lead
/// is about.
fn subjects(view: &BalanceView) -> Vec<Subject> {
    let table = view.table.as_ref().unwrap();
    let verdicts = [&table.footer.verdict, &table.footer.composite.verdict].into_iter().flatten();
    let rows = table.rows.iter().flat_map(|row| row.cells.iter().chain([&row.verdict]));
    let bars = table.footer.bars.iter().chain([&table.footer.composite.bar]).map(|bar| &bar.figure);
    let grids = view.sections.iter().filter_map(|section| section.grid.as_ref());
    let listed = grids.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
    let figures = verdicts.chain(rows).chain(bars).chain(listed);
    let subject = |subject| match subject {
        Asked::Balance(subject) => subject,
        other => panic!("{other:?}"),
    };
    figures.filter_map(asked).map(subject).chain([Subject::County]).collect()
}

fn cells(why: &Why) -> usize {
    why.cells.len() + why.parts.iter().map(cells).sum::<usize>()
}

#[test]
fn every_figure_explains_itself_down_to_cells() {
    let county = tiny();
    let balance = county.assess();
    for (stage, lang) in STAGES.into_iter().flat_map(|stage| Lang::ALL.iter().map(move |lang| (stage, *lang))) {
        for subject in subjects(&page(&county, stage, lang)) {
            let why = explain(&county.0, &balance, &subject, lang).unwrap();
            assert!(!why.title.is_empty() && !why.formula.is_empty(), "{subject:?}");
            let sums_up = matches!(subject, Subject::County | Subject::Stage(_) | Subject::Composite(_));
            assert!(if sums_up { !why.parts.is_empty() } else { cells(&why) > 0 }, "{subject:?}");
        }
    }
    let nobody = Subject::School { stage: Primary, school: 3 };
    assert_eq!(explain(&county.0, &balance, &nobody, Lang::Zh), None);
}

#[test]
fn a_stage_lists_fifty_schools_in_a_line_each_and_counts_the_rest() {
    let poor = || with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 8.0);
    let county = (0..60).fold(County::default(), |county, number| {
        let county = county.and(&format!("差校{number}"), SchoolKind::Primary, poor());
        county.and(&format!("点{number}"), SchoolKind::TeachingPoint, exact_school(Primary, 49.0))
    });
    let balance = county.assess();
    let lines = |lang| {
        let why = explain(&county.0, &balance, &Subject::Stage(Primary), lang).unwrap();
        assert_eq!(cells(&why), 0);
        why.parts
    };
    let schools: Vec<Why> = lines(Lang::Zh);
    assert_eq!(schools.len(), 50 + 1 + 1, "lines, the rest, the schools left out");
    assert_eq!(schools[0].title, "差校0:未达标(6 项达到,0 项未达到但不低于 85%,1 项低于 85%,0 项缺数)");
    assert!(schools[..50].iter().all(|line| line.parts.is_empty() && line.numbers.is_empty()));
    assert_eq!(schools[50].title, "另有 10 所");
    assert_eq!(schools[51].parts.len(), 51);
    assert_eq!(schools[51].parts[50].title, "另有 10 所");
    assert_eq!(lines(Lang::En)[50].title, "10 more");
}

#[test]
fn a_value_is_explained_with_its_numbers_and_its_split() {
    let numbers = vec![
        (Pupils(Primary), 619.0),
        (Pupils(Junior), 332.0),
        (TeachingArea, 5757.4),
        (IndoorSportsArea, 699.8),
        (BackboneTeachers(Primary), 6.0),
    ];
    let county = County::default().and("青山学校", SchoolKind::NineYear, numbers);
    let balance = county.assess();
    let why = |item| {
        let subject = Subject::Cell { stage: Primary, school: 0, item };
        explain(&county.0, &balance, &subject, Lang::Zh).unwrap()
    };
    let backbone = why(Item::Backbone);
    assert_eq!(backbone.title, "青山学校(小学部) · L2 每百名学生拥有县级以上骨干教师数:0.97");
    assert_eq!(backbone.formula, "每百名学生拥有县级以上骨干教师数 = 小学县级以上骨干教师数 ÷ 在校生数 × 100");
    assert_eq!(backbone.numbers, "6 ÷ 619 × 100 = 0.97 < 1, ≥ 0.85");
    assert_eq!(backbone.notes[1], "还差 1 名即达到标准。");
    assert_eq!(backbone.parts[0].title, "小学县级以上骨干教师数:6");
    assert_eq!(backbone.parts[0].cells[0].place.to_string(), "county.xlsx › conditions › F5");
    let area = why(Item::TeachingArea);
    assert_eq!(area.numbers, "(5,757.4 − 699.8) × 62.8937% ÷ 619 = 5.14 ≥ 4.5");
    let share = area.parts.last().unwrap();
    assert_eq!(share.title, "小学所占比例:62.8937%");
    assert_eq!(share.formula, "小学 ÷ (小学 + 1.1 × 初中)");
    assert_eq!(share.numbers, "619 ÷ (619 + 1.1 × 332) = 62.8937%");
}

#[test]
fn a_coefficient_is_explained_with_mean_deviation_and_schools() {
    let county = tiny();
    let subject = Subject::Variation { stage: Primary, item: Item::Backbone };
    let why = explain(&county.0, &county.assess(), &subject, Lang::Zh).unwrap();
    // 3.3, 0.8 and 1 per hundred: mean 1.7, S = √(3.86/3).
    assert_eq!(why.title, "小学 · L2 骨干教师差异系数:0.667");
    assert_eq!(why.numbers, "1.134313 ÷ 1.700000 = 0.667243 > 0.50");
    assert_eq!(why.notes[0], "县均值 X̄ = 51 名 ÷ 3,000 人 × 100 = 1.700000。");
    assert_eq!(why.parts.len(), 3);
    assert_eq!(why.parts[0].title, "A:占 S² 的 66%");
    assert_eq!(why.parts[0].numbers, "1,000 ÷ 3,000 × (3.300000 − 1.700000)² = 0.853333");
    assert_eq!(why.parts[0].cells.len(), 2);
}

#[test]
fn the_schools_leave_as_one_sheet_of_a3_on_demand() {
    let (plan, windows) = Default::default();
    let county = tiny();
    let section = |matrix| {
        let look = BalanceLook { matrix, ..look(Part::Verdict, Primary, &plan, &windows) };
        let page = view(&county.0, &county.assess(), &look, Lang::Zh);
        page.sections.into_iter().find(|section| section.title == Lang::Zh.chart_matrix()).unwrap()
    };
    assert_eq!(section(false).chart, None, "drawn on demand only");
    let page = view(&county.0, &county.by(&basic()), &look(Part::Verdict, Primary, &plan, &windows), Lang::Zh);
    let drawn = page.sections.iter().any(|section| section.title == Lang::Zh.chart_matrix());
    assert!(!drawn, "the standard of 2012 demands nothing of schools");
    let chart = section(true).chart.unwrap();
    // Backbone teachers and rooms of one; of the combined school equipment and multimedia rooms that
    // are just enough for 1,000 pupils and serve 1,000 + 1.1 × 500.
    assert_eq!(chart.said, "优质均衡 · 学校 × 指标一览 · 小学 — 3 所学校:4 处未达到,1 处缺数。");
    assert!(chart.wide.contains(">城北小学<") && chart.wide.contains("✕"), "{}", chart.wide);
    assert!(chart.saved.contains(">L2 ≥ 1<"), "with what is demanded");
    // The verdicts of schools and the coefficients, too.
    for words in [">结论<", ">✕ 未达标<", ">差异系数 ≤ 0.50<", ">✕ 0.667<"] {
        assert!(chart.saved.contains(words), "{words}");
    }
    // A3, landscape, at 96 pixels an inch: 420 × 297 mm, without margins of 15 mm.
    let width = chart.saved.split("width=\"").nth(1).unwrap().split('"').next().unwrap();
    assert!((width.parse::<f64>().unwrap() - (420.0 - 30.0) / 25.4 * 96.0).abs() < 8.0, "{width}");
}

/// A sheet holds more schools than a part of the table, with those that it shows.
#[test]
fn a_sheet_of_a3_holds_200_schools() {
    let plan = Default::default();
    let mut county = County::default();
    for index in 0..250 {
        county = county.and(&format!("第{index:03}小学"), SchoolKind::Primary, exact_school(Primary, 100.0));
    }
    let names = |from: usize| {
        let mut windows = Windows::default();
        windows.turn(List::Balance, from);
        let look = BalanceLook { matrix: true, ..look(Part::Verdict, Primary, &plan, &windows) };
        let page = view(&county.0, &county.assess(), &look, Lang::Zh);
        let chart =
            page.sections.into_iter().find_map(|section| section.chart.filter(|chart| chart.file.contains("A3")));
        let saved = chart.unwrap().saved.clone();
        let has = |index: usize| saved.contains(&format!(">第{index:03}小学<"));
        (0..250).filter(|index| has(*index)).collect::<Vec<_>>()
    };
    assert_eq!(names(0), (0..200).collect::<Vec<_>>());
    assert_eq!(names(249), (50..250).collect::<Vec<_>>(), "as many as it holds");
}

/// The sheet for the wall says whose it is: by what stands above the table.
#[test]
fn the_sheet_of_a3_is_headed_as_the_table_of_conditions() {
    let mut model = super::county::sample(Part::Verdict);
    update(&mut model, Sight::Fold(Fold::Matrix));
    let page = suanpan::app::view::balance_page(&model);
    let chart = page.sections.into_iter().find_map(|section| section.chart.filter(|chart| chart.file.contains("A3")));
    let title = "云岭县义务教育学校办学条件统计表(2025学年) · 优质均衡 · 学校 × 指标一览 · 小学";
    let chart = chart.unwrap();
    assert!(chart.saved.contains(&format!(">{title}<")) && chart.said.starts_with(title), "{}", chart.said);

    // What stands beside a title is none.
    let csv = "附件1\n云岭县办学条件统计表,单位:人\n学校名称,办学类型,小学在校生数,教学及辅助用房面积\n甲小学,小学,400,4000\n";
    model.document.tables = open("甲.csv", csv.as_bytes(), &mut Unwatched).tables.into();
    model.derived = Derived::of(&model.document);
    let page = suanpan::app::view::balance_page(&model);
    let chart = page.sections.into_iter().find_map(|section| section.chart.filter(|chart| chart.file.contains("A3")));
    assert!(chart.unwrap().said.starts_with("云岭县办学条件统计表 · 优质均衡"));
}
