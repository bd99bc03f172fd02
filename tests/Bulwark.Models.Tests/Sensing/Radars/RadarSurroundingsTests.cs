using Bulwark.Core.Earth;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;
using Xunit;

namespace Bulwark.Models.Tests.Sensing.Radars;

public sealed class RadarSurroundingsTests
{
    private static readonly RadarParameters Radar = new()
    {
        Name = "test",
        ReferenceRangeM = 200_000,
        ReferenceRcsM2 = 2,
        ReferencePdProbability = 0.8,
        FalseAlarmProbability = 1e-6,
        InstrumentedRangeM = 400_000,
        AntennaHeightM = 10,
        AzimuthBeamwidthRad = double.DegreesToRadians(1.5),
        ElevationBeamwidthRad = double.DegreesToRadians(2),
        RangeResolutionM = 150,
        RotationPeriodS = 10,
        FrequencyHz = 3e9,
        NoiseTemperatureK = 800,
        SideLobeLevelDb = -35,
        PulseRepetitionHz = 350,
        CancellerOrder = 2,
    };

    private static readonly RadarSite Site = new(GeodeticPoint.FromDegrees(35, 24, 100), Radar.AntennaHeightM);
    private static readonly PropagationConditions Clear = new() { FrequencyHz = 1, AntennaHeightM = 0 };

    [Fact]
    public void ClearAirChangesNothingAtTheStatementAndHelpsNearer()
    {
        var surroundings = new RadarSurroundings(Radar, Site, air: Clear);

        // The two paths to one degree of elevation differ by the model of refraction only: 0.1 dB of some 3 dB.
        Assert.InRange(Db(surroundings.SignalRatio(View(200, 0, 1))), -0.1, 0.1);
        Assert.InRange(Db(surroundings.SignalRatio(View(50, 0, 1))), 0.5, 4);
        Assert.InRange(Db(surroundings.SignalRatio(View(350, 0, 1))), -3, -0.05);
    }

    [Fact]
    public void RainTakesItsTwoWayLoss()
    {
        var rain = Clear with { RainRateMPerS = 20 * RainAttenuation.MillimetrePerHourMPerS, RainTopM = 5000 };
        var dry = new RadarSurroundings(Radar with { FrequencyHz = 9.5e9 }, Site, air: Clear);
        var wet = new RadarSurroundings(Radar with { FrequencyHz = 9.5e9 }, Site, air: rain);
        var perM = RainAttenuation.SpecificDbPerM(9.5e9, 0, RainAttenuation.TiltRad(Polarisation.Horizontal), rain.RainRateMPerS);
        var lossDb = Db(dry.SignalRatio(View(30, 0, 1))) - Db(wet.SignalRatio(View(30, 0, 1)));
        Assert.Equal(2 * perM * 30_000, lossDb, 0.02 * lossDb);
    }

    [Fact]
    public void AJammerOfTheMainLobeIsTheEquationAndOneOfTheSideLobesLessByTheirLevel()
    {
        var jammer = new NoiseJammer { PowerW = 10_000, GainDb = 0, BandwidthHz = 100e6 };
        var surroundings = new RadarSurroundings(Radar, Site);
        var source = View(150, 30, 1);

        // P/B · G λ²/((4π R)² k T): 1e-4 W/Hz, gain 7.92/(0.02618 · 0.03491), λ = 0.09993 m, T = 800 K.
        const double Expected = 1e-4 * (7.9218 / (0.0261799 * 0.0349066)) * 0.00998626 / (16 * Math.PI * Math.PI * 150e3 * 150e3 * 1.380649e-23 * 800);
        var main = surroundings.JammerToNoiseRatio(jammer, in source, in source);
        Assert.Equal(1, main / Expected, 1e-3);
        Assert.Equal(-35, Db(surroundings.JammerToNoiseRatio(jammer, in source, View(150, 90, 1)) / main), 1e-9);
        Assert.Equal(-3.0103, Db(surroundings.JammerToNoiseRatio(jammer, View(150, 30, 0), View(150, 30.75, 0)) / surroundings.JammerToNoiseRatio(jammer, View(150, 30, 0), View(150, 30, 0))), 1e-3);
        Assert.Equal(0, surroundings.JammerToNoiseRatio(jammer, source with { ClearsHorizon = false }, in source));
        Assert.Equal(0, new RadarSurroundings(Radar with { NoiseTemperatureK = 0 }, Site).JammerToNoiseRatio(jammer, in source, in source));
        Assert.Equal(50.0 / 11, surroundings.SignalToInterferenceRatio(in source, 50, 10, 200), 1e-12);
    }

    [Fact]
    public void ACancellerSeesWhatMovesAndLosesWhatDoesNot()
    {
        var clutter = SurfaceClutter.OfLand(Radar, Site, LandSurface.Farmland)!;
        var low = View(10, 0, 0.1);
        var cnr = clutter.ClutterToNoiseRatio(in low);
        Assert.True(cnr > 1e3, $"the ground at 10 km should be far stronger than noise, not {cnr}");
        Assert.True(clutter.SignalToInterferenceRatio(in low, 1e5, 1, 60) > 100 * clutter.SignalToInterferenceRatio(in low, 1e5, 1, 0.5));

        // Above the beam's lower edge and beyond the horizon the ground does not compete.
        Assert.True(clutter.ClutterToNoiseRatio(View(10, 0, 20)) < 1e-2 * cnr);
        Assert.Equal(0, clutter.ClutterToNoiseRatio(View(60, 0, 0.1)));
        Assert.Null(SurfaceClutter.OfSea(Radar with { CancellerOrder = 0 }, Site, 3));
    }

    [Fact]
    public void TheSeaMakesLobes()
    {
        var surroundings = new RadarSurroundings(Radar, Site, surface: new ReflectingSurface(IsSea: true, RoughnessM: 0));
        var ratios = Enumerable.Range(0, 200).Select(step => Db(surroundings.SignalRatio(View(100, 0, 0.2 + (0.002 * step))))).ToList();

        // Two rays of nearly equal strength: up to 12 dB more, and deep nulls.
        Assert.InRange(ratios.Max(), 8, 12.1);
        Assert.True(ratios.Min() < -10);
    }

    [Fact]
    public void WithoutAFrequencyOnlyTerrainCounts()
    {
        var surroundings = new RadarSurroundings(Radar with { FrequencyHz = 0 }, Site, air: Clear, surface: new ReflectingSurface(IsSea: true, RoughnessM: 0));
        Assert.Equal(1, surroundings.SignalRatio(View(100, 0, 0.3)));
    }

    private static RadarView View(double rangeKm, double azimuthDeg, double elevationDeg) =>
        new(rangeKm * 1000, double.DegreesToRadians(azimuthDeg), double.DegreesToRadians(elevationDeg), ClearsHorizon: true);

    private static double Db(double ratio) => 10 * Math.Log10(ratio);
}
