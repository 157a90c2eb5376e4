//! Reads files in the background, so that the window never waits.

use std::{
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use crate::{import, model::ReadArticle, pipeline};

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles read.
    pub read: usize,
    /// Articles found so far.
    pub total: usize,
    /// What is being read.
    pub current: String,
}

/// A thread that reads files, and what it has told so far.
pub struct Worker {
    messages: Receiver<Message>,
    paths: Sender<Vec<PathBuf>>,
    stop: Arc<AtomicBool>,
    progress: Progress,
    problems: Vec<String>,
    remarks: Vec<String>,
    /// How many calls for paths have not been answered by `Message::Done`.
    pending: usize,
}

/// What has come since the last look.
#[derive(Debug, Default)]
pub(super) struct News {
    pub articles: Vec<ReadArticle>,
    pub moved: bool,
    pub finished: bool,
}

enum Message {
    Found(usize),
    Begun(String),
    Read(Box<ReadArticle>),
    Problem(String),
    Notice(String),
    Done,
}

impl Worker {
    /// Begins to read files and folders.
    pub fn start(paths: Vec<PathBuf>) -> Self {
        let (to_session, messages) = channel();
        let (to_thread, jobs) = channel::<Vec<PathBuf>>();
        let stop = Arc::new(AtomicBool::new(false));
        let stopped = Arc::clone(&stop);
        thread::spawn(move || {
            for paths in jobs {
                read_paths(&paths, &stopped, &to_session);
                if to_session.send(Message::Done).is_err() {
                    return;
                }
            }
        });
        let mut worker = Self {
            messages,
            paths: to_thread,
            stop,
            progress: Progress::default(),
            problems: Vec::new(),
            remarks: Vec::new(),
            pending: 0,
        };
        worker.add(paths);
        worker
    }

    /// Reads these as well.
    pub fn add(&mut self, paths: Vec<PathBuf>) {
        if self.paths.send(paths).is_ok() {
            self.pending += 1;
        }
    }

    /// Stops after the article that is being read. What comes late is lost with the channel.
    pub fn cancel(self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    /// How far it is.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// A line for each file that could not be read, with the reason.
    pub fn problems(&self) -> &[String] {
        &self.problems
    }

    /// Lines on files that were read, or left out, in a way worth knowing.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    /// Takes what has come since the last call, without waiting.
    pub(super) fn news(&mut self) -> News {
        let mut news = News::default();
        while let Ok(message) = self.messages.try_recv() {
            news.moved = true;
            match message {
                Message::Found(files) => self.progress.total += files,
                Message::Begun(name) => self.progress.current = name,
                Message::Read(read) => {
                    self.progress.read += 1;
                    news.articles.push(*read);
                }
                Message::Problem(line) => self.problems.push(line),
                Message::Notice(line) => self.remarks.push(line),
                Message::Done => self.pending -= 1,
            }
        }
        news.finished = self.pending == 0;
        news
    }
}

/// Imports all files, then reads the articles one by one, telling of each.
fn read_paths(paths: &[PathBuf], stopped: &AtomicBool, tell: &Sender<Message>) {
    let mut articles = Vec::new();
    // A send fails only when nobody listens any more: then the reading ends as well.
    let goes_on = |sent: bool| {
        if sent && !stopped.load(Ordering::Relaxed) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    };
    let notices = import::read(paths, &mut |outcome| {
        let message = match outcome {
            Ok(article) => {
                articles.push(article);
                Message::Found(1)
            }
            Err(error) => Message::Problem(error.to_string()),
        };
        goes_on(tell.send(message).is_ok())
    });
    for notice in notices {
        // Heard or not, the articles follow.
        let _ = tell.send(Message::Notice(notice.to_string()));
    }
    for article in articles {
        let _ = tell.send(Message::Begun(article.id.clone()));
        let reading = pipeline::read(&article);
        let read = Box::new(ReadArticle { article, reading });
        if goes_on(tell.send(Message::Read(read)).is_ok()).is_break() {
            return;
        }
    }
}
