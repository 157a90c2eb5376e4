//! The left panel and stories, driven through the accessibility tree as a person would.

use std::path::{Path, PathBuf};

use dateline::{
    model::{EventType, Review},
    session::{Command, Facet, Session},
    storage::Folder,
    ui::{
        App,
        map::{ColourBy, MapOptions},
    },
};
use eframe::egui::{Key, Modifiers, Role, accesskit::Toggled};
use egui_kittest::{
    Harness, Node,
    kittest::{NodeT as _, Queryable as _},
};

type Window = Harness<'static, App>;

/// A window of a size with these files, or with the sample if there are none, when all of
/// them have been read. What is done is kept in a folder, if there is one.
fn window(size: [f32; 2], paths: Vec<PathBuf>, folder: Option<&Path>) -> Window {
    let folder = folder.map(Folder::at);
    let mut harness = Harness::builder()
        .with_size(size)
        .wgpu()
        .build_eframe(move |cc| App::kept(cc, paths, Vec::new(), folder));
    for _ in 0..1000 {
        harness.step();
        if harness.state().session().progress().is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    harness.run_steps(3);
    harness
}

fn sample() -> Window {
    window([1280.0, 900.0], Vec::new(), None)
}

fn session(harness: &Window) -> &Session {
    harness.state().session()
}

fn click(harness: &mut Window, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(4);
}

/// Clicks what is drawn outside of the window's middle or under others.
fn click_for_sure(harness: &mut Window, role: Role, label: &str) {
    harness.get_by_role_and_label(role, label).click_accesskit();
    harness.run_steps(4);
}

fn press(harness: &mut Window, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(4);
}

/// Types into the field of this label.
fn type_into(harness: &mut Window, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run_steps(3);
}

/// Chooses the entry of a menu that begins with these words.
fn choose(harness: &mut Window, menu: &str, entry: &str) {
    click(harness, menu);
    let entry = harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(entry)));
    entry.click();
    harness.run_steps(4);
}

fn rows(harness: &Window) -> Vec<Node<'_>> {
    harness.query_all_by_role(Role::Row).collect()
}

fn selected(harness: &Window) -> usize {
    session(harness).selection().all().len()
}

/// Clicks a row with a key held.
fn click_row(harness: &mut Window, row: usize, modifiers: Modifiers) {
    rows(harness)[row].click_modifiers(modifiers);
    harness.run_steps(4);
}

#[test]
fn a_click_on_a_value_of_a_facet_shows_only_what_has_it_and_another_shows_all() {
    let mut harness = sample();
    let all = session(&harness).counts().0;
    click(&mut harness, "Filters");
    click_for_sure(&mut harness, Role::DisclosureTriangle, "Outlet");
    let outlet = session(&harness).facet(Facet::Outlet)[0].clone();
    click_for_sure(&mut harness, Role::CheckBox, &outlet.name);
    let (shown, _) = session(&harness).counts();
    assert!(shown < all && shown > 0, "{shown} of {all}");
    assert_eq!(
        session(&harness).filter().chosen(Facet::Outlet).collect::<Vec<_>>(),
        [&outlet.name]
    );
    let chosen = harness.get_by_role_and_label(Role::CheckBox, &outlet.name);
    assert_eq!(chosen.accesskit_node().toggled(), Some(Toggled::True));
    click_for_sure(&mut harness, Role::CheckBox, &outlet.name);
    assert_eq!(session(&harness).counts().0, all);
}

#[test]
fn a_country_is_called_by_its_name_and_a_value_is_found_by_typing() {
    let mut harness = sample();
    click(&mut harness, "Filters");
    click_for_sure(&mut harness, Role::DisclosureTriangle, "Type");
    click_for_sure(&mut harness, Role::DisclosureTriangle, "Country");
    assert!(harness.query_by_role_and_label(Role::CheckBox, "Armenia").is_some());
    click_for_sure(&mut harness, Role::DisclosureTriangle, "Country");
    click_for_sure(&mut harness, Role::DisclosureTriangle, "Place");
    let places = session(&harness).facet(Facet::Place);
    let rare = places.iter().next_back().unwrap().name.clone();
    assert!(places.len() > 10 && harness.query_by_role_and_label(Role::CheckBox, &rare).is_none());
    type_into(&mut harness, "Find in Place", &rare);
    click_for_sure(&mut harness, Role::CheckBox, &rare);
    assert!(session(&harness).shown().len() <= 3);
}

#[test]
fn a_filter_with_a_name_is_there_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window([1280.0, 900.0], Vec::new(), Some(folder.path()));
    harness.state_mut().apply(Command::ToggleType(EventType::Battle));
    harness.run_steps(2);
    let without = session(&harness).counts().0;
    click(&mut harness, "Saved filters and bookmarks");
    type_into(&mut harness, "Name of the filter", "no battles");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(session(&harness).edits().filters.contains_key("no battles"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    click(&mut harness, "Clear filters");
    assert!(session(&harness).counts().0 > without);
    drop(harness);
    let mut harness = window([1280.0, 900.0], Vec::new(), Some(folder.path()));
    click(&mut harness, "Saved filters and bookmarks");
    click_for_sure(&mut harness, Role::Button, "no battles");
    assert_eq!(session(&harness).counts().0, without);
    click_for_sure(&mut harness, Role::Button, "Delete filter no battles");
    assert!(session(&harness).edits().filters.is_empty());
}

#[test]
fn a_bookmark_brings_back_where_the_map_looked_and_which_days() {
    let mut harness = sample();
    press(&mut harness, Modifiers::NONE, Key::ArrowRight);
    let event = session(&harness).selection().event;
    let before = harness.state().map().view().unwrap();
    click(&mut harness, "Saved filters and bookmarks");
    type_into(&mut harness, "Note for the bookmark", "the front");
    type_into(&mut harness, "Name of the bookmark", "Sevan");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(session(&harness).edits().bookmarks["Sevan"].note, "the front");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.state_mut().apply(Command::Deselect);
    click(&mut harness, "Zoom in");
    harness.run_steps(60);
    assert!((harness.state().map().view().unwrap().zoom - before.zoom).abs() > 0.2);
    click(&mut harness, "Saved filters and bookmarks");
    click_for_sure(&mut harness, Role::Button, "Sevan");
    harness.run_steps(60);
    let after = harness.state().map().view().unwrap();
    assert!((after.zoom - before.zoom).abs() < 0.01, "{after:?} {before:?}");
    assert!(after.center.distance_km(before.center) < 1.0);
    assert_eq!(session(&harness).selection().event, event);
}

#[test]
fn several_events_are_marked_at_once_and_that_is_undone_at_once() {
    let mut harness = sample();
    click_row(&mut harness, 0, Modifiers::NONE);
    assert!(harness.query_by_label("3 events selected").is_none());
    click_row(&mut harness, 2, Modifiers::SHIFT);
    assert_eq!(selected(&harness), 3);
    click_row(&mut harness, 4, Modifiers::COMMAND);
    assert_eq!(selected(&harness), 4);
    assert!(harness.query_by_label("4 events selected").is_some());
    click(&mut harness, "Mark as…");
    // The inspector has one of this name too, behind the menu.
    harness.get_all_by_label("Reviewed").next().unwrap().click();
    harness.run_steps(4);
    assert_eq!(session(&harness).tallies().reviews[Review::Reviewed as usize], 4);
    assert_eq!(selected(&harness), 4, "they stay selected");
    choose(&mut harness, "Edit", "Undo");
    assert_eq!(session(&harness).tallies().reviews[Review::Reviewed as usize], 0);
    click(&mut harness, "Type…");
    click(&mut harness, "Protest or riot");
    let are_protests = |harness: &Window| {
        let all = session(harness).selection().all();
        let types = all.iter().filter_map(|id| session(harness).event(*id));
        types.filter(|event| event.event_type == EventType::ProtestRiot).count()
    };
    assert_eq!(are_protests(&harness), 4);
    click(&mut harness, "Clear selection");
    assert_eq!(selected(&harness), 0);
}

#[test]
fn rows_are_chosen_with_keys_as_in_a_list_of_files() {
    let mut harness = sample();
    click_row(&mut harness, 0, Modifiers::NONE);
    let first = session(&harness).selection().event;
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    assert_eq!(selected(&harness), 3);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowUp);
    assert_eq!(selected(&harness), 2);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    assert_eq!(selected(&harness), session(&harness).shown().len());
    press(&mut harness, Modifiers::NONE, Key::End);
    assert_eq!(session(&harness).selection().event, session(&harness).shown().last());
    press(&mut harness, Modifiers::NONE, Key::Home);
    assert_eq!((session(&harness).selection().event, selected(&harness)), (first, 1));
    press(&mut harness, Modifiers::NONE, Key::Space);
    assert!(session(&harness).clock().playing(), "Space is the window's");
}

#[test]
fn columns_are_chosen_and_the_table_is_sorted_by_them() {
    let mut harness = sample();
    click(&mut harness, "Sort by Killed");
    let most = rows(&harness)[0].accesskit_node().label().unwrap();
    let shown = session(&harness).shown();
    let killed = |id| session(&harness).event(id).and_then(|e| e.killed).map_or(0, |k| k.low());
    let deadliest = shown.iter().max_by_key(|id| killed(**id)).unwrap();
    let event = session(&harness).event(*deadliest).unwrap();
    assert!(most.starts_with(event.event_type.label()), "{most}");
    assert!(harness.query_by_label("Sort by Wounded").is_none());
    click(&mut harness, "Columns…");
    click(&mut harness, "Wounded");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("Sort by Wounded").is_some());
}

fn article(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn articles_without_a_date_ask_for_one_after_the_other() {
    let folder = tempfile::tempdir().unwrap();
    let a = article(folder.path(), "a.txt", "Fire at Goris\n\nShells hit Goris on Tuesday.\n");
    let b = article(folder.path(), "b.txt", "Fire at Kapan\n\nShells hit Kapan on Monday.\n");
    let mut harness = window([1280.0, 900.0], vec![a, b], None);
    click(&mut harness, "Articles");
    assert!(harness.query_by_label("2 articles without a date").is_some());
    click(&mut harness, "Show only these");
    type_into(&mut harness, "Publication date of Fire at Goris", "2022-09-14");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(3);
    let next = harness.get_by_role_and_label(Role::TextInput, "Publication date of Fire at Kapan");
    assert!(next.is_focused());
    next.type_text("2022-09-14");
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(session(&harness).shown().len(), 2);
    assert!(harness.query_by_label("1 article without a date").is_none());
}

#[test]
fn articles_with_the_words_looked_for_are_found_and_opened_there() {
    let mut harness = sample();
    let articles = session(&harness).dataset().articles.len();
    click(&mut harness, "Articles");
    type_into(&mut harness, "Search events", "yerevan");
    let found = harness.query_all_by_role(Role::ListItem).count();
    assert!((1..articles).contains(&found), "{found} of {articles}");
    let hit = harness.query_all_by_role(Role::Link).next().unwrap();
    assert!(hit.accesskit_node().label().unwrap().to_lowercase().contains("yerevan"));
    hit.click();
    harness.run_steps(4);
    let focus = session(&harness).selection().focus.unwrap();
    let text = &session(&harness).dataset().articles[focus.article].article.text;
    assert_eq!(focus.span.unwrap().of(text).to_lowercase(), "yerevan");
    click(&mut harness, "Clear the search");
    assert_eq!(session(&harness).filter().text(), "");
}

#[test]
fn several_articles_are_removed_at_once_and_come_back() {
    let mut harness = sample();
    let before = session(&harness).dataset().articles.len();
    click(&mut harness, "Articles");
    for (row, modifiers) in [(0, Modifiers::NONE), (2, Modifiers::SHIFT)] {
        let items: Vec<_> = harness.query_all_by_role(Role::ListItem).collect();
        items[row].click_modifiers(modifiers);
        drop(items);
        harness.run_steps(4);
    }
    assert!(harness.query_by_label("3 articles selected").is_some());
    click(&mut harness, "Remove");
    assert_eq!(session(&harness).dataset().articles.len(), before - 3);
    choose(&mut harness, "Edit", "Undo");
    assert_eq!(session(&harness).dataset().articles.len(), before);
}

#[test]
fn an_event_without_a_place_or_day_gets_them_where_it_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let text =
        "Fire\n\n13 September 2022\n\nShells hit a village on Monday, killing three people.\n";
    let path = article(folder.path(), "a.txt", text);
    let mut harness = window([1280.0, 900.0], vec![path], None);
    assert_eq!(session(&harness).shown().len(), 0);
    click(&mut harness, "Not on the map");
    click(&mut harness, "Set place…");
    type_into(&mut harness, "Place of the event", "Goris");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(session(&harness).shown().len(), 1);
    let event = session(&harness).event(session(&harness).shown()[0]).unwrap();
    assert_eq!(event.locations[0].name, "Goris");
    choose(&mut harness, "Edit", "Undo");
    assert_eq!(session(&harness).shown().len(), 0);
}

#[test]
fn a_report_without_a_day_gets_one_where_it_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    let text = "Fire at Goris\n\nShells hit Goris, killing three people.\n";
    let path = article(folder.path(), "a.txt", text);
    let mut harness = window([1280.0, 900.0], vec![path], None);
    click(&mut harness, "Not on the map");
    click(&mut harness, "Set day…");
    let field = harness.get_by_role_and_label(Role::TextInput, "Day of the event");
    assert!(field.is_focused());
    field.type_text("2022-09-13");
    harness.run_steps(3);
    click(&mut harness, "Set");
    assert_eq!(session(&harness).shown().len(), 1);
}

#[test]
fn what_was_left_out_is_an_event_after_all_by_one_click() {
    let mut harness = sample();
    let events = session(&harness).dataset().events.len();
    click(&mut harness, "Not on the map");
    let fix = harness.query_all_by_label("It is an event").next().unwrap();
    fix.click();
    harness.run_steps(4);
    assert_eq!(session(&harness).dataset().events.len(), events + 1);
    assert!(session(&harness).selected().is_some());
}

#[test]
fn a_story_is_written_presented_step_by_step_and_kept() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window([1280.0, 900.0], Vec::new(), Some(folder.path()));
    choose(&mut harness, "View", "Stories");
    type_into(&mut harness, "Name of a new story", "Border");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    click(&mut harness, "Add what is on the screen");
    type_into(&mut harness, "Title of step 1", "It begins");
    let event = session(&harness).shown()[0];
    harness.state_mut().apply(Command::Select(event));
    harness.run_steps(2);
    click(&mut harness, "Add what is on the screen");
    assert_eq!(session(&harness).edits().stories["Border"].len(), 2);
    assert_eq!(session(&harness).edits().stories["Border"][0].title, "It begins");
    harness.state_mut().apply(Command::Deselect);
    harness.run_steps(2);
    click(&mut harness, "Present");
    assert!(harness.query_by_label("It begins").is_some());
    assert!(harness.query_by_label("1 / 2").is_some());
    press(&mut harness, Modifiers::NONE, Key::PageDown);
    assert!(harness.query_by_label("2 / 2").is_some());
    assert_eq!(session(&harness).selection().event, Some(event));
    press(&mut harness, Modifiers::NONE, Key::PageUp);
    assert_eq!(session(&harness).selection().event, None);
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.query_by_label("1 / 2").is_none());
    drop(harness);
    let harness = window([1280.0, 900.0], Vec::new(), Some(folder.path()));
    assert_eq!(session(&harness).edits().stories["Border"].len(), 2);
}

#[test]
fn the_filters_leave_room_for_the_list_on_a_small_screen() {
    let mut harness = window([1024.0, 640.0], Vec::new(), None);
    click(&mut harness, "Filters");
    for section in ["Review", "Who took part", "Outlet", "Place"] {
        let sections = harness.query_all_by_role(Role::DisclosureTriangle);
        let found =
            sections.filter(|node| node.accesskit_node().label().as_deref() == Some(section));
        if let Some(node) = found.into_iter().next() {
            node.click_accesskit();
        }
        harness.run_steps(3);
    }
    let whole = rows(&harness).iter().filter(|row| row.rect().bottom() < 490.0).count();
    assert!(whole >= 3, "{whole} rows are seen");
}

#[test]
fn a_thousand_articles_are_listed_but_only_those_in_sight_are_there() {
    let folder = tempfile::tempdir().unwrap();
    let lines: String = (0..1000)
        .map(|n| {
            format!(
                "{{\"id\":\"a{n}\",\"text\":\"Calm in village {n}.\",\"title\":\"Number {n}\"}}\n"
            )
        })
        .collect();
    let path = article(folder.path(), "many.jsonl", &lines);
    let mut harness = window([1280.0, 900.0], vec![path], None);
    for _ in 0..600 {
        if session(&harness).dataset().articles.len() == 1000 {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    click(&mut harness, "Articles");
    assert!(harness.query_by_label("1000 articles without a date").is_some());
    let listed = harness.query_all_by_role(Role::ListItem).count();
    assert!((5..40).contains(&listed), "{listed}");
    type_into(&mut harness, "Search events", "village 77");
    // Of eleven with these letters those that are in sight.
    let found = harness.query_all_by_role(Role::ListItem).count();
    assert!((5..12).contains(&found), "{found}");
}

#[test]
fn an_article_that_was_closed_is_listed_and_comes_back_with_what_was_edited() {
    let mut harness = sample();
    click(&mut harness, "Articles");
    let articles = session(&harness).dataset().articles.len();
    click_for_sure(&mut harness, Role::Button, "Close A sleepless night in Vardenis");
    assert_eq!(session(&harness).dataset().articles.len(), articles - 1);
    click(&mut harness, "1 closed article");
    click(&mut harness, "Open A sleepless night in Vardenis again");
    assert_eq!(session(&harness).dataset().articles.len(), articles);
    assert!(harness.query_by_label("1 closed article").is_none());
}

#[test]
fn one_article_is_read_again_and_nothing_is_lost() {
    let mut harness = sample();
    let events = session(&harness).dataset().events.len();
    click(&mut harness, "Articles");
    click_for_sure(&mut harness, Role::Button, "Read A sleepless night in Vardenis again");
    for _ in 0..1000 {
        harness.step();
        if session(&harness).progress().is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(session(&harness).dataset().events.len(), events);
    let said = session(&harness).notices().last().unwrap();
    assert_eq!(said.message, "Read again; nothing changed");
}

#[test]
fn what_one_side_says_is_asked_for_in_the_legend_and_in_the_filters() {
    let mut harness = sample();
    let map = harness.state_mut().map_mut();
    let options = MapOptions { colour: ColourBy::Side, ..map.options() };
    map.set_options(options);
    harness.run_steps(3);
    let all = session(&harness).shown().len();
    click_for_sure(&mut harness, Role::CheckBox, "Armenia says");
    let shown = session(&harness).shown().len();
    assert!(0 < shown && shown < all, "{shown} of {all}");
    assert!(session(&harness).filter().chosen(Facet::Side).eq(["AM"]));
    click(&mut harness, "Filters");
    assert!(harness.query_by_label("Side that says so").is_some());
    click_for_sure(&mut harness, Role::CheckBox, "Armenia says");
    assert_eq!(session(&harness).shown().len(), all);
}
