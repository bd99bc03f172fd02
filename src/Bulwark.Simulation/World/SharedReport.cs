using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.World;

/// <summary>What one message says about one track. A row of the run's table; a message carries its number.</summary>
internal struct SharedReport
{
    /// <summary>Number of the track at its sender.</summary>
    public int Track { get; set; }

    public SimTime Time { get; set; }

    public EcefVector Position { get; set; }

    public EcefVector Velocity { get; set; }

    public double PositionSigmaM { get; set; }

    public double HeightSigmaM { get; set; }

    /// <summary>Whether its sender holds it for neutral because it answered.</summary>
    public bool IsNeutral { get; set; }

    /// <summary>Whether its sender is engaging it.</summary>
    public bool IsEngaged { get; set; }

    /// <summary>Whether its sender has seen it since the report before; otherwise only the status is news.</summary>
    public bool IsNew { get; set; }

    /// <summary>Number of the plot that it is sent with; 0 for none: who reports himself, or nobody registers radars.</summary>
    public int Seen { get; set; }

    /// <summary>What is behind it in truth: for the record only.</summary>
    public TruthTag Truth { get; set; }

    /// <summary>Where it is believed to be at another time.</summary>
    public readonly EcefVector PositionAt(SimTime time) => Position + (Velocity * (time - Time).TotalS);
}
