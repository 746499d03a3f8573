//! The coefficients as bars against their limit.

use std::rc::Rc;

use super::{LOW, NONE};
use crate::app::view::chart::ChartView;
use crate::balance::StageBalance;
use crate::balance::rule::Rule;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::verdict::Verdict;
use crate::balance::wording;
use crate::basis::text::Lang;
use crate::chart::scene::Tone;
use crate::chart::{Bar, Bars, Level, Value};

/// The chart of a stage.
pub(super) fn chart(within: &StageBalance, lang: Lang) -> Rc<ChartView> {
    let stage = within.stage;
    let rule = &within.rule;
    let limit = wording::limit(rule);
    let [met, beyond, open] =
        [Verdict::Met, Verdict::NotMet, Verdict::Pending].map(|verdict| within.variations_with(verdict));
    let bars = Bars {
        title: lang.chart_variations(stage.label(lang)),
        description: lang.chart_variations_said(met, beyond, open, &limit),
        limit: Value::of(rule.limit).map(|value| Level { value, label: lang.chart_limit(&limit) }),
        bars: within.variations.iter().map(|variation| bar(variation, rule, lang)).collect(),
    };
    let row = |variation: &ItemVariation| {
        let value = wording::coefficient(variation, rule, lang);
        vec![rule.standard.named(variation.item, lang), value, limit.clone(), wording::outcome(variation, lang)]
    };
    let heads = [lang.balance_indicator(), lang.balance_variation(), lang.chart_limit_head(), lang.balance_verdict()];
    let rows = within.variations.iter().map(row).collect();
    let file = lang.chart_variations_file(stage.label(lang));
    Rc::new(ChartView::of(&|width| bars.scene(width), file, heads.map(str::to_owned).to_vec(), rows))
}

fn bar(variation: &ItemVariation, rule: &Rule, lang: Lang) -> Bar {
    let (mark, tone) = match variation.outcome {
        Outcome::Within => ("", Tone::C1),
        Outcome::Beyond => (LOW, Tone::Bad),
        _ => (NONE, Tone::Quiet),
    };
    let text = wording::coefficient(variation, rule, lang);
    let said = lang.balance_why_value(variation.item.name(lang), &text);
    Bar {
        name: rule.standard.named(variation.item, lang),
        value: variation.coefficient().and_then(Value::of),
        text: if mark.is_empty() { text } else { [mark, &text].join(" ") },
        tone,
        hint: [said, wording::outcome(variation, lang)].join(lang.balance_lead_comma()),
    }
}
