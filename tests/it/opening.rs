//! Files are chosen, while others are read, twice, or unreadable.

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::effect::Effect;
use suanpan::app::event::{ChosenFile, Event};
use suanpan::app::model::{Model, Notice};
use suanpan::app::screen::Screen;
use suanpan::app::task::{Answered, NamedBytes, Outcome, Task, perform};
use suanpan::app::update::update;
use suanpan::basis::place::Place;
use suanpan::basis::problem::ProblemKind::FileUnreadable;
use suanpan::intake::{Answer, Password, Unwatched};
use suanpan::word::field::Field;
use suanpan::word::reading::Choice;

use crate::digest;
use crate::mutate::Random;

fn chosen(files: &[(u32, &str)]) -> Event {
    let file = |(token, name): &(u32, &str)| ChosenFile { token: *token, name: (*name).into(), size: 1 };
    Event::Chosen(files.iter().map(file).collect())
}

/// The requests among effects that open files, each with the files' numbers.
fn wanted(effects: &[Effect]) -> Vec<(u32, Vec<u32>)> {
    let opening = |effect: &Effect| match effect {
        Effect::Open { request, files, .. } => Some((*request, files.iter().map(|(token, _)| *token).collect())),
        _ => None,
    };
    effects.iter().filter_map(opening).collect()
}

#[test]
fn a_file_over_the_limit_is_refused_before_it_is_loaded() {
    let (mut model, most) = (Model::default(), suanpan::intake::limit::FILE_BYTES as u64);
    let file = |token, name: &str, size| ChosenFile { token, name: name.into(), size };
    let huge = || file(1, "大.csv", most + 1);
    assert_eq!(update(&mut model, Event::Chosen(vec![huge()])), []);
    assert!(model.busy.is_none());
    let text = Screen::of(&model).frame.notice.unwrap().text;
    assert!(text.contains("大.csv") && text.contains("40 MB"), "{text}");
    // The others are opened, and larger projects.
    let effects =
        update(&mut model, Event::Chosen(vec![huge(), file(2, "小.csv", most), file(3, "a.suanpan", most + 1)]));
    assert_eq!(wanted(&effects), [(1, vec![2, 3])]);
    assert!(model.notice.is_some());
}

#[test]
fn files_dropped_while_others_are_read_do_not_end_their_reading() {
    let mut model = Model::default();
    let chosen = |token| Event::Chosen(vec![ChosenFile { token, name: format!("{token}.csv"), size: 1 }]);
    update(&mut model, chosen(1));
    let effects = update(&mut model, chosen(2));
    assert_eq!(effects[0], Effect::Stop);
    assert_eq!(wanted(&effects), [(2, vec![1, 2])]);
    update(&mut model, Event::Cancel);
    assert_eq!(wanted(&update(&mut model, chosen(3))), [(3, vec![3])]);
}

#[test]
fn a_file_that_cannot_be_read_keeps_no_other_out() {
    let folder = NamedBytes { unreadable: Some("NotFoundError".into()), ..NamedBytes::new("资料", vec![]) };
    let good = NamedBytes::new("县域数据.xlsx", digest::COUNTY.to_vec());
    let mut model = Model::default();
    update(&mut model, chosen(&[(0, "资料"), (1, "县域数据.xlsx")]));
    let outcome = perform(Task::open(vec![folder, good]), &mut Unwatched).into();
    let request = model.requests;
    update(&mut model, Event::Done { request, outcome });
    let problems = &model.derived.problems;
    let told: Vec<String> =
        problems.iter().filter(|p| p.kind == FileUnreadable).map(|p| format!("{} {}", p.place, p.found)).collect();
    assert_eq!(told, ["资料 NotFoundError"]);
    assert_eq!(model.derived.dataset.schools.len(), 28);
}

#[test]
fn a_file_chosen_again_while_it_is_read_is_opened_once() {
    let mut model = Model::default();
    update(&mut model, chosen(&[(1, "甲.csv"), (2, "乙.csv")]));
    assert_eq!(wanted(&update(&mut model, chosen(&[(3, "甲.csv")]))), [(2, vec![2, 3])]);
    assert!(model.notice.is_none());
    let answer = || Event::Answer {
        token: 4,
        answered: Answered { name: "密.xlsx".into(), answer: Answer::Password(Password("1".into())) },
    };
    update(&mut model, answer());
    assert_eq!(wanted(&update(&mut model, answer())), [(4, vec![2, 3, 4])], "a double click answers once");
    // Two of one name at once: the person must know that one is not read.
    let two = chosen(&[(5, "丙.csv"), (6, "丙.csv")]);
    assert_eq!(wanted(&update(&mut model, two)), [(5, vec![2, 3, 4, 6])]);
    assert_eq!(model.notice, Some(Notice::SameNames(vec!["丙.csv".into()])));
}

#[test]
fn nothing_is_taken_away_while_files_are_read_and_an_interrupted_export_is_said() {
    let mut model = Model { document: digest::county(), ..Model::default() };
    let model = &mut model;
    update(model, chosen(&[(1, "甲.csv")]));
    for event in [Event::Export, Event::Mark("县域数据.xlsx".into())] {
        model.notice = None;
        assert_eq!(update(model, event), []);
        assert_eq!(model.notice, Some(Notice::NotYet));
        assert!(model.busy.is_some());
    }
    update(model, Event::Cancel);
    update(model, Event::Export);
    update(model, chosen(&[(2, "乙.csv")]));
    assert_eq!(model.notice, Some(Notice::Interrupted));
}

/// Small files, two of them the same bytes.
const FILES: [(&str, &str); 4] = [
    ("甲.csv", "学校名称,三年巩固率,评议\n桃源镇中,９８,80\n城关中学,97,70\n"),
    ("乙.csv", "学校名称,三年巩固率,评议\n桃源镇中,９８,80\n城关中学,97,70\n"),
    ("甲.csv", "学校名称,三年巩固率,评议\n桃源镇中,95,60\n石桥中学,约九成,50\n"),
    ("丙.csv", "学校名称,三年巩固率,评议\n柳溪中学,96,90\n"),
];

/// One thing that a person does; what is read is told later.
fn step(model: &mut Model, random: &mut Random, read: &mut Vec<(u32, Outcome)>) {
    let place = Place::sheet(&["甲.csv", "乙.csv", "丙.csv"][random.next() as usize % 3].into(), &"".into());
    let event = match random.next() % 9 {
        0..3 => {
            let (name, csv) = FILES[random.next() as usize % FILES.len()];
            for effect in update(model, chosen(&[(1, name)])) {
                if let Effect::Open { request, ground, .. } = effect {
                    let files = vec![NamedBytes::new(name, csv.as_bytes().to_vec())];
                    let ground = ground.open().unwrap().into();
                    read.push((request, perform(Task::Open { files, ground }, &mut Unwatched)));
                }
            }
            return;
        }
        3 => Event::Close(place.file.to_string()),
        4 => Act::Choose(Choice { place, column: 2, field: Some(Field::Satisfaction) }).into(),
        5 => Event::EditCell { place: place.at(1, 1), text: "90".into() },
        6 => Event::Undo,
        7 => Event::Redo,
        _ => Event::Clear,
    };
    update(model, event);
}

#[test]
fn whatever_happens_while_files_are_read_the_results_are_those_of_the_document() {
    for seed in 0..40 {
        let (mut random, mut model, mut read) = (Random(seed), Model::default(), Vec::new());
        for _ in 0..30 {
            step(&mut model, &mut random, &mut read);
            if random.next() % 2 == 0 {
                for (request, outcome) in read.drain(..) {
                    update(&mut model, Event::Done { request, outcome: outcome.into() });
                }
            }
            let mut fresh = Derived::of(&model.document);
            fresh.ranks_before = model.derived.ranks_before.clone();
            assert!(model.derived == fresh, "seed {seed}");
        }
    }
}
