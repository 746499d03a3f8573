//! The scheme side: the tree with its weights, and the decisions.

use serde::{Deserialize, Serialize};

use crate::app::act::Act;
use crate::app::typed::Entry;
use crate::app::view::Press;
use crate::app::view::section::{Field, Select};
use crate::basis::format;
use crate::basis::text::Lang;
use crate::evaluation::{Evaluation, EvaluationEdit, bounds, years};
use crate::measure::direction::Direction;
use crate::word::dataset::Dataset;
use crate::word::field::Quantity;
use crate::word::scheme::evaluation::{
    Aim, EvaluationScheme, Grouping, Indicator, Method, MissingRule, Node, WHOLE, Weight, node_label,
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
    pub picks: Vec<Select>,
    /// Bonus points and deductions.
    pub adjustments: Vec<AdjustmentRow>,
    /// Brings back the default scheme; `None` when it is that already.
    pub reset: Option<Press>,
}

/// A node.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TreeRow {
    /// What tells it from other nodes.
    pub key: String,
    /// 0 on the top level.
    pub depth: usize,
    /// Its name.
    pub name: String,
    /// Its weight in hundredths of a percent.
    pub weight: Weight,
    /// Its weight to type, as shown: "40.00".
    pub field: Field,
    /// What it weighs in the whole.
    pub effective: String,
    /// It is locked.
    pub locked: bool,
    /// Locks it, or unlocks it.
    pub lock: Press,
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
    pub picks: Vec<Select>,
    /// The method's numbers.
    pub numbers: Vec<Field>,
}

/// An adjustment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdjustmentRow {
    /// What is counted.
    pub name: String,
    /// Points per unit.
    pub per_unit: Field,
    /// The most points given or taken.
    pub cap: Field,
}

/// The decisions of a scheme.
pub fn scheme_side(dataset: &Dataset, scheme: &EvaluationScheme, evaluation: &Evaluation, lang: Lang) -> SchemeSide {
    let sum: u64 = scheme.nodes.iter().map(|node| u64::from(node.weight)).sum();
    let adjustments = scheme.adjustments.iter().enumerate().map(|(index, adjustment)| {
        let name = adjustment.field.label(lang).into_owned();
        let field = |entry, label, value| Field::number(entry, label, format::plain(value));
        AdjustmentRow {
            per_unit: field(Entry::PerUnit(index), lang.per_unit_of(&name), adjustment.per_unit),
            cap: field(Entry::Cap(index), lang.cap_of(&name), adjustment.cap),
            name,
        }
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
        reset: (*scheme != EvaluationScheme::county_junior())
            .then(|| Press::of(lang.back_to_default(), Act::Evaluation(EvaluationEdit::Reset))),
    }
}

/// A weight in hundredths of a percent as shown: 4000 is "40.00".
pub fn hundredths(weight: u64) -> String {
    format!("{}.{:02}", weight / 100, weight % 100)
}

fn tree_row(scheme: &EvaluationScheme, node: &Node, path: &[usize], effective: f64, lang: Lang) -> TreeRow {
    let (least, most) = bounds(scheme, path).unwrap_or((node.weight, node.weight));
    let name = node_label(&node.name, lang);
    let text = hundredths(u64::from(node.weight));
    let lock = EvaluationEdit::SetLock { path: path.to_vec(), locked: !node.locked };
    TreeRow {
        key: path.iter().map(ToString::to_string).collect::<Vec<_>>().join("."),
        depth: path.len().saturating_sub(1),
        name: name.to_owned(),
        weight: node.weight,
        field: Field::number(Entry::Weight(path.to_vec()), lang.weight_of(name), text),
        effective: lang.effective_weight(&format::fixed(100.0 * effective, 2)),
        locked: node.locked,
        lock: Press::of(&lang.lock_weight(name), Act::Evaluation(lock)),
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
    let numbers = how.parameters().into_iter().map(|(parameter, value)| {
        Field::number(Entry::Parameter(path.to_vec(), parameter), parameter.label(lang), format::plain(value))
    });
    Settings { summary: how.method().label(lang).to_owned(), picks, numbers: numbers.collect() }
}

/// A list in which the option that changes nothing is the chosen one.
fn pick<'a>(label: &str, options: impl Iterator<Item = (&'a str, EvaluationEdit)>, now: &EvaluationEdit) -> Select {
    Select::of(label, options.map(|(name, edit)| (edit, name.to_owned())), now, Act::Evaluation)
}

fn year(dataset: &Dataset, scheme: &EvaluationScheme, lang: Lang) -> Select {
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

fn missing(scheme: &EvaluationScheme, lang: Lang) -> Select {
    let options = MissingRule::ALL.iter().map(|rule| (rule.label(lang), EvaluationEdit::SetMissing(*rule)));
    pick(lang.missing_rule(), options, &EvaluationEdit::SetMissing(scheme.missing))
}

fn grouping(scheme: &EvaluationScheme, lang: Lang) -> Select {
    let options = Grouping::ALL.iter().map(|grouping| (grouping.label(lang), EvaluationEdit::SetGrouping(*grouping)));
    pick(lang.grouping(), options, &EvaluationEdit::SetGrouping(scheme.grouping))
}
