//! A number or an amount to type.

use yew::prelude::*;

use super::text::Text;

/// Properties of [`Number`].
#[derive(Properties, PartialEq)]
pub struct NumberProps {
    /// What it is, for screen readers, or shown before it unless `quiet`.
    pub label: AttrValue,
    /// The label is for screen readers only.
    #[prop_or_default]
    pub quiet: bool,
    /// The number as text.
    pub value: AttrValue,
    /// What stands in the empty field.
    #[prop_or_default]
    pub hint: AttrValue,
    /// More than a number may be typed: the keys for it are not enough.
    #[prop_or_default]
    pub words: bool,
    /// Behind the field, such as 元.
    #[prop_or_default]
    pub unit: AttrValue,
    /// The text is not a number that can be used; the last usable one counts.
    #[prop_or_default]
    pub invalid: bool,
    /// Not to be changed now.
    #[prop_or_default]
    pub disabled: bool,
    /// Further classes.
    #[prop_or_default]
    pub class: Classes,
    /// Told the text when the person is done (leaves the field or presses
    /// Enter).
    pub commit: Callback<String>,
}

/// A text field for a number; it says what was typed when the person is done.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let label = if props.quiet { "unseen" } else { "label" };
    html! {
        <label class={classes!("number", props.class.clone())}>
            <span class={label}>{ props.label.clone() }</span>
            <Text number={!props.words} value={props.value.clone()} hint={props.hint.clone()} invalid={props.invalid}
                disabled={props.disabled} commit={props.commit.clone()} />
            if !props.unit.is_empty() { <span class="unit">{ props.unit.clone() }</span> }
        </label>
    }
}
