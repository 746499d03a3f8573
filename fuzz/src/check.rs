//! What must hold of any bytes.

use suanpan::intake::limit;
use suanpan::intake::{
    Answer, Encoding, Opened, Password, Progress, Unwatched, Watch, assemble, open, open_answered, recognise, unpack,
};
use suanpan::word::correction::Corrections;
use suanpan::word::table::{Cell, Table};

/// Opens a file, or all in a zip of files, as the page does. Panics where
/// anything is not as it must be; gives how many tables there were.
pub fn check(name: &str, bytes: &[u8]) -> usize {
    let mut tables = 0;
    let mut each = |name: &str, bytes: &[u8], _: &mut dyn Watch| tables += check_one(name, bytes);
    match unpack(name, bytes, &mut Unwatched, &mut each) {
        Some(_) => tables,
        None => check_one(name, bytes),
    }
}

/// Opens a file, and understands what it holds. Panics where anything is not
/// as it must be; gives how many tables there were.
fn check_one(name: &str, bytes: &[u8]) -> usize {
    let opened = open(name, bytes, &mut Unwatched);
    let answered = !opened.tables.is_empty() || !opened.problems.is_empty() || opened.question.is_some();
    assert!(answered, "neither a table nor a problem nor a question");
    // What the fixtures are protected with.
    let answer = match opened.question {
        Some(suanpan::intake::Question::Password { .. }) => Answer::Password(Password("123456".into())),
        _ => Answer::Encoding(Encoding::Gb18030),
    };
    let opened = match &opened.question {
        Some(_) => open_answered(name, bytes, Some(&answer), &mut Unwatched),
        None => opened,
    };
    opened.tables.iter().for_each(bounded);
    let cells: usize = opened.tables.iter().flat_map(Table::rows).map(|row| row.len()).sum();
    assert!(cells <= limit::CELLS + limit::COLUMNS as usize * opened.tables.len(), "{cells} cells");
    for problem in &opened.problems {
        assert_eq!(&*problem.place.file, name);
    }
    let readings = recognise(&opened.tables, &[]);
    assert_eq!(readings.len(), opened.tables.len());
    let assembled = assemble(&opened.tables, &readings, &Corrections::default());
    assert_eq!(assembled.rows.len(), opened.tables.len());
    for fact in assembled.dataset.facts() {
        assert!(fact.value.number.is_finite());
        assert!(fact.school < assembled.dataset.schools.len());
    }
    opened.tables.len()
}

/// A table within the limits, every value one that can be.
fn bounded(table: &Table) {
    assert!(table.height() <= limit::ROWS, "{} rows", table.height());
    let mut filled = false;
    for row in table.rows() {
        assert!(row.len() <= limit::COLUMNS as usize, "{} columns", row.len());
        for cell in row.iter() {
            filled |= cell != Cell::Empty;
            match cell {
                Cell::Number(number) | Cell::Date(number) => assert!(number.is_finite()),
                // A pair of bytes without meaning becomes two characters.
                Cell::Text(text) => assert!(text.len() <= limit::TEXT || text.chars().count() <= 2 * limit::TEXT),
                _ => {}
            }
        }
    }
    assert!(filled, "a table without content");
    assert!(table.hidden_rows.is_sorted() && table.hidden_columns.is_sorted());
    for merge in &table.merges {
        assert!(merge.top <= merge.bottom && merge.left <= merge.right, "{merge:?}");
    }
}

/// Ends the reading when it was asked so often; then nothing may be left.
pub fn check_cancelled(name: &str, bytes: &[u8], after: usize) {
    struct Ending(usize);
    impl Watch for Ending {
        fn go_on(&mut self, _: Progress) -> bool {
            self.0 = self.0.wrapping_sub(1);
            self.0 != usize::MAX
        }
        fn decode(&self, encoding: Encoding, bytes: &[u8]) -> String {
            Unwatched.decode(encoding, bytes)
        }
    }
    let mut watch = Ending(after);
    let opened = open(name, bytes, &mut watch);
    // Asked once more after it said no, it has wrapped.
    if watch.0 == usize::MAX {
        assert_eq!(opened, Opened::default(), "something is left of a reading that was ended");
    }
    assert!(watch.0 == usize::MAX || watch.0 <= after, "asked again after the end");
}
