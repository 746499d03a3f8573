//! The application's state.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::balance::indices::Choice;
use crate::balance::verdict::Verdict;
use crate::basis::text::Lang;
use crate::word::field::Stage;

use super::derive::Derived;
use super::document::Document;
use super::effect::Request;
use super::ground::Ground;
use super::history::History;
use super::layout::Layouts;
use super::sight::Fold;
use super::task::{Answered, Asked, TextFile, Unmarkable};
use super::typed::Typed;
use super::view::balance::{BalanceSort, Part};
use super::view::bonus::BonusSort;
use super::view::evaluation::EvaluationSort;
use super::view::pager::Windows;
use super::why::Subject;

/// The whole state. Everything shown is made from it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// Language and theme.
    pub preferences: Preferences,
    /// The page shown.
    pub page: Page,
    /// What undo, saving and restoring are about.
    pub document: Document,
    /// Its earlier and later versions.
    pub history: History<Document>,
    /// What follows from the document.
    pub derived: Derived,
    /// What was decided on tables of a layout.
    pub layouts: Layouts,
    /// How the results are looked at.
    pub look: Look,
    /// What is under way.
    pub busy: Option<Busy>,
    /// What is asked about files that wait to be opened.
    pub asked: Vec<Asked>,
    /// The texts among the opened files that the shell still keeps.
    pub texts: Vec<TextFile>,
    /// What the person should be told now.
    pub notice: Option<Notice>,
    /// The project of last time, offered at the start and until the person
    /// decides on it: nothing is kept over it before.
    pub offered: Option<Box<Document>>,
    /// The local time at which the project was last kept on this computer.
    pub kept_at: Option<String>,
    /// The browser refused to keep it.
    pub unkept: bool,
    /// Storage was asked to forget everything and has not answered.
    pub forgetting: bool,
    /// The number of the latest request.
    pub requests: Request,
    /// Now, as the shell last told it (ISO 8601).
    pub now: String,
}

impl Model {
    /// The first page that has a result; without one the evaluation, which says
    /// what it lacks.
    pub fn result_page(&self) -> Page {
        let Derived { evaluation, balance, bonus, .. } = &self.derived;
        match () {
            () if !evaluation.schools.is_empty() => Page::Evaluation,
            () if balance.verdict != Verdict::NotApplicable => Page::Balance,
            () if bonus.shared().is_some() => Page::Bonus,
            () => Page::Evaluation,
        }
    }
}

/// What outlives a project on this computer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language.
    pub lang: Lang,
    /// The theme.
    pub theme: Theme,
}

impl Preferences {
    /// As they are kept: `zh-CN dark`.
    pub fn to_text(self) -> String {
        format!("{} {}", self.lang.tag(), self.theme.slug())
    }

    /// Reads what [`Preferences::to_text`] wrote.
    pub fn from_text(text: &str) -> Option<Self> {
        let (lang, theme) = text.split_once(' ')?;
        Some(Self {
            lang: Lang::ALL.iter().copied().find(|known| known.tag() == lang)?,
            theme: Theme::ALL.iter().copied().find(|known| known.slug() == theme)?,
        })
    }
}

/// The pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Page {
    /// 数据: files, recognition, problems.
    #[default]
    Data,
    /// 评价.
    Evaluation,
    /// 均衡.
    Balance,
    /// 奖金.
    Bonus,
    /// 报告: what can be taken away.
    Report,
}

impl Page {
    /// Every page, in the rail's order.
    pub const ALL: &[Self] = &[Self::Data, Self::Evaluation, Self::Balance, Self::Bonus, Self::Report];
}

/// The colour themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Ink on paper.
    Light,
    /// Paper on ink.
    Dark,
    /// Strong contrast.
    Contrast,
}

impl Theme {
    /// Every theme.
    pub const ALL: &[Self] = &[Self::System, Self::Light, Self::Dark, Self::Contrast];

    /// The value of the `data-theme` attribute.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// How the results are looked at; not part of the document.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The part shown of the balance page.
    pub balance_part: Part,
    /// What is looked at among the indices.
    pub indices: Choice,
    /// The stage shown on the balance page.
    pub stage: Stage,
    /// The group of schools shown on the evaluation page; `None`: all.
    pub group: Option<String>,
    /// The order of the evaluation's table.
    pub evaluation_sort: EvaluationSort,
    /// The order of the balance's table; `None`: that of the data.
    pub balance_sort: Option<BalanceSort>,
    /// The order of the bonus table.
    pub bonus_sort: BonusSort,
    /// Which rows of long lists are shown.
    pub windows: Windows,
    /// What is being explained.
    pub explained: Option<Subject>,
    /// What was typed last and could not be read.
    pub refused: Option<Typed>,
    /// What is unfolded.
    pub unfolded: HashSet<Fold>,
    /// The part of a sheet that is shown on the data page.
    pub shown: Shown,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            balance_part: Part::default(),
            indices: Choice::default(),
            stage: Stage::Primary,
            group: None,
            evaluation_sort: EvaluationSort::default(),
            balance_sort: None,
            bonus_sort: BonusSort::default(),
            windows: Windows::default(),
            explained: None,
            refused: None,
            unfolded: HashSet::new(),
            shown: Shown::default(),
        }
    }
}

/// Which part of a sheet is shown; the others are shown from their tops.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// The sheet's index among all sheets.
    pub sheet: usize,
    /// The first row, from 0.
    pub top: u32,
    /// The cell to go to.
    pub cell: Option<(u32, u32)>,
    /// How often a person went to a cell: again to the same is a new wish.
    pub jumps: u32,
}

/// Something under way.
#[derive(Clone, Debug, PartialEq)]
pub struct Busy {
    /// Its number.
    pub request: Request,
    /// What it is.
    pub work: Work,
}

/// What can be under way.
#[derive(Clone, Debug, PartialEq)]
pub enum Work {
    /// Files are loaded and read.
    Opening {
        /// Their names and sizes in bytes; a size of 0 is not known.
        files: Vec<(String, u64)>,
        /// The numbers under which the shell keeps them, with what was answered
        /// about them.
        tokens: Vec<(u32, Option<Answered>)>,
        /// It is one of the examples.
        sample: bool,
        /// What they are opened into.
        ground: Box<Ground>,
    },
    /// The workbook is written.
    Writing,
    /// Findings are marked in a file.
    Marking {
        /// Its name.
        file: String,
        /// Why it is written anew, if it is.
        anew: Option<Unmarkable>,
    },
}

/// Something to tell the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The project file that was saved.
    Saved(String),
    /// The workbook that was written.
    Exported(String),
    /// A file was written with its findings marked.
    Marked {
        /// The new file's name.
        name: String,
        /// Why it was written anew, if it was.
        anew: Option<Unmarkable>,
    },
    /// The blank table that was made.
    Template(String),
    /// The work was stopped on the person's wish.
    Cancelled,
    /// Nothing can be taken away while files are being read.
    NotYet,
    /// Files that were dropped ended the writing of a workbook.
    Interrupted,
    /// Several files of these names were dropped at once; the last ones are read.
    SameNames(Vec<String>),
    /// These files took the place of earlier ones of the same names.
    Replaced(Vec<String>),
    /// A project was opened; these files, dropped with it, were not read.
    LeftAside(Vec<String>),
    /// A project file could not be opened.
    NotAProject {
        /// The reason.
        fault: super::project::ProjectFault,
        /// The files dropped with it, which were not read.
        left_aside: Vec<String>,
    },
    /// A file too large to be even loaded.
    TooLarge {
        /// Its name.
        name: String,
        /// The most that is loaded, with its unit.
        most: String,
    },
    /// Something failed outside: the browser's words.
    Failed(String),
    /// The workbook could not be written.
    NotWritten(crate::report::ReportFault),
    /// Locked weights left less room than was typed: what a weight became.
    Bounded {
        /// The node's name.
        name: String,
        /// Its weight now.
        weight: crate::word::scheme::evaluation::Weight,
    },
    /// What was decided on a sheet was decided on so many others of its layout.
    Spread(usize),
    /// The plan has no room for so many more steps.
    PlanFull,
    /// Everything on this computer is being forgotten.
    Forgetting,
    /// Everything on this computer was forgotten.
    Forgotten,
    /// It was not; in the browser's words.
    NotForgotten(String),
}
