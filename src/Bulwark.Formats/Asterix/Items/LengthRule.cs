namespace Bulwark.Formats.Asterix.Items;

/// <summary>How long an item is, found from its own octets. Immutable.</summary>
internal sealed class LengthRule
{
    /// <summary>Returned by <see cref="Measure"/> when the item runs past the data.</summary>
    public const int Overrun = -1;

    /// <summary>Returned by <see cref="Measure"/> when the item contradicts its definition.</summary>
    public const int Undefined = -2;

    private enum Shape
    {
        Fixed,
        Extended,
        Repetitive,
        Explicit,
        Compound,
        RandomFields,
    }

    private readonly Shape _shape;
    private readonly int _octets;
    private readonly LengthRule?[] _parts;

    private LengthRule(Shape shape, int octets, LengthRule?[]? parts = null)
    {
        _shape = shape;
        _octets = octets;
        _parts = parts ?? [];
    }

    /// <summary>True for the item whose content is a list of (FRN, item) pairs, walked by the decoder.</summary>
    public bool IsRandomFields => _shape == Shape.RandomFields;

    /// <summary>Reads a rule in the notation explained at the head of <c>items.csv</c>.</summary>
    public static LengthRule Parse(string text)
    {
        if (text[0] == '(')
        {
            var parts = text[1..^1].Split(' ');
            return new LengthRule(Shape.Compound, 0, Array.ConvertAll(parts, part => part == "-" ? null : Parse(part)));
        }

        if (text == "len") return new LengthRule(Shape.Explicit, 0);
        if (text == "rfs") return new LengthRule(Shape.RandomFields, 0);
        if (text == "fx") return new LengthRule(Shape.Extended, 1);
        if (text.StartsWith("fx", StringComparison.Ordinal)) return new LengthRule(Shape.Extended, int.Parse(text.AsSpan(2)));
        if (text.StartsWith("n*", StringComparison.Ordinal)) return new LengthRule(Shape.Repetitive, int.Parse(text.AsSpan(2)));
        return new LengthRule(Shape.Fixed, int.Parse(text));
    }

    /// <summary>The length in octets of the item at the start of the data, or <see cref="Overrun"/> or <see cref="Undefined"/>.</summary>
    public int Measure(ReadOnlySpan<byte> data)
    {
        var length = _shape switch
        {
            Shape.Fixed => _octets,
            Shape.Extended => MeasureExtended(data),
            Shape.Repetitive => data.IsEmpty ? Overrun : 1 + (data[0] * _octets),
            Shape.Explicit => MeasureExplicit(data),
            Shape.Compound => MeasureCompound(data),
            _ => Undefined,
        };
        return length > data.Length ? Overrun : length;
    }

    private static int MeasureExplicit(ReadOnlySpan<byte> data)
    {
        if (data.IsEmpty) return Overrun;
        return data[0] == 0 ? Undefined : data[0];
    }

    private int MeasureExtended(ReadOnlySpan<byte> data)
    {
        for (var end = _octets; end <= data.Length; end += _octets)
        {
            if ((data[end - 1] & 1) == 0) return end;
        }

        return Overrun;
    }

    private int MeasureCompound(ReadOnlySpan<byte> data)
    {
        var presence = 0;
        while (presence < data.Length && (data[presence] & 1) != 0) presence++;
        if (presence == data.Length) return Overrun;
        var length = presence + 1;
        for (var octet = 0; octet <= presence; octet++)
        {
            for (var bit = 7; bit >= 1; bit--)
            {
                if ((data[octet] >> bit & 1) == 0) continue;
                var index = (octet * 7) + 7 - bit;
                if (index >= _parts.Length || _parts[index] is not { } part) return Undefined;
                var size = part.Measure(data[length..]);
                if (size < 0) return size;
                length += size;
            }
        }

        return length;
    }
}
