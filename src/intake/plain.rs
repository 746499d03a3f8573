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
/// form, in the order of Unicode, all of three bytes.
const TRADITIONAL: &str = "\
    備备價价億亿優优別别創创動动務务區区參参員员單单報报場场學学實实專专導导屬属師师幹干後后應应數数會会業业構构樂乐\
    標标機机歲岁歷历準准滿满獎奖產产畢毕眾众碼码稱称積积紀纪級级絡络編编縣县總总績绩義义聯联職职臺台與与舉举萬万藝艺\
    處处號号術术規规訊讯設设註注試试話话語语說说證证識识讀读負负責责資资質质輔辅辦办運运違违鄉乡鎮镇開开間间電电鞏巩\
    額额類类體体齡龄";

/// A traditional sign as its simplified form, where headers have it.
fn simplified(sign: char) -> char {
    let mut bytes = [0; 4];
    let old = sign.encode_utf8(&mut bytes).as_bytes();
    let (pairs, _) = TRADITIONAL.as_bytes().as_chunks::<6>();
    // One by one they took most of the time of recognising.
    let at = pairs.partition_point(|pair| pair.split_at(3).0 < old);
    match pairs.get(at).map(|pair| pair.split_at(3)) {
        Some((traditional, new)) if traditional == old => {
            std::str::from_utf8(new).ok().and_then(|new| new.chars().next()).unwrap_or(sign)
        }
        _ => sign,
    }
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

#[cfg(test)]
mod tests {
    use super::{TRADITIONAL, simplified};

    #[test]
    fn every_traditional_sign_is_found() {
        let signs: Vec<char> = TRADITIONAL.chars().collect();
        assert!(signs.chunks(2).is_sorted_by_key(|pair| pair[0]));
        assert!(signs.chunks(2).all(|pair| simplified(pair[0]) == pair[1]));
        assert_eq!(['學', '数', 'a', '𠮷'].map(simplified), ['学', '数', 'a', '𠮷']);
    }
}
