//! The rail of pages.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::part::sentence::tone_class;
use crate::app::event::Event;
use crate::app::model::Page;
use crate::app::view::frame::RailItem;
use crate::basis::text::Lang;

/// The pages, each with its result in a word.
pub fn rail(items: &[RailItem], shown: Page, lang: Lang, send: &Callback<Event>) -> Html {
    let entry = |(&page, item): (&Page, &RailItem)| {
        let onclick = send.reform(move |event: MouseEvent| {
            event.prevent_default();
            Event::Go(page)
        });
        html! {
            <a href="#page" aria-current={(page == shown).then_some("page")} {onclick}>
                { item.label.clone() }
                if let Some(note) = &item.note { <small class={tone_class(note.tone)}>{ note.text.clone() }</small> }
            </a>
        }
    };
    html! {
        <nav class="rail" aria-label={lang.pages()}>
            { for Page::ALL.iter().zip(items).map(entry) }
            <div class="end">
                <Forget lang={lang} send={send.clone()} />
                <div>{ concat!("Suanpan ", env!("CARGO_PKG_VERSION")) }</div>
            </div>
        </nav>
    }
}

#[derive(Properties, PartialEq)]
struct ForgetProps {
    lang: Lang,
    send: Callback<Event>,
}

/// Has everything on this computer forgotten, once the person has said so twice.
/// The question takes the focus, on the answer that changes nothing, and gives it
/// back; Escape is that answer.
#[component]
fn Forget(props: &ForgetProps) -> Html {
    let ForgetProps { lang, send } = props;
    let asked = use_state_eq(|| None::<bool>);
    let (button, cancel) = (use_node_ref(), use_node_ref());
    let target = match *asked {
        Some(true) => Some(cancel.clone()),
        Some(false) => Some(button.clone()),
        None => None,
    };
    use_effect_with(target, |target| {
        if let Some(element) = target.as_ref().and_then(NodeRef::cast::<HtmlElement>) {
            // An element that is gone takes no focus; that harms nobody.
            let _ = element.focus();
        }
    });
    let ask = |question: bool| {
        let asked = asked.clone();
        Callback::from(move |_: MouseEvent| asked.set(Some(question)))
    };
    if *asked != Some(true) {
        return html! {
            <button ref={button} type="button" class="plainbutton" onclick={ask(true)}>{ lang.clear_local() }</button>
        };
    }
    let forget = {
        let (asked, send) = (asked.clone(), send.clone());
        Callback::from(move |_: MouseEvent| {
            asked.set(Some(false));
            send.emit(Event::ForgetAll);
        })
    };
    let onkeydown = {
        let asked = asked.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                asked.set(Some(false));
            }
        })
    };
    html! {
        <div class="forget" role="alertdialog" aria-labelledby="forget" aria-describedby="forgotten" {onkeydown}>
            <b id="forget">{ lang.clear_local() }</b>
            <p id="forgotten">{ lang.clear_local_asked() }</p>
            <button ref={cancel} type="button" class="plainbutton" onclick={ask(false)}>{ lang.cancel() }</button>
            { " " }
            <button type="button" class="plainbutton bad" onclick={forget}>{ lang.clear_local_do() }</button>
        </div>
    }
}
