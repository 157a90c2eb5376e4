//! The file of the model: named sections, used in place.

use std::collections::HashMap;

use serde::de::DeserializeOwned;

use super::section::Damaged;

/// Why bytes are no English model.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// They do not begin as one.
    #[error("this is not a file of the English model")]
    NotAModel,
    /// The directory does not fit the bytes.
    #[error("the English model is damaged: it ends before its sections do")]
    CutShort,
    /// A section that is needed is not there.
    #[error("the English model is damaged: section `{0}` is missing")]
    Missing(String),
    /// A section has another length than its use needs.
    #[error(
        "the English model is damaged: section `{section}` has {found} bytes instead of {wanted}"
    )]
    Length {
        /// Name of the section.
        section: String,
        /// Length in bytes.
        found: usize,
        /// Length it should have.
        wanted: usize,
    },
    /// A section of labels that cannot be read.
    #[error("the English model is damaged: section `{section}` is not the JSON that it should be")]
    Labels {
        /// Name of the section.
        section: String,
        /// What JSON says.
        #[source]
        cause: serde_json::Error,
    },
    /// A label stands for nothing that this program knows.
    #[error("the English model is for another program: it has the label `{0}`")]
    Label(String),
    /// A table of words or rules that cannot be read.
    #[error(transparent)]
    Damaged(#[from] Damaged),
}

const MAGIC: &[u8; 8] = b"ENGLISH1";
const NAME_BYTES: usize = 24;
const ENTRY_BYTES: usize = NAME_BYTES + 16;

/// The sections of a file by name.
#[derive(Debug)]
pub(super) struct ModelFile {
    sections: HashMap<&'static str, &'static [u8]>,
}

impl ModelFile {
    /// Finds the sections; looks at none of them yet.
    pub(super) fn open(bytes: &'static [u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let (count, rest) = rest.split_first_chunk().ok_or(ModelError::CutShort)?;
        let count = u32::from_le_bytes(*count) as usize;
        let directory = count.checked_mul(ENTRY_BYTES).and_then(|length| rest.get(..length));
        let directory = directory.ok_or(ModelError::CutShort)?;
        let sections = directory
            .chunks_exact(ENTRY_BYTES)
            .map(|entry| section(bytes, entry).ok_or(ModelError::CutShort))
            .collect::<Result<_, _>>()?;
        Ok(Self { sections })
    }

    /// The bytes of a section.
    pub(super) fn section(&self, name: &str) -> Result<&'static [u8], ModelError> {
        self.sections.get(name).copied().ok_or_else(|| ModelError::Missing(name.to_owned()))
    }

    /// A section of exactly this many bytes.
    pub(super) fn sized(&self, name: &str, wanted: usize) -> Result<&'static [u8], ModelError> {
        let bytes = self.section(name)?;
        if bytes.len() != wanted {
            return Err(ModelError::Length {
                section: name.to_owned(),
                found: bytes.len(),
                wanted,
            });
        }
        Ok(bytes)
    }

    /// A section of `count` f32.
    pub(super) fn floats(&self, name: &str, count: usize) -> Result<Vec<f32>, ModelError> {
        let bytes = self.sized(name, count * 4)?;
        let (numbers, _) = bytes.as_chunks();
        Ok(numbers.iter().map(|&number| f32::from_le_bytes(number)).collect())
    }

    /// A section of `count` i8.
    pub(super) fn integers(&self, name: &str, count: usize) -> Result<Vec<i8>, ModelError> {
        Ok(self.sized(name, count)?.iter().map(|&byte| i8::from_le_bytes([byte])).collect())
    }

    /// A section of JSON.
    pub(super) fn json<T: DeserializeOwned>(&self, name: &str) -> Result<T, ModelError> {
        serde_json::from_slice(self.section(name)?)
            .map_err(|cause| ModelError::Labels { section: name.to_owned(), cause })
    }
}

fn section(bytes: &'static [u8], entry: &'static [u8]) -> Option<(&'static str, &'static [u8])> {
    let (name, place) = entry.split_at_checked(NAME_BYTES)?;
    let length = name.iter().position(|&byte| byte == 0).unwrap_or(NAME_BYTES);
    let name = std::str::from_utf8(name.get(..length)?).ok()?;
    let (offset, length) = place.split_at_checked(8)?;
    let offset = usize::try_from(u64::from_le_bytes(offset.try_into().ok()?)).ok()?;
    let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
    Some((name, bytes.get(offset..offset.checked_add(length)?)?))
}
