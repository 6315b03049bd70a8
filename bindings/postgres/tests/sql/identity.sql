-- The database tells by its dictionary which lexicon it uses.
SELECT dictinitoption ~ '^lexicon = ''[0-9a-f]{16}'', tokens = ''\d+''$' AS told
  FROM pg_ts_dict WHERE dictname = 'khitai';

-- A change is seen at once, and goes back with its transaction.
SELECT khitai_lexicon_version() AS before \gset
BEGIN;
ALTER TEXT SEARCH DICTIONARY khitai (lexicon = :'small');
SELECT khitai_lexicon_version() = :'small' || '.' || khitai_tokens_version()
  AS changed;
SELECT to_tsvector('khitai', 'Qara Khitai, Cathay');
ROLLBACK;
SELECT khitai_lexicon_version() = :'before' AS back;

-- What is not a lexicon, and what is not there.
\set VERBOSITY terse
ALTER TEXT SEARCH DICTIONARY khitai (lexicon = 'khitai.klex');
ALTER TEXT SEARCH DICTIONARY khitai (lexicn = '0123456789abcdef');
ALTER TEXT SEARCH DICTIONARY khitai (lexicon = '0123456789abcdeX');
BEGIN;
ALTER TEXT SEARCH DICTIONARY khitai (lexicon);
SELECT to_tsvector('khitai', '西遼');
ROLLBACK;
BEGIN;
CREATE TEXT SEARCH DICTIONARY other (TEMPLATE = khitai);
SELECT ts_lexize('other', '西遼');
ROLLBACK;
BEGIN;
ALTER TEXT SEARCH DICTIONARY khitai RENAME TO other;
SELECT to_tsvector('khitai', '西遼');
ROLLBACK;
SELECT to_tsvector('khitai', '西遼') @@ khitai_tsquery('Qara Khitai') AS found;

-- Other schemas have their own; there is no need for a search path.
BEGIN;
DROP EXTENSION khitai;
CREATE SCHEMA names;
CREATE EXTENSION khitai SCHEMA names;
SET search_path = pg_catalog;
SELECT to_tsvector('names.khitai', '西遼')
       @@ names.khitai_tsquery('Qara Khitai') AS found;
SELECT count(*) FROM names.khitai_annotate('西遼');
SELECT count(*) FROM names.khitai_upgrade(names.khitai_default_lexicon());
ROLLBACK;

-- Nobody but a superuser says where the server looks for files.
CREATE ROLE reader;
SET ROLE reader;
SET khitai.lexica = '/tmp';
SET khitai.other = 'x';
SELECT to_tsvector('khitai', '西遼') @@ khitai_tsquery('Qara Khitai') AS found;
ALTER TEXT SEARCH DICTIONARY khitai (lexicon = :'small');
RESET ROLE;
DROP ROLE reader;
