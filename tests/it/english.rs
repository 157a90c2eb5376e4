//! `dateline analyse` and the interface of the analysis.

use std::num::NonZero;

use dateline::english::{Analysis, English, Wanted};

use super::program::{Folder, articles, lines};

fn english() -> &'static English {
    English::bundled().expect("the model is part of the program")
}

fn analyse(text: &str) -> Analysis<'_> {
    english().analyse(text, Wanted::All)
}

/// The entities of the text are these: "LABEL words", parted by semicolons.
fn check_entities(text: &str, expected: &str) {
    let analysis = analyse(text);
    let found: Vec<_> = analysis
        .entities()
        .iter()
        .map(|entity| format!("{} {}", entity.label.name(), &text[analysis.span(entity)]))
        .collect();
    assert_eq!(found.join("; "), expected);
}

/// The words of the text have these relations: "word relation head", of those asked for.
fn check_relations(text: &str, expected: &[&str]) {
    let analysis = analyse(text);
    let found: Vec<_> = (0..analysis.tokens().len())
        .filter_map(|token| {
            let head = analysis.head(token)?;
            Some(format!(
                "{} {} {}",
                analysis.word(token),
                analysis.relation(token),
                analysis.word(head)
            ))
        })
        .collect();
    for relation in expected {
        assert!(found.iter().any(|found| found == relation), "{relation} is not in {found:?}");
    }
}

#[test]
fn washington_the_man_is_not_washington_the_city() {
    check_entities(
        "Denzel Washington flew to Washington on Tuesday.",
        "PERSON Denzel Washington; GPE Washington; DATE Tuesday",
    );
}

#[test]
fn it_is_known_who_shelled_whom() {
    check_relations(
        "Government forces shelled the village of Arun, and rebels were shelled by the army.",
        &[
            "forces nsubj shelled",
            "village dobj shelled",
            "rebels nsubjpass shelled",
            "army pobj by",
        ],
    );
}

#[test]
fn a_number_belongs_to_what_it_counts() {
    check_relations(
        "At least 49 soldiers were killed and 12 houses burned down.",
        &["49 nummod soldiers", "12 nummod houses", "soldiers nsubjpass killed"],
    );
}

#[test]
fn the_interface_in_ten_lines() {
    let text = "Shells fell on Goris. Nobody was hurt.";
    let analysis = English::bundled().expect("it is there").analyse(text, Wanted::All);
    for sentence in analysis.sentences() {
        for token in sentence {
            let head = analysis.head(token).expect("syntax was asked for");
            println!(
                "{} {} {}",
                analysis.word(token),
                analysis.relation(token),
                analysis.word(head)
            );
        }
    }
    let names: Vec<_> = analysis.entities().iter().map(|name| &text[analysis.span(name)]).collect();
    assert_eq!((analysis.sentences().count(), names), (2, vec!["Goris"]));
}

#[test]
fn capitals_are_read_as_ordinary_text_with_spans_in_the_original() {
    let text = "REBELS ATTACKED A POLICE STATION IN BOGOTA ON MONDAY, THE MINISTER SAID.";
    check_entities(text, "GPE BOGOTA; DATE MONDAY");
}

#[test]
fn the_same_text_gives_the_same_analysis_in_any_company() {
    let texts: Vec<String> = (0..40)
        .map(|n| format!("On day {n}, General Karim told Reuters that {n} troops left the town of Sarmin. They fired. ").repeat(n % 7 + 1))
        .collect();
    let texts: Vec<&str> = texts.iter().map(|text| &**text).collect();
    let alone: Vec<_> = texts.iter().map(|text| line(&analyse(text))).collect();
    for threads in [1, 3] {
        let threads = NonZero::new(threads).expect("not zero");
        let together = english().analyse_all(&texts, Wanted::All, threads);
        assert_eq!(together.iter().map(line).collect::<Vec<_>>(), alone);
    }
}

/// All that was found, in one string.
fn line(analysis: &Analysis<'_>) -> String {
    let tokens = (0..analysis.tokens().len()).map(|token| {
        let lemma = analysis.lemma(token);
        format!(
            "{lemma} {} {:?} {}",
            analysis.tag(token),
            analysis.head(token),
            analysis.relation(token)
        )
    });
    format!("{} {:?}", tokens.collect::<Vec<_>>().join("\n"), analysis.entities())
}

#[test]
fn odd_input_is_analysed_without_complaint() {
    let long_word = "x".repeat(20_000);
    let marks = "(\"'".repeat(500);
    let odd = [
        "",
        " ",
        "\n\n\t",
        "a",
        "é",
        "👩‍👩‍👧 🇦🇲!",
        "مرحبا بالعالم",
        "\u{202e}abc\u{feff}",
        &long_word,
        &marks,
    ];
    for text in odd {
        let analysis = analyse(text);
        assert!(analysis.tokens().iter().all(|token| text.get(token.span()).is_some()), "{text:?}");
        let covered: usize = analysis.sentences().map(|sentence| sentence.len()).sum();
        assert_eq!(covered, analysis.tokens().len(), "{text:?}");
    }
}

#[test]
fn every_head_of_a_token_is_in_its_sentence() {
    let text = "The mayor, who had fled when shelling began, said – through a spokesman – that 3 people died. “No,” he added.";
    let analysis = analyse(text);
    for sentence in analysis.sentences() {
        for token in sentence.clone() {
            assert!(
                sentence.contains(&analysis.head(token).expect("syntax")),
                "{}",
                analysis.word(token)
            );
        }
    }
}

#[test]
fn analyses_are_written_with_code_points() {
    let folder =
        Folder::with(&[("a.jsonl", "{\"id\":\"a\",\"text\":\"– Jermuk was hit.\"}\n".as_bytes())]);
    let run = folder.run(&["analyse", "a.jsonl", "--format", "jsonl"]);
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    let line = &lines(&run.out)[0];
    assert_eq!(line["id"], "a");
    assert_eq!(
        line["tokens"][1].as_array().map(|token| token[..5].to_vec()),
        Some(vec![2.into(), 8.into(), "NNP".into(), "PROPN".into(), "Jermuk".into()])
    );
    assert_eq!(line["sents"], serde_json::json!([[0, 5]]));
}

#[test]
fn a_table_shows_words_with_their_heads() {
    let run = Folder::new().run(&["analyse", &articles()]);
    assert_eq!(run.code, Some(0), "{:?}", run.said);
    for word in ["Lemma", "nsubj", "DATE", "NOUN"] {
        assert!(run.out.contains(word), "{word} is not in\n{}", run.out);
    }
}
