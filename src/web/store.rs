//! Keeps the project and the layouts on this computer (IndexedDB), for the next
//! start.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "suanpan";
const STORE: &str = "project";

/// What is kept: an entry of the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// The project of last time.
    Project,
    /// What was decided on layouts.
    Layouts,
}

impl Kept {
    fn key(self) -> JsValue {
        JsValue::from_str(match self {
            Self::Project => "last",
            Self::Layouts => "layouts",
        })
    }
}

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A failure here makes the open request fail, which is told there.
        let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await
}

/// Keeps a text, as bytes (`Uint8Array`), in place of the last one.
///
/// # Errors
/// Storage is refused or full.
pub async fn keep(what: Kept, bytes: &JsValue) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(bytes, Some(&what.key()))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// The text of last time, as bytes.
///
/// # Errors
/// Storage is refused.
pub async fn recall(what: Kept) -> Result<Option<Uint8Array>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let kept = transaction.object_store(STORE)?.get(Query::Key(what.key()))?.await?;
    // Earlier versions kept a text.
    Ok(kept.and_then(|kept| match kept.as_string() {
        Some(text) => Some(Uint8Array::from(text.as_bytes())),
        None => kept.dyn_into().ok(),
    }))
}

/// Forgets all that is kept.
///
/// # Errors
/// Storage did not let go of it. Storage that cannot be opened holds nothing.
pub async fn forget() -> Result<(), Error> {
    let Ok(database) = open().await else { return Ok(()) };
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.clear()?.await?;
    transaction.commit()?.await?;
    Ok(())
}
