using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.World;

namespace Bulwark.Simulation.Stages;

/// <summary>Everything <see cref="OrderStage"/>, <see cref="PostureStage"/> and <see cref="FaultStage"/> may use.</summary>
internal readonly ref struct EmitterInput
{
    public required SimTime Now { get; init; }

    public required int Subject { get; init; }

    public required int Detail { get; init; }

    /// <summary>The searching radars.</summary>
    public required PlannedNode[] Nodes { get; init; }

    /// <summary>The fire units.</summary>
    public required PlannedFireUnit[] Units { get; init; }

    public required PlannedOrder[] Orders { get; init; }

    public required RandomNames Random { get; init; }

    public required EmitterState[] Emitters { get; init; }

    public required BatteryState[] Batteries { get; init; }

    public required FireUnitState[] FireUnits { get; init; }

    /// <summary>Whether nodes work.</summary>
    public required NodeHealth[] Health { get; init; }

    /// <summary>The network; null when nothing is shared.</summary>
    public required SharingState? Sharing { get; init; }

    /// <summary>How a radar or fire unit moves; the reader has seen to it that this is known of everything that is ordered to move.</summary>
    public Movement MovementOf(int row) =>
        (row < Nodes.Length ? Nodes[row].Movement : Units[row - Nodes.Length].Unit.Movement)
        ?? throw new InvalidOperationException("Nothing is known about how this moves.");

    /// <summary>Where a radar or fire unit stands at one of its places, Earth-fixed, metres.</summary>
    public EcefVector PositionOf(int row, int place)
    {
        var site = row < Nodes.Length ? Nodes[row].Places[place].Site : Units[row - Nodes.Length].Places[place].PlacedEngagement.Site;
        return Wgs84.ToEcef(site.Frame.Antenna);
    }

    /// <summary>The site of a radar or fire unit where it stands now.</summary>
    public RadarSite SiteOf(int row) => row < Nodes.Length ? Nodes[row].Places[Emitters[row].Place].Site : Units[row - Nodes.Length].Places[Emitters[row].Place].PlacedEngagement.Site;

    /// <summary>The width of the sector that its radar sees, radians.</summary>
    public double SectorOfRad(int row) => (row < Nodes.Length ? Nodes[row].Radar : Units[row - Nodes.Length].Engagement).Parameters.SectorWidthRad;

    /// <summary>The picture whose owner a radar or fire unit belongs to.</summary>
    public int PictureOf(int row) => row < Nodes.Length ? Nodes[row].Picture : Units[row - Nodes.Length].Battery;
}
