#![allow(clippy::unwrap_used)]

use eframe::egui::Rgba;

use super::*;
use crate::ui::symbol::Form;

/// Red, green and blue of light, 0 to 1.
type Light = [f32; 3];

/// How a colour is seen with full or other colour vision.
#[derive(Clone, Copy, Debug)]
enum Sight {
    Full,
    /// Without cones for long waves.
    Protanopia,
    /// Without cones for middle waves.
    Deuteranopia,
}

impl Sight {
    const ALL: [Self; 3] = [Self::Full, Self::Protanopia, Self::Deuteranopia];

    /// Machado, Oliveira, Fernandes: A physiologically-based model for simulation of color
    /// vision deficiency, 2009, table 1, severity 1.0; for light, not for its code.
    fn sees(self, [r, g, b]: Light) -> Light {
        let rows: [Light; 3] = match self {
            Self::Full => return [r, g, b],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        };
        rows.map(|row| (row[0] * r + row[1] * g + row[2] * b).clamp(0.0, 1.0))
    }
}

fn light(colour: Color32) -> Light {
    let [r, g, b, _] = Rgba::from(colour).to_array();
    [r, g, b]
}

/// Relative luminance as WCAG defines it.
fn luminance([r, g, b]: Light) -> f32 {
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

fn contrast(a: Color32, b: Color32) -> f32 {
    let (a, b) = (luminance(light(a)) + 0.05, luminance(light(b)) + 0.05);
    a.max(b) / a.min(b)
}

/// CIE L*a*b* under daylight (D65).
fn lab([r, g, b]: Light) -> [f32; 3] {
    let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
    let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
    let f = |t: f32| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
    let (x, y, z) = (f(x), f(luminance([r, g, b])), f(z));
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How far apart two colours are seen: 2 is just noticed side by side.
fn distance(sight: Sight, a: Color32, b: Color32) -> f32 {
    let [a, b] = [a, b].map(|colour| lab(sight.sees(light(colour))));
    a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
}

fn land(look: Look) -> Color32 {
    map_theme(look.dark).style(look.contrast).land
}

#[test]
fn every_look_can_be_read() {
    for look in Look::ALL {
        look.read().unwrap();
        assert_eq!(Look::ALL[look.number()], look);
    }
}

#[test]
fn the_usual_colours_of_events_are_all_different() {
    for look in Look::ALL.into_iter().filter(|look| !look.safe) {
        let colour = |t: &EventType| Theme::of(look).event(*t).to_array();
        let colours: std::collections::BTreeSet<_> = EventType::ALL.iter().map(colour).collect();
        assert_eq!(colours.len(), EventType::ALL.len(), "{look:?}");
    }
}

#[test]
fn letters_can_be_read_on_every_ground() {
    for look in Look::ALL {
        let Theme { surface, text, accent, .. } = Theme::of(look);
        let least = if look.contrast { 7.0 } else { 4.5 };
        let check = |ink: Colour, ground: Color32| {
            let found = contrast(ink.0, ground);
            assert!(found >= least, "{look:?}: {ink:?} on {ground:?} is {found:.2}");
        };
        let grounds = [
            surface.panel,
            surface.bar,
            surface.raised,
            surface.sunken,
            surface.button,
            surface.row,
            surface.hover,
            surface.pressed,
            accent.soft,
        ];
        let inks = [text.normal, text.weak, text.strong, accent.link, accent.warning, accent.error];
        for ground in grounds {
            inks.into_iter().for_each(|ink| check(ink, ground.0));
        }
        let fields = [
            Field::Trigger,
            Field::Date,
            Field::Place,
            Field::Killed,
            Field::Wounded,
            Field::Actor,
            Field::Claim,
        ];
        for field in fields {
            check(text.normal, Theme::of(look).field(field));
        }
        check(accent.text, accent.fill.0);
    }
}

#[test]
fn what_is_chosen_or_focused_stands_out_from_the_panel() {
    for look in Look::ALL {
        let Theme { surface, accent, .. } = Theme::of(look);
        for ground in [surface.panel, surface.bar, surface.raised] {
            assert!(contrast(accent.fill.0, ground.0) >= 3.0, "{look:?} {ground:?}");
        }
        let lines = contrast(surface.line.0, surface.panel.0);
        assert!(!look.contrast || lines >= 4.5, "{look:?}");
    }
}

#[test]
fn events_stand_out_from_land_and_panel_by_their_colour_or_their_outline() {
    for look in Look::ALL {
        let theme = Theme::of(look);
        for ground in [land(look), theme.surface.panel.0] {
            let outlined = contrast(theme.event_outline(), ground) >= 3.0;
            for event_type in EventType::ALL {
                let found = contrast(theme.event(event_type), ground);
                assert!(outlined || found >= 3.0, "{look:?} {event_type:?}: {found:.2}");
            }
        }
    }
}

#[test]
fn safe_colours_are_told_apart_with_any_sight_and_shapes_tell_the_rest() {
    for look in Look::ALL.into_iter().filter(|look| look.safe) {
        let theme = Theme::of(look);
        for (number, a) in EventType::ALL.into_iter().enumerate() {
            for b in &EventType::ALL[number + 1..] {
                let (colours, shapes) = ([theme.event(a), theme.event(*b)], [a, *b].map(Form::of));
                if colours[0] == colours[1] {
                    let corners = shapes.map(|form| form.corners());
                    let sizes = (shapes[0].size - shapes[1].size).abs();
                    assert!(corners[0] != corners[1] || sizes > 0.2, "{a:?} {b:?}");
                    continue;
                }
                for sight in Sight::ALL {
                    let found = distance(sight, colours[0], colours[1]);
                    assert!(found >= 15.0, "{look:?} {sight:?} {a:?} {b:?}: {found:.1}");
                }
            }
        }
    }
}
