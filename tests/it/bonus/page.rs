//! `app::view::bonus`.
