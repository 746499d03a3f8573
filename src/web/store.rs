//! Keeps the project on this computer (IndexedDB), for the next start.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

const DATABASE: &str = "suanpan";
const STORE: &str = "project";
/// The one entry: the project of last time.
const LAST: &str = "last";

async fn open() -> Result<Database, Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A failure here makes the open request fail, which is told there.
        let _ = event.database().and_then(|database| database.create_object_store(STORE, ObjectStoreParams::new()));
    });
    request.await
}

/// Keeps a project's text, as bytes (`Uint8Array`), in place of the last one.
///
/// # Errors
/// Storage is refused or full.
pub async fn keep(project: &JsValue) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(project, Some(&JsValue::from_str(LAST)))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// The project's text of last time, as bytes.
///
/// # Errors
/// Storage is refused.
pub async fn recall() -> Result<Option<Uint8Array>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let kept = transaction.object_store(STORE)?.get(Query::Key(JsValue::from_str(LAST)))?.await?;
    // Earlier versions kept a text.
    Ok(kept.and_then(|kept| match kept.as_string() {
        Some(text) => Some(Uint8Array::from(text.as_bytes())),
        None => kept.dyn_into().ok(),
    }))
}

/// Forgets the project.
///
/// # Errors
/// Storage is refused.
pub async fn forget() -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.clear()?.await?;
    transaction.commit()?.await?;
    Ok(())
}
