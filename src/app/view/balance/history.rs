//! How the county stood in every year.

use std::rc::Rc;

use super::{BalanceLook, tone};
use crate::app::sight::Fold;
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::history::{history, years};
use crate::balance::standard::STAGES;
use crate::balance::{Balance, StageBalance};
use crate::basis::format::fixed;
use crate::basis::text::Lang;
use crate::chart::scene::Tone as Colour;
use crate::chart::{Series, Trend, Value};
use crate::word::dataset::Dataset;
use crate::word::field::Stage;

/// The years; `None` below two. Assessed once they are unfolded.
pub(super) fn section(data: &Dataset, balance: &Balance, look: &BalanceLook<'_>, lang: Lang) -> Option<Section> {
    if years(data, &balance.scheme).len() < 2 {
        return None;
    }
    let section = Section::unfolding(lang.history_title(), Fold::History, look.history);
    if !look.history {
        return Some(section);
    }
    let all = history(data, &balance.scheme);
    let [primary, junior] = STAGES.map(|stage| lang.history_met(stage.label(lang)));
    let heads = [
        (lang.indices_head_year(), true),
        (&*primary, false),
        (&*junior, false),
        (lang.history_beyond(), false),
        (lang.balance_verdict(), true),
    ];
    let rows = all.iter().map(|(year, balance)| row(*year, balance, lang)).collect();
    let notes = vec![lang.history_note().to_owned()];
    Some(Section { notes, ..section }.drawn(chart(&all, lang)).with(heads, rows))
}

fn row(year: i32, balance: &Balance, lang: Lang) -> Row {
    let of = |stage: Stage| balance.stage(stage).and_then(|within| met(within, lang)).unwrap_or_else(|| "—".to_owned());
    let [primary, junior] = STAGES.map(of);
    let beyond: usize = balance.stages.iter().map(StageBalance::beyond).sum();
    let verdict = Figure::plain(balance.verdict.label(lang)).toned(tone(balance.verdict));
    vec![
        Figure::plain(year.to_string()),
        Figure::plain(primary),
        Figure::plain(junior),
        Figure::plain(beyond.to_string()),
        verdict,
    ]
    .into()
}

/// "9 / 19".
fn met(within: &StageBalance, lang: Lang) -> Option<String> {
    Some(lang.history_of(within.schools_met()?, within.units.len()))
}

/// The share of a stage's schools that meet the standard, in percent.
fn share(balance: &Balance, stage: Stage) -> Option<f64> {
    let within = balance.stage(stage)?;
    Some(100.0 * within.schools_met()? as f64 / within.units.len() as f64)
}

/// The share of schools that meet the standard, a line a stage; `None` where no
/// school is judged.
fn chart(all: &[(i32, Balance)], lang: Lang) -> Option<Rc<ChartView>> {
    let colours = [Colour::C1, Colour::C2];
    let series = STAGES.iter().zip(colours).map(|(stage, tone)| Series {
        name: stage.label(lang).to_owned(),
        values: all.iter().map(|(_, balance)| share(balance, *stage).and_then(Value::of)).collect(),
        tone,
    });
    let ends = all.first().zip(all.last());
    let told = |stage: &Stage| {
        let ((from, first), (to, last)) = ends?;
        let [first, last] = [first, last].map(|balance| share(balance, *stage));
        let [first, last] = [fixed(first?, 0), fixed(last?, 0)];
        Some(lang.history_said(stage.label(lang), *from, &first, *to, &last))
    };
    let series: Vec<Series> = series.filter(|series| series.values.iter().any(Option::is_some)).collect();
    if series.is_empty() {
        return None;
    }
    let trend = Trend {
        title: lang.history_chart().to_owned(),
        description: STAGES.iter().filter_map(told).collect(),
        years: all.iter().map(|(year, _)| year.to_string()).collect(),
        limit: None,
        series,
    };
    Some(Rc::new(ChartView::of(&|width| trend.scene(width), lang.history_file().to_owned())))
}
