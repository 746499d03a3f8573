//! What is typed about targets: how it is read, what is refused and what is
//! said about it.

use suanpan::app::event::Event;
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::balance::targets::Input;
use suanpan::balance::target::edit::{OwnEntry, TargetEdit, TargetEntry};
use suanpan::balance::target::typed::{Refusal, plain};
use suanpan::balance::target::{Reason, wording};
use suanpan::balance::verdict::Verdict::*;
use suanpan::basis::exact;
use suanpan::basis::text::Lang;
use suanpan::word::dataset::{Dataset, SchoolKind};
use suanpan::word::field::{Field, Stage};
use suanpan::word::scheme::target::{
    Aggregation, Comparator, Given, Measure, Part, Scope, Set, Target, TargetScheme, Words,
};

use super::super::balance::county::County;
use super::page::{model, row, say, value, view};
use super::{assess, each, given, judged, plain as number, share};

fn limit(target: &str, part: Part) -> TargetEntry {
    TargetEntry::Limit { target: target.into(), part }
}

/// The text that is kept, or why it is none.
fn kept(entry: &TargetEntry, text: &str) -> Result<String, Refusal> {
    match entry.edit(&TargetScheme::default(), text)? {
        TargetEdit::Give(Given { text, .. }) => Ok(text),
        TargetEdit::SetLimit { value, .. } => Ok(value.unwrap_or_default()),
        other => panic!("{other:?}"),
    }
}

/// Q9b: a difference of 15 % is 0.15, which is not below 0.15; 12 % is.
#[test]
fn a_percent_sign_counts_where_the_unit_is_another() {
    let rate = value("Q9b", Part::Whole);
    assert_eq!(kept(&rate, "15%").as_deref(), Ok("0.15"));
    assert_eq!(kept(&rate, "１２．５ ％").as_deref(), Ok("0.125"));
    assert_eq!(kept(&limit("Q9b", Part::Whole), "15%").as_deref(), Ok("0.15"));
    let of = |text: &str| {
        let given = vec![given("Q9b", Part::Whole, &kept(&rate, text).unwrap())];
        assess(&Dataset::default(), &TargetScheme { given, ..TargetScheme::default() })
            .line("Q9b", Part::Whole)
            .unwrap()
            .verdict
    };
    assert_eq!([of("15%"), of("12%"), of("0.12"), of("12")], [NotMet, Met, Met, NotMet]);
    // In percent the sign says nothing new.
    assert_eq!(kept(&value("S1", Part::Whole), "85.5%").as_deref(), Ok("85.5"));
    assert_eq!(kept(&limit("P1", Part::Primary), "15±2%").as_deref(), Ok("15±2"));
    // 91.2 % of 91.1 %: both or none.
    assert_eq!(kept(&value("P4", Part::Whole), "91.2%/91.1%").as_deref(), Ok("0.912/0.911"));
    assert_eq!(kept(&value("P4", Part::Whole), "91.2%/91.1"), Err(Refusal::Percent));
    assert_eq!(kept(&value("S1", Part::Whole), "85%/90"), Err(Refusal::Percent));
    assert_eq!(plain("15%~20", false), Err(Refusal::Percent), "20 or 0.2");
}

#[test]
fn a_comma_separates_thousands_or_is_refused() {
    let money = value("G7", Part::Whole);
    for (text, expected) in [("1,000", "1000"), ("12,345.6", "12345.6"), ("１２，３４５", "12345"), ("6000", "6000")]
    {
        assert_eq!(kept(&money, text).as_deref(), Ok(expected), "{text}");
    }
    for text in ["10,5", "4,2", "1,00", "0,125", "12,34,567", "1,234.5,6", "1,2345"] {
        assert_eq!(kept(&money, text), Err(Refusal::Comma), "{text}");
        assert_eq!(kept(&limit("G7", Part::Whole), text), Err(Refusal::Comma), "{text}");
    }
    assert_eq!(kept(&value("G11a", Part::Whole), "1,031/10,330").as_deref(), Ok("1031/10330"));
    assert_eq!(kept(&value("G11a", Part::Whole), "31,5/330"), Err(Refusal::Comma));
}

#[test]
fn numbers_beyond_sense_are_refused() {
    let large = Refusal::TooLarge;
    assert_eq!(kept(&limit("G7", Part::Whole), "1000000000").as_deref(), Ok("1000000000"));
    assert_eq!(kept(&limit("G7", Part::Whole), "1000000001"), Err(large(1_000_000_000)));
    assert_eq!(kept(&limit("G7", Part::Whole), "-1"), Err(Refusal::Negative));
    assert_eq!(kept(&limit("P1", Part::Primary), "15±-2"), Err(Refusal::Negative));
    assert_eq!(kept(&value("G7", Part::Whole), "1e12").as_deref(), Ok("1e12"));
    for text in ["1e308", "1000000000001", "1e308/2"] {
        assert_eq!(kept(&value("G11a", Part::Whole), text), Err(large(1_000_000_000_000)), "{text}");
    }
    assert_eq!(kept(&value("B1", Part::Whole), "100").as_deref(), Ok("100"));
    assert_eq!(kept(&value("B1", Part::Whole), "100.5"), Err(large(100)), "of 100 points");
    assert_eq!(kept(&value("G11a", Part::Whole), "1/0"), Err(Refusal::ZeroDenominator));
    assert_eq!(kept(&value("G11a", Part::Whole), "-5"), Err(Refusal::Negative));
    assert_eq!(kept(&value("P7", Part::Whole), "-5").as_deref(), Ok("-5"), "a growth");
    assert_eq!(kept(&value("G11a", Part::Whole), "很多"), Err(Refusal::Unreadable));
    assert_eq!(kept(&value("G11a", Part::Whole), &"9".repeat(61)), Err(Refusal::TooLong(60)));
    for lang in Lang::ALL {
        for refusal in [Refusal::Comma, Refusal::Percent, large(1_000_000_000), Refusal::Negative, Refusal::TooLong(60)]
        {
            assert!(!refusal.label(*lang).is_empty());
        }
    }
    assert!(large(1_000_000_000).label(Lang::Zh).contains("1,000,000,000"));
}

/// The field says why, the verdict what it still rests on.
#[test]
fn a_refused_text_leaves_the_last_value_and_says_so() {
    let mut model = model();
    let told = |model: &suanpan::app::model::Model| {
        let row = row(model, "G11a Whole");
        let Input::Text(field) = &row.inputs[0] else { panic!() };
        (field.invalid.clone(), row.remarks[0].clone(), row.state.text)
    };
    say(&mut model, value("G11a", Part::Whole), "10,5");
    let (invalid, remark, state) = told(&model);
    assert_eq!(invalid, "逗号只能分隔千位(如 1,000);小数请用小数点(如 10.5)。");
    assert_eq!((&*remark, &*state), ("“10,5”没有采用,仍按未填处理", "待评估"));
    say(&mut model, value("G11a", Part::Whole), "10.5");
    assert_eq!(row(&model, "G11a Whole").state.text, "达标");
    say(&mut model, value("G11a", Part::Whole), "9,4");
    let (_, remark, state) = told(&model);
    assert_eq!((&*remark, &*state), ("“9,4”没有采用,仍按原来的 10.5 计", "达标"));
    say(&mut model, limit("G11a", Part::Whole), "-3");
    assert_eq!(row(&model, "G11a Whole").remarks[0], "“-3”没有采用,仍按原来的 10 计");
    assert!(row(&model, "G11b Whole").remarks.iter().all(|remark| !remark.contains("没有采用")));
}

#[test]
fn what_may_be_swapped_is_to_be_checked() {
    // 330 of 31 is 1,065 %.
    let line = judged(share(Comparator::AtLeast, "10"), &["330/31"]);
    assert_eq!((line.verdict, line.reasons), (Met, vec![Reason::BeyondWhole]));
    assert!(judged(share(Comparator::AtLeast, "10"), &["330/330"]).reasons.is_empty());
    let line = judged(share(Comparator::AtMost, "30"), &["100.5"]);
    assert!(line.reasons.contains(&Reason::BeyondWhole) && line.verdict == NotMet);
    assert!(wording::remarks(&line, Lang::Zh).contains(&"超过 100%,请核对(分子、分母可能填反)".to_owned()));
    // Twice the civil servants' pay, and a growth, are no shares.
    let times =
        Measure::Ratio { numerator: Default::default(), denominator: Default::default(), factor: 1, whole: false };
    let times = Target { measure: times, ..number(Comparator::AtLeast, "1") };
    assert!(judged(times, &["330/1"]).reasons.is_empty());
    let growth = Target { unit: Words::typed("%"), ..number(Comparator::AtLeast, "5") };
    assert!(judged(growth, &["120"]).reasons.is_empty());
}

/// 28 schools, and 30 are said to be concerned.
#[test]
fn a_count_of_schools_that_the_data_do_not_have_is_to_be_checked() {
    let mut county = County::default();
    for place in 0..28 {
        county = county.and(&format!("{place}"), SchoolKind::Primary, vec![(Field::Pupils(Stage::Primary), 500.0)]);
    }
    let of = |target: Target, text: &str| {
        let scheme = TargetScheme {
            sets: Vec::new(),
            own: vec![target],
            given: vec![given("own1", Part::Whole, text)],
            ..TargetScheme::default()
        };
        assess(&county.0, &scheme).lines.remove(0)
    };
    let truth = || Target { measure: Measure::Truth, ..each(number(Comparator::True, ""), Aggregation::All) };
    let line = of(truth(), "28/30");
    assert_eq!((line.verdict, &line.reasons[0]), (NotMet, &Reason::OtherCount(30, 28)));
    assert_eq!(wording::remarks(&line, Lang::Zh)[0], "填的是共 30 所,数据中是 28 所,请核对");
    assert_eq!(of(truth(), "28/28").reasons, []);
    // Classes are not in the data.
    let classes = Target { scope: Scope::EachClass, ..truth() };
    assert_eq!(of(classes, "300/300").reasons, []);
}

/// A subset made in the form does what P3 does: ranked by a column, the worst
/// half, all in a group of schools.
#[test]
fn a_ranked_subset_is_made_in_the_form() {
    let csv = "学校名称,办学类型,小学在校生数,综合得分,是否集团化\n\
        甲小学,小学,500,60,1\n乙小学,小学,500,70,1\n丙小学,小学,500,80,0\n丁小学,小学,500,90,0\n";
    let mut model = super::page::opened(csv);
    let add = view(&model).add.deed;
    update(&mut model, Event::Do(add));
    let id = model.document.scheme.targets.own[0].id.clone();
    update(&mut model, Sight::Fold(Fold::Target(id.clone())));
    let key = format!("{id} Whole");
    let own = |entry| TargetEntry::Own(id.clone(), entry);
    let choose = |model: &mut suanpan::app::model::Model, label: &str, option: &str| {
        let picked = row(model, &key).more.unwrap().form.into_iter().find_map(|input| match input {
            Input::Pick(select) if select.label == label => {
                select.options.into_iter().find(|(name, _)| name == option).map(|(_, deed)| deed)
            }
            _ => None,
        });
        update(model, Event::Do(picked.unwrap_or_else(|| panic!("{label} {option}"))));
    };
    choose(&mut model, "范围", "排名靠后的学校");
    assert_eq!(row(&model, &key).state.text, "待评估", "nobody knows yet by what");
    say(&mut model, own(OwnEntry::RankedBy), "综合得分");
    choose(&mut model, "哪一端排在后面", "数值低的在后");
    say(&mut model, own(OwnEntry::Percent), "50%");
    say(&mut model, own(OwnEntry::Column), "是否集团化");
    say(&mut model, limit(&id, Part::Whole), "1");
    let told = row(&model, &key);
    assert_eq!((&*told.state.text, &*told.found), ("达标", "2 / 2 所(取自数据)"), "甲 and 乙");
    assert_eq!(told.detail, "后 50% 的学校");
    choose(&mut model, "哪一端排在后面", "数值高的在后");
    assert_eq!(row(&model, &key).state.text, "未达标", "丙 and 丁");
    // ⌊75 % of 4⌋ = 3 from the bottom.
    choose(&mut model, "哪一端排在后面", "数值低的在后");
    say(&mut model, own(OwnEntry::Percent), "75");
    assert_eq!(row(&model, &key).found, "2 / 3 所(取自数据)");
    for bad in ["0", "101", "半", ""] {
        say(&mut model, own(OwnEntry::Percent), bad);
        assert!(model.look.refused.is_some(), "{bad}");
    }
}

/// A veto decides the whole of the standard, which one's own targets are no part
/// of: the form has no switch for it and nothing claims that it decides.
#[test]
fn ones_own_targets_veto_nothing() {
    let mut model = model();
    update(&mut model, suanpan::app::act::Act::Target(TargetEdit::Duplicate("V1".into())));
    let id = model.document.scheme.targets.own[0].id.clone();
    say(&mut model, value("V1", Part::Whole), "1");
    let why = |id: &str| {
        let subject = suanpan::balance::target::explain::Subject::Line { target: id.into(), part: Part::Whole };
        suanpan::balance::target::explain::explain(
            &model.derived.dataset,
            &model.derived.targets,
            Met,
            &subject,
            Lang::Zh,
        )
        .unwrap()
        .notes
    };
    let decides = |notes: Vec<String>| notes.iter().any(|note| note.contains("全县不达标"));
    assert!(decides(why("V1")) && !decides(why(&id)));
}

#[test]
fn words_fit_any_count() {
    let one = judged(
        Target { counted: Words { zh: "名".into(), en: "persons".into() }, ..share(Comparator::AtLeast, "10") },
        &["32/330"],
    );
    assert_eq!(one.gap.as_ref().unwrap().amount, exact::whole(1));
    assert_eq!(wording::remarks(&one, Lang::En), ["short by 1 (persons)"]);
    assert_eq!(wording::remarks(&one, Lang::Zh), ["还差 1 名"]);
    let mut model = model();
    update(&mut model, Event::SetLang(Lang::En));
    let lead = super::page::words(&super::page::page(&model).lead);
    assert!(lead.contains("Recognition (items: 1): 1 pending"), "{lead}");
}

/// What can be typed for all schools at once stands below the field.
#[test]
fn the_field_for_all_schools_says_what_it_takes() {
    let model = model();
    let of = |key: &str| {
        let row = row(&model, key);
        let Input::Text(field) = &row.inputs[0] else { panic!() };
        (field.hint.clone(), row.found)
    };
    let ways = "填“达到的校数/总校数”,或各校中最低的一个数";
    assert_eq!(of("Q4 Whole"), ("如 38/40 或 5".to_owned(), ways.to_owned()));
    assert_eq!(of("Q3 Whole"), ("如 38/40 或 是".to_owned(), "填“达到的校数/总校数”,或 是、否".to_owned()));
}

/// Of what is counted in a unit nothing is below 0; a rate below 0 is to be
/// checked; growths are what they are.
#[test]
fn a_number_below_zero_is_refused_or_to_be_checked_but_for_growths() {
    let mut model = model();
    update(&mut model, suanpan::app::act::Act::Target(TargetEdit::Use(Set::Papers, true)));
    say(&mut model, value("G7", Part::Whole), "-6000");
    assert!(model.look.refused.is_some() && model.document.scheme.targets.given.is_empty(), "元");
    say(&mut model, value("Q9b", Part::Whole), "-0.1");
    say(&mut model, value("P7", Part::Whole), "-2");
    assert_eq!(row(&model, "Q9b Whole").remarks, ["小于 0,请核对(只有增长、差值会小于 0)"]);
    assert_eq!(row(&model, "Q9b Whole").state.text, "达标", "it counts");
    assert!(row(&model, "P7 Whole").remarks.iter().all(|remark| !remark.contains("小于 0")), "a growth");
    // Shares of a trend, too.
    let trend = Aggregation::Trend { years: 2, falling: false, strict: true };
    let line = judged(Target { aggregation: trend, ..share(Comparator::Above, "") }, &["312/300", "299/300"]);
    assert!(line.reasons.contains(&Reason::BeyondWhole) && line.reasons.contains(&Reason::Breaks(0)));
}
