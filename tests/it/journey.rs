//! The whole job without a screen, through the door that the page uses: drop a
//! workbook, look at the results, change the scheme, take a workbook and a
//! project away.

use std::sync::Arc;

use suanpan::app::act::Act;
use suanpan::app::derive::Derived;
use suanpan::app::effect::Effect;
use suanpan::app::engine::{Answer, Call, Parcel, serve};
use suanpan::app::event::{ChosenFile, Event};
use suanpan::app::model::{Model, Page, Preferences, Shown, Theme};
use suanpan::app::screen::{Body, Screen};
use suanpan::app::sealed::Sealed;
use suanpan::app::sight::{Fold, Sight};
use suanpan::app::task::{Answered, NamedBytes};
use suanpan::app::typed::{Entry, Typed};
use suanpan::app::update::update;
use suanpan::app::view::data::Ask;
use suanpan::app::view::frame::{Advance, BusyView};
use suanpan::app::view::{Tone, span};
use suanpan::app::why::Subject;
use suanpan::balance::edit::BalanceEdit;
use suanpan::balance::standard::Switch;
use suanpan::basis::problem::ProblemKind;
use suanpan::basis::text::Lang;
use suanpan::evaluation::EvaluationEdit;
use suanpan::intake::{self, Encoding, Password, Progress, Unwatched, open};
use suanpan::report::template::KINDS;
use suanpan::word::field::Field;
use suanpan::word::reading::Choice;
use suanpan::word::table::{Row, Table};

use crate::digest;

const NOW: &str = "2025-11-21T08:00:00Z";

/// The page's side: keeps files and downloads, runs tasks inline.
#[derive(Default)]
struct Browser {
    model: Model,
    files: Vec<(String, Vec<u8>)>,
    downloads: Vec<(String, Vec<u8>)>,
    kept: Option<Vec<u8>>,
    screen: Option<Screen>,
}

impl Browser {
    /// Makes a call, its contents beside it.
    fn call(&mut self, mut call: Call) -> Parcel {
        let contents = call.contents().into_iter().map(std::mem::take).collect();
        let message = postcard::to_stdvec(&call).unwrap();
        serve(&mut self.model, Parcel { message, contents }, &mut Unwatched).unwrap()
    }

    fn send(&mut self, event: impl Into<Event>) -> &Screen {
        self.make(Call::Event { event: event.into(), now: NOW.into() });
        self.screen.as_ref().unwrap()
    }

    fn make(&mut self, call: Call) {
        let Parcel { message, contents } = self.call(call);
        let mut answer: Answer = postcard::from_bytes(&message).unwrap();
        for (slot, content) in answer.effects.iter_mut().filter_map(Effect::content).zip(contents) {
            *slot = content;
        }
        self.screen = Some(answer.screen);
        for effect in answer.effects {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Open { request, files, ground } => {
                let named = |(token, answer): (u32, Option<Answered>)| {
                    let (name, bytes) = self.files[token as usize].clone();
                    NamedBytes { sha256: None, token, answer, ..NamedBytes::new(name, bytes) }
                };
                let files = files.into_iter().map(named).collect();
                self.run(request, Call::Open { files, ground });
            }
            Effect::OpenSample { request, name, ground } => {
                let files = vec![NamedBytes::new(name, digest::COUNTY.to_vec())];
                self.run(request, Call::Open { files, ground });
            }
            Effect::Run { request, task } => self.run(request, Call::Task { task, bytes: Vec::new() }),
            Effect::Mark { request, name, task } => {
                let file = self.files.iter().rev().find(|(file, _)| *file == name);
                let bytes = file.map(|(_, bytes)| bytes.clone()).unwrap_or_default();
                self.run(request, Call::Task { task, bytes });
            }
            Effect::Download { name, bytes, .. } => self.downloads.push((name, bytes)),
            Effect::KeepSoon => {
                self.send(Event::Keep);
            }
            Effect::Keep(project) => self.kept = Some(project),
            Effect::Forget => {
                self.kept = None;
                self.send(Event::Forgotten(Ok(())));
            }
            Effect::Stop | Effect::KeepPreferences | Effect::KeepLayouts(_) => {}
        }
    }

    fn run(&mut self, request: u32, task: Call) {
        let outcome = self.call(task).contents.remove(0);
        self.done(request, outcome);
    }

    fn done(&mut self, request: u32, bytes: Vec<u8>) {
        let mut outcome = Sealed::default();
        *outcome.bytes() = bytes;
        self.make(Call::Event { event: Event::Done { request, outcome }, now: NOW.into() });
    }

    fn drop_file(&mut self, name: &str, bytes: &[u8]) -> &Screen {
        self.drop_files(&[(name, bytes)])
    }

    fn drop_files(&mut self, files: &[(&str, &[u8])]) -> &Screen {
        let chosen = files.iter().map(|(name, bytes)| {
            let token = u32::try_from(self.files.len()).unwrap();
            self.files.push(((*name).into(), bytes.to_vec()));
            ChosenFile { token, name: (*name).into(), size: bytes.len() as u64 }
        });
        let chosen = chosen.collect();
        self.send(Event::Chosen(chosen))
    }
}

fn ranked(screen: &Screen) -> Vec<String> {
    let Body::Evaluation(view) = &screen.body else { panic!("the evaluation page") };
    view.table.as_ref().unwrap().rows.iter().map(|row| row.name.clone()).collect()
}

#[test]
fn native_results_have_the_digest_that_wasm_has() {
    assert_eq!(digest::digest(), digest::EXPECTED.trim());
    assert_eq!(digest::inequality(), digest::INEQUALITY.trim());
}

#[test]
fn the_main_job_from_drop_to_download() {
    let mut browser = Browser::default();
    let screen = browser.drop_file("县域数据.xlsx", digest::COUNTY);
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    assert_eq!((data.sheets.len(), data.files.len()), (3, 1));
    assert!(screen.frame.busy.is_none() && screen.frame.notice.is_none());

    let before = ranked(browser.send(Event::Go(Page::Evaluation)));
    assert_eq!(before.len(), 12);
    let all = EvaluationEdit::SetWeight { path: vec![3], weight: 10_000 };
    let after = ranked(browser.send(Act::Evaluation(all)));
    assert_ne!(before, after);
    assert_eq!(ranked(browser.send(Event::Undo)), before);
    assert_eq!(ranked(browser.send(Event::Redo)), after);
    assert_eq!(ranked(browser.send(Event::Undo)), before);
    let school = Subject::Evaluation(suanpan::evaluation::Subject::Total { school: 3 });
    let why = browser.send(Sight::Why(Some(school))).why.clone().unwrap();
    assert!(!why.parts.is_empty());

    browser.send(Event::Go(Page::Bonus));
    let refused = browser.send(Event::Typed(Typed::new(Entry::Pool, "八百万")));
    assert!(refused.refused.is_some());
    let screen = browser.send(Event::Typed(Typed::new(Entry::Pool, "800万")));
    let Body::Bonus(bonus) = &screen.body else { panic!("the bonus page") };
    assert_eq!(bonus.identity.as_ref().unwrap().pool.1.text, "8,000,000.00");
    assert!(screen.refused.is_none());

    browser.send(Event::Export);
    let (name, workbook) = browser.downloads.pop().unwrap();
    assert!(name.ends_with(".xlsx") && workbook.starts_with(b"PK"), "{name}");

    browser.send(Event::Save);
    let (name, project) = browser.downloads.pop().unwrap();
    assert!(name.ends_with(".suanpan"), "{name}");
    let mut later = Browser::default();
    later.drop_file(&name, &project);
    assert_eq!(later.model.document, browser.model.document);
    assert_eq!(later.model.derived, browser.model.derived);

    let mut next_day = Browser::default();
    assert!(next_day.send(Event::Recalled(browser.kept.clone().unwrap())).frame.offered.is_some());
    next_day.send(Event::Resume(true));
    assert_eq!(next_day.model.document, browser.model.document);
}

#[test]
fn blank_tables_are_there_before_any_file_and_open_calmly() {
    for lang in Lang::ALL {
        for kind in KINDS {
            let mut browser = Browser::default();
            browser.send(Event::SetLang(*lang));
            browser.send(Act::Template(kind));
            let (name, bytes) = browser.downloads.pop().unwrap();
            let screen = browser.drop_file(&name, &bytes);
            let Body::Data(data) = &screen.body else { panic!("the data page") };
            assert_eq!(data.lead, [span(lang.template_unfilled(), Tone::Plain)], "{kind:?} {lang:?}");
        }
    }
}

#[test]
fn the_own_file_comes_back_marked_or_written_anew_with_the_reason() {
    let faults = include_bytes!("../fixture/faults.xlsx");
    let mut browser = Browser::default();
    browser.drop_file("表.xlsx", faults);
    let notice = browser.send(Event::Mark("表.xlsx".into())).frame.notice.clone().unwrap();
    assert_eq!(notice, span(Lang::Zh.marked("表(标注).xlsx"), Tone::Good));
    assert_eq!(browser.downloads.pop().unwrap().0, "表(标注).xlsx");

    browser.files = vec![("表.xlsx".into(), include_bytes!("../fixture/plain.xlsx").to_vec())];
    let notice = browser.send(Event::Mark("表.xlsx".into())).frame.notice.clone().unwrap();
    assert_eq!(notice, span(Lang::Zh.marked_changed("表(标注).xlsx"), Tone::Near));
    browser.files.clear();
    let notice = browser.send(Event::Mark("表.xlsx".into())).frame.notice.clone().unwrap();
    assert_eq!(notice, span(Lang::Zh.marked_gone("表(标注).xlsx"), Tone::Near));
    let (_, anew) = browser.downloads.pop().unwrap();
    assert!(browser.model.busy.is_none());

    // What was written anew holds the same tables.
    let (before, after) = (open("表.xlsx", faults, &mut Unwatched), open("表.xlsx", &anew, &mut Unwatched));
    for (before, after) in before.tables.iter().zip(&after.tables) {
        let texts = |table: &Table| -> Vec<Vec<String>> {
            let row = |row: Row<'_>| row.iter().map(|cell| cell.text().into_owned()).collect();
            table.rows().map(row).collect()
        };
        assert_eq!(texts(before), texts(after));
    }
}

#[test]
fn the_sample_brings_a_pool_and_dropped_files_do_not() {
    let mut browser = Browser::default();
    browser.send(Event::SampleChosen("县域数据.xlsx".into()));
    assert!(browser.model.document.scheme.bonus.pool.is_some());
    browser.send(Event::Clear);
    assert!(browser.model.document.sources.is_empty());
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    assert!(browser.model.document.scheme.bonus.pool.is_none());
}

#[test]
fn the_same_file_again_replaces_itself_and_a_second_one_joins() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    assert_eq!((browser.model.document.sources.len(), browser.model.document.tables.len()), (1, 3));
    browser.drop_file("更多.csv", "学校名称,年度,读书活动\n尤溪中学,2025,3\n".as_bytes());
    assert_eq!((browser.model.document.sources.len(), browser.model.document.tables.len()), (2, 4));
    browser.send(Event::Close("更多.csv".into()));
    assert_eq!(browser.model.document.tables.len(), 3);
    browser.send(Event::Undo);
    assert_eq!(browser.model.document.tables.len(), 4);
}

#[test]
fn a_choice_outlives_its_file_read_again_while_the_header_stands() {
    let mut browser = Browser::default();
    browser.drop_file("表.csv", "学校名称,甲,乙\n一中,1,2\n".as_bytes());
    let place = browser.model.derived.readings[0].place.clone();
    let choice = |column, field| Choice { place: place.clone(), column, field };
    let chosen = [choice(1, Some(Field::Satisfaction)), choice(2, None)];
    for choice in chosen.clone() {
        browser.send(Act::Choose(choice));
    }
    browser.drop_file("表.csv", "学校名称,甲,乙\n一中,3,4\n".as_bytes());
    assert_eq!(browser.model.document.choices, chosen);
    assert_eq!(browser.model.derived.readings[0].columns[1].field, Some(Field::Satisfaction));
    browser.drop_file("表.csv", "学校名称,甲,丙\n一中,3,4\n".as_bytes());
    assert_eq!(browser.model.document.choices, chosen[..1]);
    browser.send(Event::Undo);
    assert_eq!(browser.model.document.choices, chosen);
}

#[test]
fn bad_files_are_told_and_the_rest_stays() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    let schools = browser.model.derived.dataset.schools.len();
    for (name, bytes) in [("空.xlsx", &b""[..]), ("乱.xlsx", b"\x00\x01\x02\xff"), ("坏.suanpan", b"{}")] {
        let noticed = browser.drop_file(name, bytes).frame.notice.is_some();
        let listed = browser.model.derived.problems.iter().any(|problem| &*problem.place.file == name);
        assert!(noticed || listed, "{name}");
        assert_eq!(browser.model.derived.dataset.schools.len(), schools, "{name}");
    }
}

#[test]
fn files_dropped_with_a_project_are_named_as_not_read() {
    let mut browser = Browser::default();
    browser.drop_file("表.csv", "学校名称,三年巩固率\n一中,98\n".as_bytes());
    browser.send(Event::Save);
    let (_, project) = browser.downloads.pop().unwrap();
    let (one, two) = (("甲.csv", &b"a"[..]), ("乙.suanpan", &b"b"[..]));
    let told = |browser: &mut Browser, project: &[u8]| {
        let screen = browser.drop_files(&[one, ("县.suanpan", project), two]);
        screen.frame.notice.as_ref().unwrap().text.clone()
    };
    let zh = "项目文件要单独打开,同时放入的 甲.csv、乙.suanpan 没有读取;需要的话请再放一次。";
    assert_eq!(told(&mut browser, &project), zh);
    assert_eq!(browser.model.document.sources.len(), 1, "the project is open");
    let refused = told(&mut browser, b"{}");
    assert!(refused.ends_with(zh) && refused.len() > zh.len(), "{refused}");
    browser.send(Event::SetLang(Lang::En));
    assert!(told(&mut browser, &project).ends_with("Not read: 甲.csv, 乙.suanpan; drop again what you need."));
    assert!(browser.drop_file("县.suanpan", &project).frame.notice.is_none(), "alone, there is nothing to tell");
}

#[test]
fn late_answers_are_dropped() {
    let mut browser = Browser::default();
    let file = NamedBytes::new("县域数据.xlsx", digest::COUNTY.to_vec());
    let outcome = browser.call(Call::open(vec![file])).contents.remove(0);
    let chosen = |token| Event::Chosen(vec![ChosenFile { token, name: "表.csv".into(), size: 1 }]);
    // Chosen, stopped, chosen again: only the third request is under way.
    let requests: Vec<u32> = [chosen(0), Event::Cancel, chosen(1)]
        .into_iter()
        .flat_map(|event| update(&mut browser.model, event))
        .filter_map(|effect| if let Effect::Open { request, .. } = effect { Some(request) } else { None })
        .collect();
    assert_eq!(requests.len(), 2);
    for (request, sources) in requests.into_iter().zip([0, 1]) {
        browser.done(request, outcome.clone());
        assert_eq!(browser.model.document.sources.len(), sources, "request {request}");
    }
}

#[test]
fn the_first_screen_is_the_one_of_an_empty_model() {
    for &lang in Lang::ALL {
        let mut model = Model::default();
        model.preferences.lang = lang;
        assert_eq!(Screen::of(&model), Screen::start(model.preferences));
    }
}

#[test]
fn with_nothing_open_nothing_is_kept_over_what_was_kept() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    let kept = browser.kept.clone();
    assert!(kept.is_some());
    browser.send(Event::Clear);
    // The pause after the drop ends only now, and the answer comes later still.
    browser.send(Event::Keep);
    assert_eq!(browser.kept, kept);
    browser.send(Event::ForgetAll);
    assert_eq!(browser.send(Event::Kept(Some("20:31".into()))).frame.kept, "");
}

/// Schools and sheets are asked about by number, and another file numbers them
/// anew.
#[test]
fn no_question_outlives_the_schools_it_was_about() {
    let mut browser = Browser::default();
    browser.drop_file("先.csv", "学校名称,三年巩固率\n甲中学,98\n乙中学,97\n".as_bytes());
    browser.drop_file("后.csv", "学校名称,三年巩固率\n丙中学,96\n丁中学,95\n".as_bytes());
    let asked = Subject::Evaluation(suanpan::evaluation::Subject::Total { school: 1 });
    browser.send(Sight::Fold(Fold::Columns(1)));
    assert!(browser.send(Sight::Why(Some(asked.clone()))).why.is_some());
    let lighter = EvaluationEdit::SetWeight { path: vec![0], weight: 1_000 };
    assert!(browser.send(Act::Evaluation(lighter)).why.is_some(), "a weight numbers nothing anew");
    assert!(browser.send(Event::Close("先.csv".into())).why.is_none());
    let unfolded = |browser: &Browser| browser.model.look.unfolded.iter().cloned().collect::<Vec<_>>();
    assert_eq!(unfolded(&browser), [Fold::Columns(0)], "the sheet itself stays unfolded under its new number");

    browser.send(Sight::Why(Some(asked)));
    let place = browser.model.derived.readings[0].place.clone();
    let choice = Choice { place, column: 1, field: Some(Field::Satisfaction) };
    assert!(browser.send(Act::Choose(choice)).why.is_none());
    assert!(browser.model.look.unfolded.contains(&Fold::Columns(0)), "the sheet is still the same");
}

/// Somebody may be typing in a sheet when a file arrives.
#[test]
fn a_file_that_arrives_leaves_the_unfolded_sheet_and_its_rows_in_sight() {
    let mut browser = Browser::default();
    let rows: String = (0..40).map(|row| format!("第{row}小学,98\n")).collect();
    browser.drop_file("乙.csv", format!("学校名称,三年巩固率\n{rows}").as_bytes());
    browser.send(Sight::Sheet(Shown { sheet: 0, top: 20, cell: None, jumps: 0 }));
    browser.drop_files(&[("甲.csv", "学校名称,教职工人数\n丙中学,96\n".as_bytes())]);
    browser.drop_files(&[("乙.csv", "学校名称,三年巩固率\n丁中学,96\n".as_bytes())]);
    let sheet = browser.model.derived.tables.iter().position(|table| &*table.file == "乙.csv").unwrap();
    assert!(browser.model.look.unfolded.contains(&Fold::Columns(sheet)));
    assert_eq!((browser.model.look.shown.sheet, browser.model.look.shown.top), (sheet, 20));
    browser.send(Event::Close("乙.csv".into()));
    assert!(browser.model.look.unfolded.is_empty());
}

#[test]
fn to_clear_stops_what_is_being_read() {
    let mut model = Model::default();
    let chosen = ChosenFile { token: 1, name: "表.csv".into(), size: 1 };
    update(&mut model, Event::Chosen(vec![chosen]));
    assert!(model.busy.is_some());
    assert_eq!(update(&mut model, Event::Clear), [Effect::Stop]);
    assert!(model.busy.is_none());
    assert_eq!(update(&mut model, Event::Clear), []);
}

#[test]
fn after_going_on_with_the_last_project_there_is_nothing_to_undo() {
    let mut browser = Browser::default();
    browser.drop_file("表.csv", "学校名称,三年巩固率\n一中,98\n".as_bytes());
    let mut next_day = Browser::default();
    next_day.send(Event::Recalled(browser.kept.clone().unwrap()));
    assert_eq!(next_day.send(Event::Resume(true)).frame.steps, (false, false));
    next_day.send(Event::Undo);
    assert_eq!(next_day.model.document, browser.model.document);
}

#[test]
fn the_page_is_not_left_unasked_while_what_is_open_is_not_kept() {
    let mut browser = Browser::default();
    assert!(!browser.drop_file("表.csv", "学校名称,三年巩固率\n一中,98\n".as_bytes()).frame.at_risk);
    assert!(browser.send(Event::Kept(None)).frame.at_risk);
    let mut next_day = Browser::default();
    assert!(!next_day.send(Event::Recalled(browser.kept.clone().unwrap())).frame.at_risk);
    assert!(next_day.drop_file("别.csv", "学校名称,三年巩固率\n二中,98\n".as_bytes()).frame.at_risk);
    assert!(!next_day.send(Event::Resume(false)).frame.at_risk);
}

/// Where nothing changed nothing is computed: a sentinel in the results shows
/// which of them a change of the scheme makes anew.
#[test]
fn a_weight_copies_no_cell_and_assesses_no_balance() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    let tables = browser.model.document.tables.clone();
    browser.model.derived.balance.year = Some(1);
    browser.send(Act::Evaluation(EvaluationEdit::SetWeight { path: vec![0], weight: 1_000 }));
    assert_eq!(browser.model.derived.balance.year, Some(1));
    assert!(Arc::ptr_eq(&browser.model.document.tables, &tables));
    browser.send(Act::Balance(BalanceEdit::Switch(Switch::Private, false)));
    assert_eq!(browser.model.derived.balance, Derived::of(&browser.model.document).balance);
}

#[test]
fn a_long_cell_is_shown_by_its_beginning() {
    let mut browser = Browser::default();
    let long = "很".repeat(5_000);
    let csv = format!("学校名称,三年巩固率\n一中,{long}\n二中,98\n");
    browser.drop_file("表.csv", csv.as_bytes());
    let problem = browser.model.derived.problems.iter().find(|problem| problem.found.starts_with("很很")).unwrap();
    let kind = problem.kind;
    let screen = browser.send(Sight::Fold(Fold::Problems(kind)));
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    let items = data.problems.iter().filter_map(|group| group.items.as_ref()).flatten();
    let shown: Vec<&str> = items.map(|item| &*item.found).collect();
    assert_eq!(shown, [format!("{}…", "很".repeat(200))]);
}

#[test]
fn the_project_of_last_time_is_not_overwritten_before_it_is_decided_on() {
    const OTHER: &[u8] = "学校名称,三年巩固率\n一中,98\n".as_bytes();
    let saved = |name: &str, bytes: &[u8]| {
        let mut browser = Browser::default();
        browser.drop_file(name, bytes);
        browser.kept.unwrap()
    };
    let kept = saved("旧.csv", "学校名称,三年巩固率\n二中,97\n".as_bytes());
    let project = saved("别的.csv", OTHER);
    for (name, bytes) in [("别的.csv", OTHER), ("别的.suanpan", &*project)] {
        for (late, wanted) in [(false, false), (false, true), (true, false), (true, true)] {
            let mut browser = Browser { kept: Some(kept.clone()), ..Browser::default() };
            if late {
                // Storage answers only after a file was opened, within the pause.
                browser.drop_file(name, bytes);
                browser.kept = Some(kept.clone());
                browser.send(Event::Recalled(kept.clone()));
            } else {
                let alone = browser.send(Event::Recalled(kept.clone())).frame.offered.clone().unwrap();
                let beside = browser.drop_file(name, bytes).frame.offered.clone().unwrap();
                assert!(beside.starts_with(&alone) && beside.len() > alone.len(), "{beside}");
            }
            browser.send(Act::Evaluation(EvaluationEdit::SetWeight { path: vec![0], weight: 1_000 }));
            let frame = browser.send(Event::Keep).frame.clone();
            assert_eq!(frame.kept, Lang::Zh.keeping_waits());
            assert_eq!(browser.kept.as_ref(), Some(&kept), "nothing is written over it");
            let present = browser.model.document.clone();
            assert!(browser.send(Event::Resume(wanted)).frame.offered.is_none());
            let name = if wanted { "旧" } else { "别的" };
            assert_eq!(browser.model.document.name(), Some(name));
            let mut next_day = Browser::default();
            next_day.send(Event::Recalled(browser.kept.clone().unwrap()));
            next_day.send(Event::Resume(true));
            assert_eq!(next_day.model.document, browser.model.document);
            if wanted {
                browser.send(Event::Undo);
                assert_eq!(browser.model.document, present);
            }
        }
    }
}

#[test]
fn results_are_looked_at_on_the_first_page_that_has_any() {
    let page = |csv: &str| {
        let mut browser = Browser::default();
        let screen = browser.drop_file("表.csv", csv.as_bytes());
        let Body::Data(data) = &screen.body else { panic!("the data page") };
        let results = data.results.clone().unwrap();
        browser.send(Event::Do(results));
        let page = browser.model.page;
        browser.send(Event::Recalled(browser.kept.clone().unwrap()));
        browser.send(Event::Go(Page::Data));
        browser.send(Event::Resume(true));
        assert_eq!(browser.model.page, page);
        page
    };
    let conditions = "学校名称,办学类型,小学在校生数,教职工数,专任教师数,教学及辅助用房面积\n甲小学,小学,300,20,18,900\n乙小学,小学,200,15,14,800\n";
    assert_eq!(page(conditions), Page::Balance);
    assert_eq!(page("学校名称,三年巩固率\n一中,98\n二中,97\n"), Page::Evaluation);
}

#[test]
fn a_browser_that_keeps_nothing_is_told_of() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    assert!(browser.send(Event::Kept(None)).frame.kept.contains("保存项目"));
    assert!(browser.send(Event::Kept(Some("20:31".into()))).frame.kept.contains("20:31"));
}

#[test]
fn every_example_that_is_offered_is_delivered() {
    let index = include_str!("../../examples/index.json");
    let Body::Data(data) = Screen::start(Preferences::default()).body else { panic!("the data page") };
    assert!(!data.samples.is_empty() && data.samples.iter().all(|sample| index.contains(&sample.name)));
}

#[test]
fn preferences_read_back_as_they_were_kept() {
    for &lang in Lang::ALL {
        for &theme in Theme::ALL {
            let kept = Preferences { lang, theme };
            assert_eq!(Preferences::from_text(&kept.to_text()), Some(kept));
        }
    }
    assert_eq!(Preferences::from_text("fr dark"), None);
}

#[test]
fn forgetting_everything_can_be_undone_until_the_page_is_closed() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    let document = browser.model.document.clone();
    browser.send(Event::ForgetAll);
    assert!(browser.kept.is_none() && browser.model.document.sources.is_empty());
    browser.send(Event::Undo);
    assert_eq!(browser.model.document, document);
}

#[test]
fn all_is_said_to_be_forgotten_when_storage_has_answered() {
    let mut model = Model::default();
    assert_eq!(update(&mut model, Event::ForgetAll), [Effect::Stop, Effect::Forget]);
    let frame = Screen::of(&model).frame;
    assert_eq!(frame.notice.map(|notice| notice.tone), Some(Tone::Plain), "it is not said yet");
    assert!(frame.at_risk, "the page asks before it is left");
    let mut told = |answer| {
        update(&mut model, Event::ForgetAll);
        update(&mut model, Event::Forgotten(answer));
        let frame = Screen::of(&model).frame;
        assert!(!frame.at_risk);
        frame.notice.unwrap()
    };
    assert_eq!(told(Ok(())).tone, Tone::Good);
    let refused = told(Err("QuotaExceededError".into()));
    assert!(refused.tone == Tone::Bad && refused.text.contains("QuotaExceededError"), "{refused:?}");
}

#[test]
fn what_came_between_is_not_taken_for_what_was_forgotten() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    update(&mut browser.model, Event::ForgetAll);
    browser.send(Event::Undo);
    assert_eq!(browser.send(Event::Forgotten(Ok(()))).frame.notice, None);
    // What undo kept again is not said to be gone when it is undone in turn.
    browser.send(Event::ForgetAll);
    browser.send(Event::Undo);
    assert_eq!(browser.send(Event::Redo).frame.notice, None);
    browser.send(Event::Undo);
    update(&mut browser.model, Event::ForgetAll);
    browser.send(Event::Failed { request: 0, reason: "disk".into() });
    let told = browser.send(Event::Forgotten(Ok(()))).frame.notice.clone().unwrap();
    assert!(told.text.contains("disk"), "{told:?}");
}

#[test]
fn a_typed_weight_that_finds_no_room_is_told_what_it_became() {
    let mut browser = Browser::default();
    browser.drop_file("县域数据.xlsx", digest::COUNTY);
    browser.send(Act::Evaluation(EvaluationEdit::SetLock { path: vec![2], locked: true }));
    let typed = |text: &str| Event::Typed(Typed::new(Entry::Weight(vec![0]), text));
    assert!(browser.send(typed("70")).frame.notice.is_none());
    let told = browser.send(typed("95")).frame.notice.clone().unwrap().text;
    assert!(told.contains("学业质量") && told.contains("80.00"), "{told}");
}

#[test]
fn files_without_a_table_to_use_lead_to_no_result() {
    let mut browser = Browser::default();
    let screen = browser.drop_file("菜单.csv", "周一,周二\n面,饭\n".as_bytes());
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    assert!(data.results.is_none() && !data.problems.is_empty());
}

/// The questions on the data page: names and whether a password is asked.
fn questions(screen: &Screen) -> Vec<(String, bool)> {
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    let asked = data.questions.iter();
    asked.map(|asked| (asked.name.clone(), matches!(asked.ask, Ask::Password { .. }))).collect()
}

fn answer(token: u32, name: &str, answer: intake::Answer) -> Event {
    Event::Answer { token, answered: Answered { name: name.into(), answer } }
}

fn password(text: &str) -> intake::Answer {
    intake::Answer::Password(Password(text.into()))
}

const PROTECTED: &[u8] = include_bytes!("../fixture/protected.xlsx");
const ASKING: &[u8] = include_bytes!("../fixture/asking/asking.zip");
const EITHER: &[u8] = include_bytes!("../fixture/asking/either.csv");

#[test]
fn a_password_is_asked_while_the_others_are_open_and_kept_nowhere() {
    let mut browser = Browser::default();
    let screen = browser.drop_files(&[("密.xlsx", PROTECTED), ("县域数据.xlsx", digest::COUNTY)]);
    assert_eq!(questions(screen), [("密.xlsx".into(), true)]);
    assert_eq!(browser.model.document.sources.len(), 1);
    let screen = browser.send(answer(0, "密.xlsx", password("wrong-password")));
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    assert!(matches!(&data.questions[0].ask, Ask::Password { refused: Some(_) }));
    let screen = browser.send(answer(0, "密.xlsx", password("123456")));
    assert_eq!(questions(screen), []);
    assert_eq!(browser.model.document.sources.len(), 2);
    let notice = browser.send(Event::Mark("密.xlsx".into())).frame.notice.clone().unwrap();
    let copy = browser.downloads.pop().unwrap();
    assert_eq!(notice, span(Lang::Zh.marked_encrypted(&copy.0), Tone::Near));
    assert!(copy.1.starts_with(b"PK"), "it is not encrypted");
    browser.send(Event::Save);
    let everything = format!("{:?} {:?}", browser.model, browser.kept);
    let (_, project) = browser.downloads.pop().unwrap();
    assert!(!everything.contains("wrong-password") && !String::from_utf8(project).unwrap().contains("wrong-password"));
    assert!(!format!("{:?}", browser.model).contains("Password(\"123456"));
}

#[test]
fn a_file_that_is_asked_about_can_be_left_out() {
    let mut browser = Browser::default();
    browser.drop_file("密.xlsx", PROTECTED);
    assert_eq!(questions(browser.send(Event::LeaveOut("密.xlsx".into()))), []);
    assert!(browser.model.document.sources.is_empty());
    browser.drop_file("密.xlsx", PROTECTED);
    browser.send(Event::Go(Page::Bonus));
    let screen = browser.drop_file("甲.csv", EITHER);
    assert_eq!(screen.page, Page::Data);
    assert_eq!(questions(screen), [("密.xlsx".into(), true), ("甲.csv".into(), false)]);
    assert_eq!(questions(browser.send(Event::Clear)), []);
}

#[test]
fn files_in_a_zip_are_opened_asked_about_and_closed_together() {
    let mut browser = Browser::default();
    let asked = questions(browser.drop_file("各校.zip", ASKING));
    assert_eq!(asked, [("各校.zip › protected.xlsx".into(), true), ("各校.zip › either.csv".into(), false)]);
    let names = |browser: &Browser| -> Vec<String> {
        browser.model.document.sources.iter().map(|source| source.name.to_string()).collect()
    };
    assert_eq!(names(&browser), ["各校.zip", "各校.zip › gbk.csv"]);
    browser.send(answer(0, "各校.zip › protected.xlsx", password("123456")));
    let screen = browser.send(answer(0, "各校.zip › either.csv", intake::Answer::Encoding(Encoding::Big5)));
    assert_eq!(questions(screen), []);
    assert_eq!(names(&browser)[2..], ["各校.zip › protected.xlsx", "各校.zip › either.csv"]);
    assert!(browser.model.document.tables.iter().any(|table| table.cell(0, 0).text() == "假菴"));
    browser.send(Event::Close("各校.zip".into()));
    assert!(browser.model.document.sources.is_empty() && browser.model.document.tables.is_empty());
}

#[test]
fn the_encoding_of_an_open_text_can_be_changed() {
    let mut browser = Browser::default();
    let screen = browser.drop_file("表.csv", include_bytes!("../fixture/asking/gbk.csv"));
    let Body::Data(data) = &screen.body else { panic!("the data page") };
    assert_eq!(data.files[0].token, Some(0));
    let screen = browser.send(answer(0, "表.csv", intake::Answer::OtherEncoding));
    assert_eq!(questions(screen), [("表.csv".into(), false)]);
    assert_eq!(browser.model.derived.dataset.schools.len(), 2, "it stays open meanwhile");
    browser.send(answer(0, "表.csv", intake::Answer::Encoding(Encoding::Big5)));
    assert_eq!(browser.model.derived.dataset.schools.len(), 0);
    browser.send(Event::Undo);
    assert_eq!(browser.model.derived.dataset.schools.len(), 2);
}

#[test]
fn a_file_of_the_same_name_replaces_and_one_of_the_same_bytes_is_not_counted() {
    let mut browser = Browser::default();
    let (one, two) = ("学校名称,满意度\n一中,90\n".as_bytes(), "学校名称,满意度\n一中,91\n".as_bytes());
    assert!(browser.drop_file("甲.csv", one).frame.notice.is_none());
    assert!(browser.drop_file("甲.csv", one).frame.notice.is_none());
    let told = browser.drop_file("甲.csv", two).frame.notice.clone().unwrap().text;
    assert!(told.contains("甲.csv"), "{told}");
    for _ in 0..2 {
        browser.drop_file("乙.csv", two);
        assert_eq!((browser.model.document.sources.len(), browser.model.document.tables.len()), (1, 1));
        let same: Vec<_> =
            browser.model.derived.problems.iter().filter(|problem| problem.kind == ProblemKind::SameFile).collect();
        assert_eq!(same.len(), 1);
        assert_eq!((&*same[0].place.file, &*same[0].found), ("甲.csv", "乙.csv"));
    }
}

#[test]
fn progress_tells_the_file_rows_percent_and_the_time_left() {
    let progress = |rows, fraction| Progress { stage: suanpan::intake::Stage::Read, rows, fraction };
    let busy = |files: &[(&str, u64)]| BusyView {
        request: 1,
        text: String::new(),
        files: files.iter().map(|(name, size)| ((*name).into(), *size)).collect(),
    };
    let one = busy(&[("大.csv", 900)]);
    let pace = |view: &BusyView, file, rows, share, seconds| {
        view.pace(&Advance { file, progress: progress(rows, share) }, seconds, Lang::Zh)
    };
    assert_eq!(pace(&one, 0, 25_000, Some(0.25), 0.5).detail, "25,000 行 · 25 %");
    assert_eq!(pace(&one, 0, 25_000, Some(0.25), 1.0).detail, "25,000 行 · 25 % · 约剩 3 秒");
    assert_eq!(pace(&one, 0, 0, None, 5.0), suanpan::app::view::frame::Pace::default());
    let two = busy(&[("甲.csv", 300), ("乙.csv", 100)]);
    let half = pace(&two, 1, 7, Some(0.5), 700.0);
    assert_eq!(half.detail, "第 2 个,共 2 个:乙.csv · 7 行 · 88 % · 约剩 2 分钟");
    assert_eq!(half.fraction, Some(0.875));
}
