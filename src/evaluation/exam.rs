//! Indicators that rest on exam results. National policy (深化新时代教育评价改革
//! 总体方案, 2020) forbids rewards by them; the bonus says so and keeps record.

use super::tree;
use crate::word::field::Field;
use crate::word::scheme::evaluation::{Content, EvaluationScheme, Source};

/// Words in an indicator's name that tell of exams and promotion.
const WORDS: &[&str] = &["中考", "高考", "升学", "上线", "重点率", "录取", "清北", "状元"];

/// The names of the indicators with a weight that rest on exam results, in the
/// tree's order.
pub fn exam_indicators(scheme: &EvaluationScheme) -> Vec<String> {
    tree::walk(&scheme.nodes)
        .into_iter()
        .filter(|visit| visit.weight > 0.0)
        .filter(|visit| match &visit.node.content {
            Content::Indicator(indicator) => from_exams(&indicator.source) || named_for_exams(&visit.node.name),
            Content::Group(_) => false,
        })
        .map(|visit| visit.node.name.clone())
        .collect()
}

fn named_for_exams(name: &str) -> bool {
    WORDS.iter().any(|word| name.contains(word))
}

fn from_exams(source: &Source) -> bool {
    let field = match source {
        Source::Field(field) => field,
        Source::Rate { part, .. } => part,
    };
    match field {
        Field::BottomCount | Field::BottomRate | Field::Mark(_) | Field::TotalMark => true,
        Field::Other(header) => named_for_exams(header),
        _ => false,
    }
}
