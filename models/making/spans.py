"""Chunks of tokens: [begin, end, label), and their IOB2 tags."""


def spans(tags_):
    """The chunks that conlleval reads in tags of IOB1 or IOB2."""
    found, begin, kind = [], None, None
    for i, tag in enumerate([*tags_, "O"]):
        prefix, _, label = tag.partition("-")
        if begin is not None and (tag == "O" or prefix == "B" or label != kind):
            found.append((begin, i, kind))
            begin = None
        if tag != "O" and begin is None:
            begin, kind = i, label
    return found


def tags(spans_, length):
    """IOB2 tags of chunks that do not overlap."""
    written = ["O"] * length
    for begin, end, label in spans_:
        written[begin:end] = [f"B-{label}"] + [f"I-{label}"] * (end - begin - 1)
    return written


def longest(found):
    """The chunks that no longer one overlaps, and how many others there are."""
    kept = []
    unique = sorted(set(found), key=lambda s: (s[0] - s[1], s[0], s[2]))
    for span in unique:
        if all(span[1] <= other[0] or other[1] <= span[0] for other in kept):
            kept.append(span)
    return sorted(kept), len(unique) - len(kept)
