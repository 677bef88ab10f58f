//! The vocabularies of the host that the module uses, whole and in memory: there are
//! some hundreds of values, read at most once a minute, so that no list joins them.

use std::collections::HashMap;

use diesel::sql_types::{Integer, Nullable, Text};
use diesel::{QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::Serialize;
use serde_json::Map;
use utoipa::ToSchema;

use crate::error::{Lang, Problem, table};

/// A value of a vocabulary, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Term {
    /// Code, the same on every instance.
    #[schema(example = "gr")]
    pub code: String,
    /// Label in the language asked for.
    #[schema(example = "Graine")]
    pub label: String,
}

/// A value of a vocabulary, in full.
#[derive(Debug, Clone, QueryableByName)]
pub struct Value {
    /// Key in the host; it differs between instances.
    #[diesel(sql_type = Integer)]
    pub id: i32,
    /// Vocabulary.
    #[diesel(sql_type = Text)]
    pub list: String,
    /// Label of the vocabulary in French.
    #[diesel(sql_type = Text)]
    pub list_label_fr: String,
    /// Label of the vocabulary in English.
    #[diesel(sql_type = Nullable<Text>)]
    pub list_label_en: Option<String>,
    /// Code.
    #[diesel(sql_type = Text)]
    pub code: String,
    /// Label in French.
    #[diesel(sql_type = Text)]
    pub label_fr: String,
    /// Label in English.
    #[diesel(sql_type = Nullable<Text>)]
    pub label_en: Option<String>,
    /// Definition in French.
    #[diesel(sql_type = Nullable<Text>)]
    pub definition_fr: Option<String>,
    /// Definition in English.
    #[diesel(sql_type = Nullable<Text>)]
    pub definition_en: Option<String>,
    /// Offered for new records.
    #[diesel(sql_type = diesel::sql_types::Bool)]
    pub active: bool,
}

impl Value {
    /// Label in a language, in French when it is not translated.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.label_fr,
            Lang::En => self.label_en.as_deref().unwrap_or(&self.label_fr),
        }
    }

    /// Label of its vocabulary in a language, in French when it is not translated.
    #[must_use]
    pub fn list_label(&self, lang: Lang) -> &str {
        match lang {
            Lang::Fr => &self.list_label_fr,
            Lang::En => self.list_label_en.as_deref().unwrap_or(&self.list_label_fr),
        }
    }

    /// Definition in a language, in French when it is not translated.
    #[must_use]
    pub fn definition(&self, lang: Lang) -> Option<&str> {
        match lang {
            Lang::Fr => self.definition_fr.as_deref(),
            Lang::En => self.definition_en.as_deref().or(self.definition_fr.as_deref()),
        }
    }
}

/// The vocabularies.
#[derive(Debug, Default)]
pub struct Nomenclatures {
    values: Vec<Value>,
    by_id: HashMap<i32, usize>,
    by_code: HashMap<(String, String), usize>,
}

const VALUES: &str = "
SELECT n.id_nomenclature AS id, t.mnemonique::text AS list, t.label_fr::text AS list_label_fr,
       t.label_en::text AS list_label_en, n.cd_nomenclature::text AS code, n.label_fr::text AS label_fr,
       n.label_en::text AS label_en, n.definition_fr, n.definition_en, n.active
FROM ref_nomenclatures.t_nomenclatures n JOIN ref_nomenclatures.bib_nomenclatures_types t USING (id_type)
WHERE t.mnemonique LIKE 'EXS\\_%' OR t.mnemonique = 'EXPOSITION'
ORDER BY t.mnemonique, n.hierarchy, n.label_fr";

impl Nomenclatures {
    /// Reads them all.
    ///
    /// # Errors
    /// The database cannot be read.
    pub async fn load(conn: &mut AsyncPgConnection) -> QueryResult<Self> {
        let values: Vec<Value> = sql_query(VALUES).load(conn).await?;
        let by_id = values.iter().enumerate().map(|(n, v)| (v.id, n)).collect();
        let by_code = values
            .iter()
            .enumerate()
            .map(|(n, v)| ((v.list.clone(), v.code.clone()), n))
            .collect();
        Ok(Self {
            values,
            by_id,
            by_code,
        })
    }

    /// Every value, by vocabulary and in its order.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    /// A value as it is shown.
    #[must_use]
    pub fn term(&self, id: Option<i32>, lang: Lang) -> Option<Term> {
        let value = self.values.get(*self.by_id.get(&id?)?)?;
        Some(Term {
            code: value.code.clone(),
            label: value.label(lang).to_owned(),
        })
    }

    /// The key of a code; 409 on the field when the code is not in the vocabulary.
    ///
    /// # Errors
    /// The code is unknown, or no longer offered.
    pub fn id(&self, list: &str, code: &str, pointer: &str) -> Result<i32, Problem> {
        self.by_code
            .get(&(list.to_owned(), code.to_owned()))
            .and_then(|n| self.values.get(*n))
            .filter(|v| v.active)
            .map(|v| v.id)
            .ok_or_else(|| {
                let facts = Map::from_iter([("list".to_owned(), list.into())]);
                Problem::new(table::UNKNOWN_REFERENCE).and_field(pointer, "unknown_code", facts)
            })
    }

    /// The same for a code that may be absent.
    ///
    /// # Errors
    /// As [`Self::id`].
    pub fn maybe(&self, list: &str, code: Option<&str>, pointer: &str) -> Result<Option<i32>, Problem> {
        code.map(|code| self.id(list, code, pointer)).transpose()
    }

    /// The same for a patch: absent, null, or a code.
    ///
    /// # Errors
    /// As [`Self::id`].
    pub fn patch(
        &self,
        list: &str,
        code: &Option<Option<String>>,
        pointer: &str,
    ) -> Result<Option<Option<i32>>, Problem> {
        code.as_ref()
            .map(|code| self.maybe(list, code.as_deref(), pointer))
            .transpose()
    }
}
