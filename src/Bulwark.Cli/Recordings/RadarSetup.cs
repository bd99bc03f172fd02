using Bulwark.Core.Earth;
using Bulwark.Formats.Asterix;
using Bulwark.Tracking.Plots;

namespace Bulwark.Cli.Recordings;

/// <summary>A radar of the recordings as the tracker takes it. Immutable.</summary>
/// <param name="Facts">What the recordings say about it.</param>
/// <param name="Place">Where it stands, or is taken to stand.</param>
/// <param name="Origin">How the place is known.</param>
/// <param name="UncertaintyM">How uncertain the place is, metres; 0 when nothing is said about it.</param>
/// <param name="PeriodS">Antenna period used, seconds.</param>
/// <param name="PeriodIsAssumed">Whether the recordings say nothing about the period.</param>
internal sealed record RadarSetup(
    RadarFacts Facts, GeodeticPoint Place, PlaceOrigin Origin, double UncertaintyM, double PeriodS, bool PeriodIsAssumed)
{
    /// <summary>Period used when the recordings say nothing about it, seconds: the commonest of approach radars.</summary>
    public const double AssumedPeriodS = 4;

    /// <summary>What it can tell apart.</summary>
    public TargetResolution Resolution { get; init; } = TargetResolution.None;

    /// <summary>The radar.</summary>
    public SensorKey Key => Facts.Key;

    /// <summary>What the tracker needs to know.</summary>
    public SensorDescription Description() => new(new SensorFrame(Place, 0), PeriodS, MeasuresElevation: false) { RangeResolutionM = Resolution.RangeM, AzimuthResolutionRad = Resolution.AzimuthRad };

    /// <summary>
    /// Settles where a radar stands and how fast it turns. The user's word counts most, then the recording's, then the table of known
    /// radars.
    /// </summary>
    /// <param name="facts">What the recordings say.</param>
    /// <param name="given">The places the user gave, by radar.</param>
    /// <param name="givenForAll">The place the user gave for every other radar; null for none.</param>
    public static RadarSetup Settle(RadarFacts facts, IReadOnlyDictionary<SensorKey, GeodeticPoint> given, GeodeticPoint? givenForAll)
    {
        var periodS = facts.Measured?.PeriodS ?? facts.StatedPeriodS;
        var (place, origin, uncertaintyM) = given.TryGetValue(facts.Key, out var own) ? (own, PlaceOrigin.Given, 0.0)
            : givenForAll is { } any ? (any, PlaceOrigin.Given, 0)
            : facts.StatedPlace is { } stated ? (stated, PlaceOrigin.Recording, 0)
            : RadarPlaces.Find(facts.Key) is { } known ? (known.Place, PlaceOrigin.Table, known.UncertaintyM)
            : (default, PlaceOrigin.Arbitrary, 0);
        return new RadarSetup(facts, place, origin, uncertaintyM, periodS ?? AssumedPeriodS, periodS is null);
    }
}
