use std::fs::File;
use std::io::{self, Seek as _, SeekFrom, Write};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A ZIP. Its files have no day of their own, so that the same input gives the same bytes.
/// It is made in a file, not written as a stream, which older readers do not know.
pub struct Archive(ZipWriter<File>);

impl Archive {
    pub fn new() -> io::Result<Self> {
        Ok(Self(ZipWriter::new(tempfile::tempfile()?)))
    }

    /// Begins a file: what is written from now on goes into it.
    pub fn begin(&mut self, name: &str) -> io::Result<&mut dyn Write> {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        self.0.start_file(name, options).map_err(io_error)?;
        Ok(&mut self.0)
    }

    /// Writes the whole of it.
    pub fn write_to(self, out: &mut dyn Write) -> io::Result<()> {
        let mut file = self.0.finish().map_err(io_error)?;
        file.seek(SeekFrom::Start(0))?;
        io::copy(&mut file, out)?;
        Ok(())
    }
}

/// What the disk says stays as it says it.
fn io_error(error: ZipError) -> io::Error {
    match error {
        ZipError::Io(error) => error,
        other => io::Error::other(other),
    }
}
