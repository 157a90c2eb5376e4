//! `dateline extract --explain`: what was found in each sentence, what was left out, and
//! why. Says it as lines of inked words; [`paint`] alone knows of terminals.

mod events;
mod ink;
mod sentences;

pub use self::ink::{WIDTH_OF_FILES, paint, wants_colour};

use self::ink::{Ink, Line, plain, strong, weak};
use crate::gazetteer::Gazetteer;
use crate::model::{Dataset, Origin, ReadArticle};

/// All that there is to say of some articles and the events that they tell of.
pub fn lines(dataset: &Dataset, gazetteer: &Gazetteer) -> Vec<Line> {
    let mut lines = vec![legend(), Line::empty()];
    for read in &dataset.articles {
        lines.extend(about(read));
        lines.extend(sentences::lines(read, gazetteer));
        lines.push(Line::empty());
    }
    lines.extend(events::lines(dataset));
    lines
}

/// What the colours mean.
fn legend() -> Line {
    let inks = [
        (Ink::Trigger, "what happened"),
        (Ink::Date, "when"),
        (Ink::Place, "where"),
        (Ink::Number, "how many"),
        (Ink::Actor, "who"),
        (Ink::Means, "with what, damage"),
        (Ink::Claim, "who says so"),
        (Ink::LeftOut, "left out"),
    ];
    let mut pieces = vec![weak("Marked: ")];
    for (number, (ink, words)) in inks.into_iter().enumerate() {
        if number > 0 {
            pieces.push(weak(" · "));
        }
        pieces.push(ink.piece(words));
    }
    Line::new(0, pieces)
}

/// Title, outlet, day of publication, and where the day was found.
fn about(read: &ReadArticle) -> Vec<Line> {
    let metadata = &read.reading.metadata;
    let title = metadata.title.as_ref().map_or(read.article.id.as_str(), |t| t.value.as_str());
    let mut parts = vec![read.article.id.clone()];
    parts.extend(metadata.source.as_ref().map(|source| source.value.clone()));
    parts.push(match &metadata.published {
        Some(found) => format!("published {} ({})", found.value, origin(found.origin)),
        None => "day of publication unknown".to_owned(),
    });
    let mut lines =
        vec![Line::new(0, vec![strong(title)]), Line::new(0, vec![weak(&parts.join(" · "))])];
    let of_the_whole = read.reading.remarks.iter().filter(|remark| remark.span.is_empty());
    lines.extend(of_the_whole.map(|remark| {
        let label = format!("{}: ", remark.kind.label());
        Line::new(2, vec![Ink::LeftOut.piece(&label), plain(&remark.message)])
    }));
    lines.push(Line::empty());
    lines
}

fn origin(origin: Origin) -> &'static str {
    match origin {
        Origin::Text(_) => "from the text",
        Origin::File => "came with the file",
        Origin::Page => "from the page's metadata",
        Origin::LinkedData => "from the page's JSON-LD",
        Origin::Person => "as you said",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Article, Found, Joins};
    use crate::pipeline;

    /// What is said of an article, without the legend and what is said of the article.
    fn told(text: &str) -> String {
        let mut article = Article::new("a", text);
        article.given.published = "2022-09-14".parse().ok().map(Found::given);
        let gazetteer = Gazetteer::bundled();
        let reading = pipeline::read(&article, gazetteer);
        let articles = vec![ReadArticle { article, reading }];
        let events = pipeline::merge(&articles, &Joins::default());
        let dataset = Dataset { articles, events, tables: Vec::new() };
        paint(&lines(&dataset, gazetteer), 300, false)
    }

    fn check(text: &str, line: &str) {
        let told = told(text);
        assert!(told.lines().any(|other| other.trim() == line), "{line:?} is not in\n{told}");
    }

    #[test]
    fn what_happened_is_told_with_its_words() {
        let text = "Calm\n\nOn Tuesday, troops shelled Jermuk, killing three soldiers.";
        check(text, "EVENT  Shelling or missile: “shelled” · confidence 95 %");
        check(text, "killed     3: “three soldiers”");
    }

    #[test]
    fn what_was_left_out_is_told_with_the_reason() {
        let text = "Calm\n\nAzerbaijan denied that it had shelled Jermuk on Monday.";
        check(text, "LEFT OUT  “shelled”: Denied – denied by the one who is said to have done it");
    }

    #[test]
    fn the_place_and_the_reason_for_it_are_told() {
        let text = "Calm\n\nTroops shelled Jermuk on Monday.";
        let told = told(text);
        assert!(told.contains("where      Jermuk"), "{told}");
        assert!(told.contains("when       2022-09-12: “Monday”"), "{told}");
    }

    #[test]
    fn events_are_told_with_what_their_confidence_is_made_of() {
        let told = told("Calm\n\nTroops shelled Jermuk on Monday.");
        assert!(told.contains("1 event"), "{told}");
        assert!(told.contains("confidence"), "{told}");
    }

    #[test]
    fn an_article_without_a_day_says_so() {
        let article = Article::new("a", "Calm\n\nTroops shelled Jermuk on Monday.");
        let reading = pipeline::read(&article, Gazetteer::bundled());
        let read = ReadArticle { article, reading };
        let said = paint(&about(&read), 200, false);
        assert!(said.contains("day of publication unknown"), "{said}");
        assert!(said.contains("No publication date: "), "{said}");
    }
}
