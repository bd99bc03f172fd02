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
/// <param name="InnovationSquaredRatio">Normalised innovation squared of the plot; 0 when not worked out.</param>
/// <param name="InnovationValues">Values the plot measured, which is what the innovation's square is in the mean; 0 when it was not worked out.</param>
/// <param name="StateErrorSquaredRatio">Normalised squared error of position and velocity against the truth by the whole covariance, 6 in the mean; not-a-number without a target.</param>
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
    double PositionSigmaM,
    double InnovationSquaredRatio,
    int InnovationValues,
    double StateErrorSquaredRatio) : IBeliefEvent<TrackUpdated>
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
        writer.Real("innovation_squared", InnovationSquaredRatio);
        writer.Integer("innovation_values", InnovationValues);
        writer.Real("state_error_squared", StateErrorSquaredRatio);
    }

    TrackUpdated IBeliefEvent<TrackUpdated>.About(int target) => this with { Target = target };
}
