//! All uncertain places of the time shown, as areas with soft edges: a disc where something
//! happened somewhere around a place, an outline for a province or a country.

use std::sync::Arc;

use eframe::egui::{Color32, Painter, Pos2, Rect, Shape, Vec2, epaint::Mesh};

use super::{
    area::Areas,
    points::{Camera, EXACT, Instance, Passing, Scene, VagueSpot},
};
use crate::{
    model::{EventId, EventType, Location},
    session::{LAYERS, Session, Window},
    ui::theme::Theme,
};

/// So many areas are drawn, those with the most events first.
const MOST: usize = 500;

/// So many of them with an outline, which has many corners.
const MOST_OUTLINES: usize = 40;

/// A disc of a larger radius is the paler, in points.
const LARGE: f32 = 60.0;

/// How many events of each type the window shows at each vague spot.
#[derive(Debug, Default)]
pub struct VagueAreas {
    scene: Arc<Scene>,
    passing: Passing,
    counts: Vec<[u32; LAYERS]>,
}

impl VagueAreas {
    /// Draws those in the view.
    pub fn paint(
        &mut self,
        painter: &Painter,
        camera: Camera,
        scene: &Arc<Scene>,
        session: &Session,
        (areas, theme): (&mut Areas, &Theme),
    ) {
        self.update(scene, session.clock().window());
        let mut discs = Mesh::default();
        let mut outlines = 0;
        for (spot, event_type, count) in self.seen(camera) {
            let colour = theme.event(event_type);
            // Many on one spot are no darker than few on several.
            let strength = 1.0 + (count as f32).log2() * 0.15;
            let outline = location_of(session, spot).and_then(|location| areas.area_of(location));
            match outline {
                Some(area) if outlines < MOST_OUTLINES => {
                    outlines += 1;
                    area.paint_soft(painter, camera, colour, strength);
                }
                Some(_) => {}
                None => {
                    let at = camera.spot(spot.place);
                    let radius = radius_of(camera, spot);
                    // What covers the whole view must not be in the way of everything else.
                    let opacity = 0.26 * (LARGE / radius).clamp(0.3, 1.0);
                    soft_disc(&mut discs, at, radius, colour.gamma_multiply(opacity), strength);
                }
            }
        }
        painter.add(Shape::mesh(discs));
    }

    fn update(&mut self, scene: &Arc<Scene>, window: Window) {
        let next = Passing::of(scene, window);
        if !Arc::ptr_eq(&self.scene, scene) {
            self.scene = Arc::clone(scene);
            self.counts = vec![[0; LAYERS]; scene.spots().vague_spots().len()];
            self.passing = Passing::default();
        }
        if self.counts.is_empty() {
            return;
        }
        let counts = &mut self.counts;
        self.passing.changes(next, scene, |number, instance: &Instance, sign| {
            let spot = scene.spots().vague().get(number).copied().unwrap_or(EXACT);
            if let Some(counts) = counts.get_mut(spot as usize) {
                let count = &mut counts[instance.type_code()];
                *count = count.wrapping_add_signed(sign);
            }
        });
        self.passing = next;
    }

    /// The spots in the view with their most frequent type and the number of their events,
    /// those with the fewest last.
    fn seen(&self, camera: Camera) -> Vec<(&VagueSpot, EventType, u32)> {
        let spots = self.scene.spots().vague_spots().iter().zip(&self.counts);
        let at = camera.spots();
        let mut seen: Vec<_> = spots
            .filter(|(spot, _)| {
                let radius = radius_of(camera, spot);
                let around = Rect::from_center_size(at(spot.place), Vec2::splat(2.0 * radius));
                radius > 5.0 && camera.rect.intersects(around)
            })
            .filter_map(|(spot, counts)| {
                let types = EventType::ALL.into_iter().zip(counts);
                let (event_type, _) =
                    types.max_by_key(|(t, count)| (**count, std::cmp::Reverse(*t)))?;
                let total: u32 = counts.iter().sum();
                (total > 0).then_some((spot, event_type, total))
            })
            .collect();
        seen.sort_by_key(|(spot, _, total)| (std::cmp::Reverse(*total), spot.event, spot.nth));
        seen.truncate(MOST);
        seen
    }
}

fn location_of<'s>(session: &'s Session, spot: &VagueSpot) -> Option<&'s Location> {
    session.event(EventId(spot.event as usize))?.best_locations().nth(spot.nth as usize)
}

fn radius_of(camera: Camera, spot: &VagueSpot) -> f32 {
    (f64::from(spot.radius) * camera.world()) as f32
}

/// A disc that is gone at its radius.
fn soft_disc(mesh: &mut Mesh, at: Pos2, radius: f32, colour: Color32, strength: f32) {
    let colour = colour.gamma_multiply(strength.min(2.0));
    let corners = (radius * 0.5).clamp(14.0, 48.0) as u32;
    let first = mesh.vertices.len() as u32;
    mesh.colored_vertex(at, colour);
    for corner in 0..corners {
        let way = Vec2::angled(std::f32::consts::TAU * corner as f32 / corners as f32);
        mesh.colored_vertex(at + way * radius * 0.72, colour);
        mesh.colored_vertex(at + way * radius, Color32::TRANSPARENT);
    }
    for corner in 0..corners {
        let (a, b) = (first + 1 + 2 * corner, first + 1 + 2 * ((corner + 1) % corners));
        mesh.add_triangle(first, a, b);
        mesh.add_triangle(a, a + 1, b);
        mesh.add_triangle(b, a + 1, b + 1);
    }
}
