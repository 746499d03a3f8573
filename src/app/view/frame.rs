//! What stands around every page: the bar, the rail, notices, progress.

use serde::{Deserialize, Serialize};

use super::{Span, Tone, span};
use crate::app::document::Document;
use crate::app::effect::Request;
use crate::app::model::{Busy, Model, Notice, Page, Theme, Work};
use crate::app::task::Unmarkable;
use crate::balance::verdict::Verdict;
use crate::basis::format;
use crate::basis::text::Lang;
use crate::intake::{Progress, Stage};
use crate::word::scheme::evaluation::node_label;
use crate::word::scheme::plan::STEPS;

/// The frame.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FrameView {
    /// The project's name, when one is open.
    pub project: Option<String>,
    /// When it was last kept on this computer.
    pub kept: String,
    /// What is open is not kept, and would be lost with the page; or what shall be
    /// forgotten may outlive it.
    pub at_risk: bool,
    /// Whether there is a step to undo, and one to redo.
    pub steps: (bool, bool),
    /// The rail's entries, in `Page::ALL`'s order.
    pub rail: Vec<RailItem>,
    /// What is under way.
    pub busy: Option<BusyView>,
    /// What to tell the person.
    pub notice: Option<Span>,
    /// The project of last time, offered.
    pub offered: Option<String>,
}

/// An entry of the rail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RailItem {
    /// The page's name.
    pub label: String,
    /// Its result in a word or two.
    pub note: Option<Span>,
}

/// Something under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusyView {
    /// Its number.
    pub request: Request,
    /// What it is.
    pub text: String,
    /// The files that are read, with their sizes in bytes.
    pub files: Vec<(String, u64)>,
}

/// How far something is, as the worker that does it reports.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advance {
    /// The index of the file that is read.
    pub file: u32,
    /// How far its reading is.
    pub progress: Progress,
}

/// How far something is, as it is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pace {
    /// Which file of several, rows, percent and the time left.
    pub detail: String,
    /// The share done, where known.
    pub fraction: Option<f64>,
}

impl BusyView {
    /// How far it is, so many seconds after it began. The page asks each time
    /// that the worker reports: the application need not wake for it.
    pub fn pace(&self, advance: &Advance, seconds: f64, lang: Lang) -> Pace {
        let Advance { file, progress } = advance;
        if progress.stage == Stage::Understand {
            return Pace { detail: lang.understanding().to_owned(), fraction: None };
        }
        let index = usize::try_from(*file).unwrap_or(usize::MAX);
        let fraction = self.share(index, progress.fraction);
        let mut words = Vec::new();
        if let Some((name, _)) = self.files.get(index).filter(|_| self.files.len() > 1) {
            words.push(lang.file_of(index.saturating_add(1), self.files.len(), name));
        }
        if progress.rows > 0 {
            words.push(lang.rows_read(&format::grouped(&progress.rows.to_string())));
        }
        if let Some(fraction) = fraction {
            words.push(format!("{} %", format::fixed(fraction * 100.0, 0)));
            if seconds >= 1.0 && fraction >= 0.02 {
                words.push(time_left(seconds * (1.0 - fraction) / fraction, lang));
            }
        }
        Pace { detail: words.join(" · "), fraction }
    }

    /// The share of all files' bytes that is done; the time taken goes with
    /// them.
    #[expect(clippy::cast_precision_loss, reason = "a share for a progress bar")]
    fn share(&self, file: usize, done: Option<f64>) -> Option<f64> {
        let size = |files: &[(String, u64)]| files.iter().map(|(_, size)| *size as f64).sum::<f64>();
        let (all, before) = (size(&self.files), size(self.files.get(..file).unwrap_or_default()));
        if self.files.len() < 2 || all <= 0.0 {
            return done;
        }
        let this = self.files.get(file).map_or(0.0, |(_, size)| *size as f64);
        Some(((before + this * done.unwrap_or(0.0)) / all).min(1.0))
    }
}

fn time_left(seconds: f64, lang: Lang) -> String {
    if seconds < 90.0 {
        lang.seconds_left(&format::fixed(seconds.ceil().max(1.0), 0))
    } else {
        lang.minutes_left(&format::fixed((seconds / 60.0).ceil(), 0))
    }
}

/// The frame at the start, with nothing open.
pub fn start(lang: Lang) -> FrameView {
    FrameView {
        project: None,
        kept: String::new(),
        at_risk: false,
        steps: (false, false),
        rail: Page::ALL.iter().map(|&page| RailItem { label: page_label(page, lang).to_owned(), note: None }).collect(),
        busy: None,
        notice: None,
        offered: None,
    }
}

/// The frame's view.
pub fn view(model: &Model) -> FrameView {
    let (lang, open) = (model.preferences.lang, !model.document.sources.is_empty());
    FrameView {
        project: model.document.name().map(str::to_owned),
        kept: match &model.kept_at {
            _ if model.offered.is_some() && open => lang.keeping_waits().to_owned(),
            Some(time) => lang.kept_at(time),
            None if model.unkept => lang.not_kept().to_owned(),
            None => String::new(),
        },
        at_risk: open && (model.offered.is_some() || model.unkept) || model.forgetting,
        steps: model.history.steps(),
        rail: Page::ALL
            .iter()
            .map(|&page| RailItem { label: page_label(page, lang).to_owned(), note: note(model, page, lang) })
            .collect(),
        busy: model.busy.as_ref().map(|busy| busy_view(busy, lang)),
        notice: model.notice.as_ref().map(|notice| notice_view(notice, lang)),
        offered: model.offered.as_ref().map(|document| offer(document, open, lang)),
    }
}

/// Offers the project of last time; beside open files, with what either answer
/// does to them.
fn offer(document: &Document, open: bool, lang: Lang) -> String {
    let offer = lang.offer(document.name().unwrap_or_default());
    if open { lang.offer_beside(&offer) } else { offer }
}

/// A page's name.
pub const fn page_label(page: Page, lang: Lang) -> &'static str {
    match page {
        Page::Data => lang.page_data(),
        Page::Evaluation => lang.page_evaluation(),
        Page::Balance => lang.page_balance(),
        Page::Bonus => lang.page_bonus(),
        Page::Report => lang.page_report(),
    }
}

/// A theme's name.
pub const fn theme_label(theme: Theme, lang: Lang) -> &'static str {
    match theme {
        Theme::System => lang.theme_system(),
        Theme::Light => lang.theme_light(),
        Theme::Dark => lang.theme_dark(),
        Theme::Contrast => lang.theme_contrast(),
    }
}

/// A page's result in a word or two, for the rail.
fn note(model: &Model, page: Page, lang: Lang) -> Option<Span> {
    let derived = &model.derived;
    match page {
        Page::Data => {
            let count = derived.decided.waiting(&derived.problems) + model.asked.len();
            (count > 0).then(|| span(lang.to_look_at(count), Tone::Bad))
        }
        Page::Evaluation => {
            let count = derived.evaluation.schools.len();
            (count > 0).then(|| span(lang.schools_short(count), Tone::Quiet))
        }
        Page::Balance => {
            let resources = derived.balance.verdict;
            let whole = derived.targets.whole(resources).filter(|_| resources != Verdict::NotApplicable);
            let verdict = whole.as_ref().map_or(resources, |whole| whole.verdict);
            let tone = match verdict {
                Verdict::NotApplicable => return None,
                Verdict::Met => Tone::Good,
                Verdict::NotMet => Tone::Bad,
                Verdict::Pending => Tone::Near,
            };
            // Without a whole the verdict is on resources alone.
            let alone = || lang.target_whole_resources(resources.label(lang));
            Some(span(whole.map_or_else(alone, |whole| whole.verdict.label(lang).to_owned()), tone))
        }
        Page::Bonus => {
            derived.bonus.shared().filter(|shared| shared.identity.balanced).map(|_| span(lang.balanced(), Tone::Quiet))
        }
        Page::Report => None,
    }
}

fn busy_view(busy: &Busy, lang: Lang) -> BusyView {
    let (text, files) = match &busy.work {
        Work::Opening { files, .. } => match &**files {
            [(name, _)] => (lang.opening(name), files.clone()),
            several => (lang.opening_several(several.len()), files.clone()),
        },
        Work::Writing => (lang.writing().to_owned(), Vec::new()),
        Work::Marking { file, .. } => (lang.marking(file), Vec::new()),
    };
    BusyView { request: busy.request, text, files }
}

fn notice_view(notice: &Notice, lang: Lang) -> Span {
    match notice {
        Notice::Saved(name) => span(lang.saved(name), Tone::Good),
        Notice::Exported(name) => span(lang.exported(name), Tone::Good),
        Notice::Marked { name, anew } => match anew {
            None => span(lang.marked(name), Tone::Good),
            Some(Unmarkable::Gone) => span(lang.marked_gone(name), Tone::Near),
            Some(Unmarkable::Changed) => span(lang.marked_changed(name), Tone::Near),
            Some(Unmarkable::Encrypted) => span(lang.marked_encrypted(name), Tone::Near),
            Some(Unmarkable::Other) => span(lang.marked_other(name), Tone::Good),
        },
        Notice::Template(name) => span(lang.template_saved(name), Tone::Good),
        Notice::TooLarge { name, most } => span(lang.too_large_to_open(name, most), Tone::Bad),
        Notice::Cancelled => span(lang.cancelled(), Tone::Plain),
        Notice::SameNames(names) => span(lang.same_names(&names.join(lang.list_comma())), Tone::Bad),
        Notice::NotYet => span(lang.not_yet(), Tone::Near),
        Notice::Interrupted => span(lang.interrupted(), Tone::Near),
        Notice::Bounded { name, weight } => {
            let weight = format::fixed(f64::from(*weight) / 100.0, 2);
            span(lang.weight_bounded(node_label(name, lang), &weight), Tone::Near)
        }
        Notice::PlanFull => span(lang.plan_full(STEPS), Tone::Near),
        Notice::Spread(count) => span(lang.spread(*count), Tone::Plain),
        Notice::Forgetting => span(lang.forgetting(), Tone::Plain),
        Notice::Forgotten => span(lang.forgotten(), Tone::Good),
        Notice::NotForgotten(reason) => span(lang.not_forgotten(reason.trim_end_matches('.')), Tone::Bad),
        Notice::Replaced(names) => span(lang.replaced(&names.join(lang.list_comma())), Tone::Plain),
        Notice::LeftAside(names) => span(left_aside(names, lang), Tone::Near),
        Notice::NotAProject { fault, left_aside: names } if names.is_empty() => {
            span(lang.project_fault(fault), Tone::Bad)
        }
        Notice::NotAProject { fault, left_aside: names } => {
            span(lang.sentences(&lang.project_fault(fault), &left_aside(names, lang)), Tone::Bad)
        }
        Notice::Failed(reason) => span(lang.failed(reason), Tone::Bad),
        Notice::NotWritten(fault) => span(lang.report_fault(&fault.detail), Tone::Bad),
    }
}

fn left_aside(names: &[String], lang: Lang) -> String {
    lang.left_aside(&names.join(lang.list_comma()))
}
