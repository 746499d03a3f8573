//! The indicators: what each counts, of what, and how it is called.

use super::Item;
use crate::basis::text::Lang;
use crate::word::field::{Field, Quantity, Stage};

/// A term of an indicator's total: a field, added or taken away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The field.
    pub field: Field,
    /// Taken away instead of added.
    pub minus: bool,
}

impl Term {
    /// A field that is added.
    pub const fn plus(field: Field) -> Self {
        Self { field, minus: false }
    }
}

impl Item {
    /// Every indicator.
    pub const ALL: &[Self] = &[
        Self::HigherDegree,
        Self::Backbone,
        Self::Arts,
        Self::TeachingArea,
        Self::SportsArea,
        Self::Equipment,
        Self::Multimedia,
        Self::Computers,
        Self::Books,
        Self::TeacherRatio,
        Self::HigherDegreeEach,
        Self::MidTitle,
    ];

    /// Per how many pupils it is counted.
    pub const fn factor(self) -> u8 {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts | Self::Multimedia | Self::Computers => 100,
            Self::TeachingArea | Self::SportsArea | Self::Equipment | Self::Books => 1,
            Self::TeacherRatio | Self::HigherDegreeEach | Self::MidTitle => 1,
        }
    }

    /// Whether it counts teachers.
    pub const fn counts_teachers(self) -> bool {
        match self {
            Self::HigherDegree | Self::Backbone | Self::Arts => true,
            Self::TeacherRatio | Self::HigherDegreeEach | Self::MidTitle => true,
            Self::TeachingArea | Self::SportsArea | Self::Equipment => false,
            Self::Multimedia | Self::Computers | Self::Books => false,
        }
    }

    /// Whether a combined school's total is split among its stages. Teachers
    /// are reported by stage already.
    pub const fn split(self) -> bool {
        !self.counts_teachers()
    }

    /// The fields that make up its total. Where indoor sports rooms are moved,
    /// they are taken from the teaching area and added to the sports area, so
    /// that nothing counts twice; else each column counts as it is reported.
    pub fn terms(self, stage: Stage, rooms_moved: bool) -> Vec<Term> {
        let of = |field| vec![Term::plus(field)];
        match self {
            Self::HigherDegree | Self::HigherDegreeEach => of(Field::HigherDegreeTeachers(stage)),
            Self::Backbone => of(Field::BackboneTeachers(stage)),
            Self::Arts => of(Field::ArtsTeachers(stage)),
            Self::TeachingArea if rooms_moved => {
                vec![Term::plus(Field::TeachingArea), Term { field: Field::IndoorSportsArea, minus: true }]
            }
            Self::TeachingArea => of(Field::TeachingArea),
            Self::SportsArea if rooms_moved => {
                vec![Term::plus(Field::SportsGround), Term::plus(Field::IndoorSportsArea)]
            }
            Self::SportsArea => of(Field::SportsGround),
            Self::Equipment => of(Field::Equipment),
            Self::Multimedia => of(Field::MultimediaRooms),
            Self::Computers => of(Field::Computers),
            Self::Books => of(Field::Books),
            Self::TeacherRatio => of(Field::AllTeachers(stage)),
            Self::MidTitle => of(Field::MidTitleTeachers(stage)),
        }
    }

    /// The kind of quantity that its total is.
    pub const fn quantity(self) -> Quantity {
        match self {
            Self::TeachingArea | Self::SportsArea => Quantity::Area,
            Self::Equipment => Quantity::Money,
            _ => Quantity::Count,
        }
    }

    /// Decimals to show its values with.
    pub const fn decimals(self) -> u32 {
        match self {
            Self::Equipment => 0,
            Self::TeacherRatio | Self::HigherDegreeEach | Self::MidTitle => 4,
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
            Self::Computers => lang.balance_computers(),
            Self::Books => lang.balance_books(),
            Self::TeacherRatio => lang.balance_teacher_ratio(),
            Self::HigherDegreeEach => lang.balance_higher_degree_each(),
            Self::MidTitle => lang.balance_mid_title(),
        }
    }

    /// A name short enough for a column's head.
    pub const fn short_name(self, lang: Lang) -> &'static str {
        match self {
            Self::HigherDegree | Self::HigherDegreeEach => lang.balance_higher_degree_short(),
            Self::Backbone => lang.balance_backbone_short(),
            Self::Arts => lang.balance_arts_short(),
            Self::TeachingArea => lang.balance_teaching_area_short(),
            Self::SportsArea => lang.balance_sports_area_short(),
            Self::Equipment => lang.balance_equipment_short(),
            Self::Multimedia => lang.balance_multimedia_short(),
            Self::Computers => lang.balance_computers_short(),
            Self::Books => lang.balance_books_short(),
            Self::TeacherRatio => lang.balance_teacher_ratio_short(),
            Self::MidTitle => lang.balance_mid_title_short(),
        }
    }

    /// The unit of its total: 名, ㎡, 元, 间, 台, 册.
    pub const fn unit(self, lang: Lang) -> &'static str {
        match self {
            Self::TeachingArea | Self::SportsArea => lang.balance_square_metres(),
            Self::Equipment => lang.balance_yuan(),
            Self::Multimedia => lang.balance_rooms(),
            Self::Computers => lang.balance_machines(),
            Self::Books => lang.balance_volumes(),
            _ => lang.balance_persons(),
        }
    }

    /// The unit of an amount.
    ///
    /// ```
    /// use suanpan::{balance::standard::Item, basis::text::Lang};
    /// let unit = |amount| Item::Backbone.unit_of(amount, Lang::En);
    /// assert_eq!((unit(1.0), unit(2.0)), ("teacher", "teachers"));
    /// ```
    pub fn unit_of(self, amount: f64, lang: Lang) -> &'static str {
        if (amount - 1.0).abs() > 0.0 {
            return self.unit(lang);
        }
        match self {
            Self::TeachingArea | Self::SportsArea | Self::Equipment => self.unit(lang),
            Self::Multimedia => lang.balance_room(),
            Self::Computers => lang.balance_machine(),
            Self::Books => lang.balance_volume(),
            _ => lang.balance_person(),
        }
    }
}
