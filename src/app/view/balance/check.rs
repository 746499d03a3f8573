//! Other ways to compute the coefficients, on demand.

use std::cmp::Ordering;

use crate::app::sight::Fold;
use crate::app::view::Tone;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::StageBalance;
use crate::balance::check::{ItemCheck, Other, checkable, checks};
use crate::balance::wording;
use crate::basis::format::optional;
use crate::basis::text::Lang;
use crate::measure::variant::Variant;

/// The other ways; `None` where there are none. No rows while folded.
pub(super) fn section(within: &StageBalance, unfolded: bool, lang: Lang) -> Option<Section> {
    if !within.variations.iter().any(checkable) {
        return None;
    }
    let heads = [
        (lang.balance_indicator(), true),
        (lang.balance_check_official(), false),
        (lang.balance_check_population(), false),
        (lang.balance_check_sample(), false),
        (lang.balance_check_rounded(), false),
        (lang.balance_check_why(), true),
    ];
    let section = Section::unfolding(lang.balance_checks(), Fold::Checks, unfolded);
    if !unfolded {
        return Some(section);
    }
    let notes = vec![lang.balance_checks_note().to_owned()];
    Some(
        Section { notes, ..section }.with(heads, checks(within).iter().map(|check| row(within, check, lang)).collect()),
    )
}

/// A coefficient in every way.
fn row(within: &StageBalance, check: &ItemCheck, lang: Lang) -> Row {
    let standard = within.rule.standard;
    let name = || wording::composite_name(standard, lang).to_owned();
    let other = |other: &Other| {
        let figure = Figure::plain(optional(other.value, 3));
        if other.differs {
            figure.marked(lang.balance_check_differs(), lang.balance_check_differs_spoken()).toned(Tone::Near)
        } else {
            figure
        }
    };
    let official = match check.item.and_then(|item| within.variation(item)) {
        Some(variation) => wording::coefficient(variation, &within.rule, lang),
        None => wording::composite(within, lang),
    };
    let named = check.item.map_or_else(name, |item| standard.named(item, lang));
    let mut cells = vec![Figure::plain(named), Figure::plain(official).toned(Tone::Strong)];
    cells.extend(check.others.iter().map(other));
    cells.push(Figure::plain(why(check, lang)));
    cells.into()
}

/// Why the ways differ, in a sentence.
fn why(check: &ItemCheck, lang: Lang) -> String {
    let weighting = match check.weighting() {
        None => return String::new(),
        Some(Ordering::Greater) => lang.balance_check_larger(),
        Some(Ordering::Less) => lang.balance_check_smaller(),
        Some(Ordering::Equal) => lang.balance_check_alike(),
    };
    let rounded = check.others.iter().find(|other| other.variant == Variant::Rounded).and_then(|other| other.value);
    // As far as three decimals show it.
    let shifts = rounded.zip(check.official).is_some_and(|(rounded, official)| (rounded - official).abs() >= 0.0005);
    let shifted = if shifts { lang.balance_check_rounds() } else { "" };
    format!("{weighting}{shifted}")
}
