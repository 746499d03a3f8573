//! The part of the balance page with the compliance targets.

use serde::{Deserialize, Serialize};

use super::{BalanceView, LOW, NONE, Part, tone, verdict_span};
use crate::app::act::{Act, Deed};
use crate::app::model::Model;
use crate::app::sight::{Fold, Sight};
use crate::app::view::figure::Figure;
use crate::app::view::pager::Pager;
use crate::app::view::section::{Field, Select, Toggle};
use crate::app::view::{Press, Sentence, Tone, span};
use crate::balance::target::edit::TargetEdit;
use crate::balance::target::preset::relaxations;
use crate::balance::target::{Summary, Targets, wording};
use crate::balance::verdict::Verdict;
use crate::basis::text::Lang;
use crate::word::scheme::balance::Standard;
use crate::word::scheme::target::{Group, Set};

mod form;
mod more;
mod row;

/// The targets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetsView {
    /// The heads of the columns: target, limit, value, verdict, more.
    pub heads: [String; 5],
    /// The targets by group.
    pub groups: Vec<GroupView>,
    /// Said when there is none.
    pub none: Option<String>,
    /// What chooses sets.
    pub sets_title: String,
    /// The sets.
    pub sets: Vec<Toggle>,
    /// What allows relaxations; empty when no set has any.
    pub relaxations_title: String,
    /// To whom they apply.
    pub relaxations_hint: String,
    /// The relaxations.
    pub relaxations: Vec<Toggle>,
    /// Adds a target of one's own.
    pub add: Press,
}

/// The targets of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GroupView {
    /// Its name.
    pub title: String,
    /// How its items came out.
    pub summary: String,
    /// A row a target and part.
    pub rows: Vec<TargetRow>,
    /// Gives items points to start from.
    pub even: Option<Press>,
}

/// A part of a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TargetRow {
    /// What tells it from other rows.
    pub key: String,
    /// G1, Q9a; empty for the person's own.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What is divided by what, and who has to reach it.
    pub detail: String,
    /// The limit.
    pub limit: LimitView,
    /// The years that the inputs are of; empty: of none.
    pub years: Vec<String>,
    /// Where the value is given.
    pub inputs: Vec<Input>,
    /// Where the points of its item are given: those there are, those awarded.
    pub points: Vec<Input>,
    /// What the data say.
    pub found: String,
    /// The verdict with its mark.
    pub state: Figure,
    /// What is said beside it.
    pub remarks: Vec<String>,
    /// Shows more, or less.
    pub unfold: Press,
    /// More is shown.
    pub open: bool,
    /// More, under the last row of an unfolded target.
    pub more: Option<More>,
}

/// A limit, which can be changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LimitView {
    /// Before the field: ≥.
    pub sign: String,
    /// The field; `None` where there is nothing to set.
    pub input: Option<Input>,
    /// Behind the field.
    pub unit: String,
    /// Said in place of a field.
    pub text: String,
    /// That it departs from the standard, or fills what that leaves open, and
    /// what takes it back.
    pub departs: Option<(String, Press)>,
    /// [`Tone::Near`]: it departs.
    pub tone: Tone,
    /// That it is nothing official.
    pub unsure: String,
}

/// Where something is given.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Input {
    /// Typed.
    Text(Field),
    /// Chosen.
    Pick(Select),
}

/// What an unfolded target shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct More {
    /// Remark, source, policy.
    pub notes: Vec<String>,
    /// Not applicable here.
    pub idle: Toggle,
    /// The form of one's own target.
    pub form: Vec<Input>,
    /// Copies it, removes it.
    pub presses: Vec<Press>,
    /// The heading of the schools; empty without any.
    pub schools_title: String,
    /// The schools; the part that is shown.
    pub schools: Vec<SchoolRow>,
    /// What leads to the others.
    pub pager: Option<Pager>,
}

/// A school under a target.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchoolRow {
    /// Its name, with the part where the target has several.
    pub name: String,
    /// The years that the inputs are of; empty: of none.
    pub years: Vec<String>,
    /// Where its value is given; of a trend one a year.
    pub inputs: Vec<Input>,
    /// Its value, with the limit where that is relaxed.
    pub found: String,
    /// Its verdict.
    pub text: String,
    /// Its mark.
    pub mark: String,
    /// How it is meant.
    pub tone: Tone,
}

/// Joins the targets to the page: the whole beside the verdict on resources,
/// and the targets themselves when they are shown.
pub(in crate::app::view) fn join(page: &mut BalanceView, model: &Model) {
    let (derived, lang) = (&model.derived, model.preferences.lang);
    let shown = model.look.balance_part == Part::Targets;
    page.whole = whole(&derived.targets, derived.balance.verdict, shown, lang);
    if shown {
        page.title = lang.target_title(derived.targets.standard.name(lang));
        page.lead = lead(&derived.targets, lang);
        page.targets = Some(view(model, lang));
    }
}

fn view(model: &Model, lang: Lang) -> TargetsView {
    let targets = &model.derived.targets;
    let scheme = &targets.scheme;
    let groups: Vec<GroupView> = Group::ALL.iter().filter_map(|group| group_view(model, *group, lang)).collect();
    let set = |set: &Set| {
        let on = scheme.sets.contains(set);
        let press = TargetEdit::Use(*set, !on);
        toggle(set.label(lang), set.remark(lang), on, press)
    };
    let offered = relaxations().iter().filter(|_| targets.counts(Set::Quality2017));
    let relaxations: Vec<Toggle> = offered
        .map(|relaxation| {
            let on = scheme.relaxed.contains(&relaxation.id);
            let press = TargetEdit::Relax(relaxation.id.clone(), !on);
            let since = wording::since(relaxation, lang);
            let note = if on { relaxation.note.of(lang) } else { "" };
            let remark = if on { [&*since, note].join(lang.report_semicolon()) } else { since };
            toggle(relaxation.name.of(lang), &remark, on, press)
        })
        .collect();
    let none = relaxations.is_empty();
    let said = |text: &str| if none { String::new() } else { text.to_owned() };
    TargetsView {
        heads: [
            lang.target_head_name(),
            lang.target_head_limit(),
            lang.target_head_value(),
            lang.target_head_state(),
            lang.target_head_more(),
        ]
        .map(str::to_owned),
        none: groups.is_empty().then(|| lang.target_none().to_owned()),
        groups,
        sets_title: lang.target_sets().to_owned(),
        sets: Set::ALL.iter().filter(|set| set.is_of(targets.standard)).map(set).collect(),
        relaxations_title: said(lang.target_relaxations()),
        relaxations_hint: said(lang.target_relaxation_hint()),
        relaxations,
        add: press(lang.target_add(), TargetEdit::Add(lang.target_new().to_owned())),
    }
}

fn group_view(model: &Model, group: Group, lang: Lang) -> Option<GroupView> {
    let targets = &model.derived.targets;
    let summary = targets.summary(group)?;
    let lines: Vec<_> = targets.lines.iter().filter(|line| line.target.group == group).collect();
    let rows = lines.iter().enumerate().map(|(place, line)| {
        let next = lines.get(place + 1).is_none_or(|next| next.target.id != line.target.id);
        let first = place.checked_sub(1).and_then(|before| lines.get(before));
        let first = first.is_none_or(|before| before.target.id != line.target.id);
        row::row(model, line, first, next, lang)
    });
    let none = targets.scheme.marks.iter().all(|mark| mark.full.is_empty());
    let even = (group == Group::Work && none).then(|| press(lang.target_even(), TargetEdit::MarkEvenly));
    let title = group.label(lang).to_owned();
    Some(GroupView { title, summary: counts(&summary, lang), rows: rows.collect(), even })
}

/// "3 项达标、2 项未达标、5 项待评估".
fn counts(summary: &Summary, lang: Lang) -> String {
    let said = [
        (summary.met > 0).then(|| lang.target_met_count(summary.met)),
        (summary.not_met > 0).then(|| lang.target_not_met_count(summary.not_met)),
        (summary.pending > 0).then(|| lang.target_pending_count(summary.pending)),
    ];
    let said: Vec<String> = said.into_iter().flatten().map(|text| text.trim().to_owned()).collect();
    if said.is_empty() { lang.target_not_applicable().to_owned() } else { said.join(lang.target_joint()) }
}

/// Every group with its counts, then what departs from the standard and points.
fn lead(targets: &Targets, lang: Lang) -> Sentence {
    let mut sentence = Sentence::new();
    for summary in Group::ALL.iter().filter_map(|group| targets.summary(*group)) {
        sentence.push(span(lang.target_group_lead(summary.group.label(lang), summary.items), Tone::Plain));
        sentence.push(span(counts(&summary, lang), tone(summary.verdict)));
        sentence.push(span(lang.balance_lead_stop(), Tone::Plain));
    }
    let (departs, filled) = wording::departures(targets);
    if departs > 0 {
        sentence.push(span(lang.target_departs_lead(departs), Tone::Near));
    }
    if filled > 0 {
        sentence.push(span(lang.target_filled_lead(filled), Tone::Plain));
    }
    for group in Group::ALL {
        if let Some((points, full)) = targets.points(*group) {
            let text = lang.target_points_lead(group.label(lang), &wording::points(&points), &wording::points(&full));
            sentence.push(span(text, Tone::Plain));
        }
    }
    if sentence.is_empty() {
        sentence.push(span(lang.target_none(), Tone::Plain));
    }
    sentence
}

/// "政府保障程度 3 项未达标、5 项待评估;……。按国家标准全部要求,全县未达标。" In brief the
/// counts of the groups are left to the sentence that has them already.
fn whole(targets: &Targets, resources: Verdict, brief: bool, lang: Lang) -> Sentence {
    let Some(whole) = targets.whole(resources) else {
        let basic = targets.standard == Standard::Basic2012;
        return basic.then(|| span(lang.target_whole_2012(), Tone::Plain)).into_iter().collect();
    };
    let mut sentence = Sentence::new();
    if brief {
        sentence.push(span(lang.target_whole_resources(resources.label(lang)), tone(resources)));
    }
    for summary in whole.groups.iter().chain(&whole.reference).filter(|_| !brief) {
        let joint = if sentence.is_empty() { "" } else { lang.target_whole_joint() };
        sentence.push(span([joint, &*lang.target_whole_group(summary.group.label(lang))].concat(), Tone::Plain));
        let (failed, waits) = (summary.not_met, summary.pending);
        let said = match (failed, waits) {
            (0, 0) if summary.met == 0 => lang.target_not_applicable().to_owned(),
            (0, 0) => lang.target_met_all().to_owned(),
            (0, _) => lang.target_pending_count(waits),
            (_, 0) => lang.target_not_met_count(failed),
            _ => [lang.target_not_met_count(failed), lang.target_pending_count(waits).trim().to_owned()]
                .join(lang.target_joint()),
        };
        sentence.push(span(said, tone(summary.verdict)));
    }
    if whole.vetoed {
        sentence.push(span(lang.target_veto_decides(), Tone::Bad));
    }
    sentence.push(span(lang.target_whole_verdict(), Tone::Plain));
    sentence.push(verdict_span(whole.verdict, lang));
    sentence.push(span(lang.target_stop(), Tone::Plain));
    sentence
}

/// The mark of a verdict, so that colour is never alone.
const fn mark(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Met => "✓",
        Verdict::NotMet => LOW,
        Verdict::Pending => NONE,
        Verdict::NotApplicable => "–",
    }
}

fn deed(edit: TargetEdit) -> Deed {
    Act::Target(edit).into()
}

fn press(text: &str, edit: TargetEdit) -> Press {
    Press::of(text, Act::Target(edit))
}

/// Shows more of a target, or less.
fn unfold(id: &str, name: &str, open: bool, lang: Lang) -> Press {
    let (text, label) = if open {
        (lang.target_fold(), lang.target_fold_of(name))
    } else {
        (lang.target_unfold(), lang.target_unfold_of(name))
    };
    Press { label, ..Press::of(text, Sight::Fold(Fold::Target(id.to_owned()))) }
}

fn toggle(label: &str, remark: &str, on: bool, edit: TargetEdit) -> Toggle {
    Toggle { label: label.to_owned(), remark: remark.to_owned(), on, tone: Tone::Plain, press: deed(edit) }
}
