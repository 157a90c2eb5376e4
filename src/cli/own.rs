//! The user's own places, as files of the command line.

use std::path::PathBuf;

use super::{Answer, say};
use crate::gazetteer::Gazetteer;
use crate::session::{gazetteer_with, read_own_places};

/// The gazetteer with the places of these files on top. What of them cannot be used is said.
pub fn gazetteer(paths: &[PathBuf]) -> (Gazetteer, Answer) {
    let mut answer = Answer::Complete;
    let mut files = Vec::new();
    for path in paths {
        match read_own_places(path) {
            Ok(own) => {
                for problem in &own.problems {
                    say(&format!("{}: {problem}", path.display()));
                    answer = Answer::Incomplete;
                }
                files.push(own);
            }
            Err(error) => {
                say(&error.to_string());
                answer = Answer::Incomplete;
            }
        }
    }
    (gazetteer_with(&files), answer)
}
