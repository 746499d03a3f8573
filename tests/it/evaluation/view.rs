//! The page as values.

use suanpan::app::act::Act;
use suanpan::app::typed::{Entry, Typed};
use suanpan::app::view::evaluation::{EvaluationColumn, EvaluationLook, EvaluationSort, EvaluationView, view};
use suanpan::app::view::pager::Windows;
use suanpan::app::view::{Sentence, Tone};
use suanpan::basis::text::Lang;
use suanpan::evaluation::{EvaluationEdit, Ranks, Subject, evaluate};
use suanpan::word::dataset::Dataset;
use suanpan::word::scheme::Scheme;
use suanpan::word::scheme::evaluation::{EvaluationScheme, Grouping, Method, MissingRule, Parameter};

use super::explain::county;

fn shown(dataset: &Dataset, scheme: &EvaluationScheme, group: Option<&str>, sort: EvaluationSort) -> EvaluationView {
    let result = evaluate(dataset, scheme);
    let before = result.ranks();
    view(
        dataset,
        scheme,
        &result,
        &EvaluationLook { group, sort, before: &before, windows: &Windows::default(), explained: None },
        Lang::Zh,
    )
}

fn default(dataset: &Dataset) -> EvaluationView {
    shown(dataset, &EvaluationScheme::county_junior(), None, EvaluationSort::default())
}

fn text(sentence: &Sentence) -> String {
    sentence.iter().map(|span| span.text.as_str()).collect()
}

#[test]
fn the_lead_says_who_is_first_and_who_fell_behind() {
    let view = default(&county());
    let lead: Vec<String> = view.lead.iter().map(text).collect();
    assert_eq!(lead[0], "城关中学以 86.50 分居首,与末位新桥中学(56.45 分)相差 30.05 分。");
    // By hand: 0.4·(0.6·93.529) + 0.3·75 + 0 + 10 + 1.5 = 56.447.
    // 32/85 = 37.65 %, a year before 30/90 = 33.33 %.
    assert_eq!(lead[1], "新桥中学后20%率 37.6%,高于本校前两年均值 4.3 个百分点。");
    assert_eq!(view.lead[1][0].tone, Tone::Bad);
    let warnings: Vec<String> = view.warnings.iter().map(text).collect();
    assert_eq!(
        warnings,
        [
            "「后20%率(比本校前两年均值)」没有前两年数据,无法定目标:新建中学。",
            "「后20%率(比本校前两年均值)」只有一年的往年数据,以该年为目标:新桥中学。",
            "「三年巩固率」各校相同,不分高下。",
            "「群众满意度」缺数据:新建中学。",
        ]
    );
}

#[test]
fn without_data_the_page_says_which_columns_it_needs() {
    let view = default(&Dataset::default());
    assert!(view.scheme.is_none() && view.table.is_none());
    assert_eq!(
        view.needs,
        ["后20%人数", "九年级人数", "后20%率", "三年巩固率", "学生体质优良率", "群众满意度", "教师交流比例"]
    );
}

#[test]
fn the_tree_shows_weights_and_how_far_they_can_go() {
    let mut scheme = EvaluationScheme::county_junior();
    scheme.nodes[1].locked = true;
    let view = shown(&county(), &scheme, None, EvaluationSort::default());
    let side = view.scheme.unwrap();
    assert_eq!((side.sum.as_str(), side.whole, side.reset.is_some()), ("100.00", true, true));
    let rows: Vec<_> = side.tree.iter().map(|row| (row.depth, &*row.field.value, row.least, row.most)).collect();
    assert_eq!(
        rows,
        [
            (0, "40.00", 0, 7_000),
            (1, "60.00", 0, 10_000),
            (1, "40.00", 0, 10_000),
            (0, "30.00", 3_000, 3_000),
            (1, "50.00", 0, 10_000),
            (1, "50.00", 0, 10_000),
            (0, "20.00", 0, 7_000),
            (0, "10.00", 0, 7_000),
        ]
    );
    assert_eq!(side.tree[1].effective, "占总分 24.00%");
    assert!(side.tree[0].settings.is_none());
}

#[test]
fn every_option_does_what_it_says_and_the_chosen_one_nothing() {
    let dataset = county();
    let scheme = EvaluationScheme::county_junior();
    let side = shown(&dataset, &scheme, None, EvaluationSort::default()).scheme.unwrap();
    let settings = side.tree.iter().filter_map(|row| row.settings.as_ref());
    let picks: Vec<_> = settings.flat_map(|settings| &settings.picks).chain(&side.picks).collect();
    assert_eq!(picks.len(), 17, "method and direction of 6 leaves, 2 targets, 3 policies");
    for pick in picks {
        for (index, (label, deed)) in pick.options.iter().enumerate() {
            let Act::Evaluation(edit) = deed.clone().open().unwrap() else { panic!("{label}") };
            let mut edited = scheme.clone();
            edit.apply(&mut edited);
            assert_eq!(edited == scheme, index == pick.chosen, "{}: {label}", pick.label);
            assert!(!evaluate(&dataset, &edited).nodes.is_empty());
        }
    }
}

#[test]
fn numbers_belong_to_the_method() {
    let mut scheme = EvaluationScheme::county_junior();
    let leaf = scheme.node(&[2]).unwrap().indicator().unwrap().normalisation.with_method(Method::Interval);
    EvaluationEdit::SetNormalisation { path: vec![2], normalisation: leaf }.apply(&mut scheme);
    let side = shown(&county(), &scheme, None, EvaluationSort::default()).scheme.unwrap();
    let settings = side.tree.iter().find(|row| row.key == "2").unwrap().settings.as_ref().unwrap();
    assert_eq!(settings.numbers.len(), 4);
    assert_eq!(settings.picks.len(), 1, "no direction within a range");
}

#[test]
fn rows_follow_the_sort_with_unranked_schools_last() {
    let mut scheme = EvaluationScheme::county_junior();
    scheme.missing = MissingRule::Exclude;
    let dataset = county();
    for column in EvaluationColumn::ALL {
        for ascending in [true, false] {
            let table = shown(&dataset, &scheme, None, EvaluationSort { column: *column, ascending }).table.unwrap();
            assert_eq!(table.rows.len(), 3);
            let sorted: Vec<_> = table.heads.iter().filter_map(|head| head.ascending).collect();
            assert_eq!(sorted, [ascending]);
            if matches!(column, EvaluationColumn::Rank | EvaluationColumn::Total | EvaluationColumn::Group) {
                assert_eq!(table.rows[2].name, "新建中学", "{column:?} {ascending}");
            }
        }
    }
    let first = EvaluationSort::default().pressed(EvaluationColumn::Total);
    assert!(!first.ascending && first.pressed(EvaluationColumn::Total).ascending);
    let table = shown(&dataset, &scheme, None, first.pressed(EvaluationColumn::Total)).table.unwrap();
    assert_eq!(table.rows[0].rank.text, "2");
    assert_eq!(table.rows[2].total.text, "—");
}

#[test]
fn a_group_shows_its_own_and_an_unknown_one_all() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let table = |group| shown(&dataset, &scheme, group, EvaluationSort::default()).table.unwrap();
    let labels: Vec<String> = table(None).groups.options.into_iter().map(|(label, _)| label).collect();
    assert_eq!(labels, ["全部 3", "城区 1", "乡村 1", "未填 1"]);
    assert_eq!(table(Some("乡村")).rows[0].name, "新桥中学");
    assert_eq!(table(Some("")).rows[0].name, "新建中学");
    assert_eq!(table(Some("山区")).rows.len(), 3);
    assert_eq!(table(Some("山区")).groups.chosen, 0);
    let mut by_kind = scheme.clone();
    by_kind.grouping = Grouping::Kind;
    let groups = shown(&dataset, &by_kind, None, EvaluationSort::default()).table.unwrap().groups;
    assert_eq!(groups.options[1].0, "初级中学 3");
}

#[test]
fn bars_add_up_to_the_weighted_score() {
    let dataset = county();
    let scheme = EvaluationScheme::county_junior();
    let result = evaluate(&dataset, &scheme);
    let table = default(&dataset).table.unwrap();
    assert_eq!(table.legend, ["学业质量", "巩固与体质", "群众满意度", "教师交流比例"]);
    for row in &table.rows {
        let sum: f64 = row.bars.iter().map(|bar| bar.points).sum();
        assert!(super::near(sum, result.standing(row.school).unwrap().weighted.unwrap()));
        assert!(sum <= table.scale);
    }
    let missing = table.rows.iter().find(|row| row.name == "新建中学").unwrap();
    assert_eq!(missing.missing, "缺:后20%率(比本校前两年均值)、群众满意度");
}

#[test]
fn moves_are_marked_and_spoken() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let before: Ranks = [(0, 2), (1, 1)].into();
    let subject = Subject::Total { school: 0 };
    let look = EvaluationLook {
        group: None,
        sort: EvaluationSort::default(),
        before: &before,
        windows: &Windows::default(),
        explained: Some(&subject),
    };
    let view = view(&dataset, &scheme, &result, &look, Lang::Zh);
    let rows = view.table.unwrap().rows;
    let changes: Vec<&str> = rows.iter().map(|row| row.change.text.as_str()).collect();
    assert_eq!(changes, ["▲1", "新", "▼2"]);
    assert_eq!(view.spoken, "2 所学校名次变化:城关中学由第 2 变为第 1;新桥中学由第 1 变为第 3。");
    assert!(rows[0].total.open && !rows[1].total.open && !rows[0].rank.open);
    assert_eq!(default(&dataset).spoken, "名次没有变化。");
}

#[test]
fn english_has_no_chinese_of_its_own() {
    let (dataset, scheme) = (county(), EvaluationScheme::county_junior());
    let result = evaluate(&dataset, &scheme);
    let before = Ranks::new();
    let look = EvaluationLook {
        group: None,
        sort: EvaluationSort::default(),
        before: &before,
        windows: &Windows::default(),
        explained: None,
    };
    let view = view(&dataset, &scheme, &result, &look, Lang::En);
    assert_eq!(
        text(&view.lead[0]),
        "城关中学 leads with 86.50 points, 30.05 points ahead of 新桥中学, the last (56.45)."
    );
    let han = |text: &str| text.chars().any(|sign| ('\u{4e00}'..='\u{9fff}').contains(&sign));
    let labels = view.table.unwrap().heads.into_iter().map(|head| head.label);
    assert!(labels.chain(view.scheme.unwrap().picks.into_iter().map(|pick| pick.label)).all(|label| !han(&label)));
}

fn typed(entry: Entry, text: &str) -> Option<EvaluationEdit> {
    match Typed::new(entry, text).act(&Scheme::default())? {
        Act::Evaluation(edit) => Some(edit),
        _ => None,
    }
}

#[test]
fn typed_numbers_are_read_exactly_or_not_at_all() {
    let weight = |text: &str| match typed(Entry::Weight(vec![0]), text) {
        Some(EvaluationEdit::SetWeight { weight, .. }) => Some(weight),
        _ => None,
    };
    assert_eq!(["45", " 16.67% ", "0.005", "１２．５", "250"].map(weight), [4_500, 1_667, 1, 1_250, 25_000].map(Some));
    assert_eq!(["", "abc", "-1", "1e400", "99999999999"].map(weight), [None; 5]);
    let edit = EvaluationEdit::SetParameter { path: vec![3], parameter: Parameter::Cap, value: -1.5 };
    assert_eq!(typed(Entry::Parameter(vec![3], Parameter::Cap), "−1.5"), Some(edit));
    assert_eq!(typed(Entry::Parameter(vec![3], Parameter::Cap), "x"), None);
    let edit = EvaluationEdit::SetAdjustment { index: 1, per_unit: -3.0, cap: 10.0 };
    assert_eq!(typed(Entry::PerUnit(1), "-3"), Some(edit));
    assert_eq!(typed(Entry::Cap(1), ""), None);
    assert_eq!(typed(Entry::Cap(9), "1"), None);
}
