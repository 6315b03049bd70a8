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

import unicode_data

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
CLASSES = ['letter', 'arabic', 'hiragana', 'katakana', 'hangul', 'kana_mark',
           'digit', 'combining', 'dropped', 'ignored', 'modifier', 'quote',
           'han', 'other', 'space', 'newline', 'return', 'mark', 'barrier',
           'stop', 'colon', 'caret']
LATIN, CYRILLIC, COMPLEX, MAKSURA, MODIFIER = (1 << bit
                                               for bit in range(26, 31))
RULES = {'keep': 0, 'bare': 1, 'umlaut': 2, 'cyrillic': 3, 'mark': 4}
LIMIT = 0x40000  # the table's end; table.h knows what lies above
BLOCK = 64
UYGHUR = {0x6D5, 0x6D0, 0x6C7, 0x6C6, 0x6C8, 0x6CB, 0x6AD}
BARE_VOWELS = {ord(c) for c in 'eiyv'} | {0x259, 0x268, 0xE6, 0x153, 0xF8,
                                           0x275}
UMLAUT_VOWELS = {ord(c) for c in 'aou'}
OPAQUE = {'Tangut', 'Khitan_Small_Script', 'Nushu'}


def table(name):
    path = os.path.join(ROOT, 'lib/fold', name)
    with open(path, encoding='utf-8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines
                if not line.startswith('#')]
    return rows[1:]


def in_ranges(code, *ranges):
    return any(first <= code <= last for first, last in ranges)


def selectively_compatible(code):
    """Where NFKC says what was meant, and only there."""
    return in_ranges(code, (0x017F, 0x017F), (0x2011, 0x2011),
                     (0x2160, 0x217F), (0x2F00, 0x2FD5), (0x3038, 0x303A),
                     (0xF900, 0xFAFF), (0xFB00, 0xFB06), (0xFB13, 0xFB17),
                     (0xFB20, 0xFB28), (0xFB4F, 0xFDCE), (0xFDF0, 0xFDF9),
                     (0xFE70, 0xFEFC), (0xFF01, 0xFFEE), (0x2F800, 0x2FA1F))


class Folder:
    def __init__(self):
        self.ucd = unicode_data.Ucd()
        self.roles, self.l0_map, self.l1_map = {}, {}, {}
        for first, last, role, to, _ in table('characters.tsv'):
            for code in unicode_data.span(first + '..' + last):
                if role in ('l0', 'l1'):
                    getattr(self, role + '_map')[code] = unicode_data.codes(to)
                else:
                    self.roles[code] = role
        self.han = {ord(a): ord(b) for a, b in table('han_variants.tsv')}
        self.seconds = {pair[1] for pair in self.ucd.compose}
        self._merge_old_turkic()

    def _merge_old_turkic(self):
        """Yenisei shapes stand for the Orkhon letter of the same name."""
        prefix = 'OLD TURKIC LETTER '
        orkhon = {name[len(prefix + 'ORKHON '):]: code
                  for code, name in self.ucd.name.items()
                  if name.startswith(prefix + 'ORKHON ')}
        for code, name in self.ucd.name.items():
            letter = name[len(prefix + 'YENISEI '):]
            if name.startswith(prefix + 'YENISEI ') and letter in orkhon:
                self.l1_map[code] = [orkhon[letter]]

    def l0(self, code):
        """Decomposed L0 sequence of one code point."""
        role = self.roles.get(code)
        if role in ('dropped', 'ignored') or (
                role is None and code in self.ucd.ignorable):
            return []
        if role in ('quote', 'modifier'):
            return [0x27]
        if code in self.l0_map:
            return self.l0_map[code]
        if code in self.ucd.digit:
            return [0x30 + self.ucd.digit[code]]
        parts = self.ucd.decompose(code, selectively_compatible(code))
        if selectively_compatible(code):
            parts = [part for part in parts if part != 0x20]
        if code != 0x345 and parts == [code]:
            parts = [one for part in self.ucd.fold.get(code, [code])
                     for one in self.ucd.decompose(part)]
        if parts == [code]:
            return parts
        return self.ucd.reorder([one for part in parts
                                 for one in self.l0(part)])

    def category(self, code):
        return self.ucd.category.get(code, 'Cn')

    def script(self, code):
        return self.ucd.script.get(code, 'Unknown')

    def is_mark(self, code):
        """A mark in the sense of the cluster rules; see table.h."""
        return self.category(code)[0] == 'M' and (
            self.ucd.ccc.get(code, 0) != 0 or self.category(code) == 'Me' or
            self.script(code) in ('Inherited', 'Common'))

    def rule(self, code):
        """How a letter treats the marks on it at L1."""
        if self.is_mark(code):
            return 'mark'
        if (code in BARE_VOWELS or self.script(code) == 'Greek' or
                code == 0x27 or self.category(code) == 'Nd'):
            return 'bare'
        if code in UMLAUT_VOWELS:
            return 'umlaut'
        return 'cyrillic' if self.script(code) == 'Cyrillic' else 'keep'

    def l1(self, code):
        """NFC of the L1 fold of one code point alone (Arabic, Persian)."""
        bases = []
        for one in self.l0(code):
            if self.is_mark(one) or self.dropped(one):
                if bases and not self.dropped(one):
                    bases[-1][1].append(one)
            else:
                bases.append((one, []))
        out = []
        for base, marks in bases:
            kept = self.kept(base, marks)
            base = self.han.get(base, base)
            out += self.l1_map.get(base, [base]) + kept
        out = [0x3B9 if one == 0x345 else one for one in out]
        return self.ucd.composed(out)

    def dropped(self, code):
        return self.roles.get(code) in ('dropped', 'dropped_l1', 'ignored')

    def kept(self, base, marks):
        rule = self.rule(base)
        if base == 0x69:
            return []
        if rule == 'bare':
            return [one for one in marks if one == 0x345]
        if rule == 'umlaut':
            return [0x308] if {0x308, 0x30B} & set(marks) else []
        if rule == 'cyrillic':
            gone = {0x300, 0x301, 0x304} | ({0x308} if base == 0x435
                                            else set())
            return [one for one in marks if one not in gone]
        return marks

    def class_of(self, code):
        if code in self.roles:
            role = self.roles[code]
            return 'dropped' if role == 'dropped_l1' else role
        if 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE:
            return 'barrier'
        if code in self.ucd.ignorable:
            return 'ignored'
        parts = self.l0(code)
        if parts and parts[0] != code:
            if parts == [0x27]:
                return 'quote'
            if parts[0] == 0x27:
                return 'letter'
            return self.class_of(parts[0])
        category = self.category(code)
        if not parts:
            return 'dropped'
        if category == 'Nd':
            return 'digit'
        if category == 'Cn':
            return self.class_of_unassigned(code)
        if category == 'Co':
            return 'other'
        if category == 'Cf':
            return 'mark'
        if category in ('Zs', 'Zl'):
            return 'space'
        if self.is_mark(code):
            return 'combining'
        if category[0] in 'PSN' and category != 'Nl':
            return 'mark'
        return self.class_of_script(self.script(code))

    def class_of_unassigned(self, code):
        if 0x20000 <= code < LIMIT:
            return 'han'
        return ('other' if in_ranges(code, (0x17000, 0x18DFF)) else 'letter')

    def class_of_script(self, script):
        if script in OPAQUE:
            return 'other'
        return {'Han': 'han', 'Arabic': 'arabic', 'Hiragana': 'hiragana',
                'Katakana': 'katakana', 'Hangul': 'hangul'}.get(
                    script, 'letter')

    def is_simple(self, code, l0, l1):
        """Whether words with this character fold letter by letter."""
        if len(l1) != 1 or code in UYGHUR:
            return False
        if l1[0] in self.seconds or in_ranges(l1[0], (0x1100, 0x11FF)):
            return False
        return code <= 0x6FF or not {0x649, *UYGHUR} & set(l0)

    def entry(self, code):
        kind = self.class_of(code)
        value = CLASSES.index(kind) << 21
        if kind in ('modifier', 'quote'):
            return value | (code ^ 0x27) | (MODIFIER if kind == 'modifier'
                                            else 0)
        if CLASSES.index(kind) > CLASSES.index('combining') and kind not in (
                'han', 'other'):
            return value
        l0, l1 = self.l0(code), self.l1(code)
        if len(l1) == 1:
            value |= code ^ l1[0]
        if kind == 'combining' or not self.is_simple(code, l0, l1):
            value |= COMPLEX
        if code == 0x649:
            value |= MAKSURA
        scripts = {self.script(one) for one in l0
                   if self.category(one)[0] == 'L'}
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
    entries = [0 if 0xD800 <= code < 0xE000 else folder.entry(code)
               for code in range(LIMIT)]
    short = {CLASSES.index(name) << 21: letter for name, letter in
             [('letter', 'L'), ('han', 'H'), ('other', 'O'), ('mark', 'M')]}

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
    folder = Folder()
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
