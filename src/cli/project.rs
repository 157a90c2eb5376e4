//! `dateline project`: what is in a project, whether it is sound, and out with it.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::args::{Format, ProjectTask, Sharing};
use super::{Answer, CliError, events_out, print, say};
use crate::about::VERSION;
use crate::export::{self, annotations, write_atomically};
use crate::gazetteer::Gazetteer;
use crate::model::Dataset;
use crate::session::{Command, Session, Severity};
use crate::storage::{self, Project, StorageError};

pub fn run(task: &ProjectTask) -> Result<Answer, CliError> {
    match task {
        ProjectTask::Info { file } => info(file),
        ProjectTask::Check { file, rescue: None } => check(file),
        ProjectTask::Check { file, rescue: Some(new) } => rescue(file, new),
        ProjectTask::Export { file, format, output, sharing } => {
            let output = output.as_deref();
            export(file, &Wanted { format: *format, output, sharing })
        }
        ProjectTask::Read { paths, output } => read(paths, output),
        ProjectTask::Copy { file, to } => copy(file, to),
        ProjectTask::Compact { file } => compact(file),
    }
}

fn info(file: &Path) -> Result<Answer, CliError> {
    let project = Project::open_to_read(file, VERSION)?;
    let (counts, contents) = (project.counts()?, project.contents()?);
    let setting = |key: &str| contents.settings.get(key).map_or("unknown", String::as_str);
    let last = contents.edits.last().map_or("none", |edit| edit.label.as_str());
    print(&format!(
        "Format     {}\nMade by    Dateline {}\nWritten by Dateline {}\nRead with  {}\n\
         Articles   {}\nTables     {}\nReports    {}\nEvents     {}\nEdits      {} (the last: {last})",
        setting("schema_version"),
        setting("created_by"),
        setting("program"),
        setting("gazetteer"),
        counts.articles,
        counts.tables,
        counts.reports,
        counts.events,
        counts.edits,
    ))?;
    Ok(Answer::Complete)
}

fn check(file: &Path) -> Result<Answer, CliError> {
    let found = storage::check(file)?;
    for finding in &found {
        print(&finding.0)?;
    }
    if found.is_empty() {
        print("Sound")?;
        return Ok(Answer::Complete);
    }
    Ok(Answer::Incomplete)
}

fn rescue(file: &Path, new: &Path) -> Result<Answer, CliError> {
    let rescued = storage::rescue(file, new, VERSION)?;
    for line in &rescued.saved {
        print(&format!("saved {line}"))?;
    }
    for line in &rescued.lost {
        print(&format!("lost {line}"))?;
    }
    // Opening it makes the events anew.
    Session::open_project(new, VERSION)?;
    Ok(if rescued.lost.is_empty() { Answer::Complete } else { Answer::Incomplete })
}

/// What to write of a project, where, and what to keep back.
struct Wanted<'a> {
    format: Option<Format>,
    output: Option<&'a Path>,
    sharing: &'a Sharing,
}

fn export(file: &Path, wanted: &Wanted<'_>) -> Result<Answer, CliError> {
    let opened = Session::read_project(file, VERSION)?;
    let dataset = opened.session.dataset();
    let by_name = || export::Format::of_path(wanted.output?).map(Format::Events);
    let csv = Format::Events(export::Format::Csv);
    let format = wanted.format.or_else(by_name).unwrap_or(csv);
    events_out::refuse_to_keep_back(format, wanted.sharing);
    match format {
        Format::Annotations => annotations(dataset, wanted.output)?,
        Format::Events(format) => {
            let gazetteer = Gazetteer::bundled();
            let mut options = events_out::options(wanted.sharing, format, dataset, gazetteer);
            options.tells_review = true;
            events_out::write(dataset, format, wanted.output, &options)?;
        }
    }
    Ok(Answer::Complete)
}

fn annotations(dataset: &Dataset, output: Option<&Path>) -> Result<(), CliError> {
    let write = |out: &mut dyn Write| {
        for read in &dataset.articles {
            annotations::write(out, &read.article, &read.reading)?;
        }
        out.flush()
    };
    match output {
        Some(path) => write_atomically(path, write)?,
        None => write(&mut BufWriter::new(io::stdout().lock()))?,
    }
    Ok(())
}

fn read(paths: &[PathBuf], output: &Path) -> Result<Answer, CliError> {
    let mut session = if output.exists() {
        Session::open_project(output, VERSION)?.session
    } else {
        let mut session = Session::default();
        session.keep_in(Project::create(output, VERSION)?)?;
        session
    };
    session.apply(Command::Open(paths.to_vec()));
    while session.progress().is_some() {
        session.poll();
        std::thread::sleep(Duration::from_millis(5));
    }
    let mut answer = Answer::Complete;
    for notice in session.notices() {
        say(&notice.message);
        notice.details.iter().for_each(|line| say(line));
        if notice.severity == Severity::Error {
            answer = Answer::Incomplete;
        }
    }
    Ok(answer)
}

fn copy(file: &Path, to: &Path) -> Result<Answer, CliError> {
    if to.exists() {
        return Err(StorageError::Exists(to.to_owned()).into());
    }
    Project::open_to_read(file, VERSION)?.copy_to(to)?;
    Ok(Answer::Complete)
}

fn compact(file: &Path) -> Result<Answer, CliError> {
    let (before, after) = Project::open(file, VERSION)?.compact()?;
    print(&format!("{before} bytes before, {after} after"))?;
    Ok(Answer::Complete)
}
