//! The sheets of compliance targets: a row a target and part, and a row a class
//! where classes were judged one by one.

use super::grid::{Cell, Sheet, Style};
use super::{BAD, GOOD, MISSING, Material};
use crate::balance::target::explain::source;
use crate::balance::target::{Line, Unit, wording};
use crate::balance::verdict::Verdict;
use crate::basis::exact;
use crate::basis::text::Lang;
use crate::word::scheme::balance::Standard;

/// The sheet; `None` when no target counts.
pub fn sheet(material: &Material<'_>, lang: Lang) -> Option<Sheet> {
    let targets = material.targets;
    if targets.lines.is_empty() {
        return None;
    }
    let basic = targets.standard == Standard::Basic2012;
    let title = if basic { lang.target_report_title_2012() } else { lang.target_report_title() };
    let mut sheet = Sheet::new(lang.target_report(), title);
    let whole = targets.whole(material.balance.verdict);
    if basic && whole.is_none() {
        sheet.line(lang.target_whole_2012());
    }
    if let Some(whole) = whole {
        sheet.line(lang.target_why_title(lang.target_why_whole_name(), whole.verdict.label(lang)));
        sheet.line(lang.target_whole_resources(whole.resources.label(lang)));
        for group in whole.groups.iter().chain(&whole.reference) {
            let counts = lang.target_why_counts(group.met, group.not_met, group.pending);
            sheet.line(lang.target_why_title(group.group.label(lang), &counts));
        }
    }
    sheet.headers([
        lang.target_report_code(),
        lang.target_head_name(),
        lang.target_report_group(),
        lang.target_head_limit(),
        lang.target_report_standard(),
        lang.target_head_value(),
        lang.target_head_state(),
        lang.target_report_reasons(),
        lang.target_report_points(),
        lang.target_report_source(),
    ]);
    sheet.frozen_columns = 2;
    targets.lines.iter().for_each(|line| sheet.push(row(line, lang)));
    Some(sheet)
}

fn row(line: &Line, lang: Lang) -> Vec<Cell> {
    let target = &line.target;
    let limit = |text: &str| wording::limit(target, text, lang);
    let standard = line.standard.as_deref().map(limit).unwrap_or_default();
    let points = line.points.as_ref().and_then(exact::to_f64);
    vec![
        Cell::text(target.id.as_str()),
        Cell::text(wording::name(target, line.part, lang)).styled(Style::Prose),
        Cell::text(target.group.label(lang)),
        Cell::text(limit(&line.limit)),
        Cell::text(standard),
        Cell::text(wording::found(line, lang).unwrap_or_default()),
        state(line.verdict, lang),
        Cell::text(wording::remarks(line, lang).join(lang.report_semicolon())).styled(Style::Prose),
        points.map_or_else(Cell::default, |points| Cell::number(points, 2)),
        Cell::text(source(line, lang)).styled(Style::Prose),
    ]
}

/// A verdict with its mark.
fn state(verdict: Verdict, lang: Lang) -> Cell {
    let mark = match verdict {
        Verdict::Met => GOOD,
        Verdict::NotMet => BAD,
        Verdict::Pending => MISSING,
        Verdict::NotApplicable => "—",
    };
    Cell::text(format!("{mark} {}", verdict.label(lang))).styled(Style::Mark)
}

/// The sheet of classes; `None` where none was judged.
pub fn classes(material: &Material<'_>, lang: Lang) -> Option<Sheet> {
    let mut sheet = Sheet::new(lang.table_classes(), lang.table_classes());
    sheet.headers([
        lang.target_head_name(),
        lang.field_school_name(),
        lang.field_class(),
        lang.field_class_pupils(),
        lang.target_head_limit(),
        lang.target_head_state(),
        lang.target_report_gap(),
        lang.report_cell(),
    ]);
    sheet.frozen_columns = 3;
    for line in &material.targets.lines {
        for unit in &line.units {
            if let Some(row) = class(material, line, unit, lang) {
                sheet.push(row);
            }
        }
    }
    material.targets.lines.iter().any(Line::is_by_class).then_some(sheet)
}

fn class(material: &Material<'_>, line: &Line, unit: &Unit, lang: Lang) -> Option<Vec<Cell>> {
    let target = &line.target;
    let class = material.dataset.classes.get(unit.class?)?;
    let size = unit.value.as_ref().ok().and_then(|reading| exact::to_f64(&reading.value));
    Some(vec![
        Cell::text(wording::name(target, line.part, lang)).styled(Style::Prose),
        Cell::text(material.dataset.name(unit.school)),
        Cell::text(&*class.name),
        size.map_or_else(|| Cell::text(lang.missing()), |size| Cell::number(size, u8::from(size.fract() != 0.0))),
        Cell::text(wording::limit(target, &unit.limit, lang)),
        state(unit.verdict(), lang),
        Cell::text(unit.gap.as_ref().map(|gap| wording::gap(target, gap, lang)).unwrap_or_default()),
        Cell::text(class.source.place.to_string()).styled(Style::Prose),
    ])
}
