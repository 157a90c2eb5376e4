//! Reads files in the background, so that the window never waits.

use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread,
};

use super::ArticleKey;
use crate::{
    gazetteer::Gazetteer,
    import::{self, ImportedTable, Mentions, TableError},
    model::{Article, ReadArticle, TableOptions},
    pipeline,
    storage::Mappings,
};

/// How far the reading is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles read.
    pub read: usize,
    /// Articles found so far.
    pub total: usize,
    /// What is being read.
    pub current: String,
    /// How many of its rows were read, where it has rows.
    pub rows: Option<usize>,
}

/// The places to read with, and which version of them this is.
#[derive(Clone)]
pub struct Places {
    pub gazetteer: Arc<Gazetteer>,
    pub version: u64,
}

/// A thread that reads files, and what it has told so far.
pub struct Worker {
    messages: Receiver<Message>,
    jobs: Sender<Job>,
    stop: Arc<AtomicBool>,
    progress: Progress,
    problems: Vec<String>,
    remarks: Vec<String>,
    /// How many jobs have not been answered by `Message::Done`.
    pending: usize,
    /// What has been read again so far in the job that is being done.
    again: Vec<(ArticleKey, ReadArticle)>,
    /// How many have been read again in all jobs.
    read_again: usize,
    /// How many event tables came.
    tables: usize,
}

/// What has come since the last look.
#[derive(Default)]
pub(super) struct News {
    /// New articles, each with the version of the places that it was read with.
    pub articles: Vec<(ReadArticle, u64)>,
    /// Articles read again, all of a job at once, with the version of the places.
    pub again: Vec<(Vec<(ArticleKey, ReadArticle)>, u64)>,
    /// Event tables.
    pub tables: Vec<(ImportedTable, HowRead)>,
    /// Tables of which a person must say how they are read.
    pub unclear: Vec<PathBuf>,
    pub moved: bool,
    pub finished: bool,
}

/// By whose word a table was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HowRead {
    /// As it was found.
    Found,
    /// As one with the same headings before.
    AsBefore,
    /// As a person says now.
    AsAsked,
}

/// What the thread is asked to read.
enum Job {
    Paths(Vec<PathBuf>, Places, Mappings),
    Table(PathBuf, Box<TableOptions>, Places),
    Again(Vec<(ArticleKey, Article)>, Places),
}

enum Message {
    Found(usize),
    Begun(String),
    Rows(usize),
    Read(Box<ReadArticle>, u64),
    ReadAgain(ArticleKey, Box<ReadArticle>),
    Table(Box<ImportedTable>, HowRead),
    Unclear(PathBuf),
    Problem(String),
    Notice(String),
    Done(u64),
}

impl Worker {
    /// Starts a thread that waits for something to read.
    pub fn start() -> Self {
        let (to_session, messages) = channel();
        let (to_thread, jobs) = channel::<Job>();
        let stop = Arc::new(AtomicBool::new(false));
        let mut reader = Reader { stopped: Arc::clone(&stop), tell: to_session, mentions: None };
        thread::spawn(move || jobs.into_iter().try_for_each(|job| reader.job(job)));
        Self {
            messages,
            jobs: to_thread,
            stop,
            progress: Progress::default(),
            problems: Vec::new(),
            remarks: Vec::new(),
            pending: 0,
            again: Vec::new(),
            read_again: 0,
            tables: 0,
        }
    }

    /// Reads files and folders, tables with headings that were met before as it was said then.
    pub fn read(&mut self, paths: Vec<PathBuf>, places: Places, mappings: Mappings) {
        self.send(Job::Paths(paths, places, mappings));
    }

    /// Reads a table as a person says.
    pub fn read_table(&mut self, path: PathBuf, options: Box<TableOptions>, places: Places) {
        self.send(Job::Table(path, options, places));
    }

    /// Reads articles again, with other places.
    pub fn read_again(&mut self, articles: Vec<(ArticleKey, Article)>, places: Places) {
        self.send(Job::Again(articles, places));
    }

    fn send(&mut self, job: Job) {
        if self.jobs.send(job).is_ok() {
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

    /// How many of the articles that were read had been read before.
    pub fn again(&self) -> usize {
        self.read_again
    }

    /// How many event tables were read, or wait for a person's word.
    pub fn tables(&self) -> usize {
        self.tables
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
                Message::Begun(name) => {
                    self.progress.current = name;
                    self.progress.rows = None;
                }
                Message::Rows(rows) => self.progress.rows = Some(rows),
                Message::Read(read, version) => {
                    self.progress.read += 1;
                    news.articles.push((*read, version));
                }
                Message::ReadAgain(key, read) => {
                    self.progress.read += 1;
                    self.read_again += 1;
                    self.again.push((key, *read));
                }
                Message::Table(table, how) => {
                    self.tables += 1;
                    news.tables.push((*table, how));
                }
                Message::Unclear(path) => {
                    self.tables += 1;
                    news.unclear.push(path);
                }
                Message::Problem(line) => self.problems.push(line),
                Message::Notice(line) => self.remarks.push(line),
                Message::Done(version) => {
                    self.pending -= 1;
                    news.again.push((std::mem::take(&mut self.again), version));
                }
            }
        }
        news.finished = self.pending == 0;
        news
    }
}

/// The thread's side: reads one job after the other, until it is stopped or nobody
/// listens any more.
struct Reader {
    stopped: Arc<AtomicBool>,
    tell: Sender<Message>,
    /// What tables of events of GDELT get.
    mentions: Option<Arc<Mentions>>,
}

impl Reader {
    fn job(&mut self, job: Job) -> ControlFlow<()> {
        match job {
            Job::Paths(paths, places, mappings) => {
                self.paths(&paths, &places, &mappings)?;
                self.tell(Message::Done(places.version))
            }
            Job::Table(path, options, places) => {
                self.table(&path, &options, HowRead::AsAsked)?;
                self.tell(Message::Done(places.version))
            }
            Job::Again(articles, places) => {
                self.again(articles, &places)?;
                self.tell(Message::Done(places.version))
            }
        }
    }

    /// Imports all files, then reads the articles one by one, telling of each.
    fn paths(
        &mut self,
        paths: &[PathBuf],
        places: &Places,
        mappings: &Mappings,
    ) -> ControlFlow<()> {
        let (tables, paths): (Vec<_>, Vec<_>) =
            paths.iter().cloned().partition(|path| import::is_table(path));
        self.tables(tables, mappings)?;
        let mut articles = Vec::new();
        let notices = import::read(&paths, &mut |outcome| {
            self.tell(match outcome {
                Ok(article) => {
                    articles.push(article);
                    Message::Found(1)
                }
                Err(error) => Message::Problem(error.to_string()),
            })
        });
        for notice in notices {
            self.tell(Message::Notice(notice.to_string()))?;
        }
        for article in articles {
            self.tell(Message::Begun(article.id.clone()))?;
            let reading = pipeline::read(&article, &places.gazetteer);
            let read = Box::new(ReadArticle { article, reading });
            self.tell(Message::Read(read, places.version))?;
        }
        ControlFlow::Continue(())
    }

    /// Imports tables, those of mentions together with those of their events.
    fn tables(&mut self, paths: Vec<PathBuf>, mappings: &Mappings) -> ControlFlow<()> {
        let (mentions, mut tables): (Vec<_>, Vec<_>) =
            paths.into_iter().partition(|path| import::is_mentions(path));
        self.mentions = None;
        match Mentions::read(&mentions) {
            // Alone they are refused, with what to do.
            _ if mentions.is_empty() || tables.is_empty() => tables.extend(mentions),
            Ok(read) => self.mentions = Some(Arc::new(read)),
            Err(error) => self.tell(Message::Problem(error.to_string()))?,
        }
        tables.iter().try_for_each(|path| self.any_table(path, mappings))
    }

    /// Reads a table as others with its headings, or as it is found where that leaves no doubt.
    fn any_table(&mut self, path: &Path, mappings: &Mappings) -> ControlFlow<()> {
        let look = match import::glance(path) {
            Ok(look) => look,
            Err(error) => return self.tell(Message::Problem(error.to_string())),
        };
        match mappings.get(&look.key) {
            Some(saved) => self.table(path, &saved.options, HowRead::AsBefore),
            None if look.doubts.is_empty() => {
                self.table(path, &TableOptions::default(), HowRead::Found)
            }
            None => self.tell(Message::Unclear(path.to_owned())),
        }
    }

    fn table(&mut self, path: &Path, options: &TableOptions, how: HowRead) -> ControlFlow<()> {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.tell(Message::Begun(name))?;
        let mentions = self.mentions.clone();
        let mut progress = |rows| self.tell(Message::Rows(rows));
        match import::event_table_with(path, options, mentions.as_ref(), &mut progress) {
            Ok(table) => self.tell(Message::Table(Box::new(table), how)),
            Err(TableError::Stopped) => ControlFlow::Break(()),
            // What was said of another table may not fit.
            Err(_) if how == HowRead::AsBefore => self.tell(Message::Unclear(path.to_owned())),
            Err(error) => self.tell(Message::Problem(error.to_string())),
        }
    }

    fn again(&mut self, articles: Vec<(ArticleKey, Article)>, places: &Places) -> ControlFlow<()> {
        self.tell(Message::Found(articles.len()))?;
        for (key, article) in articles {
            self.tell(Message::Begun(article.id.clone()))?;
            let reading = pipeline::read(&article, &places.gazetteer);
            self.tell(Message::ReadAgain(key, Box::new(ReadArticle { article, reading })))?;
        }
        ControlFlow::Continue(())
    }

    /// Breaks off when stopped, or when nobody listens any more.
    fn tell(&mut self, message: Message) -> ControlFlow<()> {
        let heard = self.tell.send(message).is_ok();
        if heard && !self.stopped.load(Ordering::Relaxed) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}
