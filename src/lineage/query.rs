//! A lineage in the database: one statement, whatever its depth.

use diesel::QueryResult;
use diesel::sql_types::{BigInt, Bool, Date, Integer, Jsonb, Nullable, SmallInt, Text, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

use super::model::{LineageFilters, NodeRow};
use crate::auth::Reach;
use crate::db::statement::Statement;

type Columns = (
    Integer,
    Text,
    Integer,
    BigInt,
    SqlUuid,
    Text,
    SmallInt,
    Nullable<Date>,
    Nullable<Text>,
    Bool,
    Nullable<Integer>,
    Nullable<Text>,
    Nullable<Text>,
    Nullable<Text>,
    Bool,
    Jsonb,
);

const DEPTH: i32 = 100;
const LIMIT: u16 = 500;

/// What is around a record that may be read, itself first, then the nearest; nothing when it may not.
///
/// Each OFFSET 0 keeps a lookup apart, so that only the branch of its kind is run.
///
/// # Errors
/// The database cannot be read.
pub async fn around(
    conn: &mut AsyncPgConnection,
    uuid: Uuid,
    reads: &Reach,
    filters: &LineageFilters,
) -> QueryResult<Vec<NodeRow>> {
    let depth = filters.depth.unwrap_or(DEPTH);
    Statement::<Columns>::new(ROOT)
        .bind::<SqlUuid, _>(uuid)
        .sql(" AND ")
        .part(reads.records())
        .sql(UP)
        .bind::<Integer, _>(depth)
        .sql(DOWN)
        .bind::<Integer, _>(depth)
        .sql(NEAR)
        .number(filters.limit.unwrap_or(LIMIT))
        .sql(LINKED)
        .part(reads.records())
        .sql(READ)
        .load(conn)
        .await
}

const ROOT: &str = "WITH RECURSIVE root AS MATERIALIZED (
  SELECT kind, id FROM pr_exsitu.v_lineage_records WHERE uuid = ";
const UP: &str = "), up AS (
  SELECT kind, id, 0 AS depth FROM root
  UNION
  SELECT e.parent_kind, e.parent_id, up.depth + 1 FROM up CROSS JOIN LATERAL (
    SELECT v.parent_kind, v.parent_id FROM pr_exsitu.v_lineage v WHERE v.child_kind = up.kind AND v.child_id = up.id OFFSET 0) e
  WHERE up.depth < ";
const DOWN: &str = "), down AS (
  SELECT kind, id, 0 AS depth FROM root
  UNION
  SELECT e.child_kind, e.child_id, down.depth + 1 FROM down CROSS JOIN LATERAL (
    SELECT v.child_kind, v.child_id FROM pr_exsitu.v_lineage v WHERE v.parent_kind = down.kind AND v.parent_id = down.id OFFSET 0) e
  WHERE down.depth < ";
const NEAR: &str = "), near AS (
  SELECT kind, id, -min(depth) AS steps FROM up GROUP BY kind, id
  UNION
  SELECT kind, id, min(depth) FROM down GROUP BY kind, id
), shown AS MATERIALIZED (
  SELECT kind, id, steps, (row_number() OVER nearest - 1)::integer AS rank, count(*) OVER () AS total FROM near
  WINDOW nearest AS (ORDER BY abs(steps), steps, kind, id)
  ORDER BY abs(steps), steps, kind, id LIMIT ";
const LINKED: &str = "), linked AS (
  SELECT e.rank, jsonb_agg(jsonb_build_object('from', p.rank, 'link', e.link) ORDER BY p.rank) AS parents
  FROM (SELECT s.rank, v.parent_kind, v.parent_id, v.link FROM shown s CROSS JOIN LATERAL (
          SELECT w.parent_kind, w.parent_id, w.link FROM pr_exsitu.v_lineage w WHERE w.child_kind = s.kind AND w.child_id = s.id OFFSET 0) v) e
  JOIN shown p ON p.kind = e.parent_kind AND p.id = e.parent_id
  GROUP BY e.rank
)
SELECT s.rank, s.kind, s.steps, s.total, r.uuid, r.code, r.generation, r.date, r.state, r.is_archived,
       t.cd_nom, t.cited_name, x.lb_nom::text, x.nom_vern::text, r.readable, coalesce(l.parents, '[]')
FROM shown s
CROSS JOIN LATERAL (
  SELECT w.uuid, w.code, w.generation, w.date, w.state, w.is_archived, w.id_taxon_material, ";
const READ: &str = " AS readable
  FROM pr_exsitu.v_lineage_records w WHERE w.kind = s.kind AND w.id = s.id OFFSET 0) r
LEFT JOIN linked l ON l.rank = s.rank
LEFT JOIN pr_exsitu.cor_material_taxa t ON t.id_material = r.id_taxon_material AND t.rank = 1
LEFT JOIN taxonomie.taxref x ON x.cd_nom = t.cd_nom
ORDER BY s.rank";

#[cfg(test)]
mod tests {
    use super::*;

    fn one_line(text: &str) -> String {
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn the_bench_explains_the_statement_of_the_service() {
        let bench = one_line(include_str!("../../benches/lineage_plan.sql"));
        let parts = [
            ROOT,
            "$1 AND (true)",
            UP,
            "$2",
            DOWN,
            "$2",
            NEAR,
            "20000",
            LINKED,
            "(true)",
            READ,
        ];
        let statement = one_line(&parts.concat());
        assert!(bench.contains(&format!("AS {statement};")), "{statement}");
    }
}
