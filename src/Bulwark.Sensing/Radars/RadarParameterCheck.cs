using System.Runtime.CompilerServices;

namespace Bulwark.Sensing.Radars;

/// <summary>Finds radar parameters that have no meaning.</summary>
internal static class RadarParameterCheck
{
    /// <summary>The first problem as a sentence, or null when there is none.</summary>
    public static string? FirstProblem(RadarParameters p) =>
        Positive(p.ReferenceRangeM)
        ?? Positive(p.ReferenceRcsM2)
        ?? Demand(p.FalseAlarmProbability is > 0 and < 1, p.FalseAlarmProbability, "above 0 and below 1")
        ?? Demand(p.ReferencePdProbability is > 0 and < 1, p.ReferencePdProbability, "above 0 and below 1")
        ?? Demand(p.ReferencePdProbability > p.FalseAlarmProbability, p.ReferencePdProbability, "above the false-alarm probability")
        ?? Demand(p.IntegratedPulses is >= 1 and <= 1_000_000, p.IntegratedPulses, "1 to a million")
        ?? NotNegative(p.MinimumRangeM)
        ?? Demand(double.IsFinite(p.InstrumentedRangeM) && p.InstrumentedRangeM > p.MinimumRangeM, p.InstrumentedRangeM, "beyond the blind range")
        ?? Demand(double.IsFinite(p.AntennaHeightM), p.AntennaHeightM, "a finite height")
        ?? Demand(p.MinimumElevationRad >= -Math.PI / 2, p.MinimumElevationRad, "-pi/2 or more")
        ?? Demand(
            p.MaximumElevationRad > p.MinimumElevationRad && p.MaximumElevationRad <= Math.PI / 2,
            p.MaximumElevationRad,
            "above the lowest elevation, up to pi/2")
        ?? Positive(p.AzimuthBeamwidthRad)
        ?? Positive(p.ElevationBeamwidthRad)
        ?? Positive(p.RangeResolutionM)
        ?? Demand(p.SectorWidthRad is > 0 and <= 2 * Math.PI, p.SectorWidthRad, "above 0, up to 2 pi")
        ?? NotNegative(p.RotationPeriodS)
        ?? NotNegative(p.RevisitPeriodS)
        ?? NotNegative(p.RangeFloorM)
        ?? NotNegative(p.AngleFloorRad)
        ?? NotNegative(p.RangeRateSigmaMPerS)
        ?? Demand(p.ReplyProbability is >= 0 and <= 1, p.ReplyProbability, "0 to 1")
        ?? Demand(p.LargestPdProbability is > 0 and <= 1, p.LargestPdProbability, "above 0, up to 1")
        ?? NotNegative(p.FrequencyHz)
        ?? NotNegative(p.NoiseTemperatureK)
        ?? Demand(p.SideLobeLevelDb is < 0 and >= -200, p.SideLobeLevelDb, "below 0, -200 or more")
        ?? NotNegative(p.PulseRepetitionHz)
        ?? Demand(p.CancellerOrder is >= 0 and <= 8, p.CancellerOrder, "0 to 8")
        ?? Positive(p.ImprovementLimitDb)
        ?? NotNegative(p.RangeBiasSigmaM)
        ?? NotNegative(p.AngleBiasSigmaRad)
        ?? NotNegative(p.RangeQuantumM)
        ?? NotNegative(p.AngleQuantumRad)
        ?? p.Array?.FirstProblem();

    private static string? Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Demand(value > 0 && double.IsFinite(value), value, "a positive number", name);

    private static string? NotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        Demand(value >= 0 && double.IsFinite(value), value, "zero or more", name);

    private static string? Demand(bool holds, double value, string expected, [CallerArgumentExpression(nameof(value))] string name = "") =>
        holds ? null : $"Radar parameter {name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]} is {value}; expected {expected}.";
}
