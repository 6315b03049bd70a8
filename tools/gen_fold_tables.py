# SPDX-License-Identifier: Apache-2.0
"""Writes lib/fold/table_data.inc: what each code point is and folds to.

python3 tools/gen_fold_tables.py [--check]

From the Unicode Character Database (Debian: unicode-data) and the tables of
lib/fold: characters.tsv, han_variants.tsv, confusables.tsv, pinyin.tsv. The
layout of the entries is described in lib/fold/table.h.
"""
import io
import os
import sys

import fold_rules
import unicode_data
from fold_rules import LIMIT, table

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
CLASSES = ['letter', 'arabic', 'hiragana', 'katakana', 'hangul', 'kana_mark',
           'digit', 'combining', 'dropped', 'ignored', 'modifier', 'quote',
           'han', 'other', 'space', 'newline', 'return', 'mark', 'barrier',
           'stop', 'colon', 'caret']
LATIN, CYRILLIC, COMPLEX, MAKSURA = (1 << bit for bit in range(26, 30))
RULES = {'keep': 0, 'bare': 1, 'umlaut': 2, 'cyrillic': 3, 'mark': 4}
BLOCK = 64


def entry(folder, code):
    kind = folder.class_of(code)
    value = CLASSES.index(kind) << 21
    if CLASSES.index(kind) > CLASSES.index('combining') and kind not in (
            'han', 'other'):
        return value
    l0, l1 = folder.l0(code), folder.l1(code)
    if len(l1) == 1:
        value |= code ^ l1[0]
    if kind == 'combining' or not folder.is_simple(code, l0, l1):
        value |= COMPLEX
    if code == 0x649:
        value |= MAKSURA
    scripts = {folder.script(one) for one in l0
               if folder.category(one)[0] == 'L'}
    if kind == 'letter':
        value |= LATIN if 'Latin' in scripts else 0
        value |= CYRILLIC if 'Cyrillic' in scripts else 0
    return value


def blocks_of(values):
    """A two-stage table: numbers of blocks, and the distinct blocks."""
    numbers, blocks, known = [], [], {}
    for start in range(0, len(values), BLOCK):
        block = tuple(values[start:start + BLOCK])
        if block not in known:
            known[block] = len(blocks)
            blocks.append(block)
        numbers.append(known[block])
    return numbers, blocks


def wrapped(cells):
    lines, line = [], ' '
    for cell in cells:
        if len(line) + len(cell) + 2 > 80:
            lines.append(line)
            line = ' '
        line += ' ' + cell + ','
    return '\n'.join(lines + [line])


def array(out, kind, name, cells):
    out.write(f'inline constexpr {kind} {name}[] = {{\n'
              f'{wrapped(cells)}\n}};\n')


def two_stage(out, name, values, spell):
    numbers, blocks = blocks_of(values)
    array(out, 'uint16_t', f'k{name}Blocks', [str(n) for n in numbers])
    array(out, 'uint32_t', f'k{name}',
          [spell(value) for block in blocks for value in block])


def write_fast(out, folder):
    entries = [0 if 0xD800 <= code < 0xE000 else entry(folder, code)
               for code in range(LIMIT)]
    short = {CLASSES.index(name) << 21: letter for name, letter in
             [('letter', 'kL'), ('han', 'kH'), ('other', 'kO'),
              ('mark', 'kM')]}

    def spell(value):
        letter = short.get(value & (31 << 21))
        if value >> 26 or letter is None:
            return str(value)
        low = value & 0x1FFFFF
        return f'{letter}|{low}' if low else letter

    for value, letter in short.items():
        out.write(f'inline constexpr uint32_t {letter} = {value};\n')
    two_stage(out, 'Entries', entries, spell)


def write_slow(out, folder):
    """L0 sequences, combining classes and rules; offset 0 is `itself`."""
    pool, known, values = [0], {}, []
    for code in range(LIMIT):
        hangul = unicode_data.S_BASE <= code < unicode_data.S_BASE + 11172
        value = 0
        if not hangul and not 0xD800 <= code < 0xE000:
            parts = tuple(folder.l0(code))
            if parts != (code,):
                if parts not in known:
                    known[parts] = len(pool)
                    pool += [len(parts), *parts]
                value = known[parts]
            value |= folder.ucd.ccc.get(code, 0) << 16
            value |= RULES[folder.rule(code)] << 24
        values.append(value)
    two_stage(out, 'Details', values, str)
    array(out, 'uint32_t', 'kPool', [str(code) for code in pool])
    assert len(pool) < 1 << 16


def write_pairs(out, folder):
    array(out, 'Composition', 'kCompositions',
          [f'{{{a}, {b}, {code}}}'
           for (a, b), code in sorted(folder.ucd.compose.items())])
    rows = table('confusables.tsv')
    latin = sorted((int(a, 16), int(b, 16)) for a, b, _, _ in rows)
    cyrillic = sorted((int(b, 16), int(a, 16)) for a, b, way, _ in rows
                      if way == 'both')
    array(out, 'Pair', 'kToLatin', [f'{{{a}, {b}}}' for a, b in latin])
    array(out, 'Pair', 'kToCyrillic',
          [f'{{{a}, {b}}}' for a, b in cyrillic])


def write_syllables(out):
    numbers = []
    for (syllable,) in table('pinyin.tsv'):
        number = 0
        for letter in syllable:
            number = number * 27 + ord(letter) - 0x60
        numbers.append(number)
    array(out, 'uint32_t', 'kSyllables', [str(n) for n in sorted(numbers)])


def build():
    folder = fold_rules.Folder()
    out = io.StringIO()
    out.write('// SPDX-License-Identifier: Apache-2.0 AND Unicode-DFS-2016\n'
              '// clang-format off\n')
    write_fast(out, folder)
    write_slow(out, folder)
    write_pairs(out, folder)
    write_syllables(out)
    return out.getvalue()


def made_by():
    version = unicode_data.version()
    return version and ('// python3 tools/gen_fold_tables.py '
                        f'(generated: Unicode {version})')


if __name__ == '__main__':
    sys.exit(unicode_data.write_or_check(
        os.path.join(ROOT, 'lib/fold/table_data.inc'), made_by(), build))
