//! What a class is called: its grade, its stage, and what tells it apart.

use crate::basis::place::Place;
use crate::intake::numeral::{digit, in_digits};
use crate::intake::plain::folded;
use crate::word::field::Stage;

/// The stage of a grade: 七年级, 初一, 小学三年级, 9, Grade 8; `None` for one that
/// is named after a year (2023级), or by its place in 中学, of which stage nobody
/// knows (中学一年级).
pub fn stage_of_grade(text: &str) -> Option<Stage> {
    let text = folded(text);
    stage_in(&text).or_else(|| number_of(&text).and_then(stage))
}

/// The stage that a cell of 学段 names: 初中, 小学, 初中(五四制); where it names none,
/// or several, the grade tells, which is one of 中学 where the cell says so.
pub fn stage_of_cell(text: &str, grade: &str) -> Option<Stage> {
    let told = stage_in(&folded(text));
    told.or_else(|| stage_of_grade(&if text.contains('中') { format!("中学{grade}") } else { grade.to_owned() }))
}

/// The stage of a class that is named after its grade: 九(1)班, 七1, 初二(3)班,
/// 901; `None` for 1班, 一班 and 2023级1班.
pub fn stage_of_class(text: &str) -> Option<Stage> {
    let text = folded(text);
    let (number, _) = grade_in(&text)?;
    stage_in(text.get(..text.chars().next()?.len_utf8())?).or_else(|| stage(number))
}

/// Whether a grade or 学段 is of a kindergarten: 学前班, 幼儿园, 大班; of a class's name
/// only words tell, as 小一班 may be primary.
pub fn is_preschool(stage: &str, grade: &str, name: &str) -> bool {
    const WORDS: [&str; 5] = ["幼", "学前", "托班", "kindergarten", "preschool"];
    let (stage, grade, name) = (folded(stage), folded(grade), folded(name));
    let named = |text: &String| WORDS.iter().any(|word| text.contains(word));
    ["大班", "中班", "小班"].contains(&grade.as_str()) || [stage, grade, name].iter().any(named)
}

/// Whether a grade is the sixth, which is primary or, of five and four years,
/// junior.
pub fn is_sixth(grade: &str, name: &str) -> bool {
    let (grade, name) = (folded(grade), folded(name));
    number_of(&grade).or_else(|| grade_in(&name).map(|(number, _)| number)) == Some(6)
}

/// Whether a cell of 学段 names another stage than the grade or the class's name; the
/// sixth grade can be of both.
pub fn contradicts(text: &str, grade: &str, name: &str) -> bool {
    let told = stage_of_grade(grade).or_else(|| stage_of_class(name));
    let differ = stage_in(&folded(text)).zip(told).is_some_and(|(one, other)| one != other);
    differ && !is_sixth(grade, name)
}

/// The one stage that a folded text names.
fn stage_in(text: &str) -> Option<Stage> {
    const WORDS: [(Stage, char, &str); 3] =
        [(Stage::Primary, '小', "primary"), (Stage::Junior, '初', "junior"), (Stage::Senior, '高', "senior")];
    let mut found = WORDS.iter().filter(|(_, sign, word)| text.contains(*sign) || text.contains(word));
    let (stage, ..) = found.next()?;
    found.next().is_none().then_some(*stage)
}

/// The year of school that a folded grade is, by its own words: 七年级 and 初一
/// are 7.
fn number_of(text: &str) -> Option<u32> {
    let text = without_year(text);
    let start = text.find(is_numeral)?;
    let (_, rest) = text.split_at(start);
    let number = number(rest.split_at(rest.find(|sign| !is_numeral(sign)).unwrap_or(rest.len())).0)?;
    let stage = stage_in(text);
    let unclear = stage.is_none() && text.contains('中') && number < 7;
    Some(of_stage(number, stage)).filter(|number| !unclear && (1..=12).contains(number))
}

/// A folded grade without the year of entry or leaving before it, where it says more than
/// that: 2024级(七年级).
fn without_year(text: &str) -> &str {
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    let year = text.len() - rest.len() == 4;
    rest.strip_prefix(['级', '届']).filter(|rest| year && !rest.is_empty()).unwrap_or(text)
}

/// The years of a stage, counted from the first of primary school; 初四, of five
/// and four years, stands behind 初三.
const fn of_stage(number: u32, stage: Option<Stage>) -> u32 {
    match (stage, number) {
        (Some(Stage::Junior), 1..=4) => number + 6,
        (Some(Stage::Senior), 1..=3) => number + 9,
        _ => number,
    }
}

/// The grade that a folded name of a class begins with, and the rest.
fn grade_in(name: &str) -> Option<(u32, &str)> {
    let stage = name.starts_with(['初', '高', '小']).then(|| stage_in(name.get(..'初'.len_utf8())?)).flatten();
    let own = name.trim_start_matches(['初', '高', '小']).trim_start_matches(['中', '学']);
    let mut signs = own.chars();
    let number = numeral(signs.next()?)?;
    let (rest, digits) = (signs.as_str(), own.chars().take_while(char::is_ascii_digit).count());
    let opens = rest.starts_with(['(', '.', '-']) || rest.starts_with("年级");
    let named = match digits {
        _ if stage.is_some() => true,
        0 => opens || rest.starts_with(|sign: char| sign.is_ascii_digit()),
        1 => opens,
        digits => digits == 3,
    };
    named.then(|| (of_stage(number, stage), rest.strip_prefix("年级").unwrap_or(rest)))
}

/// What tells a class apart within its school, year and stage: its grade and its
/// own name, each in one form. 七年级 1班, 七(1)班 and 701 are one class.
pub fn identity(grade: &str, name: &str, stage: Option<Stage>, place: &Place) -> (String, String) {
    let (grade, name) = (folded(grade), folded(name));
    let own = number_of(&grade);
    let told = grade_in(&name).filter(|(told, _)| own.map_or(grade.is_empty(), |own| own == *told));
    let number = own.or(told.map(|(number, _)| number));
    let rest = told.map(|(_, rest)| rest).or_else(|| after(&grade, &name)).unwrap_or(&name);
    let grade = number.map_or(grade.clone(), |number| of_stage(number, stage).to_string());
    // Within a name signs tell: 1-1 is not 11.
    let bare = rest.trim_matches(['(', ')', '[', ']', '班', '第', '-', '.']).to_owned();
    let name = match number_text(&bare) {
        _ if name.is_empty() => place.a1(),
        Some(number) => number,
        None if bare.is_empty() => name.clone(),
        None => bare,
    };
    (grade, name)
}

/// A class with its grade, where its name does not tell that.
pub fn label(grade: &str, name: &str, place: &Place) -> String {
    let (own, called) = (folded(grade), folded(name));
    let tells = || number_of(&own).is_some_and(|own| grade_in(&called).is_some_and(|(told, _)| told == own));
    match name {
        "" => format!("{grade} ({})", place.a1()),
        _ if after(&own, &called).is_some() || tells() => name.to_owned(),
        _ if grade.is_ascii() => format!("{grade} {name}"),
        _ => format!("{grade}{name}"),
    }
}

/// A folded name after its grade; `None` where it does not begin with it, or
/// where the grade would be the start of a longer number: 12 is no grade 1.
fn after<'n>(grade: &str, name: &'n str) -> Option<&'n str> {
    name.strip_prefix(grade).filter(|rest| !(grade.ends_with(is_numeral) && rest.starts_with(is_numeral)))
}

/// A whole number's plain digits, without zeros before it.
fn number_text(text: &str) -> Option<String> {
    let ascii = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let digits = if ascii { text.to_owned() } else { in_digits(text)? };
    Some(digits.trim_start_matches('0').to_owned())
}

fn number(text: &str) -> Option<u32> {
    number_text(text)?.parse().ok()
}

fn is_numeral(sign: char) -> bool {
    sign == '十' || numeral(sign).is_some()
}

fn numeral(sign: char) -> Option<u32> {
    sign.to_digit(10).or_else(|| digit(sign))
}

const fn stage(grade: u32) -> Option<Stage> {
    match grade {
        1..=6 => Some(Stage::Primary),
        7..=9 => Some(Stage::Junior),
        10..=12 => Some(Stage::Senior),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_follow_from_grades_and_from_classes_named_after_them() {
        use Stage::{Junior, Primary, Senior};
        for (text, stage) in [
            ("一年级", Primary),
            ("六年级", Primary),
            ("小学三年级", Primary),
            ("Grade 6", Primary),
            ("７", Junior),
            ("九年级", Junior),
            ("初三", Junior),
            ("高一", Senior),
            ("十年级", Senior),
            ("11", Senior),
            ("2024级(七年级)", Junior),
            ("2019级 六年级", Primary),
            ("2026届初三", Junior),
        ] {
            assert_eq!(stage_of_grade(text), Some(stage), "{text}");
        }
        for text in ["", "2023级", "大班", "全部", "13", "中学一年级", "中学六年级"] {
            assert_eq!(stage_of_grade(text), None, "{text}");
        }
        for (text, stage) in [
            ("九(1)班", Junior),
            ("七1", Junior),
            ("七年级（2）班", Junior),
            ("初二(3)班", Junior),
            ("901", Junior),
            ("302班", Primary),
            ("1(2)班", Primary),
            ("高一1班", Senior),
            ("初中一年级1班", Junior),
        ] {
            assert_eq!(stage_of_class(text), Some(stage), "{text}");
        }
        for text in ["", "1班", "一班", "12班", "2023级1班", "实验班", "小班"] {
            assert_eq!(stage_of_class(text), None, "{text}");
        }
    }

    #[test]
    fn kindergartens_are_told_by_their_words() {
        for (stage, grade, name) in [
            ("", "学前班", "1班"),
            ("幼儿园", "", "1班"),
            ("", "大班", "1"),
            ("", "", "学前一班"),
            ("Kindergarten", "K2", "A"),
        ] {
            assert!(is_preschool(stage, grade, name), "{stage} {grade} {name}");
        }
        for (stage, grade, name) in
            [("小学", "一年级", "小班"), ("", "", "小一班"), ("初中", "初一", "大班额1班"), ("", "", "")]
        {
            assert!(!is_preschool(stage, grade, name), "{stage} {grade} {name}");
        }
    }

    #[test]
    fn one_class_has_one_identity_and_two_have_two() {
        let place = Place::file("a");
        let of = |grade, name, stage| identity(grade, name, stage, &place);
        let junior = Some(Stage::Junior);
        for (grade, name) in [
            ("七年级", "1班"),
            ("七年级", "七(1)班"),
            ("七", "七1班"),
            ("7", "1"),
            ("７年级", "（1）班"),
            ("初一", "〔01〕班"),
            ("2024级(七年级)", "1班"),
            ("初中一年级", "一班"),
            ("一年级", "1班"),
            ("", "七(1)班"),
            ("", "701"),
            ("7", "701"),
            ("七年级", "七年级1班"),
        ] {
            assert_eq!(of(grade, name, junior), ("7".into(), "1".into()), "{grade} {name}");
        }
        for (one, other) in [
            (("1", "12"), ("2", "12")),
            (("1", "11"), ("1", "1")),
            (("1", "12班"), ("2", "12班")),
            (("2023级", "1班"), ("2024级", "1班")),
            (("七年级", "实验班"), ("七年级", "1班")),
            (("初四", "1班"), ("初三", "1班")),
            (("七年级", "1-1班"), ("七年级", "1班")),
            (("", "十一班"), ("", "1班")),
        ] {
            assert_ne!(of(one.0, one.1, None), of(other.0, other.1, None), "{one:?} {other:?}");
        }
    }

    #[test]
    fn a_label_keeps_the_grade_that_its_name_does_not_tell() {
        let place = Place::file("a");
        for (grade, name, label) in [
            ("1", "12", "1 12"),
            ("1", "11", "1 11"),
            ("2", "12班", "2 12班"),
            ("一", "一一班", "一一一班"),
            ("七", "七1班", "七1班"),
            ("七年级", "七(1)班", "七(1)班"),
            ("七年级", "七年级1班", "七年级1班"),
            ("七年级", "1班", "七年级1班"),
            ("", "1班", "1班"),
        ] {
            assert_eq!(super::label(grade, name, &place), label);
        }
    }
}
