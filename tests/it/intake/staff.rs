//! Tables of teachers, and of what their bonus is counted from.

use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::recognise;
use suanpan::word::field::Field;
use suanpan::word::reading::TableKind;

use super::{assembled, fixture, found};

#[test]
fn teachers_are_read_and_their_faults_named() {
    let opened = fixture("staff.xlsx");
    let kinds: Vec<_> = recognise(&opened.tables, &[]).iter().map(|reading| reading.kind).collect();
    assert_eq!(kinds, [TableKind::Bonus, TableKind::Bonus, TableKind::Teachers]);
    let read = assembled(&opened);
    let [bonus, people] = &read.dataset.staff[..] else { panic!("two tables, one of them twice") };
    let first = &bonus.persons[0];
    assert_eq!((&*first.number, &*first.name, &*first.school, &*first.post), ("T01", "张三", "东中学", "专任教师"));
    assert_eq!((&*first.subject, &*first.title, &*first.card), ("英语", "一级", "6222020200112233445"));
    let fields: Vec<_> = bonus.inputs.iter().map(|input| input.field.clone()).collect();
    let other = Field::Other("绩效".into());
    let expected = [Field::WeeklyHours, Field::ClassTeacher, Field::Months, Field::LeaveDays, other.clone()];
    assert_eq!(fields, expected);
    let values = |person| fields.iter().map(|field| bonus.value(person, field)).collect::<Vec<_>>();
    assert_eq!(values(0), [Some(12.0), Some(1.0), Some(12.0), Some(0.0), Some(95.5)]);
    assert_eq!(values(1), [Some(10.0), Some(0.0), Some(13.0), Some(3.0), Some(90.0)]);
    assert_eq!(values(2), [None, None, Some(12.0), None, None]);
    assert_eq!((bonus.persons.len(), bonus.year, people.persons.len()), (4, Some(2025), 2));
    assert_eq!((&*people.persons[0].subject, &*people.persons[1].subject), ("道德与法治", "体育"));
    let of = |kind| found(&read.problems, kind);
    assert_eq!(of(NumberDamaged), [("L4".into(), "6222020200112233000", "6222020200112233000")]);
    assert_eq!(of(SeparatorRemoved), [("H4".into(), "１０节", "10"), ("K4".into(), "3天", "3")]);
    assert_eq!(of(OutOfRange), [("J4".into(), "13", "工作月数")]);
    assert_eq!(of(PersonTwice), [("C5".into(), "T02", "李四")]);
    assert_eq!(of(NegativeValue), [("H6".into(), "-2", "每周课时")]);
    assert_eq!(of(UnknownWord), [("I6".into(), "或许", "是否班主任")]);
    assert_eq!(of(FormulaWithoutValue), [("K6".into(), "", "请假天数")]);
    assert_eq!(of(RowTwice), [("C7".into(), "T03", "王五")]);
    assert_eq!(of(PersonUnnamed), [("C8".into(), "", "")]);
    assert_eq!(of(TableTwice), [(String::new(), "", "staff.xlsx › 奖金2025")]);
    assert_eq!(of(Namesakes), [("B3".into(), "赵六", "赵六")]);
    assert_eq!(of(ColumnUnknown), [("M2".into(), "绩效", "绩效")]);
    assert_eq!(of(SpacesTrimmed), [("D3".into(), "张 三", "张三")]);
    assert_eq!(read.rows, [4, 0, 2]);
}
