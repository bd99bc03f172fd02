using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Sensing.Radars;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Scenarios;

/// <summary>A battery on its site: one acquisition radar, one engagement radar, launchers with rounds, and how it fights. Immutable.</summary>
public sealed record Battery
{
    /// <summary>Identifier, unique in the scenario.</summary>
    public required string Id { get; init; }

    /// <summary>Name for reports.</summary>
    public required string Name { get; init; }

    /// <summary>Where it stands; the height is that of the ground.</summary>
    public required GeodeticPoint Position { get; init; }

    /// <summary>Direction the engagement radar faces, radians clockwise from north.</summary>
    public required double FacingRad { get; init; }

    /// <summary>The rotating radar that searches.</summary>
    public required RadarParameters Acquisition { get; init; }

    /// <summary>The radar that guides.</summary>
    public required RadarParameters Engagement { get; init; }

    /// <summary>The round it fires.</summary>
    public required InterceptorParameters Round { get; init; }

    /// <summary>Number of launchers.</summary>
    public required int Launchers { get; init; }

    /// <summary>Rounds ready on each launcher.</summary>
    public required int RoundsPerLauncher { get; init; }

    /// <summary>Rounds in store for reloading, for the whole battery.</summary>
    public required int ReloadRounds { get; init; }

    /// <summary>Time to reload one empty launcher, seconds.</summary>
    public required double ReloadTimeS { get; init; }

    /// <summary>Published caps.</summary>
    public required BatteryLimits Limits { get; init; }

    /// <summary>How it fights.</summary>
    public required EngagementDoctrine Doctrine { get; init; }

    /// <summary>How it tracks.</summary>
    public required TrackerParameters Tracker { get; init; }
}
