//! What many events cost: `cargo bench --no-default-features --bench scale [ROWS]`.
//!
//! Opens an invented table of 200,000 rows in the columns of UCDP GED until its events are
//! shown, and one of 1,000,000 in those of ACLED; then changes the filter, searches, plays,
//! edits, keeps all of it in a project and opens that again. Timing is no test.

#[path = "common/tables.rs"]
mod tables;

use std::path::Path;
use std::time::{Duration, Instant};

use dateline::model::{EventId, EventType, Review};
use dateline::session::{Command, Facet, Session, Value, Window};
use dateline::storage::Project;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let given: Option<usize> = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("table.csv");
    tables::ucdp(&path, given.unwrap_or(200_000))?;
    let mut session = Session::default();
    timed("UCDP GED: from the file to events that are shown", || open(&mut session, &path));
    say(&session);
    drop(session);

    tables::acled(&path, given.unwrap_or(1_000_000))?;
    let mut session = Session::default();
    timed("ACLED: from the file to events that are shown", || open(&mut session, &path));
    say(&session);
    let apply = |session: &mut Session, name: &str, command: Command| {
        timed(name, || session.apply(command));
    };
    apply(&mut session, "a type is hidden", Command::ToggleType(EventType::Battle));
    apply(&mut session, "and shown again", Command::ToggleType(EventType::Battle));
    apply(&mut session, "a search for two words", Command::SetSearch("mortars SMALL".into()));
    apply(&mut session, "another", Command::SetSearch("mortars small 17".into()));
    apply(&mut session, "no search", Command::SetSearch(String::new()));
    let actor = || "Military Forces of State A".to_owned();
    apply(&mut session, "the first use of a facet", Command::OnlyFacet(Facet::Actor, actor()));
    apply(&mut session, "the second", Command::OnlyFacet(Facet::Actor, actor()));
    let places = || session.facet(Facet::Place).len();
    timed("counting all facets", || _ = places());
    let extent = session.clock().extent().unwrap_or(Window::new(0.0, 1.0));
    let short = Window::new(extent.from(), extent.from() + 7.0);
    apply(&mut session, "a window of a week", Command::SetWindow(short));
    apply(&mut session, "play", Command::TogglePlay);
    timed("a step of playing", || _ = session.tick(0.016));
    session.apply(Command::ShowAllTime);

    let project = folder.path().join("p.gpkg");
    timed("keeping all in a project", || {
        if let Err(error) = Project::create(&project, "1").and_then(|new| session.keep_in(new)) {
            println!("{error}");
        }
    });
    let event = EventId(session.filtered().len() / 2);
    let review = |event| Command::Change(vec![event], Value::Review(Review::Reviewed));
    apply(&mut session, "an edit, kept", review(event));
    apply(&mut session, "undone", Command::Undo);
    drop(session);
    let mut shown = 0;
    timed("opening the project", || {
        let opened = Session::open_project(&project, "1");
        shown = opened.map_or(0, |opened| opened.session.shown().len());
    });
    println!("{shown} events shown; at most {} of memory", tables::peak_memory());
    Ok(())
}

fn open(session: &mut Session, path: &Path) {
    session.apply(Command::Open(vec![path.to_owned()]));
    while session.progress().is_some() {
        session.poll();
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn say(session: &Session) {
    let memory = tables::peak_memory();
    println!("{:>60} {} shown; at most {memory} of memory so far", "", session.shown().len());
}

fn timed(name: &str, act: impl FnOnce()) {
    let start = Instant::now();
    act();
    println!("{name:>60} {:>9.1?}", start.elapsed());
}
