using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Simulation.Planning;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;

namespace Bulwark.Simulation.World;

/// <summary>What a picture has learned of the constant errors of the radars that it hears of, its own among them.</summary>
internal sealed class RegistrationState
{
    private readonly PlannedRegistration _plan;
    private readonly PlannedPicture _picture;

    public RegistrationState(PlannedRegistration plan, PlannedPicture picture)
    {
        (_plan, _picture) = (plan, picture);
        (First, Count) = (picture.Nodes.Length > 0 ? picture.Nodes[0] : 0, picture.Nodes.Length);
        Errors = new JointRegistration(plan.Stated);
        Pairs = new PlotPairs();
        Told = new int[plan.Stated.Length];
        ToldAt = DoctrineState.LongAgo;
        Reference = Count > 0 ? plan.StationOf(picture.Index, 0) : null;
    }

    private RegistrationState(RegistrationState other, PlannedRegistration plan, PlannedPicture picture)
    {
        (_plan, _picture, First, Count) = (plan, picture, other.First, other.Count);
        Errors = other.Errors.Copy();
        Pairs = other.Pairs.Copy();
        Reference = other.Reference;
        Told = [.. other.Told];
        ToldAt = other.ToldAt;
    }

    /// <summary>The first of the picture's own radars, by its index in the plan.</summary>
    public int First { get; }

    /// <summary>How many radars of its own it has.</summary>
    public int Count { get; }

    /// <summary>What is known of the errors.</summary>
    public JointRegistration Errors { get; }

    /// <summary>The tracks' latest plots.</summary>
    public PlotPairs Pairs { get; }

    /// <summary>The own radar that saw something last, which the picture's tracks lean on; null without own radars.</summary>
    public PlannedRegistration.Station? Reference { get; private set; }

    /// <summary>By radar, its pairs when the record was last told what is known of it.</summary>
    public int[] Told { get; }

    /// <summary>When that was; long before the run when it never was.</summary>
    public SimTime ToldAt { get; set; }

    /// <summary>Takes what is known of their radars' errors off own plots.</summary>
    /// <param name="plots">The plots as measured; corrected.</param>
    /// <param name="sited">Receives them as measured, with their radars.</param>
    public void Correct(List<Plot> plots, List<SitedPlot> sited)
    {
        sited.Clear();
        for (var k = 0; k < plots.Count; k++)
        {
            var plot = plots[k];
            if (_plan.StationOf(_picture.Index, plot.Sensor) is not { } station)
            {
                sited.Add(default);
                continue;
            }

            Reference = station;
            sited.Add(new SitedPlot(station.Radar, station.Frame, plot with { Id = 0 }, station.MeasuresElevation));
            plots[k] = Errors.ErrorsOf(station.Radar).TakenOff(in plot);
        }
    }

    /// <summary>Adds what remains unknown of the radars' errors to what is believed of a track, which its filter takes for free of them.</summary>
    /// <param name="track">The track's number.</param>
    /// <param name="estimate">What its filter believes; widened.</param>
    public void Widen(int track, ref KinematicEstimate estimate)
    {
        if (!Pairs.TryNewest(track, 0, _plan.Stated.Length, out var seen)) return;
        var along = new LocalFrame(Wgs84.ToGeodetic(estimate.Position));
        Span<double> remaining = stackalloc double[9];
        Errors.Remaining(seen.Radar, seen.Frame!, -1, null, estimate.Position, in along, remaining);
        ReadOnlySpan<double> axes = [along.East.X, along.East.Y, along.East.Z, along.North.X, along.North.Y, along.North.Z, along.Up.X, along.Up.Y, along.Up.Z];
        var covariance = estimate.Covariance;
        for (var i = 0; i < 3; i++)
        {
            for (var j = 0; j < 3; j++)
            {
                for (var ab = 0; ab < 9; ab++) covariance[(6 * i) + j] += axes[(3 * (ab / 3)) + i] * remaining[ab] * axes[(3 * (ab % 3)) + j];
            }
        }

        estimate.Covariance = covariance;
    }

    /// <summary>Where a sensor of the picture stands.</summary>
    public SensorFrame FrameOf(int sensor) => _picture.FrameOf(sensor);

    public RegistrationState Copy(PlannedRegistration plan, PlannedPicture picture) => new(this, plan, picture);
}
