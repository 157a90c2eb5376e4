//! The window in its states: nothing open, nothing found, very much, one event, small.

use std::path::PathBuf;

use dateline::{
    session::{Command, Window as Days},
    ui::App,
};
use eframe::egui::{Key, Modifiers, Rect, Role, pos2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

type Window = Harness<'static, App>;

fn window_of(size: [f32; 2], pixels_per_point: f32, paths: Vec<PathBuf>) -> Window {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_pixels_per_point(pixels_per_point)
        .wgpu()
        .build_eframe(move |cc| App::new(cc, paths, Vec::new()));
    harness.run_steps(4);
    harness
}

/// A window with these events, each a day, a latitude, a longitude and a place.
fn with_events(rows: impl Iterator<Item = (String, f64, f64, String)>) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.csv");
    let rows = rows.map(|(day, lat, lon, place)| format!("{day},{lat},{lon},{place}\n"));
    let table: String = std::iter::once("date,lat,lon,place\n".to_owned()).chain(rows).collect();
    std::fs::write(&path, table).unwrap();
    let mut harness = window_of([1280.0, 800.0], 1.0, vec![path]);
    for _ in 0..600 {
        harness.run_steps(1);
        let session = harness.state().session();
        if session.progress().is_none() && !session.shown().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run_steps(3);
    harness
}

fn press(harness: &mut Window, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

fn has(harness: &Window, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

#[test]
fn an_empty_project_offers_three_ways_to_begin() {
    let mut harness = window_of([1280.0, 800.0], 1.0, Vec::new());
    harness.state_mut().apply(Command::New);
    harness.run_steps(3);
    for way in ["Open files…", "Open folder…", "Open sample"] {
        assert!(has(&harness, way), "{way}");
    }
    assert!(has(&harness, "The days of events will be shown here"));
    assert!(has(&harness, "No articles are open"));
}

#[test]
fn where_nothing_is_found_it_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("recipe.txt");
    std::fs::write(&path, "Soup\n\n1 May 2022\n\nBoil the lentils for an hour.\n").unwrap();
    let mut harness = window_of([1280.0, 800.0], 1.0, vec![path]);
    for _ in 0..400 {
        harness.run_steps(1);
        if harness.state().session().progress().is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run_steps(3);
    let why = "No event with a place and a day was found. See what is not on the map.";
    assert!(has(&harness, why));
}

#[test]
fn where_filters_or_days_hide_all_events_one_click_shows_them_again() {
    let mut harness = window_of([1280.0, 800.0], 1.0, Vec::new());
    let all = harness.state().session().shown().len();
    harness.state_mut().apply(Command::SetSearch("zebra".to_owned()));
    harness.run_steps(3);
    assert!(has(&harness, "The filters hide all events"));
    // One is beside the search, one on the map.
    let buttons: Vec<_> = harness.query_all_by_label("Clear filters").collect();
    buttons.last().unwrap().click();
    drop(buttons);
    harness.run_steps(3);
    assert_eq!(harness.state().session().shown().len(), all);

    let extent = harness.state().session().clock().extent().unwrap();
    let quiet = (extent.from() as i32..extent.to() as i32)
        .map(|day| Days::new(f64::from(day), f64::from(day) + 1.0))
        .find(|days| {
            harness.state_mut().apply(Command::SetWindow(*days));
            harness.state().session().shown().is_empty()
        });
    assert!(quiet.is_some(), "the sample has quiet days");
    harness.run_steps(3);
    assert!(has(&harness, "No events in these days"));
    let buttons: Vec<_> = harness.query_all_by_label("All days").collect();
    buttons.last().unwrap().click();
    drop(buttons);
    harness.run_steps(3);
    assert_eq!(harness.state().session().shown().len(), all);
}

#[test]
fn one_event_alone_is_shown_stepped_to_and_played() {
    let one = ("2022-09-14".to_owned(), 39.8, 45.7, "Jermuk".to_owned());
    let mut harness = with_events(std::iter::once(one));
    assert_eq!(harness.state().session().counts(), (1, 1));
    press(&mut harness, Key::ArrowRight);
    assert!(harness.state().session().selection().event.is_some());
    let at = harness.state().map().position_of(harness.state().session().shown()[0]).unwrap();
    assert!(harness.state().map().camera().unwrap().rect.contains(at));
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Space);
    harness.run_steps(10);
}

#[test]
fn events_on_one_spot_are_all_reached() {
    let row = |n: i32| (format!("2022-09-{:02}", n + 1), 39.8, 45.7, "Jermuk".to_owned());
    let mut harness = with_events((0..25).map(row));
    assert_eq!(harness.state().session().counts(), (25, 25));
    let mut reached = std::collections::BTreeSet::new();
    for _ in 0..25 {
        press(&mut harness, Key::ArrowRight);
        reached.insert(harness.state().session().selection().event.unwrap());
    }
    assert_eq!(reached.len(), 25);
}

#[test]
fn ten_thousand_events_are_shown_listed_and_found() {
    let row = |n: i32| {
        let day = jiff::civil::date(2020, 1, 1).checked_add(jiff::Span::new().days(n % 900));
        let (lat, lon) = (f64::from(n % 97) * 0.05, f64::from(n % 89) * 0.05);
        (day.unwrap().to_string(), 36.0 + lat, 40.0 + lon, format!("Place {n}"))
    };
    let mut harness = with_events((0..10_000).map(row));
    assert_eq!(harness.state().session().counts(), (10_000, 10_000));
    // Only rows in sight are there at all.
    let rows = harness.query_all_by_role(Role::Row).count();
    assert!((5..60).contains(&rows), "{rows}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run_steps(2);
    harness.event(eframe::egui::Event::Text("place 7777".to_owned()));
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    let session = harness.state().session();
    let (_, event) = session.selected().unwrap();
    assert_eq!(event.locations[0].name, "Place 7777");
}

/// Everything that can be used lies within the window, or in what scrolls.
fn check_inside(harness: &Window, size: [f32; 2], labels: &[&str]) {
    let window = Rect::from_min_max(pos2(-0.5, -0.5), pos2(size[0] + 0.5, size[1] + 0.5));
    for label in labels {
        let found = harness.query_all_by_label(label).next();
        let rect = found.expect(label).rect();
        assert!(window.contains_rect(rect), "{label} at {rect:?} in {size:?}");
        assert!(rect.width() > 4.0 && rect.height() > 4.0, "{label} at {rect:?}");
    }
}

const ALWAYS: [&str; 17] = [
    "File",
    "Help",
    "Notices",
    "Search events",
    "Filters",
    "Events",
    "Not on the map",
    "Sort by Killed",
    "Zoom in",
    "Map layers",
    "Not an event",
    "To the first day",
    "Play",
    "Cumulative",
    "Speed",
    "More for time",
    "Unfold legend",
];

#[test]
fn on_small_screens_all_controls_are_within_the_window() {
    for size in [[1024.0, 640.0], [800.0, 560.0], [854.0, 534.0]] {
        let mut harness = window_of(size, 1.0, Vec::new());
        press(&mut harness, Key::ArrowRight);
        check_inside(&harness, size, &ALWAYS);
        // On smaller ones it is in the menu.
        if size[0] > 1000.0 {
            check_inside(&harness, size, &["All days"]);
        }
        let rows = harness.query_all_by_role(Role::Row).filter(|row| row.rect().height() > 20.0);
        assert!(rows.count() >= 3, "{size:?}");
        let map = harness.state().map().camera().unwrap().rect;
        assert!(map.width() >= 250.0 && map.height() >= 300.0, "{map:?}");
    }
}

#[test]
fn dialogs_fit_the_smallest_window() {
    let size = [800.0, 560.0];
    let mut harness = window_of(size, 1.0, Vec::new());
    for (dialog, buttons) in [
        ("settings", ["Larger text", "Close"]),
        ("keys", ["Search keys", "Close"]),
        ("about dateline", ["Copy all as text", "Close"]),
        ("export events", ["Choose a file…", "Close"]),
        ("own places", ["Choose a file…", "Close"]),
    ] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run_steps(2);
        harness.event(eframe::egui::Event::Text(dialog.to_owned()));
        harness.run_steps(2);
        press(&mut harness, Key::Enter);
        check_inside(&harness, size, &buttons);
        press(&mut harness, Key::Escape);
    }
}

#[test]
fn a_picture_of_a_screen_with_many_pixels_has_them_all() {
    let mut harness = window_of([640.0, 480.0], 2.0, Vec::new());
    let image = harness.render().unwrap();
    assert_eq!(image.dimensions(), (1280, 960));
}

#[test]
fn an_article_with_right_to_left_words_is_shown_and_its_marks_are_in_place() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("quote.txt");
    let text = "Shells hit Jermuk\n\n13 September 2022\n\nقال شاهد عيان: سقطت القذائف (قرب الجسر).\n\n\
                Shells hit Jermuk on Monday, the witness (\u{5e2}\u{5d3} \u{5e8}\u{5d0}\u{5d9}\u{5d9}\u{5d4}) said.\n";
    std::fs::write(&path, text).unwrap();
    let mut harness = window_of([1280.0, 800.0], 1.0, vec![path]);
    for _ in 0..400 {
        harness.run_steps(1);
        if harness.state().session().progress().is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    press(&mut harness, Key::ArrowRight);
    let paragraphs: Vec<String> = harness
        .query_all_by_role(Role::Paragraph)
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert!(paragraphs.iter().any(|line| line.starts_with("قال شاهد")), "{paragraphs:?}");
    assert!(paragraphs.iter().any(|line| line.ends_with("said.")), "{paragraphs:?}");
}
