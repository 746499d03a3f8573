//! `bonus::distribute`.

use suanpan::basis::exact::{parse, whole};
use suanpan::basis::money::{Fen, MOST};
use suanpan::bonus::edit::BonusEdit;
use suanpan::bonus::{BonusState, Note, Reason};
use suanpan::measure::apportion::Unshareable;
use suanpan::word::scheme::bonus::{BonusScheme, Headcount, ScoreBasis, TailRule};

use super::{county, paid, pool, share, twelve};

/// The domain's notes: gap 1,867.68 and ratio 1.2431 on the sample of twelve;
/// with a baseline of 60 the gap is 5,649.70 or, rounded half up, …71.
#[test]
fn gap_of_the_sample() {
    let bonus = share(&twelve(), &pool(960_000_000));
    let spread = bonus.shared().unwrap().spread.clone().unwrap();
    assert_eq!(spread.gap, Fen(186_768));
    assert_eq!(spread.ratio.map(|ratio| format!("{ratio:.4}")).as_deref(), Some("1.2431"));
    assert_eq!((spread.highest_schools, spread.lowest_schools), (vec![1], vec![10]));
    // The weighted mean is P/N: 12,800 person-months share 9,600,000 元.
    assert_eq!(spread.mean, whole(960_000_000) / (whole(12_800) / whole(12)));

    let steeper = share(&twelve(), &BonusScheme { baseline: 6_000, ..pool(960_000_000) });
    let gap = steeper.shared().unwrap().spread.as_ref().unwrap().gap.0;
    assert!((564_970..=564_971).contains(&gap), "{gap}");
}

/// Per capita is A·sᵢ/s̄ up to 1 分 ÷ headcount.
#[test]
fn per_capita_follows_the_score() {
    let bonus = share(&twelve(), &pool(960_000_000));
    let shared = bonus.shared().unwrap();
    for line in &shared.lines {
        let due = whole(960_000_000) * &line.score * whole(12) / &shared.weight;
        let off = (&line.per_capita - due) * &line.headcount;
        assert!(off < whole(1) && off > whole(-1), "{}", line.name);
        assert_eq!(line.headcount, &line.counted / whole(12));
    }
}

#[test]
fn the_identity_always_holds() {
    for fen in [0, 1, 99, 12_345, 960_000_000, MOST] {
        for &tail in TailRule::ALL {
            for unit in [1, 10, 100, 777] {
                let bonus = share(&twelve(), &BonusScheme { tail, unit, ..pool(fen) });
                let identity = bonus.shared().unwrap().identity;
                assert!(identity.balanced, "{fen} {tail:?} {unit}");
                let (paid, held) = (identity.paid, identity.retained + identity.residue);
                assert_eq!((paid + held, identity.pool), (Fen(fen), Fen(fen)));
                assert_eq!(paid.0, super::paid(&bonus).iter().sum::<i64>());
            }
        }
    }
}

#[test]
fn nobody_is_left_out_silently() {
    let county = county(&[
        ("甲", Some(80.0), Some(120.0)),
        ("乙", None, Some(120.0)),
        ("丙", Some(80.0), None),
        ("丁", Some(80.0), Some(0.0)),
        ("戊", Some(f64::NAN), Some(120.0)),
    ]);
    let bonus = share(&county, &pool(10_000));
    assert_eq!(paid(&bonus), [10_000]);
    let told: Vec<_> = bonus.unpaid.iter().map(|unpaid| (&*unpaid.name, unpaid.reason)).collect();
    let expected =
        [("乙", Reason::NoScore), ("丙", Reason::NoHeadcount), ("丁", Reason::EmptyHeadcount), ("戊", Reason::NoScore)];
    assert_eq!(told, expected);
}

#[test]
fn what_is_still_needed() {
    let state = |county: &(_, _), scheme: &BonusScheme| share(county, scheme).state;
    let none = BonusScheme::default();
    assert_eq!(state(&county(&[]), &none), BonusState::NeedsScores);
    assert_eq!(state(&county(&[("甲", None, Some(12.0))]), &none), BonusState::NeedsScores);
    assert_eq!(state(&county(&[("甲", Some(80.0), None)]), &none), BonusState::NeedsHeadcount);
    assert_eq!(state(&twelve(), &none), BonusState::NeedsPool);
    assert_eq!(state(&twelve(), &pool(-1)), BonusState::Impossible(Unshareable::NegativePool));
    let strict = BonusScheme { baseline: 10_000, ..pool(1) };
    assert_eq!(state(&twelve(), &strict), BonusState::Impossible(Unshareable::NoWeight));
}

#[test]
fn a_baseline_pays_nothing_below_it() {
    let county =
        county(&[("甲", Some(70.0), Some(12.0)), ("乙", Some(60.0), Some(12.0)), ("丙", Some(50.0), Some(12.0))]);
    let bonus = share(&county, &BonusScheme { baseline: 6_000, ..pool(100_000_000) });
    assert_eq!(paid(&bonus), [100_000_000, 0, 0]);
    assert_eq!(bonus.notes, [Note::BelowBaseline(2)]);
    assert_eq!(bonus.shared().unwrap().spread.as_ref().unwrap().ratio, None);
}

/// 0.005 is just below its half in binary; on the decimal it rounds up.
#[test]
fn published_scores_round_half_up() {
    let county = county(&[("甲", Some(1.005), Some(12.0)), ("乙", Some(80.126), Some(12.0))]);
    let used = |score| {
        let bonus = share(&county, &BonusScheme { score, ..pool(1) });
        bonus.shared().unwrap().lines.iter().map(|line| line.score.clone()).collect::<Vec<_>>()
    };
    assert_eq!(used(ScoreBasis::Unrounded), ["1.005", "80.126"].map(|text| parse(text).unwrap()));
    assert_eq!(used(ScoreBasis::TwoDecimals), ["1.01", "80.13"].map(|text| parse(text).unwrap()));
}

#[test]
fn staff_instead_of_person_months() {
    let county = county(&[("甲", Some(80.0), Some(12.0)), ("乙", Some(80.0), Some(18.0))]);
    assert_eq!(paid(&share(&county, &pool(300))), [120, 180]);
    let bonus = share(&county, &BonusScheme { headcount: Headcount::Staff, ..pool(300) });
    assert_eq!(paid(&bonus), [100, 200]);
    assert_eq!(bonus.shared().unwrap().headcount, whole(3));
}

/// Equal schools are told apart by code, then name; never by where they stand.
#[test]
fn keys_decide_ties() {
    let entries = [("丙", Some(80.0), Some(12.0)), ("甲", Some(80.0), Some(12.0)), ("乙", Some(80.0), Some(12.0))];
    let mut turned = entries;
    turned.reverse();
    let by_name = |county: &(_, _)| {
        let bonus = share(county, &pool(100));
        assert!(bonus.notes.contains(&Note::TieAtCut));
        let mut lines: Vec<_> =
            bonus.shared().unwrap().lines.iter().map(|line| (line.name.to_string(), line.part.amount.0)).collect();
        lines.sort();
        lines
    };
    assert_eq!(by_name(&county(&entries)), by_name(&county(&turned)));
    let mut coded = county(&entries);
    for (school, code) in coded.0.schools.iter_mut().zip(["3", "2", "1"]) {
        school.code = Some(code.into());
    }
    assert_eq!(paid(&share(&coded, &pool(100))), [33, 33, 34]);
}

#[test]
fn notes_say_what_to_think_about() {
    let mut county = county(&[("甲", Some(80.0), Some(12.0)), ("乙", Some(80.0), Some(24.0))]);
    // Three persons in all: 3,000 元 is 1,000 a head.
    assert_eq!(share(&county, &pool(300_000)).notes, [Note::NoSpread]);
    assert_eq!(share(&county, &pool(299_997)).notes, [Note::PoolSmall, Note::NoSpread]);
    assert_eq!(share(&county, &pool(0)).notes, [Note::NoSpread]);
    county.1.exam_indicators = vec!["后20%率".into()];
    let told = [Note::ExamIndicators(vec!["后20%率".into()]), Note::NoSpread];
    assert_eq!(share(&county, &pool(300_000)).notes, told);
    let spread = share(&county, &pool(300_000)).shared().unwrap().spread.clone().unwrap();
    assert_eq!((spread.gap, spread.ratio, spread.highest_schools), (Fen(0), Some(1.0), vec![0, 1]));
}

/// A table without years serves every year.
#[test]
fn headcounts_without_a_year() {
    let (dataset, mut scores) = county(&[("甲", Some(80.0), Some(12.0))]);
    scores.year = Some(2024);
    assert_eq!(share(&(dataset.clone(), scores.clone()), &pool(5)).state, BonusState::NeedsHeadcount);
    let mut undated = dataset.clone();
    let mut fact = dataset.facts()[1].clone();
    fact.year = None;
    undated.insert(fact);
    assert!(share(&(undated, scores), &pool(5)).shared().is_some());
}

#[test]
fn edits() {
    let mut scheme = BonusScheme::default();
    let edits = [
        BonusEdit::SetPool(Some(Fen(5))),
        BonusEdit::SetHeadcount(Headcount::Staff),
        BonusEdit::SetScoreBasis(ScoreBasis::TwoDecimals),
        BonusEdit::SetBaseline(u32::MAX),
        BonusEdit::SetUnit(i64::MIN),
        BonusEdit::SetTail(TailRule::Floor),
    ];
    edits.into_iter().for_each(|edit| edit.apply(&mut scheme));
    let expected = BonusScheme {
        pool: Some(Fen(5)),
        headcount: Headcount::Staff,
        score: ScoreBasis::TwoDecimals,
        baseline: 100_000,
        unit: 1,
        tail: TailRule::Floor,
    };
    assert_eq!(scheme, expected);
    BonusEdit::Reset.apply(&mut scheme);
    assert_eq!(scheme, pool(5));
}

#[test]
fn what_people_type() {
    let pools = ["９６０万元", "￥1,000.5", "0", "-1", "1e20", "十万", "1.234", "万", "元"];
    let read: Vec<_> = pools.into_iter().map(BonusEdit::pool).collect();
    let fen = |fen| Some(BonusEdit::SetPool(Some(Fen(fen))));
    assert_eq!(read, [fen(960_000_000), fen(100_050), fen(0), None, None, None, None, None, None]);
    let baselines = ["60", " 60.25 ", "", "60.255", "-1", "1000.01", "x"];
    let read: Vec<_> = baselines.into_iter().map(BonusEdit::baseline).collect();
    let points = |hundredths| Some(BonusEdit::SetBaseline(hundredths));
    assert_eq!(read, [points(6_000), points(6_025), points(0), None, None, None, None]);
}
