//! One table of schools in two files.

use suanpan::basis::problem::ProblemKind::*;
use suanpan::word::correction::Corrections;
use suanpan::word::field::{Field, Stage};

use super::school::{corrected, of_kind, tables, value};
use super::*;

fn table(changed: &[(usize, &str)]) -> String {
    let mut lines: Vec<String> = vec!["学校,小学在校生数,运动场地面积,教职工人数".to_owned()];
    lines.extend((1..=5).map(|n| format!("第{n}小学,{},{}人,{}", 400 + n, 3000 + n, 20 + n)));
    for (line, text) in changed {
        lines[*line] = (*text).to_owned();
    }
    lines.join("\n") + "\n"
}

fn both(other: &str) -> Assembled {
    corrected(&tables(&[("一.csv", &table(&[])), ("二.csv", other)]), &Corrections::default())
}

#[test]
fn a_table_that_repeats_another_is_said_once_and_the_first_counts() {
    let shuffled: String = {
        let text = table(&[]);
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n")
    };
    let read = both(&format!("又一份\n{shuffled}\n"));
    assert_eq!(of_kind(&read, TableTwice), [("".into(), "".into(), "一.csv".into())]);
    let twice = read.problems.iter().find(|problem| problem.kind == TableTwice).unwrap();
    assert_eq!(twice.place.to_string(), "二.csv");
    assert_eq!(of_kind(&read, SeparatorRemoved).len(), 5, "those of the first");
    assert_eq!(kinds(&read.problems), [SeparatorRemoved, TableTwice]);
    assert_eq!(read.rows, [5, 0]);
}

#[test]
fn of_one_that_nearly_repeats_another_the_differing_values_are_listed() {
    let read = both(&table(&[(2, "第2小学,402,3002,99")]));
    assert_eq!(of_kind(&read, TableTwice).len(), 1);
    assert_eq!(of_kind(&read, ValueDiffers), [("D3".into(), "99".into(), "一.csv › D3".into())]);
    assert_eq!(value(&read, "第2小学", Field::Staff, None), Some(22.0));
}

#[test]
fn tables_that_differ_are_two() {
    let read = both(&table(&[(2, "第2小学,402,3002,99"), (3, "第3小学,500,3003,23")]));
    assert_eq!(of_kind(&read, TableTwice), []);
    assert_eq!(of_kind(&read, ValueDiffers).len(), 2);
    let other_year =
        both(&format!("2024年\n{}", table(&[])).replace("学校,", "年度,学校,").replace("\n第", "\n2024,第"));
    assert_eq!(of_kind(&other_year, TableTwice), []);
    assert_eq!(value(&other_year, "第1小学", Field::Pupils(Stage::Primary), Some(2024)), Some(401.0));
}
