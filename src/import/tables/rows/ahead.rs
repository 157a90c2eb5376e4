//! Reading ahead: one thread takes a file apart into rows while another makes something of
//! them.

use std::mem;
use std::ops::ControlFlow;
use std::panic::resume_unwind;
use std::sync::mpsc;
use std::thread;

use csv::ByteRecord;

use super::{Each, Rows, SampleRow, TableError};

/// So many rows are handed over at once.
const AT_ONCE: usize = 1024;

/// So many times that many are read before they are asked for.
const AHEAD: usize = 2;

impl Rows {
    /// Calls `each` with every row until it breaks off, while the next ones are being read.
    ///
    /// # Errors
    /// If the file cannot be read to its end.
    pub fn each_ahead(self, each: &mut Each<'_>) -> Result<(), TableError> {
        let (to_here, batches) = mpsc::sync_channel(AHEAD);
        let (to_reader, spare) = mpsc::channel();
        thread::scope(|scope| {
            let reader = scope.spawn(move || self.send(&to_here, &spare));
            take(batches, &to_reader, each);
            reader.join().unwrap_or_else(|panic| resume_unwind(panic))
        })
    }

    /// Sends all rows; into `spare` come records whose memory is free again.
    fn send(
        self,
        to: &mpsc::SyncSender<Vec<SampleRow>>,
        spare: &mpsc::Receiver<Vec<ByteRecord>>,
    ) -> Result<(), TableError> {
        let mut batch = Vec::with_capacity(AT_ONCE);
        let mut free = Vec::new();
        self.each(&mut |line, row| {
            let row = row.map(|record| {
                if free.is_empty() {
                    free = spare.try_recv().unwrap_or_default();
                }
                mem::replace(record, free.pop().unwrap_or_default())
            });
            batch.push((line, row));
            // Whoever takes no more rows has gone.
            if batch.len() == AT_ONCE
                && to.send(mem::replace(&mut batch, Vec::with_capacity(AT_ONCE))).is_err()
            {
                return ControlFlow::Break(());
            }
            ControlFlow::Continue(())
        })?;
        let _nobody_is_left = to.send(batch);
        Ok(())
    }
}

fn take(
    batches: mpsc::Receiver<Vec<SampleRow>>,
    to_reader: &mpsc::Sender<Vec<ByteRecord>>,
    each: &mut Each<'_>,
) {
    for batch in batches {
        let mut used = Vec::with_capacity(batch.len());
        for (line, row) in batch {
            let end = match row {
                Ok(mut record) => {
                    let end = each(line, Ok(&mut record));
                    used.push(record);
                    end
                }
                Err(bad) => each(line, Err(bad)),
            };
            if end.is_break() {
                return;
            }
        }
        let _reader_is_done = to_reader.send(used);
    }
}
