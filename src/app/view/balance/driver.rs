//! Which schools make a coefficient large.

use serde::{Deserialize, Serialize};

use crate::app::view::Tone;
use crate::balance::subject::Subject;
use crate::balance::variation::{ItemVariation, Outcome};
use crate::balance::wording::{self, percent};
use crate::balance::{StageBalance, Unit};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;

/// A coefficient and the schools behind it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Driver {
    /// "L2 骨干教师".
    pub item: String,
    /// The coefficient as text.
    pub text: String,
    /// How it is meant.
    pub tone: Tone,
    /// What explains it.
    pub subject: Subject,
    /// The schools with the largest parts of S², largest first.
    pub schools: Vec<DriverSchool>,
}

/// A school's part in a coefficient.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DriverSchool {
    /// Its name.
    pub name: String,
    /// Its part of S² as text.
    pub text: String,
    /// Its part of S², 0 to 1.
    pub share: f64,
    /// Its value lies above the county's mean (below it otherwise).
    pub above: bool,
    /// The same in words.
    pub side: String,
    /// What explains its value.
    pub subject: Subject,
}

/// How many schools are listed for a coefficient.
const LISTED: usize = 5;

/// All coefficients of a stage with their largest contributors, and their mean.
pub(super) fn drivers(data: &Dataset, within: &StageBalance, lang: Lang) -> Vec<Driver> {
    let each = within.variations.iter().filter_map(|variation| driver(data, within, variation, lang));
    each.chain(composite(within, lang)).collect()
}

/// The units with the largest parts of a coefficient, as many as have any.
pub(super) fn largest<'a>(
    within: &'a StageBalance,
    variation: &'a ItemVariation,
    count: usize,
) -> impl Iterator<Item = (&'a Unit, f64)> {
    let contributions = variation.figures.iter().flat_map(|figures| &figures.contributions);
    let units = contributions.filter(|part| part.share > 0.0).take(count);
    units.filter_map(|part| Some((within.units.get(part.unit)?, part.share)))
}

fn driver(data: &Dataset, within: &StageBalance, variation: &ItemVariation, lang: Lang) -> Option<Driver> {
    let (stage, item) = (within.stage, variation.item);
    let mean = variation.figures.as_ref()?.mean;
    let schools = largest(within, variation, LISTED).map(|(unit, share)| {
        let above = unit.cell(item).and_then(|cell| cell.value).is_some_and(|value| value > mean);
        DriverSchool {
            name: wording::unit_name(data, unit, stage, lang),
            text: percent(share),
            share,
            above,
            side: if above { lang.balance_above() } else { lang.balance_below() }.to_owned(),
            subject: Subject::Cell { stage, school: unit.school, item },
        }
    });
    Some(Driver {
        item: within.rule.standard.named(item, lang),
        text: wording::coefficient(variation, &within.rule, lang),
        tone: if variation.outcome == Outcome::Beyond { Tone::Bad } else { Tone::Plain },
        subject: Subject::Variation { stage, item },
        schools: schools.collect(),
    })
}

/// The mean of the coefficients with the indicators that make it large.
fn composite(within: &StageBalance, lang: Lang) -> Option<Driver> {
    let (stage, mean) = (within.stage, within.composite.value?);
    let count = within.variations.len() as f64;
    let mut parts: Vec<(&ItemVariation, f64)> =
        within.variations.iter().filter_map(|variation| Some((variation, variation.coefficient()?))).collect();
    order::sort_by(&mut parts, |a, b| b.1.total_cmp(&a.1));
    let part = |(variation, value): (&ItemVariation, f64)| {
        let (above, share) = (value > mean, if mean > 0.0 { value / mean / count } else { 0.0 });
        DriverSchool {
            name: variation.item.short_name(lang).to_owned(),
            text: percent(share),
            share,
            above,
            side: if above { lang.balance_above_composite() } else { lang.balance_below_composite() }.to_owned(),
            subject: Subject::Variation { stage, item: variation.item },
        }
    };
    Some(Driver {
        item: wording::composite_name(within.rule.standard, lang).to_owned(),
        text: wording::composite(within, lang),
        tone: if within.composite.outcome == Outcome::Beyond { Tone::Bad } else { Tone::Plain },
        subject: Subject::Composite(stage),
        schools: parts.into_iter().take(LISTED).map(part).collect(),
    })
}
