//! Groups × indicators.

use std::cmp::Ordering;

use super::Page;
use crate::app::view::Tone;
use crate::app::view::balance::NEAR;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::indices::{GroupCell, GroupRow, overview};
use crate::balance::wording::below;
use crate::basis::format::fixed;

impl Page<'_> {
    /// A row a group, by the outer grouping; `None` without one.
    pub(super) fn overview(&self) -> Option<Section> {
        let lang = self.lang;
        let within = self.balance.stage(self.look.stage)?;
        let grouping = self.found.choice.outer?;
        let rule = &within.rule;
        let mut heads = vec![
            (lang.indices_head_group().to_owned(), true),
            (lang.indices_head_count().to_owned(), false),
            (lang.indices_head_met().to_owned(), false),
        ];
        heads.extend(rule.demands.iter().map(|demand| (rule.standard.named(demand.item, lang), false)));
        let rows = overview(self.data, within, grouping).iter().map(|row| self.of_group(row)).collect();
        let notes = vec![lang.indices_overview_note().to_owned()];
        Some(Section::of(lang.indices_title_overview(grouping.label(lang)), notes).with_grid(heads, rows, None))
    }

    fn of_group(&self, row: &GroupRow) -> Row {
        let mut cells = vec![
            Figure::plain(row.group.label(self.lang)),
            Figure::plain(row.units.to_string()),
            Figure::plain(row.met.map_or_else(|| "—".to_owned(), |met| met.to_string())),
        ];
        cells.extend(row.cells.iter().map(|cell| self.of_item(cell)));
        cells.into()
    }

    /// The group's mean; below the threshold it stands out, and how many schools
    /// are below is said with it.
    fn of_item(&self, cell: &GroupCell) -> Figure {
        let lang = self.lang;
        let rule = self.balance.stage(self.look.stage).map(|within| &within.rule);
        let Some(mean) = cell.mean else { return Figure::plain("—") };
        let low = cell.against == Some(Ordering::Less);
        let figure = match rule.and_then(|rule| rule.threshold(cell.item)).filter(|_| low) {
            Some(threshold) => Figure::plain(below(mean, threshold, cell.item.decimals())),
            None => Figure::plain(fixed(mean, cell.item.decimals())),
        };
        let figure = if low { figure.toned(Tone::Near).marked(NEAR, lang.indices_below_threshold()) } else { figure };
        figure.noted(if cell.below > 0 { lang.indices_below_count(cell.below) } else { String::new() })
    }
}
