//! `app::view::bonus`.

use std::collections::HashSet;

use suanpan::app::act::Act;
use suanpan::app::sight::Sight;
use suanpan::app::view::Tone;
use suanpan::app::view::bonus::{BonusColumn, BonusLook, BonusSort, BonusView, Control, view};
use suanpan::app::view::figure::Figure;
use suanpan::app::view::pager::Windows;
use suanpan::app::why::Subject as Why;
use suanpan::basis::text::Lang;
use suanpan::bonus::edit::BonusEdit;
use suanpan::bonus::{Bonus, Subject, explain};
use suanpan::word::scheme::bonus::{BonusScheme, TailRule};

use super::{county, pool, share, twelve};
use crate::asked;

fn page(bonus: &Bonus) -> BonusView {
    looked(bonus, BonusSort::default(), None, Lang::Zh)
}

fn looked(bonus: &Bonus, sort: BonusSort, explained: Option<Subject>, lang: Lang) -> BonusView {
    view(bonus, &BonusLook { sort, windows: &Windows::default(), explained }, lang)
}

fn text(spans: &[suanpan::app::view::Span]) -> String {
    spans.iter().map(|span| span.text.as_str()).collect()
}

fn texts(figures: &[Figure]) -> Vec<&str> {
    figures.iter().map(|figure| figure.text.as_str()).collect()
}

#[test]
fn the_lead_says_mean_ends_and_gap() {
    let lead = text(&page(&share(&twelve(), &pool(960_000_000))).lead);
    assert_eq!(
        lead,
        "12 所学校人均 9,000.00 元,最高 9,549.27 元(实验中学),最低 7,681.59 元(云顶学校),相差 1,867.68 元。"
    );
    let equal = county(&[("甲", Some(80.0), Some(12.0)), ("乙", Some(80.0), Some(12.0)), ("丙", None, Some(12.0))]);
    let lead = text(&page(&share(&equal, &pool(20_000))).lead);
    assert_eq!(lead, "2 所学校人均 100.00 元,各校人均相同。另有 1 所未参加分配,原因见表下。");
}

#[test]
fn the_identity_has_its_mark() {
    let scheme = BonusScheme { tail: TailRule::Floor, ..pool(960_000_000) };
    let identity = page(&share(&twelve(), &scheme)).identity.unwrap();
    let labels: Vec<_> = identity.terms.iter().map(|(label, _)| &**label).collect();
    assert_eq!((&*identity.pool.0, labels), ("总额", vec!["实发", "留存", "尾差"]));
    assert_eq!((identity.mark.text.as_str(), identity.mark.tone), ("平", Tone::Good));
    assert_eq!(identity.pool.1.text, "9,600,000.00");
    assert_eq!(identity.remark, "单位:元 · 全程整数计算,发到分,去尾法");
    let mut broken = share(&twelve(), &scheme);
    if let suanpan::bonus::BonusState::Shared(shared) = &mut broken.state {
        shared.identity.balanced = false;
    }
    assert_eq!(page(&broken).identity.unwrap().mark.tone, Tone::Bad);
}

#[test]
fn rows_are_sorted_and_placed() {
    let table = page(&share(&twelve(), &pool(960_000_000))).table.unwrap();
    let expected = ["实验中学", "1,860", "95.10", "176,886.00", "1,480,137.26", "9,549.27", "15.42%"];
    assert_eq!(texts(&table.rows[0].cells), expected);
    let ends: Vec<f64> = [table.rows.first(), table.rows.last()].map(|row| row.unwrap().position).into();
    assert_eq!(ends, [1.0, 0.0]);
    assert!(table.rows.is_sorted_by(|a, b| a.position >= b.position));
    assert_eq!(texts(&table.totals), ["合计", "12,800", "", "1,147,262.25", "9,600,000.00", "9,000.00", "100.00%"]);
    assert_eq!(table.headers.iter().filter(|header| header.ascending == Some(false)).count(), 1);

    let by_school = BonusSort { column: BonusColumn::School, descending: false };
    let table = looked(&share(&twelve(), &pool(960_000_000)), by_school, None, Lang::En).table.unwrap();
    assert!(table.rows.iter().map(|row| row.school).eq(0..12));
    for &column in BonusColumn::ALL {
        let ascending =
            looked(&share(&twelve(), &pool(1_000)), BonusSort { column, descending: false }, None, Lang::Zh);
        assert_eq!(ascending.table.unwrap().rows.len(), 12);
    }
}

/// Every figure leads to its explanation, and the one being explained knows.
#[test]
fn figures_can_be_asked() {
    let county = twelve();
    let bonus = share(&county, &pool(960_000_000));
    let page = looked(&bonus, BonusSort::default(), Some(Subject::Weight(1)), Lang::Zh);
    let (table, identity) = (page.table.unwrap(), page.identity.unwrap());
    let cells = table.rows.iter().flat_map(|row| &row.cells).chain(&table.totals);
    let figures: Vec<&Figure> = cells.chain(&page.gap).chain([&identity.pool.1]).collect();
    assert_eq!(figures.iter().filter(|figure| figure.open).count(), 1);
    let subject = |subject| match subject {
        Why::Bonus(subject) => subject,
        other => panic!("{other:?}"),
    };
    let subjects: HashSet<Subject> =
        figures.iter().filter_map(|figure| asked(figure)).map(subject).chain([Subject::Weight(1)]).collect();
    assert_eq!(subjects.len(), 12 * 6 + 3);
    for subject in subjects {
        assert!(explain(&county.0, &bonus, &subject, Lang::Zh, &|_| None).is_some(), "{subject:?}");
    }
}

#[test]
fn headers_turn_the_order() {
    let next = |sort| -> Vec<BonusSort> {
        let table = looked(&share(&twelve(), &pool(5)), sort, None, Lang::Zh).table.unwrap();
        let next = |act| match act {
            Act::See(Sight::Bonus(sort)) => sort,
            other => panic!("{other:?}"),
        };
        table.headers.into_iter().map(|header| next(header.press.open().unwrap())).collect()
    };
    let first = next(BonusSort::default());
    assert_eq!(first[0], BonusSort { column: BonusColumn::School, descending: false });
    assert_eq!(first[4], BonusSort { column: BonusColumn::Amount, descending: true });
    assert_eq!(first[5], BonusSort { column: BonusColumn::PerCapita, descending: false });
    assert_eq!(next(first[5])[5], BonusSort::default());
}

/// Each decision stands in the sentence once, in every language.
#[test]
fn the_rule_holds_every_decision() {
    for &lang in Lang::ALL {
        for scheme in [BonusScheme::default(), BonusScheme { baseline: 6_000, unit: 100, ..pool(5) }] {
            let rule = looked(&share(&twelve(), &scheme), BonusSort::default(), None, lang).rule;
            let controls: Vec<Control> = rule.sentence.iter().filter_map(|part| part.control).collect();
            assert_eq!((controls.len(), controls.into_iter().collect::<HashSet<_>>().len()), (6, 6));
            assert!(rule.sentence.iter().all(|part| !part.text.contains(['[', ']'])));
        }
    }
    let sentence = |scheme| -> String {
        page(&share(&twelve(), &scheme)).rule.sentence.iter().map(|part| part.text.as_str()).collect()
    };
    assert_eq!(
        sentence(pool(960_000_000)),
        "把总额 9,600,000.00 元按人月 ÷ 12与评价得分(不取整)的乘积分给各校,不设基准分;发到分,余数按最大余额法处理。"
    );
}

#[test]
fn choosing_does_what_it_says() {
    let scheme = pool(5);
    let rule = page(&share(&twelve(), &scheme)).rule;
    assert_eq!((&*rule.pool.by.value, &*rule.baseline.by.value, &rule.reset), ("0.05", "0.00", &None));
    for select in &rule.selects {
        for (place, (label, deed)) in select.by.options.iter().enumerate() {
            let Act::Bonus(edit) = deed.clone().open().unwrap() else { panic!("{label}") };
            let mut changed = scheme.clone();
            edit.apply(&mut changed);
            assert_eq!(changed == scheme, place == select.by.chosen, "{label}");
            let shown = page(&share(&twelve(), &changed)).rule;
            let now = shown.selects.iter().find(|other| other.control == select.control).unwrap();
            assert_eq!(now.by.options[now.by.chosen].0, *label);
        }
    }
    let odd = page(&share(&twelve(), &BonusScheme { unit: 50, ..pool(5) })).rule;
    assert_eq!(odd.selects[2].by.options[odd.selects[2].by.chosen].0, "50 分");
    assert_eq!(odd.reset.map(|reset| reset.deed), Some(Act::Bonus(BonusEdit::Reset).into()));
}

#[test]
fn an_empty_page_says_what_it_needs() {
    let needed = |county: &(_, _), scheme: &BonusScheme| {
        let page = page(&share(county, scheme));
        assert!(page.table.is_none() && page.identity.is_none() && page.lead.is_empty());
        page.needed.map(|needed| (needed.title.into_owned(), needed.control)).unwrap()
    };
    let none = BonusScheme::default();
    let unstaffed = county(&[("甲", Some(80.0), None)]);
    assert_eq!(needed(&county(&[]), &none), ("还没有评价得分".to_owned(), None));
    assert_eq!(needed(&unstaffed, &none), ("还没有人数".to_owned(), Some(Control::Headcount)));
    assert_eq!(needed(&twelve(), &none), ("还没有奖金总额".to_owned(), Some(Control::Pool)));
    assert_eq!(needed(&twelve(), &pool(-5)), ("总额小于 0".to_owned(), Some(Control::Pool)));
    let strict = BonusScheme { baseline: 100_000, ..pool(5) };
    assert_eq!(needed(&twelve(), &strict), ("所有学校的权数都是 0".to_owned(), Some(Control::Baseline)));
    assert_eq!(page(&share(&unstaffed, &none)).unpaid[0].reason, "缺 2025 年的「人月」。补上后自动参加分配。");
}

#[test]
fn exam_results_are_named() {
    let mut county = twelve();
    county.1.exam_indicators = vec!["后20%率".into(), "优秀率".into()];
    let notices = page(&share(&county, &pool(960_000_000))).notices;
    assert_eq!((notices.len(), &*notices[0].title, notices[0].tone), (1, "政策提示", Tone::Near));
    assert!(notices[0].text.contains("“后20%率、优秀率”"));
}
