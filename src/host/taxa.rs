//! TAXREF: names as they are searched, and one taxon in full.

use diesel::QueryResult;
use diesel::deserialize::Queryable;
use diesel::sql_types::{Array, Bool, Integer, Json, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::words::{Words, plain};
use crate::db::statement::Statement;
use crate::error::Problem;

/// A name of TAXREF.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Serialize, ToSchema)]
pub struct TaxonName {
    /// Key of the name.
    #[schema(example = 90_000_001)]
    pub cd_nom: i32,
    /// Key of the accepted name.
    pub cd_ref: Option<i32>,
    /// Scientific name, without its author.
    #[schema(example = "Eryngium alpinum")]
    pub name: Option<String>,
    /// Author.
    #[schema(example = "L., 1753")]
    pub author: Option<String>,
    /// Accepted name, with its author.
    pub valid_name: Option<String>,
    /// French name.
    #[schema(example = "Reine des Alpes")]
    pub vernacular_name: Option<String>,
    /// Code of the rank.
    #[schema(example = "ES")]
    pub rank: Option<String>,
    /// Family.
    #[schema(example = "Apiaceae")]
    pub family: Option<String>,
    /// It is the accepted name of its taxon.
    pub is_accepted: bool,
}

/// What a search of names is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Narrowing {
    /// Code or key of a list of the host.
    pub list: Option<String>,
    /// Codes of ranks.
    pub ranks: Option<Vec<String>>,
    /// Group of the INPN, of the second or third level.
    pub group: Option<String>,
}

type Name = (
    Integer,
    Nullable<Integer>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Bool,
);

/// Names that hold the words, looked at when too few start with what was typed: more are not worth ranking.
const CANDIDATES: u16 = 2000;

/// The names found, the first `limit` of them: those whose scientific name starts with
/// what was typed, then with one of its words, then those whose French name does; and
/// after them the synonyms that hold the words by their accepted name only.
///
/// The view has two rows for a taxon that has a French name. Its trigram index finds a word of three letters
/// or more anywhere, and the start of a name from two; the second half is not run when the first has filled
/// the page. What is typed is unaccented in subqueries, so once; a shorter word is hidden from the index,
/// which would answer every name for it.
fn names(words: &Words, narrowed: &Narrowing, limit: u16) -> Statement<Name> {
    let mut found = Statement::new(
        "WITH found AS ((SELECT v.cd_nom, 0 AS place FROM taxonomie.vm_taxref_list_forautocomplete v
           WHERE starts_with(v.search_name, v.lb_nom) AND v.unaccent_search_name ILIKE (SELECT public.unaccent(",
    )
    .bind::<Text, _>(words.start.clone())
    .sql(")) AND public.unaccent(v.lb_nom) ILIKE (SELECT public.unaccent(")
    .bind::<Text, _>(words.start.clone())
    .sql("))");
    found = narrow(found, narrowed);
    if words.longest > 1 {
        found = found.sql(" ORDER BY length(v.lb_nom), v.lb_nom, v.cd_nom");
    }
    found = found.sql(" LIMIT ").number(limit).sql(")");
    if words.longest > 2 {
        found = found
            .sql(
                " UNION ALL (SELECT c.cd_nom, min(CASE WHEN c.cd_nom = c.cd_ref OR split_part(c.unaccent_search_name, ' = ', 1) ILIKE ALL (ARRAY(
                   SELECT public.unaccent(w) FROM unnest(",
            )
            .bind::<Array<Text>, _>(words.anywhere.clone())
            .sql(
                ") AS w)) THEN 0 ELSE 3 END + CASE WHEN c.unaccent_search_name ILIKE ANY (ARRAY(
                   SELECT public.unaccent(w) FROM unnest(",
            )
            .bind::<Array<Text>, _>(starts(words))
            .sql(
                ") AS w)) THEN CASE WHEN starts_with(c.search_name, c.lb_nom) THEN 1 ELSE 2 END ELSE 3 END) AS place
                 FROM (SELECT v.cd_nom, v.cd_ref, v.lb_nom, v.search_name, v.unaccent_search_name
                       FROM taxonomie.vm_taxref_list_forautocomplete v
                       WHERE public.unaccent(v.lb_nom) NOT ILIKE (SELECT public.unaccent(",
            )
            .bind::<Text, _>(words.start.clone())
            .sql("))");
        for word in &words.anywhere {
            // A pattern has two wildcards more than its word.
            let indexed = word.chars().count() > 4;
            found = found
                .sql(if indexed {
                    " AND v.unaccent_search_name"
                } else {
                    " AND (v.unaccent_search_name || '')"
                })
                .sql(" ILIKE (SELECT public.unaccent(")
                .bind::<Text, _>(word.clone())
                .sql("))");
        }
        found = narrow(found, narrowed)
            .sql(" LIMIT ")
            .number(CANDIDATES)
            .sql(
                ") c GROUP BY c.cd_nom, c.lb_nom ORDER BY place, length(c.lb_nom), c.lb_nom, c.cd_nom LIMIT ",
            )
            .number(limit)
            .sql(") LIMIT ")
            .number(limit);
    }
    found
        .sql(
            ")
         SELECT t.cd_nom, t.cd_ref, t.lb_nom::text, nullif(t.lb_auteur, '')::text, t.nom_valide::text, nullif(t.nom_vern, '')::text,
                rtrim(t.id_rang)::text, t.famille::text, t.cd_nom IS NOT DISTINCT FROM t.cd_ref
         FROM found JOIN taxonomie.taxref t ON t.cd_nom = found.cd_nom
         ORDER BY found.place, length(t.lb_nom), t.lb_nom, t.cd_nom",
        )
}

/// Each word, found at the start.
fn starts(words: &Words) -> Vec<String> {
    words
        .anywhere
        .iter()
        .map(|word| word.chars().skip(1).collect())
        .collect()
}

fn narrow(found: Statement<Name>, narrowed: &Narrowing) -> Statement<Name> {
    let mut found = found;
    if let Some(list) = &narrowed.list {
        found = found
            .sql(
                " AND EXISTS (SELECT FROM taxonomie.cor_nom_liste c JOIN taxonomie.bib_listes b USING (id_liste)
                 WHERE c.cd_nom = v.cd_nom AND ",
            )
            .bind::<Text, _>(list.clone())
            .sql(" IN (b.code_liste, b.id_liste::text))");
    }
    if let Some(ranks) = &narrowed.ranks {
        found = found
            .sql(" AND EXISTS (SELECT FROM taxonomie.taxref r WHERE r.cd_nom = v.cd_nom AND rtrim(r.id_rang) = ANY (")
            .bind::<Array<Text>, _>(ranks.clone())
            .sql("))");
    }
    if let Some(group) = &narrowed.group {
        found = found
            .sql(" AND ")
            .bind::<Text, _>(group.clone())
            .sql(" IN (v.group2_inpn, v.group3_inpn)");
    }
    found
}

/// Names found by words in any order, whatever their case and accents.
///
/// # Errors
/// The database cannot be read.
pub async fn search(
    conn: &mut AsyncPgConnection,
    words: &Words,
    narrowed: &Narrowing,
    limit: u16,
) -> QueryResult<Vec<TaxonName>> {
    let found: Vec<TaxonName> = names(words, narrowed, limit).load(conn).await?;
    Ok(found.into_iter().map(TaxonName::plain).collect())
}

impl TaxonName {
    fn plain(self) -> Self {
        Self {
            name: self.name.as_deref().map(plain),
            author: self.author.as_deref().map(plain),
            valid_name: self.valid_name.as_deref().map(plain),
            ..self
        }
    }
}

/// A name that means the same taxon.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Synonym {
    /// Key of the name.
    pub cd_nom: i32,
    /// Scientific name, without its author.
    pub name: Option<String>,
    /// Author.
    pub author: Option<String>,
}

/// A legal status of a taxon, or its place on a red list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Status {
    /// Kind: PN, PR, PD, LRN…
    #[schema(example = "PN")]
    pub kind: String,
    /// Label of the kind.
    #[schema(example = "Protection nationale")]
    pub label: Option<String>,
    /// Group of kinds.
    #[schema(example = "Protection")]
    pub group: Option<String>,
    /// Value: `true`, or a category.
    #[schema(example = "true")]
    pub value: String,
    /// Label of the value.
    pub value_label: Option<String>,
    /// Territory.
    pub territory: Option<String>,
    /// The text that says it.
    pub citation: Option<String>,
    /// Address of that text.
    pub url: Option<String>,
}

/// A taxon in full.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Taxon {
    /// The name asked for.
    #[serde(flatten)]
    pub name: TaxonName,
    /// Label of the rank.
    #[schema(example = "Espèce")]
    pub rank_label: Option<String>,
    /// Its other names, the accepted one first.
    pub synonyms: Vec<Synonym>,
    /// Its statuses, of the texts in force.
    pub statuses: Vec<Status>,
    /// It is sensitive, at least somewhere or at some season: places of its records may be blurred.
    pub is_sensitive: bool,
}

#[derive(Queryable)]
struct TaxonRow {
    name: TaxonName,
    rank_label: Option<String>,
    synonyms: Value,
    statuses: Value,
    is_sensitive: bool,
}

const TAXON: &str = "
SELECT t.cd_nom, t.cd_ref, t.lb_nom::text, nullif(t.lb_auteur, '')::text, t.nom_valide::text, nullif(t.nom_vern, '')::text,
       rtrim(t.id_rang)::text, t.famille::text, t.cd_nom IS NOT DISTINCT FROM t.cd_ref, r.nom_rang::text,
       coalesce((SELECT json_agg(json_build_object('cd_nom', s.cd_nom, 'name', s.lb_nom, 'author', nullif(s.lb_auteur, ''))
                                 ORDER BY s.cd_nom <> s.cd_ref, s.lb_nom, s.cd_nom)
                 FROM taxonomie.taxref s WHERE s.cd_ref = t.cd_ref AND s.cd_nom <> t.cd_nom), '[]'),
       coalesce((SELECT json_agg(json_build_object('kind', k.cd_type_statut, 'label', k.lb_type_statut, 'group', k.regroupement_type,
                                   'value', v.code_statut, 'value_label', v.label_statut, 'territory', x.lb_adm_tr,
                                   'citation', x.full_citation, 'url', x.doc_url)
                                 ORDER BY k.regroupement_type, k.cd_type_statut, x.id_text, b.id)
                 FROM taxonomie.bdc_statut_taxons b
                 JOIN taxonomie.bdc_statut_cor_text_values c USING (id_value_text)
                 JOIN taxonomie.bdc_statut_values v USING (id_value)
                 JOIN taxonomie.bdc_statut_text x USING (id_text)
                 JOIN taxonomie.bdc_statut_type k USING (cd_type_statut)
                 WHERE b.cd_ref = t.cd_ref AND x.enable IS NOT FALSE), '[]'),
       EXISTS (SELECT FROM gn_sensitivity.t_sensitivity_rules u
               JOIN taxonomie.taxref n ON n.cd_nom = u.cd_nom
               JOIN ref_nomenclatures.t_nomenclatures l ON l.id_nomenclature = u.id_nomenclature_sensitivity
               WHERE u.active AND l.cd_nomenclature <> '0'
                 AND n.cd_ref = ANY (t.cd_ref || coalesce((SELECT string_to_array(w.path::text, '.')::integer[]
                                                           FROM taxonomie.vm_taxref_tree w WHERE w.cd_nom = t.cd_ref), '{}')))
FROM taxonomie.taxref t LEFT JOIN taxonomie.bib_taxref_rangs r ON r.id_rang = t.id_rang
WHERE t.cd_nom = ";

/// A taxon in full.
///
/// # Errors
/// 404 when there is no such name.
pub async fn find(conn: &mut AsyncPgConnection, cd_nom: i32) -> Result<Taxon, Problem> {
    let query = Statement::<(Name, Nullable<Text>, Json, Json, Bool)>::new(TAXON).bind::<Integer, _>(cd_nom);
    let row: TaxonRow = query.get_result(conn).await?;
    let mut synonyms: Vec<Synonym> = serde_json::from_value(row.synonyms).map_err(Problem::internal)?;
    for synonym in &mut synonyms {
        synonym.name = synonym.name.as_deref().map(plain);
        synonym.author = synonym.author.as_deref().map(plain);
    }
    Ok(Taxon {
        name: row.name.plain(),
        rank_label: row.rank_label,
        synonyms,
        statuses: serde_json::from_value(row.statuses).map_err(Problem::internal)?,
        is_sensitive: row.is_sensitive,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The statement of a search, on one line.
    fn statement(search: &str) -> String {
        let query = names(&Words::of(Some(search)), &Narrowing::default(), 20);
        let text = diesel::debug_query::<diesel::pg::Pg, _>(&query).to_string();
        one_line(text.split(" -- binds").next().unwrap())
    }

    fn one_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_bench_explains_the_statements_of_the_service() {
        let bench =
            one_line(include_str!("../../benches/taxa_plan.sql")).replace("bench_taxonomie.", "taxonomie.");
        for search in ["helvet gent", "gen", "ge"] {
            let statement = statement(search);
            assert!(bench.contains(&format!("AS {statement};")), "{statement}");
        }
    }

    #[test]
    fn a_short_word_is_hidden_from_the_index_that_cannot_find_it() {
        assert!(statement("dame de").contains("AND v.unaccent_search_name ILIKE"));
        assert!(statement("dame de").contains("AND (v.unaccent_search_name || '') ILIKE"));
    }
}
