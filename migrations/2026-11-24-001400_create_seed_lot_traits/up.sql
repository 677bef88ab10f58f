-- Shapes, growths, ornaments and embryo types: a lot may have several of each.
CREATE TABLE pr_exsitu.cor_seed_lot_traits (
  id_seed_lot integer NOT NULL REFERENCES pr_exsitu.t_seed_lots (id_seed_lot) ON DELETE CASCADE,
  trait text NOT NULL,
  id_nomenclature integer NOT NULL REFERENCES ref_nomenclatures.t_nomenclatures (id_nomenclature) ON UPDATE CASCADE,
  uuid uuid NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT cor_seed_lot_traits_pkey PRIMARY KEY (id_seed_lot, id_nomenclature),
  CONSTRAINT seed_lot_trait_known CHECK (trait IN ('form', 'growth', 'ornament', 'embryo_type'))
);
ALTER TABLE pr_exsitu.cor_seed_lot_traits ADD CONSTRAINT seed_lot_trait_type CHECK (
  ref_nomenclatures.check_nomenclature_type_by_mnemonique(id_nomenclature,
    CASE trait WHEN 'form' THEN 'EXS_FORM' WHEN 'growth' THEN 'EXS_GROWTH' WHEN 'ornament' THEN 'EXS_DECORATION' ELSE 'EXS_EMBRYO_TYPE' END)) NOT VALID;
CREATE INDEX cor_seed_lot_traits_nomenclature_idx ON pr_exsitu.cor_seed_lot_traits (id_nomenclature);
COMMENT ON TABLE pr_exsitu.cor_seed_lot_traits IS 'Traits of the seeds of a lot.';
COMMENT ON COLUMN pr_exsitu.cor_seed_lot_traits.id_seed_lot IS 'Seed lot.';
COMMENT ON COLUMN pr_exsitu.cor_seed_lot_traits.trait IS 'form (EXS_FORM), growth (EXS_GROWTH), ornament (EXS_DECORATION) or embryo_type (EXS_EMBRYO_TYPE).';
COMMENT ON COLUMN pr_exsitu.cor_seed_lot_traits.id_nomenclature IS 'Value.';
COMMENT ON COLUMN pr_exsitu.cor_seed_lot_traits.uuid IS 'Identifier of the link in the history.';
SELECT pr_exsitu.keep_history('pr_exsitu.cor_seed_lot_traits');
