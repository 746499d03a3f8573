//! Scenes as SVG: one writer for the page and for files.

use super::scene::{Anchor, Mark, Point, Px, Role, Scene, Shape, Stroke, Tone};
use super::text::fit;

/// Where colours come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// From the page's styles, by classes: they follow its theme. The picture
    /// is hidden from screen readers, which are told what stands around it.
    Classes,
    /// The light theme's, within: a file of its own, with its title above.
    Light,
}

/// The space around a picture that leaves the page.
const MARGIN: f64 = 16.0;
/// The height of its title.
const HEAD: f64 = 30.0;
/// As in `styles/tokens.css`.
const FONT: &str = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',system-ui,sans-serif";

/// The scene as SVG. The same scene gives the same bytes.
pub fn svg(scene: &Scene, paint: Paint) -> String {
    let mut out = String::new();
    match paint {
        Paint::Classes => {
            out.push_str("<svg class=\"scene\" aria-hidden=\"true\" focusable=\"false\"");
            size(&mut out, scene.width, scene.height);
            marks(&mut out, &scene.marks, paint);
        }
        Paint::Light => file(&mut out, scene),
    }
    out.push_str("</svg>");
    out
}

fn file(out: &mut String, scene: &Scene) {
    let width = scene.width.pixels() + 2.0 * MARGIN;
    let height = scene.height.pixels() + 2.0 * MARGIN + HEAD;
    out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title desc\"");
    attribute(out, "font-family", FONT);
    size(out, Px::of(width), Px::of(height));
    element(out, "title id=\"title\"", "title", &scene.title);
    element(out, "desc id=\"desc\"", "desc", &scene.description);
    out.push_str("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
    let title = Shape::Text {
        at: Point { x: Px::of(MARGIN), y: Px::of(MARGIN + Role::Title.size()) },
        text: fit(&scene.title, scene.width.pixels(), Role::Title.size()),
        anchor: Anchor::Start,
        role: Role::Title,
    };
    marks(out, &[Mark { shape: title, tone: Tone::Ink, hint: String::new() }], Paint::Light);
    out.push_str("<g transform=\"translate(");
    number(out, Px::of(MARGIN));
    out.push(' ');
    number(out, Px::of(MARGIN + HEAD));
    out.push_str(")\">");
    marks(out, &scene.marks, Paint::Light);
    out.push_str("</g>");
}

/// Ends the opening tag of a picture of that size.
fn size(out: &mut String, width: Px, height: Px) {
    length(out, "width", width);
    length(out, "height", height);
    out.push_str(" viewBox=\"0 0 ");
    number(out, width);
    out.push(' ');
    number(out, height);
    out.push_str("\">");
}

fn marks(out: &mut String, marks: &[Mark], paint: Paint) {
    for mark in marks {
        let name = shape(out, &mark.shape);
        colour(out, mark, paint);
        let words = if let Shape::Text { text, .. } = &mark.shape { text } else { "" };
        if words.is_empty() && mark.hint.is_empty() {
            out.push_str("/>");
            continue;
        }
        out.push('>');
        if !mark.hint.is_empty() {
            element(out, "title", "title", &mark.hint);
        }
        escape(out, words);
        out.push_str("</");
        out.push_str(name);
        out.push('>');
    }
}

/// Begins an element; gives its name.
fn shape(out: &mut String, shape: &Shape) -> &'static str {
    match shape {
        Shape::Rect { at, width, height } => {
            out.push_str("<rect");
            place(out, ["x", "y"], *at);
            length(out, "width", *width);
            length(out, "height", *height);
            "rect"
        }
        Shape::Line { from, to, .. } => {
            out.push_str("<line");
            place(out, ["x1", "y1"], *from);
            place(out, ["x2", "y2"], *to);
            "line"
        }
        Shape::Curve(points) => {
            out.push_str("<polyline");
            list(out, points);
            "polyline"
        }
        Shape::Area(points) => {
            out.push_str("<polygon");
            list(out, points);
            "polygon"
        }
        Shape::Circle { at, radius } => {
            out.push_str("<circle");
            place(out, ["cx", "cy"], *at);
            length(out, "r", *radius);
            "circle"
        }
        Shape::Text { at, anchor, role, .. } => {
            out.push_str("<text");
            place(out, ["x", "y"], *at);
            length(out, "font-size", Px::of(role.size()));
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => attribute(out, "text-anchor", "middle"),
                Anchor::End => attribute(out, "text-anchor", "end"),
            }
            if matches!(role, Role::Title) {
                attribute(out, "font-weight", "600");
            }
            "text"
        }
    }
}

/// The mark's colour and how lines are drawn.
fn colour(out: &mut String, mark: &Mark, paint: Paint) {
    let drawn = matches!(mark.shape, Shape::Line { .. } | Shape::Curve(_));
    if drawn {
        attribute(out, "fill", "none");
    }
    match paint {
        Paint::Classes => attribute(out, "class", class(mark.tone)),
        Paint::Light => attribute(out, if drawn { "stroke" } else { "fill" }, light(mark.tone)),
    }
    match &mark.shape {
        Shape::Line { stroke: Stroke::Firm, .. } => attribute(out, "stroke-width", "1.5"),
        Shape::Line { stroke: Stroke::Dashed, .. } => attribute(out, "stroke-dasharray", "5 4"),
        Shape::Curve(_) => {
            attribute(out, "stroke-width", "2");
            attribute(out, "stroke-linejoin", "round");
        }
        _ => {}
    }
}

/// The class of a tone.
pub(super) const fn class(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "tone-ink",
        Tone::Quiet => "tone-quiet",
        Tone::Grid => "tone-grid",
        Tone::Track => "tone-track",
        Tone::Paper => "tone-paper",
        Tone::Near => "tone-near",
        Tone::NearSoft => "tone-near-soft",
        Tone::Bad => "tone-bad",
        Tone::BadSoft => "tone-bad-soft",
        Tone::Missing => "tone-missing",
        Tone::C1 => "tone-c1",
        Tone::C1Soft => "tone-c1-soft",
        Tone::C2 => "tone-c2",
        Tone::C3 => "tone-c3",
        Tone::C4 => "tone-c4",
        Tone::C5 => "tone-c5",
        Tone::C6 => "tone-c6",
    }
}

/// A tone's colour in the light theme: those of `styles/tokens.css`.
const fn light(tone: Tone) -> &'static str {
    match tone {
        Tone::Ink => "#1c2a30",
        Tone::Quiet => "#4a5961",
        Tone::Grid => "#d9d6cc",
        Tone::Track => "#ebe8df",
        Tone::Paper => "#ffffff",
        Tone::Near => "#7a4f00",
        Tone::NearSoft => "#fbf1dc",
        Tone::Bad => "#ab2f15",
        Tone::BadSoft => "#fbeae5",
        Tone::Missing => "#f0ede4",
        Tone::C1 => "#0b5f62",
        Tone::C1Soft => "#e3f0ee",
        Tone::C2 => "#c27a26",
        Tone::C3 => "#5b6fb5",
        Tone::C4 => "#6f9031",
        Tone::C5 => "#a2587f",
        Tone::C6 => "#4c8fb0",
    }
}

fn place(out: &mut String, [x, y]: [&str; 2], at: Point) {
    length(out, x, at.x);
    length(out, y, at.y);
}

fn list(out: &mut String, points: &[Point]) {
    out.push_str(" points=\"");
    for (place, point) in points.iter().enumerate() {
        if place > 0 {
            out.push(' ');
        }
        number(out, point.x);
        out.push(',');
        number(out, point.y);
    }
    out.push('"');
}

fn length(out: &mut String, name: &str, length: Px) {
    open(out, name);
    number(out, length);
    out.push('"');
}

fn attribute(out: &mut String, name: &str, value: &str) {
    open(out, name);
    out.push_str(value);
    out.push('"');
}

fn open(out: &mut String, name: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
}

fn element(out: &mut String, open: &str, name: &str, words: &str) {
    out.push('<');
    out.push_str(open);
    out.push('>');
    escape(out, words);
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// A length as a decimal without trailing zeros.
fn number(out: &mut String, Px(hundredths): Px) {
    if hundredths < 0 {
        out.push('-');
    }
    let size = hundredths.unsigned_abs();
    out.push_str(&(size / 100).to_string());
    for (sign, digit) in [(Some('.'), size / 10 % 10), (None, size % 10)] {
        if size % 100 > 0 && (sign.is_some() || digit > 0) {
            out.extend(sign);
            out.extend(char::from_digit(digit, 10));
        }
    }
}

/// Words as XML holds them; what it cannot hold is left out.
fn escape(out: &mut String, words: &str) {
    for sign in words.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(' '),
            _ => out.push(sign),
        }
    }
}
