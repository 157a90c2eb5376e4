//! The time slider, driven through its accessibility tree as a person would.

use std::{fmt::Write as _, path::PathBuf, time::Duration};

use dateline::{
    session::{Clock, Command, Mode, PlayBy, TimeAxis, Window},
    ui::App,
};
use eframe::egui::{self, Key, Modifiers, Role, vec2};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};

/// A window of a width with these files, or with the sample if there are none, when all of
/// them have been read.
fn window(width: f32, paths: Vec<PathBuf>) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([width, 800.0])
        .wgpu()
        .build_eframe(move |cc| App::new(cc, paths, Vec::new()));
    for _ in 0..1000 {
        harness.step();
        if harness.state().session().progress().is_none() {
            break;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(3);
    harness
}

/// A window with a table of events, each on the days "first last".
fn table(days: &[(&str, &str)]) -> Harness<'static, App> {
    let mut rows = "date,end_date,latitude,longitude,place,published\n".to_owned();
    for (number, (first, last)) in days.iter().enumerate() {
        let lat = 39.0 + number as f64 % 97.0 / 100.0;
        writeln!(rows, "{first},{last},{lat},46.3,Kestrel Ridge,").unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    std::fs::write(&path, rows).unwrap();
    window(1280.0, vec![path])
}

fn clock<'h>(harness: &'h Harness<'static, App>) -> &'h Clock {
    harness.state().session().clock()
}

/// The days shown, from the first to the last.
fn shown(harness: &Harness<'static, App>) -> String {
    let days = clock(harness).window().days();
    format!("{} {}", days.first(), days.last())
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn press(harness: &mut Harness<'static, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn slider<'h>(harness: &'h Harness<'static, App>) -> Node<'h> {
    harness.get_by(|node| node.label().is_some_and(|label| label.starts_with("Days shown")))
}

/// Enters words into the field of a label.
fn enter(harness: &mut Harness<'static, App>, label: &str, words: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run_steps(2);
    press(harness, Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, label).type_text(words);
    harness.run_steps(2);
    press(harness, Modifiers::NONE, Key::Enter);
}

#[test]
fn the_focused_slider_moves_by_arrows_and_otherwise_they_step_through_events() {
    let mut harness = window(1280.0, Vec::new());
    let from = clock(&harness).extent().unwrap().from();
    harness.state_mut().apply(Command::SetWindow(Window::new(from + 70.0, from + 77.0)));
    press(&mut harness, Modifiers::COMMAND, Key::T);
    let before = clock(&harness).window();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let moved = clock(&harness).window();
    assert!(moved.from() > before.from());
    assert_eq!(moved.length(), before.length());
    press(&mut harness, Modifiers::NONE, Key::ArrowLeft);
    assert_eq!(clock(&harness).window(), before);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    assert_eq!(clock(&harness).window().from(), before.from());
    assert!(clock(&harness).window().to() > before.to());
    press(&mut harness, Modifiers::COMMAND, Key::ArrowLeft);
    assert!(clock(&harness).window().from() < before.from());
    let wide = clock(&harness).window();
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert_eq!(clock(&harness).window(), wide.moved(wide.length()));
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert_eq!(clock(&harness).window(), wide);
    assert_eq!(harness.state().session().selection().event, None);

    press(&mut harness, Modifiers::NONE, Key::Space);
    assert!(clock(&harness).playing());
    press(&mut harness, Modifiers::NONE, Key::Space);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(harness.state().session().selection().event.is_some());
}

#[test]
fn plus_and_the_wheel_zoom_the_axis_and_what_is_beyond_is_counted() {
    let mut harness = window(1280.0, Vec::new());
    let earlier = |harness: &Harness<'static, App>| {
        let beyond = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
            let label = node.label().unwrap_or_default();
            label.ends_with(" earlier") || label.ends_with(" later")
        };
        harness.query_all_by(beyond).count()
    };
    assert_eq!(earlier(&harness), 0);
    press(&mut harness, Modifiers::COMMAND, Key::T);
    for _ in 0..4 {
        press(&mut harness, Modifiers::NONE, Key::Plus);
    }
    assert_eq!(earlier(&harness), 2);
    for _ in 0..5 {
        press(&mut harness, Modifiers::NONE, Key::Minus);
    }
    assert_eq!(earlier(&harness), 0);

    let middle = slider(&harness).rect().center();
    let mut wheel = |delta: egui::Vec2| {
        harness.hover_at(middle);
        for _ in 0..6 {
            harness.event(egui::Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                delta,
                phase: egui::TouchPhase::Move,
                modifiers: Modifiers::NONE,
                source: egui::MouseWheelSource::Wheel,
            });
            harness.run_steps(12);
        }
        earlier(&harness)
    };
    assert_eq!(wheel(vec2(0.0, 120.0)), 2, "up zooms in");
    assert_eq!(wheel(vec2(9000.0, 0.0)), 1, "sideways pans to the first day");
    assert_eq!(wheel(vec2(0.0, -300.0)), 0, "down zooms out");
}

#[test]
fn days_are_typed_and_what_is_no_day_is_refused() {
    let mut harness = window(1280.0, Vec::new());
    enter(&mut harness, "First day shown", "28 July 2021");
    enter(&mut harness, "Last day shown", "Sep 2021");
    assert_eq!(shown(&harness), "2021-07-28 2021-09-30");
    enter(&mut harness, "First day shown", "soon");
    assert_eq!(shown(&harness), "2021-07-28 2021-09-30");
    let says = |harness: &Harness<'static, App>, words: &str| {
        harness.query_all_by(|node| node.value().is_some_and(|v| v.starts_with(words))).count() > 0
            || harness.query_by_label_contains(words).is_some()
    };
    assert!(says(&harness, "Type it like 2022-09-13"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!says(&harness, "Type it like 2022-09-13"));
    enter(&mut harness, "Last day shown", "1914");
    assert!(says(&harness, "The events are of"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    assert!(harness.get_by_role_and_label(Role::TextInput, "First day shown").is_focused());
}

#[test]
fn shift_and_space_play_event_by_event() {
    let mut harness = window(1280.0, Vec::new());
    harness.state_mut().apply(Command::SetPace(0.05));
    press(&mut harness, Modifiers::SHIFT, Key::Space);
    assert!(clock(&harness).playing());
    assert_eq!(clock(&harness).play_by(), PlayBy::Events);
    let first = harness.state().session().selection().event;
    assert_eq!(first, harness.state().session().filtered().first().copied());
    harness.state_mut().apply(Command::SetPace(2.0));
    harness.run_steps(6);
    assert!(harness.state().session().selection().event > first);
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert!(!clock(&harness).playing());
}

#[test]
fn keys_change_length_mode_and_place_of_the_window() {
    let mut harness = window(1280.0, Vec::new());
    press(&mut harness, Modifiers::NONE, Key::OpenBracket);
    let length = clock(&harness).window().length();
    assert!(!clock(&harness).shows_all());
    press(&mut harness, Modifiers::NONE, Key::OpenBracket);
    assert!(clock(&harness).window().length() < length);
    press(&mut harness, Modifiers::NONE, Key::CloseBracket);
    assert_eq!(clock(&harness).window().length(), length);
    press(&mut harness, Modifiers::NONE, Key::Home);
    let start = clock(&harness).window();
    press(&mut harness, Modifiers::NONE, Key::Period);
    assert!(clock(&harness).window().from() > start.from());
    press(&mut harness, Modifiers::NONE, Key::Comma);
    assert_eq!(clock(&harness).window(), start);
    press(&mut harness, Modifiers::NONE, Key::W);
    assert_eq!(clock(&harness).mode(), Mode::Cumulative);
    press(&mut harness, Modifiers::NONE, Key::R);
    assert!(clock(&harness).looped());
}

#[test]
fn menus_choose_speed_length_and_what_was_known() {
    let mut harness = window(1280.0, Vec::new());
    click(&mut harness, "Lengths");
    click(&mut harness, "A week");
    assert_eq!(clock(&harness).window().length(), 7.0);
    click(&mut harness, "Speeds");
    click(&mut harness, "7 days/s");
    assert_eq!(clock(&harness).speed(), 7.0);
    click(&mut harness, "More for time");
    click(&mut harness, "Play event by event");
    assert_eq!(clock(&harness).play_by(), PlayBy::Events);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Which day of an event counts: As it happened");
    click(&mut harness, "The day on which the first report of it was published");
    assert_eq!(clock(&harness).axis(), TimeAxis::Known);
    assert!(harness.query_by_label("By the day of the first report").is_some());
    press(&mut harness, Modifiers::NONE, Key::K);
    assert_eq!(clock(&harness).axis(), TimeAxis::Happened);
}

#[test]
fn a_click_on_a_mark_under_the_bars_selects_its_event() {
    let mut harness = table(&[("2021-05-12", "2021-05-12"), ("2021-05-20", "2021-05-22")]);
    let rect = slider(&harness).rect();
    // The days have little room beside them; the marks are in the lowest lines.
    let x = rect.left() + rect.width() * 0.9;
    harness.hover_at(egui::pos2(x, rect.bottom() - 17.0));
    harness.run_steps(2);
    harness.drag_at(egui::pos2(x, rect.bottom() - 17.0));
    harness.step();
    harness.drop_at(egui::pos2(x, rect.bottom() - 17.0));
    harness.run_steps(3);
    let session = harness.state().session();
    let (_, event) = session.selected().unwrap();
    assert_eq!(event.date.unwrap().days(), 3);
    assert!(session.clock().shows_all(), "the window stays");
}

#[test]
fn all_controls_have_room_in_a_narrow_window() {
    for width in [960.0, 1024.0, 1280.0, 1600.0] {
        let harness = window(width, Vec::new());
        let top = slider(&harness).rect().top() - 60.0;
        let roles = [Role::Button, Role::SpinButton, Role::TextInput];
        let mut right = 0.0;
        let nodes = roles.iter().flat_map(|role| harness.query_all_by_role(*role));
        let mut row: Vec<egui::Rect> =
            nodes.map(|node| node.rect()).filter(|rect| rect.top() > top).collect();
        row.sort_by(|a, b| a.left().total_cmp(&b.left()));
        assert!(row.len() >= 12);
        for rect in row {
            assert!(rect.left() >= right - 0.5, "{width}: {rect:?} is not covered");
            right = rect.right();
        }
        assert!(right <= width, "{width}: {right}");
    }
}

/// The slider can be drawn, zoomed, played and read aloud with these events.
fn check(days: &[(&str, &str)], wanted: &str) {
    let mut harness = table(days);
    assert_eq!(slider(&harness).accesskit_node().label().as_deref(), Some(wanted));
    press(&mut harness, Modifiers::COMMAND, Key::T);
    for key in [Key::Plus, Key::Plus, Key::ArrowRight, Key::PageDown, Key::Minus, Key::Home] {
        press(&mut harness, Modifiers::NONE, key);
    }
    press(&mut harness, Modifiers::NONE, Key::Space);
    harness.run_steps(5);
    press(&mut harness, Modifiers::NONE, Key::A);
    assert_eq!(slider(&harness).accesskit_node().label().as_deref(), Some(wanted));
}

#[test]
fn one_event_and_many_on_one_day() {
    check(&[("2021-05-12", "2021-05-12")], "Days shown: 12 May 2021");
    check(&[("2021-05-12", "2021-05-12"); 40], "Days shown: 12 May 2021");
}

#[test]
fn before_1970_and_at_the_end_of_the_calendar() {
    check(
        &[("1915-04-24", "1915-04-24"), ("0987-05-06", "0987-05-08"), ("9999-12-30", "9999-12-31")],
        "Days shown: 6 May 987 – 31 Dec 9999",
    );
}

#[test]
fn ten_thousand_events_over_centuries() {
    let days: Vec<String> = (0..10_000)
        .map(|n| format!("{}-{:02}-{:02}", 1100 + n % 900, 1 + n % 12, 1 + n % 28))
        .collect();
    let days: Vec<(&str, &str)> = days.iter().map(|day| (day.as_str(), day.as_str())).collect();
    check(&days, "Days shown: 1 Jan 1100 – 28 Dec 1999");
}
