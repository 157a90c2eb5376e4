//! Of which fields of a report a claim speaks: those whose words lie in the clauses that
//! its verb governs.

use super::is_help;
use crate::model::{Claim, Field, Report, Span, Stance};
use crate::pipeline::slots::{Article, Source};

/// Says of each claim which fields it is about. "Three died in Goris, officials said" is
/// the officials' in all; a day named in the next sentence is not.
pub fn tell_fields(article: &Article<'_>, reports: &mut [Report]) {
    for report in reports {
        let evidence = report.evidence();
        for number in 0..report.claims.len() {
            let Some(claim) = report.claims.get(number) else { continue };
            let spans = reach(article, report, claim);
            let about = |span: &Span| spans.iter().any(|reach| reach.contains(*span));
            let fields = evidence.iter().filter(|(field, _)| *field != Field::Claim);
            let mut fields: Vec<Field> =
                fields.filter(|(_, span)| about(span)).map(|(field, _)| *field).collect();
            fields.dedup();
            if let Some(claim) = report.claims.get_mut(number) {
                claim.fields = fields;
            }
        }
    }
}

/// The words that the verb of a claim governs.
fn reach(article: &Article<'_>, report: &Report, claim: &Claim) -> Vec<Span> {
    // Quoted without a verb in its sentence: all of that.
    if claim.verb == claim.claimant.span {
        return vec![report.quote];
    }
    let sentence = article.sentences.partition_point(|s| s.span.end <= claim.verb.start);
    let source = Source::of(article, sentence);
    let verb = source.syntax.at(claim.verb.start);
    let mut found = governed(&source, verb, claim.stance);
    if found.is_empty() {
        found = beside(&source, verb);
    }
    found
}

/// "Officials said [three died]", "accused [the rebels] [of shelling Goris]".
fn governed(source: &Source<'_>, verb: usize, stance: Stance) -> Vec<Span> {
    let syntax = source.syntax;
    let lays = matches!(stance, Stance::Accuses | Stance::Admits | Stance::Denies);
    let said = syntax.dependents(verb).filter(|&word| match syntax.relation(word) {
        "ccomp" | "nsubjpass" => true,
        "xcomp" => !is_help(source, word),
        // "Said in a statement on Monday" tells of the saying.
        "dobj" => syntax.dependent(verb, &["ccomp"]).is_none(),
        "prep" => lays && matches!(syntax.word(word), "of" | "for" | "on"),
        _ => false,
    });
    let mut found: Vec<Span> = said.map(|word| syntax.phrase_span(word)).collect();
    if syntax.relation(verb) == "relcl" {
        // "The attack, which officials blamed on the rebels".
        found.extend(syntax.head(verb).map(|noun| syntax.span(noun)));
    }
    found
}

/// "[Three died in Goris], according to officials": the clause to which it is added,
/// without it and without others joined to it.
fn beside(source: &Source<'_>, verb: usize) -> Vec<Span> {
    let syntax = source.syntax;
    let Some(head) = syntax.head(verb) else { return Vec::new() };
    let clause = std::iter::once(head).chain(syntax.heads(head));
    let clause = clause.into_iter().find(|&word| syntax.tag(word).starts_with('V'));
    let clause = clause.unwrap_or(head);
    let other = |word: usize| {
        matches!(syntax.relation(word), "conj" | "parataxis")
            && syntax.dependent(word, &["nsubj", "nsubjpass"]).is_some()
    };
    let others: Vec<usize> =
        syntax.dependents(clause).filter(|&word| other(word)).chain([verb]).collect();
    let mut found = Vec::new();
    let mut start = None;
    for word in syntax.phrase(clause) {
        let outside = others.iter().any(|&other| syntax.phrase(other).contains(&word));
        match (outside, start) {
            (false, None) => start = Some(syntax.span(word)),
            (false, Some(first)) => start = Some(first.join(syntax.span(word))),
            (true, _) => found.extend(start.take()),
        }
    }
    found.extend(start);
    found
}

#[cfg(test)]
mod tests {
    use crate::gazetteer::Gazetteer;
    use crate::model::{Article, Found};

    /// The claims of the first report, each with what it is about.
    fn check(text: &str, claims: &[&str]) {
        let mut article = Article::new("a", format!("News of the day.\n\n{text}"));
        article.given.published = "2022-09-14".parse().ok().map(Found::given);
        let reading = crate::pipeline::read(&article, Gazetteer::bundled());
        let told = reading.reports.first().map(|report| {
            let claims = report.claims.iter();
            claims.map(|c| format!("{} {}", c.claimant.name, c.about())).collect::<Vec<_>>()
        });
        assert_eq!(told.unwrap_or_default(), claims, "{text}");
    }

    #[test]
    fn a_claim_speaks_of_all_that_its_verb_governs() {
        check(
            "Shelling killed three soldiers in Goris on Tuesday, officials said.",
            &["officials of what happened, date, place, killed, actor, weapon"],
        );
        check(
            "Three soldiers were killed in Goris on Tuesday, according to doctors.",
            &["doctors of what happened, date, place, killed, actor"],
        );
    }

    #[test]
    fn a_toll_that_officials_tell_is_theirs_and_the_place_is_the_articles_own() {
        check(
            "Rockets hit Goris on Tuesday. Officials said the attack killed three soldiers.",
            &["Officials of killed, actor"],
        );
    }

    #[test]
    fn what_another_clause_tells_is_not_claimed() {
        check(
            "Officials said rebels shelled Goris, but three soldiers died on Tuesday.",
            &["Officials of what happened, place, actor, weapon"],
        );
    }

    #[test]
    fn who_accuses_speaks_of_the_accused() {
        check(
            "Armenia accused Azerbaijan of shelling Goris on Tuesday.",
            &["Armenia of what happened, date, place, actor, weapon"],
        );
    }

    #[test]
    fn a_denial_from_elsewhere_is_of_the_whole() {
        check(
            "Azerbaijan shelled Goris on Tuesday. Baku denied it had shelled the town.",
            &["Azerbaijan "],
        );
    }
}
