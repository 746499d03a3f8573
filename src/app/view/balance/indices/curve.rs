//! The Lorenz curve: the schools in order, with what they add up to.

use std::rc::Rc;

use super::{Page, pager};
use crate::app::view::chart::ChartView;
use crate::app::view::figure::Figure;
use crate::app::view::pager::List;
use crate::app::view::section::{Row, Section};
use crate::balance::indices::wording::{self, amount};
use crate::balance::indices::{Member, Resource, What};
use crate::balance::wording::{percent, trimmed};
use crate::basis::format::fixed;
use crate::chart::{Curve, Lorenz, Value};
use crate::measure::inequality::lorenz::Point;
use crate::measure::inequality::{Index, Weighting};

impl Page<'_> {
    /// The schools from the least, with what they add up to.
    pub(super) fn curve(&self) -> Section {
        let lang = self.lang;
        let title = lang.indices_title_curve();
        let points = match &self.found.curve {
            Ok(points) => points,
            Err(reason) => return Section::of(title, vec![lang.indices_undefined(reason.label(lang))]),
        };
        let window = self.look.windows.of(List::IndexSchools, self.found.members.len());
        let each = self.resource().is_some_and(|of| matches!(of, Resource::Item(_)));
        let by_pupils = self.found.choice.weighting == Weighting::Pupils;
        let rows = window.cut(self.found.members.iter().zip(points.iter().skip(1)));
        let rows = rows.map(|(member, point)| self.member(member, point, each)).collect();
        let mut named = vec![(lang.indices_head_school(), true)];
        if each {
            named.extend([(lang.indices_head_amount(), false), (lang.indices_head_pupils(), false)]);
        }
        named.extend([
            (if each { lang.indices_head_each() } else { lang.indices_head_amount_each() }, false),
            (if by_pupils { lang.indices_head_population() } else { lang.indices_head_schools_so_far() }, false),
            (lang.indices_head_resource(), false),
        ]);
        let heads = named.into_iter().map(|(head, words)| (head.to_owned(), words)).collect();
        Section::of(title, vec![lang.indices_curve_note().to_owned()])
            .drawn(self.lorenz(points, by_pupils))
            .with_grid(heads, rows, pager(window, lang))
            .folded()
    }

    fn member(&self, member: &Member, point: &Point, each: bool) -> Row {
        let shown = self.resource().map(|of| amount(of, member.value())).unwrap_or_default();
        let mut row = vec![Figure::plain(self.name(member.school))];
        if each {
            row.extend([member.total, member.size].map(|amount| Figure::plain(trimmed(amount, 2))));
        }
        row.push(self.figure(shown, What::School(member.school)));
        let shares = [point.population, point.resource];
        row.extend(shares.map(|share| Figure::plain(fixed(share * 100.0, 2) + "%")));
        row.into()
    }

    /// The picture; one school makes no curve.
    fn lorenz(&self, points: &[Point], by_pupils: bool) -> Option<Rc<ChartView>> {
        let lang = self.lang;
        if self.found.members.len() < 2 {
            return None;
        }
        let resource = wording::resource(self.resource()?, lang);
        let gini = lang.chart_lorenz_gini(&wording::index(self.found, Index::Gini));
        let pair = |point: &Point| Some((Value::of(point.population)?, Value::of(point.resource)?));
        let half = points.iter().take_while(|point| point.population <= 0.5).last()?;
        let stage = self.look.stage.label(lang);
        let lorenz = Lorenz {
            title: lang.chart_lorenz(&resource, stage),
            description: if by_pupils {
                lang.chart_lorenz_said(&percent(half.population), &percent(half.resource), &gini)
            } else {
                lang.chart_lorenz_said_schools(&percent(half.population), &percent(half.resource), &gini)
            },
            across: if by_pupils { lang.chart_lorenz_pupils() } else { lang.chart_lorenz_schools() }.to_owned(),
            upwards: lang.chart_lorenz_resource(&resource),
            diagonal: lang.chart_lorenz_diagonal().to_owned(),
            curves: vec![Curve { name: gini, points: points.iter().filter_map(pair).collect() }],
        };
        let file = lang.chart_lorenz_file(&resource, stage);
        Some(Rc::new(ChartView::of(&|width| lorenz.scene(width), file)))
    }
}
