//! The standard on the page: which one, and every decision about it.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::balance::edit::BalanceEdit;
use crate::balance::rule;
use crate::balance::standard::{Figure, STAGES, Standard, Switch};
use crate::balance::{Balance, wording};
use crate::basis::text::Lang;

/// The standard and what can be decided about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardPanel {
    /// What the choice is, for screen readers.
    pub label: Cow<'static, str>,
    /// The standards.
    pub choices: Vec<StandardChoice>,
    /// What leads to the decisions.
    pub summary: Cow<'static, str>,
    /// Where the standard stands, and since when it holds.
    pub source: String,
    /// The heads of the numbers' columns: indicator, primary, junior.
    pub heads: [String; 3],
    /// The numbers.
    pub rows: Vec<FigureRow>,
    /// What to say about a number that cannot be taken.
    pub invalid: Cow<'static, str>,
    /// The switches.
    pub blocks: Vec<Block>,
    /// The button that restores the standard, and its edit; `None` when nothing
    /// departs from it.
    pub reset: Option<(Cow<'static, str>, BalanceEdit)>,
}

/// A standard to choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandardChoice {
    /// Its name.
    pub label: Cow<'static, str>,
    /// It is the one that holds.
    pub chosen: bool,
    /// What choosing it does.
    pub edit: BalanceEdit,
}

/// A row of numbers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// What they are.
    pub label: String,
    /// One for both stages, or one for each.
    pub fields: Vec<FigureField>,
}

/// A number to type.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureField {
    /// Which one.
    pub figure: Figure,
    /// What it is, for screen readers.
    pub label: String,
    /// Its text; empty for what is not entered.
    pub text: String,
    /// What stands in the empty field.
    pub hint: Cow<'static, str>,
    /// It is not the standard's.
    pub departs: bool,
}

/// Switches under a heading, and what is to be known about them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// The heading.
    pub title: Cow<'static, str>,
    /// The switches.
    pub toggles: Vec<Toggle>,
    /// Remarks.
    pub notes: Vec<Cow<'static, str>>,
}

/// A decision that can be switched.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Toggle {
    /// What it decides.
    pub label: String,
    /// It is on.
    pub on: bool,
    /// It stands otherwise than in the standard.
    pub departs: bool,
    /// What switching it does.
    pub edit: BalanceEdit,
}

/// The switches that say which schools count; the others say how it is counted.
const SCOPE: [Switch; 6] =
    [Switch::Private, Switch::Points, Switch::SmallPoints, Switch::SmallSchools, Switch::Special, Switch::Vocational];

pub(super) fn panel(balance: &Balance, lang: Lang) -> StandardPanel {
    let standard = balance.scheme.standard;
    let choice = |own: &Standard| StandardChoice {
        label: own.label(lang).into(),
        chosen: *own == standard,
        edit: BalanceEdit::SetStandard(*own),
    };
    let own = balance.scheme.changes.iter().any(|change| change.standard == standard);
    let [primary, junior] = STAGES.map(|stage| stage.label(lang));
    let altered = own || !balance.departures.is_empty();
    StandardPanel {
        label: lang.balance_standard().into(),
        choices: Standard::ALL.iter().map(choice).collect(),
        summary: lang.balance_standard_scope().into(),
        source: lang.balance_standard_from(standard.source(lang), standard.preset().from),
        heads: [lang.balance_indicator(), primary, junior].map(str::to_owned),
        rows: rows(balance, lang),
        invalid: lang.balance_figure_invalid().into(),
        blocks: blocks(balance, lang),
        reset: altered.then(|| (lang.balance_reset().into(), BalanceEdit::Reset)),
    }
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

fn field(balance: &Balance, figure: Figure, lang: Lang) -> FigureField {
    let standard = balance.scheme.standard;
    let (published, changed) = (standard.figure(figure), balance.scheme.changed(figure));
    let value = rule::figure(&balance.scheme, figure);
    FigureField {
        figure,
        label: wording::figure(standard, figure, lang),
        text: value.map(|value| wording::figure_value(figure, value)).unwrap_or_default(),
        hint: if published.is_none() { lang.balance_provincial() } else { "" }.into(),
        departs: published.is_some() && changed.is_some(),
    }
}

fn blocks(balance: &Balance, lang: Lang) -> Vec<Block> {
    let scheme = &balance.scheme;
    let toggle = |switch: &Switch| {
        let on = scheme.is_on(*switch);
        Toggle {
            label: wording::switch(*switch, true, scheme, lang),
            on,
            departs: on != scheme.standard.preset().on.contains(switch),
            edit: BalanceEdit::Switch(*switch, !on),
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
    let noted = |notes: Vec<&'static str>| notes.into_iter().map(Cow::Borrowed).collect();
    vec![
        Block { title: lang.balance_scope().into(), toggles: of(scope), notes: noted(of_scope) },
        Block { title: lang.balance_ways().into(), toggles: of(ways), notes: noted(of_ways) },
    ]
}
