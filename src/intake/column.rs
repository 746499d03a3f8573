//! What a header means.

use super::dictionary::{DICTIONARY, Meaning};
use super::plain::{bare, folded};
use crate::word::field::{Field, Quantity, Stage};
use crate::word::reading::Certainty;
use crate::word::unit::Unit;

/// The meaning of one header.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Match {
    /// The field, if the dictionary has one. Where `by_kind` is set, it stands
    /// for the stages that a school's kind has.
    pub field: Option<Field>,
    /// How sure it is.
    pub certainty: Certainty,
    /// The units that the header names, known or not.
    units: Vec<String>,
    /// The header counts by stage but does not say which.
    pub by_kind: bool,
    /// A part below the name is a unit and nothing else.
    pub unit_row: bool,
}

/// Looks a header up; `parts` are the rows of a merged header from the top.
pub(super) fn look_up(parts: &[String]) -> Match {
    let mut header = Header::default();
    for part in parts {
        header.add(part);
    }
    header.meaning()
}

/// The field of a header as a reading gives it, its rows joined.
pub(super) fn meaning(header: &str) -> Option<Field> {
    read(header).field
}

/// What a header says of the unit of a quantity.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Named {
    /// Nothing.
    Nothing,
    /// A unit of the quantity.
    Known(Unit),
    /// Something that is no unit of the quantity.
    Strange(String),
}

impl Match {
    /// The unit that the header names for a quantity.
    pub fn unit(&self, quantity: Quantity) -> Named {
        let known = self.units.iter().rev().find_map(|unit| DICTIONARY.scale(quantity, unit));
        match (known, self.units.last()) {
            (Some(unit), _) => Named::Known(unit),
            (None, Some(unit)) => Named::Strange(unit.clone()),
            (None, None) => Named::Nothing,
        }
    }
}

/// What a header as a reading gives it, its rows joined, says.
pub(super) fn read(header: &str) -> Match {
    look_up(&header.split(" › ").map(str::to_owned).collect::<Vec<String>>())
}

/// A header taken apart.
#[derive(Default)]
struct Header {
    words: Vec<String>,
    stage: Option<Stage>,
    units: Vec<String>,
    unit_row: bool,
}

impl Header {
    fn add(&mut self, part: &str) {
        let (outside, inside) = brackets(&folded(part));
        for note in &inside {
            let below = outside.trim().is_empty() && !self.words.is_empty();
            for text in parts(note) {
                let taken = self.take_unit(&text);
                self.unit_row |= taken && below;
                if !taken && let Some(strange) = strange(&text) {
                    self.units.push(strange.to_owned());
                }
            }
            self.stage = self.stage.or_else(|| stage_named(&bare(note)));
        }
        // "体育、艺术(美术、音乐)专任教师数": what stands in brackets may be
        // part of the alias.
        let (word, whole) = (bare(&outside), bare(&folded(part).replace(['(', ')'], "")));
        if let Some(alias) = [whole, word.clone()].into_iter().find(|text| DICTIONARY.aliases.contains_key(text)) {
            self.words.push(alias);
        } else if let Some(stage) = stage_named(&word) {
            self.stage = Some(stage);
        } else if !word.is_empty() && self.take_unit(&word) {
            self.unit_row |= !self.words.is_empty();
        } else if !word.is_empty() {
            self.words.push(word);
        }
    }

    /// Notes a unit; `false` when the text is none.
    fn take_unit(&mut self, text: &str) -> bool {
        let unit = unit_in(text).unwrap_or(text);
        let known = DICTIONARY.is_unit(unit);
        if known {
            self.units.push(unit.to_owned());
        }
        known
    }

    fn meaning(mut self) -> Match {
        if self.words.len() > 1 {
            self.words.retain(|word| !DICTIONARY.qualifiers.contains(word));
        }
        // 成绩 › 语文 is 语文, and so is 语文 › 原始分.
        if self.words.len() > 1 && self.words.iter().any(|word| is_subject(word)) {
            self.words.retain(|word| !DICTIONARY.mark_words.contains(word));
        }
        let whole = self.words.concat();
        let last = self.words.last().cloned().unwrap_or_default();
        let found = self
            .group(&last)
            .or_else(|| self.exact(&whole))
            .map(|meaning| (meaning, Certainty::Sure))
            .or_else(|| self.exact(&last).map(|meaning| (meaning, Certainty::Likely)))
            .or_else(|| self.part_of(&last).map(|meaning| (meaning, Certainty::Likely)))
            // Below teachers, 语文 counts those who teach it.
            .filter(|(meaning, _)| !(matches!(meaning, Meaning::Plain(Field::Mark(_))) && self.counts_teachers()));
        let (field, certainty, by_kind) = match found {
            None => (None, Certainty::Unknown, false),
            Some((Meaning::Plain(field), certainty)) => (Some(field), certainty, false),
            Some((Meaning::Staged(fields), certainty)) => {
                let wanted = self.stage.unwrap_or(Stage::Primary);
                let field = fields.into_iter().find(|(stage, _)| *stage == wanted).map(|(_, field)| field);
                (field, certainty, self.stage.is_none())
            }
        };
        Match { field, certainty, units: self.units, by_kind, unit_row: self.unit_row }
    }

    /// Whether a part above the last counts teachers.
    fn counts_teachers(&self) -> bool {
        let above = self.words.split_last().map_or(&[] as &[String], |(_, above)| above);
        above.iter().any(|word| DICTIONARY.group_heads.iter().any(|head| word.contains(head.as_str())))
    }

    /// The group of teachers that the text names below such a part.
    fn group(&self, text: &str) -> Option<Meaning> {
        DICTIONARY.groups.get(text).filter(|_| self.counts_teachers()).cloned()
    }

    /// The text as an alias, if need be without qualifiers before it, a stage
    /// at either end, or a unit after it.
    fn exact(&mut self, text: &str) -> Option<Meaning> {
        if let Some(meaning) = DICTIONARY.aliases.get(text) {
            return Some(meaning.clone());
        }
        for qualifier in &DICTIONARY.qualifiers {
            if let Some(meaning) = text.strip_prefix(qualifier.as_str()).and_then(|rest| DICTIONARY.aliases.get(rest)) {
                return Some(meaning.clone());
            }
        }
        for (name, stage) in &DICTIONARY.stages {
            let rest = text.strip_prefix(name.as_str()).or_else(|| text.strip_suffix(name.as_str()));
            if let Some(meaning @ Meaning::Staged(_)) = rest.and_then(|rest| DICTIONARY.aliases.get(rest)) {
                self.stage = Some(*stage);
                return Some(meaning.clone());
            }
        }
        for (name, (quantity, _)) in &DICTIONARY.scales {
            let meaning = text.strip_suffix(name.as_str()).and_then(|rest| DICTIONARY.aliases.get(rest));
            if let Some(meaning) = meaning.filter(|meaning| meaning.quantity() == Some(*quantity)) {
                self.units.push(name.clone());
                return Some(meaning.clone());
            }
        }
        let rest = DICTIONARY.units.iter().find_map(|unit| text.strip_suffix(unit.as_str()));
        rest.and_then(|rest| DICTIONARY.aliases.get(rest)).cloned().or_else(|| of_subject(text))
    }

    /// The longest alias of three characters or more that makes up most of the
    /// text, unless another word in it changes the meaning.
    fn part_of(&mut self, text: &str) -> Option<Meaning> {
        if DICTIONARY.strangers.iter().any(|stranger| text.contains(stranger.as_str())) {
            return None;
        }
        let length = text.chars().count();
        let fits = |alias: &&String| {
            let own = alias.chars().count();
            own >= 3 && own * 5 >= length * 3 && text.contains(alias.as_str())
        };
        let alias = DICTIONARY.by_length.iter().find(fits)?;
        // 语文专任教师数 are not all teachers.
        if DICTIONARY.aliases.get(alias).is_some_and(Meaning::counts_all_teachers) {
            return None;
        }
        let around = text.replacen(alias.as_str(), "", 1);
        let staged = DICTIONARY.stages.iter().find(|(name, _)| around.contains(name.as_str()));
        self.stage = self.stage.or(staged.map(|(_, stage)| *stage));
        DICTIONARY.aliases.get(alias).cloned()
    }
}

fn is_subject(word: &str) -> bool {
    matches!(DICTIONARY.aliases.get(word), Some(Meaning::Plain(Field::Mark(_))))
}

/// A subject with what follows its name in headers: 语文成绩, 语文120分.
fn of_subject(text: &str) -> Option<Meaning> {
    let full = DICTIONARY.full_marks.iter().find_map(|word| text.find(word.as_str()));
    let end = full.or_else(|| text.find(|sign: char| sign.is_ascii_digit()));
    let worded = DICTIONARY.mark_words.iter().find_map(|word| text.strip_suffix(word.as_str()));
    let found = DICTIONARY.aliases.get(end.and_then(|end| text.get(..end)).or(worded)?)?;
    matches!(found, Meaning::Plain(Field::Mark(_))).then(|| found.clone())
}

/// What stands in brackets or after a colon, one by one, [`bare`].
pub(super) fn parts(note: &str) -> impl Iterator<Item = String> {
    note.split([',', '，', '、', ';', '；']).map(bare).filter(|part| !part.is_empty())
}

/// What follows the word for unit; `None` without it.
pub(super) fn unit_in(text: &str) -> Option<&str> {
    ["计量单位", "单位", "units", "unit"]
        .into_iter()
        .find_map(|word| text.strip_prefix(word))
        .filter(|unit| !unit.is_empty())
}

/// A text that looks like a unit which the dictionary does not know.
pub(super) fn strange(text: &str) -> Option<&str> {
    /// Units are short words.
    const LONGEST: usize = 5;
    let unit = unit_in(text);
    let text = unit.unwrap_or(text);
    let rest = text.trim_start_matches(|sign: char| DICTIONARY.unit_starts.iter().any(|start| start.contains(sign)));
    // 万美元 and 百台 are units; 百花小学, 十月 and 200米 are none.
    let many = rest != text && DICTIONARY.scales.iter().any(|(name, _)| name == rest);
    let ends = DICTIONARY.unit_ends.iter().any(|end| text.ends_with(end.as_str()));
    let looks = many || ends && !text.starts_with(|sign: char| sign.is_ascii_digit());
    (unit.is_some() || looks && text.chars().count() <= LONGEST).then_some(text)
}

/// The stage that a text names and nothing else.
fn stage_named(text: &str) -> Option<Stage> {
    DICTIONARY.stages.iter().find(|(name, _)| name == text).map(|(_, stage)| *stage)
}

/// Splits what stands in brackets from the rest.
pub(super) fn brackets(text: &str) -> (String, Vec<String>) {
    let (mut outside, mut inside, mut depth) = (String::new(), Vec::new(), 0_u32);
    for sign in text.chars() {
        match sign {
            '(' | '[' | '{' => {
                depth = depth.saturating_add(1);
                inside.push(String::new());
            }
            ')' | ']' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(sign),
            _ => {
                if let Some(note) = inside.last_mut() {
                    note.push(sign);
                }
            }
        }
    }
    (outside, inside)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word::field::TeacherGroup;

    fn of(header: &str) -> (Option<Field>, Certainty, i8, bool) {
        let found = read(header);
        let power = match found.unit(found.field.as_ref().map_or(Quantity::Label, Field::quantity)) {
            Named::Known(unit) => unit.into(),
            Named::Nothing | Named::Strange(_) => 0,
        };
        (found.field, found.certainty, power, found.by_kind)
    }

    #[test]
    fn units_are_those_of_the_quantity_and_others_are_strange() {
        use Quantity::{Area, Count, Money, Rate};
        let unit = |header, quantity| read(header).unit(quantity);
        assert_eq!(unit("运动场地面积(亩)", Area), Named::Known(Unit::Mu));
        assert_eq!(unit("运动场地面积万平方米", Area), Named::Known(Unit::Power(4)));
        assert_eq!(unit("运动场地面积 › (单位:公顷)", Area), Named::Known(Unit::Power(4)));
        assert_eq!(unit("在校生数(小学)(百人)", Count), Named::Known(Unit::Power(2)));
        for (header, quantity, strange) in [
            ("运动场地面积(平方英尺)", Area, "平方英尺"),
            ("教学仪器设备值(万美元)", Money, "万美元"),
            ("教职工人数(万元)", Count, "万元"),
            ("教学仪器设备值(台)", Money, "台"),
            ("群众满意度(‰)", Rate, "‰"),
            ("运动场地面积(单位:方)", Area, "方"),
        ] {
            assert_eq!(unit(header, quantity), Named::Strange(strange.into()), "{header}");
        }
        for header in [
            "在校生数(含附设班)",
            "在校生数(小学)",
            "在校生数(十月)",
            "运动场地面积(200米)",
            "运动场地面积",
            "体育、艺术(美术、音乐)专任教师数",
        ] {
            assert_eq!(unit(header, Count), Named::Nothing, "{header}");
        }
    }

    #[test]
    fn headers_are_understood_in_their_usual_forms() {
        use Certainty::{Likely, Sure};
        let primary = Some(Field::Pupils(Stage::Primary));
        assert_eq!(of("在校生数(人) › 小学"), (primary.clone(), Sure, 0, false));
        assert_eq!(of("小学 › 在校生数"), (primary.clone(), Sure, 0, false));
        assert_eq!(of("小学在校生数"), (primary.clone(), Sure, 0, false));
        assert_eq!(of("在校生数（小学）"), (primary.clone(), Sure, 0, false));
        assert_eq!(of("在校生数"), (primary, Sure, 0, true));
        assert_eq!(of("高于规定学历教师数 › 初中"), (Some(Field::HigherDegreeTeachers(Stage::Junior)), Sure, 0, false));
        assert_eq!(of("教学仪器设备值(万元)"), (Some(Field::Equipment), Sure, 4, false));
        assert_eq!(of("教学仪器设备值 › 万元"), (Some(Field::Equipment), Sure, 4, false));
        assert_eq!(of("教学仪器设备资产值万元"), (Some(Field::Equipment), Sure, 4, false));
        assert_eq!(of("教学仪器设备值(元)"), (Some(Field::Equipment), Sure, 0, false));
        assert_eq!(of("其中:室内体育用房(㎡)"), (Some(Field::IndoorSportsArea), Sure, 0, false));
        assert_eq!(of("体育、艺术(美术、音乐)专任教师数 › 初中").0, Some(Field::ArtsTeachers(Stage::Junior)));
        assert_eq!(of("后２０％率"), (Some(Field::BottomRate), Sure, 0, false));
        assert_eq!(of("师德违规(人次)"), (Some(Field::Misconduct), Sure, 0, false));
        assert_eq!(of("基本情况 › 学校名称"), (Some(Field::SchoolName), Likely, 0, false));
        assert!(look_up(&["教职工人数".into(), "(人)".into()]).unit_row);
        assert!(look_up(&["人月".into(), "(月)".into()]).unit_row);
        for header in ["语文成绩", "语文满分120", "语文(120分)", "语文120分", "语文 › 原始分", "成绩 › 语文"]
        {
            assert_eq!(of(header).0, Some(Field::Mark("语文".into())), "{header}");
        }
        let bachelors = Some(Field::Teachers(TeacherGroup::Bachelor, Stage::Primary));
        assert_eq!(of("专任教师 › #按学历分 › 本科"), (bachelors.clone(), Sure, 0, true));
        assert_eq!(of("专任教师(小学) › 按学历分 › 本科(人)"), (bachelors.clone(), Sure, 0, false));
        assert_eq!(of("小学本科学历教师数"), (bachelors, Sure, 0, false));
        let arts = Some(Field::Teachers(TeacherGroup::Arts, Stage::Primary));
        assert_eq!(of("专任教师 › 按授课课程分 › 艺术 › 计"), (arts, Sure, 0, true));
        assert_eq!(of("专任教师 › 按授课课程分 › 语文").0, None);
        assert_eq!(of("本科").0, None);
        let teachers = Some(Field::AllTeachers(Stage::Junior));
        assert_eq!(of("初中专任教师数"), (teachers.clone(), Sure, 0, false));
        assert_eq!(of("专任教师(初中) › 计"), (teachers, Sure, 0, false));
        assert_eq!(of("语文专任教师数").0, None);
        let titled = Some(Field::MidTitleTeachers(Stage::Primary));
        assert_eq!(of("小学中级及以上专业技术职务教师数"), (titled, Sure, 0, false));
        for header in ["图书册数", "藏书量(册)", "图书(册)", "图书册数 › 册"] {
            assert_eq!(of(header).0, Some(Field::Books), "{header}");
        }
        for header in ["计算机台数", "教学用计算机(台)", "教学用计算机"] {
            assert_eq!(of(header).0, Some(Field::Computers), "{header}");
        }
        assert_eq!(of("生均图书册数").0, None);
        assert_eq!(of("外语").0, Some(Field::Mark("英语".into())));
        assert_eq!(of("Primary pupils").0, Some(Field::Pupils(Stage::Primary)));
    }

    #[test]
    fn another_years_or_a_derived_figure_is_not_taken_for_the_figure() {
        for header in ["去年满意度", "上年在校生数", "生均教学及辅助用房面积", "后20%率排名", "备用"]
        {
            assert_eq!(of(header).0, None, "{header}");
        }
    }
}
