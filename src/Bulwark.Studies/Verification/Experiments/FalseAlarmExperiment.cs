using Bulwark.Core.Randomness;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>False alarms of the simulated radar against the number of its resolution cells.</summary>
internal sealed class FalseAlarmExperiment : IExperiment
{
    private const int Sectors = 40_000;
    private const double WidthRad = Math.PI / 16;

    /// <inheritdoc />
    public string Name => "experiment-false-alarms";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "false alarms of the simulated radar";

    /// <inheritdoc />
    public string Source => "resolution cells times Pfa; Poisson and uniform distributions";

    /// <inheritdoc />
    public string Rule =>
        $"{Sectors:N0} sectors of a thirty-second of a turn. The count has the mean and the variance of a Poisson number of cells times Pfa, counted here from resolution, beamwidths and limits; places are uniform in range and azimuth. Within four standard deviations; fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        var parameters = SampleRadar.Parameters;
        var radar = new RadarModel(parameters);
        var spanM = parameters.InstrumentedRangeM - parameters.MinimumRangeM;
        var elevationCells = (parameters.MaximumElevationRad - parameters.MinimumElevationRad) / parameters.ElevationBeamwidthRad;
        var mean = spanM / parameters.RangeResolutionM * elevationCells * (WidthRad / parameters.AzimuthBeamwidthRad) * parameters.FalseAlarmProbability;
        var random = new RandomStream(1837, 0, 0, RandomPurpose.FalseAlarms);
        double sum = 0, squares = 0, rangeShare = 0, azimuthShare = 0;
        for (var sector = 0; sector < Sectors; sector++)
        {
            if (sector % 1000 == 0) cancellation.ThrowIfCancellationRequested();
            var count = radar.DrawFalseAlarmCount(WidthRad, ref random);
            sum += count;
            squares += (double)count * count;
            for (var i = 0; i < count; i++)
            {
                var plot = radar.DrawFalseAlarm(1, WidthRad, ref random);
                rangeShare += (plot.RangeM - parameters.MinimumRangeM) / spanM;
                azimuthShare += (plot.AzimuthRad - 1) / WidthRad;
            }
        }

        var observed = sum / Sectors;
        findings.Begin("sectors");
        findings.CheckError("rate", "σ", Math.Abs(observed - mean) / Math.Sqrt(mean / Sectors), Chance.Bound);
        findings.CheckError("variance", "σ", Math.Abs((squares / Sectors) - (observed * observed) - mean) / Math.Sqrt(((2 * mean * mean) + mean) / Sectors), Chance.Bound);
        findings.CheckError("place in range", "σ", Math.Abs(rangeShare - (0.5 * sum)) / Math.Sqrt(sum / 12), Chance.Bound);
        findings.CheckError("place in azimuth", "σ", Math.Abs(azimuthShare - (0.5 * sum)) / Math.Sqrt(sum / 12), Chance.Bound);
    }
}
