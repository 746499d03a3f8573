//! The county over the years.

use suanpan::app::view::balance::{BalanceLook, Part, view};
use suanpan::balance::history::history;
use suanpan::balance::verdict::Verdict;
use suanpan::basis::text::Lang;
use suanpan::word::dataset::{Dataset, Fact, SchoolKind};
use suanpan::word::field::Field::BackboneTeachers;
use suanpan::word::field::Stage::Primary;
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::{County, exact_school, look, with};
use super::standard::{basic, two_schools};

/// Two schools of 1,000, of which the second has 4 backbone teachers in 2023, 8 in 2024 (below
/// 85 % of 10) and 10 in 2025.
fn county() -> County {
    let mut county = County::default();
    for (school, name) in ["A", "B"].into_iter().enumerate() {
        county = county.and(name, SchoolKind::Primary, vec![]);
        for (year, backbone) in [(2023, 4.0), (2024, 8.0), (2025, 10.0)] {
            let backbone = if school == 0 { 10.0 } else { backbone };
            for (field, number) in with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), backbone) {
                let place = county.0.schools[school].place.clone();
                county = county.fact(school, field, Some(year), number, place);
            }
        }
    }
    county
}

#[test]
fn every_year_is_assessed_by_its_own_data() {
    let found = history(&county().0, &BalanceScheme::default());
    let verdicts: Vec<(i32, Verdict)> = found.iter().map(|(year, balance)| (*year, balance.verdict)).collect();
    assert_eq!(verdicts, [(2023, Verdict::NotMet), (2024, Verdict::NotMet), (2025, Verdict::Met)]);
    assert_eq!(found[2].1.verdict, county().assess().verdict, "the latest is the one of the page");
}

#[test]
fn a_school_that_a_year_does_not_name_was_none_of_it() {
    let mut county = county().and("C", SchoolKind::Primary, vec![]);
    let place = county.0.schools[2].place.clone();
    for (field, number) in exact_school(Primary, 1000.0) {
        county = county.fact(2, field, Some(2025), number, place.clone());
    }
    let found = history(&county.0, &BalanceScheme::default());
    let schools: Vec<usize> = found.iter().map(|(_, balance)| balance.stage(Primary).unwrap().units.len()).collect();
    assert_eq!(schools, [2, 2, 3]);
}

#[test]
fn the_page_shows_the_years_on_demand() {
    let (plan, windows) = Default::default();
    let shown = |history| {
        let look = BalanceLook { history, ..look(Part::Verdict, Primary, &plan, &windows) };
        let page = view(&county().0, &county().assess(), &look, Lang::Zh);
        page.sections.into_iter().find(|section| section.title == Lang::Zh.history_title()).unwrap()
    };
    assert_eq!((shown(false).grid, shown(false).chart), (None, None));
    let section = shown(true);
    let rows = section.grid.unwrap().rows;
    let row = |at: usize| rows[at].cells.iter().map(|cell| &*cell.text).collect::<Vec<_>>();
    // 10 and 4 about 7: (10 − 4) ∕ 14 = 0.43, within 0.50.
    assert_eq!(row(0), ["2023", "1 / 2", "—", "0", "未达标"]);
    assert_eq!(row(2), ["2025", "2 / 2", "—", "0", "达标"]);
    assert!(section.chart.unwrap().said.ends_with("小学:2023 年 50%,2025 年 100%。"));
}

#[test]
fn one_year_is_no_history() {
    let county = County::of(SchoolKind::Primary, exact_school(Primary, 1000.0));
    assert!(history(&county.0, &BalanceScheme::default()).is_empty());
}

#[test]
fn of_2012_the_mean_is_counted_and_schools_are_not_judged() {
    // 0.75 everywhere is beyond 0.65; one year has it, the other not.
    let mut county = two_schools(1_000, [750; 8]);
    let even = two_schools(1_000, [100; 8]);
    let facts = |county: &County, year| {
        county.0.facts().iter().cloned().map(|fact| Fact { year: Some(year), ..fact }).collect::<Vec<_>>()
    };
    let facts = [facts(&county, 2024), facts(&even, 2025)].concat();
    county.0 = Dataset::collect(county.0.schools.clone(), facts, &mut |_, _| false);
    let (plan, windows) = Default::default();
    let look = BalanceLook { history: true, ..look(Part::Verdict, Primary, &plan, &windows) };
    let page = view(&county.0, &county.by(&basic()), &look, Lang::Zh);
    let section = page.sections.into_iter().find(|section| section.title == Lang::Zh.history_title()).unwrap();
    let rows = section.grid.unwrap().rows;
    let row = |at: usize| rows[at].cells.iter().map(|cell| &*cell.text).collect::<Vec<_>>();
    assert_eq!(row(0), ["2024", "—", "—", "1", "未达标"]);
    assert_eq!(row(1), ["2025", "—", "—", "0", "达标"]);
    assert_eq!(section.chart, None, "nothing to draw where no school is judged");
}
