//! The sample county from its file to the page. Its figures are held by the
//! oracle; here, what is said of them.

use suanpan::app::view::balance::{Part, view};
use suanpan::balance::Balance;
use suanpan::balance::assess;
use suanpan::balance::verdict::Verdict;
use suanpan::basis::text::Lang;
use suanpan::intake::{Unwatched, assemble, open, recognise};
use suanpan::word::correction::Corrections;
use suanpan::word::dataset::Dataset;
use suanpan::word::field::Stage;
use suanpan::word::scheme::balance::BalanceScheme;

use super::county::look;

fn sample() -> (Dataset, Balance) {
    let path = format!("{}/examples/县域数据.xlsx", env!("CARGO_MANIFEST_DIR"));
    let opened = open("县域数据.xlsx", &std::fs::read(path).unwrap(), &mut Unwatched);
    let dataset = assemble(&opened.tables, &recognise(&opened.tables, &[]), &Corrections::default()).dataset;
    let balance = assess(&dataset, &BalanceScheme::default());
    (dataset, balance)
}

fn lead(stage: Stage, lang: Lang) -> String {
    let (data, balance) = sample();
    let (plan, windows) = Default::default();
    view(&data, &balance, &look(Part::Verdict, stage, &plan, &windows), lang)
        .lead
        .iter()
        .map(|span| span.text.as_str())
        .collect()
}

#[test]
fn the_sample_county_is_judged_in_a_sentence() {
    assert_eq!(
        lead(Stage::Primary, Lang::Zh),
        "19 所小学中 9 所达标;未达标最常见的原因是第 2 项骨干教师(5 所);七项差异系数均达标。本县资源配置未达标。"
    );
    assert_eq!(
        lead(Stage::Junior, Lang::En),
        "Junior: of 15 schools, 2 meet the standard; what most often decides against a school is \
         L7 Multimedia rooms (7); all 7 CVs within the limit. The county's resources: Not met. "
    );
}

#[test]
fn every_school_of_the_sample_is_judged_or_left_out() {
    let (data, balance) = sample();
    let judged = |school| balance.stages.iter().any(|stage| stage.unit(school).is_some());
    let left_out = |school| balance.excluded.iter().any(|entry| entry.school == school);
    assert!((0..data.schools.len()).all(|school| judged(school) || left_out(school)));
    assert!(balance.stages.iter().all(|stage| stage.schools_with(Verdict::Pending) == 0));
}
