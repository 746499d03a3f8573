//! A step of the plan as the page puts it together.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::typed::float;
use crate::balance::StageBalance;
use crate::balance::standard::STAGES;
use crate::word::dataset::SchoolKind;
use crate::word::field::{Field, Stage};
use crate::word::scheme::plan::Step;

/// What kind of step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// A figure of a school becomes another.
    #[default]
    Figure,
    /// A school gets so much more of something.
    Add,
    /// Something goes from one school to another.
    Move,
    /// A school becomes a part of another.
    Merge,
    /// A school opens.
    Open,
}

impl StepKind {
    /// Every kind, in the form's order.
    pub const ALL: &[Self] = &[Self::Figure, Self::Add, Self::Move, Self::Merge, Self::Open];

    /// It has a figure and a number. The kinds that have one come first.
    pub const fn has_number(self) -> bool {
        matches!(self, Self::Figure | Self::Add | Self::Move)
    }

    /// It is about a second school.
    pub const fn has_other(self) -> bool {
        matches!(self, Self::Move | Self::Merge)
    }
}

/// Choices by their places in the form's lists, texts as typed. No part of the
/// document until it is added.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// The kind of step.
    pub kind: StepKind,
    /// The school.
    pub school: String,
    /// The second school.
    pub other: String,
    /// Which of [`fields`].
    pub field: usize,
    /// The number.
    pub number: String,
    /// Which of [`SCHOOL_KINDS`].
    pub school_kind: usize,
}

/// The kinds of schools that can open.
pub const SCHOOL_KINDS: [SchoolKind; 4] =
    [SchoolKind::Primary, SchoolKind::Junior, SchoolKind::NineYear, SchoolKind::TwelveYear];

/// The figures that steps can change: pupils, those of the stage first, then what
/// the stage's indicators are made of, each once.
pub fn fields(within: Option<&StageBalance>, stage: Stage, rooms_moved: bool) -> Vec<Field> {
    let mut fields = vec![Field::Pupils(stage)];
    fields.extend(STAGES.into_iter().chain([Stage::Senior]).filter(|other| *other != stage).map(Field::Pupils));
    for variation in within.into_iter().flat_map(|within| &within.variations) {
        for term in variation.item.terms(stage, rooms_moved) {
            if !fields.contains(&term.field) {
                fields.push(term.field);
            }
        }
    }
    fields
}

impl Draft {
    /// The step; `None`: its number cannot be read, or no school is named. `named` gives
    /// the school that a name as it is shown stands for.
    pub fn step(&self, fields: &[Field], named: &dyn Fn(&str) -> Option<Arc<str>>) -> Option<Step> {
        let name = |text: &str| named(text.trim()).unwrap_or_else(|| text.trim().into());
        let (school, other) = (name(&self.school), name(&self.other));
        if school.is_empty() {
            return None;
        }
        // 5 % more is not 5 more.
        let number = || float(&self.number).filter(|_| !self.number.contains(['%', '％']));
        // Another standard has other figures; the list shows its first then.
        let field = || fields.get(self.field).or(fields.first()).cloned();
        Some(match self.kind {
            StepKind::Figure => Step::Figure { school, field: field()?, value: number()? },
            StepKind::Add => Step::Add { school, field: field()?, amount: number()? },
            StepKind::Move => Step::Move { from: school, to: other, field: field()?, amount: number()? },
            StepKind::Merge => Step::Merge { school, into: other },
            StepKind::Open => Step::Open { school, kind: *SCHOOL_KINDS.get(self.school_kind)? },
        })
    }
}
