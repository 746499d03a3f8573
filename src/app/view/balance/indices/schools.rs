//! The schools from the highest value, against the threshold and the mean.

use std::rc::Rc;

use super::Page;
use crate::app::view::balance::{LOW, NEAR};
use crate::app::view::chart::ChartView;
use crate::app::view::section::Section;
use crate::balance::cell::State;
use crate::balance::indices::wording::{amount, resource as named};
use crate::balance::indices::{Member, Resource, factor};
use crate::balance::wording;
use crate::chart::scene::Tone;
use crate::chart::{Level, Ranked, School, Value};

/// So many schools are drawn, from the lowest: more would be no picture.
const DRAWN: usize = 60;

impl Page<'_> {
    /// The picture; `None` below two schools. Its numbers stand in the table of
    /// the Lorenz curve.
    pub(super) fn schools(&self) -> Option<Section> {
        let lang = self.lang;
        let (resource, members) = (self.resource()?, &self.found.members);
        if members.len() < 2 {
            return None;
        }
        let drawn = members.get(..DRAWN.min(members.len()))?;
        let (name, stage) = (named(resource, lang), self.look.stage.label(lang));
        let below = members.iter().filter(|member| self.tone(resource, member) != Tone::C1).count();
        let [threshold, floor, mean] = self.levels(resource);
        let picture = Ranked {
            title: lang.chart_ranked(&name, stage),
            description: match &threshold {
                Some(_) => lang.chart_ranked_said(members.len(), below),
                None => lang.chart_ranked_plain(members.len()),
            },
            mean,
            threshold,
            floor,
            schools: drawn.iter().map(|member| self.drawn(resource, member)).collect(),
        };
        let rest = (members.len() > DRAWN).then(|| lang.chart_ranked_rest(DRAWN, members.len()));
        let file = lang.chart_ranked_file(&name, stage);
        let chart = Rc::new(ChartView::of(&|width| picture.scene(width), file));
        Some(Section::of(lang.indices_title_schools(), rest.into_iter().collect()).drawn(Some(chart)))
    }

    /// Threshold, floor and the county's mean.
    fn levels(&self, resource: &Resource) -> [Option<Level>; 3] {
        let lang = self.lang;
        let item = match resource {
            Resource::Item(item) => Some(*item),
            Resource::Column(_) => None,
        };
        let level = |value: f64, label: String| Some(Level { value: Value::of(value)?, label });
        let judged = self.balance.stage(self.look.stage).map(|within| &within.rule).zip(item);
        let all = |of: fn(&Member) -> f64| self.found.members.iter().map(of).sum::<f64>();
        let mean = all(|member| member.total) / all(|member| member.size);
        [
            judged.and_then(|(rule, item)| {
                level(rule.threshold(item)?, lang.chart_threshold(&wording::threshold(item, rule)))
            }),
            judged.and_then(|(rule, item)| level(rule.floor(item)?, lang.chart_floor(&wording::floor(item, rule)))),
            level(mean * factor(resource), lang.chart_mean(&amount(resource, mean))),
        ]
    }

    fn drawn(&self, resource: &Resource, member: &Member) -> School {
        let tone = self.tone(resource, member);
        let mark = match tone {
            Tone::Near => NEAR,
            Tone::Bad => LOW,
            _ => "",
        };
        let (name, shown) = (self.name(member.school), amount(resource, member.value()));
        School {
            value: Value::of(member.value() * factor(resource)),
            text: [mark, &shown].join(" ").trim_start().to_owned(),
            pupils: Value::of(member.size),
            tone,
            hint: [&*name, &*shown].join(" "),
            name,
        }
    }

    /// How a school stands to the threshold.
    fn tone(&self, resource: &Resource, member: &Member) -> Tone {
        let Resource::Item(item) = resource else { return Tone::C1 };
        let unit = self.units.get(member.school).copied().flatten();
        match unit.and_then(|unit| unit.cell(*item)).map(|cell| &cell.state) {
            Some(State::Within) => Tone::Near,
            Some(State::Below) => Tone::Bad,
            _ => Tone::C1,
        }
    }
}
