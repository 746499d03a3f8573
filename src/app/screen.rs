//! Everything that is on the screen, as one plain value: what the engine hands
//! to the page.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::model::{Model, Page, Preferences};
use super::typed::Typed;
use super::view::{self, Tone};
use super::why::explain;
use crate::basis::why::Why;

/// The screen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screen {
    /// Language and theme.
    pub preferences: Preferences,
    /// The page shown.
    pub page: Page,
    /// What stands around the page.
    pub frame: view::frame::FrameView,
    /// The page.
    pub body: Body,
    /// The explanation that is open.
    pub why: Option<Why>,
    /// What was typed last and could not be read.
    pub refused: Option<Typed>,
}

/// A page's view; shared, so that drawing it copies nothing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Body {
    /// 数据.
    Data(Rc<view::data::DataView>),
    /// 评价.
    Evaluation(Rc<view::evaluation::EvaluationView>),
    /// 均衡.
    Balance(Rc<view::balance::BalanceView>),
    /// 奖金.
    Bonus(Rc<view::bonus::BonusView>),
    /// 报告.
    Report(Rc<view::report::ReportView>),
}

impl Screen {
    /// The first screen, before the engine is there.
    pub fn start(preferences: Preferences) -> Self {
        Self {
            preferences,
            page: Page::Data,
            frame: view::frame::start(preferences.lang),
            body: Body::Data(view::data::start(preferences.lang).into()),
            why: None,
            refused: None,
        }
    }

    /// The screen of a model.
    pub fn of(model: &Model) -> Self {
        let lang = model.preferences.lang;
        let subject = model.look.explained.as_ref();
        Self {
            preferences: model.preferences,
            page: model.page,
            frame: view::frame::view(model),
            body: match model.page {
                Page::Data => Body::Data(view::data::view(model).into()),
                Page::Evaluation => Body::Evaluation(Rc::new(view::evaluation_page(model))),
                Page::Balance => Body::Balance(Rc::new(view::balance_page(model))),
                Page::Bonus => Body::Bonus(Rc::new(view::bonus_page(model))),
                Page::Report => Body::Report(view::report::view(model).into()),
            },
            why: subject.and_then(|subject| explain(&model.document, &model.derived, subject, lang)),
            refused: model.look.refused.clone(),
        }
    }

    /// The same screen with something to tell.
    pub fn telling(mut self, text: String, tone: Tone) -> Self {
        self.frame.notice = Some(view::span(text, tone));
        self
    }
}
