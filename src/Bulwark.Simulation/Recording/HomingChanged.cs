namespace Bulwark.Simulation.Recording;

/// <summary>A missile that homes on a radar hears it no more, hears it again or hears it at another place, and flies to another point. Immutable.</summary>
/// <param name="Target">Index of the missile among the targets.</param>
/// <param name="Emitter">Row of the radar: the searching radars first, then the fire units.</param>
/// <param name="Hears">Whether it hears the radar.</param>
/// <param name="XM">Earth-fixed point it flies to, metres.</param>
/// <param name="YM">Its second coordinate.</param>
/// <param name="ZM">Its third coordinate.</param>
public readonly record struct HomingChanged(int Target, int Emitter, bool Hears, double XM, double YM, double ZM) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.HomingChanged;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("target", Target);
        writer.Integer("emitter", Emitter);
        writer.Integer("hears", Hears ? 1 : 0);
        writer.Real("x_m", XM);
        writer.Real("y_m", YM);
        writer.Real("z_m", ZM);
    }
}
