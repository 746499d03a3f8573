//! The view-model.
