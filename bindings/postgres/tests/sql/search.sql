-- Forms of one name, in seven scripts, find the same documents.
CREATE TABLE docs (
  id integer PRIMARY KEY,
  body text,
  words tsvector GENERATED ALWAYS AS (to_tsvector('khitai', body)) STORED);
CREATE INDEX docs_words ON docs USING gin (words);
INSERT INTO docs VALUES
  (1, 'The Qara Khitai ruled Central Asia.'),
  (2, 'A history of the Kara-Khitay state'),
  (3, 'Каракитаи разбили сельджуков.'),
  (4, 'سلطان سنجر از قَراختای شکست خورد'),
  (5, 'قره‌ختاییان در ماوراءالنهر'),
  (6, '耶律大石建立西遼國於中亞。'),
  (7, '金人稱之為黑契丹，後滅。'),
  (8, 'Marco Polo wrote of Cathay'),
  (9, 'The Khitan people (契丹人)'),
  (10, '陝西遼陽'),
  (11, '路上有大石頭'),
  (12, 'A stone on the road'),
  (13, '一塊大石'),
  (14, 'Muhammad came to Xyzzyabad');
SELECT form, array_agg(id ORDER BY id) AS found
  FROM unnest(ARRAY['Qara Khitai', 'qara-khitai', 'Kara-Khitay',
                    'Western Liao', 'Karakhitai', 'Кара-Китай', 'каракитаи',
                    'قراختای', 'قره‌ختای', '西遼', '西辽', '黑契丹',
                    '카라 키타이', 'カラ・キタイ', 'ᠬᠠᠷᠠ ᠬᠢᠲᠠᠨ'])
       WITH ORDINALITY AS forms(form, number)
  LEFT JOIN docs ON words @@ khitai_tsquery(form)
 GROUP BY number, form ORDER BY number;

-- Black Khitans are no Khitans, unless characters are asked for.
SELECT id FROM docs WHERE words @@ khitai_tsquery('契丹') ORDER BY id;
SELECT id FROM docs WHERE words @@ khitai_tsquery('契丹', 'words') ORDER BY id;

-- A boundary by chance is none: Shaanxi and Liaoyang are not the Western Liao.
SELECT words @@ khitai_tsquery('西遼') AS as_a_name,
       words @@ khitai_tsquery('西遼', 'words') AS as_characters
  FROM docs WHERE id = 10;

-- What is spelled as a name, but is none here, is found as it is typed; within
-- another word only by its characters.
SELECT id FROM docs WHERE words @@ khitai_tsquery('大石') ORDER BY id;
SELECT id FROM docs WHERE words @@ khitai_tsquery('大石', 'words') ORDER BY id;
SELECT id FROM docs WHERE words @@ khitai_tsquery('STONE road') ORDER BY id;

-- A name of many, and one that nobody knows, are found as they are typed.
SELECT id FROM docs WHERE words @@ khitai_tsquery('muhammad') ORDER BY id;
SELECT id FROM docs WHERE words @@ khitai_tsquery('Xyzzyabad') ORDER BY id;
SELECT id FROM docs WHERE words @@ khitai_tsquery('Sanjar') ORDER BY id;

-- Phrases go through names.
SELECT id FROM docs
 WHERE words @@ phraseto_tsquery('khitai_query', 'the western liao ruled');
SELECT id FROM docs WHERE words @@ khitai_tsquery('"the western liao ruled"');
SELECT id FROM docs WHERE words @@ khitai_tsquery('"the western liao fell"');
SELECT array_agg(id ORDER BY id) FROM docs
 WHERE words @@ websearch_to_tsquery('khitai_query', '"kara khitay" -سنجر');

-- All of one origin.
SELECT array_agg(id ORDER BY id) FROM docs
 WHERE words @@ khitai_tsquery('Cathay', 'expand=cognates');
SELECT id FROM docs WHERE words @@ khitai_tsquery('西遼', 'expand=name')
 ORDER BY id;

-- Nothing is asked for, nothing is found.
SELECT count(*) FROM docs WHERE words @@ khitai_tsquery('');
SELECT count(*) FROM docs WHERE words @@ khitai_tsquery('...');
SELECT khitai_tsquery(NULL) IS NULL AS nothing;

-- The author's text is marked, as the author wrote it.
SELECT id, ts_headline('khitai', body, khitai_tsquery('qara khitai'),
                       'StartSel=[, StopSel=], HighlightAll=true')
  FROM docs WHERE words @@ khitai_tsquery('qara khitai') ORDER BY id;
SELECT ts_headline('khitai', repeat('A word and another. ', 30) ||
                   'Here the Kara-Khitay come.' ||
                   repeat(' And more words.', 30), khitai_tsquery('西遼'),
                   'StartSel=[, StopSel=], MaxWords=8, MinWords=4');
SELECT ts_headline('khitai', 'First the 西遼.' || repeat(' And more words.', 30)
                   || ' Then Samarqand, and at last the Каракитаи.',
                   khitai_tsquery('Qara Khitai'), 'StartSel=[, StopSel=], '
                   'MaxFragments=2, MaxWords=6, MinWords=2');

-- The index is used.
SET enable_seqscan = off;
EXPLAIN (COSTS OFF)
  SELECT id FROM docs WHERE words @@ khitai_tsquery('西遼');
PREPARE ask(text) AS
  SELECT id FROM docs WHERE words @@ khitai_tsquery($1) ORDER BY id;
EXECUTE ask('Cathay');

-- Beside the text: a column of ids with an index.
ALTER TABLE docs ADD COLUMN entities text[]
  GENERATED ALWAYS AS (khitai_entities(body)) STORED;
CREATE INDEX docs_entities ON docs USING gin (entities);
SELECT array_agg(id ORDER BY id) FROM docs WHERE entities @> '{qara-khitai}';
EXPLAIN (COSTS OFF) SELECT id FROM docs WHERE entities @> '{qara-khitai}';

-- What is refused.
SELECT khitai_tsquery('西遼', 'expand=all');
SELECT khitai_tsquery('西遼', 'wrods');
SELECT khitai_tsquery('西遼', 'year=soon');
SELECT khitai_tsquery('西遼', 'type=empire');
SELECT khitai_tsquery('西遼', 'written=1130');
