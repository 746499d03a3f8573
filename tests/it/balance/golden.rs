//! Published figures and the standard's own.

use suanpan::balance::rule::Rule;
use suanpan::balance::standard::{Coefficients, Figure, Item, STAGES, Standard};
use suanpan::balance::verdict::Verdict;
use suanpan::basis::exact::{Exact, fixed, of, parse, to_f64, whole};
use suanpan::basis::text::Lang;
use suanpan::measure::split::share;
use suanpan::measure::variant::Variant;
use suanpan::measure::variation::variation;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::County;
use crate::vector::{Row, rows};

/// The example from values rounded to two decimals, with 40 digits.
const ROUNDED: f64 = 0.515323576968574;

fn number(row: &Row, column: &str) -> f64 {
    row[column].parse().unwrap()
}

/// As many decimals as the published figure has.
fn as_published(value: f64, published: &str) -> String {
    let decimals = published.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    fixed(&of(value).unwrap(), u32::try_from(decimals).unwrap())
}

#[test]
fn the_published_example_of_five_schools_comes_out_step_by_step() {
    let rows01 = rows("balance_01_books5.csv");
    let (total, schools) = rows01.split_last().unwrap();
    let units: Vec<(f64, f64)> = schools.iter().map(|row| (number(row, "图书册数"), number(row, "在校生数"))).collect();
    let result = variation(&units).unwrap();
    for ((row, (books, pupils)), part) in schools.iter().zip(&units).zip(&result.contributions) {
        let [mean, step] = ["生均图书册数(published)", "差异情况(published)"].map(|column| &row[column]);
        assert_eq!(&as_published(books / pupils, mean), mean);
        assert_eq!(&as_published(*part, step), step);
    }
    let sum: f64 = result.contributions.iter().sum();
    let published = &total["差异情况(published)"];
    assert_eq!(&as_published(sum, published), published);
    let expected = rows("balance_01_books5_expected.csv");
    let computed = [result.mean, result.deviation, result.coefficient];
    for (row, value) in expected.iter().zip(computed) {
        assert!((value - number(row, "value")).abs() < 1e-12, "{}", row["quantity"]);
        let published = &row["published"];
        assert_eq!(&as_published(value, published), published);
    }
    let variants = [Variant::Population, Variant::Sample].map(|variant| variant.coefficient(&units, 1).unwrap());
    for (row, value) in expected.iter().skip(3).zip(variants) {
        assert!((value - number(row, "value")).abs() < 1e-12, "{}", row["variant"]);
    }
    // 6.20, 3.70, 10.51, 2.11 and 7.31 books, as published, weighted by pupils
    // about 1913 ÷ 302: computed by hand.
    let rounded = Variant::Rounded.coefficient(&units, 1).unwrap();
    assert!((rounded - ROUNDED).abs() < 1e-12, "{rounded}");
    let traps = expected.iter().skip(3).map(|row| number(row, "value"));
    assert!(traps.into_iter().all(|trap| (result.coefficient - trap).abs() > 0.003), "a variant that is not the rule");
}

#[test]
fn combined_schools_split_as_published() {
    for row in rows("balance_05_split.csv") {
        let pupils = ["小学生A", "初中生B", "高中生C"].map(|column| number(&row, column));
        let total = parse(&row["资源总量T"]).unwrap();
        let stages = [("小学权重", "小学部分"), ("初中权重", "初中部分"), ("高中权重", "高中部分")];
        for (stage, (weight, part)) in stages.into_iter().enumerate() {
            assert!((share(&pupils, stage).unwrap() - number(&row, weight)).abs() < 1e-12, "{}", row["case"]);
            let exact = share(&pupils.map(|count| of(count).unwrap()), stage).unwrap();
            assert_eq!(fixed(&(exact * &total), 6), row[part]);
        }
        let shares: f64 = (0..3).map(|stage| share(&pupils, stage).unwrap()).sum();
        assert!((shares - 1.0).abs() < 1e-15);
    }
}

/// What holds for a stage by the standard of 2017.
fn rule(stage: Stage) -> Rule {
    Rule::of(&BalanceScheme::default(), stage)
}

#[test]
fn thresholds_are_those_of_the_standard() {
    let standard = Standard::Quality2017;
    let expected = rows("balance_11_thresholds_2017.csv");
    let items = standard.preset().items;
    assert_eq!(expected.len(), items.len());
    for (item, row) in items.iter().zip(expected) {
        assert_eq!(standard.code(*item), row["code"]);
        for (stage, column) in STAGES.into_iter().zip(["primary", "junior"]) {
            let rule = rule(stage);
            let (threshold, floor) = (&row[column], &row[&format!("{column}_85pct")]);
            assert_eq!(standard.figure(Figure::Threshold(*item, stage)), Some(threshold.parse().unwrap()));
            assert_eq!(rule.threshold(*item), Some(threshold.parse().unwrap()));
            assert_eq!(rule.exact_floor(*item), parse(floor));
            assert_eq!(rule.floor(*item), Some(floor.parse().unwrap()));
        }
        // The vector counts equipment in 万元, datasets in 元.
        let factor = if *item == Item::Equipment { 10_000 } else { 1 };
        assert_eq!((u32::from(item.factor()) * factor).to_string(), row["factor"]);
        assert_eq!(item.split(), row["split for 一贯制/完中"] == "yes");
        let minus = item.terms(Stage::Primary, true).iter().filter(|term| term.minus).count();
        assert_eq!(minus, row["numerator(raw column)"].matches("面积-").count());
    }
    assert_eq!((rule(Stage::Primary).least_met, rule(Stage::Junior).floor_percent), (6, Some(85.0)));
    assert_eq!(STAGES.map(|stage| rule(stage).limit), [0.50, 0.45]);
    assert_eq!(rule(Stage::Primary).coefficients(), Coefficients::Each);
}

/// The table of 教督〔2012〕3号: eight indicators, five of them split, and the
/// limits of their mean.
#[test]
fn the_basic_standard_has_eight_indicators_and_no_national_thresholds() {
    let standard = Standard::Basic2012;
    let names: Vec<&str> = standard.preset().items.iter().map(|item| item.name(Lang::Zh)).collect();
    assert_eq!(
        names,
        [
            "生均教学及辅助用房面积",
            "生均体育运动场馆面积",
            "生均教学仪器设备值",
            "每百名学生拥有计算机台数",
            "生均图书册数",
            "师生比",
            "生均高于规定学历教师数",
            "生均中级及以上专业技术职务教师数",
        ]
    );
    let split: Vec<bool> = standard.preset().items.iter().map(|item| item.split()).collect();
    assert_eq!(split, [true, true, true, true, true, false, false, false]);
    let scheme = BalanceScheme { standard, ..BalanceScheme::default() };
    for (stage, limit) in STAGES.into_iter().zip([0.65, 0.55]) {
        let rule = Rule::of(&scheme, stage);
        assert_eq!((rule.limit, rule.judged(), rule.coefficients()), (limit, 0, Coefficients::Mean));
    }
}

/// A value of the vector: a decimal, or a fraction such as 9/10.
fn value(text: &str) -> Exact {
    let mut parts = text.split('/').map(|part| parse(part).unwrap());
    parts.next().unwrap() / parts.next().unwrap_or_else(|| whole(1))
}

#[test]
fn attainment_cases_are_judged_as_expected() {
    let stage = Stage::Primary;
    for row in rows("balance_13_attainment_cases.csv") {
        let mut numbers = vec![(Field::Pupils(stage), 1000.0), (Field::IndoorSportsArea, 0.0)];
        for item in Standard::Quality2017.preset().items {
            let total = value(&row[&Standard::Quality2017.code(*item)]) * whole(1000) / whole(item.factor().into());
            let field = item.terms(stage, true).swap_remove(0).field;
            numbers.push((field, to_f64(&total).unwrap()));
        }
        let unit = County::of(SchoolKind::Primary, numbers).first(stage);
        let case = &row["case (小学)"];
        assert_eq!(unit.met.to_string(), row["expected pass count"], "{case}");
        let expected = if row["expected 综合达标"] == "True" { Verdict::Met } else { Verdict::NotMet };
        assert_eq!(unit.verdict, expected, "{case}");
    }
}

#[test]
fn the_method_tells_the_same_figures() {
    let method = include_str!("../../../docs/method/balance.md");
    let standard = Standard::Quality2017;
    for item in standard.preset().items {
        let [primary, junior] = STAGES.map(|stage| rule(stage).threshold(*item).unwrap());
        let row = method.lines().find(|line| line.starts_with(&format!("| {} |", standard.code(*item)))).unwrap();
        assert!(row.contains(item.name(Lang::Zh)), "{row}");
        assert!(row.contains(&format!("| {primary} | {junior} |")), "{row}");
        assert_eq!(row.ends_with("| 是 |"), item.split(), "{row}");
    }
    let standard = Standard::Basic2012;
    for item in standard.preset().items {
        let row = method.lines().find(|line| line.starts_with(&format!("| {} |", standard.number(*item)))).unwrap();
        assert!(row.contains(item.name(Lang::Zh)), "{row}");
        assert_eq!(row.ends_with("| 是 |"), item.split(), "{row}");
    }
    for standard in Standard::ALL {
        let [primary, junior] = standard.preset().limits.map(|limit| format!("{limit:.2}"));
        assert!(method.contains(&format!("小学 ≤ {primary},初中 ≤ {junior}")), "{standard:?}");
    }
}
