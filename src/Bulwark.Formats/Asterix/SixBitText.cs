namespace Bulwark.Formats.Asterix;

/// <summary>
/// The character set of the Mode S aircraft identification: ICAO Annex 10 volume IV, table 3-9. Codes it leaves free read as blanks.
/// </summary>
internal static class SixBitText
{
    private const string Characters = " ABCDEFGHIJKLMNOPQRSTUVWXYZ                     0123456789      ";

    /// <summary>Eight characters from 48 bits, the first in the highest, without the blanks at both ends.</summary>
    public static string Decode(ulong bits)
    {
        Span<char> text = stackalloc char[8];
        for (var place = 0; place < 8; place++) text[place] = Characters[(int)(bits >> (42 - (6 * place)) & 0x3F)];
        return text.Trim(' ').ToString();
    }
}
