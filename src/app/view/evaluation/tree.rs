//! The scheme side: the tree with its weights, and the decisions.

use serde::{Deserialize, Serialize};

use crate::basis::format;
use crate::basis::text::Lang;
use crate::evaluation::{Evaluation, EvaluationEdit, bounds, years};
use crate::measure::direction::Direction;
use crate::word::dataset::Dataset;
use crate::word::field::Quantity;
use crate::word::scheme::evaluation::{
    Aim, EvaluationScheme, Grouping, Indicator, Method, MissingRule, Node, Parameter, Path, WHOLE, Weight, node_label,
};

/// The decisions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeSide {
    /// Its heading.
    pub title: String,
    /// The nodes, parents before their children.
    pub tree: Vec<TreeRow>,
    /// The sum of the top level: "100.00".
    pub sum: String,
    /// The sum is the whole.
    pub whole: bool,
    /// Year, missing-data rule, grouping.
    pub picks: Vec<Pick>,
    /// Bonus points and deductions.
    pub adjustments: Vec<AdjustmentRow>,
    /// The scheme differs from the default, so that going back means something.
    pub changed: bool,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreeRow {
    /// Where it stands.
    pub path: Path,
    /// 0 on the top level.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// Its weight in hundredths of a percent.
    pub weight: Weight,
    /// Its weight as shown: "40.00".
    pub text: String,
    /// What it weighs in the whole.
    pub effective: String,
    /// It is locked.
    pub locked: bool,
    /// The least that it can be set to.
    pub least: Weight,
    /// The most.
    pub most: Weight,
    /// How it is scored; `None` for a group.
    pub settings: Option<Settings>,
}

/// How an indicator is scored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Settings {
    /// The method's name.
    pub summary: String,
    /// Method, target, direction, as far as they matter.
    pub picks: Vec<Pick>,
    /// The method's numbers.
    pub numbers: Vec<NumberInput>,
}

/// A list to choose from; each option knows what it changes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pick {
    /// What is chosen.
    pub label: String,
    /// The options.
    pub options: Vec<PickOption>,
    /// Which one is chosen.
    pub chosen: usize,
}

/// An option.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PickOption {
    /// Its name.
    pub label: String,
    /// What choosing it changes.
    pub edit: EvaluationEdit,
}

/// A number to type.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberInput {
    /// What it is.
    pub label: String,
    /// As it is now.
    pub text: String,
    /// Which one.
    pub parameter: Parameter,
}

/// An adjustment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdjustmentRow {
    /// Which one.
    pub index: usize,
    /// What is counted.
    pub name: String,
    /// Points per unit.
    pub per_unit: String,
    /// The most points given or taken.
    pub cap: String,
}

/// The decisions of a scheme.
pub fn scheme_side(dataset: &Dataset, scheme: &EvaluationScheme, evaluation: &Evaluation, lang: Lang) -> SchemeSide {
    let sum: u64 = scheme.nodes.iter().map(|node| u64::from(node.weight)).sum();
    let adjustments = scheme.adjustments.iter().enumerate().map(|(index, adjustment)| AdjustmentRow {
        index,
        name: adjustment.field.label(lang).into_owned(),
        per_unit: format::plain(adjustment.per_unit),
        cap: format::plain(adjustment.cap),
    });
    let row = |node: &crate::evaluation::NodeColumn| {
        Some(tree_row(scheme, scheme.node(&node.path)?, &node.path, node.weight, lang))
    };
    SchemeSide {
        title: lang.scheme().to_owned(),
        tree: evaluation.nodes.iter().filter_map(row).collect(),
        sum: hundredths(sum),
        whole: sum == u64::from(WHOLE),
        picks: vec![year(dataset, scheme, lang), missing(scheme, lang), grouping(scheme, lang)],
        adjustments: adjustments.collect(),
        changed: *scheme != EvaluationScheme::county_junior(),
    }
}

/// A weight in hundredths of a percent as shown: 4000 is "40.00".
pub fn hundredths(weight: u64) -> String {
    format!("{}.{:02}", weight / 100, weight % 100)
}

fn tree_row(scheme: &EvaluationScheme, node: &Node, path: &[usize], effective: f64, lang: Lang) -> TreeRow {
    let (least, most) = bounds(scheme, path).unwrap_or((node.weight, node.weight));
    TreeRow {
        path: path.to_vec(),
        depth: path.len().saturating_sub(1),
        name: node_label(&node.name, lang).to_owned(),
        weight: node.weight,
        text: hundredths(u64::from(node.weight)),
        effective: lang.effective_weight(&format::fixed(100.0 * effective, 2)),
        locked: node.locked,
        least,
        most,
        settings: node.indicator().map(|indicator| settings(indicator, path, lang)),
    }
}

fn settings(indicator: &Indicator, path: &[usize], lang: Lang) -> Settings {
    let how = &indicator.normalisation;
    let with = |normalisation| EvaluationEdit::SetNormalisation { path: path.to_vec(), normalisation };
    let rate = indicator.source.field().quantity() == Quantity::Rate;
    // The attainment of lower-is-better is defined for rates in percent only.
    let fits = |method: &&Method| {
        **method != Method::Target || rate || indicator.direction == Direction::Higher || how.method() == Method::Target
    };
    let methods = Method::ALL.iter().filter(fits).map(|method| (method.label(lang), with(how.with_method(*method))));
    let mut picks = vec![pick(lang.method(), methods, &with(how.clone()))];
    if how.target().is_some() {
        let aims = Aim::ALL.iter().map(|aim| (aim.label(lang), with(how.with_aim(*aim))));
        picks.push(pick(lang.aim(), aims, &with(how.clone())));
    }
    if how.method() != Method::Interval {
        let turn = |direction: &Direction| EvaluationEdit::SetDirection { path: path.to_vec(), direction: *direction };
        let directions = Direction::ALL.iter().map(|direction| (direction.label(lang), turn(direction)));
        picks.push(pick(lang.direction(), directions, &turn(&indicator.direction)));
    }
    let numbers = how.parameters().into_iter().map(|(parameter, value)| NumberInput {
        label: parameter.label(lang).to_owned(),
        text: format::plain(value),
        parameter,
    });
    Settings { summary: how.method().label(lang).to_owned(), picks, numbers: numbers.collect() }
}

/// A list in which the option that changes nothing is the chosen one.
fn pick<'a>(label: &str, options: impl Iterator<Item = (&'a str, EvaluationEdit)>, now: &EvaluationEdit) -> Pick {
    let options: Vec<PickOption> = options.map(|(label, edit)| PickOption { label: label.to_owned(), edit }).collect();
    let chosen = options.iter().position(|option| option.edit == *now).unwrap_or(0);
    Pick { label: label.to_owned(), options, chosen }
}

fn year(dataset: &Dataset, scheme: &EvaluationScheme, lang: Lang) -> Pick {
    let years = years(dataset, scheme);
    let latest = years.first().map_or_else(|| "—".to_owned(), i32::to_string);
    let chosen = scheme.year.filter(|year| !years.contains(year));
    let named: Vec<(String, Option<i32>)> = [(lang.year_latest(&latest), None)]
        .into_iter()
        .chain(chosen.into_iter().chain(years).map(|year| (year.to_string(), Some(year))))
        .collect();
    let options = named.iter().map(|(label, year)| (label.as_str(), EvaluationEdit::SetYear(*year)));
    pick(lang.evaluation_year(), options, &EvaluationEdit::SetYear(scheme.year))
}

fn missing(scheme: &EvaluationScheme, lang: Lang) -> Pick {
    let options = MissingRule::ALL.iter().map(|rule| (rule.label(lang), EvaluationEdit::SetMissing(*rule)));
    pick(lang.missing_rule(), options, &EvaluationEdit::SetMissing(scheme.missing))
}

fn grouping(scheme: &EvaluationScheme, lang: Lang) -> Pick {
    let options = Grouping::ALL.iter().map(|grouping| (grouping.label(lang), EvaluationEdit::SetGrouping(*grouping)));
    pick(lang.grouping(), options, &EvaluationEdit::SetGrouping(scheme.grouping))
}
