//! The genus and the family of a taxon of the host.

use diesel::QueryResult;
use diesel::sql_types::{Integer, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

use crate::db::statement::Statement;
use crate::error::Problem;

/// A taxon and its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Key in TAXREF.
    pub cd_nom: i32,
    /// Scientific name.
    pub name: Option<String>,
}

/// A taxon and its nearest kin; none when it is above that rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kin {
    /// The taxon asked for, by its accepted name.
    pub taxon: Named,
    /// Its genus.
    pub genus: Option<Named>,
    /// Its family.
    pub family: Option<Named>,
}

impl Kin {
    /// Keys of the taxon, its genus and its family: the nearest below where there is none.
    #[must_use]
    pub fn keys(&self) -> [i32; 3] {
        let taxon = self.taxon.cd_nom;
        let genus = self.genus.as_ref().map_or(taxon, |genus| genus.cd_nom);
        let family = self.family.as_ref().map_or(genus, |family| family.cd_nom);
        [taxon, genus, family]
    }
}

/// The kin of a taxon.
///
/// # Errors
/// 404 when TAXREF does not know it.
pub async fn of(conn: &mut AsyncPgConnection, cd_nom: i32) -> Result<Kin, Problem> {
    let rows = above(conn, cd_nom).await?;
    let of_rank = |rank: &str| {
        let found = rows
            .iter()
            .find(|(_, _, r)| r.as_deref().map(str::trim) == Some(rank));
        found.map(|(cd_nom, name, _)| Named {
            cd_nom: *cd_nom,
            name: name.clone(),
        })
    };
    let (genus, family) = (of_rank("GN"), of_rank("FM"));
    let (cd_nom, name, _) = rows.into_iter().next().ok_or_else(Problem::not_found)?;
    Ok(Kin {
        taxon: Named { cd_nom, name },
        genus,
        family,
    })
}

type Row = (i32, Option<String>, Option<String>);

/// The accepted name of a taxon, then those above it.
async fn above(conn: &mut AsyncPgConnection, cd_nom: i32) -> QueryResult<Vec<Row>> {
    Statement::<(Integer, Nullable<Text>, Nullable<Text>)>::new(
        "SELECT name.cd_nom, name.lb_nom::text, name.id_rang::text
         FROM taxonomie.taxref asked
         JOIN taxonomie.vm_taxref_tree leaf ON leaf.cd_nom = asked.cd_ref
         JOIN taxonomie.vm_taxref_tree up ON leaf.path OPERATOR(public.<@) up.path
         JOIN taxonomie.taxref name ON name.cd_nom = up.cd_nom
         WHERE asked.cd_nom = ",
    )
    .bind::<Integer, _>(cd_nom)
    .sql(" ORDER BY public.nlevel(up.path) DESC")
    .load(conn)
    .await
}
