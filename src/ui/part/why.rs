//! The explanation of a figure, docked under the result.

use gloo::utils::document;
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

use crate::basis::text::Lang;
use crate::basis::why::Why;

/// Properties of [`WhyPanel`].
#[derive(Properties, PartialEq)]
pub struct WhyProps {
    /// What is explained; nothing is drawn without it.
    pub why: Option<Why>,
    /// The language.
    pub lang: Lang,
    /// The person puts it away.
    pub close: Callback<()>,
}

/// A panel that stays in sight while the table scrolls. It takes the focus
/// when it opens, gives it back when closed, and closes on Escape.
#[component]
pub fn WhyPanel(props: &WhyProps) -> Html {
    let panel = use_node_ref();
    let opener = use_mut_ref(|| None::<HtmlElement>);
    let open = props.why.is_some();
    {
        let panel = panel.clone();
        use_effect_with(open, move |open| {
            if *open {
                *opener.borrow_mut() = document().active_element().and_then(|focused| focused.dyn_into().ok());
                focus(panel.cast::<HtmlElement>().as_ref());
            } else {
                focus(opener.borrow_mut().take().as_ref());
            }
        });
    }
    let title = props.why.as_ref().map(|why| why.title.clone());
    use_effect_with((panel.clone(), title), |(panel, _)| {
        if let Some(panel) = panel.cast::<HtmlElement>() {
            panel.set_scroll_top(0);
        }
    });
    let Some(why) = &props.why else { return Html::default() };
    let onclick = props.close.reform(|_: MouseEvent| ());
    let onkeydown = {
        let close = props.close.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                close.emit(());
            }
        })
    };
    html! {
        <section ref={panel} class="why" role="region" aria-label={props.lang.why()} tabindex="0" {onkeydown}>
            <button type="button" class="close" aria-label={props.lang.close()} {onclick}>{ "✕" }</button>
            <div aria-live="polite">
                <h2>{ why.title.clone() }</h2>
                { body(why) }
            </div>
        </section>
    }
}

/// Moves the focus without scrolling.
fn focus(element: Option<&HtmlElement>) {
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    if let Some(element) = element {
        // Focus can only fail on an element that has left the page.
        let _ = element.focus_with_options(&still);
    }
}

fn body(why: &Why) -> Html {
    html! {
        <>
            if !why.formula.is_empty() { <p class="formula">{ why.formula.clone() }</p> }
            if !why.numbers.is_empty() { <p class="numbers">{ why.numbers.clone() }</p> }
            { for why.notes.iter().map(|note| html! { <p class="note">{ note.clone() }</p> }) }
            if !why.cells.is_empty() {
                <ul class="cells">
                    { for why.cells.iter().map(|cell| html! {
                        <li>
                            <code>{ cell.place.to_string() }</code>
                            if !cell.text.is_empty() { { " " }<q>{ cell.text.clone() }</q> }
                        </li>
                    }) }
                </ul>
            }
            { for why.parts.iter().map(part) }
        </>
    }
}

/// A part, folded unless it says little.
fn part(why: &Why) -> Html {
    let bare = why.parts.is_empty() && why.formula.is_empty() && why.numbers.is_empty();
    html! {
        <details class="part" open={bare}>
            <summary>{ why.title.clone() }</summary>
            { body(why) }
        </details>
    }
}
