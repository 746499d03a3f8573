//! The fewest moves and the least lift against all ways on small cases.

use suanpan::basis::exact::{Exact, of, parse, to_f64};
use suanpan::measure::lift::lift;
use suanpan::measure::transfer::{Holder, transfer};
use suanpan::measure::variation::compare_exactly;

use super::mutate::Random;

fn meets(amounts: &[f64], sizes: &[f64], limit: &Exact) -> bool {
    let total: f64 = amounts.iter().sum();
    let squares: f64 = amounts.iter().zip(sizes).map(|(x, p)| x * x / p).sum();
    let over = sizes.iter().sum::<f64>() * squares / (total * total) - 1.0 - to_f64(limit).unwrap().powi(2);
    if total <= 0.0 || over.abs() > 1e-9 {
        return total > 0.0 && over < 0.0;
    }
    let units: Vec<_> = amounts.iter().zip(sizes).map(|(x, p)| (of(*x).unwrap(), of(*p).unwrap())).collect();
    compare_exactly(&units, limit).is_le()
}

/// All ways to change amounts by whole numbers from −most to most.
fn ways(amounts: &[f64], most: i32, visit: &mut dyn FnMut(&[f64], i32, i32)) {
    fn go(at: usize, now: &mut Vec<f64>, most: i32, plus: i32, minus: i32, visit: &mut dyn FnMut(&[f64], i32, i32)) {
        if at == now.len() {
            return visit(now, plus, minus);
        }
        let before = now[at];
        for change in -most..=most {
            now[at] = before + f64::from(change);
            go(at + 1, now, most, plus + change.max(0), minus + (-change).max(0), visit);
        }
        now[at] = before;
    }
    go(0, &mut amounts.to_vec(), most, 0, 0, visit);
}

fn case(random: &mut Random) -> (Vec<f64>, Vec<f64>, Exact) {
    let units = 2 + random.below(3);
    let amounts = (0..units).map(|_| random.below(8) as f64).collect();
    let sizes = (0..units).map(|_| (20 + 10 * random.below(9)) as f64).collect();
    (amounts, sizes, parse(["0.1", "0.25", "0.45", "0.5"][random.below(4)]).unwrap())
}

#[test]
fn no_fewer_moves_reach_the_limit() {
    let (mut random, mut reached) = (Random(11), 0);
    for _ in 0..150 {
        let (amounts, sizes, limit) = case(&mut random);
        let least: Vec<f64> = amounts.iter().map(|_| random.below(3) as f64).collect();
        let holders: Vec<Holder> =
            (0..amounts.len()).map(|at| Holder { amount: amounts[at], size: sizes[at], least: least[at] }).collect();
        let Some(found) = transfer(&holders, &limit) else { continue };
        let mut fewest = None;
        ways(&amounts, 7, &mut |now, plus, minus| {
            let gives = |at: usize| now[at] >= amounts[at] || now[at] >= least[at];
            if plus == minus && (0..now.len()).all(gives) && now.iter().all(|x| *x >= 0.0) && meets(now, &sizes, &limit)
            {
                fewest = Some(fewest.map_or(plus, |fewest: i32| fewest.min(plus)));
            }
        });
        let moves: u32 = found.moves.iter().map(|step| step.count).sum();
        assert_eq!(found.reached, fewest.is_some(), "{holders:?} {limit}");
        if let Some(fewest) = fewest {
            assert_eq!(moves, fewest as u32, "{holders:?} {limit}");
            reached += 1;
        }
        let mut after = amounts.clone();
        for step in &found.moves {
            after[step.from] -= f64::from(step.count);
            after[step.to] += f64::from(step.count);
            assert!(after[step.from] >= least[step.from]);
        }
        assert_eq!(meets(&after, &sizes, &limit), found.reached);
    }
    assert!(reached > 50, "{reached}");
}

#[test]
fn nothing_less_that_is_added_reaches_the_limit() {
    let mut random = Random(12);
    for _ in 0..200 {
        let (amounts, sizes, limit) = case(&mut random);
        let units: Vec<_> = amounts.iter().copied().zip(sizes.iter().copied()).collect();
        let Some(found) = lift(&units, 1.0, &limit) else { continue };
        let mut least = None;
        let added: f64 = found.added.iter().sum();
        let most = 6.min(added as i32);
        ways(&amounts, most, &mut |now, plus, minus| {
            if minus == 0 && f64::from(plus) <= added && meets(now, &sizes, &limit) {
                least = Some(least.map_or(plus, |least: i32| least.min(plus)));
            }
        });
        assert!(found.reached && found.added.iter().all(|added| *added >= 0.0));
        assert!(least.is_none_or(|least| f64::from(least) >= added), "{units:?} {limit}: {added} {least:?}");
        assert_eq!(added == 0.0, meets(&amounts, &sizes, &limit));
    }
}

#[test]
fn large_sums_are_lifted_in_steps_as_one_by_one() {
    // Yuan: 200 schools, hundreds of thousands of steps; the level is that of a
    // plain search, to a step for every school.
    let mut random = Random(13);
    let units: Vec<_> = (0..200).map(|_| (random.below(4_000_000) as f64, (50 + random.below(2000)) as f64)).collect();
    let limit = parse("0.5").unwrap();
    let found = lift(&units, 1.0, &limit).unwrap();
    assert!(
        found.reached && found.before > 0.5 && found.after <= 0.5 && found.after > 0.4999,
        "{} {}",
        found.before,
        found.after
    );
    let level = |(added, (amount, size)): (&f64, &(f64, f64))| (*added > 0.0).then_some((amount + added) / size);
    let levels: Vec<f64> = found.added.iter().zip(&units).filter_map(level).collect();
    let (low, high) = levels.iter().fold((f64::MAX, 0_f64), |(low, high), level| (low.min(*level), high.max(*level)));
    assert!(levels.len() > 10 && high - low < 0.1, "{low} {high}");
}

/// A telephone number among the pupils is no reason to stand still.
#[test]
fn sizes_that_no_county_has_end_the_search() {
    let units = [(30.0, 600.0), (20.0, 13_812_345_678.0), (10.0, 50.0)];
    let found = lift(&units, 1.0, &parse("0.5").unwrap()).unwrap();
    assert!(found.after <= found.before);
}
