//! The row above the bars: buttons, mode, speed, the days shown.

use eframe::egui::{Align, Button, DragValue, Layout, RichText, Role, Ui, WidgetInfo};

use crate::{
    session::{Command, Mode, Session},
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
        let mut button = |icon, name, help, command| {
            if icon::button(ui, icon, name, help).clicked() {
                commands.push(command);
            }
        };
        button(Icon::ToStart, "To the first day", "To the first day (Home)", Command::ToStart);
        button(
            Icon::Previous,
            "Previous event",
            "Previous event (left arrow)",
            Command::StepPrevious,
        );
        let (sign, name) =
            if clock.playing() { (Icon::Pause, "Pause") } else { (Icon::Play, "Play") };
        if icon::main_button(ui, sign, name, &format!("{name} (Space)")).clicked() {
            commands.push(Command::TogglePlay);
        }
        let mut button = |icon, name, help, command| {
            if icon::button(ui, icon, name, help).clicked() {
                commands.push(command);
            }
        };
        button(Icon::Next, "Next event", "Next event (right arrow)", Command::StepNext);
        button(Icon::ToEnd, "To the last day", "To the last day (End)", Command::ToEnd);
        ui.add_space(10.0);
        mode_ui(ui, clock.mode(), commands);
        ui.add_space(10.0);
        speed_ui(ui, clock.speed(), commands);
        ui.add_space(14.0);
        let days = words::days(clock.window().days());
        ui.label(RichText::new(days).font(theme::strong(16.0)));
        let layout = Layout::right_to_left(Align::Center);
        ui.with_layout(layout, |ui| {
            let all = ui.add_enabled(!clock.shows_all(), Button::new("All days"));
            if all.on_hover_text("Show all days at once (A)").clicked() {
                commands.push(Command::ShowAllTime);
            }
            ui.add_space(8.0);
            let (shown, of) = session.counts();
            let weak = theme::current(ui).text.weak.0;
            ui.label(RichText::new(format!("{shown} of {of} events")).color(weak));
        });
    });
}

fn mode_ui(ui: &mut Ui, mode: Mode, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let choices = [
        (Mode::Window, "Window", "A window of fixed length moves along"),
        (Mode::Cumulative, "Cumulative", "Everything from the first day on stays"),
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
        .suffix(" days/s");
    let response = ui.add(field).on_hover_text("Speed: drag, or click to type");
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, "Speed"));
    if response.changed() {
        commands.push(Command::SetSpeed(days));
    }
}
