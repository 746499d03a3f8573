//! Pupils and their marks in one exam, column by column: half a million
//! pupils take a few dozen megabytes, and every mark knows its cell.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::basis::bulk::{self, Word};
use crate::basis::place::Place;

/// The pupils of one exam, from one table or from several that were joined.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cohort {
    /// What the exam is called: a title, a sheet's or a file's name.
    pub exam: Arc<str>,
    /// The year that the exam's name or a column tells.
    pub year: Option<i32>,
    /// The sheets that it was read from.
    pub sources: Vec<Source>,
    /// The schools that [`Pupils::schools`] points to, as the tables call them.
    pub schools: Vec<Arc<str>>,
    /// The classes that [`Pupils::classes`] points to.
    pub classes: Vec<Arc<str>>,
    /// Who they are.
    pub pupils: Pupils,
    /// Their marks, in the order of the columns.
    pub subjects: Vec<Subject>,
    /// The total as the table has it.
    pub total: Option<Marks>,
    /// The total in an earlier exam.
    pub prior: Option<Marks>,
    /// Points that are added to the sum of the subjects.
    pub merit: Option<Marks>,
}

/// A sheet that pupils were read from, with the columns that marks stand in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// The sheet.
    pub place: Place,
    /// For each subject by its position, the column from 0, where the sheet
    /// has one.
    pub columns: Vec<Option<u32>>,
}

/// Who the pupils are: one entry a pupil in each column, in the order in which
/// they were first met.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Pupils {
    /// 考号 or 学号; empty where there is none.
    pub numbers: Texts,
    /// 学籍号 or 身份证号; empty where there is none, and without entries where
    /// no table has the column.
    pub registers: Texts,
    /// Names, without spaces.
    pub names: Texts,
    /// Positions in [`Cohort::schools`]; [`NONE`] where there is none.
    pub schools: Vec<u32>,
    /// Positions in [`Cohort::classes`]; [`NONE`] where there is none.
    pub classes: Vec<u32>,
    /// 性别.
    pub sexes: Vec<Option<Sex>>,
    /// Where each stands.
    #[serde(with = "bulk")]
    pub at: Vec<At>,
}

/// In a column of positions: none.
pub const NONE: u32 = u32::MAX;

/// A row of a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct At {
    /// Position in [`Cohort::sources`].
    pub source: u32,
    /// The row, from 0.
    pub row: u32,
}

impl Word for At {
    fn to_word(self) -> u64 {
        u64::from(self.source) << 32 | u64::from(self.row)
    }

    fn of_word(word: u64) -> Self {
        // The halves of a word fit.
        Self { source: (word >> 32) as u32, row: word as u32 }
    }
}

/// The marks in a subject.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// Its name.
    pub name: Arc<str>,
    /// 满分, where a table tells it.
    pub full: Option<f64>,
    /// One a pupil.
    pub marks: Marks,
}

/// A column of marks, one a pupil.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Marks {
    /// The marks; 0 where the status is another than [`Status::Present`].
    #[serde(with = "bulk")]
    pub values: Vec<f64>,
    /// What each stands for.
    pub statuses: Vec<Status>,
    /// Where each stands, if that is not its pupil's row: in long tables, and
    /// in subjects that another table brought.
    #[serde(with = "bulk")]
    pub moved: Vec<At>,
}

/// Why there is a mark or none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Status {
    /// There is a mark.
    Present,
    /// 缺考.
    Absent,
    /// 旷考: absent without leave.
    Truant,
    /// 免考.
    Exempt,
    /// 缓考.
    Deferred,
    /// 作弊, 违纪.
    Cheated,
    /// 请假.
    Leave,
    /// 转学.
    Transferred,
    /// 休学.
    Suspended,
    /// The cell is blank.
    Missing,
    /// The subject was not examined, or the pupil is not in its table.
    #[default]
    NotExamined,
    /// Something stands there that is neither a mark nor a status.
    Unreadable,
}

/// 性别.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Sex {
    /// 男.
    Male,
    /// 女.
    Female,
}

/// Many texts in one: eleven bytes a name and not forty.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Texts {
    text: String,
    stops: Vec<u32>,
}

impl Cohort {
    /// How many pupils there are.
    pub const fn len(&self) -> usize {
        self.pupils.at.len()
    }

    /// Whether there is no pupil.
    pub const fn is_empty(&self) -> bool {
        self.pupils.at.is_empty()
    }

    /// The cell of a pupil's mark, both by position; the row without a column
    /// is the sheet.
    pub fn place(&self, pupil: usize, subject: usize) -> Option<Place> {
        let own = self.subjects.get(subject).and_then(|subject| subject.marks.moved.get(pupil));
        let at = own.or_else(|| self.pupils.at.get(pupil))?;
        let source = self.sources.get(at.source as usize)?;
        let column = source.columns.get(subject).copied().flatten();
        Some(column.map_or_else(|| source.place.clone(), |column| source.place.at(at.row, column)))
    }

    /// The name of a pupil's school; empty where there is none.
    pub fn school(&self, pupil: usize) -> &str {
        named(&self.schools, &self.pupils.schools, pupil)
    }

    /// The name of a pupil's class; empty where there is none.
    pub fn class(&self, pupil: usize) -> &str {
        named(&self.classes, &self.pupils.classes, pupil)
    }

    /// How many marks of all subjects have a status.
    pub fn count(&self, status: Status) -> usize {
        self.subjects.iter().map(|subject| subject.marks.count(status)).sum()
    }
}

fn named<'a>(names: &'a [Arc<str>], positions: &[u32], pupil: usize) -> &'a str {
    positions.get(pupil).and_then(|position| names.get(*position as usize)).map_or("", |name| name)
}

impl Marks {
    /// A pupil's mark, by position.
    pub fn mark(&self, pupil: usize) -> Option<f64> {
        let value = self.values.get(pupil)?;
        (self.status(pupil) == Status::Present).then_some(*value)
    }

    /// A pupil's mark and status, to be compared.
    pub fn tells(&self, pupil: usize) -> (Status, u64) {
        (self.status(pupil), self.mark(pupil).unwrap_or(0.0).to_bits())
    }

    /// What a pupil's cell stands for.
    pub fn status(&self, pupil: usize) -> Status {
        self.statuses.get(pupil).copied().unwrap_or_default()
    }

    /// Adds the next pupil's mark.
    pub fn push(&mut self, value: f64, status: Status) {
        self.values.push(value);
        self.statuses.push(status);
    }

    /// Makes it as long as there are pupils; the new ones were not examined.
    pub fn pad(&mut self, pupils: usize) {
        self.values.resize(pupils, 0.0);
        self.statuses.resize(pupils, Status::NotExamined);
    }

    /// Replaces a pupil's mark by one from another row. `rows` are those of the
    /// pupils.
    pub fn set(&mut self, pupil: usize, value: f64, status: Status, at: At, rows: &[At]) {
        self.pad(self.values.len().max(pupil + 1));
        if let (Some(slot), Some(known)) = (self.values.get_mut(pupil), self.statuses.get_mut(pupil)) {
            (*slot, *known) = (value, status);
        }
        if rows.get(pupil) != Some(&at) || self.moved.get(pupil).is_some() {
            let met = self.moved.len();
            self.moved.extend(rows.iter().skip(met));
            if let Some(slot) = self.moved.get_mut(pupil) {
                *slot = at;
            }
        }
    }

    /// Takes a pupil's mark back, for a reason.
    pub fn withdraw(&mut self, pupil: usize, reason: Status) {
        if let (Some(value), Some(status)) = (self.values.get_mut(pupil), self.statuses.get_mut(pupil)) {
            (*value, *status) = (0.0, if *status == Status::Present { reason } else { *status });
        }
    }

    /// How many have a status.
    pub fn count(&self, status: Status) -> usize {
        self.statuses.iter().filter(|known| **known == status).count()
    }
}

impl Status {
    /// Every status.
    pub const ALL: &[Self] = &[
        Self::Present,
        Self::Absent,
        Self::Truant,
        Self::Exempt,
        Self::Deferred,
        Self::Cheated,
        Self::Leave,
        Self::Transferred,
        Self::Suspended,
        Self::Missing,
        Self::NotExamined,
        Self::Unreadable,
    ];

    /// Whether it says where the pupil is, and so holds for all subjects.
    pub const fn is_of_pupil(self) -> bool {
        matches!(self, Self::Transferred | Self::Suspended)
    }
}

impl Texts {
    /// Adds a text. Beyond 4 GB in all it is empty.
    pub fn push(&mut self, text: &str) {
        if u32::try_from(self.text.len() + text.len()).is_ok() {
            self.text.push_str(text);
        }
        self.stops.push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
    }

    /// The text at a position from 0; empty beyond the last.
    pub fn get(&self, position: usize) -> &str {
        let start = position.checked_sub(1).map_or(0, |before| self.stop(before));
        self.text.get(start..self.stop(position)).unwrap_or_default()
    }

    /// How many texts there are.
    pub const fn len(&self) -> usize {
        self.stops.len()
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.stops.is_empty()
    }

    fn stop(&self, position: usize) -> usize {
        self.stops.get(position).map_or(self.text.len(), |stop| *stop as usize)
    }
}
