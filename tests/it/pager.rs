//! Long lists are shown in windows: every row stands in exactly one, in order.

use std::collections::HashSet;

use suanpan::app::act::Act;
use suanpan::app::act::Deed;
use suanpan::app::derive::Derived;
use suanpan::app::event::Event;
use suanpan::app::model::{Model, Page};
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::balance::{BalanceColumn, BalanceSort};
use suanpan::app::view::evaluation::{EvaluationColumn, EvaluationSort};
use suanpan::app::view::pager::{List, Pager, ROWS, WHOLE, Windows};
use suanpan::app::view::{balance_page, bonus_page, data, evaluation_page};
use suanpan::app::why::Subject;
use suanpan::basis::findings::KEPT;
use suanpan::basis::problem::ProblemKind::FullWidthDigits;
use suanpan::basis::text::Lang;
use suanpan::evaluation;
use suanpan::intake::{Unwatched, open};
use suanpan::word::correction::Ruling;
use suanpan::word::field::Stage;
use suanpan::word::source::Source;

/// So many that there are three windows, the last of them not full.
const SCHOOLS: usize = 2 * ROWS + 37;

fn model(csv: &str) -> Model {
    let opened = open("指标.csv", csv.as_bytes(), &mut Unwatched);
    let mut model = Model::default();
    model.document.sources = vec![Source::new("指标.csv", csv.as_bytes())];
    model.document.tables = opened.tables.into();
    model.derived = Derived::of(&model.document);
    model
}

/// Twice as many schools as [`SCHOOLS`]: every second one takes part in the
/// balance and the bonus, the others are left out of both.
fn county() -> Model {
    let mut csv = String::from("学校名称,办学类型,小学在校生数,运动场地面积,三年巩固率,人月\n");
    for index in 0..SCHOOLS {
        // 7 has no factor in common with 10,000: no two are alike.
        let scattered = 7 * index % 10_000;
        csv += &format!(
            "第{index:04}小学,小学,{},{},{}.{:02},12\n",
            100 + index,
            5_000,
            50 + scattered / 200,
            scattered % 100
        );
        csv += &format!("第{index:04}教学点,教学点,9,,{},\n", 40 + index % 9);
    }
    let mut model = model(&csv);
    update(&mut model, Act::Bonus(suanpan::bonus::edit::BonusEdit::pool("123456.78").unwrap()));
    assert_eq!(model.derived.evaluation.schools.len(), 2 * SCHOOLS);
    model
}

fn evaluation(model: &Model) -> (Vec<String>, Option<Pager>) {
    let table = evaluation_page(model).table.unwrap();
    (table.rows.into_iter().map(|row| row.name).collect(), table.pager)
}

fn balance(model: &Model) -> (Vec<String>, Option<Pager>) {
    let table = balance_page(model).table.unwrap();
    (table.rows.into_iter().map(|row| row.name).collect(), table.pager)
}

fn excluded(model: &Model) -> (Vec<String>, Option<Pager>) {
    let view = balance_page(model);
    let grid = view.sections.into_iter().last().and_then(|section| section.grid).unwrap();
    (grid.rows.into_iter().map(|row| row.cells[0].text.clone()).collect(), grid.pager)
}

fn bonus(model: &Model) -> (Vec<String>, Option<Pager>) {
    let table = bonus_page(model).table.unwrap();
    (table.rows.into_iter().map(|row| row.cells[0].text.clone()).collect(), table.pager)
}

fn unpaid(model: &Model) -> (Vec<String>, Option<Pager>) {
    let view = bonus_page(model);
    (view.unpaid.into_iter().map(|row| row.name).collect(), view.unpaid_pager)
}

type Shown = fn(&Model) -> (Vec<String>, Option<Pager>);

/// The windows of a list, from the first by "next" to the last; on the way back
/// by "previous" they must be the same.
fn windows(model: &mut Model, shown: Shown) -> Vec<Vec<String>> {
    let go = |model: &mut Model, deed: fn(Pager) -> Option<Deed>| {
        let (rows, pager) = shown(model);
        let deed = pager.and_then(deed);
        let more = deed.is_some();
        if let Some(deed) = deed {
            assert!(update(model, Event::Do(deed)).is_empty(), "to look changes nothing");
        }
        (rows, more)
    };
    let walk = |model: &mut Model, deed: fn(Pager) -> Option<Deed>| {
        let mut windows = Vec::new();
        loop {
            let (rows, more) = go(model, deed);
            windows.push(rows);
            if !more {
                return windows;
            }
        }
    };
    let forth = walk(model, |pager| pager.after);
    let mut back = walk(model, |pager| pager.before);
    back.reverse();
    assert_eq!(forth, back);
    forth
}

#[test]
fn every_row_stands_in_exactly_one_window_in_order() {
    let mut model = county();
    let all: Vec<String> = (0..SCHOOLS).map(|index| format!("第{index:04}小学")).collect();
    let out: Vec<String> = (0..SCHOOLS).map(|index| format!("第{index:04}教学点")).collect();
    update(&mut model, Sight::Stage(Stage::Primary));
    let by_name = EvaluationSort { column: EvaluationColumn::School, ascending: true };
    update(&mut model, Sight::Evaluation(by_name));
    let by_pupils = |ascending| Sight::Balance(Some(BalanceSort { column: BalanceColumn::Pupils, ascending }));

    for (shown, expected) in [(balance as Shown, &all), (excluded, &out), (unpaid, &out)] {
        let windows = windows(&mut model, shown);
        assert_eq!(windows.iter().map(Vec::len).collect::<Vec<_>>(), [ROWS, ROWS, 37]);
        assert_eq!(windows.concat(), *expected);
    }
    let mut both = [all.clone(), out].concat();
    both.sort();
    assert_eq!(windows(&mut model, evaluation).concat(), both);
    // Sorting is over all: pupils rise with the number in the name.
    update(&mut model, by_pupils(false));
    let downwards: Vec<String> = all.iter().rev().cloned().collect();
    assert_eq!(windows(&mut model, balance).concat(), downwards);
    // The order of the bonus is that of its scores; equal for none.
    let paid = windows(&mut model, bonus).concat();
    assert_eq!(paid.iter().collect::<HashSet<_>>(), all.iter().collect());
    let score = |name: &String| {
        model.derived.bonus.shared().unwrap().lines.iter().find(|line| *line.name == **name).unwrap().per_capita.clone()
    };
    assert!(paid.windows(2).all(|pair| score(&pair[0]) >= score(&pair[1])));
}

#[test]
fn sums_and_scales_are_those_of_all_rows() {
    let mut model = county();
    let first = (
        evaluation_page(&model).table.unwrap(),
        balance_page(&model).table.unwrap(),
        bonus_page(&model).table.unwrap(),
    );
    assert_eq!(first.2.totals[4].text, "123,456.78");
    assert_eq!(first.2.totals[0].text, "合计(全部 137 所)");
    for list in [List::Evaluation, List::Balance, List::Bonus] {
        update(&mut model, Sight::Rows { list, from: ROWS });
    }
    let next = (
        evaluation_page(&model).table.unwrap(),
        balance_page(&model).table.unwrap(),
        bonus_page(&model).table.unwrap(),
    );
    assert_ne!((&first.0.rows, &first.1.rows, &first.2.rows), (&next.0.rows, &next.1.rows, &next.2.rows));
    assert_eq!((&first.0.groups, first.0.scale), (&next.0.groups, next.0.scale));
    assert_eq!((&first.1.footer, &first.2.totals), (&next.1.footer, &next.2.totals));
}

#[test]
fn a_new_order_or_group_begins_at_the_top_and_shorter_lists_end_with_their_last_window() {
    let mut model = county();
    fn turned(model: &mut Model, event: impl Into<Event>) -> [bool; 4] {
        for list in [List::Evaluation, List::Balance, List::Excluded, List::Bonus] {
            update(model, Sight::Rows { list, from: ROWS });
        }
        update(model, event);
        [evaluation, balance, excluded, bonus].map(|shown: Shown| shown(model).1.unwrap().before.is_none())
    }
    assert_eq!(turned(&mut model, Event::Go(Page::Balance)), [false; 4]);
    assert_eq!(turned(&mut model, Sight::Evaluation(EvaluationSort::default())), [true, false, false, false]);
    assert_eq!(turned(&mut model, Sight::Group(None)), [true, false, false, false]);
    assert_eq!(turned(&mut model, Sight::Balance(None)), [false, true, false, false]);
    assert_eq!(turned(&mut model, Sight::Stage(Stage::Primary)), [false, true, true, false]);
    assert_eq!(turned(&mut model, Sight::Bonus(Default::default())), [false, false, false, true]);

    let mut shown = Windows::default();
    shown.turn(List::Bonus, 4_800);
    for (length, from) in [(5_000, 4_800), (4_801, 4_800), (4_800, 4_750), (121, 100), (120, 0), (1, 0)] {
        assert_eq!(shown.of(List::Bonus, length).cut(0..length).next(), Some(from), "of {length}");
    }
    assert_eq!(shown.of(List::Bonus, 0).cut(0..0).count(), 0);
}

#[test]
fn what_fits_has_no_pager_and_what_does_not_says_which_rows_it_shows() {
    let windows = Windows::default();
    assert_eq!(windows.of(List::Evaluation, WHOLE).cut(0..WHOLE).count(), WHOLE);
    assert_eq!(windows.of(List::Evaluation, WHOLE).pager(Some(3), Lang::Zh), None);
    let pager = windows.of(List::Evaluation, 5_000).pager(None, Lang::Zh).unwrap();
    assert_eq!(pager.summary, "第 1–50 行,共 5,000 行");
    assert!(pager.before.is_none() && pager.asked.is_none() && pager.printed.contains("xlsx"));
    let pager = windows.of(List::Evaluation, WHOLE + 1).pager(None, Lang::En).unwrap();
    assert_eq!(pager.summary, "Rows 1–50 of 121");
}

#[test]
fn the_row_that_is_explained_can_be_reached_from_every_window() {
    let mut model = county();
    update(&mut model, Sight::Evaluation(EvaluationSort { column: EvaluationColumn::School, ascending: true }));
    // The last of all by name, which is in the first window of no list.
    let school = model.derived.dataset.school(&format!("第{:04}小学", SCHOOLS - 1)).unwrap();
    update(&mut model, Sight::Stage(Stage::Primary));
    let subjects = [
        (evaluation as Shown, Subject::Evaluation(evaluation::Subject::Total { school })),
        (balance, Subject::Balance(suanpan::balance::subject::Subject::School { stage: Stage::Primary, school })),
    ];
    for (shown, subject) in subjects {
        assert_eq!(shown(&model).1.unwrap().asked, None);
        update(&mut model, Sight::Why(Some(subject)));
        let deed = shown(&model).1.unwrap().asked.unwrap();
        update(&mut model, Event::Do(deed));
        let (rows, pager) = shown(&model);
        assert!(rows.iter().any(|name| *name == model.derived.dataset.name(school)));
        assert_eq!(pager.unwrap().asked, None);
    }
    let last = windows(&mut model, bonus).concat().pop().unwrap();
    let school = model.derived.dataset.school(&last).unwrap();
    update(&mut model, Sight::Why(Some(Subject::Bonus(suanpan::bonus::Subject::Amount(school)))));
    let deed = bonus(&model).1.unwrap().asked.unwrap();
    update(&mut model, Event::Do(deed));
    assert!(bonus(&model).0.contains(&last));
}

/// Findings, of which only so many of a kind are kept, can be looked at in
/// windows as far as they are kept; the rest is told of.
#[test]
fn findings_are_reached_as_far_as_they_are_kept_and_the_rest_is_told() {
    let rows = KEPT / 4 + 2;
    let mut csv = String::from("学校名称,三年巩固率,学生体质优良率,群众满意度,教职工人数\n");
    for row in 0..rows {
        csv += &format!("第{row}中学,９８,５０,８８,３０\n");
    }
    let mut model = model(&csv);
    assert_eq!(model.derived.problems.count(FullWidthDigits), 4 * rows);
    update(&mut model, Sight::Fold(Fold::Problems(FullWidthDigits)));
    let group = |model: &Model| {
        let unfold = Sight::Fold(Fold::Problems(FullWidthDigits)).into();
        data::view(model).problems.into_iter().find(|group| group.unfold == unfold).unwrap()
    };
    let listed: Shown = |model| {
        let unfold = Sight::Fold(Fold::Problems(FullWidthDigits)).into();
        let group = data::view(model).problems.into_iter().find(|group| group.unfold == unfold).unwrap();
        (group.items.unwrap().into_iter().map(|item| item.place).collect(), group.pager)
    };
    let places = windows(&mut model, listed).concat();
    assert_eq!((places.len(), places.iter().collect::<HashSet<_>>().len()), (KEPT, KEPT));
    let counted = group(&model).counted.unwrap();
    assert!(counted.contains("5,000") && counted.contains(&format!("其余 {} 处", 4 * rows - KEPT)), "{counted}");

    // What is done to one of them leaves the person where they are.
    update(&mut model, Sight::Rows { list: List::Problems(FullWidthDigits), from: 4 * ROWS });
    let item = group(&model).items.unwrap().remove(7);
    assert!(item.settled && item.place == places[4 * ROWS + 7]);
    update(&mut model, Event::Do(item.actions[0].deed.clone()));
    let after = group(&model).items.unwrap().remove(7);
    assert!(!after.settled && after.place == item.place);
    update(&mut model, Event::Undo);
    assert!(group(&model).items.unwrap().remove(7) == item);
    update(&mut model, Act::Rule(Ruling { kind: FullWidthDigits, place: None, applied: false }));
    assert!(!group(&model).items.unwrap().remove(7).settled);
    // Other files are another list.
    update(&mut model, Event::Clear);
    assert_eq!(model.look.windows, Windows::default());
}
