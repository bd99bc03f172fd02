namespace Bulwark.Simulation.Recording;

/// <summary>A confirmed track took a plot. Immutable.</summary>
/// <param name="Picture">Index of the picture.</param>
/// <param name="Track">Number of the track.</param>
/// <param name="Target">Target in truth that gave the plot, or -1.</param>
/// <param name="XM">Earth-fixed x, metres.</param>
/// <param name="YM">Earth-fixed y, metres.</param>
/// <param name="ZM">Earth-fixed z, metres.</param>
/// <param name="VelocityXMPerS">Earth-fixed x velocity, m/s.</param>
/// <param name="VelocityYMPerS">Earth-fixed y velocity, m/s.</param>
/// <param name="VelocityZMPerS">Earth-fixed z velocity, m/s.</param>
/// <param name="PositionSigmaM">Root mean square position error by the covariance, metres.</param>
public readonly record struct TrackUpdated(
    int Picture,
    int Track,
    int Target,
    double XM,
    double YM,
    double ZM,
    double VelocityXMPerS,
    double VelocityYMPerS,
    double VelocityZMPerS,
    double PositionSigmaM) : IBeliefEvent<TrackUpdated>
{
    /// <inheritdoc />
    public static EventType Type => EventType.TrackUpdated;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("picture", Picture);
        writer.Integer("track", Track);
        writer.Integer("target", Target);
        writer.Real("x_m", XM);
        writer.Real("y_m", YM);
        writer.Real("z_m", ZM);
        writer.Real("vx_m_per_s", VelocityXMPerS);
        writer.Real("vy_m_per_s", VelocityYMPerS);
        writer.Real("vz_m_per_s", VelocityZMPerS);
        writer.Real("position_sigma_m", PositionSigmaM);
    }

    TrackUpdated IBeliefEvent<TrackUpdated>.About(int target) => this with { Target = target };
}
