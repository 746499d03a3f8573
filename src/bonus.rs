//! bonus
