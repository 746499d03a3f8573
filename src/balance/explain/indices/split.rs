//! Why so much of an index lies between groups.

use super::{LISTED, Told, six};
use crate::balance::indices::{Inner, Split};
use crate::balance::wording::percent;
use crate::basis::why::Why;
use crate::measure::inequality::decomposition::{Decomposable, Part};

/// Between and within, in symbols of groups.
const fn formula(index: Decomposable) -> &'static str {
    match index {
        Decomposable::TheilT => "Σs_g·ln r_g + Σs_g·T_g",
        Decomposable::TheilL => "Σp_g·ln(1 ÷ r_g) + Σp_g·L_g",
        Decomposable::VariationSquared => "Σp_g·(r_g − 1)² + Σp_g·r_g²·CV_g²",
        Decomposable::Gini => "½·ΣΣp_g·p_h·abs(r_g − r_h) + Σp_g·s_g·G_g + R",
    }
}

impl Told<'_> {
    /// An index taken apart, with its groups.
    pub(super) fn split(&self, index: Decomposable) -> Option<Why> {
        let lang = self.lang();
        let split = self.found.split(index)?;
        let mut notes = Vec::new();
        let (numbers, parts) = match split {
            Err(reason) => {
                notes.push(lang.indices_undefined(reason.label(lang)));
                (String::new(), Vec::new())
            }
            Ok(split) => (sum(index, split), self.groups(index, split)),
        };
        if index == Decomposable::Gini {
            notes.push(lang.indices_overlap_note().to_owned());
        }
        notes.extend(self.conventions());
        let total = split.as_ref().map_or_else(|_| "—".to_owned(), |split| six(split.outer.total));
        let formula = formula(index).to_owned();
        Some(Why { title: self.title(index.label(lang), &total), formula, numbers, notes, parts, cells: Vec::new() })
    }

    fn groups(&self, index: Decomposable, split: &Split) -> Vec<Why> {
        split
            .outer
            .parts
            .iter()
            .filter_map(|part| Some(Why { parts: Vec::new(), ..self.told_group(index, part, None)? }))
            .collect()
    }

    /// A group's share in the index that is taken apart, with its schools.
    pub(super) fn group(&self, group: usize) -> Option<Why> {
        let index = self.found.choice.apart;
        let split = self.found.split(index)?.as_ref().ok()?;
        let part = split.outer.parts.iter().find(|part| part.group == group)?;
        self.told_group(index, part, None)
    }

    /// An inner group's.
    pub(super) fn inner_group(&self, outer: usize, inner: usize) -> Option<Why> {
        let index = self.found.choice.apart;
        let split = self.found.split(index)?.as_ref().ok()?;
        let at = split.outer.parts.iter().position(|part| part.group == outer)?;
        let inside = split.inner.as_ref()?.inside.get(at)?.as_ref()?;
        let part = inside.parts.iter().find(|part| part.group == inner)?;
        self.told_group(index, part, split.outer.parts.get(at))
    }

    /// A group, or one inside another.
    fn told_group(&self, index: Decomposable, part: &Part, outside: Option<&Part>) -> Option<Why> {
        let (lang, spread) = (self.lang(), self.found.spread.as_ref().ok()?);
        let [outer, inner] = &self.found.groups;
        let label = |outside: &Part| outer.get(outside.group).map_or("", |group| group.label(lang));
        let name = if outside.is_some() { inner.get(part.group)?.label(lang) } else { label(part) };
        let mean = outside.map_or(spread.mean(), |outside| outside.mean);
        let (p, r, s) = (part.population, part.mean / mean, part.resource);
        let mut notes = vec![lang.indices_why_group(&six(p), &six(r), &six(s), &self.each(part.mean))];
        notes.push(lang.indices_why_part_between(&between(index, part, r)));
        notes.extend(within(index, part, r).map(|within| lang.indices_why_part_within(&within)));
        if let Some(outside) = outside {
            notes.push(lang.indices_why_inside(label(outside), &six(outside.factor)));
        }
        let group = [outside.map_or(part.group, |outside| outside.group), part.group];
        let own = self.found.members.iter().filter(|member| match outside {
            Some(_) => member.groups == group,
            None => member.groups.first() == Some(&part.group),
        });
        let mut parts: Vec<Why> = own.take(LISTED).map(|member| self.member(member, spread, None)).collect();
        parts.extend(self.rest(part.units));
        Some(Why {
            title: self.title(name, &self.shown(part.mean)),
            formula: formula(index).to_owned(),
            numbers: String::new(),
            notes,
            parts,
            cells: Vec::new(),
        })
    }
}

/// The parts added up, with their percentages.
fn sum(index: Decomposable, split: &Split) -> String {
    let inner = split.inner.as_ref().map(|inner: &Inner| inner.between);
    let overlap = (index == Decomposable::Gini).then(|| split.overlap());
    let parts = [Some(split.outer.between), inner, Some(split.within()), overlap];
    let text = |part: f64| match split.rate(part) {
        Some(rate) => format!("{} ({})", six(part), percent(rate)),
        None => six(part),
    };
    let parts: Vec<String> = parts.into_iter().flatten().map(text).collect();
    format!("{} = {}", parts.join(" + "), six(split.outer.total))
}

/// What a group contributes between, with the numbers put in.
fn between(index: Decomposable, part: &Part, r: f64) -> String {
    let (p, rs, s) = (six(part.population), six(r), six(part.resource));
    let steps = match index {
        Decomposable::TheilT if r <= 0.0 => format!("{s} × 0"),
        Decomposable::TheilT => format!("{s} × ln {rs}"),
        Decomposable::TheilL => format!("{p} × ln(1 ÷ {rs})"),
        Decomposable::VariationSquared => format!("{p} × ({rs} − 1)²"),
        Decomposable::Gini => format!("{p} × ½·Σp_h·abs({rs} − r_h)"),
    };
    format!("{steps} = {}", six(part.between))
}

/// What it contributes within; `None` where it has no index of its own.
fn within(index: Decomposable, part: &Part, r: f64) -> Option<String> {
    let (p, rs, s, own) = (six(part.population), six(r), six(part.resource), six(part.index?));
    let steps = match index {
        Decomposable::TheilT => format!("{s} × {own}"),
        Decomposable::TheilL => format!("{p} × {own}"),
        Decomposable::VariationSquared => format!("{p} × {rs}² × {own}"),
        Decomposable::Gini => format!("{p} × {s} × {own}"),
    };
    Some(format!("{steps} = {}", six(part.within)))
}
