//! Words that explanations and the page share.

use std::cmp::Ordering;

use super::Group;
use crate::basis::format;
use crate::basis::text::Lang;
use crate::measure::rank::compare;
use crate::word::dataset::Dataset;

/// The names of some schools; beyond three, how many there are.
pub fn names(dataset: &Dataset, schools: &[usize], lang: Lang) -> String {
    let shown: Vec<&str> = schools.iter().take(3).map(|school| dataset.name(*school)).collect();
    let shown = shown.join(lang.names_joint());
    if schools.len() > 3 { lang.and_others(&shown, schools.len()) } else { shown }
}

/// Points with their sign: "+2.00", "−4.00", "0.00".
pub fn signed(points: f64) -> String {
    let sign = match compare(points, 0.0) {
        Ordering::Less => "−",
        Ordering::Equal => "",
        Ordering::Greater => "+",
    };
    format!("{sign}{}", format::fixed(points.abs(), 2))
}

impl Group {
    /// Its name.
    pub fn label(&self, lang: Lang) -> &str {
        match self {
            Self::Named(name) => name,
            Self::Kind(kind) => kind.label(lang),
        }
    }

    /// A name for it that does not change with the language.
    pub fn key(&self) -> String {
        match self {
            Self::Named(name) => name.to_string(),
            Self::Kind(kind) => format!("{kind:?}"),
        }
    }
}
