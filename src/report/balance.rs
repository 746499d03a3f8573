//! The sheets 均衡 小学 and 均衡 初中: schools × indicators with their states,
//! the totals they come from, the coefficients, and who drives them.

mod contribution;

use super::grid::{Cell, Sheet, Style, at, down, fixed_row, put};
use super::{BAD, GOOD, MISSING, Material, NEAR};
use crate::balance::StageBalance;
use crate::balance::Unit;
use crate::balance::cell::{self, State};
use crate::balance::rule::Rule;
use crate::balance::standard::{Coefficients, Item};
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::verdict::Verdict;
use crate::balance::wording::{self, exclusion, unit_name};
use crate::basis::text::Lang;

const PUPILS: usize = 1;
const FIRST: usize = 2;

/// Spreadsheets compare binary numbers. Two values of real data that differ at
/// all differ by far more than this many decimals show.
const COMPARED: u8 = 9;

struct Drawing<'a> {
    material: &'a Material<'a>,
    stage: &'a StageBalance,
    lang: Lang,
    /// The row with the thresholds; the floors stand below it.
    thresholds: u32,
    /// First row of the matrix, and of the totals.
    matrix: u32,
    totals: u32,
    /// The row with the means; deviation, coefficient and limit stand below.
    means: u32,
}

/// The sheet of a stage.
pub fn sheet(material: &Material<'_>, stage: &StageBalance, lang: Lang) -> Sheet {
    let name = lang.report_balance(stage.stage.label(lang));
    let standard = stage.rule.standard.name(lang);
    let mut sheet = Sheet::new(&name, lang.report_balance_title(standard, stage.stage.label(lang)));
    if stage.units.is_empty() {
        sheet.line(lang.report_balance_none());
        return sheet;
    }
    sheet.line(summary(stage, lang));
    if let Some(departures) = wording::departures(material.balance, lang) {
        sheet.line(departures);
    }
    sheet.line(match wording::floor_percent(&stage.rule) {
        Some(floor) => lang.report_balance_key(GOOD, NEAR, BAD, MISSING, &floor),
        None => lang.report_balance_key_plain(GOOD, NEAR, MISSING),
    });
    let count = u32::try_from(stage.units.len()).unwrap_or(u32::MAX);
    let thresholds = sheet.next();
    let matrix = thresholds.saturating_add(3);
    // Between two blocks: an empty row, a heading, a header.
    let means = matrix.saturating_add(count).saturating_add(3);
    let totals = means.saturating_add(5 + 3);
    let drawing = Drawing { material, stage, lang, thresholds, matrix, totals, means };
    drawing.limits(&mut sheet);
    drawing.matrix(&mut sheet);
    drawing.variations(&mut sheet);
    drawing.totals(&mut sheet);
    drawing.contributions(&mut sheet);
    drawing.excluded(&mut sheet);
    sheet
}

fn summary(stage: &StageBalance, lang: Lang) -> String {
    let of = |verdict| stage.schools_with(verdict);
    let (verdict, count) = (stage.verdict.label(lang), stage.units.len());
    if stage.rule.coefficients() == Coefficients::Each {
        let (all, met) = (stage.rule.standard.count(lang), stage.variations_with(Verdict::Met));
        return lang.report_balance_line(verdict, count, of(Verdict::Met), all, met);
    }
    let outcome = wording::composite_outcome(stage.composite.outcome, lang);
    let composite = lang.balance_why_stage_composite(&wording::composite(stage, lang), outcome);
    let schools = if stage.rule.judged() == 0 {
        lang.balance_rule_none().to_owned()
    } else {
        lang.balance_why_stage_numbers(count, of(Verdict::Met), of(Verdict::NotMet), of(Verdict::Pending))
    };
    lang.report_balance_line_mean(verdict, &schools, &composite)
}

/// So many decimals as a number has, at least `least`.
fn places(number: f64, least: u8) -> u8 {
    let text = number.to_string();
    let own = text.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    u8::try_from(own).unwrap_or(u8::MAX).clamp(least, 9)
}

fn decimals(item: Item) -> u8 {
    u8::try_from(item.decimals()).unwrap_or(2)
}

fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => GOOD,
        Verdict::NotMet => BAD,
        Verdict::Pending => MISSING,
        Verdict::NotApplicable => "—",
    }
}

impl Drawing<'_> {
    fn rule(&self) -> &Rule {
        &self.stage.rule
    }

    fn items(&self) -> impl Iterator<Item = Item> {
        self.rule().demands.iter().map(|demand| demand.item)
    }

    fn value_column(&self, item: Item) -> usize {
        FIRST + 2 * self.rule().standard.number(item).saturating_sub(1)
    }

    /// The column after the pairs of value and mark.
    fn count(&self) -> usize {
        FIRST + 2 * self.rule().demands.len()
    }

    fn blank(&self) -> Vec<Cell> {
        vec![Cell::default(); self.count() + 2]
    }

    fn last(&self) -> u32 {
        self.totals_offset(self.matrix) - 1
    }

    fn totals_offset(&self, first: u32) -> u32 {
        first.saturating_add(u32::try_from(self.stage.units.len()).unwrap_or(u32::MAX)).max(1)
    }

    fn name(&self, unit: &Unit) -> Cell {
        Cell::text(unit_name(self.material.dataset, unit, self.stage.stage, self.lang))
    }

    fn pupils(&self) -> String {
        down(PUPILS, self.matrix, self.last())
    }

    /// Thresholds, floors and the header.
    fn limits(&self, sheet: &mut Sheet) {
        let row = |label: String, least: u8, limit: &dyn Fn(Item) -> Option<f64>| {
            let mut cells: Vec<Cell> = self.blank().into_iter().map(|cell| cell.styled(Style::Total)).collect();
            put(&mut cells, 0, Cell::text(label).styled(Style::Total));
            for item in self.items() {
                if let Some(limit) = limit(item) {
                    let cell = Cell::number(limit, places(limit, least)).styled(Style::Total);
                    put(&mut cells, self.value_column(item), cell);
                }
            }
            cells
        };
        let floor = wording::floor_percent(self.rule()).map(|percent| self.lang.report_floor(&percent));
        sheet.push(row(self.lang.report_threshold().to_owned(), 1, &|item| self.rule().threshold(item)));
        sheet.push(row(floor.unwrap_or_default(), 3, &|item| self.rule().floor(item)));
        sheet.headers(self.header_texts());
        sheet.header = Some((self.thresholds, self.thresholds.saturating_add(2)));
        sheet.frozen_columns = 1;
    }

    fn header_texts(&self) -> Vec<String> {
        let lang = self.lang;
        let mut texts = vec![lang.school().to_owned(), lang.pupils().to_owned()];
        for item in self.items() {
            let unit = match item.factor() {
                100 => lang.report_per_hundred(item.unit(lang)),
                _ => lang.report_per_pupil(item.unit(lang)),
            };
            texts.push(format!("{}\n{unit}", self.rule().standard.named(item, lang)));
            texts.push(lang.report_state().to_owned());
        }
        texts.extend([lang.report_met_count().to_owned(), lang.balance_verdict().to_owned()]);
        texts
    }

    fn matrix(&self, sheet: &mut Sheet) {
        for (offset, unit) in (0..).zip(&self.stage.units) {
            let row = self.matrix.saturating_add(offset);
            let mut cells = self.blank();
            put(&mut cells, 0, self.name(unit));
            put(&mut cells, PUPILS, Cell::optional(unit.pupils, 0));
            for cell in &unit.cells {
                let column = self.value_column(cell.item);
                let value = Cell::optional(cell.value, decimals(cell.item));
                let total = at(self.totals.saturating_add(offset), column);
                let factor = if cell.item.factor() == 100 { "*100" } else { "" };
                put(
                    &mut cells,
                    column,
                    match cell.value {
                        Some(_) => value.by(format!("{total}{factor}/{}", at(row, PUPILS))),
                        None => value,
                    },
                );
                put(&mut cells, column + 1, self.state(&cell.state, row, column));
            }
            self.put_verdict(&mut cells, unit, row);
            sheet.push(cells);
        }
    }

    fn state(&self, state: &State, row: u32, column: usize) -> Cell {
        let value = format!("ROUND({},{COMPARED})", at(row, column));
        let (threshold, floor) =
            (fixed_row(self.thresholds, column), fixed_row(self.thresholds.saturating_add(1), column));
        let shown = match state {
            State::Met => GOOD,
            State::Within => NEAR,
            State::Below => BAD,
            State::Missing(_) => return Cell::text(MISSING).styled(Style::Mark),
            State::Open => return Cell::default(),
        };
        let short = if self.rule().floor_percent.is_some() {
            format!("IF({value}>={floor},\"{NEAR}\",\"{BAD}\")")
        } else {
            format!("\"{NEAR}\"")
        };
        let formula = format!("IF({value}>={threshold},\"{GOOD}\",{short})");
        Cell::text(shown).by(formula).styled(Style::Mark)
    }

    fn put_verdict(&self, cells: &mut [Cell], unit: &Unit, row: u32) {
        let states = format!("{}:{}", at(row, FIRST), at(row, self.count() - 1));
        let met = u32::try_from(unit.met).unwrap_or(u32::MAX);
        put(cells, self.count(), Cell::number(f64::from(met), 0).by(format!("COUNTIF({states},\"{GOOD}\")")));
        let said = |verdict: Verdict| format!("{} {}", mark(verdict), verdict.label(self.lang));
        let verdict = Cell::text(said(unit.verdict)).styled(Style::Mark);
        let judged = |cell: &&cell::Cell| self.rule().threshold(cell.item).is_some();
        let known = self.rule().judged() > 0 && unit.cells.iter().filter(judged).all(|cell| !cell.state.is_missing());
        let least = self.rule().least_met;
        put(
            cells,
            self.count() + 1,
            if known {
                let (good, bad) = (said(Verdict::Met), said(Verdict::NotMet));
                let count = at(row, self.count());
                verdict.by(format!("IF(AND({count}>={least},COUNTIF({states},\"{BAD}\")=0),\"{good}\",\"{bad}\")"))
            } else {
                verdict
            },
        );
    }

    fn variations(&self, sheet: &mut Sheet) {
        sheet.heading(self.lang.report_variation());
        let mut texts = self.header_texts();
        texts.truncate(self.count());
        texts.iter_mut().take(FIRST).for_each(String::clear);
        sheet.headers(texts);
        let labels = [
            self.lang.report_mean(),
            self.lang.report_deviation(),
            self.lang.report_coefficient(),
            self.lang.report_limit(),
        ];
        let mut rows: Vec<Vec<Cell>> = labels
            .into_iter()
            .map(|label| {
                let mut cells = self.blank();
                cells.truncate(self.count());
                put(&mut cells, 0, Cell::text(label));
                cells
            })
            .collect();
        for variation in &self.stage.variations {
            for (cells, (value, mark)) in rows.iter_mut().zip(self.variation(variation)) {
                put(cells, self.value_column(variation.item), value);
                put(cells, self.value_column(variation.item) + 1, mark);
            }
        }
        rows.push(self.composite());
        rows.into_iter().for_each(|row| sheet.push(row));
    }

    /// The mean of the coefficients with its mark and, where it is judged, its
    /// limit.
    fn composite(&self) -> Vec<Cell> {
        let (composite, rule) = (&self.stage.composite, self.rule());
        let mut cells = self.blank();
        cells.truncate(self.count());
        let name = wording::composite_name(rule.standard, self.lang);
        put(&mut cells, 0, Cell::text(self.lang.balance_composite_row(name, rule.standard.count(self.lang))));
        let Some(value) = composite.value else {
            put(&mut cells, FIRST, Cell::text("—"));
            return cells;
        };
        let row = self.means.saturating_add(2);
        let pending = composite.outcome == Outcome::Pending;
        let formula = format!("AVERAGE({}:{})", at(row, FIRST), at(row, self.count() - 1));
        let cell = Cell::number(value, 4).styled(Style::Total);
        put(&mut cells, FIRST, if pending { cell } else { cell.by(formula) });
        if rule.coefficients() == Coefficients::Mean {
            let here = self.means.saturating_add(4);
            let state = Cell::text(mark(composite.outcome.verdict())).styled(Style::Mark);
            let (value, limit) = (at(here, FIRST), at(here, FIRST + 2));
            let judged = format!("IF(ROUND({value},{COMPARED})<={limit},\"{GOOD}\",\"{BAD}\")");
            put(&mut cells, FIRST + 1, if pending { state } else { state.by(judged) });
            put(&mut cells, FIRST + 2, Cell::number(rule.limit, places(rule.limit, 2)));
            put(&mut cells, FIRST + 3, Cell::text(self.lang.report_limit()));
        }
        cells
    }

    /// Mean, deviation, coefficient with its mark, limit.
    fn variation(&self, variation: &ItemVariation) -> [(Cell, Cell); 4] {
        let column = self.value_column(variation.item);
        let judged = self.rule().coefficients() == Coefficients::Each;
        let limit = Some(self.rule().limit).filter(|_| judged);
        let limit = limit.map_or_else(Cell::default, |limit| Cell::number(limit, places(limit, 2)));
        let state = Cell::text(if judged { mark(variation.verdict()) } else { "" }).styled(Style::Mark);
        let Some(figures) = &variation.figures else {
            let none = || (Cell::text("—"), Cell::default());
            return [none(), none(), (Cell::text("—"), state), (limit, Cell::default())];
        };
        let places = decimals(variation.item).saturating_add(2);
        let (mean, deviation) = (Cell::number(figures.mean, places), Cell::number(figures.deviation, places));
        let coefficient = Cell::number(figures.coefficient, 4).styled(Style::Total);
        let plain = |cell| (cell, Cell::default());
        if !variation.missing.is_empty() {
            return [plain(mean), plain(deviation), (coefficient, state), plain(limit)];
        }
        let (pupils, values) = (self.pupils(), down(column, self.matrix, self.last()));
        let totals = down(column, self.totals, self.totals_offset(self.totals) - 1);
        let factor = if variation.item.factor() == 100 { "*100" } else { "" };
        let below = |rows: u32| at(self.means.saturating_add(rows), column);
        [
            plain(mean.by(format!("SUM({totals}){factor}/SUM({pupils})"))),
            plain(deviation.by(format!("SQRT(SUMPRODUCT({pupils},({values}-{})^2)/SUM({pupils}))", below(0)))),
            (
                coefficient.by(format!("{}/{}", below(1), below(0))),
                if judged {
                    state.by(format!("IF(ROUND({},{COMPARED})<={},\"{GOOD}\",\"{BAD}\")", below(2), below(3)))
                } else {
                    state
                },
            ),
            plain(limit),
        ]
    }

    /// The totals that the values are made of, after the split.
    fn totals(&self, sheet: &mut Sheet) {
        sheet.heading(self.lang.report_totals());
        sheet.push(self.block_header(|item| item.unit(self.lang).to_owned()));
        for unit in &self.stage.units {
            let mut cells = self.blank();
            cells.truncate(self.count());
            put(&mut cells, 0, self.name(unit));
            for cell in &unit.cells {
                put(&mut cells, self.value_column(cell.item), Cell::optional(cell.total, 2));
            }
            sheet.push(cells);
        }
    }

    fn block_header(&self, unit: impl Fn(Item) -> String) -> Vec<Cell> {
        let mut cells = vec![Cell::default().styled(Style::Header); self.count()];
        put(&mut cells, 0, Cell::text(self.lang.school()).styled(Style::Header));
        for item in self.items() {
            let text = format!("{}\n{}", self.rule().standard.named(item, self.lang), unit(item));
            put(&mut cells, self.value_column(item), Cell::text(text).styled(Style::Header));
        }
        cells
    }

    fn excluded(&self, sheet: &mut Sheet) {
        let balance = self.material.balance;
        let out = balance.excluded.iter().filter(|entry| entry.stage.is_none_or(|stage| stage == self.stage.stage));
        let lines: Vec<String> = out
            .map(|entry| {
                format!("{}:{}", self.material.dataset.name(entry.school), exclusion(entry, &balance.scheme, self.lang))
            })
            .collect();
        if lines.is_empty() {
            return;
        }
        sheet.heading(self.lang.balance_excluded());
        lines.into_iter().for_each(|line| sheet.line(line));
    }
}
