//! Why: the verdict on a target, and on the county by the whole standard.

use serde::{Deserialize, Serialize};

use super::reading::Sources;
use super::work::Scored;
use super::{Line, Targets, Unit, Whole, wording};
use crate::balance::verdict::Verdict;
use crate::basis::exact::{self, Exact};
use crate::basis::text::Lang;
use crate::basis::why::{CellNote, Why};
use crate::word::dataset::Dataset;
use crate::word::scheme::target::{Comparator, Group, Measure, Part, Scope, TargetScheme};

/// Schools listed under a target before the rest is counted.
const LISTED: usize = 50;

/// What can be asked about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Subject {
    /// A part of a target.
    Line {
        /// The target's id.
        target: String,
        /// The part.
        part: Part,
    },
    /// The county by the whole standard.
    Whole,
}

/// Explains a verdict; `None` when there is no such target. `resources` is the
/// verdict on the indicators of resources.
pub fn explain(data: &Dataset, targets: &Targets, resources: Verdict, subject: &Subject, lang: Lang) -> Option<Why> {
    match subject {
        Subject::Line { target, part } => {
            let sources = Sources::of(data);
            targets.line(target, *part).map(|line| of_line(&sources, targets, line, lang))
        }
        Subject::Whole => targets.whole(resources).map(|whole| of_whole(targets, &whole, lang)),
    }
}

fn of_line(sources: &Sources<'_>, targets: &Targets, line: &Line, lang: Lang) -> Why {
    let target = &line.target;
    let parts =
        if target.group == Group::Work { items(targets, lang) } else { parts(sources, &targets.scheme, line, lang) };
    Why {
        title: lang.target_why_title(&wording::name(target, line.part, lang), line.verdict.label(lang)),
        formula: formula(line, lang),
        numbers: numbers(line, lang),
        notes: notes(line, lang),
        parts,
        cells: Vec::new(),
    }
}

/// What is measured, and the limit.
fn formula(line: &Line, lang: Lang) -> String {
    let target = &line.target;
    let left = match &target.measure {
        Measure::Ratio { numerator, denominator, factor, .. } => {
            let factor = if *factor == 1 { String::new() } else { format!(" × {factor}") };
            lang.target_why_quotient(numerator.name.of(lang), denominator.name.of(lang), &factor)
        }
        _ => target.name.of(lang).to_owned(),
    };
    lang.target_why_formula(&left, &wording::limit(target, &line.limit, lang))
}

/// The same with the numbers put in.
fn numbers(line: &Line, lang: Lang) -> String {
    let target = &line.target;
    if let Some(tally) = line.tally {
        return lang.target_why_tally(tally.met, tally.short, tally.missing, wording::unit(line, lang));
    }
    if !line.series.is_empty() {
        let year =
            |value: &Result<Exact, _>| value.as_ref().map_or_else(|_| lang.missing().to_owned(), wording::exactly);
        return line.series.iter().map(year).collect::<Vec<_>>().join(" → ");
    }
    let Some(value) = &line.value else { return String::new() };
    let shown = wording::value(target, value, &line.limit, lang);
    let limit = wording::limit(target, &line.limit, lang);
    let holds = match line.verdict {
        Verdict::Met => "✓",
        _ => "✕",
    };
    match (&line.figures, &target.measure) {
        (Some((above, below)), Measure::Ratio { factor, .. }) => {
            let factor = if *factor == 1 { String::new() } else { format!(" × {factor}") };
            let quotient = lang.target_why_quotient(&wording::exactly(above), &wording::exactly(below), &factor);
            // What no decimal ends is said as the fraction that is compared.
            let whole = exact::decimal(value).map_or_else(|| format!("{value} ≈ {shown}"), |_| wording::exactly(value));
            format!("{quotient} = {whole};{limit} {holds}")
        }
        (None, Measure::Number(_) | Measure::Ratio { .. }) => format!("{};{limit} {holds}", wording::exactly(value)),
        _ => format!("{shown};{limit} {holds}"),
    }
}

fn notes(line: &Line, lang: Lang) -> Vec<String> {
    let target = &line.target;
    let mut notes: Vec<String> =
        wording::remarks(line, lang).iter().map(|remark| lang.target_why_gap(remark)).collect();
    if target.is_each() {
        notes.push(lang.target_why_scope(
            &target.scope.label(lang),
            &target.aggregation.label(target.scope == Scope::EachClass, lang),
            target.missing.label(lang),
        ));
        if line.tally.is_none() && line.value.is_some() {
            notes.push(lang.target_why_worst().to_owned());
        }
    }
    if matches!(target.scope, Scope::Subset { .. }) {
        notes.push(lang.target_why_ties().to_owned());
    }
    if !matches!(target.measure, Measure::Truth | Measure::Levels(_)) {
        notes.push(lang.target_why_exact().to_owned());
    }
    match target.comparator {
        Comparator::About | Comparator::Band => notes.push(lang.target_why_inclusive().to_owned()),
        Comparator::Above | Comparator::Below => notes.push(lang.target_why_strict().to_owned()),
        _ => {}
    }
    if let Some((points, full)) = line.points.as_ref().zip(line.full()) {
        notes.push(lang.target_why_points(
            &wording::points(points),
            &wording::points(&full),
            &target.scoring.label(lang),
        ));
    }
    if target.veto && Group::STANDARD.contains(&target.group) {
        notes.push(lang.target_why_veto().to_owned());
    }
    if let Some(standard) = line.departs_from() {
        notes.push(lang.target_why_departs(&wording::limit(target, standard, lang)));
    }
    if line.is_filled() {
        notes.push(lang.target_why_filled().to_owned());
    }
    if target.unsure {
        notes.push(lang.target_why_unsure().to_owned());
    }
    if !target.note.is_empty() {
        notes.push(target.note.of(lang).to_owned());
    }
    notes.push(source(line, lang));
    notes
}

/// Where the target stands, and since when.
pub fn source(line: &Line, lang: Lang) -> String {
    let target = &line.target;
    if target.source.is_empty() {
        return lang.target_why_source(lang.target_why_own(), "");
    }
    let since = if target.valid_from.is_empty() { String::new() } else { lang.target_why_since(&target.valid_from) };
    lang.target_why_source(target.source.of(lang), &since)
}

/// The items of the work of government with their points.
fn items(targets: &Targets, lang: Lang) -> Vec<Why> {
    let item = |item: &Scored| Why {
        title: lang.target_why_item(&item.item, &wording::scored(item, lang)),
        parts: targets
            .lines
            .iter()
            .filter(|line| line.target.item() == item.item)
            .map(|line| headed(line, lang))
            .collect(),
        ..Why::default()
    };
    targets.items.iter().map(item).collect()
}

/// A line and its verdict.
fn headed(line: &Line, lang: Lang) -> Why {
    let name = format!("{} {}", line.target.id, wording::name(&line.target, line.part, lang));
    Why { title: lang.target_why_title(&name, line.verdict.label(lang)), ..Why::default() }
}

/// The schools or classes, those first that fail or lack a value.
fn parts(sources: &Sources<'_>, scheme: &TargetScheme, line: &Line, lang: Lang) -> Vec<Why> {
    let order = |unit: &&Unit| match unit.met {
        Some(false) => 0,
        None => 1,
        Some(true) => 2,
    };
    let mut units: Vec<&Unit> = line.units.iter().collect();
    crate::basis::order::sort_by_key(&mut units, order);
    let mut parts: Vec<Why> = units.iter().take(LISTED).map(|unit| school(sources, scheme, line, unit, lang)).collect();
    if units.len() > LISTED {
        let more = units.len() - LISTED;
        let title = if line.is_by_class() { lang.target_more_classes(more) } else { lang.balance_why_more(more) };
        parts.push(Why { title, ..Why::default() });
    }
    parts
}

fn school(sources: &Sources<'_>, scheme: &TargetScheme, line: &Line, unit: &Unit, lang: Lang) -> Why {
    let target = &line.target;
    let found = wording::unit_value(target, &unit.value, &unit.limit, lang);
    let relaxed = wording::relaxed(unit, lang).map(|name| lang.target_why_relaxed(&name));
    let typed = unit.typed.then(|| lang.target_why_typed().to_owned());
    let over = wording::typed_over(target, unit, lang);
    let gap = unit.gap.as_ref().map(|gap| wording::gap(target, gap, lang));
    let rounded = unit.only_rounded.then(|| lang.target_only_rounded().to_owned());
    let beyond = unit.beyond_whole.then(|| lang.target_beyond_whole().to_owned());
    let class = unit.class.and_then(|class| sources.data.classes.get(class));
    let (cells, counted) = match class {
        Some(class) => (vec![class.source.clone()], 0),
        None => school_cells(sources, scheme, line, unit),
    };
    let counted = (counted > 0).then(|| lang.target_why_counted(counted));
    let school = sources.data.name(unit.school);
    let name = class.map_or_else(|| school.to_owned(), |class| format!("{school} {}", class.name));
    let course = wording::course(line, unit, lang);
    let (found, breaks) = match course.split_first() {
        Some((series, breaks)) => (series.clone(), breaks.to_vec()),
        None => (found, Vec::new()),
    };
    Why {
        title: lang.balance_why_title(&name, &found, unit.verdict().label(lang)),
        numbers: format!("{found};{}", wording::limit(target, &unit.limit, lang)),
        notes: [gap, rounded, beyond, relaxed, over.or(typed), counted].into_iter().flatten().chain(breaks).collect(),
        cells,
        ..Why::default()
    }
}

/// The cells that a school's value was read from, of a trend those of all its read
/// years, and how many classes stand for a column of it.
fn school_cells(sources: &Sources<'_>, scheme: &TargetScheme, line: &Line, unit: &Unit) -> (Vec<CellNote>, usize) {
    let cells = |sources: &Sources<'_>| sources.cells(unit.school, line.part, &line.target.measure);
    let years = sources.years(&line.target, line.part);
    if years.is_empty() {
        return if unit.typed { (Vec::new(), 0) } else { cells(sources) };
    }
    // What was typed of a year stands in no cell.
    let school = sources.data.name(unit.school);
    let typed = |year| scheme.given(&line.target.id, line.part, school, year).is_some();
    let read = (0..).zip(&years).filter(|(year, _)| !typed(*year)).filter_map(|(_, dated)| dated.as_ref());
    (read.flat_map(|dated| cells(dated).0).collect(), 0)
}

fn of_whole(targets: &Targets, whole: &Whole, lang: Lang) -> Why {
    let line = |line: &&Line| line.verdict != Verdict::Met;
    let resources = Why { title: lang.target_whole_resources(whole.resources.label(lang)), ..Why::default() };
    let groups = whole.groups.iter().chain(&whole.reference).map(|group| Why {
        title: lang.target_why_title(group.group.label(lang), group.verdict.label(lang)),
        numbers: lang.target_why_counts(group.met, group.not_met, group.pending),
        parts: targets
            .lines
            .iter()
            .filter(|line| line.target.group == group.group)
            .filter(line)
            .map(|line| headed(line, lang))
            .collect(),
        ..Why::default()
    });
    Why {
        title: lang.target_why_title(lang.target_why_whole_name(), whole.verdict.label(lang)),
        formula: wording::whole_rule(targets.standard, lang).to_owned(),
        numbers: String::new(),
        notes: vec![targets.standard.source(lang).to_owned()],
        parts: [resources].into_iter().chain(groups).collect(),
        cells: Vec::new(),
    }
}
