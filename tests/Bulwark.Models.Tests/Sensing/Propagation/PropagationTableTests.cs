using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class PropagationTableTests(ITestOutputHelper output)
{
    private const double MillimetrePerHour = RainAttenuation.MillimetrePerHourMPerS;

    public static TheoryData<string, PropagationConditions> Cases => new()
    {
        { "L band, mast", new PropagationConditions { FrequencyHz = 1.3e9, AntennaHeightM = 30 } },
        { "S band, rain", new PropagationConditions { FrequencyHz = 3e9, AntennaHeightM = 10, RainRateMPerS = 10 * MillimetrePerHour, Atmosphere = new ReferenceAtmosphere(ReferenceClimate.MidLatitudeWinter) } },
        { "X band, rain and cloud", new PropagationConditions { FrequencyHz = 9.5e9, AntennaHeightM = 20, RainRateMPerS = 16 * MillimetrePerHour, RainTopM = 4500, CloudDensityKgPerM3 = 5e-4, Polarisation = Polarisation.Vertical } },
        { "X band, mountain", new PropagationConditions { FrequencyHz = 9.5e9, AntennaHeightM = 2100, Atmosphere = new ReferenceAtmosphere(ReferenceClimate.MidLatitudeSummer), RainRateMPerS = 4 * MillimetrePerHour } },
        { "Ka band", new PropagationConditions { FrequencyHz = 35e9, AntennaHeightM = 5 } },
        { "Water line", new PropagationConditions { FrequencyHz = 22.235e9, AntennaHeightM = 5 } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void TableAgreesWithTheIntegrals(string name, PropagationConditions conditions)
    {
        const double MaximumRangeM = 400_000;
        var table = new PropagationTable(conditions, MaximumRangeM);
        double worstDb = 0, worstAtDb = 0, worstExcess = 0;
        var count = 0;
        var dip = conditions.AntennaHeightM > 1000 ? -1.1 : -0.05;
        for (var step = 0; step < 30; step++)
        {
            // Elevations between the knots, dense near the horizon.
            var elevationRad = double.DegreesToRadians(dip + (89 * Math.Pow((step + 0.37) / 30, 2.5)));
            for (var k = 0; k < 16; k++)
            {
                var heightM = 30_000 * Math.Pow((k + 0.5) / 16, 2);
                if (!RayTrace.TryTrace(conditions.Atmosphere, conditions.AntennaHeightM, elevationRad, heightM, out var path)) continue;
                if (path.PropagatedRangeM > MaximumRangeM || path.LowestHeightM < 0) continue;
                var exact = PathLoss.TwoWayDb(conditions, elevationRad, heightM);
                var difference = Math.Abs(table.LossDb(path.PropagatedRangeM, elevationRad) - exact);
                count++;

                // What the model's page states: 0.02 dB or 0.1 per cent of the loss, whichever is more.
                worstExcess = Math.Max(worstExcess, difference / Math.Max(0.02, 1e-3 * exact));
                if (difference > worstDb) (worstDb, worstAtDb) = (difference, exact);
            }
        }

        output.WriteLine($"{name}: {count} paths, worst {worstDb:F4} dB (of {worstAtDb:F2} dB), {100 * worstExcess:F0} % of what is allowed");
        Assert.True(count > 200);
        Assert.True(worstExcess < 1, $"{name}: {worstDb} dB of {worstAtDb} dB");
    }

    [Fact]
    public void DryRunsCostNothingAtZeroRangeAndNeverNegative()
    {
        var table = new PropagationTable(new PropagationConditions { FrequencyHz = 3e9, AntennaHeightM = 10 }, 300_000);
        Assert.Equal(0, table.LossDb(0, 0.3));
        Assert.Equal(table.LossDb(300_000, 0.01), table.LossDb(5e6, 0.01));
        var previous = 0.0;
        for (var rangeM = 100.0; rangeM < 300_000; rangeM += 77)
        {
            var loss = table.LossDb(rangeM, 0.02);
            Assert.True(loss >= previous);
            previous = loss;
        }
    }

    [Fact]
    public void BatchesAndSinglesAreTheSame()
    {
        var table = new PropagationTable(new PropagationConditions { FrequencyHz = 9.5e9, AntennaHeightM = 20, RainRateMPerS = 4 * MillimetrePerHour }, 200_000);
        var random = new RandomStream(1, 0, 0, RandomPurpose.General);
        var ranges = new float[1003];
        var elevations = new float[1003];
        var losses = new float[1003];
        for (var i = 0; i < ranges.Length; i++)
        {
            ranges[i] = (float)((random.NextUnit() * 250_000) - 1000);
            elevations[i] = (float)((random.NextUnit() * random.NextUnit() * 3) - 1);
        }

        table.LossDb(ranges, elevations, losses);
        for (var i = 0; i < ranges.Length; i++) Assert.Equal((float)table.LossDb((double)ranges[i], elevations[i]), losses[i]);

        // Nonsense gives nonsense, but reads nothing outside the table.
        float[] strange = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, 0, 1, -1, float.Epsilon];
        table.LossDb(strange, strange, losses);
        foreach (var value in strange) _ = table.LossDb(value, float.NaN) + table.LossDb(float.NaN, value);
        Assert.Throws<ArgumentException>(() => table.LossDb(ranges, elevations, losses.AsSpan(1)));
    }

    [Fact]
    public void RainEndsAtItsReachAndAtItsTop()
    {
        var dry = new PropagationConditions { FrequencyHz = 9.5e9, AntennaHeightM = 20 };
        var wet = dry with { RainRateMPerS = 16 * MillimetrePerHour, RainTopM = 3000, RainReachM = 30_000 };
        var (dryTable, wetTable) = (new PropagationTable(dry, 200_000), new PropagationTable(wet, 200_000));
        double Rain(double rangeM, double elevationRad) => wetTable.LossDb(rangeM, elevationRad) - dryTable.LossDb(rangeM, elevationRad);
        var perM = 2 * RainAttenuation.SpecificDbPerM(RainAttenuation.Coefficients(9.5e9, 0.002, Polarisation.Horizontal), wet.RainRateMPerS);
        Assert.Equal(perM * 20_000, Rain(20_000, 0.002), 0.002);
        Assert.Equal(perM * 30_000, Rain(150_000, 0.002), 0.003);

        // Straight up, the rain above the antenna.
        var steep = 2 * RainAttenuation.SpecificDbPerM(RainAttenuation.Coefficients(9.5e9, 0.5 * Math.PI, Polarisation.Horizontal), wet.RainRateMPerS);
        Assert.Equal(steep * 2980, Rain(10_000, 0.5 * Math.PI), 0.003);
    }

    [Fact]
    public void BadConditionsAreNamed()
    {
        var good = new PropagationConditions { FrequencyHz = 3e9, AntennaHeightM = 10 };
        Assert.Throws<ArgumentOutOfRangeException>(() => new PropagationTable(good, double.NaN));
        foreach (var bad in new[]
        {
            good with { FrequencyHz = double.NaN }, good with { AntennaHeightM = 1e6 }, good with { RainRateMPerS = -1 },
            good with { CloudBaseM = 5000 }, good with { CloudDensityKgPerM3 = 1 }, good with { RainReachM = -1 }, good with { EarthRadiusM = 0 },
        })
        {
            Assert.Throws<ArgumentException>(() => new PropagationTable(bad, 1e5));
        }
    }
}
