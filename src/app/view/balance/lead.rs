//! The sentences above the table.

use super::{driver, verdict_span};
use crate::app::view::{Sentence, Tone, span};
use crate::balance::standard::{Coefficients, Item};
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::balance::{Balance, StageBalance};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

/// How many schools a sentence names for a coefficient.
const NAMED: usize = 2;

/// "13 所小学中 9 所达标;未达标最常见的原因是第 5 项运动场馆(3 所);七项差异系数 6 项达标,第 2 项骨干教师 0.502 > 0.50,
/// 主要由城北小学、尤溪小学造成。本县资源配置未达标。"
pub(super) fn lead(data: &Dataset, balance: &Balance, stage: Stage, lang: Lang) -> Sentence {
    let mut sentence = match balance.stage(stage).filter(|within| !within.units.is_empty()) {
        Some(within) => schools(within, lang),
        None => vec![span(lang.balance_lead_no_school(stage.label(lang)), Tone::Plain)],
    };
    for variation in balance.stage(stage).into_iter().flat_map(|within| &within.variations) {
        if let Some(within) = balance.stage(stage).filter(|_| variation.outcome == Outcome::Beyond) {
            sentence.extend(beyond(data, within, variation, lang));
        }
    }
    sentence.push(span(lang.balance_lead_stop(), Tone::Plain));
    sentence.extend(verdicts(balance, stage, lang));
    sentence.extend(wording::departures(balance, lang).map(|departures| span(departures, Tone::Near)));
    sentence
}

fn schools(within: &StageBalance, lang: Lang) -> Sentence {
    let (count, stage) = (within.units.len(), within.stage.label(lang));
    if within.rule.judged() == 0 {
        let mut sentence = vec![span(lang.balance_lead_unjudged(count, stage), Tone::Plain)];
        sentence.extend(coefficients(within, lang));
        return sentence;
    }
    let mut sentence = vec![
        span(lang.balance_lead_schools(count, stage), Tone::Plain),
        span(lang.balance_lead_met(within.schools_with(Verdict::Met)), Tone::Strong),
    ];
    let pending = within.schools_with(Verdict::Pending);
    if pending > 0 {
        sentence.push(span(lang.balance_lead_pending(pending), Tone::Plain));
    }
    if let Some((item, count)) = weakest(within) {
        sentence.push(span(lang.balance_lead_weakest(count, &within.rule.standard.told(item, lang)), Tone::Plain));
    }
    sentence.extend(coefficients(within, lang));
    sentence
}

/// How many coefficients keep to the limit, or whether their mean does.
fn coefficients(within: &StageBalance, lang: Lang) -> Sentence {
    if within.rule.coefficients() == Coefficients::Mean {
        return composite(within, lang);
    }
    let met = within.variations_with(Verdict::Met);
    let name = within.rule.standard.count(lang);
    let all = met == within.variations.len();
    let mut variations =
        if all { lang.balance_lead_variations_all(name) } else { lang.balance_lead_variations(name, met) };
    let pending = within.variations_with(Verdict::Pending);
    if pending > 0 {
        variations.push_str(&lang.balance_lead_variations_pending(pending));
    }
    vec![span(variations, Tone::Plain)]
}

fn composite(within: &StageBalance, lang: Lang) -> Sentence {
    let (value, limit) = (wording::composite(within, lang), wording::limit(&within.rule));
    let (text, tone) = match within.composite.outcome.verdict() {
        Verdict::Met => (lang.balance_lead_composite(&value, &limit), Tone::Strong),
        Verdict::NotMet => (lang.balance_lead_composite_beyond(&value, &limit), Tone::Bad),
        Verdict::Pending | Verdict::NotApplicable => (lang.balance_lead_composite_open().to_owned(), Tone::Plain),
    };
    let mut sentence = vec![span(lang.balance_lead_semicolon(), Tone::Plain), span(text, tone)];
    let mut largest: Vec<&ItemVariation> = within.variations.iter().filter(|v| v.coefficient().is_some()).collect();
    order::sort_by(&mut largest, |a, b| b.coefficient().unwrap_or(0.0).total_cmp(&a.coefficient().unwrap_or(0.0)));
    let named = |variation: &&ItemVariation| {
        format!("{} {}", variation.item.short_name(lang), wording::coefficient(variation, &within.rule, lang))
    };
    let names: Vec<String> = largest.iter().take(NAMED).map(named).collect();
    if !names.is_empty() {
        sentence.push(span(lang.balance_lead_largest(&names.join(lang.list_comma())), Tone::Plain));
    }
    sentence
}

/// The indicator that decides against most schools, and how many.
fn weakest(within: &StageBalance) -> Option<(Item, usize)> {
    let mut counts: Vec<(Item, usize)> = within.rule.demands.iter().map(|demand| (demand.item, 0)).collect();
    for cell in within.units.iter().flat_map(|unit| unit.deciding(&within.rule)) {
        counts.iter_mut().filter(|(item, _)| *item == cell.item).for_each(|(_, count)| *count += 1);
    }
    // `max_by_key` takes the last of equals; the standard's order comes first.
    counts.into_iter().rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
}

fn beyond(data: &Dataset, within: &StageBalance, variation: &ItemVariation, lang: Lang) -> Sentence {
    let stage = within.stage;
    let value = wording::coefficient(variation, &within.rule, lang);
    let item = within.rule.standard.told(variation.item, lang);
    let what = lang.balance_lead_beyond(&item, &value, &wording::limit(&within.rule));
    let mut sentence = vec![span(lang.balance_lead_comma(), Tone::Plain), span(what, Tone::Bad)];
    let names: Vec<String> = driver::largest(within, variation, NAMED)
        .map(|(unit, _)| wording::unit_name(data, unit, stage, lang))
        .collect();
    if !names.is_empty() {
        sentence.push(span(lang.balance_lead_driven(&names.join(lang.list_comma())), Tone::Plain));
    }
    sentence
}

/// The stage's verdict where it differs from the county's, and the county's.
fn verdicts(balance: &Balance, stage: Stage, lang: Lang) -> Sentence {
    let mut sentence = Vec::new();
    let own = balance.stage(stage).map(|within| within.verdict).filter(|verdict| *verdict != balance.verdict);
    if let Some(verdict) = own {
        sentence.push(span(lang.balance_lead_subject(stage.label(lang)), Tone::Plain));
        sentence.push(verdict_span(verdict, lang));
        sentence.push(span(lang.balance_lead_comma(), Tone::Plain));
    }
    // Resources are a part of the standard: the whole is told by itself.
    sentence.push(span(lang.balance_lead_subject(lang.balance_county_resources()), Tone::Plain));
    sentence.push(verdict_span(balance.verdict, lang));
    sentence.push(span(lang.balance_lead_stop(), Tone::Plain));
    sentence
}
