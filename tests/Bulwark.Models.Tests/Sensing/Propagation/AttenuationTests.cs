using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;

namespace Bulwark.Models.Tests.Sensing.Propagation;

public class AttenuationTests
{
    private const double DbPerKm = 1e-3;

    [Fact]
    public void GasesMatchTheOfficialRows()
    {
        foreach (var row in ReferenceCsv.Read("itu_p676_specific_attenuation.csv"))
        {
            var (frequencyHz, dryPa, temperatureK, vapour) =
                (1e9 * row.Number("f_GHz"), 100 * row.Number("p_dry_hPa"), row.Number("T_K"), 1e-3 * row.Number("rho_water_vapour_g_m3"));
            var oxygen = GasAttenuation.DryAirDbPerM(frequencyHz, dryPa, temperatureK, vapour);
            var water = GasAttenuation.WaterVapourDbPerM(frequencyHz, dryPa, temperatureK, vapour);
            AssertRelative(row.Number("gamma_oxygen_dB_km") * DbPerKm, oxygen, 1e-11);
            AssertRelative(row.Number("gamma_water_dB_km") * DbPerKm, water, 1e-11);

            // The same by total pressure: dry pressure and vapour pressure are added and taken apart again.
            var air = new MoistAir(temperatureK, dryPa + new MoistAir(temperatureK, 0, vapour).VapourPressurePa, vapour);
            AssertRelative(row.Number("gamma_total_dB_km") * DbPerKm, GasAttenuation.SpecificDbPerM(frequencyHz, air), 1e-11);
        }
    }

    [Fact]
    public void GasAlongSlantPathsMatchesTheIntegration()
    {
        foreach (var row in ReferenceCsv.Read("itu_p676_slant_integrated.csv"))
        {
            var loss = SlantPath.GasDb(1e9 * row.Number("f_GHz"), ReferenceAtmosphere.MeanGlobal, 0, double.DegreesToRadians(row.Number("elevation_deg")), 100_000, 6_371_000);
            // The table allows 0.3 per cent; both integrate the same thing, so 0.1 per cent is asked for.
            AssertRelative(row.Number("one_way_dB"), loss, 1e-3);
            AssertRelative(row.Number("two_way_dB"), 2 * loss, 1e-3);
        }
    }

    [Fact]
    public void GasBetweenHeightsAddsUp()
    {
        const double FrequencyHz = 9.5e9;
        var (atmosphere, elevationRad) = (ReferenceAtmosphere.MeanGlobal, double.DegreesToRadians(1));
        var whole = SlantPath.GasDb(FrequencyHz, atmosphere, 100, elevationRad, 12_000);
        var lower = SlantPath.GasDb(FrequencyHz, atmosphere, 100, elevationRad, 3000);
        var atMiddle = RayTrace.Trace(atmosphere, 100, elevationRad, 3000).ArrivalElevationRad;
        AssertRelative(whole, lower + SlantPath.GasDb(FrequencyHz, atmosphere, 3000, atMiddle, 12_000), 1e-6);

        // A path is the same from its other end, where it leads down.
        var arrival = RayTrace.Trace(atmosphere, 100, elevationRad, 12_000).ArrivalElevationRad;
        AssertRelative(whole, SlantPath.GasDb(FrequencyHz, atmosphere, 12_000, -arrival, 100), 1e-6);
    }

    [Fact]
    public void RainMatchesTheOfficialRows()
    {
        foreach (var row in ReferenceCsv.Read("itu_p838_rain.csv"))
        {
            var (elevationRad, tiltRad) = (double.DegreesToRadians(row.Number("elevation_deg")), double.DegreesToRadians(row.Number("tau_deg")));
            var coefficients = RainAttenuation.Coefficients(1e9 * row.Number("f_GHz"), elevationRad, tiltRad);
            AssertRelative(row.Number("k"), coefficients.ScaleFactor, 1e-6);
            AssertRelative(row.Number("alpha"), coefficients.AlphaFactor, 1e-6);
            var rate = row.Number("rain_rate_mm_h") * RainAttenuation.MillimetrePerHourMPerS;
            AssertRelative(row.Number("gamma_R_dB_km") * DbPerKm, RainAttenuation.SpecificDbPerM(1e9 * row.Number("f_GHz"), elevationRad, tiltRad, rate), 1e-6);
        }
    }

    [Fact]
    public void RainCoefficientsMatchTheirTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p838_k_alpha.csv"))
        {
            var horizontal = RainAttenuation.Coefficients(1e9 * row.Number("f_GHz"), 0, Polarisation.Horizontal);
            var vertical = RainAttenuation.Coefficients(1e9 * row.Number("f_GHz"), 0, Polarisation.Vertical);
            AssertRelative(row.Number("k_H"), horizontal.ScaleFactor, 1e-6);
            AssertRelative(row.Number("alpha_H"), horizontal.AlphaFactor, 1e-6);
            AssertRelative(row.Number("k_V"), vertical.ScaleFactor, 1e-6);
            AssertRelative(row.Number("alpha_V"), vertical.AlphaFactor, 1e-6);
        }
    }

    [Fact]
    public void CloudMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p840_cloud_Kl.csv"))
        {
            // The coefficient is the attenuation of 1 kg/m³ in dB/m; nine digits are printed.
            AssertRelative(row.Number("K_l_dB_km_per_g_m3"), CloudAttenuation.SpecificDbPerM(1e9 * row.Number("f_GHz"), row.Number("T_C") + 273.15, 1), 1e-8);
        }
    }

    [Fact]
    public void ArgumentsOutsideTheRecommendationsAreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => GasAttenuation.DryAirDbPerM(2e12, 1e5, 288, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => GasAttenuation.WaterVapourDbPerM(double.NaN, 1e5, 288, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RainAttenuation.Coefficients(0, 0.0, 0.0));
        Assert.Throws<ArgumentOutOfRangeException>(() => CloudAttenuation.SpecificDbPerM(201e9, 273, 1e-3));
    }

    [Fact]
    public void HeavyRainFillsLongPathsInPart()
    {
        var coefficients = RainAttenuation.Coefficients(18e9, 0.0, Polarisation.Horizontal);
        var rate = 30 * RainAttenuation.MillimetrePerHourMPerS;
        Assert.Equal(2.5, RainAttenuation.EffectivePathShare(18e9, 100, rate, coefficients));
        var previousM = 0.0;
        for (var lengthM = 5000.0; lengthM <= 50_000; lengthM += 5000)
        {
            var filledM = lengthM * RainAttenuation.EffectivePathShare(18e9, lengthM, rate, coefficients);
            Assert.InRange(filledM, previousM, lengthM);
            previousM = filledM;
        }

        // By hand: 18 km, α 1.0025, R 29 mm/h, 16 km: 0.477·5.784·1.2794·1.4270 - 10.579·0.31886 = 1.664.
        Assert.Equal(1 / 1.664, RainAttenuation.EffectivePathShare(18e9, 16_000, 29 * RainAttenuation.MillimetrePerHourMPerS, new RainCoefficients(0.0771, 1.0025)), 2e-3);
    }

    [Theory]
    [InlineData(0, 5000)]
    [InlineData(35, 4100)]
    [InlineData(90, 0)]
    [InlineData(-21, 5000)]
    [InlineData(-45, 2600)]
    [InlineData(-80, 0)]
    public void RainHeightFallsTowardsThePoles(double latitudeDeg, double expectedM) =>
        Assert.Equal(expectedM, RainAttenuation.MeanRainHeightM(double.DegreesToRadians(latitudeDeg)), 1e-6);

    private static void AssertRelative(double expected, double actual, double tolerance) => Assert.Equal(expected, actual, Math.Abs(expected) * tolerance);
}
