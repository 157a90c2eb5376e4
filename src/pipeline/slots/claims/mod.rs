//! Who says it, how, and what the other side says.

mod answers;
mod reach;
mod speakers;

pub use self::answers::answer;
pub use self::reach::tell_fields;
use self::speakers::Speaker;
pub use self::speakers::Speakers;
use super::Source;
use super::parts::meant;
use crate::model::{Claim, Claimant, Span, Stance};
use crate::pipeline::events::Draft;

impl Speakers {
    /// The claims that the sentence of a draft makes of it, in text order.
    pub fn claims(&self, source: &Source<'_>, draft: &Draft) -> Vec<Claim> {
        let mut found = Vec::new();
        let way: Vec<usize> =
            std::iter::once(draft.head).chain(source.syntax.heads(draft.head)).take(24).collect();
        let end = way.iter().position(|&word| is_apart(source, word));
        let way = &way[..end.map_or(way.len(), |end| end + 1)];
        for (step, &word) in way.iter().enumerate() {
            if let Some(&above) = way.get(step + 1) {
                found.extend(self.of_verb(source, draft.sentence, word, above));
            }
            for beside in source.syntax.dependents(word) {
                found.extend(self.beside(source, draft.sentence, beside));
            }
        }
        if found.is_empty() && is_quoted(source, draft) {
            let before = self.before(draft.sentence, 1, |_| true);
            found
                .extend(before.map(|speaker| speaker.claim("said", speaker.span, Stance::Asserts)));
        }
        let mut kept: Vec<Claim> = Vec::new();
        for claim in found {
            if !kept.iter().any(|known| known.claimant.name == claim.claimant.name) {
                kept.push(claim);
            }
        }
        kept.sort_by_key(|claim| claim.verb);
        kept
    }

    /// The claim by a verb above a word that is, or belongs to, what is said.
    fn of_verb(
        &self,
        source: &Source<'_>,
        sentence: usize,
        word: usize,
        above: usize,
    ) -> Option<Claim> {
        let syntax = source.syntax;
        let words = &source.lexicon.claims;
        let lemma = syntax.lemma(above).to_lowercase();
        let relation = syntax.relation(word);
        if !syntax.tag(above).starts_with('V') {
            return None;
        }
        let owns = |verb: usize| {
            syntax.dependent(verb, &["dobj"]).is_some_and(|n| words.owns.contains(syntax.word(n)))
        };
        if words.takes_on.contains(&lemma) && owns(above) && matches!(relation, "dobj" | "prep") {
            return self.claim(source, sentence, above, Stance::Admits);
        }
        let verb = words.verb(&lemma)?;
        let said = match relation {
            "ccomp" => true,
            "xcomp" => verb.stance != Stance::Accuses && !is_help(source, word),
            "dobj" | "nsubjpass" => verb.of_things,
            "prep" => {
                verb.stance == Stance::Accuses && matches!(syntax.word(word), "of" | "for" | "on")
            }
            _ => false,
        };
        said.then(|| self.claim(source, sentence, above, verb.stance))?
    }

    /// "…, according to officials", "as the ministry said", "…, he said, …".
    fn beside(&self, source: &Source<'_>, sentence: usize, word: usize) -> Option<Claim> {
        let syntax = source.syntax;
        if syntax.word(word).eq_ignore_ascii_case("according") {
            let to = syntax.dependent(word, &["prep"])?;
            let head = syntax.dependent(to, &["pobj"])?;
            let speaker = self.speaker(source, sentence, head)?;
            let verb = syntax.span(word).join(syntax.span(to));
            return Some(speaker.claim("according to", verb, Stance::Asserts));
        }
        let verb = source.lexicon.claims.verb(&syntax.lemma(word).to_lowercase())?;
        let aside = match syntax.relation(word) {
            "parataxis" => true,
            "advcl" | "ccomp" => {
                let mark = syntax.dependent(word, &["mark"]);
                syntax.dependent(word, &["ccomp", "dobj"]).is_none()
                    && mark.is_none_or(|mark| syntax.word(mark).eq_ignore_ascii_case("as"))
            }
            _ => false,
        };
        let laid = syntax.relation(word) == "relcl" && verb.stance == Stance::Accuses;
        let speaks = syntax.tag(word).starts_with('V') && verb.stance == Stance::Asserts;
        let (aside, speaks) = (aside || laid, speaks || laid);
        (aside && speaks).then(|| self.claim(source, sentence, word, verb.stance))?
    }

    /// What somebody says by a verb; `None` where nobody is named.
    fn claim(
        &self,
        source: &Source<'_>,
        sentence: usize,
        verb: usize,
        stance: Stance,
    ) -> Option<Claim> {
        let negated = source.syntax.dependent(verb, &["neg"]).is_some();
        let stance = match (negated, stance) {
            (false, stance) => stance,
            (true, Stance::Confirms) => Stance::Doubts,
            (true, _) => return None,
        };
        let subject = subject(source, verb)?;
        let speaker = self.speaker(source, sentence, subject)?;
        let written = source.syntax.word(verb).to_lowercase();
        Some(speaker.claim(&written, source.syntax.span(verb), stance))
    }
}

/// Who speaks by a verb: its subject, in the passive "by" whom, or who is quoted.
fn subject(source: &Source<'_>, verb: usize) -> Option<usize> {
    let syntax = source.syntax;
    if let Some(by) = syntax.dependent(verb, &["agent"]) {
        return syntax.dependent(by, &["pobj"]);
    }
    if let Some(own) = syntax.dependent(verb, &["nsubj"]) {
        return Some(meant(syntax, verb, own));
    }
    if syntax.dependent(verb, &["nsubjpass"]).is_some() {
        return None;
    }
    let head = syntax.head(verb)?;
    match syntax.relation(verb) {
        "conj" | "xcomp" | "advcl" | "dep" => subject_of(source, head),
        // "was quoted as saying".
        "pcomp" => {
            let quoted = syntax.head(head)?;
            let quotes = &source.lexicon.claims.quotes;
            let quoted =
                Some(quoted).filter(|&word| quotes.contains(syntax.lemma(word).as_ref()))?;
            subject_of(source, quoted)
        }
        // "released a statement saying".
        "acl" => {
            let held = source.lexicon.claims.statements.contains(syntax.lemma(head).as_ref());
            if !held {
                return Some(head);
            }
            let owner = syntax.dependent(head, &["poss"]);
            let verb = || syntax.head(head).and_then(|above| syntax.dependent(above, &["nsubj"]));
            owner.or_else(verb)
        }
        _ => None,
    }
}

fn subject_of(source: &Source<'_>, verb: usize) -> Option<usize> {
    let subject = source.syntax.dependent(verb, &["nsubj", "nsubjpass"])?;
    Some(meant(source.syntax, verb, subject))
}

/// "He wants peace, but troops shelled …": a clause that is not of what was said before.
fn is_apart(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    let but = |word: usize| syntax.word(word).eq_ignore_ascii_case("but");
    syntax.relation(verb) == "conj"
        && syntax.dependent(verb, &["nsubj", "nsubjpass"]).is_some()
        && syntax.head(verb).is_some_and(|head| syntax.dependents(head).any(but))
}

/// "Asked to help": an infinitive that is not what is said.
fn is_help(source: &Source<'_>, verb: usize) -> bool {
    let syntax = source.syntax;
    let perfect = syntax.dependents(verb).any(|n| syntax.word(n) == "have");
    syntax.tag(verb) == "VB" && !perfect
}

/// Whether the trigger stands between quotation marks in its sentence.
fn is_quoted(source: &Source<'_>, draft: &Draft) -> bool {
    let before = source.text.get(source.sentence.start..draft.trigger.start).unwrap_or("");
    let curly = before.matches('“').count() > before.matches('”').count();
    curly || before.matches('"').count() % 2 == 1
}

impl Speaker {
    fn claim(&self, verb: &str, span: Span, stance: Stance) -> Claim {
        let claimant = Claimant { name: self.name.clone(), span: self.span, verb: verb.to_owned() };
        Claim {
            claimant,
            source: self.source,
            country: self.country,
            stance,
            verb: span,
            fields: Vec::new(),
        }
    }
}
