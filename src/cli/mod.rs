//! The command line: the same program without a window.
//!
//! What was asked for goes to standard output, everything else to standard error.
//! Exit codes: 0 all went well, 1 something could not be read or written, 2 the
//! command was not understood.

mod args;
mod extract;
mod inputs;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;
use thiserror::Error;

use crate::export::ExportError;
use args::{Args, Command};

/// Parses the arguments of the process and does what they say.
pub fn run() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Some(Command::Extract(extract)) => extract::run(extract),
        None => Ok(Inputs::AllRead),
    };
    match done {
        Ok(Inputs::AllRead) => ExitCode::SUCCESS,
        Ok(Inputs::SomeFailed) => ExitCode::FAILURE,
        // Whoever reads our output has seen enough.
        Err(CliError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Whether all that was to be read was read. What failed has been said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Inputs {
    AllRead,
    SomeFailed,
}

/// Why a command ended before its end.
#[derive(Debug, Error)]
enum CliError {
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error("cannot write to standard output ({0})")]
    Output(#[from] io::Error),
}

/// A line for the person at the terminal.
fn say(line: &str) {
    eprintln!("dateline: {line}");
}
