#![allow(clippy::unwrap_used)]
use super::*;
use crate::model::{DateRange, EventType, Found, Precision, RemarkKind, date::day_number};
use crate::storage::Project;

/// The first day and type of each event shown.
fn shown(session: &Session) -> Vec<String> {
    session
        .shown()
        .iter()
        .map(|id| {
            let event = session.event(*id).unwrap();
            format!("{} {}", event.date.unwrap().first(), event.event_type.key())
        })
        .collect()
}

fn check(session: &Session, wanted: &[&str]) {
    assert_eq!(shown(session), wanted);
}

const GORIS: &str = "2021-05-12 shelling_missile";
const SOTK: &str = "2021-05-20 battle";
const KELBAJAR: &str = "1993-04-02 battle";

#[test]
fn placed_and_dated_events_are_shown_and_the_rest_is_listed_with_its_reason() {
    let session = fixture::session();
    check(&session, &[GORIS, SOTK]);
    assert_eq!(session.counts(), (2, 3));
    let reasons: Vec<Reason> = session.not_on_map().iter().map(|left| left.reason).collect();
    assert_eq!(
        reasons,
        [
            Reason::Remark(RemarkKind::Undated),
            Reason::Remark(RemarkKind::Exercise),
            Reason::Remark(RemarkKind::Unplaced),
        ]
    );
}

#[test]
fn background_is_shown_when_asked_for_and_stretches_the_time() {
    let mut session = fixture::session();
    assert_eq!(session.clock().extent().unwrap().length(), 9.0);
    session.apply(Command::ShowBackground(true));
    check(&session, &[KELBAJAR, GORIS, SOTK]);
    assert!(session.clock().extent().unwrap().length() > 10_000.0);
}

#[test]
fn filters_hide_by_type_article_precision_and_words() {
    let mut session = fixture::session();
    session.apply(Command::ToggleType(EventType::Battle));
    check(&session, &[GORIS]);
    session.apply(Command::ClearFilter);
    session.apply(Command::SetSearch("GORIS shell".to_owned()));
    check(&session, &[GORIS]);
    session.apply(Command::SetSearch("clash".to_owned()));
    check(&session, &[SOTK]);
    session.apply(Command::ClearFilter);
    session.apply(Command::TogglePrecision(Precision::Exact));
    check(&session, &[]);
    session.apply(Command::ClearFilter);
    session.apply(Command::ToggleArticle(ArticleKey(0)));
    check(&session, &[]);
    assert_eq!(session.counts(), (0, 3));
}

#[test]
fn stepping_selects_each_event_in_time_order_and_moves_the_window_to_it() {
    let mut session = fixture::session();
    let start = session.clock().extent().unwrap().from();
    session.apply(Command::SetWindow(Window::new(start, start + 1.0)));
    check(&session, &[GORIS]);
    session.apply(Command::StepNext);
    assert_eq!(session.selected().unwrap().1.event_type, EventType::ShellingMissile);
    session.apply(Command::StepNext);
    assert_eq!(session.selected().unwrap().1.event_type, EventType::Battle);
    check(&session, &[SOTK]);
    session.apply(Command::StepNext);
    assert_eq!(session.selected().unwrap().1.event_type, EventType::Battle);
    session.apply(Command::StepPrevious);
    check(&session, &[GORIS]);
}

#[test]
fn selecting_an_event_shows_its_words() {
    let mut session = fixture::session();
    session.apply(Command::Select(EventId(1)));
    let focus = session.selection().focus.unwrap();
    let text = &session.dataset().articles[focus.article].article.text;
    assert_eq!(focus.span.unwrap().of(text), "shelled");
}

#[test]
fn playing_runs_to_the_end_and_shows_each_event_on_its_day() {
    let mut session = fixture::session();
    session.apply(Command::TogglePlay);
    session.apply(Command::SetSpeed(1.0));
    check(&session, &[GORIS]);
    let mut seen = 0;
    while session.tick(0.5) {
        seen += usize::from(shown(&session) == [SOTK]);
    }
    assert!(seen > 0);
    check(&session, &[SOTK]);
    assert!(!session.clock().playing());
}

#[test]
fn a_rejected_event_is_listed_and_comes_back_by_undo_and_by_restoring() {
    let mut session = fixture::session();
    session.apply(Command::Select(EventId(2)));
    session.apply(Command::Reject(EventId(2)));
    check(&session, &[GORIS]);
    assert_eq!(session.selection().event, None);
    let rejected: Vec<ReportKey> = session
        .not_on_map()
        .iter()
        .filter_map(|left| match left.restore {
            Some(Restore::Report(key)) => Some(key),
            _ => None,
        })
        .collect();
    assert_eq!(rejected.len(), 1);
    assert_eq!(session.history().undo_label(), Some("not an event"));
    session.apply(Command::Undo);
    check(&session, &[GORIS, SOTK]);
    session.apply(Command::Redo);
    check(&session, &[GORIS]);
    session.apply(Command::Restore(rejected));
    check(&session, &[GORIS, SOTK]);
}

#[test]
fn a_chosen_type_is_kept_apart_from_the_one_read() {
    let mut session = fixture::session();
    session.apply(Command::Select(EventId(1)));
    session.apply(Command::SetType(EventId(1), EventType::AirDroneStrike));
    check(&session, &["2021-05-12 air_drone_strike", SOTK]);
    let (_, event) = session.selected().unwrap();
    assert!(event.is_by_person(crate::model::Field::Trigger));
    let report = session.dataset().reports_of(event).next().unwrap().2;
    assert_eq!(report.event_type, EventType::ShellingMissile);
    session.apply(Command::Undo);
    check(&session, &[GORIS, SOTK]);
}

/// A session that joins reports as the program does, with an article of each text.
fn reading(texts: &[&str]) -> Session {
    let mut session = Session::default();
    let read = |(n, text): (usize, &&str)| {
        let article = crate::model::Article::new(n.to_string(), *text);
        ReadArticle { reading: pipeline::read(&article, Gazetteer::bundled()), article }
    };
    session.add(texts.iter().enumerate().map(read).collect());
    session
}

/// The articles of each event.
fn articles_of(session: &Session) -> Vec<Vec<usize>> {
    let events = session.dataset().events.iter();
    events.map(|event| event.reports.iter().map(|at| at.article).collect()).collect()
}

#[test]
fn events_are_joined_and_parted_by_hand_with_undo() {
    let mut session = reading(&[
        "Shells hit Goris on 13 September 2022, killing two soldiers.",
        "On 13 September 2022 shells hit Goris, killing two soldiers.",
        "Shells hit Kapan on 14 September 2022.",
    ]);
    let read = vec![vec![0, 1], vec![2]];
    assert_eq!(articles_of(&session), read);

    session.apply(Command::JoinEvents(vec![EventId(0), EventId(1)]));
    assert_eq!(articles_of(&session), [[0, 1, 2]]);
    assert_eq!(session.history().undo_label(), Some("join events"));

    let second = session.dataset().events[0].reports[1];
    session.apply(Command::PartReport(EventId(0), second));
    assert_eq!(articles_of(&session), [vec![1], vec![0, 2]]);

    session.apply(Command::Undo);
    session.apply(Command::Undo);
    assert_eq!(articles_of(&session), read);
    session.apply(Command::Redo);
    assert_eq!(articles_of(&session), [[0, 1, 2]]);
}

#[test]
fn hand_made_joins_outlast_closing_opening_again_and_another_reading() {
    let mut session = reading(&[
        "Shells hit Goris on 13 September 2022.",
        "Shells hit Kapan on 14 September 2022.",
    ]);
    session.apply(Command::JoinEvents(vec![EventId(0), EventId(1)]));
    let again = session.opened[0].clone();
    session.apply(Command::Close(ArticleKey(0)));
    assert_eq!(articles_of(&session), [[0]]);
    session.add(vec![again]);
    assert_eq!(articles_of(&session).len(), 1, "joined again under another key");
    session.apply(Command::SetPublished(ArticleKey(1), "2022-09-15".parse().ok()));
    assert_eq!(articles_of(&session).len(), 1);
}

#[test]
fn a_rejected_report_leaves_a_hand_made_join() {
    let mut session = reading(&[
        "Shells hit Goris on 13 September 2022.",
        "Shells hit Kapan on 14 September 2022.",
        "Shells hit Sisian on 15 September 2022.",
    ]);
    session.apply(Command::JoinEvents(vec![EventId(0), EventId(2)]));
    assert_eq!(articles_of(&session).len(), 2);
    session.apply(Command::Reject(EventId(0)));
    assert_eq!(articles_of(&session), [[1]]);
}

#[test]
fn closing_an_article_and_new_can_be_undone() {
    let mut session = fixture::session();
    session.apply(Command::Close(ArticleKey(0)));
    assert_eq!(session.dataset().articles.len(), 1);
    check(&session, &[]);
    session.apply(Command::New);
    assert!(session.dataset().articles.is_empty());
    session.apply(Command::Undo);
    session.apply(Command::Undo);
    check(&session, &[GORIS, SOTK]);
}

#[test]
fn the_histogram_counts_what_passes_the_filter_and_what_it_hides_by_day() {
    let mut session = fixture::session();
    let days = |session: &Session| -> Vec<(i32, u32, u32)> {
        let all = session.clock().extent().unwrap();
        let counted = session.histogram(Step::Days(1), all);
        let bars = counted.bars().map(|(days, bar)| (days[0], bar.total(), bar.hidden()));
        bars.filter(|(_, shown, hidden)| shown + hidden > 0).collect()
    };
    let day = |text: &str| day_number(text.parse().unwrap());
    let (goris, sotk) = (day("2021-05-12"), day("2021-05-20"));
    assert_eq!(days(&session), [(goris, 1, 0), (sotk, 1, 0)]);
    session.apply(Command::ToggleType(EventType::Battle));
    assert_eq!(days(&session), [(goris, 1, 0), (sotk, 0, 1)]);
}

#[test]
fn playing_event_by_event_selects_each_in_turn_and_ends_with_the_last() {
    let mut session = fixture::session();
    session.apply(Command::TogglePlayEvents);
    let selected = |session: &Session| session.selected().unwrap().1.event_type.key();
    assert!(session.clock().playing());
    assert_eq!(selected(&session), "shelling_missile");
    assert!(!session.tick(0.6));
    assert!(session.tick(0.6));
    assert_eq!(selected(&session), "battle");
    check(&session, &[SOTK]);
    session.tick(1.0);
    assert!(!session.clock().playing());
    assert_eq!(selected(&session), "battle");
    session.apply(Command::ToggleLoop);
    session.apply(Command::TogglePlay);
    assert_eq!(selected(&session), "shelling_missile", "it starts again");
    session.tick(1.0);
    session.tick(1.0);
    assert_eq!(selected(&session), "shelling_missile", "and again");
    session.apply(Command::TogglePlayEvents);
    assert!(!session.clock().playing());
}

#[test]
fn what_was_known_by_a_day_is_shown_in_the_order_of_the_reports() {
    let published = |days: [Option<&str>; 2]| {
        let mut dataset = fixture::session().dataset().clone();
        for (read, day) in dataset.articles.iter_mut().zip(days) {
            let day = day.map(|day| Found::given(day.parse().unwrap()));
            read.reading.metadata.published = day;
        }
        let mut session = Session::of(dataset);
        session.apply(Command::ShowBackground(true));
        session.apply(Command::SetTimeAxis(TimeAxis::Known));
        session
    };
    let session = published([Some("2021-06-05"), None]);
    check(&session, &[GORIS, SOTK]);
    assert_eq!(session.without_day(), 1, "the second article has no day of publication");
    let day = |text: &str| Window::of_days(DateRange::day(text.parse().unwrap()));
    assert_eq!(session.clock().extent(), Some(day("2021-06-05")));

    let mut session = published([Some("2021-06-05"), Some("2021-06-03")]);
    check(&session, &[KELBAJAR, GORIS, SOTK]);
    assert_eq!(session.without_day(), 0);
    session.apply(Command::StepNext);
    assert_eq!(session.position_of(session.selected().unwrap().0), Some(0));
    session.apply(Command::SetWindow(day("2021-06-05")));
    check(&session, &[GORIS, SOTK]);
    session.apply(Command::StepNext);
    session.apply(Command::StepPrevious);
    check(&session, &[KELBAJAR]);
    let counted = session.histogram(Step::Days(1), session.clock().extent().unwrap());
    let totals: Vec<u32> = counted.bars().map(|(_, bar)| bar.total()).collect();
    assert_eq!(totals, [1, 0, 2]);

    session.apply(Command::ToggleTimeAxis);
    session.apply(Command::ShowAllTime);
    check(&session, &[KELBAJAR, GORIS, SOTK]);
}

#[test]
fn files_are_read_in_the_background_and_bad_ones_become_notices() {
    let folder = tempfile::tempdir().unwrap();
    let good = folder.path().join("good.txt");
    std::fs::write(&good, "Goris was shelled on 12 May 2021.").unwrap();
    let missing = folder.path().join("missing.txt");
    let mut session = Session::default();
    session.apply(Command::Open(vec![good, missing]));
    let start = std::time::Instant::now();
    while session.progress().is_some() && start.elapsed().as_secs() < 60 {
        session.poll();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    assert_eq!(session.dataset().articles.len(), 1);
    let errors: Vec<&Notice> =
        session.notices().iter().filter(|n| n.severity == Severity::Error).collect();
    assert_eq!(errors.len(), 1);
    assert!(errors[0].details[0].contains("missing.txt"));
    let id = errors[0].id;
    session.apply(Command::Dismiss(id));
    assert!(session.notices().iter().all(|notice| notice.id != id));
}

#[test]
fn many_articles_are_joined_beside_the_window_and_an_edit_meanwhile_counts() {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..MANY_ARTICLES + 5 {
        let text = format!("Goris was shelled on {} May 2021.", number % 28 + 1);
        std::fs::write(folder.path().join(format!("{number}.txt")), text).unwrap();
    }
    let mut session = fixture::session();
    session.merge = |articles, joins| {
        std::thread::sleep(std::time::Duration::from_millis(50));
        fixture::one_event_per_report(articles, joins)
    };
    session.apply(Command::Open(vec![folder.path().to_owned()]));
    let start = std::time::Instant::now();
    let mut rejected = false;
    while session.progress().is_some() && start.elapsed().as_secs() < 60 {
        session.poll();
        if session.building.is_some() && !rejected {
            rejected = true;
            session.apply(Command::Reject(EventId(0)));
        }
        std::thread::sleep(std::time::Duration::from_millis(2));
    }
    assert!(rejected);
    assert_eq!(session.dataset().articles.len(), MANY_ARTICLES + 7);
    assert!(session.not_on_map().iter().any(|left| left.reason == Reason::Rejected));
}

/// Lets the thread work until it has nothing left to do.
fn wait(session: &mut Session) {
    for _ in 0..2000 {
        session.poll();
        if session.progress().is_none() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    unreachable!("the reading does not end");
}

/// A file of places in a folder of its own.
fn places(rows: &str) -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.csv");
    std::fs::write(&path, format!("name,lat,lon,country\n{rows}")).unwrap();
    (folder, path)
}

/// The names of all places that events are at.
fn spots(session: &Session) -> Vec<&str> {
    let events = session.dataset().events.iter();
    events.flat_map(|event| &event.locations).map(|location| location.name.as_str()).collect()
}

#[test]
fn articles_are_read_again_with_places_of_the_users_own_and_without() {
    let (folder, own) = places("Kestrel Ridge,39.5,46.3,AM\n,1,2,\n");
    let article = folder.path().join("a.txt");
    std::fs::write(&article, "On 14 September 2022 mortars hit Kestrel Ridge.").unwrap();
    let mut session = Session::default();
    session.apply(Command::Open(vec![article]));
    wait(&mut session);
    assert_eq!(spots(&session), [""; 0]);

    session.apply(Command::AddPlaces(vec![own.clone()]));
    wait(&mut session);
    assert_eq!(spots(&session), ["Kestrel Ridge"]);
    assert_eq!(session.own_places()[0].problems, ["line 3: no name; left out"]);

    session.apply(Command::RemovePlaces(own));
    wait(&mut session);
    assert_eq!(spots(&session), [""; 0]);
    assert!(session.own_places().is_empty());
}

#[test]
fn articles_that_come_while_the_places_change_are_read_with_the_new_ones() {
    let (folder, own) = places("Kestrel Ridge,39.5,46.3,AM\n");
    let article = folder.path().join("a.txt");
    std::fs::write(&article, "On 14 September 2022 mortars hit Kestrel Ridge.").unwrap();
    let mut session = Session::default();
    session.apply(Command::Open(vec![article]));
    session.apply(Command::AddPlaces(vec![own]));
    wait(&mut session);
    assert_eq!(spots(&session), ["Kestrel Ridge"]);
}

#[test]
fn a_file_of_places_that_cannot_be_read_is_a_notice() {
    let mut session = fixture::session();
    session.apply(Command::AddPlaces(vec!["none.csv".into()]));
    let notice = session.notices().last().unwrap();
    assert_eq!(notice.details, ["no such file or folder, check the name: none.csv"]);
    check(&session, &[GORIS, SOTK]);
}

/// A session whose articles and edits go to a file in a folder of its own.
fn kept(texts: &[&str]) -> (tempfile::TempDir, std::path::PathBuf, Session) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    let mut session = reading(texts);
    session.keep_in(Project::create(&path, "1").unwrap()).unwrap();
    (folder, path, session)
}

const TEXTS: &[&str] = &[
    "Shells hit Goris on 13 September 2022, killing two soldiers.",
    "On 13 September 2022 shells hit Goris, killing two soldiers.",
    "Shells hit Kapan on 14 September 2022.",
];

fn opened(path: &std::path::Path) -> Session {
    let opened = Session::open_project(path, "1").unwrap();
    assert_eq!(opened.other_program, None);
    opened.session
}

#[test]
fn a_project_comes_back_with_edits_history_filter_and_events() {
    let (_folder, path, mut session) = kept(TEXTS);
    session.apply(Command::JoinEvents(vec![EventId(0), EventId(1)]));
    session.apply(Command::SetType(EventId(0), EventType::Battle));
    session.apply(Command::Undo);
    session.apply(Command::ToggleType(EventType::Other));
    session.apply(Command::SetPublished(ArticleKey(2), "2022-09-15".parse().ok()));
    session.apply(Command::Close(ArticleKey(1)));
    assert!(session.is_kept());
    let (dataset, history) = (session.dataset().clone(), session.history().clone());
    let (edits, filter) = (session.edits().clone(), session.filter().clone());
    drop(session);
    assert_eq!(crate::storage::check(&path).unwrap(), []);
    let mut again = opened(&path);
    assert_eq!(again.dataset(), &dataset);
    assert_eq!((again.history(), again.edits(), again.filter()), (&history, &edits, &filter));
    again.apply(Command::Undo);
    again.apply(Command::Undo);
    again.apply(Command::Undo);
    assert_eq!(again.edits(), &Edits::default());
    assert_eq!(again.dataset().events, reading(TEXTS).dataset().events);
}

#[test]
fn articles_that_are_read_while_a_project_is_open_are_in_it() {
    let (folder, path, mut session) = kept(&[]);
    let article = folder.path().join("a.txt");
    std::fs::write(&article, TEXTS[0]).unwrap();
    session.apply(Command::Open(vec![article]));
    wait(&mut session);
    drop(session);
    assert_eq!(opened(&path).dataset().events.len(), 1);
}

#[test]
fn an_edit_that_cannot_be_kept_is_not_shown_and_said() {
    let (folder, path, mut session) = kept(TEXTS);
    let away = folder.path().join("away.gpkg");
    std::fs::rename(&path, &away).unwrap();
    let before = session.dataset().clone();
    session.apply(Command::Reject(EventId(0)));
    assert_eq!(session.dataset(), &before);
    assert_eq!(session.history().undo_label(), None);
    let notice = session.notices().last().unwrap();
    assert_eq!(notice.message, "Not saved");
    assert!(notice.details[0].contains("the file is gone"), "{:?}", notice.details);

    let new = folder.path().join("new.gpkg");
    session.save_as(&new, "1").unwrap();
    session.apply(Command::Reject(EventId(0)));
    let shown = session.dataset().clone();
    drop(session);
    assert_eq!(opened(&new).dataset(), &shown);
}

#[test]
fn saving_as_goes_on_in_the_new_file_and_leaves_the_old_one() {
    let (folder, path, mut session) = kept(TEXTS);
    let new = folder.path().join("new.gpkg");
    session.save_as(&new, "1").unwrap();
    assert_eq!(session.project_path(), Some(new.as_path()));
    session.apply(Command::Reject(EventId(0)));
    drop(session);
    assert_eq!(opened(&path).dataset().events.len(), 2);
    assert_eq!(opened(&new).dataset().events.len(), 1);
}

#[test]
fn a_project_that_may_only_be_read_says_so_and_takes_no_edits() {
    let (_folder, path, session) = kept(TEXTS);
    drop(session);
    let mut session = Session::read_project(&path, "1").unwrap().session;
    assert_eq!(session.notices()[0].message, "The project may only be read");
    let before = session.dataset().clone();
    session.apply(Command::Reject(EventId(0)));
    assert_eq!(session.dataset(), &before);
    assert_eq!(session.notices().last().unwrap().message, "Not saved");
}

#[test]
fn places_are_found_again_by_what_they_are_when_their_numbers_change() {
    let (_folder, path, session) = kept(TEXTS);
    let spots = session.dataset().events[0].locations.clone();
    drop(session);
    let file = rusqlite::Connection::open(&path).unwrap();
    file.execute_batch(
        "UPDATE places SET id = id + 1;
         UPDATE readings SET reading = replace(reading, '\"place\":' ||
             (SELECT id - 1 FROM places WHERE name = 'Goris') || ',', '\"place\":' ||
             (SELECT id FROM places WHERE name = 'Goris') || ',')",
    )
    .unwrap();
    drop(file);
    assert_eq!(opened(&path).dataset().events[0].locations, spots);
}

#[test]
fn reading_again_keeps_edits_and_tells_what_changed_and_which_lost_their_words() {
    let (_folder, path, mut session) = kept(TEXTS);
    session.apply(Command::Reject(EventId(1)));
    session.apply(Command::SetType(EventId(0), EventType::Battle));
    // As if an older program had found one trigger elsewhere and one with fewer words.
    let mut again = Vec::new();
    for (at, read) in session.opened.iter().enumerate() {
        let mut read = read.clone();
        match at {
            0 => read.reading.reports[0].trigger.end -= 1,
            2 => read.reading.reports.clear(),
            _ => {}
        }
        again.push((ArticleKey(at), read));
    }
    session.places_version += 1;
    session.replace(again, session.places_version);
    let (message, details) = std::mem::take(&mut session.reread).told();
    assert_eq!(
        message,
        "Read again; 2 articles say something else; 1 edit has lost its words and waits for them"
    );
    assert!(details[0].contains("(not an event) is no report any more"), "{details:?}");
    session.rebuild();
    session.keep();
    assert_eq!(session.dataset().events[0].event_type, EventType::Battle);
    drop(session);
    let again = opened(&path);
    assert_eq!(again.dataset().events[0].event_type, EventType::Battle);
    assert_eq!(again.edits().rejected.len(), 1);
}
