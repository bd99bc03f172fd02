using BenchmarkDotNet.Attributes;
using Bulwark.Core.Randomness;
using Bulwark.Sensing.Batches;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Power;

namespace Bulwark.Benchmarks;

/// <summary>
/// Tests of radar against target: mask by range and azimuth, loss by range and elevation (four neighbours), probability. One operation is
/// one test of 4096; the targets lie anywhere. Small tables stay in the second-level cache, large ones do not.
/// </summary>
public class DetectionBenchmarks
{
    private const int Count = 4096;
    private readonly float[] _range = new float[Count];
    private readonly float[] _azimuth = new float[Count];
    private readonly float[] _elevation = new float[Count];
    private readonly float[] _rcs = new float[Count];
    private readonly float[] _probability = new float[Count];
    private DetectionBatch _batch = null!;
    private DetectionTable _table = null!;

    /// <summary>Azimuths of the mask; 400 range bins of 1 km or 1600 of 250 m.</summary>
    [Params(360, 1440)]
    public int Azimuths { get; set; }

    [GlobalSetup]
    public void Tables()
    {
        var random = new RandomStream(1, 0, 0, RandomPurpose.General);
        for (var i = 0; i < Count; i++)
        {
            _range[i] = (float)(400_000 * Math.Sqrt(random.NextUnit()));
            _azimuth[i] = (float)(2 * Math.PI * random.NextUnit());
            _elevation[i] = (float)(0.2 * random.NextUnit());
            _rcs[i] = (float)Math.Pow(10, (3 * random.NextUnit()) - 2);
        }

        var bins = Azimuths == 360 ? 400 : 1600;
        _table = new DetectionTable(SwerlingCase.Case1, 10, 1e-6);
        _batch = new DetectionBatch(
            PowerBudget.FromStatement(300_000, 1, DetectionStatistics.RequiredSnr(SwerlingCase.Case1, 10, 1e-6, 0.8)),
            new ProbabilityTable(_table),
            new BatchLimits(1000, 400_000, -0.02, 0.6),
            HorizonTable.Sample((azimuth, _) => 0.02 * Math.Sin(azimuth), Azimuths, bins, 400_000.0 / bins),
            LossTable.Sample((range, elevation) => 1e-5 * range * (1 - elevation), 201, 2000, 64, -0.02, 0.01));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public float Scalar()
    {
        _batch.EvaluateScalar(_range, _azimuth, _elevation, _rcs, _probability);
        return _probability[^1];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public float Vectors()
    {
        _batch.Evaluate(_range, _azimuth, _elevation, _rcs, _probability);
        return _probability[^1];
    }

    /// <summary>The exact statistics as a run uses them.</summary>
    [Benchmark(OperationsPerInvoke = Count)]
    public double TabulatedProbability()
    {
        var sum = 0.0;
        for (var i = 0; i < Count; i++) sum += _table.At(_elevation[i] * 100);
        return sum;
    }

    /// <summary>The exact statistics themselves.</summary>
    [Benchmark]
    public double ExactProbability() => DetectionStatistics.Probability(SwerlingCase.Case1, 10, 1e-6, 8);
}
