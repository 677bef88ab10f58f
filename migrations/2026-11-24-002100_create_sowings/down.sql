DROP TABLE pr_exsitu.cor_sowing_people;
DROP TABLE pr_exsitu.t_sowings;
DROP FUNCTION pr_exsitu.is_substrate(jsonb);
