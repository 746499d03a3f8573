//! What is missing, the ways to the limits, and what is tried out.

use serde::{Deserialize, Serialize};

use super::{BalanceLook, BalanceView, LOW, NONE, verdict_span};
use crate::app::act::Act;
use crate::app::draft::{self, SCHOOL_KINDS, StepKind};
use crate::app::sealed::Sealed;
use crate::app::typed::Entry;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::app::view::{Press, Sentence, Tone, span};
use crate::balance::edit::PlanEdit;
use crate::balance::plan::{Planned, planned, wording as steps};
use crate::balance::standard::{Coefficients, STAGES};
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::{Balance, StageBalance, wording};
use crate::basis::format::fixed;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::scheme::plan::{Plan, Step};

mod shortfall;
mod step;
mod way;

/// What a step can be made of.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// What the plan leads to.
    pub lead: Sentence,
    /// Its title.
    pub title: String,
    /// The kinds of steps, in the order of [`StepKind::ALL`].
    pub kinds: Vec<String>,
    /// What is asked: kind of step, school, other school, figure, kind of school.
    pub labels: [String; 5],
    /// What the number is, in the order of the kinds that have one.
    pub numbers: [String; 3],
    /// Said of a number that cannot be read.
    pub invalid: String,
    /// The names that are offered; others can be typed.
    pub schools: Vec<String>,
    /// The figures of the stage.
    pub fields: Vec<String>,
    /// The kinds of schools that open.
    pub school_kinds: Vec<String>,
    /// The words on the button.
    pub add: String,
    /// The number's field, which is marked while it cannot be read.
    pub entry: Sealed<Entry>,
}

/// So many names are offered: a list of thousands helps nobody.
const OFFERED: usize = 500;

/// Joins the part to the page.
pub(super) fn join(page: &mut BalanceView, data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) {
    let (stage, plan) = (look.stage, look.plan);
    let then = planned(data, balance, plan);
    let after = then.balance.stage(stage);
    page.form = Some(form(data, balance, look, lead(balance, &then, plan, lang), lang));
    // What is still lacking, and what would help, after the steps.
    page.sections = step::steps(plan, &then, lang);
    page.sections.extend([
        compared(balance.stage(stage), after, lang),
        way::ways(&then.data, &balance.scheme, after, lang),
        shortfall::shortfalls(&then.data, &balance.scheme, after, look.windows, lang),
    ]);
}

/// "已试算 3 步:小学达标 9 所 → 12 所;本县未达标 → 达标。"
fn lead(balance: &Balance, then: &Planned, plan: &Plan, lang: Lang) -> Sentence {
    if plan.steps.is_empty() {
        return vec![span(lang.plan_lead_empty(), Tone::Plain)];
    }
    let done = then.snags.iter().filter(|snag| snag.is_none()).count();
    let mut sentence = vec![span(lang.plan_lead_steps(done), Tone::Plain)];
    let refused = then.snags.len() - done;
    if refused > 0 {
        sentence.push(span(lang.plan_lead_refused(refused), Tone::Bad));
    }
    for stage in STAGES {
        let met = |balance: &Balance| {
            let within = balance.stage(stage)?;
            Some((within.schools_met()?, within.units.len()))
        };
        let (before, after) = (met(balance), met(&then.balance));
        if before.or(after).is_some() {
            let ((before, of), (after, then_of)) = (before.unwrap_or_default(), after.unwrap_or_default());
            let text = lang.plan_lead_met(stage.label(lang), before, of, after, then_of);
            // Fewer schools that meet it, of fewer, are no better.
            let better = after > before && after * of >= before * then_of;
            sentence.push(span(text, if better { Tone::Good } else { Tone::Plain }));
        }
    }
    sentence.push(span(lang.balance_lead_subject(lang.balance_county_resources()), Tone::Plain));
    sentence.push(verdict_span(balance.verdict, lang));
    sentence.push(span(" → ", Tone::Plain));
    sentence.push(verdict_span(then.balance.verdict, lang));
    sentence.push(span(lang.plan_lead_stop(), Tone::Plain));
    sentence
}

/// The coefficients before and after, each with its limit, or their mean.
fn compared(before: Option<&StageBalance>, after: Option<&StageBalance>, lang: Lang) -> Section {
    let heads = [
        (lang.balance_indicator(), true),
        (lang.plan_before(), false),
        (lang.plan_after(), false),
        (lang.plan_limit(), false),
    ];
    let rows = before.zip(after).map(|(before, after)| compared_rows(before, after, lang)).unwrap_or_default();
    Section::of(lang.plan_compared(), vec![]).with(heads, rows)
}

fn compared_rows(before: &StageBalance, after: &StageBalance, lang: Lang) -> Vec<Row> {
    let (rule, standard) = (&before.rule, before.rule.standard);
    let each = rule.coefficients() == Coefficients::Each;
    let limit = |judged: bool| {
        Figure::plain(if judged { lang.balance_at_most(&wording::limit(rule)) } else { String::new() })
            .toned(Tone::Quiet)
    };
    let row = |variation: &ItemVariation| -> Option<Row> {
        let then = after.variation(variation.item)?;
        let text = |of: &ItemVariation| wording::coefficient(of, rule, lang);
        let pair = [(text(variation), variation.outcome), (text(then), then.outcome)];
        let [now, then] = changed(pair, variation.coefficient().zip(then.coefficient()), lang);
        Some(vec![Figure::plain(standard.named(variation.item, lang)), now, then, limit(each)].into())
    };
    let mean = || -> Row {
        let (now, then) = (&before.composite, &after.composite);
        let pair = [(wording::composite(before, lang), now.outcome), (wording::composite(after, lang), then.outcome)];
        let [now, then] = changed(pair, now.value.zip(then.value), lang);
        vec![Figure::plain(wording::composite_name(standard, lang)), now, then, limit(!each)].into()
    };
    before.variations.iter().filter_map(row).chain((!each).then(mean)).collect()
}

/// A coefficient before and after: beyond its limit it is marked, and what became
/// of it is said below.
fn changed(pair: [(String, Outcome); 2], values: Option<(f64, f64)>, lang: Lang) -> [Figure; 2] {
    let [before, after] = pair.map(|(text, outcome)| match outcome {
        Outcome::Beyond => Figure::plain(text).toned(Tone::Bad).marked(LOW, lang.balance_beyond_limit()),
        Outcome::Pending => Figure::plain(text).toned(Tone::Quiet).marked(NONE, lang.balance_key_missing()),
        _ => Figure::plain(text),
    });
    let change = values.map(|(before, after)| after - before).filter(|change| change.abs() >= 0.0005);
    let change = change.map(|change| format!("{}{}", if change < 0.0 { "−" } else { "+" }, fixed(change.abs(), 3)));
    [before, after.noted(change.unwrap_or_default())]
}

fn form(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lead: Sentence, lang: Lang) -> Form {
    let kind = |kind: &StepKind| match kind {
        StepKind::Figure => lang.plan_kind_figure(),
        StepKind::Add => lang.plan_kind_add(),
        StepKind::Move => lang.plan_kind_move(),
        StepKind::Merge => lang.plan_kind_merge(),
        StepKind::Open => lang.plan_kind_open(),
    };
    let fields = draft::fields(balance.stage(look.stage), look.stage, balance.scheme.rooms_moved);
    Form {
        lead,
        title: lang.plan_add_step().to_owned(),
        kinds: StepKind::ALL.iter().map(|of| kind(of).to_owned()).collect(),
        labels: [
            lang.plan_step_kind(),
            lang.plan_school(),
            lang.plan_other(),
            lang.plan_field(),
            lang.plan_school_kind(),
        ]
        .map(str::to_owned),
        numbers: [lang.plan_number_figure(), lang.plan_number_add(), lang.plan_number_move()].map(str::to_owned),
        invalid: lang.plan_number_invalid().to_owned(),
        schools: data.schools.iter().take(OFFERED).map(|school| school.name.to_string()).collect(),
        fields: fields.iter().map(|field| steps::named(field, lang)).collect(),
        school_kinds: SCHOOL_KINDS.iter().map(|kind| kind.label(lang).to_owned()).collect(),
        add: lang.plan_add().to_owned(),
        entry: Entry::Draft.into(),
    }
}

/// A button that changes the plan; `what` it is about is said with it.
fn press(text: &str, what: &str, edit: PlanEdit) -> Press {
    Press { label: format!("{text}: {what}"), ..Press::of(text, Act::Plan(edit)) }
}

/// A button that tries steps out.
fn trying(text: &str, what: &str, steps: Vec<Step>) -> Press {
    press(text, what, PlanEdit::Add(steps))
}
