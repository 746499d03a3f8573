//! The sheet 奖金: headcount, score, weight, amount and per-capita, with the
//! identity 总额 = Σ实发 + 留存 + 尾差.

use num_traits::Zero;

use super::Material;
use super::evaluation::{Totals, year};
use super::grid::{Cell, Sheet, Style, at, down, fixed_row, put};
use crate::basis::exact::{self, Exact};
use crate::basis::money::Fen;
use crate::basis::text::Lang;
use crate::bonus::{BonusState, Distribution, Line, wording};
use crate::word::scheme::bonus::ScoreBasis;

const SCORE: usize = 1;
const COUNTED: usize = 2;
const PERSONS: usize = 3;
const WEIGHT: usize = 4;
const DUE: usize = 5;
const PAID: usize = 6;
const HEAD: usize = 7;
const SHARE: usize = 8;
const WIDTH: usize = 9;

struct Drawing<'a> {
    material: &'a Material<'a>,
    shared: &'a Distribution,
    totals: &'a Totals,
    lang: Lang,
    body: (u32, u32),
    /// The row of the totals, and that of the pool below it.
    sums: u32,
    pool: u32,
}

/// The sheet. `totals` is where the evaluation's totals stand.
pub fn sheet(material: &Material<'_>, totals: &Totals, lang: Lang) -> Sheet {
    let bonus = material.bonus;
    let mut sheet = Sheet::new(lang.page_bonus(), lang.report_bonus_title(&year(bonus.year, lang)));
    match &bonus.state {
        BonusState::Shared(shared) => share(&mut sheet, material, shared, totals, lang),
        BonusState::NeedsScores => sheet.line(lang.bonus_needs_scores()),
        BonusState::NeedsHeadcount => sheet.line(lang.bonus_needs_headcount()),
        BonusState::NeedsPool => sheet.line(lang.bonus_needs_pool()),
        BonusState::Impossible(_) => sheet.line(lang.report_bonus_impossible()),
    }
    if !bonus.unpaid.is_empty() {
        sheet.heading(lang.report_bonus_unpaid());
        for unpaid in &bonus.unpaid {
            sheet.line(format!("{}:{}", unpaid.name, wording::reason(unpaid.reason, bonus, lang)));
        }
    }
    if !bonus.notes.is_empty() {
        sheet.heading(lang.report_notes());
        bonus.notes.iter().for_each(|note| sheet.line(wording::note(note, bonus, lang)));
    }
    sheet
}

fn share(sheet: &mut Sheet, material: &Material<'_>, shared: &Distribution, totals: &Totals, lang: Lang) {
    sheet.line(lang.report_bonus_line(material.bonus.scheme.tail.label(lang)));
    let first = sheet.next().saturating_add(1);
    let sums = first.saturating_add(u32::try_from(shared.lines.len()).unwrap_or(u32::MAX));
    // An empty row, a heading.
    let pool = sums.saturating_add(3);
    let drawing = Drawing { material, shared, totals, lang, body: (first, sums.saturating_sub(1)), sums, pool };
    sheet.headers(drawing.headers());
    sheet.frozen_columns = 1;
    for (row, line) in (first..).zip(&shared.lines) {
        sheet.push(drawing.row(line, row));
    }
    sheet.push(drawing.sums());
    drawing.identity(sheet);
    drawing.spread(sheet);
}

fn number(value: &Exact, decimals: u8) -> Cell {
    Cell::optional(exact::to_f64(value), decimals)
}

/// An exact amount in 分 as a number of 元.
fn yuan(value: &Exact, decimals: u8) -> Cell {
    number(&(value / exact::whole(100)), decimals)
}

impl Drawing<'_> {
    fn headers(&self) -> [&'static str; WIDTH] {
        let lang = self.lang;
        let column = self.material.bonus.scheme.headcount.column(lang);
        [
            lang.school(),
            self.material.bonus.scheme.score.label(lang),
            column,
            lang.report_persons(),
            lang.report_bonus_weight(),
            lang.report_due(),
            lang.report_paid(),
            lang.report_per_head(),
            lang.report_share(),
        ]
    }

    fn row(&self, line: &Line, row: u32) -> Vec<Cell> {
        let scheme = &self.material.bonus.scheme;
        let own = |column| at(row, column);
        let score = number(&line.score, 2);
        let score = match (self.totals.cell(line.school), scheme.score) {
            (Some(cell), ScoreBasis::Unrounded) => score.by(cell),
            (Some(cell), ScoreBasis::TwoDecimals) => score.by(format!("ROUND({cell},2)")),
            (None, _) => score,
        };
        let points = match scheme.baseline {
            0 => own(SCORE),
            hundredths => format!("MAX(0,{}-{})", own(SCORE), f64::from(hundredths) / 100.0),
        };
        let weights = down(WEIGHT, self.body.0, self.body.1);
        let pool = fixed_row(self.pool, 1);
        let whole = match scheme.unit {
            1 => pool.clone(),
            unit => format!("INT(ROUND({pool}*100,0)/{unit})*{unit}/100"),
        };
        let due = yuan(&line.part.due, 4);
        // Without any weight only a pool of 0 is shared.
        let due = match self.shared.weight.is_zero() {
            true => due,
            false => due.by(format!("{whole}*{}/SUM({weights})", own(WEIGHT))),
        };
        vec![
            Cell::text(line.name.to_string()),
            score,
            number(&line.counted, 0),
            number(&line.headcount, 2).by(format!("{}/{}", own(COUNTED), scheme.headcount.per_person())),
            number(&line.weight, 2).by(format!("{points}*{}", own(COUNTED))),
            due,
            Cell::fen(line.part.amount).styled(Style::Total),
            Cell::fen(line.per_capita_fen()).by(format!("ROUND({}/{},2)", own(PAID), own(PERSONS))),
            self.share(line, row),
        ]
    }

    fn share(&self, line: &Line, row: u32) -> Cell {
        let share = number(&line.share, 0).percented(2);
        match self.shared.identity.pool {
            Fen(0) => share,
            _ => share.by(format!("{}/{}", at(row, PAID), fixed_row(self.pool, 1))),
        }
    }

    fn sums(&self) -> Vec<Cell> {
        let mut cells = vec![Cell::default(); WIDTH];
        let sum = |cell: Cell, column| cell.by(format!("SUM({})", down(column, self.body.0, self.body.1)));
        let counted: Exact = self.shared.lines.iter().map(|line| &line.counted).sum();
        let share: Exact = self.shared.lines.iter().map(|line| &line.share).sum();
        let due: Exact = self.shared.lines.iter().map(|line| &line.part.due).sum();
        for (column, cell) in [
            (0, Cell::text(self.lang.sum())),
            (COUNTED, sum(number(&counted, 0), COUNTED)),
            (PERSONS, sum(number(&self.shared.headcount, 2), PERSONS)),
            (WEIGHT, sum(number(&self.shared.weight, 2), WEIGHT)),
            (DUE, sum(yuan(&due, 4), DUE)),
            (PAID, sum(Cell::fen(self.shared.identity.paid), PAID)),
            (SHARE, sum(number(&share, 0).percented(2), SHARE)),
        ] {
            put(&mut cells, column, cell);
        }
        if let Some(spread) = &self.shared.spread {
            let mean = yuan(&spread.mean, 2).by(format!("{}/{}", at(self.sums, PAID), at(self.sums, PERSONS)));
            put(&mut cells, HEAD, mean);
        }
        cells.into_iter().map(|cell| cell.styled(Style::Total)).collect()
    }

    /// 总额 = Σ实发 + 留存 + 尾差, checked by a formula, too.
    fn identity(&self, sheet: &mut Sheet) {
        let (lang, identity) = (self.lang, &self.shared.identity);
        sheet.heading(lang.report_identity());
        let below = |rows: u32| at(self.pool.saturating_add(rows), 1);
        let said = |balanced| if balanced { lang.balanced() } else { lang.unbalanced() };
        let check = format!(
            "IF(ROUND({}-{}-{}-{},2)=0,\"{}\",\"{}\")",
            below(0),
            below(1),
            below(2),
            below(3),
            said(true),
            said(false)
        );
        for (label, cell) in [
            (lang.report_pool(), Cell::fen(identity.pool)),
            (lang.report_all_paid(), Cell::fen(identity.paid).by(at(self.sums, PAID))),
            (lang.report_retained(), Cell::fen(identity.retained)),
            (lang.report_residue(), Cell::fen(identity.residue)),
            (lang.report_check(), Cell::text(said(identity.balanced)).by(check)),
        ] {
            sheet.push(vec![Cell::text(label), cell]);
        }
    }

    fn spread(&self, sheet: &mut Sheet) {
        let (lang, Some(spread)) = (self.lang, &self.shared.spread) else { return };
        sheet.heading(lang.report_spread());
        let heads = down(HEAD, self.body.0, self.body.1);
        let first = sheet.next();
        sheet.push(vec![Cell::text(lang.report_highest()), Cell::fen(spread.highest).by(format!("MAX({heads})"))]);
        sheet.push(vec![Cell::text(lang.report_lowest()), Cell::fen(spread.lowest).by(format!("MIN({heads})"))]);
        let (highest, lowest) = (at(first, 1), at(first.saturating_add(1), 1));
        sheet.push(vec![Cell::text(lang.report_gap()), Cell::fen(spread.gap).by(format!("{highest}-{lowest}"))]);
        if let Some(ratio) = spread.ratio {
            sheet.push(vec![Cell::text(lang.report_ratio()), Cell::number(ratio, 3).by(format!("{highest}/{lowest}"))]);
        }
    }
}
