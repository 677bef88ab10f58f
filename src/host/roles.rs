//! Roles of the host: accounts, rights, datasets allowed.

use diesel::sql_types::{Array, Bool, Integer, Nullable, Text};
use diesel::{OptionalExtension, QueryResult, QueryableByName, sql_query};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::{Map, Value};

use crate::auth::passwords::Stored;
use crate::auth::{Grant, Principal, Scope};
use crate::config::MODULE_CODE;

#[derive(QueryableByName)]
struct RoleRow {
    #[diesel(sql_type = Text)]
    login: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Nullable<Integer>)]
    id_organism: Option<i32>,
    #[diesel(sql_type = Nullable<Text>)]
    organism: Option<String>,
    #[diesel(sql_type = Array<Integer>)]
    datasets_mine: Vec<i32>,
    #[diesel(sql_type = Array<Integer>)]
    datasets_organism: Vec<i32>,
}

/// A role, and the datasets allowed to it: as digitiser or actor of the dataset or of
/// its acquisition framework, itself (scope 1) or through its organisation (scope 2).
const ROLE: &str = "
SELECT coalesce(r.identifiant, '') AS login, concat_ws(' ', r.nom_role, r.prenom_role) AS name,
       r.id_organisme AS id_organism, o.nom_organisme::text AS organism,
       ARRAY(SELECT d.id_dataset FROM gn_meta.t_datasets d JOIN gn_meta.t_acquisition_frameworks f USING (id_acquisition_framework)
             WHERE d.id_digitizer = r.id_role OR f.id_digitizer = r.id_role
                OR EXISTS (SELECT FROM gn_meta.cor_dataset_actor a WHERE a.id_dataset = d.id_dataset AND a.id_role = r.id_role)
                OR EXISTS (SELECT FROM gn_meta.cor_acquisition_framework_actor a
                           WHERE a.id_acquisition_framework = f.id_acquisition_framework AND a.id_role = r.id_role)) AS datasets_mine,
       ARRAY(SELECT d.id_dataset FROM gn_meta.t_datasets d JOIN gn_meta.t_acquisition_frameworks f USING (id_acquisition_framework)
             WHERE d.id_digitizer = r.id_role OR f.id_digitizer = r.id_role
                OR EXISTS (SELECT FROM gn_meta.cor_dataset_actor a
                           WHERE a.id_dataset = d.id_dataset AND (a.id_role = r.id_role OR a.id_organism = r.id_organisme))
                OR EXISTS (SELECT FROM gn_meta.cor_acquisition_framework_actor a
                           WHERE a.id_acquisition_framework = f.id_acquisition_framework
                             AND (a.id_role = r.id_role OR a.id_organism = r.id_organisme))) AS datasets_organism
FROM utilisateurs.t_roles r LEFT JOIN utilisateurs.bib_organismes o USING (id_organisme)
WHERE r.id_role = $1 AND NOT r.groupe AND r.active IS TRUE";

#[derive(QueryableByName)]
struct RightRow {
    #[diesel(sql_type = Text)]
    action: String,
    #[diesel(sql_type = Text)]
    object: String,
    #[diesel(sql_type = Nullable<Integer>)]
    scope: Option<i32>,
    #[diesel(sql_type = Bool)]
    blurred: bool,
    #[diesel(sql_type = Array<Integer>)]
    areas: Vec<i32>,
    #[diesel(sql_type = Array<Integer>)]
    taxa: Vec<i32>,
}

/// The rows that count: the role's own and those of its groups (one level), validated,
/// not expired (the host's dates are in its own local time).
const RIGHTS: &str = "
SELECT a.code_action::text AS action, o.code_object::text AS object, p.scope_value AS scope,
       coalesce(p.sensitivity_filter, false) AS blurred,
       ARRAY(SELECT c.id_area FROM gn_permissions.cor_permission_area c WHERE c.id_permission = p.id_permission ORDER BY 1) AS areas,
       ARRAY(SELECT c.cd_nom FROM gn_permissions.cor_permission_taxref c WHERE c.id_permission = p.id_permission ORDER BY 1) AS taxa
FROM gn_permissions.t_permissions p
JOIN gn_permissions.bib_actions a USING (id_action)
JOIN gn_permissions.t_objects o USING (id_object)
JOIN gn_commons.t_modules m USING (id_module)
WHERE m.module_code = $2 AND p.validated IS TRUE
  AND (p.expire_on IS NULL OR p.expire_on > now() AT TIME ZONE current_setting('exsitu.timezone'))
  AND (p.id_role = $1 OR p.id_role IN (SELECT c.id_role_groupe FROM utilisateurs.cor_roles c WHERE c.id_role_utilisateur = $1))
ORDER BY p.id_permission";

/// A role with its rights on the module; none when it is unknown, inactive or a group.
///
/// # Errors
/// The database cannot be read.
pub async fn principal(conn: &mut AsyncPgConnection, id_role: i32) -> QueryResult<Option<Principal>> {
    let Some(role) = sql_query(ROLE)
        .bind::<Integer, _>(id_role)
        .get_result::<RoleRow>(conn)
        .await
        .optional()?
    else {
        return Ok(None);
    };
    let rights: Vec<RightRow> = sql_query(RIGHTS)
        .bind::<Integer, _>(id_role)
        .bind::<Text, _>(MODULE_CODE)
        .load(conn)
        .await?;
    let rights = rights.into_iter().filter_map(|row| {
        let grant = Grant {
            scope: Scope::from_host(row.scope)?,
            areas: row.areas,
            taxa: row.taxa,
            blurred: row.blurred,
        };
        Some((row.action.chars().next()?, row.object, grant))
    });
    Ok(Some(Principal {
        id_role,
        login: role.login,
        name: role.name,
        id_organism: role.id_organism,
        organism: role.organism,
        rights: rights.collect(),
        datasets_mine: role.datasets_mine,
        datasets_organism: role.datasets_organism,
    }))
}

/// Someone who may log in.
pub struct Account {
    /// What the host stores of the password.
    pub password: Stored,
    /// The payload of the token, as the host makes it.
    pub user: Map<String, Value>,
}

#[derive(QueryableByName)]
struct AccountRow {
    #[diesel(sql_type = Nullable<Text>)]
    pass_plus: Option<String>,
    #[diesel(sql_type = Nullable<Text>)]
    pass: Option<String>,
    #[diesel(sql_type = diesel::sql_types::Json)]
    user: Value,
}

const ACCOUNT: &str = "
SELECT r.pass_plus, nullif(r.pass, '')::text AS pass, json_build_object(
  'id_role', r.id_role, 'id_organisme', r.id_organisme, 'identifiant', r.identifiant, 'nom_role', r.nom_role,
  'prenom_role', r.prenom_role, 'nom_complet', concat_ws(' ', r.nom_role, r.prenom_role), 'groupe', r.groupe, 'active', r.active,
  'uuid_role', r.uuid_role, 'email', r.email, 'desc_role', r.desc_role, 'max_level_profil', 1,
  'organisme', CASE WHEN o.id_organisme IS NOT NULL THEN json_build_object('id_organisme', o.id_organisme,
    'uuid_organisme', o.uuid_organisme, 'nom_organisme', o.nom_organisme) END,
  'providers', json_build_array(json_build_object('id_provider', 1, 'name', 'local_provider', 'url', NULL))) AS user
FROM utilisateurs.t_roles r LEFT JOIN utilisateurs.bib_organismes o USING (id_organisme)
WHERE r.identifiant = $1 AND r.identifiant <> '' AND NOT r.groupe AND r.active IS TRUE";

/// The account of a login; none when it is unknown, inactive or a group.
///
/// # Errors
/// The database cannot be read.
pub async fn account(conn: &mut AsyncPgConnection, login: &str) -> QueryResult<Option<Account>> {
    let row = sql_query(ACCOUNT)
        .bind::<Text, _>(login)
        .get_result::<AccountRow>(conn)
        .await
        .optional()?;
    Ok(row.map(|row| Account {
        password: Stored {
            bcrypt: row.pass_plus,
            md5: row.pass,
        },
        user: match row.user {
            Value::Object(user) => user,
            _ => Map::new(),
        },
    }))
}

#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    place: i64,
}

/// The place in a list, from 0, of the first role that is not a user of the host.
///
/// # Errors
/// The database cannot be read.
pub async fn first_unknown(conn: &mut AsyncPgConnection, roles: &[i32]) -> QueryResult<Option<i64>> {
    let sql = "SELECT n.place - 1 AS place FROM unnest($1) WITH ORDINALITY AS n (id_role, place)
               WHERE NOT EXISTS (SELECT FROM utilisateurs.t_roles r WHERE r.id_role = n.id_role AND NOT r.groupe)
               ORDER BY 1 LIMIT 1";
    let found = sql_query(sql)
        .bind::<Array<Integer>, _>(roles)
        .get_result::<Place>(conn)
        .await
        .optional()?;
    Ok(found.map(|row| row.place))
}
