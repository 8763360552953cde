"""Reads a document from standard input with the formats' reference parser and prints what it says, a line each:
F <tab> family <tab> type <tab> help, or S <tab> sample <tab> value {<tab> label <tab> label value}; help and label
values are UTF-8 in hexadecimal. The argument is the format, TEXT or OPENMETRICS; without one it only tells whether
the parser is there.
"""

import sys

from prometheus_client import parser as text
from prometheus_client.openmetrics import parser as openmetrics


def hexadecimal(value):
    return value.encode("utf-8").hex()


if len(sys.argv) > 1:
    parser = {"TEXT": text, "OPENMETRICS": openmetrics}[sys.argv[1]]
    document = sys.stdin.buffer.read().decode("utf-8")
    for family in parser.text_string_to_metric_families(document):
        print("F", family.name, family.type, hexadecimal(family.documentation), sep="\t")
        for sample in family.samples:
            labels = [part for name, value in sample.labels.items() for part in (name, hexadecimal(value))]
            print("S", sample.name, repr(sample.value), *labels, sep="\t")
