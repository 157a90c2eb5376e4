//! How an event table is read, where the program's own findings are not wanted.

use serde::{Deserialize, Serialize};

use super::{EventType, Precision, RecordField, Stretch};

/// What a person says about a table. What is left out is found out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TableOptions {
    /// Which columns tell what: by heading, or "#3" for the third.
    #[serde(with = "by_field", skip_serializing_if = "Vec::is_empty")]
    pub mapping: Vec<(RecordField, String)>,
    /// Whether only these columns tell anything; else fields that are not named are as found.
    #[serde(skip_serializing_if = "is_false")]
    pub only_mapped: bool,
    /// The encoding by a name of the Encoding Standard: "windows-1252".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub encoding: Option<String>,
    /// What parts the cells.
    #[serde(with = "character", skip_serializing_if = "Option::is_none")]
    pub delimiter: Option<u8>,
    /// Whether the first row names the columns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headings: Option<bool>,
    /// The sheet or the layer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// Whether "01/02/2022" is the first of February.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day_first: Option<bool>,
    /// Whether "1,234" is a bit more than one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decimal_comma: Option<bool>,
    /// What cells of the columns that tell the type mean.
    #[serde(with = "by_value", skip_serializing_if = "Vec::is_empty")]
    pub types: Vec<(String, EventType)>,
    /// What cells of the columns that tell how well a place is known mean.
    #[serde(with = "by_value", skip_serializing_if = "Vec::is_empty")]
    pub precisions: Vec<(String, Precision)>,
    /// What cells of the columns that tell how well a day is known mean.
    #[serde(with = "by_value", skip_serializing_if = "Vec::is_empty")]
    pub stretches: Vec<(String, Stretch)>,
}

impl TableOptions {
    /// Whether all is left to the program.
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }
}

fn is_false(value: &bool) -> bool {
    !value
}

/// `{"actor": ["side_a", "side_b"]}`, so that people can read and write it.
mod by_field {
    use std::collections::BTreeMap;

    use serde::{Deserialize as _, Deserializer, Serializer};

    use super::RecordField;

    type Mapping = Vec<(RecordField, String)>;

    pub fn serialize<S: Serializer>(mapping: &Mapping, to: S) -> Result<S::Ok, S::Error> {
        let mut named: BTreeMap<RecordField, Vec<&str>> = BTreeMap::new();
        for (field, column) in mapping {
            named.entry(*field).or_default().push(column);
        }
        to.collect_map(named)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Mapping, D::Error> {
        let named = BTreeMap::<RecordField, Vec<String>>::deserialize(from)?;
        let pairs = named
            .into_iter()
            .flat_map(|(field, columns)| columns.into_iter().map(move |column| (field, column)));
        Ok(pairs.collect())
    }
}

/// `{"clash": "battle"}`.
mod by_value {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub fn serialize<S: Serializer, V: Serialize>(
        values: &[(String, V)],
        to: S,
    ) -> Result<S::Ok, S::Error> {
        to.collect_map(values.iter().map(|(value, meaning)| (value, meaning)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>, V: Deserialize<'de>>(
        from: D,
    ) -> Result<Vec<(String, V)>, D::Error> {
        Ok(BTreeMap::<String, V>::deserialize(from)?.into_iter().collect())
    }
}

/// `";"`.
mod character {
    use serde::{Deserialize as _, Deserializer, Serializer, de::Error as _};

    #[expect(clippy::trivially_copy_pass_by_ref, clippy::ref_option, reason = "as serde asks")]
    pub fn serialize<S: Serializer>(character: &Option<u8>, to: S) -> Result<S::Ok, S::Error> {
        match character {
            Some(byte) => to.serialize_char(char::from(*byte)),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<u8>, D::Error> {
        let Some(character) = Option::<char>::deserialize(from)? else { return Ok(None) };
        let byte = u8::try_from(character).ok().filter(u8::is_ascii);
        let wrong = || D::Error::custom(format!("{character:?} cannot part cells"));
        byte.map(Some).ok_or_else(wrong)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn options_are_written_so_that_people_can_read_them() {
        let options = TableOptions {
            mapping: vec![
                (RecordField::FirstDay, "Datum".to_owned()),
                (RecordField::Actor, "A".to_owned()),
                (RecordField::Actor, "B".to_owned()),
            ],
            delimiter: Some(b';'),
            types: vec![("clash".to_owned(), EventType::Battle)],
            ..TableOptions::default()
        };
        let json = serde_json::to_string(&options).unwrap();
        let wanted = r#"{"mapping":{"first_day":["Datum"],"actor":["A","B"]},"delimiter":";","types":{"clash":"battle"}}"#;
        assert_eq!(json, wanted);
        assert_eq!(serde_json::from_str::<TableOptions>(&json).unwrap(), options);
        assert_eq!(serde_json::to_string(&TableOptions::default()).unwrap(), "{}");
    }
}
