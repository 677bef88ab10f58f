//! What someone types to find something: words in any order.

use crate::db::contains;

/// The words of a search, as patterns of ILIKE.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words {
    /// Each word, found anywhere.
    pub anywhere: Vec<String>,
    /// The whole text, found at the start.
    pub start: String,
    /// Characters of the longest word, 0 when there is none.
    pub longest: usize,
}

impl Words {
    /// The words of a text.
    #[must_use]
    pub fn of(text: Option<&str>) -> Self {
        let words: Vec<&str> = text.unwrap_or_default().split_whitespace().collect();
        Self {
            anywhere: words.iter().map(|word| contains(word)).collect(),
            start: starting(&words.join(" ")),
            longest: words
                .iter()
                .map(|word| word.chars().count())
                .max()
                .unwrap_or_default(),
        }
    }
}

/// A pattern of ILIKE that finds a text at the start.
#[must_use]
pub fn starting(text: &str) -> String {
    contains(text).chars().skip(1).collect()
}

/// A name of the host without the HTML that it may hold.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, tag)) = rest.split_once('<') {
        plain.push_str(before);
        let named = tag.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        rest = match tag.split_once('>').filter(|_| named) {
            Some((_, after)) => after,
            None => {
                plain.push('<');
                tag
            }
        };
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_a_pattern_whose_wildcards_are_literal() {
        let words = Words::of(Some("  helvet  50%_de\\ "));
        assert_eq!(words.anywhere, ["%helvet%", "%50\\%\\_de\\\\%"]);
        assert_eq!(words.start, "helvet 50\\%\\_de\\\\%");
        assert_eq!(words.longest, 7);
        assert_eq!(
            Words::of(None),
            Words {
                start: "%".to_owned(),
                ..Words::default()
            }
        );
    }

    #[test]
    fn tags_are_left_out_and_nothing_else() {
        assert_eq!(
            plain("<i>Viola alba</i> subsp. <i>scotophylla</i>"),
            "Viola alba subsp. scotophylla"
        );
        assert_eq!(
            plain("altitude < 800 m <br/>et > 200 m"),
            "altitude < 800 m et > 200 m"
        );
        assert_eq!(plain("a <b"), "a <b");
    }
}
