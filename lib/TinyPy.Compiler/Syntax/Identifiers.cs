// Which characters outside ASCII an identifier may hold: Unicode's XID_Start and XID_Continue, approximated by general categories.
// Invariant: an accepted identifier is in normal form NFKC already. Python would normalise it; here a character that normalisation could
// change is refused instead, so that two spellings never become two names.

using System.Globalization;
using System.Text;

using TinyPy.Compiler.Diagnostics;

namespace TinyPy.Compiler.Syntax;

/// <summary>Checks identifiers with letters outside ASCII.</summary>
internal static class Identifiers
{
    // First and last code points of letters, digits and marks that NFKC replaces or may join with the character in front.
    private static readonly int[] Unstable =
    [
        0x00AA, 0x00BA, 0x0132, 0x0133, 0x013F, 0x0140, 0x0149, 0x0149, 0x017F, 0x017F, 0x01C4, 0x01CC, 0x01F1, 0x01F3, 0x02B0, 0x02B8,
        0x02E0, 0x02E4, 0x0300, 0x0304, 0x0306, 0x030C, 0x030F, 0x030F, 0x0311, 0x0311, 0x0313, 0x0314, 0x031B, 0x031B, 0x0323, 0x0328,
        0x032D, 0x032E, 0x0330, 0x0331, 0x0338, 0x0338, 0x0340, 0x0345, 0x0374, 0x0374, 0x037A, 0x037A, 0x03D0, 0x03D6, 0x03F0, 0x03F2,
        0x03F4, 0x03F5, 0x03F9, 0x03F9, 0x0587, 0x0587, 0x0653, 0x0655, 0x0675, 0x0678, 0x093C, 0x093C, 0x0958, 0x095F, 0x09BE, 0x09BE,
        0x09D7, 0x09DF, 0x0A33, 0x0A33, 0x0A36, 0x0A36, 0x0A59, 0x0A5B, 0x0A5E, 0x0A5E, 0x0B3E, 0x0B3E, 0x0B56, 0x0B5D, 0x0BBE, 0x0BBE,
        0x0BD7, 0x0BD7, 0x0C56, 0x0C56, 0x0CC2, 0x0CC2, 0x0CD5, 0x0CD6, 0x0D3E, 0x0D3E, 0x0D57, 0x0D57, 0x0DCA, 0x0DCF, 0x0DDF, 0x0DDF,
        0x0E33, 0x0E33, 0x0EB3, 0x0EB3, 0x0EDC, 0x0EDD, 0x0F43, 0x0F43, 0x0F4D, 0x0F4D, 0x0F52, 0x0F52, 0x0F57, 0x0F57, 0x0F5C, 0x0F5C,
        0x0F69, 0x0F69, 0x0F73, 0x0F73, 0x0F75, 0x0F79, 0x0F81, 0x0F81, 0x0F93, 0x0F93, 0x0F9D, 0x0F9D, 0x0FA2, 0x0FA2, 0x0FA7, 0x0FA7,
        0x0FAC, 0x0FAC, 0x0FB9, 0x0FB9, 0x102E, 0x102E, 0x10FC, 0x10FC, 0x1161, 0x1175, 0x11A8, 0x11C2, 0x1B35, 0x1B35, 0x1D2C, 0x1D2E,
        0x1D30, 0x1D3A, 0x1D3C, 0x1D4D, 0x1D4F, 0x1D6A, 0x1D78, 0x1D78, 0x1D9B, 0x1DBF, 0x1E9A, 0x1E9B, 0x1F71, 0x1F71, 0x1F73, 0x1F73,
        0x1F75, 0x1F75, 0x1F77, 0x1F77, 0x1F79, 0x1F79, 0x1F7B, 0x1F7B, 0x1F7D, 0x1F7D, 0x1FBB, 0x1FBB, 0x1FBE, 0x1FBE, 0x1FC9, 0x1FC9,
        0x1FCB, 0x1FCB, 0x1FD3, 0x1FD3, 0x1FDB, 0x1FDB, 0x1FE3, 0x1FE3, 0x1FEB, 0x1FEB, 0x1FF9, 0x1FF9, 0x1FFB, 0x1FFB, 0x2071, 0x209C,
        0x2102, 0x2131, 0x2133, 0x2149, 0x2160, 0x217F, 0x2C7C, 0x2C7D, 0x2D6F, 0x2D6F, 0x3038, 0x303A, 0x3099, 0x309A, 0x309F, 0x309F,
        0x30FF, 0x30FF, 0x3131, 0x318E, 0xA69C, 0xA69D, 0xA770, 0xA770, 0xA7F2, 0xA7F4, 0xA7F8, 0xA7F9, 0xAB5C, 0xAB5F, 0xAB69, 0xAB69,
        0xF900, 0xFA0D, 0xFA10, 0xFA10, 0xFA12, 0xFA12, 0xFA15, 0xFA1E, 0xFA20, 0xFA20, 0xFA22, 0xFA22, 0xFA25, 0xFA26, 0xFA2A, 0xFB1D,
        0xFB1F, 0xFDFB, 0xFE33, 0xFE72, 0xFE74, 0xFFDC, 0x10781, 0x107BA, 0x110BA, 0x110BA, 0x11127, 0x11127, 0x1133E, 0x1133E, 0x11357,
        0x11357, 0x114B0, 0x114B0, 0x114BA, 0x114BA, 0x114BD, 0x114BD, 0x115AF, 0x115AF, 0x11930, 0x11930, 0x1D400, 0x1D7FF, 0x1EE00,
        0x1FBF9, 0x2F800, 0x2FA1D,
    ];

    /// <summary>Checks one identifier.</summary>
    /// <returns>The first offending place and what is wrong with it, or null.</returns>
    public static (SourceSpan Span, string Message)? FindProblem(string text, int start, int end)
    {
        bool afterMark = false;
        int offset = start;
        while (offset < end)
        {
            Rune rune = Rune.GetRuneAt(text, offset);
            SourceSpan span = new(offset, offset + rune.Utf16SequenceLength);
            UnicodeCategory category = Rune.GetUnicodeCategory(rune);
            if (!IsLetter(category) && !(IsContinuation(category) && (offset > start || rune.Value == '_')))
            {
                return (span, DescribeInvalid(rune, category));
            }

            // Marks in a row could change places.
            bool mark = category == UnicodeCategory.NonSpacingMark;
            if ((rune.Value >= 0x80 && IsUnstable(rune.Value)) || (mark && afterMark))
            {
                string change = "which Python would replace by another character: use the plain form of the letter";
                return (span, $"identifier contains U+{rune.Value:X4}, {change}");
            }

            afterMark = mark;
            offset += rune.Utf16SequenceLength;
        }

        return null;
    }

    /// <summary>CPython's words for a character that can stand nowhere in a program.</summary>
    public static string DescribeInvalid(Rune rune, UnicodeCategory category)
    {
        bool printable = category is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.SpaceSeparator);
        return printable ? $"invalid character '{rune}' (U+{rune.Value:X4})" : $"invalid non-printable character U+{rune.Value:X4}";
    }

    private static bool IsLetter(UnicodeCategory category) => category is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter
        or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber;

    private static bool IsContinuation(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark
        or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.ConnectorPunctuation;

    private static bool IsUnstable(int value)
    {
        int index = Array.BinarySearch(Unstable, value);
        if (index >= 0)
        {
            return true;
        }

        // Between two entries: inside a range if the entry in front is a range's first.
        return ~index % 2 == 1;
    }
}
