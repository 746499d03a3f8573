//! The bonus: apportionment against vectors, an independent package and its
//! own laws; distribution against closed forms; edits, explanations and the
//! page's view.

mod apportion;
mod distribution;
mod page;
mod why;

use suanpan::basis::money::Fen;
use suanpan::basis::place::Place;
use suanpan::basis::why::CellNote;
use suanpan::bonus::{Bonus, SchoolScore, Scores, distribute};
use suanpan::word::dataset::{Dataset, Fact, School, Value};
use suanpan::word::field::Field;
use suanpan::word::scheme::bonus::BonusScheme;

/// A school for a test: name, score, person-months.
type Entry<'a> = (&'a str, Option<f64>, Option<f64>);

/// A dataset of the year 2025 with the schools' person-months and, as staff, a
/// twelfth of them rounded up.
fn county(entries: &[Entry]) -> (Dataset, Scores) {
    let mut dataset = Dataset::default();
    let mut scores = Scores { year: Some(2025), ..Scores::default() };
    for (school, &(name, score, months)) in entries.iter().enumerate() {
        let place = Place::file("县.csv").at(u32::try_from(school + 1).unwrap(), 0);
        dataset.schools.push(School {
            name: name.into(),
            code: None,
            kind: None,
            location: None,
            sponsor: None,
            district: None,
            place: place.clone(),
        });
        scores.schools.push(SchoolScore { school, score });
        let staff = months.map(|months| (months / 12.0).ceil());
        for (column, field, number) in [(1, Field::PersonMonths, months), (2, Field::Staff, staff)] {
            let Some(number) = number else { continue };
            let place = Place { cell: place.cell.map(|(row, _)| (row, column)), ..place.clone() };
            let source = CellNote { place, text: number.to_string() };
            dataset.insert(Fact {
                school,
                field,
                year: Some(2025),
                value: Value { number, source, parts: Vec::new() },
            });
        }
    }
    (dataset, scores)
}

/// The twelve schools of `bonus_schools.csv`.
fn twelve() -> (Dataset, Scores) {
    let rows = super::vector::rows("bonus_schools.csv");
    let entries: Vec<Entry> = rows
        .iter()
        .map(|row| (row["school"].as_str(), row["score"].parse().ok(), row["person_months"].parse().ok()))
        .collect();
    county(&entries)
}

/// Unrounded scores by person-months, this pool.
fn pool(fen: i64) -> BonusScheme {
    BonusScheme { pool: Some(Fen(fen)), ..BonusScheme::default() }
}

fn share(county: &(Dataset, Scores), scheme: &BonusScheme) -> Bonus {
    distribute(&county.0, &county.1, scheme)
}

fn paid(bonus: &Bonus) -> Vec<i64> {
    bonus.shared().unwrap().lines.iter().map(|line| line.part.amount.0).collect()
}
