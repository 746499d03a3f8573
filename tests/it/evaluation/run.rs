//! Whole evaluations.

use suanpan::evaluation::{Evaluation, Group, Lack, Warning, evaluate};
use suanpan::measure::rank::competition;
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Field;
use suanpan::word::scheme::evaluation::{
    Adjustment, Content, EvaluationScheme, Grouping, Indicator, MeanOfYears, Method, MissingRule, Node, Normalisation,
    Source, Target,
};

use super::{Dice, column, fact, group, leaf, near, scheme, school};

const FULL: Normalisation = Normalisation::Target { target: Target::Fixed(100.0), cap: 100.0 };

/// 甲 90 and 60, 乙 70 and nothing, 丙 50 and 80; a weighs 60 %, b 40 %.
fn three(missing: MissingRule) -> Evaluation {
    let mut dataset = Dataset::default();
    for (name, a, b) in [("甲", 90.0, Some(60.0)), ("乙", 70.0, None), ("丙", 50.0, Some(80.0))] {
        let at = school(&mut dataset, name, None);
        fact(&mut dataset, at, column("a"), None, a);
        if let Some(b) = b {
            fact(&mut dataset, at, column("b"), None, b);
        }
    }
    evaluate(&dataset, &scheme(vec![leaf("a", 6_000, FULL), leaf("b", 4_000, FULL)], missing))
}

fn totals(result: &Evaluation) -> Vec<Option<f64>> {
    result.schools.iter().map(|standing| standing.total).collect()
}

fn ranks(result: &Evaluation) -> Vec<Option<usize>> {
    result.schools.iter().map(|standing| standing.rank).collect()
}

fn all_near(result: &Evaluation, expected: [Option<f64>; 3]) -> bool {
    let same = |(a, b): (Option<f64>, Option<f64>)| match (a, b) {
        (Some(a), Some(b)) => near(a, b),
        (a, b) => a == b,
    };
    totals(result).into_iter().zip(expected).all(same)
}

#[test]
fn a_missing_indicator_leaves_its_weight_to_the_others() {
    let result = three(MissingRule::Renormalise);
    // 0.6·90 + 0.4·60; 70 alone; 0.6·50 + 0.4·80.
    assert!(all_near(&result, [Some(78.0), Some(70.0), Some(62.0)]));
    let mark = &result.schools[1].marks;
    assert_eq!((mark[0].weight, mark[1].weight, mark[1].lack), (1.0, 0.0, Some(Lack::Value)));
    assert_eq!(result.warnings, [Warning::NoValue { node: 1, schools: vec![1] }]);
}

#[test]
fn a_missing_indicator_scores_nothing() {
    let result = three(MissingRule::Zero);
    assert!(all_near(&result, [Some(78.0), Some(42.0), Some(62.0)]));
    assert_eq!(ranks(&result), [Some(1), Some(3), Some(2)]);
}

#[test]
fn a_missing_indicator_scores_the_mean() {
    // b of the others is 70 on average: 0.6·70 + 0.4·70.
    assert!(all_near(&three(MissingRule::Mean), [Some(78.0), Some(70.0), Some(62.0)]));
}

#[test]
fn a_missing_indicator_excludes_the_school() {
    let result = three(MissingRule::Exclude);
    assert!(all_near(&result, [Some(78.0), None, Some(62.0)]));
    assert_eq!(ranks(&result), [Some(1), None, Some(2)]);
}

#[test]
fn an_indicator_without_weight_excludes_nobody() {
    let mut dataset = Dataset::default();
    let at = school(&mut dataset, "甲", None);
    fact(&mut dataset, at, column("a"), None, 50.0);
    let nodes = vec![leaf("a", 10_000, FULL), leaf("b", 0, FULL)];
    let result = evaluate(&dataset, &scheme(nodes, MissingRule::Exclude));
    assert_eq!(totals(&result), [Some(50.0)]);
    assert_eq!(result.warnings, [Warning::NobodyHas { node: 1 }]);
}

#[test]
fn weights_go_down_the_tree_and_contributions_add_up() {
    let mut dataset = Dataset::default();
    let at = school(&mut dataset, "甲", None);
    for (name, value) in [("a", 90.0), ("b", 60.0), ("c", 30.0)] {
        fact(&mut dataset, at, column(name), None, value);
    }
    let inner = vec![leaf("a", 2_500, FULL), leaf("b", 7_500, FULL)];
    let nodes = vec![group("g", 4_000, inner), leaf("c", 6_000, FULL)];
    let result = evaluate(&dataset, &scheme(nodes, MissingRule::Renormalise));
    let standing = &result.schools[0];
    // g = 0.25·90 + 0.75·60 = 67.5; total = 0.4·67.5 + 0.6·30 = 45.
    assert!(near(standing.marks[0].score.unwrap(), 67.5) && near(standing.total.unwrap(), 45.0));
    let expected = [(0.4, 27.0), (0.1, 9.0), (0.3, 18.0), (0.6, 18.0)];
    for ((mark, node), (weight, contribution)) in standing.marks.iter().zip(&result.nodes).zip(expected) {
        assert!(near(mark.weight, weight) && near(node.weight, weight) && near(mark.contribution, contribution));
    }
    assert_eq!(result.node(&[0, 1]), Some(2));
    assert_eq!(result.top().map(|(index, _)| index).collect::<Vec<_>>(), [0, 3]);
}

#[test]
fn a_group_of_missing_indicators_is_missing() {
    let mut dataset = Dataset::default();
    let (a, b) = (school(&mut dataset, "甲", None), school(&mut dataset, "乙", None));
    fact(&mut dataset, a, column("x"), None, 80.0);
    fact(&mut dataset, b, column("y"), None, 60.0);
    let nodes = vec![group("g", 5_000, vec![leaf("x", 10_000, FULL)]), leaf("y", 5_000, FULL)];
    let result = evaluate(&dataset, &scheme(nodes, MissingRule::Renormalise));
    assert_eq!(totals(&result), [Some(80.0), Some(60.0)]);
    assert_eq!(result.schools[1].marks[0].lack, Some(Lack::Value));
}

#[test]
fn adjustments_are_capped_and_the_total_stops_at_zero() {
    let mut dataset = Dataset::default();
    let rows = [("甲", 90.0, Some(9.0), 1.0), ("乙", 5.0, None, 20.0), ("丙", 50.0, Some(0.5), 0.0)];
    for (name, value, merit, cases) in rows {
        let at = school(&mut dataset, name, None);
        fact(&mut dataset, at, column("a"), None, value);
        fact(&mut dataset, at, Field::Misconduct, None, cases);
        if let Some(merit) = merit {
            fact(&mut dataset, at, Field::Merit, None, merit);
        }
    }
    let mut scheme = scheme(vec![leaf("a", 10_000, FULL)], MissingRule::Renormalise);
    scheme.adjustments = vec![
        Adjustment { field: Field::Merit, per_unit: 1.0, cap: 5.0 },
        Adjustment { field: Field::Misconduct, per_unit: -2.0, cap: 10.0 },
    ];
    let result = evaluate(&dataset, &scheme);
    assert_eq!(totals(&result), [Some(93.0), Some(0.0), Some(50.5)]);
    assert_eq!(result.schools[0].adjustments, [5.0, -2.0]);
    assert_eq!(result.schools[1].adjustments, [0.0, -10.0]);
    assert_eq!(result.schools[1].weighted, Some(5.0));
}

#[test]
fn schools_rank_within_their_group_and_ties_share() {
    let mut dataset = Dataset::default();
    let rows = [("甲", Some("城区"), 70.0), ("乙", Some("乡村"), 90.0), ("丙", Some("城区"), 70.0), ("丁", None, 80.0)];
    for (name, location, value) in rows {
        let at = school(&mut dataset, name, location);
        fact(&mut dataset, at, column("a"), None, value);
    }
    let mut scheme = scheme(vec![leaf("a", 10_000, FULL)], MissingRule::Renormalise);
    let result = evaluate(&dataset, &scheme);
    assert_eq!(ranks(&result), [Some(3), Some(1), Some(3), Some(2)]);
    assert_eq!(result.groups, [Group::Named("城区".into()), Group::Named("乡村".into())]);
    let within: Vec<_> = result.schools.iter().map(|standing| (standing.group, standing.group_rank)).collect();
    assert_eq!(within, [(Some(0), Some(1)), (Some(1), Some(1)), (Some(0), Some(1)), (None, None)]);
    scheme.grouping = Grouping::Kind;
    assert_eq!(evaluate(&dataset, &scheme).groups.len(), 1);
}

#[test]
fn the_latest_year_of_the_tree_counts_unless_one_is_chosen() {
    let mut dataset = Dataset::default();
    let at = school(&mut dataset, "甲", None);
    fact(&mut dataset, at, column("a"), Some(2024), 40.0);
    fact(&mut dataset, at, column("a"), Some(2025), 60.0);
    fact(&mut dataset, at, Field::Staff, Some(2026), 9.0);
    let other = school(&mut dataset, "没有数据", None);
    fact(&mut dataset, other, Field::Staff, Some(2025), 9.0);
    let undated = school(&mut dataset, "没有年度", None);
    fact(&mut dataset, undated, column("a"), None, 10.0);
    let mut scheme = scheme(vec![leaf("a", 10_000, FULL)], MissingRule::Renormalise);
    let result = evaluate(&dataset, &scheme);
    assert_eq!((result.year, totals(&result)), (Some(2025), vec![Some(60.0), Some(10.0)]));
    assert_eq!(result.standing(at).unwrap().rank, Some(1));
    assert_eq!(result.standing(other), None);
    scheme.year = Some(2024);
    assert_eq!(evaluate(&dataset, &scheme).standing(at).unwrap().total, Some(40.0));
}

/// A year with the counts (part, whole) and the rate as typed.
type Year = (i32, Option<(f64, f64)>, Option<f64>);

/// One school's rate of the bottom fifth.
fn rates(years: &[Year], how: MeanOfYears) -> Evaluation {
    let mut dataset = Dataset::default();
    let at = school(&mut dataset, "甲", None);
    for (year, counts, typed) in years {
        if let Some((part, whole)) = counts {
            fact(&mut dataset, at, Field::BottomCount, Some(*year), *part);
            fact(&mut dataset, at, Field::Graduands, Some(*year), *whole);
        }
        if let Some(typed) = typed {
            fact(&mut dataset, at, Field::BottomRate, Some(*year), *typed);
        }
    }
    let source = Source::Rate { part: Field::BottomCount, whole: Field::Graduands, typed: Field::BottomRate };
    let normalisation = Normalisation::Target { target: Target::OwnTwoYears(how), cap: 100.0 };
    let direction = suanpan::measure::direction::Direction::Lower;
    let content = Content::Indicator(Indicator { source, direction, normalisation });
    let node = Node { name: "后20%率".into(), weight: 10_000, locked: false, content };
    evaluate(&dataset, &scheme(vec![node], MissingRule::Renormalise))
}

#[test]
fn a_rate_comes_from_its_counts_and_else_as_typed() {
    let result = rates(
        &[(2023, Some((1.0, 3.0)), Some(99.0)), (2024, None, Some(20.0)), (2025, Some((5.0, 0.0)), Some(25.0))],
        MeanOfYears::Pooled,
    );
    let mark = &result.schools[0].marks[0];
    assert_eq!(mark.raw, Some(25.0), "a whole of 0 gives no rate");
    assert_eq!(
        mark.goal.unwrap().value,
        (20.0 + 100.0 / 3.0) / 2.0,
        "without counts of both years, the mean of the rates"
    );
}

#[test]
fn new_schools_use_the_year_they_have_or_none() {
    let one = rates(&[(2024, None, Some(20.0)), (2025, None, Some(36.0))], MeanOfYears::Simple);
    assert_eq!(one.schools[0].total, Some(80.0));
    assert_eq!(one.warnings, [Warning::OneYear { node: 0, schools: vec![0] }]);
    let none = rates(&[(2021, None, Some(20.0)), (2025, None, Some(36.0))], MeanOfYears::Simple);
    assert_eq!(none.schools[0].total, None);
    assert_eq!(none.schools[0].marks[0].lack, Some(Lack::Target));
    assert_eq!(none.warnings, [Warning::NoTarget { node: 0, schools: vec![0] }]);
}

#[test]
fn a_constant_column_gives_full_marks_and_a_warning() {
    let mut dataset = Dataset::default();
    for name in ["甲", "乙"] {
        let at = school(&mut dataset, name, None);
        fact(&mut dataset, at, column("a"), None, 5.0);
    }
    let result = evaluate(&dataset, &scheme(vec![leaf("a", 10_000, Normalisation::MinMax)], MissingRule::Renormalise));
    assert_eq!(totals(&result), [Some(100.0), Some(100.0)]);
    assert_eq!(result.warnings, [Warning::Constant { node: 0 }]);
}

#[test]
fn weights_that_do_not_add_up_are_said_and_still_shared() {
    let mut dataset = Dataset::default();
    let at = school(&mut dataset, "甲", None);
    fact(&mut dataset, at, column("a"), None, 40.0);
    fact(&mut dataset, at, column("b"), None, 80.0);
    let result = evaluate(&dataset, &scheme(vec![leaf("a", 1_000, FULL), leaf("b", 3_000, FULL)], MissingRule::Zero));
    assert_eq!(totals(&result), [Some(70.0)]);
    assert_eq!(result.warnings, [Warning::WeightSum { parent: vec![], sum: 4_000 }]);
}

#[test]
fn nothing_comes_of_nothing() {
    let empty = Dataset::default();
    let result = evaluate(&empty, &EvaluationScheme::county_junior());
    assert!(result.schools.is_empty() && result.warnings.is_empty() && result.year.is_none());
    assert_eq!(evaluate(&empty, &scheme(Vec::new(), MissingRule::Zero)), Evaluation::default());
}

#[test]
fn every_method_gives_finite_scores_that_follow_the_values() {
    let mut dice = Dice(11);
    for method in Method::ALL.iter().filter(|method| **method != Method::Interval) {
        let mut dataset = Dataset::default();
        for index in 0..40 {
            let at = school(&mut dataset, &index.to_string(), None);
            fact(&mut dataset, at, column("a"), None, dice.roll(100) as f64);
        }
        let node = leaf("a", 10_000, Normalisation::MinMax.with_method(*method));
        let result = evaluate(&dataset, &scheme(vec![node], MissingRule::Renormalise));
        let marks: Vec<(f64, f64)> =
            result.schools.iter().map(|s| (s.marks[0].raw.unwrap(), s.marks[0].score.unwrap())).collect();
        for (raw, score) in &marks {
            assert!(score.is_finite());
            assert!(marks.iter().all(|(other, their)| raw < other || score >= their), "{method:?}");
        }
    }
}

#[test]
fn many_schools_and_indicators_are_scored_correctly() {
    const SCHOOLS: usize = 2_000;
    const LEAVES: usize = 60;
    let names: Vec<Field> = (0..LEAVES).map(|leaf| column(&format!("{leaf:02}"))).collect();
    let mut dataset = Dataset::default();
    for index in 0..SCHOOLS {
        let at = school(&mut dataset, &index.to_string(), Some(["城区", "乡村"][index % 2]));
        for (leaf, name) in names.iter().enumerate() {
            fact(&mut dataset, at, name.clone(), Some(2025), ((index * (leaf + 1)) % SCHOOLS) as f64);
        }
    }
    let inner = |half: usize| {
        let leaves = (0..30).map(|leaf_at| {
            leaf(&format!("{:02}", half * 30 + leaf_at), 333 + u32::from(leaf_at == 0) * 10, Normalisation::MinMax)
        });
        leaves.collect::<Vec<_>>()
    };
    let nodes = vec![group("前", 7_000, inner(0)), group("后", 3_000, inner(1))];
    let result = evaluate(&dataset, &scheme(nodes, MissingRule::Renormalise));
    // By another way: leaf by leaf from the definition, extremes by looking.
    let mut expected = vec![0.0; SCHOOLS];
    for leaf in 0..LEAVES {
        let values: Vec<f64> = (0..SCHOOLS).map(|index| ((index * (leaf + 1)) % SCHOOLS) as f64).collect();
        let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(a, b), x| (a.min(*x), b.max(*x)));
        let weight = [0.7, 0.3][leaf / 30] * if leaf % 30 == 0 { 0.0343 } else { 0.0333 };
        for (sum, value) in expected.iter_mut().zip(values) {
            *sum += weight * 100.0 * (value - least) / (most - least);
        }
    }
    assert!(result.schools.iter().zip(&expected).all(|(standing, total)| near(standing.total.unwrap(), *total)));
    let totals: Vec<f64> = result.schools.iter().map(|standing| standing.total.unwrap()).collect();
    assert_eq!(ranks(&result), competition(&totals).into_iter().map(Some).collect::<Vec<_>>());
}

/// The mean of three tenths is not a tenth in binary numbers.
#[test]
fn equal_values_stand_at_the_mean_in_t_scores() {
    for method in [Method::TPopulation, Method::TSample] {
        let mut dataset = Dataset::default();
        for name in ["甲", "乙", "丙"] {
            let school = school(&mut dataset, name, None);
            fact(&mut dataset, school, column("率"), None, 0.1);
        }
        let scheme = scheme(vec![leaf("率", 10_000, Normalisation::MinMax.with_method(method))], MissingRule::Zero);
        assert_eq!(totals(&evaluate(&dataset, &scheme)), [Some(50.0); 3]);
    }
}
