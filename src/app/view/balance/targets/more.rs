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
    let units: Vec<(&Line, &Unit)> = lines.flat_map(|line| line.units.iter().map(move |unit| (line, unit))).collect();
    let window = model.look.windows.of(List::Target(first), units.len());
    let title = if units.is_empty() { "" } else { lang.target_form_schools() };
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
        schools: window.cut(units).map(|(line, unit)| school(model, line, unit, lang)).collect(),
        pager: window.pager(None, lang),
    }
}

fn school(model: &Model, line: &Line, unit: &Unit, lang: Lang) -> SchoolRow {
    let target = &line.target;
    let school = model.derived.dataset.name(unit.school);
    let name = match line.part {
        Part::Whole | Part::Combined => school.to_owned(),
        part => lang.balance_part_of(school, part.label(lang)),
    };
    let verdict = match unit.met {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::Pending,
    };
    let mut found = wording::course(target, unit, lang);
    if found.is_empty() {
        found.push(wording::unit_value(target, &unit.value, &unit.limit, lang));
    }
    if let Some(relaxation) = wording::relaxed(unit, lang) {
        found.push(wording::limit(target, &unit.limit, lang));
        found.push(lang.target_why_relaxed(&relaxation));
    }
    found.extend(unit.beyond_whole.then(|| lang.target_beyond_whole().to_owned()));
    found.extend(unit.gap.as_ref().map(|gap| wording::gap(target, gap, lang)));
    SchoolRow {
        inputs: row::inputs_of(model, line, school, lang),
        name,
        found: found.join(lang.report_semicolon()),
        text: verdict.label(lang).to_owned(),
        mark: mark(verdict).to_owned(),
        tone: tone(verdict),
    }
}
