//! One case whose results native and wasm builds must give bit for bit: the
//! example county with a pool of 8,000,000.00 元. Included by both.

use sha2::{Digest, Sha256};
use suanpan::app::derive::Derived;
use suanpan::app::document::Document;
use suanpan::app::task::{NamedBytes, Outcome, Task, perform};
use suanpan::basis::money::Fen;
use suanpan::intake::{Encoding, Progress, Watch};

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
    let json = serde_json::to_vec(&results).expect("plain values serialise");
    Sha256::digest(json).iter().map(|byte| format!("{byte:02x}")).collect()
}
