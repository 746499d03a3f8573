//! Exports of 教育事业统计: merged headers, quantities of the standard in parts,
//! campuses that do not count as schools.

use suanpan::balance::standard::Item;
use suanpan::balance::subject::Subject;
use suanpan::balance::{assess, explain};
use suanpan::basis::text::Lang;
use suanpan::word::correction::{Corrections, Ruling};
use suanpan::word::field::{Field, Stage};
use suanpan::word::table::Merge;

use super::school::{accepting, corrected, of_kind, tables, value};
use super::*;
use suanpan::basis::problem::ProblemKind::*;

const HEAD: &str = "学校名称,办学类型,是否计校数,在校生数,专任教师,,,,,,,教学及辅助用房\n\
                    ,,,合计,#按学历分,,,#按授课课程分,,,,计\n\
                    ,,,,硕士研究生,本科,专科,语文,体育与健康,艺术,,\n\
                    ,,,,,,,,,计,音乐,\n";

fn form(name: &str, rows: &str) -> Opened {
    tables(&[(name, &format!("{HEAD}{rows}"))])
}

const ROWS: &str = "城关小学,小学,是,431,2,15,3,8,2,3,2,3227.6\n西园小学,小学,是,512,,18,1,9,1,,,3100\n";

#[test]
fn quantities_that_a_form_gives_in_parts_are_added_up_and_say_so() {
    let read = corrected(&form("小学.csv", ROWS), &Corrections::default());
    assert_eq!(value(&read, "城关小学", Field::HigherDegreeTeachers(Stage::Primary), None), Some(20.0));
    assert_eq!(value(&read, "城关小学", Field::ArtsTeachers(Stage::Primary), None), Some(5.0));
    assert_eq!(value(&read, "城关小学", Field::TeachingArea, None), Some(3227.6));
    // A blank part counts as none beside a filled one.
    assert_eq!(value(&read, "西园小学", Field::HigherDegreeTeachers(Stage::Primary), None), Some(19.0));
    assert_eq!(value(&read, "西园小学", Field::ArtsTeachers(Stage::Primary), None), Some(1.0));
    let listed = |cell: &str, found: &str, sum: &str| (cell.to_owned(), found.to_owned(), sum.to_owned());
    assert_eq!(
        of_kind(&read, DegreesSummed),
        [listed("E5", "硕士研究生 E5 2 + 本科 F5 15 + 专科 G5 3", "20"), listed("F6", "本科 F6 18 + 专科 G6 1", "19")]
    );
    assert_eq!(of_kind(&read, ArtsSummed)[0], listed("I5", "体育与健康 I5 2 + 艺术 J5 3", "5"));
    assert_eq!(kinds(&read.problems), [ColumnUnknown, DegreesSummed, ArtsSummed], "语文 is no mark here");
}

#[test]
fn a_blank_total_hides_no_parts() {
    let head =
        "学校名称,办学类型,在校生数,专任教师,,,,,,\n,,,#按学历分,,,,,,\n,,,研究生,博士研究生,硕士研究生,本科,专科,,\n";
    let read =
        corrected(&tables(&[("小学.csv", &format!("{head}城关小学,小学,431,,1,4,15,3,,\n"))]), &Corrections::default());
    assert_eq!(value(&read, "城关小学", Field::HigherDegreeTeachers(Stage::Primary), None), Some(23.0));
}

#[test]
fn below_merged_cells_the_same_is_read() {
    let mut opened = form("小学.csv", ROWS);
    let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
    opened.tables[0].merges =
        vec![merge(0, 0, 3, 0), merge(0, 1, 3, 1), merge(0, 2, 3, 2), merge(0, 4, 0, 10), merge(1, 4, 1, 6)];
    opened.tables[0].merges.extend([merge(1, 7, 1, 10), merge(2, 9, 2, 10), merge(2, 4, 3, 4), merge(1, 11, 3, 11)]);
    let read = corrected(&opened, &Corrections::default());
    let plain = corrected(&form("小学.csv", ROWS), &Corrections::default());
    assert_eq!(essence(&read.dataset), essence(&plain.dataset));
}

#[test]
fn in_a_junior_school_a_college_diploma_is_the_required_degree() {
    let read = corrected(&form("初中.csv", "桃源镇中,初级中学,是,600,4,30,6,9,3,2,2,4000\n"), &Corrections::default());
    assert_eq!(value(&read, "桃源镇中", Field::HigherDegreeTeachers(Stage::Junior), None), Some(34.0));
    assert_eq!(value(&read, "桃源镇中", Field::ArtsTeachers(Stage::Junior), None), Some(5.0));
    assert_eq!(value(&read, "桃源镇中", Field::HigherDegreeTeachers(Stage::Primary), None), None);
}

#[test]
fn a_sum_is_explained_down_to_the_cells_of_its_parts_and_taken_back() {
    let opened = form("小学.csv", ROWS);
    let read = corrected(&opened, &Corrections::default());
    let sum = read.dataset.value(0, &Field::HigherDegreeTeachers(Stage::Primary), None).unwrap();
    let cells: Vec<String> = sum.cells().iter().map(|cell| cell.place.a1()).collect();
    assert_eq!((cells.join(" "), sum.sum()), ("E5 F5 G5".into(), Some("2 + 15 + 3")));
    let balance = assess(&read.dataset, &Default::default());
    let subject = Subject::Cell { stage: Stage::Primary, school: 0, item: Item::ALL[0] };
    let why = explain::explain(&read.dataset, &balance, &subject, Lang::Zh).unwrap();
    let part = &why.parts[0];
    assert_eq!((&*part.numbers, part.cells.len()), ("2 + 15 + 3 = 20", 3));
    let mut back = Corrections::default();
    back.rule(Ruling { kind: DegreesSummed, place: Some(opened.tables[0].place().at(4, 4)), applied: false });
    let read = corrected(&opened, &back);
    assert_eq!(value(&read, "城关小学", Field::HigherDegreeTeachers(Stage::Primary), None), None);
    assert_eq!(value(&read, "西园小学", Field::HigherDegreeTeachers(Stage::Primary), None), Some(19.0));
    assert_eq!(of_kind(&read, DegreesSummed).len(), 2, "it is still listed");
}

#[test]
fn a_direct_column_prevails_and_a_disagreement_is_told() {
    let table = "学校,办学类型,在校生数,高于规定学历教师数,硕士学历教师数,本科学历教师数,专科学历教师数\n\
                 甲小学,小学,400,21,2,15,3\n乙小学,小学,400,20,2,15,3\n丙小学,小学,400,,2,15,3\n";
    let read = corrected(&tables(&[("小学.csv", table)]), &Corrections::default());
    let field = || Field::HigherDegreeTeachers(Stage::Primary);
    assert_eq!(value(&read, "甲小学", field(), None), Some(21.0));
    assert_eq!(of_kind(&read, HeadcountDiffers), [("D2".into(), "21".into(), "20".into())]);
    assert_eq!(value(&read, "丙小学", field(), None), Some(20.0), "a blank is no statement");
    assert_eq!(of_kind(&read, DegreesSummed).len(), 1);
    assert_eq!(kinds(&read.problems), [HeadcountDiffers, DegreesSummed]);
}

#[test]
fn a_sum_of_which_a_part_is_missing_or_faulty_is_not_made() {
    let table = "学校,办学类型,在校生数,本科学历教师数,硕士学历教师数,体育教师数,音乐教师数,美术教师数\n\
                 甲小学,小学,400,15,2,2,约1,1\n乙小学,小学,400,15,2,2,1,1\n";
    let read = corrected(&tables(&[("小学.csv", table)]), &Corrections::default());
    assert_eq!(value(&read, "乙小学", Field::HigherDegreeTeachers(Stage::Primary), None), None);
    assert_eq!(
        of_kind(&read, PartsMissing),
        [("E2".into(), "硕士学历教师数、本科学历教师数".into(), "".into())],
        "once a table"
    );
    assert_eq!(value(&read, "甲小学", Field::ArtsTeachers(Stage::Primary), None), None);
    assert_eq!(of_kind(&read, NotANumber).len(), 1);
    assert_eq!(value(&read, "乙小学", Field::ArtsTeachers(Stage::Primary), None), Some(4.0));
}

#[test]
fn parts_that_are_more_than_their_total_are_told_and_blank_ones_want_a_value() {
    let rows = "城关小学,小学,是,431,2,15,3,8,2,3,4,3227.6\n西园小学,小学,是,512,,,,9,1,1,1,3100\n";
    let head = HEAD
        .replace("计,音乐", "计,音乐,美术")
        .replace("艺术,,", "艺术,,,")
        .replace("#按授课课程分,,,,计", "#按授课课程分,,,,,计");
    let head = head.replace("专任教师,,,,,,,", "专任教师,,,,,,,,");
    let rows = rows.replace(",3227.6", ",1,3227.6").replace(",3100", ",0,3100");
    let read = corrected(&tables(&[("小学.csv", &format!("{head}{rows}"))]), &Corrections::default());
    assert_eq!(of_kind(&read, HeadcountDiffers), [("J5".into(), "3".into(), "5".into())]);
    assert_eq!(value(&read, "城关小学", Field::ArtsTeachers(Stage::Primary), None), Some(5.0));
    assert_eq!(of_kind(&read, MissingValue).len(), 1);
    assert_eq!(of_kind(&read, MissingValue)[0].0, "E6");
}

const CAMPUSES: &str = "城关小学(东校区),小学,0,100,,2,1,2,1,,,400.4\n城关小学,小学,1,431,2,15,3,8,2,3,2,3227.6\n\
                        河西分校,小学,0,60,,1,1,1,1,,,200\n";

#[test]
fn a_campus_that_does_not_count_joins_its_school_when_accepted() {
    let opened = form("小学.csv", CAMPUSES);
    let asked = corrected(&opened, &Corrections::default());
    assert_eq!(asked.dataset.schools.len(), 3);
    assert_eq!(of_kind(&asked, CampusOfSchool), [("C5".into(), "城关小学(东校区)".into(), "城关小学".into())]);
    assert_eq!(of_kind(&asked, CampusUncounted), [("C7".into(), "0".into(), "河西分校".into())]);
    let joined = corrected(&opened, &accepting(CampusOfSchool));
    let number = |field| value(&joined, "城关小学", field, None);
    assert_eq!(joined.dataset.schools.len(), 2);
    assert_eq!(number(Field::Pupils(Stage::Primary)), Some(531.0));
    assert_eq!(number(Field::TeachingArea), Some(3628.0));
    assert_eq!(number(Field::HigherDegreeTeachers(Stage::Primary)), Some(23.0));
    let area = joined.dataset.value(joined.dataset.school("城关小学").unwrap(), &Field::TeachingArea, None).unwrap();
    let cells: Vec<String> = area.cells().iter().map(|cell| cell.place.a1()).collect();
    assert_eq!((cells.join(" "), area.sum()), ("L6 L5".into(), Some("3227.6 + 400.4")));
    let pupils = joined.dataset.value(
        joined.dataset.school("城关小学").unwrap(),
        &Field::HigherDegreeTeachers(Stage::Primary),
        None,
    );
    assert_eq!(pupils.unwrap().cells().len(), 5);
}

#[test]
fn a_campus_counts_once_and_never_without_its_school() {
    let campus = "城关小学(东校区),小学,0,100,,2,1,2,1,,,400.4\n";
    let twice = corrected(&form("小学.csv", &format!("{CAMPUSES}{campus}")), &accepting(CampusOfSchool));
    assert_eq!(value(&twice, "城关小学", Field::Pupils(Stage::Primary), None), Some(531.0));
    assert_eq!(of_kind(&twice, DuplicateSchool).len(), 1);
    // Without the school's own figure the sum is not known.
    let blank = CAMPUSES.replace("3227.6", "");
    let read = corrected(&form("小学.csv", &blank), &accepting(CampusOfSchool));
    assert_eq!(value(&read, "城关小学", Field::TeachingArea, None), None);
    assert!(of_kind(&read, MissingValue).iter().any(|(cell, ..)| cell == "L6"));
    // The school's row of that year is not read, so there is nothing to join.
    let years =
        "年度,学校名称,办学类型,是否计校数,在校生数\n今年,城关小学,小学,是,431\n2025,城关小学东校区,小学,否,100\n";
    let alone = corrected(&tables(&[("条件.csv", years)]), &accepting(CampusOfSchool));
    assert_eq!(value(&alone, "城关小学", Field::Pupils(Stage::Primary), Some(2025)), None);
    assert_eq!(of_kind(&alone, CampusUncounted).len(), 1);
}

#[test]
fn a_campus_given_its_schools_name_is_added_and_no_duplicate() {
    let opened = form("小学.csv", CAMPUSES);
    let mut typed = Corrections::default();
    typed.edit(opened.tables[0].place().at(6, 0), "河西分校", "城关小学".into());
    let read = corrected(&opened, &typed);
    assert_eq!(value(&read, "城关小学", Field::Pupils(Stage::Primary), None), Some(491.0));
    assert_eq!(of_kind(&read, CampusJoined), [("C7".into(), "0".into(), "城关小学".into())]);
    assert_eq!(of_kind(&read, DuplicateSchool), []);
    // One whose figure is faulty makes the sum unknown, not too small.
    typed.edit(opened.tables[0].place().at(6, 3), "60", "约六十".into());
    let read = corrected(&opened, &typed);
    assert_eq!(value(&read, "城关小学", Field::Pupils(Stage::Primary), None), None);
}

#[test]
fn teachers_of_a_stage_that_nothing_tells_are_doubted_once_a_row() {
    let read =
        corrected(&form("条件.csv", "青山学校,九年一贯制学校,是,900,,15,3,8,2,3,2,5000\n"), &Corrections::default());
    let cells: Vec<String> = of_kind(&read, KindDisagrees).into_iter().map(|(cell, ..)| cell).collect();
    assert_eq!(cells, ["D5", "F5"], "the pupils, and the first teachers");
}
