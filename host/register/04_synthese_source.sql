-- Registers the source under which our harvests are published in the synthesis, with the address that
-- leads from an observation back to its record. May be run again: what is there is left alone.

INSERT INTO gn_synthese.t_sources (name_source, desc_source, entity_source_pk_field, url_source, id_module)
SELECT
    'Conservation ex situ', 'Récoltes in situ de la conservation ex situ', 'pr_exsitu.t_harvests.uuid',
    '#/exsitu/harvests', m.id_module
FROM gn_commons.t_modules m
WHERE m.module_code = 'EXSITU'
ON CONFLICT (name_source) DO NOTHING;
