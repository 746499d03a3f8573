//! A picture as marks: a plain value that passes from the worker to the page.

use serde::{Deserialize, Serialize};

/// A picture.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scene {
    /// Its width.
    pub width: Px,
    /// Its height.
    pub height: Px,
    /// What it shows. It is written above a picture that leaves the page; in
    /// the page it stands beside it.
    pub title: String,
    /// What is to be seen, in a sentence or two, for those who do not see it.
    pub description: String,
    /// The marks, later ones above earlier ones.
    pub marks: Vec<Mark>,
}

/// A length in hundredths of a CSS pixel. Whole numbers, so that native and
/// wasm draw the same to the byte, and nothing that is no number can be drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Px(pub i32);

impl Px {
    /// The nearest length to so many pixels.
    pub fn of(pixels: f64) -> Self {
        // `as` holds what is out of range at the ends.
        Self((pixels * 100.0).round() as i32)
    }

    /// As pixels.
    pub fn pixels(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

/// A place in a scene, from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: Px,
    /// Downwards.
    pub y: Px,
}

/// One mark.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its form and place.
    pub shape: Shape,
    /// How it is meant.
    pub tone: Tone,
    /// What a pointer that rests on it is told; empty: nothing.
    pub hint: String,
}

/// A mark's form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A filled rectangle.
    Rect {
        /// Its upper left corner.
        at: Point,
        /// Its width.
        width: Px,
        /// Its height.
        height: Px,
    },
    /// A straight line.
    Line {
        /// Its one end.
        from: Point,
        /// Its other end.
        to: Point,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// An open line through points.
    Curve(Vec<Point>),
    /// A filled polygon.
    Area(Vec<Point>),
    /// A filled circle.
    Circle {
        /// Its centre.
        at: Point,
        /// Its radius.
        radius: Px,
    },
    /// A line of text.
    Text {
        /// The end of its baseline that the anchor names.
        at: Point,
        /// The words.
        text: String,
        /// Which part of the text stands there.
        anchor: Anchor,
        /// What it is there for.
        role: Role,
    },
}

/// How a straight line is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stroke {
    /// A hairline.
    Hair,
    /// A line that something is measured against.
    Firm,
    /// The same, of the second rank.
    Dashed,
}

/// Which part of a text stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Anchor {
    /// Its begin.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// What a text is there for; its size follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// A name.
    Label,
    /// A figure.
    Figure,
    /// An axis, a note.
    Small,
    /// A cell of a dense table.
    Tiny,
    /// The title of a picture that leaves the page.
    Title,
}

impl Role {
    /// The size of its type in CSS pixels.
    pub const fn size(self) -> f64 {
        match self {
            Self::Label | Self::Figure => 13.0,
            Self::Small => 12.0,
            Self::Tiny => 10.0,
            Self::Title => 16.0,
        }
    }
}

/// How a mark is meant. The page gives each a colour in each theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tone {
    /// Words, and lines that something is measured against.
    Ink,
    /// Secondary words.
    Quiet,
    /// Hairlines.
    Grid,
    /// The ground of a bar.
    Track,
    /// The space between two marks that touch.
    Paper,
    /// Below, but within the tolerated distance.
    Near,
    /// The ground of such a cell.
    NearSoft,
    /// Not met, needs attention.
    Bad,
    /// The ground of such a cell.
    BadSoft,
    /// The ground of what is missing.
    Missing,
    /// The first series, and whatever is met.
    C1,
    /// The area that the first series bounds.
    C1Soft,
    /// The second series.
    C2,
    /// The third.
    C3,
    /// The fourth.
    C4,
    /// The fifth.
    C5,
    /// The sixth.
    C6,
}

impl Tone {
    /// Every tone.
    pub const ALL: &[Self] = &[
        Self::Ink,
        Self::Quiet,
        Self::Grid,
        Self::Track,
        Self::Paper,
        Self::Near,
        Self::NearSoft,
        Self::Bad,
        Self::BadSoft,
        Self::Missing,
        Self::C1,
        Self::C1Soft,
        Self::C2,
        Self::C3,
        Self::C4,
        Self::C5,
        Self::C6,
    ];

    /// The tones of series.
    const SERIES: [Self; 6] = [Self::C1, Self::C2, Self::C3, Self::C4, Self::C5, Self::C6];

    /// The tone of a series by its place from 0; they come again after six, so
    /// that a series is always named beside its marks.
    pub fn series(place: usize) -> Self {
        Self::SERIES.get(place % Self::SERIES.len()).copied().unwrap_or(Self::C1)
    }
}
