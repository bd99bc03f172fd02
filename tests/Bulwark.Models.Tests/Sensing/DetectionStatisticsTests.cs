using Bulwark.Sensing.Detection;

namespace Bulwark.Models.Tests.Sensing;

public class DetectionStatisticsTests
{
    [Fact]
    public void ThresholdsMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_detection_threshold.csv"))
        {
            var threshold = DetectionStatistics.Threshold((int)row.Number("n_pulses"), row.Number("pfa"));
            // Eight decimals are printed.
            Assert.True(Math.Abs(threshold - row.Number("threshold_exact")) <= 1e-8, row["case_id"]);
            if (row.Has("threshold_reference")) Assert.Equal(row.Number("threshold_reference"), threshold, 0.01);
        }
    }

    [Fact]
    public void ProbabilitiesMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_detection_pd.csv"))
        {
            // A known-phase coherent detector is another receiver, not a Swerling case.
            if (row["swerling_case"] == "coherent") continue;
            var snr = Math.Pow(10, row.Number("snr_per_pulse_dB") / 10);
            var pd = DetectionStatistics.Probability((SwerlingCase)(int)row.Number("swerling_case"), (int)row.Number("n_pulses"), row.Number("pfa"), snr);
            // Six decimals are printed in the exact column; the peer's own column holds four, save its Gaussian approximation at 256 pulses.
            Assert.True(Math.Abs(pd - row.Number("pd_exact")) <= 1e-6, $"{row["case_id"]}: {pd} against {row["pd_exact"]}");
            if (row["kind"] == "peer_test" && row["pd_reference"] != "0.2155") Assert.Equal(row.Number("pd_reference"), pd, 5e-4);
        }
    }

    [Fact]
    public void CaseFourWith256PulsesIsExactWhereThePeerApproximates() =>
        // The peer prints 0.2155 because it switches to a Gaussian approximation at 50 pulses; the exact value is 0.2111.
        Assert.Equal(0.2111, DetectionStatistics.Probability(SwerlingCase.Case4, 256, 1e-4, Math.Pow(10, -0.72)), 5e-5);

    [Fact]
    public void RequiredRatiosMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_detection_required_snr.csv"))
        {
            var snr = DetectionStatistics.RequiredSnr((SwerlingCase)(int)row.Number("swerling_case"), (int)row.Number("n_pulses"), row.Number("pfa"), row.Number("pd"));
            // Five decimals are printed; the table's own tolerance is 0.001 dB.
            Assert.True(Math.Abs((10 * Math.Log10(snr)) - row.Number("required_snr_per_pulse_dB")) <= 2e-5, row["case_id"]);
        }
    }

    [Fact]
    public void PrintedValuesOfTheBooksAreReproduced()
    {
        foreach (var row in ReferenceCsv.Read("radar_detection_published.csv"))
        {
            switch (row["case_id"])
            {
                case "PB01": Assert.Equal(14.2, Db(DetectionStatistics.RequiredSnr(SwerlingCase.Steady, 1, 1e-8, 0.9)), 0.05); break;
                case "PB02": Assert.Equal(6.1, Db(DetectionStatistics.RequiredSnr(SwerlingCase.Steady, 10, 1e-8, 0.9)), 0.05); break;
                case "PB04": Assert.Equal(row.Number("reference_value"), BinaryIntegration.Probability(2, 3, 0.005), 1e-8); break;
                case "PB05": Assert.Equal(row.Number("reference_value"), BinaryIntegration.Probability(2, 3, 0.5), 1e-12); break;
                case "PB06": Assert.Equal(row.Number("reference_value"), BinaryIntegration.Probability(2, 4, 0.005), 1e-6); break;
                case "PB07": Assert.Equal(row.Number("reference_value"), BinaryIntegration.Probability(2, 4, 0.5), 1e-12); break;
                default: break;
            }
        }
    }

    [Fact]
    public void BinaryIntegrationMatchesTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_binary_integration.csv"))
        {
            var value = BinaryIntegration.Probability((int)row.Number("m"), (int)row.Number("n"), row.Number("single_look_probability"));
            // The table prints up to ten significant digits, so its last digit limits the comparison.
            Assert.Equal(1, value / row.Number("m_of_n_probability"), 1e-9);
        }
    }

    [Theory]
    [InlineData(1e-4)]
    [InlineData(1e-6)]
    [InlineData(1e-12)]
    public void SinglePulseCasesAgreeWithTheirClosedForms(double pfa)
    {
        foreach (var snr in new[] { 1e-3, 0.1, 1, 10, 1e3, 1e6 })
        {
            // Swerling 1 and 2 at one pulse: Pfa^(1/(1+S)); cases 3 and 4: (1 + ST/(2(1+S/2)²)...) of Meyer and Mayer.
            var threshold = -Math.Log(pfa);
            var first = Math.Pow(pfa, 1 / (1 + snr));
            var third = (1 + (threshold * snr / 2 / ((1 + (snr / 2)) * (1 + (snr / 2))))) * Math.Exp(-threshold / (1 + (snr / 2)));
            Assert.Equal(1, DetectionStatistics.Probability(SwerlingCase.Case1, 1, pfa, snr) / first, 1e-11);
            Assert.Equal(1, DetectionStatistics.Probability(SwerlingCase.Case2, 1, pfa, snr) / first, 1e-11);
            Assert.Equal(1, DetectionStatistics.Probability(SwerlingCase.Case3, 1, pfa, snr) / third, 1e-11);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(64)]
    [InlineData(256)]
    public void TablesStayWithinTheirStatedError(int pulses)
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            foreach (var pfa in new[] { 1e-4, 1e-8 })
            {
                var table = new DetectionTable(fluctuation, pulses, pfa);
                var worst = 0.0;
                for (var snrDb = -40.0; snrDb < 75; snrDb += 0.0937)
                {
                    var exact = DetectionStatistics.Probability(fluctuation, pulses, pfa, Math.Pow(10, snrDb / 10));
                    worst = Math.Max(worst, Math.Abs(exact - table.At(snrDb)));
                }

                Assert.True(worst < 1e-6, $"{fluctuation} {pulses} {pfa}: {worst:E2}");
            }
        }
    }

    [Fact]
    public void ProbabilityOfStrongAndWeakSignalsIsBounded()
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            Assert.Equal(1e-6, DetectionStatistics.Probability(fluctuation, 7, 1e-6, 0));
            Assert.Equal(1, DetectionStatistics.Probability(fluctuation, 7, 1e-6, 1e12), 1e-9);
            Assert.Equal(1, DetectionStatistics.Probability(fluctuation, 10_000, 1e-6, 1e3), 1e-4);
        }
    }

    [Fact]
    public void ArgumentsOutsideTheirRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionStatistics.Threshold(0, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionStatistics.Threshold(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionStatistics.Probability(SwerlingCase.Case1, 1, 1e-6, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DetectionStatistics.RequiredSnr(SwerlingCase.Case1, 1, 1e-6, 1e-7));
        Assert.Throws<ArgumentOutOfRangeException>(() => BinaryIntegration.Probability(3, 2, 0.5));
    }

    private static double Db(double ratio) => 10 * Math.Log10(ratio);
}
