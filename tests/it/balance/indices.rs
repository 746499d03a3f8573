//! The indices of inequality on the balance page. The example county's figures
//! come from tests/oracle/county_indices.py.

use suanpan::app::derive::Derived;
use suanpan::app::event::Event;
use suanpan::app::model::Model;
use suanpan::app::sight::Sight;
use suanpan::app::update::update;
use suanpan::app::view::balance::{BalanceView, IndicesLook, Part, join_indices, view};
use suanpan::app::view::balance_page;
use suanpan::app::view::figure::Figure;
use suanpan::app::view::pager::{List, ROWS, Windows};
use suanpan::app::view::section::{Grid, Section};
use suanpan::app::why::{Subject, explain as explain_any};
use suanpan::balance::explain::indices as explain;
use suanpan::balance::indices::{Choice, GiniBand, Grouping, Indices, Question, Resource, What, indices};
use suanpan::balance::standard::Item;
use suanpan::basis::place::Place;
use suanpan::basis::text::Lang;
use suanpan::basis::why::Why;
use suanpan::intake::{Unwatched, open};
use suanpan::measure::inequality::decomposition::Decomposable;
use suanpan::measure::inequality::{Index, Weighting};
use suanpan::word::dataset::SchoolKind;
use suanpan::word::field::Field::{self, *};
use suanpan::word::field::Stage::{self, Junior, Primary};

use super::county::{self, County, exact_school, with, without};
use crate::asked;

/// The sample county with the indices shown.
fn sample() -> Model {
    county::sample(Part::Indices)
}

fn shown(model: &mut Model, stage: Stage, choice: Choice) -> BalanceView {
    update(model, Sight::Stage(stage));
    update(model, Sight::Indices(choice));
    balance_page(model)
}

fn found(model: &Model, stage: Stage, choice: &Choice) -> Indices {
    indices(&model.derived.dataset, &model.derived.balance, stage, choice).unwrap()
}

fn area(weighting: Weighting) -> Choice {
    Choice { resource: Some(Resource::Item(Item::TeachingArea)), weighting, ..Choice::default() }
}

fn look(county: &County, choice: &Choice, lang: Lang) -> BalanceView {
    windowed(county, choice, &Windows::default(), lang)
}

fn windowed(county: &County, choice: &Choice, windows: &Windows, lang: Lang) -> BalanceView {
    let (plan, balance) = (Default::default(), county.assess());
    let mut page = view(&county.0, &balance, &county::look(Part::Indices, Primary, &plan, windows), lang);
    let look = IndicesLook { stage: Primary, choice, windows, explained: None, achievement: false, achieved: None };
    join_indices(&mut page, &county.0, &balance, &look, lang);
    page
}

/// A piece by its title, in any language.
fn section(view: &BalanceView, title: fn(Lang) -> String) -> &Section {
    let is = |section: &&Section| Lang::ALL.iter().any(|lang| section.title == title(*lang));
    view.sections.iter().find(is).unwrap()
}

fn grid(view: &BalanceView, title: fn(Lang) -> String) -> &Grid {
    section(view, title).grid.as_ref().unwrap()
}

const ALL: fn(Lang) -> String = |lang| lang.indices_title().to_owned();
const MARKS: fn(Lang) -> String = |lang| lang.indices_title_marks().to_owned();
const SPLIT: fn(Lang) -> String = |lang| lang.indices_title_split().to_owned();
const TREND: fn(Lang) -> String = |lang| lang.indices_title_trend().to_owned();
const CURVE: fn(Lang) -> String = |lang| lang.indices_title_curve().to_owned();
const GROUPS: fn(Lang) -> String = |lang| lang.indices_title_groups(Decomposable::TheilT.label(lang));

fn words(view: &BalanceView) -> String {
    view.lead.iter().map(|span| &*span.text).collect()
}

fn texts(grid: &Grid) -> Vec<Vec<&str>> {
    grid.rows.iter().map(|row| row.cells.iter().map(|cell| &*cell.text).collect()).collect()
}

fn value(view: &BalanceView, index: Index) -> &Figure {
    let at = Index::ALL.iter().position(|known| *known == index).unwrap();
    &grid(view, ALL).rows[at].cells[1]
}

/// A county of primary schools with 1,000 pupils each and so much equipment,
/// in places of these names.
fn places(schools: &[(f64, Option<&str>)]) -> County {
    let mut county = County::default();
    for (index, (amount, location)) in schools.iter().enumerate() {
        let numbers = with(exact_school(Primary, 1_000.0), Equipment, *amount);
        county = county.and(&format!("{index}小学"), SchoolKind::Primary, numbers);
        county.0.schools[index].location = location.map(Into::into);
    }
    county
}

fn equipment() -> Choice {
    Choice { resource: Some(Resource::Item(Item::Equipment)), ..Choice::default() }
}

#[test]
fn all_indices_of_the_sample_agree_with_an_independent_computation() {
    use suanpan::measure::inequality::Aversion::*;
    let by_pupils = [
        (Index::Variation, "0.2974"),
        (Index::Gini, "0.1676"),
        (Index::TheilT, "0.0439"),
        (Index::TheilL, "0.0449"),
        (Index::HalfSquare, "0.0442"),
        (Index::Atkinson(Half), "0.0220"),
        (Index::Atkinson(One), "0.0439"),
        (Index::Atkinson(Two), "0.0861"),
        (Index::Hoover, "0.1285"),
        (Index::Range, "5.17"),
        (Index::RangeRatio, "2.6603"),
        (Index::PercentileRatio, "2.1381"),
        (Index::McLoone, "0.7599"),
        (Index::Verstegen, "1.2669"),
        (Index::Concentration, "0.0804"),
    ];
    let by_schools = [
        (Index::Variation, "0.2800"),
        (Index::Gini, "0.1580"),
        (Index::TheilT, "0.0387"),
        (Index::TheilL, "0.0394"),
        (Index::Atkinson(Two), "0.0760"),
        (Index::Hoover, "0.1150"),
        (Index::McLoone, "0.8019"),
        (Index::Verstegen, "1.2479"),
    ];
    let mut model = sample();
    for (weighting, expected) in [(Weighting::Pupils, &by_pupils[..]), (Weighting::Schools, &by_schools)] {
        let view = shown(&mut model, Primary, area(weighting));
        for (index, text) in expected {
            assert_eq!(value(&view, *index).text, *text, "{weighting:?} {index:?}");
        }
    }
    // The official one is what the verdict's table shows.
    update(&mut model, Sight::Part(Part::Verdict));
    assert_eq!(balance_page(&model).table.unwrap().footer.bars[3].figure.text, "0.297");
    assert!(balance_page(&model).choices.is_empty(), "computed only when it is shown");
}

#[test]
fn a_director_reads_how_uneven_it_is_and_why() {
    let mut model = sample();
    assert_eq!(
        words(&shown(&mut model, Primary, area(Weighting::Pupils))),
        "19 所小学之间,生均教学及辅助用房面积的差异系数 0.2974,基尼系数 0.1676,按借用的收入分档(不属于国家标准)\
         为“高度平均”。城乡之间占 9.7%,其余 90% 在组内(泰尔指数 T)。"
    );
    let satisfied = Choice { resource: Some(Resource::Column(Satisfaction)), ..Choice::default() };
    model.preferences.lang = Lang::En;
    let lead = words(&shown(&mut model, Junior, satisfied));
    assert!(lead.contains(" among 12 schools ("), "{lead}");
    assert!(lead.contains("From 2023 to 2025 the CV fell every year (0.0323 → 0.0187). "), "{lead}");
}

#[test]
fn the_curve_names_its_schools() {
    let mut model = sample();
    let view = shown(&mut model, Primary, area(Weighting::Pupils));
    let found = found(&model, Primary, &area(Weighting::Pupils));
    let expected = [
        ("城北小学", 0.046_422_300_263_388_935, 0.027_557_703_114_196_096),
        ("白塔教学点", 0.049_769_534_679_543_46, 0.029_547_987_479_762_585),
        ("沿江学校(小学部)", 0.141_516_681_299_385_44, 0.088_896_070_119_227_61),
    ];
    let points = found.curve.unwrap();
    assert_eq!((points.len(), points[0].population, points[0].resource), (20, 0.0, 0.0));
    for ((member, point), (school, population, resource)) in found.members.iter().zip(&points[1..]).zip(expected) {
        assert!(model.derived.dataset.name(member.school).starts_with(school.trim_end_matches("(小学部)")));
        assert!((point.population - population).abs() < 1e-12 && (point.resource - resource).abs() < 1e-12);
    }
    let section = section(&view, CURVE);
    let chart = section.chart.as_ref().unwrap();
    assert!(chart.said.contains("基尼系数 0.1676") && chart.wide.contains("完全均等"), "{}", chart.said);
    let grid = section.grid.as_ref().unwrap();
    assert_eq!(texts(grid)[0], ["城北小学", "2,636.3", "846", "3.12", "4.64%", "2.76%"]);
    assert_eq!(texts(grid)[18][4..], ["100.00%", "100.00%"]);
}

#[test]
fn the_parts_add_up_and_agree_with_an_independent_computation() {
    let mut model = sample();
    let view = shown(&mut model, Primary, area(Weighting::Pupils));
    let between = [0.004_252_275_739_666, 0.004_186_817_509_561, 0.008_656_978_843_857, 0.048_931_221_549_691];
    let splits = found(&model, Primary, &area(Weighting::Pupils)).splits;
    assert_eq!(splits.len(), Decomposable::ALL.len());
    for ((_, split), between) in splits.into_iter().zip(between) {
        let split = split.unwrap();
        assert!((split.outer.between - between).abs() < 1e-12);
        let sum = split.outer.between + split.within() + split.overlap();
        assert!((sum / split.outer.total - 1.0).abs() < 1e-12);
    }
    let drawn = section(&view, SPLIT).chart.clone().unwrap();
    assert!(drawn.said.contains("泰尔指数 T 0.0439;组间 9.7%、组内 90%"), "{}", drawn.said);
    let rows = texts(grid(&view, GROUPS));
    let row = |name: &str| rows.iter().find(|row| row[0] == name).unwrap().clone();
    assert_eq!(row("城区")[2..6], ["32%", "33%", "5.28", "0.0641"]);
    assert_eq!(row("乡村")[2..6], ["24%", "28%", "6.04", "0.0009"]);
    // Two groupings, one inside the other.
    let nested = Choice { inner: Some(Grouping::Kind), ..area(Weighting::Pupils) };
    let view = shown(&mut model, Primary, nested.clone());
    let (_, theil) = found(&model, Primary, &nested).splits.swap_remove(0);
    let (theil, inner) = (theil.clone().unwrap(), theil.unwrap().inner.unwrap().between);
    assert!((inner - (0.016_385_427_762_913 - 0.004_252_275_739_666)).abs() < 1e-12);
    assert!((theil.outer.between + inner + theil.within() - 0.043_928_088_970_986).abs() < 1e-12);
    let rows: Vec<&Vec<Figure>> = grid(&view, GROUPS).rows.iter().map(|row| &row.cells).collect();
    assert!(rows.iter().any(|row| row[0].text == "└ 小学") && rows.iter().any(|row| row[0].text == "镇区"));
    let amount = |cell: &Figure| cell.text.replace('−', "-").parse::<f64>().unwrap_or(0.0);
    let sum: f64 = rows.iter().map(|row| amount(&row[6]) + amount(&row[7])).sum();
    assert!((sum - 0.0439).abs() < 1e-3, "rounded: {sum}");
}

#[test]
fn the_years_of_a_column_are_compared() {
    let satisfied = Choice { resource: Some(Resource::Column(Satisfaction)), ..Choice::default() };
    let mut model = sample();
    let view = shown(&mut model, Junior, satisfied.clone());
    let trend = section(&view, TREND);
    assert_eq!(
        texts(grid(&view, TREND)),
        [
            vec!["2023", "0.0323", "", ""],
            vec!["2024", "0.0303", "−0.0020", "−6.1%"],
            vec!["2025", "0.0187", "−0.0116", "−38%"],
        ]
    );
    assert!(trend.notes.contains(&"斜率每年 −0.0068。".to_owned()), "{:?}", trend.notes);
    assert!(trend.chart.as_ref().unwrap().said.ends_with("差异系数由 2023 年的 0.0323 变为 2025 年的 0.0187。"));
    let readings = found(&model, Junior, &satisfied).trend.unwrap().unwrap().readings;
    assert_eq!(readings.iter().map(|reading| reading.year).collect::<Vec<_>>(), [2023, 2024, 2025]);
    assert!((readings[0].value.unwrap() - 0.032_262_761_770_372_9).abs() < 1e-12);
}

/// Equipment of three schools in three years; the last school has no 2024.
fn years() -> County {
    let mut county = County::default();
    let amounts = [[1e6, 2e6, 3e6], [3e6, 3e6, 3e6], [9e6, 0.0, 9e6]];
    for (school, amounts) in amounts.iter().enumerate() {
        county = county.and(&format!("{school}小学"), SchoolKind::Primary, Vec::new());
        for (column, (year, amount)) in (1..).zip((2023..).zip(amounts)) {
            let place =
                Place { cell: Some((u32::try_from(school).unwrap(), column)), ..county.0.schools[0].place.clone() };
            if *amount > 0.0 {
                county = county.fact(school, Equipment, Some(year), *amount, place.clone());
            }
            county = county.fact(school, Pupils(Primary), Some(year), 1_000.0, place);
        }
    }
    county
}

#[test]
fn the_years_of_an_indicator_are_compared_on_the_same_schools() {
    let view = look(&years(), &equipment(), Lang::Zh);
    // 1 and 3: ±1 around 2; 2 and 3: ±0.5 around 2.5; 3 and 3.
    let expected = [
        vec!["2023", "0.5000", "", ""],
        vec!["2024", "0.2000", "−0.3000", "−60%"],
        vec!["2025", "0.0000", "−0.2000", "−100%"],
    ];
    assert_eq!(texts(grid(&view, TREND)), expected);
    assert!(section(&view, TREND).notes.contains(&"1 所学校有的年度缺数,未计入:2小学。".to_owned()));
    assert!(words(&view).contains("2023–2025 年差异系数逐年下降(0.5000 → 0.0000)。"));
    let english = look(&years(), &equipment(), Lang::En);
    assert!(section(&english, TREND).notes.iter().any(|note| note.contains("1 schools (2小学)")));
    // Why: over the common schools, with the year's cells.
    let question = Question { stage: Primary, choice: equipment(), what: What::Year(2024) };
    let why = explain(&years().0, &years().assess(), &question, Lang::Zh).unwrap();
    assert!(why.title.ends_with(":0.2000"), "{}", why.title);
    assert_eq!(why.numbers, "√0.040000 = 0.200000");
    let cells: Vec<&str> = why.parts.iter().flat_map(|part| &part.cells).map(|cell| &*cell.text).collect();
    assert_eq!(cells, ["2000000", "1000", "3000000", "1000"]);
}

#[test]
fn odd_data_are_told_in_words() {
    let one = look(&places(&[(2e6, Some("镇区"))]), &equipment(), Lang::Zh);
    assert_eq!(value(&one, Index::Variation).text, "0.0000");
    let corrected = value(&one, Index::GiniCorrected);
    assert_eq!((&*corrected.text, &*corrected.note), ("—", "只有一个单位,无法比较"));

    let zero = look(&places(&[(0.0, Some("镇区")), (0.0, None)]), &equipment(), Lang::Zh);
    assert_eq!(words(&zero), "2 所小学之间,生均教学仪器设备值的差异算不出:全部为 0,无意义。");
    assert_eq!(value(&zero, Index::TheilT).note, "全部为 0,无意义");
    assert!(zero.sections.iter().all(|section| section.title != GROUPS(Lang::Zh)));
    assert!([CURVE, SPLIT, TREND].map(|title| section(&zero, title).chart.is_none()).iter().all(|none| *none));
    assert_eq!(section(&zero, CURVE).notes, ["算不出:全部为 0,无意义"]);
    assert!(grid(&zero, SPLIT).rows.iter().all(|row| row.cells[1].text == "—" && row.cells.len() == 5));

    let some = look(&places(&[(0.0, Some("镇区")), (1e6, None), (3e6, Some("城区"))]), &equipment(), Lang::En);
    assert_eq!(value(&some, Index::TheilL).note, "a value of 0: infinite");
    let atkinson = Index::Atkinson(suanpan::measure::inequality::Aversion::Two);
    assert_eq!(value(&some, atkinson).text, "1.0000");
    let names: Vec<&str> = grid(&some, GROUPS).rows.iter().map(|row| &*row.cells[0].text).collect();
    assert_eq!(names, ["镇区", "城区", "Not stated"]);
    assert!(section(&some, SPLIT).notes.iter().any(|note| note.starts_with("1 schools state no group")));

    let none = look(&County::of(None, exact_school(Primary, 1_000.0)), &equipment(), Lang::Zh);
    assert_eq!(section(&none, SPLIT).notes, ["数据里没有城乡、举办者、学区(集团、乡镇)、办学类型,无法分组。"]);
    assert_eq!(section(&none, SPLIT).grid, None);
    assert!(none.sections.iter().all(|section| section.title != GROUPS(Lang::Zh)));
    assert_eq!(none.choices.len(), 2, "resource and weighting");
    assert_eq!(section(&none, TREND).notes, ["数据里没有两个以上年度的数,看不出变化。"]);

    let lacking = County::of(SchoolKind::Primary, exact_school(Primary, 1_000.0)).and(
        "缺小学",
        SchoolKind::Primary,
        without(exact_school(Primary, 1_000.0), Equipment),
    );
    let lacking = look(&lacking, &equipment(), Lang::Zh);
    assert!(words(&lacking).ends_with("1 所缺数的学校未计入。"), "{}", words(&lacking));
    assert_eq!(section(&lacking, ALL).notes.last().unwrap(), "1 所学校缺数,未计入:缺小学。");
    assert_eq!(grid(&lacking, CURVE).rows.len(), 1);
}

/// All questions that a view can be asked.
fn questions(model: &Model) -> Vec<Question> {
    let view = balance_page(model);
    let grids = view.sections.iter().filter_map(|section| section.grid.as_ref());
    let cells = grids.flat_map(|grid| &grid.rows).flat_map(|row| &row.cells);
    let question = |subject| match subject {
        Subject::Indices(question) => question,
        other => panic!("{other:?}"),
    };
    cells.filter_map(asked).map(question).collect()
}

/// Whether cells stand somewhere in an explanation.
fn has_cells(why: &Why) -> bool {
    !why.cells.is_empty() || why.parts.iter().any(has_cells)
}

#[test]
fn every_figure_leads_down_to_cells() {
    let mut model = sample();
    let satisfied = Choice { resource: Some(Resource::Column(Satisfaction)), ..Choice::default() };
    let nested = Choice { inner: Some(Grouping::Kind), apart: Decomposable::Gini, ..area(Weighting::Pupils) };
    for (stage, choice) in [(Primary, nested), (Primary, area(Weighting::Schools)), (Junior, satisfied)] {
        shown(&mut model, stage, choice);
        let questions = questions(&model);
        assert!(questions.len() > 45, "{}", questions.len());
        for question in questions {
            for lang in Lang::ALL {
                let subject = Subject::Indices(question.clone());
                let why = explain_any(&model.document, &model.derived, &subject, *lang).unwrap();
                let by_groups = matches!(question.what, What::Split(_));
                assert!(has_cells(&why) || by_groups, "{question:?}");
                assert!(!why.title.is_empty() && !why.parts.is_empty() || matches!(question.what, What::School(_)));
            }
        }
    }
}

#[test]
fn numbers_are_put_into_every_formula() {
    // 1, 2 and 3 thousand yuan for each of 1,000 pupils; μ = 2,000.
    let county = places(&[(1e6, Some("镇区")), (2e6, Some("镇区")), (3e6, Some("城区"))]);
    let why = |what| {
        let question = Question { stage: Primary, choice: equipment(), what };
        explain(&county.0, &county.assess(), &question, Lang::Zh).unwrap()
    };
    let numbers = |index| why(What::Index(index)).numbers;
    assert_eq!(numbers(Index::Variation), "√0.166667 = 0.408248");
    assert_eq!(numbers(Index::Range), "3,000.000000 − 1,000.000000 = 2,000");
    assert_eq!(numbers(Index::Gini), "Σp·½·Σp′·abs(r − r′) = 0.222222");
    assert_eq!(numbers(Index::GiniCorrected), "0.222222 ÷ (1 − 0.333333) = 0.333333");
    assert_eq!(numbers(Index::Hoover), "½ × 0.333333 = 0.166667");
    assert_eq!(numbers(Index::McLoone), "3,000,000.000000 ÷ (2,000.000000 × 2,000) = 0.750000");
    assert_eq!(numbers(Index::Concentration), "Σs² = 0.388889");
    assert_eq!(numbers(Index::Wolfson), "(1 − 2 × 0.333333 − 0.222222) × 2,000.000000 ÷ 2,000.000000 = 0.111111");
    let parts = |index| -> Vec<String> { why(What::Index(index)).parts.into_iter().map(|part| part.title).collect() };
    assert_eq!(parts(Index::Gini), ["均值 μ:2,000.000000", "0小学:0.083333", "2小学:0.083333", "1小学:0.055556"]);
    assert_eq!(parts(Index::Range), ["均值 μ:2,000.000000", "0小学:1,000", "2小学:3,000"]);
    let part = &why(What::Index(Index::Variation)).parts[1];
    assert_eq!(part.numbers, "0.333333 × (0.500000 − 1)² = 0.083333");
    assert_eq!(part.notes[0], "y = x ÷ P = 1,000,000 ÷ 1,000 = 1,000.000000");
    let cells: Vec<&str> = part.cells.iter().map(|cell| &*cell.text).collect();
    assert_eq!(cells, ["1000000", "1000"]);
    // CV² = 1/6: town 1,500, city 3,000; between 2/3·(1/4)² + 1/3·(1/2)² = 1/8.
    let split = why(What::Split(Decomposable::VariationSquared));
    assert_eq!(split.numbers, "0.125000 (75%) + 0.041667 (25%) = 0.166667");
    let notes = why(What::Index(Index::TheilL)).notes;
    assert!(notes.iter().any(|note| note == "有值为 0 的学校即为无穷大,不列数。 有负数时不列数。"), "{notes:?}");
    assert!(notes.iter().any(|note| note.contains("REAT::theil")), "the trap of the name");
}

#[test]
fn parts_of_a_sum_make_the_index() {
    let mut model = sample();
    shown(&mut model, Primary, area(Weighting::Pupils));
    for (index, expected) in [(Index::Gini, 0.167_632), (Index::TheilT, 0.043_928), (Index::TheilL, 0.044_861)] {
        let question = Question { stage: Primary, choice: area(Weighting::Pupils), what: What::Index(index) };
        let why = explain(&model.derived.dataset, &model.derived.balance, &question, Lang::Zh).unwrap();
        let last = |part: &Why| part.numbers.rsplit("= ").next().unwrap().parse::<f64>().unwrap();
        let sum: f64 = why.parts[1..].iter().map(last).sum();
        assert!((sum - expected).abs() < 2e-5, "{index:?} {sum}");
    }
}

#[test]
fn what_the_data_lack_gives_way_to_what_they_have() {
    let county = places(&[(1e6, Some("镇区")), (2e6, None)]);
    let wish = Choice {
        resource: Some(Resource::Column(Field::Merit)),
        outer: Some(Grouping::Sponsor),
        inner: Some(Grouping::Location),
        ..Choice::default()
    };
    let view = look(&county, &wish, Lang::Zh);
    let chosen: Vec<&str> = view.choices.iter().map(|select| &*select.options[select.chosen].0).collect();
    assert_eq!(chosen, ["每百名学生拥有高于规定学历教师数", "按学生数加权(法定)", "城乡", "不再分", "泰尔指数 T"]);
    let mut model = Model::default();
    let deed = view.choices[0].options[1].1.clone();
    update(&mut model, Event::Do(deed));
    assert_eq!(model.look.indices.resource, Some(Resource::Item(Item::Backbone)));
    assert_eq!(model.look.indices.outer, Some(Grouping::Location));
}

#[test]
fn a_long_curve_is_shown_in_windows() {
    let schools: Vec<(f64, Option<&str>)> = (0..2 * ROWS + 30).map(|index| (1e6 + index as f64, None)).collect();
    let county = places(&schools);
    let choice = equipment();
    let mut windows = Windows::default();
    windows.turn(List::IndexSchools, 2 * ROWS);
    let view = windowed(&county, &choice, &windows, Lang::Zh);
    let grid = grid(&view, CURVE);
    assert_eq!(grid.rows.len(), 30);
    assert_eq!(grid.rows[0].cells[0].text, format!("{}小学", 2 * ROWS));
    assert!(grid.pager.as_ref().unwrap().printed.is_empty(), "the workbook does not have it");
    // An explanation names as many schools as can be read.
    let question = Question { stage: Primary, choice: choice.clone(), what: What::Index(Index::TheilT) };
    let why = explain(&county.0, &county.assess(), &question, Lang::Zh).unwrap();
    assert_eq!(why.parts.last().unwrap().title, format!("另有 {} 所", 2 * ROWS + 30 - 50));
}

#[test]
fn bands_of_others_have_exact_borders() {
    let band = |gini| GiniBand::of(gini).label(Lang::En);
    assert_eq!([0.199, 0.2, 0.3, 0.4, 0.5].map(band), ["very even", "rather even", "fair", "wide gap", "extreme gap"]);
    let view = look(&places(&[(1e6, None), (3e6, None)]), &equipment(), Lang::Zh);
    let marks = &grid(&view, MARKS).rows;
    // CV 0.5, G 0.25, McLoone 1: the median is the lower of the two.
    let notes: Vec<&str> = marks.iter().map(|row| &*row.cells[1].note).collect();
    assert_eq!(notes, ["未达到", "未达到", "达到", "比较平均"]);
    assert!(section(&view, MARKS).notes[0].starts_with("不属于国家标准"));
}

/// Each of 1,000 pupils: 1, 2 and 3 thousand yuan a pupil against 2,000.
#[test]
fn groups_stand_at_a_glance_with_their_means_and_what_is_below() {
    let county = places(&[(1e6, Some("镇区")), (2e6, Some("镇区")), (3e6, Some("城区")), (1e6, None)]);
    let view = look(&county, &equipment(), Lang::Zh);
    let overview = grid(&view, |lang| lang.indices_title_overview(Grouping::Location.label(lang)));
    let row = |at: usize| [0, 1, 2, 8].map(|cell: usize| &*overview.rows[at].cells[cell].text);
    // (1 + 2) ∕ 2 thousand; 1,000 is below 85 % of 2,000, so that its school fails.
    assert_eq!(row(0), ["镇区", "2", "1", "1,500"]);
    assert_eq!(row(1), ["城区", "1", "1", "3,000"]);
    assert_eq!(row(2), ["未填", "1", "0", "1,000"]);
    let town = &overview.rows[0].cells[8];
    assert_eq!((&*town.mark, &*town.note), ("◐", "1 所低于标准"));
    assert_eq!(overview.rows[1].cells[8].mark, "");
}

#[test]
fn schools_are_grouped_by_whatever_leads_them() {
    let csv = "学校名称,办学类型,所属乡镇,小学在校生数,小学教学仪器设备值\n甲小学,小学,桃源镇,1000,1000000\n乙小学,小学,桃源镇,1000,2000000\n丙小学,小学,城关镇,1000,3000000\n";
    let mut model = Model::default();
    model.document.tables = open("条件.csv", csv.as_bytes(), &mut Unwatched).tables.into();
    model.derived = Derived::of(&model.document);
    let named: Vec<Option<&str>> =
        model.derived.dataset.schools.iter().map(|school| school.district.as_deref()).collect();
    assert_eq!(named, [Some("桃源镇"), Some("桃源镇"), Some("城关镇")]);
    update(&mut model, Sight::Part(Part::Indices));
    let view = shown(&mut model, Primary, Choice { outer: Some(Grouping::District), ..equipment() });
    // 1, 2 and 3 about 2: CV² = 1 ∕ 6; between 1.5 and 3: (2 × 0.25 + 1) ∕ 3 ∕ 4 = 1 ∕ 8, three quarters of it.
    let split = grid(&view, SPLIT).rows.iter().find(|row| row.cells[0].text.contains("CV")).unwrap();
    assert_eq!((&*split.cells[2].text, &*split.cells[2].note), ("0.1250", "75%"));
}

#[test]
fn a_group_exactly_on_a_threshold_is_not_below_it() {
    // 9 arts teachers for 1,000 pupils are 0.9 a hundred, though 0.8999… in binary.
    let mut county = County::of(SchoolKind::Primary, exact_school(Primary, 1_000.0));
    county.0.schools[0].location = Some("乡村".into());
    let view = look(&county, &Choice::default(), Lang::Zh);
    let overview = grid(&view, |lang| lang.indices_title_overview(Grouping::Location.label(lang)));
    assert!(overview.rows[0].cells[3..].iter().all(|cell| cell.mark.is_empty()), "{:?}", overview.rows[0]);
}
