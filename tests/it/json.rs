//! Reading JSON, held against serde_json.

use serde::Deserialize;
use serde_json::Value;

use suanpan::basis::json::{Fault, read};
use suanpan::word::scheme::Scheme;

const GOLDEN: &str = include_str!("../golden/v1.suanpan");

/// Texts at the edges of the grammar, of JSON and of what is nearly so.
const EDGES: &[&str] = &[
    "",
    " ",
    "null",
    "nul",
    "nullx",
    "true",
    "false ",
    "\u{feff}1",
    "1 2",
    "[",
    "]",
    "[]",
    "[ ]",
    "[1,]",
    "[,1]",
    "[1 2]",
    "[1\t,\r\n2]",
    "{}",
    "{ }",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{a:1}",
    "{\"a\":1 \"b\":2}",
    "{\"a\" : 1 , \"b\":[{}]}",
    "{\"a\":1,\"a\":2}",
    "0",
    "-0",
    "-",
    "+1",
    "01",
    "-01",
    "00",
    "0.",
    ".5",
    "1.5",
    "1.e3",
    "1e3",
    "1E+03",
    "1e-3",
    "1e",
    "1e+",
    "1e400",
    "-1e400",
    "1e-400",
    "18446744073709551615",
    "18446744073709551616",
    "-9223372036854775808",
    "-9223372036854775809",
    "0.1",
    "123456789012345678901234567890",
    "NaN",
    "inf",
    "1_0",
    "0x1",
    "\"\"",
    "\"",
    "\"a",
    "\"\n\"",
    "\"\t\"",
    "\"\u{7f}\"",
    "\"\\n\\\"\\\\\\/\\b\\f\\r\\t\"",
    "\"\\a\"",
    "\"\\\"",
    "\"\\u4e2d\"",
    "\"\\u4E2\"",
    "\"\\u+e2d\"",
    "\"\\ud83d\\ude00\"",
    "\"\\ud83d\"",
    "\"\\ud83dx\"",
    "\"\\ud83d\\n\"",
    "\"\\ude00\"",
    "\"\\ud83d\\u0041\"",
    "\"学校\\n学校\"",
    "'a'",
    "// 1",
    "[\"a\",null,true,-1.5e2,{\"b\":[]}]",
];

fn same(text: &str) {
    let (ours, theirs) = (read::<Value>(text), serde_json::from_str::<Value>(text));
    assert_eq!(ours.is_ok(), theirs.is_ok(), "{text}");
    if let (Ok(ours), Ok(theirs)) = (ours, theirs) {
        assert_eq!(ours, theirs, "{text}");
    }
}

#[test]
fn what_serde_json_reads_is_read_alike_and_nothing_else() {
    EDGES.iter().for_each(|text| same(text));
    for depth in [127, 128, 100_000] {
        same(&("[".repeat(depth) + &"]".repeat(depth)));
        same(&("{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)));
    }
    let start = &GOLDEN[..GOLDEN.find("\"tables\"").unwrap()];
    let whole = serde_json::from_str::<Value>(GOLDEN).unwrap()["scheme"].to_string();
    for (at, sign) in start.char_indices().step_by(7) {
        same(&start[..at]);
        for other in ["", "\"", "\\", "{", "]", ",", ":", "0", "-", ".", "e", " ", "\n", "学"] {
            if let (Some(before), Some(after)) = (whole.get(..at), whole.get(at + sign.len_utf8()..)) {
                same(&format!("{before}{other}{after}"));
            }
        }
    }
}

#[derive(Debug, PartialEq, Deserialize)]
struct Plain {
    one: u8,
    two: Option<String>,
    #[serde(default)]
    three: Option<i8>,
    four: (f64, bool),
    five: Vec<Choice>,
}

#[derive(Debug, PartialEq, Deserialize)]
enum Choice {
    Bare,
    New(i64),
    Pair(u32, String),
    Named {
        a: u16,
        #[serde(default)]
        b: u64,
    },
}

#[test]
fn members_may_stand_in_any_order_among_others() {
    let members = [
        r#""one":255"#,
        r#""two":"\u4e8c""#,
        r#""three":-128"#,
        r#""four":[4,true]"#,
        r#""five":["Bare",{"New":-5},{"Pair":[6,"六"]},{"Named":{"b":8,"a":7}},{"Bare":null},{"Named":{"a":1}}]"#,
        r#""six":{"one":[{}]}"#,
    ];
    let expected: Plain = serde_json::from_str(&format!("{{{}}}", members.join(","))).unwrap();
    for turn in 0..members.len() {
        for step in [1, 5] {
            let turned: Vec<&str> = (0..members.len()).map(|at| members[(turn + at * step) % members.len()]).collect();
            assert_eq!(read::<Plain>(&format!("{{{}}}", turned.join(" ,\n"))).as_ref(), Ok(&expected));
        }
    }
}

#[test]
fn what_is_not_of_the_type_is_refused_as_serde_json_does() {
    let whole = r#"{"one":1,"two":null,"three":null,"four":[4.0,true],"five":["Bare",{"New":5}]}"#;
    let wrong = [
        ("1,", "256,"),
        ("1,", "-1,"),
        ("1,", "1.0,"),
        ("1,", "\"1\","),
        ("\"one\":1,", ""),
        ("\"four\":[4.0,true],", ""),
        ("null", "2"),
        ("4.0,true", "4.0"),
        ("4.0,true", "4.0,true,1"),
        ("4.0", "\"4\""),
        ("\"Bare\"", "\"bare\""),
        ("\"Bare\"", "{\"Bare\":1}"),
        ("\"Bare\"", "\"New\""),
        ("\"Bare\"", "{}"),
        ("{\"New\":5}", "{\"New\":5,\"Bare\":null}"),
        ("{\"New\":5}", "{\"New\":true}"),
        ("{\"New\":5}", "{\"Named\":{}}"),
        ("\"one\"", "\"two\":null,\"one\""),
        ("{\"one\"", "{\"five\":[],\"one\""),
        ("}]}", "}],\"one\":1}"),
    ];
    assert!(read::<Plain>(whole).is_ok());
    for (good, bad) in wrong {
        let altered = whole.replacen(good, bad, 1);
        assert_ne!(altered, whole);
        assert!(serde_json::from_str::<Plain>(&altered).is_err(), "{altered}");
        assert!(read::<Plain>(&altered).is_err(), "{altered}");
    }
}

#[test]
fn a_scheme_is_read_whole_and_a_fault_says_where() {
    let text = serde_json::to_string_pretty(&Scheme::default()).unwrap();
    assert_eq!(read::<Scheme>(&text), Ok(Scheme::default()));
    assert_eq!(read::<Vec<u8>>("[1,\n 学]"), Err(Fault { line: 2, column: 1 }));
}

/// Half of a character, as JavaScript writes it: passed over with a member that
/// nobody wants, as serde_json does; no text where one is wanted.
#[test]
fn half_a_character_spoils_only_the_text_that_is_wanted() {
    let half = |five: &str, six: &str| {
        format!(r#"{{"one":1,"six":{six},"two":null,"three":null,"four":[4.0,true],"five":[{five}]}}"#)
    };
    let fault = |text: &str| {
        let (ours, theirs) = (read::<Plain>(text), serde_json::from_str::<Plain>(text));
        assert_eq!(ours.is_ok(), theirs.is_ok(), "{text}");
        ours.is_err()
    };
    for six in [r#""\ud800""#, r#""\udfff x""#, r#"[{"\ud800":"\ud83d\n"}]"#] {
        assert!(!fault(&half("", six)), "{six}");
    }
    for six in [r#""\ud80""#, r#""\uzzzz""#, r#""\x""#, r#"{"\ud800" 1}"#] {
        assert!(fault(&half("", six)), "{six}");
    }
    assert!(fault(&half(r#"{"Pair":[1,"\ud800"]}"#, "1")));
}
