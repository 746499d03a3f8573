//! What an unfolded target shows.

use super::{More, SchoolRow, form, mark, press, row, toggle};
use crate::app::model::Model;
use crate::app::view::balance::tone;
use crate::app::view::pager::List;
use crate::balance::target::edit::TargetEdit;
use crate::balance::target::explain::source;
use crate::balance::target::{Line, Unit, wording};
use crate::balance::verdict::Verdict;
use crate::basis::text::Lang;
use crate::word::scheme::target::Part;

/// More about a line's target.
pub(super) fn more(model: &Model, line: &Line, own: bool, lang: Lang) -> More {
    let target = &line.target;
    let idle = model.document.scheme.targets.idle.contains(&target.id);
    let mut notes = Vec::new();
    if !target.note.is_empty() {
        notes.push(target.note.of(lang).to_owned());
    }
    notes.push(source(line, lang));
    // All parts of the target, one list.
    let all = &model.derived.targets.lines;
    let first = all.iter().position(|other| other.target.id == target.id).unwrap_or_default();
    let lines = all.iter().filter(|other| other.target.id == target.id);
    let mut schools: Vec<(&Line, &[Unit])> = Vec::new();
    for line in lines {
        schools.extend(line.units.chunk_by(|one, other| one.school == other.school).map(|units| (line, units)));
    }
    let window = model.look.windows.of(List::Target(first), schools.len());
    let title = if schools.is_empty() { "" } else { lang.target_form_schools() };
    let mut presses = vec![press(lang.target_duplicate(), TargetEdit::Duplicate(target.id.clone()))];
    if own {
        presses.push(press(lang.target_remove(), TargetEdit::Remove(target.id.clone())));
    }
    More {
        notes,
        idle: toggle(lang.target_idle_switch(), "", idle, TargetEdit::Idle(target.id.clone(), !idle)),
        form: if own { form::form(model, target, lang) } else { Vec::new() },
        presses,
        schools_title: title.to_owned(),
        schools: window.cut(schools).filter_map(|(line, units)| school(model, line, units, lang)).collect(),
        pager: window.pager(None, lang),
    }
}

/// A school, as a whole or with its classes.
fn school(model: &Model, line: &Line, units: &[Unit], lang: Lang) -> Option<SchoolRow> {
    let unit = units.first()?;
    let school = model.derived.dataset.name(unit.school);
    let name = match line.part {
        Part::Whole | Part::Combined => school.to_owned(),
        part => lang.balance_part_of(school, part.label(lang)),
    };
    let verdict = Verdict::all(units.iter().map(Unit::verdict));
    let found = if unit.class.is_some() { classes(model, line, units, lang) } else { value(line, unit, lang) };
    Some(SchoolRow {
        years: row::year_names(line, lang),
        inputs: row::inputs_of(model, line, school, lang),
        name,
        found: found.join(lang.report_semicolon()),
        text: verdict.label(lang).to_owned(),
        mark: mark(verdict).to_owned(),
        tone: tone(verdict),
    })
}

/// What is said of a value.
fn value(line: &Line, unit: &Unit, lang: Lang) -> Vec<String> {
    let target = &line.target;
    let mut found = wording::course(line, unit, lang);
    if found.is_empty() {
        found.push(wording::unit_value(target, &unit.value, &unit.limit, lang));
    }
    if let Some(relaxation) = wording::relaxed(unit, lang) {
        found.push(wording::limit(target, &unit.limit, lang));
        found.push(lang.target_why_relaxed(&relaxation));
    }
    found.extend(wording::typed_over(target, unit, lang));
    found.extend(unit.beyond_whole.then(|| lang.target_beyond_whole().to_owned()));
    found.extend(unit.gap.as_ref().map(|gap| wording::gap(target, gap, lang)));
    found
}

/// Classes that are named of a school; the others are counted.
const NAMED: usize = 5;

/// How many classes of a school reach it, and those that do not.
fn classes(model: &Model, line: &Line, units: &[Unit], lang: Lang) -> Vec<String> {
    let open: Vec<&Unit> = units.iter().filter(|unit| unit.met != Some(true)).collect();
    let mut said = vec![lang.target_tally(units.len() - open.len(), units.len(), wording::unit(line, lang))];
    for unit in open.iter().take(NAMED) {
        let class = unit.class.and_then(|class| model.derived.dataset.classes.get(class));
        let value = value(line, unit, lang).join(lang.list_comma());
        said.push(lang.target_school_label(class.map_or("", |class| &class.name), &value));
    }
    if let Some(more) = open.len().checked_sub(NAMED).filter(|more| *more > 0) {
        said.push(lang.target_more_classes(more));
    }
    said
}
