using Bulwark.Core.Randomness;
using Bulwark.Simulation.Documents;

namespace Bulwark.Studies.Files;

/// <summary>Something that a study changes: a value of the scenario, or a figure of the catalogue. Immutable.</summary>
public sealed record StudyFactor
{
    /// <summary>Its name, as in tables.</summary>
    public required string Name { get; init; }

    /// <summary>Where the value stands: steps separated by '/', beginning with "catalogue" for a figure.</summary>
    public required string Path { get; init; }

    /// <summary>Where the factor stands in the study file.</summary>
    public DocumentPlace Place { get; init; }

    /// <summary>Its levels as a file would write them; empty for a factor given by its ends.</summary>
    public IReadOnlyList<string> Levels { get; init; } = [];

    /// <summary>Lower end, in the unit of <see cref="UnitText"/>.</summary>
    public double LowSi { get; init; }

    /// <summary>Most likely value, in the same unit.</summary>
    public double TypicalSi { get; init; }

    /// <summary>Upper end, in the same unit.</summary>
    public double HighSi { get; init; }

    /// <summary>The unit of ends and values, empty for counts and shares.</summary>
    public string UnitText { get; init; } = "";

    /// <summary>How likely the values are between the ends.</summary>
    public FactorDistribution Distribution { get; init; }

    /// <summary>Whether only whole numbers make sense.</summary>
    public bool IsWhole { get; init; }

    /// <summary>Whether the factor is a figure of the catalogue that varies because it is uncertain.</summary>
    public bool IsUncertain { get; init; }

    /// <summary>The steps of the path.</summary>
    public IReadOnlyList<string> Steps => Path.Split('/');

    /// <summary>The value at a share of the factor's range, as a file would write it.</summary>
    /// <param name="share">0 to 1: a probability for a factor with ends, a place among the levels for one with levels.</param>
    public string ValueAt(double share)
    {
        if (Levels.Count > 0) return Levels[Math.Min(Levels.Count - 1, (int)(share * Levels.Count))];
        var value = Distribution switch
        {
            FactorDistribution.LogUniform => LowSi * Math.Pow(HighSi / LowSi, share),
            FactorDistribution.Triangular => Quantiles.Triangular(share, LowSi, TypicalSi, HighSi),
            FactorDistribution.Pert => Quantiles.Pert(share, LowSi, TypicalSi, HighSi),
            _ => Quantiles.Uniform(share, LowSi, HighSi),
        };

        // Every whole number of the range is as likely as its share of the line from half below the first to half above the last.
        if (IsWhole && Distribution == FactorDistribution.Uniform) value = Math.Min(HighSi, Math.Floor(LowSi + (share * (HighSi - LowSi + 1))));
        else if (IsWhole) value = Math.Round(value);
        return Write(value);
    }

    /// <summary>A number as a file would write it, with the factor's unit.</summary>
    /// <param name="value">The number in the factor's unit.</param>
    public string Write(double value)
    {
        var number = value.ToString("R");
        return UnitText.Length == 0 ? number : $"{number} {UnitText}";
    }
}
