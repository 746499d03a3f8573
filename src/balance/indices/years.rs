//! The schools with a value: now, and in each year that the data tell of.

use super::{Choice, Member, Resource, sized};
use crate::balance::{Balance, StageBalance, assess};
use crate::measure::inequality::trend::{Trend, Year, trend};
use crate::measure::inequality::{Index, Undefined};
use crate::word::dataset::{Dataset, Fact};
use crate::word::field::{Field, Stage};

/// What is looked at, and in what.
pub(in crate::balance) struct Looked<'a> {
    /// The data.
    pub data: &'a Dataset,
    /// Their assessment.
    pub balance: &'a Balance,
    /// The stage.
    pub stage: Stage,
    /// The choice, settled.
    pub choice: &'a Choice,
}

impl Looked<'_> {
    /// The schools of the stage that have a value, in its order and without
    /// groups, and the positions of the others. A column counts as conditions
    /// do: what has no year first, else the latest year that any school has.
    pub fn members(&self, within: &StageBalance) -> (Vec<Member>, Vec<usize>) {
        let year = match &self.choice.resource {
            Some(Resource::Column(field)) => self.latest(field),
            _ => None,
        };
        self.members_in(within, year)
    }

    /// The latest year of a column.
    pub fn latest(&self, field: &Field) -> Option<i32> {
        self.data.facts().iter().filter(|fact| fact.field == *field).filter_map(|fact| fact.year).max()
    }

    fn members_in(&self, within: &StageBalance, year: Option<i32>) -> (Vec<Member>, Vec<usize>) {
        let weighting = self.choice.weighting;
        let (mut members, mut missing) = (Vec::with_capacity(within.units.len()), Vec::new());
        for (position, unit) in within.units.iter().enumerate() {
            let pupils = unit.pupils.filter(|pupils| *pupils > 0.0);
            let pair = match &self.choice.resource {
                Some(Resource::Item(item)) => unit.cell(*item).and_then(|cell| cell.total).zip(pupils),
                Some(Resource::Column(field)) => {
                    let yearless = self.data.value(unit.school, field, None);
                    let value = yearless.or_else(|| self.data.value(unit.school, field, Some(year?)));
                    value.zip(pupils).map(|(value, pupils)| sized(weighting, value.number, pupils))
                }
                None => None,
            };
            match pair {
                Some((total, size)) => members.push(Member { school: unit.school, total, size, groups: [0; 2] }),
                None => missing.push(position),
            }
        }
        (members, missing)
    }

    /// The years in which some school has a value, with those schools. Each is
    /// assessed from what tables with years say of it alone; a column goes with
    /// the pupils of the assessment.
    fn years(&self, within: &StageBalance) -> Vec<(i32, Vec<Member>)> {
        let mut years: Vec<i32> = Vec::new();
        for year in self.data.facts().iter().filter_map(|fact| fact.year) {
            if !years.contains(&year) {
                years.push(year);
            }
        }
        years.sort_unstable();
        let with_members = |year: i32| {
            let only = self.in_year(year);
            let members = Looked { data: &only.0, balance: only.1.as_ref().unwrap_or(self.balance), ..*self }
                .members_of_year(within);
            (!members.is_empty()).then_some((year, members))
        };
        years.into_iter().filter_map(with_members).collect()
    }

    fn members_of_year(&self, within: &StageBalance) -> Vec<Member> {
        let within = match self.choice.resource {
            Some(Resource::Item(_)) => self.balance.stage(self.stage),
            _ => Some(within),
        };
        within.map(|within| self.members_in(within, None).0).unwrap_or_default()
    }

    /// The data of a year alone, as if they had no year, and for an indicator
    /// their assessment.
    pub fn in_year(&self, year: i32) -> (Dataset, Option<Balance>) {
        // What the resource does not need would only be assessed in vain.
        let stages = [Stage::Primary, Stage::Junior, Stage::Senior];
        let mut fields: Vec<Field> = stages.map(Field::Pupils).to_vec();
        match &self.choice.resource {
            Some(Resource::Item(item)) => {
                let terms = item.terms(self.stage, self.balance.scheme.rooms_moved);
                fields.extend(terms.into_iter().map(|term| term.field));
                fields.push(Field::VisitingArtsTeachers(self.stage));
            }
            Some(Resource::Column(field)) => fields.push(field.clone()),
            None => {}
        }
        let facts = self.data.facts().iter();
        let of_year = facts.filter(|fact| fact.year == Some(year) && fields.contains(&fact.field));
        let facts: Vec<Fact> = of_year.map(|fact| Fact { year: None, ..fact.clone() }).collect();
        let only = Dataset::collect(self.data.schools.clone(), facts, &mut |_, _| false);
        let assessed = matches!(self.choice.resource, Some(Resource::Item(_)));
        let balance = assessed.then(|| assess(&only, &self.balance.scheme));
        (only, balance)
    }

    /// The official coefficient over the years; `None` below two of them.
    pub fn trend(&self, within: &StageBalance) -> Option<Result<Trend, Undefined>> {
        let years = self.years(within);
        if years.len() < 2 {
            return None;
        }
        let units = |members: &[Member]| -> Vec<(usize, f64, f64)> {
            members.iter().map(|member| (member.school, member.total, member.size)).collect()
        };
        let lists: Vec<_> = years.iter().map(|(_, members)| units(members)).collect();
        let years = years.iter().zip(&lists).map(|((year, _), units)| Year { year: *year, units });
        let years: Vec<Year<'_>> = years.collect();
        Some(trend(Index::Variation, self.choice.weighting, &years))
    }

    /// The schools of all years, in a year.
    pub fn common_in(&self, year: i32, trend: &Trend) -> (Dataset, Option<Balance>, Vec<Member>) {
        let (only, balance) = self.in_year(year);
        let within = self.balance.stage(self.stage);
        let looked = Looked { data: &only, balance: balance.as_ref().unwrap_or(self.balance), ..*self };
        let mut members = within.map(|within| looked.members_of_year(within)).unwrap_or_default();
        members.retain(|member| trend.common.binary_search(&member.school).is_ok());
        (only, balance, members)
    }
}
