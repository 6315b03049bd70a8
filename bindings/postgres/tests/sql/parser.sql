-- A lexicon that does not grow.
ALTER TEXT SEARCH DICTIONARY khitai (lexicon = :'small');

-- Types of tokens; what comes out, put together, is the text.
SELECT * FROM ts_token_type('khitai');
SELECT tokid, '<' || token || '>' AS token
  FROM ts_parse('khitai', ' The Qara Khitai; 路上有大石頭。');
SELECT string_agg(token, '' ORDER BY number) =
         ' The Qara Khitai; 路上有大石頭。' AS same
  FROM ts_parse('khitai', ' The Qara Khitai; 路上有大石頭。')
       WITH ORDINALITY AS t(tokid, token, number);

-- All tokens of a place stand at one position.
SELECT to_tsvector('khitai', 'The Qara Khitai ruled.');
SELECT to_tsvector('khitai', 'Khitan''s');
SELECT to_tsquery('khitai_query', 'ruled & !''Qara Khitai''');
SELECT plainto_tsquery('khitai_query', 'the western liao');
SELECT phraseto_tsquery('khitai_query', '~Qara Khitai');

-- What a place holds depends on all of the text: 大石 may be Yelü Dashi where he
-- has been named, else it is a big stone.
SELECT ts_lexize('khitai', '大石');
SELECT to_tsvector('khitai', '大石建國');
SELECT to_tsvector('khitai', '耶律大石, 大石建國');
SELECT alias, token, dictionary, lexemes
  FROM ts_debug('khitai', 'The Qara Khitai');

-- Texts that are hard on parsers: empty, blank, one long word, long blanks.
SELECT to_tsvector('khitai', ''), to_tsvector('khitai', E' \n\t'),
       to_tsvector('khitai', NULL) IS NULL AS nothing;
SELECT length(to_tsvector('khitai', repeat('x', 1000000)));
SELECT length(to_tsvector('khitai', repeat('遼', 100000)));
SELECT count(*), max(octet_length(token)) < 2047 AS short,
       string_agg(token, '' ORDER BY number) =
         'a' || repeat(' ', 5000) || repeat('ü', 3000) || 'b' AS same
  FROM ts_parse('khitai', 'a' || repeat(' ', 5000) || repeat('ü', 3000) || 'b')
       WITH ORDINALITY AS t(tokid, token, number);
SELECT ts_headline('khitai', repeat('—', 3000) || '西遼',
                   khitai_tsquery('西遼'), 'HighlightAll=true') =
       repeat('—', 3000) || '<b>西遼</b>' AS all_of_it;
SELECT to_tsvector('khitai', U&'\0001\00ad\200b\feff\fffe\+01f600');

-- Parsers that are asked out of order, or of something else.
SELECT to_tsvector('khitai', to_tsvector('khitai', '西遼')::text) IS NOT NULL
  AS nested;
SELECT to_tsvector('khitai', '{"a": "Qara Khitai", "b": ["西遼"]}'::jsonb);
DO $$
BEGIN
  PERFORM to_tsvector('khitai', string_agg(md5(n::text) || md5((n * 7)::text), ' '))
    FROM generate_series(1, 60000) AS n;
EXCEPTION WHEN program_limit_exceeded THEN
  RAISE NOTICE 'too large: %', sqlerrm;
END $$;
SELECT to_tsvector('khitai', 'The Qara Khitai ruled.');
