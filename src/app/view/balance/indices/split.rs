//! What the differences come from: parts between and within groups.

use std::rc::Rc;

use super::spread::{mean, with_rate};
use super::{Page, pager};
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::pager::List;
use crate::app::view::section::{Row, Section};
use crate::balance::indices::{Group, Split, What, wording};
use crate::balance::wording::percent;
use crate::basis::format::fixed;
use crate::chart::{self, Decomposition, Value, Whole};
use crate::measure::inequality::Weighting;
use crate::measure::inequality::decomposition::{Decomposable, Part};

impl Page<'_> {
    /// The parts of an index by name; without an inner grouping three.
    fn parts(&self, index: Decomposable, split: &Split) -> Vec<(&'static str, f64)> {
        let lang = self.lang;
        let mut parts = vec![(lang.indices_head_between(), split.outer.between)];
        parts.extend(split.inner.as_ref().map(|inner| (lang.indices_head_inner(), inner.between)));
        parts.push((lang.indices_head_within(), split.within()));
        if index == Decomposable::Gini {
            parts.push((lang.indices_head_overlap(), split.overlap()));
        }
        parts
    }

    /// A row an index.
    pub(super) fn split(&self) -> Section {
        let lang = self.lang;
        let title = lang.indices_title_split();
        if self.found.splits.is_empty() {
            return Section::of(title, vec![lang.indices_no_groups().to_owned()]);
        }
        let nested = self.found.choice.inner.is_some();
        let row = |(index, split): &(Decomposable, Result<Split, _>)| -> Row {
            let mut row = vec![Figure::plain(index.label(lang))];
            let Ok(split) = split else {
                let total = self.figure("—".to_owned(), What::Split(*index));
                row.push(total.noted(wording::reason(split, lang)));
                row.resize(if nested { 6 } else { 5 }, Figure::plain("—"));
                return row.into();
            };
            row.push(self.figure(fixed(split.outer.total, wording::DECIMALS), What::Split(*index)));
            row.extend(self.parts(*index, split).iter().map(|(_, part)| with_rate(*part, split.rate(*part))));
            if *index != Decomposable::Gini {
                row.push(Figure::plain("–"));
            }
            row.into()
        };
        let rows = self.found.splits.iter().map(row).collect();
        let mut heads = vec![(lang.indices_head_index(), true), (lang.indices_head_total(), false)];
        heads.push((lang.indices_head_between(), false));
        if nested {
            heads.push((lang.indices_head_inner(), false));
        }
        heads.extend([(lang.indices_head_within(), false), (lang.indices_head_overlap(), false)]);
        let heads = heads.into_iter().map(|(head, words)| (head.to_owned(), words)).collect();
        let mut notes = vec![lang.indices_split_note().to_owned(), lang.indices_overlap_note().to_owned()];
        notes.extend(self.not_stated());
        Section::of(title, notes).drawn(self.wholes()).with_grid(heads, rows, None)
    }

    /// Schools of which the data do not say the group.
    fn not_stated(&self) -> Option<String> {
        let [outer, inner] = &self.found.groups;
        let unknown = |groups: &Vec<Group>, number: Option<&usize>| {
            number.and_then(|number| groups.get(*number)) == Some(&Group::NotStated)
        };
        let without = self.found.members.iter().filter(|member| {
            let [first, second] = &member.groups;
            unknown(outer, Some(first)) || unknown(inner, Some(second))
        });
        let count = without.count();
        (count > 0).then(|| self.lang.indices_not_stated_note(count))
    }

    /// The picture: the parts of each index that has any. The overlap of groups
    /// that are wholly apart may come out as a little less than 0.
    fn wholes(&self) -> Option<Rc<ChartView>> {
        let lang = self.lang;
        let whole = |(index, split): &(Decomposable, Result<Split, _>)| {
            let split = split.as_ref().ok()?;
            let part = |(name, amount): (&str, f64)| {
                let share = split.rate(amount)?.max(0.0);
                Some(chart::Part { name: [name, &percent(share)].join(" "), share: Value::of(share)? })
            };
            let parts: Vec<chart::Part> = self.parts(*index, split).into_iter().filter_map(part).collect();
            let name = [index.label(lang), &*fixed(split.outer.total, wording::DECIMALS)].join(" ");
            (!parts.is_empty()).then_some(Whole { name, parts })
        };
        let wholes: Vec<Whole> = self.found.splits.iter().filter_map(whole).collect();
        let first = wholes.first()?;
        let said: Vec<&str> = first.parts.iter().map(|part| &*part.name).collect();
        let (resource, stage) = (wording::resource(self.resource()?, lang), self.look.stage.label(lang));
        let picture = Decomposition {
            title: lang.chart_split(&resource, stage),
            description: [&*first.name, &*said.join(lang.list_comma())].join(lang.clause_joint()),
            wholes,
        };
        let file = lang.chart_split_file(&resource, stage);
        Some(Rc::new(ChartView::of(&|width| picture.scene(width), file)))
    }

    /// The groups of the index chosen, inner ones below theirs.
    pub(super) fn groups(&self) -> Option<Section> {
        let lang = self.lang;
        let index = self.found.choice.apart;
        let split = self.found.split(index)?.as_ref().ok()?;
        let mut rows: Vec<(&Part, Option<&Part>)> = Vec::new();
        for (at, part) in split.outer.parts.iter().enumerate() {
            rows.push((part, None));
            let inside = split.inner.as_ref().and_then(|inner| inner.inside.get(at)?.as_ref());
            rows.extend(inside.into_iter().flat_map(|inside| &inside.parts).map(|inner| (inner, Some(part))));
        }
        let window = self.look.windows.of(List::IndexGroups, rows.len());
        let rows = window.cut(rows).map(|(part, outside)| self.group(split, part, outside)).collect();
        let pupils = match self.found.choice.weighting {
            Weighting::Pupils => lang.indices_head_share_pupils(),
            Weighting::Schools => lang.indices_head_share_schools(),
        };
        let heads = [
            (lang.indices_head_group(), true),
            (lang.indices_head_count(), false),
            (pupils, false),
            (lang.indices_head_share_resource(), false),
            (lang.indices_head_mean(), false),
            (lang.indices_head_own(), false),
            (lang.indices_head_between(), false),
            (lang.indices_head_within(), false),
        ];
        let heads = heads.map(|(head, words)| (head.to_owned(), words)).to_vec();
        let section =
            Section::of(lang.indices_title_groups(index.label(lang)), vec![lang.indices_groups_note().to_owned()]);
        Some(section.with_grid(heads, rows, pager(window, lang)))
    }

    /// A group: shares and amounts are of the whole, so that they add up; its
    /// own index is its own.
    fn group(&self, split: &Split, part: &Part, outside: Option<&Part>) -> Row {
        let lang = self.lang;
        let [outer, inner] = &self.found.groups;
        let (names, what) = match outside {
            None => (outer, What::Group(part.group)),
            Some(outside) => (inner, What::InnerGroup(outside.group, part.group)),
        };
        let name = names.get(part.group).map_or("", |group| group.label(lang));
        let of_whole = |share: f64, of: fn(&Part) -> f64| percent(share * outside.map_or(1.0, of));
        let factor = outside.map_or(1.0, |outside| outside.factor);
        let amount = |amount: f64| with_rate(amount * factor, split.rate(amount * factor));
        let own = part.index.map_or_else(|| "—".to_owned(), |own| fixed(own, wording::DECIMALS));
        let within = match (&split.inner, outside) {
            // What lies within an outer group is told by its inner ones.
            (Some(_), None) => Figure::default(),
            _ => amount(part.within),
        };
        let name = if outside.is_some() { format!("└ {name}") } else { name.to_owned() };
        vec![
            Figure::plain(name),
            Figure::plain(part.units.to_string()),
            Figure::plain(of_whole(part.population, |outside| outside.population)),
            Figure::plain(of_whole(part.resource, |outside| outside.resource)),
            self.figure(mean(self.resource(), part.mean), what),
            Figure::plain(own),
            // Groups' terms have either sign: a part of the whole would mislead.
            with_rate(part.between * factor, None),
            within,
        ]
        .into()
    }
}
