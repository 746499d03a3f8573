//! Every sheet of the samples: what it is, where its header stands, what each
//! column means, and everything that is found.

use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::basis::text::Lang;
use suanpan::intake::recognise;
use suanpan::word::cohort::Status;
use suanpan::word::field::Field;
use suanpan::word::reading::{Certainty, TableKind};
use suanpan::word::staff::Staff;

use super::{assembled, bytes, found, opened, sample};

/// A sheet as it must be understood: kind, header rows, body, meanings.
type Understood = (TableKind, (u32, u32), (u32, u32), &'static str);

const YEARLY: &str = "学校名称 年度 九年级人数 后20%人数 后20%率 三年巩固率 学生体质优良率 群众满意度 教师交流比例 师德违规(人次) \
                      特色加分 教职工人数 人月";

fn check(opened: &suanpan::intake::Opened, expected: &[Understood]) {
    let readings = recognise(&opened.tables, &[]);
    assert_eq!(readings.len(), expected.len());
    for (reading, (kind, header, body, meanings)) in readings.iter().zip(expected) {
        assert_eq!((reading.kind, reading.header, reading.body), (*kind, *header, *body), "{}", reading.place);
        let told = |field: &Option<Field>| field.as_ref().unwrap().label(Lang::Zh).into_owned();
        let told: Vec<_> = reading.columns.iter().map(|column| told(&column.field)).collect();
        assert_eq!(told.join(" "), *meanings, "{}", reading.place);
        assert!(reading.columns.iter().all(|column| column.certainty == Certainty::Sure), "{}", reading.place);
    }
}

fn counts(opened: &suanpan::intake::Opened) -> Vec<(ProblemKind, usize)> {
    let problems = assembled(opened).problems;
    let counted = ProblemKind::ALL.iter().map(|kind| (*kind, problems.count(*kind)));
    counted.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn the_county_is_understood() {
    let conditions = "序号 学校标识码 学校名称 办学类型 城乡 举办者 小学在校生数 初中在校生数 高中在校生数 小学高于规定学历教师数 \
                      初中高于规定学历教师数 小学县级以上骨干教师数 初中县级以上骨干教师数 小学体育艺术专任教师数 \
                      初中体育艺术专任教师数 教学及辅助用房面积 室内体育用房面积 运动场地面积 教学仪器设备值 网络多媒体教室";
    let marks = "准考证号 姓名 学校名称 班级 性别 语文 数学 英语 科学 社会 体育 总分 去年总分";
    check(
        &sample(),
        &[
            (TableKind::Conditions, (2, 4), (4, 33), conditions),
            (TableKind::Marks, (1, 2), (2, 2148), marks),
            (TableKind::Indicators, (0, 1), (1, 37), YEARLY),
        ],
    );
    // 4 of the schools' conditions, 137 of the marks; 25 blanks among marks.
    let expected = [
        (NumberAsText, 4 + 137),
        (FullWidthDigits, 50),
        (PercentRepaired, 36),
        (SpacesTrimmed, 3),
        (MissingValue, 25),
        (TotalRowSkipped, 1),
        (NoteRowSkipped, 2),
        (SheetUnused, 1),
        (SignForAbsence, 24),
        (SchoolUnlisted, 4),
    ];
    assert_eq!(counts(&sample()), expected);
    let read = assembled(&sample());
    let unlisted = found(&read.problems, SchoolUnlisted);
    let meant = ["临江镇初级中学", "大田镇初级中学", "小芝镇初级中学", "永丰镇初级中学"];
    assert_eq!(unlisted.iter().map(|(_, _, meant)| *meant).collect::<Vec<_>>(), meant);
    let unlisted: Vec<_> = unlisted.into_iter().map(|(_, name, _)| name).collect();
    assert_eq!(unlisted, ["临江镇中", "大田镇中", "小芝镇中", "永丰镇中"]);
}

/// Counts and sums by openpyxl, with full-width digits made plain by Python's
/// `unicodedata`.
#[test]
fn the_countys_marks_are_those_that_openpyxl_reads() {
    let read = assembled(&sample());
    let cohort = &read.dataset.cohorts[0];
    assert_eq!((cohort.len(), cohort.year, &*cohort.exam), (2145, Some(2025), "2025年初中学业水平考试成绩"));
    let told = cohort.subjects.iter().map(|subject| {
        let sum: f64 = subject.marks.values.iter().sum();
        let count = |status| subject.marks.count(status);
        (
            &*subject.name,
            count(Status::Present),
            sum,
            count(Status::Absent),
            count(Status::Exempt),
            count(Status::Missing),
        )
    });
    let expected = [
        ("语文", 2121, 166_551.5, 19, 0, 5),
        ("数学", 2124, 167_554.0, 14, 0, 7),
        ("英语", 2130, 168_289.0, 10, 0, 5),
        ("科学", 2127, 224_301.5, 14, 0, 4),
        ("社会", 2134, 140_987.5, 11, 0, 0),
        ("体育", 2130, 57_331.5, 9, 2, 4),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    let sum = |marks: &Option<suanpan::word::cohort::Marks>| marks.as_ref().unwrap().values.iter().sum::<f64>();
    assert_eq!((sum(&cohort.total), sum(&cohort.prior)), (888_635.0, 891_987.0));
}

#[test]
fn the_schools_bonus_is_understood() {
    let opened = opened("学校奖金.xlsx", &bytes("tests/sample/学校奖金.xlsx"));
    let meanings = "工号 姓名 岗位 科目 周课时 标准课时 课后服务课时 班主任 在岗月数 教学成绩积分 上年名次 本年名次 病事假(天) \
                    是否一线 师德一票否决 身份证号 银行卡号";
    check(&opened, &[(TableKind::Bonus, (0, 1), (1, 119), meanings)]);
    assert_eq!(counts(&opened), [(SheetUnused, 1)]);
    let read = assembled(&opened);
    let staff: &Staff = &read.dataset.staff[0];
    assert_eq!(staff.persons.len(), 118);
    let first = &staff.persons[0];
    assert_eq!((&*first.number, &*first.name, &*first.post, &*first.subject), ("T001", "闫建", "校级领导", "数学"));
    assert_eq!((&*first.identity, &*first.card), ("99000019730413202X", "9999991604997277698"));
    let of = |person, field| staff.value(person, &field);
    assert_eq!(
        (of(0, Field::WeeklyHours), of(0, Field::StandardHours), of(0, Field::Months)),
        (Some(4.0), Some(12.0), Some(12.0))
    );
    assert_eq!(
        (of(0, Field::ResultPoints), of(4, Field::ClassTeacher), of(4, Field::FrontLine)),
        (Some(9.7), Some(1.0), Some(1.0))
    );
    let vetoed = (0..118).filter(|person| of(*person, Field::Veto) == Some(1.0)).count();
    assert_eq!(vetoed, 1);
}

#[test]
fn yearly_indicators_in_three_formats_are_understood() {
    for path in ["tests/sample/年度指标_gbk.csv", "tests/sample/年度指标_老格式.xls", "tests/sample/系统导出.xls"]
    {
        let opened = opened(path, &bytes(path));
        check(&opened, &[(TableKind::Indicators, (0, 1), (1, 37), YEARLY)]);
        assert_eq!(counts(&opened), [(PercentRepaired, 36)], "{path}");
    }
}
