using Bulwark.Operations.Picture;

namespace Bulwark.Simulation.Recording;

/// <summary>A battery takes a track for another kind of target than before. Immutable.</summary>
/// <param name="Battery">Index of the battery.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth behind it, or -1.</param>
/// <param name="Kind">What it takes it for.</param>
/// <param name="AircraftProbability">How likely it believes an aircraft, 0 to 1.</param>
/// <param name="CruiseMissileProbability">A cruise missile.</param>
/// <param name="DroneProbability">A drone.</param>
/// <param name="DecoyProbability">A decoy.</param>
/// <param name="AntiRadiationProbability">A missile that homes on radars.</param>
public readonly record struct TrackKindJudged(
    int Battery,
    int Track,
    int Target,
    TargetKind Kind,
    double AircraftProbability,
    double CruiseMissileProbability,
    double DroneProbability,
    double DecoyProbability,
    double AntiRadiationProbability) : IBeliefEvent<TrackKindJudged>
{
    /// <inheritdoc />
    public static EventType Type => EventType.TrackKindJudged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("battery", Battery);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Choice("kind", Kind);
        writer.Real("aircraft_probability", AircraftProbability);
        writer.Real("cruise_missile_probability", CruiseMissileProbability);
        writer.Real("drone_probability", DroneProbability);
        writer.Real("decoy_probability", DecoyProbability);
        writer.Real("anti_radiation_probability", AntiRadiationProbability);
    }

    TrackKindJudged IBeliefEvent<TrackKindJudged>.About(int target) => this with { Target = target };
}
