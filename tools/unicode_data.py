# SPDX-License-Identifier: Apache-2.0
"""The Unicode Character Database as Debian's unicode-data installs it.

Only what the table generators need: properties, canonical and compatibility
decomposition, case folding. Python's own unicodedata is of another version.
"""
import bz2
import gzip
import os
import re
import sys
import unicodedata as python_data

FOLDER = os.environ.get('UNICODE_DATA_DIR', '/usr/share/unicode')
S_BASE, L_BASE, V_BASE, T_BASE = 0xAC00, 0x1100, 0x1161, 0x11A7


def open_text(name):
    path = os.path.join(FOLDER, name)
    if os.path.exists(path):
        return open(path, encoding='utf-8')
    if os.path.exists(path + '.gz'):
        return gzip.open(path + '.gz', 'rt', encoding='utf-8')
    return bz2.open(path + '.bz2', 'rt', encoding='utf-8')


def write_or_check(path, made_by, build):
    """Writes build() to `path`; with --check only compares (77: cannot).

    `made_by`: the first line, or None where the data is not installed. It
    names the versions, so that other data than the table's is no difference.
    """
    name = os.path.relpath(path)
    if made_by is None:
        print(f'skipped: the data for {name} is not installed')
        return 77
    if '--check' not in sys.argv:
        text = made_by + '\n' + build()
        with open(path, 'w', encoding='utf-8') as out:
            out.write(text)
        return 0
    with open(path, encoding='utf-8') as lines:
        found = lines.read()
    if found.split('\n')[0] != made_by:
        print(f'skipped: {name} was made from other data than is installed:'
              f' {found.splitlines()[0]}')
        return 77
    if found == made_by + '\n' + build():
        return 0
    print(f'{name}: not what its generator makes; run it (line 1)')
    return 1


HAN_BLOCKS = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xFA0E, 0xFA29)]


def is_han(code):
    """In those blocks of ideographs, and as NFC leaves it."""
    return (any(low <= code <= high for low, high in HAN_BLOCKS) and
            python_data.is_normalized('NFC', chr(code)))


def unihan(name, fields):
    """(code point, field, value) of those fields, in the order of the file."""
    with open_text(name) as lines:
        for line in lines:
            cells = line.rstrip('\n').split('\t')
            if len(cells) == 3 and cells[1] in fields:
                yield int(cells[0][2:], 16), cells[1], cells[2]


def unihan_version():
    """Such as "15.0"; None where the data is not installed."""
    try:
        with open_text('Unihan_Readings.txt') as lines:
            for line in lines:
                found = re.match(r'# Unicode [Vv]ersion: ([0-9]+\.[0-9]+)', line)
                if found:
                    return found.group(1)
    except OSError:
        pass
    return None


def version():
    """Such as "15.0.0"; None where the data is not installed."""
    try:
        with open_text('Scripts.txt') as lines:
            return re.search(r'Scripts-([0-9.]+)\.txt', next(lines)).group(1)
    except OSError:
        return None


def rows(name):
    """The fields of each line of a UCD file, without comments."""
    with open_text(name) as lines:
        for line in lines:
            line = line.split('#')[0].strip()
            if line:
                yield [field.strip() for field in line.split(';')]


def span(text):
    """The code points of a field such as 0041 or 0041..005A."""
    first, _, last = text.partition('..')
    return range(int(first, 16), int(last or first, 16) + 1)


def codes(text):
    return [int(code, 16) for code in text.split()]


def unihan_variants(field):
    """(code point, targets) of a field of Unihan_Variants."""
    for code, _, value in unihan('Unihan_Variants.txt', [field]):
        yield code, [int(target, 16)
                     for target in re.findall(r'U\+([0-9A-F]+)', value)]


class Ucd:
    def __init__(self):
        self.name, self.category, self.digit, self.ccc = {}, {}, {}, {}
        self.canonical, self.compatible = {}, {}
        self.script, self.ignorable, self.fold = {}, set(), {}
        self._read_unicode_data()
        for field, script in rows('Scripts.txt'):
            for code in span(field):
                self.script[code] = script
        for field, name in rows('DerivedCoreProperties.txt'):
            if name == 'Default_Ignorable_Code_Point':
                self.ignorable.update(span(field))
        for code, status, mapping, *_ in rows('CaseFolding.txt'):
            if status in 'CF':
                self.fold[int(code, 16)] = codes(mapping)
        self.compose = self._compositions()

    def _read_unicode_data(self):
        first = None
        for cells in rows('UnicodeData.txt'):
            code = int(cells[0], 16)
            if cells[1].endswith(', First>'):
                first = code
                continue
            for one in range(code if first is None else first, code + 1):
                self.category[one] = cells[2]
                self.name[one] = cells[1]
            first = None
            if cells[3] != '0':
                self.ccc[code] = int(cells[3])
            if cells[2] == 'Nd':
                self.digit[code] = int(cells[6])
            if cells[5].startswith('<'):
                self.compatible[code] = codes(cells[5].split('> ')[1])
            elif cells[5]:
                self.canonical[code] = codes(cells[5])

    def _compositions(self):
        excluded = set()
        for field, name, *_ in rows('DerivedNormalizationProps.txt'):
            if name == 'Full_Composition_Exclusion':
                excluded.update(span(field))
        return {tuple(parts): code for code, parts in self.canonical.items()
                if len(parts) == 2 and code not in excluded}

    def decompose(self, code, compatible=False):
        """Full decomposition of one code point, marks not yet reordered."""
        if S_BASE <= code < S_BASE + 11172:
            index = code - S_BASE
            out = [L_BASE + index // 588, V_BASE + index % 588 // 28]
            return out + ([T_BASE + index % 28] if index % 28 else [])
        parts = self.canonical.get(code)
        if parts is None and compatible:
            parts = self.compatible.get(code)
        if parts is None:
            return [code]
        return [one for part in parts
                for one in self.decompose(part, compatible)]

    def reorder(self, text):
        out = list(text)
        start = 0
        for i in range(len(out) + 1):
            if i == len(out) or self.ccc.get(out[i], 0) == 0:
                out[start:i] = sorted(out[start:i],
                                      key=lambda c: self.ccc.get(c, 0))
                start = i + 1
        return out

    def composed(self, text):
        """NFC of a decomposed, ordered sequence."""
        out, starter, last = [], None, 0
        for code in text:
            ccc = self.ccc.get(code, 0)
            if starter is not None and (last < ccc or last == 0):
                joined = self._join(out[starter], code)
                if joined is not None and (last != 0 or
                                           len(out) == starter + 1):
                    out[starter] = joined
                    continue
            if ccc == 0:
                starter = len(out)
            last = ccc
            out.append(code)
        return out

    def _join(self, a, b):
        if L_BASE <= a < L_BASE + 19 and V_BASE <= b < V_BASE + 21:
            return S_BASE + ((a - L_BASE) * 21 + b - V_BASE) * 28
        if (S_BASE <= a < S_BASE + 11172 and (a - S_BASE) % 28 == 0 and
                T_BASE < b < T_BASE + 28):
            return a + b - T_BASE
        return self.compose.get((a, b))
