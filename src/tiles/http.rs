//! Asks a server. Only what a person chose to show is ever asked for.

use std::sync::LazyLock;
use std::time::Duration;

use reqwest::blocking::Client;
use reqwest::header::RANGE;

use super::{TileError, template::host_of};
use crate::about;

/// A server that says nothing for so long is taken to be gone.
const PATIENCE: Duration = Duration::from_secs(20);

/// One for all threads: it keeps connections open.
static CLIENT: LazyLock<Result<Client, String>> = LazyLock::new(|| {
    // An error says that there is a provider already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .user_agent(format!("Dateline/{} (map of a desktop program)", about::VERSION))
        .timeout(PATIENCE)
        .build()
        .map_err(|error| error.to_string())
});

/// The bytes at an address, or so many of them from an offset on.
pub fn get(url: &str, range: Option<(u64, usize)>) -> Result<Vec<u8>, TileError> {
    let host = || host_of(url).to_owned();
    let no_answer = |why: String| TileError::NoAnswer { host: host(), why };
    let client = CLIENT.as_ref().map_err(|why| no_answer(why.clone()))?;
    let mut request = client.get(url);
    if let Some((offset, length)) = range {
        let last = offset + (length as u64).saturating_sub(1);
        request = request.header(RANGE, format!("bytes={offset}-{last}"));
    }
    let answer = request.send().map_err(|error| no_answer(reason(&error)))?;
    let status = answer.status();
    if !status.is_success() {
        return Err(TileError::Refused { host: host(), status: status.as_u16() });
    }
    if range.is_some() && status != reqwest::StatusCode::PARTIAL_CONTENT {
        return Err(no_answer("it gives files as a whole only, not in parts".to_owned()));
    }
    Ok(answer.bytes().map_err(|error| no_answer(reason(&error)))?.to_vec())
}

/// The innermost cause, which says most: "Connection refused".
fn reason(error: &reqwest::Error) -> String {
    if error.is_timeout() {
        return format!("nothing for {} seconds", PATIENCE.as_secs());
    }
    let mut cause: &dyn std::error::Error = error;
    while let Some(inner) = cause.source() {
        cause = inner;
    }
    cause.to_string()
}
