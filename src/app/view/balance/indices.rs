//! The part of the balance page about indices of inequality.

use super::BalanceView;
use crate::app::sight::Sight;
use crate::app::view::figure::Figure;
use crate::app::view::pager::{Pager, Window, Windows};
use crate::app::view::section::Select;
use crate::balance::achievement::Question as Achieved;
use crate::balance::indices::wording;
use crate::balance::indices::{Choice, Grouping, Indices, Question, Resource, What, indices, resources};
use crate::balance::wording::unit_name;
use crate::balance::{Balance, Unit};
use crate::basis::text::Lang;
use crate::measure::inequality::Weighting;
use crate::measure::inequality::decomposition::Decomposable;
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

mod achievement;
mod curve;
mod lead;
mod overview;
mod schools;
mod split;
mod spread;
mod trend;

/// How the part is looked at.
#[derive(Clone, Copy, Debug)]
pub struct IndicesLook<'a> {
    /// The stage shown.
    pub stage: Stage,
    /// What the person chose.
    pub choice: &'a Choice,
    /// Which rows are shown.
    pub windows: &'a Windows,
    /// What is being explained.
    pub explained: Option<&'a Question>,
    /// Differences of marks are shown.
    pub achievement: bool,
    /// What of them is being explained.
    pub achieved: Option<Achieved>,
}

/// Joins the part to the page; nothing where the stage has no school.
pub fn join(page: &mut BalanceView, data: &Dataset, balance: &Balance, look: &IndicesLook<'_>, lang: Lang) {
    let Some(found) = indices(data, balance, look.stage, look.choice) else { return };
    let mut units = vec![None; data.schools.len()];
    for unit in balance.stage(look.stage).into_iter().flat_map(|within| &within.units) {
        if let Some(slot) = units.get_mut(unit.school) {
            *slot = Some(unit);
        }
    }
    let part = Page { data, balance, look, found: &found, units, lang };
    page.lead = part.lead();
    page.choices = part.choices();
    page.sections = part.schools().into_iter().chain([part.curve(), part.split()]).collect();
    page.sections.extend(part.groups());
    page.sections.extend(part.overview());
    page.sections.extend([part.trend(), part.table(), part.marks()]);
    page.sections.extend(achievement::section(data, look.achievement, look.achieved, lang));
}

/// What the part is made of.
struct Page<'a> {
    data: &'a Dataset,
    balance: &'a Balance,
    look: &'a IndicesLook<'a>,
    found: &'a Indices,
    /// The stage's units by school.
    units: Vec<Option<&'a Unit>>,
    lang: Lang,
}

/// How many schools a sentence names.
const NAMED: usize = 10;

/// What leads to other rows. The workbook does not have these tables, so that
/// paper does not point to it.
fn pager(window: Window, lang: Lang) -> Option<Pager> {
    Some(Pager { printed: String::new(), ..window.pager(None, lang)? })
}

impl Page<'_> {
    /// A figure that can be asked about.
    fn figure(&self, text: String, what: What) -> Figure {
        let question = Question { stage: self.look.stage, choice: self.found.choice.clone(), what };
        let open = self.look.explained == Some(&question);
        Figure::asking(text, question, open)
    }

    fn resource(&self) -> Option<&Resource> {
        self.found.choice.resource.as_ref()
    }

    fn name(&self, school: usize) -> String {
        self.units.get(school).copied().flatten().map_or_else(
            || self.data.name(school).to_owned(),
            |unit| unit_name(self.data, unit, self.look.stage, self.lang),
        )
    }

    /// Some names, and whether there are more.
    fn names(&self, schools: &[usize]) -> String {
        let named: Vec<String> = schools.iter().take(NAMED).map(|school| self.name(*school)).collect();
        let named = named.join(self.lang.list_comma());
        if schools.len() > NAMED { self.lang.indices_and_more(&named) } else { named }
    }

    fn choices(&self) -> Vec<Select> {
        let (lang, chosen) = (self.lang, &self.found.choice);
        let within = self.balance.stage(self.look.stage);
        let resources = within.map(|within| resources(self.data, within)).unwrap_or_default();
        let first_column = resources.iter().position(|of| matches!(of, Resource::Column(_)));
        let options = resources
            .into_iter()
            .map(|of| (wording::resource(&of, lang), Choice { resource: Some(of), ..chosen.clone() }));
        let mut resource = self.select(lang.indices_resource(), options.collect());
        resource.groups.push((lang.indices_of_standard().to_owned(), 0));
        resource.groups.extend(first_column.map(|from| (lang.indices_of_columns().to_owned(), from)));
        let weighting = |weighting: &Weighting| {
            let official = if *weighting == Weighting::Pupils { lang.indices_official() } else { "" };
            let choice = Choice { weighting: *weighting, ..chosen.clone() };
            (format!("{}{official}", weighting.label(lang)), choice)
        };
        let mut choices = vec![
            resource,
            self.select(lang.indices_weighting(), Weighting::ALL.iter().map(weighting).collect()).in_row(),
        ];
        choices.extend(self.groupings());
        choices
    }

    /// Choices of groups, where the data have any.
    fn groupings(&self) -> Vec<Select> {
        let (lang, chosen) = (self.lang, &self.found.choice);
        let present = self
            .balance
            .stage(self.look.stage)
            .map(|within| crate::balance::indices::groupings(self.data, within))
            .unwrap_or_default();
        let outer = |grouping: &Grouping| {
            (grouping.label(lang).to_owned(), Choice { outer: Some(*grouping), ..chosen.clone() })
        };
        let inner = |grouping: &Grouping| {
            (grouping.label(lang).to_owned(), Choice { inner: Some(*grouping), ..chosen.clone() })
        };
        let mut choices = Vec::new();
        if present.is_empty() {
            return choices;
        }
        choices.push(self.select(lang.indices_outer(), present.iter().map(outer).collect()).in_row());
        if present.len() > 1 {
            let none = (lang.indices_inner_none().to_owned(), Choice { inner: None, ..chosen.clone() });
            let others = present.iter().filter(|grouping| chosen.outer != Some(**grouping)).map(inner);
            choices.push(self.select(lang.indices_inner(), [none].into_iter().chain(others).collect()).in_row());
        }
        let apart = |index: &Decomposable| (index.label(lang).to_owned(), Choice { apart: *index, ..chosen.clone() });
        choices.push(self.select(lang.indices_apart(), Decomposable::ALL.iter().map(apart).collect()).in_row());
        choices
    }

    fn select(&self, label: &str, options: Vec<(String, Choice)>) -> Select {
        let chosen = options.iter().position(|(_, choice)| *choice == self.found.choice).unwrap_or(0);
        let option = |(label, choice)| (label, Sight::Indices(choice).into());
        let options = options.into_iter().map(option).collect();
        Select { label: label.to_owned(), options, chosen, ..Select::default() }
    }
}
