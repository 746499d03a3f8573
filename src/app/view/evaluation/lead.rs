//! The sentences above the table.

use super::super::{Sentence, Tone, span};
use crate::basis::format;
use crate::basis::text::Lang;
use crate::evaluation::wording::names;
use crate::evaluation::{Evaluation, Standing};
use crate::measure::direction::Direction;
use crate::word::dataset::Dataset;
use crate::word::field::Quantity;
use crate::word::scheme::evaluation::{EvaluationScheme, Indicator, Target};

/// Who leads and by how much, who fell behind its own past, who is not ranked.
pub fn lead(dataset: &Dataset, scheme: &EvaluationScheme, evaluation: &Evaluation, lang: Lang) -> Vec<Sentence> {
    let own = own_target(scheme, evaluation);
    let behind = own.and_then(|(node, indicator)| behind_own(dataset, evaluation, node, indicator, lang));
    first(dataset, evaluation, lang).into_iter().chain(behind).chain(unranked(evaluation, lang)).collect()
}

fn first(dataset: &Dataset, evaluation: &Evaluation, lang: Lang) -> Option<Sentence> {
    let ranked = || evaluation.schools.iter().filter(|standing| standing.rank.is_some());
    let leaders: Vec<&Standing> = ranked().filter(|standing| standing.rank == Some(1)).collect();
    let best = leaders.first()?.total?;
    let last = ranked().max_by_key(|standing| standing.rank)?;
    let score = format::fixed(best, 2);
    let words = if leaders.len() > 1 { lang.lead_joint_first(&score) } else { lang.lead_first(&score) };
    let leading: Vec<usize> = leaders.iter().map(|standing| standing.school).collect();
    let gap = last.total.filter(|_| last.rank > Some(1)).map_or_else(String::new, |total| {
        lang.lead_gap(dataset.name(last.school), &format::fixed(total, 2), &format::fixed(best - total, 2))
    });
    let words = format!("{words}{gap}{}", lang.lead_stop());
    Some(vec![span(names(dataset, &leading, lang), Tone::Strong), span(words, Tone::Plain)])
}

/// The first indicator that measures schools against their own past.
fn own_target<'a>(scheme: &'a EvaluationScheme, evaluation: &Evaluation) -> Option<(usize, &'a Indicator)> {
    evaluation.nodes.iter().enumerate().find_map(|(index, node)| {
        let indicator = scheme.node(&node.path)?.indicator()?;
        matches!(indicator.normalisation.target(), Some(Target::OwnTwoYears(_))).then_some((index, indicator))
    })
}

fn behind_own(
    dataset: &Dataset,
    evaluation: &Evaluation,
    node: usize,
    indicator: &Indicator,
    lang: Lang,
) -> Option<Sentence> {
    let behind = |standing: &Standing| {
        let mark = standing.marks.get(node)?;
        let (raw, goal) = (mark.raw?, mark.goal?.value);
        Some((standing.school, raw, indicator.direction.shortfall(raw, goal)))
    };
    let measured: Vec<(usize, f64, f64)> = evaluation.schools.iter().filter_map(behind).collect();
    let worse: Vec<&(usize, f64, f64)> = measured.iter().filter(|(_, _, gap)| *gap > 0.0).collect();
    let what = indicator.source.field().label(lang);
    let worst = worse.iter().copied().reduce(|worst, next| if next.2 > worst.2 { next } else { worst });
    let Some((school, raw, gap)) = worst else {
        return (!measured.is_empty()).then(|| vec![span(lang.lead_none_worse(&what), Tone::Plain)]);
    };
    let (value, gap) = amounts(indicator, *raw, *gap, lang);
    let words = match indicator.direction {
        Direction::Lower => lang.lead_above_own(&what, &value, &gap),
        Direction::Higher => lang.lead_below_own(&what, &value, &gap),
    };
    let others = if worse.len() > 1 { lang.lead_others_worse(worse.len() - 1) } else { String::new() };
    let words = format!("{words}{others}{}", lang.lead_stop());
    Some(vec![span(dataset.name(*school), Tone::Bad), span(words, Tone::Plain)])
}

fn amounts(indicator: &Indicator, raw: f64, gap: f64, lang: Lang) -> (String, String) {
    let (raw, gap) = (format::fixed(raw, 1), format::fixed(gap, 1));
    match indicator.source.field().quantity() {
        Quantity::Rate => (format!("{raw}%"), lang.percent_points(&gap)),
        _ => (raw, gap),
    }
}

fn unranked(evaluation: &Evaluation, lang: Lang) -> Option<Sentence> {
    let count = evaluation.schools.iter().filter(|standing| standing.rank.is_none()).count();
    (count > 0).then(|| vec![span(lang.lead_unranked(count), Tone::Plain)])
}
