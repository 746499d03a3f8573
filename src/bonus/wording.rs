//! How a bonus's reasons and notes read, the same on the page and in the
//! workbook.

use super::explain::unit_name;
use super::{Bonus, Note, Reason};
use crate::basis::text::Lang;
use crate::word::scheme::evaluation::node_label;

/// Why a school takes no part, as a sentence.
pub fn reason(reason: Reason, bonus: &Bonus, lang: Lang) -> String {
    let column = bonus.scheme.headcount.column(lang);
    match (reason, bonus.year) {
        (Reason::NoScore, _) => lang.bonus_no_score().to_owned(),
        (Reason::NoHeadcount, Some(year)) => lang.bonus_no_headcount_in(column, year),
        (Reason::NoHeadcount, None) => lang.bonus_no_headcount(column),
        (Reason::EmptyHeadcount, _) => lang.bonus_empty_headcount(column),
    }
}

/// Something to know before deciding, as a sentence.
pub fn note(note: &Note, bonus: &Bonus, lang: Lang) -> String {
    match note {
        Note::ExamIndicators(names) => {
            let names: Vec<&str> = names.iter().map(|name| node_label(name, lang)).collect();
            lang.bonus_note_exam(&names.join(lang.bonus_list_comma()))
        }
        Note::PoolSmall => lang.bonus_note_pool_small().to_owned(),
        Note::NoSpread => lang.bonus_note_no_spread().to_owned(),
        Note::BelowBaseline(count) => lang.bonus_note_below(*count),
        Note::TieAtCut => lang.bonus_note_tie(&unit_name(bonus.scheme.unit, lang)),
    }
}
