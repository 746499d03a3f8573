//! Laws over every comparator, aggregation and scoring.

use num_traits::Zero;
use suanpan::balance::target;
use suanpan::balance::target::compare::{Bounds, counted_gap, gap, met};
use suanpan::balance::target::edit::TargetEdit;
use suanpan::balance::verdict::Verdict;
use suanpan::basis::exact::{Exact, whole};
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::balance::Standard;
use suanpan::word::scheme::target::{
    Aggregation, Band, Column, Comparator, Given, Measure, Missing, Part, Scoring, Set, Target, TargetScheme,
};

use super::super::balance::county::County;
use super::super::inequality::Dice;
use super::{assess, each, judged, plain, scheme};

fn limit(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::About => "30±2.5",
        Comparator::Band => "27~33",
        _ => "30",
    }
}

const COMPARED: &[Comparator] = {
    let (compared, _) = Comparator::ALL.split_at(Comparator::ALL.len() - 1);
    compared
};

/// Adding the gap, or taking it away, passes; one piece less does not.
#[test]
fn the_gap_is_exactly_what_is_missing() {
    for comparator in COMPARED.iter().copied() {
        let bounds = Bounds::parse(comparator, limit(comparator)).unwrap();
        for denominator in [7, 40, 100, 331] {
            for numerator in 0..=denominator {
                let (above, below) = (whole(numerator), whole(denominator));
                let value = |above: &Exact| above * whole(100) / &below;
                if met(comparator, &value(&above), &bounds) {
                    continue;
                }
                let gap = counted_gap(comparator, (&above, &below), 100, true, &bounds);
                let moved = |amount: &Exact| if gap.less { &above - amount } else { &above + amount };
                let fewer = moved(&(&gap.amount - whole(1)));
                assert!(gap.amount >= whole(1) && gap.amount.is_integer());
                let narrow = matches!(comparator, Comparator::Equal | Comparator::About | Comparator::Band);
                // Between two limits there may be no whole piece.
                assert!(narrow || met(comparator, &value(&moved(&gap.amount)), &bounds), "{numerator}/{denominator}");
                assert!(!met(comparator, &value(&fewer), &bounds), "{comparator:?} {numerator}/{denominator}");
            }
        }
    }
}

#[test]
fn a_plain_gap_leads_to_the_limit() {
    for comparator in COMPARED.iter().copied() {
        let bounds = Bounds::parse(comparator, limit(comparator)).unwrap();
        for tenths in 0..600 {
            let value = whole(tenths) / whole(10);
            if met(comparator, &value, &bounds) {
                continue;
            }
            let gap = gap(comparator, &value, &bounds);
            let reached = if gap.less { &value - &gap.amount } else { &value + &gap.amount };
            let strict = matches!(comparator, Comparator::Above | Comparator::Below);
            assert!(gap.amount > Exact::zero() || strict);
            assert_eq!(met(comparator, &reached, &bounds), !strict, "{comparator:?} {value}");
        }
    }
}

fn aggregations() -> [Aggregation; 5] {
    let k_of_n = |k, floor: &str| Aggregation::KOfN { k, floor: floor.into() };
    let share = Aggregation::Share { least: "60".into() };
    [Aggregation::All, share, k_of_n(2, "0.5"), k_of_n(2, "0"), k_of_n(5, "0.5")]
}

fn county(values: &[Option<f64>]) -> Dataset {
    let school = |county: County, (place, value): (usize, &Option<f64>)| {
        let mut numbers = vec![(Field::Pupils(Stage::Primary), 100.0)];
        numbers.extend(value.map(|value| (Field::Other("值".into()), value)));
        county.and(&format!("{place}"), SchoolKind::Primary, numbers)
    };
    values.iter().enumerate().fold(County::default(), school).0
}

fn verdict(aggregation: &Aggregation, values: &[Option<f64>]) -> Verdict {
    let measure = Measure::Number(vec![Column::Header("值".into())]);
    let target = Target { measure, ..each(plain(Comparator::AtLeast, "10"), aggregation.clone()) };
    assess(&county(values), &scheme(target, &[])).lines.remove(0).verdict
}

/// Three schools, each well above, at, near below, far below, or missing.
#[test]
fn a_verdict_stands_whatever_the_missing_values_turn_out_to_be() {
    let known = [Some(12.0), Some(10.0), Some(6.0), Some(1.0)];
    let all: Vec<Option<f64>> = known.into_iter().chain([None]).collect();
    for aggregation in aggregations() {
        for one in &all {
            for two in &all {
                for three in &all {
                    let values = [*one, *two, *three];
                    let mut outcomes = Vec::new();
                    fill(&aggregation, values, 0, &known, &mut outcomes);
                    let (met, not) = (outcomes.contains(&Verdict::Met), outcomes.contains(&Verdict::NotMet));
                    let expected = match (met, not) {
                        (true, true) => Verdict::Pending,
                        (true, false) => Verdict::Met,
                        _ => Verdict::NotMet,
                    };
                    let found = verdict(&aggregation, &values);
                    assert_eq!(found, expected, "{aggregation:?} {values:?}");
                }
            }
        }
    }
}

/// All verdicts that filling the missing values can give.
fn fill(
    aggregation: &Aggregation,
    values: [Option<f64>; 3],
    from: usize,
    known: &[Option<f64>],
    outcomes: &mut Vec<Verdict>,
) {
    match (from..3).find(|place| values[*place].is_none()) {
        None => outcomes.push(verdict(aggregation, &values)),
        Some(place) => known.iter().for_each(|value| {
            let mut filled = values;
            filled[place] = *value;
            fill(aggregation, filled, place + 1, known, outcomes);
        }),
    }
}

#[test]
fn points_stay_between_nothing_and_all_and_never_rise_with_the_shortfall() {
    let band = |limit: &str, points: &str| Band { limit: limit.into(), points: points.into() };
    let scorings = [
        Scoring::PassFail,
        Scoring::Deduct { per: "3".into(), step: "0.7".into(), most: String::new() },
        Scoring::Deduct { per: "3".into(), step: "0.7".into(), most: "8".into() },
        Scoring::Bands(vec![band("30", "10"), band("25", "6"), band("20", "2")]),
    ];
    for scoring in scorings {
        let mut last = Exact::zero();
        for value in 0..=40 {
            let target = Target { points: "10".into(), scoring: scoring.clone(), ..plain(Comparator::AtLeast, "30") };
            let points = judged(target, &[&value.to_string()]).points.unwrap();
            assert!(points >= last && points <= whole(10), "{scoring:?} {value}");
            last = points;
        }
        assert_eq!(last, whole(10));
    }
}

#[test]
fn nothing_that_is_given_makes_a_target_panic() {
    let odd = ["", "x", "1/0", "-1", "1e400", "9/", "1/2/3", "±", "2", "99999999999999999999"];
    for comparator in Comparator::ALL {
        for limit in odd {
            for text in odd {
                for missing in [Missing::Pending, Missing::NotMet, Missing::NotApplicable] {
                    for aggregation in [
                        Aggregation::Value,
                        Aggregation::All,
                        Aggregation::Share { least: limit.into() },
                        Aggregation::KOfN { k: u32::MAX, floor: limit.into() },
                        Aggregation::Trend { years: 3, falling: false, strict: true },
                    ] {
                        let target = Target { missing, aggregation, ..plain(*comparator, limit) };
                        judged(each(target.clone(), target.aggregation.clone()), &[text]);
                        judged(target, &[text, text]);
                    }
                }
            }
        }
    }
}

/// Whatever decision is taken after whatever other, what follows it is what a new judgement
/// gives.
#[test]
fn a_decision_that_is_followed_gives_what_judging_anew_gives() {
    let mut dice = Dice(29);
    let other = |name: &str| Field::Other(name.into());
    let county = (0..12).fold(County::default(), |county, index| {
        let kind = [SchoolKind::Primary, SchoolKind::NineYear, SchoolKind::Junior][index % 3];
        let mut numbers = vec![
            (other("音乐教室数"), 1.0),
            (other("音乐教室面积"), 74.0),
            (other("班级数"), f64::from(1 + dice.below(30))),
        ];
        numbers.extend(
            [Stage::Primary, Stage::Junior].map(|stage| (Field::Pupils(stage), f64::from(1_900 + dice.below(500)))),
        );
        numbers.extend([
            (other("建成年份"), f64::from(2_005 + dice.below(10))),
            (other("最大班额"), f64::from(30 + dice.below(30))),
        ]);
        county.and(&format!("S{index}"), kind, numbers)
    });
    let (mut scheme, mut standard) = (TargetScheme::default(), Standard::Quality2017);
    let mut targets = target::assess(&county.0, &scheme, standard);
    // Of all schools, but for two of the county.
    let ids = ["G3a", "G3c", "G4", "G5", "G6", "own1", "own2", "G1", "W2"];
    for _ in 0..200 {
        let mut one_of = |length: usize| dice.below(u32::try_from(length).unwrap()) as usize;
        let (id, set) = (ids[one_of(ids.len())].to_owned(), Set::ALL[one_of(Set::ALL.len())]);
        let part = [Part::Whole, Part::Primary, Part::Junior, Part::Combined][one_of(4)];
        let text = ["", "1", "0", "30", "45.5", "3/7", "12/12", "300/450"][one_of(8)].to_owned();
        let school = ["", "S0", "S1", "S4", "S7"][one_of(5)].to_owned();
        let edit = match one_of(12) {
            0 => TargetEdit::Use(set, one_of(8) > 0),
            10.. => TargetEdit::Relax(["size-2010", "music-2016"][one_of(2)].into(), one_of(2) == 0),
            2 => TargetEdit::Idle(id, one_of(6) == 0),
            3 => TargetEdit::SetLimit { target: id, part, value: Some(text).filter(|text| !text.is_empty()) },
            4 => TargetEdit::Duplicate(id),
            5 if one_of(4) == 0 => TargetEdit::Remove(id),
            5 => TargetEdit::MarkEvenly,
            1 => {
                standard = Standard::ALL[one_of(2)];
                TargetEdit::Add("自定".into())
            }
            _ => TargetEdit::Give(Given { target: id, part, school, year: 0, text }),
        };
        edit.clone().apply(&mut scheme);
        target::follow(&mut targets, &county.0, &scheme, standard);
        assert!(targets == target::assess(&county.0, &scheme, standard), "{edit:?}");
    }
    assert!(targets.lines.iter().any(|line| line.units.iter().any(|unit| unit.met.is_some())), "something is judged");
}
