//! Names that may be one school's: proposed with what speaks for it, never
//! joined unasked.

use serde::{Deserialize, Serialize};

use crate::basis::order;
use crate::intake::plain::bare;
use crate::intake::spelling::is_slip;
use crate::word::correction::Corrections;
use crate::word::dataset::School;

/// Two names that may be one school's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alike {
    /// The index of the one that may be another spelling.
    pub other: usize,
    /// The index of the one that would stand for both.
    pub name: usize,
    /// What speaks for it.
    pub evidence: Evidence,
}

/// What speaks for two names being one school's, the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Evidence {
    /// They have one code.
    Code,
    /// They differ in spaces, width or signs only.
    Spacing,
    /// They are the same after the name of a county or town that one of them
    /// begins with: 云岭县城关小学, 城关小学.
    Local,
    /// They are a long and a short form: 桃源镇初级中学, 桃源镇中.
    Form,
    /// They differ in one sign.
    Slip,
}

/// Long and short forms of the ends of names, longest first.
const ENDS: &[(&str, &str)] = &[
    ("镇初级中学", "镇中"),
    ("乡初级中学", "乡中"),
    ("镇中心小学", "镇小"),
    ("乡中心小学", "乡小"),
    ("九年一贯制学校", "学校"),
    ("初级中学", "中"),
    ("中心小学", "中心"),
    ("中心学校", "中心"),
    ("实验小学", "实小"),
    ("实验中学", "实中"),
    ("镇中学", "镇中"),
    ("乡中学", "乡中"),
    ("镇初中", "镇中"),
    ("乡初中", "乡中"),
    ("中心校", "中心"),
    ("镇小学", "镇小"),
    ("乡小学", "乡小"),
    ("初中", "中"),
    ("中学", "中"),
];

/// The most schools that are compared, and the most pairs that are proposed.
const COMPARED: usize = 5_000;
const PROPOSED: usize = 200;

/// The pairs of schools that may be one, each school once. `apart` says of two,
/// by index, that one table has both; the person's decisions are not asked
/// about again.
pub(super) fn find(schools: &[School], corrections: &Corrections, apart: &dyn Fn(usize, usize) -> bool) -> Vec<Alike> {
    let schools = schools.get(..COMPARED).unwrap_or(schools);
    let mut found: Vec<(Evidence, usize, usize)> = Vec::new();
    for evidence in [Evidence::Code, Evidence::Spacing, Evidence::Local, Evidence::Form, Evidence::Slip] {
        for (one, other) in neighbours(schools, evidence) {
            found.push((evidence, one.min(other), one.max(other)));
        }
    }
    order::sort_by(&mut found, |one, other| one.cmp(other));
    let mut used = vec![false; schools.len()];
    let mut alike = Vec::new();
    for (evidence, one, other) in found {
        let (Some(first), Some(second)) = (schools.get(one), schools.get(other)) else { continue };
        let decided =
            corrections.united(&first.name, &second.name).or_else(|| corrections.united(&second.name, &first.name));
        let free = [one, other].iter().all(|index| used.get(*index) == Some(&false));
        let unlike = evidence > Evidence::Spacing && apart(one, other) || differ(first, second, evidence);
        if decided.is_some() || !free || unlike || alike.len() >= PROPOSED {
            continue;
        }
        for index in [one, other] {
            used.iter_mut().skip(index).take(1).for_each(|used| *used = true);
        }
        // The fuller name stands for both; of equal ones the first.
        let fuller = second.name.chars().count() > first.name.chars().count();
        let (name, other) = if fuller { (other, one) } else { (one, other) };
        alike.push(Alike { other, name, evidence });
    }
    alike
}

/// Schools' names in all their forms, to find the school that a name from
/// elsewhere may mean.
pub(super) struct Forms(Vec<Called>);

/// What a school may be called.
struct Called {
    index: usize,
    whole: String,
    /// The name after a county's or a town's.
    rests: Vec<String>,
    forms: Vec<String>,
}

impl Called {
    fn of(name: &str, index: usize) -> Self {
        let whole = spelt(name);
        let rests = after(&whole, PLACES).into_iter().map(str::to_owned).collect();
        Self { index, whole, rests, forms: forms(name) }
    }

    /// Whether two names may be one school's.
    fn may_be(&self, other: &Self) -> bool {
        let local = self.rests.contains(&other.whole) || other.rests.contains(&self.whole);
        local || self.forms.iter().any(|form| other.forms.contains(form)) && !abroad(&self.whole, &other.whole)
    }
}

impl Forms {
    /// Those of some schools, with their indices.
    pub fn of<'s>(schools: impl Iterator<Item = (usize, &'s School)>) -> Self {
        Self(schools.take(COMPARED).map(|(index, school)| Called::of(&school.name, index)).collect())
    }

    /// The index of the one school that a name may mean: in another form, else
    /// with a slip.
    pub fn find(&self, name: &str) -> Option<usize> {
        let own = Called::of(name, usize::MAX);
        let only = |may_be: &dyn Fn(&Called) -> bool| {
            let mut found = self.0.iter().filter(|school| may_be(school)).map(|school| school.index);
            let first = found.next();
            first.map(|first| found.next().is_none().then_some(first))
        };
        only(&|school| school.may_be(&own)).or_else(|| only(&|school| is_slip(&school.whole, &own.whole))).flatten()
    }
}

/// Whether two schools are of different kinds, or have different codes.
fn differ(one: &School, other: &School, evidence: Evidence) -> bool {
    let kinds = one.kind.zip(other.kind).is_some_and(|(one, other)| one != other);
    let codes = one.code.as_ref().zip(other.code.as_ref()).is_some_and(|(one, other)| one != other);
    evidence != Evidence::Code && (kinds || codes)
}

/// The pairs that have a key in common.
fn neighbours(schools: &[School], evidence: Evidence) -> Vec<(usize, usize)> {
    if evidence == Evidence::Local {
        return local(schools);
    }
    let mut keys: Vec<(String, usize)> = Vec::new();
    for (index, school) in schools.iter().enumerate() {
        match evidence {
            Evidence::Code => keys.extend(school.code.as_ref().map(|code| (code.to_string(), index))),
            Evidence::Spacing | Evidence::Local => keys.push((spelt(&school.name), index)),
            Evidence::Form => keys.extend(forms(&school.name).into_iter().map(|form| (form, index))),
            Evidence::Slip => keys.extend(shortened(&spelt(&school.name)).into_iter().map(|short| (short, index))),
        }
    }
    order::sort_by(&mut keys, |one, other| one.cmp(other));
    let mut pairs = Vec::new();
    for (at, (key, one)) in keys.iter().enumerate() {
        for (_, other) in keys.iter().skip(at + 1).take_while(|(next, _)| next == key).take(PROPOSED) {
            let (Some(first), Some(second)) = (schools.get(*one), schools.get(*other)) else { continue };
            let close = match evidence {
                Evidence::Slip => is_slip(&spelt(&first.name), &spelt(&second.name)),
                Evidence::Form => !abroad(&first.name, &second.name),
                Evidence::Code | Evidence::Spacing | Evidence::Local => true,
            };
            if one != other && close {
                pairs.push((*one, *other));
            }
        }
    }
    pairs
}

/// Whether two names share a form for another reason than that they are two
/// forms of one: each begins with a county of its own (云岭县一中, 青山县一中), or
/// one with a county and is the other one after it, which [`local`] decides on.
fn abroad(one: &str, other: &str) -> bool {
    let (one, other) = (spelt(one), spelt(other));
    // A city has districts, and 开发区 is short for one: those may be one place.
    let differ = |one: &str, other: &str| {
        one.chars().next_back() == other.chars().next_back() && !one.ends_with(other) && !other.ends_with(one)
    };
    let counties = county(&one).zip(county(&other)).is_some_and(|(one, other)| differ(one, other));
    counties || after(&one, PLACES).contains(&&*other) || after(&other, PLACES).contains(&&*one)
}

/// The pairs of which one name is the other one after a county's or a town's.
/// A name that several others end in is none of theirs.
fn local(schools: &[School]) -> Vec<(usize, usize)> {
    let whole: Vec<String> = schools.iter().map(|school| spelt(&school.name)).collect();
    let mut known: Vec<(&str, usize)> = whole.iter().enumerate().map(|(at, name)| (&**name, at)).collect();
    order::sort_by(&mut known, |one, other| one.cmp(other));
    let mut pairs = Vec::new();
    for (index, name) in whole.iter().enumerate() {
        for rest in after(name, PLACES) {
            let at = known.partition_point(|(name, _)| *name < rest);
            let same = known.iter().skip(at).take_while(|(name, _)| *name == rest).take(PROPOSED);
            pairs.extend(same.map(|(_, other)| (*other, index)));
        }
    }
    let mut counts = vec![0_usize; schools.len()];
    for (short, _) in &pairs {
        counts.iter_mut().skip(*short).take(1).for_each(|count| *count += 1);
    }
    pairs.iter().copied().filter(|(short, _)| counts.get(*short) == Some(&1)).collect()
}

/// What the names of counties, and of places in general, end in.
const COUNTIES: &[char] = &['县', '区', '市'];
const PLACES: &[char] = &['省', '市', '州', '盟', '县', '区', '旗', '镇', '乡', '道'];

/// The county that a name begins with.
fn county(name: &str) -> Option<&str> {
    after(name, COUNTIES).first().and_then(|rest| name.strip_suffix(*rest))
}

/// What stands in a name after each of some signs that does not begin it.
fn after<'n>(name: &'n str, signs: &[char]) -> Vec<&'n str> {
    let ends = name.char_indices().filter(|(at, sign)| *at > 0 && signs.contains(sign));
    let rest = ends.filter_map(|(at, sign)| name.get(at + sign.len_utf8()..));
    rest.filter(|rest| rest.chars().count() >= 2).collect()
}

/// A name without spaces and signs.
fn spelt(name: &str) -> String {
    bare(name).replace(['(', ')'], "")
}

/// The short forms of a name, with and without the county or town before it.
fn forms(name: &str) -> Vec<String> {
    let name = spelt(name).replace('第', "");
    let short = ENDS.iter().find_map(|(long, short)| name.strip_suffix(long).map(|stem| format!("{stem}{short}")));
    let short = short.unwrap_or(name);
    let local = after(&short, COUNTIES).first().map(|rest| (*rest).to_owned());
    [local, Some(short.trim_start_matches(COUNTIES).to_owned())]
        .into_iter()
        .flatten()
        .filter(|form| form.chars().count() >= 2)
        .collect()
}

/// How long names are that are compared sign by sign.
const LONG: std::ops::RangeInclusive<usize> = 5..=40;

/// A long name, and the same without each of its signs.
fn shortened(name: &str) -> Vec<String> {
    let signs: Vec<char> = name.chars().collect();
    if !LONG.contains(&signs.len()) {
        return Vec::new();
    }
    let without =
        |left_out: usize| signs.iter().enumerate().filter(|(at, _)| *at != left_out).map(|(_, sign)| *sign).collect();
    (0..=signs.len()).map(without).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::basis::place::Place;

    fn school(name: &str, code: Option<&str>) -> School {
        let place = Place::file("a");
        School {
            name: name.into(),
            code: code.map(Arc::from),
            kind: None,
            location: None,
            sponsor: None,
            district: None,
            place,
        }
    }

    fn evidence(one: &str, other: &str) -> Option<Evidence> {
        let schools = [school(one, None), school(other, None)];
        find(&schools, &Corrections::default(), &|_, _| false).first().map(|alike| alike.evidence)
    }

    #[test]
    fn forms_of_one_name_are_found_and_other_schools_are_not() {
        for (one, other, found) in [
            ("桃源镇中", "桃源镇初级中学", Evidence::Form),
            ("桃源镇中学", "桃源镇初中", Evidence::Form),
            ("云岭县实验小学", "实验小学", Evidence::Local),
            ("云岭县城关小学", "城关小学", Evidence::Local),
            ("桃源县桃源镇中学", "桃源镇中学", Evidence::Local),
            ("西湖区文一小学", "杭州市西湖区文一小学", Evidence::Local),
            ("桃源镇城关小学", "城关小学", Evidence::Local),
            ("桃源县桃源镇中学", "桃源镇初级中学", Evidence::Form),
            ("杭州市文一小学", "西湖区文一小学", Evidence::Form),
            ("经济开发区实验小学", "开发区实小", Evidence::Form),
            ("县实验小学", "实验小学", Evidence::Form),
            ("一中", "第一中学", Evidence::Form),
            ("城关中心校", "城关中心小学", Evidence::Form),
            ("城关 小学", "城关小学", Evidence::Spacing),
            ("临江镇（初级）中学", "临江镇初级中学", Evidence::Spacing),
            ("临江镇初级中学", "临江镇初极中学", Evidence::Slip),
        ] {
            assert_eq!(evidence(one, other), Some(found), "{one} {other}");
        }
        for (one, other) in [
            ("第一中学", "第二中学"),
            ("城东小学", "城西小学"),
            ("青山小学", "青山中学"),
            ("石桥中学", "石桥镇中"),
            ("城关第一小学", "城关第三小学"),
            ("云岭县城关小学", "青山县城关小学"),
            ("云岭县实验小学", "青山县实小"),
            ("桃源镇中心小学", "临江镇中心小学"),
            ("桃源镇小学", "桃源小学"),
        ] {
            assert_eq!(evidence(one, other), None, "{one} {other}");
        }
    }

    #[test]
    fn a_name_that_two_counties_have_is_none_of_theirs_and_one_table_tells_two_apart() {
        let schools = ["云岭县城关小学", "城关小学", "青山县城关小学"].map(|name| school(name, None));
        assert_eq!(find(&schools, &Corrections::default(), &|_, _| false), []);
        let two = schools.get(..2).unwrap();
        let found = find(two, &Corrections::default(), &|_, _| false);
        assert_eq!(found, [Alike { other: 1, name: 0, evidence: Evidence::Local }]);
        assert_eq!(find(two, &Corrections::default(), &|_, _| true), []);
    }

    #[test]
    fn a_name_from_elsewhere_means_the_one_school_that_it_may_be() {
        let find = |listed: &[&str], name: &str| {
            let listed: Vec<School> = listed.iter().map(|listed| school(listed, None)).collect();
            Forms::of(listed.iter().enumerate()).find(name)
        };
        assert_eq!(find(&["北门小学", "桃源镇城关小学"], "城关小学"), Some(1));
        assert_eq!(find(&["城关小学"], "云岭县城关小学"), Some(0));
        assert_eq!(find(&["桃源镇初级中学"], "桃源镇中"), Some(0));
        assert_eq!(find(&["城关小学", "青山学校"], "青山学效"), Some(1));
        assert_eq!(find(&["青山学校", "青川学校"], "青水学校"), None);
        assert_eq!(find(&["青山小学"], "青山中学"), None);
        assert_eq!(find(&["云岭县城关小学", "青山县城关小学"], "城关小学"), None);
        assert_eq!(find(&["青山县第一中学"], "云岭县一中"), None);
        assert_eq!(find(&["桃源镇中心小学"], "临江镇中心小学"), None);
    }

    #[test]
    fn one_code_tells_and_a_decision_ends_the_question() {
        let schools = [school("东风小学", Some("3301")), school("红旗小学", Some("3301"))];
        let mut corrections = Corrections::default();
        let found = find(&schools, &corrections, &|_, _| true);
        assert_eq!(found, [Alike { other: 1, name: 0, evidence: Evidence::Code }]);
        corrections.unite(crate::word::correction::SameSchool {
            other: "红旗小学".into(),
            name: "东风小学".into(),
            same: false,
        });
        assert!(find(&schools, &corrections, &|_, _| true).is_empty());
    }
}
