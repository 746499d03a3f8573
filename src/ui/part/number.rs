//! A number or an amount to type.

use yew::prelude::*;

use super::text::Text;

/// How a field looks that a number is typed into.
#[derive(Default)]
pub struct NumberLook {
    /// The label is for screen readers only.
    pub quiet: bool,
    /// What stands in the empty field.
    pub hint: AttrValue,
    /// More than a number may be typed: the keys for it are not enough.
    pub words: bool,
    /// The text is not a number that can be used; the last usable one counts.
    pub invalid: bool,
    /// Not to be changed now.
    pub disabled: bool,
    /// Further classes.
    pub class: Classes,
}

/// A text field for a number; it says what was typed when the person is done
/// (leaves the field or presses Enter).
pub fn number(
    label: impl Into<AttrValue>,
    value: impl Into<AttrValue>,
    look: NumberLook,
    commit: Callback<String>,
) -> Html {
    drawn(label.into(), value.into(), look, commit)
}

fn drawn(label: AttrValue, value: AttrValue, look: NumberLook, commit: Callback<String>) -> Html {
    let NumberLook { quiet, hint, words, invalid, disabled, class } = look;
    html! {
        <label class={classes!("number", class)}>
            <span class={if quiet { "unseen" } else { "label" }}>{ label }</span>
            <Text number={!words} {value} {hint} {invalid} {disabled} {commit} />
        </label>
    }
}
