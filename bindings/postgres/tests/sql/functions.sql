-- Names of a text; places are characters, as substr counts.
WITH one(body) AS (VALUES ('Ḳarā: 耶律大石建立西遼。 Санджар'))
SELECT "begin", m."end", text, substr(body, "begin", m."end" - "begin") = text
         AS same, entity, type, label, decision, candidates
  FROM one, khitai_annotate(body) AS m;
SELECT text, decision, probability BETWEEN 0 AND 1 AS a_probability
  FROM khitai_annotate('The Khitan horse', 'lang=en, year=1130');
SELECT count(*) FROM khitai_annotate('');
SELECT count(*) FROM khitai_annotate(NULL);
SELECT * FROM khitai_annotate('西遼', 'words');

-- What a name may mean.
SELECT rank, entity, type, form, decision, why <> '' AS has_reasons
  FROM khitai_resolve('西遼') ORDER BY rank LIMIT 1;
SELECT count(*) FROM khitai_resolve('xyzzy plugh') WHERE decision = 'match';
SELECT entity, decision FROM khitai_resolve('Sanjar', 'type=person, year=1130')
 WHERE rank = 1;
SELECT count(*) FROM khitai_resolve(repeat('x', 5000));

-- Its ids; none is an empty array.
SELECT khitai_entities('Каракитаи разбили сельджуков.');
SELECT khitai_entities('A stone on the road.'), khitai_entities('');

-- One spelling for each name.
SELECT khitai_normalize('The Kara-Khitay state and 西遼.', 'en');
SELECT khitai_normalize('no names', 'en'), khitai_normalize('', 'en');
SELECT khitai_normalize('西遼', 'no language at all');

-- Their names.
SELECT khitai_label('qara-khitai'), khitai_label('qara-khitai', 'ru') ~ 'аракит' AS russian,
       khitai_label('no-such-entity') IS NULL AS unknown;

-- Lexica.
SELECT khitai_lexicon_version() ~ '^[0-9a-f]{16}\.\d+$' AS version,
       khitai_lexicon_version() = khitai_default_lexicon() || '.' ||
         khitai_tokens_version() AS of_the_default;
SELECT file, lexicon = khitai_default_lexicon() AS default
  FROM khitai_lexica() ORDER BY file;

-- Marks of the functions.
SELECT p.proname, p.provolatile, p.proisstrict, p.proparallel
  FROM pg_proc p JOIN pg_depend d ON d.objid = p.oid AND d.deptype = 'e'
  JOIN pg_extension e ON e.oid = d.refobjid AND e.extname = 'khitai'
 WHERE p.proname NOT LIKE 'khitai\_parser\_%'
   AND p.proname NOT LIKE 'khitai\_dictionary\_%'
 ORDER BY p.proname;
