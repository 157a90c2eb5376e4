//! Settings: how the window looks and what language it speaks. All of them are in force at
//! once.

use eframe::egui::{Button, ComboBox, Grid, RichText, Role, Ui, WidgetInfo};

use crate::{
    locale::Language,
    model::EventType,
    session::Session,
    storage::{Palette, Settings, TextSize, Theme},
    tr,
    ui::{kept, symbol, theme, words},
};

/// Shows them and changes what the person changes. Whether the own places are to be shown.
pub fn settings_ui(ui: &mut Ui, settings: &mut Settings, session: &Session) -> bool {
    ui.set_width(500.0_f32.min(ui.available_width()));
    ui.heading(tr!("settings-title"));
    ui.add_space(8.0);
    let mut to_places = false;
    Grid::new("settings").num_columns(2).spacing([24.0, 12.0]).show(ui, |ui| {
        ui.label(tr!("settings-theme"));
        ui.horizontal(|ui| theme_ui(ui, settings));
        ui.end_row();
        ui.label(tr!("settings-contrast"));
        check_ui(ui, &mut settings.high_contrast, tr!("settings-contrast-high"));
        ui.end_row();
        ui.label(tr!("settings-colours"));
        ui.vertical(|ui| colours_ui(ui, settings));
        ui.end_row();
        ui.label(tr!("settings-text-size"));
        ui.horizontal(|ui| text_size_ui(ui, settings));
        ui.end_row();
        ui.label(tr!("settings-motion"));
        check_ui(ui, &mut settings.reduced_motion, tr!("settings-motion-reduced"));
        ui.end_row();
        ui.label(tr!("settings-language"));
        language_ui(ui, settings);
        ui.end_row();
        ui.label(tr!("dialog-places-title"));
        ui.horizontal(|ui| {
            to_places = ui.button(tr!("settings-places")).clicked();
            let files = session.own_places();
            let count: usize = files.iter().map(|own| own.places.len()).sum();
            let words = match files.len() {
                0 => tr!("dialog-places-none"),
                _ => tr!("count-places", n = count),
            };
            ui.label(RichText::new(words).color(theme::current(ui).text.weak.0));
        });
        ui.end_row();
    });
    ui.add_space(6.0);
    let weak = theme::current(ui).text.weak.0;
    ui.label(RichText::new(tr!("settings-english")).size(12.0).color(weak));
    to_places
}

fn check_ui(ui: &mut Ui, on: &mut bool, label: String) {
    ui.horizontal(|ui| {
        theme::outline_choices(ui);
        ui.checkbox(on, label);
    });
}

fn theme_ui(ui: &mut Ui, settings: &mut Settings) {
    theme::outline_choices(ui);
    let choices = [
        (Theme::System, tr!("settings-theme-system")),
        (Theme::Light, tr!("settings-theme-light")),
        (Theme::Dark, tr!("settings-theme-dark")),
    ];
    for (choice, label) in choices {
        ui.radio_value(&mut settings.theme, choice, label);
    }
}

/// The choice, with the symbols below it as they look now.
fn colours_ui(ui: &mut Ui, settings: &mut Settings) {
    ui.horizontal(|ui| {
        theme::outline_choices(ui);
        let choices = [
            (Palette::Usual, tr!("settings-colours-usual")),
            (Palette::Safe, tr!("settings-colours-safe")),
        ];
        for (choice, label) in choices {
            ui.radio_value(&mut settings.palette, choice, label);
        }
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        for event_type in EventType::ALL {
            symbol::show(ui, event_type, 1.0).on_hover_text(words::event_type(event_type));
        }
    });
}

fn text_size_ui(ui: &mut Ui, settings: &mut Settings) {
    let size = settings.text_size;
    let mut button = |label: &str, name: String, enabled: bool| {
        let response = ui.add_enabled(enabled, Button::new(label).min_size([30.0, 26.0].into()));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, &name));
        response.on_hover_text(name).clicked()
    };
    if button("−", tr!("settings-text-smaller"), size > TextSize::SMALLEST) {
        settings.text_size = size.stepped(-1);
    }
    if button("+", tr!("settings-text-larger"), size < TextSize::LARGEST) {
        settings.text_size = size.stepped(1);
    }
    ui.label(tr!("settings-percent", n = size.percent()));
    let usual = TextSize::default();
    if size != usual && ui.button(tr!("settings-text-usual")).clicked() {
        settings.text_size = usual;
    }
}

fn language_ui(ui: &mut Ui, settings: &mut Settings) {
    let of_system =
        tr!("settings-language-system", language = kept::language_of_system().own_name());
    let chosen = settings.language.as_deref().map(Language::of_tag);
    let words = chosen.map_or_else(|| of_system.clone(), |it| it.own_name().to_owned());
    let combo = ComboBox::from_id_salt("language").selected_text(words).width(220.0);
    let combo = combo.show_ui(ui, |ui| {
        ui.selectable_value(&mut settings.language, None, of_system);
        for language in Language::ALL {
            let code = Some(language.code().to_owned());
            ui.selectable_value(&mut settings.language, code, language.own_name());
        }
    });
    combo
        .response
        .widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, tr!("settings-language")));
}
