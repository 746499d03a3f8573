//! Between and within.

use suanpan::measure::inequality::decomposition::{Decomposable, decompose, decompose_nested};
use suanpan::measure::inequality::{Undefined, Weighting};

use super::{Dice, close, spread};

fn grouped(dice: &mut Dice, count: usize) -> Vec<((f64, f64), [usize; 2])> {
    let units = dice.units(count);
    units.into_iter().map(|unit| (unit, [dice.below(4) as usize * 10, dice.below(3) as usize])).collect()
}

#[test]
fn the_parts_add_up_to_the_whole() {
    let mut dice = Dice(21);
    for round in 0..60 {
        let mut units = grouped(&mut dice, 3 + round);
        if round % 3 == 0 {
            units[0].0.0 = 0.0;
        }
        let by_outer: Vec<_> = units.iter().map(|(unit, groups)| (*unit, groups[0])).collect();
        let plain: Vec<_> = units.iter().map(|(unit, _)| *unit).collect();
        for (weighting, index) in Weighting::ALL.iter().flat_map(|w| Decomposable::ALL.iter().map(move |i| (*w, *i))) {
            let Ok(found) = decompose(index, weighting, &by_outer) else {
                assert!(index == Decomposable::TheilL && round % 3 == 0);
                continue;
            };
            assert_eq!(Ok(found.total), index.of(&spread(&plain, weighting)));
            assert!((found.total - found.between - found.within - found.overlap).abs() < 1e-12, "{index:?}");
            let sum = |of: fn(&suanpan::measure::inequality::decomposition::Part) -> f64| {
                found.parts.iter().map(of).sum::<f64>()
            };
            assert!(close(sum(|part| part.population), 1.0) && close(sum(|part| part.resource), 1.0));
            assert!(close(sum(|part| part.between), found.between) && close(sum(|part| part.within), found.within));
            assert!(found.between > -1e-15 && found.within > -1e-15 && found.overlap > -1e-15, "{index:?} {found:?}");
            assert_eq!(found.parts.iter().map(|part| part.units).sum::<usize>(), units.len());
            assert!(found.parts.is_sorted_by(|one, next| one.group < next.group));
            let nested = decompose_nested(index, weighting, &units).unwrap();
            let parts = nested.outer.between + nested.inner + nested.within + nested.overlap;
            assert!((found.total - parts).abs() < 1e-12, "{index:?}");
        }
    }
}

#[test]
fn groups_that_do_not_overlap_leave_no_overlap_and_others_do() {
    let apart = [((10.0, 10.0), 0), ((20.0, 10.0), 0), ((60.0, 20.0), 1), ((50.0, 10.0), 1)];
    let found = decompose(Decomposable::Gini, Weighting::Pupils, &apart).unwrap();
    assert!(found.overlap.abs() < 1e-15 && found.between > 0.0 && found.within > 0.0);
    let mixed = [((10.0, 10.0), 0), ((50.0, 10.0), 0), ((20.0, 10.0), 1), ((60.0, 20.0), 1)];
    assert!(decompose(Decomposable::Gini, Weighting::Pupils, &mixed).unwrap().overlap > 0.01);
}

#[test]
fn one_group_is_all_within_and_groups_of_one_all_between() {
    let units = Dice(22).units(12);
    for index in Decomposable::ALL {
        let same: Vec<_> = units.iter().map(|unit| (*unit, 7)).collect();
        let found = decompose(*index, Weighting::Pupils, &same).unwrap();
        assert!(close(found.within, found.total) && found.between.abs() < 1e-15, "{index:?}");
        let single: Vec<_> = units.iter().enumerate().map(|(place, unit)| (*unit, place)).collect();
        let found = decompose(*index, Weighting::Pupils, &single).unwrap();
        assert!(close(found.between, found.total) && found.within == 0.0, "{index:?}");
        assert!(close(found.between_rate().unwrap(), 1.0));
    }
}

#[test]
fn the_same_inner_number_in_another_group_is_another_group() {
    let units = [((10.0, 10.0), [0, 0]), ((30.0, 10.0), [0, 1]), ((50.0, 10.0), [1, 0]), ((90.0, 10.0), [1, 1])];
    let found = decompose_nested(Decomposable::TheilT, Weighting::Pupils, &units).unwrap();
    assert_eq!(found.within, 0.0);
    assert!(found.inner > 0.0);
    assert_eq!(found.inside.iter().flatten().map(|inside| inside.parts.len()).collect::<Vec<_>>(), [2, 2]);
}

#[test]
fn a_group_with_nothing_has_no_index_and_adds_nothing_within() {
    let units = [((0.0, 10.0), [0, 0]), ((0.0, 5.0), [0, 1]), ((50.0, 10.0), [1, 0]), ((90.0, 10.0), [1, 1])];
    for index in [Decomposable::TheilT, Decomposable::VariationSquared, Decomposable::Gini] {
        let found = decompose_nested(index, Weighting::Pupils, &units).unwrap();
        let nothing = &found.outer.parts[0];
        assert_eq!((nothing.index, nothing.within, nothing.resource, nothing.factor), (None, 0.0, 0.0, 0.0));
        assert_eq!(found.inside[0], None);
    }
    let by_outer = units.map(|(unit, groups)| (unit, groups[0]));
    assert_eq!(decompose(Decomposable::TheilL, Weighting::Pupils, &by_outer), Err(Undefined::Zero));
}

#[test]
fn what_has_no_index_has_no_parts() {
    for index in Decomposable::ALL {
        let of = |units: &[((f64, f64), usize)]| decompose(*index, Weighting::Pupils, units);
        assert_eq!(of(&[]), Err(Undefined::NoUnit));
        assert_eq!(of(&[((0.0, 1.0), 0)]), Err(Undefined::ZeroMean));
        assert_eq!(of(&[((-1.0, 1.0), 0), ((5.0, 1.0), 1)]), Err(Undefined::Negative));
        assert_eq!(of(&[((1.0, 0.0), 0)]), Err(Undefined::OutOfRange));
        let alike = of(&[((5.0, 1.0), 0), ((5.0, 1.0), 1)]).unwrap();
        assert_eq!((alike.total, alike.between, alike.within, alike.between_rate()), (0.0, 0.0, 0.0, None));
    }
}
