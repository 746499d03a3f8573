//! Columns that are known by their headers only.

use crate::balance::finder::Finder;
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;
use crate::word::field::{Field, Stage};

/// Those of the data.
pub(super) struct Headers<'a> {
    /// Each once with its bare name, sorted.
    fields: Vec<(&'a Field, &'a str)>,
}

impl<'a> Headers<'a> {
    pub fn of(data: &'a Dataset) -> Self {
        let mut finder = Finder::default();
        let named = |field: &Field| matches!(field, Field::Other(_));
        data.facts().iter().filter(|fact| named(&fact.field)).for_each(|fact| finder.add(&fact.field));
        let bared = |field: &'a Field| if let Field::Other(name) = field { Some((field, bare(name))) } else { None };
        let mut fields: Vec<(&Field, &str)> = finder.fields.into_iter().filter_map(bared).collect();
        fields.sort_unstable();
        Self { fields }
    }

    /// The columns of a header, in their order.
    pub fn find(&self, header: &str, stage: Option<Stage>) -> impl Iterator<Item = &'a Field> {
        self.fields.iter().filter(move |(_, name)| is_named(name, header, stage)).map(|(field, _)| *field)
    }
}

/// Whether a column is one of a header; the first `{}` in that stands for the stage.
pub(super) fn is_of(column: &str, header: &str, stage: Option<Stage>) -> bool {
    is_named(bare(column), header, stage)
}

/// A header without what heads it and what stands in brackets after it.
fn bare(header: &str) -> &str {
    let last = header.rsplit('›').next().unwrap_or(header);
    last.split(['(', '（']).next().unwrap_or(last).trim()
}

fn is_named(name: &str, header: &str, stage: Option<Stage>) -> bool {
    let Some((before, after)) = header.split_once("{}") else { return name == header };
    let rest = name.strip_prefix(before).zip(stage).and_then(|(rest, stage)| rest.strip_prefix(stage.label(Lang::Zh)));
    rest == Some(after)
}
