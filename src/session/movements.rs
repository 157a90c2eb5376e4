//! Who moved where: the ways that reports of movements tell, and the spots that one such
//! event has.

use super::Session;
use crate::{
    lexicon::{End, MovementWords},
    model::{
        Event, EventId, EventType, Kind, LonLat, Place, ReadArticle, Report, Span, Toponym, Usage,
        within,
    },
};

/// Nearer than this, two places are one on any map of a country.
const SHORTEST_KM: f64 = 1.0;

/// A way of an event, from one spot to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Movement {
    /// The event.
    pub event: EventId,
    /// Where it begins.
    pub from: LonLat,
    /// Where it ends.
    pub to: LonLat,
    /// Whether the words tell which end is which. The model has no field for that: a location
    /// is a spot of the event and nothing more.
    pub directed: bool,
}

impl Session {
    /// The ways of all movements and conquests, in the order of the events.
    pub fn movements(&self) -> &[Movement] {
        self.movements.get_or_init(|| {
            let events = self.dataset.events.iter().enumerate();
            events.flat_map(|(number, event)| self.ways(EventId(number), event)).collect()
        })
    }

    fn ways(&self, id: EventId, event: &Event) -> Vec<Movement> {
        use EventType::{TerritoryTaken, TroopDeploymentMovement};
        if !matches!(event.event_type, TroopDeploymentMovement | TerritoryTaken) {
            return Vec::new();
        }
        let told = self.dataset.reports_of(event).find_map(|(_, read, report)| told(read, report));
        if let Some((from, to)) = told {
            return vec![Movement { event: id, from, to, directed: true }];
        }
        let spots: Vec<LonLat> = event.best_locations().map(|location| location.position).collect();
        let far = |pair: &&[LonLat]| pair[0].distance_km(pair[1]) > SHORTEST_KM;
        let way =
            |pair: &[LonLat]| Movement { event: id, from: pair[0], to: pair[1], directed: false };
        spots.windows(2).filter(far).map(way).collect()
    }
}

/// From where to where the sentence of a report tells of a movement, if one of the two is
/// where the report says that it happened.
fn told(read: &ReadArticle, report: &Report) -> Option<(LonLat, LonLat)> {
    let names = within(&read.reading.toponyms, report.quote, |toponym| toponym.span);
    let spots: Vec<(&Toponym, &Place)> = names
        .iter()
        .filter(|toponym| toponym.usage == Usage::Literal)
        .filter_map(|toponym| Some((toponym, toponym.place.as_ref()?)))
        // The middle of a country is nowhere that anybody moved from.
        .filter(|(_, place)| place.kind != Kind::Country)
        .collect();
    let spans: Vec<Span> = spots.iter().map(|(toponym, _)| toponym.span).collect();
    let (from, to) = ends(&read.article.text, report.quote, &spans);
    let (from, to) = (spots.get(from?)?.1, spots.get(to?)?.1);
    let is_here = |place: &Place| report.locations.iter().any(|l| l.place == Some(place.id));
    let is_far = from.position.distance_km(to.position) > SHORTEST_KM;
    (is_far && (is_here(from) || is_here(to))).then_some((from.position, to.position))
}

/// Which of the names in a sentence are those where a way begins and ends, by the words
/// between each and the name before it. The first of each, where several are listed.
fn ends(text: &str, sentence: Span, names: &[Span]) -> (Option<usize>, Option<usize>) {
    let words = MovementWords::bundled();
    let (mut from, mut to) = (None, None);
    let mut before = sentence.start;
    for (number, name) in names.iter().enumerate() {
        let end = words.end(text.get(before..name.start).unwrap_or(""));
        match end {
            Some(End::From) => from = from.or(Some(number)),
            Some(End::To) => to = to.or(Some(number)),
            None => {}
        }
        before = name.end;
    }
    (from, to)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::{lexicon::movement_examples, model::Article, pipeline};

    /// The text without the brackets, and the spans of what was in them.
    fn names_of(marked: &str) -> (String, Vec<Span>) {
        let (mut text, mut spans, mut start) = (String::new(), Vec::new(), 0);
        for letter in marked.chars() {
            match letter {
                '[' => start = text.len(),
                ']' => spans.push(Span::new(start, text.len())),
                letter => text.push(letter),
            }
        }
        (text, spans)
    }

    #[test]
    fn the_examples_of_the_words_are_read_as_they_say() {
        for example in movement_examples() {
            let (text, names) = names_of(&example.text);
            let (from, to) = ends(&text, Span::new(0, text.len()), &names);
            let name = |end: Option<usize>| end.map(|number| names[number].of(&text).to_owned());
            assert_eq!((name(from), name(to)), (example.from, example.to), "{text}");
        }
    }

    #[test]
    fn a_way_is_found_in_an_article() {
        let mut session = Session::default();
        let text = "Troops move\n\n14 September 2022\n\nArmenia moved two battalions from Goris to \
                    Jermuk on Tuesday.";
        let article = Article::new("a", text);
        let reading = pipeline::read(&article, session.gazetteer());
        session.add(vec![ReadArticle { article, reading }]);
        let movement = session.movements().first().copied().unwrap();
        assert!(movement.directed);
        assert!(movement.from.lat < movement.to.lat, "Goris is south of Jermuk");
    }
}
