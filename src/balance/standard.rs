//! The figures of 教督〔2017〕6号 (县域义务教育优质均衡发展督导评估办法): the
//! seven indicators of resources, their thresholds and the limits of their
//! coefficients of variation. This is their only place.

use serde::{Deserialize, Serialize};

use crate::basis::exact::{Exact, whole};
use crate::basis::text::Lang;
use crate::word::field::{Field, Quantity, Stage};

/// The stages that are assessed, each on its own.
pub const STAGES: [Stage; 2] = [Stage::Primary, Stage::Junior];

/// A school meets the standard with at least so many of the seven …
pub const LEAST_MET: usize = 6;

/// … and every other at no less than this part of its threshold, in percent.
pub const FLOOR_PERCENT: u32 = 85;

/// Teaching points with fewer pupils are left out.
pub const SMALL: f64 = 50.0;

/// An indicator of resources, L1 to L7 of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// L1 每百名学生拥有高于规定学历教师数.
    HigherDegree,
    /// L2 每百名学生拥有县级以上骨干教师数.
    Backbone,
    /// L3 每百名学生拥有体育、艺术专任教师数.
    Arts,
    /// L4 生均教学及辅助用房面积, without the indoor sports rooms.
    TeachingArea,
    /// L5 生均体育运动场馆面积, with the indoor sports rooms.
    SportsArea,
    /// L6 生均教学仪器设备值.
    Equipment,
    /// L7 每百名学生拥有网络多媒体教室数.
    Multimedia,
}

/// A term of an indicator's total: a field, added or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The field.
    pub field: Field,
    /// Taken away instead of added.
    pub minus: bool,
}

impl Item {
    /// All seven, in the standard's order.
    pub const ALL: [Self; 7] = [
        Self::HigherDegree,
        Self::Backbone,
        Self::Arts,
        Self::TeachingArea,
        Self::SportsArea,
        Self::Equipment,
        Self::Multimedia,
    ];

    /// Its number in the standard, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// Its code: L1 … L7.
    pub fn code(self) -> String {
        format!("L{}", self.number())
    }

    /// The thresholds in tenths of the unit, for primary and junior schools.
    const fn tenths(self) -> (u32, u32) {
        match self {
            Self::HigherDegree => (42, 53),
            Self::Backbone => (10, 10),
            Self::Arts => (9, 9),
            Self::TeachingArea => (45, 58),
            Self::SportsArea => (75, 102),
            Self::Equipment => (20_000, 25_000),
            Self::Multimedia => (23, 24),
        }
    }

    const fn stage_tenths(self, stage: Stage) -> u32 {
        match stage {
            Stage::Primary => self.tenths().0,
            Stage::Junior | Stage::Senior => self.tenths().1,
        }
    }

    /// The threshold, to be reached or exceeded. Senior pupils are not
    /// assessed; for them the answer is that for junior pupils.
    ///
    /// ```
    /// use suanpan::{balance::standard::Item, word::field::Stage};
    /// assert_eq!(Item::TeachingArea.threshold(Stage::Junior), 5.8);
    /// ```
    pub fn threshold(self, stage: Stage) -> f64 {
        f64::from(self.stage_tenths(stage)) / 10.0
    }

    /// The threshold, exactly.
    pub fn exact_threshold(self, stage: Stage) -> Exact {
        whole(self.stage_tenths(stage).into()) / whole(10)
    }

    /// What a school below the threshold must reach at least: 85 % of it.
    pub fn floor(self, stage: Stage) -> f64 {
        f64::from(self.stage_tenths(stage) * FLOOR_PERCENT) / 1_000.0
    }

    /// The floor, exactly.
    pub fn exact_floor(self, stage: Stage) -> Exact {
        whole((self.stage_tenths(stage) * FLOOR_PERCENT).into()) / whole(1_000)
    }

    /// Per how many pupils it is counted: 100 for persons and rooms, 1 for
    /// areas and money.
    pub const fn factor(self) -> u8 {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts | Self::Multimedia => 100,
            Self::TeachingArea | Self::SportsArea | Self::Equipment => 1,
        }
    }

    /// Whether a combined school's total is split among its stages. Teachers
    /// are reported by stage already.
    pub const fn split(self) -> bool {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts => false,
            Self::TeachingArea | Self::SportsArea | Self::Equipment | Self::Multimedia => true,
        }
    }

    /// The fields that make up its total. Indoor sports rooms are taken from
    /// the teaching area and added to the sports area: nothing counts twice.
    pub fn terms(self, stage: Stage) -> Vec<Term> {
        let plus = |field| Term { field, minus: false };
        match self {
            Self::HigherDegree => vec![plus(Field::HigherDegreeTeachers(stage))],
            Self::Backbone => vec![plus(Field::BackboneTeachers(stage))],
            Self::Arts => vec![plus(Field::ArtsTeachers(stage))],
            Self::TeachingArea => {
                vec![plus(Field::TeachingArea), Term { field: Field::IndoorSportsArea, minus: true }]
            }
            Self::SportsArea => vec![plus(Field::SportsGround), plus(Field::IndoorSportsArea)],
            Self::Equipment => vec![plus(Field::Equipment)],
            Self::Multimedia => vec![plus(Field::MultimediaRooms)],
        }
    }

    /// The kind of quantity that its total is.
    pub const fn quantity(self) -> Quantity {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts | Self::Multimedia => Quantity::Count,
            Self::TeachingArea | Self::SportsArea => Quantity::Area,
            Self::Equipment => Quantity::Money,
        }
    }

    /// Decimals to show its values with.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Equipment => 0,
            _ => 2,
        }
    }

    /// Its full name as in the standard.
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::HigherDegree => lang.balance_higher_degree(),
            Self::Backbone => lang.balance_backbone(),
            Self::Arts => lang.balance_arts(),
            Self::TeachingArea => lang.balance_teaching_area(),
            Self::SportsArea => lang.balance_sports_area(),
            Self::Equipment => lang.balance_equipment(),
            Self::Multimedia => lang.balance_multimedia(),
        }
    }

    /// A name short enough for a column's head.
    pub const fn short_name(self, lang: Lang) -> &'static str {
        match self {
            Self::HigherDegree => lang.balance_higher_degree_short(),
            Self::Backbone => lang.balance_backbone_short(),
            Self::Arts => lang.balance_arts_short(),
            Self::TeachingArea => lang.balance_teaching_area_short(),
            Self::SportsArea => lang.balance_sports_area_short(),
            Self::Equipment => lang.balance_equipment_short(),
            Self::Multimedia => lang.balance_multimedia_short(),
        }
    }

    /// The unit of its total: 名, ㎡, 元, 间.
    pub const fn unit(self, lang: Lang) -> &'static str {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts => lang.balance_persons(),
            Self::TeachingArea | Self::SportsArea => lang.balance_square_metres(),
            Self::Equipment => lang.balance_yuan(),
            Self::Multimedia => lang.balance_rooms(),
        }
    }
}

/// The limit of each coefficient of variation, not to be exceeded: 0.50 for
/// primary, 0.45 for junior schools.
pub fn variation_limit(stage: Stage) -> f64 {
    f64::from(limit_hundredths(stage)) / 100.0
}

/// The limit, exactly.
pub fn exact_variation_limit(stage: Stage) -> Exact {
    whole(limit_hundredths(stage).into()) / whole(100)
}

const fn limit_hundredths(stage: Stage) -> u32 {
    match stage {
        Stage::Primary => 50,
        Stage::Junior | Stage::Senior => 45,
    }
}
