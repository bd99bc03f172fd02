using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Core.Units;
using Bulwark.Sensing.Jamming;
using Bulwark.Studies.Coverage;

namespace Bulwark.Cli.Coverage;

/// <summary>Reads the options of <c>coverage</c>; every wrong text gives one message with the option's name.</summary>
internal static class CoverageOptionText
{
    /// <summary>That of the catalogue's stand-off jammer.</summary>
    private const string UsualJammerBandwidth = "100MHz";

    /// <summary>Reads <c>LAT,LON[,HEIGHT]</c> in degrees and metres; the height is not-a-number when it is left out.</summary>
    public static GeodeticPoint Place(string option, string text)
    {
        var parts = text.Split(',');
        if (parts.Length is 2 or 3
            && Number(parts[0], -90, 90) is { } latitudeDeg
            && Number(parts[1], -180, 180) is { } longitudeDeg
            && (parts.Length == 2 ? double.NaN : Number(parts[2], -430, 9000)) is { } heightM)
        {
            return GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM);
        }

        throw new UsageException(
            $"{option}: '{text}' is not a place; expected latitude,longitude[,height of the ground] in degrees (-90 to 90, -180 to 180) and metres above sea level (-430 to 9000), such as 35.2,24.0 or 35.2,24.0,410");
    }

    /// <summary>Reads <c>ID@LAT,LON[,HEIGHT]</c>.</summary>
    public static (string Id, GeodeticPoint Place) Site(string option, string text)
    {
        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0) throw new UsageException($"{option}: '{text}' is not a radar at a place; expected RADAR@latitude,longitude[,height] such as 64n6e@35.2,24.0");
        return (text[..at], Place(option, text[(at + 1)..]));
    }

    /// <summary>Reads <c>LAT,LON,HEIGHT,POWER[,BANDWIDTH]</c>, such as <c>37.2,24.5,10km,10kW,100MHz</c>.</summary>
    public static CoverageJammer Jammer(string option, string text)
    {
        var parts = text.Split(',');
        if (parts.Length is not (4 or 5))
            throw new UsageException($"{option}: '{text}' is no jammer; expected latitude,longitude,height,power[,bandwidth] such as 37.2,24.5,10km,10kW,100MHz");
        var place = Place(option, string.Join(',', parts[..2])).WithHeight(Quantity(option, parts[2], Dimension.Length, 0, 100_000));
        return new CoverageJammer(place, new NoiseJammer
        {
            PowerW = Quantity(option, parts[3], Dimension.Power, 1e-3, 1e9),
            GainDb = 0,
            BandwidthHz = Quantity(option, parts.Length == 5 ? parts[4] : UsualJammerBandwidth, Dimension.Frequency, 1e3, 1e11),
        });
    }

    /// <summary>Reads one of some words.</summary>
    public static T Word<T>(string option, string text, IReadOnlyList<(string Name, T Value)> choices)
    {
        foreach (var (name, value) in choices)
        {
            if (string.Equals(name, text, StringComparison.Ordinal)) return value;
        }

        var hint = NearestMatch.Hint(text, [.. choices.Select(static choice => choice.Name)]);
        throw new UsageException($"{option}: '{text}' is not one of {string.Join(", ", choices.Select(static choice => choice.Name))}{(hint.Length > 0 ? $"; {hint}" : "")}");
    }

    /// <summary>Reads a list of lengths such as <c>50m,300m,3km</c>, each only once.</summary>
    public static IReadOnlyList<double> Lengths(string option, string text, double least, double most)
    {
        var values = text.Split(',').Select(part => Quantity(option, part, Dimension.Length, least, most)).ToArray();
        if (values.Distinct().Count() != values.Length) throw new UsageException($"{option}: '{text}' names a height twice; expected each once");
        return values;
    }

    /// <summary>Reads a quantity with its unit, within limits.</summary>
    public static double Quantity(string option, string text, Dimension dimension, double least, double most)
    {
        if (!QuantityText.TryRead(text, dimension, out var value, out var problem))
            throw new UsageException($"{option}: {problem.Message}; expected {problem.Expected}{(problem.Hint.Length > 0 ? $"; {problem.Hint}" : "")}");
        if (value >= least && value <= most) return value;
        throw new UsageException($"{option}: '{text.Trim()}' is out of range; expected {QuantityFormat.Short(least, dimension)} to {QuantityFormat.Short(most, dimension)}");
    }

    /// <summary>Reads a number with one unit that no file knows, such as <c>10mm/h</c>.</summary>
    public static double Measured(string option, string text, string unit, double most)
    {
        var trimmed = text.Trim();
        if (trimmed.EndsWith(unit, StringComparison.Ordinal) && Number(trimmed[..^unit.Length], 0, most) is { } value) return value;
        throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option}: '{text}' cannot be used; expected 0{unit} to {most}{unit}, such as {most / 50}{unit}"));
    }

    /// <summary>Reads a list of known words, or <c>all</c>.</summary>
    public static IReadOnlyList<string> Choices(string option, string text, IReadOnlyList<string> choices)
    {
        if (text == "all") return choices;
        var chosen = text.Split(',', StringSplitOptions.TrimEntries);
        var wrong = Array.Find(chosen, word => !choices.Contains(word, StringComparer.Ordinal));
        if (wrong is null) return chosen;
        var hint = NearestMatch.Hint(wrong, choices);
        throw new UsageException($"{option}: '{wrong}' is not one of {string.Join(", ", choices)}, all{(hint.Length > 0 ? $"; {hint}" : "")}");
    }

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;
}
