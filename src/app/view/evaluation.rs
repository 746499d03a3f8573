//! The evaluation page as plain values in one language.

use serde::{Deserialize, Serialize};

use super::pager::Windows;
use super::{Sentence, Tone, span};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::evaluation::wording::names;
use crate::evaluation::{Evaluation, Ranks, Subject, Warning};
use crate::word::dataset::Dataset;
use crate::word::scheme::evaluation::{EvaluationScheme, Node, node_label};

mod lead;
mod sort;
mod table;
mod tree;

pub use sort::{EvaluationColumn, EvaluationSort};
pub use table::{Bar, Change, Head, Row, Table};
pub use tree::{AdjustmentRow, SchemeSide, Settings, TreeRow};

/// The evaluation page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EvaluationView {
    /// The page's title.
    pub title: String,
    /// The sentences that a director wants; without data, what is needed.
    pub lead: Vec<Sentence>,
    /// Without data: the columns of which any is needed.
    pub needs: Vec<String>,
    /// The decisions; `None` without data.
    pub scheme: Option<SchemeSide>,
    /// The result; `None` without data.
    pub table: Option<Table>,
    /// What somebody should know before using the result.
    pub warnings: Vec<Sentence>,
    /// The moves of ranks in a sentence, for screen readers; empty without
    /// data.
    pub spoken: String,
}

/// How the page is looked at.
#[derive(Clone, Copy, Debug)]
pub struct EvaluationLook<'a> {
    /// The group shown, by its key: an empty text for schools without a group;
    /// `None`, and a group that is there no more: all schools.
    pub group: Option<&'a str>,
    /// The order of the table.
    pub sort: EvaluationSort,
    /// The ranks that changes are counted from: those of the scheme as it was
    /// loaded.
    pub before: &'a Ranks,
    /// Which rows are shown.
    pub windows: &'a Windows,
    /// What is being explained.
    pub explained: Option<&'a Subject>,
}

/// The page for an evaluation of this dataset by this scheme.
pub fn view(
    dataset: &Dataset,
    scheme: &EvaluationScheme,
    evaluation: &Evaluation,
    look: &EvaluationLook<'_>,
    lang: Lang,
) -> EvaluationView {
    let title = lang.evaluation_title().to_owned();
    if evaluation.schools.is_empty() {
        return EvaluationView {
            title,
            lead: vec![vec![span(lang.evaluation_empty(), Tone::Plain)]],
            needs: needs(scheme, lang),
            scheme: None,
            table: None,
            warnings: Vec::new(),
            spoken: String::new(),
        };
    }
    EvaluationView {
        title,
        lead: lead::lead(dataset, scheme, evaluation, lang),
        needs: Vec::new(),
        scheme: Some(tree::scheme_side(dataset, scheme, evaluation, lang)),
        table: Some(table::table(dataset, evaluation, look, lang)),
        warnings: evaluation.warnings.iter().map(|found| warning(dataset, evaluation, found, lang)).collect(),
        spoken: spoken(dataset, &evaluation.ranks(), look.before, lang),
    }
}

/// The columns of the tree, each once.
fn needs(scheme: &EvaluationScheme, lang: Lang) -> Vec<String> {
    fn collect(nodes: &[Node], lang: Lang, needs: &mut Vec<String>) {
        for node in nodes {
            let fields = node.indicator().map(|indicator| indicator.source.fields()).unwrap_or_default();
            for field in fields {
                let label = field.label(lang).into_owned();
                if !needs.contains(&label) {
                    needs.push(label);
                }
            }
            collect(node.children(), lang, needs);
        }
    }
    let mut needs = Vec::new();
    collect(&scheme.nodes, lang, &mut needs);
    needs
}

fn warning(dataset: &Dataset, evaluation: &Evaluation, warning: &Warning, lang: Lang) -> Sentence {
    let node = |node: usize| evaluation.nodes.get(node).map_or("", |node| node_label(&node.name, lang));
    let names = |schools: &[usize]| names(dataset, schools, lang);
    let text = match warning {
        Warning::NobodyHas { node: at } => lang.warn_nobody(node(*at)),
        Warning::Constant { node: at } => lang.warn_constant(node(*at)),
        Warning::NoValue { node: at, schools } => lang.warn_no_value(node(*at), &names(schools)),
        Warning::NoTarget { node: at, schools } => lang.warn_no_target(node(*at), &names(schools)),
        Warning::OneYear { node: at, schools } => lang.warn_one_year(node(*at), &names(schools)),
        Warning::WeightSum { parent, sum } => {
            let parent = evaluation.node(parent).map_or(lang.top_level(), node);
            lang.warn_weight_sum(parent, &tree::hundredths(*sum))
        }
    };
    vec![span(text, Tone::Plain)]
}

/// Which ranks moved, the five best of them by name.
fn spoken(dataset: &Dataset, now: &Ranks, before: &Ranks, lang: Lang) -> String {
    let mut moved: Vec<(usize, usize, usize)> = now
        .iter()
        .filter_map(|(school, rank)| Some((*rank, *before.get(school)?, *school)))
        .filter(|(rank, before, _)| rank != before)
        .collect();
    order::sort_by(&mut moved, Ord::cmp);
    if moved.is_empty() {
        return lang.ranks_unchanged().to_owned();
    }
    let moves =
        moved.iter().take(5).map(|(rank, before, school)| lang.rank_move(dataset.name(*school), *before, *rank));
    let moves: Vec<String> = moves.collect();
    lang.ranks_changed(moved.len(), &moves.join(lang.clause_joint()))
}
