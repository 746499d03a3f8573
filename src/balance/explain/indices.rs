//! Why an index of inequality is what it is, down to the schools' totals and
//! pupils and to the cells.

mod split;
mod term;

use super::Origin;
use crate::balance::Balance;
use crate::balance::condition::Conditions;
use crate::balance::indices::wording::{self, amount};
use crate::balance::indices::{self as engine, Indices, Looked, Member, Question, Resource, What, of_members};
use crate::balance::wording::{trimmed, unit_name};
use crate::basis::format::fixed;
use crate::basis::order;
use crate::basis::text::Lang;
use crate::basis::why::{CellNote, Why};
use crate::measure::inequality::{Distribution, Index, Weighting};
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Stage};

/// Schools listed under a figure before the rest is counted: a county has
/// thousands, and the whole tree is sent to the page with every answer.
const LISTED: usize = 50;

/// Explains a figure of the indices; `None` when there is no such figure.
pub fn indices(data: &Dataset, balance: &Balance, question: &Question, lang: Lang) -> Option<Why> {
    let found = engine::indices(data, balance, question.stage, &question.choice)?;
    let origin = Origin { conditions: Conditions::of(data, &balance.scheme), balance, lang };
    let told = Told { origin: &origin, values: data, found: &found, stage: question.stage };
    match question.what {
        What::Index(index) => told.index(index),
        What::Split(index) => told.split(index),
        What::Group(group) => told.group(group),
        What::InnerGroup(outer, inner) => told.inner_group(outer, inner),
        What::School(school) => told.school(school),
        What::Year(year) => told.year(year),
    }
}

/// What is told of.
struct Told<'a> {
    /// Where values come from, and the assessment of their schools.
    origin: &'a Origin<'a>,
    /// The data that have the values of a column.
    values: &'a Dataset,
    found: &'a Indices,
    stage: Stage,
}

/// Six decimals, as explanations have them.
fn six(number: f64) -> String {
    fixed(number, 6)
}

impl Told<'_> {
    const fn lang(&self) -> Lang {
        self.origin.lang
    }

    fn resource(&self) -> Option<&Resource> {
        self.found.choice.resource.as_ref()
    }

    /// A value of the resource with all the decimals that a step needs.
    fn each(&self, value: f64) -> String {
        six(value * self.resource().map_or(1.0, engine::factor))
    }

    fn title(&self, what: &str, value: &str) -> String {
        let name = self.resource().map(|of| wording::resource(of, self.lang())).unwrap_or_default();
        self.lang().balance_why_title(&format!("{} · {name}", self.stage.label(self.lang())), what, value)
    }

    /// An index, with every school's part in it.
    fn index(&self, index: Index) -> Option<Why> {
        let (lang, found) = (self.lang(), self.found);
        let value = found.value(index);
        let mut notes = Vec::new();
        if let Err(reason) = value {
            notes.push(lang.indices_undefined(reason.label(lang)));
        }
        notes.push(index.meaning(lang).to_owned());
        notes.push(format!("{} {}", wording::zeros(index, lang), self.negative(index)).trim_end().to_owned());
        notes.extend(index.trap(lang).map(str::to_owned));
        notes.extend(self.conventions());
        let numbers = found.spread.as_ref().ok().filter(|_| value.is_ok());
        let numbers = numbers.map(|spread| self.numbers(index, spread)).unwrap_or_default();
        let parts = found.spread.as_ref().map(|spread| self.index_parts(index, spread)).unwrap_or_default();
        Some(Why {
            title: self.title(index.label(lang), &wording::index(found, index)),
            formula: index.formula().to_owned(),
            numbers,
            notes,
            parts,
            cells: Vec::new(),
        })
    }

    fn negative(&self, index: Index) -> &'static str {
        let taken = matches!(index, Index::Gini | Index::GiniCorrected | Index::RestrictedRange);
        if taken { "" } else { self.lang().indices_why_negative() }
    }

    /// What holds of every figure here.
    fn conventions(&self) -> Vec<String> {
        let lang = self.lang();
        let column = matches!(self.resource(), Some(Resource::Column(_)));
        let mut notes = vec![self.found.choice.weighting.label(lang).to_owned() + lang.balance_lead_stop().trim_end()];
        notes.push(lang.indices_why_symbols().to_owned());
        if column {
            notes.push(lang.indices_why_column().to_owned());
        }
        notes.push(lang.indices_why_outside().to_owned());
        notes
    }

    /// The mean, the schools with the largest parts (or those at the ends), and
    /// those that lack the value.
    fn index_parts(&self, index: Index, spread: &Distribution) -> Vec<Why> {
        let terms = self.terms(index, spread);
        let mut listed: Vec<usize> = match &terms {
            Some(terms) => (0..terms.len()).collect(),
            None => self.ends(index, spread),
        };
        let size = |at: usize| terms.as_ref().and_then(|terms| Some(terms.get(at)?.0.abs())).unwrap_or_default();
        order::sort_by(&mut listed, |one, other| size(*other).total_cmp(&size(*one)));
        let mut parts = vec![self.mean(spread)];
        for at in listed.iter().take(LISTED) {
            let Some(member) = self.found.members.get(*at) else { continue };
            parts.push(self.member(member, spread, terms.as_ref().and_then(|terms| terms.get(*at))));
        }
        parts.extend(self.rest(listed.len()));
        let within = self.origin.balance.stage(self.stage);
        for unit in self.found.missing.iter().filter_map(|at| within?.units.get(*at)).take(LISTED) {
            let name = self.name(unit.school);
            let title = self.lang().indices_why_part(&name, self.lang().missing());
            let cells = self.sources(unit.school);
            parts.push(self.item_cell(unit.school).unwrap_or(Why { title, cells, ..Why::default() }));
        }
        parts
    }

    /// Says how many schools are not listed.
    fn rest(&self, count: usize) -> Option<Why> {
        let more = count.checked_sub(LISTED).filter(|more| *more > 0)?;
        let notes = vec![self.lang().indices_why_all_listed().to_owned()];
        Some(Why { title: self.lang().balance_why_more(more), notes, ..Why::default() })
    }

    fn mean(&self, spread: &Distribution) -> Why {
        let mean = self.each(spread.mean());
        let (formula, total) = match self.found.choice.weighting {
            Weighting::Pupils => ("Σx ÷ ΣP", spread.total()),
            Weighting::Schools => ("Σy ÷ n", spread.total() * self.resource().map_or(1.0, engine::factor)),
        };
        let weight = trimmed(spread.weight(), 2);
        let hundred = match (self.found.choice.weighting, self.resource().map(engine::factor)) {
            (Weighting::Pupils, Some(factor)) if factor > 1.0 => self.lang().balance_why_times_hundred(),
            _ => "",
        };
        Why {
            title: self.lang().indices_why_mean(&mean),
            formula: format!("μ = {formula}"),
            numbers: format!("{} ÷ {weight}{hundred} = {mean}", trimmed(total, 4)),
            ..Why::default()
        }
    }

    /// A school: its part, its value from total and pupils, its shares, and the
    /// cells.
    fn member(&self, member: &Member, spread: &Distribution, term: Option<&(f64, String)>) -> Why {
        let lang = self.lang();
        let part = term.map_or_else(|| self.shown(member.value()), |(part, _)| six(*part));
        let weight = match self.found.choice.weighting {
            Weighting::Pupils => member.size,
            Weighting::Schools => 1.0,
        };
        let (p, r) = (weight / spread.weight(), member.value() / spread.mean());
        let shares = (spread.mean() > 0.0).then(|| lang.indices_why_shares(&six(p), &six(r), &six(p * r)));
        Why {
            title: lang.indices_why_part(&self.name(member.school), &part),
            numbers: term.map(|(_, numbers)| numbers.clone()).unwrap_or_default(),
            notes: [self.value_numbers(member)].into_iter().chain(shares).collect(),
            cells: self.sources(member.school),
            ..Why::default()
        }
    }

    fn shown(&self, value: f64) -> String {
        self.resource().map(|of| amount(of, value)).unwrap_or_default()
    }

    /// y = x ÷ P with the numbers put in.
    fn value_numbers(&self, member: &Member) -> String {
        let value = self.each(member.value());
        if matches!(self.resource(), Some(Resource::Column(_))) {
            return format!("y = {value}");
        }
        let hundred = self.resource().is_some_and(|of| engine::factor(of) > 1.0);
        let size = trimmed(member.size, 2);
        let size = if hundred { format!("{size}{}", self.lang().balance_why_times_hundred()) } else { size };
        self.lang().indices_why_each(&value, &trimmed(member.total, 4), &size)
    }

    fn name(&self, school: usize) -> String {
        let (data, lang) = (self.origin.conditions.data, self.lang());
        let unit = self.origin.balance.stage(self.stage).and_then(|within| within.unit(school));
        unit.map_or_else(|| data.name(school).to_owned(), |unit| unit_name(data, unit, self.stage, lang))
    }

    /// The cells that a school's value was read from.
    fn sources(&self, school: usize) -> Vec<CellNote> {
        match self.resource() {
            Some(Resource::Item(item)) => self.origin.cell_sources(self.stage, school, *item),
            Some(Resource::Column(field)) => {
                let mut cells = self.column_sources(school, field);
                cells.extend(self.origin.sources(school, &Field::Pupils(self.stage)));
                cells
            }
            None => Vec::new(),
        }
    }

    fn column_sources(&self, school: usize, field: &Field) -> Vec<CellNote> {
        let latest = || self.looked().latest(field);
        let value = self.values.value(school, field, None);
        let value = value.or_else(|| self.values.value(school, field, Some(latest()?)));
        value.map(|value| value.cells().to_vec()).unwrap_or_default()
    }

    fn looked(&self) -> Looked<'_> {
        Looked { data: self.values, balance: self.origin.balance, stage: self.stage, choice: &self.found.choice }
    }

    /// The assessment's own explanation of an indicator's value.
    fn item_cell(&self, school: usize) -> Option<Why> {
        match self.resource()? {
            Resource::Item(item) => self.origin.cell(self.stage, school, *item),
            Resource::Column(_) => None,
        }
    }

    /// A school's value.
    fn school(&self, school: usize) -> Option<Why> {
        let member = self.found.members.iter().find(|member| member.school == school)?;
        let spread = self.found.spread.as_ref().ok()?;
        let mut why = self.member(member, spread, None);
        why.title = self.title(&self.name(school), &self.shown(member.value()));
        why.parts.extend(self.item_cell(school));
        Some(why)
    }

    /// The coefficient of a year, over the schools of all years.
    fn year(&self, year: i32) -> Option<Why> {
        let trend = self.found.trend.as_ref()?.as_ref().ok()?;
        let (only, balance, members) = self.looked().common_in(year, trend);
        let found = of_members(self.found.choice.clone(), members, Vec::new(), Default::default(), None);
        // A column goes with the pupils of the assessment, whose cells are there.
        let of_year = balance.as_ref().map(|balance| Origin {
            conditions: Conditions::of(&only, &balance.scheme),
            balance,
            lang: self.lang(),
        });
        let origin = of_year.as_ref().unwrap_or(self.origin);
        let told = Told { origin, values: &only, found: &found, stage: self.stage };
        let mut why = told.index(Index::Variation)?;
        let what = format!("{year} {}", Index::Variation.label(self.lang()));
        why.title = self.title(&what, &wording::index(&found, Index::Variation));
        why.notes.insert(0, self.lang().indices_why_common().to_owned());
        Some(why)
    }
}
