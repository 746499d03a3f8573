//! How much room words take. Nothing can be measured where charts are made, so
//! widths are estimated, rather too wide: what is estimated to fit does fit.

/// The width of a text in CSS pixels, in type of that size.
///
/// ```
/// use suanpan::chart::text::width;
/// assert_eq!(width("骨干教师", 13.0), 52.0);
/// assert!(width("0.502", 13.0) < 40.0);
/// ```
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(em).sum::<f64>() * size
}

/// A sign's width in parts of the type's size: the widest of the page's fonts.
const fn em(sign: char) -> f64 {
    match sign {
        // Accents, joiners and marks of direction stand over or between others.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => 0.0,
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.34,
        ' ' | 'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' | '·' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        'A'..='Z' => 0.74,
        '\u{21}'..='\u{24f}' => 0.62,
        _ => 1.0,
    }
}

/// The text if it fits, else as much of its begin as fits with "…" behind it;
/// nothing where not even one sign fits.
///
/// ```
/// use suanpan::chart::text::fit;
/// assert_eq!(fit("青山学校(小学部)", 60.0, 13.0), "青山学…");
/// ```
pub fn fit(text: &str, room: f64, size: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut left = room / size - em('…');
    let mut shown = String::new();
    for sign in text.chars() {
        left -= em(sign);
        if left < 0.0 {
            break;
        }
        shown.push(sign);
    }
    let kept = shown.trim_end().len();
    shown.truncate(kept);
    if kept > 0 {
        shown.push('…');
    }
    shown
}

/// The text in at most so many lines, broken between words and between Chinese
/// characters; `None` when it does not fit.
///
/// ```
/// use suanpan::chart::text::wrap;
/// assert_eq!(wrap("骨干教师", 30.0, 13.0, 2).unwrap(), ["骨干", "教师"]);
/// assert_eq!(wrap("Backbone teachers", 70.0, 13.0, 2).unwrap(), ["Backbone", "teachers"]);
/// assert_eq!(wrap("Backbone teachers", 30.0, 13.0, 2), None);
/// ```
pub fn wrap(text: &str, room: f64, size: f64, most: usize) -> Option<Vec<String>> {
    let mut lines = vec![String::new()];
    for piece in pieces(text) {
        let line = lines.last_mut()?;
        if width(line, size) + width(piece.trim_end(), size) <= room {
            line.push_str(piece);
        } else {
            lines.push(piece.to_owned());
        }
    }
    let lines: Vec<String> = lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect();
    (lines.len() <= most && lines.iter().all(|line| width(line, size) <= room)).then_some(lines)
}

/// The text cut wherever a line may end: behind a space, around a wide sign.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut from, mut before) = (0, ' ');
    for (at, sign) in text.char_indices() {
        // Closing signs never begin a line.
        let closes = matches!(sign, ')' | '\u{ff09}' | '、' | ',' | '\u{ff0c}' | '。' | ' ' | '%');
        if at > from && !closes && (before == ' ' || em(sign) >= 1.0 || em(before) >= 1.0) {
            pieces.extend(text.get(from..at));
            from = at;
        }
        before = sign;
    }
    pieces.extend(text.get(from..));
    pieces
}
