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
fn kindergartens_are_left_out_and_said() {
    let read = read(
        "学校,学段,年级,班级,学生数\n青山学校,幼儿园,大班,1班,30\n青山学校,,学前班,2班,28\n青山学校,,2024级(七年级),1班,50\n青山学校,小学,一年级,1班,87\n",
    );
    let told: Vec<_> = read.dataset.classes.iter().map(told).collect();
    let of = |label: &str, stage, size| (label.to_owned(), Some(stage), Some(size));
    assert_eq!(told, [of("2024级(七年级)1班", Stage::Junior, 50.0), of("一年级1班", Stage::Primary, 87.0)]);
    let left = [("E2".to_owned(), "大班1班", ""), ("E3".to_owned(), "学前班2班", "")];
    assert_eq!(found(&read.problems, ClassPreschool), left);
    assert_eq!(read.problems.iter().count(), 2, "{:?}", read.problems);
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

/// 12 is no name that tells grade 1.
#[test]
fn a_class_of_another_grade_is_another_class_whatever_the_grade_looks_like() {
    for rows in [
        "青山学校,1,12,40\n青山学校,2,12,60\n",
        "青山学校,1,12班,40\n青山学校,2,12班,60\n",
        "青山学校,一,一班,40\n青山学校,二,一班,60\n",
        "青山学校,1,1,40\n青山学校,1,11,60\n",
        "青山学校,2023级,1班,40\n青山学校,2024级,1班,60\n",
    ] {
        let read = read(&format!("学校,年级,班级,人数\n{rows}"));
        assert_eq!(found(&read.problems, ClassTwice), [], "{rows}");
        let told: Vec<_> = read.dataset.classes.iter().map(told).collect();
        assert_eq!((told[0].2, told[1].2), (Some(40.0), Some(60.0)));
        assert_ne!(told[0].0, told[1].0, "{rows}");
    }
    let read = read("学校,年级,班级,人数\n青山学校,1,11,40\n青山学校,2,12,41\n");
    let names: Vec<String> = read.dataset.classes.iter().map(|class| told(class).0).collect();
    assert_eq!(names, ["1 11", "2 12"]);
}

#[test]
fn one_class_in_several_spellings_is_one() {
    for second in ["七年级,七(1)班", "七,七1班", "初一,1班", "七年级,〔1〕班", "7,1", ",七1班", ",701"]
    {
        let read = read(&format!("学校,年级,班级,学生数\n青山学校,七年级,1班,50\n青山学校,{second},50\n"));
        assert_eq!(found(&read.problems, ClassTwice).len(), 1, "{second}");
        assert_eq!(read.dataset.classes.len(), 1);
    }
}

/// Sheets 小学 and 初中 have each a 1班. A sheet that does not know the stage is
/// told by one that does, and nothing is asked then.
#[test]
fn stages_tell_classes_apart_and_are_learnt_from_other_tables() {
    let rows = "学校,班级,学生数\n青山学校,1班,44\n";
    let other = "学校,班级,学生数\n青山学校,1班,45\n";
    let of = |files: &[(&str, &str)]| {
        let conditions = [("条件.csv", CONDITIONS)];
        let files: Vec<_> = conditions.iter().chain(files).copied().collect();
        corrected(&tables(&files), &Corrections::default())
    };
    let both = of(&[("小学班级.csv", rows), ("初中班级.csv", other)]);
    let stages: Vec<_> = both.dataset.classes.iter().map(|class| (class.stage, class.pupils)).collect();
    assert_eq!(stages, [(Some(Stage::Primary), Some(44.0)), (Some(Stage::Junior), Some(45.0))]);
    assert!(found(&both.problems, ValueDiffers).is_empty());
    assert_eq!(found(&of(&[("班级.csv", rows)]).problems, ClassStage), [("B2".into(), "1班", "1班")]);
    for told in [rows, other] {
        let learnt = of(&[("班级.csv", rows), ("初中班级.csv", told)]);
        assert_eq!(learnt.dataset.classes.len(), 1);
        assert_eq!(learnt.dataset.classes[0].stage, Some(Stage::Junior));
        assert!(found(&learnt.problems, ClassStage).is_empty());
    }
}

#[test]
fn a_table_that_counts_the_classes_of_grades_is_not_read_as_one_of_classes() {
    let counts = "学校,年级,班级,人数\n青山学校,一年级,4,180\n青山学校,二年级,1,40\n城南小学,一年级,3,130\n";
    assert_eq!(kind(counts), TableKind::Unknown);
    assert_eq!(kind(&counts.replace("人数", "学生数")), TableKind::Unknown);
    let merged = "学校,年级,班级,人数\n青山学校,一年级,4,180\n,二年级,3,140\n";
    assert_eq!(kind(merged), TableKind::Unknown);
    let told = read(counts);
    assert_eq!(found(&told.problems, ClassesCounted), [("A1".into(), "学校、年级、班级、人数", "")]);
    assert!(told.dataset.classes.is_empty());
    // The person knows better; so many in one class are doubtful then.
    let files = tables(&[("班级.csv", counts)]);
    let mut corrections = Corrections::default();
    corrections.read_as(SheetChoice { kind: Some(TableKind::Classes), ..SheetChoice::none(files.tables[0].place()) });
    let told = corrected(&files, &corrections);
    let sizes: Vec<_> = told.dataset.classes.iter().map(|class| class.pupils).collect();
    assert_eq!(sizes, [Some(180.0), Some(40.0), Some(130.0)]);
    assert_eq!(found(&told.problems, ClassLarge), [("D2".into(), "180", "人数"), ("D4".into(), "130", "人数")]);
    // One class a grade, or several rows a grade, are classes.
    for rows in [
        "青山学校,一年级,1,40\n青山学校,二年级,1,38\n",
        "青山学校,一年级,1,40\n青山学校,一年级,2,38\n",
        "青山学校,一年级,101,40\n青山学校,二年级,201,38\n",
        "青山学校,1,12,40\n青山学校,2,12,60\n",
    ] {
        assert_eq!(kind(&format!("学校,年级,班级,人数\n{rows}")), TableKind::Classes, "{rows}");
    }
}

/// 学段 goes before the grade: of five and four years the sixth is junior. So it
/// is in a school that has no primary stage, which is said.
#[test]
fn a_column_of_stages_tells_the_stage_before_the_grade() {
    let conditions = format!("{CONDITIONS}城西中学,初级中学,,90\n");
    let classes = "学校,学段,年级,班级,学生数\n青山学校,初中(五四制),六年级,1班,44\n青山学校,小学,六年级,1班,43\n\
        青山学校,中学,一年级,1班,45\n青山学校,,中学一年级,2班,45\n城西中学,,六年级,1班,46\n城西中学,,中学一年级,1班,44\n城南小学,,七年级,1班,41\n";
    let files = tables(&[("条件.csv", &conditions), ("班级.csv", classes)]);
    let read = corrected(&files, &Corrections::default());
    let told: Vec<_> = read.dataset.classes.iter().map(|class| (class.source.place.a1(), class.stage)).collect();
    let of = |cell: &str, stage| (cell.to_owned(), stage);
    assert_eq!(
        told,
        [
            of("E2", Some(Stage::Junior)),
            of("E3", Some(Stage::Primary)),
            of("E4", None),
            of("E5", None),
            of("E8", Some(Stage::Junior)),
            of("E6", Some(Stage::Junior)),
            of("E7", Some(Stage::Junior)),
        ]
    );
    assert_eq!(found(&read.problems, ClassStage), [("C4".into(), "一年级", "1班"), ("C5".into(), "中学一年级", "2班")]);
    assert_eq!(found(&read.problems, KindDisagrees), [("C6".into(), "六年级", "1班"), ("C8".into(), "七年级", "1班")]);
}

/// A name with a slip in it is told at its row, with the school that it may be,
/// also where the same table has the right one; without tables of schools there
/// is nothing to hold it against.
#[test]
fn a_school_that_only_a_table_of_classes_has_is_said() {
    let conditions = "学校,初中在校生数\n青山镇初级中学,90\n城关学校,\n";
    let classes = "学校,年级,班级,学生数\n青山镇初级中学,七年级,1班,44\n青山镇初极中学,七年级,2班,46\n外乡学校,七年级,1班,46\n城光学校,七年级,1班,46\n";
    let told = corrected(&tables(&[("条件.csv", conditions), ("班级.csv", classes)]), &Corrections::default());
    assert_eq!(found(&told.problems, SchoolAlike), [("A3".into(), "青山镇初极中学", "青山镇初级中学")]);
    assert_eq!(
        found(&told.problems, SchoolUnlisted),
        [("A4".into(), "外乡学校", ""), ("A5".into(), "城光学校", "城关学校")]
    );
    let alone = corrected(&tables(&[("班级.csv", classes)]), &Corrections::default());
    assert!(found(&alone.problems, SchoolUnlisted).is_empty());
    // Once it is told apart it is one of its own, which is said, too.
    let mut apart = Corrections::default();
    apart
        .unite(SameSchool { other: "青山镇初极中学".into(), name: "青山镇初级中学".into(), same: false });
    let told = corrected(&tables(&[("条件.csv", conditions), ("班级.csv", classes)]), &apart);
    assert_eq!(found(&told.problems, SchoolUnlisted).len(), 3);
}

/// Where 学段 names another stage than the grade, nobody knows which one is right.
#[test]
fn a_stage_that_contradicts_the_grade_is_asked_about() {
    let found = read(
        "学校,学段,年级,班级,学生数\n青山学校,小学,七年级,1班,48\n青山学校,初中,三年级,1班,48\n青山学校,初中,六年级,1班,48\n青山学校,初中,八年级,1班,48\n",
    );
    let stages: Vec<Option<Stage>> = found.dataset.classes.iter().map(|class| class.stage).collect();
    assert_eq!(stages, [None, None, Some(Stage::Junior), Some(Stage::Junior)]);
    let asked = found.problems.iter().filter(|problem| problem.kind == ClassStage).count();
    assert_eq!(asked, 2);
}
