//! What the standards say, as data: their indicators, thresholds, limits and
//! scopes. This is the only place of these figures.

use crate::basis::text::Lang;
use crate::word::field::Stage;

mod item;

pub use crate::word::scheme::balance::{Figure, Item, Standard, Switch};
pub use item::Term;

/// The stages that are assessed, each on its own.
pub const STAGES: [Stage; 2] = [Stage::Primary, Stage::Junior];

/// How coefficients of variation are judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Coefficients {
    /// Each must keep to the limit; their mean only informs.
    Each,
    /// Their mean must keep to the limit; each alone only informs.
    Mean,
}

/// A standard as it was published.
#[derive(Debug)]
pub struct Preset {
    /// Since when it holds: year and month, and the day where it is known.
    pub from: &'static str,
    /// Its indicators, in its order.
    pub items: &'static [Item],
    /// For each of them what primary and junior schools must reach; empty where
    /// the provinces say.
    pub thresholds: &'static [[f64; 2]],
    /// How many of them a school must reach; `None` where the provinces say.
    pub least_met: Option<f64>,
    /// What it must reach of the others, in percent; `None` as above.
    pub floor: Option<f64>,
    /// What coefficients may not exceed in primary and junior schools.
    pub limits: [f64; 2],
    /// Which coefficients may not.
    pub coefficients: Coefficients,
    /// Below so many pupils a school is small.
    pub small: f64,
    /// The switches that are on.
    pub on: &'static [Switch],
}

/// 教督〔2017〕6号.
const QUALITY_2017: Preset = Preset {
    from: "2017-04",
    items: &[
        Item::HigherDegree,
        Item::Backbone,
        Item::Arts,
        Item::TeachingArea,
        Item::SportsArea,
        Item::Equipment,
        Item::Multimedia,
    ],
    thresholds: &[[4.2, 5.3], [1.0, 1.0], [0.9, 0.9], [4.5, 5.8], [7.5, 10.2], [2000.0, 2500.0], [2.3, 2.4]],
    least_met: Some(6.0),
    floor: Some(85.0),
    limits: [0.50, 0.45],
    coefficients: Coefficients::Each,
    small: 50.0,
    on: &[Switch::Private, Switch::Points, Switch::SmallSchools, Switch::RoomsMoved],
};

/// 教督〔2012〕3号. What each school must reach is the provinces' to say. Its
/// forms leave private schools and teaching points out, and name no move of
/// sports rooms.
const BASIC_2012: Preset = Preset {
    from: "2012-01-20",
    items: &[
        Item::TeachingArea,
        Item::SportsArea,
        Item::Equipment,
        Item::Computers,
        Item::Books,
        Item::TeacherRatio,
        Item::HigherDegreeEach,
        Item::MidTitle,
    ],
    thresholds: &[],
    least_met: None,
    floor: None,
    limits: [0.65, 0.55],
    coefficients: Coefficients::Mean,
    small: 50.0,
    on: &[Switch::SmallSchools],
};

impl Standard {
    /// What it says.
    pub const fn preset(self) -> &'static Preset {
        match self {
            Self::Quality2017 => &QUALITY_2017,
            Self::Basic2012 => &BASIC_2012,
        }
    }

    /// An indicator's number in it, from 1; 0 for one that it lacks.
    pub fn number(self, item: Item) -> usize {
        self.preset().items.iter().position(|own| *own == item).map_or(0, |place| place + 1)
    }

    /// An indicator's code: L1 … L7, or its number with a stop.
    pub fn code(self, item: Item) -> String {
        match self {
            Self::Quality2017 => format!("L{}", self.number(item)),
            Self::Basic2012 => format!("{}.", self.number(item)),
        }
    }

    /// An indicator within a sentence: 第 2 项骨干教师.
    pub fn told(self, item: Item, lang: Lang) -> String {
        lang.balance_lead_item(self.number(item), item.short_name(lang), &self.code(item))
    }

    /// Code and short name: L2 骨干教师.
    pub fn named(self, item: Item, lang: Lang) -> String {
        format!("{} {}", self.code(item), item.short_name(lang))
    }

    /// One of its figures; `None` where it has none.
    ///
    /// ```
    /// use suanpan::{balance::standard::{Figure, Item, Standard}, word::field::Stage};
    /// let area = Figure::Threshold(Item::TeachingArea, Stage::Junior);
    /// assert_eq!(Standard::Quality2017.figure(area), Some(5.8));
    /// assert_eq!(Standard::Basic2012.figure(area), None);
    /// ```
    pub fn figure(self, figure: Figure) -> Option<f64> {
        let preset = self.preset();
        match figure {
            Figure::Threshold(item, stage) => {
                let place = self.number(item).checked_sub(1)?;
                preset.thresholds.get(place)?.get(stage as usize).copied()
            }
            Figure::LeastMet => preset.least_met,
            Figure::Floor => preset.floor,
            Figure::Limit(stage) => preset.limits.get(stage as usize).copied(),
            Figure::Small => Some(preset.small),
        }
    }

    /// Whether a figure may have a value: what the standard knows, within the
    /// bounds of sense. Counts are whole; nothing is negative.
    pub fn accepts(self, figure: Figure, value: f64) -> bool {
        let (known, most) = match figure {
            Figure::Threshold(item, stage) => (self.number(item) > 0 && STAGES.contains(&stage), 1e9),
            Figure::LeastMet => (value.fract() == 0.0, self.preset().items.len() as f64),
            Figure::Floor => (true, 100.0),
            Figure::Limit(stage) => (STAGES.contains(&stage), 10.0),
            Figure::Small => (true, 1e6),
        };
        known && (0.0..=most).contains(&value)
    }

    /// Its name in a choice.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.balance_quality_2017(),
            Self::Basic2012 => lang.balance_basic_2012(),
        }
    }

    /// What it assesses.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.balance_quality_name(),
            Self::Basic2012 => lang.balance_basic_name(),
        }
    }

    /// Where it stands.
    pub const fn source(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.balance_source(),
            Self::Basic2012 => lang.balance_source_2012(),
        }
    }

    /// How many indicators it has, in a sentence: 七, 7.
    pub const fn count(self, lang: Lang) -> &'static str {
        match self {
            Self::Quality2017 => lang.balance_seven(),
            Self::Basic2012 => lang.balance_eight(),
        }
    }
}
