//! Files in: text, Markdown, HTML, JSON and JSON lines become articles.
