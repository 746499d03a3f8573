//! How far schools differ in pupils' marks. Expected by hand: A has 60 and 80 (mean 70), B 90 and
//! 100 (95), all 82.5. SSB = 4 × 12.5² = 625, SSW = 200 + 50 = 250.

use suanpan::app::derive::Derived;
use suanpan::app::model::Model;
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::update::update;
use suanpan::app::view::balance::Part;
use suanpan::app::view::balance_page;
use suanpan::app::why::{Subject, explain};
use suanpan::balance::achievement::{Reading, achievements};
use suanpan::basis::text::Lang;
use suanpan::intake::{Unwatched, open};

use crate::asked;

const MARKS: &str =
    "考号,姓名,学校,语文\n满分,,,100\n1,甲,A小学,60\n2,乙,A小学,80\n3,丙,B小学,90\n4,丁,B小学,100\n5,戊,B小学,缺考\n";

/// The sample county with an exam.
fn model() -> Model {
    let path = format!("{}/examples/县域数据.xlsx", env!("CARGO_MANIFEST_DIR"));
    let mut model = Model::default();
    let mut tables = open("县域数据.xlsx", &std::fs::read(path).unwrap(), &mut Unwatched).tables;
    tables.extend(open("期末.csv", MARKS.as_bytes(), &mut Unwatched).tables);
    model.document.tables = tables.into();
    model.derived = Derived::of(&model.document);
    model
}

#[test]
fn the_readings_of_an_exam_are_those_of_the_hand() {
    let found = achievements(&model().derived.dataset);
    let own = found.iter().find(|found| found.pupils == 4).unwrap();
    assert_eq!((own.schools.len(), own.full), (2, Some(100.0)));
    let values: Vec<f64> = Reading::ALL.iter().map(|reading| own.value(*reading).unwrap().unwrap()).collect();
    // 625 ∕ 875; (625 − 125) ∕ 2 = 250 of 375; 12.5 ∕ 82.5; 12.5 ∕ 100.
    for (value, expected) in values.iter().zip([625.0 / 875.0, 2.0 / 3.0, 12.5 / 82.5, 0.125]) {
        assert!((value - expected).abs() < 1e-12, "{value} {expected}");
    }
}

#[test]
fn the_page_computes_them_on_demand_and_explains_each() {
    let mut model = model();
    update(&mut model, Sight::Part(Part::Indices));
    let section = |model: &Model| {
        let title = Lang::Zh.achievement_title();
        balance_page(model).sections.into_iter().find(|section| section.title == title).unwrap()
    };
    assert_eq!(section(&model).grid, None);
    update(&mut model, Sight::Fold(Fold::Achievement));
    let rows = section(&model).grid.unwrap().rows;
    let row = rows.into_iter().find(|row| row.cells[1].text == "4").unwrap().cells;
    let texts: Vec<&str> = row.iter().map(|cell| &*cell.text).collect();
    assert_eq!(texts, ["语文", "4", "2", "0.7143", "0.6667", "0.1515", "0.1250"]);
    let subjects: Vec<Subject> = row.iter().filter_map(asked).collect();
    assert_eq!(subjects.len(), Reading::ALL.len());
    let whys: Vec<_> =
        subjects.iter().map(|subject| explain(&model.document, &model.derived, subject, Lang::Zh).unwrap()).collect();
    let numbers: Vec<&str> = whys.iter().map(|why| &*why.numbers).collect();
    assert_eq!(
        numbers,
        [
            "625.000000 ÷ (625.000000 + 250.000000) = 0.714286",
            "250.000000 ÷ (250.000000 + 125.000000) = 0.666667",
            "12.500000 ÷ 82.500000 = 0.151515",
            "12.500000 ÷ 100 = 0.125000",
        ]
    );
    assert_eq!(whys[0].parts[0].title, "A小学:2 人,均分 70.00,占校间差异的 50%");
    assert!(whys[0].cells[0].place.to_string().contains("期末.csv"));
}
