//! The standard on the page: which one, and every decision about it.

use serde::{Deserialize, Serialize};

use crate::app::act::{Act, Deed};
use crate::app::typed::Entry;
use crate::app::view::section::{Field, Select, Toggle};
use crate::app::view::{Press, Tone};
use crate::balance::edit::BalanceEdit;
use crate::balance::rule;
use crate::balance::standard::{Figure, STAGES, Standard, Switch};
use crate::balance::{Balance, wording};
use crate::basis::text::Lang;

/// The standard and what can be decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardPanel {
    /// The standards.
    pub choice: Select,
    /// What leads to the decisions.
    pub summary: String,
    /// Where the standard stands, and since when it holds.
    pub source: String,
    /// The heads of the numbers' columns: indicator, primary, junior.
    pub heads: [String; 3],
    /// The numbers.
    pub rows: Vec<FigureRow>,
    /// What to say about a number that cannot be taken.
    pub invalid: String,
    /// The switches.
    pub blocks: Vec<Block>,
    /// Restores the standard; `None` when nothing departs from it.
    pub reset: Option<Press>,
}

/// A row of numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// What they are.
    pub label: String,
    /// One for both stages, or one for each.
    pub fields: Vec<Field>,
}

/// Switches under a heading, and what is to be known about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// The heading.
    pub title: String,
    /// The switches.
    pub toggles: Vec<Toggle>,
    /// Remarks.
    pub notes: Vec<String>,
}

/// The switches that say which schools count; the others say how it is counted.
const SCOPE: [Switch; 6] =
    [Switch::Private, Switch::Points, Switch::SmallPoints, Switch::SmallSchools, Switch::Special, Switch::Vocational];

pub(super) fn panel(balance: &Balance, lang: Lang) -> StandardPanel {
    let standard = balance.scheme.standard;
    let named = Standard::ALL.iter().map(|own| (*own, own.label(lang).to_owned()));
    let own = balance.scheme.changes.iter().any(|change| change.standard == standard);
    let [primary, junior] = STAGES.map(|stage| stage.label(lang));
    let altered = own || !balance.departures.is_empty();
    let choose = |own| deed(BalanceEdit::SetStandard(own));
    StandardPanel {
        choice: Select::of(lang.balance_standard(), named, &standard, choose).in_row(),
        summary: lang.balance_standard_scope().to_owned(),
        source: lang.balance_standard_from(standard.source(lang), standard.preset().from),
        heads: [lang.balance_indicator(), primary, junior].map(str::to_owned),
        rows: rows(balance, lang),
        invalid: lang.balance_figure_invalid().to_owned(),
        blocks: blocks(balance, lang),
        reset: altered.then(|| Press::of(lang.balance_reset(), Act::Balance(BalanceEdit::Reset))),
    }
}

fn deed(edit: BalanceEdit) -> Deed {
    Act::Balance(edit).into()
}

/// How what departs from the standard is toned.
const fn departing(departs: bool) -> Tone {
    if departs { Tone::Near } else { Tone::Plain }
}

fn rows(balance: &Balance, lang: Lang) -> Vec<FigureRow> {
    let standard = balance.scheme.standard;
    let staged = |label: String, figure: &dyn Fn(usize) -> Option<Figure>| FigureRow {
        label,
        fields: (0..STAGES.len()).filter_map(figure).map(|figure| field(balance, figure, lang)).collect(),
    };
    let mut rows: Vec<FigureRow> = Vec::new();
    for item in standard.preset().items {
        let figure = |stage: usize| Some(Figure::Threshold(*item, *STAGES.get(stage)?));
        rows.push(staged(format!("{} ≥", standard.named(*item, lang)), &figure));
    }
    let limit = |stage: usize| Some(Figure::Limit(*STAGES.get(stage)?));
    rows.push(staged(wording::limit_name(standard, lang).to_owned(), &limit));
    rows.extend([Figure::LeastMet, Figure::Floor, Figure::Small].map(|figure| FigureRow {
        label: wording::figure(standard, figure, lang),
        fields: vec![field(balance, figure, lang)],
    }));
    rows
}

fn field(balance: &Balance, figure: Figure, lang: Lang) -> Field {
    let standard = balance.scheme.standard;
    let (published, changed) = (standard.figure(figure), balance.scheme.changed(figure));
    let value = rule::figure(&balance.scheme, figure);
    let text = value.map(|value| wording::figure_value(figure, value)).unwrap_or_default();
    Field {
        hint: if published.is_none() { lang.balance_provincial() } else { "" }.to_owned(),
        tone: departing(published.is_some() && changed.is_some()),
        ..Field::number(Entry::Balance(figure), wording::figure(standard, figure, lang), text)
    }
}

fn blocks(balance: &Balance, lang: Lang) -> Vec<Block> {
    let scheme = &balance.scheme;
    let toggle = |switch: &Switch| {
        let on = scheme.is_on(*switch);
        Toggle {
            label: wording::switch(*switch, true, scheme, lang),
            remark: String::new(),
            on,
            tone: departing(on != scheme.standard.preset().on.contains(switch)),
            press: deed(BalanceEdit::Switch(*switch, !on)),
        }
    };
    let (scope, ways): (Vec<&Switch>, Vec<&Switch>) = Switch::ALL.iter().partition(|switch| SCOPE.contains(switch));
    let of = |switches: Vec<&Switch>| switches.into_iter().map(toggle).collect();
    let (of_scope, of_ways) = match scheme.standard {
        Standard::Quality2017 => (vec![], vec![lang.balance_rooms_note_2017()]),
        Standard::Basic2012 => {
            (vec![lang.balance_scope_note_2012()], vec![lang.balance_rooms_note_2012(), lang.balance_provincial_note()])
        }
    };
    let noted = |notes: Vec<&str>| notes.into_iter().map(str::to_owned).collect();
    vec![
        Block { title: lang.balance_scope().to_owned(), toggles: of(scope), notes: noted(of_scope) },
        Block { title: lang.balance_ways().to_owned(), toggles: of(ways), notes: noted(of_ways) },
    ]
}
