#![allow(clippy::unwrap_used)]
use std::fs;
use std::path::Path;

use jiff::civil::date;
use rusqlite::Connection;

use super::project::connect;
use super::*;
use crate::model::{
    Article, Count, CountryCode, Dataset, DateRange, Dated, Event, EventType, Found, Kind,
    Location, LonLat, Precision, ReadArticle, Reading, Report, ReportRef, Span,
};

const TEXT: &str = "Սոթք: Goris came under fire on 13 September, killing at least 49. Sotk burns.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn report(trigger: &str, event_type: EventType) -> Report {
    Report {
        event_type,
        trigger: span(trigger),
        quote: span(trigger),
        date: None,
        locations: Vec::new(),
        killed: None,
        wounded: None,
        captured: None,
        tolls: Vec::new(),
        actors: Vec::new(),
        weapons: Vec::new(),
        damage: Vec::new(),
        claimed_by: None,
        claims: Vec::new(),
        background: false,
        confidence: 0.75,
        also: Vec::new(),
    }
}

fn dataset() -> Dataset {
    let mut shelling = report("came under fire", EventType::ShellingMissile);
    shelling.date = Some(Dated {
        range: DateRange::day(date(2022, 9, 13)),
        evidence: Some(span("13 September")),
        why: String::new(),
    });
    shelling.killed = Count::new(49, None, span("at least 49"));
    shelling.locations = vec![Location {
        name: "Goris".to_owned(),
        position: LonLat::new(46.34, 39.51),
        radius_km: 2.5,
        precision: Precision::Exact,
        place: None,
        kind: Kind::City,
        country: CountryCode::new("AM"),
        admin1: None,
        evidence: span("Goris"),
        why: "the only one".to_owned(),
    }];
    let reports = vec![shelling, report("burns", EventType::Other)];
    let event = |(report, told)| Event::of_report(ReportRef { article: 0, report }, told);
    let events = reports.iter().enumerate().map(event).collect();
    let mut article = Article::new("border", TEXT);
    article.given.published = Some(Found::given(date(2022, 9, 14)));
    let reading = Reading { reports, ..Reading::default() };
    Dataset { articles: vec![ReadArticle { article, reading }], events, tables: Vec::new() }
}

fn edit(label: &str) -> LoggedEdit {
    LoggedEdit {
        kind: StepKind::Edit,
        label: label.to_owned(),
        words: None,
        command: "{}".to_owned(),
        before: "{}".to_owned(),
        after: "{}".to_owned(),
        undo_position: 1,
        by: None,
    }
}

fn keep(
    project: &mut Project,
    dataset: &Dataset,
    edits: &[LoggedEdit],
) -> Result<(), StorageError> {
    let kept = project.contents()?.articles.len();
    let new = dataset.articles.iter().enumerate().skip(kept);
    let numbers: Vec<usize> = (0..dataset.articles.len()).collect();
    project.commit(&Change {
        articles: new
            .map(|(number, read)| ArticleRow { number, read, places: Vec::new() })
            .collect(),
        edits,
        events: Some(Events { dataset, numbers: &numbers, edited: &|_| false }),
        ..Change::default()
    })
}

/// A project with the dataset and an edit, closed.
fn sample(folder: &Path) -> std::path::PathBuf {
    let path = folder.join("a.gpkg");
    let mut project = Project::create(&path, "1.0").unwrap();
    keep(&mut project, &dataset(), &[edit("first")]).unwrap();
    path
}

fn said<T>(answer: Result<T, StorageError>) -> String {
    answer.err().map(|error| error.to_string()).unwrap_or_default()
}

#[test]
fn what_is_kept_comes_back_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let project = Project::open(&path, "1.0").unwrap();
    let contents = project.contents().unwrap();
    let dataset = dataset();
    assert_eq!(contents.articles[0].article, dataset.articles[0].article);
    assert_eq!(contents.articles[0].reading.as_ref(), Some(&dataset.articles[0].reading));
    assert!(contents.edits[0].by.is_some(), "who and when");
    assert_eq!(contents.edits[0].label, "first");
    assert_eq!(project.events(&dataset.articles, &[0]).unwrap(), Some(dataset.events));
    assert_eq!(check(&path).unwrap(), []);
    drop(project);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing stands beside it");
}

#[test]
fn events_that_did_not_change_are_not_written_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut project = Project::open(&path, "1.0").unwrap();
    let mut dataset = dataset();
    dataset.events[1].event_type = EventType::Battle;
    let rows = |project: &Project| {
        let (from, query) = (
            connect(project.path(), Default::default()).unwrap(),
            "SELECT max(fid) FROM event_reports",
        );
        from.query_row(query, [], |row| row.get::<_, i64>(0)).unwrap()
    };
    let before = rows(&project);
    keep(&mut project, &dataset, &[]).unwrap();
    assert_eq!(rows(&project), before + 1);
    assert_eq!(project.events(&dataset.articles, &[0]).unwrap(), Some(dataset.events));
}

#[test]
fn an_edit_without_its_events_makes_these_stale() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut project = Project::open(&path, "1.0").unwrap();
    let edits = [edit("second")];
    project.commit(&Change { edits: &edits, ..Change::default() }).unwrap();
    assert_eq!(project.events(&dataset().articles, &[0]).unwrap(), None);
}

#[test]
fn a_project_is_open_in_one_window_only() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let first = Project::open(&path, "1.0").unwrap();
    let second = said(Project::open(&path, "1.0"));
    assert!(
        second.contains(&format!("another window (process {}", std::process::id())),
        "{second}"
    );
    assert!(Project::open_to_read(&path, "1.0").unwrap().is_read_only());
    drop(first);
    assert!(Project::open(&path, "1.0").is_ok());
}

#[test]
fn other_files_newer_projects_and_missing_ones_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let text = folder.path().join("text.gpkg");
    fs::write(&text, "no database, but longer than the header of one would be ".repeat(9)).unwrap();
    assert!(said(Project::open(&text, "1.0")).starts_with("this is no project"));
    let other = folder.path().join("other.gpkg");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (a)").unwrap();
    assert!(said(Project::open(&other, "1.0")).starts_with("this is no project"));
    assert!(said(Project::open(&folder.path().join("none.gpkg"), "1.0")).contains("is gone"));
    let newer = sample(folder.path());
    let before = {
        let file = Connection::open(&newer).unwrap();
        file.execute_batch(
            "UPDATE settings SET value = '99' WHERE key = 'schema_version';
             UPDATE settings SET value = '7.0' WHERE key = 'program'",
        )
        .unwrap();
        drop(file);
        fs::read(&newer).unwrap()
    };
    assert!(said(Project::open(&newer, "1.0")).contains("newer Dateline 7.0"));
    assert_eq!(fs::read(&newer).unwrap(), before);
}

#[test]
fn an_older_project_is_brought_up_to_date_after_a_copy_was_made() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut file = connect(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    let steps = [migrate::STEPS, &["ALTER TABLE filters ADD COLUMN note TEXT"]].concat();
    let backup = migrate::run(&mut file, &path, true, &steps).unwrap().unwrap();
    assert_eq!(
        backup.file_name().unwrap(),
        format!("a (format {}).gpkg", migrate::VERSION).as_str()
    );
    assert!(Project::open(&backup, "1.0").is_ok());
    assert!(file.execute_batch("SELECT note FROM filters").is_ok());
    assert!(said(Project::open(&path, "1.0")).contains("newer"));
    assert!(
        said(migrate::run(&mut file, &path, true, &[&steps[..], &["no such step"]].concat()))
            .contains("syntax")
    );
    assert!(migrate::run(&mut file, &path, true, &steps).unwrap().is_none());
}

#[test]
fn a_project_of_the_first_format_gets_room_for_event_tables() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let file = connect(&path, rusqlite::OpenFlags::SQLITE_OPEN_READ_WRITE).unwrap();
    file.execute_batch(
        "DROP TABLE event_tables; DROP TABLE event_table_rows;
         DELETE FROM gpkg_contents WHERE table_name LIKE 'event_table%';
         ALTER TABLE events DROP COLUMN event_table; ALTER TABLE events DROP COLUMN table_row;
         ALTER TABLE events DROP COLUMN by_person; ALTER TABLE events DROP COLUMN note;
         ALTER TABLE bookmarks DROP COLUMN definition;
         UPDATE settings SET value = '1' WHERE key = 'schema_version'",
    )
    .unwrap();
    drop(file);
    let project = Project::open(&path, "1.0").unwrap();
    assert!(project.backup().is_some_and(|backup| backup.ends_with("a (format 1).gpkg")));
    assert_eq!(project.contents().unwrap().tables, []);
    assert_eq!(super::check(&path).unwrap(), []);
}

#[cfg(unix)]
#[test]
fn a_file_that_is_gone_or_full_is_said_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut project = Project::open(&path, "1.0").unwrap();
    let away = folder.path().join("away.gpkg");
    fs::rename(&path, &away).unwrap();
    assert!(said(keep(&mut project, &dataset(), &[edit("lost?")])).contains("the file is gone"));
    fs::rename(&away, &path).unwrap();
    keep(&mut project, &dataset(), &[edit("second")]).unwrap();
    project.limit_pages_for_test();
    let long = LoggedEdit { label: "x".repeat(1_000_000), ..edit("") };
    assert!(said(keep(&mut project, &dataset(), &[long])).contains("the disk is full"));
    let labels: Vec<String> =
        project.contents().unwrap().edits.into_iter().map(|edit| edit.label).collect();
    assert_eq!(labels, ["first", "second"]);
}

#[test]
fn a_file_that_may_only_be_read_is_opened_and_not_written_to() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut project = Project::open_to_read(&path, "1.0").unwrap();
    assert_eq!(project.contents().unwrap().articles.len(), 1);
    let refused = project.commit(&Change { edits: &[edit("x")], ..Change::default() });
    assert!(said(refused).contains("may only be read"));
}

#[test]
fn what_can_be_read_of_a_damaged_project_is_rescued_and_the_loss_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.gpkg");
    let mut project = Project::create(&path, "1.0").unwrap();
    let mut dataset = dataset();
    let one = dataset.articles[0].clone();
    for n in 1..200 {
        let mut more = one.clone();
        more.article.id = format!("article {n}");
        dataset.articles.push(more);
    }
    keep(&mut project, &dataset, &[edit("first")]).unwrap();
    drop(project);
    let mut bytes = fs::read(&path).unwrap();
    let at = find(&bytes, b"article 77").unwrap() / 4096 * 4096;
    bytes[at..at + 4096].fill(0xAB);
    fs::write(&path, &bytes).unwrap();
    assert!(!check(&path).unwrap().is_empty());
    let to = folder.path().join("new.gpkg");
    let rescued = rescue(&path, &to, "1.0").unwrap();
    assert!(rescued.lost.iter().any(|line| line.contains("articles")), "{rescued:?}");
    let contents = Project::open(&to, "1.0").unwrap().contents().unwrap();
    assert_eq!(contents.edits[0].label, "first");
    let saved = contents.articles.iter().filter(|kept| kept.article.text == TEXT).count();
    assert!(saved > 150, "{saved} of 200: {rescued:?}");
    assert_eq!(contents.articles.len(), 200);
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|some| some == wanted)
}

#[test]
fn copies_and_compacted_projects_are_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut project = Project::open(&path, "1.0").unwrap();
    let copy = folder.path().join("copy.gpkg");
    project.copy_to(&copy).unwrap();
    assert_eq!(check(&copy).unwrap(), []);
    project.compact().unwrap();
    assert_eq!(check(&path).unwrap(), []);
}

#[test]
fn unnamed_projects_have_new_names_and_the_recent_ones_come_first() {
    let home = tempfile::tempdir().unwrap();
    let folder = Folder::at(home.path().join("data"));
    let first = folder.new_project().unwrap();
    drop(Project::create(&first, "1.0").unwrap());
    let second = folder.new_project().unwrap();
    assert_ne!(first, second);
    drop(Project::create(&second, "1.0").unwrap());
    assert!(folder.is_unnamed(&first) && !folder.is_unnamed(Path::new("a.gpkg")));
    for path in [&first, &second, &first] {
        folder.remember(path).unwrap();
    }
    assert_eq!(folder.recent(), [first, second]);
}

/// The page names every column, and no other.
#[test]
fn the_page_on_the_file_names_every_column() {
    let folder = tempfile::tempdir().unwrap();
    let file = Connection::open(sample(folder.path())).unwrap();
    let page = include_str!("../../docs/project-file.md");
    let mut told = Vec::new();
    let mut table = String::new();
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("### `") {
            table = name.trim_end_matches('`').to_owned();
        } else if let Some(rest) = line.strip_prefix("| `") {
            let column = rest.split('`').next().unwrap_or_default();
            told.push(format!("{table}.{column}"));
        }
    }
    let mut select = file
        .prepare(
            "SELECT t.name || '.' || c.name FROM sqlite_schema t, pragma_table_info(t.name) c
             WHERE t.type = 'table' AND t.name NOT LIKE 'gpkg%' AND t.name NOT LIKE 'rtree%'
             AND t.name NOT LIKE 'sqlite%' ORDER BY t.rowid, c.cid",
        )
        .unwrap();
    let there: Vec<String> =
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    assert_eq!(told, there);
}
