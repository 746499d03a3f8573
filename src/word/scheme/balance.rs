//! The balance's decisions: which standard, and where the person departs from
//! it.

use serde::{Deserialize, Serialize};

use crate::word::field::Stage;

/// A national standard of balance in compulsory education. What each says is
/// data: `balance::standard`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Standard {
    /// 教督〔2017〕6号: 优质均衡.
    #[default]
    Quality2017,
    /// 教督〔2012〕3号: 基本均衡.
    Basic2012,
}

impl Standard {
    /// Every standard, the one in force first.
    pub const ALL: &[Self] = &[Self::Quality2017, Self::Basic2012];
}

/// An indicator of resources that some standard compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Item {
    /// 每百名学生拥有高于规定学历教师数.
    HigherDegree,
    /// 每百名学生拥有县级以上骨干教师数.
    Backbone,
    /// 每百名学生拥有体育、艺术专任教师数.
    Arts,
    /// 生均教学及辅助用房面积.
    TeachingArea,
    /// 生均体育运动场馆面积.
    SportsArea,
    /// 生均教学仪器设备值.
    Equipment,
    /// 每百名学生拥有网络多媒体教室数.
    Multimedia,
    /// 每百名学生拥有计算机台数.
    Computers,
    /// 生均图书册数.
    Books,
    /// 师生比: teachers per pupil.
    TeacherRatio,
    /// 生均高于规定学历教师数.
    HigherDegreeEach,
    /// 生均中级及以上专业技术职务教师数.
    MidTitle,
}

/// A number of a standard that can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Figure {
    /// What a school of a stage must reach in an indicator.
    Threshold(Item, Stage),
    /// How many thresholds a school must reach at least.
    LeastMet,
    /// What the others must reach, in percent of their thresholds.
    Floor,
    /// What coefficients of variation of a stage may not exceed.
    Limit(Stage),
    /// Below so many pupils a school is small.
    Small,
}

/// A number that is not the standard's.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The standard that it belongs to.
    pub standard: Standard,
    /// Which number.
    pub figure: Figure,
    /// What holds instead.
    pub value: f64,
}

/// What counts and how, where a person may decide otherwise than a standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Switch {
    /// Private schools count.
    Private,
    /// Teaching points count.
    Points,
    /// Small teaching points count, too.
    SmallPoints,
    /// Small schools that are no teaching points count.
    SmallSchools,
    /// Schools for special education count.
    Special,
    /// Vocational schools count.
    Vocational,
    /// Indoor sports rooms are taken from the teaching area and added to the
    /// sports area.
    RoomsMoved,
    /// Rural schools of 50 to 99 pupils count visiting teachers of sports and
    /// arts.
    Visiting,
}

impl Switch {
    /// Every switch.
    pub const ALL: &[Self] = &[
        Self::Private,
        Self::Points,
        Self::SmallPoints,
        Self::SmallSchools,
        Self::Special,
        Self::Vocational,
        Self::RoomsMoved,
        Self::Visiting,
    ];
}

/// The decisions of the balance. What an older file lacks is as the standard
/// of 2017 has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BalanceScheme {
    /// Small schools that are not teaching points are left out, too.
    pub small_schools_out: bool,
    /// Private schools count.
    pub private_in: bool,
    /// The standard.
    #[serde(default)]
    pub standard: Standard,
    /// Teaching points count.
    #[serde(default = "yes")]
    pub points_in: bool,
    /// Small teaching points count, too.
    #[serde(default)]
    pub small_points_in: bool,
    /// Schools for special education count.
    #[serde(default)]
    pub special_in: bool,
    /// Vocational schools count.
    #[serde(default)]
    pub vocational_in: bool,
    /// Indoor sports rooms are moved from the teaching to the sports area.
    #[serde(default = "yes")]
    pub rooms_moved: bool,
    /// Rural schools of 50 to 99 pupils count visiting teachers.
    #[serde(default)]
    pub visiting_in: bool,
    /// The numbers that are not the standards' own, each at most once.
    #[serde(default)]
    pub changes: Vec<Change>,
}

const fn yes() -> bool {
    true
}

impl Default for BalanceScheme {
    fn default() -> Self {
        Self {
            small_schools_out: false,
            private_in: true,
            standard: Standard::Quality2017,
            points_in: true,
            small_points_in: false,
            special_in: false,
            vocational_in: false,
            rooms_moved: true,
            visiting_in: false,
            changes: Vec::new(),
        }
    }
}

impl BalanceScheme {
    /// Whether a switch is on.
    pub const fn is_on(&self, switch: Switch) -> bool {
        match switch {
            Switch::Private => self.private_in,
            Switch::Points => self.points_in,
            Switch::SmallPoints => self.small_points_in,
            Switch::SmallSchools => !self.small_schools_out,
            Switch::Special => self.special_in,
            Switch::Vocational => self.vocational_in,
            Switch::RoomsMoved => self.rooms_moved,
            Switch::Visiting => self.visiting_in,
        }
    }

    /// Switches.
    pub const fn switch(&mut self, switch: Switch, on: bool) {
        match switch {
            Switch::Private => self.private_in = on,
            Switch::Points => self.points_in = on,
            Switch::SmallPoints => self.small_points_in = on,
            Switch::SmallSchools => self.small_schools_out = !on,
            Switch::Special => self.special_in = on,
            Switch::Vocational => self.vocational_in = on,
            Switch::RoomsMoved => self.rooms_moved = on,
            Switch::Visiting => self.visiting_in = on,
        }
    }

    /// A number that the person set in place of the chosen standard's.
    pub fn changed(&self, figure: Figure) -> Option<f64> {
        let own = |change: &&Change| change.standard == self.standard && change.figure == figure;
        self.changes.iter().find(own).map(|change| change.value)
    }
}
