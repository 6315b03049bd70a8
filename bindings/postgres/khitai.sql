-- SPDX-License-Identifier: Apache-2.0
--
-- The objects of the extension (README.md tells how they are used).
--
-- Marks: what a generated column or an index may be made of is IMMUTABLE, in
-- the sense in which to_tsvector(regconfig, text) is: as long as the
-- configuration stays. The rest is STABLE, so that a prepared statement asks
-- anew after an upgrade.
\echo Use "CREATE EXTENSION khitai" to load this file. \quit

-- ---- Parsers, dictionary, configurations

CREATE FUNCTION khitai_parser_start(internal, integer) RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_start' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_parser_start_query(internal, integer) RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_start_query'
  LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_parser_token(internal, internal, internal)
  RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_token' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_parser_end(internal) RETURNS void
  AS 'MODULE_PATHNAME', 'khitai_sql_end' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_parser_types(internal) RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_types' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_dictionary_init(internal) RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_init' LANGUAGE C STRICT PARALLEL SAFE;
CREATE FUNCTION khitai_dictionary_lexize(internal, internal, internal, internal)
  RETURNS internal
  AS 'MODULE_PATHNAME', 'khitai_sql_lexize' LANGUAGE C STRICT PARALLEL SAFE;

CREATE TEXT SEARCH PARSER khitai (
  START = khitai_parser_start, GETTOKEN = khitai_parser_token,
  END = khitai_parser_end, LEXTYPES = khitai_parser_types,
  HEADLINE = pg_catalog.prsd_headline);
COMMENT ON TEXT SEARCH PARSER khitai IS 'words and names of texts';
CREATE TEXT SEARCH PARSER khitai_query (
  START = khitai_parser_start_query, GETTOKEN = khitai_parser_token,
  END = khitai_parser_end, LEXTYPES = khitai_parser_types,
  HEADLINE = pg_catalog.prsd_headline);
COMMENT ON TEXT SEARCH PARSER khitai_query IS 'words and names of queries';

CREATE TEXT SEARCH TEMPLATE khitai (
  INIT = khitai_dictionary_init, LEXIZE = khitai_dictionary_lexize);
COMMENT ON TEXT SEARCH TEMPLATE khitai IS
  'what the khitai parsers found at a place of a text';
CREATE TEXT SEARCH DICTIONARY khitai (TEMPLATE = khitai);
COMMENT ON TEXT SEARCH DICTIONARY khitai IS
  'tells by its option "lexicon" which lexicon this database uses';

CREATE TEXT SEARCH CONFIGURATION khitai (PARSER = khitai);
ALTER TEXT SEARCH CONFIGURATION khitai
  ADD MAPPING FOR word, name, spelled WITH khitai;
COMMENT ON TEXT SEARCH CONFIGURATION khitai IS
  'historical names across scripts, for texts';
CREATE TEXT SEARCH CONFIGURATION khitai_query (PARSER = khitai_query);
ALTER TEXT SEARCH CONFIGURATION khitai_query
  ADD MAPPING FOR word, name, spelled WITH khitai;
COMMENT ON TEXT SEARCH CONFIGURATION khitai_query IS
  'historical names across scripts, for queries';

-- ---- Asking

CREATE FUNCTION khitai_tsquery(query text, options text DEFAULT '')
  RETURNS tsquery AS 'MODULE_PATHNAME', 'khitai_sql_tsquery'
  LANGUAGE C STABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION khitai_tsquery(text, text) IS
  'what was typed into a search box, for columns of to_tsvector(''khitai'')';

-- ---- Texts and names

CREATE FUNCTION khitai_annotate(
    body text, options text DEFAULT '',
    OUT "begin" integer, OUT "end" integer, OUT text text, OUT entity text,
    OUT type text, OUT label text, OUT decision text,
    OUT probability double precision, OUT candidates text[])
  RETURNS SETOF record AS 'MODULE_PATHNAME', 'khitai_sql_annotate'
  LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
COMMENT ON FUNCTION khitai_annotate(text, text) IS
  'the names of a text; places are characters, as substr counts them';

CREATE FUNCTION khitai_resolve(
    query text, options text DEFAULT '',
    OUT rank integer, OUT entity text, OUT type text, OUT label text,
    OUT form text, OUT probability double precision, OUT decision text,
    OUT why text)
  RETURNS SETOF record AS 'MODULE_PATHNAME', 'khitai_sql_resolve'
  LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION khitai_resolve(text, text) IS
  'what a name may mean, the likeliest first';

CREATE FUNCTION khitai_entities(body text) RETURNS text[]
  AS 'MODULE_PATHNAME', 'khitai_sql_entities'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION khitai_entities(text) IS
  'ids of all entities that the names of a text may mean, sorted';

CREATE FUNCTION khitai_normalize(body text, prefer text DEFAULT '')
  RETURNS text AS 'MODULE_PATHNAME', 'khitai_sql_normalize'
  LANGUAGE C STABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION khitai_normalize(text, text) IS
  'a text with the names that are sure in one spelling each';

CREATE FUNCTION khitai_label(entity text, lang text DEFAULT '') RETURNS text
  AS 'MODULE_PATHNAME', 'khitai_sql_label'
  LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION khitai_label(text, text) IS
  'the name of an entity in a language, else its main one; NULL: no such id';

-- ---- Lexica

CREATE FUNCTION khitai_lexica(OUT lexicon text, OUT file text)
  RETURNS SETOF record AS 'MODULE_PATHNAME', 'khitai_sql_lexica'
  LANGUAGE C VOLATILE STRICT PARALLEL SAFE COST 10000 ROWS 5;
COMMENT ON FUNCTION khitai_lexica() IS 'the lexica that this server has';

CREATE FUNCTION khitai_lexicon_version() RETURNS text
  AS 'MODULE_PATHNAME', 'khitai_sql_lexicon_version'
  LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION khitai_lexicon_version() IS
  'what the indexes of this database are of: lexicon and version of tokens';

CREATE FUNCTION khitai_default_lexicon() RETURNS text
  AS 'MODULE_PATHNAME', 'khitai_sql_default_lexicon'
  LANGUAGE C VOLATILE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION khitai_default_lexicon() IS
  'the lexicon that a new database gets: khitai.klex of the server';

CREATE FUNCTION khitai_tokens_version() RETURNS integer
  AS 'MODULE_PATHNAME', 'khitai_sql_tokens_version'
  LANGUAGE C STABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION khitai_tokens_version() IS
  'version of the tokens that this library makes';

-- The identity of this database.
DO $$
BEGIN
  EXECUTE format('ALTER TEXT SEARCH DICTIONARY @extschema@.khitai '
                 '(lexicon = %L, tokens = %L)',
                 @extschema@.khitai_default_lexicon(),
                 @extschema@.khitai_tokens_version());
END
$$;

-- ---- Another lexicon

CREATE FUNCTION khitai_differs(body text, old_lexicon text, new_lexicon text)
  RETURNS boolean AS 'MODULE_PATHNAME', 'khitai_sql_differs'
  LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION khitai_differs(text, text, text) IS
  'whether two lexica make other tokens of a text';

-- The first part of the version is the lexicon.
CREATE FUNCTION khitai_stale("table" regclass, "column" name, new_lexicon text)
  RETURNS SETOF tid
  LANGUAGE plpgsql STABLE STRICT SET search_path = pg_catalog, pg_temp
AS $$
BEGIN
  IF (SELECT relkind FROM pg_class WHERE oid = $1) NOT IN ('r', 'm') THEN
    RAISE EXCEPTION '% is not a table with rows of its own', $1
      USING HINT = 'Of a partitioned table ask for each partition.';
  END IF;
  RETURN QUERY EXECUTE format(
    'SELECT ctid FROM ONLY %s WHERE @extschema@.khitai_differs(%I::text, %L, %L)',
    $1, $2, split_part(@extschema@.khitai_lexicon_version(), '.', 1), $3);
END
$$;
COMMENT ON FUNCTION khitai_stale(regclass, name, text) IS
  'the rows of which another lexicon makes other tokens';

-- What is computed with the lexicon: generated columns, with the columns they
-- are made of, and indexes of expressions.
CREATE VIEW khitai_dependent AS
  WITH ours (classid, objid) AS (
    SELECT 'pg_ts_config'::regclass, c.oid
      FROM pg_ts_config c JOIN pg_ts_parser p ON p.oid = c.cfgparser
     WHERE p.prsstart IN (
       '@extschema@.khitai_parser_start(internal, integer)'::regprocedure,
       '@extschema@.khitai_parser_start_query(internal, integer)'::regprocedure)
    UNION ALL
    SELECT 'pg_proc'::regclass,
           '@extschema@.khitai_entities(text)'::regprocedure),
  parts AS (
    SELECT p.refclassid, p.refobjid, p.refobjsubid, d.oid AS attrdef
      FROM pg_depend p
      JOIN pg_attrdef d
        ON p.classid = 'pg_attrdef'::regclass AND p.objid = d.oid
        OR p.classid = 'pg_class'::regclass AND p.objid = d.adrelid
           AND p.objsubid = d.adnum)
  SELECT d.adrelid::regclass AS "table", a.attname AS "column",
         NULL::regclass AS index,
         ARRAY(SELECT DISTINCT s.attname
                 FROM parts
                 JOIN pg_attribute s ON s.attrelid = d.adrelid
                  AND s.attnum = parts.refobjsubid AND s.attnum <> d.adnum
                WHERE parts.attrdef = d.oid AND parts.refobjid = d.adrelid
                  AND parts.refclassid = 'pg_class'::regclass) AS sources,
         pg_get_expr(d.adbin, d.adrelid) AS expression
    FROM pg_attrdef d
    JOIN pg_class t ON t.oid = d.adrelid AND t.relkind = 'r'
    JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum
     AND a.attgenerated = 's'
   WHERE EXISTS (SELECT FROM parts JOIN ours
                     ON (parts.refclassid, parts.refobjid)
                      = (ours.classid, ours.objid)
                  WHERE parts.attrdef = d.oid)
  UNION ALL
  SELECT i.indrelid::regclass, NULL::name, i.indexrelid::regclass,
         NULL::name[], pg_get_indexdef(i.indexrelid)
    FROM pg_index i
    JOIN pg_class t ON t.oid = i.indexrelid AND t.relkind = 'i'
   WHERE EXISTS (SELECT FROM pg_depend p JOIN ours
                     ON (p.refclassid, p.refobjid) = (ours.classid, ours.objid)
                  WHERE p.classid = 'pg_class'::regclass
                    AND p.objid = i.indexrelid);
COMMENT ON VIEW khitai_dependent IS
  'generated columns and indexes that are made with the lexicon';

-- Which rows a generated column has to be computed again for: where it is of
-- the text of one column as that stands, those whose tokens differ; else those
-- where something else comes out.
CREATE FUNCTION khitai_stale_condition(
    "column" name, sources name[], expression text,
    old_lexicon text, new_lexicon text)
  RETURNS text LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp
AS $$
  SELECT CASE
    WHEN old_lexicon IS NULL THEN 'true'
    WHEN cardinality(sources) = 1
     AND coalesce(
           substring(expression FROM '^to_tsvector\(''[^'']+''::regconfig, (.*)\)$'),
           substring(expression FROM '^[^(]*khitai_entities\((.*)\)$'))
         IN (quote_ident(sources[1]), '(' || quote_ident(sources[1]) || ')::text')
    THEN format('@extschema@.khitai_differs(%I::text, %L, %L)',
                sources[1], old_lexicon, new_lexicon)
    ELSE format('%I IS DISTINCT FROM (%s)', "column", expression)
  END
$$;

CREATE FUNCTION khitai_upgrade(
    new_lexicon text,
    OUT "table" regclass, OUT index regclass, OUT rows bigint)
  RETURNS SETOF record
  LANGUAGE plpgsql VOLATILE STRICT SET search_path = pg_catalog, pg_temp
AS $$
#variable_conflict use_column
DECLARE
  old_lexicon text;
  one record;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'khitai_upgrade needs the isolation level read committed, this transaction is %',
      current_setting('transaction_isolation')
      USING HINT = 'Else rows that others have just written would be missed.';
  END IF;
  -- Others may read, but not write: what they wrote meanwhile would be of the
  -- old lexicon.
  FOR one IN SELECT DISTINCT "table" AS name
               FROM @extschema@.khitai_dependent ORDER BY 1 LOOP
    EXECUTE format('LOCK TABLE ONLY %s IN SHARE ROW EXCLUSIVE MODE', one.name);
  END LOOP;
  -- With a lexicon that is lost, or tokens of another version, nothing can be
  -- compared, and all is computed again: the old one is NULL.
  SELECT have.lexicon INTO old_lexicon
    FROM pg_ts_dict d
    JOIN @extschema@.khitai_lexica() have
      ON have.lexicon = substring(d.dictinitoption
                                  FROM 'lexicon = ''([0-9a-f]{16})''')
   WHERE d.dictname = 'khitai' AND d.dictnamespace = '@extschema@'::regnamespace
     AND coalesce(substring(d.dictinitoption FROM 'tokens = ''(\d+)'''),
                  @extschema@.khitai_tokens_version()::text)
       = @extschema@.khitai_tokens_version()::text
   LIMIT 1;
  EXECUTE format(
    'ALTER TEXT SEARCH DICTIONARY @extschema@.khitai (lexicon = %L, tokens = %L)',
    new_lexicon, @extschema@.khitai_tokens_version());
  FOR one IN SELECT d."table" AS name, d.index AS of_index
               FROM @extschema@.khitai_dependent d
              WHERE d.index IS NOT NULL ORDER BY 1, 2 LOOP
    EXECUTE format('REINDEX INDEX %s', one.of_index);
    "table" := one.name;
    index := one.of_index;
    rows := NULL;
    RETURN NEXT;
  END LOOP;
  FOR one IN
    SELECT d."table" AS name,
           (SELECT string_agg(DISTINCT format('%1$I = %1$I', source), ', ')
              FROM @extschema@.khitai_dependent e, unnest(e.sources) AS source
             WHERE e."table" = d."table") AS same,
           string_agg(@extschema@.khitai_stale_condition(
             d."column", d.sources, d.expression, old_lexicon, new_lexicon),
             ' OR ') AS stale
      FROM @extschema@.khitai_dependent d
     WHERE d."column" IS NOT NULL GROUP BY d."table" ORDER BY 1 LOOP
    EXECUTE format('UPDATE ONLY %s SET %s WHERE %s', one.name, one.same, one.stale);
    GET DIAGNOSTICS rows = ROW_COUNT;
    "table" := one.name;
    index := NULL;
    RETURN NEXT;
  END LOOP;
END
$$;
COMMENT ON FUNCTION khitai_upgrade(text) IS
  'gives the database another lexicon, and rewrites what depends on it';
