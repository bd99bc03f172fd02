using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;
using Bulwark.Simulation.Scenarios;

namespace Bulwark.Simulation.Planning;

/// <summary>A line of a fire unit's magazine: rounds of one kind on launchers of one type at one place, with its models made ready. Immutable.</summary>
public sealed class PlannedLine
{
    internal PlannedLine(int group, RoundLoad load, GeodeticPoint launchers, FlyoutTable flyout)
    {
        Group = group;
        Load = load;
        Flyout = flyout;
        LauncherPosition = Wgs84.ToEcef(launchers);
        Interceptor = new InterceptorFlight(load.Round);
        Predictor = new InterceptPredictor(flyout);
    }

    /// <summary>Index of its launchers in <see cref="FireUnit.Launchers"/>.</summary>
    public int Group { get; }

    /// <summary>How many rounds of which kind.</summary>
    public RoundLoad Load { get; }

    /// <summary>Figures of the round.</summary>
    public InterceptorParameters Round => Load.Round;

    /// <summary>Time of flight and terminal speed of the round, by flying it.</summary>
    public FlyoutTable Flyout { get; }

    /// <summary>Where its rounds leave from, Earth-fixed, metres.</summary>
    public EcefVector LauncherPosition { get; }

    internal InterceptorFlight Interceptor { get; }

    internal InterceptPredictor Predictor { get; }
}
