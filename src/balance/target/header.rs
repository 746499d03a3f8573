//! Columns that are known by their headers only.

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
        let mut fields: Vec<(&Field, &str)> = Vec::new();
        // Facts of a school and field stand together, and schools have their columns in the
        // same order: the last one and the next are looked at first.
        let mut at = 0;
        for fact in data.facts() {
            let Field::Other(name) = &fact.field else { continue };
            let is = |(known, _): &(&Field, &str)| **known == fact.field;
            let near = [at, at + 1].into_iter().find(|at| fields.get(*at).is_some_and(is));
            at = near.or_else(|| fields.iter().position(is)).unwrap_or(fields.len());
            if at == fields.len() {
                fields.push((&fact.field, bare(name)));
            }
        }
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
