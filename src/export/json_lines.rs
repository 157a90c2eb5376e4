//! Events as JSON lines: an object a line, with all that a row holds.

use std::io::{self, Write};

use super::options::Export;

pub(super) fn write(out: &mut dyn Write, export: &Export<'_>) -> io::Result<()> {
    for row in export.rows() {
        serde_json::to_writer(&mut *out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::fixture;
    use super::super::options::Options;
    use super::super::row::Row;
    use super::*;

    #[test]
    fn a_line_is_a_row() {
        let (dataset, options, mut out) = (fixture::dataset(), Options::default(), Vec::new());
        let export = Export::new(&dataset, &options);
        write(&mut out, &export).unwrap();
        let lines = std::str::from_utf8(&out).unwrap().lines();
        let rows: Vec<Row> = lines.map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(rows, export.rows().collect::<Vec<_>>());
    }
}
