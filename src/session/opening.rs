//! Opening: files in the background, the sample at once.

use std::path::PathBuf;

use super::{Building, BuiltOf, MANY_ARTICLES, Session, Severity, Unclear, Worker};
use crate::{
    import,
    model::{Article, ReadArticle, TableOptions},
    pipeline, tr,
};

impl Session {
    pub(super) fn open(&mut self, paths: Vec<PathBuf>) {
        let places = self.places();
        let mappings = self.mappings.clone();
        self.worker.get_or_insert_with(Worker::start).read(paths, places, mappings);
    }

    /// Reads a table as a person says.
    pub(super) fn open_table(&mut self, path: PathBuf, options: Box<TableOptions>) {
        let places = self.places();
        self.worker.get_or_insert_with(Worker::start).read_table(path, options, places);
    }

    pub(super) fn open_sample(&mut self) {
        let sample: Vec<ReadArticle> = import::sample()
            .into_iter()
            .filter(|article| !self.is_open(article))
            .map(|article| {
                let reading = pipeline::read(&article, &self.gazetteer);
                ReadArticle { article, reading }
            })
            .collect();
        if sample.is_empty() {
            self.inform(tr!("notice-sample-open"));
        }
        self.add(sample);
    }

    /// Reads a text from the clipboard at once.
    pub(super) fn paste(&mut self, text: &str) {
        let Some(article) = import::pasted(text, self.opened.len() + 1) else { return };
        if self.dataset.articles.iter().any(|read| read.article.text == article.text) {
            self.inform(tr!("notice-text-open"));
            return;
        }
        let reading = pipeline::read(&article, &self.gazetteer);
        let found = reading.reports.len();
        self.add(vec![ReadArticle { article, reading }]);
        self.inform(tr!("notice-read-pasted", n = found));
    }

    pub(super) fn cancel_reading(&mut self) {
        if let Some(worker) = self.worker.take() {
            let progress = worker.progress().clone();
            worker.cancel();
            self.rebuild();
            self.inform(tr!("notice-stopped", read = progress.read, total = progress.total));
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
        for (read, version) in news.articles {
            if !self.is_open(&read.article) {
                self.opened.push(read);
                self.read_with.push(version);
            }
        }
        let again = news.again.into_iter().filter(|(again, _)| !again.is_empty());
        let replaced = again.map(|(again, version)| self.replace(again, version)).count() > 0;
        // Results arrive as they come, but joining all again for each article
        // would take quadratic time: it waits for a quarter more.
        let waiting = self.opened.len() - self.opened_when_built;
        if replaced || waiting * 4 > self.opened.len() || (news.finished && waiting > 0) {
            self.rebuild_soon();
        }
        let mut tables = false;
        for (table, how) in news.tables {
            tables |= self.take_table(table, how);
        }
        let unclear = news.unclear.into_iter().map(|path| Unclear { path, options: None });
        self.unclear.extend(unclear);
        if tables {
            self.rebuild_soon();
        }
        let installed = self.poll_building();
        if any || installed {
            // Before anything shows it as read.
            self.keep();
        }
        self.worker = Some(worker);
        if news.finished && self.building.is_none() {
            // Articles that came while the places changed.
            let pending = self.read_stale_again();
            if !pending && let Some(worker) = self.worker.take() {
                self.report_end(&worker);
            }
        }
        any || installed
    }

    /// As [`Session::rebuild`], but never so long that the window would stand still.
    pub(super) fn rebuild_soon(&mut self) {
        if self.opened.len() < MANY_ARTICLES {
            self.rebuild();
        } else if self.building.is_none() {
            let (keys, articles) = self.edited_articles();
            let of = BuiltOf {
                edits: self.edits.clone(),
                opened: self.opened.len(),
                readings: self.readings_version,
            };
            self.building =
                Some(Building::start(keys, articles, self.joins_in_force(), self.merge, of));
        }
    }

    /// Takes in the dataset that a thread has made; whether there was one. If edits
    /// were made or articles read again meanwhile, it is made anew.
    pub(super) fn poll_building(&mut self) -> bool {
        let Some(building) = self.building.take() else { return false };
        match building.poll() {
            Ok(None) => {
                self.building = Some(building);
                false
            }
            Ok(Some(built))
                if building.of.edits == self.edits
                    && building.of.readings == self.readings_version =>
            {
                self.opened_when_built = building.of.opened;
                self.built_with = building.of.readings;
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
        if !problems.is_empty() {
            let message = tr!("notice-files-unreadable", n = problems.len());
            self.warn(message, problems.to_vec());
        }
        let differences = std::mem::take(&mut self.reread);
        if worker.again() > 0 {
            let (message, details) = differences.told();
            self.notices.add(Severity::Info, message, details);
        }
        let message = match (worker.progress().read, problems.len()) {
            (0, 0) if worker.tables() > 0 => return,
            (0, 0) => tr!("notice-no-articles"),
            (0, _) => return,
            (n, _) if n == worker.again() => return,
            (n, _) => tr!("notice-read-articles", n = n),
        };
        self.notices.add(Severity::Info, message, worker.remarks().to_vec());
    }
}
