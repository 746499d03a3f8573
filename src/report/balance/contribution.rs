//! The schools' parts of the coefficients of variation, as live formulas.

use super::{Drawing, PUPILS};
use crate::balance::Unit;
use crate::balance::variation::{Contribution, Figures, ItemVariation};
use crate::report::grid::{Cell, Sheet, at, fixed_row, put};

impl Drawing<'_> {
    /// Each school's part of S².
    pub(super) fn contributions(&self, sheet: &mut Sheet) {
        sheet.heading(self.lang.report_contributions());
        sheet.push(self.block_header(|_| "%".to_owned()));
        let row = |unit: &Unit| {
            let mut cells = self.blank();
            cells.truncate(self.count());
            put(&mut cells, 0, self.name(unit));
            self.items().for_each(|item| put(&mut cells, self.value_column(item), Cell::text("—")));
            cells
        };
        let mut rows: Vec<Vec<Cell>> = self.stage.units.iter().map(row).collect();
        for variation in &self.stage.variations {
            for part in variation.figures.iter().flat_map(|figures| &figures.contributions) {
                if let Some(cells) = rows.get_mut(part.unit) {
                    put(cells, self.value_column(variation.item), self.contribution(variation, part));
                }
            }
        }
        rows.into_iter().for_each(|row| sheet.push(row));
    }

    fn contribution(&self, variation: &ItemVariation, part: &Contribution) -> Cell {
        let row = self.matrix.saturating_add(u32::try_from(part.unit).unwrap_or(u32::MAX));
        let cell = Cell::percent(part.share, 1);
        let differ = variation.figures.as_ref().is_some_and(Figures::differ);
        if !variation.missing.is_empty() || !differ {
            return cell;
        }
        let column = self.value_column(variation.item);
        let (mean, deviation) = (fixed_row(self.means, column), fixed_row(self.means.saturating_add(1), column));
        let (pupils, value) = (at(row, PUPILS), at(row, column));
        cell.by(format!("{pupils}*({value}-{mean})^2/SUM({})/{deviation}^2", self.pupils()))
    }
}
