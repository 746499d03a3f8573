//! What is tried out, and the ways to a limit.

use suanpan::app::act::Act;
use suanpan::app::draft::{Draft, StepKind};
use suanpan::app::event::Event;
use suanpan::app::model::{Model, Notice};
use suanpan::app::typed::{Entry, Typed};
use suanpan::app::update::update;
use suanpan::app::view::balance::{BalanceView, Part, view};
use suanpan::app::view::pager::Windows;
use suanpan::app::view::section::{Row, Section};
use suanpan::balance::edit::PlanEdit;
use suanpan::balance::plan::{self, Planned, Snag};
use suanpan::balance::standard::Item;
use suanpan::balance::variation::Outcome;
use suanpan::balance::verdict::Verdict;
use suanpan::balance::way::{Raising, ways};
use suanpan::balance::{Unit, assess};
use suanpan::basis::text::Lang;
use suanpan::report::compose;
use suanpan::report::grid::{Cell, Content};
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field::*;
use suanpan::word::field::Stage::{Junior, Primary};
use suanpan::word::scheme::balance::BalanceScheme;
use suanpan::word::scheme::plan::{Plan, STEPS, Step};

use super::county::{County, exact_school, look, sample, with, without};
use super::standard::{basic, two_schools};

/// What a plan leads to. That the schools it leaves alone are known already makes no difference.
fn planned(county: &County, scheme: &BalanceScheme, plan: &Plan) -> Planned {
    let after = plan::planned(&county.0, &county.by(scheme), plan);
    assert_eq!(after.balance, assess(&after.data, scheme));
    after
}

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
    let after = planned(&county, &BalanceScheme::default(), &plan);
    assert_eq!(after.snags, [None]);
    assert_eq!(after.balance.verdict, Verdict::Met);
    assert_eq!(before, county.assess());
}

#[test]
fn moves_keep_the_sum_and_take_no_more_than_there_is() {
    let county = two();
    let step = |amount| Step::Move { from: "A".into(), to: "乙".into(), field: BackboneTeachers(Primary), amount };
    let plan = Plan { steps: vec![step(6.0), step(15.0)] };
    let after = planned(&county, &BalanceScheme::default(), &plan);
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
    let after = planned(&county, &BalanceScheme::default(), &plan);
    assert_eq!(after.data.schools[0].kind, Some(SchoolKind::NineYear));
    assert_eq!(after.data.value(0, &TeachingArea, None).unwrap().number, 0.3);
    // 5.3 a hundred of 200 junior pupils; primary schools have no junior teachers to know of.
    assert_eq!(after.data.value(0, &HigherDegreeTeachers(Junior), None).unwrap().number, 10.6);
    let lacking = |unit: &Unit| unit.cells.iter().any(|cell| cell.state.is_missing());
    assert!(after.balance.stages.iter().flat_map(|stage| &stage.units).all(|unit| !lacking(unit)));
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
    let after = planned(&two(), &BalanceScheme::default(), &Plan { steps });
    let snags = [Snag::NameTaken, Snag::NoSchool("没有".into()), Snag::SameSchool, Snag::OutOfRange].map(Some);
    assert_eq!(after.snags, [[None, None].to_vec(), snags.to_vec()].concat());
    let unit = after.balance.stage(Primary).unwrap().unit(2).unwrap();
    // What it has is not known yet, which is not nothing.
    assert_eq!((unit.pupils, unit.verdict), (Some(300.0), Verdict::Pending));
}

#[test]
fn what_is_not_known_of_both_schools_is_not_known_of_the_merged_one() {
    // Rooms of A are known, of the other only for an older year.
    let school = |pupils| without(exact_school(Primary, pupils), MultimediaRooms);
    let mut county = County::of(SchoolKind::Primary, school(1000.0)).and("乙", SchoolKind::Primary, school(500.0));
    for (school, year) in [(0, 2025), (1, 2019)] {
        let place = county.0.schools[school].place.clone();
        county = county.fact(school, MultimediaRooms, Some(year), 30.0, place);
    }
    let merged = |school: &str, into: &str| {
        let plan = Plan { steps: vec![Step::Merge { school: school.into(), into: into.into() }] };
        planned(&county, &BalanceScheme::default(), &plan)
    };
    for (after, taker, ended) in [(merged("乙", "A"), 0, 1), (merged("A", "乙"), 1, 0)] {
        assert!(after.data.value(taker, &MultimediaRooms, None).is_none());
        let unit = after.balance.stage(Primary).unwrap().unit(taker).unwrap();
        assert_eq!((unit.pupils, unit.verdict), (Some(1500.0), Verdict::Pending));
        assert!(after.balance.stage(Primary).unwrap().unit(ended).is_none(), "a school that ended is not assessed");
    }
}

#[test]
fn a_school_that_says_nothing_of_its_pupils_ends_all_the_same() {
    let silent = without(exact_school(Primary, 500.0), Pupils(Primary));
    let county = two().and("丙", SchoolKind::Primary, silent);
    let plan = Plan { steps: vec![Step::Merge { school: "丙".into(), into: "A".into() }] };
    let after = planned(&county, &BalanceScheme::default(), &plan);
    let schools: Vec<usize> = after.balance.stage(Primary).unwrap().units.iter().map(|unit| unit.school).collect();
    assert_eq!(schools, [0, 1]);
}

#[test]
fn a_school_ends_once() {
    let merge = || Step::Merge { school: "乙".into(), into: "A".into() };
    let steps = vec![merge(), merge(), backbone("乙", 1.0)];
    let after = planned(&two(), &BalanceScheme::default(), &Plan { steps });
    let ended = || Some(Snag::Merged("乙".into(), "A".into()));
    assert_eq!(after.snags, [None, ended(), ended()]);
}

#[test]
fn schools_that_lack_data_are_listed_but_nothing_can_be_filled() {
    let county = County::of(SchoolKind::Primary, without(exact_school(Primary, 500.0), BackboneTeachers(Primary)));
    let page = page(&county, &Plan::default());
    let section = page.sections.iter().find(|section| section.title == Lang::Zh.plan_short()).unwrap();
    let row = &section.grid.as_ref().unwrap().rows[0];
    assert_eq!((&*row.cells[0].text, &*row.cells[3].text), ("A", Lang::Zh.missing()));
    assert_eq!(row.press, None);
}

#[test]
fn two_teaching_points_together_are_one() {
    let point = || exact_school(Primary, 20.0);
    let county = County::of(SchoolKind::TeachingPoint, point()).and("乙", SchoolKind::TeachingPoint, point());
    let plan = Plan { steps: vec![Step::Merge { school: "乙".into(), into: "A".into() }] };
    let after = planned(&county, &BalanceScheme::default(), &plan);
    assert_eq!(after.data.schools[0].kind, Some(SchoolKind::TeachingPoint));
}

#[test]
fn steps_ask_for_what_is_known_and_whole() {
    let county = two().and("丙", SchoolKind::Primary, without(exact_school(Primary, 500.0), BackboneTeachers(Primary)));
    let step = |from: &str, to: &str, amount| Step::Move {
        from: from.into(),
        to: to.into(),
        field: BackboneTeachers(Primary),
        amount,
    };
    let unnamed = Step::Open { school: "".into(), kind: SchoolKind::Primary };
    let huge = Step::Add { school: "A".into(), field: Pupils(Primary), amount: 1e308 };
    let steps = vec![step("A", "乙", 1.5), step("A", "丙", 1.0), step("丙", "A", 1.0), unnamed, huge];
    let after = planned(&county, &BalanceScheme::default(), &Plan { steps });
    let unknown = || Some(Snag::Unknown("丙".into()));
    let expected = [Some(Snag::NotWhole), unknown(), unknown(), Some(Snag::NameTaken), Some(Snag::OutOfRange)];
    assert_eq!(after.snags, expected);
}

/// 600 + 300 pupils in 4,000 ㎡. The stages' parts are 600 and 1.1 × 300 of 930. The junior one
/// needs 5.8 × 300 × 930 ∕ 330 = 4,903.64, 903.7 more; the primary one 4.5 × 930 = 4,185, 185 more.
#[test]
fn filling_both_stages_of_a_school_reaches_both_in_either_order() {
    let numbers =
        vec![(Pupils(Primary), 600.0), (Pupils(Junior), 300.0), (TeachingArea, 4000.0), (IndoorSportsArea, 0.0)];
    let county = County::of(SchoolKind::NineYear, numbers);
    let scheme = BalanceScheme::default();
    let gap = |plan: &Plan, stage| {
        let after = planned(&county, &scheme, plan);
        let gap = after.balance.stage(stage).unwrap().units[0].cell(Item::TeachingArea).unwrap().gap;
        (after, gap)
    };
    assert_eq!([Primary, Junior].map(|stage| gap(&Plan::default(), stage).1), [Some(185.0), Some(903.7)]);
    for order in [[Primary, Junior], [Junior, Primary]] {
        let mut plan = Plan::default();
        for stage in order {
            let (after, gap) = gap(&plan, stage);
            let step = |gap| Raising::of(&after.data, &scheme).whole(0, stage, Item::TeachingArea, gap).unwrap();
            plan.steps.extend(gap.map(step));
        }
        assert_eq!([Primary, Junior].map(|stage| gap(&plan, stage).1), [None, None], "{order:?}");
    }
}

#[test]
fn a_threshold_that_binary_numbers_miss_is_kept() {
    // 0.9 a hundred of 1,000 are 9, though 0.9 ∕ 100 × 1000 is a little more in binary.
    let school = |arts| with(exact_school(Primary, 1000.0), ArtsTeachers(Primary), arts);
    let county = County::of(SchoolKind::Primary, school(10.0)).and("乙", SchoolKind::Primary, school(3.0));
    let found = ways(county.assess().stage(Primary).unwrap());
    // (10 − 3) ∕ 13 = 0.54; 9 and 4: 5 ∕ 13 = 0.38.
    let moves = found[0].transfer.as_ref().unwrap();
    assert_eq!((found[0].item, moves.transfer.moves[0].count, moves.keeps_thresholds), (Item::Arts, 1, true));
}

#[test]
fn nobody_moves_where_nothing_is_gained() {
    // One teacher and none in equal schools: 1 and 0 cannot be shared better.
    let school = |backbone| with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), backbone);
    let county = County::of(SchoolKind::Primary, school(1.0)).and("乙", SchoolKind::Primary, school(0.0));
    let found = ways(county.assess().stage(Primary).unwrap());
    assert_eq!((found[0].item, &found[0].transfer), (Item::Backbone, &None));
}

#[test]
fn the_mean_of_2012_is_brought_down_by_any_way_alone() {
    // 0.9 and seven times 0.65: the mean is 0.68125, beyond 0.65 by an eighth of 0.25.
    let county = two_schools(1_000, [900, 650, 650, 650, 650, 650, 650, 650]);
    let before = county.by(&basic());
    let found = ways(before.stage(Primary).unwrap());
    assert_eq!(found.len(), 8);
    for way in found {
        let scheme = basic();
        let raising = Raising::of(&county.0, &scheme);
        let added = way.lift.added.iter().enumerate().filter(|(_, added)| **added > 0.0);
        let steps = added.map(|(at, added)| raising.part(at, Primary, way.item, *added).unwrap()).collect();
        let after = planned(&county, &scheme, &Plan { steps });
        let composite = &after.balance.stage(Primary).unwrap().composite;
        assert_eq!(composite.outcome, Outcome::Within, "{:?}", way.item);
        assert!(composite.value.unwrap() > 0.6499, "no more than needed: {composite:?}");
    }
    // Where all stand at 0.75, no single one can give the 0.8 that the mean lacks.
    let hopeless = two_schools(1_000, [750; 8]).by(&basic());
    assert!(ways(hopeless.stage(Primary).unwrap()).is_empty());
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
    assert_eq!(lead, "已试算 1 步:另有 1 步不能算,未计入;小学达标 1 / 2 所 → 2 / 2 所;本县资源配置未达标 → 达标。");
    assert_eq!(rows(&after, lang.plan_refused())[0][1], "没有名为「丙」的学校,未计入");
    assert_eq!(rows(&after, lang.plan_compared())[1][1..], ["0.667", "0.333", "≤ 0.50"]);
    // A school that joins another goes from the denominator, too.
    let merge = |into: &str| Step::Merge { school: "乙".into(), into: into.into() };
    let after = page(&county, &Plan { steps: vec![merge("A"), merge("A")] });
    let lead: String = after.form.as_ref().unwrap().lead.iter().map(|span| &*span.text).collect();
    assert!(lead.contains("小学达标 1 / 2 所 → 1 / 1 所"), "{lead}");
    assert_eq!(rows(&after, lang.plan_refused())[0][1], "「乙」已在前面的步骤并入「A」,未计入");
}

#[test]
fn a_step_is_put_together_with_names_as_they_are_shown() {
    let mut model = sample(Part::Plan);
    let draft = |number: &str| Draft {
        kind: StepKind::Add,
        school: " 青山学校(小学部) ".into(),
        number: number.into(),
        ..Draft::default()
    };
    // Per cent of what is there are no number of pupils.
    for number in ["多", "5%", "5％"] {
        update(&mut model, Event::Drafted(draft(number)));
        assert!(model.document.scheme.plan.steps.is_empty());
        assert_eq!(model.look.refused, Some(Typed::new(Entry::Draft, number)));
    }
    update(&mut model, Event::Drafted(Draft { school: " ".into(), ..draft("1") }));
    assert!(model.document.scheme.plan.steps.is_empty() && model.look.refused.is_some());
    update(&mut model, Event::Drafted(draft("1,200")));
    let expected = Step::Add { school: "青山学校".into(), field: Pupils(Primary), amount: 1200.0 };
    assert_eq!((&model.document.scheme.plan.steps, &model.look.refused), (&vec![expected.clone()], &None));
    // As the other stage and the other language have it, too.
    for school in ["青山学校(初中部)", "青山学校 (Primary)", "青山学校"] {
        update(&mut model, Event::Drafted(Draft { school: school.into(), ..draft("1,200") }));
        assert_eq!(model.document.scheme.plan.steps.last(), Some(&expected), "{school}");
    }
    assert_eq!(model.document.scheme.plan.steps.len(), 4);
}

#[test]
fn steps_that_do_not_fit_are_refused_as_a_whole() {
    let mut model = sample(Part::Plan);
    let steps = |count| vec![Step::Merge { school: "甲".into(), into: "乙".into() }; count];
    update(&mut model, Act::Plan(PlanEdit::Add(steps(STEPS - 1))));
    assert_eq!(model.notice, None);
    update(&mut model, Act::Plan(PlanEdit::Add(steps(2))));
    assert_eq!((model.document.scheme.plan.steps.len(), &model.notice), (STEPS - 1, &Some(Notice::PlanFull)));
    update(&mut model, Act::Plan(PlanEdit::Add(steps(1))));
    assert_eq!(model.document.scheme.plan.steps.len(), STEPS);
}

/// What cannot be carried out is listed apart, changes nothing, and goes at once.
#[test]
fn refused_steps_stand_apart_and_are_removed_together() {
    let county = two();
    let too_much = Step::Move { from: "乙".into(), to: "A".into(), field: BackboneTeachers(Primary), amount: 500.0 };
    let steps = vec![backbone("没有", 1.0), backbone("乙", 10.0), too_much];
    let (plan, windows) = (Plan { steps: steps.clone() }, Windows::default());
    let page = |plan: &Plan| view(&county.0, &county.assess(), &look(Part::Plan, Primary, plan, &windows), Lang::Zh);
    let shown = page(&plan);
    let [counted, refused] = [Lang::Zh.plan_steps(), Lang::Zh.plan_refused()]
        .map(|title| shown.sections.iter().find(|section| section.title == title).unwrap().clone());
    let rows = |section: &Section| section.grid.as_ref().unwrap().rows.len();
    assert_eq!((rows(&counted), rows(&refused)), (1, 2));
    assert_eq!(refused.grid.as_ref().unwrap().rows[0].cells[1].text, "没有名为「没有」的学校,未计入");
    let lead: String = shown.form.unwrap().lead.iter().map(|span| span.text.as_str()).collect();
    assert!(lead.starts_with("已试算 1 步:另有 2 步不能算,未计入;"), "{lead}");
    let kept = Plan { steps: steps[1..2].to_vec() };
    let balance = |plan: &Plan| planned(&county, &BalanceScheme::default(), plan).balance;
    assert_eq!(balance(&plan), balance(&kept), "before and after as without them");
    let mut model = sample(Part::Plan);
    update(&mut model, Act::Plan(PlanEdit::Add(steps)));
    update(&mut model, Event::Do(refused.press.unwrap().deed));
    assert_eq!(model.document.scheme.plan, kept);
    assert!(page(&kept).sections.iter().all(|section| section.title != Lang::Zh.plan_refused()));
    let none = page(&Plan { steps: vec![backbone("没有", 1.0)] });
    assert!(none.sections.iter().all(|section| section.title != Lang::Zh.plan_steps()));
}

/// The workbook has the steps, and what they change.
#[test]
fn the_workbook_has_what_was_tried_out() {
    let mut model = sample(Part::Plan);
    let sheet = |model: &Model| {
        let report = compose(&model.derived.material(&model.document, "2026-01-01T00:00:00Z"), Lang::Zh);
        report.sheets.into_iter().find(|sheet| sheet.name == "补短与模拟")
    };
    assert!(sheet(&model).is_none(), "nothing was tried out");
    let more = Step::Add { school: "桃源小学".into(), field: BackboneTeachers(Primary), amount: 3.0 };
    update(&mut model, Act::Plan(PlanEdit::Add(vec![more, backbone("没有", 1.0)])));
    let rows = sheet(&model).unwrap().rows;
    let row = |begins: &str| {
        let texts = rows.iter().map(|row| {
            let text = |cell: &Cell| if let Content::Text(text) = &cell.content { text.clone() } else { String::new() };
            row.iter().map(text).collect::<Vec<_>>()
        });
        texts.into_iter().find(|row| row.first().is_some_and(|first| first.starts_with(begins))).unwrap()
    };
    assert_eq!(row("桃源小学")[1], "已计入");
    assert_eq!(row("没有")[1], "没有名为「没有」的学校,未计入");
    // 14 of 1,657 pupils' 16.57 and 85 % of it; nothing else of the school is below.
    assert_eq!(row("达标"), ["达标", "小学", "9 / 19", "10 / 19", ""]);
    let now = model.derived.balance.stage(Primary).unwrap().variation(Item::Backbone).unwrap().coefficient().unwrap();
    let [name, _, before, after, limit] = row("L2").try_into().unwrap();
    assert_eq!((&*name, before, &*limit), ("L2 骨干教师", format!("{now:.3}"), "≤ 0.50"));
    assert!(after.parse::<f64>().unwrap() < now, "{after}");
}
