//! Pieces of the page that are drawn a picture later than the rest, so that what is in
//! sight shows at once; and not again at all while they stay as they are.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::table::rows;
use crate::app::event::Event;
use crate::app::view::balance::Row;
use crate::app::view::section::Section;
use crate::basis::text::Lang;
use crate::ui::part::section::section;

/// How long a picture stands, in milliseconds.
const PICTURE: u32 = 17;

/// What can be drawn.
#[derive(Clone, PartialEq)]
pub enum Piece {
    /// Schools of the table, at least one.
    Rows(Vec<Row>),
    /// A section.
    Section(Section),
}

/// Properties of [`Later`].
#[derive(Clone, Properties, PartialEq)]
pub struct LaterProps {
    /// What it shows.
    pub piece: Piece,
    /// A change shows so many pictures later than the rest; what is new, with it.
    pub after: u32,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// A piece of the page.
pub struct Later {
    shown: LaterProps,
    /// The pending drawing; a later change replaces it.
    due: Option<Timeout>,
}

impl Later {
    fn show(&mut self, ctx: &Context<Self>) -> bool {
        self.shown = ctx.props().clone();
        true
    }
}

impl Component for Later {
    type Message = ();
    type Properties = LaterProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self { shown: ctx.props().clone(), due: None }
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &LaterProps) -> bool {
        if ctx.props().after == 0 {
            return self.show(ctx);
        }
        let link = ctx.link().clone();
        self.due = Some(Timeout::new(ctx.props().after * PICTURE, move || link.send_message(())));
        false
    }

    fn update(&mut self, ctx: &Context<Self>, (): ()) -> bool {
        self.show(ctx)
    }

    fn view(&self, _: &Context<Self>) -> Html {
        let LaterProps { piece, lang, send, .. } = &self.shown;
        match piece {
            Piece::Rows(schools) => rows(schools, send),
            Piece::Section(piece) => section(piece, *lang, send),
        }
    }
}
