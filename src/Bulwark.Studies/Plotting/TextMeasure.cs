using Bulwark.Core.Numerics;

namespace Bulwark.Studies.Plotting;

/// <summary>
/// Estimates how wide a text will be, to lay out labels without a font engine: the published widths of Helvetica, with a reserve
/// because a reader's machine may substitute a wider face.
/// </summary>
internal static class TextMeasure
{
    private const int FirstCharacter = 32;
    private const double Reserve = 1.12;
    private const double BoldFactor = 1.06;

    private static readonly double[] Widths =
        [.. EmbeddedTable.Read(typeof(TextMeasure).Assembly, "helvetica_widths.csv").Select(static row => row[1] / 1000)];

    public static double Width(string text, TextStyle style)
    {
        var width = 0.0;
        foreach (var character in text)
        {
            var index = character - FirstCharacter;
            width += index >= 0 && index < Widths.Length ? Widths[index] : 0.6;
        }

        return width * style.Size * Reserve * (style.Bold ? BoldFactor : 1);
    }

    /// <summary>Breaks a text at its spaces into lines of a width; a single word may be wider.</summary>
    public static List<string> Wrap(string text, TextStyle style, double width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Width(longer, style) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    /// <summary>The box that a text will cover when it is set at a point.</summary>
    public static PlotBox Box(string text, PlotPoint at, TextStyle style)
    {
        var width = Width(text, style);
        var left = style.Anchor switch
        {
            TextAnchor.Middle => at.X - (width / 2),
            TextAnchor.End => at.X - width,
            _ => at.X,
        };
        return new PlotBox(left, at.Y - (0.8 * style.Size), width, 1.05 * style.Size);
    }
}
