//! A row of the table.

use super::{Input, LimitView, TargetRow, deed, mark, more, press, unfold};
use crate::app::model::Model;
use crate::app::sight::Fold;
use crate::app::typed::Entry;
use crate::app::view::balance::tone;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Field, Select};
use crate::app::why::Subject as Asked;
use crate::balance::target::edit::{TargetEdit, TargetEntry};
use crate::balance::target::explain::Subject;
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
        limit: limit(line, &name, lang),
        inputs: inputs(model, line, &name, lang),
        found: found(line, lang),
        state: Figure::asking(line.verdict.label(lang), subject, asked)
            .marked(mark(line.verdict), "")
            .toned(tone(line.verdict)),
        remarks: wording::remarks(line, lang),
        unfold: unfold(&target.id, &name, open, lang),
        more: (open && last).then(|| more::more(model, line, own, lang)),
        open,
        name,
    }
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

fn limit(line: &Line, name: &str, lang: Lang) -> LimitView {
    let target = &line.target;
    let fixed = target.comparator == Comparator::True || matches!(target.aggregation, Aggregation::Trend { .. });
    let restore = |value: &str| {
        let edit = TargetEdit::SetLimit { target: target.id.clone(), part: line.part, value: None };
        let standard = wording::limit(target, value, lang);
        (lang.target_departs(&standard), press(lang.target_restore(), edit))
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
            ..text(TargetEntry::Limit { target: target.id.clone(), part: line.part }, label, &line.limit, lang)
        })),
    };
    LimitView {
        sign: if fixed { "" } else { target.comparator.sign() }.to_owned(),
        text: if fixed { wording::limit(target, &line.limit, lang) } else { String::new() },
        unit: if fixed { String::new() } else { target.unit.of(lang).to_owned() },
        input,
        departs: line.standard.as_deref().map(restore),
        unsure: if target.unsure { lang.target_unsure().to_owned() } else { String::new() },
    }
}

/// A field about a target.
pub(super) fn text(entry: TargetEntry, label: impl Into<String>, value: &str, lang: Lang) -> Field {
    Field { invalid: lang.target_refused().to_owned(), ..Field::number(Entry::Target(entry), label, value) }
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

/// Where the county's value is given: one field, or one a year.
fn inputs(model: &Model, line: &Line, name: &str, lang: Lang) -> Vec<Input> {
    let years = match line.target.aggregation {
        Aggregation::Trend { years, .. } => years,
        _ => 0,
    };
    // Where the data or the list of schools have values, those count.
    if !line.units.is_empty() && line.units.iter().any(|unit| unit.met.is_some()) {
        return Vec::new();
    }
    if years == 0 {
        return vec![input(model, line, "", 0, lang.target_value_label(name), lang)];
    }
    let year = |year| input(model, line, "", year, lang.target_year_label(name, usize::from(year) + 1), lang);
    (0..years).map(year).collect()
}

/// Where a value is given.
pub(super) fn input(model: &Model, line: &Line, school: &str, year: u8, label: String, lang: Lang) -> Input {
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
                Measure::Truth => lang.target_hint_tally(),
                _ if in_sum => lang.target_hint_worst(),
                Measure::Ratio { .. } => lang.target_hint_ratio(),
                _ if year > 0 || matches!(target.aggregation, Aggregation::Trend { .. }) => "",
                _ => lang.target_hint_number(),
            };
            let (target, part, school) = (target.id.clone(), line.part, school.to_owned());
            let entry = TargetEntry::Value { target, part, school, year };
            Input::Text(Field { hint: hint.to_owned(), wide: true, ..text(entry, label, shown, lang) })
        }
    }
}

/// What the value is, where the field does not show it.
fn found(line: &Line, lang: Lang) -> String {
    // That nobody has a value is a reason already.
    let known = line.tally.is_none_or(|tally| tally.missing < tally.all());
    let told = known && (line.figures.is_some() || line.tally.is_some());
    let Some(found) = wording::found(line, lang).filter(|_| told) else { return String::new() };
    let from_data = line.units.iter().all(|unit| !unit.typed);
    if line.units.is_empty() {
        return found;
    }
    lang.balance_part_of(&found, if from_data { lang.target_from_data() } else { lang.target_by_schools() })
}
