//! The inspector and the reader, driven through the accessibility tree as a person would.

use dateline::{
    model::{EventId, Field, Precision, Review},
    session::{Command, Session},
    ui::App,
};
use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::{Harness, kittest::Queryable as _};

type Window = Harness<'static, App>;

/// A window with the sample and the event selected that `wanted` accepts first.
fn window(wanted: impl Fn(&Session, EventId) -> bool) -> (Window, EventId) {
    let mut harness = Harness::builder()
        .with_size([1440.0, 1600.0])
        .wgpu()
        .build_eframe(move |cc| App::new(cc, Vec::new(), Vec::new()));
    harness.run_steps(4);
    let session = harness.state().session();
    let id = *session.filtered().iter().find(|id| wanted(session, **id)).unwrap();
    harness.state_mut().apply(Command::Select(id));
    harness.run_steps(4);
    (harness, id)
}

fn any(_: &Session, _: EventId) -> bool {
    true
}

fn selected(harness: &Window) -> &dateline::model::Event {
    harness.state().session().selected().unwrap().1
}

fn press(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

fn click(harness: &mut Window, label: &str) {
    harness.get_all_by_label(label).next().unwrap().click_accesskit();
    harness.run_steps(4);
}

/// Clicks what begins with these words.
fn click_first(harness: &mut Window, role: Role, start: &str) {
    let is_it = |label: &str| label.starts_with(start);
    let node = harness
        .get_all_by(|node| node.role() == role && node.label().is_some_and(|l| is_it(&l)))
        .next()
        .unwrap();
    node.click_accesskit();
    harness.run_steps(4);
}

fn has(harness: &Window, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

fn has_value(harness: &Window, value: &str) -> bool {
    let is_it = |found: Option<String>| found.is_some_and(|found| found.contains(value));
    harness.query_all_by(|node| is_it(node.value()) || is_it(node.label())).next().is_some()
}

/// Types in place of what is in the field that has the keyboard.
fn retype(harness: &mut Window, text: &str) {
    press(harness, Modifiers::COMMAND, Key::A);
    press(harness, Modifiers::NONE, Key::Backspace);
    if !text.is_empty() {
        harness.event(egui::Event::Text(text.to_owned()));
    }
    harness.run_steps(3);
}

fn with_deaths(session: &Session, id: EventId) -> bool {
    session.event(id).is_some_and(|event| event.killed.is_some() && event.reports.len() == 1)
}

#[test]
fn deaths_are_changed_in_place_told_as_a_persons_and_taken_back() {
    let (mut harness, id) = window(with_deaths);
    let before = selected(&harness).killed;
    click(&mut harness, "Change: Killed");
    retype(&mut harness, "soon");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness).killed, before, "wrong input changes nothing");
    retype(&mut harness, "17–19");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let killed = selected(&harness).killed.unwrap();
    assert_eq!((killed.low(), killed.high()), (17, Some(19)));
    assert!(selected(&harness).is_by_person(Field::Killed));
    assert!(has_value(&harness, "17–19") && has_value(&harness, "by you"));
    click(&mut harness, "Revert Killed");
    assert_eq!(selected(&harness).killed, before);
    harness.state_mut().apply(Command::Undo);
    assert_eq!(selected(&harness).killed.unwrap().low(), 17);
    harness.state_mut().apply(Command::Undo);
    assert_eq!(harness.state().session().event(id).unwrap().killed, before);
}

#[test]
fn escape_closes_the_editor_and_keeps_the_event_selected() {
    let (mut harness, id) = window(any);
    click(&mut harness, "Change: When");
    retype(&mut harness, "12–14 May 2021");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().session().selection().event, Some(id));
    assert!(selected(&harness).person.is_none());
    click(&mut harness, "Change: When");
    retype(&mut harness, "12–14 May 2021");
    click(&mut harness, "Apply");
    let days = selected(&harness).date.unwrap();
    assert_eq!((days.first().to_string(), days.days()), ("2021-05-12".to_owned(), 3));
}

#[test]
fn who_took_part_is_changed_row_by_row() {
    let has_actors = |session: &Session, id: EventId| {
        let event = session.event(id).unwrap();
        session.dataset().reports_of(event).any(|(_, _, report)| !report.actors.is_empty())
    };
    let (mut harness, _) = window(has_actors);
    click(&mut harness, "Change: Who");
    retype(&mut harness, "Border guards");
    click(&mut harness, "Add a name");
    click(&mut harness, "Apply");
    let actors = selected(&harness).person.as_ref().unwrap().actors.clone().unwrap();
    assert_eq!(actors[0].name, "Border guards");
    assert!(actors.iter().all(|actor| !actor.name.is_empty()), "a row without a name is none");
}

#[test]
fn a_value_that_no_report_gives_is_added() {
    let is_missing = |session: &Session, id: EventId| {
        session.event(id).is_some_and(|event| event.captured.is_none())
    };
    let (mut harness, _) = window(is_missing);
    click(&mut harness, "Add a value…");
    click(&mut harness, "Captured");
    retype(&mut harness, "at least 2");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let captured = selected(&harness).captured.unwrap();
    assert_eq!((captured.low(), captured.high()), (2, None));
}

#[test]
fn another_place_of_the_name_is_chosen_and_then_a_point_and_a_radius() {
    let (mut harness, _) = window(any);
    let before = selected(&harness).locations[0].clone();
    click(&mut harness, "Change: Where");
    click(&mut harness, "Search another place");
    harness.get_by_role_and_label(Role::TextInput, "Search another place").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("Gyumri".into()));
    harness.run_steps(3);
    click_first(&mut harness, Role::Button, "Gyumri, town");
    let now = &selected(&harness).locations[0];
    assert_eq!((now.name.as_str(), now.evidence), ("Gyumri", before.evidence));
    assert!(selected(&harness).is_by_person(Field::Place));

    harness.get_by_role_and_label(Role::TextInput, "Latitude, longitude").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("39.51, 46.34".into()));
    harness.run_steps(2);
    click(&mut harness, "Set");
    let now = &selected(&harness).locations[0];
    assert_eq!((now.position.lat, now.position.lon), (39.51, 46.34));
    assert_eq!(now.precision, Precision::Exact);

    harness.get_by_role_and_label(Role::TextInput, "Radius in km").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("5".into()));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness).locations[0].radius_km, 5.0);
    click(&mut harness, "Done");
    assert!(!has(&harness, "Search another place"));
}

#[test]
fn a_place_is_chosen_for_all_mentions_of_its_name() {
    let (mut harness, _) = window(any);
    click(&mut harness, "Change: Where");
    click_first(&mut harness, Role::CheckBox, "For all mentions of ");
    harness.get_by_role_and_label(Role::TextInput, "Search another place").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text("Gyumri".into()));
    harness.run_steps(3);
    click_first(&mut harness, Role::Button, "Gyumri, town");
    assert_eq!(harness.state().session().edits().names.len(), 1);
    assert!(selected(&harness).locations.iter().any(|location| location.name == "Gyumri"));
    harness.state_mut().apply(Command::Undo);
    assert!(harness.state().session().edits().names.is_empty());
}

#[test]
fn the_pin_of_the_selected_event_is_dragged_to_another_place() {
    let (mut harness, _) = window(any);
    click(&mut harness, "Change: Where");
    click(&mut harness, "Show all on the map");
    harness.run_steps(4);
    let before = selected(&harness).locations[0].position;
    let from = harness.state().map().chosen_pin().unwrap();
    let to = from + egui::vec2(40.0, 30.0);
    harness.hover_at(from);
    harness.run_steps(2);
    harness.drag_at(from);
    harness.step();
    for step in 1..=8 {
        harness.hover_at(from + (to - from) * step as f32 / 8.0);
        harness.step();
    }
    harness.drop_at(to);
    harness.run_steps(4);
    let now = &selected(&harness).locations[0];
    assert!(now.position.distance_km(before) > 0.1);
    assert_eq!((now.why.as_str(), now.precision), ("moved by a person", Precision::Exact));
    let at = harness.state().map().chosen_pin().unwrap();
    assert!(at.distance(to) < 6.0, "{at:?} is not {to:?}");
}

#[test]
fn an_event_is_marked_by_button_and_key_and_no_longer_by_the_same() {
    let (mut harness, _) = window(any);
    click(&mut harness, "Disputed");
    assert_eq!(selected(&harness).review(), Review::Disputed);
    press(&mut harness, Modifiers::SHIFT, Key::R);
    assert_eq!(selected(&harness).review(), Review::Reviewed);
    press(&mut harness, Modifiers::SHIFT, Key::R);
    assert_eq!(selected(&harness).review(), Review::Unreviewed);
}

#[test]
fn a_note_is_kept_with_ctrl_enter() {
    let (mut harness, _) = window(any);
    click(&mut harness, "Add note");
    harness.event(egui::Event::Text("seen on a picture".into()));
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    assert_eq!(selected(&harness).person.as_ref().unwrap().note, "seen on a picture");
    assert!(!has(&harness, "Add note"));
}

#[test]
fn the_history_tells_each_step_and_undoes_the_last() {
    let (mut harness, id) = window(any);
    click(&mut harness, "Reviewed");
    click(&mut harness, "History (1)");
    harness.run_steps(20);
    assert!(has_value(&harness, "Not reviewed › Reviewed"));
    click(&mut harness, "Undo");
    assert_eq!(harness.state().session().event(id).unwrap().review(), Review::Unreviewed);
    assert!(has(&harness, "History (2)"), "undoing is a step too");
}

#[test]
fn what_sources_say_stands_side_by_side_and_a_cell_shows_its_words() {
    let several = |session: &Session, id: EventId| {
        session.event(id).is_some_and(|event| event.reports.len() > 1 && event.killed.is_some())
    };
    let (mut harness, _) = window(several);
    assert!(has(&harness, "Who says what"));
    click_first(&mut harness, Role::Button, "Killed, ");
    let focus = harness.state().session().selection().focus.unwrap();
    assert_eq!(focus.field, Some(Field::Killed));
}

/// The article text, and where these words begin in it, in letters.
fn letters_before(harness: &Window, words: &str) -> usize {
    let session = harness.state().session();
    let focus = session.selection().focus.unwrap();
    let text = &session.dataset().articles[focus.article].article.text;
    text[..text.find(words).unwrap()].chars().count()
}

/// Puts the cursor before these words of the article, by keyboard.
fn go_to(harness: &mut Window, words: &str) {
    harness.get_by_label("Article").focus();
    harness.run_steps(3);
    press(harness, Modifiers::COMMAND, Key::Home);
    for _ in 0..letters_before(harness, words) {
        harness.key_press(Key::ArrowRight);
        harness.step();
    }
    harness.run_steps(2);
}

#[test]
fn words_of_the_article_are_selected_and_become_an_event() {
    let (mut harness, _) = window(any);
    let before = harness.state().session().dataset().events.len();
    let session = harness.state().session();
    let focus = session.selection().focus.unwrap();
    let read = &session.dataset().articles[focus.article];
    let word = read.article.text.split_whitespace().nth(3).unwrap().to_owned();
    go_to(&mut harness, &word);
    for _ in 0..word.chars().count() {
        press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    }
    assert!(has(&harness, "Add as event…"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    click_first(&mut harness, Role::Button, "Troop movement");
    let session = harness.state().session();
    assert_eq!(session.dataset().events.len(), before + 1);
    let (_, read, report) = session.dataset().reports_of(selected(&harness)).next().unwrap();
    assert_eq!(report.trigger.of(&read.article.text), word);
}

#[test]
fn words_are_looked_for_in_the_article() {
    let (mut harness, _) = window(any);
    press(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::F);
    harness.event(egui::Event::Text("THE".into()));
    harness.run_steps(4);
    assert!(has_value(&harness, "1 of "));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has_value(&harness, "2 of "));
    press(&mut harness, Modifiers::SHIFT, Key::Enter);
    assert!(has_value(&harness, "1 of "));
    retype(&mut harness, "no such words");
    assert!(has(&harness, "Not found"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!has(&harness, "Search in the article"));
    assert!(harness.state().session().selection().event.is_some());
}

#[test]
fn the_place_of_a_name_in_the_article_is_chosen_by_keyboard() {
    let (mut harness, _) = window(any);
    let session = harness.state().session();
    let focus = session.selection().focus.unwrap();
    let read = &session.dataset().articles[focus.article];
    let name = read.reading.toponyms[0].span.of(&read.article.text).to_owned();
    go_to(&mut harness, &name);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(has(&harness, &format!("Where all mentions of “{name}” are")));
    harness.event(egui::Event::Text("Gyumri".into()));
    harness.run_steps(3);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let names = &harness.state().session().edits().names;
    assert_eq!(names[&name.to_lowercase()].name, "Gyumri");
}

#[test]
fn a_row_of_a_table_has_the_whole_panel_and_is_changed_like_any_event() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    let rows = "date,lat,lon,place,killed,notes\n2022-09-14,39.8,45.7,Jermuk,3,Shells fell\n";
    std::fs::write(&path, rows).unwrap();
    let mut harness: Window = Harness::builder()
        .with_size([1280.0, 900.0])
        .wgpu()
        .build_eframe(move |cc| App::new(cc, vec![path], Vec::new()));
    for _ in 0..500 {
        harness.run_steps(1);
        if !harness.state().session().shown().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(!has(&harness, "Article"), "there is none to read");
    click(&mut harness, "Change: Killed");
    retype(&mut harness, "4");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(selected(&harness).killed.unwrap().low(), 4);
}
