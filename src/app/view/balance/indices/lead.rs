//! The sentences above everything.

use super::Page;
use crate::app::view::{Sentence, Tone, span};
use crate::balance::indices::GiniBand;
use crate::balance::indices::wording;
use crate::balance::wording::percent;
use crate::measure::inequality::Index;
use crate::measure::inequality::decomposition::Decomposable;

impl Page<'_> {
    /// How uneven it is, what that comes from, and how it went.
    pub(super) fn lead(&self) -> Sentence {
        let (lang, found) = (self.lang, self.found);
        let name = self.resource().map(|of| wording::resource(of, lang)).unwrap_or_default();
        let stage = self.look.stage.label(lang);
        let mut lead = vec![span(lang.indices_lead_what(found.members.len(), stage, &name), Tone::Plain)];
        match (found.value(Index::Variation), found.value(Index::Gini)) {
            (Ok(_), Ok(gini)) => {
                let shown = |index| wording::index(found, index);
                lead.push(span(lang.indices_lead_variation(&shown(Index::Variation)), Tone::Strong));
                lead.push(span(lang.indices_lead_gini(&shown(Index::Gini)), Tone::Plain));
                let band = GiniBand::of(gini).label(lang);
                lead.push(span(lang.indices_lead_band(band) + lang.balance_lead_stop(), Tone::Plain));
                lead.extend(self.lead_split());
                lead.extend(self.lead_trend());
            }
            (Err(reason), _) | (_, Err(reason)) => {
                lead.push(span(lang.indices_lead_undefined(reason.label(lang)), Tone::Bad));
            }
        }
        if !found.missing.is_empty() {
            lead.push(span(lang.indices_lead_missing(found.missing.len()), Tone::Plain));
        }
        lead
    }

    fn lead_split(&self) -> Sentence {
        let (lang, choice) = (self.lang, &self.found.choice);
        let split = self.found.split(Decomposable::TheilT).and_then(|split| split.as_ref().ok());
        let rates = split.and_then(|split| {
            let inner = split.inner.as_ref().and_then(|inner| split.rate(inner.between));
            Some((split.rate(split.outer.between)?, inner, split.rate(split.within())?))
        });
        let Some(((between, inner, within), outer)) = rates.zip(choice.outer) else { return Vec::new() };
        let between = lang.indices_lead_between(outer.label(lang), &percent(between));
        let mut sentence = vec![span(between, Tone::Strong)];
        let inner = choice.inner.zip(inner);
        sentence
            .extend(inner.map(|(by, rate)| span(lang.indices_lead_inner(by.label(lang), &percent(rate)), Tone::Plain)));
        sentence.push(span(lang.indices_lead_rest(&percent(within)), Tone::Plain));
        sentence
    }

    fn lead_trend(&self) -> Sentence {
        let lang = self.lang;
        let Some(Ok(trend)) = &self.found.trend else { return Vec::new() };
        let known = || trend.readings.iter().filter_map(|reading| Some((reading.year, reading.value.ok()?)));
        let (Some(from), Some(to), Some(_)) = (known().next(), known().next_back(), trend.slope) else {
            return Vec::new();
        };
        let (words, tone) = match (trend.converges, trend.every_year) {
            (true, true) => (lang.indices_lead_falls(from.0, to.0), Tone::Good),
            (true, false) => (lang.indices_lead_tends(from.0, to.0), Tone::Near),
            (false, _) => (lang.indices_lead_rises(from.0, to.0), Tone::Bad),
        };
        let shown = |value| crate::basis::format::fixed(value, wording::DECIMALS);
        vec![span(words, tone), span(lang.indices_lead_from_to(&shown(from.1), &shown(to.1)), Tone::Plain)]
    }
}
