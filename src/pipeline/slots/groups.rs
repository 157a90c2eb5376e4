//! Who a phrase names: a country by its forces, a listed group, or people by their class.

use super::Source;
use crate::english::EntityLabel;
use crate::lexicon::{PeopleClass, PeopleSide};
use crate::model::{Actor, CountryCode, Kind, Role, Span, Toponym, within};

/// Deeper than this no phrase is followed.
const DEEPEST: usize = 4;

/// Someone whom a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Who; its role is not known yet.
    pub actor: Actor,
    /// Whether only ground of theirs is named: "the Armenian town of Goris".
    pub ground: bool,
    /// Whether they do not fight.
    pub civilian: bool,
}

impl Party {
    fn new(name: String, span: Span, country: Option<CountryCode>) -> Self {
        let actor = Actor { name, span, country, role: Role::default() };
        Self { actor, ground: false, civilian: false }
    }
}

impl Source<'_> {
    /// All whom a phrase names, with those joined to it by "and".
    pub fn parties(&self, head: usize) -> Vec<Party> {
        let mut found = Vec::new();
        self.collect(head, 0, &mut found);
        found
    }

    /// Those whom the adjectives and nouns before a noun name: "Turkish and rebel shelling".
    pub fn owners(&self, noun: usize) -> Vec<Party> {
        let mut found = Vec::new();
        for word in self.modifiers(noun) {
            found.extend(self.side(word).or_else(|| self.class_of_modifier(word)));
        }
        found
    }

    fn collect(&self, head: usize, depth: usize, found: &mut Vec<Party>) {
        if depth > DEEPEST {
            return;
        }
        let own = self.own(head, depth);
        for party in own {
            if !found.iter().any(|known| known.actor.name == party.actor.name) {
                found.push(party);
            }
        }
        for next in self.syntax.dependents(head) {
            if self.syntax.relation(next) == "conj" {
                self.collect(next, depth + 1, found);
            }
        }
    }

    /// Those whom the head itself names.
    fn own(&self, head: usize, depth: usize) -> Vec<Party> {
        if matches!(self.syntax.tag(head), "PRP" | "WP" | "WDT" | "DT" | "EX") {
            return Vec::new();
        }
        if let Some(named) = self.side(head) {
            // "The ELN and FARC dissidents".
            let joined = self.modifiers(head).into_iter().filter(|&n| {
                self.syntax.relation(n) == "conj" || self.syntax.dependent(n, &["conj"]).is_some()
            });
            let joined = joined.filter_map(|word| self.side(word)).filter(|party| *party != named);
            let mut found: Vec<Party> = joined.collect();
            found.push(named);
            return found;
        }
        if let Some(person) = self.renamed(head) {
            return vec![person];
        }
        if let Some(class) = self.class(head) {
            return self.of_class(head, &class.name, class.side);
        }
        if self.is_holder(head)
            && let Some(inner) = self.of_object(head)
        {
            let mut found = Vec::new();
            self.collect(inner, depth + 1, &mut found);
            if !found.is_empty() {
                return found;
            }
        }
        let sides = self.sides_before(head);
        if !sides.is_empty() {
            let ground = self.is_ground(head);
            return sides.into_iter().map(|party| Party { ground, ..party }).collect();
        }
        if let Some(class) =
            self.modifiers(head).into_iter().find_map(|w| self.class_of_modifier(w))
        {
            return vec![class];
        }
        if let Some(entity) = self.entity(head) {
            return vec![entity];
        }
        // "Shells fired by the army".
        let above =
            self.syntax.head(head).filter(|_| self.syntax.relation(head).starts_with("nsubj"));
        let used = self.syntax.dependent(head, &["acl"]).or(above);
        let by = used.and_then(|verb| self.syntax.dependent(verb, &["agent"]));
        let by = by.and_then(|by| self.syntax.dependent(by, &["pobj"]));
        // "The foes Armenia and Azerbaijan".
        let named = by.or_else(|| self.syntax.dependent(head, &["appos"]));
        let mut found = Vec::new();
        named.into_iter().for_each(|named| self.collect(named, depth + 1, &mut found));
        found
    }

    /// "The foreign minister, Ara Aivazian".
    fn renamed(&self, head: usize) -> Option<Party> {
        let syntax = self.syntax;
        let other = syntax.dependents(head).find(|&word| {
            syntax.relation(word) == "appos" && self.label(word) == Some(EntityLabel::Person)
        })?;
        self.side(other).or_else(|| self.entity(other))
    }

    /// The class of people that a word names, alone or with the word before it: "aid workers".
    fn class(&self, word: usize) -> Option<&PeopleClass> {
        let words = &self.lexicon.actor_words;
        let lower = self.syntax.word(word).to_lowercase();
        let before = word.checked_sub(1).map(|n| self.syntax.word(n).to_lowercase());
        let both = before.and_then(|before| words.class(&format!("{before} {lower}")));
        both.or_else(|| words.class(&lower))
    }

    /// "Turkish troops" are Turkey, "Syrian rebels" are not Syria.
    fn of_class(&self, head: usize, class: &str, side: PeopleSide) -> Vec<Party> {
        let sides = self.sides_before(head);
        let behind = self.of_object(head).and_then(|word| self.side(word));
        let civilian = side == PeopleSide::Civilian;
        let own = |party: &Party| self.is_country(party);
        let whole = |party: Party| {
            let span = self.phrase(party.actor.span, head);
            Party { actor: Actor { span, ..party.actor }, civilian, ..party }
        };
        let sides: Vec<Party> = sides.into_iter().chain(behind).collect();
        let named: Vec<Party> = sides
            .iter()
            .filter(|party| if own(party) { side == PeopleSide::State } else { !civilian })
            .cloned()
            .map(whole)
            .collect();
        if !named.is_empty() {
            return named;
        }
        if !civilian && let Some(entity) = self.entity(head) {
            return vec![entity];
        }
        let kept = self.modifiers(head).into_iter().filter(|&word| {
            let form = self.syntax.word(word);
            form.starts_with(char::is_uppercase) && self.is_of_people(word)
        });
        let mut name: Vec<&str> = kept.map(|word| self.syntax.word(word)).collect();
        name.push(class);
        let country = sides.iter().find_map(|party| party.actor.country);
        let span = self.phrase(self.syntax.span(head), head);
        vec![Party { civilian, ..Party::new(name.join(" "), span, country) }]
    }

    /// From the first adjective to the head.
    fn phrase(&self, span: Span, head: usize) -> Span {
        let first = self.modifiers(head).into_iter().min().unwrap_or(head).min(head);
        self.syntax.span(first).join(span).join(self.syntax.span(head))
    }

    fn is_country(&self, party: &Party) -> bool {
        let place = party.actor.country.and_then(|code| self.gazetteer.country(code));
        place.and_then(|id| self.gazetteer.place(id)).is_some_and(|p| p.name == party.actor.name)
    }

    /// Whether a capitalised word before people tells of what sort they are.
    fn is_of_people(&self, word: usize) -> bool {
        let syntax = self.syntax;
        let form = syntax.word(word);
        self.gazetteer.demonym(form).is_some()
            || self.label(word) == Some(EntityLabel::Norp)
            || syntax.tag(word).starts_with('J') && syntax.span(word).start > self.sentence.start
    }

    /// The countries and groups named before a noun.
    fn sides_before(&self, head: usize) -> Vec<Party> {
        self.modifiers(head).into_iter().filter_map(|word| self.side(word)).collect()
    }

    /// The words that describe a noun, with those joined to them: "Armenian and Russian".
    fn modifiers(&self, noun: usize) -> Vec<usize> {
        let syntax = self.syntax;
        let mut found = Vec::new();
        for word in syntax.dependents(noun) {
            if matches!(syntax.relation(word), "amod" | "compound" | "nmod" | "poss") && word < noun
            {
                let joined = |n: &usize| {
                    matches!(syntax.relation(*n), "conj" | "compound" | "amod" | "nmod")
                };
                let below = syntax.dependents(word).filter(joined);
                let deeper: Vec<usize> = below.collect();
                found.extend(deeper.iter().filter(|&&n| n < word));
                found.push(word);
                found.extend(deeper.iter().filter(|&&n| n > word));
            }
        }
        found
    }

    /// The country or the listed actor that a word names.
    fn side(&self, word: usize) -> Option<Party> {
        let span = self.syntax.span(word);
        if let Some(actor) = self.mention(span) {
            return Some(Party { actor: actor.clone(), ground: false, civilian: false });
        }
        if let Some(country) = self.gazetteer.demonym(self.syntax.word(word)) {
            return self.country(country, span);
        }
        let toponym = self.toponym(span)?;
        let place = toponym.place.as_ref().filter(|place| place.kind == Kind::Country)?;
        self.country(place.country?, toponym.span)
    }

    /// The mention of an actor to which a word belongs.
    pub fn mention(&self, word: Span) -> Option<&Actor> {
        let behind = self.mentions.partition_point(|actor| actor.span.start <= word.start);
        let actor = self.mentions.get(behind.checked_sub(1)?)?;
        (actor.span.end > word.start).then_some(actor)
    }

    fn toponym(&self, span: Span) -> Option<&Toponym> {
        within(self.toponyms, span, |t| t.span).first()
    }

    fn country(&self, country: CountryCode, span: Span) -> Option<Party> {
        let place = self.gazetteer.country(country).and_then(|id| self.gazetteer.place(id))?;
        Some(Party::new(place.name, span, Some(country)))
    }

    fn class_of_modifier(&self, word: usize) -> Option<Party> {
        let class = self.class(word)?;
        let civilian = class.side == PeopleSide::Civilian;
        Some(Party { civilian, ..Party::new(class.name.clone(), self.syntax.span(word), None) })
    }

    fn is_ground(&self, head: usize) -> bool {
        let rules = &self.lexicon.events;
        let lemma = self.syntax.lemma(head).to_lowercase();
        rules.set(&["ground"]).meets(rules.classes(&lemma))
            || self.toponym(self.syntax.span(head)).is_some()
    }

    fn is_holder(&self, word: usize) -> bool {
        let lemma = self.syntax.lemma(word).to_lowercase();
        self.lexicon.actor_words.grammar.holders.contains(&lemma) || self.syntax.tag(word) == "CD"
    }

    fn of_object(&self, head: usize) -> Option<usize> {
        let syntax = self.syntax;
        let of = syntax.dependents(head).find(|&word| {
            syntax.relation(word) == "prep" && matches!(syntax.word(word), "of" | "from")
        })?;
        syntax.dependent(of, &["pobj"])
    }

    /// The label of the name to which a word belongs.
    pub fn label(&self, word: usize) -> Option<EntityLabel> {
        self.entity_at(word).map(|(label, _)| label)
    }

    /// The name to which a word belongs.
    pub fn entity_at(&self, word: usize) -> Option<(EntityLabel, Span)> {
        let entities = self.syntax.entities();
        let at = entities.partition_point(|e| e.end as usize <= word);
        let entity = entities.get(at).filter(|e| e.first as usize <= word)?;
        Some((entity.label, self.syntax.entity_span(entity)))
    }

    /// An organisation or a person by the name in the text.
    fn entity(&self, word: usize) -> Option<Party> {
        let (label, span) = self.entity_at(word)?;
        let named = matches!(label, EntityLabel::Org | EntityLabel::Person);
        if !named
            || self.toponyms.iter().any(|t| t.span.overlaps(span))
            || !self.syntax.tag(word).starts_with("NNP")
        {
            return None;
        }
        let written = span.of(self.text);
        // A single name that is nobody's known surname is a place as often.
        if label == EntityLabel::Person && !written.contains(' ') {
            return None;
        }
        let name = written.strip_prefix("the ").or(written.strip_prefix("The ")).unwrap_or(written);
        let name = name.strip_suffix("'s").unwrap_or(name);
        let start = span.start + (written.len() - written.trim_start_matches("the ").len());
        let lower = label == EntityLabel::Org && !name.contains(char::is_uppercase);
        (!lower).then(|| Party::new(name.to_owned(), Span::new(start, start + name.len()), None))
    }
}
