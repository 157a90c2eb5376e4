//! The words of the screen in the languages that it speaks: Project Fluent's files in
//! `assets/locales`, one a language, English first. What a language lacks is in English.
//!
//! Data, exports and the command line stay English; so do the words of articles.

#[cfg(test)]
mod tests;

use std::cell::Cell;
use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::thread;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use serde::{Deserialize, Serialize};

/// A language of the screen.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names of languages")]
pub enum Language {
    #[default]
    English,
    Armenian,
    Azerbaijani,
    Russian,
    Turkish,
}

impl Language {
    /// All of them, in the order of the menu.
    pub const ALL: [Language; 5] = [
        Language::English,
        Language::Armenian,
        Language::Azerbaijani,
        Language::Russian,
        Language::Turkish,
    ];

    /// Its name in the language itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Armenian => "Հայերեն",
            Language::Azerbaijani => "Azərbaycanca",
            Language::Russian => "Русский",
            Language::Turkish => "Türkçe",
        }
    }

    /// ISO 639-1.
    pub fn code(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Armenian => "hy",
            Language::Azerbaijani => "az",
            Language::Russian => "ru",
            Language::Turkish => "tr",
        }
    }

    /// The language of a tag such as "ru-RU" or "hy_AM.UTF-8"; English for others.
    pub fn of_tag(tag: &str) -> Self {
        let code = tag.split(['-', '_', '.']).next().unwrap_or_default().to_lowercase();
        Self::ALL.into_iter().find(|language| language.code() == code).unwrap_or_default()
    }

    fn file(self) -> &'static str {
        match self {
            Language::English => include_str!("../../assets/locales/en.ftl"),
            Language::Armenian => include_str!("../../assets/locales/hy.ftl"),
            Language::Azerbaijani => include_str!("../../assets/locales/az.ftl"),
            Language::Russian => include_str!("../../assets/locales/ru.ftl"),
            Language::Turkish => include_str!("../../assets/locales/tr.ftl"),
        }
    }
}

thread_local! {
    /// Of a thread, so that a test can speak another language than its neighbour.
    static CURRENT: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that this thread speaks.
pub fn language() -> Language {
    CURRENT.get()
}

/// Chooses the language that this thread speaks.
pub fn set_language(language: Language) {
    CURRENT.set(language);
}

/// Starts a thread that speaks the language of this one.
pub fn spawn(work: impl FnOnce() + Send + 'static) {
    let language = language();
    thread::spawn(move || {
        set_language(language);
        work();
    });
}

/// The words of this id in the current language, else in English; the id itself where
/// there are none.
pub fn words(id: &str) -> String {
    words_with(id, None)
}

/// As [`words`], with values for the names between braces.
pub fn words_of(id: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set((*name).to_owned(), value.clone());
    }
    words_with(id, Some(&args))
}

fn words_with(id: &str, args: Option<&FluentArgs<'_>>) -> String {
    find_with(id, args).unwrap_or_else(|| id.to_owned())
}

/// As [`words`]; `None` where there are none.
pub fn find(id: &str) -> Option<String> {
    find_with(id, None)
}

fn find_with(id: &str, args: Option<&FluentArgs<'_>>) -> Option<String> {
    [language(), Language::English].into_iter().find_map(|language| {
        let bundle = BUNDLES.get(&language)?;
        let pattern = bundle.get_message(id)?.value()?;
        // What is wrong with a pattern shows as the name between braces.
        let mut errors = Vec::new();
        Some(bundle.format_pattern(pattern, args, &mut errors).into_owned())
    })
}

/// The words of an id of `assets/locales/en.ftl`: `tr!("menu-file")`, or with values,
/// `tr!("events-shown", shown = 3, of = 12)`. Numbers choose the form of plurals.
#[macro_export]
macro_rules! tr {
    ($id:expr) => {
        $crate::locale::words($id)
    };
    ($id:expr, $($name:ident = $value:expr),+ $(,)?) => {
        $crate::locale::words_of($id, &[$((stringify!($name), $value.into())),+])
    };
}

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<BTreeMap<Language, Bundle>> = LazyLock::new(|| {
    Language::ALL.into_iter().map(|language| (language, bundle(language))).collect()
});

fn bundle(language: Language) -> Bundle {
    let tag = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![tag]);
    // Marks around values that the fonts have no picture for.
    bundle.set_use_isolating(false);
    // A line that cannot be read is left out; a test finds it.
    let resource = FluentResource::try_new(language.file().to_owned());
    let resource = resource.unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}
