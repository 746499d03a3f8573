//! Groups of schools.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Choice, Member};
use crate::balance::StageBalance;
use crate::word::dataset::{Dataset, SchoolKind};

/// By what schools are grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Grouping {
    /// 城乡.
    Location,
    /// 举办者.
    Sponsor,
    /// 学区, 教育集团 or 乡镇.
    District,
    /// 办学类型.
    Kind,
}

/// A group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Group {
    /// As the file names it.
    Named(Arc<str>),
    /// A kind of school.
    Kind(SchoolKind),
    /// Of these schools the data do not say it.
    NotStated,
}

impl Grouping {
    /// All.
    pub const ALL: &[Self] = &[Self::Location, Self::Sponsor, Self::District, Self::Kind];

    /// The group of a school.
    pub(super) fn of(self, data: &Dataset, school: usize) -> Group {
        let named = |name: &Option<Arc<str>>| name.clone().filter(|name| !name.is_empty()).map(Group::Named);
        let group = data.schools.get(school).and_then(|school| match self {
            Self::Location => named(&school.location),
            Self::Sponsor => named(&school.sponsor),
            Self::District => named(&school.district),
            Self::Kind => school.kind.map(Group::Kind),
        });
        group.unwrap_or(Group::NotStated)
    }
}

/// The groupings by which some school of the stage has a group.
pub fn present(data: &Dataset, within: &StageBalance) -> Vec<Grouping> {
    let any = |grouping: &Grouping| within.units.iter().any(|unit| grouping.of(data, unit.school) != Group::NotStated);
    Grouping::ALL.iter().copied().filter(any).collect()
}

/// Numbers the groups in the order in which the stage's schools first name
/// them, those without one last, and gives each member its numbers. Without a
/// grouping there is no group.
pub(super) fn assign(
    data: &Dataset,
    within: &StageBalance,
    choice: &Choice,
    members: &mut [Member],
) -> [Vec<Group>; 2] {
    let mut position = 0;
    [choice.outer, choice.inner].map(|grouping| {
        let mut groups: Vec<Group> = Vec::new();
        let Some(grouping) = grouping else { return groups };
        for unit in &within.units {
            let group = grouping.of(data, unit.school);
            if group != Group::NotStated && !groups.contains(&group) {
                groups.push(group);
            }
        }
        groups.push(Group::NotStated);
        for member in members.iter_mut() {
            let own = grouping.of(data, member.school);
            let number = groups.iter().position(|group| *group == own).unwrap_or(groups.len());
            if let Some(slot) = member.groups.get_mut(position) {
                *slot = number;
            }
        }
        position += 1;
        groups
    })
}
