using System.Text;

namespace Bulwark.Studies.Plotting;

/// <summary>Makes any text safe inside XML and HTML, as content and inside quoted attributes.</summary>
internal static class XmlText
{
    /// <summary>Escapes markup; characters that XML 1.0 (section 2.2) forbids become the replacement character.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&#39;"); break;
                case '\t' or '\n' or '\r': escaped.Append((char)rune.Value); break;
                case < 0x20 or 0xFFFE or 0xFFFF: escaped.Append('\uFFFD'); break;
                default: escaped.Append(rune.ToString()); break;
            }
        }

        return escaped.ToString();
    }
}
