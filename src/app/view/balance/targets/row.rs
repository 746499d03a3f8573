//! A row of the table.

use super::{Input, LimitView, TargetRow, deed, mark, more, press, unfold};
use crate::app::model::Model;
use crate::app::sight::Fold;
use crate::app::typed::Entry;
use crate::app::view::Tone;
use crate::app::view::balance::tone;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Field, Select};
use crate::app::why::Subject as Asked;
use crate::balance::target::edit::{TargetEdit, TargetEntry};
use crate::balance::target::explain::Subject;
use crate::balance::target::typed::Refusal;
use crate::balance::target::{Line, wording};
use crate::basis::text::Lang;
use crate::word::scheme::target::{Aggregation, Comparator, Given, Group, Measure, Words};

/// The row of a line; `first` and `last` of its target's.
pub(super) fn row(model: &Model, line: &Line, first: bool, last: bool, lang: Lang) -> TargetRow {
    let target = &line.target;
    let name = wording::name(target, line.part, lang);
    let open = model.look.unfolded.contains(&Fold::Target(target.id.clone()));
    let own = model.document.scheme.targets.own.iter().any(|own| own.id == target.id);
    let subject = Subject::Line { target: target.id.clone(), part: line.part };
    let asked = matches!(&model.look.explained, Some(Asked::Target(open)) if *open == subject);
    TargetRow {
        key: format!("{} {:?}", target.id, line.part),
        code: if first && !own && target.group != Group::Local { target.id.clone() } else { String::new() },
        detail: detail(line, lang),
        limit: limit(model, line, &name, lang),
        years: if target.is_each() { Vec::new() } else { year_names(line, lang) },
        inputs: inputs(model, line, &name, lang),
        points: points(model, line, lang),
        found: found(line, lang),
        state: Figure::asking(line.verdict.label(lang), subject, asked)
            .marked(mark(line.verdict), "")
            .toned(tone(line.verdict)),
        remarks: [not_taken(model, line, lang), scored(model, line, lang)]
            .into_iter()
            .flatten()
            .chain(wording::remarks(line, lang))
            .collect(),
        unfold: unfold(&target.id, &name, open, lang),
        more: (open && last).then(|| more::more(model, line, own, lang)),
        open,
        name,
    }
}

/// That a text was not taken, and what the verdict rests on instead.
fn not_taken(model: &Model, line: &Line, lang: Lang) -> Option<String> {
    let typed = model.look.refused.as_ref()?;
    let Entry::Target(entry) = typed.entry.clone().open().ok()? else { return None };
    let scheme = &model.document.scheme.targets;
    let of = |target: &str, part| target == line.target.id && part == line.part;
    let of_item = |item: &str| item == line.target.item() && is_first(model, line);
    let mark = |item: &str| scheme.mark(item).cloned().unwrap_or_default();
    let (here, kept) = match &entry {
        TargetEntry::Limit { target, part } => (of(target, *part), line.limit.clone()),
        TargetEntry::Value { target, part, school, year } => {
            let kept = scheme.given(target, *part, school, *year).unwrap_or_default();
            (of(target, *part), kept.to_owned())
        }
        TargetEntry::Full(item) => (of_item(item), mark(item).full),
        TargetEntry::Awarded(item) => (of_item(item), mark(item).awarded),
        TargetEntry::Own(..) => return None,
    };
    here.then(|| match kept.as_str() {
        "" => lang.target_last_empty(&typed.text),
        kept => lang.target_last_counts(&typed.text, kept),
    })
}

/// What is divided by what; who has to reach it.
fn detail(line: &Line, lang: Lang) -> String {
    let target = &line.target;
    let quotient = match &target.measure {
        Measure::Ratio { numerator, denominator, .. } if !numerator.name.is_empty() => {
            lang.target_why_quotient(numerator.name.of(lang), denominator.name.of(lang), "")
        }
        _ => String::new(),
    };
    let scope = if target.is_each() { target.scope.label(lang) } else { String::new() };
    let parts: Vec<String> = [scope, quotient].into_iter().filter(|text| !text.is_empty()).collect();
    parts.join(lang.report_semicolon())
}

fn limit(model: &Model, line: &Line, name: &str, lang: Lang) -> LimitView {
    let target = &line.target;
    let fixed = target.comparator == Comparator::True || matches!(target.aggregation, Aggregation::Trend { .. });
    let restore = |value: &str| {
        let edit = TargetEdit::SetLimit { target: target.id.clone(), part: line.part, value: None };
        let text = match value {
            "" => lang.target_filled().to_owned(),
            value => lang.target_departs(&wording::limit(target, value, lang)),
        };
        (text, press(lang.target_restore(), edit))
    };
    let label = lang.target_limit_label(name);
    let input = match &target.measure {
        _ if fixed => None,
        Measure::Levels(levels) => Some(levels_pick(
            levels,
            &line.limit,
            label,
            |value| TargetEdit::SetLimit { target: target.id.clone(), part: line.part, value: Some(value) },
            lang,
        )),
        _ => Some(Input::Text(Field {
            hint: match target.comparator {
                Comparator::About => "15±2".to_owned(),
                Comparator::Band => "45~55".to_owned(),
                _ => lang.target_hint_unset().to_owned(),
            },
            wide: matches!(target.comparator, Comparator::About | Comparator::Band),
            ..text(model, TargetEntry::Limit { target: target.id.clone(), part: line.part }, label, &line.limit, lang)
        })),
    };
    LimitView {
        sign: if fixed { "" } else { target.comparator.sign() }.to_owned(),
        text: if fixed { wording::limit(target, &line.limit, lang) } else { String::new() },
        unit: if fixed { String::new() } else { target.unit.of(lang).to_owned() },
        input,
        departs: line.standard.as_deref().map(restore),
        tone: if line.departs_from().is_some() { Tone::Near } else { Tone::Quiet },
        unsure: if target.unsure { lang.target_unsure().to_owned() } else { String::new() },
    }
}

/// A field about a target. What was refused in it last says why.
pub(super) fn text(model: &Model, entry: TargetEntry, label: impl Into<String>, value: &str, lang: Lang) -> Field {
    let field = Field::number(Entry::Target(entry.clone()), label, value);
    let typed = model.look.refused.as_ref().filter(|typed| typed.entry == field.entry);
    let refusal = typed.and_then(|typed| entry.edit(&model.document.scheme.targets, &typed.text).err());
    Field { invalid: refusal.unwrap_or(Refusal::Unreadable).label(lang), ..field }
}

/// The levels from the lowest, after "not given".
fn levels_pick(
    levels: &[Words],
    chosen: &str,
    label: String,
    edit: impl Fn(String) -> TargetEdit,
    lang: Lang,
) -> Input {
    let known = (1..=levels.len()).map(|place| place.to_string());
    let named = known.zip(levels).map(|(place, level)| (level.of(lang).to_owned(), place));
    let options = [(lang.target_choose().to_owned(), String::new())].into_iter().chain(named);
    pick(label, options.collect(), chosen, edit)
}

/// A list of names with what choosing them gives.
fn pick(label: String, options: Vec<(String, String)>, chosen: &str, edit: impl Fn(String) -> TargetEdit) -> Input {
    let options = options.into_iter().map(|(name, value)| (value, name));
    Input::Pick(Select::of(&label, options, &chosen.to_owned(), |value| deed(edit(value))))
}

/// The years of a trend; 0: it is none.
const fn years(line: &Line) -> u8 {
    match line.target.aggregation {
        Aggregation::Trend { years, .. } => years,
        _ => 0,
    }
}

/// Whether the data or the list of schools have values; then those count.
fn by_schools(line: &Line) -> bool {
    line.units.iter().any(|unit| unit.met.is_some())
}

/// Where the county's value is given: one field, or one a year. Of schools that
/// follow a trend only how many can be said in one.
fn inputs(model: &Model, line: &Line, name: &str, lang: Lang) -> Vec<Input> {
    match by_schools(line) {
        true => Vec::new(),
        false if line.target.is_each() => vec![input(model, line, "", 0, lang.target_value_label(name), lang)],
        false => fields(model, line, "", name, lang),
    }
}

/// Where a school's value is given.
pub(super) fn inputs_of(model: &Model, line: &Line, school: &str, lang: Lang) -> Vec<Input> {
    let name = lang.target_school_label(&wording::name(&line.target, line.part, lang), school);
    fields(model, line, school, &name, lang)
}

/// One field, or one a year of a trend.
fn fields(model: &Model, line: &Line, school: &str, name: &str, lang: Lang) -> Vec<Input> {
    let years = years(line);
    if years == 0 {
        let label = if school.is_empty() { lang.target_value_label(name) } else { name.to_owned() };
        return vec![input(model, line, school, 0, label, lang)];
    }
    let label = |year| lang.target_year_label(name, &wording::year(line, year, lang));
    (0..years).map(|year| input(model, line, school, year, label(year), lang)).collect()
}

/// What the years of a trend are called; nothing where it is none.
pub(super) fn year_names(line: &Line, lang: Lang) -> Vec<String> {
    (0..years(line)).map(|year| wording::year(line, year, lang)).collect()
}

/// Whether a line is the first of an item of the work of government.
fn is_first(model: &Model, line: &Line) -> bool {
    let mut all = model.derived.targets.lines.iter();
    let first = all.find(|other| other.target.group.is_marked() && other.target.item() == line.target.item());
    first.is_some_and(|first| std::ptr::eq(first, line))
}

/// What an item brings, on its first row; of the total what there is and what
/// does not count.
fn scored(model: &Model, line: &Line, lang: Lang) -> Option<String> {
    let targets = &model.derived.targets;
    if line.target.group == Group::Work {
        return wording::total(targets, line, lang);
    }
    let known = targets.items.iter().find(|item| item.item == line.target.item() && is_first(model, line))?;
    // Of points as awarded a reason says it.
    (known.full.is_some() && !known.awarded).then(|| wording::scored(known, lang))
}

/// Where the points of an item are given, in its first row.
fn points(model: &Model, line: &Line, lang: Lang) -> Vec<Input> {
    let item = line.target.item();
    if !is_first(model, line) {
        return Vec::new();
    }
    let mark = model.document.scheme.targets.mark(item).cloned().unwrap_or_default();
    // Full marks have more signs than a number: `6-1/0.5`.
    let field = |entry: fn(String) -> TargetEntry, wide, label: String, hint: &str, value: &str| {
        let field = text(model, entry(item.to_owned()), label, value, lang);
        Input::Text(Field { hint: hint.to_owned(), wide, ..field })
    };
    vec![
        field(TargetEntry::Full, true, lang.target_full_label(item), lang.target_full_hint(), &mark.full),
        field(TargetEntry::Awarded, false, lang.target_awarded_label(item), lang.target_awarded_hint(), &mark.awarded),
    ]
}

/// Where a value is given.
fn input(model: &Model, line: &Line, school: &str, year: u8, label: String, lang: Lang) -> Input {
    let target = &line.target;
    let scheme = &model.document.scheme.targets;
    let value = scheme.given(&target.id, line.part, school, year).unwrap_or_default().to_owned();
    let give = |text: String| {
        TargetEdit::Give(Given { target: target.id.clone(), part: line.part, school: school.to_owned(), year, text })
    };
    let in_sum = target.is_each() && school.is_empty();
    match &target.measure {
        Measure::Truth if !in_sum => {
            let named = |yes| wording::truth(target, yes, lang).to_owned();
            let options = vec![
                (lang.target_choose().to_owned(), String::new()),
                (named(true), "1".to_owned()),
                (named(false), "0".to_owned()),
            ];
            pick(label, options, &value, give)
        }
        Measure::Levels(levels) => levels_pick(levels, &value, label, give, lang),
        measure => {
            let shown = match (measure, value.as_str()) {
                (Measure::Truth, "1") => wording::truth(target, true, lang),
                (Measure::Truth, "0") => wording::truth(target, false, lang),
                _ => &value,
            };
            let hint = match measure {
                Measure::Truth => lang.target_hint_tally().to_owned(),
                _ if in_sum && years(line) > 0 => "38/40".to_owned(),
                _ if in_sum => lang.target_hint_worst(line.limit.split(['±', '~']).next().unwrap_or_default()),
                Measure::Ratio { .. } => lang.target_hint_ratio().to_owned(),
                _ if years(line) > 0 => String::new(),
                _ => lang.target_hint_number().to_owned(),
            };
            let (target, part, school) = (target.id.clone(), line.part, school.to_owned());
            let entry = TargetEntry::Value { target, part, school, year };
            Input::Text(Field { hint, wide: true, ..text(model, entry, label, shown, lang) })
        }
    }
}

/// What the value is, where the field does not show it; what can stand in a
/// field for all schools, while it is empty.
fn found(line: &Line, lang: Lang) -> String {
    // That nobody has a value is a reason already.
    let known = line.tally.is_none_or(|tally| tally.missing < tally.all());
    let told = known && (line.figures.is_some() || line.tally.is_some());
    match wording::found(line, lang).filter(|_| told) {
        None if line.target.is_each() && line.value.is_none() && !by_schools(line) => ways(line, lang).to_owned(),
        None => String::new(),
        Some(found) if line.units.is_empty() => found,
        Some(found) => {
            let from_data = line.units.iter().all(|unit| !unit.typed);
            lang.balance_part_of(&found, if from_data { lang.target_from_data() } else { lang.target_by_schools() })
        }
    }
}

/// What can be given for all schools at once; levels are chosen.
const fn ways(line: &Line, lang: Lang) -> &'static str {
    match (&line.target.measure, line.target.comparator) {
        _ if years(line) > 0 => lang.target_ways_trend(),
        (Measure::Levels(_), _) => "",
        (Measure::Truth, _) | (_, Comparator::True) => lang.target_ways_truth(),
        (_, Comparator::AtLeast | Comparator::Above) => lang.target_ways_low(),
        (_, Comparator::AtMost | Comparator::Below) => lang.target_ways_high(),
        (_, Comparator::Equal | Comparator::About | Comparator::Band) => lang.target_ways_both(),
    }
}
