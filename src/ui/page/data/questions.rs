//! What is asked about files before they can be opened: a card each. Nothing
//! else waits for the answer.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::event::Event;
use crate::app::task::Answered;
use crate::app::view::data::{Ask, EncodingView, QuestionView};
use crate::basis::text::Lang;
use crate::intake::{Answer, Password};

/// The cards; nothing when nothing is asked.
pub fn cards(questions: &[QuestionView], lang: Lang, send: &Callback<Event>) -> Html {
    if questions.is_empty() {
        return Html::default();
    }
    let card = |question: &QuestionView| {
        html! { <Card key={question.name.clone()} question={question.clone()} {lang} send={send.clone()} /> }
    };
    html! {
        <section class="asked">
            <h2>{ lang.asked() }</h2>
            { for questions.iter().map(card) }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct CardProps {
    question: QuestionView,
    lang: Lang,
    send: Callback<Event>,
}

/// One question, with its answer and the way around it.
#[component]
fn Card(props: &CardProps) -> Html {
    let CardProps { question, lang, send } = props;
    let lang = *lang;
    let typed = use_node_ref();
    let shown = use_state_eq(|| false);
    let chosen = use_state_eq(|| 0_usize);
    let onsubmit = {
        let (question, typed, chosen, send) = (question.clone(), typed.clone(), *chosen, send.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let answer = match &question.ask {
                Ask::Password { .. } => {
                    typed.cast::<HtmlInputElement>().map(|input| Answer::Password(Password(input.value())))
                }
                Ask::Encoding(options) => options.get(chosen).map(|option| Answer::Encoding(option.encoding)),
            };
            if let Some(answer) = answer {
                let answered = Answered { name: question.name.clone(), answer };
                send.emit(Event::Answer { token: question.token, answered });
            }
        })
    };
    let leave_out = {
        let name = question.name.clone();
        send.reform(move |_: MouseEvent| Event::LeaveOut(name.clone()))
    };
    html! {
        <form class="policy" {onsubmit}>
            <h3>{ question.name.clone() }</h3>
            <p>{ question.text.clone() }</p>
            { match &question.ask {
                Ask::Password { refused } => password(refused.as_deref(), &typed, &shown, lang),
                Ask::Encoding(options) => encodings(&question.name, options, &chosen, lang),
            } }
            <div class="tools">
                <button type="submit" class="button">{ lang.open_it() }</button>
                <button type="button" class="plainbutton" onclick={leave_out}>{ lang.leave_out() }</button>
            </div>
        </form>
    }
}

fn password(refused: Option<&str>, typed: &NodeRef, shown: &UseStateHandle<bool>, lang: Lang) -> Html {
    let toggle = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(!*shown))
    };
    html! {
        <>
            <div class="tools">
                <label class="number password">
                    <span class="label">{ lang.password() }</span>
                    <input ref={typed.clone()} type={if **shown { "text" } else { "password" }} autocomplete="off"
                        spellcheck="false" aria-invalid={refused.map(|_| "true")} />
                </label>
                <button type="button" class="plainbutton" aria-pressed={shown.to_string()} onclick={toggle}>{ lang.show_password() }</button>
            </div>
            if let Some(refused) = refused { <p class="bad" role="alert">{ refused.to_owned() }</p> }
        </>
    }
}

fn encodings(name: &str, options: &[EncodingView], chosen: &UseStateHandle<usize>, lang: Lang) -> Html {
    let option = |(index, option): (usize, &EncodingView)| {
        let onchange = {
            let chosen = chosen.clone();
            Callback::from(move |_: web_sys::Event| chosen.set(index))
        };
        html! {
            <div class="option">
                <label>
                    <input type="radio" name={name.to_owned()} checked={**chosen == index} {onchange} />
                    { " " }<b>{ option.label.clone() }</b>{ " " }<span class="quiet">{ option.about.clone() }</span>
                </label>
                <div class="frame" tabindex="0" role="group" aria-label={option.label.clone()}>
                    <table><tbody>{ for option.rows.iter().map(|row| preview(row)) }</tbody></table>
                </div>
            </div>
        }
    };
    html! {
        <fieldset>
            <legend class="unseen">{ lang.encoding() }</legend>
            { for options.iter().enumerate().map(option) }
        </fieldset>
    }
}

fn preview(row: &[String]) -> Html {
    html! { <tr>{ for row.iter().map(|text| html! { <td class="words">{ text.clone() }</td> }) }</tr> }
}
