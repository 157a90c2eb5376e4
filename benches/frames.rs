//! What a frame of the whole window costs: `cargo bench --bench frames [articles|table] [ROWS]
//! [+playing …]`.
//!
//! Draws the window at 1440 × 900 with 10,000 events of 1,000 invented articles, and with an
//! invented table of 1,000,000 rows, while it rests, plays, is panned and brushed, and prints
//! the milliseconds of processor time of a frame. A frame in which the filter changes counts
//! by itself. Timing is no test: nothing here fails.

#[path = "common/screen.rs"]
mod screen;
#[path = "common/tables.rs"]
mod tables;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use dateline::model::EventType;
use dateline::session::{Command, Window};
use dateline::ui::App;
use eframe::App as _;
use eframe::egui::{Event, Modifiers, PointerButton, Pos2, pos2};
use screen::Screen;

const SIZE: [u32; 2] = [1440, 900];
const FRAMES: u32 = 120;

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let rows = arguments.iter().find_map(|argument| argument.parse().ok());
    let named = |name: &str| arguments.iter().any(|argument| argument == name);
    let both = !named("articles") && !named("table");
    let folder = tempfile::tempdir()?;
    let mut paths = Vec::new();
    if both || named("articles") {
        paths.push(folder.path().join("articles.jsonl"));
        std::fs::write(&paths[0], invented_articles(1_000))?;
    }
    if both || named("table") {
        let path = folder.path().join("table.csv");
        tables::acled(&path, rows.unwrap_or(1_000_000))?;
        paths.push(path);
    }
    println!("{:<44} {:>7} {:>7} {:>7}", "milliseconds a frame", "least", "median", "most");
    for path in paths {
        let Some(mut window) = Open::new(path) else {
            println!("no way to draw was found");
            return Ok(());
        };
        window.measure_all();
    }
    Ok(())
}

/// The window with a file open.
struct Open {
    screen: Screen,
    app: App,
    frame: eframe::Frame,
}

impl Open {
    fn new(path: PathBuf) -> Option<Self> {
        let screen = Screen::new(SIZE)?;
        let mut creation = eframe::CreationContext::_new_kittest(screen.context.clone());
        creation.wgpu_render_state = Some(screen.state.clone());
        let start = Instant::now();
        let app = App::new(&creation, vec![path], Vec::new());
        let mut open = Self { screen, app, frame: eframe::Frame::_new_kittest() };
        while open.app.session().progress().is_some() {
            open.draw(Vec::new());
            std::thread::sleep(Duration::from_millis(2));
        }
        open.draw(Vec::new());
        let events = open.app.session().dataset().events.len();
        println!("{events} events, shown after {:.2?}", start.elapsed());
        Some(open)
    }

    fn draw(&mut self, events: Vec<Event>) -> Duration {
        let Self { screen, app, frame } = self;
        screen.frame(events, |ui| app.ui(ui, frame))
    }

    fn measure_all(&mut self) {
        // What is made ready at the first look is no part of any of them.
        self.measure("", |_, _| Vec::new());
        self.measure("at rest", |_, _| Vec::new());
        self.measure("pointer over the map", |_, n| vec![moved(on_map(n))]);
        self.app.apply(Command::SetWindow(self.of_extent(0.0, 0.1)));
        self.app.apply(Command::TogglePlay);
        self.measure("playing", |_, _| Vec::new());
        self.app.apply(Command::TogglePlay);
        self.app.apply(Command::ShowAllTime);
        self.measure("panning", |_, n| match n {
            0 => vec![moved(on_map(0)), button(on_map(0), true)],
            n => vec![moved(on_map(n))],
        });
        self.draw(vec![button(on_map(FRAMES), false)]);
        self.measure("brushing", |open, n| {
            let from = f64::from(n) / f64::from(2 * FRAMES);
            open.app.apply(Command::SetWindow(open.of_extent(from, from + 0.2)));
            Vec::new()
        });
        self.app.apply(Command::ShowAllTime);
        self.measure("the filter changes, in each frame", |open, n| {
            let event_type = EventType::ALL[(n % 5) as usize];
            open.app.apply(Command::ToggleType(event_type));
            Vec::new()
        });
        self.app.apply(Command::ClearFilter);
    }

    fn of_extent(&self, from: f64, to: f64) -> Window {
        let all = self.app.session().clock().extent().unwrap_or(Window::new(0.0, 1.0));
        Window::new(all.from() + all.length() * from, all.from() + all.length() * to)
    }

    /// Prints what frames take; `before` is part of them.
    fn measure(&mut self, name: &str, mut before: impl FnMut(&mut Self, u32) -> Vec<Event>) {
        if !is_asked(name) {
            return;
        }
        let mut times: Vec<Duration> = (0..FRAMES)
            .map(|number| {
                let start = Instant::now();
                let events = before(self, number);
                let prepared = start.elapsed();
                prepared + self.draw(events)
            })
            .collect();
        times.sort();
        if name.is_empty() {
            return;
        }
        let [least, median, most] = [0, times.len() / 2, times.len() - 1]
            .map(|at| times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3));
        println!("  {name:<42} {least:>7.2} {median:>7.2} {most:>7.2}");
    }
}

/// Whether no measurement is named by a word of it on the command line, or this one is.
fn is_asked(name: &str) -> bool {
    let words = std::env::args().skip(1);
    let mut words = words.filter_map(|word| word.strip_prefix('+').map(str::to_owned)).peekable();
    words.peek().is_none() || name.is_empty() || words.any(|word| name.contains(&word))
}

fn on_map(frame: u32) -> Pos2 {
    pos2(600.0 + frame as f32, 400.0 + (frame % 40) as f32)
}

fn moved(to: Pos2) -> Event {
    Event::PointerMoved(to)
}

fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}

/// Articles with ten happenings each, no two of them the same: 40 places, a day each.
fn invented_articles(count: usize) -> String {
    const PLACES: [&str; 40] = [
        "Goris",
        "Jermuk",
        "Vardenis",
        "Sotk",
        "Kapan",
        "Sisian",
        "Meghri",
        "Berd",
        "Ijevan",
        "Gavar",
        "Martuni",
        "Noyemberyan",
        "Dilijan",
        "Vanadzor",
        "Gyumri",
        "Ashtarak",
        "Artashat",
        "Ararat",
        "Armavir",
        "Hrazdan",
        "Sevan",
        "Spitak",
        "Stepanavan",
        "Tashir",
        "Alaverdi",
        "Yeghegnadzor",
        "Vayk",
        "Kajaran",
        "Agarak",
        "Ganja",
        "Mingachevir",
        "Yevlakh",
        "Barda",
        "Tartar",
        "Aghdam",
        "Fuzuli",
        "Shusha",
        "Lachin",
        "Kalbajar",
        "Zangilan",
    ];
    const HAPPENINGS: [&str; 5] = [
        "Shells fell on PLACE on DAY, killing COUNT soldiers, the ministry said.",
        "A drone struck a truck near PLACE on DAY and hurt COUNT people, residents told reporters.",
        "Troops clashed at PLACE on DAY; COUNT were killed, according to officials there.",
        "COUNT men were detained in PLACE on DAY after a search by border guards.",
        "A mine exploded near PLACE on DAY and wounded COUNT farmers on their way home.",
    ];
    let mut lines = String::new();
    let first = jiff::civil::date(2021, 1, 1);
    for article in 0..count {
        let mut text = String::new();
        let day = first.saturating_add(jiff::Span::new().days(article as i64 * 10 / 40));
        for at in 0..10 {
            let seed = article * 10 + at;
            let told = HAPPENINGS[(seed + seed / 40) % 5]
                .replace("PLACE", PLACES[seed % 40])
                .replace("DAY", &day.strftime("%-d %B %Y").to_string())
                .replace("COUNT", &(seed % 9 + 2).to_string());
            let _ =
                write!(text, "{told} Nothing else was known at first, and roads stayed closed. ");
        }
        let published = day.saturating_add(jiff::Span::new().days(1));
        let line = serde_json::json!({ "id": format!("a{article}"), "text": text,
            "published": published.to_string(), "source": format!("Wire {}", article % 17) });
        let _ = writeln!(lines, "{line}");
    }
    lines
}
