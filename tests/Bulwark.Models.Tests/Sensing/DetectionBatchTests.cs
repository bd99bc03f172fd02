using Bulwark.Core.Randomness;
using Bulwark.Sensing.Batches;
using Bulwark.Sensing.Detection;
using Bulwark.Sensing.Power;

namespace Bulwark.Models.Tests.Sensing;

public class DetectionBatchTests
{
    private const int Azimuths = 360;
    private const double BinM = 500;

    [Fact]
    public void VectorsAndPlainFormAgree()
    {
        // 1003 targets, so that the last three are left to the plain form; the logarithms of the two differ in their last bit.
        var (range, azimuth, elevation, rcs) = Targets(1003);
        var batch = Typical();
        var (vectors, plain) = (new float[1003], new float[1003]);
        batch.Evaluate(range, azimuth, elevation, rcs, vectors);
        batch.EvaluateScalar(range, azimuth, elevation, rcs, plain);
        var seen = 0;
        for (var i = 0; i < plain.Length; i++)
        {
            Assert.True(Math.Abs(vectors[i] - plain[i]) <= 1e-5, $"{i}: {vectors[i]} and {plain[i]}");
            if (plain[i] > 0.01) seen++;
        }

        Assert.InRange(seen, 200, 900);
    }

    [Fact]
    public void BatchesFollowTheFormulasInDoublePrecision()
    {
        var (range, azimuth, elevation, rcs) = Targets(5000);
        var batch = Typical();
        var found = new float[5000];
        batch.Evaluate(range, azimuth, elevation, rcs, found);
        var table = Curve();
        for (var i = 0; i < found.Length; i++)
        {
            // The mask is that of the beginning of the bin, linear between the azimuths of the table; on its edge single precision may decide otherwise.
            var bin = Math.Min(Math.Floor(range[i] / BinM), 799) * BinM;
            var place = azimuth[i] / (2 * Math.PI) * Azimuths;
            place -= Math.Floor(place / Azimuths) * Azimuths;
            var (left, share) = (Math.Floor(place), place - Math.Floor(place));
            var mask = ((1 - share) * Mask(left * 2 * Math.PI / Azimuths, bin)) + (share * Mask((left + 1) * 2 * Math.PI / Azimuths, bin));
            if (Math.Abs(elevation[i] - mask) < 1e-6 || Math.Abs((range[i] / BinM) - Math.Round(range[i] / BinM)) < 1e-4) continue;
            var expected = elevation[i] < mask || range[i] is < 2000 or > 300_000 || elevation[i] is < -0.05f or > 0.5f
                ? 0
                : table.At(Budget().SnrDb(range[i], rcs[i], Loss(range[i], elevation[i])));

            // Interpolation of the probability (2.2e-5), and single precision: 2e-5 dB of signal where the curve is 0.1 per dB steep.
            Assert.True(Math.Abs(expected - found[i]) < 4e-5, $"{i}: {found[i]} against {expected}");
        }
    }

    [Fact]
    public void WithoutTablesNothingIsHiddenOrLost()
    {
        var batch = new DetectionBatch(Budget(), new ProbabilityTable(Curve()), new BatchLimits(0, 1e6, -1, 1));
        var (range, azimuth, elevation, rcs) = Targets(64);
        var found = new float[64];
        batch.Evaluate(range, azimuth, elevation, rcs, found);
        for (var i = 0; i < found.Length; i++) Assert.Equal(Curve().At(Budget().SnrDb(range[i], rcs[i])), found[i], 4e-5);
    }

    [Fact]
    public void WhatIsNoNumberIsNotDetected()
    {
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, -1, 0, 1e30f, -1e30f, 50_000];
        var batch = Typical();
        var (ranges, sections, elevations, found) = (new float[8], new float[8], new float[8], new float[8]);
        foreach (var range in odd)
        {
            foreach (var section in odd)
            {
                foreach (var elevation in odd)
                {
                    Array.Fill(ranges, range);
                    Array.Fill(sections, section);
                    Array.Fill(elevations, elevation);
                    batch.Evaluate(ranges, odd, elevations, sections, found);
                    for (var i = 0; i < 8; i++)
                    {
                        Assert.InRange(found[i], 0, 1);
                        Assert.Equal(batch.Probability(range, odd[i], elevation, section), found[i], 1e-5);
                        if (float.IsNaN(range) || float.IsNaN(section) || float.IsNaN(elevation) || !float.IsFinite(odd[i])) Assert.Equal(0, found[i]);
                    }
                }
            }
        }
    }

    [Fact]
    public void ProbabilityTablesStayWithinTheirStatedError()
    {
        foreach (var fluctuation in Enum.GetValues<SwerlingCase>())
        {
            foreach (var (pulses, pfa) in new[] { (1, 1e-6), (20, 1e-4), (256, 1e-8) })
            {
                var exact = new DetectionTable(fluctuation, pulses, pfa);
                var table = new ProbabilityTable(exact);
                var batch = new DetectionBatch(PowerBudget.FromStatement(1, 1, 1), table, new BatchLimits(0, 1e9, -1, 1));
                for (var snrDb = -60.0; snrDb < 90; snrDb += 0.0173)
                {
                    var found = batch.Probability(1, 0, 0, (float)Math.Pow(10, snrDb / 10));

                    // Single precision knows the ratio to 4e-7 dB per dB, where the steepest curves rise by 1 per dB.
                    Assert.True(Math.Abs(found - exact.At(snrDb)) < ProbabilityTable.WorstErrorProbability + 4e-5, $"{fluctuation} {pulses} at {snrDb}: {found}");
                }
            }
        }
    }

    [Fact]
    public void TablesOfTheWrongShapeAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new HorizonTable([0, 0, 0], 2, 100));
        Assert.Throws<ArgumentException>(() => new HorizonTable([0, float.NaN], 2, 100));
        Assert.Throws<ArgumentException>(() => new LossTable([0, 0, 0], 100, 2, 0, 0.1));
        Assert.Throws<ArgumentException>(() => new LossTable([0, 0, 0, float.PositiveInfinity], 100, 2, 0, 0.1));
        Assert.Throws<ArgumentException>(() => new DetectionBatch(Budget(), new ProbabilityTable(Curve()), new BatchLimits(10, 5, 0, 1)));
        Assert.Throws<ArgumentException>(() => Typical().Evaluate(new float[8], new float[8], new float[7], new float[8], new float[8]));
    }

    private static DetectionBatch Typical() => new(
        Budget(),
        new ProbabilityTable(Curve()),
        new BatchLimits(2000, 300_000, -0.05, 0.5),
        HorizonTable.Sample(Mask, Azimuths, 800, BinM),
        LossTable.Sample(Loss, 401, 1000, 201, -0.05, 0.005));

    private static DetectionTable Curve() => new(SwerlingCase.Case1, 10, 1e-6);

    private static PowerBudget Budget() => PowerBudget.FromStatement(200_000, 2, 30);

    // A ridge that rises towards some azimuths, in front from 40 km on.
    private static double Mask(double azimuthRad, double rangeM) => rangeM < 40_000 ? -0.01 : 0.01 + (0.01 * Math.Sin(3 * azimuthRad));

    // The power that comes back is bilinear, so that the table holds it exactly.
    private static double Loss(double rangeM, double elevationRad) =>
        -10 * Math.Log10(1 - (2e-6 * rangeM) + (1e-6 * rangeM * Math.Max(-0.05, Math.Min(elevationRad, 0.95))));

    private static (float[] Range, float[] Azimuth, float[] Elevation, float[] Rcs) Targets(int count)
    {
        var random = new RandomStream(3, 0, 0, RandomPurpose.General);
        var (range, azimuth, elevation, rcs) = (new float[count], new float[count], new float[count], new float[count]);
        for (var i = 0; i < count; i++)
        {
            range[i] = (float)(320_000 * random.NextUnit());
            azimuth[i] = (float)((random.NextUnit() - 0.3) * 10);
            elevation[i] = (float)((random.NextUnit() * 0.1) - 0.01);
            rcs[i] = (float)Math.Pow(10, (random.NextUnit() * 4) - 2);
        }

        return (range, azimuth, elevation, rcs);
    }
}
