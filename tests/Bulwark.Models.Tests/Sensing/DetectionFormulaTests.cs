using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;

namespace Bulwark.Models.Tests.Sensing;

/// <summary>The textbook formulas beside the exact statistics, the coherent detector, and the simulated square-law detector.</summary>
public class DetectionFormulaTests
{
    [Fact]
    public void FormulasMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_detection_albersheim_shnidman.csv"))
        {
            var (fluctuation, pulses, pfa, pd) = ((SwerlingCase)(int)row.Number("swerling_case"), (int)row.Number("n_pulses"), row.Number("pfa"), row.Number("pd"));
            var formulaDb = row["method"] == "albersheim" ? Albersheim.RequiredSnrDb(pulses, pfa, pd) : Shnidman.RequiredSnrDb(fluctuation, pulses, pfa, pd);
            // Five decimals are printed; the table's own tolerance is 1e-4 dB.
            Assert.Equal(row.Number("approx_required_snr_dB"), formulaDb, 1e-5);
            var exactDb = 10 * Math.Log10(DetectionStatistics.RequiredSnr(fluctuation, pulses, pfa, pd));
            Assert.Equal(row.Number("exact_required_snr_dB"), exactDb, 2e-5);
            Assert.InRange(Math.Abs(formulaDb - exactDb), 0, 0.5);
        }
    }

    [Fact]
    public void ThePrintedExampleIsReproduced()
    {
        var row = ReferenceCsv.Read("radar_detection_published.csv").Find(row => row["case_id"] == "PB03")!;
        Assert.Equal(row.Number("reference_value"), Albersheim.RequiredSnrDb(10, 1e-6, 0.9), 1e-4);
    }

    [Fact]
    public void FormulasForProbabilityInvertThoseForTheRatio()
    {
        foreach (var pd in new[] { 0.15, 0.45, 0.8, 0.86 })
        {
            foreach (var pulses in new[] { 1, 10, 60 })
            {
                Assert.Equal(pd, Albersheim.Probability(pulses, 1e-6, Albersheim.RequiredSnrDb(pulses, 1e-6, pd)), 1e-12);
                foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
                    Assert.Equal(pd, Shnidman.Probability(fluctuation, pulses, 1e-6, Shnidman.RequiredSnrDb(fluctuation, pulses, 1e-6, pd)), 1e-10);
            }
        }
    }

    [Fact]
    public void ValidityIsSaid()
    {
        Assert.True(Albersheim.IsValid(10, 1e-6, 0.9));
        Assert.False(Albersheim.IsValid(10, 1e-9, 0.9));
        Assert.False(Albersheim.IsValid(10_000, 1e-6, 0.9));
        Assert.True(Shnidman.IsValid(10, 1e-9, 0.99));
        Assert.False(Shnidman.IsValid(10, 1e-9, 0.995));
        Assert.Throws<ArgumentOutOfRangeException>(() => Albersheim.RequiredSnrDb(1, 0.1, 0.11));
        Assert.Throws<ArgumentOutOfRangeException>(() => Shnidman.RequiredSnrDb(SwerlingCase.Case1, 1, 0.6, 0.9));
    }

    [Fact]
    public void TheCoherentDetectorMatchesTheTable()
    {
        var rows = ReferenceCsv.Read("radar_detection_pd.csv").FindAll(row => row["swerling_case"] == "coherent");
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var snr = Math.Pow(10, row.Number("snr_per_pulse_dB") / 10);
            var pd = CoherentDetection.Probability((int)row.Number("n_pulses"), row.Number("pfa"), snr);
            Assert.Equal(row.Number("pd_reference"), pd, 5e-4);
            Assert.Equal(row.Number("pd_exact"), pd, 1e-6);
            Assert.Equal(snr, CoherentDetection.RequiredSnrRatio((int)row.Number("n_pulses"), row.Number("pfa"), pd), 1e-9 * snr);
        }
    }

    [Theory]
    [InlineData(SwerlingCase.Steady, 1, 9.0)]
    [InlineData(SwerlingCase.Steady, 10, 0.0)]
    [InlineData(SwerlingCase.Case1, 1, 12.0)]
    [InlineData(SwerlingCase.Case1, 10, 3.0)]
    [InlineData(SwerlingCase.Case2, 10, 1.0)]
    [InlineData(SwerlingCase.Case3, 10, 2.0)]
    [InlineData(SwerlingCase.Case4, 10, 1.0)]
    public void SimulatedDetectorsReproduceTheExactStatistics(SwerlingCase fluctuation, int pulses, double snrDb)
    {
        // 40,000 looks: the share found lies within five binomial standard deviations (one in two million by chance).
        const int Looks = 40_000;
        const double Pfa = 1e-3;
        var snr = Math.Pow(10, snrDb / 10);
        var threshold = DetectionStatistics.Threshold(pulses, Pfa);
        var random = new RandomStream(10, 0, 0, RandomPurpose.General);
        var (hits, alarms) = (0, 0);
        for (var look = 0; look < Looks; look++)
        {
            if (SquareLawDetector.Noise(pulses, ref random) > threshold) alarms++;
            if (SquareLawDetector.Echo(fluctuation, pulses, snr, ref random) > threshold) hits++;
        }

        CfarTests.AssertBinomial(Pfa, alarms, Looks);
        CfarTests.AssertBinomial(DetectionStatistics.Probability(fluctuation, pulses, Pfa, snr), hits, Looks);
    }
}
