"""The one file that the program reads: named sections, each beginning at a multiple of 64 bytes.

    8 bytes  magic "ENGLISH1"
    u32      number of sections, then for each 40 bytes: name (24 bytes, padded with zeros), offset u64, length u64
    …        the sections

All numbers are little-endian. The same sections give the same bytes.
"""
import struct

MAGIC = b"ENGLISH1"
ALIGN = 64


def pack(sections):
    """The bytes of a file of `sections`, a dict of names and bytes, in the order of the names."""
    names = sorted(sections)
    head = MAGIC + struct.pack("<I", len(names))
    offset = _aligned(len(head) + 40 * len(names))
    directory, body = b"", b""
    start = offset
    for name in names:
        encoded = name.encode("ascii")
        assert len(encoded) <= 24, f"{name} is too long for a section's name"
        data = sections[name]
        directory += struct.pack("<24sQQ", encoded, offset, len(data))
        body += data + b"\0" * (_aligned(len(data)) - len(data))
        offset = start + len(body)
    head += directory
    return head + b"\0" * (start - len(head)) + body


def _aligned(n):
    return -(-n // ALIGN) * ALIGN
