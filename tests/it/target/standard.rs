//! The two standards are never mixed.

use suanpan::app::act::Act;
use suanpan::app::model::Model;
use suanpan::app::sight::Sight;
use suanpan::app::update::update;
use suanpan::app::view::balance::Part as Shown;
use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::target::edit::TargetEdit;
use suanpan::balance::target::explain::{Subject, explain};
use suanpan::balance::target::preset::targets;
use suanpan::balance::target::{self, Targets};
use suanpan::balance::verdict::Verdict;
use suanpan::basis::text::Lang;
use suanpan::report::compose;
use suanpan::word::dataset::Dataset;
use suanpan::word::scheme::balance::Standard;
use suanpan::word::scheme::target::{Group, Set, TargetScheme};

use super::page::{model, page, view, words};

fn by(standard: Standard) -> Targets {
    let scheme = TargetScheme { sets: Set::ALL.to_vec(), ..TargetScheme::default() };
    target::assess(&Dataset::default(), &scheme, standard)
}

/// Each standard has a whole of its own groups, whatever sets are on.
#[test]
fn the_whole_of_a_standard_has_nothing_of_the_other() {
    let (quality, basic) = (by(Standard::Quality2017), by(Standard::Basic2012));
    let groups = |one: &Targets| one.whole(Verdict::Met).unwrap().groups.iter().map(|of| of.group).collect::<Vec<_>>();
    assert_eq!((&*groups(&quality), &*groups(&basic)), (Group::STANDARD, Group::BASIC));
    assert!(Group::STANDARD.iter().all(|group| basic.summary(*group).is_none()), "nothing of 2017 is counted");
    assert_eq!(basic.summary(Group::Basic).unwrap().items, 1);
    assert!(quality.summary(Group::Basic).is_none(), "nor of 2012 under 2017");
    let local = targets(Set::Papers).len();
    assert_eq!([&quality, &basic].map(|one| one.summary(Group::Local).unwrap().items), [local; 2]);
    for lang in Lang::ALL {
        let why = explain(&Dataset::default(), &basic, Verdict::Met, &Subject::Whole, *lang).unwrap();
        assert_eq!((why.parts.len(), &*why.notes[0]), (4, Standard::Basic2012.source(*lang)));
    }
}

#[test]
fn under_the_standard_of_2012_the_page_says_what_is_judged_and_what_is_not() {
    let mut model = model();
    assert_eq!(page(&model).title, "优质均衡 · 各项指标");
    update(&mut model, Act::Balance(BalanceEdit::SetStandard(Standard::Basic2012)));
    update(&mut model, Sight::Part(Shown::Targets));
    let shown = page(&model);
    assert_eq!(shown.title, "基本均衡 · 各项指标");
    assert_eq!(
        words(&shown.lead),
        "办学基本标准 1 项:1 项待评估。政府推动工作 1 项:1 项待评估。入学机会 4 项:4 项待评估。保障机制 4 项:4 项待评估。\
         教师队伍 4 项:4 项待评估。质量与管理 5 项:5 项待评估。公众满意度(参考) 1 项:1 项待评估。"
    );
    assert!(view(&model).relaxations.is_empty(), "they are of 2017");
    let sets: Vec<String> = view(&model).sets.into_iter().map(|set| set.label).collect();
    assert_eq!(sets.len(), 2);
    assert!(sets.iter().all(|set| !set.contains("2017")), "{sets:?}");
    update(&mut model, Sight::Part(Shown::Verdict));
    let whole = words(&page(&model).whole);
    assert!(
        whole.starts_with("办学基本标准 1 项待评估;政府推动工作 1 项待评估;公众满意度(参考) 1 项待评估。"),
        "{whole}"
    );
    update(&mut model, Act::Target(TargetEdit::Use(Set::Basic2012, false)));
    let bare = words(&page(&model).whole);
    assert!(bare.contains("不给全县按全部要求的结论") && !bare.contains("未达标"), "{bare}");
    // Back again with all that was decided.
    update(&mut model, Act::Target(TargetEdit::Idle("G14a".into(), true)));
    update(&mut model, Act::Balance(BalanceEdit::SetStandard(Standard::Quality2017)));
    assert!(words(&page(&model).whole).contains("按国家标准全部要求"));
}

/// The workbook's sheet of targets, as the page has it.
#[test]
fn the_workbook_has_the_whole_of_the_standard_that_is_chosen() {
    let mut model = model();
    let sheet = |model: &Model| {
        let report = compose(&model.derived.material(&model.document, "2026-11-27T09:30:00Z"), Lang::Zh);
        format!("{:?}", report.sheets.iter().find(|sheet| sheet.name == "各项指标").unwrap())
    };
    assert!(sheet(&model).contains("全县(国家标准全部要求)"));
    update(&mut model, Act::Balance(BalanceEdit::SetStandard(Standard::Basic2012)));
    let text = sheet(&model);
    assert!(text.contains("全县(国家标准全部要求)") && text.contains("公众满意度(参考)"));
    assert!(!text.contains("政府保障程度"));
}
