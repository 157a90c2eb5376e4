//! `dateline events`: event tables of others in, any format out.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::CommandFactory as _;
use clap::error::ErrorKind;

use super::args::{Args, Events, Format};
use super::{Answer, CliError, events_out, own, say, table_options};
use crate::export::{self, write_rejected};
use crate::import::{Mentions, TableOptions, event_table_with, is_mentions};
use crate::model::{Dataset, EventTable};

/// So many rejected rows are named one by one.
const NAMED: usize = 5;

pub fn run(args: &Events) -> Result<Answer, CliError> {
    let format = format(args);
    let (dataset, answer) = read(args, &table_options::of(args)?);
    if dataset.tables.is_empty() {
        return Ok(Answer::Incomplete);
    }
    if let Some(path) = &args.rejected {
        write_rejected(path, dataset.tables.iter().map(AsRef::as_ref))?;
    }
    if let (Some(path), Some(table)) = (&args.save_map, dataset.tables.first()) {
        table_options::save(path, table)?;
    }
    let (gazetteer, _) = own::gazetteer(&[]);
    let options = events_out::options(&args.sharing, format, &dataset, &gazetteer);
    events_out::write(&dataset, format, args.output.as_deref(), &options)?;
    Ok(answer)
}

/// What was asked for, or what the ending of the output's name says, else our table.
fn format(args: &Events) -> export::Format {
    match args.format {
        Some(Format::Events(format)) => format,
        Some(Format::Annotations) => {
            let why = "annotations are about the words of articles: choose another --format";
            Args::command().error(ErrorKind::ArgumentConflict, why).exit()
        }
        None => {
            let by_name = args.output.as_deref().and_then(export::Format::of_path);
            by_name.unwrap_or(export::Format::Csv)
        }
    }
}

/// The events of all tables, by day. What cannot be used is said, and the rest is read.
fn read(args: &Events, options: &TableOptions) -> (Dataset, Answer) {
    let mut mentioned = None;
    let mut dataset = Dataset::default();
    let mut answer = Answer::Complete;
    let (mentions, mut files): (Vec<PathBuf>, Vec<PathBuf>) =
        args.files.iter().cloned().partition(|path| is_mentions(path));
    match Mentions::read(&mentions) {
        // Alone they are refused, with what to do.
        _ if mentions.is_empty() || files.is_empty() => files.extend(mentions),
        Ok(read) => mentioned = Some(Arc::new(read)),
        Err(error) => {
            say(&error.to_string());
            answer = Answer::Incomplete;
        }
    }
    for path in &files {
        let read =
            event_table_with(path, options, mentioned.as_ref(), &mut |_| ControlFlow::Continue(()));
        let mut imported = match read {
            Ok(imported) => imported,
            Err(error) => {
                say(&error.to_string());
                answer = Answer::Incomplete;
                continue;
            }
        };
        let same = dataset.tables.iter().find(|table| table.hash == imported.table.hash);
        if let Some(same) = same {
            say(&format!("{}: the same table as {}, left out", path.display(), same.name));
            continue;
        }
        if !tell(path, &imported.table) {
            answer = Answer::Incomplete;
        }
        let table = u32::try_from(dataset.tables.len()).unwrap_or(u32::MAX);
        for record in imported.events.iter_mut().filter_map(|event| event.record.as_mut()) {
            record.table = table;
        }
        dataset.events.append(&mut imported.events);
        dataset.tables.push(Arc::new(imported.table));
    }
    if let Some(mentions) = &mentioned
        && !tell_mentions(mentions, &dataset)
    {
        answer = Answer::Incomplete;
    }
    dataset.events.sort_by_key(|event| (event.date.is_none(), event.date));
    (dataset, answer)
}

/// Says what came of mentions; whether all can be read.
fn tell_mentions(mentions: &Mentions, dataset: &Dataset) -> bool {
    let files: Vec<String> = mentions.files.iter().map(|path| path.display().to_string()).collect();
    let files = files.join(", ");
    let added = mentions.added(dataset.tables.iter().map(AsRef::as_ref));
    say(&format!(
        "{files}: GDELT 2.0 mentions, {} rows: {} added to {} events, {} of events that are not \
         here, {} rejected",
        mentions.rows,
        added.mentions,
        added.events,
        added.elsewhere,
        mentions.rejected.len()
    ));
    mentions.rejected.iter().take(NAMED).for_each(|reason| say(reason));
    mentions.rejected.is_empty()
}

/// Says what a table is, how it was read, and which rows are of no use; whether all are.
fn tell(path: &Path, table: &EventTable) -> bool {
    let (taken, rejected) = (table.len(), &table.rejected);
    let file = path.display();
    let notes: String = table.notes.iter().map(|note| format!("; {note}")).collect();
    say(&format!(
        "{file}: {}, {} rows: {taken} events, {} rejected{notes}",
        table.format,
        taken + rejected.len(),
        rejected.len()
    ));
    for row in rejected.iter().take(NAMED) {
        say(&format!("{file}, {}: {}", table.unit.at(row.line), row.reason));
    }
    if rejected.len() > NAMED {
        say(&format!("and {} more: --rejected FILE keeps them all", rejected.len() - NAMED));
    }
    rejected.is_empty()
}
