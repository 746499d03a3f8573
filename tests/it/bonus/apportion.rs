//! `measure::apportion`.

use num_bigint::BigInt;
use suanpan::basis::exact::{Exact, parse, whole};
use suanpan::basis::money::{Fen, MOST};
use suanpan::measure::apportion::{Apportionment, Claim, TailRule, Unshareable, apportion};

use crate::vector::{Row, rows};

/// Claims whose keys are their positions, as in the vectors without keys.
fn claims(weights: &[Exact]) -> Vec<Claim<usize>> {
    weights.iter().cloned().enumerate().map(|(key, weight)| Claim { key, weight }).collect()
}

fn whole_claims(weights: &[i64]) -> Vec<Claim<usize>> {
    claims(&weights.iter().map(|&weight| whole(weight)).collect::<Vec<_>>())
}

fn amounts(shared: &Apportionment) -> Vec<i64> {
    shared.parts.iter().map(|part| part.amount.0).collect()
}

fn list<T: for<'de> serde::Deserialize<'de>>(row: &Row, column: &str) -> Vec<T> {
    serde_json::from_str(&row[column]).unwrap()
}

fn number(row: &Row, column: &str) -> i64 {
    row[column].parse().unwrap()
}

#[test]
fn vectors_of_largest_remainders() {
    for row in rows("bonus_lrm.csv") {
        let weights: Vec<String> = list(&row, "weights_json");
        let keys: Vec<String> = match row["keys_json"].as_str() {
            "" => (0..weights.len()).map(|index| format!("{index:02}")).collect(),
            _ => list(&row, "keys_json"),
        };
        let claims: Vec<_> =
            keys.into_iter().zip(&weights).map(|(key, text)| Claim { key, weight: parse(text).unwrap() }).collect();
        let pool = Fen(number(&row, "pool_fen"));
        let shared = apportion(pool, number(&row, "unit_fen"), &claims, TailRule::LargestRemainder).unwrap();
        let case = &row["case"];
        assert_eq!(amounts(&shared), list::<i64>(&row, "expected_fen_json"), "{case}");
        assert_eq!(shared.leftover, number(&row, "leftover_units"), "{case}");
        assert_eq!(shared.residue.0, number(&row, "unpaid_residual_fen"), "{case}");
        assert_eq!(shared.tie_at_cut, row["tie_at_cut"] == "1", "{case}");
    }
}

#[test]
fn vectors_of_tail_rules() {
    let mut seen = 0;
    for row in rows("bonus_tail_policy.csv") {
        let tail = match row["policy"].as_str() {
            "lrm" => TailRule::LargestRemainder,
            "equal_groups" => TailRule::EqualGroups,
            "floor_keep_residual" => TailRule::Floor,
            _ => continue,
        };
        let shared = apportion(Fen(number(&row, "pool_fen")), 1, &whole_claims(&list(&row, "weights_json")), tail);
        let shared = shared.unwrap();
        assert_eq!(amounts(&shared), list::<i64>(&row, "expected_fen_json"), "{row:?}");
        assert_eq!(shared.residue.0, number(&row, "residual_fen"), "{row:?}");
        seen += 1;
    }
    assert_eq!(seen, 12);
}

#[test]
fn agrees_with_an_independent_package() {
    let cases = rows("bonus_oracle.csv");
    assert_eq!(cases.len(), 300);
    for row in cases {
        let claims = whole_claims(&list(&row, "weights_json"));
        let shared = apportion(Fen(number(&row, "pool_fen")), 1, &claims, TailRule::LargestRemainder).unwrap();
        assert_eq!(amounts(&shared), list::<i64>(&row, "expected_fen_json"), "{row:?}");
    }
}

/// A small generator of numbers, so that the random cases are the same in
/// every run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: i64) -> i64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((self.0 >> 33) % u64::try_from(bound).unwrap()).unwrap()
    }

    fn one_of(&mut self, choices: [i64; 3]) -> i64 {
        choices[usize::try_from(self.below(3)).unwrap()]
    }

    /// Pool, unit, and weights some of which are equal, zero or fractions.
    fn case(&mut self) -> (Fen, i64, Vec<Exact>) {
        let (most, scale) = (self.one_of([3, 50, 100_000]), self.one_of([1, 7, 100]));
        let count = 1 + self.below(9);
        let mut weights: Vec<Exact> = (0..count).map(|_| whole(self.below(most)) / whole(scale)).collect();
        weights.push(whole(1 + self.below(most)));
        let most = self.one_of([30, 10_000, 1 << 30]);
        (Fen(self.below(most)), self.one_of([1, 10, 100]), weights)
    }
}

/// Properties (a) to (f) of the domain's notes, for every rule where they hold.
#[test]
fn laws() {
    let mut draw = Draw(7);
    for _ in 0..1_000 {
        let (pool, unit, weights) = draw.case();
        let total: Exact = weights.iter().sum();
        for &tail in TailRule::ALL {
            let shared = apportion(pool, unit, &claims(&weights), tail).unwrap();
            let paid = amounts(&shared);
            // (a) the sum: with what is left over it is the pool; by largest
            // remainders all whole units are paid.
            assert_eq!(paid.iter().sum::<i64>() + shared.residue.0, pool.0);
            if tail == TailRule::LargestRemainder {
                assert_eq!(shared.residue.0, pool.0 % unit);
            }
            for ((amount, weight), part) in paid.iter().zip(&weights).zip(&shared.parts) {
                // (b) within the floor and the ceiling of the exact share.
                let units = whole(pool.0 / unit) * weight / &total;
                assert_eq!(whole(part.floor), units.floor());
                assert!(whole(amount / unit) >= units.floor() && whole(amount / unit) <= units.ceil());
                assert_eq!(part.due, &units * whole(unit));
                // (d) nothing for no weight.
                assert!(weight != &whole(0) || *amount == 0);
            }
            // (c) a larger weight never gets less.
            for (amount, weight) in paid.iter().zip(&weights) {
                assert!(paid.iter().zip(&weights).all(|(other, lighter)| lighter >= weight || other <= amount));
            }
            // (e) only the ratios of the weights matter.
            let scaled: Vec<Exact> = weights.iter().map(|weight| weight * whole(12) / whole(35)).collect();
            assert_eq!(apportion(pool, unit, &claims(&scaled), tail).unwrap(), shared);
            // (f) the order of the claims never matters, only their keys.
            let mut turned = claims(&weights);
            turned.reverse();
            let mut backwards = apportion(pool, unit, &turned, tail).unwrap();
            backwards.parts.reverse();
            assert_eq!(backwards, shared);
            // Equal weight, equal pay, where the rule promises it.
            assert!(tail == TailRule::LargestRemainder || !shared.tie_at_cut);
        }
    }
}

#[test]
fn ranks_follow_remainders() {
    // Shares 1.5, 0.75, 0.75, 3.0 of 6: remainders ½, ¾, ¾, 0.
    let shared = apportion(Fen(6), 1, &whole_claims(&[2, 1, 1, 4]), TailRule::LargestRemainder).unwrap();
    let told: Vec<_> = shared.parts.iter().map(|part| (part.floor, part.remainder.clone(), part.rank)).collect();
    let (four, six, none) = (BigInt::from(4), BigInt::from(6), BigInt::from(0));
    assert_eq!(told, [(1, four, Some(3)), (0, six.clone(), Some(1)), (0, six, Some(2)), (3, none, None)]);
    assert_eq!((shared.leftover, amounts(&shared)), (2, vec![1, 1, 1, 3]));
}

#[test]
fn the_largest_pool_and_awkward_weights() {
    let weights = ["89.80165289256198", "0.0000000001", "100", "33.333333333333336"].map(|text| parse(text).unwrap());
    let shared = apportion(Fen(MOST), 1, &claims(&weights), TailRule::LargestRemainder).unwrap();
    assert_eq!(amounts(&shared).iter().sum::<i64>(), MOST);
    let everything = apportion(Fen(i64::MAX), 1, &whole_claims(&[1, 2]), TailRule::LargestRemainder).unwrap();
    assert_eq!(amounts(&everything).iter().sum::<i64>(), i64::MAX);
}

#[test]
fn whole_yuan() {
    // 3,000 元 over 1,131 points, in whole yuan: the published class bonus.
    let claims = whole_claims(&[355, 366, 62, 131, 111, 106]);
    let shared = apportion(Fen(300_050), 100, &claims, TailRule::LargestRemainder).unwrap();
    assert_eq!(amounts(&shared), [942, 971, 164, 348, 294, 281].map(|yuan| yuan * 100));
    assert_eq!(shared.residue, Fen(50));
}

#[test]
fn refusals() {
    let fault = |pool, unit, weights: &[i64]| apportion(Fen(pool), unit, &whole_claims(weights), TailRule::Floor);
    assert_eq!(fault(-1, 1, &[1]), Err(Unshareable::NegativePool));
    assert_eq!(fault(1, 0, &[1]), Err(Unshareable::BadUnit));
    assert_eq!(fault(1, 1, &[1, -1]), Err(Unshareable::NegativeWeight(1)));
    assert_eq!(fault(1, 1, &[0, 0]), Err(Unshareable::NoWeight));
    assert_eq!(fault(1, 1, &[]), Err(Unshareable::NoWeight));
    assert_eq!(amounts(&fault(0, 1, &[0, 0]).unwrap()), [0, 0]);
    let twins = [("甲", 1), ("乙", 1), ("甲", 2)].map(|(key, weight)| Claim { key, weight: whole(weight) });
    assert_eq!(apportion(Fen(5), 1, &twins, TailRule::Floor), Err(Unshareable::DuplicateKey(2)));
}
