using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Simulation.World;

/// <summary>A round that has been fired. A row of the run's table, changed in place by the stages.</summary>
internal struct Missile
{
    /// <summary>Index of the fire unit.</summary>
    public int Unit { get; set; }

    /// <summary>Line of its magazine that it came from.</summary>
    public int Line { get; set; }

    /// <summary>Engagement it was fired for.</summary>
    public int Engagement { get; set; }

    /// <summary>What its engagement radar follows in truth.</summary>
    public TruthTag Truth { get; set; }

    /// <summary>When it was launched.</summary>
    public SimTime LaunchedAt { get; set; }

    /// <summary>Time up to which its flight has been integrated.</summary>
    public SimTime SteppedTo { get; set; }

    /// <summary>Whether it is in flight.</summary>
    public bool Flying { get; set; }

    /// <summary>Position, velocity, mass and control of the point mass.</summary>
    public InterceptorState Flight;
}
