using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Flight.Interceptors;
using Bulwark.Operations.Decisions;
using Bulwark.Operations.Magazines;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Simulation.Planning;

/// <summary>A battery with its models made ready. Immutable.</summary>
public sealed class PlannedBattery
{
    internal PlannedBattery(Battery battery, int node, PlannedRadar engagement, FlyoutTable flyout)
    {
        Battery = battery;
        Node = node;
        PlacedEngagement = engagement;
        Flyout = flyout;
        HoldOff = SimDuration.FromSeconds(battery.Doctrine.HoldOffS);
        LauncherPosition = Wgs84.ToEcef(battery.Position);
        Interceptor = new InterceptorFlight(battery.Round);
        FireUnit = new FireUnitGeometry(engagement, new InterceptPredictor(flyout), battery.Round, LauncherPosition);
        FireControlFilter = new SingleTargetFilter(
            battery.Tracker,
            new Tracking.Plots.SensorDescription(engagement.Site.Frame, battery.Engagement.RevisitPeriodS, battery.Engagement.MeasuresElevation));
    }

    /// <summary>The battery of the scenario.</summary>
    public Battery Battery { get; }

    /// <summary>Index of its acquisition radar among the nodes.</summary>
    public int Node { get; }

    /// <summary>Whether one phased array searches and guides, and so shares its time between the two.</summary>
    public bool GuidesWithSearchRadar => Battery.Engagement.Array is not null && Battery.Engagement == Battery.Acquisition;

    /// <summary>The engagement radar on its site with what surrounds it.</summary>
    public PlannedRadar PlacedEngagement { get; }

    /// <summary>The engagement radar.</summary>
    public RadarModel Engagement => PlacedEngagement.Model;

    /// <summary>Where the engagement radar stands and faces.</summary>
    public RadarSite EngagementSite => PlacedEngagement.Site;

    /// <summary>Time of flight and terminal speed of its round, by flying it.</summary>
    public FlyoutTable Flyout { get; }

    /// <summary>Where rounds leave from, Earth-fixed, metres.</summary>
    public EcefVector LauncherPosition { get; }

    /// <summary>Published caps.</summary>
    public BatteryLimits Limits => Battery.Limits;

    /// <summary>How it fights.</summary>
    public EngagementDoctrine Doctrine => Battery.Doctrine;

    /// <summary>Figures of its round.</summary>
    public InterceptorParameters Round => Battery.Round;

    /// <summary>Whether its radar can see and its round can reach a track.</summary>
    public IFireUnitGeometry Geometry => FireUnit;

    internal SimDuration HoldOff { get; }

    internal FireUnitGeometry FireUnit { get; }

    internal InterceptorFlight Interceptor { get; }

    internal SingleTargetFilter FireControlFilter { get; }

    internal BatteryState NewState() =>
        new(Limits.Targets, new Magazine(Battery.Launchers, Battery.RoundsPerLauncher, Battery.ReloadRounds));
}
