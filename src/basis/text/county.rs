//! What the nodes of the default scheme are called.

use super::{Lang, texts};

impl Lang {
    texts! {
        county_academic => "学业质量", "Academic quality";
        county_bottom_own => "后20%率(比本校前两年均值)", "Bottom 20% rate (own two-year mean)";
        county_bottom_all => "后20%率(全县比较)", "Bottom 20% rate (county-wide)";
        county_care => "巩固与体质", "Retention and fitness";
    }
}
