//! The row above the bars: buttons, mode, speed, the days shown.

use eframe::egui::{Align, Button, DragValue, Layout, RichText, Role, Ui, WidgetInfo};

use crate::{
    session::{Command, Mode, Session},
    tr,
    ui::{
        icon::{self, Icon},
        theme, words,
    },
};

/// Shows the row.
pub fn controls_ui(ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
    let clock = session.clock();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let mut button = |icon, name: String, help: String, command| {
            if icon::button(ui, icon, &name, &help).clicked() {
                commands.push(command);
            }
        };
        button(
            Icon::ToStart,
            tr!("timeline-to-start"),
            tr!("timeline-to-start-help"),
            Command::ToStart,
        );
        button(
            Icon::Previous,
            tr!("timeline-previous"),
            tr!("timeline-previous-help"),
            Command::StepPrevious,
        );
        play_ui(ui, clock.playing(), commands);
        let mut button = |icon, name: String, help: String, command| {
            if icon::button(ui, icon, &name, &help).clicked() {
                commands.push(command);
            }
        };
        button(Icon::Next, tr!("timeline-next"), tr!("timeline-next-help"), Command::StepNext);
        button(Icon::ToEnd, tr!("timeline-to-end"), tr!("timeline-to-end-help"), Command::ToEnd);
        ui.add_space(10.0);
        mode_ui(ui, clock.mode(), commands);
        ui.add_space(10.0);
        speed_ui(ui, clock.speed(), commands);
        ui.add_space(14.0);
        let days = words::days(clock.window().days());
        ui.label(RichText::new(days).font(theme::strong(16.0)));
        let layout = Layout::right_to_left(Align::Center);
        ui.with_layout(layout, |ui| {
            let show_all =
                ui.add_enabled(!clock.shows_all(), Button::new(tr!("timeline-all-days")));
            if show_all.on_hover_text(tr!("timeline-all-days-help")).clicked() {
                commands.push(Command::ShowAllTime);
            }
            ui.add_space(8.0);
            let (shown, all) = session.counts();
            let weak = theme::current(ui).text.weak.0;
            let words = tr!("count-events-of", shown = shown, all = all);
            ui.label(RichText::new(words).color(weak));
        });
    });
}

fn play_ui(ui: &mut Ui, playing: bool, commands: &mut Vec<Command>) {
    let (sign, name, help) = if playing {
        (Icon::Pause, tr!("timeline-pause"), tr!("timeline-pause-help"))
    } else {
        (Icon::Play, tr!("timeline-play"), tr!("timeline-play-help"))
    };
    if icon::main_button(ui, sign, &name, &help).clicked() {
        commands.push(Command::TogglePlay);
    }
}

fn mode_ui(ui: &mut Ui, mode: Mode, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let choices = [
        (Mode::Window, tr!("timeline-window"), tr!("timeline-window-help")),
        (Mode::Cumulative, tr!("timeline-cumulative"), tr!("timeline-cumulative-help")),
    ];
    for (choice, label, help) in choices {
        if ui.selectable_label(mode == choice, label).on_hover_text(help).clicked() {
            commands.push(Command::SetMode(choice));
        }
    }
}

fn speed_ui(ui: &mut Ui, speed: f64, commands: &mut Vec<Command>) {
    let mut days = speed;
    let field = DragValue::new(&mut days)
        .range(0.1..=3650.0)
        .speed(0.02 * speed)
        .max_decimals(1)
        .suffix(format!(" {}", tr!("timeline-speed-unit")));
    let response = ui.add(field).on_hover_text(tr!("timeline-speed-help"));
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, tr!("timeline-speed")));
    if response.changed() {
        commands.push(Command::SetSpeed(days));
    }
}
