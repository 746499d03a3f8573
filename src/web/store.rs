//! Keeps the project on this computer (IndexedDB), for the next start.

use idb::{Database, DatabaseEvent, Error, Factory, ObjectStoreParams, Query, TransactionMode};
use wasm_bindgen::JsValue;

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

/// Keeps a project's text in place of the last one.
///
/// # Errors
/// Storage is refused or full.
pub async fn keep(json: &str) -> Result<(), Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
    transaction.object_store(STORE)?.put(&JsValue::from_str(json), Some(&JsValue::from_str(LAST)))?.await?;
    transaction.commit()?.await?;
    Ok(())
}

/// The project's text of last time.
///
/// # Errors
/// Storage is refused.
pub async fn recall() -> Result<Option<String>, Error> {
    let database = open().await?;
    let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
    let kept = transaction.object_store(STORE)?.get(Query::Key(JsValue::from_str(LAST)))?.await?;
    Ok(kept.and_then(|text| text.as_string()))
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
