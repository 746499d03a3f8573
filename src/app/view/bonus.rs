//! The bonus page: the sentence a director wants, the identity, the rule as a
//! sentence with its decisions in it, the table.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::figure::Figure;
use super::pager::{List, Pager, Windows};
use super::{Sentence, Span, Tone, span};
use crate::basis::format;
use crate::basis::money::Fen;
use crate::basis::text::Lang;
use crate::bonus::explain::unit_name;
use crate::bonus::{Bonus, BonusState, Distribution, Identity, Note, Subject, Unpaid, fen, wording};
use crate::measure::apportion::Unshareable;

mod rule;
mod table;

pub use rule::{Control, Controlled, Rule, RulePart};
pub use table::{BonusColumn, BonusSort, Header, Row, TableView};

/// The bonus page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BonusView {
    /// The page's title.
    pub title: Cow<'static, str>,
    /// What came out, in a sentence or two; empty when nothing did.
    pub lead: Sentence,
    /// 总额 = 实发 + 留存 + 尾差.
    pub identity: Option<IdentityView>,
    /// The rule, its sentence and its controls.
    pub rule: Rule,
    /// The gap between the highest and the lowest per head.
    pub gap: Option<Figure>,
    /// The schools' lines.
    pub table: Option<TableView>,
    /// Schools that take no part, with the reason; the part that is shown.
    pub unpaid: Vec<UnpaidView>,
    /// What leads to the others.
    pub unpaid_pager: Option<Pager>,
    /// The heading above `unpaid`.
    pub unpaid_title: String,
    /// Policy and other remarks.
    pub notices: Vec<Notice>,
    /// What is still needed before anything can be shared.
    pub needed: Option<Needed>,
}

/// The identity, term by term.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityView {
    /// Label and yuan of the pool.
    pub pool: (Cow<'static, str>, Figure),
    /// Labels and yuan of what makes it up.
    pub terms: [(Cow<'static, str>, String); 3],
    /// The mark: 平, or 不平.
    pub mark: Span,
    /// Unit and rounding.
    pub remark: String,
}

/// What is still needed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Needed {
    /// What is missing or wrong.
    pub title: Cow<'static, str>,
    /// What to do.
    pub remedy: Cow<'static, str>,
    /// The control that mends it; `None`: data are missing.
    pub control: Option<Control>,
}

/// A remark beside the rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// Its heading.
    pub title: Cow<'static, str>,
    /// The remark.
    pub text: String,
    /// [`Tone::Near`] for what should be looked at, [`Tone::Quiet`] for what is
    /// good to know.
    pub tone: Tone,
}

/// A school that takes no part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnpaidView {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name.
    pub name: String,
    /// Why, and what would mend it.
    pub reason: String,
}

/// How the page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct BonusLook<'a> {
    /// The order of the table.
    pub sort: BonusSort,
    /// Which rows are shown.
    pub windows: &'a Windows,
    /// What is being explained.
    pub explained: Option<Subject>,
}

/// The page for a bonus.
pub fn view(bonus: &Bonus, look: &BonusLook<'_>, lang: Lang) -> BonusView {
    let shared = bonus.shared();
    let page = Page { bonus, look, lang };
    let unpaid = look.windows.of(List::Unpaid, bonus.unpaid.len());
    BonusView {
        title: lang.bonus_title().into(),
        lead: shared.map(|shared| lead(bonus, shared, lang)).unwrap_or_default(),
        identity: shared.map(|shared| page.identity(&shared.identity)),
        rule: rule::rule(&bonus.scheme, lang),
        gap: shared.and_then(|shared| page.gap(shared)),
        table: shared.map(|shared| page.table(shared)),
        unpaid: unpaid.cut(&bonus.unpaid).map(|unpaid| not_paid(unpaid, bonus, lang)).collect(),
        unpaid_pager: unpaid.pager(None, lang),
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
    look: &'a BonusLook<'a>,
    lang: Lang,
}

impl Page<'_> {
    fn asked(&self, text: String, subject: Option<Subject>) -> Figure {
        match subject {
            Some(subject) => Figure::asking(text, subject, self.look.explained == Some(subject)),
            None => Figure::plain(text),
        }
    }

    fn identity(&self, identity: &Identity) -> IdentityView {
        let (lang, scheme) = (self.lang, &self.bonus.scheme);
        let (mark, tone) =
            if identity.balanced { (lang.balanced(), Tone::Good) } else { (lang.unbalanced(), Tone::Bad) };
        IdentityView {
            pool: (lang.bonus_pool().into(), self.asked(identity.pool.yuan(), Some(Subject::Identity))),
            terms: [
                (lang.bonus_paid().into(), identity.paid.yuan()),
                (lang.bonus_retained().into(), identity.retained.yuan()),
                (lang.bonus_residue().into(), identity.residue.yuan()),
            ],
            mark: span(mark, tone),
            remark: lang.bonus_identity_remark(&unit_name(scheme.unit, lang), scheme.tail.label(lang)),
        }
    }

    fn gap(&self, shared: &Distribution) -> Option<Figure> {
        let spread = shared.spread.as_ref()?;
        let gap = spread.gap.yuan();
        let text = match spread.ratio {
            Some(ratio) => self.lang.bonus_gap_times(&gap, &format::fixed(ratio, 4)),
            None => self.lang.bonus_gap(&gap),
        };
        Some(self.asked(text, Some(Subject::Gap)))
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
    Notice { title: title.into(), text: wording::note(note, bonus, lang), tone }
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
    Some(Needed { title: title.into(), remedy: remedy.into(), control })
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
