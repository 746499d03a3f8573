//! Compliance targets: what a standard, a bureau's paper or the person asks
//! for beyond the indicators of resources, and what was typed about it.
//!
//! Limits and values are kept as the decimals that were typed: they are
//! compared exactly.

use serde::{Deserialize, Serialize};

use crate::basis::text::Lang;
use crate::word::field::Stage;
use crate::word::scheme::balance::Standard;

mod label;
mod measure;
mod points;
mod scope;

pub use measure::{Column, Measure, Quantity};
pub use points::{Band, Mark, Scoring};
pub use scope::{Condition, Scope};

/// The targets of a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetScheme {
    /// The sets that count; that of a standard counts where it is the chosen one.
    pub sets: Vec<Set>,
    /// The relaxations that are allowed, by their ids.
    pub relaxed: Vec<String>,
    /// Limits that depart from their set.
    pub limits: Vec<Departure>,
    /// Targets that there is nothing to assess for here, by their ids.
    pub idle: Vec<String>,
    /// The person's own.
    pub own: Vec<Target>,
    /// What was typed.
    pub given: Vec<Given>,
    /// The points of the items of 2012.
    #[serde(default)]
    pub marks: Vec<Mark>,
}

impl Default for TargetScheme {
    fn default() -> Self {
        Self {
            sets: vec![Set::Quality2017, Set::Basic2012],
            relaxed: Vec::new(),
            limits: Vec::new(),
            idle: Vec::new(),
            own: Vec::new(),
            given: Vec::new(),
            marks: Vec::new(),
        }
    }
}

/// A set of targets that comes with the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Set {
    /// 教督〔2017〕6号: government, quality, recognition, vetoes.
    Quality2017,
    /// 教督〔2012〕3号: the work of government, and the public's satisfaction.
    Basic2012,
    /// What bureaus' own papers ask for: a template.
    Papers,
}

impl Set {
    /// Every set.
    pub const ALL: &[Self] = &[Self::Quality2017, Self::Basic2012, Self::Papers];

    /// The standard that it is a part of; `None`: of none.
    pub const fn standard(self) -> Option<Standard> {
        match self {
            Self::Quality2017 => Some(Standard::Quality2017),
            Self::Basic2012 => Some(Standard::Basic2012),
            Self::Papers => None,
        }
    }

    /// Whether it can count under a standard: what belongs to another is never
    /// joined with its verdicts.
    pub fn is_of(self, standard: Standard) -> bool {
        self.standard().is_none_or(|own| own == standard)
    }
}

/// A limit that departs from its set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Departure {
    /// The target's id.
    pub target: String,
    /// Of which part.
    pub part: Part,
    /// The limit, as [`Limit::value`].
    pub value: String,
}

/// Something typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Given {
    /// The target's id.
    pub target: String,
    /// About which part.
    pub part: Part,
    /// The school's name; empty for the county.
    pub school: String,
    /// The year's place in a trend, from 0, the earliest first; else 0.
    pub year: u8,
    /// A decimal, `312/330`, or for yes and no `1` and `0`.
    pub text: String,
}

/// A text in both languages; one that a person wrote has the first only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct Words {
    /// In Chinese, or as the person wrote it.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A target.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Target {
    /// What it is known by: `G11a` is the first of the two parts of G11.
    pub id: String,
    /// What it stands under.
    pub group: Group,
    /// Its name.
    pub name: Words,
    /// What has to reach it.
    pub scope: Scope,
    /// What is measured.
    pub measure: Measure,
    /// Behind its values: %, 元, 人.
    pub unit: Words,
    /// What counts a shortfall of a numerator: 名, 间.
    pub counted: Words,
    /// How values are held against limits.
    pub comparator: Comparator,
    /// The limits, by part; each part is judged by itself.
    pub limits: Vec<Limit>,
    /// How the values of schools or years become one verdict.
    pub aggregation: Aggregation,
    /// The points that it brings when met, as a decimal; empty: none.
    pub points: String,
    /// The points that it brings otherwise.
    pub scoring: Scoring,
    /// 一票否决: it asks whether something occurred, and in the standard of 2017
    /// failing it decides the whole.
    pub veto: bool,
    /// Where it stands.
    pub source: Words,
    /// A remark.
    pub note: Words,
    /// Its limit was seen in no official text: to be set by the person.
    pub unsure: bool,
    /// Since when it holds, such as `2017-04`; empty: not known.
    pub valid_from: String,
    /// What becomes of missing values.
    pub missing: Missing,
}

/// What a target stands under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Group {
    /// 政府保障程度.
    Government,
    /// 教育质量.
    Quality,
    /// 社会认可度.
    Recognition,
    /// 一票否决.
    Veto,
    /// 办学基本标准, in the standard of 2012.
    Basic,
    /// 政府推动工作, there: the total of the points of its four groups.
    Work,
    /// 入学机会.
    Access,
    /// 保障机制.
    Safeguard,
    /// 教师队伍.
    Staffing,
    /// 质量与管理.
    Conduct,
    /// 公众满意度, there: for reference.
    Satisfaction,
    /// Papers of bureaus, and the person's own.
    #[default]
    Local,
}

impl Group {
    /// Every group, in the page's order.
    pub const ALL: &[Self] = &[
        Self::Government,
        Self::Quality,
        Self::Recognition,
        Self::Veto,
        Self::Basic,
        Self::Work,
        Self::Access,
        Self::Safeguard,
        Self::Staffing,
        Self::Conduct,
        Self::Satisfaction,
        Self::Local,
    ];

    /// Those that the standard of 2017 consists of besides resources.
    pub const STANDARD: &[Self] = &[Self::Government, Self::Quality, Self::Recognition, Self::Veto];

    /// Those that decide in the standard of 2012 besides resources.
    pub const BASIC: &[Self] = &[Self::Basic, Self::Work];

    /// Whether its items bring points that the provinces say.
    pub const fn is_marked(self) -> bool {
        matches!(self, Self::Access | Self::Safeguard | Self::Staffing | Self::Conduct)
    }
}

/// Schools or pupils that a limit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Part {
    /// All.
    #[default]
    Whole,
    /// Primary.
    Primary,
    /// Junior.
    Junior,
    /// 一贯制: schools with both. Where a target has this part, the others are
    /// schools with one of them.
    Combined,
}

impl Part {
    /// Every part.
    pub const ALL: &[Self] = &[Self::Whole, Self::Primary, Self::Junior, Self::Combined];

    /// Its stage.
    pub const fn stage(self) -> Option<Stage> {
        match self {
            Self::Primary => Some(Stage::Primary),
            Self::Junior => Some(Stage::Junior),
            Self::Whole | Self::Combined => None,
        }
    }
}

/// A limit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limit {
    /// For which part.
    pub part: Part,
    /// A decimal; `15±2` for about, `45~55` for a band; empty: not set.
    pub value: String,
}

/// How a value is held against a limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Comparator {
    /// ≥: 不低于, 以上.
    AtLeast,
    /// >: 高于.
    Above,
    /// ≤: 不超过, 以内.
    AtMost,
    /// <: 低于.
    Below,
    /// =.
    Equal,
    /// 左右: within a tolerance, which itself is within.
    About,
    /// Between two limits, which themselves are within.
    Band,
    /// It is so.
    #[default]
    True,
}

impl Comparator {
    /// Every comparator.
    pub const ALL: &[Self] =
        &[Self::AtLeast, Self::Above, Self::AtMost, Self::Below, Self::Equal, Self::About, Self::Band, Self::True];
}

/// How the values of schools or years become one verdict.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregation {
    /// One value, of the county.
    #[default]
    Value,
    /// Every school must reach it.
    All,
    /// So many percent of the schools, a decimal.
    Share {
        /// At least.
        least: String,
    },
    /// So many of them, and every other at least so near.
    KOfN {
        /// How many.
        k: u32,
        /// The others' limit as a part of the limit: `0.85`, or `55/45`; `0`:
        /// they have none.
        floor: String,
    },
    /// From year to year.
    Trend {
        /// How many years.
        years: u8,
        /// Falling is wanted.
        falling: bool,
        /// Standing still is not enough.
        strict: bool,
    },
}

/// What becomes of missing values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Missing {
    /// 待评估.
    #[default]
    Pending,
    /// They count as not met.
    NotMet,
    /// They are passed over.
    NotApplicable,
}

impl Words {
    /// In a language, as far as it is known.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::En if !self.en.is_empty() => &self.en,
            Lang::En | Lang::Zh => &self.zh,
        }
    }

    /// As a person wrote it.
    pub fn typed(text: impl Into<String>) -> Self {
        Self { zh: text.into(), en: String::new() }
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.zh.is_empty() && self.en.is_empty()
    }
}

impl Target {
    /// The item that it is a part of: G11 of `G11a`.
    pub fn item(&self) -> &str {
        self.id.trim_end_matches(|sign: char| sign.is_ascii_lowercase())
    }

    /// Whether schools or classes have to reach it one by one.
    pub const fn is_each(&self) -> bool {
        !matches!(self.scope, Scope::County)
    }

    /// Whether it is judged apart for schools with both stages.
    pub fn by_kind(&self) -> bool {
        self.limits.iter().any(|limit| limit.part == Part::Combined)
    }
}

impl TargetScheme {
    /// The points of an item.
    pub fn mark(&self, item: &str) -> Option<&Mark> {
        self.marks.iter().find(|mark| mark.item == item)
    }

    /// What was typed about a part of a target.
    pub fn given(&self, target: &str, part: Part, school: &str, year: u8) -> Option<&str> {
        let is = |given: &&Given| {
            given.part == part && given.year == year && given.target == target && given.school == school
        };
        self.given.iter().find(is).map(|given| given.text.as_str())
    }
}
