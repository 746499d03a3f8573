//! What a column can mean.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A stage of compulsory education, and the one above it where schools have
/// both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// 小学.
    Primary,
    /// 初中.
    Junior,
    /// 高中; only as a share when a school's resources are split.
    Senior,
}

/// The kind of quantity: decides the range, the unit shown and the repairs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantity {
    /// A text or a code, no quantity.
    Label,
    /// A whole number of persons, rooms or cases, at least 0.
    Count,
    /// ㎡, at least 0.
    Area,
    /// 元, at least 0 (a header in 万元 is converted when reading).
    Money,
    /// Percent, 0 to 100; 0.2043 and "20.43%" both become 20.43.
    Rate,
    /// Any number.
    Number,
}

/// The meaning of a column.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Field {
    /// 序号.
    Sequence,
    /// 学校标识码.
    SchoolCode,
    /// 学校名称.
    SchoolName,
    /// 办学类型.
    SchoolKind,
    /// 城乡.
    Location,
    /// 举办者.
    Sponsor,
    /// 年度.
    Year,
    /// 在校生数 of a stage.
    Pupils(Stage),
    /// 高于规定学历教师数 of a stage.
    HigherDegreeTeachers(Stage),
    /// 县级以上骨干教师数 of a stage.
    BackboneTeachers(Stage),
    /// 体育、艺术专任教师数 of a stage.
    ArtsTeachers(Stage),
    /// 教学及辅助用房面积, indoor sports rooms included.
    TeachingArea,
    /// 其中: 室内体育用房面积.
    IndoorSportsArea,
    /// 运动场地面积.
    SportsGround,
    /// 教学仪器设备值, in 元.
    Equipment,
    /// 网络多媒体教室, rooms.
    MultimediaRooms,
    /// 九年级人数, those who sat or were due to sit.
    Graduands,
    /// 后20%人数.
    BottomCount,
    /// 后20%率.
    BottomRate,
    /// 三年巩固率.
    Retention,
    /// 学生体质优良率.
    Fitness,
    /// 群众满意度.
    Satisfaction,
    /// 教师交流比例.
    Exchange,
    /// 师德违规(人次).
    Misconduct,
    /// 特色加分.
    Merit,
    /// 教职工人数.
    Staff,
    /// 人月: months worked, added up over persons.
    PersonMonths,
    /// 准考证号, 学籍号.
    PupilNumber,
    /// 姓名.
    PersonName,
    /// 班级.
    Class,
    /// 性别.
    Sex,
    /// A mark in a subject.
    Mark(Arc<str>),
    /// 总分.
    TotalMark,
    /// Another numeric column, by its header: usable as an indicator.
    Other(Arc<str>),
    /// 填报项目, 指标: what the value beside it is.
    Item,
    /// 填报值, 数值: a value whose name stands beside it.
    Figure,
    /// 是否计校数: whether a campus counts as a school.
    Counted,
}

impl Field {
    /// Every field that is not named by a file, each stage included.
    pub fn all() -> Vec<Self> {
        use Field::*;
        let stages = [Stage::Primary, Stage::Junior, Stage::Senior];
        let mut all = vec![Sequence, SchoolCode, SchoolName, SchoolKind, Location, Sponsor, Year];
        all.extend(stages.map(Pupils));
        all.extend(
            stages.into_iter().take(2).flat_map(|s| [HigherDegreeTeachers(s), BackboneTeachers(s), ArtsTeachers(s)]),
        );
        all.extend([TeachingArea, IndoorSportsArea, SportsGround, Equipment, MultimediaRooms]);
        all.extend([Graduands, BottomCount, BottomRate, Retention, Fitness, Satisfaction, Exchange]);
        all.extend([Misconduct, Merit, Staff, PersonMonths, PupilNumber, PersonName, Class, Sex, TotalMark]);
        all.extend([Item, Figure, Counted]);
        all
    }

    /// The stage that it counts in; `None` for what a school has as a whole.
    pub const fn stage(&self) -> Option<Stage> {
        use Field::*;
        match self {
            Pupils(stage) | HigherDegreeTeachers(stage) | BackboneTeachers(stage) | ArtsTeachers(stage) => Some(*stage),
            _ => None,
        }
    }

    /// Whether it is one of the resources that the balance standard compares.
    pub const fn is_resource(&self) -> bool {
        use Field::*;
        matches!(self, HigherDegreeTeachers(_) | BackboneTeachers(_) | ArtsTeachers(_))
            || matches!(self, TeachingArea | IndoorSportsArea | SportsGround | Equipment | MultimediaRooms)
    }

    /// The kind of quantity.
    pub const fn quantity(&self) -> Quantity {
        use Field::*;
        match self {
            Sequence | SchoolCode | SchoolName | SchoolKind | Location | Sponsor | Year => Quantity::Label,
            PupilNumber | PersonName | Class | Sex | Item | Figure | Counted => Quantity::Label,
            Pupils(_) | HigherDegreeTeachers(_) | BackboneTeachers(_) | ArtsTeachers(_) => Quantity::Count,
            MultimediaRooms | Graduands | BottomCount | Misconduct | Staff => Quantity::Count,
            TeachingArea | IndoorSportsArea | SportsGround => Quantity::Area,
            Equipment => Quantity::Money,
            BottomRate | Retention | Fitness | Satisfaction | Exchange => Quantity::Rate,
            Merit | PersonMonths | Mark(_) | TotalMark | Other(_) => Quantity::Number,
        }
    }
}
