//! Cells on their way between threads: what they are kept as, the most of it
//! as runs of bytes.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_bytes::{ByteBuf, Bytes};
use suanpan_scan::cells::{Cells, Parts};
use suanpan_scan::words::{of_bytes, to_bytes};

/// Cells in one run of bytes: few enough that none of them are held twice for long.
const RUN: usize = 1 << 16;

pub(super) fn serialize<S: Serializer>(cells: &Cells, serializer: S) -> Result<S::Ok, S::Error> {
    let Parts { ends, packed, texts, stops, dates } = cells.parts();
    (ends, Runs(packed), texts, stops, dates).serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cells, D::Error> {
    let (ends, runs, texts, stops, dates): (_, Vec<&Bytes>, _, _, _) = Deserialize::deserialize(deserializer)?;
    let mut packed = Vec::with_capacity(runs.iter().map(|run| run.len() / 8).sum());
    runs.iter().for_each(|run| packed.extend(of_bytes(run)));
    Ok(Cells::of_parts(ends, packed, texts, stops, dates))
}

struct Runs<'a>(&'a [u64]);

impl Serialize for Runs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.chunks(RUN).map(|run| ByteBuf::from(to_bytes(run))))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Builder, Cell, Table};
    use super::*;

    const ALL: &[Cell<'_>] = &[
        Cell::Text("城关小学"),
        Cell::Number(-0.5),
        Cell::Number(f64::MAX),
        Cell::Bool(true),
        Cell::Bool(false),
        Cell::Date(45_000.25),
        Cell::Error("#DIV/0!"),
        Cell::Uncomputed,
        Cell::Text("城关小学"),
        Cell::Text(""),
    ];

    #[test]
    fn cells_come_out_as_they_went_in_and_equal_texts_once() {
        let cells: Cells = [&[], &[], ALL].into_iter().map(|row| row.iter().copied()).collect();
        assert_eq!(cells.height(), 3);
        assert!(cells.row(0).is_empty() && cells.row(3).is_empty());
        assert!(cells.row(2).iter().eq(ALL.iter().copied()));
        assert_eq!(cells.row(2).get(99), Cell::Empty);
        assert_eq!(cells.parts().texts, "城关小学#DIV/0!");
        let table = Table { cells, ..Table::default() };
        let bytes = postcard::to_stdvec(&table).unwrap();
        assert_eq!(postcard::from_bytes::<Table>(&bytes).unwrap(), table);
    }

    #[test]
    fn the_order_in_which_cells_come_does_not_matter() {
        let mut placed: Vec<_> = (0..5).flat_map(|row| (0..=row).map(move |column| (row * 2, column * 3))).collect();
        let build = |placed: &[(u32, u32)]| {
            let mut builder = Builder::default();
            for &(row, column) in placed {
                builder.put(row, column, Cell::Number(f64::from(row * 100 + column)));
            }
            builder.finish()
        };
        let expected = build(&placed);
        placed.reverse();
        assert_eq!(build(&placed), expected);
        let half = placed.len() / 2;
        placed.rotate_left(half);
        assert_eq!(build(&placed), expected);
    }

    #[test]
    fn cells_can_be_replaced_emptied_and_added() {
        let cells: Cells = [vec![Cell::Text("甲"), Cell::Number(1.0)], vec![Cell::Text("乙")]].into_iter().collect();
        let others =
            [(0, 1, Cell::Empty), (1, 0, Cell::Text("甲")), (1, 2, Cell::Bool(true)), (3, 0, Cell::Number(4.0))];
        let changed = cells.with(others);
        let expected = [
            vec![Cell::Text("甲"), Cell::Empty],
            vec![Cell::Text("甲"), Cell::Empty, Cell::Bool(true)],
            vec![],
            vec![Cell::Number(4.0)],
        ];
        for (row, expected) in (0..).zip(expected) {
            assert!(changed.row(row).iter().eq(expected.iter().copied()), "{row}");
        }
    }

    #[test]
    fn a_number_that_is_none_is_an_error() {
        let cells: Cells = [[Cell::Number(f64::NAN), Cell::Date(f64::INFINITY)]].into_iter().collect();
        assert!(cells.row(0).iter().eq([Cell::Error("NaN"), Cell::Error("inf")]));
    }
}
