using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Operations.Picture;

/// <summary>A track as it reaches command: the only knowledge of a target that decisions may use. Immutable.</summary>
/// <param name="TrackId">Number of the track at the reporting node.</param>
/// <param name="Time">Time for which the state holds.</param>
/// <param name="Position">Earth-fixed position, metres.</param>
/// <param name="Velocity">Earth-fixed velocity, m/s.</param>
/// <param name="PositionSigmaM">Root mean square position error by the track's own covariance, metres.</param>
/// <param name="HeightSigmaM">Standard deviation of its height, metres.</param>
/// <param name="Hits">Plots the track was updated with.</param>
/// <param name="Replies">Plots that came with an answer to the interrogator.</param>
public readonly record struct TrackReport(
    int TrackId, SimTime Time, EcefVector Position, EcefVector Velocity, double PositionSigmaM, double HeightSigmaM, int Hits, int Replies)
{
    /// <summary>What the track is believed to be; null while nothing is known.</summary>
    public ClassBelief? Belief { get; init; }

    /// <summary>What kind of target command takes it for by its signs; null when it does not ask.</summary>
    public KindBelief? Kind { get; init; }

    /// <summary>What command judges it to be by all evidence; null when it goes by answers alone.</summary>
    public Identity? Judged { get; init; }

    /// <summary>What others have said that it is; null when nobody has said anything.</summary>
    public Identity? Told { get; init; }

    /// <summary>Where a ballistic track will strike; null for other tracks.</summary>
    public GroundPrediction? Impact { get; init; }

    /// <summary>Where a ballistic track was launched; null for other tracks.</summary>
    public GroundPrediction? Launch { get; init; }

    /// <summary>The position at another time if the target flies straight on, metres.</summary>
    /// <param name="time">The time asked for.</param>
    public EcefVector PositionAt(SimTime time) => Position + (Velocity * (time - Time).TotalS);
}
