//! Work for the map that a thread does, so that no frame waits for it.

use std::{
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use eframe::egui::Context;

/// A thread that answers questions in the order in which they are asked. It ends when this
/// is dropped.
pub struct Background<Question, Answer> {
    ask: Sender<Question>,
    done: Receiver<Answer>,
}

impl<Question: Send + 'static, Answer: Send + 'static> Background<Question, Answer> {
    /// The context is told of each answer.
    pub fn start(ctx: Context, work: impl Fn(Question) -> Answer + Send + 'static) -> Self {
        let (ask, asked) = channel();
        let (done, is_done) = channel();
        thread::spawn(move || {
            for question in asked {
                if done.send(work(question)).is_err() {
                    return;
                }
                ctx.request_repaint();
            }
        });
        Self { ask, done: is_done }
    }

    /// Whether the thread will answer.
    pub fn ask(&self, question: Question) -> bool {
        self.ask.send(question).is_ok()
    }

    /// The answers that have come.
    pub fn answers(&self) -> impl Iterator<Item = Answer> {
        self.done.try_iter()
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn answers_come_in_the_order_of_the_questions() {
        let background = Background::start(Context::default(), |number: u32| number * 2);
        assert!([1, 2, 3].into_iter().all(|number| background.ask(number)));
        let (mut found, start) = (Vec::new(), Instant::now());
        while found.len() < 3 && start.elapsed() < Duration::from_secs(10) {
            found.extend(background.answers());
            thread::yield_now();
        }
        assert_eq!(found, [2, 4, 6]);
    }
}
