//! The typed catalogue. Each sentence is a method of [`Lang`]; leaving out a
//! language does not compile, and neither does a wrong number of values.

use serde::{Deserialize, Serialize};

mod balance;
mod bonus;
mod chart;
mod common;
mod county;
mod data;
mod evaluation;
mod field;
mod finding;
mod frame;
mod indices;
mod inequality;
mod intake;
mod mark;
mod plan;
mod problem;
mod project;
mod report;
mod standard;
mod target;
mod template;

/// A language of the interface and of everything that leaves it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Lang {
    /// 简体中文, the first language.
    #[default]
    Zh,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: &[Self] = &[Self::Zh, Self::En];

    /// The language's tag for `lang` attributes.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }
}

/// Declares catalogue entries inside `impl Lang`:
/// `name => "中文", "English";` gives `&'static str`,
/// `name(count: usize) => "{count} 行", "{count} rows";` gives `String`.
macro_rules! texts {
    () => {};
    ($(#[$doc:meta])* $name:ident => $zh:literal, $en:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[doc = concat!("「", $zh, "」")]
        pub const fn $name(self) -> &'static str {
            match self { Self::Zh => $zh, Self::En => $en }
        }
        texts! { $($rest)* }
    };
    ($(#[$doc:meta])* $name:ident($($arg:ident: $type:ty),+) => $zh:literal, $en:literal; $($rest:tt)*) => {
        $(#[$doc])*
        #[doc = concat!("「", $zh, "」")]
        pub fn $name(self, $($arg: $type),+) -> String {
            match self { Self::Zh => format!($zh), Self::En => format!($en) }
        }
        texts! { $($rest)* }
    };
}
use texts;
