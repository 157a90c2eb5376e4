//! The map, driven as a person would: by its buttons and keys, and by the pointer on it.

use dateline::{
    model::LonLat,
    session::{Command, Session},
    ui::{
        App,
        map::{Camera, Display},
    },
};
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Pos2, Role, Vec2, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

use crate::ui::{choose, click, press, sample, share_of, window};

type Window = Harness<'static, App>;

fn session(harness: &Window) -> &Session {
    harness.state().session()
}

fn camera(harness: &Window) -> Camera {
    harness.state().map().camera().unwrap()
}

/// A point of the map, from its middle.
fn on_map(harness: &Window, x: f32, y: f32) -> Pos2 {
    camera(harness).rect.center() + vec2(x, y)
}

/// Presses and releases at a point.
fn click_at(harness: &mut Window, at: Pos2) {
    harness.hover_at(at);
    harness.step();
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run_steps(3);
}

/// Clicks that are no double click, since time passes between them.
fn click_all(harness: &mut Window, points: &[Pos2]) {
    for at in points {
        click_at(harness, *at);
        harness.run_steps(4);
    }
}

fn drag(harness: &mut Window, from: Pos2, to: Pos2) {
    harness.hover_at(from);
    harness.step();
    harness.drag_at(from);
    harness.step();
    for step in 1..=6 {
        harness.hover_at(from + (to - from) * step as f32 / 6.0);
        harness.step();
    }
    harness.drop_at(to);
    harness.run_steps(3);
}

fn key_with(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

/// Chooses how events are shown, in the panel, and closes it.
fn show(harness: &mut Window, display: &str) {
    click(harness, "Map display");
    harness.get_by_role_and_label(Role::RadioButton, display).click_accesskit();
    harness.run_steps(3);
    click(harness, "Close map display");
}

/// The clusters on the map: what a screen reader says of them.
fn clusters(harness: &Window) -> Vec<String> {
    let labels = harness.query_all_by_role(Role::Button).filter_map(|n| n.accesskit_node().label());
    labels.filter(|label| label.contains(" events: ")).collect()
}

fn has_label(harness: &Window, part: &str) -> bool {
    harness.query_all_by_role(Role::Label).any(|node| {
        let node = node.accesskit_node();
        node.label().or(node.value()).is_some_and(|words| words.contains(part))
    })
}

#[test]
fn clusters_count_all_events_in_the_view_and_open_when_clicked() {
    let mut harness = sample();
    show(&mut harness, "Clusters");
    assert_eq!(harness.state().map().options().display, Display::Clusters);
    let before = clusters(&harness);
    assert!(!before.is_empty());
    let zoom = camera(&harness).zoom;
    harness.get_all_by(|node| node.label().as_deref() == Some(&before[0])).next().unwrap().click();
    harness.run_steps(10);
    let list = harness.query_by_label("Close the list").is_some();
    assert!(camera(&harness).zoom > zoom + 0.9 || list, "{before:?}");
}

#[test]
fn a_cluster_on_one_spot_opens_a_list_in_which_each_event_can_be_selected() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    let table = "date,lat,lon,place\n2022-09-14,39.8,45.7,Jermuk\n2022-09-15,39.8,45.7,Jermuk\n";
    std::fs::write(&path, table).unwrap();
    let mut harness = window(vec![path]);
    for _ in 0..500 {
        harness.run_steps(1);
        if !session(&harness).shown().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    show(&mut harness, "Clusters");
    click(&mut harness, "2 events: 2 × Other");
    click(&mut harness, "15 Sep 2022 · Other · Jermuk");
    let second = session(&harness).shown()[1];
    assert_eq!(session(&harness).selection().event, Some(second));
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Close the list").is_none());
    assert_eq!(session(&harness).selection().event, Some(second), "the first Escape is the list's");
}

#[test]
fn heat_is_drawn_where_most_happened_and_explained() {
    let mut harness = sample();
    // The hottest colour of the theme over the land.
    let hot = [121, 30, 69];
    let before = share_of(&mut harness, hot);
    show(&mut harness, "Heat map");
    assert!(share_of(&mut harness, hot) > before);
    assert!(has_label(&harness, "much"));
}

#[test]
fn colours_by_side_name_the_two_sides() {
    let mut harness = sample();
    click(&mut harness, "Map display");
    harness.get_by_role_and_label(Role::CheckBox, "Colour by side").click_accesskit();
    harness.get_by_role_and_label(Role::CheckBox, "Larger, the more died").click_accesskit();
    harness.get_by_role_and_label(Role::CheckBox, "Areas of uncertain places").click_accesskit();
    harness.run_steps(3);
    let names: Vec<String> =
        session(&harness).sides().names().iter().map(|side| side.name.clone()).collect();
    assert_eq!(names, ["Armenia", "Azerbaijan"]);
    for side in ["Armenia says", "Azerbaijan says"] {
        assert!(harness.query_by_role_and_label(Role::CheckBox, side).is_some(), "{side}");
    }
    for words in ["Both or others", "Deaths"] {
        assert!(has_label(&harness, words), "{words}");
    }
}

#[test]
fn a_rectangle_filters_by_place_until_it_is_cleared() {
    let mut harness = sample();
    let (all, _) = session(&harness).counts();
    let middle = camera(&harness).center;
    click(&mut harness, "Select a rectangle");
    let (from, to) = (on_map(&harness, 10.0, -90.0), on_map(&harness, 130.0, 140.0));
    drag(&mut harness, from, to);
    assert_eq!(camera(&harness).center, middle, "the map stays where it is");
    let area = session(&harness).filter().area().unwrap().clone();
    let (inside, _) = session(&harness).counts();
    assert!((1..all).contains(&inside), "{inside} of {all}");
    for id in session(&harness).shown().iter() {
        let event = session(&harness).event(*id).unwrap();
        assert!(event.best_locations().any(|location| area.contains(location.position)));
    }
    click(&mut harness, "Clear area");
    assert_eq!(session(&harness).counts().0, all);
}

#[test]
fn a_polygon_is_clicked_and_closed_by_enter_and_escape_ends_it_before() {
    let mut harness = sample();
    let corners = [(-140.0, -150.0), (140.0, -150.0), (140.0, 150.0)];
    let corners = corners.map(|(x, y)| on_map(&harness, x, y));
    click(&mut harness, "Select an area");
    click_all(&mut harness, &corners[..2]);
    press(&mut harness, Key::Escape);
    assert!(!has_label(&harness, "Escape ends"));
    assert!(session(&harness).filter().area().is_none());
    click(&mut harness, "Select an area");
    click_all(&mut harness, &corners);
    press(&mut harness, Key::Enter);
    let area = session(&harness).filter().area().unwrap();
    assert_eq!(area.corners().len(), 3);
    assert!(area.contains(camera(&harness).unproject(corners[1] + vec2(-9.0, 9.0))));
    assert!(!area.contains(camera(&harness).unproject(corners[0] + vec2(0.0, 200.0))));
}

#[test]
fn the_view_is_an_area_by_keyboard_alone() {
    let mut harness = sample();
    press(&mut harness, Key::Plus);
    press(&mut harness, Key::Plus);
    choose(&mut harness, "View", "Filter to this view");
    let area = session(&harness).filter().area().unwrap();
    let view = camera(&harness);
    assert!(area.contains(view.unproject(view.rect.left_top() + Vec2::splat(2.0))));
    assert!(!area.contains(view.unproject(view.rect.left_top() - Vec2::splat(4.0))));
    choose(&mut harness, "Edit", "Deselect");
}

#[test]
fn distances_are_measured_along_clicks_and_put_away_by_escape() {
    let mut harness = sample();
    click(&mut harness, "Measure");
    assert!(has_label(&harness, "Click points to measure between"));
    let points = [(-40.0, 0.0), (120.0, 0.0)].map(|(x, y)| on_map(&harness, x, y));
    click_all(&mut harness, &points);
    let [a, b] = points.map(|at| camera(&harness).unproject(at));
    let wanted = format!("{:.1} km", a.distance_km(b));
    assert!(has_label(&harness, &wanted), "{wanted}");
    press(&mut harness, Key::Backspace);
    assert!(!has_label(&harness, &wanted));
    press(&mut harness, Key::Escape);
    assert!(!has_label(&harness, "Escape ends"));
}

#[test]
fn the_coordinates_under_the_pointer_are_copied_by_a_key() {
    let mut harness = sample();
    let at = on_map(&harness, 40.0, -30.0);
    harness.hover_at(at);
    harness.run_steps(2);
    let place = camera(&harness).unproject(at);
    let wanted = format!("{:.5}, {:.5}", place.lat, place.lon);
    // Pressed and not yet let go, for the frame in which it is copied.
    harness.event(Event::Key {
        key: Key::C,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: Modifiers::NONE,
    });
    harness.step();
    let copied = harness
        .output()
        .platform_output
        .commands
        .iter()
        .any(|command| matches!(command, OutputCommand::CopyText(text) if *text == wanted));
    assert!(copied, "{:?}", harness.output().platform_output.commands);
    let notices = session(&harness).notices();
    assert_eq!(notices.last().unwrap().message, format!("Copied {wanted}"));
}

#[test]
fn a_place_is_gone_to_by_name_and_by_coordinates() {
    let mut harness = sample();
    let goes_to = |harness: &mut Window, typed: &str, wanted: (f64, f64)| {
        key_with(harness, Modifiers::COMMAND, Key::G);
        harness.get_by_role_and_label(Role::TextInput, "Go to a place").type_text(typed);
        harness.run_steps(3);
        press(harness, Key::Enter);
        harness.run_steps(10);
        let center = camera(harness).center;
        let km = center.distance_km(LonLat::new(wanted.1, wanted.0));
        assert!(km < 5.0, "{typed}: {center:?}");
        assert!(harness.query_by_role_and_label(Role::TextInput, "Go to a place").is_none());
    };
    goes_to(&mut harness, "Jermuk", (39.84, 45.67));
    goes_to(&mut harness, "48°51′N 2°21′E", (48.85, 2.35));
    key_with(&mut harness, Modifiers::COMMAND, Key::G);
    harness.get_by_role_and_label(Role::TextInput, "Go to a place").type_text("qqzzxx");
    harness.run_steps(3);
    assert!(has_label(&harness, "No such place"));
    press(&mut harness, Key::Escape);
    assert!(!has_label(&harness, "No such place"));
}

#[test]
fn a_row_of_the_legend_hides_a_type_and_shows_it_again() {
    let mut harness = sample();
    let row = "Shelling or missile: hide or show";
    let (all, _) = session(&harness).counts();
    click(&mut harness, row);
    assert!(session(&harness).counts().0 < all);
    click(&mut harness, row);
    assert_eq!(session(&harness).counts().0, all);
    click(&mut harness, "Province or region: hide or show");
    assert!(session(&harness).counts().0 < all);
}

#[test]
fn the_map_goes_where_the_selected_event_is_unless_told_not_to() {
    let mut harness = sample();
    let far = LonLat::new(2.35, 48.85);
    let selected_after = |harness: &mut Window| {
        harness.state_mut().map_mut().look_at(far, 7.0);
        harness.run_steps(2);
        press(harness, Key::ArrowRight);
        harness.run_steps(10);
        camera(harness).center.distance_km(far) > 1000.0
    };
    assert!(selected_after(&mut harness));
    click(&mut harness, "Map display");
    harness.get_by_role_and_label(Role::CheckBox, "Follow the selection").click_accesskit();
    harness.run_steps(2);
    assert!(!selected_after(&mut harness));
}

#[test]
fn the_map_fits_what_is_shown_not_all_there_is() {
    let mut harness = sample();
    press(&mut harness, Key::F);
    harness.run_steps(10);
    let all = camera(&harness);
    let id = session(&harness).shown()[0];
    let day = session(&harness).event(id).unwrap().date.unwrap();
    let window = dateline::session::Window::of_days(day);
    harness.state_mut().apply(Command::SetWindow(window));
    press(&mut harness, Key::F);
    harness.run_steps(10);
    assert!(camera(&harness).zoom > all.zoom + 0.5);
}

#[test]
fn nothing_is_drawn_again_while_nothing_happens() {
    let mut harness = sample();
    for display in ["Clusters", "Heat map", "Markers"] {
        show(&mut harness, display);
        harness.run_steps(30);
        for _ in 0..100 {
            if !harness.ctx.has_requested_repaint() {
                break;
            }
            // Cells of the base map are made ready by another thread.
            std::thread::sleep(std::time::Duration::from_millis(10));
            harness.step();
        }
        assert!(!harness.ctx.has_requested_repaint(), "{display}");
    }
}
