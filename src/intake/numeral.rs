//! Numbers in Chinese characters: 八十六, 一百零五, 九十八点五, 八六.

/// The number as plain digits, if the text is one and nothing else.
pub(super) fn in_digits(text: &str) -> Option<String> {
    let (units, fraction) = text.split_once('点').map_or((text, None), |(units, rest)| (units, Some(rest)));
    let mut out = whole(units)?.to_string();
    if let Some(fraction) = fraction {
        out.push('.');
        for sign in fraction.chars() {
            out.push(char::from_digit(digit(sign)?, 10)?);
        }
        if fraction.is_empty() {
            return None;
        }
    }
    Some(out)
}

/// A whole number below 100,000: 一百零五, or digit by digit: 一〇五.
fn whole(text: &str) -> Option<u32> {
    if text.is_empty() || text.chars().count() > 9 {
        return None;
    }
    if text.chars().all(|sign| digit(sign).is_some()) {
        return text.chars().try_fold(0_u32, |sum, sign| sum.checked_mul(10)?.checked_add(digit(sign)?));
    }
    let (mut sum, mut next, mut last, mut gap) = (0_u32, None, u32::MAX, false);
    for sign in text.chars() {
        if let Some(unit) = unit(sign) {
            // 十六 begins without 一; units fall.
            let count = next.take().or((sum == 0 && unit == 10).then_some(1))?;
            if unit >= last {
                return None;
            }
            sum = sum.checked_add(count * unit)?;
            (last, gap) = (unit, false);
        } else {
            let digit = digit(sign)?;
            // 零 fills a gap and counts nothing.
            gap |= digit == 0;
            if digit > 0 && next.replace(digit).is_some() {
                return None;
            }
        }
    }
    // 一百二 is 120 when spoken and 102 to a careless eye.
    let spoken = next.is_some() && last > 10 && !gap;
    sum.checked_add(next.unwrap_or(0)).filter(|_| !spoken)
}

/// The value of one sign.
pub(super) fn digit(sign: char) -> Option<u32> {
    let digit = match sign {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some(digit)
}

fn unit(sign: char) -> Option<u32> {
    match sign {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        '万' => Some(10_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::in_digits;

    #[test]
    fn numbers_in_characters_are_read() {
        for (text, digits) in [
            ("八十六", "86"),
            ("十六", "16"),
            ("二十", "20"),
            ("一百零五", "105"),
            ("一百一十五", "115"),
            ("一百", "100"),
            ("九十八点五", "98.5"),
            ("八六", "86"),
            ("一〇五", "105"),
            ("零", "0"),
            ("贰佰叁拾", "230"),
            ("三千零二", "3002"),
        ] {
            assert_eq!(in_digits(text).as_deref(), Some(digits), "{text}");
        }
        for text in ["", "点", "八点", "十百", "八十六分", "五五十", "约十", "十十", "百", "一百二"]
        {
            assert_eq!(in_digits(text), None, "{text}");
        }
    }
}
