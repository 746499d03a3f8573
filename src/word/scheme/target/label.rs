//! What the words of targets are called.

use super::{Aggregation, Column, Comparator, Condition, Group, Measure, Missing, Part, Scope, Scoring, Set};
use crate::basis::text::Lang;

impl Set {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.target_set_2017(),
            Self::Basic2012 => lang.target_set_2012(),
            Self::Papers => lang.target_set_papers(),
        }
    }

    /// What has to be known about it.
    pub const fn remark(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.target_remark_2017(),
            Self::Basic2012 => lang.target_remark_2012(),
            Self::Papers => lang.target_remark_papers(),
        }
    }
}

impl Group {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Government => lang.target_government(),
            Self::Quality => lang.target_quality(),
            Self::Recognition => lang.target_recognition(),
            Self::Veto => lang.target_vetoes(),
            Self::Basic => lang.target_basic(),
            Self::Work => lang.target_work(),
            Self::Access => lang.target_access(),
            Self::Safeguard => lang.target_safeguard(),
            Self::Staffing => lang.target_staffing(),
            Self::Conduct => lang.target_conduct(),
            Self::Satisfaction => lang.target_satisfaction(),
            Self::Local => lang.target_local(),
        }
    }
}

impl Part {
    /// Its name; empty for all.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Primary => lang.stage_primary(),
            Self::Junior => lang.stage_junior(),
            Self::Combined => lang.target_combined(),
        }
    }
}

impl Comparator {
    /// Its sign; empty for yes.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::AtLeast => "≥",
            Self::Above => ">",
            Self::AtMost => "≤",
            Self::Below => "<",
            Self::Equal => "=",
            Self::About => "≈",
            Self::Band => "∈",
            Self::True => "",
        }
    }

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::AtLeast => lang.target_at_least(),
            Self::Above => lang.target_above(),
            Self::AtMost => lang.target_at_most(),
            Self::Below => lang.target_below(),
            Self::Equal => lang.target_equal(),
            Self::About => lang.target_about(),
            Self::Band => lang.target_band(),
            Self::True => lang.target_true(),
        }
    }
}

impl Scope {
    /// Its name.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::County => lang.target_scope_county().to_owned(),
            Self::EachSchool => lang.target_scope_school().to_owned(),
            Self::EachClass => lang.target_scope_class().to_owned(),
            Self::EachOf { when } => {
                let conditions: Vec<String> = when.iter().map(|condition| condition.label(lang)).collect();
                lang.target_scope_of(&conditions.join(lang.target_and()))
            }
            Self::Subset { percent, .. } => lang.target_scope_subset(percent),
        }
    }
}

impl Condition {
    /// What it asks for.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::Number { columns, comparator, limit } => {
                let column = columns.first().map(|column| column.label(lang)).unwrap_or_default();
                format!("{column} {} {limit}", comparator.sign())
            }
            Self::Rural => lang.target_when_rural().to_owned(),
            Self::Remote => lang.target_when_remote().to_owned(),
        }
    }
}

impl Column {
    /// Its name.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::Pupils => lang.target_column_pupils().to_owned(),
            Self::Field(field) => field.label(lang).into_owned(),
            Self::Header(header) => header.clone(),
            Self::Bottom(percent) => format!("{percent}%"),
        }
    }
}

impl Measure {
    /// Its name.
    pub const fn label(&self, lang: Lang) -> &'static str {
        match self {
            Self::Truth => lang.target_measure_truth(),
            Self::Levels(_) => lang.target_measure_levels(),
            Self::Number(_) => lang.target_measure_number(),
            Self::Ratio { .. } => lang.target_measure_ratio(),
        }
    }
}

impl Aggregation {
    /// Its name, of schools or else of classes.
    pub fn label(&self, classes: bool, lang: Lang) -> String {
        let unit = if classes { lang.target_unit_classes() } else { lang.target_unit_schools() };
        match self {
            Self::Value => lang.target_by_value().to_owned(),
            Self::All if classes => lang.target_by_all_classes().to_owned(),
            Self::All => lang.target_by_all().to_owned(),
            Self::Share { least } if classes => lang.target_by_share_of_classes(least),
            Self::Share { least } => lang.target_by_share(least),
            Self::KOfN { k, floor } if floor == "0" => lang.target_by_count_alone(*k, unit),
            Self::KOfN { k, floor } => lang.target_by_count(*k, unit, floor),
            Self::Trend { years, falling, strict } => match (falling, strict) {
                (false, true) => lang.target_by_rise(*years),
                (false, false) => lang.target_by_no_fall(*years),
                (true, true) => lang.target_by_fall(*years),
                (true, false) => lang.target_by_no_rise(*years),
            },
        }
    }
}

impl Scoring {
    /// What it does; empty where points are all or nothing.
    pub fn label(&self, lang: Lang) -> String {
        match self {
            Self::PassFail => String::new(),
            Self::Deduct { per, step, most } if most.is_empty() => lang.target_deduct(step, per),
            Self::Deduct { per, step, most } => lang.target_deduct_most(step, per, most),
            Self::Bands(bands) => {
                let band = |band: &super::Band| lang.target_points_band(&band.limit, &band.points);
                bands.iter().map(band).collect::<Vec<_>>().join(lang.list_comma())
            }
        }
    }
}

impl Missing {
    /// What it means.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Pending => lang.target_missing_pending(),
            Self::NotMet => lang.target_missing_not_met(),
            Self::NotApplicable => lang.target_missing_passed(),
        }
    }
}
