//! Where an imprecise event may be: the outline of its province or country, or a
//! circle around its place.

use std::collections::BTreeMap;

use eframe::egui::{Color32, Painter, Pos2, Shape, Stroke, epaint::Mesh};
use lyon_tessellation::{
    BuffersBuilder, FillOptions, FillTessellator, FillVertex, VertexBuffers, math::point,
    path::Path,
};

use super::Camera;
use crate::{
    basemap::{Basemap, unit_square},
    model::{CountryCode, Event, Location, LonLat, Precision},
    ui::theme::Theme,
};

/// An area ready to be drawn: corners relative to `origin`, as shares of the world.
pub struct Drawn {
    origin: LonLat,
    corners: Vec<[f32; 2]>,
    triangles: Vec<u32>,
    rings: Vec<Vec<[f32; 2]>>,
}

/// The areas drawn so far; none where the base map does not know the division.
#[derive(Default)]
pub struct Areas {
    known: BTreeMap<(CountryCode, Option<String>), Option<Drawn>>,
}

impl Areas {
    /// Paints where the event may be, if that is more than a point.
    pub fn paint(&mut self, painter: &Painter, camera: Camera, event: &Event, theme: &Theme) {
        let colour = theme.event(event.event_type);
        for location in event.best_locations() {
            if location.precision == Precision::Exact {
                continue;
            }
            match self.area_of(location) {
                Some(area) => area.paint(painter, camera, colour),
                None => circle(painter, camera, location, colour),
            }
        }
    }

    /// The outline of the province or country in which a location is known to be; none
    /// where that is not how well it is known.
    pub fn area_of(&mut self, location: &Location) -> Option<&Drawn> {
        let country = location.country?;
        let admin1 = match location.precision {
            Precision::Admin1 => Some(location.admin1.clone()?),
            Precision::Country => None,
            _ => return None,
        };
        let make = |key: &(CountryCode, Option<String>)| {
            let map = Basemap::bundled();
            let area = match &key.1 {
                Some(name) => map.area_of_admin1(key.0, name)?,
                None => map.area_of_country(key.0)?,
            };
            Drawn::new(location.position, &area.rings().collect::<Vec<_>>())
        };
        let key = (country, admin1);
        self.known.entry(key.clone()).or_insert_with(|| make(&key)).as_ref()
    }
}

/// A circle for what is only known to be near a place.
fn circle(painter: &Painter, camera: Camera, location: &Location, colour: Color32) {
    let radius = location.radius_km * camera.points_per_km(location.position.lat);
    let center = camera.project(location.position);
    if (4.0..4000.0).contains(&radius) {
        let line = Stroke::new(1.5, colour.gamma_multiply(0.8));
        // A circle that fills the screen would only tint the map.
        let fills = radius > f64::from(camera.rect.width()) * 0.4;
        let fill = colour.gamma_multiply(if fills { 0.03 } else { 0.09 });
        painter.circle(center, radius as f32, fill, line);
    }
}

impl Drawn {
    /// `None` if the outline cannot be filled.
    pub fn new(origin: LonLat, rings: &[Vec<LonLat>]) -> Option<Self> {
        let [ox, oy] = unit_square(origin);
        let local = |place: &LonLat| {
            let [x, y] = unit_square(*place);
            [(x - ox) as f32, (y - oy) as f32]
        };
        let rings: Vec<Vec<[f32; 2]>> =
            rings.iter().map(|ring| ring.iter().map(local).collect()).collect();
        let (corners, triangles) = fill(&rings)?;
        Some(Self { origin, corners, triangles, rings })
    }

    fn paint(&self, painter: &Painter, camera: Camera, colour: Color32) {
        self.fill(painter, camera, colour.gamma_multiply(0.16));
        self.outline(painter, camera, Stroke::new(1.5, colour.gamma_multiply(0.8)));
    }

    /// Paints it with an edge that fades, `strength` being 1 for a single event.
    pub fn paint_soft(&self, painter: &Painter, camera: Camera, colour: Color32, strength: f32) {
        self.fill(painter, camera, colour.gamma_multiply((0.07 * strength).min(0.16)));
        for (width, opacity) in [(7.0, 0.06), (4.0, 0.08), (1.5, 0.12)] {
            self.outline(painter, camera, Stroke::new(width, colour.gamma_multiply(opacity)));
        }
    }

    /// Paints what is inside.
    pub fn fill(&self, painter: &Painter, camera: Camera, colour: Color32) {
        let at = self.placed(camera);
        let mut mesh = Mesh::default();
        for corner in &self.corners {
            mesh.colored_vertex(at(*corner), colour);
        }
        mesh.indices.clone_from(&self.triangles);
        painter.add(mesh);
    }

    /// Paints a line around it.
    pub fn outline(&self, painter: &Painter, camera: Camera, line: Stroke) {
        let at = self.placed(camera);
        for ring in &self.rings {
            painter.add(Shape::line(ring.iter().map(|corner| at(*corner)).collect(), line));
        }
    }

    /// Where its corners are on the screen.
    fn placed(&self, camera: Camera) -> impl Fn([f32; 2]) -> Pos2 {
        let origin = camera.project(self.origin);
        let world = (256.0 * camera.zoom.exp2()) as f32;
        move |[x, y]| Pos2::new(origin.x + x * world, origin.y + y * world)
    }
}

/// Corners and triangles that fill the rings; what is in an even number of them is a hole.
fn fill(rings: &[Vec<[f32; 2]>]) -> Option<(Vec<[f32; 2]>, Vec<u32>)> {
    // The tessellator's tolerance is made for pixels: the world is enlarged for it.
    const ENLARGED: f32 = 1e6;
    let mut path = Path::builder();
    for ring in rings.iter().filter(|ring| ring.len() > 3) {
        let enlarged = |corner: &[f32; 2]| point(corner[0] * ENLARGED, corner[1] * ENLARGED);
        path.begin(enlarged(&ring[0]));
        for corner in &ring[1..] {
            path.line_to(enlarged(corner));
        }
        path.end(true);
    }
    let mut buffers: VertexBuffers<[f32; 2], u32> = VertexBuffers::new();
    let mut builder = BuffersBuilder::new(&mut buffers, |vertex: FillVertex<'_>| {
        vertex.position().to_array().map(|side| side / ENLARGED)
    });
    let options = FillOptions::even_odd();
    FillTessellator::new().tessellate_path(&path.build(), &options, &mut builder).ok()?;
    Some((buffers.vertices, buffers.indices))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_with_a_hole_is_filled_around_it() {
        let square = |side: f64| {
            [(-side, -side), (side, -side), (side, side), (-side, side), (-side, -side)]
                .map(|(lon, lat)| LonLat::new(45.0 + lon, lat))
                .to_vec()
        };
        let area = Drawn::new(LonLat::new(45.0, 0.0), &[square(2.0), square(1.0)]);
        let covered: f32 = area
            .iter()
            .flat_map(|area| {
                area.triangles.chunks_exact(3).map(|t| {
                    let [a, b, c] = [t[0], t[1], t[2]].map(|i| area.corners[i as usize]);
                    ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])).abs() / 2.0
                })
            })
            .sum();
        let degree = 1.0 / 360.0f32;
        let wanted = (16.0 - 4.0) * degree * degree;
        assert!((covered / wanted - 1.0).abs() < 0.02, "{covered} {wanted}");
    }
}
