//! The window, driven through its accessibility tree as a person would.

use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use dateline::{
    gazetteer::Gazetteer,
    import,
    locale::{self, Language},
    model::{Dataset, EventId, Joins, ReadArticle},
    pipeline,
    session::{Command, Severity},
    storage::Folder,
    tr,
    ui::{
        App,
        map::{Display, MapOptions},
        render::{self, PictureOptions},
    },
};
use eframe::egui::{self, Key, Modifiers, Role};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};

/// A window that keeps what is done in a folder.
fn window_that_keeps(folder: &Path) -> Harness<'static, App> {
    let folder = Folder::at(folder);
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .wgpu()
        .build_eframe(move |cc| App::kept(cc, Vec::new(), Vec::new(), Some(folder)));
    harness.run_steps(4);
    harness
}

/// Types into the field of this label.
pub fn type_into(harness: &mut Harness<'static, App>, label: &str, text: &str) {
    harness.get_by_role_and_label(Role::TextInput, label).focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
    harness.run_steps(2);
}

/// A window with these files, or with the sample if there are none.
pub fn window(paths: Vec<PathBuf>) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .wgpu()
        .build_eframe(move |cc| App::new(cc, paths, Vec::new()));
    harness.run_steps(4);
    harness
}

pub fn sample() -> Harness<'static, App> {
    window(Vec::new())
}

pub fn press(harness: &mut Harness<'static, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

pub fn click(harness: &mut Harness<'static, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
}

/// Chooses the entry of a menu that begins with these words.
pub fn choose(harness: &mut Harness<'static, App>, menu: &str, entry: &str) {
    click(harness, menu);
    let entry = harness.get_by(|node| node.label().is_some_and(|label| label.starts_with(entry)));
    entry.click();
    harness.run_steps(3);
}

/// The words of the article in focus.
fn words_in_focus(app: &App) -> Option<&str> {
    let session = app.session();
    let focus = session.selection().focus?;
    let text = &session.dataset().articles.get(focus.article)?.article.text;
    Some(focus.span?.of(text))
}

/// List, inspector and reader show the event that is selected.
fn check_selection(harness: &Harness<'static, App>, id: EventId) {
    let app = harness.state();
    assert_eq!(app.session().selection().event, Some(id));
    let event = app.session().event(id).unwrap();
    let dataset = app.session().dataset();
    let (_, read, report) = dataset.reports_of(event).next().unwrap();
    assert_eq!(words_in_focus(app), Some(report.trigger.of(&read.article.text)));
    let words = report.trigger.of(&read.article.text);
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let what = format!("What: {}, “{line}”", report.event_type.label());
    assert!(harness.query_all_by_label(&what).next().is_some(), "{what} is in the inspector");
}

#[test]
fn the_sample_is_there_at_the_start_and_can_be_stepped_through() {
    let mut harness = sample();
    assert!(harness.state().session().shown().len() > 8);
    let events = harness.state().session().filtered().to_vec();
    press(&mut harness, Key::ArrowRight);
    check_selection(&harness, events[0]);
    press(&mut harness, Key::ArrowRight);
    check_selection(&harness, events[1]);
    press(&mut harness, Key::ArrowLeft);
    check_selection(&harness, events[0]);
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().session().selection().event, None);
}

#[test]
fn space_plays_and_pauses_and_time_moves() {
    let mut harness = sample();
    press(&mut harness, Key::Space);
    assert!(harness.state().session().clock().playing());
    let before = harness.state().session().clock().window();
    harness.run_steps(20);
    let after = harness.state().session().clock().window();
    assert!(after.from() > before.from());
    assert!(!harness.state().session().clock().shows_all());
    click(&mut harness, "Pause");
    assert!(!harness.state().session().clock().playing());
    press(&mut harness, Key::End);
    let clock = harness.state().session().clock();
    assert_eq!(clock.window().to(), clock.extent().unwrap().to());
}

#[test]
fn a_click_in_the_list_selects_everywhere_and_a_field_shows_its_words() {
    let mut harness = sample();
    let id = harness.state().session().shown()[0];
    let row = harness.get_all_by_role(Role::Row).next().unwrap();
    row.click();
    harness.run_steps(4);
    check_selection(&harness, id);

    let place = harness
        .get_all_by(|node| node.label().is_some_and(|label| label.starts_with("Where: ")))
        .next()
        .unwrap();
    let label = place.accesskit_node().label().unwrap();
    place.click();
    harness.run_steps(4);
    let words = words_in_focus(harness.state()).unwrap().to_owned();
    assert!(label.contains(&words), "{label} ends with {words}");
}

#[test]
fn a_click_on_the_map_selects_and_a_click_beside_it_deselects() {
    let mut harness = sample();
    let app = harness.state();
    let on_map = |id: &EventId| {
        let at = app.map().position_of(*id)?;
        let view = app.map().camera()?.rect.shrink(80.0);
        // The legend covers the lower left.
        (view.contains(at) && at.x > view.center().x).then_some((*id, at))
    };
    let (id, at) = app.session().shown().iter().find_map(on_map).unwrap();
    harness.hover_at(at);
    harness.run_steps(2);
    assert!(harness.state().map().hovered().is_some());
    harness.drag_at(at);
    harness.step();
    harness.drop_at(at);
    harness.run_steps(4);
    let selected = harness.state().session().selection().event.unwrap();
    let near = harness.state().map().position_of(selected).unwrap();
    assert!(near.distance(at) < 15.0, "{selected:?} is not {id:?}");
    check_selection(&harness, selected);
}

#[test]
fn filters_and_search_hide_events_and_say_how_many() {
    let mut harness = sample();
    let (all, _) = harness.state().session().counts();
    click(&mut harness, "Filters");
    harness.get_by_role_and_label(Role::CheckBox, "Shelling or missile").click();
    harness.run_steps(3);
    let (without, of) = harness.state().session().counts();
    assert!(without < all);
    assert!(harness.query_by_label(&format!("{without} of {of} shown")).is_some());
    click(&mut harness, "Clear filters");
    assert_eq!(harness.state().session().counts().0, all);

    harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    harness.run_steps(2);
    harness.get_by_label("Search events").type_text("goris");
    harness.run_steps(3);
    assert_eq!(harness.state().session().filter().text(), "goris");
    assert!(harness.state().session().counts().0 < all);
    // A space is typed, not played.
    harness.get_by_label("Search events").type_text(" ");
    press(&mut harness, Key::Space);
    assert!(!harness.state().session().clock().playing());
}

#[test]
fn what_is_no_event_leaves_the_map_and_comes_back_by_undo() {
    let mut harness = sample();
    press(&mut harness, Key::ArrowRight);
    let (before, left_out) =
        (harness.state().session().counts().1, harness.state().session().not_on_map().len());
    click(&mut harness, "Not an event");
    assert_eq!(harness.state().session().counts().1, before - 1);
    assert!(harness.state().session().not_on_map().len() > left_out);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().session().counts().1, before);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run_steps(3);
    assert_eq!(harness.state().session().counts().1, before - 1);
}

#[test]
fn an_empty_project_says_what_to_do_and_opens_the_sample() {
    let mut harness = sample();
    harness.state_mut().apply(Command::New);
    harness.run_steps(3);
    assert!(harness.query_by_label("Drop news articles here").is_some());
    click(&mut harness, "Open sample");
    assert!(harness.state().session().shown().len() > 8);
    assert!(harness.query_by_label("Drop news articles here").is_none());
}

#[test]
fn an_article_without_a_date_asks_for_one_and_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("undated.txt");
    let text = "Fighting at Goris\n\nShells hit Goris on Tuesday. Three soldiers were killed.\n";
    std::fs::write(&path, text).unwrap();
    let mut harness = window(vec![path, folder.path().join("missing.txt")]);
    for _ in 0..400 {
        if harness.state().session().progress().is_none() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
        harness.step();
    }
    harness.run_steps(3);
    let notices = harness.state().session().notices();
    assert!(notices.iter().any(|notice| notice.severity == Severity::Error));
    assert_eq!(harness.state().session().counts().1, 0);

    click(&mut harness, "Articles");
    harness.get_by_label("Publication date of Fighting at Goris").focus();
    harness.run_steps(2);
    harness.get_by_label("Publication date of Fighting at Goris").type_text("2022-09-14");
    harness.run_steps(2);
    click(&mut harness, "Set date");
    let session = harness.state().session();
    assert!(session.counts().1 > 0, "the event on Tuesday has a day now");
    let days = session.clock().extent().unwrap().days();
    assert_eq!(days.first().to_string(), "2022-09-13");
}

#[test]
fn a_drag_across_the_bars_chooses_days_and_another_moves_them() {
    let mut harness = sample();
    let bars = harness
        .get_all_by(|node| node.label().is_some_and(|label| label.starts_with("Days shown")))
        .next()
        .unwrap()
        .rect();
    let at = |share: f32| egui::pos2(bars.left() + bars.width() * share, bars.center().y - 20.0);
    let drag = |harness: &mut Harness<'static, App>, from: f32, to: f32| {
        harness.hover_at(at(from));
        harness.step();
        harness.drag_at(at(from));
        harness.step();
        for step in 1..=8 {
            harness.hover_at(at(from + (to - from) * step as f32 / 8.0));
            harness.step();
        }
        harness.drop_at(at(to));
        harness.run_steps(3);
    };
    drag(&mut harness, 0.2, 0.5);
    let chosen = harness.state().session().clock().window();
    let all = harness.state().session().clock().extent().unwrap();
    assert!((chosen.length() / all.length() - 0.3).abs() < 0.05, "{chosen:?} of {all:?}");
    drag(&mut harness, 0.35, 0.55);
    let moved = harness.state().session().clock().window();
    assert!((moved.length() - chosen.length()).abs() < 0.01);
    assert!(moved.from() > chosen.from() + all.length() * 0.1);
}

#[test]
fn a_picture_is_drawn_without_a_window_and_the_same_each_time() {
    let articles = import::sample();
    let read =
        |article| ReadArticle { reading: pipeline::read(&article, Gazetteer::bundled()), article };
    let articles: Vec<ReadArticle> = articles.into_iter().map(read).collect();
    let events = pipeline::merge(&articles, &Joins::default());
    let dataset = Dataset { events, articles, tables: Vec::new() };
    let options = PictureOptions { width: 640, height: 400, ..PictureOptions::default() };
    let image = render::picture(&dataset, &options).unwrap();
    assert_eq!(image.dimensions(), (640, 400));
    let colours: BTreeSet<[u8; 4]> = image.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() > 100, "land, borders, names, symbols, legend");
    assert!(image == render::picture(&dataset, &options).unwrap());
}

#[test]
fn a_picture_follows_the_display_and_the_filter_of_the_window() {
    let mut harness = sample();
    let folder = tempfile::tempdir().unwrap();
    let saved = |harness: &mut Harness<'static, App>, name: &str| {
        let path = folder.path().join(name);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
        harness.run_steps(4);
        harness.get_by_role_and_label(Role::TextInput, "File").focus();
        harness.run_steps(2);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        type_into(harness, "File", path.to_str().unwrap());
        harness.key_press(Key::Enter);
        for _ in 0..1000 {
            harness.step();
            if path.exists() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
        harness.run_steps(4);
        image::open(&path).unwrap().into_rgba8()
    };
    let usual = saved(&mut harness, "usual.png");
    assert_eq!(usual.dimensions(), (1920, 1080));
    let map = harness.state_mut().map_mut();
    map.set_options(MapOptions { display: Display::Heat, ..map.options() });
    let heat = saved(&mut harness, "heat.png");
    assert!(heat != usual, "heat is drawn in place of symbols");
    harness.state_mut().apply(Command::SetSearch("Jermuk".to_owned()));
    assert!(saved(&mut harness, "filtered.png") != heat, "fewer events, less heat");
}

#[test]
fn the_keys_are_listed_and_escape_closes_the_list() {
    let mut harness = sample();
    press(&mut harness, Key::F1);
    assert!(harness.query_by_label("Select the next event in time").is_some());
    press(&mut harness, Key::ArrowRight);
    assert_eq!(harness.state().session().selection().event, None, "keys are the dialog's");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Select the next event in time").is_none());
}

#[test]
fn another_language_is_spoken_at_once_and_what_is_open_stays_open() {
    let mut harness = sample();
    press(&mut harness, Key::ArrowRight);
    click(&mut harness, "Filters");
    let selected = harness.state().session().selection().event;
    let boxes = harness.get_all_by_role(Role::CheckBox).count();
    locale::set_language(Language::Russian);
    harness.run_steps(2);
    let dataset = harness.state().session().dataset();
    let (articles, events) = (dataset.articles.len(), dataset.events.len());
    let events = tr!("count-events", n = events);
    assert!(events.contains("событи"), "{events}");
    let status = format!("{} · {events}", tr!("count-articles", n = articles));
    assert!(harness.query_by_label(&status).is_some(), "{status}");
    assert_eq!(harness.get_all_by_role(Role::CheckBox).count(), boxes, "of the open filters");
    assert_eq!(harness.state().session().selection().event, selected);
    locale::set_language(Language::English);
}

#[test]
fn every_control_of_the_window_has_a_name() {
    let mut harness = sample();
    press(&mut harness, Key::ArrowRight);
    click(&mut harness, "Filters");
    let roles = [Role::Button, Role::CheckBox, Role::TextInput, Role::Slider, Role::SpinButton];
    for role in roles {
        for node in harness.query_all_by_role(role) {
            let label = node.accesskit_node().label().unwrap_or_default();
            let value = node.accesskit_node().value().unwrap_or_default();
            assert!(!(label.is_empty() && value.is_empty()), "{role:?} at {:?}", node.rect());
        }
    }
}

#[test]
fn places_of_the_users_own_are_added_by_path_listed_and_removed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("hills.csv");
    std::fs::write(&path, "name,lat,lon\nKestrel Ridge,39.5,46.3\nRose Hill,39.6,46.2\n").unwrap();
    let mut harness = sample();
    choose(&mut harness, "File", "Add your own places");
    assert!(harness.query_by_label("None added yet").is_some());
    harness.get_by_role_and_label(Role::TextInput, "Path of a CSV or GeoJSON file").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "Add places");
    assert_eq!(harness.state().session().own_places()[0].places.len(), 2);
    assert!(harness.query_by_label("2 places").is_some());
    click(&mut harness, "Remove hills.csv");
    assert!(harness.state().session().own_places().is_empty());
}

#[test]
fn an_event_table_is_opened_its_rows_shown_and_closed_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("own.csv");
    std::fs::write(&path, "date,lat,lon,place\n2022-09-14,39.8,45.7,Jermuk\nsoon,1,2,Goris\n")
        .unwrap();
    let mut harness = window(vec![path]);
    for _ in 0..500 {
        harness.run_steps(1);
        if !harness.state().session().shown().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    press(&mut harness, Key::ArrowRight);
    harness.run_steps(2);
    assert!(harness.query_by_label("Row of a table").is_some());
    assert!(harness.query_by_label("table · line 2").is_some());
    click(&mut harness, "Articles");
    assert!(harness.query_by_label("table · 1 event · 1 row of no use").is_some());
    click(&mut harness, "Close table");
    assert!(harness.state().session().is_empty());
}

#[test]
fn about_names_whose_data_are_part_of_the_program() {
    let mut harness = sample();
    choose(&mut harness, "Help", "About Dateline");
    assert!(harness.query_by_label("GeoNames").is_some());
    assert!(harness.query_by_label("https://www.geonames.org/").is_some());
    click(&mut harness, "Close");
    assert!(harness.query_by_label("GeoNames").is_none());
}

/// A PMTiles archive with one tile, the whole world in one colour.
fn archive_of_one_colour(colour: [u8; 3]) -> Vec<u8> {
    let mut png = std::io::Cursor::new(Vec::new());
    let tile = image::RgbImage::from_pixel(64, 64, image::Rgb(colour));
    tile.write_to(&mut png, image::ImageFormat::Png).unwrap();
    let tile = png.into_inner();
    assert!((128..16384).contains(&tile.len()), "the length takes two bytes below");
    // One row: tile 0, a run of 1, its length, right at the start.
    let length = [(tile.len() & 0x7f) as u8 | 0x80, (tile.len() >> 7) as u8];
    let directory = [1, 0, 1, length[0], length[1], 1];
    let mut bytes = b"PMTiles\x03".to_vec();
    for number in [127, 6, 0, 0, 0, 0, 133, tile.len() as u64, 1, 1, 1] {
        bytes.extend(number.to_le_bytes());
    }
    // Clustered, nothing compressed, PNG, zoom levels 0 to 0.
    bytes.extend([1, 1, 1, 2, 0, 0]);
    bytes.resize(127, 0);
    bytes.extend(directory);
    bytes.extend(tile);
    bytes
}

/// How much of the window is nearly of a colour, 0 to 1.
pub fn share_of(harness: &mut Harness<'static, App>, colour: [u8; 3]) -> f64 {
    let image = harness.render().unwrap();
    let near = |pixel: &&image::Rgba<u8>| {
        pixel.0.iter().zip(colour).all(|(part, wanted)| part.abs_diff(wanted) < 12)
    };
    image.pixels().filter(near).count() as f64 / f64::from(image.width() * image.height())
}

#[test]
fn a_file_of_tiles_is_chosen_drawn_named_and_taken_off_again() {
    const VIOLET: [u8; 3] = [150, 40, 200];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("violet.pmtiles");
    std::fs::write(&path, archive_of_one_colour(VIOLET)).unwrap();
    let mut harness = sample();
    assert!(share_of(&mut harness, VIOLET) < 0.01);
    click(&mut harness, "Map layers");
    click(&mut harness, "Add a layer of your own");
    harness.run_steps(10);
    harness.get_by_role_and_label(Role::TextInput, "Address or file").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "Add layer");
    for _ in 0..60 {
        harness.run_steps(5);
        std::thread::sleep(std::time::Duration::from_millis(50));
        if share_of(&mut harness, VIOLET) > 0.05 {
            break;
        }
    }
    assert!(share_of(&mut harness, VIOLET) > 0.05, "the tile covers the map");
    assert!(harness.state().session().notices().iter().all(|n| n.severity == Severity::Info));
    click(&mut harness, "Built-in map");
    assert!(share_of(&mut harness, VIOLET) < 0.01);
}

#[test]
fn a_broken_file_of_tiles_is_said_and_the_built_in_map_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.pmtiles");
    std::fs::write(&path, "no archive at all").unwrap();
    let mut harness = sample();
    click(&mut harness, "Map layers");
    click(&mut harness, "Add a layer of your own");
    harness.run_steps(10);
    harness.get_by_role_and_label(Role::TextInput, "Address or file").focus();
    harness.run_steps(2);
    harness.event(egui::Event::Text(path.display().to_string()));
    harness.run_steps(2);
    click(&mut harness, "Add layer");
    for _ in 0..300 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(10));
        let notices = harness.state().session().notices();
        if let Some(notice) = notices.iter().find(|n| n.severity == Severity::Error) {
            assert_eq!(notice.message, "broken cannot be shown in full");
            assert!(notice.details[0].starts_with("broken: no PMTiles archive"), "{notice:?}");
            return;
        }
    }
    unreachable!("nothing was said");
}

#[test]
fn an_online_map_is_asked_about_first() {
    let mut harness = sample();
    click(&mut harness, "Map layers");
    click(&mut harness, "OpenStreetMap");
    let question = |node: &egui_kittest::kittest::AccessKitNode<'_>| {
        node.value().is_some_and(|words| words.contains("fetched from tile.openstreetmap.org"))
    };
    let asks = |harness: &Harness<'static, App>| {
        harness.query_all_by_role(Role::Label).any(|node| question(&node.accesskit_node()))
    };
    assert!(asks(&harness));
    click(&mut harness, "Cancel");
    assert!(!asks(&harness));
}

#[test]
fn what_was_done_is_there_at_the_next_start_and_can_be_undone() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_that_keeps(folder.path());
    let events = harness.state().session().dataset().events.len();
    press(&mut harness, Key::ArrowRight);
    click(&mut harness, "Not an event");
    drop(harness);
    let mut harness = window_that_keeps(folder.path());
    assert_eq!(harness.state().session().dataset().events.len(), events - 1);
    choose(&mut harness, "Edit", "Undo");
    assert_eq!(harness.state().session().dataset().events.len(), events);
}

#[test]
fn a_project_gets_a_name_and_a_new_one_takes_its_place() {
    let folder = tempfile::tempdir().unwrap();
    let mut harness = window_that_keeps(folder.path());
    let named = folder.path().join("Syunik");
    choose(&mut harness, "File", "Save project as");
    type_into(&mut harness, "File", &named.to_string_lossy());
    click(&mut harness, "Save");
    let file = named.with_extension("gpkg");
    assert_eq!(harness.state().session().project_path(), Some(file.as_path()));
    choose(&mut harness, "File", "New project");
    assert!(harness.state().session().dataset().articles.is_empty());
    click(&mut harness, "File");
    click(&mut harness, "Recent projects");
    click(&mut harness, "Syunik");
    assert_eq!(harness.state().session().project_path(), Some(file.as_path()));
    assert!(!harness.state().session().dataset().articles.is_empty());
}

#[test]
fn events_are_exported_in_the_format_that_the_name_of_the_file_has() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("events.kml");
    let mut harness = sample();
    choose(&mut harness, "File", "Export events");
    type_into(&mut harness, "File", &path.to_string_lossy());
    let events = harness.state().session().dataset().events.len();
    click(&mut harness, &format!("Export {events} events"));
    // Another thread writes it.
    for _ in 0..200 {
        harness.run_steps(1);
        if !harness.state().session().notices().is_empty() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    let written = std::fs::read_to_string(&path).unwrap();
    assert_eq!(written.matches("<Placemark").count(), events);
}

#[test]
fn a_person_joins_two_events_and_parts_them_again() {
    let mut harness = sample();
    let before = harness.state().session().dataset().events.len();
    press(&mut harness, Key::ArrowRight);
    let id = harness.state().session().selection().event.unwrap();
    let other = harness.state().session().alike(id, 1)[0];
    let other = harness.state().session().event(other).unwrap().event_type.label();
    harness.get_by_label("Same event as…").click_accesskit();
    harness.run_steps(3);
    let entry = format!("{other} · ");
    let entries: Vec<_> = harness
        .query_all_by(|node| {
            node.role() == Role::Button && node.label().is_some_and(|l| l.starts_with(&entry))
        })
        .collect();
    entries[0].click_accesskit();
    drop(entries);
    harness.run_steps(3);
    assert_eq!(harness.state().session().dataset().events.len(), before - 1);
    let part = harness.query_all_by_label("Not of this event").next().unwrap();
    part.click_accesskit();
    harness.run_steps(3);
    assert_eq!(harness.state().session().dataset().events.len(), before);
}

#[test]
fn a_text_that_is_pasted_is_read_as_an_article() {
    let mut harness = sample();
    let before = harness.state().session().dataset().articles.len();
    let text = "Calm\n\n13 September 2022\n\nShells fell on Goris on Monday.";
    harness.event(egui::Event::Paste(text.to_owned()));
    harness.run_steps(3);
    let session = harness.state().session();
    assert_eq!(session.dataset().articles.len(), before + 1);
    assert_eq!(session.dataset().articles[before].reading.reports.len(), 1);
}
