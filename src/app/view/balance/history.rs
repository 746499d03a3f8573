//! How the county stood in every year.

use std::rc::Rc;

use super::{BalanceLook, tone};
use crate::app::sight::{Fold, Sight};
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::section::{Row, Section};
use crate::balance::history::{history, years};
use crate::balance::standard::STAGES;
use crate::balance::verdict::Verdict;
use crate::balance::{Balance, StageBalance};
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
    let fold = Some((Sight::Fold(Fold::History).into(), look.history));
    let section = Section { fold, ..Section::of(lang.history_title(), vec![]) };
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
    Some(Section { notes, ..section }.drawn(Some(Rc::new(chart(&all, lang)))).with(heads, rows))
}

fn row(year: i32, balance: &Balance, lang: Lang) -> Row {
    let some = |stage: Stage| balance.stage(stage).filter(|within| !within.units.is_empty());
    let of = |stage: Stage| some(stage).map_or_else(|| "—".to_owned(), |within| met(within, lang));
    let [primary, junior] = STAGES.map(of);
    let beyond: usize = balance.stages.iter().map(|within| within.variations_with(Verdict::NotMet)).sum();
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
fn met(within: &StageBalance, lang: Lang) -> String {
    lang.history_of(within.schools_with(Verdict::Met), within.units.len())
}

/// The share of schools that meet the standard, a line a stage.
fn chart(all: &[(i32, Balance)], lang: Lang) -> ChartView {
    let share = |balance: &Balance, stage: Stage| {
        let within = balance.stage(stage).filter(|within| !within.units.is_empty())?;
        Value::of(100.0 * within.schools_with(Verdict::Met) as f64 / within.units.len() as f64)
    };
    let colours = [Colour::C1, Colour::C2];
    let series = STAGES.iter().zip(colours).map(|(stage, tone)| Series {
        name: stage.label(lang).to_owned(),
        values: all.iter().map(|(_, balance)| share(balance, *stage)).collect(),
        tone,
    });
    let ends = all.first().zip(all.last());
    let told = |(year, balance): &(i32, Balance)| (*year, balance.verdict.label(lang));
    let said = ends.map(|(from, to)| (told(from), told(to)));
    let trend = Trend {
        title: lang.history_chart().to_owned(),
        description: said.map(|(from, to)| lang.history_said(from.0, from.1, to.0, to.1)).unwrap_or_default(),
        years: all.iter().map(|(year, _)| year.to_string()).collect(),
        limit: None,
        series: series.filter(|series| series.values.iter().any(Option::is_some)).collect(),
    };
    ChartView::of(&|width| trend.scene(width), lang.history_file().to_owned())
}
