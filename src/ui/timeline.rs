//! The time slider: events by day, the window with its handles, and what moves it.

mod axis;
mod controls;
mod drag;
mod keyboard;
mod paint;

use eframe::egui::{RichText, Ui, vec2};
use egui_plot::{GridMark, Plot, PlotTransform};

use super::{theme, words};
use crate::session::{Command, Mode, Session, Window};
use crate::tr;
use drag::Drag;

/// The time slider and what it remembers.
#[derive(Default)]
pub struct Timeline {
    drag: Option<Drag>,
    /// The days on the axis, if the wheel chose them.
    zoomed: Option<Window>,
}

impl Timeline {
    /// Shows the controls above the bars.
    pub fn ui(&mut self, ui: &mut Ui, session: &Session, commands: &mut Vec<Command>) {
        let Some(extent) = session.clock().extent() else {
            ui.centered_and_justified(|ui| {
                let weak = theme::current(ui).text.weak.0;
                ui.label(RichText::new(tr!("timeline-empty")).color(weak));
            });
            return;
        };
        controls::controls_ui(ui, session, commands);
        let axis = self.axis(session, extent);
        self.bars_ui(ui, session, axis, commands);
    }

    /// The days on the axis: what the wheel chose, or when most events happened, and
    /// always the window.
    fn axis(&self, session: &Session, extent: Window) -> Window {
        let clock = session.clock();
        let axis = self.zoomed.unwrap_or(clock.core()).kept_in(extent);
        let window = clock.window();
        if clock.shows_all() || clock.mode() == Mode::Cumulative {
            return axis;
        }
        Window::new(axis.from().min(window.from()), axis.to().max(window.to()))
    }

    fn bars_ui(
        &mut self,
        ui: &mut Ui,
        session: &Session,
        axis: Window,
        commands: &mut Vec<Command>,
    ) {
        let theme = theme::current(ui);
        let margin = axis.length() * 0.012 + 0.2;
        let (left, right) = (axis.from() - margin, axis.to() + margin);
        let highest = f64::from(session.histogram().highest().max(1));
        let narrowest = axis.length() / f64::from(ui.available_width().max(100.0)) * 4.0;
        let charts = paint::charts(session, theme, narrowest);
        let plot = Plot::new("events by day")
            .height(ui.available_height())
            .allow_drag(false)
            .allow_zoom(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_double_click_reset(false)
            .allow_axis_zoom_drag(false)
            .sense(eframe::egui::Sense::click_and_drag())
            .show_background(false)
            .show_axes([true, false])
            .show_grid([true, false])
            .grid_color(theme.surface.grid.0)
            .grid_fade(0.0)
            .show_x(false)
            .show_y(false)
            .set_margin_fraction(vec2(0.0, 0.0))
            .x_grid_spacer(|input| axis::marks(input.bounds, input.base_step_size))
            .x_axis_formatter(|mark: GridMark, _: &_| axis::label(mark.value, mark.step_size))
            .label_formatter(|_| None)
            .show(ui, |plot| {
                plot.set_plot_bounds_x(left..=right);
                plot.set_plot_bounds_y(0.0..=highest * 1.12);
                for chart in charts {
                    plot.bar_chart(chart);
                }
            });
        let frame = plot.response.rect;
        let span = paint::window_rect(&plot.transform, frame, session.clock().window());
        paint::window(ui, frame, span, theme, session.clock().shows_all());
        paint::selected(ui, &plot.transform, frame, session, theme);
        paint::beyond(ui, frame, session, axis, theme);
        self.handle_wheel(ui, &plot.response, &plot.transform, session, axis);
        self.handle_pointer(ui, &plot.response, &plot.transform, session, commands);
        keyboard::handle_keys(ui, &plot.response, session, axis, commands);
        plot.response.widget_info(|| {
            let days = words::days(session.clock().window().days());
            eframe::egui::WidgetInfo::labeled(
                eframe::egui::Role::Slider,
                true,
                tr!("timeline-days-shown", days = days),
            )
        });
    }

    fn handle_pointer(
        &mut self,
        ui: &Ui,
        response: &eframe::egui::Response,
        transform: &PlotTransform,
        session: &Session,
        commands: &mut Vec<Command>,
    ) {
        let day_at = |at: eframe::egui::Pos2| transform.value_from_position(at).x;
        let days_per_point = transform.dvalue_dpos()[0].abs();
        let window = session.clock().window();
        let shows_all = session.clock().shows_all();
        let grab = |at| match drag::part_at(window, day_at(at), 7.0 * days_per_point) {
            // A window over everything cannot be moved, but a new one can begin in it.
            drag::Part::Middle if shows_all => drag::Part::Outside,
            part => part,
        };
        if let Some(at) = response.hover_pos() {
            ui.ctx().set_cursor_icon(self.drag.map_or(grab(at), |drag| drag.part()).cursor());
        }
        if response.drag_started() {
            // Where the button went down, not where the drag was noticed.
            let origin = ui.input(|input| input.pointer.press_origin());
            self.drag = origin.map(|at| Drag::new(grab(at), window, day_at(at)));
        }
        if let (Some(drag), Some(at)) = (self.drag, response.interact_pointer_pos()) {
            commands.push(Command::SetWindow(drag.window(day_at(at))));
        }
        if response.drag_stopped() {
            self.drag = None;
        }
        if let (true, Some(at)) = (response.clicked(), response.interact_pointer_pos()) {
            commands.push(Command::SetWindow(around(session, day_at(at))));
        }
        if response.double_clicked() {
            self.zoomed = None;
            commands.push(Command::ShowAllTime);
        }
    }

    /// The wheel zooms the axis around the day under the pointer.
    fn handle_wheel(
        &mut self,
        ui: &Ui,
        response: &eframe::egui::Response,
        transform: &PlotTransform,
        session: &Session,
        axis: Window,
    ) {
        let (Some(at), Some(extent)) = (response.hover_pos(), session.clock().extent()) else {
            return;
        };
        let scroll = ui.input(|input| input.smooth_scroll_delta.y + input.smooth_scroll_delta.x);
        if scroll == 0.0 {
            return;
        }
        let day = transform.value_from_position(at).x.clamp(axis.from(), axis.to());
        let factor = f64::from(-scroll / 200.0).exp2();
        let from = day - (day - axis.from()) * factor;
        let wanted = Window::new(from, from + (axis.length() * factor).max(7.0));
        self.zoomed = Some(wanted.kept_in(extent));
        ui.ctx().request_repaint();
    }
}

/// The window after a click: its middle moves there; if all days are shown, one day is.
fn around(session: &Session, day: f64) -> Window {
    let clock = session.clock();
    if clock.shows_all() {
        return Window::new(day.floor(), day.floor() + 1.0);
    }
    let from = (day - clock.window().length() / 2.0).round();
    Window::new(from, from + clock.window().length())
}
