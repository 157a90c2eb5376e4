use crate::model::Article;

/// The files of `assets/sample`, in the order of their names: id and text.
const FILES: &[(&str, &str)] = &[];

/// The articles that the program brings along: our own short texts on the fighting
/// at the Armenian–Azerbaijani border in 2021 and 2022.
pub fn sample() -> Vec<Article> {
    FILES.iter().map(|&(id, text)| Article::new(id, text)).collect()
}
