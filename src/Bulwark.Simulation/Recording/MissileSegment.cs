namespace Bulwark.Simulation.Recording;

/// <summary>A piece of a missile's flight ended here; it began where the previous piece ended (the launcher for the first). Immutable.</summary>
/// <param name="Missile">Number of the missile.</param>
/// <param name="XM">Earth-fixed x at the end, metres.</param>
/// <param name="YM">Earth-fixed y at the end, metres.</param>
/// <param name="ZM">Earth-fixed z at the end, metres.</param>
/// <param name="SpeedMPerS">Speed at the end, m/s.</param>
public readonly record struct MissileSegment(int Missile, double XM, double YM, double ZM, double SpeedMPerS) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.MissileSegment;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("missile", Missile);
        writer.Real("x_m", XM);
        writer.Real("y_m", YM);
        writer.Real("z_m", ZM);
        writer.Real("speed_m_per_s", SpeedMPerS);
    }
}
