# SPDX-License-Identifier: Apache-2.0
"""Readers of engines' formats, each by the rules of the engine's own source.

annotated_text     AnnotatedText.parse of mapper-annotated-text
bulk               the _bulk API: lines of JSON, action and document by turns
pre_analyzed       Solr's JsonPreAnalyzedParser
solr_synonyms      Lucene's SolrSynonymParser
mapping            Lucene's MappingCharFilterFactory; without quotes, the one of
                   Elasticsearch and OpenSearch
"""
import json
import re
import unicodedata
import urllib.parse

MARKUP = re.compile(r"\[([^\]\[]*)\]\(([^)(]*)\)")


def java_split(text, separator):
    """String.split: empty strings at the end are not given."""
    parts = text.split(separator)
    while len(parts) > 1 and not parts[-1]:
        parts.pop()
    return parts if text else [""]


def annotated_text(markup):
    """The text without markup, and (start, end, value) of each annotation."""
    plain, annotations, last = "", [], 0
    for match in MARKUP.finditer(markup):
        plain += markup[last:match.start()]
        start, end = len(plain), len(plain) + len(match[1])
        plain += match[1]
        last = match.end()
        value = None
        for pair in java_split(match[2], "&"):
            parts = java_split(pair, "=")
            if len(parts) == 2:
                raise ValueError(f"key=value in {markup!r}")
            if len(parts) == 1 and parts[0] == pair:
                value = urllib.parse.unquote_plus(pair, errors="strict")
            if value:
                annotations.append((start, end, value))
    return plain + markup[last:], annotations


def strict_object(pairs):
    """No member twice: the engine refuses such a document."""
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError(f"a member twice: {pairs}")
    return members


def bulk(body):
    """(action, document) of each operation."""
    if not body.endswith("\n"):
        raise ValueError("a bulk request must end with a newline")
    # The engine parts lines at \n and at nothing else.
    lines = body.split("\n")[:-1]
    if len(lines) % 2:
        raise ValueError("an action without a document")
    out = []
    for action, document in zip(lines[::2], lines[1::2]):
        (kind, values), = json.loads(
            action, object_pairs_hook=strict_object).items()
        if kind != "index" or not set(values) <= {"_index", "_id"}:
            raise ValueError(f"an action that is none: {action}")
        if "_id" in values and not 0 < len(values["_id"].encode()) <= 512:
            raise ValueError(f"an id that is none: {action}")
        document = json.loads(document, object_pairs_hook=strict_object)
        if not isinstance(document, dict):
            raise ValueError("a document that is no object")
        out.append((values, document))
    return out


def utf16(text):
    return text.encode("utf-16-le", "surrogatepass")


def tokens(listed, text):
    """Tokens with the text they stand for; as an index takes them."""
    units = utf16(text)
    out, last = [], 0
    for number, token in enumerate(listed):
        if set(token) != {"t", "s", "e", "i", "y"}:
            raise ValueError(f"keys of {token}")
        if not isinstance(token["t"], str) or not token["t"]:
            raise ValueError(f"no term in {token}")
        start, end, step = token["s"], token["e"], token["i"]
        if any(type(one) is not int for one in (start, end, step)):
            raise ValueError(f"no number in {token}")
        if not last <= start <= end <= len(units) // 2:
            raise ValueError(f"offsets of {token} go back or beyond")
        if step not in (0, 1) or (number == 0 and step == 0):
            raise ValueError(f"increment of {token}")
        last = start
        # A character cut in two cannot be decoded.
        slice_ = units[2 * start:2 * end].decode("utf-16-le")
        out.append({**token, "text": slice_})
    return out


def pre_analyzed(value):
    """The stored text and the tokens."""
    read = json.loads(value, object_pairs_hook=strict_object)
    if set(read) != {"v", "str", "tokens"} or read["v"] != "1":
        raise ValueError(f"keys {list(read)}")
    return read["str"], tokens(read["tokens"], read["str"])


def split_synonyms(line, separator):
    """SolrSynonymParser.split: what stands behind a backslash parts nothing."""
    out, part, at = [], "", 0
    while at < len(line):
        if line.startswith(separator, at):
            if part:
                out.append(part)
                part = ""
            at += len(separator)
            continue
        char = line[at]
        at += 1
        if char == "\\":
            part += char
            if at >= len(line):
                break
            char = line[at]
            at += 1
        part += char
    if part:
        out.append(part)
    return out


def unescape(term):
    return re.sub(r"\\(.)", r"\1", term).strip()


def solr_synonyms(text):
    """(terms, what they become) of each rule; None for equivalent ones."""
    rules = []
    for line in re.split("\r\n|\r|\n", text):
        if not line or line.startswith("#"):
            continue
        sides = split_synonyms(line, "=>")
        if len(sides) > 2:
            raise ValueError(f"more than one mapping: {line}")
        terms = [[unescape(one) for one in split_synonyms(side, ",")]
                 for side in sides]
        if any(not one for side in terms for one in side):
            raise ValueError(f"an empty term: {line}")
        rules.append((terms[0], terms[1] if len(terms) == 2 else None))
    return rules


ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}


def parse_string(text):
    out, at = "", 0
    while at < len(text):
        char = text[at]
        at += 1
        if char == "\\":
            char = text[at]
            at += 1
            if char == "u":
                out += chr(int(text[at:at + 4], 16))
                at += 4
                continue
            char = ESCAPES.get(char, char)
        out += char
    # A pair of surrogates is one character.
    return utf16(out).decode("utf-16-le")


def mapping_rules(text, pattern):
    rules = {}
    for line in re.split("\r\n|\r|\n", text):
        if line.startswith("#") or not line.strip():
            continue
        match = pattern.search(line.strip(" \t"))
        if not match:
            raise ValueError(f"no rule: {line!r}")
        source, target = (parse_string(one.strip(" ") if pattern is BARE else
                                       one) for one in match.groups())
        if source in rules or not source:
            raise ValueError(f"twice, or nothing: {line!r}")
        rules[source] = target
    return rules


# Java's . is not \r, U+0085, U+2028, U+2029.
QUOTED = re.compile('"([^\r\u0085\u2028\u2029]*)"\\s*=>\\s*'
                    '"([^\r\u0085\u2028\u2029]*)"\\s*$')
BARE = re.compile("([^\r\u0085\u2028\u2029]*)\\s*=>\\s*"
                  "([^\r\u0085\u2028\u2029]*)\\s*$")


def mapping(text):
    return mapping_rules(text, QUOTED)


def mapping_without_quotes(text):
    return mapping_rules(text, BARE)


def mapped(rules, text):
    """All rules are for one character."""
    return "".join(rules.get(char, char) for char in text)


def is_word(token):
    """Whether tokenizers leave it whole."""
    return re.fullmatch("[a-z0-9_]+", token) is not None


def bare(text):
    """In small letters without marks."""
    return "".join(char for char in
                   unicodedata.normalize("NFKD", text.casefold())
                   if not unicodedata.combining(char)).strip()


def words(text):
    """As Meilisearch cuts: spaces, hyphens and apostrophes part words."""
    letters = "".join("x" if unicodedata.category(char)[0] == "M" else char
                      for char in text)
    return [one for one in re.split(r"\W+", letters) if one]
