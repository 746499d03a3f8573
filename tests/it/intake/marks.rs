//! Tables of marks: forms, values, identity, consistency.

use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::intake::{Assembled, Opened, assemble, recognise};
use suanpan::word::cohort::{Cohort, Status};
use suanpan::word::correction::{Corrections, Ruling, SameSchool};

use super::{assembled, bytes, csv, fixture, found, kinds, opened};

/// The pupils of a file as the truth has them: number, name, school, class and
/// each subject's mark and status.
fn truth() -> Vec<Vec<String>> {
    let text = String::from_utf8(bytes("tests/vector/eval_scores_clean.csv")).unwrap();
    let rows = text.trim_start_matches('\u{feff}').lines().skip(1).map(|line| line.split(','));
    rows.map(|cells| cells.enumerate().filter(|(at, _)| ![4, 5].contains(at)).map(|(_, cell)| cell.into()).collect())
        .collect()
}

/// A cohort in the same form: a pupil who left is 转出 and has blank marks.
fn told(cohort: &Cohort) -> Vec<Vec<String>> {
    let row = |pupil: usize| {
        let left = cohort.subjects.iter().all(|subject| subject.marks.status(pupil) == Status::Transferred);
        let pupils = &cohort.pupils;
        let mut row: Vec<String> = [pupils.numbers.get(pupil), pupils.names.get(pupil)].map(str::to_owned).into();
        row.extend([cohort.school(pupil), cohort.class(pupil), if left { "转出" } else { "在籍" }].map(str::to_owned));
        for subject in &cohort.subjects {
            row.push(subject.marks.mark(pupil).map_or_else(String::new, |mark| mark.to_string()));
            let status = match subject.marks.status(pupil) {
                Status::Present => "ok",
                Status::Absent => "缺考",
                Status::Cheated => "作弊",
                Status::Exempt => "免考",
                Status::Transferred => "空",
                other => panic!("{other:?}"),
            };
            row.push(status.to_owned());
        }
        row
    };
    (0..cohort.len()).map(row).collect()
}

/// Each pupil as name, then each subject's mark or status.
fn marks(cohort: &Cohort) -> Vec<String> {
    let one = |pupil: usize| {
        let marks = cohort.subjects.iter().map(|subject| match subject.marks.mark(pupil) {
            Some(mark) => mark.to_string(),
            None => format!("{:?}", subject.marks.status(pupil)),
        });
        [cohort.pupils.names.get(pupil).to_owned()].into_iter().chain(marks).collect::<Vec<_>>().join(" ")
    };
    (0..cohort.len()).map(one).collect()
}

fn only(read: &Assembled) -> &Cohort {
    let [cohort] = &read.dataset.cohorts[..] else { panic!("{} cohorts", read.dataset.cohorts.len()) };
    cohort
}

/// Several CSV files opened together.
fn files(files: &[(&str, &str)]) -> Assembled {
    let mut all = Opened::default();
    for (name, text) in files {
        all.tables.extend(opened(name, text.as_bytes()).tables);
    }
    assembled(&all)
}

/// The kinds found besides that the table is not used yet.
fn told_of(read: &Assembled) -> Vec<ProblemKind> {
    kinds(&read.problems).into_iter().filter(|kind| *kind != SheetUnused).collect()
}

#[test]
fn messy_marks_are_read_as_the_clean_ones() {
    for name in ["messy.xlsx", "messy.xls", "messy_utf8bom.csv", "messy_gbk.csv"] {
        let opened = opened(name, &bytes(&format!("tests/vector/eval_scores_{name}")));
        let read = assembled(&opened);
        let cohort = only(&read);
        assert_eq!(told(cohort), truth(), "{name}");
        assert_eq!((&*cohort.exam, cohort.year), ("2021年全市初中学业水平考试成绩汇总表（演示数据）", Some(2021)));
        let fulls: Vec<_> = cohort.subjects.iter().map(|subject| (&*subject.name, subject.full.unwrap())).collect();
        let expected =
            [("语文", 120.0), ("数学", 120.0), ("英语", 120.0), ("科学", 160.0), ("社会", 100.0), ("体育", 30.0)];
        assert_eq!(fulls, expected, "{name}");
        assert_eq!(cohort.place(1, 0).unwrap().a1(), "E5");
        let of = |kind| found(&read.problems, kind);
        assert_eq!(of(FullWidthDigits), [("E5".into(), "８６", "86"), ("H12".into(), "'117", "117")]);
        assert_eq!(of(SeparatorRemoved), [("G7".into(), "105分", "105")]);
        assert_eq!(of(MarkBesideStatus), [("H8".into(), "0(缺考)", "科学")]);
        assert_eq!(of(SignForAbsence), [("G21".into(), "-", "")]);
        assert_eq!(of(SpacesTrimmed), [("B10".into(), "生 007", "生007"), ("C10".into(), "城关中学 ", "城关中学")]);
        assert_eq!(of(TotalRowSkipped).len(), 2);
        assert_eq!(of(NoteRowSkipped).len(), 1);
        let texts = of(NumberAsText).len();
        assert_eq!(read.problems.total() - texts, 11, "{name} {:?}", told_of(&read));
        assert_eq!(texts > 0, !name.ends_with("csv"));
    }
}

#[test]
fn the_long_form_gives_the_same_as_the_wide_one() {
    let long = csv("考号,姓名,学校,科目,满分,原始分,缺考(是/否),作弊(是/否)\n\
         01,甲,东中学,语文,120,86,否,否\n01,甲,东中学,数学,100,90,0,0\n\
         02,乙,东中学,语文,120,0,是,否\n02,乙,东中学,数学,100,,Y,N\n\
         03,丙,东中学,语文,120,77,否,是\n03,丙,东中学,数学,100,0,否,否\n");
    let wide = csv(
        "考号,姓名,学校,语文(120分),数学(满分100)\n01,甲,东中学,86,90\n02,乙,东中学,缺考,缺考\n03,丙,东中学,作弊,0\n",
    );
    assert_eq!(marks(only(&long)), ["甲 86 90", "乙 Absent Absent", "丙 Cheated 0"]);
    assert_eq!(marks(only(&wide)), marks(only(&long)));
    let fulls = |read: &Assembled| only(read).subjects.iter().map(|subject| subject.full).collect::<Vec<_>>();
    assert_eq!(fulls(&long), [Some(120.0), Some(100.0)]);
    assert_eq!(fulls(&wide), fulls(&long));
    assert_eq!(only(&long).place(1, 1).unwrap().a1(), "F5");
    assert_eq!(long.rows, [6]);
    assert_eq!((told_of(&long), told_of(&wide)), (vec![], vec![]));
}

#[test]
fn full_marks_stand_below_the_header_above_it_or_in_it() {
    for text in [
        "考号,姓名,语文,数学\n,,满分120,满分100\n01,甲,86,90\n",
        "考号,姓名,语文,数学\n满分,,120,100\n01,甲,86,90\n",
        "满分,,120,100\n考号,姓名,语文,数学\n01,甲,86,90\n",
        "考号,姓名,语文（120分）,数学满分100\n01,甲,86,90\n",
    ] {
        let read = csv(text);
        let fulls: Vec<_> = only(&read).subjects.iter().map(|subject| subject.full).collect();
        assert_eq!(fulls, [Some(120.0), Some(100.0)], "{text}");
        assert_eq!(marks(only(&read)), ["甲 86 90"], "{text}");
    }
}

#[test]
fn a_status_in_the_first_subject_holds_for_the_row() {
    let read = csv(
        "考号,姓名,语文,数学,英语\n01,甲,转学,,\n02,乙,休学,-,—\n03,丙,缺考,,/\n04,丁,缺,0（缺考）,\n05,戊,请假,80,70\n\
         06,己,,81,71\n07,庚,免考,82,—\n08,辛,旷考,缓考,违纪\n",
    );
    assert_eq!(
        marks(only(&read)),
        [
            "甲 Transferred Transferred Transferred",
            "乙 Suspended Suspended Suspended",
            "丙 Absent Absent Absent",
            "丁 Absent Absent Absent",
            "戊 Leave 80 70",
            "己 Missing 81 71",
            "庚 Exempt 82 Absent",
            "辛 Truant Deferred Cheated",
        ]
    );
    assert_eq!(found(&read.problems, MissingValue), [("C7".into(), "", "语文")]);
    assert_eq!(found(&read.problems, SignForAbsence), [("E8".into(), "—", "")]);
    assert_eq!(found(&read.problems, MarkBesideStatus), [("D5".into(), "0（缺考）", "数学")]);
    assert_eq!(told_of(&read), [MissingValue, MarkBesideStatus, SignForAbsence]);
}

#[test]
fn zero_is_a_mark_and_all_zeros_are_asked_about() {
    let read = csv("考号,姓名,语文,数学\n01,甲,0,90\n02,乙,0,0\n03,丙,,\n");
    assert_eq!(marks(only(&read)), ["甲 0 90", "乙 0 0", "丙 Missing Missing"]);
    assert_eq!(found(&read.problems, AllZero), [("C3".into(), "", "乙")]);
    assert_eq!(found(&read.problems, NoMarks), [("C4".into(), "", "丙")]);
    assert_eq!(told_of(&read), [NoMarks, AllZero]);
}

#[test]
fn what_is_no_mark_is_left_out_and_named() {
    let read = csv("考号,姓名,语文,数学\n01,甲,优,90\n02,乙,#DIV/0!,80\n03,丙,八十六,-5\n04,丁,75%,70\n");
    assert_eq!(marks(only(&read)), ["甲 Unreadable 90", "乙 Unreadable 80", "丙 86 Unreadable", "丁 Unreadable 70"]);
    assert_eq!(found(&read.problems, IdeographicDigits), [("C4".into(), "八十六", "86")]);
    assert_eq!(found(&read.problems, NegativeValue), [("D4".into(), "-5", "数学")]);
    let faults = found(&read.problems, NotANumber).len() + found(&read.problems, ErrorCell).len();
    assert_eq!(faults, 3);
}

#[test]
fn school_and_class_come_from_the_sheet_or_file_where_no_column_has_them() {
    let read = files(&[
        ("2025年桃源镇中九1班期末成绩.csv", "考号,姓名,语文\n01,甲,86\n"),
        ("2025年桃源镇中九2班期末成绩.csv", "考号,姓名,语文\n02,乙,90\n"),
        ("2025年城关中学九1班期末成绩.csv", "考号,姓名,语文,体育\n03,丙,70,30\n"),
    ]);
    let cohort = only(&read);
    let places: Vec<_> = (0..3).map(|pupil| (cohort.school(pupil), cohort.class(pupil))).collect();
    assert_eq!(places, [("桃源镇中", "九1班"), ("桃源镇中", "九2班"), ("城关中学", "九1班")]);
    assert_eq!(marks(cohort), ["甲 86 NotExamined", "乙 90 NotExamined", "丙 70 30"]);
    assert_eq!((cohort.year, told_of(&read)), (Some(2025), vec![]));
    assert_eq!(cohort.place(2, 1).unwrap().to_string(), "2025年城关中学九1班期末成绩.csv › D2");
}

#[test]
fn sheets_of_subjects_meet_in_their_pupils() {
    let read = files(&[
        ("语文.csv", "考号,姓名,成绩\n01,甲,86\n02,乙,缺考\n"),
        ("数学.csv", "考号,姓名,成绩\n02,乙,90\n01,甲,95\n03,丙,60\n"),
    ]);
    assert_eq!(marks(only(&read)), ["甲 86 95", "乙 Absent 90", "丙 NotExamined 60"]);
    assert_eq!(only(&read).place(0, 1).unwrap().to_string(), "数学.csv › C3");
    assert_eq!(told_of(&read), []);
}

#[test]
fn other_exams_and_years_stay_apart() {
    let read = files(&[
        ("2024年期末.csv", "考号,姓名,语文\n01,甲,86\n"),
        ("2025年期末.csv", "考号,姓名,语文\n01,甲,87\n"),
        ("2025年期中.csv", "考号,姓名,语文\n01,甲,88\n"),
    ]);
    let exams: Vec<_> = read.dataset.cohorts.iter().map(|cohort| (&*cohort.exam, cohort.year)).collect();
    assert_eq!(exams, [("2024年期末", Some(2024)), ("2025年期末", Some(2025)), ("2025年期中", Some(2025))]);
    let years = csv("年度,考号,姓名,语文\n2024,01,甲,86\n2025,01,甲,90\n");
    assert_eq!(years.dataset.cohorts.iter().map(|cohort| cohort.year).collect::<Vec<_>>(), [Some(2024), Some(2025)]);
    assert_eq!(told_of(&years), []);
}

#[test]
fn one_person_twice_is_told_from_two_persons() {
    let read = csv("考号,姓名,学校,语文\n01,甲,东中学,86\n01,甲,东中学,86\n02,乙,东中学,80\n02,乙,东中学,81\n\
         03,丙,东中学,70\n03,丁,东中学,71\n04,丙,东中学,72\n");
    assert_eq!(marks(only(&read)), ["甲 86", "乙 80", "丙 70", "丁 71", "丙 72"]);
    assert_eq!(found(&read.problems, RowTwice), [("A3".into(), "01", "甲")]);
    assert_eq!(found(&read.problems, PersonTwice), [("A5".into(), "02", "乙")]);
    assert_eq!(found(&read.problems, NumberShared), [("A7".into(), "03", "丁")]);
    assert_eq!(read.rows, [5]);
    let unnumbered = csv("姓名,班级,语文\n甲,901,86\n甲,901,70\n甲,902,71\n");
    assert_eq!(marks(only(&unnumbered)), ["甲 86", "甲 70", "甲 71"]);
    assert_eq!(found(&unnumbered.problems, Namesakes), [("A3".into(), "甲", "甲")]);
}

#[test]
fn the_same_table_in_two_files_counts_once_and_others_are_compared() {
    let text = "考号,姓名,语文\n01,甲,86\n02,乙,90\n";
    let twice = files(&[("期末.csv", text), ("期末的副本.csv", text)]);
    assert_eq!(marks(only(&twice)), ["甲 86", "乙 90"]);
    assert_eq!(found(&twice.problems, TableTwice), [(String::new(), "", "期末.csv")]);
    let differing = files(&[("期末成绩.csv", text), ("期末成绩表.csv", "考号,姓名,语文\n02,乙,91\n03,丙,60\n")]);
    assert_eq!(marks(only(&differing)), ["甲 86", "乙 90", "丙 60"]);
    assert_eq!(found(&differing.problems, ValueDiffers), [("C2".into(), "91", "期末成绩.csv › C3")]);
}

#[test]
fn without_numbers_pupils_meet_by_name_school_and_class() {
    let read = files(&[
        ("语文.csv", "考号,姓名,学校,班级,成绩\n01,甲,东中学,901,86\n02,甲,东中学,902,70\n03,乙,东中学,901,90\n"),
        ("数学.csv", "姓名,学校,班级,成绩\n甲,东中学,902,71\n乙,东中学,,91\n甲,西中学,901,60\n"),
    ]);
    assert_eq!(marks(only(&read)), ["甲 86 NotExamined", "甲 70 71", "乙 90 91", "甲 NotExamined 60"]);
}

#[test]
fn damaged_numbers_are_flagged_and_tell_nobody_apart() {
    let read = csv("考号,姓名,语文\n2.10101E+11,甲,86\n2.10101E+11,乙,87\n210101000003,丙,88\n' 210101000004,丁,89\n\
         210101000005.0,戊,90\n");
    assert_eq!(marks(only(&read)).len(), 5);
    assert_eq!(only(&read).pupils.numbers.get(4), "210101000005");
    assert_eq!(found(&read.problems, NumberDamaged).len(), 2);
    assert_eq!(found(&read.problems, NumberCleaned).len(), 2);
    assert_eq!(told_of(&read), [NumberCleaned, NumberDamaged]);
    let cut = csv("学籍号,姓名,语文\n330102201001010000,甲,86\n330102201001020000,乙,87\n");
    assert_eq!(found(&cut.problems, NumberDamaged).len(), 2);
    let mut rows = String::from("考号,姓名,语文\n");
    (0..20).for_each(|at| rows += &format!("00{},生{at},{}\n", 7100 + at, 60 + at));
    rows += "7123,末,70\n";
    assert_eq!(found(&csv(&rows).problems, NumberLength), [("A22".into(), "7123", "6")]);
}

#[test]
fn classes_that_became_dates_come_back() {
    let read = csv("考号,姓名,班级,语文\n01,甲,3月2日,86\n02,乙,3-1,87\n");
    assert_eq!((only(&read).class(0), only(&read).class(1)), ("3-2", "3-1"));
    assert_eq!(found(&read.problems, DateForClass), [("C2".into(), "3月2日", "3-2")]);
}

#[test]
fn totals_and_full_marks_are_held_against_the_marks() {
    let mut rows = String::from("考号,姓名,语文(120分),数学(120分),总分\n");
    (10..40).for_each(|at| rows += &format!("{at},生{at},{},{},{}\n", 60 + at, 70 + at, 130 + 2 * at));
    let read = csv(&format!("{rows}40,末,121,100,221\n41,尾,80,90,175\n"));
    assert_eq!(found(&read.problems, MarkAboveFull), [("C32".into(), "121", "120")]);
    assert_eq!(found(&read.problems, TotalDiffers), [("E33".into(), "175", "170")]);
    assert_eq!(told_of(&read), [MarkAboveFull, TotalDiffers]);
    let wrong = csv(&rows.replace("120分),总", "200分),总").replace("语文(120分)", "语文(80分)"));
    assert_eq!(
        found(&wrong.problems, FullMarkDoubtful),
        [("C1".into(), "语文 80", "99"), ("D1".into(), "数学 200", "109")]
    );
    let scaled = csv(&rows.replace(",总分", ",体育折算,总分").replace('\n', ",1\n").replacen(",1\n", "\n", 1));
    assert_eq!(found(&scaled.problems, TotalDiffers), []);
}

#[test]
fn a_subject_without_entries_was_not_examined_and_electives_are_no_gaps() {
    let mut rows = String::from("考号,姓名,语文,物理,历史,音乐\n");
    (10..40).for_each(|at| rows += &format!("{at},生{at},80,{}\n", if at % 2 == 0 { "70,," } else { ",60," }));
    let read = csv(&rows);
    assert_eq!(found(&read.problems, SubjectNotExamined), [("F1".into(), "音乐", "")]);
    assert_eq!(found(&read.problems, SubjectElective).len(), 2);
    assert_eq!(marks(only(&read))[0], "生10 80 70 Missing NotExamined");
    assert_eq!(told_of(&read), [SubjectNotExamined, SubjectElective]);
}

#[test]
fn schools_of_pupils_are_held_against_the_tables_of_schools() {
    let read = files(&[
        ("学校.csv", "学校,满意度\n东中学,90\n"),
        ("成绩.csv", "考号,姓名,学校,语文\n01,甲,东中学,86\n02,乙,东镇中学,87\n"),
    ]);
    assert_eq!(found(&read.problems, SchoolUnlisted), [(String::new(), "东镇中学", "")]);
    assert_eq!(read.dataset.schools.len(), 1);
}

/// The messy marks as rows of cells, the title first.
fn messy() -> Vec<Vec<String>> {
    let text = String::from_utf8(bytes("tests/vector/eval_scores_messy_utf8bom.csv")).unwrap();
    let lines = text.trim_start_matches('\u{feff}').lines();
    lines.map(|line| line.split(',').map(str::to_owned).collect()).collect()
}

fn written(rows: &[Vec<String>]) -> String {
    rows.iter().map(|row| row.join(",")).collect::<Vec<_>>().join("\n")
}

/// A cohort with its subjects in one order.
fn ordered(read: &Assembled) -> Vec<Vec<String>> {
    let mut cohort = only(read).clone();
    cohort.subjects.sort_by(|one, other| one.name.cmp(&other.name));
    told(&cohort)
}

#[test]
fn the_order_of_columns_and_titles_above_do_not_change_marks() {
    let rows = messy();
    let expected = ordered(&csv(&written(&rows)));
    let mut shuffled = rows.clone();
    for turn in 1..11 {
        shuffled.iter_mut().skip(1).for_each(|row| row.rotate_left(1));
        shuffled.iter_mut().skip(1).for_each(|row| row.swap(turn % 11, turn * 7 % 11));
        assert_eq!(ordered(&csv(&written(&shuffled))), expected, "{:?}", shuffled[1]);
    }
    let mut titled = rows;
    for title in ["某市教育局教研室", "单位:分", "填报日期:2021年6月30日", ""] {
        titled.insert(1, vec![title.to_owned()]);
        assert_eq!(ordered(&csv(&written(&titled))), expected, "{title}");
    }
}

/// Every other name that the dictionary has for a column of marks.
#[test]
fn every_alias_of_a_header_gives_the_same_marks() {
    let dictionary: serde_json::Value =
        serde_json::from_str(include_str!("../../../src/intake/dictionary.json")).unwrap();
    let rows = messy();
    let expected = ordered(&csv(&written(&rows)));
    let columns = [
        ("fields", "PupilNumber", 0),
        ("fields", "PersonName", 1),
        ("fields", "SchoolName", 2),
        ("fields", "Class", 3),
        ("subjects", "语文", 4),
        ("subjects", "数学", 5),
        ("subjects", "英语", 6),
        ("subjects", "科学", 7),
        ("subjects", "社会", 8),
        ("subjects", "体育", 9),
        ("fields", "TotalMark", 10),
    ];
    for (part, name, column) in columns {
        for alias in dictionary[part][name].as_array().unwrap() {
            let mut renamed = rows.clone();
            renamed[1][column] = alias.as_str().unwrap().to_owned();
            assert_eq!(ordered(&csv(&written(&renamed))), expected, "{alias}");
        }
    }
}

#[test]
fn a_workbook_with_a_sheet_a_school_is_one_exam() {
    let read = assembled(&fixture("marks.xlsx"));
    let cohort = only(&read);
    assert_eq!(
        marks(cohort),
        [
            "甲一 86 90.5",
            "甲二 Absent 88",
            "甲三 Unreadable 70",
            "甲四 Unreadable 125",
            "乙一 Unreadable 60",
            "乙二 75 65",
            "乙三 76 66",
            "乙四 77 67",
        ]
    );
    let whose: Vec<_> = (0..8).map(|pupil| (cohort.school(pupil), cohort.class(pupil))).collect();
    let (one, two) = ("城关中学", "桃源镇中");
    assert_eq!(whose[..4], [(one, "3-2"), (one, "3-2"), (one, "3-1"), (one, "3-1")]);
    assert_eq!(whose[4..], [(two, "3-1"), (two, "3-1"), (two, "3-2"), (two, "3-2")]);
    assert_eq!(cohort.subjects.iter().map(|subject| subject.full).collect::<Vec<_>>(), [Some(120.0); 2]);
    assert_eq!(cohort.pupils.registers.get(0), "G330102201001010011");
    assert_eq!(cohort.place(5, 1).unwrap().to_string(), "marks.xlsx › 桃源镇中 › E5");
    let of = |kind| found(&read.problems, kind).into_iter().map(|(cell, ..)| cell).collect::<Vec<_>>();
    assert_eq!((of(DateForClass), of(FormulaWithoutValue)), (vec!["D4".into()], vec!["E8".into()]));
    assert_eq!((of(ErrorCell), of(NotANumber)), (vec!["E9".into()], vec!["D4".into()]));
    assert_eq!((of(MarkAboveFull), of(TotalDiffers)), (vec!["F9".into()], vec![]));
    assert_eq!(of(NumberDamaged), ["B6", "B7"]);
    assert_eq!(of(NoteRowSkipped), ["A3", "A7", "A11"]);
    assert_eq!(of(TotalRowSkipped), ["A10"]);
    assert_eq!(read.rows, [4, 4]);
}

#[test]
fn what_the_person_rules_is_carried_out() {
    let mut rows = String::from(
        "考号,姓名,学校,语文,数学\n070001,甲,东中学,0,0\n070002,乙,东镇中,８６,90\n070003,丙,东中学,—,80\n\
         70004,丁,东中学,70,71\n",
    );
    (10..30).for_each(|at| rows += &format!("0700{at},生{at},东中学,80,81\n"));
    let opened = opened("成绩.csv", rows.as_bytes());
    let readings = recognise(&opened.tables, &[]);
    let read = |corrections: &Corrections| assemble(&opened.tables, &readings, corrections);
    let before = read(&Corrections::default());
    assert_eq!(marks(only(&before))[..4], ["甲 0 0", "乙 86 90", "丙 Absent 80", "丁 70 71"]);
    let mut corrections = Corrections::default();
    for (kind, applied) in [(AllZero, true), (NumberLength, true), (FullWidthDigits, false), (SignForAbsence, false)] {
        assert!(kind.is_ruled() && kind.applied() != applied);
        corrections.rule(Ruling { kind, place: None, applied });
    }
    corrections.unite(SameSchool { other: "东镇中".into(), name: "东中学".into(), same: true });
    let after = read(&corrections);
    assert_eq!(marks(only(&after))[..4], ["甲 Absent Absent", "乙 Unreadable 90", "丙 Missing 80", "丁 70 71"]);
    assert_eq!(only(&after).pupils.numbers.get(3), "070004");
    assert_eq!((only(&before).schools.len(), only(&after).schools.len()), (2, 1));
    assert_eq!((found(&after.problems, MissingValue).len(), found(&after.problems, NumberLength).len()), (1, 1));
}

#[test]
fn a_copy_in_another_order_is_the_same_table() {
    let read = files(&[
        ("期末.csv", "考号,姓名,语文,数学\n01,甲,86,90\n02,乙,70,71\n"),
        ("备份.csv", "数学,考号,姓名,语文\n71,02,乙,70\n90,01,甲,86\n"),
    ]);
    assert_eq!(marks(only(&read)), ["甲 86 90", "乙 70 71"]);
    assert_eq!(found(&read.problems, TableTwice), [(String::new(), "", "期末.csv")]);
}

/// A column that is no column of subjects must not cost a column each.
#[test]
fn the_subjects_of_an_exam_are_bounded() {
    let mut rows = String::from("考号,姓名,科目,分数\n");
    (0..3_000).for_each(|at| rows += &format!("{at},生{at},科{at},60\n"));
    let read = csv(&rows);
    assert_eq!(only(&read).subjects.len(), 40);
    assert_eq!(read.problems.count(TooManySubjects), 2_960);
}
