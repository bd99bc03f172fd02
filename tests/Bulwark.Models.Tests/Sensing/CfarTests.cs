using Bulwark.Core.Randomness;
using Bulwark.Sensing.Detection;

namespace Bulwark.Models.Tests.Sensing;

public class CfarTests
{
    [Fact]
    public void MultipliersAndLossesMatchTheTable()
    {
        foreach (var row in ReferenceCsv.Read("radar_cfar_loss.csv"))
        {
            var (cells, pfa, pd) = ((int)row.Number("n_reference_cells"), row.Number("pfa"), row.Number("pd"));
            // Eight decimals of the multiplier, six of the decibels, five of the steady target's loss are printed.
            Assert.Equal(row.Number("threshold_multiplier_on_mean"), CellAveragingCfar.ThresholdFactor(cells, 1, pfa), 1e-8);
            Assert.Equal(row.Number("required_snr_dB_swerling1"), 10 * Math.Log10(CellAveragingCfar.RequiredSnrRatio(SwerlingCase.Case1, cells, 1, pfa, pd)), 1e-6);
            Assert.Equal(row.Number("cfar_loss_dB_swerling1"), CellAveragingCfar.LossDb(SwerlingCase.Case1, cells, 1, pfa, pd), 1e-6);
            Assert.Equal(row.Number("cfar_loss_dB_nonfluctuating"), CellAveragingCfar.LossDb(SwerlingCase.Steady, cells, 1, pfa, pd), 1e-5);
        }
    }

    [Fact]
    public void SwerlingOneWithOnePulseIsTheClosedForm()
    {
        foreach (var cells in new[] { 4, 7, 16, 64, 1000 })
        {
            foreach (var pfa in new[] { 1e-3, 1e-6, 1e-10 })
            {
                foreach (var snr in new[] { 1e-3, 1, 30, 1e4 })
                {
                    var share = CellAveragingCfar.ThresholdFactor(cells, 1, pfa) / cells;
                    var closed = Math.Pow(1 + (share / (1 + snr)), -cells);
                    Assert.Equal(1, CellAveragingCfar.Probability(SwerlingCase.Case1, cells, 1, pfa, snr) / closed, 1e-9);
                }
            }
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    [InlineData(40)]
    public void SwerlingTwoIsTheFalseAlarmCurveOfAScaledThreshold(int pulses)
    {
        // Noise and echo together are noise of power 1 + SNR, so Pd at one threshold is Pfa at the threshold divided by it.
        const int Cells = 12;
        const double Pfa = 1e-6;
        foreach (var snr in new[] { 0.1, 0.3, 0.6, 2.0, 9.0 })
        {
            var pd = CellAveragingCfar.Probability(SwerlingCase.Case2, Cells, pulses, Pfa, snr);
            if (pd > 0.999) continue; // too close to 1 to be inverted to nine digits
            Assert.Equal(
                CellAveragingCfar.ThresholdFactor(Cells, pulses, Pfa) / (1 + snr),
                CellAveragingCfar.ThresholdFactor(Cells, pulses, pd),
                1e-8 * CellAveragingCfar.ThresholdFactor(Cells, pulses, Pfa));
        }
    }

    [Fact]
    public void ManyReferenceCellsApproachTheKnownNoise()
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            foreach (var pulses in new[] { 1, 8 })
            {
                var near = CellAveragingCfar.LossDb(fluctuation, 1000, pulses, 1e-6, 0.9);
                var far = CellAveragingCfar.LossDb(fluctuation, 10_000, pulses, 1e-6, 0.9);
                Assert.InRange(far, 0, 0.01);

                // The loss falls as one over the number of cells.
                Assert.Equal(10, near / far, 0.1);
            }
        }
    }

    [Theory]
    [InlineData(SwerlingCase.Steady, 1, 6.0)]
    [InlineData(SwerlingCase.Case1, 4, 7.0)]
    [InlineData(SwerlingCase.Case3, 1, 10.0)]
    [InlineData(SwerlingCase.Case4, 6, 3.0)]
    public void SimulatedDetectorsReproduceTheFormula(SwerlingCase fluctuation, int pulses, double snrDb)
    {
        // 20,000 looks: the share found lies within five binomial standard deviations (one in two million by chance).
        const int Looks = 20_000;
        const int Cells = 10;
        const double Pfa = 1e-2;
        var snr = Math.Pow(10, snrDb / 10);
        var factor = CellAveragingCfar.ThresholdFactor(Cells, pulses, Pfa);
        var random = new RandomStream(20, 0, 0, RandomPurpose.General);
        var (hits, alarms) = (0, 0);
        for (var look = 0; look < Looks; look++)
        {
            var reference = 0.0;
            for (var cell = 0; cell < Cells; cell++) reference += SquareLawDetector.Noise(pulses, ref random);
            var threshold = factor * reference / Cells;
            if (SquareLawDetector.Noise(pulses, ref random) > threshold) alarms++;
            if (SquareLawDetector.Echo(fluctuation, pulses, snr, ref random) > threshold) hits++;
        }

        AssertBinomial(Pfa, alarms, Looks);
        AssertBinomial(CellAveragingCfar.Probability(fluctuation, Cells, pulses, Pfa, snr), hits, Looks);
    }

    [Fact]
    public void TablesCarryTheLossWithinTheirStatedError()
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            foreach (var pulses in new[] { 1, 16 })
            {
                var table = new DetectionTable(fluctuation, 16, pulses, 1e-6);
                for (var snrDb = -20.0; snrDb < 60; snrDb += 0.377)
                {
                    var exact = CellAveragingCfar.Probability(fluctuation, 16, pulses, 1e-6, Math.Pow(10, snrDb / 10));
                    Assert.True(Math.Abs(exact - table.At(snrDb)) < 1.2e-6, $"{fluctuation} {pulses} at {snrDb}");
                }
            }
        }
    }

    [Fact]
    public void ArgumentsOutsideTheirRangeAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CellAveragingCfar.ThresholdFactor(0, 1, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellAveragingCfar.ThresholdFactor(1, 1, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellAveragingCfar.ThresholdFactor(2_000_000, 1, 1e-6));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellAveragingCfar.Probability(SwerlingCase.Case1, 8, 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellAveragingCfar.Probability(SwerlingCase.Case1, 8, 1, 1e-6, -1));
    }

    internal static void AssertBinomial(double probability, int hits, int looks) =>
        Assert.True(
            Math.Abs(((double)hits / looks) - probability) <= 5 * Math.Sqrt(probability * (1 - probability) / looks),
            $"{hits} of {looks} where {probability} was expected");
}
