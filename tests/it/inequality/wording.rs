//! What is said of the indices, in the program and in the method document.

use std::collections::HashSet;

use suanpan::basis::text::Lang;
use suanpan::measure::inequality::decomposition::Decomposable;
use suanpan::measure::inequality::{Index, Transfers, Undefined, Weighting};

use super::of_values;

const METHOD: &str = include_str!("../../../docs/method/indices.md");

#[test]
fn every_index_has_a_row_with_its_formula_range_and_meaning() {
    for index in Index::ALL {
        let start = format!("| {} | `{}` |", index.label(Lang::Zh), index.formula());
        let row = METHOD.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{start}"));
        let (low, high) = index.bounds();
        let high = if high.is_finite() { format!("{high}") } else { "∞".to_owned() };
        assert!(row.contains(&format!("| {low}–{high} |")), "{row}");
        for lang in Lang::ALL {
            assert!(METHOD.contains(index.meaning(*lang)), "{:?}", index.meaning(*lang));
            assert!(index.trap(*lang).is_none_or(|trap| METHOD.contains(trap)), "{:?}", index.trap(*lang));
        }
        assert!(METHOD.contains(index.label(Lang::En)), "{}", index.label(Lang::En));
    }
}

#[test]
fn the_document_tells_weightings_parts_and_reasons() {
    let weightings = Weighting::ALL.iter().map(|weighting| weighting.label(Lang::Zh));
    let parts = Decomposable::ALL.iter().map(|index| index.label(Lang::Zh));
    let reasons = Undefined::ALL.iter().map(|reason| reason.label(Lang::Zh));
    for name in weightings.chain(parts).chain(reasons) {
        assert!(METHOD.contains(&format!("| {name} |")), "{name}");
    }
}

#[test]
fn the_table_of_odd_inputs_tells_what_happens() {
    let negative = |index| of_values(index, &[-1.0, 2.0, 3.0]) == Err(Undefined::Negative);
    let infinite = |index| of_values(index, &[0.0, 0.0, 0.0, 3.0]) == Err(Undefined::Zero);
    let rows: Vec<Vec<&str>> = METHOD
        .lines()
        .map(|line| line.split('|').map(str::trim).collect())
        .filter(|row: &Vec<_>| row.len() == 7)
        .collect();
    for index in Index::ALL {
        let row = rows.iter().find(|row| row[1] == index.label(Lang::Zh)).unwrap();
        assert_eq!(row[2].contains('无'), infinite(*index), "{row:?}");
        assert_eq!(row[3] == "不算", negative(*index), "{row:?}");
        let one = of_values(*index, &[7.0]).map_or("无".to_owned(), |value| value.to_string());
        assert_eq!(row[4], one, "{row:?}");
        let moved = match index.transfers() {
            Transfers::Narrow => "总是降低",
            Transfers::NeverWiden => "不升高",
            Transfers::MayWiden => "可能升高",
        };
        assert_eq!(row[5], moved, "{row:?}");
    }
}

#[test]
fn names_tell_the_indices_apart() {
    for lang in Lang::ALL {
        let names: HashSet<&str> = Index::ALL.iter().map(|index| index.label(*lang)).collect();
        let meanings: HashSet<&str> = Index::ALL.iter().map(|index| index.meaning(*lang)).collect();
        assert_eq!((names.len(), meanings.len()), (Index::ALL.len(), Index::ALL.len()));
    }
    let formulas: HashSet<&str> = Index::ALL.iter().map(|index| index.formula()).collect();
    assert_eq!(formulas.len(), Index::ALL.len());
}

#[test]
fn the_traps_of_names_are_said() {
    assert!(Index::Variation.trap(Lang::Zh).unwrap().contains("熵权法"));
    assert!(Index::Variation.label(Lang::Zh).starts_with("校际差异系数"));
    for index in [Index::TheilT, Index::TheilL] {
        assert!(index.trap(Lang::Zh).unwrap().contains("REAT::theil"));
    }
}
