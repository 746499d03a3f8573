//! 政府推动工作, in the standard of 2012: points of seventeen items, at least 85 of 100.

use suanpan::app::act::Act;
use suanpan::app::event::Event;
use suanpan::app::model::Model;
use suanpan::app::update::update;
use suanpan::app::view::Tone;
use suanpan::app::view::balance::targets::Input;
use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::target::edit::{TargetEdit, TargetEntry};
use suanpan::balance::target::explain::{Subject, explain};
use suanpan::balance::target::typed::Refusal;
use suanpan::balance::target::work::{EVEN, items};
use suanpan::balance::target::{self, Reason, Targets};
use suanpan::balance::verdict::Verdict::{self, *};
use suanpan::basis::exact::{self, Exact, whole};
use suanpan::basis::text::Lang;
use suanpan::report::{Material, compose};
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::balance::Standard;
use suanpan::word::scheme::target::{Band, Comparator, Given, Group, Mark, Part, Scoring, Set, TargetScheme};

use super::super::balance::county::County;
use super::given;
use super::page::{entry, model, row, say, view};

fn mark(item: &str, full: &str, awarded: &str) -> Mark {
    Mark { item: item.into(), full: full.into(), awarded: awarded.into() }
}

/// Six points an item, the last two five.
fn full(item: &str) -> &'static str {
    if matches!(item, "W16" | "W17") { "5" } else { "6" }
}

/// Every item awarded all its points but for those that are named.
fn awarded(less: &[(&str, &str)]) -> TargetScheme {
    let points =
        |item: &str| less.iter().find(|(of, _)| *of == item).map_or(full(item), |(_, points)| points).to_owned();
    let marks = items().into_iter().map(|item| mark(item, full(item), &points(item))).collect();
    TargetScheme { marks, ..TargetScheme::default() }
}

fn assess(scheme: &TargetScheme) -> Targets {
    target::assess(&Dataset::default(), scheme, Standard::Basic2012)
}

fn total(scheme: &TargetScheme) -> (Verdict, Option<Exact>, Vec<Reason>) {
    let line = assess(scheme).line("B1", Part::Whole).unwrap().clone();
    (line.verdict, line.value, line.reasons)
}

#[test]
fn there_are_seventeen_items_in_four_groups() {
    let targets = assess(&TargetScheme::default());
    let count = |group| targets.summary(group).unwrap().items;
    assert_eq!([Group::Access, Group::Safeguard, Group::Staffing, Group::Conduct].map(count), [4, 4, 4, 5]);
    assert_eq!(items().len(), 17);
    assert_eq!(total(&TargetScheme::default()), (Pending, None, vec![Reason::NoPoints(17)]), "no points are made up");
}

/// 85 passes, and what is just below it does not, however it would be rounded.
#[test]
fn the_total_is_compared_exactly() {
    let cases = [
        (vec![], Met, "100"),
        (vec![("W1", "0"), ("W2", "0"), ("W3", "3")], Met, "85"),
        (vec![("W1", "0"), ("W2", "0"), ("W3", "2.999")], NotMet, "84.999"),
        (vec![("W1", "0"), ("W2", "0"), ("W3", "2.5"), ("W4", "5.5")], NotMet, "84"),
    ];
    for (less, verdict, points) in cases {
        let (found, value, _) = total(&awarded(&less));
        assert_eq!((found, value), (verdict, exact::parse(points)), "{less:?}");
    }
}

#[test]
fn points_follow_from_verdicts_where_none_are_awarded() {
    let mut scheme = awarded(&[]);
    let change = |scheme: &mut TargetScheme, item: &str, full: &str| {
        scheme.marks.retain(|mark| mark.item != item);
        scheme.marks.push(mark(item, full, ""));
    };
    change(&mut scheme, "W3", "6-1/2");
    scheme.given.push(given("W3", Part::Whole, "75/100"));
    // 5 % short, one point for each 2: 2.5.
    assert_eq!(total(&scheme).1, exact::parse("97.5"));
    // A trend loses its points by the year.
    change(&mut scheme, "W4", "6-2/1");
    let year = |(year, text): (u8, &str)| Given { year, ..given("W4", Part::Whole, text) };
    scheme.given.extend((0..).zip(["50", "49", "51"]).map(year));
    assert_eq!(total(&scheme).1, exact::parse("95.5"));
    // Of an item in two parts both losses count.
    change(&mut scheme, "W14", "6-1/1");
    let limit = |part| TargetEdit::SetLimit { target: "W14".into(), part, value: Some("95".into()) };
    limit(Part::Primary).apply(&mut scheme);
    limit(Part::Junior).apply(&mut scheme);
    scheme.given.push(given("W14", Part::Primary, "94"));
    let (verdict, value, reasons) = total(&scheme);
    // Of the six one is lost and five are open.
    let between = Reason::PointsBetween(exact::parse("89.5").unwrap(), exact::parse("94.5").unwrap());
    assert_eq!((verdict, value, reasons), (Met, None, vec![between, Reason::Definite]));
    scheme.given.push(given("W14", Part::Junior, "93"));
    assert_eq!(total(&scheme).1, exact::parse("92.5"));
    let targets = assess(&scheme);
    let conduct = targets.points(Group::Conduct).unwrap();
    assert_eq!(conduct, (whole(25), whole(28)), "an item counts once");
}

/// Items that are not told yet can lose only what their deduction can take, and
/// those that fail can still lose more for what is missing.
#[test]
fn what_items_can_still_lose_is_counted_exactly() {
    let between = |item: &str, full: &str, said: &[(u8, &str)]| {
        let mut scheme = awarded(&[]);
        scheme.marks.retain(|mark| mark.item != item);
        scheme.marks.push(mark(item, full, ""));
        scheme.given.extend(said.iter().map(|(year, text)| Given { year: *year, ..given(item, Part::Whole, text) }));
        let targets = assess(&scheme);
        let scored = targets.items.iter().find(|scored| scored.item == item).unwrap();
        (exact::decimal(&scored.low).unwrap(), exact::decimal(&scored.high).unwrap())
    };
    let pair = |low: &str, high: &str| (low.to_owned(), high.to_owned());
    assert_eq!(between("W4", "6-2/1", &[(0, "50"), (1, "49")]), pair("2", "4"), "the third year could break it, too");
    assert_eq!(between("W4", "6-2/1", &[(0, "50"), (1, "51")]), pair("4", "6"), "one pair is open");
    assert_eq!(between("W4", "6-2/1", &[]), pair("2", "6"), "two pairs are open");
    assert_eq!(between("W3", "6-1/0.5-3", &[]), pair("3", "6"), "at most three can be lost");
    assert_eq!(between("W3", "6-1/0.5", &[]), pair("0", "6"));
    assert_eq!(between("W3", "6", &[]), pair("0", "6"));
    assert_eq!(between("W3", "80:6; 0:2", &[(0, "50/100")]), pair("2", "2"));
    // In 86.5 the two points that could still be lost decide.
    let mut scheme = awarded(&[("W1", "0"), ("W2", "0")]);
    scheme.marks.retain(|mark| mark.item != "W4");
    scheme.marks.push(mark("W4", "6-2/1", ""));
    scheme.given.extend([(0, "50"), (1, "49")].map(|(year, text)| Given { year, ..given("W4", Part::Whole, text) }));
    assert_eq!(total(&scheme).0, Pending, "84 to 86");
    scheme.given.push(Given { year: 2, ..given("W4", Part::Whole, "48") });
    assert_eq!((total(&scheme).0, total(&scheme).1), (NotMet, Some(whole(84))));
}

/// Whatever a project says, no item brings more than all its points.
#[test]
fn bands_never_bring_more_than_all_points() {
    let mut scheme = awarded(&[]);
    for text in ["6-1/0", "6-1/0.0", "6-0/1"] {
        let refused = TargetEntry::Full("W3".into()).edit(&scheme, text);
        assert_eq!(refused, Err(Refusal::Unreadable), "{text} takes nothing");
    }
    for text in ["1:4;0:150", "80:6; 0:50"] {
        let refused = TargetEntry::Full("W3".into()).edit(&scheme, text);
        assert_eq!(refused, Err(Refusal::RisingBands), "{text}");
    }
    scheme.marks.retain(|mark| mark.item != "W3");
    scheme.marks.push(mark("W3", "80:6; 0:50", ""));
    scheme.given.push(given("W3", Part::Whole, "50/100"));
    let (_, value, reasons) = total(&scheme);
    assert!(value.is_none_or(|value| value <= whole(100)), "{reasons:?}");
    let mut own =
        suanpan::word::scheme::target::Target { points: "6".into(), ..super::plain(Comparator::AtLeast, "80") };
    let band = |limit: &str, points: &str| Band { limit: limit.into(), points: points.into() };
    own.scoring = Scoring::Bands(vec![band("80", "6"), band("0", "50")]);
    assert_eq!(super::judged(own, &["50"]).points, Some(whole(6)));
}

/// One way to read the points, whether they or the awarded ones are typed.
#[test]
fn points_are_refused_for_what_they_are() {
    let mut scheme = TargetScheme::default();
    for text in ["-1", "−2", "80:6; 0:-1"] {
        assert_eq!(TargetEntry::Full("W3".into()).edit(&scheme, text), Err(Refusal::NegativePoints), "{text}");
    }
    let awarded = |scheme: &TargetScheme, text: &str| TargetEntry::Awarded("W3".into()).edit(scheme, text);
    assert_eq!(awarded(&scheme, "-1"), Err(Refusal::NegativePoints));
    assert!(!Refusal::NegativePoints.label(Lang::Zh).contains("增长"));
    // W3 is a share: its bands can have percent signs.
    scheme.marks = vec![mark("W3", "80%:6; 60%:3", "")];
    assert_eq!(awarded(&scheme, "7"), Err(Refusal::AboveFull));
    scheme.marks = vec![mark("W3", "6-1/2%", "")];
    assert_eq!(awarded(&scheme, "7"), Err(Refusal::AboveFull));
    assert!(awarded(&scheme, "6").is_ok());
}

#[test]
fn what_is_missing_leaves_the_total_pending_unless_nothing_can_change_it() {
    let open = |less: &[(&str, &str)], items: &[&str]| {
        let mut scheme = awarded(less);
        scheme.marks.iter_mut().filter(|mark| items.contains(&&*mark.item)).for_each(|mark| mark.awarded.clear());
        total(&scheme).0
    };
    assert_eq!(open(&[], &["W1", "W2"]), Met, "88 at least");
    assert_eq!(open(&[], &["W1", "W2", "W5"]), Pending, "82 to 100");
    assert_eq!(open(&[("W1", "0"), ("W2", "0"), ("W3", "0")], &["W5"]), NotMet, "82 at most");
}

#[test]
fn points_must_be_a_hundred_and_items_that_do_not_apply_are_left_out() {
    let mut scheme = awarded(&[]);
    scheme.marks.retain(|mark| mark.item != "W8");
    assert_eq!(total(&scheme).2, [Reason::NoPoints(1)]);
    scheme.idle.push("W8".into());
    assert_eq!(total(&scheme).2, [Reason::PointsSum(whole(94))]);
    scheme.marks.iter_mut().filter(|mark| mark.item == "W7").for_each(|mark| mark.full = "12".into());
    assert_eq!(total(&scheme).1, Some(whole(94)));
}

#[test]
fn a_total_that_is_given_counts_and_a_different_sum_is_told() {
    let mut scheme = awarded(&[("W1", "0"), ("W2", "0"), ("W3", "0")]);
    scheme.given.push(given("B1", Part::Whole, "86.5"));
    assert_eq!(total(&scheme), (Met, exact::parse("86.5"), vec![Reason::PointsOther(whole(82), whole(82))]));
    // Also while items are pending, where no outcome of theirs could give it.
    scheme.marks.iter_mut().filter(|mark| mark.item == "W5").for_each(|mark| mark.awarded.clear());
    assert_eq!(total(&scheme).2, [Reason::PointsOther(whole(76), whole(82))]);
    scheme.given[0].text = "80".into();
    assert_eq!(total(&scheme).2, [Reason::Fails]);
    scheme.marks.clear();
    assert_eq!(total(&scheme).2, [Reason::Fails]);
}

#[test]
fn the_whole_of_2012_needs_resources_schools_and_work_and_satisfaction_informs() {
    let county = County::of(SchoolKind::Primary, vec![(Field::Pupils(Stage::Primary), 500.0)]);
    let whole = |schools: &str, total: &str, satisfied: &str, resources| {
        let said = [("B0", schools), ("B1", total), ("B2", satisfied)];
        let said = said.into_iter().filter(|(_, text)| !text.is_empty());
        let given = said.map(|(id, text)| given(id, Part::Whole, text)).collect();
        let scheme = TargetScheme { given, ..TargetScheme::default() };
        let whole = target::assess(&county.0, &scheme, Standard::Basic2012).whole(resources).unwrap();
        (whole.verdict, whole.reference.unwrap().verdict)
    };
    assert_eq!(whole("40/40", "85", "85", Met), (Met, Met));
    assert_eq!(whole("40/40", "85", "84.99", Met), (Met, NotMet), "for reference");
    assert_eq!(whole("40/40", "84.99", "85", Met), (NotMet, Met));
    assert_eq!(whole("39/40", "85", "85", Met), (NotMet, Met));
    assert_eq!(whole("40/40", "85", "85", NotMet), (NotMet, Met));
    assert_eq!(whole("", "85", "", Met), (Pending, Pending));
    assert_eq!(whole("40/40", "", "85", Met), (Pending, Met));
}

fn basic() -> Model {
    let mut model = model();
    update(&mut model, Act::Balance(BalanceEdit::SetStandard(Standard::Basic2012)));
    model
}

#[test]
fn points_are_typed_item_by_item_and_refused_with_the_reason() {
    let mut model = basic();
    let fields = row(&model, "W6a Whole").points;
    assert_eq!(fields.len(), 2);
    assert!(row(&model, "W6b Whole").points.is_empty(), "once an item");
    let [full, awarded] = [0, 1].map(|place| entry(&fields[place]));
    for (field, text) in [(&full, "101"), (&full, "-1"), (&full, "six"), (&awarded, "-1"), (&awarded, "100.5")] {
        say(&mut model, field.clone(), text);
        assert!(model.look.refused.is_some() && model.document.scheme.targets.marks.is_empty(), "{text}");
    }
    say(&mut model, full.clone(), "6");
    say(&mut model, awarded.clone(), "6.01");
    let Input::Text(field) = &row(&model, "W6a Whole").points[1] else { panic!() };
    assert_eq!(field.invalid, "得分不能高于分值。");
    say(&mut model, awarded.clone(), "5.5");
    assert_eq!(model.document.scheme.targets.marks, [mark("W6", "6", "5.5")]);
    let told = row(&model, "W6a Whole");
    assert_eq!((&*told.state.text, told.remarks), ("未达标", vec!["所填得分 5.5 / 6 分".to_owned()]));
    say(&mut model, full.clone(), "5");
    assert!(model.look.refused.is_some(), "less than was awarded");
    say(&mut model, awarded, "");
    say(&mut model, full, "");
    assert!(model.document.scheme.targets.marks.is_empty());
    say(&mut model, TargetEntry::Full("G7".into()), "6");
    assert!(model.document.scheme.targets.marks.is_empty(), "no item of it");
}

#[test]
fn even_points_are_a_start_and_say_so() {
    let mut model = basic();
    let even = view(&model).groups.into_iter().find_map(|group| group.even).unwrap();
    update(&mut model, Event::Do(even.deed));
    assert!(model.document.scheme.targets.marks.iter().all(|mark| mark.full == EVEN));
    let fields = row(&model, "W1 Whole").points;
    for item in items().into_iter().skip(2) {
        say(&mut model, TargetEntry::Awarded(item.to_owned()), "5");
    }
    say(&mut model, entry(&fields[1]), "5.88");
    let told = row(&model, "B1 Whole");
    assert_eq!(told.remarks[0], "最少 80.88 分,最多 86.76 分,要看还缺的数");
    assert!(told.remarks[1].contains("只是起点"));
    assert!(view(&model).groups.iter().all(|group| group.even.is_none()), "once");
    let why = |lang| {
        let subject = Subject::Line { target: "B1".into(), part: Part::Whole };
        explain(&model.derived.dataset, &model.derived.targets, Met, &subject, lang).unwrap()
    };
    assert_eq!(why(Lang::Zh).parts[0].title, "W1:5.88 / 5.88 分");
    assert_eq!((why(Lang::En).parts.len(), &*why(Lang::En).parts[2].title), (17, "W3: 5 of 5.88 points"));
}

/// The page says the same everywhere: what there is of an item on its row, of
/// the total with what does not count, and what a refused text left as it was.
#[test]
fn rows_show_their_points_and_the_total_what_does_not_count() {
    let mut model = basic();
    model.document.scheme.targets = awarded(&[("W1", "0"), ("W3", "4")]);
    update(&mut model, Act::Target(TargetEdit::Idle("W2".into(), true)));
    let clear = |model: &mut Model, item: &str, full: &str| {
        say(model, TargetEntry::Awarded(item.into()), "");
        say(model, TargetEntry::Full(item.into()), full);
    };
    clear(&mut model, "W2", "");
    clear(&mut model, "W4", "12-2/1");
    assert_eq!(row(&model, "W4 Whole").remarks[0], "8–12 / 12 分");
    assert_eq!(row(&model, "B1 Whole").remarks[..2], ["不计入:W2", "最少 88 分,最多 92 分,要看还缺的数"]);
    for (year, text) in (0..).zip(["50", "51", "52"]) {
        let of = TargetEntry::Value { target: "W4".into(), part: Part::Whole, school: String::new(), year };
        say(&mut model, of, text);
    }
    assert_eq!(row(&model, "W4 Whole").remarks, ["12 / 12 分"]);
    let told = row(&model, "B1 Whole");
    assert_eq!((&*told.state.text, &*told.remarks[0]), ("达标", "92 / 100 分,≥ 85 分;不计入:W2"));
    clear(&mut model, "W10", "");
    assert_eq!(row(&model, "B1 Whole").remarks[0], "没有分值:W10;不计入:W2");
    say(&mut model, TargetEntry::Awarded("W3".into()), "7");
    assert_eq!(row(&model, "W3 Whole").remarks[0], "“7”没有采用,仍按原来的 4 计");
    say(&mut model, TargetEntry::Full("W5".into()), "six");
    assert_eq!(row(&model, "W5 Whole").remarks[0], "“six”没有采用,仍按原来的 6 计");
    assert!(row(&model, "W3 Whole").remarks.iter().all(|remark| !remark.contains("没有采用")));
    // Full marks can have all the signs of a deduction, points awarded are a number.
    let wide = row(&model, "W3 Whole")
        .points
        .iter()
        .map(|input| matches!(input, Input::Text(field) if field.wide))
        .collect::<Vec<_>>();
    assert_eq!(wide, [true, false]);
    // Of the county's own trend each field says its year.
    assert_eq!(row(&model, "W4 Whole").years, ["第 1 年", "第 2 年", "第 3 年"]);
    assert!(row(&model, "W3 Whole").years.is_empty());
}

/// A limit that the standard leaves open departs from nothing.
#[test]
fn limits_that_the_standard_leaves_open_are_filled_and_depart_from_nothing() {
    let mut model = basic();
    let lead = |model: &Model| super::page::words(&super::page::page(model).lead);
    let limit = |target: &str, part| TargetEntry::Limit { target: target.into(), part };
    say(&mut model, limit("W8", Part::Whole), "70");
    assert!(
        lead(&model).contains("已填 1 处限值(标准由省定)。") && !lead(&model).contains("不同于标准"),
        "{}",
        lead(&model)
    );
    let filled = row(&model, "W8 Whole").limit;
    assert_eq!((&*filled.departs.unwrap().0, filled.tone), ("已填(标准由省定)", Tone::Quiet));
    let why = |model: &Model| {
        let subject = Subject::Line { target: "W8".into(), part: Part::Whole };
        explain(&model.derived.dataset, &model.derived.targets, Met, &subject, Lang::Zh).unwrap().notes.concat()
    };
    assert!(why(&model).contains("标准没有定限值,按所填。") && !why(&model).contains("偏离"));
    let method = |model: &Model| {
        let derived = &model.derived;
        let material = Material {
            dataset: &derived.dataset,
            scheme: &model.document.scheme,
            evaluation: &derived.evaluation,
            balance: &derived.balance,
            targets: &derived.targets,
            bonus: &derived.bonus,
            problems: &derived.problems,
            sources: &[],
            now: "2026-11-21T09:30:00Z",
        };
        let sheets = compose(&material, Lang::Zh).sheets;
        format!("{:?}", sheets.iter().find(|sheet| sheet.name == "方法").unwrap().rows)
    };
    assert!(method(&model).contains("已填 1 处限值") && !method(&model).contains("处限值不同于标准"));
    say(&mut model, limit("W3", Part::Whole), "85");
    assert!(lead(&model).contains("有 1 处限值不同于标准"));
    assert_eq!(row(&model, "W3 Whole").limit.tone, Tone::Near);
    assert!(method(&model).contains("各项指标有 1 处限值不同于标准"));
}

/// The rail says what the page says of the whole, and without a whole that it is
/// about resources.
#[test]
fn the_rail_follows_the_whole() {
    let mut model = basic();
    let note = |model: &Model| {
        let frame = suanpan::app::view::frame::view(model);
        frame.rail.into_iter().find(|item| item.label == "均衡").unwrap().note.unwrap().text
    };
    model.derived.balance.verdict = Met;
    assert_eq!(note(&model), "待评估", "resources are met, and nothing else is told");
    let used = |model: &mut Model, used| update(model, Act::Target(TargetEdit::Use(Set::Basic2012, used)));
    used(&mut model, false);
    model.derived.balance.verdict = Met;
    assert_eq!(note(&model), "资源配置达标");
    used(&mut model, true);
    say(
        &mut model,
        TargetEntry::Value { target: "B1".into(), part: Part::Whole, school: String::new(), year: 0 },
        "84",
    );
    model.derived.balance.verdict = Met;
    assert_eq!(note(&model), "未达标");
}
