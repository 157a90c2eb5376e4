//! The row above the bars: buttons, mode, speed, length and days of the window, and a menu
//! with the rest.

use std::sync::LazyLock;

use eframe::egui::{
    Align, Button, DragValue, FontId, Layout, Popup, PopupCloseBehavior, RichText, Role, Ui,
    WidgetInfo,
};
use serde::Deserialize;

use super::{Zoom, dates::Dates};
use crate::{
    session::{Action, Clock, Command, DAYS, Mode, PlayBy, ROUND_LENGTHS, Session, TimeAxis},
    tr,
    ui::{
        icon::{self, Icon},
        theme,
    },
};

/// The room between groups of controls.
const GROUPS: f32 = 10.0;

/// What there is to choose from, from `assets/presets/time.toml`.
#[derive(Debug, Default, Deserialize)]
struct Presets {
    speeds: Vec<f64>,
    paces: Vec<f64>,
}

impl Presets {
    fn bundled() -> &'static Self {
        static PRESETS: LazyLock<Presets> = LazyLock::new(|| {
            toml::from_str(include_str!("../../../assets/presets/time.toml")).unwrap_or_default()
        });
        &PRESETS
    }
}

/// What has room in the row. The rest is in the menu at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// As below, without the axis and the way to all days.
    Least,
    /// The mode as signs, and no counts.
    Narrow,
    /// The mode in words.
    Middle,
    /// Loop, trails and counts as well.
    Wide,
}

impl Room {
    /// How much the row shows, by the width of its longest words in this language.
    fn of(ui: &Ui) -> Self {
        let width_of = |words: &str| {
            let font = FontId::proportional(13.5);
            let ink = ui.visuals().text_color();
            ui.painter().layout_no_wrap(words.to_owned(), font, ink).size().x
        };
        let modes = width_of(&tr!("timeline-window")) + width_of(&tr!("timeline-cumulative"));
        let axis =
            width_of(&axis_name(TimeAxis::Happened)).max(width_of(&axis_name(TimeAxis::Known)));
        let days = width_of(&tr!("timeline-speed-unit"));
        let all = width_of(&tr!("timeline-all-days"));
        // Buttons, fields, and what stands between them.
        let least = 730.0 + days + all + axis;
        match ui.available_width() {
            width if width >= least + modes + 220.0 => Room::Wide,
            width if width >= least + modes => Room::Middle,
            width if width >= least => Room::Narrow,
            _ => Room::Least,
        }
    }
}

/// Shows the row.
pub fn controls_ui(
    ui: &mut Ui,
    session: &Session,
    dates: &mut Dates,
    zooms: &mut Vec<Zoom>,
    commands: &mut Vec<Command>,
) {
    let clock = session.clock();
    let room = Room::of(ui);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        transport_ui(ui, clock, commands);
        ui.add_space(GROUPS);
        if room == Room::Wide {
            switches_ui(ui, clock, commands);
            ui.add_space(GROUPS);
        }
        ui.scope(|ui| mode_ui(ui, clock.mode(), room, commands));
        ui.add_space(GROUPS);
        speed_ui(ui, clock, commands);
        length_ui(ui, clock, commands);
        ui.add_space(GROUPS);
        dates.ui(ui, clock, 94.0, commands);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            more_ui(ui, clock, room, zooms, commands);
            if room == Room::Least {
                return;
            }
            let all = ui.add_enabled(!clock.shows_all(), Button::new(tr!("timeline-all-days")));
            if all.on_hover_text(tr!("timeline-all-days-help")).clicked() {
                commands.push(Command::ShowAllTime);
            }
            axis_ui(ui, clock.axis(), commands);
            if room == Room::Wide {
                ui.add_space(4.0);
                let (shown, of) = session.counts();
                let weak = theme::current(ui).text.weak.0;
                let words = tr!("count-events-of", shown = shown, all = of);
                ui.label(RichText::new(words).color(weak));
            }
        });
    });
}

fn transport_ui(ui: &mut Ui, clock: &Clock, commands: &mut Vec<Command>) {
    let mut button = |ui: &mut Ui, icon, name: String, help: String, command| {
        if icon::button(ui, icon, &name, &help).clicked() {
            commands.push(command);
        }
    };
    let (start, start_help) = (tr!("timeline-to-start"), tr!("timeline-to-start-help"));
    button(ui, Icon::ToStart, start, start_help, Command::ToStart);
    let (previous, previous_help) = (tr!("timeline-previous"), tr!("timeline-previous-help"));
    button(ui, Icon::Previous, previous, previous_help, Command::StepPrevious);
    let (sign, name, help) = if clock.playing() {
        (Icon::Pause, tr!("timeline-pause"), tr!("timeline-pause-help"))
    } else {
        (Icon::Play, tr!("timeline-play"), tr!("timeline-play-help"))
    };
    let clicked = icon::main_button(ui, sign, &name, &help).clicked();
    let (next, next_help) = (tr!("timeline-next"), tr!("timeline-next-help"));
    button(ui, Icon::Next, next, next_help, Command::StepNext);
    let (end, end_help) = (tr!("timeline-to-end"), tr!("timeline-to-end-help"));
    button(ui, Icon::ToEnd, end, end_help, Command::ToEnd);
    if clicked {
        commands.push(Command::TogglePlay);
    }
}

/// Something to switch on and off: whether it is on, its name, what it does.
type Switch = (Icon, bool, String, String, Command);

fn switches(clock: &Clock) -> [Switch; 2] {
    let (repeat, repeat_help) = (tr!("timeline-loop"), tr!("timeline-loop-help"));
    let (trails, trails_help) = (tr!("map-trails"), tr!("map-trails-help"));
    [
        (Icon::Loop, clock.looped(), repeat, repeat_help, Command::ToggleLoop),
        (Icon::Trails, clock.trails(), trails, trails_help, Command::ToggleTrails),
    ]
}

fn switches_ui(ui: &mut Ui, clock: &Clock, commands: &mut Vec<Command>) {
    for (icon, on, name, help, command) in switches(clock) {
        if icon::toggle(ui, icon, &name, &help, on).clicked() {
            commands.push(command);
        }
    }
}

fn mode_ui(ui: &mut Ui, mode: Mode, room: Room, commands: &mut Vec<Command>) {
    ui.spacing_mut().item_spacing.x = 2.0;
    let choices = [
        (Mode::Window, Icon::Window, tr!("timeline-window"), tr!("timeline-window-help")),
        (
            Mode::Cumulative,
            Icon::Cumulative,
            tr!("timeline-cumulative"),
            tr!("timeline-cumulative-help"),
        ),
    ];
    for (choice, sign, name, help) in choices {
        let chosen = mode == choice;
        let clicked = if room == Room::Narrow {
            icon::toggle(ui, sign, &name, &help, chosen).clicked()
        } else {
            ui.selectable_label(chosen, name).on_hover_text(help).clicked()
        };
        if clicked {
            commands.push(Command::SetMode(choice));
        }
    }
}

/// Days, or years where there are many days.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Unit {
    Days,
    Years,
}

impl Unit {
    fn of(days: f64) -> Self {
        if days < 1000.0 { Unit::Days } else { Unit::Years }
    }

    /// How many days it has.
    fn days(self) -> f64 {
        match self {
            Unit::Days => 1.0,
            Unit::Years => 365.2425,
        }
    }

    fn in_a_second(self) -> String {
        match self {
            Unit::Days => tr!("timeline-speed-unit"),
            Unit::Years => tr!("timeline-speed-unit-years"),
        }
    }

    /// Of so many of them.
    fn of_length(self, number: f64) -> String {
        match self {
            Unit::Days => tr!("timeline-length-unit", n = number),
            Unit::Years => tr!("timeline-length-unit-years", n = number),
        }
    }
}

/// A number as short as it can be, with at most so many decimals: "45", "0.5".
fn plain(number: f64, decimals: i32) -> f64 {
    let tens = 10_f64.powi(decimals);
    (number * tens).round() / tens
}

/// A number to drag or to type; the new one.
fn number_ui(ui: &mut Ui, name: &str, help: String, number: f64, unit: &str) -> Option<f64> {
    let mut value = number;
    let field = DragValue::new(&mut value)
        .range(0.01..=*DAYS.end())
        .speed(0.02 * number)
        .custom_formatter(|number, _| plain(number, if number < 10.0 { 2 } else { 1 }).to_string())
        .suffix(format!(" {unit}"));
    let response = ui.add(field).on_hover_text(help);
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), name));
    response.changed().then_some(value)
}

/// The speed, with a menu of round ones.
fn speed_ui(ui: &mut Ui, clock: &Clock, commands: &mut Vec<Command>) {
    let (name, help) = (tr!("timeline-speed"), tr!("timeline-speed-help"));
    if clock.play_by() == PlayBy::Events {
        let (pace, unit) = (clock.pace(), tr!("timeline-pace-unit"));
        commands.extend(number_ui(ui, &name, help, pace, &unit).map(Command::SetPace));
        let paces = Presets::bundled().paces.iter();
        let choices = paces.map(|pace| (format!("{pace} {unit}"), Command::SetPace(*pace)));
        choices_ui(ui, &tr!("timeline-speeds"), choices.collect(), commands);
        return;
    }
    let unit = Unit::of(clock.speed());
    let speed = clock.speed() / unit.days();
    let chosen = number_ui(ui, &name, help, speed, &unit.in_a_second());
    commands.extend(chosen.map(|speed| Command::SetSpeed(speed * unit.days())));
    let choice = |days: &f64| {
        let unit = Unit::of(*days);
        let words = format!("{} {}", plain(days / unit.days(), 1), unit.in_a_second());
        (words, Command::SetSpeed(*days))
    };
    let mut choices: Vec<(String, Command)> =
        Presets::bundled().speeds.iter().map(choice).collect();
    for seconds in [10.0, 30.0, 60.0] {
        let speed = Command::SetSpeed(clock.core().length() / seconds);
        choices.push((tr!("timeline-all-in", n = seconds), speed));
    }
    choices_ui(ui, &tr!("timeline-speeds"), choices, commands);
}

/// The window's length, with a menu of round ones.
fn length_ui(ui: &mut Ui, clock: &Clock, commands: &mut Vec<Command>) {
    ui.add_enabled_ui(clock.mode() == Mode::Window, |ui| {
        let unit = Unit::of(clock.window().length());
        let now = plain(clock.window().length() / unit.days(), i32::from(unit == Unit::Years));
        let (name, help) = (tr!("timeline-length"), tr!("timeline-length-help"));
        let chosen = number_ui(ui, &name, help, now, &unit.of_length(now));
        commands.extend(chosen.map(|now| Command::SetLength((now * unit.days()).round())));
        let choice =
            |days: &f64| (tr!(&format!("timeline-length-{days}")), Command::SetLength(*days));
        let choices = ROUND_LENGTHS.iter().map(choice).collect();
        choices_ui(ui, &tr!("timeline-lengths"), choices, commands);
    });
}

/// A small arrow that opens a menu of commands.
fn choices_ui(
    ui: &mut Ui,
    name: &str,
    choices: Vec<(String, Command)>,
    commands: &mut Vec<Command>,
) {
    // Close to what it chooses for.
    ui.add_space(-3.0);
    let arrow = icon::small_button(ui, Icon::Up, name, name);
    Popup::menu(&arrow).show(|ui| {
        for (words, command) in choices {
            if ui.button(words).clicked() {
                commands.push(command);
            }
        }
    });
}

fn axis_name(axis: TimeAxis) -> String {
    match axis {
        TimeAxis::Happened => tr!("timeline-axis-happened"),
        TimeAxis::Known => tr!("timeline-axis-known"),
    }
}

/// Which day of an event counts.
fn axis_ui(ui: &mut Ui, axis: TimeAxis, commands: &mut Vec<Command>) {
    let button = ui.menu_button(axis_name(axis), |ui| axes_ui(ui, axis, commands)).response;
    button.widget_info(|| {
        let name = format!("{}: {}", tr!("timeline-axis-choice"), axis_name(axis));
        WidgetInfo::labeled(Role::Button, true, name)
    });
    button.on_hover_text(tr!("timeline-axis-choice"));
}

fn axes_ui(ui: &mut Ui, axis: TimeAxis, commands: &mut Vec<Command>) {
    let choices = [
        (TimeAxis::Happened, tr!("timeline-axis-happened-help")),
        (TimeAxis::Known, tr!("timeline-axis-known-help")),
    ];
    theme::outline_choices(ui);
    for (choice, words) in choices {
        if ui.radio(axis == choice, words).clicked() {
            commands.push(Command::SetTimeAxis(choice));
            ui.close();
        }
    }
}

/// What is chosen more seldom.
fn more_ui(
    ui: &mut Ui,
    clock: &Clock,
    room: Room,
    zooms: &mut Vec<Zoom>,
    commands: &mut Vec<Command>,
) {
    let name = tr!("timeline-more");
    let button = icon::button(ui, Icon::More, &name, &name);
    let behavior = PopupCloseBehavior::CloseOnClickOutside;
    Popup::menu(&button).close_behavior(behavior).show(|ui| {
        theme::outline_choices(ui);
        if room == Room::Least {
            let all = ui.add_enabled(!clock.shows_all(), Button::new(tr!("timeline-all-days")));
            if all.on_hover_text(tr!("timeline-all-days-help")).clicked() {
                commands.push(Command::ShowAllTime);
            }
            axis_ui(ui, clock.axis(), commands);
            ui.separator();
        }
        let ways =
            [(PlayBy::Time, tr!("timeline-by-time")), (PlayBy::Events, tr!("timeline-by-events"))];
        for (choice, words) in ways {
            if ui.radio(clock.play_by() == choice, words).clicked() {
                commands.push(Command::SetPlayBy(choice));
            }
        }
        ui.separator();
        for (_, mut on, name, help, command) in switches(clock) {
            if ui.checkbox(&mut on, name).on_hover_text(help).clicked() {
                commands.push(command);
            }
        }
        ui.separator();
        let entries = [
            (Action::ZoomTimeIn, Zoom::By(0.5)),
            (Action::ZoomTimeOut, Zoom::By(2.0)),
            (Action::WholeTimeAxis, Zoom::All),
        ];
        for (action, zoom) in entries {
            if ui.button(action.info().label()).clicked() {
                zooms.push(zoom);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale;

    #[test]
    fn the_choices_can_be_read_and_every_length_has_its_words() {
        let presets = Presets::bundled();
        assert!(presets.speeds.contains(&7.0) && presets.paces.contains(&1.0));
        for length in ROUND_LENGTHS {
            assert!(locale::find(&format!("timeline-length-{length}")).is_some(), "{length}");
        }
    }
}
