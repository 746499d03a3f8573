//! Targets under other decisions. What was decided about one bears on its own lines: all
//! others stay as they are.

use std::mem;

use super::{Line, Targets, assess_knowing, preset};
use crate::word::dataset::Dataset;
use crate::word::scheme::balance::Standard;
use crate::word::scheme::target::{Given, Group, Limit, Target, TargetScheme};

/// Brings the targets of these data up to date: they become what
/// [`assess`](super::assess) gives.
pub fn follow(targets: &mut Targets, data: &Dataset, scheme: &TargetScheme, standard: Standard) {
    let before = &targets.scheme;
    // `work::join` changes the lines of items and their total: they are judged anew, which
    // is cheap.
    let joined = |group: Group| group.is_marked() || group == Group::Work;
    let mut known: Vec<Line> = mem::take(&mut targets.lines);
    known.append(&mut targets.others);
    known.retain(|line| !joined(line.target.group) && reads_the_same(before, scheme, &line.target.id));
    let mut take = |target: &Target, limit: &Limit| {
        let (text, standard) = preset::limit(scheme, &target.id, limit);
        let is = |line: &Line| {
            let limits = (line.limit.as_str(), line.standard.as_deref());
            line.part == limit.part && limits == (text, standard) && line.target == *target
        };
        known.iter().position(is).map(|at| known.swap_remove(at))
    };
    *targets = assess_knowing(data, scheme, standard, &mut take);
}

/// Whether two schemes say the same of a target, but for its limit.
fn reads_the_same(one: &TargetScheme, other: &TargetScheme, target: &str) -> bool {
    let idle = |scheme: &TargetScheme| scheme.idle.iter().any(|id| id == target);
    let relaxed = |scheme| preset::allowed(scheme, target).map(|relaxation| &relaxation.id);
    relaxed(one).eq(relaxed(other)) && idle(one) == idle(other) && given(one, target).eq(given(other, target))
}

fn given<'a>(scheme: &'a TargetScheme, target: &'a str) -> impl Iterator<Item = &'a Given> {
    scheme.given.iter().filter(move |given| given.target == target)
}
