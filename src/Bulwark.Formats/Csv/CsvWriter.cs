namespace Bulwark.Formats.Csv;

/// <summary>
/// Writes comma-separated values by RFC 4180: rows end in CR LF, a field with a comma, quote or line break is quoted. Mutable; does
/// not own the writer beneath.
/// </summary>
/// <param name="writer">Where the text goes.</param>
public sealed class CsvWriter(TextWriter writer)
{
    private bool _inRow;

    /// <summary>Writes a text field; null is an empty field.</summary>
    /// <param name="text">The text.</param>
    public void Field(string? text)
    {
        Separate();
        if (text is null) return;
        if (text.AsSpan().ContainsAny(",\"\r\n"))
        {
            writer.Write('"');
            writer.Write(text.Replace("\"", "\"\"", StringComparison.Ordinal));
            writer.Write('"');
        }
        else
        {
            writer.Write(text);
        }
    }

    /// <summary>Writes a whole number; null is an empty field.</summary>
    /// <param name="value">The number.</param>
    public void Field(long? value)
    {
        Separate();
        if (value is not { } number) return;
        Span<char> text = stackalloc char[24];
        number.TryFormat(text, out var length);
        writer.Write(text[..length]);
    }

    /// <summary>
    /// Writes a number rounded half to even, without closing zeros but with at least one decimal; null and values that are not
    /// finite are empty fields.
    /// </summary>
    /// <param name="value">The number, below 7.9e28 in magnitude.</param>
    /// <param name="decimals">Most decimals, 1 to 15.</param>
    /// <exception cref="OverflowException">The number is too large for a decimal notation.</exception>
    public void Field(double? value, int decimals)
    {
        Separate();
        if (value is not { } number || !double.IsFinite(number)) return;

        // decimal, because the plain number formats round the half away from zero.
        var rounded = decimal.Round((decimal)number, decimals);
        Span<char> text = stackalloc char[64];
        rounded.TryFormat(text, out var length, "0.0##############");
        writer.Write(text[..length]);
    }

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        writer.Write("\r\n");
        _inRow = false;
    }

    private void Separate()
    {
        if (_inRow) writer.Write(',');
        _inRow = true;
    }
}
