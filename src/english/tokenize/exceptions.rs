//! Chunks and phrases with tokens of their own: "don't", "a.m.", ":-)".

use std::collections::HashMap;

use super::{Piece, Tokenizer, place};
use crate::english::section::{Damaged, Reader};
use crate::english::token::Token;

/// The exceptions of the tokenizer.
#[derive(Debug, Default)]
pub(super) struct Exceptions {
    pieces: HashMap<Box<str>, Box<[Piece]>>,
    /// Bytes of the longest exception, so that nothing longer is looked up.
    longest: usize,
    /// Numbers of the tokens into which the rules for marks take exceptions apart, by
    /// the first of them.
    phrases: HashMap<u64, Vec<Box<[u64]>>>,
}

impl Exceptions {
    /// Reads exceptions and phrases. `tokenizer` has none yet.
    pub(super) fn read(reader: &mut Reader<'_>, tokenizer: &Tokenizer) -> Result<Self, Damaged> {
        let mut read = Vec::new();
        for _ in 0..reader.u16()? {
            let chunk = reader.string()?;
            let tokens = (0..reader.u8()?)
                .map(|_| Ok((reader.string()?, reader.u64()?)))
                .collect::<Result<Vec<_>, _>>()?;
            if tokens.iter().map(|(form, _)| *form).collect::<String>() != chunk {
                return Err(reader.damaged("the tokens of an exception are not its text"));
            }
            read.push((chunk, tokens));
        }
        let mut exceptions = Self {
            longest: read.iter().map(|(chunk, _)| chunk.len()).max().unwrap_or(0),
            ..Self::default()
        };
        for _ in 0..reader.u16()? {
            exceptions.add_phrase(reader, tokenizer)?;
        }
        for (chunk, tokens) in read {
            let piece = |(form, norm)| exceptions.piece(tokenizer, form, norm);
            let pieces = tokens.into_iter().map(piece).collect();
            exceptions.pieces.insert(chunk.into(), pieces);
        }
        Ok(exceptions)
    }

    fn add_phrase(
        &mut self,
        reader: &mut Reader<'_>,
        tokenizer: &Tokenizer,
    ) -> Result<(), Damaged> {
        let forms = (0..reader.u8()?)
            .map(|_| Ok(tokenizer.names.id(reader.string()?)))
            .collect::<Result<Box<[u64]>, Damaged>>()?;
        if let Some(first) = forms.first() {
            self.phrases.entry(*first).or_default().push(forms);
        }
        Ok(())
    }

    /// A `norm` of 0 is that of the form.
    fn piece(&self, tokenizer: &Tokenizer, form: &str, norm: u64) -> Piece {
        let mut piece = tokenizer.piece(form);
        piece.lexeme.opens_phrase = self.opens_phrase(piece.lexeme.orth);
        if norm != 0 {
            piece.lexeme.norm = norm;
        }
        piece
    }

    /// The tokens of a chunk that is an exception.
    pub(super) fn get(&self, chunk: &str) -> Option<&[Piece]> {
        if chunk.len() > self.longest {
            return None;
        }
        self.pieces.get(chunk).map(AsRef::as_ref)
    }

    /// Whether a phrase begins with the form of this number.
    pub(super) fn opens_phrase(&self, orth: u64) -> bool {
        self.phrases.contains_key(&orth)
    }

    /// Puts exceptions together again that were taken apart.
    ///
    /// As in spaCy, longer phrases come first, then those further left; one that loses
    /// still keeps later ones off its tokens.
    pub(super) fn join(&self, text: &str, tokens: Vec<Token>) -> Vec<Token> {
        let mut found = self.find_phrases(&tokens);
        if found.is_empty() {
            return tokens;
        }
        found.sort_by_key(|(start, length)| (std::cmp::Reverse(*length), *start));
        let mut seen = vec![false; tokens.len()];
        let mut kept: Vec<(usize, usize)> = Vec::new();
        for (start, length) in found {
            if !seen[start] && !seen[start + length - 1] {
                kept.push((start, length));
            }
            seen[start..start + length].fill(true);
        }
        kept.sort_unstable();
        self.replace(text, &tokens, &kept)
    }

    /// Starts and lengths of all phrases, in tokens.
    fn find_phrases(&self, tokens: &[Token]) -> Vec<(usize, usize)> {
        let mut found = Vec::new();
        for (start, first) in tokens.iter().enumerate() {
            if !first.lexeme.opens_phrase {
                continue;
            }
            let phrases = self.phrases.get(&first.lexeme.orth);
            for phrase in phrases.into_iter().flatten() {
                let here = tokens[start..].iter().map(|token| token.lexeme.orth);
                if here.take(phrase.len()).eq(phrase.iter().copied()) {
                    found.push((start, phrase.len()));
                }
            }
        }
        found
    }

    fn replace(&self, text: &str, tokens: &[Token], kept: &[(usize, usize)]) -> Vec<Token> {
        let mut out = Vec::with_capacity(tokens.len() + kept.len());
        let mut next = 0;
        for (start, length) in kept {
            out.extend_from_slice(&tokens[next..*start]);
            next = start + length;
            let (first, last) = (&tokens[*start], &tokens[next - 1]);
            let span = first.start as usize..last.end as usize;
            // With a space inside ("a. m.") the text is no exception.
            let Some(pieces) = text.get(span).and_then(|text| self.get(text)) else {
                out.extend_from_slice(&tokens[*start..next]);
                continue;
            };
            place(pieces, first.start as usize, &mut out);
            if let Some(replaced) = out.last_mut() {
                replaced.spaced = last.spaced;
            }
        }
        out.extend_from_slice(&tokens[next..]);
        out
    }
}
