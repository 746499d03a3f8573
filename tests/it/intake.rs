//! Files to datasets.

use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::intake::{Assembled, Opened, Unwatched, assemble, open, recognise};
use suanpan::word::field::{Field, Stage};
use suanpan::word::reading::TableKind;

fn opened(name: &str, bytes: &[u8]) -> Opened {
    open(name, bytes, &mut Unwatched)
}

fn assembled(opened: &Opened) -> Assembled {
    assemble(&opened.tables, &recognise(&opened.tables, &[]))
}

fn sample() -> Opened {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/县域数据.xlsx")).unwrap();
    opened("县域数据.xlsx", &bytes)
}

fn count(assembled: &Assembled, kind: ProblemKind) -> usize {
    assembled.problems.iter().filter(|problem| problem.kind == kind).count()
}

#[test]
fn the_sample_is_read_whole() {
    let opened = sample();
    assert_eq!(opened.problems, []);
    let kinds: Vec<_> = recognise(&opened.tables, &[]).iter().map(|reading| reading.kind).collect();
    assert_eq!(kinds, [TableKind::Conditions, TableKind::Marks, TableKind::Indicators]);
    let assembled = assembled(&opened);
    assert_eq!(assembled.rows, [28, 2145, 36]);
    assert_eq!(assembled.dataset.schools.len(), 28);
    assert_eq!(assembled.dataset.years(), [2023, 2024, 2025]);
    assert_eq!(count(&assembled, NumberAsText), 4);
    assert_eq!(count(&assembled, SpacesTrimmed), 3);
    assert_eq!(count(&assembled, PercentRepaired), 36);
    assert_eq!(count(&assembled, TotalRowSkipped), 1);
    assert_eq!(count(&assembled, NoteRowSkipped), 2);
    assert_eq!(count(&assembled, SheetUnused), 1);
    assert_eq!(assembled.problems.len(), 4 + 3 + 36 + 1 + 2 + 1);
}

#[test]
fn values_keep_their_cells_and_units() {
    let assembled = assembled(&sample());
    let dataset = &assembled.dataset;
    let value = |school: &str, field: Field, year| {
        let value = dataset.value(dataset.school(school).unwrap(), &field, year).unwrap();
        (value.number, value.source.place.a1(), value.source.text.clone())
    };
    assert_eq!(value("城关小学", Field::Equipment, None), (1_022_300.0, "S5".into(), "102.23".into()));
    assert_eq!(value("石桥中学", Field::MultimediaRooms, None), (28.0, "T8".into(), "28".into()));
    assert_eq!(value("临江镇初级中学", Field::Pupils(Stage::Junior), None), (477.0, "H9".into(), "477".into()));
    assert_eq!(value("石桥中学", Field::BottomRate, Some(2023)), (23.7, "E2".into(), "23.7%".into()));
    assert_eq!(value("石桥中学", Field::BottomRate, Some(2024)), (20.43, "E3".into(), "0.2043".into()));
    assert_eq!(value("石桥中学", Field::Misconduct, Some(2024)), (0.0, "J3".into(), "0".into()));
}
