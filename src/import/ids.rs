use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// Hands out each id once. Keeps eight bytes an id, since there may be millions;
/// two ids of one hash would only bring a number that was not needed.
#[derive(Default)]
pub struct Ids {
    taken: HashSet<u64>,
}

impl Ids {
    /// `wanted`, or with "-2", "-3" … behind it where it is taken.
    pub fn unique(&mut self, wanted: String) -> String {
        if self.take(&wanted) {
            return wanted;
        }
        let mut number = 2_usize;
        loop {
            let other = format!("{wanted}-{number}");
            if self.take(&other) {
                return other;
            }
            number += 1;
        }
    }

    /// Whether it was free.
    fn take(&mut self, id: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.taken.insert(hasher.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_id_gets_the_next_free_number() {
        let mut ids = Ids::default();
        let given: Vec<String> =
            ["a", "a", "a-2", "a", "b"].map(|id| ids.unique(id.to_owned())).into();
        assert_eq!(given, ["a", "a-2", "a-2-2", "a-3", "b"]);
    }
}
