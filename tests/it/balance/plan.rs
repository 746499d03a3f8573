//! What is tried out, and the ways to a limit.

use suanpan::app::view::balance::{BalanceView, Part, view};
use suanpan::app::view::pager::Windows;
use suanpan::app::view::section::Row;
use suanpan::balance::plan::{Snag, planned};
use suanpan::balance::standard::Item;
use suanpan::balance::variation::Outcome;
use suanpan::balance::verdict::Verdict;
use suanpan::balance::way::ways;
use suanpan::basis::text::Lang;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field::*;
use suanpan::word::field::Stage::{Junior, Primary};
use suanpan::word::scheme::balance::BalanceScheme;
use suanpan::word::scheme::plan::{Plan, Step};

use super::county::{County, exact_school, look, with};

fn backbone(school: &str, count: f64) -> Step {
    Step::Figure { school: school.into(), field: BackboneTeachers(Primary), value: count }
}

/// Two primary schools of 1,000: 20 and 4 backbone teachers; 10 are enough.
fn two() -> County {
    let rich = with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 20.0);
    let poor = with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 4.0);
    County::of(SchoolKind::Primary, rich).and("乙", SchoolKind::Primary, poor)
}

#[test]
fn steps_change_figures_and_the_verdict_follows() {
    let county = two();
    let before = county.assess();
    let within = before.stage(Primary).unwrap();
    // 20 and 4 about 12: 8 ∕ 12.
    assert_eq!(within.variation(Item::Backbone).unwrap().outcome, Outcome::Beyond);
    let plan = Plan { steps: vec![backbone("乙", 10.0)] };
    let after = planned(&county.0, &BalanceScheme::default(), &plan);
    assert_eq!(after.snags, [None]);
    assert_eq!(after.balance.verdict, Verdict::Met);
    assert_eq!(before, county.assess());
}

#[test]
fn moves_keep_the_sum_and_take_no_more_than_there_is() {
    let county = two();
    let step = |amount| Step::Move { from: "A".into(), to: "乙".into(), field: BackboneTeachers(Primary), amount };
    let plan = Plan { steps: vec![step(6.0), step(15.0)] };
    let after = planned(&county.0, &BalanceScheme::default(), &plan);
    assert_eq!(after.snags, [None, Some(Snag::TooLittle)]);
    let figure = |school| after.data.value(school, &BackboneTeachers(Primary), None).unwrap().number;
    assert_eq!((figure(0), figure(1)), (14.0, 10.0));
}

#[test]
fn a_school_that_joins_another_brings_all_that_it_has() {
    let county = County::of(SchoolKind::Primary, with(exact_school(Primary, 400.0), TeachingArea, 0.1)).and(
        "初中",
        SchoolKind::Junior,
        with(exact_school(Junior, 200.0), TeachingArea, 0.2),
    );
    let plan = Plan { steps: vec![Step::Merge { school: "初中".into(), into: "A".into() }] };
    let after = planned(&county.0, &BalanceScheme::default(), &plan);
    assert_eq!(after.data.schools[0].kind, Some(SchoolKind::NineYear));
    assert_eq!(after.data.value(0, &TeachingArea, None).unwrap().number, 0.3);
    assert_eq!(after.data.value(0, &Pupils(Junior), None).unwrap().number, 200.0);
    let schools: Vec<usize> =
        after.balance.stages.iter().flat_map(|stage| &stage.units).map(|unit| unit.school).collect();
    assert_eq!(schools, [0, 0]);
    assert!(after.balance.excluded.iter().any(|out| out.school == 1));
}

#[test]
fn a_school_can_open_and_take_pupils() {
    let steps = vec![
        Step::Open { school: "新校".into(), kind: SchoolKind::Primary },
        Step::Move { from: "A".into(), to: "新校".into(), field: Pupils(Primary), amount: 300.0 },
        Step::Open { school: "A".into(), kind: SchoolKind::Primary },
        Step::Merge { school: "没有".into(), into: "A".into() },
        Step::Merge { school: "A".into(), into: "A".into() },
        Step::Figure { school: "A".into(), field: TeachingArea, value: -1.0 },
    ];
    let after = planned(&two().0, &BalanceScheme::default(), &Plan { steps });
    let snags = [Snag::NameTaken, Snag::NoSchool("没有".into()), Snag::SameSchool, Snag::OutOfRange].map(Some);
    assert_eq!(after.snags, [[None, None].to_vec(), snags.to_vec()].concat());
    let unit = after.balance.stage(Primary).unwrap().unit(2).unwrap();
    // What it has is not known yet, which is not nothing.
    assert_eq!((unit.pupils, unit.verdict), (Some(300.0), Verdict::Pending));
}

#[test]
fn ways_to_the_limit_leave_schools_their_thresholds_where_they_can() {
    let county = two();
    let balance = county.assess();
    let found = ways(balance.stage(Primary).unwrap());
    assert_eq!(found.len(), 1);
    let way = &found[0];
    // x and 24 − x about 12: 0.5 is reached with 18 and 6.
    let moves = way.transfer.as_ref().unwrap();
    assert_eq!((way.item, moves.transfer.moves[0].count, moves.keeps_thresholds), (Item::Backbone, 2, true));
    assert!(moves.transfer.reached && (moves.transfer.after - 0.5).abs() < 1e-12);
    // 20 and y: (20 − y) ∕ (20 + y) ≤ 0.5 from y = 20 ∕ 3 on.
    assert_eq!(way.lift.added, [0.0, 3.0]);
}

#[test]
fn schools_give_below_their_thresholds_only_where_nothing_else_helps() {
    // 10 of 1,000 are enough: the rich school has no more, the poor ones nothing.
    let rich = with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 10.0);
    let none = || with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), 0.0);
    let county = County::of(SchoolKind::Primary, rich).and("乙", SchoolKind::Primary, none()).and(
        "丙",
        SchoolKind::Primary,
        none(),
    );
    let balance = county.assess();
    let found = ways(balance.stage(Primary).unwrap());
    let moves = found[0].transfer.as_ref().unwrap();
    assert!(!moves.keeps_thresholds && moves.transfer.reached);
}

/// The part of the page on plans, for the primary schools.
fn page(county: &County, plan: &Plan) -> BalanceView {
    let windows = Windows::default();
    let look = look(Part::Plan, Primary, plan, &windows);
    view(&county.0, &county.assess(), &look, Lang::Zh)
}

/// The rows of a section.
fn rows<'a>(view: &'a BalanceView, title: &str) -> Vec<Vec<&'a str>> {
    let section = view.sections.iter().find(|section| section.title == title).unwrap();
    let texts = |row: &'a Row| row.cells.iter().map(|cell| &*cell.text).collect();
    section.grid.as_ref().unwrap().rows.iter().map(texts).collect()
}

#[test]
fn the_page_says_what_lacks_and_what_steps_lead_to() {
    let (county, lang) = (two(), Lang::Zh);
    let before = page(&county, &Plan::default());
    let short = rows(&before, lang.plan_short());
    assert_eq!(short[0][..4], ["乙", "未达标", "", "6 名"]);
    assert_eq!(short[1][..4], ["合计(1 所)", "另 1 所各项都达到", "", "6 名"]);
    let ways = rows(&before, lang.plan_ways());
    assert_eq!(ways[0][1..], ["调动", "调 2 人:A → 乙 2 人", "0.667 → 0.500"]);
    assert_eq!(ways[1][1..], ["添置", "1 所共添 3 名:乙 +3 名", "0.667 → 0.481"]);
    let after = page(&county, &Plan { steps: vec![backbone("乙", 10.0), backbone("丙", 1.0)] });
    let lead: String = after.form.as_ref().unwrap().lead.iter().map(|span| &*span.text).collect();
    assert_eq!(lead, "已试算 1 步:小学达标 1 所 → 2 所;初中达标 0 所 → 0 所;本县未达标 → 达标。");
    assert_eq!(rows(&after, lang.plan_steps())[1][1], "没有名为「丙」的学校,未计入");
    assert_eq!(rows(&after, lang.plan_compared())[1][1..], ["0.667", "0.333", "≤ 0.50"]);
}
