use super::*;

#[test]
fn the_language_of_a_tag_is_found() {
    assert_eq!(Language::of_tag("hy_AM.UTF-8"), Language::Armenian);
    assert_eq!(Language::of_tag("ru-RU"), Language::Russian);
    assert_eq!(Language::of_tag("C"), Language::English);
}

#[test]
fn plurals_follow_the_rules_of_the_language() {
    let said = |n: usize| crate::tr!("count-events", n = n);
    assert_eq!([said(1), said(2)], ["1 event", "2 events"]);
    set_language(Language::Russian);
    assert_eq!([said(1), said(2), said(5)], ["1 событие", "2 события", "5 событий"]);
    set_language(Language::English);
}

#[test]
fn every_file_of_words_can_be_read() {
    for language in Language::ALL {
        let read = FluentResource::try_new(language.file().to_owned());
        assert!(read.is_ok(), "{language:?}: {:?}", read.err().map(|(_, errors)| errors));
    }
}

#[test]
fn what_a_language_lacks_is_in_english_and_what_none_has_is_the_id() {
    assert_eq!(crate::tr!("no-such-words"), "no-such-words");
}
