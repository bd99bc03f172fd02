using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Radars;

namespace Bulwark.Studies.Verification.Experiments;

/// <summary>Looks of the simulated radar, as a run makes them, against the exact statistics at the same range.</summary>
internal sealed class RadarLooksExperiment : IExperiment
{
    private const int Looks = 40_000;

    /// <inheritdoc />
    public string Name => "experiment-radar-detections";

    /// <inheritdoc />
    public string Area => "Monte Carlo";

    /// <inheritdoc />
    public string Model => "detections of the simulated radar";

    /// <inheritdoc />
    public string Source => "exact probability of detection from the radar's published statement";

    /// <inheritdoc />
    public string Rule =>
        $"{Looks:N0} looks at a target of 1 m² at each of nine ranges and five fluctuations: the radar's tabulated probability decides, as in a run, and the count is held against the exact probability for the ratio that follows from the statement (300 km, 4 m², Pd 0.8) and the fourth power of range. "
        + "Within four binomial standard deviations; fixed seeds.";

    /// <inheritdoc />
    public void Run(Findings findings, ExperimentInput input, CancellationToken cancellation)
    {
        uint instance = 0;
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            var parameters = SampleRadar.Parameters with { Fluctuation = fluctuation };
            var radar = new RadarModel(parameters);
            var reference = DetectionStatistics.RequiredSnr(fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability, parameters.ReferencePdProbability);
            for (var rangeM = 120_000.0; rangeM <= 280_000; rangeM += 20_000)
            {
                cancellation.ThrowIfCancellationRequested();
                var exact = DetectionStatistics.Probability(fluctuation, parameters.IntegratedPulses, parameters.FalseAlarmProbability, reference * 0.25 * Math.Pow(parameters.ReferenceRangeM / rangeM, 4));
                if (exact is < 1e-3 or > 0.999) continue;
                var random = new RandomStream(1943, 0, instance++, RandomPurpose.Detection);
                var hits = 0;
                for (var look = 0; look < Looks; look++)
                {
                    if (random.NextUnit() < radar.DetectionProbability(radar.SnrRatio(rangeM, 1))) hits++;
                }

                findings.Begin($"{fluctuation} at {rangeM / 1000:0} km");
                Chance.Binomial(findings, "detections", hits, Looks, exact);
            }
        }
    }
}
