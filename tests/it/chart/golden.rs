//! Pictures that were looked at: they are compared byte for byte. What differs
//! is left in `target/chart`, to be looked at and taken over.

use std::fs;
use std::path::Path;

use suanpan::chart::scene::Tone;
use suanpan::chart::{Extent, Paint, Scene, svg};

use super::sample;

fn look_as_before(pictures: &[(&str, Scene)]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = root.join("target/chart");
    let mut differ = Vec::new();
    for (name, scene) in pictures {
        let drawn = svg(scene, Paint::Light) + "\n";
        let golden = fs::read_to_string(root.join(format!("tests/golden/chart/{name}.svg"))).unwrap_or_default();
        if drawn != golden {
            fs::create_dir_all(&folder).unwrap();
            fs::write(folder.join(format!("{name}.svg")), drawn).unwrap();
            differ.push(*name);
        }
    }
    assert!(differ.is_empty(), "{differ:?} in {} are not as in tests/golden/chart: look at both", folder.display());
}

#[test]
fn bars() {
    let bars = sample::bars();
    look_as_before(&[("bars-wide", bars.scene(760.0)), ("bars-narrow", bars.scene(343.0))]);
}

#[test]
fn ranked() {
    let ranked = sample::ranked();
    look_as_before(&[("ranked-wide", ranked.scene(760.0)), ("ranked-narrow", ranked.scene(343.0))]);
}

#[test]
fn lorenz() {
    let lorenz = sample::lorenz();
    look_as_before(&[("lorenz-wide", lorenz.scene(500.0)), ("lorenz-narrow", lorenz.scene(343.0))]);
}

#[test]
fn trend() {
    let trend = sample::trend();
    look_as_before(&[("trend-wide", trend.scene(760.0)), ("trend-narrow", trend.scene(343.0))]);
}

#[test]
fn decomposition() {
    let parts = sample::decomposition();
    look_as_before(&[("decomposition-wide", parts.scene(760.0)), ("decomposition-narrow", parts.scene(343.0))]);
}

#[test]
fn matrix() {
    let (few, mut many) = (sample::matrix(12), sample::matrix(50));
    many.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.hint.clear());
    look_as_before(&[
        ("matrix-wide", few.scene(Extent::Screen(1100.0))),
        ("matrix-narrow", few.scene(Extent::Screen(343.0))),
        ("matrix-a3", many.scene(Extent::A3)),
    ]);
}

/// A file has the light theme's colours, and the page has a rule for each tone.
#[test]
fn colours_are_those_of_the_page() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles");
    let read = |name: &str| fs::read_to_string(styles.join(name)).unwrap();
    let (tokens, rules) = (read("tokens.css"), read("chart.css"));
    // What stands between two texts.
    let between = |text: &str, before: &str, after: &str| {
        let rest = text.split_once(before).unwrap_or_else(|| panic!("{before} in {text}")).1;
        rest.split_once(after).unwrap().0.to_owned()
    };
    for tone in Tone::ALL {
        let mut scene = sample::bars().scene(760.0);
        scene.marks.truncate(1);
        scene.marks[0].tone = *tone;
        let class = between(&svg(&scene, Paint::Classes), "class=\"tone", "\"");
        let file = svg(&scene, Paint::Light);
        let colour = between(file.split_once("<g ").unwrap().1, "fill=\"", "\"");
        let token = between(&rules, &format!("\n.tone{class} {{ fill: var("), ")");
        // In the page the ground is the paper, in a file it is white.
        let light =
            if *tone == Tone::Paper { "#ffffff".to_owned() } else { between(&tokens, &format!("{token}: "), ";") };
        assert_eq!(colour, light, "tone{class}");
    }
}
