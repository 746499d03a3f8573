//! 校际差异率: how far schools differ in pupils' marks.
//!
//! Q9 of the standard of 2017 wants it below 0.15, from the national monitoring,
//! whose estimator is not public: counties type the ministry's number in. The
//! readings here are of the marks of a county's own exams, for its own use, and
//! are no verdict.
//!
//! Conventions: every mark of a pupil with a school counts once; whoever has no
//! mark (缺考 …) is left out.
//! Sources: the readings A, B and C of the notes on Q9; [`eta`] and
//! [`intraclass`] have their own.
//!
//! [`eta`]: crate::measure::variance::eta
//! [`intraclass`]: crate::measure::variance::intraclass

use serde::{Deserialize, Serialize};

use crate::basis::order;
use crate::basis::text::Lang;
use crate::measure::undefined::Undefined;
use crate::measure::variance::analysis::Analysis;
use crate::measure::variance::eta::eta_squared;
use crate::measure::variance::intraclass::intraclass;
use crate::measure::variation::{Variation, variation};
use crate::word::cohort::Cohort;
use crate::word::dataset::Dataset;

/// A reading of the rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Reading {
    /// A: the share of the variance of all marks that lies between schools, η².
    Between,
    /// A, without what chance alone brings about: ICC(1).
    Intraclass,
    /// B: the CV of the schools' means, weighted by pupils.
    Variation,
    /// C: the standard deviation of the schools' means, weighted by pupils, of
    /// marks out of 100, as a part of 100.
    Deviation,
}

impl Reading {
    /// Every reading; the first is the default.
    pub const ALL: &[Self] = &[Self::Between, Self::Intraclass, Self::Variation, Self::Deviation];

    /// Its name.
    pub const fn label(self, lang: Lang) -> &'static str {
        match self {
            Self::Between => lang.achievement_between(),
            Self::Intraclass => lang.achievement_intraclass(),
            Self::Variation => lang.achievement_variation(),
            Self::Deviation => lang.achievement_deviation(),
        }
    }
}

/// What an explanation can be asked of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Question {
    /// Position among the data's cohorts.
    pub cohort: usize,
    /// Position among its subjects.
    pub subject: usize,
    /// The reading.
    pub reading: Reading,
}

/// A subject of an exam.
#[derive(Clone, Debug, PartialEq)]
pub struct Achievement {
    /// Position among the data's cohorts.
    pub cohort: usize,
    /// Position among its subjects.
    pub subject: usize,
    /// Pupils with a mark and a school.
    pub pupils: usize,
    /// Their schools, as the cohort numbers them, in that order.
    pub schools: Vec<Group>,
    /// The variance between and within schools.
    pub analysis: Result<Analysis, Undefined>,
    /// The schools' means and how they differ.
    pub means: Result<Variation, Undefined>,
    /// 满分, where a table tells it.
    pub full: Option<f64>,
}

/// The pupils of a school.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// Position among the cohort's schools.
    pub school: usize,
    /// How many.
    pub pupils: usize,
    /// The sum of their marks.
    pub total: f64,
}

impl Achievement {
    /// A subject of a cohort, both by position.
    pub fn of(data: &Dataset, cohort: usize, subject: usize) -> Option<Self> {
        let scores = scores(data.cohorts.get(cohort)?, subject)?;
        let mut schools: Vec<Group> = Vec::new();
        for (school, mark) in &scores {
            match schools.last_mut().filter(|last| last.school == *school) {
                Some(last) => (last.pupils, last.total) = (last.pupils + 1, last.total + mark),
                None => schools.push(Group { school: *school, pupils: 1, total: *mark }),
            }
        }
        let units: Vec<(f64, f64)> = schools.iter().map(|group| (group.total, group.pupils as f64)).collect();
        Some(Self {
            cohort,
            subject,
            pupils: scores.len(),
            schools,
            analysis: Analysis::of(&scores),
            means: variation(&units).map_err(Undefined::from),
            full: data.cohorts.get(cohort)?.subjects.get(subject)?.full.filter(|full| *full > 0.0),
        })
    }

    /// A reading, 0 or above. `None`: it needs full marks, which no table tells.
    ///
    /// # Errors
    /// Why there is no number.
    pub fn value(&self, reading: Reading) -> Option<Result<f64, Undefined>> {
        let analysis = self.analysis.as_ref().map_err(|undefined| *undefined);
        let means = self.means.as_ref().map_err(|undefined| *undefined);
        Some(match reading {
            Reading::Between => analysis.map(eta_squared),
            Reading::Intraclass => analysis.and_then(intraclass).map(|found| found.share),
            Reading::Variation => means.map(|means| means.coefficient),
            Reading::Deviation => {
                let full = self.full?;
                means.map(|means| means.deviation / full)
            }
        })
    }
}

/// All subjects of all exams.
pub fn achievements(data: &Dataset) -> Vec<Achievement> {
    let all = data.cohorts.iter().enumerate();
    let subjects = all.flat_map(|(at, cohort)| (0..cohort.subjects.len()).map(move |subject| (at, subject)));
    subjects.filter_map(|(cohort, subject)| Achievement::of(data, cohort, subject)).collect()
}

/// The marks with the schools of those who have them, by school.
fn scores(cohort: &Cohort, subject: usize) -> Option<Vec<(usize, f64)>> {
    let marks = &cohort.subjects.get(subject)?.marks;
    let school = |pupil: usize| cohort.pupils.schools.get(pupil).map(|school| *school as usize);
    let known = |school: &usize| *school < cohort.schools.len();
    let all = (0..cohort.len()).filter_map(|pupil| Some((school(pupil).filter(known)?, marks.mark(pupil)?)));
    let mut scores: Vec<(usize, f64)> = all.collect();
    order::sort_by_key(&mut scores, |(school, _)| *school);
    Some(scores)
}
