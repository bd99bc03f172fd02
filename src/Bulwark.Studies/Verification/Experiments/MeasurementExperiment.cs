using Bulwark.Core.Randomness;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Measurements of the simulated radar against the covariance it states.</summary>
internal sealed class MeasurementExperiment : IExperiment
{
    private const int Looks = 50_000;

    /// <inheritdoc />
    public string Name => "experiment-measurement-errors";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "measurement errors of the simulated radar";

    /// <inheritdoc />
    public string Source => "chi-square distribution of normalised errors";

    /// <inheritdoc />
    public string Rule =>
        $"{Looks:N0} measurements at ratios of 10, 20 and 30 dB. Range, azimuth and elevation errors over their stated deviations have mean 0 (±1/√n), mean square 1 (±√(2/n)) and no correlation (±1/√n); their sum of squares has mean 3 (±√(6/n)) "
        + "and is above the 95 per cent point of the chi-square distribution, 7.8147, one time in twenty. Each within four standard deviations; fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        const double ChiSquare95 = 7.814_727_903;
        var radar = new RadarModel(SampleRadar.Parameters);
        foreach (var snrDb in (double[])[10, 20, 30])
        {
            cancellation.ThrowIfCancellationRequested();
            var random = new RandomStream(1900, 0, (uint)snrDb, RandomPurpose.MeasurementNoise);
            var view = new RadarView(150_000, 0.002, 0.05, true);
            var (sum, squares, crossed, total, outside) = (new double[3], new double[3], new double[3], 0.0, 0);
            for (var look = 0; look < Looks; look++)
            {
                var found = radar.Measure(view, Decibels.Ratio(snrDb) / SampleRadar.Parameters.IntegratedPulses, ref random);
                var range = (found.RangeM - view.RangeM) / found.RangeSigmaM;
                var azimuth = Math.IEEERemainder(found.AzimuthRad - view.AzimuthRad, 2 * Math.PI) / found.AzimuthSigmaRad;
                var elevation = (found.ElevationRad - view.ElevationRad) / found.ElevationSigmaRad;
                Take(0, range);
                Take(1, azimuth);
                Take(2, elevation);
                crossed[0] += range * azimuth;
                crossed[1] += range * elevation;
                crossed[2] += azimuth * elevation;
                var square = (range * range) + (azimuth * azimuth) + (elevation * elevation);
                total += square;
                if (square > ChiSquare95) outside++;
            }

            findings.Begin($"{snrDb} dB");
            for (var i = 0; i < 3; i++)
            {
                findings.CheckError("mean error", "σ", Math.Abs(sum[i]) / Math.Sqrt(Looks), Chance.Bound);
                findings.CheckError("mean square", "σ", Math.Abs(squares[i] - Looks) / Math.Sqrt(2.0 * Looks), Chance.Bound);
                findings.CheckError("correlation", "σ", Math.Abs(crossed[i]) / Math.Sqrt(Looks), Chance.Bound);
            }

            findings.CheckError("chi-square, mean", "σ", Math.Abs(total - (3.0 * Looks)) / Math.Sqrt(6.0 * Looks), Chance.Bound);
            Chance.Binomial(findings, "chi-square, 95 per cent point", outside, Looks, 0.05);

            void Take(int component, double value)
            {
                sum[component] += value;
                squares[component] += value * value;
            }
        }
    }
}
