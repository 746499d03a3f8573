//! Texts: what columns and schools are called.

use super::{Lang, texts};

impl Lang {
    texts! {
        field_sequence => "序号", "No.";
        field_school_code => "学校标识码", "School code";
        field_school_name => "学校名称", "School name";
        field_school_kind => "办学类型", "Kind of school";
        field_location => "城乡", "Urban or rural";
        field_sponsor => "举办者", "Sponsor";
        field_year => "年度", "Year";
        field_teaching_area => "教学及辅助用房面积", "Teaching and auxiliary area";
        field_indoor_sports => "室内体育用房面积", "Indoor sports area";
        field_sports_ground => "运动场地面积", "Sports ground";
        field_equipment => "教学仪器设备值", "Teaching equipment";
        field_multimedia_rooms => "网络多媒体教室", "Multimedia rooms";
        field_graduands => "九年级人数", "Grade 9 pupils";
        field_bottom_count => "后20%人数", "Pupils in the bottom 20%";
        field_bottom_rate => "后20%率", "Bottom 20% rate";
        field_retention => "三年巩固率", "Three-year retention";
        field_fitness => "学生体质优良率", "Good fitness rate";
        field_satisfaction => "群众满意度", "Public satisfaction";
        field_exchange => "教师交流比例", "Teacher exchange";
        field_misconduct => "师德违规(人次)", "Misconduct cases";
        field_merit => "特色加分", "Merit points";
        field_staff => "教职工人数", "Staff";
        field_person_months => "人月", "Person-months";
        field_pupil_number => "准考证号", "Pupil number";
        field_person_name => "姓名", "Name";
        field_class => "班级", "Class";
        field_sex => "性别", "Sex";
        field_total_mark => "总分", "Total mark";
        field_register_number => "学籍号", "Register number";
        field_identity_number => "身份证号", "Identity card number";
        field_grade => "年级", "Grade";
        field_subject => "科目", "Subject";
        field_raw_mark => "分数", "Mark";
        field_full_mark => "满分", "Full mark";
        field_absent => "缺考", "Absent";
        field_cheated => "作弊", "Cheated";
        field_pupil_status => "学籍或考试状态", "Status";
        field_prior_total => "去年总分", "Last year's total";
        field_staff_number => "工号", "Staff number";
        field_post => "岗位", "Post";
        field_job_title => "职称", "Professional title";
        field_weekly_hours => "周课时", "Weekly lessons";
        field_standard_hours => "标准课时", "Standard lessons";
        field_after_school_hours => "课后服务课时", "After-school lessons";
        field_class_teacher => "班主任", "Class teacher";
        field_months => "在岗月数", "Months in post";
        field_result_points => "教学成绩积分", "Result points";
        field_former_rank => "上年名次", "Rank last year";
        field_rank => "本年名次", "Rank this year";
        field_leave_days => "病事假(天)", "Days of leave";
        field_front_line => "是否一线", "Front line";
        field_veto => "师德一票否决", "Conduct veto";
        field_bank_card => "银行卡号", "Bank card number";
        field_pupils(stage: &str) => "{stage}在校生数", "{stage} pupils";
        field_higher_degree(stage: &str) => "{stage}高于规定学历教师数", "{stage} teachers above the required degree";
        field_backbone(stage: &str) => "{stage}县级以上骨干教师数", "{stage} backbone teachers";
        field_arts(stage: &str) => "{stage}体育艺术专任教师数", "{stage} sports and arts teachers";
        stage_primary => "小学", "Primary";
        stage_junior => "初中", "Junior";
        stage_senior => "高中", "Senior";
        kind_primary => "小学", "Primary school";
        kind_teaching_point => "教学点", "Teaching point";
        kind_junior => "初级中学", "Junior school";
        kind_nine_year => "九年一贯制学校", "Nine-year school";
        kind_twelve_year => "十二年一贯制学校", "Twelve-year school";
        kind_complete => "完全中学", "Junior and senior school";
        kind_special => "特殊教育学校", "Special school";
        kind_vocational => "职业学校", "Vocational school";
        kind_senior => "高级中学", "Senior school";
    }
}
