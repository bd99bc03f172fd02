using Bulwark.Core.Earth;
using Bulwark.Models.Tests;

namespace Bulwark.Core.Tests.Earth;

public class AtmosphereAndGravityTests
{
    [Fact]
    public void UsStandardAtmosphereMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("atmosphere_us1976.csv"))
        {
            var heightM = row.Number("z_geometric_m");
            var air = StandardAtmosphere.At(heightM);
            if (heightM > StandardAtmosphere.MaximumHeightM)
            {
                // Four or five digits are printed, and some are cut instead of rounded.
                if (row.Has("T_K")) Assert.Equal(row.Number("T_K"), air.TemperatureK, 0.006);
                if (row.Has("p_Pa")) Assert.Equal(1, air.PressurePa / row.Number("p_Pa"), 4e-5);
                if (row.Has("rho_kg_m3")) Assert.Equal(1, air.DensityKgPerM3 / row.Number("rho_kg_m3"), 3e-4);
                continue;
            }

            // The table prints 0.001 K (0.01 at 86 km) and five digits of pressure and density.
            if (row.Has("T_K")) AssertTemperature(row.Number("T_K"), heightM, air, heightM >= 86_000 ? 0.01 : 0.001);
            if (row.Has("p_Pa")) Assert.Equal(1, air.PressurePa / row.Number("p_Pa"), 1e-4);
            if (row.Has("rho_kg_m3")) Assert.Equal(1, air.DensityKgPerM3 / row.Number("rho_kg_m3"), 1e-4);
            if (row.Has("speed_of_sound_m_s")) Assert.Equal(row.Number("speed_of_sound_m_s"), air.SpeedOfSoundMPerS, 0.01);
        }
    }

    [Fact]
    public void IcaoTableIsReproduced()
    {
        foreach (var row in ReferenceCsv.Read("atmosphere_icao_table.csv"))
        {
            // Tolerances are the table's own; the argument that is exact is the one its author printed.
            var heightM = row["exact_argument"] == "geometric" ? row.Number("z_geometric_m") : StandardAtmosphere.GeometricHeightM(row.Number("h_geopotential_m"));
            var air = StandardAtmosphere.At(heightM);
            AssertTemperature(row.Number("T_K"), heightM, air, 0.001);
            Assert.Equal(1, air.PressurePa / row.Number("p_Pa"), 2e-5);
            Assert.Equal(1, air.DensityKgPerM3 / row.Number("rho_kg_m3"), 2e-5);
            Assert.Equal(row.Number("speed_of_sound_m_s"), air.SpeedOfSoundMPerS, 0.002);
            Assert.Equal(row.Number("g_m_s2"), StandardAtmosphere.GravityMPerS2(heightM), 1e-4);
            Assert.Equal(1, StandardAtmosphere.DynamicViscosityPaS(air.TemperatureK) / row.Number("dynamic_viscosity_Pa_s"), 1e-4);
        }
    }

    // Between 80 and 86 km the printed columns are the molecular-scale temperature (the one that gives the speed of sound).
    private static void AssertTemperature(double expectedK, double heightM, AtmosphereState air, double toleranceK)
    {
        var molecularK = air.SpeedOfSoundMPerS * air.SpeedOfSoundMPerS / (1.4 * 8314.32 / 28.9644);
        Assert.Equal(expectedK, heightM is > 80_000 and < 86_000 ? molecularK : air.TemperatureK, toleranceK);
        Assert.InRange(air.TemperatureK, molecularK * 0.99957, molecularK * (1 + 1e-12));
    }

    [Fact]
    public void AirIsContinuousWhereLayersMeetAndFadesAbove()
    {
        foreach (var geopotentialM in new[] { 11_000.0, 20_000, 32_000, 47_000, 51_000, 71_000 })
        {
            var heightM = StandardAtmosphere.GeometricHeightM(geopotentialM);
            Assert.Equal(1, StandardAtmosphere.At(heightM - 1e-6).PressurePa / StandardAtmosphere.At(heightM + 1e-6).PressurePa, 1e-8);
        }

        Assert.Equal(1, StandardAtmosphere.At(86_000.001).DensityKgPerM3 / StandardAtmosphere.At(86_000).DensityKgPerM3, 4e-5);
        Assert.Equal(1, StandardAtmosphere.At(86_000.001).PressurePa / StandardAtmosphere.At(86_000).PressurePa, 4e-5);
        var above = StandardAtmosphere.At(86_000);
        for (var heightM = 86_500.0; heightM < 3e7; heightM *= 1.01)
        {
            var air = StandardAtmosphere.At(heightM);
            Assert.True(air.DensityKgPerM3 < above.DensityKgPerM3 || air.DensityKgPerM3 == 0, $"{heightM}");
            Assert.True(air.PressurePa < above.PressurePa || air.PressurePa == 0, $"{heightM}");
            Assert.InRange(air.SpeedOfSoundMPerS, 270, 2000);
            above = air;
        }
    }

    [Theory]
    [InlineData(87_000, 0.31259, 28.95)]
    [InlineData(93_000, 0.10801, 28.82)]
    [InlineData(97_000, 5.3571e-2, 28.62)]
    [InlineData(99_000, 3.7948e-2, 28.48)]
    [InlineData(101_000, 2.7192e-2, 28.30)]
    [InlineData(105_000, 1.4477e-2, 27.88)]
    [InlineData(110_000, 7.1042e-3, 27.27)]
    [InlineData(115_000, 4.0096e-3, 26.68)]
    [InlineData(130_000, 1.2505e-3, 25.44)]
    [InlineData(150_000, 4.5422e-4, 24.10)]
    [InlineData(200_000, 8.4736e-5, 21.30)]
    [InlineData(300_000, 8.7704e-6, 17.73)]
    [InlineData(400_000, 1.4518e-6, 15.98)]
    [InlineData(500_000, 3.0236e-7, 14.33)]
    [InlineData(600_000, 8.2130e-8, 11.51)]
    [InlineData(700_000, 3.1908e-8, 8.00)]
    [InlineData(800_000, 1.7036e-8, 5.54)]
    [InlineData(1_000_000, 7.5138e-9, 3.94)]
    public void UpperAtmosphereHasThePrintedPressureAndMolarMass(double heightM, double pressurePa, double kgPerKmol)
    {
        // US Standard Atmosphere 1976, Table I and VIII, as in a public transcription: five digits of pressure, two decimals of the molar mass.
        // The last digit of the pressure above 500 km is that of the printed table's own integration.
        var air = UpperAtmosphere.At(heightM);
        Assert.Equal(1, air.PressurePa / pressurePa, 7e-5);
        Assert.Equal(kgPerKmol, air.DensityKgPerM3 * 8314.32 * air.TemperatureK / air.PressurePa, 0.0065);
    }

    [Fact]
    public void UpperAtmosphereBeginsWhereTheLowerEnds()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => UpperAtmosphere.At(85_999));
        Assert.Throws<ArgumentOutOfRangeException>(static () => UpperAtmosphere.At(double.NaN));
        Assert.Equal(240, UpperAtmosphere.TemperatureK(110_000), 1e-3);
        Assert.Equal(360, UpperAtmosphere.TemperatureK(120_000), 1e-9);
    }

    [Fact]
    public void AttractionMatchesTheJ2Table()
    {
        foreach (var row in ReferenceCsv.Read("geodesy_gravity_j2_vector.csv"))
        {
            var attraction = Gravity.Attraction(new EcefVector(row.Number("x_ecef_m"), row.Number("y_ecef_m"), row.Number("z_ecef_m")));
            // The table's own tolerance is 1e-11 with J2 cut to 1.08262982e-3; the digits it drops are worth up to 3 x 1.31e-12 g = 4e-11.
            Assert.Equal(row.Number("gx_m_s2"), attraction.X, 5e-11);
            Assert.Equal(row.Number("gy_m_s2"), attraction.Y, 5e-11);
            Assert.Equal(row.Number("gz_m_s2"), attraction.Z, 5e-11);
        }
    }

    [Fact]
    public void NormalGravityMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("geodesy_gravity_wgs84.csv"))
        {
            var expected = row.Number("reference_value");
            switch (row["quantity"])
            {
                case "gamma_equator": Assert.Equal(expected, Gravity.NormalMPerS2(0), 1e-9); break;
                case "gamma_pole": Assert.Equal(expected, Gravity.NormalMPerS2(Math.PI / 2), 1e-9); break;
                case "somigliana_k": Assert.Equal(Gravity.SomiglianaConstant, expected, 1e-13); break;
                case "J2_geometric": Assert.Equal(Gravity.SecondZonalHarmonic, expected, 1e-13); break;
                // The constants carry ten decimals, hence 1e-10.
                case "normal_gravity": Assert.Equal(expected, Gravity.NormalMPerS2(double.DegreesToRadians(row.Number("lat_deg"))), 1.5e-10); break;
                case "normal_gravity_magnitude_at_height":
                    Assert.Equal(expected, Gravity.NormalMPerS2(double.DegreesToRadians(row.Number("lat_deg")), row.Number("h_m")), 1e-8);
                    break;
                default: Assert.Fail("Unknown quantity " + row["quantity"]); break;
            }
        }
    }

    [Fact]
    public void GravityAtRestIsNormalGravityToTheLeftOutTerms()
    {
        foreach (var latitudeDeg in new[] { 0.0, 25, 45, 70, 90 })
        {
            var point = GeodeticPoint.FromDegrees(latitudeDeg, 33, 5000);
            var atRest = Gravity.AtRest(Wgs84.ToEcef(point));
            // The first term left out is J4: 5 J4 g = 1.2e-4 m/s² at the poles.
            Assert.Equal(Gravity.NormalMPerS2(point.LatitudeRad, 5000), atRest.Length, 1.3e-4);
            // It points down the ellipsoid normal; normal gravity itself leans by 4e-6 rad at 5 km (curved plumb lines).
            Assert.InRange(atRest.Normalized().Cross(new LocalFrame(point).Up).Length, 0, 2e-5);
        }
    }

    [Fact]
    public void CoriolisBendsNorthboundFlightToTheRight()
    {
        var frame = new LocalFrame(GeodeticPoint.FromDegrees(45, 10));
        var acceleration = frame.Rotate(Gravity.Coriolis(frame.North * 300));
        Assert.Equal(2 * Wgs84.RotationRateRadPerS * 300 * Math.Sin(Math.PI / 4), acceleration.East, 1e-12);
    }
}
