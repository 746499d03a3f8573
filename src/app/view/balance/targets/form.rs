//! The form of one's own target: every choice holds the target as it would be.

use super::{Input, deed, row};
use crate::app::act::Deed;
use crate::app::model::Model;
use crate::app::view::section::{Field, Select};
use crate::balance::target::edit::{OwnEntry, TargetEdit, TargetEntry};
use crate::basis::text::Lang;
use crate::word::scheme::target::{
    Aggregation, Comparator, Limit, Measure, Missing, Part, Quantity, Scope, Target, Words,
};

/// The fields and lists.
pub(super) fn form(model: &Model, target: &Target, lang: Lang) -> Vec<Input> {
    let text = |entry: OwnEntry, label: &str, hint: &str| {
        let field = row::text(model, TargetEntry::Own(target.id.clone(), entry), label, &entry.text(target), lang);
        Input::Text(Field { hint: hint.to_owned(), wide: true, ..field })
    };
    let mut form = vec![text(OwnEntry::Name, lang.target_form_name(), "")];
    form.push(scope(target, lang));
    if matches!(target.scope, Scope::Subset { .. }) {
        form.push(text(OwnEntry::RankedBy, lang.target_form_ranked_by(), ""));
        form.push(highest(target, lang));
        form.push(text(OwnEntry::Percent, lang.target_form_percent(), "50"));
    }
    form.extend([stage(target, lang), measure(target, lang), comparator(target, lang)]);
    match &target.measure {
        Measure::Ratio { .. } => form.extend([
            text(OwnEntry::Numerator, lang.target_form_numerator(), ""),
            text(OwnEntry::Denominator, lang.target_form_denominator(), ""),
        ]),
        Measure::Number(_) if target.is_each() => form.push(text(OwnEntry::Column, lang.target_form_column(), "")),
        Measure::Number(_) | Measure::Levels(_) | Measure::Truth => {}
    }
    form.push(aggregation(target, lang));
    if !matches!(target.aggregation, Aggregation::Value | Aggregation::All) {
        form.push(text(OwnEntry::Numbers, lang.target_form_numbers(), lang.target_form_numbers_hint()));
    }
    form.extend([
        text(OwnEntry::Unit, lang.target_form_unit(), "%"),
        text(OwnEntry::Points, lang.target_form_points(), lang.target_form_points_hint()),
        missing(target, lang),
        text(OwnEntry::Source, lang.target_form_source(), ""),
    ]);
    form
}

fn replace(target: Target) -> Deed {
    deed(TargetEdit::Replace(Box::new(target)))
}

/// A list of what the target could become.
fn pick(label: &str, options: Vec<(String, Target)>, chosen: usize) -> Input {
    let options = options.into_iter().map(|(name, target)| (name, replace(target))).collect();
    Input::Pick(Select { label: label.to_owned(), options, chosen, ..Select::default() })
}

fn scope(target: &Target, lang: Lang) -> Input {
    let mut scopes: Vec<(String, Scope)> =
        [Scope::County, Scope::EachSchool, Scope::EachClass].map(|scope| (scope.label(lang), scope)).to_vec();
    let ranked = Scope::Subset { by: Vec::new(), highest: true, percent: "50".to_owned() };
    match &target.scope {
        own @ Scope::Subset { .. } => scopes.push((own.label(lang), own.clone())),
        // Situations come with a copy of the standard's.
        own @ Scope::EachOf { .. } => {
            scopes.push((own.label(lang), own.clone()));
            scopes.push((lang.target_form_subset().to_owned(), ranked));
        }
        _ => scopes.push((lang.target_form_subset().to_owned(), ranked)),
    }
    let chosen = scopes.iter().position(|(_, scope)| *scope == target.scope).unwrap_or_default();
    let option = |(name, scope): (String, Scope)| {
        let each = !matches!(scope, Scope::County);
        let fits = match target.aggregation {
            Aggregation::Trend { .. } => true,
            Aggregation::Value => !each,
            Aggregation::All | Aggregation::Share { .. } | Aggregation::KOfN { .. } => each,
        };
        let aggregation = match (fits, each) {
            (true, _) => target.aggregation.clone(),
            (false, true) => Aggregation::All,
            (false, false) => Aggregation::Value,
        };
        (name, Target { scope, aggregation, ..target.clone() })
    };
    pick(lang.target_form_scope(), scopes.into_iter().map(option).collect(), chosen)
}

/// Which end of a ranking is the subset.
fn highest(target: &Target, lang: Lang) -> Input {
    let turned = |wanted: bool| {
        let mut turned = target.clone();
        if let Scope::Subset { highest, .. } = &mut turned.scope {
            *highest = wanted;
        }
        turned
    };
    let options = [(lang.target_form_high(), true), (lang.target_form_low(), false)];
    let options = options.map(|(name, wanted)| (name.to_owned(), turned(wanted)));
    let chosen = usize::from(matches!(target.scope, Scope::Subset { highest: false, .. }));
    pick(lang.target_form_highest(), options.to_vec(), chosen)
}

fn stage(target: &Target, lang: Lang) -> Input {
    let sets: [(&str, &[Part]); 4] = [
        (lang.target_form_stage_whole(), &[Part::Whole]),
        (lang.target_form_stage_each(), &[Part::Primary, Part::Junior]),
        (lang.stage_primary(), &[Part::Primary]),
        (lang.stage_junior(), &[Part::Junior]),
    ];
    let mut sets: Vec<(String, Vec<Part>)> =
        sets.into_iter().map(|(name, parts)| (name.to_owned(), parts.to_vec())).collect();
    let now: Vec<Part> = target.limits.iter().map(|limit| limit.part).collect();
    let chosen = sets.iter().position(|(_, parts)| *parts == now).unwrap_or_else(|| {
        // By kinds of school, as a copy of the standard's has it.
        let names: Vec<&str> = now.iter().map(|part| part.label(lang)).collect();
        sets.push((names.join(lang.list_comma()), now.clone()));
        sets.len() - 1
    });
    let limit = |part: Part| {
        let known = target.limits.iter().find(|limit| limit.part == part).or(target.limits.first());
        Limit { part, value: known.map(|limit| limit.value.clone()).unwrap_or_default() }
    };
    let option = |(name, parts): (String, Vec<Part>)| {
        (name, Target { limits: parts.into_iter().map(limit).collect(), ..target.clone() })
    };
    pick(lang.target_form_stage(), sets.into_iter().map(option).collect(), chosen)
}

fn measure(target: &Target, lang: Lang) -> Input {
    let ratio = |factor| Measure::Ratio {
        numerator: Quantity::default(),
        denominator: Quantity::default(),
        factor,
        whole: true,
    };
    let mut options = vec![
        (lang.target_measure_number(), Measure::Number(Vec::new())),
        (lang.target_measure_ratio(), ratio(100)),
        (lang.target_measure_times(), ratio(1)),
        (lang.target_measure_truth(), Measure::Truth),
    ];
    let place = match &target.measure {
        Measure::Number(_) => 0,
        Measure::Ratio { factor: 1, .. } => 2,
        Measure::Ratio { .. } => 1,
        Measure::Truth => 3,
        Measure::Levels(_) => {
            options.push((lang.target_measure_levels(), Measure::Truth));
            4
        }
    };
    // What it is now keeps its columns and names.
    if let Some((_, measure)) = options.get_mut(place) {
        *measure = target.measure.clone();
    }
    let option = |(name, measure): (&str, Measure)| {
        let truth = measure == Measure::Truth;
        let comparator = match (truth, target.comparator) {
            (true, _) => Comparator::True,
            (false, Comparator::True) => Comparator::AtLeast,
            (false, comparator) => comparator,
        };
        let percent = matches!(measure, Measure::Ratio { factor: 100, .. });
        let unit = match (percent, target.unit == Words::typed("%")) {
            (true, _) if target.unit.is_empty() => Words::typed("%"),
            // What came with a share in percent goes with it.
            (false, true) => Words::default(),
            _ => target.unit.clone(),
        };
        (name.to_owned(), Target { measure, comparator, unit, ..target.clone() })
    };
    pick(lang.target_form_measure(), options.into_iter().map(option).collect(), place)
}

fn comparator(target: &Target, lang: Lang) -> Input {
    let truth = target.measure == Measure::Truth;
    let fits = |comparator: &&Comparator| (**comparator == Comparator::True) == truth;
    let known: Vec<Comparator> = Comparator::ALL.iter().filter(fits).copied().collect();
    let chosen = known.iter().position(|comparator| *comparator == target.comparator).unwrap_or_default();
    let option = |comparator: Comparator| {
        // A limit of another form would not be read.
        let forms = [Comparator::About, Comparator::Band];
        let kept =
            comparator == target.comparator || !(forms.contains(&comparator) || forms.contains(&target.comparator));
        let mut new = Target { comparator, ..target.clone() };
        if !kept {
            new.limits.iter_mut().for_each(|limit| limit.value.clear());
        }
        (comparator.label(lang).to_owned(), new)
    };
    pick(lang.target_form_comparator(), known.into_iter().map(option).collect(), chosen)
}

fn aggregation(target: &Target, lang: Lang) -> Input {
    let trend = |falling, strict| Aggregation::Trend { years: 3, falling, strict };
    let trends = [trend(false, true), trend(false, false), trend(true, true), trend(true, false)];
    let trends = trends.into_iter().map(|trend| (trend.label(false, lang), trend));
    let first = if target.is_each() {
        vec![
            (Aggregation::All.label(target.scope == Scope::EachClass, lang), Aggregation::All),
            (lang.target_form_share().to_owned(), Aggregation::Share { least: "80".to_owned() }),
            (lang.target_form_count().to_owned(), Aggregation::KOfN { k: 1, floor: "0.85".to_owned() }),
        ]
    } else {
        vec![(lang.target_by_value().to_owned(), Aggregation::Value)]
    };
    let known: Vec<(String, Aggregation)> = first.into_iter().chain(trends).collect();
    let same = |one: &Aggregation| match (one, &target.aggregation) {
        (
            Aggregation::Trend { falling, strict, .. },
            Aggregation::Trend { falling: other_falling, strict: other_strict, .. },
        ) => falling == other_falling && strict == other_strict,
        (one, other) => std::mem::discriminant(one) == std::mem::discriminant(other),
    };
    let chosen = known.iter().position(|(_, one)| same(one)).unwrap_or_default();
    let option = |(place, (name, aggregation)): (usize, (String, Aggregation))| {
        let aggregation = if place == chosen { target.aggregation.clone() } else { aggregation };
        (name, Target { aggregation, ..target.clone() })
    };
    pick(lang.target_form_aggregation(), known.into_iter().enumerate().map(option).collect(), chosen)
}

fn missing(target: &Target, lang: Lang) -> Input {
    let known = [Missing::Pending, Missing::NotMet, Missing::NotApplicable];
    let chosen = known.iter().position(|missing| *missing == target.missing).unwrap_or_default();
    let option = |missing: Missing| (missing.label(lang).to_owned(), Target { missing, ..target.clone() });
    pick(lang.target_form_missing(), known.map(option).to_vec(), chosen)
}
