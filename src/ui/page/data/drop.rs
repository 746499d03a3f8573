//! Where files are dropped or chosen.

use web_sys::{FileList, HtmlInputElement};
use yew::prelude::*;

use crate::basis::text::Lang;

/// Properties of [`DropZone`].
#[derive(Properties, PartialEq)]
pub struct DropProps {
    /// The language.
    pub lang: Lang,
    /// Told the files.
    pub files: Callback<Vec<web_sys::File>>,
    /// One line only: there are files already.
    pub small: bool,
}

/// A drop zone that is also a file button. Dropped files are taken by the
/// window, wherever they fall; here they are only welcomed.
#[component]
pub fn DropZone(props: &DropProps) -> Html {
    let over = use_state_eq(|| false);
    let input = use_node_ref();
    let hover = |inside: bool| {
        let over = over.clone();
        Callback::from(move |event: DragEvent| {
            event.prevent_default();
            over.set(inside);
        })
    };
    let onchange = {
        let files = props.files.clone();
        Callback::from(move |event: Event| {
            if let Some(input) = event.target_dyn_into::<HtmlInputElement>() {
                files.emit(listed(input.files()));
                // So that choosing the same file again is a change again.
                input.set_value("");
            }
        })
    };
    let onclick = {
        let input = input.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(input) = input.cast::<HtmlInputElement>() {
                input.click();
            }
        })
    };
    let lang = props.lang;
    let button = html! { <button type="button" class="button" {onclick}>{ lang.choose_files() }</button> };
    html! {
        <section class={classes!("drop", props.small.then_some("small"), over.then_some("over"))}
            ondragenter={hover(true)} ondragover={hover(true)} ondragleave={hover(false)} ondrop={hover(false)}>
            if props.small {
                <p>{ lang.drop_more() }{ " " }{ button }</p>
            } else {
                <p class="big">{ lang.drop_here() }</p>
                <p>{ lang.or() }{ " " }{ button }{ " " }<span class="quiet">{ lang.many_files() }</span></p>
                <p class="good">{ lang.stays_here() }</p>
                <p class="quiet">{ lang.kept_here() }</p>
            }
            <input ref={input} type="file" multiple=true hidden=true aria-label={lang.choose_files()} {onchange} />
        </section>
    }
}

/// The files of a list.
pub fn listed(files: Option<FileList>) -> Vec<web_sys::File> {
    files.map_or_else(Vec::new, |files| (0..files.length()).filter_map(|index| files.get(index)).collect())
}
