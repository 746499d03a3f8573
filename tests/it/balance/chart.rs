//! The coefficients as a picture say what the table says.

use suanpan::app::view::balance::{BalanceView, Part, view};
use suanpan::basis::text::Lang;
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field::{BackboneTeachers, SportsGround};
use suanpan::word::field::Stage::{self, Junior, Primary};

use super::county::{County, exact_school, look, with, without};

fn page(stage: Stage, lang: Lang) -> BalanceView {
    let school = |backbone| with(exact_school(Primary, 1000.0), BackboneTeachers(Primary), backbone);
    let county = County::of(SchoolKind::Primary, school(33.0)).and("B", SchoolKind::Primary, school(8.0)).and(
        "C",
        SchoolKind::Primary,
        without(school(10.0), SportsGround),
    );
    let (plan, windows) = Default::default();
    let look = look(Part::Verdict, stage, &plan, &windows);
    view(&county.0, &county.assess(), &look, lang)
}

#[test]
fn bars_tell_coefficients_apart_by_colour_mark_and_words() {
    let section = page(Primary, Lang::Zh).sections.swap_remove(0);
    let (chart, grid) = (section.chart.unwrap(), section.grid.unwrap());
    assert_eq!(section.title, "差异系数与限值 · 小学");
    assert_eq!(chart.said, "差异系数与限值 · 小学 — 差异系数的条形图:5 项未超过限值 0.50,1 项超过,1 项待评估。");
    for svg in [&chart.wide, &chart.narrow, &chart.saved] {
        // CV of 33, 8, 10 with equal weights is √386 ∕ 3 ∕ 17 × √3 = 0.667, beyond.
        let says = |words: &str| svg.contains(&format!(">{words}<"));
        assert!(says("每百名学生拥有县级以上骨干教师数:0.667,超过限值"));
        assert!(says("L2 骨干教师") && says("✕ 0.667") && says("▨ 0.000") && says("限值 0.50"), "{svg}");
    }
    let (wide, saved) = (&chart.wide, &chart.saved);
    assert!(wide.contains("class=") && !wide.contains('#') && saved.contains("=\"#"), "{wide}");
    // Of S², 33 about 17 has 256 ∕ 386 = 66 %.
    assert!(wide.contains(">A 66%<"), "{wide}");
    let row = |at: usize| grid.rows[at].cells.iter().map(|cell| &*cell.text).collect::<Vec<_>>();
    assert_eq!(grid.heads.iter().map(|(head, _)| &**head).collect::<Vec<_>>(), ["指标", "差异系数", "限值", "结论"]);
    assert_eq!(row(1), ["L2 骨干教师", "0.667", "0.50", "超过限值"]);
    assert_eq!(row(4)[3], "1 所学校缺数,系数按现有学校暂算");
    assert_eq!((grid.rows.len(), grid.folded, &*chart.file), (7, true, "差异系数-小学"));
}

#[test]
fn a_stage_without_schools_has_no_picture() {
    for lang in Lang::ALL {
        assert_eq!(page(Junior, *lang).sections, []);
    }
}
