//! The dialog that says how a table of others is read, driven through its accessibility tree.

use std::path::Path;

use dateline::{model::EventType, storage::Folder, ui::App};
use eframe::egui::Role;
use egui_kittest::{Harness, kittest::Queryable as _};

/// Columns in no language that the program guesses; the last row has no such day.
const ODD: &str = "Nr;Wann;Wo;Breite;Hoehe;Art;Tote\n\
                   1;03.04.2022;Goris;39,51;46,34;Gefecht;1.200\n\
                   2;05.04.2022;Sotk;40,20;45,87;Beschuss;2\n\
                   3;32.04.2022;Sotk;40,20;45,87;Beschuss;2\n";

fn window(folder: &Path) -> Harness<'static, App> {
    let folder = Folder::at(folder.join("data"));
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .wgpu()
        .build_eframe(move |cc| App::kept(cc, Vec::new(), Vec::new(), Some(folder)));
    harness.run_steps(4);
    harness
}

fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

fn open_path(harness: &mut Harness<'static, App>, path: &Path) {
    choose_of_menu(harness, "Open path");
    harness.get_by_role_and_label(Role::TextInput, "Path").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Path").type_text(&path.to_string_lossy());
    harness.run_steps(2);
    click(harness, "Open");
}

fn choose_of_menu(harness: &mut Harness<'static, App>, entry: &str) {
    click(harness, "File");
    let entry = harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(entry)));
    entry.click();
    harness.run_steps(3);
}

/// Waits until the window shows these words.
fn wait_for(harness: &mut Harness<'static, App>, words: &str) {
    for _ in 0..600 {
        harness.run_steps(1);
        if harness.query_all_by_label(words).next().is_some() {
            harness.run_steps(2);
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    unreachable!("{words} did not come");
}

/// Chooses of a list, by the name of the list and the words of the choice.
fn choose(harness: &mut Harness<'static, App>, list: &str, choice: &str) {
    harness.get_by_role_and_label(Role::ComboBox, list).click_accesskit();
    harness.run_steps(3);
    let is_choice = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.role() == Role::Button && node.label().is_some_and(|label| label == choice)
    };
    let choices: Vec<_> = harness.query_all_by(is_choice).collect();
    let last = choices.last().expect(choice);
    last.click_accesskit();
    drop(choices);
    harness.run_steps(3);
}

fn of_tables(harness: &Harness<'static, App>) -> Vec<String> {
    let events = &harness.state().session().dataset().events;
    let told = events.iter().filter(|event| event.record.is_some()).map(|event| {
        let (day, place) = (event.date.unwrap().first(), &event.locations[0]);
        let killed = event.killed.map_or(0, |killed| killed.low());
        format!("{} {day} {} {} {killed}", event.event_type.key(), place.name, place.position.lat)
    });
    told.collect()
}

#[test]
fn a_table_with_odd_headings_is_asked_about_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("april.csv");
    std::fs::write(&path, ODD).unwrap();
    let mut harness = window(folder.path());
    open_path(&mut harness, &path);
    wait_for(&mut harness, "Cells parted by");
    assert!(harness.query_by_label("0 of 3 rows can be used").is_some());

    choose(&mut harness, "What “Wann” tells", "Day, or first day");
    choose(&mut harness, "What “Wo” tells", "Name of the place");
    choose(&mut harness, "What “Breite” tells", "Latitude");
    choose(&mut harness, "What “Hoehe” tells", "Longitude");
    choose(&mut harness, "What “Art” tells", "What happened");
    choose(&mut harness, "What “Tote” tells", "Killed");
    assert!(harness.query_by_label("2 of 3 rows can be used").is_some());
    choose(&mut harness, "What “Gefecht” means", EventType::Battle.label());
    choose(&mut harness, "What “Beschuss” means", EventType::ShellingMissile.label());
    click(&mut harness, "Import");
    wait_for(&mut harness, "Change how it is read…");
    let wanted = ["battle 2022-04-03 Goris 39.51 1200", "shelling_missile 2022-04-05 Sotk 40.2 2"];
    assert_eq!(of_tables(&harness), wanted);

    // The next one needs no word.
    let next = folder.path().join("may.csv");
    std::fs::write(&next, ODD.replace(".04.2022", ".05.2022")).unwrap();
    open_path(&mut harness, &next);
    wait_for(&mut harness, "Read as the last table with these headings");
    assert!(harness.query_by_label("Import table").is_none());
    assert_eq!(of_tables(&harness).len(), 4);
    assert!(of_tables(&harness)[3].starts_with("shelling_missile 2022-05-05"));
}

#[test]
fn codes_of_days_and_columns_of_whole_positions_are_chosen() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    std::fs::write(&path, "Wann;Stelle;Genau\n03.04.2022;39 46;M\n05.04.2022;40 45;T\n").unwrap();
    let mut harness = window(folder.path());
    open_path(&mut harness, &path);
    wait_for(&mut harness, "Cells parted by");
    assert!(harness.query_by_label("0 of 2 rows can be used").is_some());
    choose(&mut harness, "What “Stelle” tells", "Latitude and longitude in one cell");
    assert!(harness.query_by_label("2 of 2 rows can be used").is_some());
    choose(&mut harness, "What “Genau” tells", "How well the day is known");
    choose(&mut harness, "What “M” means", "Its month");
    click(&mut harness, "Import");
    wait_for(&mut harness, "Change how it is read…");
    let events = &harness.state().session().dataset().events;
    let events: Vec<_> = events.iter().filter(|event| event.record.is_some()).collect();
    let days: Vec<_> = events.iter().map(|event| event.date.unwrap().days()).collect();
    assert_eq!(days, [30, 1]);
    assert_eq!(events[0].locations[0].position, dateline::model::LonLat::new(46.0, 39.0));
}

#[test]
fn an_open_table_is_read_otherwise_in_its_own_place_and_that_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    std::fs::write(&path, "date,lat,lon,place\n13/02/2022,39.5,46.3,Goris\nsoon,1,2,Sotk\n")
        .unwrap();
    let mut harness = window(folder.path());
    open_path(&mut harness, &path);
    wait_for(&mut harness, "Change how it is read…");
    click(&mut harness, "Change how it is read…");
    wait_for(&mut harness, "Cells parted by");
    choose(&mut harness, "What “place” tells", "Country");
    click(&mut harness, "Import");
    wait_for(&mut harness, "Change how it is read…");
    assert_eq!(harness.state().session().tables().count(), 1);
    assert_eq!(harness.state().session().history().undo_label(), Some("read table again"));
    harness.state_mut().apply(dateline::session::Command::Undo);
    harness.run_steps(2);
    assert_eq!(harness.state().session().tables().count(), 1);
    assert_eq!(of_tables(&harness), ["other 2022-02-13 Goris 39.5 0"]);
}

#[test]
fn rejected_rows_are_kept_in_a_file_beside_the_table() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    std::fs::write(&path, "date,lat,lon\n2022-02-13,39.5,46.3\nsoon,1,2\n").unwrap();
    let mut harness = window(folder.path());
    open_path(&mut harness, &path);
    wait_for(&mut harness, "Change how it is read…");
    click(&mut harness, "Articles");
    click(&mut harness, "Save rejected rows…");
    click(&mut harness, "Save");
    let written = std::fs::read_to_string(folder.path().join("own.rejected.csv")).unwrap();
    assert!(written.contains("own.csv,3,"), "{written}");
}
