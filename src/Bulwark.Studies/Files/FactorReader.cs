using System.Globalization;
using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;
using Bulwark.Studies.Measures;

namespace Bulwark.Studies.Files;

/// <summary>Reads a factor of a study.</summary>
internal static class FactorReader
{
    /// <summary>Reads a factor; null when something was reported.</summary>
    public static StudyFactor? Read(MappingReader reader, StudyDesign design)
    {
        var problems = reader.Problems;
        var errors = problems.ErrorCount;
        var name = reader.Get(StudyKeys.FactorName);
        if (name.Length > 0 && !MeasureReader.IsName(name)) problems.Error(reader.PlaceOf(StudyKeys.FactorName), $"{QuotedText.Of(name)} cannot name a factor", "small letters, digits and underscores, such as raid_size", MeasureReader.Reserved.Contains(name) ? "tables have a column of that name" : "");
        var path = reader.Get(StudyKeys.FactorPath);
        if (path.Length > 0 && path.Split('/').Any(static step => step.Length == 0)) problems.Error(reader.PlaceOf(StudyKeys.FactorPath), $"the path {QuotedText.Of(path)} has an empty step", "steps separated by '/', such as groups/raid/count");
        var factor = new StudyFactor { Name = name, Path = path, Place = reader.PlaceOf(StudyKeys.FactorPath), IsWhole = reader.Get(StudyKeys.Whole), Distribution = reader.Get(StudyKeys.Distribution) };
        var read = reader.Has(StudyKeys.Values) ? Levels(reader, factor) : Ends(reader, factor, design);
        return problems.ErrorCount > errors ? null : read;
    }

    /// <summary>The number at the beginning of a value, with what follows it; null when it begins with none.</summary>
    public static (double Number, string Unit)? Number(string text)
    {
        var trimmed = text.Trim();
        for (var length = trimmed.Length; length > 0; length--)
        {
            if (!char.IsAsciiDigit(trimmed[length - 1]) && trimmed[length - 1] != '.') continue;
            if (double.TryParse(trimmed.AsSpan(0, length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return (number, trimmed[length..].Trim());
        }

        return null;
    }

    private static StudyFactor? Levels(MappingReader reader, StudyFactor factor)
    {
        foreach (var key in (KeyDefinition[])[StudyKeys.From, StudyKeys.To, StudyKeys.Steps, StudyKeys.Typical])
        {
            if (reader.Has(key)) reader.Problems.Error(reader.PlaceOf(key), $"the factor has both values and '{key.Name}'", "values, or from and to");
        }

        if (!reader.TryGet(StudyKeys.Values, out var values)) return null;
        foreach (var twice in values.GroupBy(static value => value).Where(static group => group.Count() > 1)) reader.Problems.Error(reader.PlaceOf(StudyKeys.Values), $"the value {QuotedText.Of(twice.Key)} stands twice", "every value once");
        return factor with { Levels = values };
    }

    private static StudyFactor? Ends(MappingReader reader, StudyFactor factor, StudyDesign design)
    {
        if (!reader.Has(StudyKeys.From) && !reader.Has(StudyKeys.To))
        {
            reader.Problems.Error(reader.Place, "the factor has no values", "values: […], or from: … and to: …");
            return null;
        }

        if (End(reader, StudyKeys.From) is not var (low, unit) || End(reader, StudyKeys.To) is not var (high, highUnit)) return null;
        var typical = 0.5 * (low + high);
        if (reader.Has(StudyKeys.Typical))
        {
            if (End(reader, StudyKeys.Typical) is not var (middle, middleUnit)) return null;
            typical = middle;
            RequireSame(reader, StudyKeys.Typical, unit, middleUnit);
        }

        RequireSame(reader, StudyKeys.To, unit, highUnit);
        if (!(low < high)) reader.Problems.Error(reader.PlaceOf(StudyKeys.To), $"the upper end {high} is not above the lower end {low}", "from below to");
        else if (typical < low || typical > high) reader.Problems.Error(reader.PlaceOf(StudyKeys.Typical), "the typical value is outside the ends", "from <= typical <= to");
        if (factor.Distribution == FactorDistribution.LogUniform && low <= 0) reader.Problems.Error(reader.PlaceOf(StudyKeys.From), "ratios need a lower end above zero", "a positive number");
        factor = factor with { LowSi = low, TypicalSi = typical, HighSi = high, UnitText = unit };
        if (reader.Has(StudyKeys.Steps) && reader.TryGet(StudyKeys.Steps, out var steps))
            return factor with { Levels = [.. Enumerable.Range(0, (int)steps).Select(step => Level(factor, step / (double)(steps - 1))).Distinct()] };
        if (design is StudyDesign.Factorial or StudyDesign.OneAtATime)
            reader.Problems.Error(reader.Place, "this design needs levels, and the factor has only ends", "values: […], or steps: …", "or another design, such as sobol");
        return factor;
    }

    private static string Level(StudyFactor factor, double share)
    {
        var value = factor.Distribution == FactorDistribution.LogUniform ? factor.LowSi * Math.Pow(factor.HighSi / factor.LowSi, share) : factor.LowSi + (share * (factor.HighSi - factor.LowSi));
        return factor.Write(factor.IsWhole ? Math.Round(value) : value);
    }

    private static (double Number, string Unit)? End(MappingReader reader, TextKey key)
    {
        if (!reader.TryGet(key, out var text))
        {
            if (!reader.Has(key)) reader.Problems.Error(reader.Place, $"the key '{key.Name}' is missing", $"{key.Name}: a number with its unit");
            return null;
        }

        if (Number(text) is { } read) return read;
        reader.Problems.Error(reader.PlaceOf(key), $"{QuotedText.Of(text)} does not begin with a number", "a number with its unit, such as 200 km");
        return null;
    }

    private static void RequireSame(MappingReader reader, TextKey key, string unit, string other)
    {
        if (unit != other) reader.Problems.Error(reader.PlaceOf(key), $"'{key.Name}' is in {QuotedText.Of(other)} and 'from' in {QuotedText.Of(unit)}", "the same unit");
    }
}
