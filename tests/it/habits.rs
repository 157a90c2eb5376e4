//! The habits of a desktop program: settings, the palette, keys, notices, names for screen
//! readers. Driven through the accessibility tree.

use std::path::{Path, PathBuf};

use dateline::{
    locale::{self, Language},
    model::Event,
    session::{Command, Severity},
    storage::{Folder, TextSize, Theme},
    ui::App,
};
use eframe::egui::{self, Key, Modifiers, Role, accesskit::Action};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

type Window = Harness<'static, App>;

/// A window of a size with these files, or the sample if there are none; kept in a folder.
fn window_of(size: [f32; 2], paths: Vec<PathBuf>, folder: Option<&Path>) -> Window {
    let folder = folder.map(Folder::at);
    let mut harness = Harness::builder()
        .with_size(size)
        .wgpu()
        .build_eframe(move |cc| App::kept(cc, paths, Vec::new(), folder));
    harness.run_steps(4);
    harness
}

fn sample() -> Window {
    window_of([1280.0, 800.0], Vec::new(), None)
}

fn kept_in(folder: &Path) -> Window {
    window_of([1280.0, 800.0], Vec::new(), Some(folder))
}

fn press(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn click(harness: &mut Window, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn type_text(harness: &mut Window, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run_steps(3);
}

/// Opens the palette and types into it.
fn go_to(harness: &mut Window, text: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    type_text(harness, text);
}

fn has(harness: &Window, label: &str) -> bool {
    harness.query_all_by_label(label).next().is_some()
}

/// Whether a menu with an entry that begins so is open; keys are part of its name.
fn has_entry(harness: &Window, entry: &str) -> bool {
    harness
        .query_all_by_role(Role::Button)
        .any(|node| node.accesskit_node().label().is_some_and(|label| label.starts_with(entry)))
}

/// Chooses an entry of a menu.
fn choose(harness: &mut Window, menu: &str, entry: &str) {
    click(harness, menu);
    let begins = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|label| label.starts_with(entry))
    };
    harness.get_by(begins).click();
    harness.run_steps(3);
}

#[test]
fn the_palette_does_what_was_typed_and_offers_it_first_the_next_time() {
    let mut harness = sample();
    go_to(&mut harness, "high contr");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().settings().high_contrast);
    press(&mut harness, Modifiers::COMMAND, Key::K);
    assert!(has(&harness, "Chosen before"));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(!harness.state().settings().high_contrast, "the same again");
}

#[test]
fn arrows_go_through_the_palette_and_escape_closes_it() {
    let mut harness = sample();
    go_to(&mut harness, "theme");
    let chosen = |harness: &Window| {
        let options = harness.query_all_by_role(Role::ListBoxOption);
        let chosen = options.filter(|node| node.accesskit_node().is_selected() == Some(true));
        chosen.map(|node| node.accesskit_node().label().unwrap_or_default()).collect::<Vec<_>>()
    };
    let first = chosen(&harness);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(chosen(&harness).len(), 1);
    assert_ne!(chosen(&harness), first);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(chosen(&harness).is_empty());
}

#[test]
fn the_palette_finds_places_events_and_articles() {
    let mut harness = sample();
    go_to(&mut harness, "jermuk");
    for group in ["Places", "Events", "Articles"] {
        assert!(has(&harness, group), "{group}");
    }
    press(&mut harness, Modifiers::NONE, Key::Escape);
    go_to(&mut harness, "gyumri");
    let before = harness.state().map().camera().unwrap().center;
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let after = harness.state().map().camera().unwrap().center;
    assert!(before.distance_km(after) > 50.0);
    assert!((after.lat - 40.79).abs() < 0.1, "{after:?}");
}

#[test]
fn an_event_that_the_palette_finds_is_selected_and_its_day_shown() {
    let mut harness = sample();
    press(&mut harness, Modifiers::NONE, Key::End);
    let session = harness.state().session();
    let events = session.filtered().iter().filter_map(|id| session.event(*id));
    let of_one_day = |event: &&Event| event.date.is_some_and(|days| days.first() == days.last());
    let event = events.into_iter().find(of_one_day).unwrap();
    let (days, place) = (event.date.unwrap(), event.locations[0].name.clone());
    let day = days.first().strftime("%-d %b %Y").to_string();
    go_to(&mut harness, &format!("{place} {day}"));
    let label = |node: &egui_kittest::kittest::AccessKitNode<'_>| node.label().unwrap_or_default();
    let entry = harness
        .get_all_by_role(Role::ListBoxOption)
        .find(|node| label(&node.accesskit_node()).contains(&day))
        .unwrap();
    entry.click();
    harness.run_steps(3);
    let session = harness.state().session();
    assert!(session.selection().event.is_some());
    assert!(session.shown().iter().any(|id| Some(*id) == session.selection().event));
}

#[test]
fn settings_are_in_force_at_once_and_survive_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = kept_in(folder.path());
    press(&mut harness, Modifiers::COMMAND, Key::Comma);
    click(&mut harness, "Dark");
    assert!(harness.ctx.global_style().visuals.dark_mode);
    click(&mut harness, "Colour-blind safe");
    click(&mut harness, "Reduced motion");
    assert_eq!(harness.ctx.global_style().animation_time, 0.0);
    click(&mut harness, "Larger text");
    assert_eq!(harness.ctx.zoom_factor(), 1.1);
    harness.get_by_role_and_label(Role::ComboBox, "Language").click();
    harness.run_steps(3);
    click(&mut harness, "Русский");
    assert_eq!(locale::language(), Language::Russian);
    drop(harness);
    locale::set_language(Language::English);

    let harness = kept_in(folder.path());
    assert_eq!(locale::language(), Language::Russian);
    assert!(harness.ctx.global_style().visuals.dark_mode);
    assert_eq!(harness.ctx.zoom_factor(), 1.1);
    let settings = harness.state().settings();
    assert_eq!(settings.theme, Theme::Dark);
    assert!(settings.reduced_motion);
    locale::set_language(Language::English);
}

#[test]
fn a_settings_file_that_makes_no_sense_is_said_and_does_no_harm() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("settings.json"), "{\"theme\": 7}").unwrap();
    let harness = kept_in(folder.path());
    let notices = harness.state().session().notices();
    assert!(notices.iter().any(|notice| notice.message.starts_with("Some settings")));
    assert_eq!(harness.state().settings().theme, Theme::System);
}

#[test]
fn a_window_without_a_folder_writes_nothing() {
    let mut harness = sample();
    press(&mut harness, Modifiers::COMMAND, Key::Plus);
    assert_eq!(harness.state().settings().text_size, TextSize::of_percent(110));
    press(&mut harness, Modifiers::COMMAND, Key::Num0);
    assert_eq!(harness.state().settings().text_size, TextSize::default());
}

#[test]
fn panels_that_were_closed_stay_closed_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = kept_in(folder.path());
    press(&mut harness, Modifiers::NONE, Key::F2);
    assert!(!has(&harness, "Search events"));
    drop(harness);
    let mut harness = kept_in(folder.path());
    assert!(!has(&harness, "Search events"));
    press(&mut harness, Modifiers::NONE, Key::F2);
    assert!(has(&harness, "Search events"));
}

#[test]
fn files_that_were_opened_can_be_opened_again_from_the_menu() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("calm.txt");
    std::fs::write(&path, "Calm\n\n13 September 2022\n\nShells hit Goris on Monday.\n").unwrap();
    let mut harness = kept_in(folder.path());
    press(&mut harness, Modifiers::COMMAND, Key::K);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    choose(&mut harness, "File", "Open path…");
    type_text(&mut harness, &path.display().to_string());
    click(&mut harness, "Open");
    choose(&mut harness, "File", "Recent files");
    assert!(has(&harness, "calm"));
}

#[test]
fn notices_that_are_gone_can_be_read_again() {
    let mut harness = sample();
    let missing = PathBuf::from("no such folder/missing.txt");
    harness.state_mut().apply(Command::Open(vec![missing]));
    for _ in 0..400 {
        harness.run_steps(1);
        if !harness.state().session().notices().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run_steps(2);
    let notice = harness.state().session().notices()[0].clone();
    assert_eq!(notice.severity, Severity::Error);
    click(&mut harness, "Dismiss notice");
    assert!(harness.state().session().notices().is_empty());
    assert!(!has(&harness, &notice.message));
    click(&mut harness, "Notices");
    assert!(has(&harness, &notice.message));
    assert!(has(&harness, &notice.details[0]));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!has(&harness, &notice.message));
}

#[test]
fn the_list_of_keys_is_complete_and_can_be_searched() {
    let mut harness = sample();
    press(&mut harness, Modifiers::NONE, Key::F1);
    for words in ["Select the next event in time", "Drag the map", "Open a menu (not on a Mac)"] {
        assert!(has(&harness, words), "{words}");
    }
    harness.get_by_role_and_label(Role::TextInput, "Search keys").focus();
    harness.run_steps(2);
    type_text(&mut harness, "undo last edit");
    assert!(!has(&harness, "Drag the map"));
    type_text(&mut harness, " zzz");
    assert!(has(&harness, "Nothing found"));
}

#[test]
fn menus_open_by_alt_and_a_letter_and_arrows_go_through_them() {
    let mut harness = sample();
    press(&mut harness, Modifiers::ALT, Key::T);
    assert!(has_entry(&harness, "Play or pause"));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().session().clock().playing());
    assert!(!has_entry(&harness, "Play or pause"));
}

/// The name of the control that has the keyboard.
fn focused(harness: &Window) -> String {
    let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    node.map(|node| node.accesskit_node().label().unwrap_or_default()).unwrap_or_default()
}

#[test]
fn f6_goes_round_the_parts_of_the_window() {
    let mut harness = sample();
    let mut seen = Vec::new();
    for _ in 0..6 {
        press(&mut harness, Modifiers::NONE, Key::F6);
        seen.push(focused(&harness));
    }
    assert_eq!(seen[0], "File");
    assert_eq!(seen[1], "Saved filters and bookmarks", "beside the search");
    assert!(seen[2].starts_with("Map, "), "{seen:?}");
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    press(&mut harness, Modifiers::SHIFT, Key::F6);
    assert!(seen.contains(&focused(&harness)), "{seen:?}");
}

#[test]
fn arrows_in_the_list_select_and_the_keyboard_goes_along() {
    let mut harness = sample();
    let events: Vec<_> = harness.state().session().shown().iter().copied().collect();
    let first = harness.get_all_by_role(Role::Row).next().unwrap();
    first.focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().session().selection().event, Some(events[0]));
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(harness.state().session().selection().event, Some(events[2]));
    press(&mut harness, Modifiers::NONE, Key::End);
    assert_eq!(harness.state().session().selection().event, events.last().copied());
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(harness.state().session().selection().event, Some(events[events.len() - 2]));
    let node = harness.root().children_recursive().find(|n| n.accesskit_node().is_focused());
    assert_eq!(node.unwrap().accesskit_node().role(), Role::Row);
}

#[test]
fn the_map_and_the_slider_move_by_arrows() {
    let mut harness = sample();
    let map = |harness: &Window| harness.state().map().camera().unwrap().center;
    let before = map(&harness);
    for _ in 0..3 {
        press(&mut harness, Modifiers::NONE, Key::F6);
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert!(map(&harness).lon > before.lon);
    assert_eq!(harness.state().session().selection().event, None, "the arrow was the map's");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(harness.state().session().selection().event.is_some());

    let slider = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.label().is_some_and(|label| label.starts_with("Days shown"))
    };
    harness.get_by(slider).focus();
    harness.run_steps(2);
    let window = harness.state().session().clock().window();
    press(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
    let after = harness.state().session().clock().window();
    assert_eq!(after.from(), window.from());
    assert!(after.to() < window.to());
}

#[test]
fn space_is_of_the_control_that_has_the_keyboard_and_escape_leaves_it_first() {
    let mut harness = sample();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let chosen = harness.state().session().selection().event;
    harness.get_by_label("Cumulative").focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert!(!harness.state().session().clock().playing());
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().session().selection().event, chosen);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().session().selection().event, None);
}

/// What can be clicked or get the keyboard but has no name: role and place.
fn nameless(harness: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for node in harness.root().children_recursive() {
        let node = node.accesskit_node();
        let data = node.data();
        let acts = data.supports_action(Action::Click) || data.supports_action(Action::Focus);
        let named = [node.label(), node.value(), data.placeholder().map(str::to_owned)];
        let is_named = named.iter().flatten().any(|name| !name.trim().is_empty());
        // Text shown by many widgets is a node of its own below the one that acts.
        let has_text = node.children().any(|child| child.value().is_some_and(|v| !v.is_empty()));
        // A scroll bar is known by what it scrolls.
        let acts = acts && node.role() != Role::ScrollBar;
        if acts && !node.is_hidden() && !(is_named || has_text) {
            found.push(format!("{:?} at {:?}", node.role(), node.raw_bounds()));
        }
    }
    found
}

#[test]
fn whatever_can_be_used_has_a_name() {
    let mut harness = sample();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    click(&mut harness, "Filters");
    assert_eq!(nameless(&harness), Vec::<String>::new(), "the window");
    click(&mut harness, "Articles");
    assert_eq!(nameless(&harness), Vec::<String>::new(), "articles");
    click(&mut harness, "Not on the map");
    assert_eq!(nameless(&harness), Vec::<String>::new(), "not on the map");
    click(&mut harness, "Map layers");
    assert_eq!(nameless(&harness), Vec::<String>::new(), "map layers");
    click(&mut harness, "Close layers");
    for menu in ["File", "Edit", "View", "Time", "Help"] {
        click(&mut harness, menu);
        assert_eq!(nameless(&harness), Vec::<String>::new(), "{menu}");
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
    let dialogs = ["settings", "keys", "about dateline", "notices", "export events", "open path"];
    for dialog in dialogs.into_iter().chain(["own places", "save project"]) {
        go_to(&mut harness, dialog);
        assert_eq!(nameless(&harness), Vec::<String>::new(), "palette with {dialog}");
        press(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(nameless(&harness), Vec::<String>::new(), "{dialog}");
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
}
