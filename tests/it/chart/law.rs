//! What holds for every picture: marks lie within it, words do not meet.

use suanpan::chart::scene::{Anchor, Px, Scene, Shape, Tone};
use suanpan::chart::*;

use super::sample::{self, value};

/// A stream of numbers that look random, the same each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 33
    }

    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next()).unwrap() % count
    }

    /// Of all sizes, often the same, often 0.
    fn number(&mut self) -> f64 {
        let part = self.next() as f64 / (1_u64 << 31) as f64;
        let sizes = [0.0, 1.0, 1.0, 1.0, -1.0, 100.0, 1e-9, 1e9, -1e12, 1e300, f64::MAX, f64::MIN_POSITIVE];
        part * sizes[self.below(sizes.len())]
    }

    fn value(&mut self) -> Option<Value> {
        (self.below(8) > 0).then(|| value(self.number()))
    }

    fn words(&mut self) -> String {
        let words = [
            "",
            "小",
            "城北小学",
            "Backbone teachers (county level)",
            "缺",
            "🏫学校",
            "临海市杜桥镇中心小学附属实验分校",
            "e\u{301}cole",
        ];
        words[self.below(words.len())].to_owned()
    }

    fn level(&mut self) -> Option<Level> {
        (self.below(3) > 0).then(|| Level { value: value(self.number()), label: self.words() })
    }

    fn many<T>(&mut self, most: usize, one: impl Fn(&mut Self) -> T) -> Vec<T> {
        (0..self.below(most + 1)).map(|_| one(self)).collect()
    }
}

/// Left, top, right, bottom in pixels.
fn bounds(shape: &Shape) -> (f64, f64, f64, f64) {
    let around = |points: &[scene::Point]| {
        let (x, y) = (points.iter().map(|point| point.x.pixels()), points.iter().map(|point| point.y.pixels()));
        let (low, high) = (f64::INFINITY, f64::NEG_INFINITY);
        (x.clone().fold(low, f64::min), y.clone().fold(low, f64::min), x.fold(high, f64::max), y.fold(high, f64::max))
    };
    match shape {
        Shape::Rect { at, width, height } => {
            assert!(*width >= Px(0) && *height >= Px(0), "{shape:?}");
            let (x, y) = (at.x.pixels(), at.y.pixels());
            (x, y, x + width.pixels(), y + height.pixels())
        }
        Shape::Line { from, to, .. } => around(&[*from, *to]),
        Shape::Curve(points) | Shape::Area(points) => around(points),
        Shape::Circle { at, radius } => {
            let (x, y, r) = (at.x.pixels(), at.y.pixels(), radius.pixels());
            (x - r, y - r, x + r, y + r)
        }
        Shape::Text { at, text, anchor, role } => {
            let width = text::width(text, role.size());
            let left = at.x.pixels()
                - match anchor {
                    Anchor::Start => 0.0,
                    Anchor::Middle => width / 2.0,
                    Anchor::End => width,
                };
            let y = at.y.pixels();
            (left, y - role.size() * 0.85, left + width, y + role.size() * 0.2)
        }
    }
}

/// Everything lies within the scene, and no two texts meet.
fn holds(scene: &Scene) {
    let (width, height) = (scene.width.pixels(), scene.height.pixels());
    let mut words: Vec<(f64, f64, f64, f64, &str)> = Vec::new();
    for mark in &scene.marks {
        let (left, top, right, bottom) = bounds(&mark.shape);
        let slack = 0.02;
        assert!(
            left >= -slack && top >= -slack && right <= width + slack && bottom <= height + slack,
            "{mark:?} leaves {width} × {height}"
        );
        if let Shape::Text { text, .. } = &mark.shape {
            for (l, t, r, b, other) in &words {
                let apart = right <= l + slack || left >= r - slack || bottom <= t + slack || top >= b - slack;
                assert!(apart, "{text} meets {other} in {}", scene.title);
            }
            words.push((left, top, right, bottom, text));
        }
    }
    let drawn = svg(scene, Paint::Classes);
    assert_eq!(drawn, svg(scene, Paint::Classes));
    assert!(!drawn.contains("style") && !drawn.contains("NaN"));
}

const WIDTHS: [f64; 5] = [320.0, 343.0, 500.0, 760.0, 1100.0];

#[test]
fn nothing_that_is_no_number_can_be_drawn() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Value::of(number), None);
    }
    assert_eq!(Px::of(f64::NAN), Px(0));
}

#[test]
fn samples_hold() {
    for width in WIDTHS {
        holds(&sample::bars().scene(width));
        holds(&sample::ranked().scene(width));
        holds(&sample::lorenz().scene(width));
        holds(&sample::trend().scene(width));
        holds(&sample::decomposition().scene(width));
        holds(&sample::matrix(40).scene(Extent::Screen(width)));
    }
    // The foot of the sheet is not left empty, and is where the rows end when they are few.
    let height = |rows| sample::matrix(rows).scene(Extent::A3).height.pixels();
    assert!(height(12) < 700.0 && (20..=240).all(|rows| height(rows) > 860.0));
    for rows in [0, 1, 20, 40, 41, 100, 150, 240] {
        let scene = sample::matrix(rows).scene(Extent::A3);
        holds(&scene);
        assert!(scene.width <= Px::of(1440.0) && scene.height <= Px::of(940.0), "{rows} rows: {:?}", scene.height);
    }
}

#[test]
fn bars_hold() {
    let mut dice = Dice(1);
    for round in 0..400 {
        let one = |dice: &mut Dice| {
            let (value, text, name) = (dice.value(), dice.words(), dice.words());
            Bar { name, value, parts: Vec::new(), text, tone: Tone::C1, hint: String::new() }
        };
        let bars = Bars { limit: dice.level(), bars: dice.many(30, one), ..sample::bars() };
        holds(&bars.scene(WIDTHS[round % WIDTHS.len()]));
    }
}

#[test]
fn ranked_hold() {
    let mut dice = Dice(2);
    for round in 0..400 {
        let one = |dice: &mut Dice| School {
            name: dice.words(),
            value: dice.value(),
            text: dice.words(),
            pupils: dice.value(),
            tone: Tone::Near,
            hint: String::new(),
        };
        let (mean, threshold, floor) = (dice.level(), dice.level(), dice.level());
        let ranked = Ranked { mean, threshold, floor, schools: dice.many(40, one), ..sample::ranked() };
        holds(&ranked.scene(WIDTHS[round % WIDTHS.len()]));
    }
}

#[test]
fn lorenz_curves_hold() {
    let mut dice = Dice(3);
    for round in 0..200 {
        let point = |dice: &mut Dice| (value(dice.number()), value(dice.number()));
        let one = |dice: &mut Dice| Curve { name: dice.words(), points: dice.many(9, point) };
        let lorenz = Lorenz { curves: dice.many(2, one), across: dice.words(), ..sample::lorenz() };
        holds(&lorenz.scene(WIDTHS[round % WIDTHS.len()]));
    }
}

/// Of two curves with the same ends, one of 2,000 schools and one of its every point, no one
/// sees a difference: y = x³, in the picture's pixels.
#[test]
fn a_lorenz_curve_of_thousands_is_drawn_with_what_can_be_seen_of_it() {
    let points = (1..2_000).map(|at| f64::from(at) / 2_000.0).map(|x| (value(x), value(x.powi(3)))).collect();
    let curves = vec![Curve { name: String::new(), points }];
    let scene = Lorenz { curves, ..sample::lorenz() }.scene(500.0);
    let drawn = |mark: &scene::Mark| match &mark.shape {
        Shape::Curve(points) => Some(points.iter().map(|at| (at.x.pixels(), at.y.pixels())).collect()),
        _ => None,
    };
    let curve: Vec<(f64, f64)> = scene.marks.iter().find_map(drawn).unwrap();
    let (first, last) = (curve[0], curve[curve.len() - 1]);
    let diagonal = |mark: &scene::Mark| match mark.shape {
        Shape::Line { from, to, stroke: scene::Stroke::Dashed } => {
            Some([from, to].map(|at| (at.x.pixels(), at.y.pixels())))
        }
        _ => None,
    };
    assert_eq!(scene.marks.iter().find_map(diagonal), Some([first, last]), "both ends stay");
    let (width, height) = (last.0 - first.0, first.1 - last.1);
    assert!(curve.len() < 800 && width > 400.0, "{}", curve.len());
    for pair in curve.windows(2) {
        let ((x, y), (next, after)) = (pair[0], pair[1]);
        let middle = (x + next) / 2.0;
        let exact = first.1 - ((middle - first.0) / width).powi(3) * height;
        assert!(((y + after) / 2.0 - exact).abs() < 0.05, "{middle}");
    }
}

#[test]
fn trends_hold() {
    let mut dice = Dice(4);
    for round in 0..400 {
        let one = |dice: &mut Dice| Series { name: dice.words(), values: dice.many(9, Dice::value), tone: Tone::C2 };
        let years = dice.many(12, |dice| format!("{}学年", 2000 + dice.below(30)));
        let trend = Trend { years, limit: dice.level(), series: dice.many(12, one), ..sample::trend() };
        holds(&trend.scene(WIDTHS[round % WIDTHS.len()]));
    }
}

#[test]
fn decompositions_hold() {
    let mut dice = Dice(5);
    for round in 0..200 {
        let part = |dice: &mut Dice| Part { name: dice.words(), share: value(dice.number()) };
        let one = |dice: &mut Dice| Whole { name: dice.words(), parts: dice.many(6, part) };
        let picture = Decomposition { wholes: dice.many(7, one), ..sample::decomposition() };
        holds(&picture.scene(WIDTHS[round % WIDTHS.len()]));
    }
}

#[test]
fn ticks_are_round_and_cover_the_values() {
    // The published examples of 1-2-5 ticks: decimal steps, both ends round.
    for (values, expected, decimals) in [
        (&[0.0, 0.667][..], &[0.0, 0.2, 0.4, 0.6, 0.8][..], 1),
        (&[0.0, 0.5], &[0.0, 0.1, 0.2, 0.3, 0.4, 0.5], 1),
        (&[3.57, 5.2], &[3.5, 4.0, 4.5, 5.0, 5.5], 1),
        (&[-30.0, 95.0], &[-50.0, 0.0, 50.0, 100.0], 0),
        (&[1234.0, 98_765.0], &[0.0, 20_000.0, 40_000.0, 60_000.0, 80_000.0, 100_000.0], 0),
        (&[], &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0], 1),
        (&[0.0, 0.0], &[0.0, 0.2, 0.4, 0.6, 0.8, 1.0], 1),
    ] {
        let values: Vec<Value> = values.iter().map(|number| value(*number)).collect();
        let (scale, ticks) = Scale::over(&values, (0.0, 100.0), 5);
        assert_eq!((&*ticks.values, ticks.decimals), (expected, decimals));
        assert_eq!((scale.at(expected[0]), scale.at(expected[expected.len() - 1])), (0.0, 100.0));
    }
}

#[test]
fn equal_values_stand_between_ticks_in_the_order_they_came() {
    let mut ranked = sample::ranked();
    for school in &mut ranked.schools {
        school.value = Some(value(1.0));
    }
    let scene = ranked.scene(760.0);
    let order = |name: &str| {
        scene.marks.iter().position(|mark| matches!(&mark.shape, Shape::Text { text, .. } if text == name))
    };
    assert!(order("城关小学") < order("城北小学") && order("城北小学") < order("桃源小学"));
}

#[test]
fn words_from_files_stay_words() {
    let mut bars = sample::bars();
    bars.bars[0].name = "<b onclick=\"x\">&\u{1}".into();
    bars.bars[0].hint = "</title><script>".into();
    bars.title = "a<b".into();
    for paint in [Paint::Classes, Paint::Light] {
        let drawn = svg(&bars.scene(760.0), paint);
        assert!(drawn.contains("&lt;b onclick=&quot;x&quot;&gt;&amp; </text>"));
        assert!(drawn.contains("<title>&lt;/title&gt;&lt;script&gt;</title>"));
        assert!(!drawn.contains("<script") && !drawn.contains("a<b") && !drawn.contains('\u{1}'));
    }
}

#[test]
fn a_scene_passes_to_the_page() {
    let scene = sample::ranked().scene(760.0);
    let bytes = postcard::to_stdvec(&scene).unwrap();
    assert_eq!(postcard::from_bytes::<Scene>(&bytes).unwrap(), scene);
}
