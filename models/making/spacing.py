"""Running text of tokens that were split before."""
import re

ESCAPES = {
    "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}", "``": '"', "''": '"',
    "@-@": "-", "@,@": ",", "@.@": ".",
}
JOINED = {"@-@", "@,@", "@.@"}
CLOSING = re.compile(r"[,.;:!?%)\]}”…]|\.\.\.|[?!]+")
CLITIC = re.compile(r"(?:['’](?:s|m|d|re|ve|ll)|n['’]t)", re.IGNORECASE)
OPENING = re.compile(r"[(\[{$£€“#]")


def spaces_after(tokens):
    """For each token whether a space is most likely to have stood after it."""
    after = [True] * len(tokens)
    quoted = False
    for i, token in enumerate(tokens):
        glued = bool(CLOSING.fullmatch(token) or CLITIC.fullmatch(token) or token in JOINED)
        glued = glued or ESCAPES.get(token) in (")", "]", "}")
        if token in ('"', "``", "''"):
            closes = token == "''" or (token == '"' and quoted)
            quoted = not closes
            glued = closes
            after[i] = closes
        elif OPENING.fullmatch(token) or token in JOINED or ESCAPES.get(token) in ("(", "[", "{"):
            after[i] = False
        if glued and i > 0:
            after[i - 1] = False
    return after


def joined(tokens):
    """Running text. Escapes of treebanks become the characters that they stand for."""
    text = "".join(
        ESCAPES.get(token, token) + (" " if space else "") for token, space in zip(tokens, spaces_after(tokens))
    )
    return text.strip()
