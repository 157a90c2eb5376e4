//! Mail: a message as a file (.eml), or many in a mailbox (.mbox).

use std::io::BufReader;
use std::path::Path;

use jiff::civil::Date;
use mail_parser::mailbox::mbox::MessageIterator;
use mail_parser::{Message, MessageParser, PartType};

use super::{At, ImportError, Notice, Outcome, html};
use crate::model::{Article, Found, Metadata};

/// The article in a message: its subject, day and sender, and its text, plain rather than
/// that of a page. Attachments are counted in a notice.
pub fn message(bytes: &[u8], id: &str, path: &Path, at: At, notices: &mut Vec<Notice>) -> Outcome {
    let parsed = MessageParser::default().parse(bytes);
    let message = parsed.filter(|message| !message.headers().is_empty());
    let Some(message) = message else {
        return Err(ImportError::Mail { at, path: path.to_owned() });
    };
    let text = text(&message);
    if text.is_empty() {
        return Err(ImportError::Empty { at, path: path.to_owned() });
    }
    if message.attachment_count() > 0 {
        let count = message.attachment_count();
        notices.push(Notice::Attachments { count, path: path.to_owned() });
    }
    let mut article = Article::new(id, text);
    article.path = Some(path.to_owned());
    article.given = Metadata {
        title: message.subject().map(|subject| Found::given(subject.trim().to_owned())),
        source: sender(&message).map(Found::given),
        published: day(&message).map(Found::given),
        ..Metadata::default()
    };
    Ok(article)
}

/// The articles of a mailbox, numbered from 1.
pub fn mailbox(bytes: &[u8], id: &str, path: &Path, notices: &mut Vec<Notice>) -> Vec<Outcome> {
    let messages = MessageIterator::new(BufReader::new(bytes));
    let mut outcomes: Vec<Outcome> = Vec::new();
    for (index, found) in messages.enumerate() {
        let at = At::Message(index + 1);
        outcomes.push(match found {
            Ok(found) => {
                message(found.contents(), &format!("{id}-{}", index + 1), path, at, notices)
            }
            Err(source) => Err(ImportError::Unreadable { path: path.to_owned(), source }),
        });
    }
    if outcomes.is_empty() {
        outcomes.push(Err(ImportError::Mail { at: At::File, path: path.to_owned() }));
    }
    outcomes
}

fn text(message: &Message<'_>) -> String {
    let is_plain = message
        .text_body
        .first()
        .and_then(|&part| message.parts.get(part as usize))
        .is_some_and(|part| matches!(part.body, PartType::Text(_)));
    let text = if is_plain {
        message.body_text(0).unwrap_or_default().into_owned()
    } else {
        message.body_html(0).map(|page| html::fragment(&page)).unwrap_or_default()
    };
    text.trim().replace("\r\n", "\n")
}

/// The name of the sender, else the address.
fn sender(message: &Message<'_>) -> Option<String> {
    let from = message.from()?.first()?;
    from.name().or_else(|| from.address()).map(|name| name.trim().to_owned())
}

/// The day in the sender's own time zone.
fn day(message: &Message<'_>) -> Option<Date> {
    let date = message.date()?;
    let part = |number: u8| i8::try_from(number).ok();
    Date::new(i16::try_from(date.year).ok()?, part(date.month)?, part(date.day)?).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const MESSAGE: &str = "From: The Border Post <desk@example.org>\r\n\
        Subject: =?utf-8?Q?Shells_=E2=80=93_Goris?=\r\n\
        Date: Tue, 13 Sep 2022 09:12:00 +0400\r\n\
        MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
        --x\r\nContent-Type: text/plain; charset=windows-1251\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        Shells fell on =\r\nGoris, =C3.\r\n\
        --x\r\nContent-Type: image/png\r\nContent-Disposition: attachment; filename=a.png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\naGk=\r\n--x--\r\n";

    fn read(bytes: &[u8]) -> (Outcome, Vec<Notice>) {
        let mut notices = Vec::new();
        (message(bytes, "a", Path::new("a.eml"), At::File, &mut notices), notices)
    }

    #[test]
    fn a_message_gives_its_subject_day_sender_and_text() {
        let (outcome, notices) = read(MESSAGE.as_bytes());
        let article = outcome.unwrap();
        assert_eq!(article.text, "Shells fell on Goris, Г.");
        let about = article.given;
        assert_eq!(about.title, Some(Found::given("Shells – Goris".to_owned())));
        assert_eq!(about.source, Some(Found::given("The Border Post".to_owned())));
        assert_eq!(about.published, Some(Found::given(jiff::civil::date(2022, 9, 13))));
        assert_eq!(notices.len(), 1);
    }

    #[test]
    fn a_page_in_a_message_is_read_as_text() {
        let page = "Subject: Calm\nContent-Type: text/html\n\n<p>Shells fell.</p><p>It burned.</p>";
        assert_eq!(read(page.as_bytes()).0.unwrap().text, "Shells fell.\n\nIt burned.");
    }

    #[test]
    fn a_mailbox_gives_an_article_a_message() {
        let mailbox_text = "From a@b Tue Sep 13 09:12:00 2022\nSubject: One\n\nShells fell.\n\n\
            From a@b Tue Sep 13 09:12:00 2022\nSubject: Two\n\nIt burned.\n";
        let outcomes = mailbox(mailbox_text.as_bytes(), "m", Path::new("m.mbox"), &mut Vec::new());
        let texts: Vec<String> = outcomes
            .into_iter()
            .map(|outcome| outcome.map(|a| format!("{}: {}", a.id, a.text)).unwrap())
            .collect();
        assert_eq!(texts, ["m-1: Shells fell.", "m-2: It burned."]);
    }

    #[test]
    fn what_is_no_mail_says_so_and_a_broken_one_never_breaks_the_program() {
        let error = mailbox(b"Goris", "m", Path::new("m.mbox"), &mut Vec::new()).remove(0);
        assert!(error.err().unwrap().to_string().contains("no mail"));
        let whole = MESSAGE.as_bytes();
        for at in 0..whole.len() {
            let mut flipped = whole.to_vec();
            flipped[at] ^= 0x55;
            let _ = read(&flipped);
            let _ = read(&whole[..at]);
        }
    }
}
