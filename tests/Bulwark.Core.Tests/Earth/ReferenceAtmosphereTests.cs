using Bulwark.Core.Earth;
using Bulwark.Models.Tests;

namespace Bulwark.Core.Tests.Earth;

public class ReferenceAtmosphereTests
{
    [Fact]
    public void MeanAnnualAtmosphereMatchesItsTable()
    {
        // The table's vapour is the plain exponential, without the Recommendation's least mixing ratio.
        var atmosphere = ReferenceAtmosphere.WithVapour(7.5e-3, 2000, 0);
        foreach (var row in ReferenceCsv.Read("itu_p835_reference_atmosphere.csv"))
        {
            var air = atmosphere.At(1000 * row.Number("h_km"));
            Assert.Equal(row.Number("T_K"), air.TemperatureK, 0.01);
            Assert.Equal(1, air.PressurePa / (100 * row.Number("p_hPa")), 1e-4);
            Assert.Equal(1, air.VapourDensityKgPerM3 / (1e-3 * row.Number("rho_water_g_m3")), 1e-6);
        }
    }

    [Fact]
    public void SeasonalAtmospheresMatchTheirTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p835_seasonal_atmospheres_peer.csv"))
        {
            var climate = Enum.Parse<ReferenceClimate>(row["atmosphere"].Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
            var air = new ReferenceAtmosphere(climate).At(1000 * row.Number("h_km"));

            // 1e-4 relative is the table's; six printed digits.
            Assert.Equal(row.Number("T_K"), air.TemperatureK, 1e-4 * row.Number("T_K"));
            Assert.Equal(row.Number("p_hPa"), air.PressurePa / 100, 1e-4 * row.Number("p_hPa"));
            Assert.Equal(row.Number("rho_water_g_m3"), 1000 * air.VapourDensityKgPerM3, 1e-4 * row.Number("rho_water_g_m3"));
        }
    }

    [Fact]
    public void MeanAtmosphereIsContinuousToItsTopAndEmptyAbove()
    {
        var atmosphere = ReferenceAtmosphere.MeanGlobal;
        for (var heightM = -900.0; heightM < 99_990; heightM += 10)
        {
            var (below, above) = (atmosphere.At(heightM), atmosphere.At(heightM + 10));
            Assert.InRange(above.PressurePa / below.PressurePa, 0.997, 1);
            Assert.InRange(above.TemperatureK - below.TemperatureK, -0.1, 0.1);
        }

        Assert.Equal(0, atmosphere.At(100_001).PressurePa);
        Assert.Equal(0, atmosphere.ExcessRatio(200_000));
    }

    [Fact]
    public void DryUpperAirKeepsTheLeastMixingRatio()
    {
        var air = ReferenceAtmosphere.MeanGlobal.At(40_000);
        Assert.Equal(2e-6, air.VapourPressurePa / air.PressurePa, 1e-12);
        Assert.Equal(0, ReferenceAtmosphere.WithVapour(0).At(40_000).VapourDensityKgPerM3);
    }

    [Theory]
    [InlineData(-10, true, ReferenceClimate.LowLatitude)]
    [InlineData(35, true, ReferenceClimate.MidLatitudeSummer)]
    [InlineData(-45, false, ReferenceClimate.MidLatitudeWinter)]
    [InlineData(60, true, ReferenceClimate.HighLatitudeSummer)]
    [InlineData(-75, false, ReferenceClimate.HighLatitudeWinter)]
    public void LatitudeChoosesTheSeason(double latitudeDeg, bool isSummer, ReferenceClimate expected) =>
        Assert.Equal(expected, ReferenceAtmosphere.ForLatitude(double.DegreesToRadians(latitudeDeg), isSummer).Climate);

    [Fact]
    public void RefractivityMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p453_refractivity.csv"))
        {
            var (temperatureK, pressurePa, humidity) = (row.Number("t_C") + 273.15, 100 * row.Number("p_total_hPa"), row.Number("relative_humidity_pct") / 100);
            var vapourPa = Refractivity.VapourPressurePa(temperatureK, pressurePa, humidity);
            Assert.Equal(100 * row.Number("e_hPa"), vapourPa, 1e-4 * Math.Max(1, vapourPa));
            Assert.Equal(row.Number("N_units"), 1e6 * Refractivity.ExcessRatio(pressurePa - vapourPa, temperatureK, vapourPa), 0.01);
            Assert.Equal(row.Number("N_units"), 1e6 * Refractivity.ExcessRatio(Refractivity.Air(temperatureK, pressurePa, humidity)), 0.01);
        }
    }

    [Fact]
    public void ExponentialProfileMatchesItsTable()
    {
        foreach (var row in ReferenceCsv.Read("itu_p453_exponential_profile.csv"))
        {
            var heightM = 1000 * row.Number("h_km");
            Assert.Equal(row.Number("N_units"), 1e6 * ExponentialRefractivity.Standard.ExcessRatio(heightM), 1e-6);
            Assert.Equal(row.Number("dN_dh_per_km"), 1e9 * ExponentialRefractivity.Standard.GradientPerM(heightM), 1e-6);
            Assert.Equal(row.Number("effective_earth_k_local"), ExponentialRefractivity.Standard.EffectiveEarthFactor(heightM), 1e-6);
        }
    }

    [Fact]
    public void SaturationOverIceIsBelowThatOverWater()
    {
        // Both agree at the triple point to the enhancement factors' difference, and ice holds less vapour in the cold (WMO tables: 1.03 and 1.25 hPa at -20 °C).
        Assert.Equal(1, Refractivity.SaturationPressurePa(273.16, 1e5, isOverIce: true) / Refractivity.SaturationPressurePa(273.16, 1e5), 1e-3);
        Assert.Equal(103.7, Refractivity.SaturationPressurePa(253.15, 1e5, isOverIce: true), 0.5);
        Assert.Equal(126.0, Refractivity.SaturationPressurePa(253.15, 1e5), 0.8);
    }
}
