using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Models of the workbench against each other where they must agree.</summary>
internal sealed class ConsistencyExperiment : IExperiment
{
    /// <inheritdoc />
    public string Name => "experiment-consistency";

    /// <inheritdoc />
    public string Area => "Consistency";

    /// <inheritdoc />
    public string Model => "models against each other";

    /// <inheritdoc />
    public string Source => "one relation worked out two ways";

    /// <inheritdoc />
    public string Rule =>
        "Detection table: 1e-6 of exact statistics, its stated error, between -30 and 40 dB. Range ring: at the range that the ring gives for a probability, the table gives that probability within 2e-6 (its error twice: statement and ring). "
        + "Effective Earth: the local factor of the exponential atmosphere puts a low ray (from 20 m, 0.2 degrees, to 180 m) within 0.15 m of the ray trace. "
        + "Geodesics: direct then inverse closes to 50 nm over 2000 lines. Earth-fixed positions: to geodetic and back within 20 nm from -11 km to 2000 km.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            cancellation.ThrowIfCancellationRequested();
            findings.Begin(fluctuation.ToString());
            Tables(findings, fluctuation);
            Rings(findings, fluctuation);
        }

        findings.Begin("low ray");
        var factor = ExponentialRefractivity.Standard.EffectiveEarthFactor(100, Wgs84.MeanRadiusM);
        var elevationRad = double.DegreesToRadians(0.2);
        var path = RayTrace.Trace(ExponentialRefractivity.Standard, 20, elevationRad, 180);
        findings.Check("effective Earth against ray trace", "m", new EffectiveEarth(factor).HeightM(path.SlantRangeM, 20, elevationRad), 180, Tolerance.Absolute(0.15));
        Lines(findings, cancellation);
    }

    private static void Tables(Findings findings, SwerlingCase fluctuation)
    {
        foreach (var (pulses, pfa) in ((int, double)[])[(1, 1e-6), (10, 1e-6), (32, 1e-8)])
        {
            var table = new DetectionTable(fluctuation, pulses, pfa);
            var worst = 0.0;
            for (var snrDb = -30.0; snrDb <= 40; snrDb += 0.517) worst = Math.Max(worst, Math.Abs(table.At(snrDb) - DetectionStatistics.Probability(fluctuation, pulses, pfa, Decibels.Ratio(snrDb))));
            findings.CheckError("detection table against exact", "", worst, Tolerance.Absolute(1e-6));
        }
    }

    private static void Rings(Findings findings, SwerlingCase fluctuation)
    {
        var radar = new RadarModel(SampleRadar.Parameters with { Fluctuation = fluctuation });
        foreach (var probability in (double[])[0.1, 0.5, 0.8, 0.95])
        {
            foreach (var rcsM2 in (double[])[0.01, 1, 100])
                findings.Check("range ring against table", "", radar.DetectionProbability(radar.SnrRatio(radar.DetectionRangeM(rcsM2, probability), rcsM2)), probability, Tolerance.Absolute(2e-6));
        }
    }

    private static void Lines(Findings findings, CancellationToken cancellation)
    {
        var random = new RandomStream(1985, 0, 0, RandomPurpose.General);
        for (var line = 0; line < 2000; line++)
        {
            if (line % 100 == 0) cancellation.ThrowIfCancellationRequested();
            findings.Begin($"line {line + 1}");
            var start = GeodeticPoint.FromDegrees((180 * random.NextUnit()) - 90, (360 * random.NextUnit()) - 180, (2_011_000 * random.NextUnit()) - 11_000);
            var distanceM = Math.Pow(10, (10 * random.NextUnit()) - 3);
            var azimuthRad = 2 * Math.PI * random.NextUnit();
            var end = Geodesic.Direct(start.WithHeight(0), azimuthRad, distanceM).Point;
            findings.Check("geodesic, there and back", "m", Geodesic.Inverse(start.WithHeight(0), end).DistanceM, distanceM, Tolerance.Absolute(5e-8));
            var position = Wgs84.ToEcef(start);
            findings.CheckError("position, to geodetic and back", "m", Wgs84.ToEcef(Wgs84.ToGeodetic(position)).DistanceTo(position), Tolerance.Absolute(2e-8));
        }
    }
}
