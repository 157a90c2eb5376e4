//! Runs the real program in a folder of its own, without a display.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

/// A folder with files, to run the program in.
pub struct Folder(TempDir);

/// What came of a run.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    /// What was said, without the program's name before each line.
    pub said: Vec<String>,
}

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// A folder with these files.
    pub fn with(files: &[(&str, &[u8])]) -> Self {
        let folder = Self::new();
        for (name, bytes) in files {
            let path = folder.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        folder
    }

    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The program, ready to start in the folder.
    pub fn program(&self, arguments: &[&str]) -> Command {
        let mut program = Command::new(env!("CARGO_BIN_EXE_dateline"));
        program
            .args(arguments)
            .current_dir(self.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        program
    }

    pub fn run(&self, arguments: &[&str]) -> Run {
        let output = self.program(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        let said = text(output.stderr);
        let said = said.lines().map(|line| line.trim_start_matches("dateline: ").to_owned());
        Run { code: output.status.code(), out: text(output.stdout), said: said.collect() }
    }

    /// The names of all files in it, sorted.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.path()).unwrap();
        let mut names: Vec<String> =
            entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

/// A file of our test articles.
pub fn article(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").join(name);
    fs::read_to_string(path).unwrap()
}

/// The folder of our test articles.
pub fn articles() -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/articles").display().to_string()
}

/// The objects of JSON lines.
pub fn lines(text: &str) -> Vec<serde_json::Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}
