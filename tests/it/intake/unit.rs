//! Units: of areas and persons, above the header, in a column of their own.

use suanpan::basis::place::Place;
use suanpan::basis::problem::ProblemKind::*;
use suanpan::intake::recognise_as;
use suanpan::word::correction::{Corrections, Ruling, SheetChoice};
use suanpan::word::field::{Field, Stage};
use suanpan::word::reading::{Choice, Form};
use suanpan::word::unit::Unit;

use super::school::{corrected, of_kind, tables, value};
use super::*;

fn ground(text: &str) -> (Option<f64>, Assembled) {
    let read = csv(text);
    (number(&read.dataset, "城关小学", Field::SportsGround, None), read)
}

fn listed(read: &Assembled, kind: ProblemKind) -> Vec<(String, String, String)> {
    of_kind(read, kind)
}

fn line(cell: &str, found: &str, subject: &str) -> (String, String, String) {
    (cell.into(), found.into(), subject.into())
}

#[test]
fn areas_in_mu_and_hectares_are_converted_and_listed() {
    // 14.4 × 2000 ÷ 3 = 9600; 3 ÷ 2000 × 2000 ÷ 3 = 1.
    for (header, cell, metres) in [
        ("运动场地面积(亩)", "14.4", 9600.0),
        ("运动场地面积（单位：亩）", "10.01", 6673.33),
        ("运动场地面积(万平方米)", "0.6", 6000.0),
        ("运动场地面积(万㎡)", "0.61", 6100.0),
        ("运动场地面积(公顷)", "1.07", 10_700.0),
        ("运动场地面积", "0.6公顷", 6000.0),
    ] {
        let (value, read) = ground(&format!("学校,小学在校生数,{header}\n城关小学,400,{cell}\n"));
        assert_eq!(value, Some(metres), "{header}");
        assert_eq!(listed(&read, UnitConverted), [line("C2", cell, &metres.to_string())], "{header}");
        assert_eq!(listed(&read, UnitUnknown), []);
    }
    let (value, read) = ground("学校,小学在校生数,运动场地面积(㎡)\n城关小学,400,9600\n");
    assert_eq!((value, kinds(&read.problems)), (Some(9600.0), vec![]));
    // A cell's own unit goes before its column's.
    assert_eq!(ground("学校,小学在校生数,运动场地面积(亩)\n城关小学,400,9600㎡\n").0, Some(9600.0));
}

#[test]
fn persons_in_hundreds_are_converted() {
    let read =
        csv("学校,小学在校生数(百人),教职工人数(万人),运动场地面积\n城关小学,4.31,0.0028,9\n城南小学,431人,30人,9\n");
    let pupils = |school| number(&read.dataset, school, Field::Pupils(Stage::Primary), None);
    assert_eq!((pupils("城关小学"), pupils("城南小学")), (Some(431.0), Some(431.0)));
    assert_eq!(number(&read.dataset, "城关小学", Field::Staff, None), Some(28.0));
    assert_eq!(listed(&read, UnitConverted), [line("B2", "4.31", "431"), line("C2", "0.0028", "28")]);
}

#[test]
fn units_that_are_none_of_the_quantity_are_said() {
    let read = csv("学校,小学在校生数(含附设班),运动场地面积(平方英尺),教学仪器设备值(万美元)\n城关小学,400,9,90000\n");
    let expected = [line("C1", "运动场地面积(平方英尺)", "平方英尺"), line("D1", "教学仪器设备值(万美元)", "万美元")];
    assert_eq!(listed(&read, UnitUnknown), expected);
    assert_eq!(number(&read.dataset, "城关小学", Field::SportsGround, None), Some(9.0));
}

#[test]
fn a_conversion_is_taken_back_and_a_unit_set_by_hand() {
    let opened = tables(&[("一.csv", "学校,小学在校生数,运动场地面积(亩)\n城关小学,400,14.4\n")]);
    let place = Place::sheet(&"一.csv".into(), &"".into());
    let ground =
        |corrections: &Corrections| value(&corrected(&opened, corrections), "城关小学", Field::SportsGround, None);
    let mut corrections = Corrections::default();
    corrections.rule(Ruling { kind: UnitConverted, place: Some(place.at(1, 2)), applied: false });
    assert_eq!(ground(&corrections), Some(14.4));
    let mut corrections = Corrections::default();
    for (unit, metres) in [(Unit::BASE, 14.4), (Unit::Power(4), 144_000.0), (Unit::Mu, 9600.0)] {
        corrections.read_as(SheetChoice::none(place.clone()).with_unit(2, Some(unit)));
        assert_eq!(ground(&corrections), Some(metres), "{unit:?}");
        let kept = serde_json::to_string(&corrections).unwrap();
        assert_eq!(serde_json::from_str::<Corrections>(&kept).unwrap(), corrections);
    }
}

#[test]
fn a_column_that_the_person_names_has_the_unit_of_its_header() {
    let opened = opened("一.csv", "学校,小学在校生数,操场(亩)\n城关小学,400,14.4\n".as_bytes());
    let (place, field) = (Place::sheet(&"一.csv".into(), &"".into()), Some(Field::SportsGround));
    let readings = recognise(&opened.tables, &[Choice { place, column: 2, field }]);
    let read = assemble(&opened.tables, &readings, &Corrections::default());
    assert_eq!(number(&read.dataset, "城关小学", Field::SportsGround, None), Some(9600.0));
}

#[test]
fn a_unit_above_the_header_holds_for_columns_without_one() {
    for (title, at) in
        [("某县办学条件(单位:万元)", "A1"), ("单位:万元", "A1"), (",,计量单位：万元、人", "C1"), ("单位:万元,,", "A1")]
    {
        let read = csv(&format!("{title}\n学校,小学在校生数,教学仪器设备值,运动场地面积\n城关小学,400,90.5,3000\n"));
        let worth = number(&read.dataset, "城关小学", Field::Equipment, None);
        assert_eq!(worth, Some(905_000.0), "{title}");
        let text = title.trim_matches(',');
        assert_eq!(listed(&read, UnitFromTitle), [line(at, text, "教学仪器设备值")]);
        assert_eq!(kinds(&read.problems), [UnitFromTitle]);
    }
    let own = csv("单位:万元\n学校,小学在校生数,教学仪器设备值(元)\n城关小学,400,905000\n");
    assert_eq!(number(&own.dataset, "城关小学", Field::Equipment, None), Some(905_000.0));
    assert_eq!(listed(&own, UnitFromTitle), []);
    let school = csv("填报单位:城关小学\n学校,小学在校生数,教学仪器设备值\n城关小学,400,905000\n");
    assert_eq!(kinds(&school.problems), []);
    let school = csv("填报单位:百花小学\n学校,小学在校生数,教学仪器设备值\n百花小学,400,905000\n");
    assert_eq!(kinds(&school.problems), []);
    let form = csv("学校名称:城关小学,单位:万元\n填报项目,填报值\n小学在校生数,400\n教学仪器设备值,90.5\n");
    assert_eq!(number(&form.dataset, "城关小学", Field::Equipment, None), Some(905_000.0));
    assert_eq!(listed(&form, UnitFromTitle), [line("B1", "单位:万元", "教学仪器设备值")]);
    let strange = csv("单位:万美元\n学校,小学在校生数,教学仪器设备值\n城关小学,400,905000\n");
    assert_eq!(listed(&strange, UnitUnknown), [line("A1", "单位:万美元", "万美元")]);
}

#[test]
fn a_column_of_units_is_read_beside_items() {
    for header in ["单位", "计量单位", "计量单位(元/万元)", "Unit", "units"] {
        let text = format!(
            "填报项目,{header},填报值\n学校名称,,城关小学\n小学在校生数,人,400\n教学仪器设备值,万元,90.5\n运动场地面积,亩,14.4\n"
        );
        let opened = opened("城关小学.csv", text.as_bytes());
        let readings = recognise_as(&opened.tables, &[], &Corrections::default());
        assert_eq!(readings[0].form, Form::Items { item: 0, figure: 2, unit: Some(1) }, "{header}");
        let read = assemble(&opened.tables, &readings, &Corrections::default());
        assert_eq!(number(&read.dataset, "城关小学", Field::Equipment, None), Some(905_000.0), "{header}");
        assert_eq!(number(&read.dataset, "城关小学", Field::SportsGround, None), Some(9600.0), "{header}");
        assert_eq!(listed(&read, UnitConverted), [line("C5", "14.4", "9600")]);
    }
}
