//! Zips of files, encodings and what is asked.

use suanpan::basis::problem::ProblemKind::{self, *};
use suanpan::intake::{Answer, Encoding, Opened, Password, Question, Unwatched, open_answered, unpack};
use suanpan::word::field::Field;

use super::{assembled, bytes, found, kinds, number, opened};

fn asking(name: &str) -> Vec<u8> {
    bytes(&format!("tests/fixture/asking/{name}"))
}

fn satisfaction(opened: &Opened, school: &str) -> Option<f64> {
    number(&assembled(opened).dataset, school, Field::Satisfaction, Some(2025))
}

/// What a zip hands on, and what it left out.
type Unpacked = (Vec<String>, Vec<(ProblemKind, String)>);

fn unpacked(name: &str, bytes: &[u8]) -> Option<Unpacked> {
    let mut names = Vec::new();
    let problems = unpack(name, bytes, &mut Unwatched, &mut |name, _, _| names.push(name.to_owned()))?;
    Some((names, problems.into_iter().map(|problem| (problem.kind, problem.found)).collect()))
}

#[test]
fn every_encoding_is_found_by_what_the_header_says() {
    for (name, school, noted) in [
        ("gbk.csv", "城关小学", vec!["GB18030"]),
        ("big5.csv", "城關國小", vec!["Big5"]),
        ("utf16le.csv", "城关小学", vec!["UTF-16LE"]),
        ("utf16be.csv", "城关小学", vec!["UTF-16BE"]),
    ] {
        let opened = opened(name, &asking(name));
        let told: Vec<_> = found(&opened.problems, EncodingFound).into_iter().map(|(_, found, _)| found).collect();
        assert_eq!((opened.question.is_none(), opened.is_text, told), (true, true, noted), "{name}");
        assert_eq!(satisfaction(&opened, school), Some(93.5), "{name}");
    }
}

#[test]
fn many_signs_tell_the_encoding_without_a_known_header() {
    let lines = "锄禾日当午汗滴禾下土谁知盘中餐粒粒皆辛苦床前明月光疑是地上霜举头望明月低头思故乡";
    let gbk = Unencoded(encoding_rs::GBK).lines(lines);
    let big5 = Unencoded(encoding_rs::BIG5)
        .lines("鋤禾日當午汗滴禾下土誰知盤中餐粒粒皆辛苦床前明月光疑是地上霜舉頭望明月低頭思故鄉");
    for (bytes, expected) in [(gbk, "GB18030"), (big5, "Big5")] {
        let opened = opened("诗.csv", &bytes);
        assert_eq!(found(&opened.problems, EncodingFound), [(String::new(), expected, "")]);
    }
}

struct Unencoded(&'static encoding_rs::Encoding);

impl Unencoded {
    fn lines(&self, text: &str) -> Vec<u8> {
        self.0.encode(&text.chars().map(|sign| format!("{sign},1\n")).collect::<String>()).0.into_owned()
    }
}

#[test]
fn a_text_that_fits_two_encodings_is_asked_about_with_previews() {
    let bytes = asking("either.csv");
    let opened = opened("甲.csv", &bytes);
    assert_eq!((opened.tables.len(), opened.problems.len()), (0, 0));
    let Some(Question::Encoding(previews)) = opened.question else { panic!("it is asked") };
    assert_eq!(previews[0].encoding, Encoding::Gb18030);
    assert_eq!(
        previews[0].rows,
        [["安第", "一", "", "", "", ""], ["甲", "1", "", "", "", ""], ["乙", "2", "", "", "", ""]]
    );
    assert_eq!(previews[1].encoding, Encoding::Big5);
    assert_eq!(previews[1].rows[0][0], "假菴");
    let answered = |encoding| open_answered("甲.csv", &bytes, Some(&Answer::Encoding(encoding)), &mut Unwatched);
    assert_eq!(answered(Encoding::Gb18030).tables[0].cell(0, 0).text(), "安第");
    assert_eq!(answered(Encoding::Big5).tables[0].cell(0, 0).text(), "假菴");
    assert_eq!(kinds(&answered(Encoding::Big5).problems), []);
}

#[test]
fn a_sure_encoding_can_be_asked_again() {
    let bytes = asking("gbk.csv");
    let opened = open_answered("甲.csv", &bytes, Some(&Answer::OtherEncoding), &mut Unwatched);
    let Some(Question::Encoding(previews)) = opened.question else { panic!("it is asked") };
    assert_eq!(previews[0].encoding, Encoding::Gb18030);
    assert!(previews.len() >= 2, "{previews:?}");
}

#[test]
fn a_byte_without_meaning_is_marked_at_its_cell_and_the_rest_is_used() {
    let opened = opened("甲.csv", &asking("lost.csv"));
    assert_eq!(found(&opened.problems, EncodingDoubtful), [("A4".into(), "�", "")]);
    assert_eq!(satisfaction(&opened, "青山学校"), Some(91.0));
    let half = opened_utf16_with_a_byte_too_many();
    assert_eq!(found(&half.problems, EncodingDoubtful), [("A4".into(), "�", "")]);
}

fn opened_utf16_with_a_byte_too_many() -> Opened {
    let mut bytes = asking("utf16le.csv");
    bytes.push(b'x');
    opened("甲.csv", &bytes)
}

#[test]
fn a_zip_of_files_hands_on_each_and_says_what_it_left_out() {
    let (names, left) = unpacked("各校.zip", &asking("gbk.zip")).unwrap();
    assert_eq!(names, ["各校.zip › 城关小学.csv", "各校.zip › 青山学校.csv"]);
    let out = |name: &str| (MemberLeftOut, format!("各校.zip › {name}"));
    assert_eq!(left, [out("校门.png"), out("旧.suanpan")]);
}

#[test]
fn a_zip_in_a_zip_is_unpacked_once() {
    let (names, left) = unpacked("外.zip", &asking("deep.zip")).unwrap();
    assert_eq!(names, ["外.zip › 内.zip › 2024/表.csv", "外.zip › 内.zip › 2025/表.csv"]);
    assert_eq!(left, []);
    let (names, left) = unpacked("外.zip", &asking("deeper.zip")).unwrap();
    assert_eq!((names, left), (vec![], vec![(MemberLeftOut, "外.zip › 中.zip › 内.zip".into())]));
}

#[test]
fn workbooks_and_other_bytes_are_no_zips_of_files() {
    for path in ["tests/fixture/plain.xlsx", "tests/fixture/protected.xlsx", "tests/fixture/asking/gbk.csv"] {
        assert_eq!(unpacked("a", &bytes(path)), None, "{path}");
    }
    let whole = asking("gbk.zip");
    let halved = &whole[..whole.len() / 2];
    assert_eq!(unpacked("a", halved), None);
    assert_eq!(kinds(&opened("断.zip", halved).problems), [FileLost]);
}

#[test]
fn a_zip_with_too_many_files_keeps_the_first() {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for index in 0..=suanpan::intake::limit::ARCHIVE_FILES {
        zip.start_file(format!("{index}.csv"), zip::write::SimpleFileOptions::default()).unwrap();
    }
    let bytes = zip.finish().unwrap().into_inner();
    let (names, left) = unpacked("多.zip", &bytes).unwrap();
    assert_eq!(names.len(), 500);
    assert_eq!(left, [(ArchiveTooLarge, "500.csv".into())]);
}

#[test]
fn a_password_opens_a_workbook_and_a_wrong_one_asks_again() {
    let bytes = bytes("tests/fixture/protected.xlsx");
    let opened = |password: &str| {
        let answer = Answer::Password(Password(password.into()));
        open_answered("密.xlsx", &bytes, Some(&answer), &mut Unwatched)
    };
    assert_eq!(opened("1234567").question, Some(Question::Password { wrong: true }));
    let right = opened("123456");
    assert_eq!((right.question, right.tables.len()), (None, 1));
}

#[test]
fn a_password_is_never_shown() {
    let answer = Answer::Password(Password("123456".into()));
    assert!(!format!("{answer:?}").contains("123456"));
}
