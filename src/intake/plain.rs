//! Texts brought to one form before they are compared or read as numbers.

use crate::basis::width;

/// Full-width letters, digits and signs become plain ones, every kind of space
/// a plain space. Chinese punctuation that stands for a plain sign follows.
pub(super) fn half_width(sign: char) -> char {
    match sign {
        '【' | '〔' | '﹝' => '(',
        '】' | '〕' | '﹞' => ')',
        '\u{2212}' => '-',
        _ if sign.is_whitespace() || matches!(sign, '\u{200b}' | '\u{feff}' | '\u{2060}') => ' ',
        _ => width::half_width(sign),
    }
}

/// A text for comparing: half width, lower case, no spaces.
pub(super) fn folded(text: &str) -> String {
    text.chars().map(half_width).filter(|sign| *sign != ' ').flat_map(char::to_lowercase).collect()
}

/// The traditional signs of the dictionary's words, each before its simplified
/// form.
const TRADITIONAL: &str = "\
    學学稱称類类級级總总數数語语歷历術术體体樂乐藝艺業业準准證证號号絡络設设備备積积運运動动場场輔辅標标識识碼码單单機机構构\
    辦办屬属導导師师職职員员幹干縣县區区鄉乡鎮镇滿满違违規规紀纪績绩試试參参應应訊讯資资產产萬万億亿價价額额間间臺台齡龄歲岁\
    別别註注說说負负責责聯联電电話话編编專专務务義义實实獎奖創创質质優优鞏巩眾众後后報报舉举處处開开畢毕讀读與与會会";

/// A traditional sign as its simplified form, where headers have it.
fn simplified(sign: char) -> char {
    if sign < '一' {
        return sign;
    }
    let mut signs = TRADITIONAL.chars();
    while let (Some(old), Some(new)) = (signs.next(), signs.next()) {
        if old == sign {
            return new;
        }
    }
    sign
}

/// A folded text without the signs that headers are decorated with, in
/// simplified characters.
pub(super) fn bare(text: &str) -> String {
    folded(text)
        .chars()
        .map(simplified)
        .filter(|sign| {
            !matches!(sign, '、' | '·' | '*' | '_' | '-' | '"' | '“' | '”' | ',' | '。' | '.' | '/' | ':' | ';' | '\'')
        })
        .collect()
}

/// A name without spaces of any kind around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|sign: char| half_width(sign) == ' ' || sign.is_control())
}
