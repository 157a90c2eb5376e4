use thiserror::Error;

use super::TileKey;

/// The address of each tile of a server: `https://{s}.example.org/{z}/{x}/{y}.png`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlTemplate(String);

/// Why a text is no template.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// No address at all.
    #[error("the address must begin with https:// or http://")]
    Scheme,
    /// Nothing between the slashes.
    #[error("the address names no server, as in https://tiles.example.org/{{z}}/{{x}}/{{y}}.png")]
    Server,
    /// Without this every tile would be the same.
    #[error("the address has no {0}, as in https://tiles.example.org/{{z}}/{{x}}/{{y}}.png")]
    Missing(&'static str),
    /// A brace that stands for nothing known.
    #[error("{{{0}}} stands for nothing: use {{z}}, {{x}}, {{y}} or {{-y}}, {{s}} and {{r}}")]
    Unknown(String),
}

/// What `{s}` stands for, in turn.
const SERVERS: [&str; 3] = ["a", "b", "c"];

impl UrlTemplate {
    /// `{z}`, `{x}` and `{y}` are needed (`{-y}` counts from the south); `{s}` is a, b or c
    /// in turn; `{r}`, for sharper tiles, is left out.
    ///
    /// # Errors
    /// See [`TemplateError`].
    pub fn new(text: &str) -> Result<Self, TemplateError> {
        let text = text.trim();
        if !is_url(text) {
            return Err(TemplateError::Scheme);
        }
        if host_of(text).is_empty() {
            return Err(TemplateError::Server);
        }
        let template = Self(text.to_owned());
        for part in template.parts() {
            if let Part::Name(name) = part
                && !["z", "x", "y", "-y", "s", "r"].contains(&name)
            {
                return Err(TemplateError::Unknown(name.to_owned()));
            }
        }
        let has = |wanted: &str| template.parts().any(|part| part == Part::Name(wanted));
        let needed = [("{z}", has("z")), ("{x}", has("x")), ("{y}", has("y") || has("-y"))];
        match needed.iter().find(|(_, there)| !there) {
            Some((name, _)) => Err(TemplateError::Missing(name)),
            None => Ok(template),
        }
    }

    /// The address of a tile.
    pub fn url(&self, key: TileKey) -> String {
        let mut url = String::with_capacity(self.0.len() + 12);
        for part in self.parts() {
            match part {
                Part::Text(text) => url += text,
                Part::Name("z") => url += &key.zoom.to_string(),
                Part::Name("x") => url += &key.x.to_string(),
                Part::Name("y") => url += &key.y.to_string(),
                Part::Name("-y") => {
                    let last = (1_u64 << key.zoom.min(40)) - 1;
                    url += &last.saturating_sub(u64::from(key.y)).to_string();
                }
                Part::Name("s") => {
                    let turn = (key.x as usize + key.y as usize) % SERVERS.len();
                    url += SERVERS[turn];
                }
                Part::Name(_) => {}
            }
        }
        url
    }

    /// The server, without the part that changes in turn.
    pub fn host(&self) -> &str {
        host_of(&self.0).trim_start_matches("{s}.")
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn parts(&self) -> impl Iterator<Item = Part<'_>> {
        let mut rest = self.0.as_str();
        std::iter::from_fn(move || {
            if rest.is_empty() {
                return None;
            }
            if let Some(inside) = rest.strip_prefix('{')
                && let Some((name, after)) = inside.split_once('}')
            {
                rest = after;
                return Some(Part::Name(name));
            }
            // From the second letter on, or an open brace alone would never end.
            let first = rest.chars().next().map_or(0, char::len_utf8);
            let end = rest[first..].find('{').map_or(rest.len(), |at| at + first);
            let text = &rest[..end];
            rest = &rest[end..];
            Some(Part::Text(text))
        })
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part<'a> {
    Text(&'a str),
    Name(&'a str),
}

/// Whether a text is an address on the web rather than a path.
pub fn is_url(text: &str) -> bool {
    let lower = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    lower.starts_with("https://") || lower.starts_with("http://")
}

/// The server of an address, with its port.
pub fn host_of(url: &str) -> &str {
    let rest = url.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    host.rsplit_once('@').map_or(host, |(_, host)| host)
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: TileKey = TileKey { zoom: 3, x: 5, y: 2 };

    fn check(template: &str, wanted: Result<&str, TemplateError>) {
        let url = UrlTemplate::new(template).map(|template| template.url(KEY));
        assert_eq!(url, wanted.map(str::to_owned), "{template}");
    }

    #[test]
    fn addresses_of_tiles_are_filled_in() {
        check("https://t.example.org/{z}/{x}/{y}.png", Ok("https://t.example.org/3/5/2.png"));
        check(
            " HTTP://t.example.org/{z}/{x}/{y}{r}.png?k=1 ",
            Ok("HTTP://t.example.org/3/5/2.png?k=1"),
        );
        check("https://{s}.example.org/{z}/{x}/{-y}", Ok("https://b.example.org/3/5/5"));
    }

    #[test]
    fn what_is_no_address_of_tiles_is_refused_with_the_reason() {
        check("tiles/{z}/{x}/{y}.png", Err(TemplateError::Scheme));
        check("ftp://a.org/{z}/{x}/{y}.png", Err(TemplateError::Scheme));
        check("https:///{z}/{x}/{y}.png", Err(TemplateError::Server));
        check("https://a.org/{z}/{x}.png", Err(TemplateError::Missing("{y}")));
        check("https://a.org/{q}/{x}/{y}", Err(TemplateError::Unknown("q".to_owned())));
        check("https://a.org/{z}/{x}/{y", Err(TemplateError::Missing("{y}")));
        let missing = TemplateError::Missing("{y}").to_string();
        assert_eq!(
            missing,
            "the address has no {y}, as in https://tiles.example.org/{z}/{x}/{y}.png"
        );
    }

    #[test]
    fn the_server_is_named_without_what_changes() {
        let host = |text| UrlTemplate::new(text).map(|template| template.host().to_owned());
        assert_eq!(host("https://{s}.example.org/{z}/{x}/{y}"), Ok("example.org".to_owned()));
        assert_eq!(
            host("http://me:pw@localhost:8000/{z}/{x}/{y}"),
            Ok("localhost:8000".to_owned())
        );
    }
}
