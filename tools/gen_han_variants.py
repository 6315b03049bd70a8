# SPDX-License-Identifier: Apache-2.0
"""Writes lib/fold/han_variants.tsv: which Han characters count as one.

python3 tools/gen_han_variants.py [--check]

From OpenCC's character dictionaries (Debian: opencc, libopencc-data), the
Unicode Character Database (Debian: unicode-data) and lib/fold/han_curated.tsv.
Always towards the simplified character: the other way is wrong for names.
The OpenCC of the table is Debian's 1.1.6, whose tools call themselves 1.1.5.
"""
import os
import re
import subprocess
import sys
import tempfile

import unicode_data

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..')
OPENCC = os.environ.get('OPENCC_DATA_DIR', '/usr/share/opencc')


def dictionary(name):
    """First candidate of each single character of an OpenCC dictionary."""
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, 'dictionary.txt')
        subprocess.run(['opencc_dict', '-f', 'ocd2', '-t', 'text', '-i',
                        os.path.join(OPENCC, name + '.ocd2'), '-o', out],
                       check=True, stdout=subprocess.DEVNULL)
        with open(out, encoding='utf-8') as lines:
            pairs = [line.rstrip('\n').split('\t') for line in lines]
    return {ord(key): ord(values.split(' ')[0]) for key, values in pairs
            if len(key) == 1 and len(values.split(' ')[0]) == 1}


def radicals():
    out = {}
    for field, target in unicode_data.rows('EquivalentUnifiedIdeograph.txt'):
        out.update((code, int(target, 16)) for code in unicode_data.span(field))
    return out


def simplified_standard():
    """Characters of GB 2312: the ones to stand for a class."""
    with unicode_data.open_text('Unihan_OtherMappings.txt') as lines:
        return {int(line.split('\t')[0][2:], 16) for line in lines
                if '\tkGB0\t' in line}


def curated():
    with open(os.path.join(ROOT, 'lib/fold/han_curated.tsv'),
              encoding='utf-8') as lines:
        rows = [line.rstrip('\n').split('\t') for line in lines
                if not line.startswith('#')]
    return [(kind, ord(a), ord(b)) for kind, a, b, _ in rows[1:]]


class Classes:
    """Every character with what it is replaced by; never a cycle."""

    def __init__(self, ucd):
        self.ucd = ucd
        self.to = {}

    def find(self, code):
        while code in self.to:
            code = self.to[code]
        return code

    def join(self, code, target):
        code, target = self.find(code), self.find(target)
        if code != target:
            self.to[code] = target


def compatibility(ucd):
    for first, last in ((0x2F00, 0x2FD5), (0x3038, 0x303A), (0xF900, 0xFAFF),
                        (0x2F800, 0x2FA1F)):
        for code in range(first, last + 1):
            parts = ucd.decompose(code, True)
            if len(parts) == 1 and parts[0] != code:
                yield code, parts[0]


def build(ucd):
    simplify = dictionary('TSCharacters')
    simple = {value for key, value in simplify.items() if key != value}
    regional = [dictionary('JPVariantsRev'), dictionary('TWVariantsRev'),
                dictionary('HKVariantsRev')]
    regional[0].update(dictionary('JPShinjitaiCharacters'))
    rows = curated()
    apart = {frozenset((a, b)) for kind, a, b in rows if kind == 'apart'}
    classes = Classes(ucd)
    for code, target in compatibility(ucd):
        classes.join(code, target)
    for code, target in radicals().items():
        if code not in classes.to:
            classes.join(code, target)
    for code in sorted(set(simplify).union(*regional)):
        target = code
        for table in regional:
            # What is itself a simplified character means that one.
            if target not in simple and frozenset(
                    (target, table.get(target))) not in apart:
                target = table.get(target, target)
        target = simplify.get(target, target)
        if target != code and classes.find(target) != code:
            classes.join(code, target)
    standard = simplified_standard() | simple
    for code, targets in unicode_data.unihan_variants('kZVariant'):
        for target in targets:
            if frozenset((code, target)) in apart:
                continue
            a, b = classes.find(code), classes.find(target)
            if (a not in standard, a) > (b not in standard, b):
                a, b = b, a
            classes.join(b, a)
    for kind, code, target in rows:
        if kind == 'same':
            classes.join(code, target)
    for kind, a, b in rows:
        if kind == 'apart' and classes.find(a) == classes.find(b):
            sys.exit(f'U+{a:04X} and U+{b:04X} must stay apart')
    return {code: classes.find(code) for code in classes.to}


def made_by():
    """The first line of the table; None where the data is not installed."""
    version = unicode_data.version()
    try:
        said = subprocess.run(['opencc_dict', '--version'], check=True,
                              stdout=subprocess.PIPE).stdout.decode()
        opencc = re.search(r'[0-9]+\.[0-9]+\.[0-9]+', said).group(0)
        found = os.path.exists(os.path.join(OPENCC, 'TSCharacters.ocd2'))
    except (OSError, AttributeError, subprocess.CalledProcessError):
        found = False
    if version is None or not found:
        return None
    return ('# python3 tools/gen_han_variants.py '
            f'(generated: Unicode {version}, OpenCC {opencc})')


def build_table():
    table = build(unicode_data.Ucd())
    return 'character\tstands_for\n' + ''.join(
        f'{chr(code)}\t{chr(table[code])}\n' for code in sorted(table))


if __name__ == '__main__':
    sys.exit(unicode_data.write_or_check(
        os.path.join(ROOT, 'lib/fold/han_variants.tsv'), made_by(),
        build_table))
