//! How a table is written, as far as it was found out.

/// Whence something is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// A person said so.
    Asked,
    /// The file tells, or leaves no doubt.
    Told,
    /// It was guessed, and may be otherwise.
    Guessed,
}

/// How a table is written. `None` where it is of a kind that leaves no choice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFacts {
    /// The encoding, by its name in the Encoding Standard.
    pub encoding: Option<(&'static str, How)>,
    /// What parts the cells.
    pub delimiter: Option<(u8, How)>,
    /// Whether the first row names the columns.
    pub headings: Option<(bool, How)>,
    /// The sheet or layer that is read.
    pub sheet: Option<String>,
    /// All sheets or layers.
    pub sheets: Vec<String>,
    /// Whether days come before months, where any cell leaves that open.
    pub day_first: Option<(bool, How)>,
    /// Whether a comma is the decimal sign, where any cell has one or the other.
    pub decimal_comma: Option<(bool, How)>,
}
