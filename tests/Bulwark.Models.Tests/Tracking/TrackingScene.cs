using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Targets on straight lines seen by one rotating radar: what the tracker tests share.</summary>
internal sealed class TrackingScene
{
    public const double PeriodS = 4;
    public const double RangeSigmaM = 50;
    public static readonly double AngleSigmaRad = double.DegreesToRadians(0.1);
    private RandomStream _random;

    public TrackingScene(ulong seed, bool elevation = true)
    {
        _random = new RandomStream(seed, 0, 0, RandomPurpose.MeasurementNoise);
        Frame = new SensorFrame(GeodeticPoint.FromDegrees(45, 12, 100), 20);
        Sensor = new SensorDescription(Frame, PeriodS, elevation);
    }

    public SensorFrame Frame { get; }

    public SensorDescription Sensor { get; }

    public double DetectionProbability { get; set; } = 1;

    /// <summary>Azimuth of the beam when a rotation starts; no target of a test may pass it, or a rotation would see it twice or never.</summary>
    public double PhaseRad { get; set; }

    public double Uniform() => _random.NextUnit();

    public double Normal() => Math.Sqrt(-2 * Math.Log(_random.NextUnit())) * Math.Cos(2 * Math.PI * _random.NextUnit());

    public EcefVector Truth(EnuVector startM, EnuVector velocityMPerS, double timeS) => Frame.Local.ToEcef(startM + (velocityMPerS * timeS));

    /// <summary>The plot of a target in one rotation, noise included, at the time the beam points at it.</summary>
    public Plot Look(int scan, EnuVector startM, EnuVector velocityMPerS, long id)
    {
        var azimuthRad = Frame.Measure(Truth(startM, velocityMPerS, scan * PeriodS)).AzimuthRad;
        var turn = (azimuthRad - PhaseRad) / (2 * Math.PI);
        return LookAt((scan + turn - Math.Floor(turn)) * PeriodS, startM, velocityMPerS, id);
    }

    public Plot LookAt(double timeS, EnuVector startM, EnuVector velocityMPerS, long id)
    {
        var truth = Frame.Measure(Truth(startM, velocityMPerS, timeS));
        return new Plot
        {
            Time = SimTime.FromSeconds(timeS),
            RangeM = truth.RangeM + (RangeSigmaM * Normal()),
            AzimuthRad = truth.AzimuthRad + (AngleSigmaRad * Normal()),
            ElevationRad = truth.ElevationRad + (AngleSigmaRad * Normal()),
            RangeSigmaM = RangeSigmaM,
            AzimuthSigmaRad = AngleSigmaRad,
            ElevationSigmaRad = AngleSigmaRad,
            Id = id,
        };
    }

    public bool IsSeen() => _random.NextUnit() < DetectionProbability;

    /// <summary>One rotation through the tracker, in sectors, plots in the order of time.</summary>
    public static List<TrackChange> Rotate(Tracker tracker, int scan, List<Plot> plots, int sectors = 8)
    {
        plots.Sort((a, b) => a.Time.CompareTo(b.Time));
        var changes = new List<TrackChange>();
        var next = 0;
        for (var sector = 1; sector <= sectors; sector++)
        {
            var end = SimTime.FromSeconds((scan + ((double)sector / sectors)) * PeriodS);
            var batch = plots.Skip(next).TakeWhile(plot => plot.Time <= end || sector == sectors).ToArray();
            next += batch.Length;
            tracker.Process(batch, end, changes);
        }

        return changes;
    }
}
