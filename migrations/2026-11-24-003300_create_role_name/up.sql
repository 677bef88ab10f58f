-- Names of people are the host's: read when shown, never copied.
CREATE FUNCTION pr_exsitu.role_name(role integer) RETURNS text
LANGUAGE sql STABLE STRICT SET search_path = pg_catalog
AS $$
  SELECT nullif(concat_ws(' ', r.nom_role, r.prenom_role), '') FROM utilisateurs.t_roles r WHERE r.id_role = role
$$;
COMMENT ON FUNCTION pr_exsitu.role_name(integer) IS 'Name of a role of the host, null when it is unknown.';
