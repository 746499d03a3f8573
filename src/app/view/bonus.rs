//! The bonus page: the sentence a director wants, the identity, the rule as a
//! sentence with its decisions in it, the table.

use serde::{Deserialize, Serialize};

use super::{Sentence, Span, Tone, span};
use crate::basis::exact::{self, Exact};
use crate::basis::format;
use crate::basis::money::Fen;
use crate::basis::text::Lang;
use crate::bonus::explain::{percent, plain, rounded, unit_name};
use crate::bonus::{Bonus, BonusState, Distribution, Identity, Line, Note, Subject, Unpaid, fen, wording};
use crate::measure::apportion::Unshareable;
use crate::word::scheme::bonus::Headcount;

mod rule;

pub use rule::{Choice, Control, Field, Rule, RulePart, Select};

/// The bonus page.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BonusView {
    /// The page's title.
    pub title: &'static str,
    /// What came out, in a sentence or two; empty when nothing did.
    pub lead: Sentence,
    /// 总额 = 实发 + 留存 + 尾差.
    pub identity: Option<IdentityView>,
    /// The rule, its sentence and its controls.
    pub rule: Rule,
    /// The gap between the highest and the lowest per head.
    pub gap: Option<Asked>,
    /// The schools' lines.
    pub table: Option<TableView>,
    /// Schools that take no part, with the reason.
    pub unpaid: Vec<UnpaidView>,
    /// The heading above `unpaid`.
    pub unpaid_title: String,
    /// Policy and other remarks.
    pub notices: Vec<Notice>,
    /// What is still needed before anything can be shared.
    pub needed: Option<Needed>,
}

/// A figure that can be asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The figure as shown.
    pub text: String,
    /// What to ask.
    pub subject: Option<Subject>,
    /// It is being explained.
    pub open: bool,
}

/// The identity, term by term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IdentityView {
    /// Label and yuan of the pool.
    pub pool: (&'static str, Asked),
    /// Labels and yuan of what makes it up.
    pub terms: [(&'static str, String); 3],
    /// The mark: 平, or 不平.
    pub mark: Span,
    /// Unit and rounding.
    pub remark: String,
}

/// What is still needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Needed {
    /// What is missing or wrong.
    pub title: &'static str,
    /// What to do.
    pub remedy: &'static str,
    /// The control that mends it; `None`: data are missing.
    pub control: Option<Control>,
}

/// A remark beside the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Notice {
    /// Its heading.
    pub title: &'static str,
    /// The remark.
    pub text: String,
    /// [`Tone::Near`] for what should be looked at, [`Tone::Quiet`] for what is
    /// good to know.
    pub tone: Tone,
}

/// A school that takes no part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnpaidView {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name.
    pub name: String,
    /// Why, and what would mend it.
    pub reason: String,
}

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
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TableView {
    /// The headers, in the order of a row's cells.
    pub headers: Vec<Header>,
    /// The header above the dots.
    pub dots: &'static str,
    /// The rows, sorted.
    pub rows: Vec<Row>,
    /// The totals, one a header.
    pub totals: Vec<Asked>,
}

/// A column's header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Header {
    /// Which column.
    pub column: BonusColumn,
    /// Its text.
    pub label: String,
    /// Sorted by it: ascending, or descending.
    pub ascending: Option<bool>,
    /// The order that pressing it brings about.
    pub next: BonusSort,
}

/// A school's row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Index into the dataset's schools, for questions.
    pub school: usize,
    /// One figure a header; the first is the school's name.
    pub cells: Vec<Asked>,
    /// Where its per-capita amount lies between the lowest (0) and the highest
    /// (1); ½ when all are equal.
    pub position: f64,
    /// Strong for the highest, bad for nothing paid, else plain.
    pub tone: Tone,
}

/// The page for a bonus; `subject` is what is being explained.
pub fn view(bonus: &Bonus, sort: BonusSort, subject: Option<Subject>, lang: Lang) -> BonusView {
    let shared = bonus.shared();
    let page = Page { bonus, sort, subject, lang };
    BonusView {
        title: lang.bonus_title(),
        lead: shared.map(|shared| lead(bonus, shared, lang)).unwrap_or_default(),
        identity: shared.map(|shared| page.identity(&shared.identity)),
        rule: rule::rule(&bonus.scheme, lang),
        gap: shared.and_then(|shared| page.gap(shared)),
        table: shared.map(|shared| page.table(shared)),
        unpaid: bonus.unpaid.iter().map(|unpaid| not_paid(unpaid, bonus, lang)).collect(),
        unpaid_title: lang.bonus_unpaid_title(bonus.unpaid.len()),
        notices: bonus.notes.iter().map(|note| notice(note, bonus, lang)).collect(),
        needed: needed(&bonus.state, lang),
    }
}

fn lead(bonus: &Bonus, shared: &Distribution, lang: Lang) -> Sentence {
    let Some(spread) = &shared.spread else { return Vec::new() };
    let mean = fen(&spread.mean).yuan();
    let mut lead = vec![span(lang.bonus_lead(shared.lines.len(), &mean), Tone::Plain)];
    if spread.gap == Fen(0) {
        lead.push(span(lang.bonus_lead_equal(), Tone::Strong));
    } else {
        let names = |schools: &[usize]| named(bonus, schools, lang);
        let highest = lang.bonus_lead_highest(&spread.highest.yuan(), &names(&spread.highest_schools));
        let lowest = lang.bonus_lead_lowest(&spread.lowest.yuan(), &names(&spread.lowest_schools));
        lead.push(span(highest, Tone::Strong));
        lead.push(span(lowest, Tone::Strong));
        lead.push(span(lang.bonus_lead_gap(&spread.gap.yuan()), Tone::Strong));
    }
    if !bonus.unpaid.is_empty() {
        lead.push(span(lang.bonus_lead_unpaid(bonus.unpaid.len()), Tone::Bad));
    }
    lead
}

/// The first school's name, and how many more.
fn named(bonus: &Bonus, schools: &[usize], lang: Lang) -> String {
    let first = schools.first().and_then(|&school| bonus.line(school)).map(|line| line.name.to_string());
    let first = first.unwrap_or_default();
    if schools.len() > 1 { lang.bonus_and_others(&first, schools.len()) } else { first }
}

/// What the parts of the page have in common.
struct Page<'a> {
    bonus: &'a Bonus,
    sort: BonusSort,
    subject: Option<Subject>,
    lang: Lang,
}

impl Page<'_> {
    fn asked(&self, text: String, subject: Option<Subject>) -> Asked {
        Asked { text, subject, open: subject.is_some() && subject == self.subject }
    }

    fn identity(&self, identity: &Identity) -> IdentityView {
        let (lang, scheme) = (self.lang, &self.bonus.scheme);
        let (mark, tone) =
            if identity.balanced { (lang.balanced(), Tone::Good) } else { (lang.unbalanced(), Tone::Bad) };
        IdentityView {
            pool: (lang.bonus_pool(), self.asked(identity.pool.yuan(), Some(Subject::Identity))),
            terms: [
                (lang.bonus_paid(), identity.paid.yuan()),
                (lang.bonus_retained(), identity.retained.yuan()),
                (lang.bonus_residue(), identity.residue.yuan()),
            ],
            mark: span(mark, tone),
            remark: lang.bonus_identity_remark(&unit_name(scheme.unit, lang), scheme.tail.label(lang)),
        }
    }

    fn gap(&self, shared: &Distribution) -> Option<Asked> {
        let spread = shared.spread.as_ref()?;
        let gap = spread.gap.yuan();
        let text = match spread.ratio {
            Some(ratio) => self.lang.bonus_gap_times(&gap, &format::fixed(ratio, 4)),
            None => self.lang.bonus_gap(&gap),
        };
        Some(self.asked(text, Some(Subject::Gap)))
    }

    fn table(&self, shared: &Distribution) -> TableView {
        let (lang, sort) = (self.lang, self.sort);
        let mut lines: Vec<&Line> = shared.lines.iter().collect();
        // The sort is stable, so equal values keep the files' order either way.
        lines.sort_by(|a, b| {
            let order = sort.column.key(a).cmp(&sort.column.key(b));
            if sort.descending { order.reverse() } else { order }
        });
        let total = |column: &BonusColumn| self.asked(column.total(shared, lang), column.total_subject());
        TableView {
            headers: BonusColumn::ALL.iter().map(|&column| self.header(column)).collect(),
            dots: lang.bonus_dots(),
            rows: lines.into_iter().map(|line| self.row(line, shared)).collect(),
            totals: BonusColumn::ALL.iter().map(total).collect(),
        }
    }

    /// Figures are looked at from the largest down first, schools from the top
    /// of the file.
    fn header(&self, column: BonusColumn) -> Header {
        let here = column == self.sort.column;
        let descending = if here { !self.sort.descending } else { column != BonusColumn::School };
        Header {
            column,
            label: column.label(self.bonus, self.lang).to_owned(),
            ascending: here.then_some(!self.sort.descending),
            next: BonusSort { column, descending },
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

    fn total(self, shared: &Distribution, lang: Lang) -> String {
        match self {
            Self::School => lang.sum().to_owned(),
            Self::Counted => plain(&shared.lines.iter().map(|line| &line.counted).sum()),
            Self::Score => String::new(),
            Self::Weight => rounded(&shared.weight, 2),
            Self::Amount => shared.identity.paid.yuan(),
            Self::PerCapita => shared.spread.as_ref().map(|spread| fen(&spread.mean).yuan()).unwrap_or_default(),
            Self::Share => percent(&shared.lines.iter().map(|line| &line.share).sum()),
        }
    }
}

fn not_paid(unpaid: &Unpaid, bonus: &Bonus, lang: Lang) -> UnpaidView {
    let reason = wording::reason(unpaid.reason, bonus, lang);
    UnpaidView { school: unpaid.school, name: unpaid.name.to_string(), reason }
}

fn notice(note: &Note, bonus: &Bonus, lang: Lang) -> Notice {
    let (title, tone) = match note {
        Note::ExamIndicators(_) => (lang.bonus_policy(), Tone::Near),
        Note::PoolSmall | Note::BelowBaseline(_) => (lang.bonus_please_check(), Tone::Near),
        Note::NoSpread | Note::TieAtCut => (lang.bonus_good_to_know(), Tone::Quiet),
    };
    Notice { title, text: wording::note(note, bonus, lang), tone }
}

fn needed(state: &BonusState, lang: Lang) -> Option<Needed> {
    let (title, remedy, control) = match state {
        BonusState::Shared(_) => return None,
        BonusState::NeedsScores => (lang.bonus_needs_scores(), lang.bonus_needs_scores_remedy(), None),
        BonusState::NeedsHeadcount => {
            (lang.bonus_needs_headcount(), lang.bonus_needs_headcount_remedy(), Some(Control::Headcount))
        }
        BonusState::NeedsPool => (lang.bonus_needs_pool(), lang.bonus_needs_pool_remedy(), Some(Control::Pool)),
        BonusState::Impossible(fault) => impossible(*fault, lang),
    };
    Some(Needed { title, remedy, control })
}

fn impossible(fault: Unshareable, lang: Lang) -> (&'static str, &'static str, Option<Control>) {
    match fault {
        Unshareable::NegativePool => (lang.bonus_pool_negative(), lang.bonus_pool_invalid(), Some(Control::Pool)),
        Unshareable::BadUnit => (lang.bonus_bad_unit(), lang.bonus_bad_unit_remedy(), Some(Control::Unit)),
        Unshareable::NoWeight => (lang.bonus_no_weight(), lang.bonus_no_weight_remedy(), Some(Control::Baseline)),
        // Points and headcounts are never negative and names never repeat, so
        // only a broken dataset can lead here.
        Unshareable::NegativeWeight(_) | Unshareable::DuplicateKey(_) => {
            (lang.bonus_broken_data(), lang.bonus_broken_data_remedy(), None)
        }
    }
}
