//! What the sentences say happened: drafts of reports, before they have a place.

mod frames;
mod vetoes;

use self::frames::Hit;
use super::casualties::{self, Casualty};
use super::sentences::Sentence;
use super::syntax::Syntax;
use crate::english::ruler::Pos;
use crate::lexicon::{Classes, Lexicon, Strength};
use crate::model::{
    Count, EventType, Group, Remark, Span, Timex, TimexType, Toponym, Usage, within,
};

/// Something that happened, as one sentence tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What happened.
    pub event_type: EventType,
    /// The words that say so.
    pub trigger: Span,
    /// The word of the grammar that heads the trigger.
    pub head: usize,
    /// The lemma of that word.
    pub lemma: String,
    /// Whether it is spoken of as known: "the attack".
    pub definite: bool,
    /// Whether it is told apart from what was told before: "another attack", "also shelled".
    pub further: bool,
    /// The sentence, by its place in the list.
    pub sentence: usize,
    /// How much the trigger tells by itself.
    pub strength: Strength,
    /// How many died.
    pub killed: Option<Count>,
    /// How many were hurt.
    pub wounded: Option<Count>,
    /// How many were taken.
    pub captured: Option<Count>,
    /// What became of whom.
    pub tolls: Vec<Casualty>,
}

/// What this stage reads.
pub struct Source<'a> {
    /// The plain text.
    pub text: &'a str,
    /// Its grammar.
    pub syntax: &'a Syntax<'a>,
    /// For each word of the grammar, what it names; see [`names`].
    pub names: &'a [Classes],
    /// All its sentences.
    pub sentences: &'a [Sentence],
    /// For each sentence, whether it is news.
    pub news: &'a [bool],
    /// The numbers of dead and hurt, by sentence.
    pub casualties: &'a [Vec<Casualty>],
    /// The places found.
    pub toponyms: &'a [Toponym],
    /// The expressions of time found.
    pub timexes: &'a [Timex],
    /// Words and rules.
    pub lexicon: &'a Lexicon,
}

/// For each word of the grammar, whether it names a place, a person or a side, or is a
/// number.
pub fn names(syntax: &Syntax<'_>, toponyms: &[Toponym], lexicon: &Lexicon) -> Vec<Classes> {
    let rules = &lexicon.events;
    let mut names = vec![Classes::default(); syntax.len()];
    let mut mark = |span: Span, classes: &[&str]| {
        let set = rules.set(classes);
        for word in syntax.within(span) {
            names[word] = names[word].with(set);
        }
    };
    for toponym in toponyms {
        let country = toponym.place.as_ref().is_some_and(|p| p.kind == crate::model::Kind::Country);
        let side = country || toponym.usage == Usage::Metonym;
        mark(toponym.span, if side { &["place", "side"] } else { &["place"] });
    }
    for entity in syntax.entities() {
        let classes: &[&str] = match entity.label.name() {
            "PERSON" => &["person"],
            "NORP" | "ORG" | "GPE" => &["side"],
            "CARDINAL" => &["number"],
            _ => continue,
        };
        mark(syntax.entity_span(entity), classes);
    }
    names
}

/// The drafts in text order of their triggers, and a remark for each trigger that is
/// no event, or not yet one.
pub fn find(source: &Source<'_>) -> (Vec<Draft>, Vec<Remark>) {
    let mut drafts = Vec::new();
    let mut remarks = Vec::new();
    for (number, sentence) in source.sentences.iter().enumerate() {
        if source.news[number] {
            read_sentence(source, number, sentence, &mut drafts, &mut remarks);
        }
    }
    drop_repeated_headings(source, &mut drafts);
    drop_natural_deaths(source, &mut drafts);
    (drafts, remarks)
}

fn read_sentence(
    source: &Source<'_>,
    number: usize,
    sentence: &Sentence,
    drafts: &mut Vec<Draft>,
    remarks: &mut Vec<Remark>,
) {
    let words = source.syntax.within(sentence.span);
    let question = sentence.span.of(source.text).trim_end().ends_with('?');
    let mut found: Vec<Draft> = Vec::new();
    for hit in frames::hits(source, words.clone()) {
        if question || !has_support(source, number, sentence, hit.frame.strength) {
            continue;
        }
        if let Some(veto) = vetoes::veto(source, &hit, words.clone()) {
            remarks.push(Remark { span: hit.span, kind: veto.kind, message: veto.message.clone() });
            continue;
        }
        let event_type = hit.frame.event_type;
        let same = found.iter().any(|d| d.event_type == event_type);
        let weaker = hit.frame.strength == Strength::Casualty && found.iter().any(takes_dead);
        if !same && !weaker {
            found.push(draft(source, &hit, number));
        }
    }
    keep_most_telling(&mut found);
    give_casualties(&source.casualties[number], &mut found);
    found.iter_mut().for_each(|draft| tell_by_means(source, words.clone(), draft));
    drafts.append(&mut found);
}

/// "Another attack", "rebels also shelled".
fn is_further(source: &Source<'_>, head: usize) -> bool {
    let syntax = source.syntax;
    let further = &source.lexicon.events.grammar.further;
    let argument = matches!(syntax.relation(head), "nsubj" | "nsubjpass" | "dobj" | "attr");
    let verb = syntax.head(head).filter(|_| argument);
    [Some(head), verb].into_iter().flatten().flat_map(|word| syntax.dependents(word)).any(|word| {
        matches!(syntax.relation(word), "amod" | "advmod" | "det")
            && further.contains(&frames::lemma(source, word))
    })
}

/// Whether people may die in it.
fn takes_dead(draft: &Draft) -> bool {
    draft.event_type.group() == Group::Violent || draft.event_type == EventType::ProtestRiot
}

fn draft(source: &Source<'_>, hit: &Hit<'_>, sentence: usize) -> Draft {
    Draft {
        lemma: frames::lemma(source, hit.head),
        definite: vetoes::is_definite(source, hit.head),
        further: hit.frame.strength > Strength::Casualty && is_further(source, hit.head),
        event_type: hit.frame.event_type,
        trigger: hit.span,
        head: hit.head,
        sentence,
        strength: hit.frame.strength,
        killed: None,
        wounded: None,
        captured: None,
        tolls: Vec::new(),
    }
}

/// Whether a trigger of this strength counts in this sentence.
fn has_support(
    source: &Source<'_>,
    number: usize,
    sentence: &Sentence,
    strength: Strength,
) -> bool {
    let somebody = |c: &Casualty| c.count.high() != Some(0);
    if strength == Strength::Strong || source.casualties[number].iter().any(somebody) {
        return true;
    }
    let timexes = within(source.timexes, sentence.span, |t| t.span);
    let toponyms = within(source.toponyms, sentence.span, |t| t.span);
    let dated = timexes.iter().any(|t| {
        t.range.is_some() && t.timex_type != TimexType::Duration && t.value != "PRESENT_REF"
    });
    let placed = toponyms.iter().any(|t| t.usage == Usage::Literal || is_of(source, t));
    dated || placed && strength != Strength::Lasting
}

/// "the streets of Yerevan": no government is meant.
fn is_of(source: &Source<'_>, toponym: &Toponym) -> bool {
    let before = source.text.get(..toponym.span.start).unwrap_or("");
    before.ends_with(" of ")
}

/// Of several kinds of violence in a sentence, the one that tells more: shelling
/// rather than a battle, a battle rather than a killing.
fn keep_most_telling(drafts: &mut Vec<Draft>) {
    let violent = |draft: &Draft| draft.event_type.group() == Group::Violent;
    let rank = |draft: &Draft| (std::cmp::Reverse(draft.strength), telling(draft.event_type));
    let Some(best) = drafts.iter().filter(|d| violent(d)).map(rank).min() else { return };
    drafts.retain(|d| !violent(d) || rank(d) == best);
}

/// The lower, the more a type tells: a bomb more than an attack.
fn telling(event_type: EventType) -> usize {
    const TELLING: [EventType; 5] = [
        EventType::IedMineSuicide,
        EventType::AirDroneStrike,
        EventType::ShellingMissile,
        EventType::Battle,
        EventType::AttackOnCivilians,
    ];
    TELLING.iter().position(|known| *known == event_type).unwrap_or(TELLING.len())
}

/// The dead and hurt of the sentence belong to its violence.
fn give_casualties(casualties: &[Casualty], drafts: &mut [Draft]) {
    let totals = casualties::totals(casualties);
    let takes_people = |d: &Draft| d.event_type == EventType::AbductionArrest;
    let at = drafts.iter().position(takes_dead).or_else(|| drafts.iter().position(takes_people));
    if let Some(draft) = at.and_then(|at| drafts.get_mut(at)) {
        draft.killed = totals.killed;
        draft.wounded = totals.wounded;
        draft.captured = totals.captured;
        draft.tolls = casualties.to_vec();
    }
}

/// How people died, by the words of the sentence: bombs, shells, aircraft, a battle.
/// Soldiers who were killed fell in a battle.
fn tell_by_means(source: &Source<'_>, words: std::ops::Range<usize>, draft: &mut Draft) {
    const MEANS: [(&str, EventType); 4] = [
        ("explosive", EventType::IedMineSuicide),
        ("aircraft", EventType::AirDroneStrike),
        ("artillery", EventType::ShellingMissile),
        ("fight", EventType::Battle),
    ];
    if draft.strength != Strength::Casualty || draft.event_type.group() != Group::Violent {
        return;
    }
    let rules = &source.lexicon.events;
    let lemmas = |span: std::ops::Range<usize>| {
        let all = span.map(|word| rules.classes(&frames::lemma(source, word)));
        all.fold(Classes::default(), Classes::with)
    };
    let told = lemmas(words);
    let means = MEANS.iter().find(|(class, _)| rules.set(&[class]).meets(told));
    let victims = draft.killed.or(draft.wounded).map(|count| count.evidence.of(source.text));
    let soldiers = victims.is_some_and(|words| {
        let military = &source.lexicon.casualties.people.military;
        words.split(|c: char| !c.is_alphanumeric()).any(|w| military.contains(&w.to_lowercase()))
    });
    draft.event_type = match means {
        Some((_, event_type)) => *event_type,
        None if soldiers => EventType::Battle,
        None => draft.event_type,
    };
}

/// "He died on Friday" tells of violence only where other words of the sentence or of the
/// article do.
fn drop_natural_deaths(source: &Source<'_>, drafts: &mut Vec<Draft>) {
    let may_be = |d: &Draft| {
        d.strength == Strength::Casualty
            && source.lexicon.events.grammar.peaceful.contains(&d.lemma)
    };
    let violent = drafts.iter().any(|d| d.event_type.group() == Group::Violent && !may_be(d));
    drafts.retain(|d| !may_be(d) || violent && !is_natural(source, d) || tells_violence(source, d));
}

/// Whether words of the draft's sentence tell of violence.
fn tells_violence(source: &Source<'_>, draft: &Draft) -> bool {
    let rules = &source.lexicon.events;
    let told = classes_of_sentence(source, draft);
    let fight = rules.set(&["fight"]).meets(told) && !is_natural(source, draft);
    let others = ["attack", "artillery", "aircraft", "explosive", "firearm", "armed"];
    fight || rules.set(&others).meets(told)
}

/// Whether the draft's sentence speaks of illness, accidents or disasters.
fn is_natural(source: &Source<'_>, draft: &Draft) -> bool {
    source.lexicon.events.set(&["natural"]).meets(classes_of_sentence(source, draft))
}

fn classes_of_sentence(source: &Source<'_>, draft: &Draft) -> Classes {
    let words = source.syntax.within(source.sentences[draft.sentence].span);
    let all = words.filter(|&word| source.syntax.pos(word) != Pos::Adj);
    let classes = all.map(|word| source.lexicon.events.classes(&frames::lemma(source, word)));
    classes.fold(Classes::default(), Classes::with)
}

/// A headline says what the body says again.
fn drop_repeated_headings(source: &Source<'_>, drafts: &mut Vec<Draft>) {
    let in_body: Vec<EventType> = drafts
        .iter()
        .filter(|d| !source.sentences[d.sentence].heading)
        .map(|d| d.event_type)
        .collect();
    let groups: Vec<_> = in_body.iter().map(|t| t.group()).collect();
    drafts.retain(|d| {
        !source.sentences[d.sentence].heading || !groups.contains(&d.event_type.group())
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gazetteer::Gazetteer;
    use crate::lexicon::event_examples;
    use crate::model::RemarkKind;
    use crate::pipeline::{dates, plain::Plain, sentences, tokens, toponyms};

    /// What was found in one text: types and triggers, and the kinds of remarks.
    fn read(text: &str) -> (Vec<(EventType, String)>, Vec<RemarkKind>) {
        let lexicon = Lexicon::bundled();
        let plain = Plain::new(text);
        let text = plain.text.as_str();
        let tokens = tokens::find(text);
        let sentences = sentences::find(&plain, &tokens, lexicon);
        let syntax = Syntax::of_plain(&plain);
        let published = Some(jiff::civil::date(2022, 9, 14));
        let (timexes, _) = dates::find(text, &sentences, published);
        let places = toponyms::Source {
            text,
            tokens: &tokens,
            sentences: &sentences,
            syntax: &syntax,
            gazetteer: Gazetteer::bundled(),
            lexicon,
        };
        let (toponyms, _) = toponyms::find(&places, &timexes);
        let casualty_source = casualties::Source {
            text,
            syntax: &syntax,
            timexes: &timexes,
            gazetteer: Gazetteer::bundled(),
            lexicon,
        };
        let casualties: Vec<_> =
            sentences.iter().map(|s| casualties::find(&casualty_source, s)).collect();
        let names = names(&syntax, &toponyms, lexicon);
        let news = vec![true; sentences.len()];
        let (drafts, remarks) = find(&Source {
            text,
            syntax: &syntax,
            names: &names,
            sentences: &sentences,
            news: &news,
            casualties: &casualties,
            toponyms: &toponyms,
            timexes: &timexes,
            lexicon,
        });
        let found = drafts.iter().map(|d| (d.event_type, d.trigger.of(text).to_owned()));
        (found.collect(), remarks.iter().map(|r| r.kind).collect())
    }

    #[test]
    fn every_frame_finds_its_examples_and_misses_its_counter_examples() {
        let mut wrong = Vec::new();
        for example in event_examples::of_events() {
            let (found, _) = read(&example.sentence);
            let right = match &example.trigger {
                Some(trigger) => found.contains(&(example.event_type, trigger.clone())),
                None => found.iter().all(|(found, _)| *found != example.event_type),
            };
            if !right {
                wrong.push(format!("{:?} gives {found:?}", example.sentence));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn every_rule_of_what_is_no_event_finds_its_examples() {
        let mut wrong = Vec::new();
        for (sentence, kind) in event_examples::of_vetoes() {
            let (found, remarks) = read(&sentence);
            let shelling = found.iter().any(|(t, _)| *t == EventType::ShellingMissile);
            if shelling || !remarks.contains(&kind) {
                wrong.push(format!("{sentence:?} gives {found:?}, {remarks:?}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
