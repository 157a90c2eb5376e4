//! Opening: files in the background, the sample at once.

use std::path::PathBuf;

use super::{Building, MANY_ARTICLES, Session, Severity, Worker};
use crate::{
    import,
    model::{Article, ReadArticle},
    pipeline,
};

impl Session {
    pub(super) fn open(&mut self, paths: Vec<PathBuf>) {
        match &mut self.worker {
            Some(worker) => worker.add(paths),
            None => self.worker = Some(Worker::start(paths)),
        }
    }

    pub(super) fn open_sample(&mut self) {
        let sample: Vec<ReadArticle> = import::sample()
            .into_iter()
            .filter(|article| !self.is_open(article))
            .map(|article| ReadArticle { reading: pipeline::read(&article), article })
            .collect();
        if sample.is_empty() {
            self.inform("The sample is already open");
        }
        self.add(sample);
    }

    pub(super) fn cancel_reading(&mut self) {
        if let Some(worker) = self.worker.take() {
            let progress = worker.progress().clone();
            worker.cancel();
            self.rebuild();
            self.inform(format!("Stopped after {} of {}", progress.read, progress.total));
        }
    }

    pub(super) fn is_open(&self, article: &Article) -> bool {
        self.dataset
            .articles
            .iter()
            .any(|read| read.article.id == article.id && read.article.text == article.text)
    }

    /// Takes in what the reading has brought since the last call; whether there was anything.
    pub fn poll(&mut self) -> bool {
        let Some(mut worker) = self.worker.take() else { return false };
        let news = worker.news();
        let any = !news.articles.is_empty() || news.moved || news.finished;
        let fresh: Vec<ReadArticle> =
            news.articles.into_iter().filter(|read| !self.is_open(&read.article)).collect();
        self.opened.extend(fresh);
        // Results arrive as they come, but joining all again for each article
        // would take quadratic time: it waits for a quarter more.
        let waiting = self.opened.len() - self.opened_when_built;
        if waiting * 4 > self.opened.len() || (news.finished && waiting > 0) {
            self.rebuild_soon();
        }
        let installed = self.poll_building();
        if news.finished && self.building.is_none() {
            self.report_end(&worker);
        } else {
            self.worker = Some(worker);
        }
        any || installed
    }

    /// As [`Session::rebuild`], but never so long that the window would stand still.
    pub(super) fn rebuild_soon(&mut self) {
        if self.opened.len() < MANY_ARTICLES {
            self.rebuild();
        } else if self.building.is_none() {
            let (keys, articles) = self.edited_articles();
            let (edits, opened) = (self.edits.clone(), self.opened.len());
            self.building = Some(Building::start(keys, articles, self.merge, edits, opened));
        }
    }

    /// Takes in the dataset that a thread has made; whether there was one. If edits
    /// were made meanwhile, the dataset has been made with them already.
    pub(super) fn poll_building(&mut self) -> bool {
        let Some(building) = self.building.take() else { return false };
        match building.poll() {
            Ok(None) => {
                self.building = Some(building);
                false
            }
            Ok(Some(built)) if building.edits == self.edits => {
                self.opened_when_built = building.opened;
                self.install(built);
                true
            }
            Ok(Some(_)) | Err(()) => {
                self.rebuild();
                true
            }
        }
    }

    pub(super) fn report_end(&mut self, worker: &Worker) {
        let problems = worker.problems();
        match problems.len() {
            0 => {}
            1 => self.warn("A file could not be read", problems.to_vec()),
            n => self.warn(format!("{n} files could not be read"), problems.to_vec()),
        }
        let message = match (worker.progress().read, problems.len()) {
            (0, 0) => "No articles found there".to_owned(),
            (0, _) => return,
            (1, _) => "Read 1 article".to_owned(),
            (n, _) => format!("Read {n} articles"),
        };
        self.notices.add(Severity::Info, message, worker.remarks().to_vec());
    }
}
