//! What fields, stages and kinds of school are called.

use std::borrow::Cow;

use super::cohort::Status;
use super::dataset::SchoolKind;
use super::field::{Field, FieldGroup, Stage, TeacherGroup};
use super::reading::TableKind;
use crate::basis::text::Lang;

impl Field {
    /// Its name; that of the file for columns that only a file knows.
    pub fn label(&self, lang: Lang) -> Cow<'_, str> {
        let name = match self {
            Self::Sequence => lang.field_sequence(),
            Self::SchoolCode => lang.field_school_code(),
            Self::SchoolName => lang.field_school_name(),
            Self::SchoolKind => lang.field_school_kind(),
            Self::Location => lang.field_location(),
            Self::Sponsor => lang.field_sponsor(),
            Self::District => lang.field_district(),
            Self::Year => lang.field_year(),
            Self::TeachingArea => lang.field_teaching_area(),
            Self::IndoorSportsArea => lang.field_indoor_sports(),
            Self::SportsGround => lang.field_sports_ground(),
            Self::Equipment => lang.field_equipment(),
            Self::MultimediaRooms => lang.field_multimedia_rooms(),
            Self::Graduands => lang.field_graduands(),
            Self::BottomCount => lang.field_bottom_count(),
            Self::BottomRate => lang.field_bottom_rate(),
            Self::Retention => lang.field_retention(),
            Self::Fitness => lang.field_fitness(),
            Self::Satisfaction => lang.field_satisfaction(),
            Self::Exchange => lang.field_exchange(),
            Self::Misconduct => lang.field_misconduct(),
            Self::Merit => lang.field_merit(),
            Self::Staff => lang.field_staff(),
            Self::PersonMonths => lang.field_person_months(),
            Self::PupilNumber => lang.field_pupil_number(),
            Self::PersonName => lang.field_person_name(),
            Self::Class => lang.field_class(),
            Self::ClassStage => lang.field_class_stage(),
            Self::Sex => lang.field_sex(),
            Self::TotalMark => lang.field_total_mark(),
            Self::RegisterNumber => lang.field_register_number(),
            Self::IdentityNumber => lang.field_identity_number(),
            Self::Grade => lang.field_grade(),
            Self::Subject => lang.field_subject(),
            Self::RawMark => lang.field_raw_mark(),
            Self::FullMark => lang.field_full_mark(),
            Self::AbsentFlag => lang.field_absent(),
            Self::CheatFlag => lang.field_cheated(),
            Self::PupilStatus => lang.field_pupil_status(),
            Self::PriorTotal => lang.field_prior_total(),
            Self::StaffNumber => lang.field_staff_number(),
            Self::Post => lang.field_post(),
            Self::JobTitle => lang.field_job_title(),
            Self::WeeklyHours => lang.field_weekly_hours(),
            Self::StandardHours => lang.field_standard_hours(),
            Self::AfterSchoolHours => lang.field_after_school_hours(),
            Self::ClassTeacher => lang.field_class_teacher(),
            Self::Months => lang.field_months(),
            Self::ResultPoints => lang.field_result_points(),
            Self::FormerRank => lang.field_former_rank(),
            Self::Rank => lang.field_rank(),
            Self::LeaveDays => lang.field_leave_days(),
            Self::FrontLine => lang.field_front_line(),
            Self::Veto => lang.field_veto(),
            Self::BankCard => lang.field_bank_card(),
            Self::Item => lang.field_item(),
            Self::Figure => lang.field_figure(),
            Self::Counted => lang.field_counted(),
            Self::Computers => lang.field_computers(),
            Self::Books => lang.field_books(),
            Self::ClassPupils => lang.field_class_pupils(),
            Self::Pupils(stage) => return lang.field_pupils(stage.label(lang)).into(),
            Self::HigherDegreeTeachers(stage) => return lang.field_higher_degree(stage.label(lang)).into(),
            Self::BackboneTeachers(stage) => return lang.field_backbone(stage.label(lang)).into(),
            Self::ArtsTeachers(stage) => return lang.field_arts(stage.label(lang)).into(),
            Self::Teachers(group, stage) => {
                return lang.field_teachers(stage.label(lang), group.label(lang)).into();
            }
            Self::AllTeachers(stage) => return lang.field_all_teachers(stage.label(lang)).into(),
            Self::MidTitleTeachers(stage) => return lang.field_mid_title(stage.label(lang)).into(),
            Self::VisitingArtsTeachers(stage) => return lang.field_visiting_arts(stage.label(lang)).into(),
            Self::Mark(name) | Self::Other(name) => name,
        };
        name.into()
    }
}

impl FieldGroup {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Schools => lang.fields_of_schools(),
            Self::Conditions => TableKind::Conditions.label(lang),
            Self::Indicators => TableKind::Indicators.label(lang),
            Self::Classes => TableKind::Classes.label(lang),
            Self::Persons => lang.fields_of_persons(),
            Self::Marks => TableKind::Marks.label(lang),
            Self::Teachers => lang.fields_of_teachers(),
            Self::Forms => lang.fields_of_forms(),
        }
    }
}

impl Stage {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Primary => lang.stage_primary(),
            Self::Junior => lang.stage_junior(),
            Self::Senior => lang.stage_senior(),
        }
    }
}

impl TeacherGroup {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Doctor => lang.group_doctor(),
            Self::Master => lang.group_master(),
            Self::Postgraduate => lang.group_postgraduate(),
            Self::Bachelor => lang.group_bachelor(),
            Self::College => lang.group_college(),
            Self::Sports => lang.group_sports(),
            Self::Arts => lang.group_arts(),
            Self::Music => lang.group_music(),
            Self::FineArts => lang.group_fine_arts(),
        }
    }
}

impl SchoolKind {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Primary => lang.kind_primary(),
            Self::TeachingPoint => lang.kind_teaching_point(),
            Self::Junior => lang.kind_junior(),
            Self::NineYear => lang.kind_nine_year(),
            Self::TwelveYear => lang.kind_twelve_year(),
            Self::Complete => lang.kind_complete(),
            Self::Special => lang.kind_special(),
            Self::Vocational => lang.kind_vocational(),
            Self::Senior => lang.kind_senior(),
        }
    }
}

impl Status {
    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Present => lang.status_present(),
            Self::Absent => lang.status_absent(),
            Self::Truant => lang.status_truant(),
            Self::Exempt => lang.status_exempt(),
            Self::Deferred => lang.status_deferred(),
            Self::Cheated => lang.status_cheated(),
            Self::Leave => lang.status_leave(),
            Self::Transferred => lang.status_transferred(),
            Self::Suspended => lang.status_suspended(),
            Self::Missing => lang.status_missing(),
            Self::NotExamined => lang.status_not_examined(),
            Self::Unreadable => lang.status_unreadable(),
        }
    }
}
