"""Whether a name in a list of contents is one of goods: known, new or none."""

import re

# Words that head a name and say nothing of what it is: "equipment", "capabilities"; not "equipment to integrate".
_BARE = re.compile(
    r"(?:[\w-]+\s+){0,2}(?:weapons?|equipment|capabilit(?:y|ies)|assistance|systems?|gear|services?|components?"
    r"|weaponry|arms)"
    r"(?:\s+(?:systems?|equipment|capabilities))?\W*",
    re.IGNORECASE,
)
# Bare words with no more than their user: "equipment for their operations"; not "equipment for demining".
_BARE_FOR = re.compile(
    r"(?:military |defen[cs]e |more )?(?:equipment|weapons|assistance|aid|support|supplies|goods"
    r"|capabilities) for (?:its|their|the|our)"
    r" (?:\w+ )?(?:operations|forces|army|troops|soldiers|military|needs|efforts?|defen[cs]e|units?)|for \w+"
    r"|(?:[\w’'-]+ )?(?:military|security|defen[cs]e) (?:assistance|aid|support|help) (?:to|for) [\w ]+|(?:arms"
    r"|weapons|equipment|munitions|gear) from [^,;]{3,80}",
    re.IGNORECASE,
)
# What is told with goods and is none: "focus on air defense"; not "focal planes".
_NO_GOODS = re.compile(
    r"(?:what|how|when|we|i|this|no|otherwise known|also known|can|could|itself|themselves|himself|herself|ourselves"
    r"|(?:sustain|bolster|defend|strengthen|support"
    r"|protect|help|improve|enhance|boost|meet) (?:its"
    r"|the|their|our)"
    r"|focus|emphasis|aim|goal|view|priority|note|line)\b",
    re.IGNORECASE,
)
# What goods named before are called: "eight such vessels"; not "such as".
_SUCH = re.compile(r"\bsuch (?!as\b)|\b(?:it|they|we|he|she) (?:needs?|wants?|asked|requested)\b", re.IGNORECASE)
# Bare words with no more than a clause behind them: "equipment that Ukraine is using"; not "equipment to integrate".
_BARE_THAT = re.compile(
    r"(?:[a-z-]+ ){0,2}(?:weapons?|equipment|capabilit(?:y|ies)|assistance|systems?|gear|services?|things?"
    r"|items?)\s+(?:that|which)\b",
    re.IGNORECASE,
)
# What is told instead of goods: "number not disclosed"; not "numbers".
_UNTOLD = re.compile(
    r"(?:nearly |about |some |most )?(?:half|most|some|many|all) of (?:them|which)\b.*|(?:the )?(?:number|quantity"
    r"|amount|volume|type)s? (?:is |are )?(?:not |un)\w+\W*",
    re.IGNORECASE,
)
# A member of a list of goods that no vocabulary has: "water bottles", "electric caps"; not "to train", "light".
_THING = re.compile(
    r"(?!(?:to|how|what|who|when|it|they|we|he|she|its|their|his|her|our"
    r"|the)\b)(?:[a-z][a-z’'-]* ){0,3}[a-z’'-]{2,}(?<![sui])s"
)
# What no such name has in it: "officials said", "weeks"; not "water bottles".
_NO_THING = re.compile(
    r"\b(?:is|are|was|were|will|has|have|had|be|been|of|to|that|which|for|in|on|at|by|with|from|as|said|says|support"
    r"|aid|assistance|help|capabilit(?:y|ies)|more|others?|so|not|further|much|etc|officials|sources|soldiers|troops"
    r"|people"
    r"|civilians|countries|nations|allies|partners|ministers|leaders|experts|citizens|years|months|weeks|days|hours"
    r"|dollars|euros|packages|tranches|lives|efforts|needs|goals|reforms|families|schools|cities|deliveries|operations"
    r"|talks|plans|measures|steps|forces|reporters)\b"
)


def is_none(text: str, start: int, end: int) -> bool:
    """Whether a name only seems to be one of goods. Few have the words that the patterns look for."""
    name = text[start:end].lower()
    return (
        _NO_GOODS.match(text, start, end) is not None
        or (("for" in name or "from" in name) and _BARE_FOR.fullmatch(text, start, end) is not None)
        or (("that" in name or "wh" in name) and _BARE_THAT.match(text, start, end) is not None)
        or (
            ("uch" in name or "need" in name or "want" in name or "ed" in name)
            and _SUCH.search(text, start, end) is not None
        )
    )


def opens_like_goods(name: str) -> bool:
    """An entry of a list of contents that the vocabulary does not know: short, and no sentence."""
    return 1 <= len(name.split()) <= 12 and re.search(r"\b(?:is|are|was|were|will|has|have)\b", name) is None


def is_bare(text: str, start: int, end: int) -> bool:
    """Whether a name says nothing of what its goods are, or that it is not told."""
    return _BARE.fullmatch(text, start, end) is not None or _UNTOLD.fullmatch(text, start, end) is not None


def is_thing(text: str, start: int, end: int) -> bool:
    """Whether a name in a list of goods is one of goods that no vocabulary has."""
    return _THING.fullmatch(text, start, end) is not None and _NO_THING.search(text, start, end) is None
