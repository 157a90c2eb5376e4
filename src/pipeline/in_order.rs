//! Many articles on several threads, handed on in the order in which they came.

use std::collections::BTreeMap;
use std::num::NonZero;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel, sync_channel};
use std::thread;

/// Does `work` on all items on so many threads and hands what comes of them to `take`, in
/// the order of the items. `feed` gives the items one by one, until it is told to break
/// off, which happens when `take` does. Neither the items nor what comes of them pile up:
/// at most 16 for each thread are under way. Gives what `feed` gives.
///
/// What comes of an item is taken as soon as it and those before it are done, whether or
/// not there is another one yet.
pub fn in_order<I: Send, O: Send, F: Send>(
    threads: NonZero<usize>,
    feed: impl FnOnce(&mut dyn FnMut(I) -> ControlFlow<()>) -> F + Send,
    work: impl Fn(I) -> O + Sync,
    take: &mut dyn FnMut(O) -> ControlFlow<()>,
) -> F {
    const UNDER_WAY: usize = 16;
    let threads = threads.get();
    if threads == 1 {
        return feed(&mut |item| take(work(item)));
    }
    let (permit, permits) = sync_channel(threads * UNDER_WAY);
    let (give, given) = channel::<(usize, I)>();
    let (tell, told) = channel();
    let given = Mutex::new(given);
    thread::scope(|scope| {
        let fed = scope.spawn(move || {
            let mut number = 0;
            feed(&mut |item| {
                // Waits for a free place; there is none any more once nobody takes.
                if permit.send(()).is_err() || give.send((number, item)).is_err() {
                    return ControlFlow::Break(());
                }
                number += 1;
                ControlFlow::Continue(())
            })
        });
        for _ in 0..threads {
            let (tell, given, work) = (tell.clone(), &given, &work);
            scope.spawn(move || do_all(given, &tell, work));
        }
        drop(tell);
        take_all(told, permits, take);
        fed.join().unwrap_or_else(|panic| resume_unwind(panic))
    })
}

/// What came of an item and its number, or the panic.
type Done<O> = (usize, thread::Result<O>);

fn do_all<I, O>(
    given: &Mutex<Receiver<(usize, I)>>,
    tell: &Sender<Done<O>>,
    work: impl Fn(I) -> O,
) {
    loop {
        let next = given.lock().ok().and_then(|given| given.recv().ok());
        let Some((number, item)) = next else { return };
        let done = catch_unwind(AssertUnwindSafe(|| work(item)));
        if tell.send((number, done)).is_err() {
            return;
        }
    }
}

/// Takes in order until there is no more, or until `take` breaks off.
fn take_all<O>(
    told: Receiver<Done<O>>,
    permits: Receiver<()>,
    take: &mut dyn FnMut(O) -> ControlFlow<()>,
) {
    let mut early = BTreeMap::new();
    let mut next = 0;
    for (number, done) in told {
        early.insert(number, done);
        while let Some(done) = early.remove(&next) {
            let done = done.unwrap_or_else(|panic| resume_unwind(panic));
            if take(done).is_break() {
                return;
            }
            let _ = permits.recv();
            next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn threads(count: usize) -> NonZero<usize> {
        NonZero::new(count).unwrap_or(NonZero::<usize>::MIN)
    }

    /// What comes of 0 to 199, up to the first that is not wanted, and how many were fed.
    fn run(count: usize, wanted: impl Fn(u64) -> bool) -> (Vec<u64>, u64) {
        let mut taken = Vec::new();
        let feed = |each: &mut dyn FnMut(u64) -> ControlFlow<()>| {
            (0..200).take_while(|&number| each(number).is_continue()).count() as u64
        };
        // The first of each ten takes longest.
        let work = |number: u64| {
            thread::sleep(std::time::Duration::from_micros(if number.is_multiple_of(10) {
                500
            } else {
                5
            }));
            number * number
        };
        let fed = in_order(threads(count), feed, work, &mut |square| {
            taken.push(square);
            if wanted(square) { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        });
        (taken, fed)
    }

    #[test]
    fn any_number_of_threads_keeps_the_order() {
        let squares: Vec<u64> = (0..200).map(|number| number * number).collect();
        for count in [1, 2, 7] {
            assert_eq!(run(count, |_| true), (squares.clone(), 200), "{count} threads");
        }
    }

    #[test]
    fn who_takes_no_more_stops_those_who_feed() {
        for count in [1, 2, 7] {
            let (taken, fed) = run(count, |square| square < 100);
            assert_eq!(taken.len(), 11, "{count} threads");
            assert!(fed < 200, "{count} threads");
        }
    }

    #[test]
    #[should_panic(expected = "no such article")]
    fn a_panic_is_passed_on() {
        let feed = |each: &mut dyn FnMut(u64) -> ControlFlow<()>| {
            let _ = (0..200).try_for_each(&mut *each);
        };
        let work = |number: u64| assert!(number != 50, "no such article");
        in_order(threads(2), feed, work, &mut |()| ControlFlow::Continue(()));
    }
}
