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
