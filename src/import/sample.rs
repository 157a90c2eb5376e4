use crate::model::Article;

/// The id and the text of a file of the sample.
macro_rules! sample_file {
    ($name:literal) => {
        ($name, include_str!(concat!("../../assets/sample/", $name, ".txt")))
    };
}

/// The files of `assets/sample`, in the order of their names: id and text.
const FILES: &[(&str, &str)] = &[
    sample_file!("01-meridian-wire-jermuk"),
    sample_file!("02-caspian-courier-baku"),
    sample_file!("03-tbilisi-ledger-truce"),
    sample_file!("04-ararat-post-vardenis"),
    sample_file!("05-harbour-bulletin-csto"),
    sample_file!("06-lantern-daily-seventy-one"),
    sample_file!("07-juniper-dispatch-sev-lake"),
    sample_file!("08-meridian-wire-july"),
    sample_file!("09-open-frontier-tavush"),
    sample_file!("10-hill-and-valley-explainer"),
    sample_file!("11-tbilisi-ledger-november"),
    sample_file!("12-ararat-post-august"),
];

/// The articles that the program brings along: our own short texts on the fighting
/// at the Armenian–Azerbaijani border in 2021 and 2022.
pub fn sample() -> Vec<Article> {
    FILES.iter().map(|&(id, text)| Article::new(id, text)).collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn every_file_of_the_folder_is_in_the_sample() {
        let folder = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample"));
        let mut names: Vec<String> = folder
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .filter_map(|name| Some(name.strip_suffix(".txt")?.to_owned()))
            .collect();
        names.sort();
        let ids: Vec<String> = sample().into_iter().map(|article| article.id).collect();
        assert_eq!(ids, names);
    }
}
