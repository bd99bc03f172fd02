using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>One engagement as recorded: its channel, its target and its missiles.</summary>
internal sealed class EngagementHistory(int number, int unit, int channel, double startS)
{
    public int Number => number;

    /// <summary>Index of the fire unit.</summary>
    public int Unit => unit;

    public int Channel => channel;

    public double StartS => startS;

    /// <summary>Index of the target that was last followed, or -1.</summary>
    public int Target { get; set; } = -1;

    /// <summary>When the channel became free, or the end of the run.</summary>
    public double EndS { get; set; }

    /// <summary>What command believed, or null when the run ended first.</summary>
    public EngagementResult? Result { get; set; }

    /// <summary>Launches (one missile more) and ends (one fewer), in order.</summary>
    public List<(double TimeS, int Change)> Missiles { get; } = [];

    /// <summary>Whether its target had been killed, by whichever missile, when the engagement ended.</summary>
    public bool Killed { get; set; }
}
