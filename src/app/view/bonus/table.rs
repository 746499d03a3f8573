//! The schools' lines: columns, order, figures, dots.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{Page, Tone};
use crate::app::act::Deed;
use crate::app::sight::Sight;
use crate::app::view::figure::Figure;
use crate::app::view::pager::{List, Pager};
use crate::basis::exact::{self, Exact};
use crate::basis::format;
use crate::basis::money::Fen;
use crate::basis::order;
use crate::basis::text::Lang;
use crate::bonus::explain::{percent, plain, rounded};
use crate::bonus::{Bonus, Distribution, Line, Subject, fen};
use crate::word::scheme::bonus::Headcount;

/// A column that the table can be sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BonusColumn {
    /// 学校: the order of the files.
    School,
    /// 人月 or 教职工人数.
    Counted,
    /// 得分.
    Score,
    /// 权数.
    Weight,
    /// 核定总额.
    Amount,
    /// 人均.
    #[default]
    PerCapita,
    /// 占比.
    Share,
}

/// The order of the table's rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BonusSort {
    /// By which column.
    pub column: BonusColumn,
    /// Largest first.
    pub descending: bool,
}

impl Default for BonusSort {
    fn default() -> Self {
        Self { column: BonusColumn::PerCapita, descending: true }
    }
}

/// The table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TableView {
    /// The headers, in the order of a row's cells.
    pub headers: Vec<Header>,
    /// The header above the dots.
    pub dots: Cow<'static, str>,
    /// The rows of the part that is shown, sorted.
    pub rows: Vec<Row>,
    /// What leads to the others.
    pub pager: Option<Pager>,
    /// The totals of all rows, one a header.
    pub totals: Vec<Figure>,
}

/// A column's header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Header {
    /// Which column.
    pub column: BonusColumn,
    /// Its text.
    pub label: String,
    /// Sorted by it: ascending, or descending.
    pub ascending: Option<bool>,
    /// Sorts by it, or the other way round.
    pub press: Deed,
}

/// A school's row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Index into the dataset's schools, for questions.
    pub school: usize,
    /// One figure a header; the first is the school's name.
    pub cells: Vec<Figure>,
    /// Where its per-capita amount lies between the lowest (0) and the highest
    /// (1); ½ when all are equal.
    pub position: f64,
    /// Strong for the highest, bad for nothing paid, else plain.
    pub tone: Tone,
}

impl Page<'_> {
    pub(super) fn table(&self, shared: &Distribution) -> TableView {
        let (lang, sort) = (self.lang, self.look.sort);
        let mut lines: Vec<&Line> = shared.lines.iter().collect();
        // The sort is stable, so equal values keep the files' order either way.
        order::sort_by(&mut lines, |a, b| {
            let order = sort.column.key(a).cmp(&sort.column.key(b));
            if sort.descending { order.reverse() } else { order }
        });
        let window = self.look.windows.of(List::Bonus, lines.len());
        let school = self.look.explained.and_then(Subject::school);
        let asked = school.and_then(|school| lines.iter().position(|line| line.school == school));
        let pager = window.pager(asked, lang);
        let sum = match &pager {
            Some(_) => lang.sum_of(&format::grouped(&lines.len().to_string())),
            None => lang.sum().to_owned(),
        };
        let total = |column: &BonusColumn| {
            let text = if *column == BonusColumn::School { sum.clone() } else { column.total(shared) };
            self.asked(text, column.total_subject())
        };
        TableView {
            headers: BonusColumn::ALL.iter().map(|&column| self.header(column)).collect(),
            dots: lang.bonus_dots().into(),
            totals: BonusColumn::ALL.iter().map(total).collect(),
            rows: window.cut(lines).map(|line| self.row(line, shared)).collect(),
            pager,
        }
    }

    /// Figures are looked at from the largest down first, schools from the top
    /// of the file.
    fn header(&self, column: BonusColumn) -> Header {
        let sort = self.look.sort;
        let here = column == sort.column;
        let descending = if here { !sort.descending } else { column != BonusColumn::School };
        Header {
            column,
            label: column.label(self.bonus, self.lang).to_owned(),
            ascending: here.then_some(!sort.descending),
            press: Sight::Bonus(BonusSort { column, descending }).into(),
        }
    }

    fn row(&self, line: &Line, shared: &Distribution) -> Row {
        let per_capita = line.per_capita_fen();
        let highest = shared.spread.as_ref().is_some_and(|spread| spread.gap > Fen(0) && spread.highest == per_capita);
        let cell = |column: &BonusColumn| self.asked(column.cell(line), column.subject(line.school));
        Row {
            school: line.school,
            cells: BonusColumn::ALL.iter().map(cell).collect(),
            position: position(per_capita, shared),
            tone: match line.part.amount {
                Fen(0) => Tone::Bad,
                _ if highest => Tone::Strong,
                _ => Tone::Plain,
            },
        }
    }
}

fn position(per_capita: Fen, shared: &Distribution) -> f64 {
    let Some(spread) = shared.spread.as_ref().filter(|spread| spread.gap > Fen(0)) else { return 0.5 };
    let above = exact::whole((per_capita - spread.lowest).0);
    exact::to_f64(&(above / exact::whole(spread.gap.0))).unwrap_or(0.5)
}

impl BonusColumn {
    /// Every column, from left to right.
    pub const ALL: &[Self] =
        &[Self::School, Self::Counted, Self::Score, Self::Weight, Self::Amount, Self::PerCapita, Self::Share];

    fn label(self, bonus: &Bonus, lang: Lang) -> &'static str {
        match self {
            Self::School => lang.bonus_school(),
            Self::Counted => match bonus.scheme.headcount {
                Headcount::PersonMonths => lang.bonus_header_person_months(),
                Headcount::Staff => lang.bonus_header_staff(),
            },
            Self::Score => lang.bonus_score(),
            Self::Weight => lang.bonus_weight(),
            Self::Amount => lang.bonus_amount(),
            Self::PerCapita => lang.bonus_per_capita(),
            Self::Share => lang.bonus_share(),
        }
    }

    /// What a line is sorted by, unrounded.
    fn key(self, line: &Line) -> Exact {
        match self {
            Self::School => Exact::from_integer(line.school.into()),
            Self::Counted => line.counted.clone(),
            Self::Score => line.score.clone(),
            Self::Weight => line.weight.clone(),
            Self::Amount => exact::whole(line.part.amount.0),
            Self::PerCapita => line.per_capita.clone(),
            Self::Share => line.share.clone(),
        }
    }

    fn cell(self, line: &Line) -> String {
        match self {
            Self::School => line.name.to_string(),
            Self::Counted => plain(&line.counted),
            Self::Score => rounded(&line.score, 2),
            Self::Weight => rounded(&line.weight, 2),
            Self::Amount => line.part.amount.yuan(),
            Self::PerCapita => line.per_capita_fen().yuan(),
            Self::Share => percent(&line.share),
        }
    }

    /// What a cell can be asked.
    fn subject(self, school: usize) -> Option<Subject> {
        Some(match self {
            Self::School => return None,
            Self::Counted => Subject::Headcount(school),
            Self::Score => Subject::Score(school),
            Self::Weight => Subject::Weight(school),
            Self::Amount => Subject::Amount(school),
            Self::PerCapita => Subject::PerCapita(school),
            Self::Share => Subject::Share(school),
        })
    }

    /// What a total can be asked.
    fn total_subject(self) -> Option<Subject> {
        match self {
            Self::Amount => Some(Subject::Identity),
            Self::PerCapita => Some(Subject::Mean),
            _ => None,
        }
    }

    /// What stands under the column; nothing under names.
    fn total(self, shared: &Distribution) -> String {
        match self {
            Self::Counted => plain(&shared.lines.iter().map(|line| &line.counted).sum()),
            Self::School | Self::Score => String::new(),
            Self::Weight => rounded(&shared.weight, 2),
            Self::Amount => shared.identity.paid.yuan(),
            Self::PerCapita => shared.spread.as_ref().map(|spread| fen(&spread.mean).yuan()).unwrap_or_default(),
            Self::Share => percent(&shared.lines.iter().map(|line| &line.share).sum()),
        }
    }
}
