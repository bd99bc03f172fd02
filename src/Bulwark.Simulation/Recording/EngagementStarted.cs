namespace Bulwark.Simulation.Recording;

/// <summary>A track got a target channel. Immutable.</summary>
/// <param name="Unit">Index of the fire unit.</param>
/// <param name="Engagement">Number of the engagement.</param>
/// <param name="Channel">Channel, from 0.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth behind the track, or -1.</param>
/// <param name="TimeOfFlightS">Predicted time of flight, seconds.</param>
/// <param name="KillProbability">Expected single-round kill probability.</param>
public readonly record struct EngagementStarted(
    int Unit,
    int Engagement,
    int Channel,
    int Track,
    int Target,
    double TimeOfFlightS,
    double KillProbability) : IBeliefEvent<EngagementStarted>
{
    /// <inheritdoc />
    public static EventType Type => EventType.EngagementStarted;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("unit", Unit);
        writer.Integer("engagement", Engagement);
        writer.Integer("channel", Channel);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("time_of_flight_s", TimeOfFlightS);
        writer.Real("kill_probability", KillProbability);
    }

    EngagementStarted IBeliefEvent<EngagementStarted>.About(int target) => this with { Target = target };
}
