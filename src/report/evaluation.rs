//! The sheet 评价: ranks, totals, and every indicator's raw value and score,
//! with the formulas that lead from one to the other.

use std::collections::BTreeMap;

use super::Material;
use super::grid::{Cell, Sheet, Style, at, down, fixed_row, put};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::evaluation::{Evaluation, Mark, Standing, counted, find, goal_parts};
use crate::measure::direction::Direction;
use crate::word::scheme::evaluation::{Indicator, MeanOfYears, Node, Normalisation, Target, node_label};

const SCHOOL: usize = 1;
const GROUP: usize = 2;
const TOTAL: usize = 4;
const WEIGHTED: usize = 5;
const ADJUSTMENTS: usize = 6;

/// Where the totals stand, for other sheets' formulas.
#[derive(Default)]
pub struct Totals {
    sheet: &'static str,
    rows: BTreeMap<usize, u32>,
}

impl Totals {
    /// The cell with a school's total.
    pub fn cell(&self, school: usize) -> Option<String> {
        self.rows.get(&school).map(|row| format!("'{}'!{}", self.sheet, at(*row, TOTAL)))
    }
}

/// A node's columns.
struct Columns {
    raw: Option<usize>,
    goal: Option<usize>,
    score: usize,
}

struct Drawing<'a> {
    material: &'a Material<'a>,
    lang: Lang,
    columns: Vec<Columns>,
    width: usize,
    /// The row with the weights.
    weights: u32,
    /// First and last row of the schools.
    body: (u32, u32),
}

/// The sheet, and where its totals stand.
pub fn sheet(material: &Material<'_>, lang: Lang) -> (Sheet, Totals) {
    let evaluation = material.evaluation;
    let name = lang.page_evaluation();
    let mut sheet = Sheet::new(name, lang.report_evaluation_title(&year(evaluation.year, lang)));
    if evaluation.schools.is_empty() {
        sheet.line(lang.report_evaluation_none());
        return (sheet, Totals::default());
    }
    sheet.line(lang.report_evaluation_line());
    let (columns, width) = columns(material);
    let weights = sheet.next();
    let first = weights.saturating_add(2);
    let last = first.saturating_add(u32::try_from(evaluation.schools.len()).unwrap_or(u32::MAX)) - 1;
    let drawing = Drawing { material, lang, columns, width, weights, body: (first, last) };
    sheet.push(drawing.weights());
    sheet.headers(drawing.headers());
    sheet.header = Some((weights, weights.saturating_add(1)));
    sheet.frozen_columns = 2;
    let mut rows = BTreeMap::new();
    for standing in ranked(evaluation) {
        rows.insert(standing.school, sheet.next());
        let row = drawing.row(standing, sheet.next());
        sheet.push(row);
    }
    (sheet, Totals { sheet: name, rows })
}

/// A year as part of a title.
pub fn year(year: Option<i32>, lang: Lang) -> String {
    year.map_or_else(String::new, |year| lang.report_year(year))
}

/// By rank; those without one last.
fn ranked(evaluation: &Evaluation) -> Vec<&Standing> {
    let mut all: Vec<&Standing> = evaluation.schools.iter().collect();
    order::sort_by_key(&mut all, |standing| standing.rank.unwrap_or(usize::MAX));
    all
}

fn columns(material: &Material<'_>) -> (Vec<Columns>, usize) {
    let scheme = &material.scheme.evaluation;
    let mut next = ADJUSTMENTS + scheme.adjustments.len();
    let mut take = || {
        next += 1;
        next - 1
    };
    let columns = material.evaluation.nodes.iter().map(|node| {
        let indicator = scheme.node(&node.path).and_then(Node::indicator);
        let raw = indicator.map(|_| take());
        // A fixed target is the same for all and stands in the formulas.
        let own = |indicator: &Indicator| matches!(indicator.normalisation.target(), Some(Target::OwnTwoYears(_)));
        let goal = indicator.filter(|indicator| own(indicator)).map(|_| take());
        Columns { raw, goal, score: take() }
    });
    let columns = columns.collect();
    (columns, next)
}

impl Drawing<'_> {
    fn blank(&self) -> Vec<Cell> {
        vec![Cell::default(); self.width]
    }

    fn weights(&self) -> Vec<Cell> {
        let mut row = vec![Cell::default().styled(Style::Total); self.width];
        put(&mut row, SCHOOL, Cell::text(self.lang.report_weight()).styled(Style::Total));
        for (node, columns) in self.material.evaluation.nodes.iter().zip(&self.columns) {
            let weight = self.material.scheme.evaluation.node(&node.path).map_or(0, |node| node.weight);
            put(&mut row, columns.score, Cell::percent(f64::from(weight) / 10_000.0, 2).styled(Style::Total));
        }
        row
    }

    fn headers(&self) -> Vec<String> {
        let lang = self.lang;
        let mut texts: Vec<String> = [
            lang.rank(),
            lang.school(),
            lang.report_group(),
            lang.report_group_rank(),
            lang.report_total(),
            lang.report_weighted(),
        ]
        .map(str::to_owned)
        .into();
        texts.extend(
            self.material
                .scheme
                .evaluation
                .adjustments
                .iter()
                .map(|entry| lang.report_points(&entry.field.label(lang))),
        );
        for (node, columns) in self.material.evaluation.nodes.iter().zip(&self.columns) {
            let name = node_label(&node.name, lang);
            texts.extend(columns.raw.map(|_| lang.report_raw(name)));
            texts.extend(columns.goal.map(|_| lang.report_goal(name)));
            texts.push(lang.report_score(name));
        }
        texts
    }

    fn row(&self, standing: &Standing, row: u32) -> Vec<Cell> {
        let mut cells = self.blank();
        let (first, last) = self.body;
        let own = at(row, TOTAL);
        let all = down(TOTAL, first, last);
        put(&mut cells, 0, place(standing.rank, format!("RANK({own},{all})")));
        let name = self.material.dataset.name(standing.school);
        put(&mut cells, SCHOOL, Cell::text(name));
        let group = standing.group.and_then(|group| self.material.evaluation.groups.get(group));
        put(&mut cells, GROUP, Cell::text(group.map_or("—", |group| group.label(self.lang))));
        let groups = down(GROUP, first, last);
        let within = format!("1+SUMPRODUCT(({groups}={})*ISNUMBER({all})*({all}>{own}))", at(row, GROUP));
        put(&mut cells, GROUP + 1, place(standing.group_rank, within));
        self.put_totals(&mut cells, standing, row);
        for (node, mark) in standing.marks.iter().enumerate() {
            self.put_mark(&mut cells, standing.school, node, mark, row);
        }
        cells
    }

    fn put_totals(&self, cells: &mut [Cell], standing: &Standing, row: u32) {
        let terms: Vec<String> =
            (WEIGHTED..=WEIGHTED + standing.adjustments.len()).map(|column| at(row, column)).collect();
        let total = Cell::optional(standing.total, 2);
        let total = if standing.total.is_some() { total.by(format!("MAX(0,{})", terms.join("+"))) } else { total };
        put(cells, TOTAL, total.styled(Style::Total));
        put(cells, WEIGHTED, self.mean(standing, &[], standing.weighted, row));
        let adjustments = standing.adjustments.iter().zip(&self.material.scheme.evaluation.adjustments);
        for (column, (points, rule)) in (ADJUSTMENTS..).zip(adjustments) {
            let cell = Cell::number(*points, 2);
            let units = counted(self.material.dataset, standing.school, rule, self.material.evaluation.year);
            put(
                cells,
                column,
                match units {
                    Some(units) => {
                        let cap = rule.cap.max(0.0);
                        cell.by(format!("MAX(-{cap},MIN({cap},({})*({})))", rule.per_unit, units.number))
                    }
                    None => cell,
                },
            );
        }
    }

    /// A group's score, or the top's, from its children that have one.
    fn mean(&self, standing: &Standing, path: &[usize], score: Option<f64>, row: u32) -> Cell {
        let cell = Cell::optional(score, 2);
        let children = self.material.evaluation.nodes.iter().zip(&standing.marks).zip(&self.columns);
        let present = children.filter(|((node, mark), _)| {
            node.path.len() == path.len() + 1 && node.path.starts_with(path) && mark.score.is_some()
        });
        let (mut terms, mut weights) = (Vec::new(), Vec::new());
        for (_, columns) in present {
            let weight = fixed_row(self.weights, columns.score);
            terms.push(format!("{weight}*{}", at(row, columns.score)));
            weights.push(weight);
        }
        if score.is_none() || terms.is_empty() {
            return cell;
        }
        cell.by(format!("({})/({})", terms.join("+"), weights.join("+")))
    }

    fn put_mark(&self, cells: &mut [Cell], school: usize, node: usize, mark: &Mark, row: u32) {
        let (Some(columns), Some(entry)) = (self.columns.get(node), self.material.evaluation.nodes.get(node)) else {
            return;
        };
        let Some(indicator) = self.material.scheme.evaluation.node(&entry.path).and_then(Node::indicator) else {
            if let Some(standing) = self.material.evaluation.standing(school) {
                put(cells, columns.score, self.mean(standing, &entry.path, mark.score, row));
            }
            return;
        };
        if let Some(column) = columns.raw {
            let found = find(self.material.dataset, school, &indicator.source, self.material.evaluation.year);
            let cell = Cell::optional(mark.raw, 2);
            let counts = found.and_then(|found| found.counts);
            put(
                cells,
                column,
                match counts {
                    Some((part, whole)) => cell.by(format!("100*{}/{}", part.number, whole.number)),
                    None => cell,
                },
            );
        }
        if let Some(column) = columns.goal {
            let cell = Cell::optional(mark.goal.map(|goal| goal.value), 2);
            put(
                cells,
                column,
                match self.goal_formula(school, indicator).filter(|_| mark.goal.is_some()) {
                    Some(formula) => cell.by(formula),
                    None => cell,
                },
            );
        }
        let cell = Cell::optional(mark.score, 2);
        let formula = self.score_formula(node, indicator, mark, row).filter(|_| mark.lack.is_none());
        put(
            cells,
            columns.score,
            match formula {
                Some(formula) => cell.by(formula),
                None => cell,
            },
        );
    }

    /// How a target follows from the counts of two years.
    fn goal_formula(&self, school: usize, indicator: &Indicator) -> Option<String> {
        let Some(Target::OwnTwoYears(how)) = indicator.normalisation.target() else { return None };
        let parts = goal_parts(self.material.dataset, school, &indicator.source, self.material.evaluation.year);
        let counts: Option<Vec<_>> = parts.iter().map(|(_, found)| found.counts).collect();
        if let (MeanOfYears::Pooled, Some(counts)) = (how, &counts) {
            let join = |numbers: Vec<String>| numbers.join("+");
            let part = join(counts.iter().map(|(part, _)| part.number.to_string()).collect());
            let whole = join(counts.iter().map(|(_, whole)| whole.number.to_string()).collect());
            return Some(format!("100*({part})/({whole})"));
        }
        let rates: Vec<String> = parts
            .iter()
            .map(|(_, found)| match found.counts {
                Some((part, whole)) => format!("100*{}/{}", part.number, whole.number),
                None => found.number.to_string(),
            })
            .collect();
        Some(format!("AVERAGE({})", rates.join(",")))
    }

    /// The methods of the default scheme, live; the results of others stand as
    /// numbers.
    fn score_formula(&self, node: usize, indicator: &Indicator, mark: &Mark, row: u32) -> Option<String> {
        let columns = self.columns.get(node)?;
        let own = at(row, columns.raw?);
        match &indicator.normalisation {
            Normalisation::MinMax => {
                let column = self.material.evaluation.nodes.get(node)?.column?;
                if column.extent?.is_constant() {
                    return None;
                }
                let all = down(columns.raw?, self.body.0, self.body.1);
                let above_worst = match indicator.direction {
                    Direction::Higher => format!("{own}-MIN({all})"),
                    Direction::Lower => format!("MAX({all})-{own}"),
                };
                Some(format!("100*({above_worst})/(MAX({all})-MIN({all}))"))
            }
            Normalisation::Target { cap, .. } => {
                let value = mark.goal?.value;
                let goal = columns.goal.map_or_else(|| value.to_string(), |column| at(row, column));
                let (ratio, defined) = match indicator.direction {
                    Direction::Higher => (format!("{own}/{goal}"), value > 0.0),
                    Direction::Lower => (format!("(100-{own})/(100-{goal})"), value < 100.0),
                };
                defined.then(|| format!("MAX(0,MIN({cap},100*{ratio}))"))
            }
            _ => None,
        }
    }
}

/// A rank by its formula, or a dash.
fn place(rank: Option<usize>, formula: String) -> Cell {
    match rank.and_then(|rank| u32::try_from(rank).ok()) {
        Some(rank) => Cell::number(f64::from(rank), 0).by(formula),
        None => Cell::text("—"),
    }
}
