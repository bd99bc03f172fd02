namespace Bulwark.Sensing.Antennas;

/// <summary>Checks that patterns share.</summary>
internal static class Beamwidths
{
    public static double Positive(double beamwidthRad) =>
        beamwidthRad > 0 && double.IsFinite(beamwidthRad)
            ? beamwidthRad
            : throw new ArgumentOutOfRangeException(nameof(beamwidthRad), beamwidthRad, "The beamwidth must be positive and finite.");

    public static double FloorRatio(double sideLobeDb) =>
        sideLobeDb < 0 && double.IsFinite(sideLobeDb)
            ? Math.Pow(10, sideLobeDb / 10)
            : throw new ArgumentOutOfRangeException(nameof(sideLobeDb), sideLobeDb, "The side lobes must lie below the peak.");
}
