//! Why a rank is what it is: who is above, by how much, and where.

use super::{Case, score_text};
use crate::basis::order;
use crate::basis::why::Why;
use crate::evaluation::Standing;
use crate::evaluation::wording::signed;
use crate::measure::rank::compare;
use crate::word::scheme::evaluation::node_label;

/// How many schools above are compared, the nearest first.
const SHOWN: usize = 3;

impl Case<'_> {
    /// The rank among all.
    pub fn rank(&self) -> Why {
        self.place(self.lang.rank(), self.standing.rank, |_| true)
    }

    /// The rank within the group; `None` for a school without one.
    pub fn group_rank(&self) -> Option<Why> {
        let index = self.standing.group?;
        let group = self.evaluation.groups.get(index)?.label(self.lang);
        let what = self.lang.group_rank_of(group);
        Some(self.place(&what, self.standing.group_rank, |other| other.group == Some(index)))
    }

    fn place(&self, what: &str, rank: Option<usize>, within: impl Fn(&Standing) -> bool) -> Why {
        let lang = self.lang;
        let title = |value: &str| lang.why_value(what, value);
        let Some((rank, own)) = rank.zip(self.standing.total) else {
            let notes = vec![lang.rank_none().to_owned()];
            return Why { title: title("—"), formula: lang.rank_formula().to_owned(), notes, ..Why::default() };
        };
        let others =
            self.evaluation.schools.iter().filter(|other| other.school != self.standing.school && within(other));
        let mut others: Vec<(&Standing, f64)> = others.filter_map(|other| Some((other, other.total?))).collect();
        order::sort_by(&mut others, |a, b| compare(a.1, b.1));
        let above: Vec<_> = others.iter().filter(|(_, total)| compare(*total, own).is_gt()).collect();
        let below = others.iter().rev().find(|(_, total)| compare(*total, own).is_lt());
        let tied = others.iter().filter(|(_, total)| compare(*total, own).is_eq());
        let tied: Vec<usize> = tied.map(|(other, _)| other.school).collect();
        let nearest = above.iter().take(SHOWN).map(|(other, total)| self.against(other, *total, own));
        Why {
            title: title(&rank.to_string()),
            formula: lang.rank_formula().to_owned(),
            numbers: lang.rank_numbers(above.len(), rank),
            notes: if tied.is_empty() { Vec::new() } else { vec![lang.rank_tied(&self.names(&tied))] },
            parts: nearest.chain(below.map(|(other, total)| self.against(other, *total, own))).collect(),
            cells: Vec::new(),
        }
    }

    /// Where the difference to another school comes from.
    fn against(&self, other: &Standing, total: f64, own: f64) -> Why {
        let lang = self.lang;
        let (name, shown) = (self.name(other.school), score_text(Some(total)));
        let gap = score_text(Some((total - own).abs()));
        let title = if total > own { lang.rank_above(name, &shown, &gap) } else { lang.rank_below(name, &shown, &gap) };
        let points = |standing: &Standing, node: usize| standing.marks.get(node).map_or(0.0, |mark| mark.contribution);
        let nodes = self
            .evaluation
            .top()
            .map(|(index, node)| (node_label(&node.name, lang), points(self.standing, index) - points(other, index)));
        let sum = |standing: &Standing| standing.adjustments.iter().sum::<f64>();
        let all = nodes.chain([(lang.adjustments(), sum(self.standing) - sum(other))]);
        let numbers: Vec<String> = all.map(|(name, points)| format!("{name} {}", signed(points))).collect();
        let numbers = numbers.join(lang.clause_joint());
        Why { title, formula: lang.rank_difference().to_owned(), numbers, ..Why::default() }
    }
}
