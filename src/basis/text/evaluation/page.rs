//! Texts: the evaluation page.
