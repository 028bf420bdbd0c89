"""Makes the font of the share cards again: the characters below of Noto Sans CJK SC Bold, as a font of another name.

    pip install fonttools==4.68.0
    python3 crates/cards/font/subset.py path/to/NotoSansCJK-Bold.ttc

The source is version 2.004 of the font, as in Debian's package fonts-noto-cjk 1:20220127+repack1-1. The characters are the first level
of GB 2312, ASCII, the marks below, and every character of the register and of the regions, in the repository that the script is in.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[3]
FONT = Path(__file__).with_name("InvestCHNCardSans-Bold.otf")
# The third font of the collection has the Chinese forms.
SIMPLIFIED = 2
MARKS = "·、，。：；！？—…“”‘’（）《》〔〕Üüéè"
# The licence keeps no name for its holder, but Noto is a trademark.
NAMES = {1: "InvestCHN Card Sans", 2: "Bold", 3: "InvestCHN Card Sans Bold 1", 4: "InvestCHN Card Sans Bold",
         6: "InvestCHNCardSans-Bold"}


def characters():
    rows = range(0xB0, 0xD8)
    level_1 = (bytes([row, cell]).decode("gb2312", "ignore") for row in rows for cell in range(0xA1, 0xFF))
    names = (ROOT / "content" / name for name in ("zones.csv", "regions.csv"))
    ascii = map(chr, range(0x20, 0x7F))
    return {*"".join(level_1), *"".join(file.read_text("utf-8") for file in names), *ascii, *MARKS} - {"\n", "\r", "\ufeff"}


def main():
    font = TTFont(sys.argv[1], fontNumber=SIMPLIFIED, recalcTimestamp=False)
    options = subset.Options()
    # Cards are drawn large, one character after another: no hints, no features, no vertical text.
    options.hinting = False
    options.layout_features = []
    options.drop_tables += ["BASE", "DSIG", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    options.desubroutinize = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text="".join(sorted(characters())))
    subsetter.subset(font)
    for record in font["name"].names:
        if record.nameID in NAMES:
            record.string = NAMES[record.nameID]
    name = NAMES[6]
    cff = font["CFF "].cff
    cff.fontNames = [name]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName = NAMES[4], NAMES[1]
    for field in ("Notice", "Copyright"):
        top.rawDict.pop(field, None)
    font.save(FONT)
    missing = sorted(characters() - {chr(code) for code in font.getBestCmap()})
    print(f"{FONT.name}: {len(font.getBestCmap())} characters, {FONT.stat().st_size} bytes; not in the source: {missing}")


if __name__ == "__main__":
    main()
