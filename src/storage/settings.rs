//! What a person chose for the window: one small JSON file in the user's folder, of which
//! nothing in a project knows.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{Folder, StorageError};

/// How many files and chosen commands are remembered.
const MOST_RECENT: usize = 12;

/// What a person chose. The default is what a new user finds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// By day, by night, or as the system has it.
    pub theme: Theme,
    /// Stronger letters and lines.
    pub high_contrast: bool,
    /// The colours of events.
    pub palette: Palette,
    /// How large all is drawn.
    pub text_size: TextSize,
    /// Nothing moves that need not.
    pub reduced_motion: bool,
    /// The code of a language of the screen, such as "hy"; none is that of the system.
    pub language: Option<String>,
    /// Where the window was.
    pub window: WindowPlace,
    /// Which side panels are open, and how wide they are.
    pub panels: Panels,
    /// What the map shows; only the map knows what is in it.
    pub map: Value,
    /// The files of articles and tables that were opened last, the newest first.
    pub recent_files: Vec<PathBuf>,
    /// The files of own places that were added last, the newest first.
    pub recent_places: Vec<PathBuf>,
    /// What was last chosen by its words, the newest first.
    pub recent_commands: Vec<String>,
}

/// By day or by night.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Theme {
    #[default]
    System,
    Light,
    Dark,
}

/// The colours of events.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Palette {
    /// One for each type.
    #[default]
    Usual,
    /// Fewer, which are told apart with any kind of sight; shapes tell the rest.
    Safe,
}

/// How large all is drawn, in per cent. Invariant: 80 to 200, in steps of 10.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "u16", into = "u16")]
pub struct TextSize(u16);

impl TextSize {
    /// The smallest.
    pub const SMALLEST: Self = Self(80);
    /// The largest.
    pub const LARGEST: Self = Self(200);

    /// The nearest that there is.
    pub fn of_percent(percent: u16) -> Self {
        let step = (percent.min(1000) + 5) / 10 * 10;
        Self(step.clamp(Self::SMALLEST.0, Self::LARGEST.0))
    }

    /// In per cent.
    pub fn percent(self) -> u16 {
        self.0
    }

    /// One step larger, or smaller if negative.
    pub fn stepped(self, steps: i16) -> Self {
        Self::of_percent(self.0.saturating_add_signed(steps.saturating_mul(10)))
    }

    /// How many times the usual size.
    pub fn factor(self) -> f32 {
        f32::from(self.0) / 100.0
    }
}

impl Default for TextSize {
    fn default() -> Self {
        Self(100)
    }
}

impl From<u16> for TextSize {
    fn from(percent: u16) -> Self {
        Self::of_percent(percent)
    }
}

impl From<TextSize> for u16 {
    fn from(size: TextSize) -> Self {
        size.0
    }
}

/// Where the window is when it is not maximised, in points of a screen at 100 %.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct WindowPlace {
    /// Width and height of what is inside; none before it was first shown.
    pub size: Option<[f32; 2]>,
    /// The upper left corner; none where the system does not tell.
    pub position: Option<[f32; 2]>,
    /// Whether it fills the screen.
    pub maximised: bool,
}

/// Which side panels are open, and how wide they are.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Panels {
    /// The left one.
    pub lists: bool,
    /// The right one.
    pub inspector: bool,
    /// In points; none is what fits the window.
    pub lists_width: Option<f32>,
    /// As `lists_width`.
    pub inspector_width: Option<f32>,
}

impl Default for Panels {
    fn default() -> Self {
        Self { lists: true, inspector: true, lists_width: None, inspector_width: None }
    }
}

impl Settings {
    /// Remembers that a file was opened.
    pub fn remember_file(&mut self, path: &Path) {
        put_first(&mut self.recent_files, path.to_owned());
    }

    /// Remembers that a file of own places was added.
    pub fn remember_places(&mut self, path: &Path) {
        put_first(&mut self.recent_places, path.to_owned());
    }

    /// Remembers that something was chosen by its words.
    pub fn remember_command(&mut self, command: &str) {
        put_first(&mut self.recent_commands, command.to_owned());
    }
}

fn put_first<T: PartialEq>(list: &mut Vec<T>, new: T) {
    list.retain(|old| *old != new);
    list.insert(0, new);
    list.truncate(MOST_RECENT);
}

/// Settings as they were found, and what of them was of no use.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundSettings {
    /// What was understood; the rest is as a new user finds it.
    pub settings: Settings,
    /// A line for what was not understood.
    pub problems: Vec<String>,
}

impl Folder {
    /// The settings that were kept last. Where there are none, they are those of a new user;
    /// what is not understood in the file is left out and told.
    pub fn settings(&self) -> FoundSettings {
        let path = self.settings_file();
        match fs::read_to_string(&path) {
            Ok(text) => understood(&text, &path),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => FoundSettings::default(),
            Err(error) => FoundSettings {
                settings: Settings::default(),
                problems: vec![StorageError::file(error, &path).to_string()],
            },
        }
    }

    /// Keeps settings, all of them or none.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn keep_settings(&self, settings: &Settings) -> Result<(), StorageError> {
        self.write(&self.settings_file(), settings)
    }
}

/// Each field by itself, so that one that makes no sense does not cost the others.
fn understood(text: &str, path: &Path) -> FoundSettings {
    let mut found = FoundSettings::default();
    let fields: Map<String, Value> = match serde_json::from_str(text) {
        Ok(fields) => fields,
        Err(error) => {
            found.problems.push(format!("{error}: {}", path.display()));
            return found;
        }
    };
    let Ok(Value::Object(mut known)) = serde_json::to_value(Settings::default()) else {
        return found;
    };
    for (name, value) in fields {
        let Some(usual) = known.get(&name).cloned() else { continue };
        known.insert(name.clone(), value);
        match serde_json::from_value(Value::Object(known.clone())) {
            Ok(settings) => found.settings = settings,
            Err(error) => {
                found.problems.push(format!("{name}: {error}: {}", path.display()));
                known.insert(name, usual);
            }
        }
    }
    found
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// The settings that a file with this text gives, and how many problems are told.
    fn check(text: &str, wanted: &Settings, problems: usize) {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("settings.json"), text).unwrap();
        let found = Folder::at(folder.path()).settings();
        assert_eq!((&found.settings, found.problems.len()), (wanted, problems), "{found:?}");
    }

    #[test]
    fn what_was_kept_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let folder = Folder::at(folder.path().join("not yet there"));
        assert_eq!(folder.settings(), FoundSettings::default());
        let mut settings = Settings { theme: Theme::Dark, ..Settings::default() };
        settings.remember_file(Path::new("b.txt"));
        settings.remember_file(Path::new("a.txt"));
        settings.remember_file(Path::new("b.txt"));
        settings.map = serde_json::json!({"options": {"display": "heat"}});
        folder.keep_settings(&settings).unwrap();
        let found = folder.settings();
        assert_eq!((found.settings, found.problems), (settings.clone(), Vec::new()));
        assert_eq!(settings.recent_files, [PathBuf::from("b.txt"), "a.txt".into()]);
    }

    #[test]
    fn a_broken_file_gives_what_a_new_user_finds_and_says_so() {
        check("{\"theme\": \"dark\"", &Settings::default(), 1);
        check("[]", &Settings::default(), 1);
        check("", &Settings::default(), 1);
    }

    #[test]
    fn a_field_that_makes_no_sense_does_not_cost_the_others() {
        let wanted = Settings {
            theme: Theme::Dark,
            text_size: TextSize::of_percent(150),
            ..Settings::default()
        };
        let text = r#"{"high_contrast": "very", "theme": "dark", "text_size": 151, "new": 1}"#;
        check(text, &wanted, 1);
    }

    #[test]
    fn sizes_of_text_keep_to_their_bounds_and_steps() {
        let sizes = [0, 84, 86, 100, 999, u16::MAX].map(|n| TextSize::of_percent(n).percent());
        assert_eq!(sizes, [80, 80, 90, 100, 200, 200]);
        assert_eq!(TextSize::LARGEST.stepped(1), TextSize::LARGEST);
        assert_eq!(TextSize::default().stepped(-1).percent(), 90);
    }
}
