//! Pieces of the page that may be drawn some frames later than the rest, so that what is in
//! sight shows at once; and not again at all while they stay as they are.

use gloo::timers::callback::Timeout;
use gloo::utils::window;
use yew::prelude::*;

use super::table::rows;
use crate::app::event::Event;
use crate::app::view::balance::Row;
use crate::app::view::section::Section;
use crate::basis::text::Lang;
use crate::ui::part::section::section;

/// So many schools fill a screen.
pub const SIGHT: usize = 16;

/// How long a frame of the screen stands, in milliseconds.
const FRAME: u32 = 17;

/// By how many frames a piece that lies below the screen is delayed, where it would be by so
/// many: not at all once the page is scrolled, when it may be what the person looks at.
pub fn frames(frames: u32) -> u32 {
    let scrolled = window().scroll_y().is_ok_and(|y| y > 0.0);
    if scrolled { 0 } else { frames }
}

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
    /// Frames by which a change is delayed; the first drawing is not.
    pub after: u32,
    /// The language.
    pub lang: Lang,
    /// Told what the person does.
    pub send: Callback<Event>,
}

/// A piece of the page.
pub struct Later {
    shown: LaterProps,
    /// The pending drawing, which shows what there is by then.
    due: Option<Timeout>,
}

impl Later {
    fn show(&mut self, ctx: &Context<Self>) -> bool {
        self.due = None;
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
        let LaterProps { after, .. } = ctx.props();
        if *after == 0 {
            return self.show(ctx);
        }
        let link = ctx.link().clone();
        self.due.get_or_insert_with(|| Timeout::new(after * FRAME, move || link.send_message(())));
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
