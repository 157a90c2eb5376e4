//! Projects: by the command line, and killed at any moment.

use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use dateline::gazetteer::Gazetteer;
use dateline::model::{Article, EventId, EventType, ReadArticle, Review, Span};
use dateline::pipeline;
use dateline::session::{ArticleKey, Command as Edit, Session, Value};
use dateline::storage::{Project, check};

use super::program::Folder;

const ARTICLE: &[u8] = b"Shells hit Goris on 13 September 2022, killing two soldiers.";

#[test]
fn a_project_is_read_told_checked_copied_and_exported() {
    let folder = Folder::with(&[("a.txt", ARTICLE)]);
    let ran = folder.run(&["project", "read", "a.txt", "-o", "p.gpkg"]);
    assert_eq!((ran.code, ran.said), (Some(0), vec!["Read 1 article".to_owned()]));
    let info = folder.run(&["project", "info", "p.gpkg"]).out;
    assert!(info.contains("Articles   1") && info.contains("Events     1"), "{info}");
    assert_eq!(folder.run(&["project", "check", "p.gpkg"]).out, "Sound\n");
    assert_eq!(folder.run(&["project", "copy", "p.gpkg", "q.gpkg"]).code, Some(0));
    assert_eq!(folder.run(&["project", "copy", "p.gpkg", "q.gpkg"]).code, Some(1));
    assert_eq!(folder.run(&["project", "compact", "q.gpkg"]).code, Some(0));
    for format in ["csv", "geojson", "annotations"] {
        let exported = folder.run(&["project", "export", "q.gpkg", "--format", format]).out;
        let extracted = folder.run(&["extract", "a.txt", "--format", format]).out;
        // A project also tells whether somebody looked at an event.
        let exported = exported
            .replace("\"\"unreviewed\"\"", "null")
            .replace(",\"review\":\"unreviewed\"", "")
            .replace("unreviewed", "");
        assert_eq!(exported, extracted);
    }
    let run = folder.run(&["project", "export", "q.gpkg", "--out", "e.kml", "--no-quotes"]);
    assert_eq!(run.code, Some(0));
    assert!(run.said[0].starts_with("1 of 1 events written; headlines, quotes"), "{:?}", run.said);
    assert_eq!(folder.names(), ["a.txt", "e.kml", "p.gpkg", "q.gpkg"]);
}

#[test]
fn what_is_no_project_is_said() {
    let folder = Folder::with(&[("a.gpkg", b"no project")]);
    for arguments in [["project", "info", "a.gpkg"], ["project", "check", "a.gpkg"]] {
        let ran = folder.run(&arguments);
        assert_eq!(ran.code, Some(1));
        assert!(ran.said[0].starts_with("this is no project of Dateline"), "{:?}", ran.said);
    }
    assert!(folder.run(&["project", "info", "b.gpkg"]).said[0].contains("the file is gone"));
}

/// So many kills by default, since each needs a process; more on demand.
const KILLS: u32 = 5;

/// Kills a process that reads, imports tables and edits, again and again in the same project, and looks
/// each time whether all is there that it had told as done. `DATELINE_KILLS=200` for more,
/// `DATELINE_SEED` for other moments.
#[test]
fn nothing_that_was_told_as_done_is_lost_when_the_process_is_killed() {
    let number = |name: &str, usual: u32| {
        std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(usual)
    };
    let (kills, mut random) = (number("DATELINE_KILLS", KILLS), Random(number("DATELINE_SEED", 7)));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("killed.gpkg");
    drop(Project::create(&path, "1").unwrap());
    let (mut told, mut hot) = (0, 0);
    for kill in 0..kills {
        let last = run_and_kill(&path, random.next(), u64::from(random.next() % 400));
        told += last.as_ref().map_or(0, |last| last.lines);
        hot += u32::from(path.with_extension("gpkg-journal").exists());
        let found = check(&path).unwrap();
        assert_eq!(found, [], "after kill {kill}");
        let session = Session::open_project(&path, "1").unwrap().session;
        if let Some(last) = last {
            let now = State::of(&session);
            assert!(now.articles >= last.state.articles, "kill {kill}: {now:?} {last:?}");
            assert!(now.steps >= last.state.steps, "kill {kill}: {now:?} {last:?}");
            let same = (now.steps, now.articles) == (last.state.steps, last.state.articles);
            assert!(!same || now == last.state, "kill {kill}: {now:?} {last:?}");
        }
    }
    eprintln!("{kills} kills, {told} commands told as done, {hot} journals rolled back");
}

/// What a process told last before it was killed.
#[derive(Debug)]
struct Last {
    lines: usize,
    state: State,
}

/// What must be the same again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct State {
    /// Articles and tables ever opened.
    articles: usize,
    /// Steps ever taken, undoing included.
    steps: usize,
    /// Of all events and of what can be undone.
    hash: u64,
}

impl State {
    fn of(session: &Session) -> Self {
        let mut events: Vec<String> =
            session.dataset().events.iter().map(|event| format!("{event:?}")).collect();
        events.sort();
        let all = format!("{events:?} {:?} {:?}", session.edits(), session.history().undo_label());
        Self {
            articles: session.dataset().articles.len()
                + session.edits().closed.len()
                + session.dataset().tables.len(),
            steps: session.steps_kept(),
            hash: dateline::model::text_hash(&all),
        }
    }

    fn line(&self) -> String {
        format!("done {} {} {}", self.articles, self.steps, self.hash)
    }

    fn parse(line: &str) -> Option<Self> {
        // The frame of the tests writes before the first line.
        let (_, rest) = line.split_once("done ")?;
        let mut parts = rest.split(' ');
        Some(Self {
            articles: parts.next()?.parse().ok()?,
            steps: parts.next()?.parse().ok()?,
            hash: parts.next()?.parse().ok()?,
        })
    }
}

/// The child is this very program, told to run the one test below.
fn run_and_kill(path: &Path, seed: u32, milliseconds: u64) -> Option<Last> {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "project::child_that_reads_and_edits", "--ignored", "--nocapture"])
        .env("DATELINE_CHILD", path)
        .env("DATELINE_SEED", seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let lines = std::thread::spawn(move || {
        // What was written before the end is in the pipe; half a line is not told.
        let states: Vec<State> =
            lines.map_while(Result::ok).filter_map(|line| State::parse(&line)).collect();
        states.last().cloned().map(|state| Last { lines: states.len(), state })
    });
    wait_and_kill(&mut child, milliseconds);
    lines.join().unwrap()
}

fn wait_and_kill(child: &mut Child, milliseconds: u64) {
    let end = Instant::now() + Duration::from_millis(300 + milliseconds);
    while Instant::now() < end && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
#[ignore = "the child of the test above"]
fn child_that_reads_and_edits() {
    let Ok(path) = std::env::var("DATELINE_CHILD") else { return };
    let mut random = Random(std::env::var("DATELINE_SEED").unwrap().parse().unwrap());
    let mut session = Session::open_project(&PathBuf::from(path), "1").unwrap().session;
    loop {
        let events = session.dataset().events.len().max(1);
        let event = EventId(random.below(events));
        match random.below(14) {
            0..4 => session.add(vec![article(random.next())]),
            10 => import_table(&mut session, random.next()),
            11 => session.apply(Edit::Change(vec![event], Value::Killed(Some((3, None))))),
            12 => session.apply(Edit::Change(vec![event], Value::Review(Review::Reviewed))),
            13 => session.apply(Edit::SaveFilter(format!("filter {}", random.below(5)))),
            4 => session.apply(Edit::Reject(event)),
            5 => session.apply(Edit::SetType(event, EventType::ALL[random.below(14)])),
            6 => session.apply(Edit::JoinEvents(vec![event, EventId(random.below(events))])),
            7 => session.apply(Edit::Undo),
            8 => session.apply(Edit::Redo),
            _ => session.apply(Edit::Close(ArticleKey(random.below(30)))),
        }
        assert!(session.is_kept(), "{:?}", session.notices());
        println!("{}", State::of(&session).line());
    }
}

/// Opens a table of its own as the window does, and waits until it is shown.
fn import_table(session: &mut Session, seed: u32) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("{seed}.csv"));
    let row = |n: u32| format!("2022-05-{:02},39.5,46.3,Place {seed},{n}\n", n % 28 + 1);
    let rows: String = (0..seed % 400 + 1).map(row).collect();
    std::fs::write(&path, format!("date,lat,lon,place,deaths\n{rows}")).unwrap();
    session.apply(Edit::Open(vec![path]));
    while session.progress().is_some() {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// An article as if it had been read: reading itself would take all the time.
fn article(seed: u32) -> ReadArticle {
    let day = seed % 28 + 1;
    let article = Article::new(format!("{seed}"), format!("Shells hit Goris on {day} May 2022."));
    let mut reading = pipeline::read(&article, Gazetteer::bundled());
    reading.metadata.source = None;
    assert!(reading.reports.iter().all(|report| report.trigger != Span::new(0, 0)));
    ReadArticle { article, reading }
}

/// Xorshift: the same moments for the same seed.
struct Random(u32);

impl Random {
    fn next(&mut self) -> u32 {
        self.0 = self.0.max(1);
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        self.next() as usize % end
    }
}
