using Bulwark.Core.Earth;
using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Plotting.Runs;

/// <summary>One missile's recorded flight.</summary>
internal sealed class MissileHistory(int battery, int number)
{
    public int Battery => battery;

    public int Number => number;

    public List<GeodeticPoint> Path { get; } = [];

    public MissileOutcome? Outcome { get; set; }
}
