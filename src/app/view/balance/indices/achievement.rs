//! How far schools differ in pupils' marks.

use crate::app::sight::Fold;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::achievement::{Achievement, Question, Reading, achievements};
use crate::basis::format::{fixed, grouped};
use crate::basis::text::Lang;
use crate::word::dataset::Dataset;

/// The subjects of the exams that are open; `None` without any. Computed once it
/// is unfolded, as there may be a hundred thousand pupils.
pub(super) fn section(data: &Dataset, unfolded: bool, explained: Option<Question>, lang: Lang) -> Option<Section> {
    if data.cohorts.iter().all(|cohort| cohort.subjects.is_empty()) {
        return None;
    }
    let section = Section::unfolding(lang.achievement_title(), Fold::Achievement, unfolded);
    if !unfolded {
        return Some(section);
    }
    let mut heads = vec![
        (lang.achievement_exam().to_owned(), true),
        (lang.achievement_pupils().to_owned(), false),
        (lang.achievement_schools().to_owned(), false),
    ];
    heads.extend(Reading::ALL.iter().map(|reading| (reading.label(lang).to_owned(), false)));
    let rows = achievements(data).iter().map(|found| row(data, found, explained, lang)).collect();
    let notes = vec![lang.achievement_note().to_owned()];
    Some(Section { notes, ..section }.with_grid(heads, rows, None))
}

fn row(data: &Dataset, found: &Achievement, explained: Option<Question>, lang: Lang) -> Row {
    let cohort = data.cohorts.get(found.cohort);
    let subject = cohort.and_then(|cohort| cohort.subjects.get(found.subject)).map_or("", |subject| &subject.name);
    let count = |number: usize| Figure::plain(grouped(&number.to_string()));
    let name = Figure::plain(subject).noted(cohort.map_or("", |cohort| &cohort.exam));
    let mut cells = vec![name, count(found.pupils), count(found.schools.len())];
    cells.extend(Reading::ALL.iter().map(|reading| match found.value(*reading) {
        None => Figure::plain("—").noted(lang.achievement_no_full()),
        Some(Err(reason)) => Figure::plain("—").noted(reason.label(lang)),
        Some(Ok(value)) => {
            let question = Question { cohort: found.cohort, subject: found.subject, reading: *reading };
            Figure::asking(fixed(value, 4), question, explained == Some(question))
        }
    }));
    cells.into()
}
