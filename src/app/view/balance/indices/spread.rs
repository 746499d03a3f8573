//! All indices, what others hold them against, and the schools in order.

use serde::{Deserialize, Serialize};

use super::{Cell, Grid, Page, Section, cell, heads, pager};
use crate::app::view::pager::List;
use crate::balance::indices::wording::{self, amount};
use crate::balance::indices::{Benchmark, GiniBand, Member, Resource, What, factor};
use crate::balance::wording::{percent, trimmed};
use crate::basis::format::fixed;
use crate::measure::inequality::lorenz::Point;
use crate::measure::inequality::{Index, Weighting};

/// A point of the Lorenz curve.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CurvePoint {
    /// The school that is reached; empty at (0, 0).
    pub school: String,
    /// The share of the pupils (or schools) so far, 0 to 1.
    pub population: f64,
    /// The share of the resource so far, 0 to 1.
    pub resource: f64,
}

impl Page<'_> {
    /// A row an index.
    pub(super) fn table(&self) -> Section {
        let lang = self.lang;
        let row = |index: &Index| {
            let value = self.figure(wording::index(self.found, *index), What::Index(*index));
            let note = wording::reason(&self.found.value(*index), lang).to_owned();
            let trap = index.trap(lang).unwrap_or_default().to_owned();
            vec![
                cell(index.label(lang)),
                Cell { note, ..value },
                cell(wording::range(*index, lang)),
                Cell { note: trap, ..cell(index.meaning(lang)) },
            ]
        };
        let heads = heads([
            (lang.indices_head_index(), true),
            (lang.indices_head_value(), false),
            (lang.indices_head_range(), true),
            (lang.indices_head_tells(), true),
        ]);
        let rows = Index::ALL.iter().map(row).collect();
        let missing: Vec<usize> = self
            .balance
            .stage(self.look.stage)
            .map(|within| self.found.missing.iter().filter_map(|at| Some(within.units.get(*at)?.school)).collect())
            .unwrap_or_default();
        let left_out = (!missing.is_empty()).then(|| lang.indices_missing(missing.len(), &self.names(&missing)));
        Section {
            title: lang.indices_title().to_owned(),
            notes: [lang.indices_why_outside().to_owned()].into_iter().chain(left_out).collect(),
            grid: Some(Grid { heads, rows, pager: None }),
        }
    }

    /// What others hold indices against.
    pub(super) fn marks(&self) -> Section {
        let lang = self.lang;
        let here = |index: Index| self.figure(wording::index(self.found, index), What::Index(index));
        let row = |mark: &Benchmark| {
            let index = mark.index();
            let verdict = self.found.value(index).ok().map(|value| mark.met(value));
            let note = match verdict {
                Some(true) => lang.indices_met(),
                Some(false) => lang.indices_not_met(),
                None => wording::reason(&self.found.value(index), lang),
            };
            vec![cell(mark.label(lang)), Cell { note: note.to_owned(), ..here(index) }]
        };
        let mut rows: Vec<Vec<Cell>> = Benchmark::ALL.iter().map(row).collect();
        let band = self.found.value(Index::Gini).map_or("", |gini| GiniBand::of(gini).label(lang));
        rows.push(vec![cell(lang.indices_bands()), Cell { note: band.to_owned(), ..here(Index::Gini) }]);
        let heads = heads([(lang.indices_head_mark(), true), (lang.indices_head_here(), false)]);
        Section {
            title: lang.indices_title_marks().to_owned(),
            notes: vec![lang.indices_marks_note().to_owned()],
            grid: Some(Grid { heads, rows, pager: None }),
        }
    }

    /// The schools from the least, with what they add up to.
    pub(super) fn curve(&self) -> Section {
        let lang = self.lang;
        let title = lang.indices_title_curve().to_owned();
        let points = match &self.found.curve {
            Ok(points) => points,
            Err(reason) => {
                let notes = vec![lang.indices_undefined(reason.label(lang))];
                return Section { title, notes, grid: None };
            }
        };
        let window = self.look.windows.of(List::IndexSchools, self.found.members.len());
        let each = self.resource().is_some_and(|of| matches!(of, Resource::Item(_)));
        let by_pupils = self.found.choice.weighting == Weighting::Pupils;
        let rows = window.cut(self.found.members.iter().zip(points.iter().skip(1)));
        let rows = rows.map(|(member, point)| self.school(member, point, each)).collect();
        let pager = pager(window, lang);
        let mut named = vec![(lang.indices_head_school(), true)];
        if each {
            named.extend([(lang.indices_head_amount(), false), (lang.indices_head_pupils(), false)]);
        }
        named.extend([
            (if each { lang.indices_head_each() } else { lang.indices_head_amount_each() }, false),
            (if by_pupils { lang.indices_head_population() } else { lang.indices_head_schools_so_far() }, false),
            (lang.indices_head_resource(), false),
        ]);
        let heads = named.into_iter().map(|(head, words)| (head.to_owned(), words)).collect();
        Section { title, notes: vec![lang.indices_curve_note().to_owned()], grid: Some(Grid { heads, rows, pager }) }
    }

    fn school(&self, member: &Member, point: &Point, each: bool) -> Vec<Cell> {
        let shown = self.resource().map(|of| amount(of, member.value())).unwrap_or_default();
        let mut row = vec![cell(self.name(member.school))];
        if each {
            row.extend([cell(trimmed(member.total, 2)), cell(trimmed(member.size, 2))]);
        }
        row.push(self.figure(shown, What::School(member.school)));
        row.extend([point.population, point.resource].map(|share| cell(fixed(share * 100.0, 2) + "%")));
        row
    }

    /// The curve's points.
    pub(super) fn points(&self) -> Vec<CurvePoint> {
        let names = self.found.members.iter().map(|member| self.name(member.school));
        let points = self.found.curve.as_deref().unwrap_or_default();
        let point = |(school, point): (String, &Point)| CurvePoint {
            school,
            population: point.population,
            resource: point.resource,
        };
        [String::new()].into_iter().chain(names).zip(points).map(point).collect()
    }
}

/// A part of an index with its share of the whole, where there is one.
pub(super) fn with_rate(part: f64, rate: Option<f64>) -> Cell {
    let note = rate.map(|rate| minus(rate, &percent)).unwrap_or_default();
    Cell { note, ..cell(minus(part, &four)) }
}

/// A number as its size is shown, with a minus sign where it is negative.
pub(super) fn minus(number: f64, shown: &dyn Fn(f64) -> String) -> String {
    let size = shown(number.abs());
    // What is rounded away has no sign.
    let nothing = size.bytes().all(|sign| !(b'1'..=b'9').contains(&sign));
    if number < 0.0 && !nothing { format!("−{size}") } else { size }
}

/// An index or a part of one.
pub(super) fn four(number: f64) -> String {
    fixed(number, wording::DECIMALS)
}

/// A mean as the resource's values are shown.
pub(super) fn mean(of: Option<&Resource>, mean: f64) -> String {
    // Two decimals more than single values have: groups lie near each other.
    of.map(|of| match of {
        Resource::Item(item) => fixed(mean * factor(of), item.decimals().max(2)),
        Resource::Column(_) => trimmed(mean, 4),
    })
    .unwrap_or_default()
}
