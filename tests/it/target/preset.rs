//! The sets that come with the program, and the whole that they are part of.

use std::collections::HashSet;

use suanpan::balance::target::Reason;
use suanpan::balance::target::compare::Bounds;
use suanpan::balance::target::preset::{relaxations, targets};
use suanpan::balance::verdict::Verdict::{self, *};
use suanpan::basis::exact;
use suanpan::basis::text::Lang;
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::target::{
    Aggregation, Column, Comparator, Condition, Given, Group, Measure, Part, Scope, Set, Target, TargetScheme,
};

use super::super::balance::county::County;
use super::super::vector::rows;
use super::{assess, given, national};

fn target(id: &str) -> &'static Target {
    targets(Set::Quality2017).iter().find(|target| target.id == id).unwrap()
}

/// The limit of a stage, that of all where the stages share one.
fn limit(target: &Target, stage: Part) -> Option<&str> {
    let of = |part| target.limits.iter().find(|limit| limit.part == part).map(|limit| &*limit.value);
    of(stage).or_else(|| of(Part::Whole))
}

#[test]
fn the_set_of_2017_is_the_published_list() {
    for row in rows("balance_12_gov15_quality9_social.csv") {
        let code = row["code"].as_str();
        let all: Vec<&Target> =
            targets(Set::Quality2017).iter().filter(|target| target.id == code || target.item() == code).collect();
        // The first part of an item is the one with the number.
        let target = all[0];
        match row["scope"].as_str() {
            "county" | "county, by stage" | "county, each subject/grade" | "each special school/county" => {
                assert_eq!(target.scope, Scope::County, "{code}");
            }
            "each class" => assert_eq!(target.scope, Scope::EachClass, "{code}"),
            "each school" => assert_eq!(target.scope, Scope::EachSchool, "{code}"),
            // 不足100人的村小学和教学点.
            "each small school" => {
                let (columns, limit) = (vec![Column::Pupils], "100".to_owned());
                let few = Condition::Number { columns, comparator: Comparator::Below, limit };
                assert_eq!(target.scope, Scope::EachOf { when: vec![few, Condition::Remote] }, "{code}");
            }
            other => panic!("{code}: {other}"),
        }
        let boolean = row["type"].starts_with("boolean");
        assert_eq!(target.measure == Measure::Truth, boolean, "{code}");
        let comparator = match row["comparator"].as_str() {
            "=" => Comparator::True,
            ">=" => Comparator::AtLeast,
            "<=" => Comparator::AtMost,
            "<" => Comparator::Below,
            other => panic!("{code}: {other}"),
        };
        assert_eq!(target.comparator, comparator, "{code}");
        for (column, part) in [("primary", Part::Primary), ("junior", Part::Junior)] {
            let published = row[column].as_str();
            let found = limit(target, part);
            match (&target.measure, published) {
                (_, "") => assert_eq!(found, None, "{code} {column}"),
                (_, "true") => assert_eq!(found, Some(""), "{code} {column}"),
                // Tested below, for every number of classes.
                (_, "ceil(班级数/12)") => assert_eq!(found, Some("1")),
                (Measure::Levels(levels), level) => {
                    let place: usize = found.unwrap().parse().unwrap();
                    assert_eq!(levels[place - 1].zh, level.replace("III", "Ⅲ"), "{code}");
                }
                (_, number) => assert_eq!(found, Some(number.trim_end_matches('%')), "{code} {column}"),
            }
        }
    }
}

#[test]
fn there_are_fifteen_nine_and_one() {
    let targets = national(Vec::new());
    let items = |group| targets.summary(group).unwrap().items;
    assert_eq!([Group::Government, Group::Quality, Group::Recognition, Group::Veto].map(items), [15, 9, 1, 5],);
    assert!(targets.summary(Group::Basic).is_none() && targets.summary(Group::Local).is_none());
}

/// Each text in both languages, ids once, limits that can be compared with, what
/// was seen in no official text said to be so.
#[test]
fn the_sets_are_whole() {
    let mut ids = HashSet::new();
    for set in Set::ALL {
        assert!(!targets(*set).is_empty());
        for target in targets(*set) {
            assert!(ids.insert(&target.id), "{}", target.id);
            for words in [&target.name, &target.source] {
                assert!(!words.zh.is_empty() && !words.en.is_empty(), "{}", target.id);
            }
            let trend = matches!(target.aggregation, Aggregation::Trend { .. });
            for limit in &target.limits {
                let open = limit.value.is_empty() && (trend || target.unsure);
                assert!(open || Bounds::parse(target.comparator, &limit.value).is_some(), "{}", target.id);
            }
            assert!(!target.limits.is_empty());
            if let Measure::Ratio { numerator, denominator, .. } = &target.measure {
                assert!(!numerator.name.zh.is_empty() && !denominator.name.en.is_empty(), "{}", target.id);
                assert!(!target.counted.is_empty() && !target.unit.is_empty(), "{}", target.id);
            }
            assert!(!target.unsure || !target.note.is_empty(), "{}: why", target.id);
        }
    }
    let unsure: Vec<&str> =
        targets(Set::Quality2017).iter().filter(|target| target.unsure).map(|target| &*target.id).collect();
    assert_eq!(unsure, ["V4", "V5"]);
    for relaxation in relaxations() {
        assert!(relaxation.targets.iter().all(|id| !target(id).limits.is_empty()));
        assert!(!relaxation.when.is_empty() && !relaxation.limits.is_empty() && !relaxation.note.is_empty());
    }
    // What is the province's to say: the text of the schools' standard, and limits.
    let unsure: Vec<&str> =
        targets(Set::Basic2012).iter().filter(|target| target.unsure).map(|target| &*target.id).collect();
    assert_eq!(unsure, ["B0", "W8", "W10b", "W14", "W15"]);
}

/// ⌈classes ÷ 12⌉ rooms pass, one less does not.
#[test]
fn rooms_are_needed_for_every_twelve_classes_begun() {
    for classes in 1..=60_u32 {
        let needed = classes.div_ceil(12);
        let verdict = |rooms: u32| {
            let numbers = vec![
                (Field::Pupils(Stage::Primary), 500.0),
                (Field::Other("班级数".into()), f64::from(classes)),
                (Field::Other("美术专用教室".into()), f64::from(rooms)),
            ];
            let county = County::of(SchoolKind::Primary, numbers);
            let targets = assess(&county.0, &TargetScheme::default());
            let line = targets.line("G3b", Part::Whole).unwrap().clone();
            (line.verdict, line.units[0].gap.as_ref().map(|gap| gap.amount.clone()))
        };
        assert_eq!(verdict(needed), (Met, None), "{classes}");
        assert_eq!(verdict(needed - 1), (NotMet, Some(exact::whole(1))), "{classes}");
    }
}

/// 2,000 pupils, 2,500 in combined schools; 2,400 and 3,000 only where the
/// relaxation is allowed and the data say that the school was built by 2010.
#[test]
fn the_size_of_schools_comes_from_the_data_and_relaxations_are_off_by_default() {
    let county = County::default()
        .and(
            "甲小学",
            SchoolKind::Primary,
            vec![(Field::Pupils(Stage::Primary), 2_400.0), (Field::Other("建成年份".into()), 2010.0)],
        )
        .and(
            "乙小学",
            SchoolKind::Primary,
            vec![(Field::Pupils(Stage::Primary), 2_001.0), (Field::Other("建成年份".into()), 2011.0)],
        )
        .and("丙小学", SchoolKind::Primary, vec![(Field::Pupils(Stage::Primary), 2_000.0)])
        .and(
            "丁学校",
            SchoolKind::NineYear,
            vec![(Field::Pupils(Stage::Primary), 1_500.0), (Field::Pupils(Stage::Junior), 1_000.0)],
        );
    let met = |scheme: &TargetScheme| {
        let targets = assess(&county.0, scheme);
        let line = targets.line("G4", Part::Primary).unwrap();
        line.units.iter().map(|unit| unit.met.unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(met(&TargetScheme::default()), [false, false, true]);
    let relaxed = TargetScheme { relaxed: vec!["size-2010".into()], ..TargetScheme::default() };
    assert_eq!(met(&relaxed), [true, false, true]);
    let targets = assess(&county.0, &TargetScheme::default());
    assert_eq!(targets.line("G4", Part::Combined).unwrap().verdict, Met, "2,500 exactly");
    assert_eq!(targets.line("G4", Part::Junior).unwrap().verdict, NotApplicable);
    assert!(relaxations().iter().any(|relaxation| relaxation.when.contains(&Condition::Rural)));
}

/// What meets every target of 2017.
fn all_met() -> Vec<Given> {
    let mut said = Vec::new();
    for target in targets(Set::Quality2017) {
        for limit in &target.limits {
            let text = match (&target.measure, target.comparator) {
                (Measure::Truth, _) => "1",
                (_, Comparator::Below) => "0.1499",
                _ => limit.value.as_str(),
            };
            said.push(given(&target.id, limit.part, text));
        }
    }
    said
}

fn with(id: &str, text: &str) -> Vec<Given> {
    let mut said = all_met();
    said.iter_mut().filter(|given| given.target == id).for_each(|given| given.text = text.into());
    said.retain(|given| !given.text.is_empty());
    said
}

#[test]
fn the_whole_needs_resources_every_group_and_no_veto() {
    let whole = |said: Vec<Given>, resources| {
        let whole = national(said).whole(resources).unwrap();
        (whole.verdict, whole.vetoed)
    };
    // Schools are wanted for some targets: without any, what is said counts.
    assert_eq!(whole(all_met(), Met), (Met, false));
    assert_eq!(whole(all_met(), NotMet), (NotMet, false));
    assert_eq!(whole(all_met(), Pending), (Pending, false));
    // 0.15 is not below 0.15.
    assert_eq!(whole(with("Q9b", "0.15"), Met), (NotMet, false));
    assert_eq!(whole(with("S1", "84.99"), Met), (NotMet, false));
    assert_eq!(whole(with("G9", ""), Met), (Pending, false), "pending stays pending");
    assert_eq!(whole(with("G9", ""), NotMet), (NotMet, false), "one failure decides");
    assert_eq!(whole(with("V1", "0"), Met), (NotMet, true));
    assert_eq!(whole(with("V1", "0"), Pending), (NotMet, true), "a veto decides whatever is pending");
    assert_eq!(whole(with("V1", ""), Met), (Pending, false), "nobody said that there was none");
    assert_eq!(whole(Vec::new(), Met), (Pending, false));
    let none = TargetScheme { sets: vec![Set::Papers], ..TargetScheme::default() };
    assert!(assess(&Dataset::default(), &none).whole(Met).is_none(), "a template is no standard");
}

#[test]
fn an_item_with_several_parts_counts_once() {
    let targets = national(with("G11b", "19.9"));
    let summary = targets.summary(Group::Government).unwrap();
    assert_eq!((summary.items, summary.met, summary.not_met, summary.pending), (15, 14, 1, 0));
    // Not applicable here: the whole does not wait for it.
    let scheme = TargetScheme { given: with("G7", ""), idle: vec!["G7".into()], ..TargetScheme::default() };
    let targets = assess(&Dataset::default(), &scheme);
    assert_eq!(targets.line("G7", Part::Whole).unwrap().reasons, [Reason::Idle]);
    assert_eq!(targets.whole(Met).unwrap().verdict, Met);
}

/// The papers' own lines, worked out by hand from their numbers.
#[test]
fn the_template_holds_what_the_papers_ask_for() {
    let cases: [(&str, Part, &str, Verdict); 12] = [
        ("P1", Part::Primary, "15/100", Met),
        ("P1", Part::Primary, "17.5", NotMet),
        ("P1", Part::Junior, "18", Met),
        ("P2", Part::Whole, "30", Met),
        ("P2", Part::Whole, "31/100", NotMet),
        ("P4", Part::Whole, "91.2/91.1", Met),
        ("P9", Part::Primary, "40/50", Met),
        ("P13", Part::Primary, "0", Met),
        ("P13", Part::Junior, "1.01", NotMet),
        ("P14", Part::Whole, "999/1000", NotMet),
        ("P17", Part::Whole, "3/6", NotMet),
        ("P5", Part::Whole, "30", Pending),
    ];
    for (id, part, text, expected) in cases {
        let scheme =
            TargetScheme { sets: vec![Set::Papers], given: vec![given(id, part, text)], ..TargetScheme::default() };
        assert_eq!(assess(&Dataset::default(), &scheme).line(id, part).unwrap().verdict, expected, "{id} {text}");
    }
    for lang in Lang::ALL {
        assert!(Set::Basic2012.remark(*lang).contains("17") && !Set::Papers.remark(*lang).is_empty());
    }
}
