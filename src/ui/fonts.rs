//! Letters for the scripts that news of the world's conflicts is written in.
//! `assets/README.md` tells where the files come from.

use std::sync::Arc;

use eframe::egui::{Context, FontData, FontDefinitions, FontFamily};

use super::theme::strong_family;

/// The faces in the order in which a letter is looked for.
const FACES: &[(&str, &[u8])] = &[
    ("noto", include_bytes!("../../assets/fonts/NotoSans-Regular.ttf")),
    ("noto-armenian", include_bytes!("../../assets/fonts/NotoSansArmenian-Regular.ttf")),
    ("noto-georgian", include_bytes!("../../assets/fonts/NotoSansGeorgian-Regular.ttf")),
    ("noto-arabic", include_bytes!("../../assets/fonts/NotoSansArabic-Regular.ttf")),
    ("noto-hebrew", include_bytes!("../../assets/fonts/NotoSansHebrew-Regular.ttf")),
];

const STRONG: (&str, &[u8]) =
    ("noto-strong", include_bytes!("../../assets/fonts/NotoSans-SemiBold.ttf"));

/// Gives the context our letters; egui's own come last, for arrows and signs.
pub fn install(context: &Context) {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FACES.iter().chain([&STRONG]) {
        fonts.font_data.insert((*name).to_owned(), Arc::new(FontData::from_static(bytes)));
    }
    let names = || FACES.iter().map(|(name, _)| (*name).to_owned());
    let proportional = fonts.families.entry(FontFamily::Proportional).or_default();
    proportional.splice(0..0, names());
    let strong = [STRONG.0.to_owned()].into_iter().chain(proportional.iter().cloned()).collect();
    fonts.families.insert(strong_family(), strong);
    fonts.families.entry(FontFamily::Monospace).or_default().extend(names());
    context.set_fonts(fonts);
}

#[cfg(test)]
mod tests {
    use eframe::egui::FontId;

    use super::*;
    use crate::{locale::Language, ui::theme};

    /// Letters that few others have, in the alphabet of each language.
    const LINES: [(Language, &str); 5] = [
        (Language::English, "“The quick brown fox” – it’s…"),
        (
            Language::Armenian,
            "ԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐՑՈՒՓՔևՕՖ աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ ՛՜՝՞։«»",
        ),
        (
            Language::Azerbaijani,
            "ABCÇDEƏFGĞHXIİJKQLMNOÖPRSŞTUÜVYZ abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
        ),
        (
            Language::Russian,
            "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя «№»",
        ),
        (Language::Turkish, "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ abcçdefgğhıijklmnoöprsştuüvyz âîû"),
    ];

    #[test]
    fn the_fonts_have_the_letters_of_every_language_of_the_screen() {
        let context = Context::default();
        install(&context);
        let mut output = context.run_ui(Default::default(), |ui| {
            for (language, line) in LINES {
                for font in [FontId::proportional(13.0), theme::strong(13.0)] {
                    let all = line.chars().chain(language.own_name().chars());
                    let missing: String = ui
                        .ctx()
                        .fonts_mut(|fonts| all.filter(|c| !fonts.has_glyph(&font, *c)).collect());
                    assert_eq!(missing, "", "{language:?}");
                }
            }
        });
        output.textures_delta.clear();
    }
}
