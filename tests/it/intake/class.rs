//! Tables with a row a class.

use suanpan::basis::problem::ProblemKind::*;
use suanpan::word::class::Class;
use suanpan::word::correction::{Corrections, Ruling, SameSchool, SheetChoice};
use suanpan::word::field::{Field, Stage};
use suanpan::word::reading::TableKind;

use super::school::{corrected, tables};
use super::*;

const CONDITIONS: &str = "学校,办学类型,小学在校生数,初中在校生数\n青山学校,九年一贯制学校,87,50\n城南小学,小学,41,\n";

/// Name, stage and pupils.
fn told(class: &Class) -> (String, Option<Stage>, Option<f64>) {
    (class.name.to_string(), class.stage, class.pupils)
}

fn kind(text: &str) -> TableKind {
    recognise(&opened("表.csv", text.as_bytes()).tables, &[]).remove(0).kind
}

/// A table of classes beside the conditions.
fn read(classes: &str) -> Assembled {
    corrected(&tables(&[("条件.csv", CONDITIONS), ("班级.csv", classes)]), &Corrections::default())
}

#[test]
fn a_table_of_classes_is_told_from_those_of_schools_persons_and_marks() {
    for text in [
        "学校,年级,班级,学生数\n青山学校,七年级,1班,45\n",
        "学校名称,年级,班级,班主任姓名,人数\n青山学校,七年级,1班,张三,45\n",
        "学校,班级,班额\n青山学校,七(1)班,45\n",
        "学校,班级,学生数\n青山学校,七1班,45\n",
        "School,Grade,Class,Students\nGreen Hill School,Grade 7,1,45\n",
    ] {
        assert_eq!(kind(text), TableKind::Classes, "{text}");
    }
    // So many classes, no names of them.
    assert_eq!(kind("学校,班级,学生数\n青山学校,24,1045\n"), TableKind::Conditions);
    assert_eq!(kind("学校,年级,班级,学生数,运动场地面积\n青山学校,七,1班,1045,9000\n"), TableKind::Conditions);
    assert_eq!(kind("学校,班级,姓名,语文\n青山学校,七1班,张三,90\n"), TableKind::Marks);
    assert_eq!(kind("学校,年级,班级,人数,语文\n青山学校,七,七1班,45,90\n"), TableKind::Indicators);
    // Elsewhere 人数 is a figure under its own name.
    let read = csv("学校,人数\n青山学校,45\n");
    assert_eq!(number(&read.dataset, "青山学校", Field::Other("人数".into()), None), Some(45.0));
}

#[test]
fn classes_are_read_with_stage_size_and_cell() {
    let read = read(
        "青山学校班级情况\n学校,年级,班级,学生数\n青山学校,三年级,1班,42\n青山学校,,四(1)班,45\n青山学校,初一,1,50\n城南小学,,实验班,41\n",
    );
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let told: Vec<_> = read.dataset.classes.iter().map(told).collect();
    assert_eq!(
        told,
        [
            ("三年级1班".to_owned(), Some(Stage::Primary), Some(42.0)),
            ("四(1)班".to_owned(), Some(Stage::Primary), Some(45.0)),
            ("初一1".to_owned(), Some(Stage::Junior), Some(50.0)),
            ("实验班".to_owned(), Some(Stage::Primary), Some(41.0)),
        ]
    );
    assert_eq!(read.dataset.classes[1].source.place.to_string(), "班级.csv › D4");
    assert_eq!(read.dataset.schools.len(), 2);
    assert_eq!(read.rows, [2, 4]);
}

#[test]
fn a_merged_school_or_grade_is_that_of_all_its_rows() {
    let html = "<table><tr><td colspan=4>2025年班级情况</td></tr><tr><td>学校</td><td>年级</td><td>班级</td><td>学生数(人)</td></tr>\
        <tr><td rowspan=3>青山学校</td><td rowspan=2>三年级</td><td>1班</td><td>42</td></tr>\
        <tr><td>2班</td><td>45</td></tr><tr><td>七年级</td><td>1班</td><td>50</td></tr>\
        <tr><td>合计</td><td></td><td></td><td>137</td></tr></table>";
    let read = assembled(&opened("班级.xls", html.as_bytes()));
    let told: Vec<_> = read.dataset.classes.iter().map(told).collect();
    let of = |label: &str, stage, size| (label.to_owned(), Some(stage), Some(size));
    let expected =
        [("三年级1班", Stage::Primary, 42.0), ("三年级2班", Stage::Primary, 45.0), ("七年级1班", Stage::Junior, 50.0)];
    assert_eq!(told, expected.map(|(label, stage, size)| of(label, stage, size)));
    assert_eq!(found(&read.problems, TotalRowSkipped), [("A6".into(), "合计", "")]);
}

#[test]
fn what_is_wrong_with_a_class_is_said_at_its_cell() {
    let read = read(
        "学校,年级,班级,学生数\n青山学校,七年级,1班,0\n青山学校,七年级,2班,-3\n青山学校,七年级,3班,四十多\n\
         青山学校,七年级,4班,\n,七年级,5班,40\n青山学校,2023级,1班,40\n青山学校,七年级,1班,46\n\
         城南小学,七年级,1班,40.5\n青山学校,七年级,小计,200\n青山学校,七年级,,44\n",
    );
    let of = |kind| found(&read.problems, kind);
    assert_eq!(of(ClassEmpty), [("D2".into(), "0", "学生数")]);
    assert_eq!(of(NegativeValue), [("D3".into(), "-3", "学生数")]);
    assert_eq!(of(NotANumber), [("D4".into(), "四十多", "学生数")]);
    assert_eq!(of(MissingValue), [("A6".into(), "", "学校"), ("D5".into(), "", "学生数"), ("C11".into(), "", "班级")]);
    assert_eq!(of(ClassStage), [("B7".into(), "2023级", "1班")]);
    assert_eq!(of(ClassTwice), [("D8".into(), "七年级1班", "班级.csv › D2")]);
    assert_eq!(of(OutOfRange), [("D9".into(), "40.5", "学生数")]);
    assert_eq!(of(KindDisagrees), [("B9".into(), "七年级", "1班")]);
    assert_eq!(of(TotalRowSkipped), [("D10".into(), "小计", "")]);
    // A class whose size is not known is still one.
    let sizes: Vec<Option<f64>> = read.dataset.classes.iter().map(|class| told(class).2).collect();
    assert_eq!(sizes, [None, None, None, None, Some(40.0), Some(44.0), Some(40.5)]);
}

/// 42 + 46 are not 87; 50 are 50. Where a size or a stage is open nothing is
/// compared.
#[test]
fn classes_that_do_not_add_up_to_the_pupils_are_said() {
    let sum = |rows: &str| {
        let read = read(&format!("学校,年级,班级,学生数\n{rows}"));
        let told = found(&read.problems, ClassesDiffer).into_iter();
        told.map(|(cell, text, note)| format!("{cell} {text} {note}")).collect::<Vec<_>>()
    };
    let of = |third: &str, fourth: &str| sum(&format!("青山学校,{third}\n青山学校,{fourth}\n青山学校,七年级,1班,50\n"));
    assert_eq!(of("三年级,1班,42", "四年级,1班,46"), ["C2 87 88 (班级.csv › D2)"]);
    assert!(of("三年级,1班,42", "四年级,1班,45").is_empty());
    assert!(of("三年级,1班,42", "四年级,1班,").is_empty());
    assert!(of("三年级,1班,42", "2023级,1班,46").is_empty());
}

#[test]
fn of_years_the_latest_counts_and_is_held_against_its_own_pupils() {
    let conditions = "学校,年度,初中在校生数\n青山中学,2023,90\n青山中学,2024,50\n";
    let classes = "学校,年度,年级,班级,学生数\n青山中学,2023,七年级,1班,44\n青山中学,2024,七年级,1班,51\n";
    let read = corrected(&tables(&[("条件.csv", conditions), ("班级.csv", classes)]), &Corrections::default());
    let data = &read.dataset;
    assert_eq!(data.class_year(), Some(2024));
    let now: Vec<usize> = data.classes_of(0, data.class_year()).map(|(index, _)| index).collect();
    assert_eq!(now, [1]);
    assert_eq!(found(&read.problems, ClassesDiffer), [("C3".into(), "50", "51 (班级.csv › E3)")]);
}

#[test]
fn one_class_in_two_tables_is_one_and_their_schools_are_joined_by_name() {
    let one = "学校,年级,班级,学生数\n青山中学,七年级,1班,44\n青山中学,七年级,2班,46\n";
    let same = corrected(&tables(&[("一.csv", one), ("二.csv", one)]), &Corrections::default());
    assert_eq!((kinds(&same.problems), same.rows), (vec![TableTwice], vec![2, 0]));
    let other = one.replace("2班,46", "2班,47");
    let files = tables(&[("一.csv", one), ("二.csv", &other)]);
    let differ = corrected(&files, &Corrections::default());
    assert_eq!(found(&differ.problems, ValueDiffers), [("D3".into(), "47", "一.csv › D3")]);
    let size = |read: &Assembled| told(&read.dataset.classes[1]).2;
    assert_eq!((differ.dataset.classes.len(), size(&differ)), (2, Some(46.0)));
    let mut accepted = Corrections::default();
    let differs = differ.problems.iter().find(|problem| problem.kind == ValueDiffers).unwrap();
    accepted.rule(Ruling { kind: ValueDiffers, place: Some(differs.place.clone()), applied: true });
    assert_eq!(size(&corrected(&files, &accepted)), Some(47.0));
    // Another spelling is asked about, and counts once it is united.
    let conditions = "学校,初中在校生数\n青山镇初级中学,90\n";
    let classes = "学校,年级,班级,学生数\n青山镇初级中学 ,七年级,1班,44\n青山镇初中,七年级,2班,46\n";
    let files = tables(&[("条件.csv", conditions), ("班级.csv", classes)]);
    assert_eq!(corrected(&files, &Corrections::default()).dataset.schools.len(), 2);
    let mut united = Corrections::default();
    united.unite(SameSchool { other: "青山镇初中".into(), name: "青山镇初级中学".into(), same: true });
    let read = corrected(&files, &united);
    assert_eq!((read.dataset.schools.len(), read.dataset.classes.len()), (1, 2));
    assert!(found(&read.problems, ClassesDiffer).is_empty());
}

#[test]
fn a_person_can_call_a_sheet_a_table_of_classes() {
    let opened = opened("表.csv", "学校,班级,学生数\n青山中学,701,44\n青山中学,702,46\n".as_bytes());
    assert_eq!(recognise(&opened.tables, &[])[0].kind, TableKind::Conditions);
    let mut corrections = Corrections::default();
    let place = opened.tables[0].place();
    corrections.read_as(SheetChoice { kind: Some(TableKind::Classes), ..SheetChoice::none(place) });
    let read = corrected(&opened, &corrections);
    let told: Vec<_> = read.dataset.classes.iter().map(told).collect();
    assert_eq!(told[0], ("701".to_owned(), Some(Stage::Junior), Some(44.0)));
    assert_eq!(told.len(), 2);
}
