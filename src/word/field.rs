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

/// A group of a school's teachers, by degree or by the course that they teach:
/// what the forms of 教育事业统计 count where the standard counts a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TeacherGroup {
    /// 博士研究生.
    Doctor,
    /// 硕士研究生.
    Master,
    /// 研究生: both.
    Postgraduate,
    /// 本科.
    Bachelor,
    /// 专科.
    College,
    /// 体育与健康.
    Sports,
    /// 艺术: music and fine arts.
    Arts,
    /// 音乐.
    Music,
    /// 美术.
    FineArts,
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
    /// 是 or 否.
    YesNo,
}

/// What fields are listed under: the kind of table that has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FieldGroup {
    /// What says of which school and year a row is.
    Schools,
    /// 办学条件.
    Conditions,
    /// 学校年度指标.
    Indicators,
    /// 班级.
    Classes,
    /// What pupils and teachers both have.
    Persons,
    /// 成绩.
    Marks,
    /// 教师, 奖金.
    Teachers,
    /// Forms with an item a row.
    Forms,
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
    /// 学区, 教育集团, 乡镇: whatever schools are led by.
    District,
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
    /// 准考证号, 考号, 学号: what a pupil is known by in an exam.
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
    /// 学籍号: what a pupil is known by over the years.
    RegisterNumber,
    /// 身份证号, of a pupil or a teacher.
    IdentityNumber,
    /// 年级.
    Grade,
    /// 科目: the subject that a row's mark is in, or that a teacher teaches.
    Subject,
    /// 分数, in the subject that the row or the sheet names.
    RawMark,
    /// 满分 of the row's subject.
    FullMark,
    /// 缺考.
    AbsentFlag,
    /// 作弊, 违纪.
    CheatFlag,
    /// 学籍状态, 考试状态 or a remark that may hold one.
    PupilStatus,
    /// 去年总分: the total in an earlier exam.
    PriorTotal,
    /// 工号.
    StaffNumber,
    /// 岗位, 职务.
    Post,
    /// 职称.
    JobTitle,
    /// 周课时.
    WeeklyHours,
    /// 标准课时: the weekly load that is expected.
    StandardHours,
    /// 课后服务课时, a week.
    AfterSchoolHours,
    /// 班主任.
    ClassTeacher,
    /// 在岗月数, 0 to 12.
    Months,
    /// 教学成绩积分.
    ResultPoints,
    /// 上年名次.
    FormerRank,
    /// 本年名次.
    Rank,
    /// 病事假, days.
    LeaveDays,
    /// 是否一线.
    FrontLine,
    /// 师德一票否决.
    Veto,
    /// 银行卡号.
    BankCard,
    /// 填报项目, 指标: what the value beside it is.
    Item,
    /// 填报值, 数值: a value whose name stands beside it.
    Figure,
    /// 是否计校数: whether a campus counts as a school.
    Counted,
    /// 专任教师数 of a group, of a stage.
    Teachers(TeacherGroup, Stage),
    /// 专任教师数 of a stage, all of them.
    AllTeachers(Stage),
    /// 中级及以上专业技术职务教师数 of a stage.
    MidTitleTeachers(Stage),
    /// 体育、艺术 teachers of a stage who come from other schools: 交流轮岗、走教.
    VisitingArtsTeachers(Stage),
    /// 教学用计算机, machines.
    Computers,
    /// 图书, volumes.
    Books,
    /// 学段 of the class that a row is about.
    ClassStage,
    /// 班级学生数: the pupils of the class that a row is about.
    ClassPupils,
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
        all.extend_from_slice(Self::PERSONAL);
        all.extend([Item, Figure, Counted]);
        let groups = |stage: Stage| TeacherGroup::ALL.iter().map(move |group| Teachers(*group, stage));
        all.extend(stages.into_iter().take(2).flat_map(groups));
        all.extend(
            stages.into_iter().take(2).flat_map(|s| [AllTeachers(s), MidTitleTeachers(s), VisitingArtsTeachers(s)]),
        );
        all.extend([Computers, Books, District, ClassStage, ClassPupils]);
        all
    }

    /// What only tables of persons have.
    pub const PERSONAL: &[Self] = &[
        Self::RegisterNumber,
        Self::IdentityNumber,
        Self::Grade,
        Self::Subject,
        Self::RawMark,
        Self::FullMark,
        Self::AbsentFlag,
        Self::CheatFlag,
        Self::PupilStatus,
        Self::PriorTotal,
        Self::StaffNumber,
        Self::Post,
        Self::JobTitle,
        Self::WeeklyHours,
        Self::StandardHours,
        Self::AfterSchoolHours,
        Self::ClassTeacher,
        Self::Months,
        Self::ResultPoints,
        Self::FormerRank,
        Self::Rank,
        Self::LeaveDays,
        Self::FrontLine,
        Self::Veto,
        Self::BankCard,
    ];

    /// Whether it is an input to the bonus of single teachers.
    pub const fn is_bonus_input(&self) -> bool {
        use Field::*;
        matches!(self, WeeklyHours | StandardHours | AfterSchoolHours | ClassTeacher | Months | ResultPoints)
            || matches!(self, FormerRank | Rank | LeaveDays | FrontLine | Veto)
    }

    /// The stage that it counts in; `None` for what a school has as a whole.
    pub const fn stage(&self) -> Option<Stage> {
        use Field::*;
        match self {
            Pupils(stage) | HigherDegreeTeachers(stage) | BackboneTeachers(stage) | ArtsTeachers(stage) => Some(*stage),
            Teachers(_, stage) | AllTeachers(stage) => Some(*stage),
            MidTitleTeachers(stage) | VisitingArtsTeachers(stage) => Some(*stage),
            _ => None,
        }
    }

    /// The same quantity at another stage; `None` for what a school has as a
    /// whole.
    pub const fn at_stage(&self, stage: Stage) -> Option<Self> {
        use Field::*;
        match self {
            Pupils(_) => Some(Pupils(stage)),
            HigherDegreeTeachers(_) => Some(HigherDegreeTeachers(stage)),
            BackboneTeachers(_) => Some(BackboneTeachers(stage)),
            ArtsTeachers(_) => Some(ArtsTeachers(stage)),
            Teachers(group, _) => Some(Teachers(*group, stage)),
            AllTeachers(_) => Some(AllTeachers(stage)),
            MidTitleTeachers(_) => Some(MidTitleTeachers(stage)),
            VisitingArtsTeachers(_) => Some(VisitingArtsTeachers(stage)),
            _ => None,
        }
    }

    /// Whether two fields count the same, in whatever stages.
    pub fn counts_like(&self, other: &Self) -> bool {
        self.at_stage(Stage::Primary).is_some_and(|field| other.at_stage(Stage::Primary) == Some(field))
    }

    /// Whether it is a condition of a school: what 办学条件 list.
    pub const fn is_condition(&self) -> bool {
        self.is_resource() || self.is_supplement() || matches!(self, Self::Pupils(_) | Self::Teachers(..))
    }

    /// Whether it is a condition that not every standard compares: a blank in
    /// its column wants nothing.
    pub const fn is_supplement(&self) -> bool {
        use Field::*;
        matches!(self, AllTeachers(_) | MidTitleTeachers(_) | VisitingArtsTeachers(_) | Computers | Books)
    }

    /// Whether it is one of the resources that the standard of 2017 compares.
    pub const fn is_resource(&self) -> bool {
        use Field::*;
        matches!(self, HigherDegreeTeachers(_) | BackboneTeachers(_) | ArtsTeachers(_))
            || matches!(self, TeachingArea | IndoorSportsArea | SportsGround | Equipment | MultimediaRooms)
    }

    /// What it is listed under.
    pub const fn group(&self) -> FieldGroup {
        use Field::*;
        match self {
            Sequence | SchoolCode | SchoolName | SchoolKind | Location | Sponsor | District | Counted | Year => {
                FieldGroup::Schools
            }
            Pupils(_) | HigherDegreeTeachers(_) | BackboneTeachers(_) | ArtsTeachers(_) | Teachers(..) => {
                FieldGroup::Conditions
            }
            AllTeachers(_) | MidTitleTeachers(_) | VisitingArtsTeachers(_) => FieldGroup::Conditions,
            TeachingArea | IndoorSportsArea | SportsGround | Equipment | MultimediaRooms | Computers | Books => {
                FieldGroup::Conditions
            }
            Graduands | BottomCount | BottomRate | Retention | Fitness | Satisfaction | Exchange | Misconduct
            | Merit | Staff | PersonMonths | Other(_) => FieldGroup::Indicators,
            ClassStage | ClassPupils => FieldGroup::Classes,
            PersonName | Sex | IdentityNumber | Subject => FieldGroup::Persons,
            PupilNumber | RegisterNumber | Class | Grade | Mark(_) | RawMark | FullMark | TotalMark | PriorTotal
            | AbsentFlag | CheatFlag | PupilStatus => FieldGroup::Marks,
            StaffNumber | Post | JobTitle | BankCard | WeeklyHours | StandardHours | AfterSchoolHours
            | ClassTeacher | Months | ResultPoints | FormerRank | Rank | LeaveDays | FrontLine | Veto => {
                FieldGroup::Teachers
            }
            Item | Figure => FieldGroup::Forms,
        }
    }

    /// The kind of quantity.
    pub const fn quantity(&self) -> Quantity {
        use Field::*;
        match self {
            Sequence | SchoolCode | SchoolName | SchoolKind | Location | Sponsor | District | Year => Quantity::Label,
            PupilNumber | PersonName | Class | Sex | RegisterNumber | IdentityNumber | Grade => Quantity::Label,
            Subject | PupilStatus | StaffNumber | Post | JobTitle | BankCard => Quantity::Label,
            Item | Figure | Counted | ClassStage => Quantity::Label,
            AbsentFlag | CheatFlag | ClassTeacher | FrontLine | Veto => Quantity::YesNo,
            Pupils(_) | HigherDegreeTeachers(_) | BackboneTeachers(_) | ArtsTeachers(_) => Quantity::Count,
            Teachers(..) | AllTeachers(_) | MidTitleTeachers(_) | VisitingArtsTeachers(_) => Quantity::Count,
            Computers | Books | ClassPupils => Quantity::Count,
            MultimediaRooms | Graduands | BottomCount | Misconduct | Staff => Quantity::Count,
            TeachingArea | IndoorSportsArea | SportsGround => Quantity::Area,
            Equipment => Quantity::Money,
            BottomRate | Retention | Fitness | Satisfaction | Exchange => Quantity::Rate,
            Merit | PersonMonths | Mark(_) | TotalMark | Other(_) | RawMark | FullMark | PriorTotal => Quantity::Number,
            WeeklyHours | StandardHours | AfterSchoolHours | Months | ResultPoints => Quantity::Number,
            FormerRank | Rank | LeaveDays => Quantity::Number,
        }
    }
}

impl TeacherGroup {
    /// Every group.
    pub const ALL: &[Self] = &[
        Self::Doctor,
        Self::Master,
        Self::Postgraduate,
        Self::Bachelor,
        Self::College,
        Self::Sports,
        Self::Arts,
        Self::Music,
        Self::FineArts,
    ];
}
