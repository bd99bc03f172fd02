using Bulwark.Core.Randomness;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Power;

namespace Bulwark.Models.Tests.Sensing;

public class NoiseJammingTests
{
    [Fact]
    public void RatiosAndRangesMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("ew_jamming.csv"))
        {
            var radar = Radar(row);
            var jammer = new NoiseJammer
            {
                PowerW = row.Number("jammer_power_W"),
                GainDb = row.Number("jammer_gain_dB"),
                BandwidthHz = row.Number("jammer_bandwidth_Hz"),
                LossDb = row.Number("jammer_losses_dB"),
            };
            var rcs = row.Number("rcs_m2");
            var value = row["quantity"] switch
            {
                "self_screening_crossover_range_m" or "self_screening_range_for_JS_m" =>
                    NoiseJamming.SelfScreeningRangeM(radar, jammer, rcs, Math.Pow(10, row.Number("js_dB") / 10)),
                "self_screening_JS_dB" => 10 * Math.Log10(NoiseJamming.SelfScreeningRatio(radar, jammer, row.Number("target_range_m"), rcs)),
                "standoff_JS_dB" => 10 * Math.Log10(NoiseJamming.JammerToSignalRatio(
                    radar, jammer, row.Number("target_range_m"), rcs, row.Number("jammer_range_m"), row.Number("rx_gain_toward_jammer_dB"))),
                "standoff_burnthrough_range_m" => NoiseJamming.StandOffRangeM(
                    radar, jammer, rcs, row.Number("jammer_range_m"), row.Number("rx_gain_toward_jammer_dB"), Math.Pow(10, row.Number("js_dB") / 10)),
                var other => throw new InvalidDataException(other),
            };

            // Four decimals of a metre and six of a decibel are printed.
            var tolerance = row["unit"] == "m" ? 1e-6 * value : 1e-6;
            Assert.True(Math.Abs(value - row.Number("reference_value")) <= tolerance, $"{row["case_id"]}: {value} against {row["reference_value"]}");
        }
    }

    [Fact]
    public void JammerToSignalIsJammerToNoiseOverSignalToNoise()
    {
        var radar = RadarEquationTests.Typical();
        foreach (var bandwidth in new[] { 1e3, 40e3, 50e6 })
        {
            var jammer = Jammer() with { BandwidthHz = bandwidth };
            var jammerToNoise = NoiseJamming.JammerToNoiseRatio(radar, jammer, 120_000, -3);
            var signalToNoise = RadarEquation.SnrRatio(radar, 60_000, 2);
            Assert.Equal(1, NoiseJamming.JammerToSignalRatio(radar, jammer, 60_000, 2, 120_000, -3) * signalToNoise / jammerToNoise, 1e-12);
        }
    }

    [Fact]
    public void BurnThroughGivesTheRatioAskedFor()
    {
        var radar = RadarEquationTests.Typical();
        var budget = PowerBudget.FromPhysics(radar);
        var atOneMetre = NoiseJamming.JammerToNoiseRatio(radar, Jammer(), 1, radar.ReceiveGainDb);
        foreach (var required in new[] { 0.1, 20, 1000 })
        {
            foreach (var strength in new[] { 0, 1e-6, 1, 1e6 })
            {
                var range = NoiseJamming.SelfScreeningBurnThroughM(budget, 2, strength * atOneMetre, required);
                var ratio = NoiseJamming.SignalToInterferenceRatio(budget.SnrRatio(range, 2), strength * atOneMetre / (range * range));
                Assert.Equal(1, ratio / required, 1e-9);
                var standOff = NoiseJamming.StandOffBurnThroughM(budget, 2, 50 * strength, required, 3);
                Assert.Equal(1, NoiseJamming.SignalToInterferenceRatio(budget.SnrRatio(standOff, 2, 3), 50 * strength) / required, 1e-9);
            }
        }
    }

    [Fact]
    public void AJammerTunedElsewhereDoesNothing()
    {
        var radar = RadarEquationTests.Typical();
        var away = Jammer() with { LowestFrequencyHz = 9e9, BandwidthHz = 1e9 };
        Assert.Equal(0, NoiseJamming.JammerToNoiseRatio(radar, away, 1000, 30));
        Assert.True(NoiseJamming.JammerToNoiseRatio(radar, away with { LowestFrequencyHz = 2.5e9 }, 1000, 30) > 0);
        Assert.Throws<ArgumentException>(() => NoiseJamming.JammerToNoiseRatio(radar, Jammer() with { BandwidthHz = 0 }, 1000, 30));
    }

    [Fact]
    public void StrobesAreSimulatedByTheirFormulas()
    {
        // 4000 strobes of 64 samples of a jammer 3 dB over the noise, on the axis of a monopulse antenna of 2 degrees.
        const int Strobes = 4000;
        const int Samples = 64;
        const double Jam = 2;
        const double Beamwidth = 0.035;
        var random = new RandomStream(5, 0, 0, RandomPurpose.General);
        var squares = 0.0;
        for (var strobe = 0; strobe < Strobes; strobe++)
        {
            var (product, power) = (0.0, 0.0);
            for (var sample = 0; sample < Samples; sample++)
            {
                var (sumReal, sumImaginary) = Pair(1 + Jam, ref random);
                var (real, imaginary) = Pair(1, ref random);
                product += (sumReal * real) + (sumImaginary * imaginary);
                power += (sumReal * sumReal) + (sumImaginary * sumImaginary);
            }

            // The regression is diluted by the noise of the sum channel, which is known.
            var angle = Beamwidth / 1.6 * (product / power) * ((1 + Jam) / Jam);
            squares += angle * angle;
        }

        // The spread of a standard deviation from 4000 draws is 1.1 %; dividing by the sampled instead of the mean power adds 1/(2 n) = 0.8 %.
        Assert.InRange(Math.Sqrt(squares / Strobes) / JamStrobe.AngleSigmaRad(Beamwidth, Jam, Samples), 0.95, 1.06);

        var needed = JamStrobe.RequiredJammerToNoiseRatio(16, 1e-4, 0.9);
        Assert.Equal(0.9, JamStrobe.Probability(needed, 16, 1e-4), 1e-9);
        Assert.Equal(Beamwidth / Math.Sqrt(12), JamStrobe.AngleSigmaRad(Beamwidth, 1e-3, 1), 1e-12);
    }

    private static (double Real, double Imaginary) Pair(double power, ref RandomStream random)
    {
        var radius = Math.Sqrt(-power * Math.Log(random.NextUnit()));
        var (sine, cosine) = Math.SinCos(2 * Math.PI * random.NextUnit());
        return (radius * cosine, radius * sine);
    }

    private static NoiseJammer Jammer() => new() { PowerW = 500, GainDb = 12, BandwidthHz = 50e6, LossDb = 1 };

    private static RadarSystem Radar(ReferenceCsv row) => new()
    {
        PeakPowerW = row.Number("radar_peak_power_W"),
        PulseWidthS = 1 / row.Number("radar_bandwidth_Hz"),
        FrequencyHz = 5.6e9,
        TransmitGainDb = row.Number("radar_gain_dB"),
        ReceiveGainDb = row.Number("radar_gain_dB"),
        LossDb = row.Number("radar_losses_dB"),
    };
}
