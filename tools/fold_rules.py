# SPDX-License-Identifier: Apache-2.0
"""What each code point is to folding, and what it folds to.

Rules: docs/design.md, "Folding". Data: the Unicode Character Database and the
tables of lib/fold, which say why.
"""
import functools
import os

import unicode_data

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
LIMIT = 0x40000  # nothing is told apart from here on; lib/fold/table.h
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

    @functools.lru_cache(maxsize=None)
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
