//! What the sheets of pupils and teachers hold, in a line.

use crate::basis::format;
use crate::basis::place::Place;
use crate::basis::text::Lang;
use crate::word::cohort::{Cohort, Status};
use crate::word::dataset::Dataset;
use crate::word::staff::Staff;

/// How many pupils and teachers were read, if there are any.
pub(super) fn counted(dataset: &Dataset, lang: Lang) -> Option<String> {
    let grouped = |count: usize| format::grouped(&count.to_string());
    let pupils: usize = dataset.cohorts.iter().map(Cohort::len).sum();
    let teachers: usize = dataset.staff.iter().map(|staff| staff.persons.len()).sum();
    match (pupils, teachers) {
        (0, 0) => None,
        (_, 0) => Some(lang.data_pupils(&grouped(pupils))),
        (0, _) => Some(lang.data_teachers(&grouped(teachers))),
        _ => Some(lang.data_pupils_and_teachers(&grouped(pupils), &grouped(teachers))),
    }
}

/// The subjects and statuses of a sheet of marks, or what is known of each
/// teacher of a sheet.
pub(super) fn about(dataset: &Dataset, sheet: &Place, lang: Lang) -> Option<String> {
    let read_from = |cohort: &&Cohort| cohort.sources.iter().any(|source| source.place == *sheet);
    if let Some(cohort) = dataset.cohorts.iter().find(read_from) {
        return Some(of_exam(cohort, lang));
    }
    dataset.staff.iter().find(|staff| staff.source == *sheet).map(|staff| of_staff(staff, lang))
}

fn of_exam(cohort: &Cohort, lang: Lang) -> String {
    let mut counts = [0_usize; Status::ALL.len()];
    for subject in &cohort.subjects {
        for status in &subject.marks.statuses {
            if let Some(count) = counts.get_mut(*status as usize) {
                *count += 1;
            }
        }
    }
    let said = Status::ALL
        .iter()
        .zip(counts)
        .filter(|(status, count)| *count > 0 && !matches!(status, Status::Present | Status::NotExamined));
    let counted: Vec<String> = said.map(|(status, count)| format!("{} {count}", status.label(lang))).collect();
    let subjects: Vec<&str> = cohort.subjects.iter().map(|subject| &*subject.name).collect();
    let mut about = subjects.join(lang.list_comma());
    if !counted.is_empty() {
        about.push_str(lang.report_semicolon());
        about.push_str(&counted.join(lang.list_comma()));
    }
    if cohort.sources.len() > 1 {
        about.push_str(lang.report_semicolon());
        about.push_str(&lang.data_joined(cohort.sources.len(), &cohort.exam));
    }
    about
}

fn of_staff(staff: &Staff, lang: Lang) -> String {
    let labels: Vec<String> = staff.inputs.iter().map(|input| input.field.label(lang).into_owned()).collect();
    labels.join(lang.list_comma())
}
