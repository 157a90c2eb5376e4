use super::TrueCaser;
use crate::english::test_section;

#[expect(clippy::unwrap_used, reason = "a test fails without the model")]
fn caser() -> TrueCaser {
    TrueCaser::from_bytes(test_section("truecase")).unwrap()
}

/// The text, put in capitals and restored, is as before.
#[track_caller]
fn check(text: &str) {
    check_restored(&text.to_uppercase(), text);
}

#[track_caller]
fn check_restored(text: &str, expected: &str) {
    let caser = caser();
    assert_eq!(caser.restore(text).as_deref(), Some(expected));
}

#[track_caller]
fn check_left(text: &str) {
    let caser = caser();
    assert_eq!(caser.restore(text), None);
}

#[test]
fn names_get_a_capital_and_other_words_do_not() {
    check("The rebels shelled Aleppo and Kafr Zita on Tuesday, killing two children.");
}

#[test]
fn a_dateline_is_no_sentence() {
    check("San Salvador, 16 Sep 89 (AFP) -- [Text] The army has left the town.");
}

#[test]
fn may_is_a_month_beside_a_number() {
    check("They may leave on 5 May or in the first week of March.");
}

#[test]
fn us_is_a_country_or_we_are() {
    check("The US has told us to wait.");
}

#[test]
fn an_abbreviation_in_brackets_has_capitals_in_all_of_the_text() {
    check("The Arakan Liberation Front (ALF) attacked. The police fought the ALF.");
}

#[test]
fn letters_with_stops_do_not_end_a_sentence() {
    check("The U.S. troops in Gen. Aoun's town withdrew at 5 p.m. on Monday.");
}

#[test]
fn capitals_stand_inside_some_names() {
    check("Mr. McDonald and Mrs. O'Brien said they didn't know al-Qaida's men.");
}

#[test]
fn offices_before_a_name_get_a_capital() {
    check("Foreign Minister Omar Haddad met the foreign minister of the island.");
}

#[test]
fn a_surname_is_remembered() {
    check("Mr. Price spoke to the mayor. \"The price is high,\" said Price.");
}

#[test]
fn a_headline_over_ordinary_text_is_restored_alone() {
    check_restored(
        "REBELS SHELL TOWN NEAR DAMASCUS\n\nBEIRUT (AP) - Rebels shelled a town.",
        "Rebels shell town near Damascus\n\nBEIRUT (AP) - Rebels shelled a town.",
    );
}

#[test]
fn a_sentence_in_capitals_is_restored_within_its_line() {
    check_restored(
        "TROOPS LEAVE THE CITY OF SIRTE. Witnesses saw NATO jets.",
        "Troops leave the city of Sirte. Witnesses saw NATO jets.",
    );
}

#[test]
fn names_alone_are_left() {
    for text in ["", "KABUL", "NATO, FBI, CIA", "Ordinary text from the UN and NATO.", "مرحبا 🙂"]
    {
        check_left(text);
    }
}

#[test]
fn every_character_stays_at_its_offset() {
    let caser = caser();
    let text = "THE İSTANBUL AND SÃO PAULO ẞTREETS ARE CLOSED… ‘ALL’ OF THEM 🙂 ÉL ǅ. ".repeat(50);
    let restored = caser.restore(&text).unwrap_or_default();
    let starts = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
    assert_eq!(starts(&restored), starts(&text));
    assert_eq!(restored.to_uppercase(), text.to_uppercase());
}

#[test]
fn odd_input_is_no_harm() {
    let caser = caser();
    for piece in ["A", "THE", "'", "U.S.", "[", "THE (", "THE ''S ", "\nTHE BIG WAR\n\n", "Ω’Ω "]
    {
        let text = piece.repeat(20_000);
        assert_eq!(caser.restore(&text).map_or(text.len(), |restored| restored.len()), text.len());
    }
}

#[test]
fn a_damaged_section_is_an_error() {
    let section = test_section("truecase");
    for end in [0, 3, 100, section.len() - 1] {
        assert!(TrueCaser::from_bytes(&section[..end]).is_err());
    }
}
