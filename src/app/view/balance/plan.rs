//! What is missing, the ways to the limits, and what is tried out.

use serde::{Deserialize, Serialize};

use super::{BalanceLook, tone, verdict_span};
use crate::app::event::Event;
use crate::app::view::pager::Pager;
use crate::app::view::{Press, Sentence, Tone, span};
use crate::balance::edit::PlanEdit;
use crate::balance::plan::{Planned, planned};
use crate::balance::standard::STAGES;
use crate::balance::variation::ItemVariation;
use crate::balance::{Balance, StageBalance, wording};
use crate::basis::text::Lang;
use crate::word::dataset::{Dataset, SchoolKind};
use crate::word::field::{Field, Stage};
use crate::word::scheme::plan::{Plan, Step};

mod shortfall;
mod step;
mod way;

/// The part of the page on plans.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlanView {
    /// What the plan leads to.
    pub lead: Sentence,
    /// Its steps, in their order.
    pub steps: Listing,
    /// Takes all steps out; `None` without any.
    pub clear: Option<Press>,
    /// Adds a step.
    pub form: Form,
    /// The coefficients before and after.
    pub compared: Listing,
    /// The ways to the limits.
    pub ways: Listing,
    /// What schools lack.
    pub shortfalls: Listing,
}

/// A table of texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Listing {
    /// Its title.
    pub title: String,
    /// What is to be known about it; may be empty.
    pub note: String,
    /// The heads of its columns.
    pub heads: Vec<String>,
    /// Its rows, of the part that is shown.
    pub rows: Vec<ListingRow>,
    /// What leads to the others.
    pub pager: Option<Pager>,
}

/// A row of texts, the first of which names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ListingRow {
    /// The texts and how they are meant.
    pub cells: Vec<(String, Tone)>,
    /// What can be done with it.
    pub press: Option<Press>,
}

/// What a step can be made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// Its title.
    pub title: String,
    /// What kinds of steps there are: a figure, a move, a merger, a new school.
    pub kinds: [String; 4],
    /// What is asked: kind of step, school, other school, figure, number, kind of
    /// school.
    pub labels: [String; 6],
    /// The names that are offered; others can be typed.
    pub schools: Vec<String>,
    /// The figures of the stage.
    pub fields: Vec<(Field, String)>,
    /// The kinds of schools that open.
    pub school_kinds: Vec<(SchoolKind, String)>,
    /// The words on the button.
    pub add: String,
}

/// So many names are offered: a list of thousands helps nobody.
const OFFERED: usize = 500;

/// The part for a stage.
pub(super) fn view(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) -> PlanView {
    let (stage, plan) = (look.stage, look.plan);
    let then = planned(data, &balance.scheme, plan);
    let deed = Event::Plan(PlanEdit::Clear).into();
    let clear = Press { text: lang.plan_clear().to_owned(), label: String::new(), deed };
    let within = balance.stage(stage);
    PlanView {
        lead: lead(balance, &then, plan, lang),
        steps: step::steps(plan, &then, lang),
        clear: (!plan.steps.is_empty()).then_some(clear),
        form: form(data, balance.scheme.rooms_moved, within, stage, lang),
        compared: compared(within, then.balance.stage(stage), lang),
        ways: way::ways(data, &balance.scheme, within, lang),
        shortfalls: shortfall::shortfalls(data, &balance.scheme, within, look.windows, lang),
    }
}

/// "计划 3 步:达标学校由 9 所增至 12 所 …; 全县 未达标 → 达标".
fn lead(balance: &Balance, then: &Planned, plan: &Plan, lang: Lang) -> Sentence {
    if plan.steps.is_empty() {
        return vec![span(lang.plan_lead_empty(), Tone::Plain)];
    }
    let done = then.snags.iter().filter(|snag| snag.is_none()).count();
    let mut sentence = vec![span(lang.plan_lead_steps(done), Tone::Plain)];
    for stage in STAGES {
        let met = |balance: &Balance| balance.stage(stage).map_or(0, |within| within.schools_with(super::Verdict::Met));
        let text = lang.plan_lead_met(stage.label(lang), met(balance), met(&then.balance));
        sentence.push(span(text, if met(&then.balance) > met(balance) { Tone::Good } else { Tone::Plain }));
    }
    sentence.push(span(lang.plan_lead_county(), Tone::Plain));
    sentence.push(verdict_span(balance.verdict, lang));
    sentence.push(span(" → ", Tone::Plain));
    sentence.push(verdict_span(then.balance.verdict, lang));
    sentence.push(span(lang.plan_lead_stop(), Tone::Plain));
    sentence
}

/// The coefficients before and after.
fn compared(before: Option<&StageBalance>, after: Option<&StageBalance>, lang: Lang) -> Listing {
    let row = |variation: &ItemVariation| {
        let rule = &before?.rule;
        let then = after?.variation(variation.item)?;
        let cell = |variation: &ItemVariation| (wording::coefficient(variation, rule, lang), tone(variation.verdict()));
        let item = rule.standard.named(variation.item, lang);
        let limit = (lang.balance_at_most(&wording::limit(rule)), Tone::Quiet);
        Some(ListingRow { cells: vec![(item, Tone::Plain), cell(variation), cell(then), limit], press: None })
    };
    let heads = [lang.balance_indicator(), lang.plan_before(), lang.plan_after(), lang.plan_limit()];
    let rows = before.into_iter().flat_map(|within| &within.variations).filter_map(row).collect();
    listing(lang.plan_compared(), "", &heads, rows)
}

fn form(data: &Dataset, rooms_moved: bool, within: Option<&StageBalance>, stage: Stage, lang: Lang) -> Form {
    let mut fields = vec![Field::Pupils(stage)];
    for variation in within.into_iter().flat_map(|within| &within.variations) {
        let terms = variation.item.terms(stage, rooms_moved).into_iter().map(|term| term.field);
        let new: Vec<Field> = terms.filter(|field| !fields.contains(field)).collect();
        fields.extend(new);
    }
    let school_kinds = [SchoolKind::Primary, SchoolKind::Junior, SchoolKind::NineYear, SchoolKind::TwelveYear];
    Form {
        title: lang.plan_add_step().to_owned(),
        kinds: [lang.plan_kind_figure(), lang.plan_kind_move(), lang.plan_kind_merge(), lang.plan_kind_open()]
            .map(str::to_owned),
        labels: [
            lang.plan_step_kind(),
            lang.plan_school(),
            lang.plan_other(),
            lang.plan_field(),
            lang.plan_number(),
            lang.plan_school_kind(),
        ]
        .map(str::to_owned),
        schools: data.schools.iter().take(OFFERED).map(|school| school.name.to_string()).collect(),
        fields: fields.into_iter().map(|field| (field.clone(), field.label(lang).into_owned())).collect(),
        school_kinds: school_kinds.map(|kind| (kind, kind.label(lang).to_owned())).into(),
        add: lang.plan_add().to_owned(),
    }
}

/// A button that tries steps out; `what` they are for is said with it.
fn trying(text: &str, what: &str, steps: Vec<Step>) -> Press {
    let (label, deed) = (format!("{text}: {what}"), Event::Plan(PlanEdit::Add(steps)).into());
    Press { text: text.to_owned(), label, deed }
}

/// A table that is not cut.
fn listing(title: &str, note: &str, heads: &[&str], rows: Vec<ListingRow>) -> Listing {
    let heads = heads.iter().map(|head| (*head).to_owned()).collect();
    Listing { title: title.to_owned(), note: note.to_owned(), heads, rows, pager: None }
}
