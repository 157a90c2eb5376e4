//! Text that came from the clipboard.

use crate::model::Article;

/// The name that pasted articles begin with.
const NAME: &str = "pasted";

/// The article in a pasted text; `None` where there is nothing to read. `number` counts
/// what was pasted, from 1.
pub fn pasted(text: &str, number: usize) -> Option<Article> {
    let text = text.replace("\r\n", "\n");
    (!text.trim().is_empty()).then(|| Article::new(format!("{NAME}-{number}"), text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pasted_is_an_article_unless_it_is_empty() {
        let article = pasted("Calm\r\n\r\nShells fell.", 2);
        let told = article.map(|article| (article.id, article.text));
        assert_eq!(told, Some(("pasted-2".to_owned(), "Calm\n\nShells fell.".to_owned())));
        assert!(pasted(" \n", 1).is_none());
    }
}
