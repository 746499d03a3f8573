//! All indices, and what others hold them against.

use super::Page;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::indices::wording;
use crate::balance::indices::{Benchmark, GiniBand, Resource, What, factor};
use crate::balance::wording::{percent, trimmed};
use crate::basis::format::fixed;
use crate::measure::inequality::Index;

impl Page<'_> {
    /// A row an index.
    pub(super) fn table(&self) -> Section {
        let lang = self.lang;
        let row = |index: &Index| {
            let value = self.figure(wording::index(self.found, *index), What::Index(*index));
            let note = wording::reason(&self.found.value(*index), lang).to_owned();
            let trap = index.trap(lang).unwrap_or_default().to_owned();
            let meaning = Figure::plain(index.meaning(lang)).noted(trap);
            vec![
                Figure::plain(index.label(lang)),
                value.noted(note),
                Figure::plain(wording::range(*index, lang)),
                meaning,
            ]
        };
        let heads = [
            (lang.indices_head_index(), true),
            (lang.indices_head_value(), false),
            (lang.indices_head_range(), true),
            (lang.indices_head_tells(), true),
        ];
        let rows = Index::ALL.iter().map(|index| row(index).into()).collect();
        let missing: Vec<usize> = self
            .balance
            .stage(self.look.stage)
            .map(|within| self.found.missing.iter().filter_map(|at| Some(within.units.get(*at)?.school)).collect())
            .unwrap_or_default();
        let left_out = (!missing.is_empty()).then(|| lang.indices_missing(missing.len(), &self.names(&missing)));
        let notes = [lang.indices_why_outside().to_owned()].into_iter().chain(left_out).collect();
        Section::of(lang.indices_title(), notes).with(heads, rows)
    }

    /// What others hold indices against.
    pub(super) fn marks(&self) -> Section {
        let lang = self.lang;
        let here = |index: Index| self.figure(wording::index(self.found, index), What::Index(index));
        let row = |mark: &Benchmark| -> Row {
            let index = mark.index();
            let verdict = self.found.value(index).ok().map(|value| mark.met(value));
            let note = match verdict {
                Some(true) => lang.indices_met(),
                Some(false) => lang.indices_not_met(),
                None => wording::reason(&self.found.value(index), lang),
            };
            vec![Figure::plain(mark.label(lang)), here(index).noted(note)].into()
        };
        let mut rows: Vec<Row> = Benchmark::ALL.iter().map(row).collect();
        let band = self.found.value(Index::Gini).map_or("", |gini| GiniBand::of(gini).label(lang));
        rows.push(vec![Figure::plain(lang.indices_bands()), here(Index::Gini).noted(band)].into());
        let heads = [(lang.indices_head_mark(), true), (lang.indices_head_here(), false)];
        Section::of(lang.indices_title_marks(), vec![lang.indices_marks_note().to_owned()]).with(heads, rows)
    }
}

/// A part of an index with its share of the whole, where there is one.
pub(super) fn with_rate(part: f64, rate: Option<f64>) -> Figure {
    let note = rate.map(|rate| minus(rate, &percent)).unwrap_or_default();
    Figure::plain(minus(part, &four)).noted(note)
}

/// A number as its size is shown, with a minus sign where it is negative.
pub(super) fn minus(number: f64, shown: &dyn Fn(f64) -> String) -> String {
    let size = shown(number.abs());
    // What is rounded away has no sign.
    let nothing = size.bytes().all(|sign| !(b'1'..=b'9').contains(&sign));
    if number < 0.0 && !nothing { format!("−{size}") } else { size }
}

/// An index or a part of one; a small one with as many more decimals as show it.
pub(super) fn four(number: f64) -> String {
    let small = number.abs() < 0.001 && number.abs() > 0.0;
    fixed(number, if small { wording::DECIMALS + 2 } else { wording::DECIMALS })
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
