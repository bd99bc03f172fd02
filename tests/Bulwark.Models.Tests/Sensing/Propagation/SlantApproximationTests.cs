using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class SlantApproximationTests(ITestOutputHelper output)
{
    [Fact]
    public void OfficialRowsAreReproduced()
    {
        foreach (var row in ReferenceCsv.Read("itu_p676_slant_attenuation.csv"))
        {
            // The sheet's pressure is that of the dry air, as its other sheets' is: only so do all ten rows agree, to ten digits.
            var dry = new MoistAir(row.Number("T_K"), 100 * row.Number("P_hPa"), 1e-3 * row.Number("rho_g_m3"));
            var surface = dry with { PressurePa = dry.PressurePa + dry.VapourPressurePa };
            var loss = SlantPathApproximation.GasDb(1e9 * row.Number("f_GHz"), double.DegreesToRadians(row.Number("elevation_deg")), surface);
            output.WriteLine($"{row["case_id"]}: {loss / row.Number("A_gas_dB") - 1:E2}");
            Assert.Equal(row.Number("A_gas_dB"), loss, 1e-9 * row.Number("A_gas_dB"));
        }
    }

    [Fact]
    public void ApproximationIsNearTheIntegral()
    {
        // Heights of oxygen and vapour against the integration through the mean atmosphere; the Recommendation's own statement is some per cent.
        double worst = 0, worstGhz = 0, onTheLine = 0;
        var surface = ReferenceAtmosphere.MeanGlobal.At(0);
        for (var frequencyGhz = 1.0; frequencyGhz <= 100; frequencyGhz += 0.5)
        {
            if (frequencyGhz is > 49 and < 71) continue;
            var exact = SlantPath.GasDb(1e9 * frequencyGhz, ReferenceAtmosphere.MeanGlobal, 0, Math.PI / 2, 100_000);
            var share = Math.Abs((SlantPathApproximation.GasDb(1e9 * frequencyGhz, Math.PI / 2, surface) / exact) - 1);
            if (frequencyGhz is > 14 and < 32) onTheLine = Math.Max(onTheLine, share);
            else if (share > worst) (worst, worstGhz) = (share, frequencyGhz);
        }

        output.WriteLine($"worst {100 * worst:F2} % at {worstGhz} GHz, near the water line {100 * onTheLine:F2} %");
        Assert.InRange(worst, 0, 0.06);
        Assert.InRange(onTheLine, 0, 0.12);
    }

    [Fact]
    public void CoefficientTableIsSmoothWhereNoLinesAre()
    {
        // A wrong digit in one line of the table would stand out from its neighbours: fourth differences of the height at five kinds of air.
        MoistAir[] airs = [new(288, 101_325, 7.5e-3), new(250, 101_325, 7.5e-3), new(310, 101_325, 7.5e-3), new(288, 70_000, 7.5e-3), new(288, 101_325, 25e-3)];
        foreach (var air in airs)
        {
            double Height(double ghz) => SlantPathApproximation.OxygenHeightM(ghz * 1e9, air);
            for (var ghz = 5.0; ghz <= 99; ghz += 0.5)
            {
                if (ghz is > 46 and < 74) continue;
                var difference = Height(ghz - 1) - (4 * Height(ghz - 0.5)) + (6 * Height(ghz)) - (4 * Height(ghz + 0.5)) + Height(ghz + 1);
                Assert.True(Math.Abs(difference) < 0.6, $"{ghz} GHz: {difference}");
            }
        }
    }

    [Fact]
    public void RangesAreRefused()
    {
        var surface = ReferenceAtmosphere.MeanGlobal.At(0);
        Assert.Throws<ArgumentOutOfRangeException>(() => SlantPathApproximation.GasDb(3e9, double.DegreesToRadians(4), surface));
        Assert.Throws<ArgumentOutOfRangeException>(() => SlantPathApproximation.GasDb(101e9, 1, surface));
    }
}
