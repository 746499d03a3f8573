//! `bonus::explain`.
