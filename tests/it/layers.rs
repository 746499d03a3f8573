//! The layers: an arrow may only point down. Reads every `crate::…` path of
//! every source file.

use std::fs;
use std::path::{Path, PathBuf};

/// A module's layer. A new top-level module fails the test until it has one.
fn layer(module: &str) -> Option<u8> {
    Some(match module {
        "basis" => 0,
        "measure" => 1,
        "word" => 2,
        "intake" | "evaluation" | "balance" | "bonus" => 3,
        "report" | "chart" => 4,
        "app" => 5,
        "web" => 6,
        "ui" => 7,
        _ => return None,
    })
}

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// The top-level module of a source file.
fn module(path: &Path, src: &Path) -> String {
    let first = path.strip_prefix(src).unwrap().components().next().unwrap();
    first.as_os_str().to_str().unwrap().trim_end_matches(".rs").to_owned()
}

/// The top-level modules that a source names after `crate::`, also in
/// `crate::{a, b::c}`.
fn named(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    for rest in text.split("crate::").skip(1) {
        let list = match rest.strip_prefix('{') {
            Some(group) => top_of_group(group),
            None => vec![rest.to_owned()],
        };
        for item in list {
            names.push(item.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
    names
}

/// The items of `a, b::{c, d}, e}` that stand outside inner braces.
fn top_of_group(group: &str) -> Vec<String> {
    let (mut depth, mut items) = (0, vec![String::new()]);
    for sign in group.chars() {
        match sign {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => items.push(String::new()),
            _ => items.last_mut().unwrap().push(sign),
        }
    }
    items
}

#[test]
fn arrows_point_down() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let mut wrong = Vec::new();
    for path in files.iter().filter(|path| !path.ends_with("lib.rs") && !path.ends_with("main.rs")) {
        let from = module(path, &src);
        if from == "bin" {
            continue;
        }
        let own = layer(&from).unwrap_or_else(|| panic!("{} has no layer", path.display()));
        for to in named(&fs::read_to_string(path).unwrap()) {
            let Some(other) = layer(&to) else { continue };
            if to != from && other >= own {
                wrong.push(format!("{}: {from} -> {to}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "arrows that point up or sideways:\n{}", wrong.join("\n"));
}

#[test]
fn the_core_knows_no_browser() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    for path in files {
        let browser = matches!(module(&path, &src).as_str(), "ui" | "web" | "bin" | "main" | "lib");
        let text = fs::read_to_string(&path).unwrap();
        let names = ["yew", "gloo", "web_sys", "js_sys", "wasm_bindgen"];
        assert!(
            browser || !names.iter().any(|name| text.contains(&format!("{name}::"))),
            "{} names a browser crate",
            path.display()
        );
    }
}

#[test]
fn the_test_itself_reads_paths_rightly() {
    assert_eq!(named("use crate::basis::{a, b};"), ["basis"]);
    assert_eq!(named("use crate::{balance, bonus::{x, y}, app};"), ["balance", "bonus", "app"]);
}
