using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>A simulated square-law detector against the exact statistics.</summary>
internal sealed class DetectorExperiment : IExperiment
{
    private const int Looks = 60_000;
    private const double FalseAlarmProbability = 1e-3;

    /// <inheritdoc />
    public string Name => "experiment-detector";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "detector simulated pulse by pulse";

    /// <inheritdoc />
    public string Source => "exact probability of detection and of false alarm";

    /// <inheritdoc />
    public string Rule =>
        $"{Looks:N0} looks of echo and noise for each Swerling case, 1, 4 and 16 pulses and three ratios, and as many of noise alone, against the threshold for Pfa {FalseAlarmProbability}. "
        + "Counts within four binomial standard deviations; fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        uint instance = 0;
        foreach (var pulses in (int[])[1, 4, 16])
        {
            var threshold = DetectionStatistics.Threshold(pulses, FalseAlarmProbability);
            Count(SwerlingCase.Steady, pulses, 0, threshold, FalseAlarmProbability, "false alarms");
            foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
            {
                foreach (var wanted in (double[])[0.2, 0.5, 0.9])
                {
                    cancellation.ThrowIfCancellationRequested();
                    var snr = DetectionStatistics.RequiredSnr(fluctuation, pulses, FalseAlarmProbability, wanted);
                    Count(fluctuation, pulses, snr, threshold, wanted, $"Pd, {Words(fluctuation)}");
                }
            }
        }

        void Count(SwerlingCase fluctuation, int pulses, double snr, double threshold, double probability, string quantity)
        {
            var random = new RandomStream(1960, 0, instance++, RandomPurpose.Detection);
            var hits = 0;
            for (var look = 0; look < Looks; look++)
            {
                if (EchoSimulator.Look(fluctuation, pulses, snr, ref random) > threshold) hits++;
            }

            findings.Begin($"{pulses} pulses, probability {probability}");
            Chance.Binomial(findings, quantity, hits, Looks, probability);
        }
    }

    private static string Words(SwerlingCase fluctuation) => fluctuation == SwerlingCase.Steady ? "steady" : $"Swerling {(int)fluctuation}";
}
