//! The sheet 方法: what makes the results reproducible. Program, files with
//! their fingerprints, every decision in words, formulas, and where the
//! decisions depart from the standard.

use super::Material;
use super::grid::{Cell, Sheet, Style};
use crate::balance::rule::Rule;
use crate::balance::standard::{Coefficients, STAGES};
use crate::balance::target::wording as target_wording;
use crate::balance::wording;
use crate::basis::format::{fixed, grouped, plain};
use crate::basis::money::Fen;
use crate::basis::text::Lang;
use crate::bonus::explain::unit_name;
use crate::word::field::Stage;
use crate::word::scheme::evaluation::{Node, Source, Target, node_label};

/// The sheet.
pub fn sheet(material: &Material<'_>, lang: Lang) -> Sheet {
    let mut sheet = Sheet::new(lang.report_method(), lang.report_method_title());
    let mut section = |heading: &str, lines: Vec<(String, String)>| {
        sheet.heading(heading);
        for (label, text) in lines {
            sheet.push(vec![Cell::text(label).styled(Style::Prose), Cell::text(text).styled(Style::Prose)]);
        }
    };
    section(lang.report_marks(), origin(material, lang));
    section(lang.page_evaluation(), evaluation(material, lang));
    section(lang.page_balance(), balance(material, lang));
    section(lang.page_bonus(), bonus(material, lang));
    sheet
}

fn said(label: &str, text: impl Into<String>) -> (String, String) {
    (label.to_owned(), text.into())
}

fn origin(material: &Material<'_>, lang: Lang) -> Vec<(String, String)> {
    let mut lines =
        vec![said(lang.program(), super::program(lang)), said(lang.report_created(), material.now.to_owned())];
    for source in material.sources {
        let size = grouped(&source.size.to_string());
        lines.push((source.name.to_string(), lang.report_fingerprint(&size, &source.sha256)));
    }
    lines.push(said(lang.report_live(), lang.report_live_text()));
    lines
}

fn evaluation(material: &Material<'_>, lang: Lang) -> Vec<(String, String)> {
    let scheme = &material.scheme.evaluation;
    let year = material.evaluation.year.map_or_else(|| "—".to_owned(), |year| year.to_string());
    let mut lines = vec![said(lang.report_year_label(), year)];
    for node in &material.evaluation.nodes {
        let Some(found) = scheme.node(&node.path) else { continue };
        let indent = "  ".repeat(node.path.len().saturating_sub(1));
        let weights = lang.report_weights(&fixed(f64::from(found.weight) / 100.0, 2), &fixed(node.weight * 100.0, 2));
        let how = indicator(found, lang);
        let text = if how.is_empty() { weights } else { format!("{weights};{how}") };
        lines.push((format!("{indent}{}", node_label(&node.name, lang)), text));
    }
    for adjustment in &scheme.adjustments {
        let (points, cap) = (plain(adjustment.per_unit), plain(adjustment.cap));
        lines.push(said(&adjustment.field.label(lang), lang.report_adjustment(&points, &cap)));
    }
    lines.extend([
        said(lang.report_missing_rule(), scheme.missing.label(lang)),
        said(lang.report_grouping(), scheme.grouping.label(lang)),
        said(lang.report_formulas(), lang.report_evaluation_formulas()),
        said(lang.report_ranking(), lang.report_ranking_text()),
    ]);
    lines
}

/// Source, direction, method and its numbers.
fn indicator(node: &Node, lang: Lang) -> String {
    let Some(indicator) = node.indicator() else { return String::new() };
    let source = match &indicator.source {
        Source::Field(field) => field.label(lang).into_owned(),
        Source::Rate { part, whole, .. } => lang.report_rate(&part.label(lang), &whole.label(lang)),
    };
    let how = &indicator.normalisation;
    let mut parts = vec![source, indicator.direction.label(lang).to_owned(), how.method().label(lang).to_owned()];
    parts.extend(
        how.target()
            .filter(|target| !matches!(target, Target::Fixed(_)))
            .map(|target| target.aim().label(lang).to_owned()),
    );
    let numbers = how.parameters();
    parts.extend(numbers.into_iter().map(|(parameter, value)| format!("{} {}", parameter.label(lang), plain(value))));
    parts.join(lang.report_semicolon())
}

fn balance(material: &Material<'_>, lang: Lang) -> Vec<(String, String)> {
    let balance = material.balance;
    let scheme = &balance.scheme;
    let mut departures: Vec<String> =
        balance.departures.iter().map(|departure| wording::departure(departure, scheme, lang)).collect();
    let (departs, filled) = target_wording::departures(material.targets);
    departures.extend((departs > 0).then(|| lang.target_departs_report(departs)));
    let departures = if departures.is_empty() {
        lang.report_no_departure().to_owned()
    } else {
        departures.join(lang.report_semicolon())
    };
    let rule = Rule::of(scheme, Stage::Primary);
    let schools = STAGES.map(|stage| wording::school_rule(&Rule::of(scheme, stage), lang));
    let [primary, junior] = &schools;
    let school_rule = if primary == junior { primary.clone() } else { schools.join(lang.report_semicolon()) };
    let stage_rule = match rule.coefficients() {
        Coefficients::Each => lang.balance_why_stage_rule(rule.standard.count(lang)),
        Coefficients::Mean => lang.balance_why_stage_rule_mean().to_owned(),
    };
    let mut lines = vec![
        said(lang.report_basis(), rule.standard.source(lang)),
        said(lang.report_departures(), departures),
        said(lang.report_school_rule(), school_rule),
        said(lang.report_stage_rule(), stage_rule),
        said(lang.report_split(), lang.balance_why_share_note()),
        said(lang.report_coefficient(), lang.balance_why_cv_formula()),
        said(lang.report_comparison(), lang.report_comparison_text()),
    ];
    if filled > 0 {
        lines.push(said(lang.target_report_filled(), lang.target_report_filled_count(filled)));
    }
    lines
}

fn bonus(material: &Material<'_>, lang: Lang) -> Vec<(String, String)> {
    let scheme = &material.scheme.bonus;
    let unit = unit_name(scheme.unit, lang);
    let pool = scheme.pool.map_or_else(|| "—".to_owned(), |pool| lang.amount_yuan(&pool.yuan()));
    vec![
        said(lang.report_pool(), pool),
        said(lang.report_score_basis(), scheme.score.label(lang)),
        said(lang.report_headcount(), scheme.headcount.label(lang)),
        said(lang.report_baseline(), Fen(scheme.baseline.into()).yuan()),
        said(lang.report_unit(), unit.clone()),
        said(lang.report_tail(), scheme.tail.label(lang)),
        said(lang.report_formulas(), lang.bonus_amount_formula(&unit, scheme.tail.label(lang))),
        said(lang.report_identity_label(), lang.bonus_identity_formula()),
    ]
}
