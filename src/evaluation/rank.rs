//! Ranks over all schools and within groups, on unrounded totals.

use super::{Group, Standing};
use crate::measure::rank::competition;
use crate::word::dataset::School;
use crate::word::scheme::evaluation::Grouping;

/// The group of a school.
pub fn group(school: &School, grouping: Grouping) -> Option<Group> {
    match grouping {
        Grouping::Location => school.location.clone().map(Group::Named),
        Grouping::District => school.district.clone().map(Group::Named),
        Grouping::Sponsor => school.sponsor.clone().map(Group::Named),
        Grouping::Kind => school.kind.map(Group::Kind),
    }
}

/// Ranks the schools that have a total. Schools without a group have no rank
/// within one.
pub fn rank(standings: &mut [Standing], groups: usize) {
    assign(standings, |_| true, |standing, rank| standing.rank = Some(rank));
    for group in 0..groups {
        assign(standings, |standing| standing.group == Some(group), |standing, rank| standing.group_rank = Some(rank));
    }
}

fn assign(standings: &mut [Standing], within: impl Fn(&Standing) -> bool, set: impl Fn(&mut Standing, usize)) {
    let mut members: Vec<(&mut Standing, f64)> = standings
        .iter_mut()
        .filter(|standing| within(standing))
        .filter_map(|standing| standing.total.map(|total| (standing, total)))
        .collect();
    let ranks = competition(&members.iter().map(|(_, total)| *total).collect::<Vec<_>>());
    for ((standing, _), rank) in members.iter_mut().zip(ranks) {
        set(standing, rank);
    }
}
