//! Tables of dBASE: cells of fixed width.

use std::io::Read as _;

use encoding_rs::{Encoding, UTF_8};
use jiff::ToSpan as _;
use jiff::civil::Date;

use super::super::input::ReadSeek;
use super::little;

/// So many rows tell the encoding.
const SAMPLE: usize = 200;

/// A table that is being read.
pub struct Dbf {
    from: Box<dyn ReadSeek>,
    fields: Vec<Field>,
    width: usize,
    left: u32,
    /// The number of the encoding, as dBASE has it.
    language: u8,
    /// Rows that were read to find out the encoding.
    ahead: std::collections::VecDeque<Vec<u8>>,
}

struct Field {
    name: Vec<u8>,
    kind: u8,
    start: usize,
    length: usize,
}

/// A row, which may have been deleted and still be there.
pub struct Row {
    pub is_deleted: bool,
    pub cells: Vec<String>,
}

impl Dbf {
    pub fn open(mut from: Box<dyn ReadSeek>) -> Result<Self, String> {
        let damaged = || "its head is damaged".to_owned();
        let mut head = [0; 32];
        from.read_exact(&mut head).map_err(|_| damaged())?;
        let length = usize::from(u16::from_le_bytes([head[8], head[9]]));
        let width = usize::from(u16::from_le_bytes([head[10], head[11]]));
        let mut described = vec![0; length.checked_sub(32).ok_or_else(damaged)?];
        from.read_exact(&mut described).map_err(|_| damaged())?;
        let (mut fields, mut start) = (Vec::new(), 1);
        for field in described.as_chunks::<32>().0 {
            if field[0] == b'\r' {
                break;
            }
            let name = field[..11].split(|byte| *byte == 0).next().unwrap_or_default();
            let kind = field[11];
            // Long texts have their length in two bytes.
            let high = if kind == b'C' { usize::from(field[17]) << 8 } else { 0 };
            let length = usize::from(field[16]) | high;
            fields.push(Field { name: name.to_vec(), kind, start, length });
            start += length;
        }
        if fields.is_empty() || start > width {
            return Err(damaged());
        }
        let mut table = Self {
            from,
            fields,
            width,
            left: little(&head[4..]),
            language: head[29],
            ahead: std::collections::VecDeque::new(),
        };
        while table.ahead.len() < SAMPLE
            && let Ok(Some(row)) = table.bytes()
        {
            table.ahead.push_back(row);
        }
        Ok(table)
    }

    /// The headings.
    pub fn names(&self, encoding: &'static Encoding) -> Vec<String> {
        self.fields.iter().map(|field| encoding.decode(&field.name).0.trim().to_owned()).collect()
    }

    /// The encoding, and how it is known: UTF-8 where that fits, else what the head says, else
    /// a guess.
    pub fn encoding(&self) -> (&'static Encoding, &'static str) {
        let is_utf8 = |row: &Vec<u8>| std::str::from_utf8(row).is_ok();
        if self.ahead.iter().all(is_utf8) {
            return (UTF_8, "");
        }
        if let Some(encoding) = encoding_of_language(self.language) {
            return (encoding, "as it says");
        }
        let mut detector = chardetng::EncodingDetector::new();
        for row in &self.ahead {
            detector.feed(row, false);
        }
        detector.feed(&[], true);
        (detector.guess(None, true), "which was guessed")
    }

    /// The next row; none at the end.
    pub fn next(&mut self, encoding: &'static Encoding) -> Result<Option<Row>, String> {
        let row = match self.ahead.pop_front() {
            Some(row) => row,
            None => match self.bytes()? {
                Some(row) => row,
                None => return Ok(None),
            },
        };
        let cells = self.fields.iter().map(|field| field.cell(&row, encoding)).collect();
        Ok(Some(Row { is_deleted: row.first() == Some(&b'*'), cells }))
    }

    fn bytes(&mut self) -> Result<Option<Vec<u8>>, String> {
        if self.left == 0 {
            return Ok(None);
        }
        let mut row = Vec::new();
        let read = self.from.by_ref().take(self.width as u64).read_to_end(&mut row);
        read.map_err(|error| error.to_string())?;
        if row.len() < self.width {
            return Err("the file ends too early".to_owned());
        }
        self.left -= 1;
        Ok(Some(row))
    }
}

impl Field {
    /// The cell as text: days as 2022-09-13; nothing where it is empty or filled with stars.
    fn cell(&self, row: &[u8], encoding: &'static Encoding) -> String {
        let Some(bytes) = row.get(self.start..self.start + self.length) else {
            return String::new();
        };
        let number = || bytes.first_chunk::<8>().map(|bytes| f64::from_le_bytes(*bytes));
        match self.kind {
            b'I' | b'+' if bytes.len() == 4 => little(bytes).cast_signed().to_string(),
            b'O' | b'B' if bytes.len() == 8 => number().map(|n| n.to_string()).unwrap_or_default(),
            b'T' | b'@' if bytes.len() == 8 => julian(little(bytes)).unwrap_or_default(),
            b'M' | b'G' | b'P' => String::new(),
            b'L' => match bytes {
                b"T" | b"t" | b"Y" | b"y" => "true".to_owned(),
                b"F" | b"f" | b"N" | b"n" => "false".to_owned(),
                _ => String::new(),
            },
            kind => {
                let end = bytes.iter().position(|byte| *byte == 0).unwrap_or(bytes.len());
                let text = encoding.decode(&bytes[..end]).0;
                let text = text.trim();
                let is_overflow = kind != b'C' && text.starts_with('*');
                if is_overflow { String::new() } else { text.to_owned() }
            }
        }
    }
}

/// A day by its Julian number; none for 0.
fn julian(number: u32) -> Option<String> {
    const OF_1970: i64 = 2_440_588;
    let days = i64::from(number) - OF_1970;
    let day = Date::constant(1970, 1, 1).checked_add(days.days()).ok().filter(|_| number > 0);
    day.map(|day| day.to_string())
}

/// The encoding of a label such as "UTF-8", "1252", "ANSI 1251", "ISO 88591".
pub fn encoding_of_label(label: &str) -> Option<&'static Encoding> {
    let label = label.trim();
    let digits: String = label.chars().filter(char::is_ascii_digit).collect();
    Encoding::for_label(label.as_bytes()).or_else(|| match digits.as_str() {
        "65001" | "8" => Some(UTF_8),
        "932" => Some(encoding_rs::SHIFT_JIS),
        "936" => Some(encoding_rs::GBK),
        "949" => Some(encoding_rs::EUC_KR),
        "950" => Some(encoding_rs::BIG5),
        _ if digits.starts_with("8859") => {
            Encoding::for_label(format!("iso-8859-{}", &digits[4..]).as_bytes())
        }
        _ if digits.len() == 4 => Encoding::for_label(format!("windows-{digits}").as_bytes()),
        _ => Encoding::for_label(format!("ibm{digits}").as_bytes()),
    })
}

/// The encoding that the head of a table names by a number; none for those that say nothing
/// or that nobody uses any more.
fn encoding_of_language(number: u8) -> Option<&'static Encoding> {
    Some(match number {
        0x03 | 0x57..=0x59 => encoding_rs::WINDOWS_1252,
        0x26 | 0x65 => encoding_rs::IBM866,
        0x13 | 0x7b => encoding_rs::SHIFT_JIS,
        0x4d | 0x7a => encoding_rs::GBK,
        0x4e | 0x79 => encoding_rs::EUC_KR,
        0x4f | 0x78 => encoding_rs::BIG5,
        0x7d => encoding_rs::WINDOWS_1255,
        0x7e => encoding_rs::WINDOWS_1256,
        0xc8 => encoding_rs::WINDOWS_1250,
        0xc9 => encoding_rs::WINDOWS_1251,
        0xca => encoding_rs::WINDOWS_1254,
        0xcb => encoding_rs::WINDOWS_1253,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_are_known_by_their_labels() {
        let check = |label: &str, wanted: &str| {
            assert_eq!(encoding_of_label(label).map(Encoding::name), Some(wanted), "{label}");
        };
        check("UTF-8", "UTF-8");
        check("1251\n", "windows-1251");
        check("ANSI 1252", "windows-1252");
        check("65001", "UTF-8");
        check("88595", "ISO-8859-5");
        check("CP866", "IBM866");
        assert_eq!(encoding_of_label("nonsense"), None);
    }

    #[test]
    fn julian_days_are_days() {
        assert_eq!(julian(2_459_836).as_deref(), Some("2022-09-13"));
        assert_eq!(julian(0), None);
    }
}
