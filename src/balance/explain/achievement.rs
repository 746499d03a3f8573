//! Why schools differ so much in a subject: the formula, its numbers, the schools.

use crate::balance::achievement::{Achievement, Group, Question, Reading};
use crate::balance::wording::{percent, trimmed};
use crate::basis::format::{fixed, grouped};
use crate::basis::order;
use crate::basis::text::Lang;
use crate::basis::why::{CellNote, Why};
use crate::measure::variance::analysis::Analysis;
use crate::measure::variance::intraclass::intraclass;
use crate::word::dataset::Dataset;

/// Schools listed before the rest is counted.
const LISTED: usize = 50;

/// Explains a reading; `None` when there is no such figure.
pub fn achievement(data: &Dataset, question: &Question, lang: Lang) -> Option<Why> {
    let found = Achievement::of(data, question.cohort, question.subject)?;
    let value = found.value(question.reading)?.ok()?;
    let told = Told { data, found: &found, lang };
    let cohort = data.cohorts.get(question.cohort)?;
    let subject = &cohort.subjects.get(question.subject)?.name;
    let name = [&*cohort.exam, " ", &**subject].concat();
    Some(Why {
        title: lang.balance_why_title(&name, question.reading.label(lang), &fixed(value, 4)),
        formula: told.formula(question.reading).to_owned(),
        numbers: told.numbers(question.reading)?,
        notes: told.notes(question.reading),
        parts: told.schools(),
        cells: cohort
            .sources
            .iter()
            .map(|source| CellNote { place: source.place.clone(), text: String::new() })
            .collect(),
    })
}

struct Told<'a> {
    data: &'a Dataset,
    found: &'a Achievement,
    lang: Lang,
}

/// Six decimals, as explanations have them.
fn six(number: f64) -> String {
    fixed(number, 6)
}

impl Told<'_> {
    const fn formula(&self, reading: Reading) -> &'static str {
        match reading {
            Reading::Between => self.lang.achievement_why_between(),
            Reading::Intraclass => self.lang.achievement_why_intraclass(),
            Reading::Variation => self.lang.achievement_why_variation(),
            Reading::Deviation => self.lang.achievement_why_deviation(),
        }
    }

    fn numbers(&self, reading: Reading) -> Option<String> {
        let analysis = || self.found.analysis.as_ref().ok();
        let means = || self.found.means.as_ref().ok();
        Some(match reading {
            Reading::Between => {
                let Analysis { between, within, .. } = analysis()?;
                let (top, rest) = (six(*between), six(*within));
                format!("{top} ÷ ({top} + {rest}) = {}", six(between / (between + within)))
            }
            Reading::Intraclass => {
                let found = intraclass(analysis()?).ok()?;
                let (top, rest) = (six(found.between), six(found.within));
                format!("{top} ÷ ({top} + {rest}) = {}", six(found.share))
            }
            Reading::Variation => {
                let means = means()?;
                format!("{} ÷ {} = {}", six(means.deviation), six(means.mean), six(means.coefficient))
            }
            Reading::Deviation => {
                let (means, full) = (means()?, self.found.full?);
                format!("{} ÷ {} = {}", six(means.deviation), trimmed(full, 2), six(means.deviation / full))
            }
        })
    }

    fn notes(&self, reading: Reading) -> Vec<String> {
        let lang = self.lang;
        let count = |number: usize| grouped(&number.to_string());
        let mut notes = vec![lang.achievement_why_members(&count(self.found.pupils), &count(self.found.schools.len()))];
        if let (Reading::Intraclass, Ok(analysis)) = (reading, &self.found.analysis) {
            notes.push(lang.achievement_why_size(&six(analysis.size)));
        }
        notes.push(lang.achievement_note().to_owned());
        notes
    }

    /// The schools by their parts of the variance between them, the largest first.
    fn schools(&self) -> Vec<Why> {
        let Ok(means) = &self.found.means else { return Vec::new() };
        let square = means.deviation * means.deviation;
        let mut groups: Vec<(&Group, f64)> =
            self.found.schools.iter().zip(means.contributions.iter().copied()).collect();
        order::sort_by(&mut groups, |one, other| other.1.total_cmp(&one.1));
        let line = |(group, part): &(&Group, f64)| {
            let mean = fixed(group.total / group.pupils as f64, 2);
            let share = if square > 0.0 { percent(part / square) } else { percent(0.0) };
            let pupils = grouped(&group.pupils.to_string());
            Why { title: self.lang.achievement_why_school(self.name(group), &pupils, &mean, &share), ..Why::default() }
        };
        let mut lines: Vec<Why> = groups.iter().take(LISTED).map(line).collect();
        let more = groups.len().saturating_sub(LISTED);
        if more > 0 {
            lines.push(Why { title: self.lang.balance_why_more(more), ..Why::default() });
        }
        lines
    }

    fn name(&self, group: &Group) -> &str {
        let cohort = self.data.cohorts.get(self.found.cohort);
        cohort.and_then(|cohort| cohort.schools.get(group.school)).map_or("", |name| name)
    }
}
