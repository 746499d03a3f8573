//! Cases whose results native and wasm builds must give bit for bit: the
//! example county with a pool of 8,000,000.00 元, and indices of inequality of
//! a county made up. Included by both.

use sha2::{Digest, Sha256};
use suanpan::app::derive::Derived;
use suanpan::app::document::Document;
use suanpan::app::task::{NamedBytes, Outcome, Task, perform};
use suanpan::basis::money::Fen;
use suanpan::intake::{Encoding, Progress, Watch};
use suanpan::measure::inequality::decomposition::{Decomposable, decompose_nested};
use suanpan::measure::inequality::{Distribution, Index, Weighting};

/// The example as its bytes.
pub const COUNTY: &[u8] = include_bytes!("../examples/县域数据.xlsx");

/// The digest that both builds must give.
pub const EXPECTED: &str = include_str!("golden/county.digest");

/// Nobody watches, and workbooks need no decoding.
struct Nobody;

impl Watch for Nobody {
    fn go_on(&mut self, _: Progress) -> bool {
        true
    }

    fn decode(&self, _: Encoding, _: &[u8]) -> String {
        String::new()
    }
}

/// The example, opened, with a pool.
pub fn county() -> Document {
    let file = NamedBytes::new("县域数据.xlsx", COUNTY.to_vec());
    let Outcome::Opened(opening) = perform(Task::open(vec![file]), &mut Nobody) else {
        panic!("a workbook is opened");
    };
    let mut document = Document::default();
    document.open(*opening);
    document.scheme.bonus.pool = Some(Fen(800_000_000));
    document
}

/// SHA-256 of all results as JSON, whose numbers are the shortest that read
/// back to the same bits.
pub fn digest() -> String {
    let derived = Derived::of(&county());
    let results = (&derived.dataset, &derived.evaluation, &derived.balance, &derived.bonus);
    digest_of(&results)
}

fn digest_of(results: &impl serde::Serialize) -> String {
    let json = serde_json::to_vec(results).expect("plain values serialise");
    Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest of the indices that both builds must give.
pub const INEQUALITY: &str = include_str!("golden/inequality.digest");

/// SHA-256 of every index, weighted and not, and of every decomposition, of
/// 2,000 units.
pub fn inequality() -> String {
    let units: Vec<((f64, f64), [usize; 2])> = (1..=2_000_u32)
        .map(|place| {
            let size = f64::from(1 + place * 7_919 % 1_201);
            ((f64::from(1 + place * 104_729 % 99_991) / 7.0 * size, size), [(place % 3) as usize, (place % 5) as usize])
        })
        .collect();
    let plain: Vec<(f64, f64)> = units.iter().map(|(unit, _)| *unit).collect();
    let of = |weighting: &Weighting| {
        let spread = Distribution::of(&plain, *weighting);
        let index = |index: &Index| spread.as_ref().map_err(|reason| *reason).and_then(|spread| index.of(spread));
        let indices: Vec<_> = Index::ALL.iter().map(index).collect();
        let parts = Decomposable::ALL.iter().map(|index| decompose_nested(*index, *weighting, &units));
        (indices, parts.collect::<Vec<_>>())
    };
    digest_of(&Weighting::ALL.iter().map(of).collect::<Vec<_>>())
}
