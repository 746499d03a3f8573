//! The parts that pages are made of. Widths and positions are drawn as SVG
//! attributes: the page's policy allows no inline styles.

pub mod chart;
pub mod choice;
pub mod click;
pub mod entry;
pub mod figure;
pub mod length;
pub mod number;
pub mod pager;
pub mod section;
pub mod segment;
pub mod select;
pub mod sentence;
pub mod slider;
pub mod sorter;
pub mod text;
pub mod why;
