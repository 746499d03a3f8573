//! The coefficients as bars against their limit, divided by the schools that make
//! them.

use std::rc::Rc;

use super::driver::{LISTED, largest};
use super::{LOW, NONE};
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::StageBalance;
use crate::balance::rule::Rule;
use crate::balance::standard::Coefficients;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::verdict::Verdict;
use crate::balance::wording::{self, percent};
use crate::basis::text::Lang;
use crate::chart::scene::Tone;
use crate::chart::{Bar, Bars, Level, Part, Value};
use crate::word::dataset::Dataset;

/// The bars of a stage, with their table.
pub(super) fn section(data: &Dataset, within: &StageBalance, lang: Lang) -> Section {
    let (stage, rule) = (within.stage, &within.rule);
    let limit = wording::limit(rule);
    let each = rule.coefficients() == Coefficients::Each;
    let [met, beyond, open] =
        [Verdict::Met, Verdict::NotMet, Verdict::Pending].map(|verdict| within.variations_with(verdict));
    let bars = Bars {
        title: lang.chart_variations(stage.label(lang)),
        description: if each {
            lang.chart_variations_said(met, beyond, open, &limit)
        } else {
            lang.chart_variations_mean(
                wording::composite_name(rule.standard, lang),
                &wording::composite(within, lang),
                &limit,
            )
        },
        limit: Value::of(rule.limit).filter(|_| each).map(|value| Level { value, label: lang.chart_limit(&limit) }),
        bars: within.variations.iter().map(|variation| bar(data, within, variation, lang)).collect(),
    };
    let row = |variation: &ItemVariation| -> Row {
        let value = wording::coefficient(variation, rule, lang);
        let texts = [
            rule.standard.named(variation.item, lang),
            value,
            if each { limit.clone() } else { String::new() },
            wording::outcome(variation, lang),
        ];
        texts.map(Figure::plain).to_vec().into()
    };
    let heads = [
        (lang.balance_indicator(), true),
        (lang.balance_variation(), false),
        (lang.chart_limit_head(), false),
        (lang.balance_verdict(), true),
    ];
    let rows = within.variations.iter().map(row).collect();
    let file = lang.chart_variations_file(stage.label(lang));
    let chart = Rc::new(ChartView::of(&|width| bars.scene(width), file));
    Section::of(bars.title, vec![lang.chart_variations_note().to_owned()]).drawn(Some(chart)).with(heads, rows).folded()
}

fn bar(data: &Dataset, within: &StageBalance, variation: &ItemVariation, lang: Lang) -> Bar {
    let rule: &Rule = &within.rule;
    let (mark, tone) = match variation.outcome {
        Outcome::Within | Outcome::Informative => ("", Tone::C1),
        Outcome::Beyond => (LOW, Tone::Bad),
        _ => (NONE, Tone::Quiet),
    };
    let text = wording::coefficient(variation, rule, lang);
    let said = lang.balance_why_value(variation.item.name(lang), &text);
    let parts = largest(within, variation, LISTED).filter_map(|(unit, share)| {
        let name = [wording::unit_name(data, unit, within.stage, lang), percent(share)].join(" ");
        Some(Part { name, share: Value::of(share)? })
    });
    Bar {
        name: rule.standard.named(variation.item, lang),
        value: variation.coefficient().and_then(Value::of),
        parts: parts.collect(),
        text: if mark.is_empty() { text } else { [mark, &text].join(" ") },
        tone,
        hint: [said, wording::outcome(variation, lang)].join(lang.balance_lead_comma()),
    }
}
