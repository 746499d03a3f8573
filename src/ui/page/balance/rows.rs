//! The schools of the table. Those that are in sight first are drawn with the rest of
//! the page, the others a picture later, so that a new order shows at once.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::table::state_class;
use crate::app::event::Event;
use crate::app::view::balance::Row;
use crate::app::view::figure::Figure;
use crate::ui::part::figure::figure;

/// So many rows fill a screen.
const SIGHT: usize = 20;

/// How long a picture stands, in milliseconds.
const PICTURE: u32 = 17;

/// All rows.
pub(super) fn rows(rows: &[Row], send: &Callback<Event>) -> Html {
    let part = |(place, rows): (u32, &[Row])| {
        html! { <Rows rows={rows.to_vec()} delay={place * PICTURE} send={send.clone()} /> }
    };
    (0..).zip(rows.chunks(SIGHT)).map(part).collect()
}

#[derive(Clone, Properties, PartialEq)]
struct RowsProps {
    rows: Vec<Row>,
    /// How much later than the rest of the page a change is drawn, in milliseconds.
    delay: u32,
    send: Callback<Event>,
}

/// Some rows. What did not change is not drawn again.
struct Rows {
    shown: Vec<Row>,
    /// The pending drawing; a later change replaces it.
    due: Option<Timeout>,
}

impl Component for Rows {
    type Message = ();
    type Properties = RowsProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { shown: ctx.props().rows.clone(), due: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &RowsProps) -> bool {
        let link = ctx.link().clone();
        match ctx.props().delay {
            0 => Component::update(self, ctx, ()),
            delay => {
                self.due = Some(Timeout::new(delay, move || link.send_message(())));
                false
            }
        }
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.shown.clone_from(&ctx.props().rows);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.shown.iter().map(|row| school(row, &ctx.props().send)).collect()
    }
}

// Without a key: of another order the texts are replaced, where new rows would take
// three times as long.
fn school(row: &Row, send: &Callback<Event>) -> Html {
    let cell = |cell: &Figure| html! { <td class={state_class(cell.tone)}>{ figure(cell, Classes::new(), send) }</td> };
    html! {
        <tr>
            <th scope="row" class="words stay">{ row.name.clone() }</th>
            <td>{ row.pupils.clone() }</td>
            { for row.cells.iter().map(cell) }
            <td>{ figure(&row.verdict, classes!("pill"), send) }</td>
        </tr>
    }
}
