// Events as symbols: one instance for each spot of each event. The time window, the
// types shown and the selection are uniforms, so that playing uploads nothing.

const MAX_CORNERS: u32 = 16u;

struct View {
    center: vec2<u32>,         // fixed-point Mercator of the middle of the view, world = 2^32
    half_size: vec2<f32>,      // half the viewport in points
    scale: f32,                // points for each fixed-point unit
    pixels_per_point: f32,
    from_day: f32,
    to_day: f32,               // exclusive
    type_mask: u32,
    selected: u32,             // event number, or u32 max
    hovered: u32,
    linear_target: u32,        // 1 if the target converts from linear colour by itself
    radius: f32,               // of a symbol of size 1, in points
    spread: f32,               // 0 to 1: how far symbols on one spot are spread
    fade_days: f32,            // 0 for none: how long an event takes to fade after it ended
    trail_days: f32,           // 0 for none: how long an event is fading before the window
    growth: vec2<f32>,         // size without deaths, and how much it grows when they double
    padding_too: vec2<f32>,
    outline: vec4<f32>,
    sides: array<vec4<f32>, 3>,         // of neither, of the first, of the second; opacity 0 for by type
    colors: array<vec4<f32>, 14>,
    shapes: array<vec4<f32>, 14>,       // corner count, size
    corners: array<vec4<f32>, 112>,     // 16 corners for each type, two in each vector
};
@group(0) @binding(0) var<uniform> view: View;

struct Symbol {
    @builtin(position) position: vec4<f32>,
    @location(0) local: vec2<f32>,                       // pixels from the middle
    @location(1) @interpolate(flat) event_type: u32,
    @location(2) @interpolate(flat) known: u32,
    @location(3) @interpolate(flat) radius: f32,         // pixels
    @location(4) @interpolate(flat) alpha: f32,
    @location(5) @interpolate(flat) grown: f32,
    @location(6) @interpolate(flat) side: u32,
};

@vertex
fn draw_corner(
    @builtin(vertex_index) corner: u32,
    @location(0) place: vec2<u32>,
    @location(1) days: vec2<i32>,
    @location(2) kind: u32,
    @location(3) offset: vec2<i32>,
    @location(4) event: u32,
) -> Symbol {
    var out: Symbol;
    let event_type = kind & 15u;
    let first = f32(days.x);
    let end = f32(days.y) + 1.0;
    // What the filter hides has no offset.
    let passes = offset.x > -32768;
    let in_time = first < view.to_day && view.from_day - view.trail_days < end;
    if (!passes || !in_time || (view.type_mask & (1u << event_type)) == 0u) {
        out.position = vec4<f32>(2.0, 2.0, 2.0, 1.0);    // outside of everything
        return out;
    }
    // Integers subtract exactly and wrap at the antimeridian.
    let from_center = vec2<f32>(bitcast<vec2<i32>>(place - view.center)) * view.scale;
    let middle = from_center + vec2<f32>(offset) / 8.0 * view.spread;

    var grown = 1.0;
    if (event == view.hovered) { grown = 1.2; }
    if (event == view.selected) { grown = 1.35; }
    // The deaths are kept as their binary logarithm.
    grown *= view.growth.x + view.growth.y * f32((kind >> 8u) & 255u) / 16.0;
    let radius = view.radius * view.shapes[event_type].y * grown;

    // Room for the ring of imprecise places and for smooth edges.
    let reach = max(radius * 1.2, view.radius * grown * 2.0) + 2.0;
    let unit = vec2<f32>(f32(corner & 1u), f32(corner >> 1u)) * 2.0 - 1.0;
    let at = middle + unit * reach;
    out.position = vec4<f32>(at.x / view.half_size.x, -at.y / view.half_size.y, 0.0, 1.0);
    out.local = unit * reach * view.pixels_per_point;
    out.event_type = event_type;
    out.known = (kind >> 4u) & 7u;
    out.grown = grown;
    out.side = min((kind >> 16u) & 3u, 2u);
    out.radius = radius * view.pixels_per_point;
    let background = (kind & 128u) != 0u;
    var alpha = select(1.0, 0.6, background);
    if (view.fade_days > 0.0 && event != view.selected) {
        let age = max(view.to_day - end, 0.0);
        alpha *= max(1.0 - age / view.fade_days, 0.5);
    }
    if (view.trail_days > 0.0 && event != view.selected) {
        let left = max(view.from_day - end, 0.0);
        alpha *= max(1.0 - left / view.trail_days, 0.0);
    }
    out.alpha = alpha;
    return out;
}

// Signed distance to the outline of a type's shape, in its unit circle; negative inside.
fn distance_to_shape(p: vec2<f32>, event_type: u32) -> f32 {
    let count = u32(view.shapes[event_type].x);
    if (count == 0u) { return length(p) - 1.0; }
    let base = event_type * (MAX_CORNERS / 2u);
    var nearest = 1e9;
    var side = 1.0;
    for (var i = 0u; i < count; i++) {
        let j = select(i - 1u, count - 1u, i == 0u);
        let a4 = view.corners[base + i / 2u];
        let b4 = view.corners[base + j / 2u];
        let a = select(a4.xy, a4.zw, (i & 1u) == 1u);
        let b = select(b4.xy, b4.zw, (j & 1u) == 1u);
        let e = b - a;
        let w = p - a;
        let d = w - e * clamp(dot(w, e) / dot(e, e), 0.0, 1.0);
        nearest = min(nearest, dot(d, d));
        let below_a = p.y >= a.y;
        let above_b = b.y > p.y;
        let left = e.x * w.y > e.y * w.x;
        if (below_a == above_b && above_b == left) { side = -side; }
    }
    return side * sqrt(nearest);
}

// How much of the ring for imprecise places covers the pixel: whole for "near", dashes for
// a district, dots for a province, double for a country.
fn ring_cover(p: vec2<f32>, known: u32, grown: f32) -> f32 {
    if (known == 0u) { return 0.0; }
    let ppp = view.pixels_per_point;
    let r = length(p);
    let ring = view.radius * grown * 1.62 * ppp;
    let width = 0.75 * ppp;
    var cover = clamp(width + 0.5 - abs(r - ring), 0.0, 1.0);
    let turn = atan2(p.y, p.x) / 6.2831853;
    if (known == 2u) { cover *= step(fract(turn * 6.0), 0.62); }
    if (known == 3u) { cover *= step(fract(turn * 12.0), 0.5); }
    if (known == 4u) {
        let outer = view.radius * grown * 1.95 * ppp;
        cover = max(cover, clamp(width + 0.5 - abs(r - outer), 0.0, 1.0));
    }
    return cover;
}

fn linear_from_gamma(c: vec3<f32>) -> vec3<f32> {
    let high = pow((c + 0.055) / 1.055, vec3<f32>(2.4));
    return select(high, c / 12.92, c < vec3<f32>(0.04045));
}

@fragment
fn draw_pixel(in: Symbol) -> @location(0) vec4<f32> {
    let distance = distance_to_shape(in.local / in.radius, in.event_type) * in.radius;
    let line = 1.25 * view.pixels_per_point;
    let fill = clamp(0.5 - distance, 0.0, 1.0);
    let outlined = clamp(0.5 - (distance - line), 0.0, 1.0);
    let ring = ring_cover(in.local, in.known, in.grown);
    var color = view.colors[in.event_type].rgb;
    if (view.sides[0].a > 0.0) { color = view.sides[in.side].rgb; }

    // The symbol over the ring.
    let body = mix(view.outline.rgb, color, fill);
    let alpha = outlined + ring * (1.0 - outlined);
    if (alpha <= 0.0) { discard; }
    var mixed = (body * outlined + color * ring * (1.0 - outlined)) / alpha;
    if (view.linear_target == 1u) { mixed = linear_from_gamma(mixed); }
    let a = alpha * in.alpha;
    return vec4<f32>(mixed * a, a);
}
