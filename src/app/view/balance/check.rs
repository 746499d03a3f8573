//! Other ways to compute the coefficients, on demand.

use std::borrow::Cow;
use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::app::deed::Deed;
use crate::app::event::{Event, Fold};
use crate::balance::StageBalance;
use crate::balance::check::{ItemCheck, Other, checkable, checks as computed};
use crate::balance::wording;
use crate::basis::format::optional;
use crate::basis::text::Lang;
use crate::measure::variant::Variant;

/// The other ways.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Checks {
    /// What leads to them.
    pub title: Cow<'static, str>,
    /// They are shown.
    pub unfolded: bool,
    /// Shows or hides them.
    pub unfold: Deed,
    /// What is to be known about them.
    pub note: Cow<'static, str>,
    /// The heads of the columns.
    pub heads: Vec<Cow<'static, str>>,
    /// A row a coefficient; none while folded.
    pub rows: Vec<CheckRow>,
}

/// A coefficient in every way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckRow {
    /// Which one.
    pub item: String,
    /// The official one as text.
    pub official: String,
    /// The others.
    pub others: Vec<Check>,
    /// Why they differ.
    pub why: String,
}

/// A coefficient in another way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// The number as text.
    pub text: String,
    /// The mark of a verdict that would differ; empty otherwise.
    pub mark: Cow<'static, str>,
    /// What the mark says.
    pub spoken: Cow<'static, str>,
}

pub(super) fn checks(within: &StageBalance, unfolded: bool, lang: Lang) -> Option<Checks> {
    if !within.variations.iter().any(checkable) {
        return None;
    }
    let rows = if unfolded { computed(within).iter().map(|check| row(within, check, lang)).collect() } else { vec![] };
    let heads = [
        lang.balance_indicator(),
        lang.balance_check_official(),
        lang.balance_check_population(),
        lang.balance_check_sample(),
        lang.balance_check_rounded(),
        lang.balance_check_why(),
    ];
    Some(Checks {
        title: lang.balance_checks().into(),
        unfolded,
        unfold: Event::Unfold(Fold::Checks).into(),
        note: lang.balance_checks_note().into(),
        heads: heads.map(Cow::Borrowed).into(),
        rows,
    })
}

fn row(within: &StageBalance, check: &ItemCheck, lang: Lang) -> CheckRow {
    let standard = within.rule.standard;
    let name = || wording::composite_name(standard, lang).to_owned();
    let text = |other: &Other| Check {
        text: optional(other.value, 3),
        mark: if other.differs { lang.balance_check_differs() } else { "" }.into(),
        spoken: if other.differs { lang.balance_check_differs_spoken() } else { "" }.into(),
    };
    let official = match check.item.and_then(|item| within.variation(item)) {
        Some(variation) => wording::coefficient(variation, &within.rule, lang),
        None => wording::composite(within, lang),
    };
    CheckRow {
        item: check.item.map_or_else(name, |item| standard.named(item, lang)),
        official,
        others: check.others.iter().map(text).collect(),
        why: why(check, lang),
    }
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
