//! The part of the balance page about indices of inequality.

use serde::{Deserialize, Serialize};

use crate::app::deed::Deed;
use crate::app::event::Event;
use crate::app::view::pager::{Pager, Window, Windows};
use crate::app::view::{Sentence, Tone};
use crate::app::why::Subject;
use crate::balance::indices::wording;
use crate::balance::indices::{Choice, Grouping, Indices, Question, Resource, What, indices, resources};
use crate::balance::wording::unit_name;
use crate::balance::{Balance, Unit};
use crate::basis::text::Lang;
use crate::measure::inequality::Weighting;
use crate::measure::inequality::decomposition::Decomposable;
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

mod lead;
mod split;
mod spread;
mod trend;

pub use split::Slice;
pub use spread::CurvePoint;
pub use trend::YearPoint;

/// How unequally a resource is spread, from all sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicesView {
    /// What a director wants to know.
    pub lead: Sentence,
    /// What can be chosen.
    pub choices: Vec<Select>,
    /// All indices.
    pub table: Section,
    /// What others hold them against.
    pub marks: Section,
    /// How an index splits into parts between and within groups.
    pub split: Section,
    /// The same as parts of each whole, for a picture.
    pub wholes: Vec<Vec<Slice>>,
    /// The groups' shares in the index chosen.
    pub groups: Option<Section>,
    /// The coefficient over the years.
    pub trend: Section,
    /// The same, for a picture.
    pub years: Vec<YearPoint>,
    /// The schools in the order of the Lorenz curve.
    pub curve: Section,
    /// The curve, for a picture: (0, 0), then a point a school.
    pub points: Vec<CurvePoint>,
}

/// How it is looked at.
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
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Select {
    /// What.
    pub label: String,
    /// The options with what choosing them does.
    pub options: Vec<(String, Deed)>,
    /// Which is chosen.
    pub chosen: usize,
    /// Groups of options with their first ones: those are a list to unfold, as
    /// there may be many. None: all options stand in a row.
    pub groups: Vec<(String, usize)>,
}

/// A piece of the page: a title, sentences and a table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// What is to be known, a sentence each.
    pub notes: Vec<String>,
    /// The table; `None` where there is nothing to show.
    pub grid: Option<Grid>,
}

/// A table whose figures can be asked about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grid {
    /// The heads, and whether words stand below them rather than numbers.
    pub heads: Vec<(String, bool)>,
    /// The rows; the first cell of each is its head.
    pub rows: Vec<Vec<Cell>>,
    /// What leads to other rows.
    pub pager: Option<Pager>,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// What is said below in small letters; empty for nothing.
    pub note: String,
    /// How it is meant.
    pub tone: Tone,
    /// Asks why, and whether that is answered now.
    pub ask: Option<(Deed, bool)>,
}

/// The part for a stage. `None`: the stage has no school.
pub fn view(data: &Dataset, balance: &Balance, look: &IndicesLook<'_>, lang: Lang) -> Option<IndicesView> {
    let found = indices(data, balance, look.stage, look.choice)?;
    let mut units = vec![None; data.schools.len()];
    for unit in balance.stage(look.stage).into_iter().flat_map(|within| &within.units) {
        if let Some(slot) = units.get_mut(unit.school) {
            *slot = Some(unit);
        }
    }
    let page = Page { data, balance, look, found: &found, units, lang };
    Some(IndicesView {
        lead: page.lead(),
        choices: page.choices(),
        table: page.table(),
        marks: page.marks(),
        split: page.split(),
        wholes: page.wholes(),
        groups: page.groups(),
        trend: page.trend(),
        years: page.years(),
        curve: page.curve(),
        points: page.points(),
    })
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

/// A cell with words or a number.
fn cell(text: impl Into<String>) -> Cell {
    Cell { text: text.into(), ..Cell::default() }
}

/// What leads to other rows. The workbook does not have these tables, so that
/// paper does not point to it.
fn pager(window: Window, lang: Lang) -> Option<Pager> {
    Some(Pager { printed: String::new(), ..window.pager(None, lang)? })
}

/// Heads of words and of numbers.
fn heads<const N: usize>(heads: [(&str, bool); N]) -> Vec<(String, bool)> {
    heads.map(|(head, words)| (head.to_owned(), words)).to_vec()
}

impl Page<'_> {
    /// A figure that can be asked about.
    fn figure(&self, text: String, what: What) -> Cell {
        let question = Question { stage: self.look.stage, choice: self.found.choice.clone(), what };
        let open = self.look.explained == Some(&question);
        let press = Event::Explain(Some(Subject::Indices(question))).into();
        Cell { text, ask: Some((press, open)), ..Cell::default() }
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
        let mut choices =
            vec![resource, self.select(lang.indices_weighting(), Weighting::ALL.iter().map(weighting).collect())];
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
        choices.push(self.select(lang.indices_outer(), present.iter().map(outer).collect()));
        if present.len() > 1 {
            let none = (lang.indices_inner_none().to_owned(), Choice { inner: None, ..chosen.clone() });
            let others = present.iter().filter(|grouping| chosen.outer != Some(**grouping)).map(inner);
            choices.push(self.select(lang.indices_inner(), [none].into_iter().chain(others).collect()));
        }
        let apart = |index: &Decomposable| (index.label(lang).to_owned(), Choice { apart: *index, ..chosen.clone() });
        choices.push(self.select(lang.indices_apart(), Decomposable::ALL.iter().map(apart).collect()));
        choices
    }

    fn select(&self, label: &str, options: Vec<(String, Choice)>) -> Select {
        let chosen = options.iter().position(|(_, choice)| *choice == self.found.choice).unwrap_or(0);
        let option = |(label, choice)| (label, Event::ShowIndices(choice).into());
        let options = options.into_iter().map(option).collect();
        Select { label: label.to_owned(), options, chosen, groups: Vec::new() }
    }
}
