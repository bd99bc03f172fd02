using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Planning;

/// <summary>The jammers of a run and what their noise does to a look. Immutable.</summary>
public sealed class JammerSky
{
    private readonly int[] _jammers;
    private readonly PlannedTarget[] _targets;

    internal JammerSky(PlannedTarget[] targets)
    {
        _targets = targets;
        _jammers = [.. targets.Where(static target => target.Group.Class.Jammer is not null).Select(static target => target.Index)];
    }

    /// <summary>Whether nobody jams.</summary>
    public bool IsQuiet => _jammers.Length == 0;

    /// <summary>Sum of the jammer-to-noise ratios in a radar's receiver while its beam points somewhere.</summary>
    /// <param name="radar">The radar.</param>
    /// <param name="time">When.</param>
    /// <param name="beam">Where the beam points.</param>
    /// <param name="statuses">Which targets fly.</param>
    internal double NoiseRatio(PlannedRadar radar, SimTime time, in RadarView beam, ReadOnlySpan<TargetStatus> statuses)
    {
        var sum = 0.0;
        foreach (var jammer in _jammers)
        {
            if (statuses[jammer] != TargetStatus.Flying) continue;
            var from = radar.Site.View(_targets[jammer].StateAt(time).Position);
            sum += radar.Surroundings.JammerToNoiseRatio(_targets[jammer].Group.Class.Jammer!, in from, in beam);
        }

        return sum;
    }
}
