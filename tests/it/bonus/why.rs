//! `bonus::explain`.

use suanpan::basis::money::Fen;
use suanpan::basis::text::Lang;
use suanpan::basis::why::Why;
use suanpan::bonus::explain::sentence;
use suanpan::bonus::{Bonus, Subject, explain};
use suanpan::word::scheme::bonus::{BonusScheme, TailRule};

use super::{county, pool, share};

fn sentences(bonus: &Bonus, lang: Lang) -> Vec<String> {
    bonus.shared().unwrap().lines.iter().map(|line| sentence(bonus, line, lang).unwrap()).collect()
}

/// 100 元 by 80 × 12, 80 × 12 and 90.5 × 6: weights 960, 960, 543 of 2463,
/// that is 320 : 320 : 181 of 821; shares 3897 + 563/821 (twice) and
/// 2204 + 516/821; two fen are left over.
fn small() -> (super::Dataset, super::Scores) {
    county(&[("甲校", Some(80.0), Some(12.0)), ("乙校", Some(80.0), Some(12.0)), ("丙校", Some(90.5), Some(6.0))])
}

#[test]
fn a_line_reads_as_a_sentence() {
    let bonus = share(&small(), &pool(10_000));
    assert_eq!(
        sentences(&bonus, Lang::Zh),
        [
            "按得分 80 × 人月 12 折算权数 960.00,占全部权数 2,463.00;应得 38.97 元又 563/821 分,余数排第 2(前 2 名各加 1 分),实得 38.98 元。",
            "按得分 80 × 人月 12 折算权数 960.00,占全部权数 2,463.00;应得 38.97 元又 563/821 分,余数排第 1(前 2 名各加 1 分),实得 38.98 元。",
            "按得分 90.5 × 人月 6 折算权数 543.00,占全部权数 2,463.00;应得 22.04 元又 516/821 分,余数排第 3(前 2 名各加 1 分),实得 22.04 元。",
        ]
    );
    let english = sentences(&bonus, Lang::En);
    assert_eq!(
        english.last().unwrap(),
        "Weight 543.00 from score 90.5 × person-months 6, out of 2,463.00 in all; 22.04 yuan and 516/821 fen due; \
         remainder ranked 3 (the first 2 get 1 fen more); 22.04 yuan paid."
    );
}

#[test]
fn every_tail_and_a_baseline_read_well() {
    let told = |scheme: &BonusScheme| sentences(&share(&small(), scheme), Lang::Zh);
    let floor = told(&BonusScheme { tail: TailRule::Floor, ..pool(10_000) });
    assert!(floor[0].ends_with("应得 38.97 元又 563/821 分,不足 1 分的部分留作尾差,实得 38.97 元。"), "{floor:?}");
    // One unit of 10 fen over, and a group of two that it cannot raise.
    let groups = told(&BonusScheme { tail: TailRule::EqualGroups, unit: 10, baseline: 8_000, ..pool(10_000) });
    assert_eq!(groups[0], "得分 80 不高于基准 80.00,权数为 0,实得 0.00 元。");
    assert!(groups[2].starts_with("按(得分 90.5 − 基准 80.00) × 人月 6 折算权数 63.00,"), "{groups:?}");
    assert!(groups[2].ends_with("应得 100.00 元,没有余数,实得 100.00 元。"), "{groups:?}");
    let stuck = share(
        &county(&[("甲", Some(1.0), Some(1.0)), ("乙", Some(1.0), Some(1.0))]),
        &BonusScheme { tail: TailRule::EqualGroups, ..pool(1) },
    );
    assert!(sentences(&stuck, Lang::Zh)[0].contains("余数排第 2(余下不足以同权同加,留作尾差),"));
}

/// Fractions that nobody can read become decimals.
#[test]
fn long_fractions_are_shortened() {
    let county = county(&[("甲", Some(89.801_652_892_561_98), Some(12.0)), ("乙", Some(70.1), Some(11.0))]);
    let told = sentences(&share(&county, &pool(960_000_000)), Lang::Zh);
    assert!(told[0].starts_with("按得分 89.801653 × 人月 12 "), "{told:?}");
    assert!(told[0].contains("元又约 0."), "{told:?}");
}

fn find<'a>(why: &'a Why, title: &str) -> Option<&'a Why> {
    if why.title.contains(title) { Some(why) } else { why.parts.iter().find_map(|part| find(part, title)) }
}

#[test]
fn an_amount_leads_down_to_the_cells_and_the_score() {
    let (dataset, scores) = small();
    let bonus = share(&(dataset.clone(), scores), &pool(10_000));
    let score = |school: usize| Some(Why { title: format!("评价 {school}"), ..Why::default() });
    let why = explain(&dataset, &bonus, &Subject::Amount(2), Lang::Zh, &score).unwrap();
    assert_eq!(why.title, "丙校 · 22.04 元");
    assert_eq!(why.numbers, "100.00 × 543 ÷ 2,463 = 22.046285… 元,实得 22.04 元");
    assert_eq!(find(&why, "权数 543").unwrap().numbers, "90.5 × 6 = 543");
    let headcount = find(&why, "0.50 人").unwrap();
    assert_eq!((headcount.numbers.as_str(), headcount.cells[0].place.a1().as_str()), ("6 ÷ 12 = 0.50", "B4"));
    assert!(find(&why, "评价 2").is_some());
    assert_eq!(find(&why, "总额").unwrap().numbers, "100.00 = 100.00 + 0.00 + 0.00");
}

#[test]
fn every_subject_of_a_paid_school_has_an_answer() {
    let (dataset, scores) = small();
    let bonus = share(&(dataset.clone(), scores), &pool(10_000));
    let numbers = |subject| explain(&dataset, &bonus, &subject, Lang::Zh, &|_| None).map(|why| why.numbers);
    let told = |subject| numbers(subject).unwrap();
    assert_eq!(told(Subject::PerCapita(0)), "38.98 ÷ (12 ÷ 12) = 38.98");
    assert_eq!(told(Subject::PerCapita(2)), "22.04 ÷ (6 ÷ 12) = 44.08");
    assert_eq!(told(Subject::Share(2)), "22.04 ÷ 100.00 = 22.04%");
    assert_eq!(told(Subject::Weight(0)), "80 × 12 = 960");
    assert_eq!(told(Subject::Headcount(0)), "12 ÷ 12 = 1.00");
    assert_eq!(told(Subject::Identity), "100.00 = 100.00 + 0.00 + 0.00");
    assert_eq!(told(Subject::Mean), "100.00 ÷ (30 ÷ 12) = 40.00");
    assert_eq!(told(Subject::Gap), "44.08 − 38.98 = 5.10");
    assert_eq!(numbers(Subject::Amount(9)), None);
    let open = Bonus { state: suanpan::bonus::BonusState::NeedsPool, ..bonus.clone() };
    assert_eq!(explain(&dataset, &open, &Subject::Identity, Lang::Zh, &|_| None), None);
}

#[test]
fn a_tie_is_owned_up_to() {
    let (dataset, scores) = county(&[("甲", Some(80.0), Some(12.0)), ("乙", Some(80.0), Some(12.0))]);
    let bonus = share(&(dataset.clone(), scores), &BonusScheme { pool: Some(Fen(3)), ..BonusScheme::default() });
    for school in [0, 1] {
        let why = explain(&dataset, &bonus, &Subject::Amount(school), Lang::Zh, &|_| None).unwrap();
        assert!(why.notes.iter().any(|note| note.contains("权数相同的学校相差 1 分")), "{why:?}");
    }
}
