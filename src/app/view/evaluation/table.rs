//! The result side: schools with ranks, totals and what they are made of.

use serde::{Deserialize, Serialize};

use super::EvaluationLook;
use super::sort::{EvaluationColumn, EvaluationSort};
use crate::app::act::Deed;
use crate::app::sight::Sight;
use crate::app::view::Tone;
use crate::app::view::figure::Figure;
use crate::app::view::pager::{List, Pager};
use crate::app::view::section::Select;
use crate::basis::format;
use crate::basis::text::Lang;
use crate::evaluation::wording::signed;
use crate::evaluation::{Evaluation, Standing, Subject};
use crate::word::dataset::Dataset;
use crate::word::scheme::evaluation::node_label;

/// The table of schools.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// What it is, for screen readers.
    pub caption: String,
    /// The groups to choose from, all schools first.
    pub groups: Select,
    /// The parts of the bars, in order.
    pub legend: Vec<String>,
    /// The column heads.
    pub heads: Vec<Head>,
    /// The schools of the part that is shown.
    pub rows: Vec<Row>,
    /// What leads to the others.
    pub pager: Option<Pager>,
    /// The points that a full bar stands for.
    pub scale: f64,
}

/// A column's head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// Its words.
    pub label: String,
    /// The column holds words, which are left-aligned.
    pub words: bool,
    /// Sorted by it, ascending or descending.
    pub ascending: Option<bool>,
    /// Sorts by it, or the other way round; `None`: it does not sort.
    pub press: Option<Deed>,
}

/// A school.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// Index into the dataset's schools.
    pub school: usize,
    /// Its name.
    pub name: String,
    /// What it lacks; empty when nothing.
    pub missing: String,
    /// Its rank.
    pub rank: Figure,
    /// How its rank moved.
    pub change: Change,
    /// Its group's name.
    pub group: String,
    /// Its rank within the group, if it has one.
    pub group_rank: Option<Figure>,
    /// Its total.
    pub total: Figure,
    /// The parts of its bar, one for each entry of the legend.
    pub bars: Vec<Bar>,
    /// Bonus points and deductions other than 0.
    pub adjustments: Vec<Figure>,
}

/// A part of a bar.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// Its length in points.
    pub points: f64,
    /// What it is, with its points.
    pub text: String,
    /// Explains it.
    pub ask: Deed,
}

/// A move of a rank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// As shown: "▲1", "▼2", "—".
    pub text: String,
    /// As spoken.
    pub spoken: String,
    /// Up, down or neither.
    pub tone: Tone,
}

/// The table of an evaluation that has schools.
pub fn table(dataset: &Dataset, evaluation: &Evaluation, look: &EvaluationLook<'_>, lang: Lang) -> Table {
    let keys = keys(evaluation);
    let shown = look.group.filter(|wanted| keys.iter().any(|(key, ..)| key.as_deref() == Some(*wanted)));
    let mut standings: Vec<&Standing> = evaluation
        .schools
        .iter()
        .filter(|standing| shown.is_none_or(|key| group_key(evaluation, standing) == key))
        .collect();
    look.sort.sort(dataset, &mut standings);
    let window = look.windows.of(List::Evaluation, standings.len());
    let asked = look.explained.and_then(|subject| standings.iter().position(|of| of.school == subject.school()));
    let most = evaluation.schools.iter().filter_map(|standing| standing.weighted).fold(100.0, f64::max);
    Table {
        caption: evaluation
            .year
            .map_or_else(|| lang.evaluation_undated().to_owned(), |year| lang.evaluation_of(&year.to_string())),
        groups: groups(keys, evaluation, shown, lang),
        legend: evaluation.top().map(|(_, node)| node_label(&node.name, lang).to_owned()).collect(),
        heads: heads(look.sort, lang),
        rows: window.cut(standings).map(|standing| row(dataset, evaluation, standing, look, lang)).collect(),
        pager: window.pager(asked, lang),
        scale: most,
    }
}

fn group_key(evaluation: &Evaluation, standing: &Standing) -> String {
    standing.group.and_then(|group| evaluation.groups.get(group)).map(|group| group.key()).unwrap_or_default()
}

/// The groups by their keys, all schools first, those without a group last.
fn keys(evaluation: &Evaluation) -> Vec<(Option<String>, Option<usize>)> {
    let mut keys = vec![(None, None)];
    keys.extend(evaluation.groups.iter().enumerate().map(|(index, group)| (Some(group.key()), Some(index))));
    if evaluation.schools.iter().any(|standing| standing.group.is_none()) && !evaluation.groups.is_empty() {
        keys.push((Some(String::new()), None));
    }
    keys
}

fn groups(
    keys: Vec<(Option<String>, Option<usize>)>,
    evaluation: &Evaluation,
    shown: Option<&str>,
    lang: Lang,
) -> Select {
    let count = |group: Option<usize>| evaluation.schools.iter().filter(|standing| standing.group == group).count();
    let named = keys.into_iter().map(|(key, group)| {
        let label = match group.and_then(|group| evaluation.groups.get(group)) {
            Some(known) => lang.group_count(known.label(lang), count(group)),
            None if key.is_none() => lang.group_count(lang.all(), evaluation.schools.len()),
            None => lang.group_count(lang.ungrouped(), count(None)),
        };
        (key, label)
    });
    Select::of(lang.group_tabs(), named, &shown.map(str::to_owned), Sight::Group).in_row()
}

fn heads(sort: EvaluationSort, lang: Lang) -> Vec<Head> {
    use EvaluationColumn::{Adjustments, Group, GroupRank, Rank, School, Total};
    let columns = [
        (lang.rank(), false, Some(Rank)),
        (lang.head_change(), false, None),
        (lang.school(), true, Some(School)),
        (lang.grouping(), true, Some(Group)),
        (lang.head_group_rank(), false, Some(GroupRank)),
        (lang.total_score(), false, Some(Total)),
        (lang.head_composition(), true, None),
        (lang.adjustments(), false, Some(Adjustments)),
    ];
    let head = |(label, words, column): (&str, bool, Option<EvaluationColumn>)| Head {
        label: label.to_owned(),
        words,
        ascending: (column == Some(sort.column)).then_some(sort.ascending),
        press: column.map(|column| Sight::Evaluation(sort.pressed(column)).into()),
    };
    columns.into_iter().map(head).collect()
}

fn row(dataset: &Dataset, evaluation: &Evaluation, standing: &Standing, look: &EvaluationLook<'_>, lang: Lang) -> Row {
    let school = standing.school;
    let figure = |text: String, spoken: &str, subject: Subject| {
        let open = look.explained == Some(&subject);
        Figure::asking(text, subject, open).marked("", spoken)
    };
    let rank_text = |rank: Option<usize>| rank.map_or_else(|| "—".to_owned(), |rank| rank.to_string());
    let group = standing.group.and_then(|group| evaluation.groups.get(group));
    let adjustment = |(index, points): (usize, &f64)| {
        (points.abs() > 0.0).then(|| figure(signed(*points), lang.adjustments(), Subject::Adjustment { school, index }))
    };
    Row {
        school,
        name: dataset.name(school).to_owned(),
        missing: missing(evaluation, standing, lang),
        rank: figure(rank_text(standing.rank), lang.rank(), Subject::Rank { school }),
        change: change(standing.rank, look.before.get(&school).copied(), lang),
        group: group.map_or(lang.ungrouped(), |group| group.label(lang)).to_owned(),
        group_rank: group
            .map(|_| figure(rank_text(standing.group_rank), lang.head_group_rank(), Subject::GroupRank { school })),
        total: figure(format::optional(standing.total, 2), lang.total_score(), Subject::Total { school }),
        bars: bars(evaluation, standing, lang),
        adjustments: standing.adjustments.iter().enumerate().filter_map(adjustment).collect(),
    }
}

fn bars(evaluation: &Evaluation, standing: &Standing, lang: Lang) -> Vec<Bar> {
    let bar = |(index, node): (usize, &crate::evaluation::NodeColumn)| {
        let points = standing.marks.get(index).map_or(0.0, |mark| mark.contribution);
        let text = lang.contribution_of(node_label(&node.name, lang), &format::fixed(points, 2));
        let subject = Subject::Node { school: standing.school, path: node.path.clone() };
        Bar { points, text, ask: Sight::Why(Some(subject.into())).into() }
    };
    evaluation.top().map(bar).collect()
}

fn missing(evaluation: &Evaluation, standing: &Standing, lang: Lang) -> String {
    let lacking = evaluation.nodes.iter().zip(&standing.marks);
    let lacking = lacking.filter(|(node, mark)| node.column.is_some() && mark.lack.is_some());
    let names: Vec<&str> = lacking.map(|(node, _)| node_label(&node.name, lang)).collect();
    if names.is_empty() { String::new() } else { lang.lacks(&names.join(lang.names_joint())) }
}

fn change(now: Option<usize>, before: Option<usize>, lang: Lang) -> Change {
    let (text, spoken, tone) = match (now, before) {
        (Some(now), Some(before)) if now < before => {
            (format!("▲{}", before - now), lang.moved_up(before - now), Tone::Good)
        }
        (Some(now), Some(before)) if now > before => {
            (format!("▼{}", now - before), lang.moved_down(now - before), Tone::Bad)
        }
        (Some(_), None) => (lang.change_new().to_owned(), lang.moved_new().to_owned(), Tone::Quiet),
        _ => ("—".to_owned(), lang.moved_not().to_owned(), Tone::Quiet),
    };
    Change { text, spoken, tone }
}
