//! Data validation: drop-down lists, and numbers within their range.

use super::markup;
use crate::basis::place::column_letters;
use crate::report::grid::{Check, Takes};

/// The last row of a sheet.
const LAST: u32 = 1_048_576;

/// Appends the element, when there is anything to check.
pub(super) fn push(out: &mut String, checks: &[Check]) {
    if checks.is_empty() {
        return;
    }
    *out += &format!("<dataValidations count=\"{}\">", checks.len());
    for check in checks {
        let (letters, first) = (column_letters(check.column), check.row.saturating_add(1));
        let (kind, formulas) = rule(&check.takes, &letters, first);
        let message = markup::escaped(&check.message);
        *out += &format!(
            "<dataValidation {kind} allowBlank=\"1\" showInputMessage=\"1\" showErrorMessage=\"1\" error=\"{message}\" sqref=\"{letters}{first}:{letters}{LAST}\">{formulas}</dataValidation>"
        );
    }
    *out += "</dataValidations>";
}

/// The kind of the rule, and its formulas.
fn rule(takes: &Takes, letters: &str, first: u32) -> (&'static str, String) {
    match takes {
        Takes::OneOf(texts) => {
            let texts = markup::escaped(&format!("\"{}\"", texts.join(",")));
            ("type=\"list\"", format!("<formula1>{texts}</formula1>"))
        }
        Takes::Whole => ("type=\"whole\" operator=\"greaterThanOrEqual\"", "<formula1>0</formula1>".to_owned()),
        Takes::Number(None) => {
            ("type=\"decimal\" operator=\"greaterThanOrEqual\"", "<formula1>0</formula1>".to_owned())
        }
        Takes::Number(Some(most)) => {
            ("type=\"decimal\" operator=\"between\"", format!("<formula1>0</formula1><formula2>{most}</formula2>"))
        }
        Takes::NumberOrText => {
            let cell = format!("{letters}{first}");
            ("type=\"custom\"", format!("<formula1>OR(ISTEXT({cell}),{cell}&gt;=0)</formula1>"))
        }
    }
}
