using Bulwark.Core.Units;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Simulation.Catalogue;

/// <summary>How far the flight model of a round reproduces what is published of it: computed by flying it, never written down. Immutable.</summary>
public sealed record RoundCalibration
{
    /// <summary>The missile of the catalogue.</summary>
    public required CatalogueEntry Entry { get; init; }

    /// <summary>The round.</summary>
    public required InterceptorParameters Round { get; init; }

    /// <summary>What it does in the model.</summary>
    public required RoundPerformance Performance { get; init; }

    /// <summary>The published or assumed greatest speed; null when the entry has none.</summary>
    public Figure? Speed => Entry.Figures.Find("maximum-speed");

    /// <summary>Difference of the model's greatest speed from the typical one, as a share; not a number without one.</summary>
    public double SpeedResidualRatio => Speed is { } speed ? (Performance.GreatestSpeedMPerS / speed.TypicalSi) - 1 : double.NaN;

    /// <summary>Whether the greatest speed lies inside the published spread, to half a per cent.</summary>
    public bool SpeedIsWithin => Speed is not { } speed || (Performance.GreatestSpeedMPerS > 0.995 * speed.LowSi && Performance.GreatestSpeedMPerS < 1.005 * speed.HighSi);

    /// <summary>Shortfall of the reach below the largest range, as a share: 0 when the model reaches it.</summary>
    public double RangeResidualRatio => Math.Min(0, (Performance.ReachM / Entry.Figures.Find("maximum-range")!.TypicalSi) - 1);

    /// <summary>Whether the model reaches the published range, or at least its lowest statement.</summary>
    public bool RangeIsWithin => Performance.ReachM > 0.99 * Entry.Figures.Find("maximum-range")!.LowSi;

    /// <summary>Shortfall of the ceiling below the greatest height, as a share: 0 when the model reaches it.</summary>
    public double HeightResidualRatio => Math.Min(0, (Performance.CeilingM / Entry.Figures.Find("maximum-height")!.TypicalSi) - 1);

    /// <summary>Whether the model reaches the published height, or at least its lowest statement.</summary>
    public bool HeightIsWithin => Performance.CeilingM > 0.99 * Entry.Figures.Find("maximum-height")!.LowSi;

    /// <summary>Flies a missile of the catalogue.</summary>
    /// <param name="entry">The missile.</param>
    /// <exception cref="ArgumentException">The entry is of another kind.</exception>
    public static RoundCalibration Of(CatalogueEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var round = ParameterBuilder.Missile(entry);
        return new RoundCalibration { Entry = entry, Round = round, Performance = RoundPerformance.Of(round) };
    }

    /// <summary>
    /// The same round with propellant masses and thrusts, and if need be its drag factor, fitted to the typical published speed and range; burn times, exhaust speed, share of the
    /// sustainer and everything else are the entry's.
    /// </summary>
    /// <returns>What the fitted round does; null when nothing fits.</returns>
    /// <exception cref="InvalidOperationException">The entry has no greatest speed.</exception>
    public RoundCalibration? Refitted()
    {
        if (Speed is not { } speed) throw new InvalidOperationException($"'{Entry.Id}' has no figure maximum-speed to fit to.");
        var propellantKg = Round.PropellantMassKg + Round.SustainPropellantMassKg;
        var exhaustSpeedMPerS = ((Round.ThrustN * Round.BurnTimeS) + (Round.SustainThrustN * Round.SustainTimeS)) / propellantKg;
        return RoundFit.ToPublication(Round, speed.TypicalSi, exhaustSpeedMPerS, Round.SustainPropellantMassKg / propellantKg) is { } fitted
            ? this with { Round = fitted, Performance = RoundPerformance.Of(fitted) }
            : null;
    }

    /// <summary>The comparison as a row of a table: name, speed, range and height, each published and in the model, with the residual.</summary>
    public IReadOnlyList<string> Row =>
    [
        Entry.Id,
        Speed is { } speed ? speed.ValueText : "-",
        $"{Performance.GreatestSpeedMPerS:0} m/s ({(double.IsNaN(SpeedResidualRatio) ? "-" : $"{100 * SpeedResidualRatio:+0.0;-0.0;0.0} %")}{(SpeedIsWithin ? "" : ", outside")})",
        Entry.Figures.Find("maximum-range")!.ValueText,
        $"{Length(Performance.ReachM, Round.MaximumRangeM)} ({100 * RangeResidualRatio:+0.0;-0.0;0.0} %{(RangeIsWithin ? "" : ", outside")})",
        Entry.Figures.Find("maximum-height")!.ValueText,
        $"{Length(Performance.CeilingM, Round.MaximumHeightM)} ({100 * HeightResidualRatio:+0.0;-0.0;0.0} %{(HeightIsWithin ? "" : ", outside")})",
    ];

    /// <summary>The heads of the columns of <see cref="Row"/>.</summary>
    public static IReadOnlyList<string> Columns { get; } = ["round", "greatest speed", "in the model", "largest range", "flies to", "greatest height", "climbs to"];

    private static string Length(double metres, double published) =>
        metres >= 1.5 * published ? "over " + QuantityFormat.Short(1.5 * published, Dimension.Length, 3) : QuantityFormat.Short(metres, Dimension.Length, 3);
}
