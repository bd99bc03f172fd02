using Bulwark.Core.Earth;

namespace Bulwark.Flight.Interceptors;

/// <summary>A round in flight: everything that a copy needs to fly on to the same bits.</summary>
public struct InterceptorState
{
    /// <summary>Earth-fixed position, metres.</summary>
    public EcefVector Position { get; internal set; }

    /// <summary>Earth-fixed velocity, m/s.</summary>
    public EcefVector Velocity { get; internal set; }

    /// <summary>Lateral acceleration the airframe is giving, m/s².</summary>
    public EcefVector Lateral { get; internal set; }

    /// <summary>Earth-fixed position of the launcher, metres.</summary>
    public EcefVector Launcher { get; internal set; }

    /// <summary>Time since launch, seconds.</summary>
    public double AgeS { get; internal set; }

    /// <summary>Mass, kilograms.</summary>
    public double MassKg { get; internal set; }

    /// <summary>Guidance's estimate of the time to the intercept, seconds; not a number before the first step.</summary>
    public double TimeToGoS { get; internal set; }

    /// <summary>What it is doing.</summary>
    public InterceptorPhase Phase { get; internal set; }

    /// <summary>Curvature of the lofted path, chosen at the first step: rise over the chord is this times (distance flown)(distance to go).</summary>
    internal double LoftPerM { get; set; }
}
