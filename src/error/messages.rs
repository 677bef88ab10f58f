//! Words in the language asked for: `locales/fr.json`, `locales/en.json`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde_json::{Map, Value};

/// A language of the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Lang {
    /// French, when nothing else is asked for.
    #[default]
    Fr,
    /// English.
    En,
}

impl Lang {
    /// Every language.
    pub const ALL: &'static [Self] = &[Self::Fr, Self::En];

    /// The first language of an `Accept-Language` that we speak, in the order of its weights.
    #[must_use]
    pub fn from_header(header: &str) -> Self {
        let mut wanted: Vec<(f32, Self)> = header
            .split(',')
            .filter_map(|part| {
                let mut pieces = part.trim().split(';');
                let lang = match pieces.next()?.get(..2)?.to_ascii_lowercase().as_str() {
                    "fr" => Self::Fr,
                    "en" => Self::En,
                    _ => return None,
                };
                let weight = pieces
                    .find_map(|p| p.trim().strip_prefix("q=")?.parse().ok())
                    .unwrap_or(1.0);
                Some((weight, lang))
            })
            .collect();
        wanted.sort_by(|a, b| b.0.total_cmp(&a.0));
        wanted.first().map(|(_, lang)| *lang).unwrap_or_default()
    }

    /// Its code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::En => "en",
        }
    }
}

type Words = BTreeMap<String, String>;

static FR: LazyLock<Words> = LazyLock::new(|| read(include_str!("../../locales/fr.json")));
static EN: LazyLock<Words> = LazyLock::new(|| read(include_str!("../../locales/en.json")));

fn read(text: &str) -> Words {
    let mut words = Words::new();
    if let Ok(tree) = serde_json::from_str::<Value>(text) {
        flatten("", &tree, &mut words);
    }
    words
}

fn flatten(path: &str, tree: &Value, words: &mut Words) {
    match tree {
        Value::Object(branches) => {
            for (name, branch) in branches {
                let path = if path.is_empty() {
                    name.clone()
                } else {
                    format!("{path}.{name}")
                };
                flatten(&path, branch, words);
            }
        }
        Value::String(text) => drop(words.insert(path.to_owned(), text.clone())),
        _ => {}
    }
}

fn words(lang: Lang) -> &'static Words {
    match lang {
        Lang::Fr => &FR,
        Lang::En => &EN,
    }
}

/// The text of a key with its `{figures}` filled in; the key itself when there is none.
#[must_use]
pub fn text(lang: Lang, key: &str, facts: &Map<String, Value>) -> String {
    let Some(template) = words(lang).get(key) else {
        return key.to_owned();
    };
    facts.iter().fold(template.clone(), |text, (name, value)| {
        let value = match value {
            Value::String(text) => words(lang)
                .get(&format!("term.{text}"))
                .cloned()
                .unwrap_or_else(|| text.clone()),
            Value::Number(number) => figure(lang, &number.to_string()),
            other => other.to_string(),
        };
        text.replace(&format!("{{{name}}}"), &value)
    })
}

fn figure(lang: Lang, number: &str) -> String {
    let number = number.trim_end_matches(".0");
    match lang {
        Lang::Fr => number.replace('.', ","),
        Lang::En => number.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_things() {
        let fr: Vec<_> = FR.keys().collect();
        let en: Vec<_> = EN.keys().collect();
        assert_eq!(fr, en);
        assert!(!fr.is_empty());
    }

    #[test]
    fn a_figure_is_written_as_its_language_does() {
        for (number, fr, en) in [(20.5, "20,5", "20.5"), (20.0, "20", "20")] {
            let facts = Map::from_iter([("share".to_owned(), Value::from(number))]);
            let said = |lang| text(lang, "warning.above_ensconet_share", &facts);
            assert!(said(Lang::Fr).contains(&format!(" {fr} %")), "{}", said(Lang::Fr));
            assert!(said(Lang::En).contains(&format!(" {en} %")), "{}", said(Lang::En));
        }
    }

    #[test]
    fn the_heaviest_language_we_speak_wins() {
        assert_eq!(Lang::from_header("de, en-GB;q=0.8, fr;q=0.9"), Lang::Fr);
        assert_eq!(Lang::from_header("en"), Lang::En);
        assert_eq!(Lang::from_header("é"), Lang::Fr);
        assert_eq!(Lang::from_header(""), Lang::Fr);
    }
}
