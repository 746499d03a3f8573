//! Every number can say why.

use suanpan::basis::format;
use suanpan::basis::text::Lang;
use suanpan::basis::why::{CellNote, Why};
use suanpan::evaluation::{Evaluation, EvaluationEdit, Subject, evaluate, explain};
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Field;
use suanpan::word::scheme::evaluation::{Aim, EvaluationScheme, Method, MissingRule, Normalisation};

use super::{column, fact, leaf, scheme, school};

/// A school: name, location, (year, part, whole), satisfaction.
type Case = (&'static str, Option<&'static str>, &'static [(i32, f64, f64)], Option<f64>);

/// Three years of 城关, two of 新桥, one of 新建; 新建 lacks satisfaction.
pub fn county() -> Dataset {
    let mut dataset = Dataset::default();
    let rows: [Case; 3] = [
        ("城关中学", Some("城区"), &[(2023, 66.0, 412.0), (2024, 60.0, 430.0), (2025, 57.0, 441.0)], Some(90.5)),
        ("新桥中学", Some("乡村"), &[(2024, 30.0, 90.0), (2025, 32.0, 85.0)], Some(80.0)),
        ("新建中学", None, &[(2025, 20.0, 80.0)], None),
    ];
    for (name, location, years, satisfaction) in rows {
        let at = school(&mut dataset, name, location);
        for (year, part, whole) in years {
            fact(&mut dataset, at, Field::BottomCount, Some(*year), *part);
            fact(&mut dataset, at, Field::Graduands, Some(*year), *whole);
        }
        for (field, value) in [(Field::Retention, 97.25), (Field::Fitness, 40.0 + at as f64), (Field::Exchange, 12.0)] {
            fact(&mut dataset, at, field, Some(2025), value);
        }
        if let Some(satisfaction) = satisfaction {
            fact(&mut dataset, at, Field::Satisfaction, Some(2025), satisfaction);
            fact(&mut dataset, at, Field::Merit, Some(2025), 1.5);
        }
    }
    dataset
}

/// Every subject with the text that must be in its title.
fn subjects(scheme: &EvaluationScheme, result: &Evaluation) -> Vec<(Subject, String)> {
    let mut all = Vec::new();
    for standing in &result.schools {
        let school = standing.school;
        let rank = |rank: Option<usize>| rank.map_or_else(|| "—".to_owned(), |rank| rank.to_string());
        all.push((Subject::Total { school }, format::optional(standing.total, 2)));
        all.push((Subject::Rank { school }, rank(standing.rank)));
        if standing.group.is_some() {
            all.push((Subject::GroupRank { school }, rank(standing.group_rank)));
        }
        for (node, mark) in result.nodes.iter().zip(&standing.marks) {
            all.push((Subject::Node { school, path: node.path.clone() }, format::optional(mark.score, 2)));
        }
        for index in 0..scheme.adjustments.len() {
            all.push((Subject::Adjustment { school, index }, format::fixed(standing.adjustments[index].abs(), 2)));
        }
    }
    all
}

fn cells(why: &Why) -> Vec<&CellNote> {
    why.cells.iter().chain(why.parts.iter().flat_map(cells)).collect()
}

#[test]
fn every_subject_is_explained_by_every_method_and_rule() {
    let dataset = county();
    for (method, missing) in Method::ALL.iter().flat_map(|m| MissingRule::ALL.iter().map(move |r| (m, r))) {
        let mut scheme = EvaluationScheme::county_junior();
        scheme.missing = *missing;
        let path = [vec![0, 1], vec![2]];
        for path in path {
            let normalisation = Normalisation::MinMax.with_method(*method);
            let normalisation = normalisation.with_aim(Aim::OwnPooled);
            EvaluationEdit::SetNormalisation { path, normalisation }.apply(&mut scheme);
        }
        let result = evaluate(&dataset, &scheme);
        for (subject, shown) in subjects(&scheme, &result) {
            for lang in Lang::ALL {
                let why = explain(&dataset, &scheme, &result, &subject, *lang).unwrap();
                assert!(why.title.contains(&shown), "{} lacks {shown}", why.title);
                assert!(!why.formula.is_empty());
                let said = !why.numbers.is_empty() || !why.notes.is_empty();
                assert!(said, "{} says nothing", why.title);
            }
        }
    }
}

#[test]
fn a_total_leads_down_to_its_cells() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let why = explain(&dataset, &scheme, &result, &Subject::Total { school: 0 }, Lang::Zh).unwrap();
    assert_eq!(why.title, "城关中学 · 总分 86.50");
    // 学业 100 and 100, 巩固与体质 100 (constant) and 0, 满意度 100, 交流 100, 加分 1.5.
    assert_eq!(why.numbers, "40.00% × 100.00 + 30.00% × 50.00 + 20.00% × 100.00 + 10.00% × 100.00 + 1.50 = 86.50");
    let found = cells(&why);
    // Every value of the school that the scheme uses, and no other.
    let used = dataset.facts().iter().filter(|fact| fact.school == 0);
    assert!(used.clone().all(|fact| found.contains(&&fact.value.source)));
    assert!(found.iter().all(|cell| used.clone().any(|fact| fact.value.source == **cell)));
}

#[test]
fn an_own_target_shows_both_years_and_what_chance_can_do() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let node = |school| Subject::Node { school, path: vec![0, 0] };
    let why = explain(&dataset, &scheme, &result, &node(0), Lang::Zh).unwrap();
    assert_eq!(why.numbers, "100 × (100 − 12.93) ÷ (100 − 14.99) = 102.42 → 100.00");
    let goal = &why.parts[1];
    assert_eq!(goal.numbers, "(13.95 + 16.02) ÷ 2 = 14.99");
    assert_eq!(goal.notes[0], "比目标低 2.06 个百分点。");
    assert!(goal.notes[1].contains("z = 1.02"));
    assert_eq!(goal.parts.len(), 2);
    let one = explain(&dataset, &scheme, &result, &node(1), Lang::Zh).unwrap();
    assert!(one.parts[1].notes.contains(&"只有 2024 年一年的数据,以该年为目标。".to_owned()));
    let none = explain(&dataset, &scheme, &result, &node(2), Lang::Zh).unwrap();
    assert_eq!(none.notes, ["没有前两年数据,无法确定目标。", "其权重由其余指标分摊。"]);
}

#[test]
fn a_rank_says_who_is_above_and_where_the_difference_lies() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let last = result.schools.iter().max_by_key(|standing| standing.rank).unwrap();
    let why = explain(&dataset, &scheme, &result, &Subject::Rank { school: last.school }, Lang::Zh).unwrap();
    assert_eq!(why.numbers, "1 + 2 = 3");
    assert_eq!(why.parts.len(), 2);
    // The differences of the parts add up to the gap.
    for part in &why.parts {
        let gap: f64 = part.title.rsplit(' ').nth(1).unwrap().parse().unwrap();
        let sum: f64 = part
            .numbers
            .split(';')
            .map(|term| term.rsplit(' ').next().unwrap().replace('−', "-").parse::<f64>().unwrap())
            .sum();
        assert!((gap + sum).abs() < 0.03, "{}: {}", part.title, part.numbers);
    }
}

#[test]
fn what_is_not_there_has_no_explanation() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let nothing = [
        Subject::Total { school: 99 },
        Subject::Node { school: 0, path: vec![7] },
        Subject::Node { school: 0, path: vec![] },
        Subject::Adjustment { school: 0, index: 9 },
        Subject::GroupRank { school: 2 },
    ];
    for subject in nothing {
        assert_eq!(explain(&dataset, &scheme, &result, &subject, Lang::En), None, "{subject:?}");
    }
}

/// Schools that are all alike, and a single one, have a score by convention and
/// not by a division by 0.
#[test]
fn where_nothing_tells_schools_apart_no_zero_divides() {
    for method in [Method::MinMax, Method::TPopulation, Method::TSample, Method::Percentile] {
        let mut dataset = Dataset::default();
        let only = school(&mut dataset, "独校", None);
        fact(&mut dataset, only, column("甲"), None, 7.0);
        let scheme = scheme(vec![leaf("甲", 10_000, Normalisation::MinMax.with_method(method))], MissingRule::Zero);
        let result = evaluate(&dataset, &scheme);
        let subject = Subject::Node { school: only, path: vec![0] };
        let why = explain(&dataset, &scheme, &result, &subject, Lang::Zh).unwrap();
        let score = result.schools[0].total.unwrap();
        assert_eq!(why.numbers, format!("7 → {score:.2}"), "{method:?}");
        assert!(why.notes.contains(&Lang::Zh.note_constant().to_owned()), "{method:?}");
    }
}

#[test]
fn a_value_from_a_table_without_years_is_not_given_one() {
    let mut dataset = county();
    for school in 0..3 {
        fact(&mut dataset, school, column("社团数"), None, 7.0);
        fact(&mut dataset, school, column("图书数"), Some(2025), 8.0);
    }
    let leaves = vec![leaf("社团数", 5_000, Normalisation::ToBest), leaf("图书数", 5_000, Normalisation::ToBest)];
    let scheme = scheme(leaves, MissingRule::Renormalise);
    let result = evaluate(&dataset, &scheme);
    let title = |at| {
        let subject = Subject::Node { school: 0, path: vec![at] };
        explain(&dataset, &scheme, &result, &subject, Lang::Zh).unwrap().parts[0].title.clone()
    };
    assert!(title(0).starts_with("社团数 7"), "{}", title(0));
    assert!(title(1).starts_with("2025 年图书数 8"), "{}", title(1));
}
