using Bulwark.Core.Earth;
using Bulwark.Sensing.Clutter;
using Bulwark.Sensing.Jamming;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Catalogue;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Coverage;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>Coverage with jammers, a reflecting surface, clutter and cross-sections by band: what the models of a run say, cell by cell.</summary>
public class CoverageSurroundingsTests
{
    private static readonly CoverageJammer StandOff = new(
        GeodeticPoint.FromDegrees(37.2, 24, 10_000), new NoiseJammer { PowerW = 10_000, GainDb = 0, BandwidthHz = 100e6 });

    [Fact]
    public void EveryCellIsWhatARunWouldSay()
    {
        var surroundings = new Surroundings { Surface = new ReflectingSurface(IsSea: true, 0.25), SeaClutterState = 3 };
        var request = CoverageRequests.At(35.2, 24, 800) with { Surroundings = surroundings, Jammers = [StandOff], TargetSpeedMPerS = 230, CellM = 5000 };
        var result = CoverageStudy.Of(request);
        var set = CoverageRequests.Search;
        var (model, site) = (new RadarModel(set), new RadarSite(GeodeticPoint.FromDegrees(35.2, 24), set.AntennaHeightM));
        var around = surroundings.Around(set, site);
        var from = site.View(Wgs84.ToEcef(StandOff.Place));
        var seen = 0;
        for (var row = 0; row < result.Grid.Side; row += 3)
        {
            for (var column = 0; column < result.Grid.Side; column += 3)
            {
                if (!result.Grid.IsInside(column, row)) continue;
                var view = site.View(Wgs84.ToEcef(result.Grid.Place(column, row).WithHeight(800)));
                var expected = 0.0;
                if (model.Check(site, view, around) == Visibility.Visible)
                {
                    var jamming = around.JammerToNoiseRatio(StandOff.Noise, in from, in view);
                    var ratio = around.SignalToInterferenceRatio(in view, around.SignalRatio(in view) * model.SnrRatio(view.RangeM, 2), jamming, 230);
                    expected = model.DetectionProbability(ratio);
                    seen++;
                }

                Assert.Equal(expected, result.Layers[0].Probability[(row * result.Grid.Side) + column], 1e-6);
            }
        }

        Assert.True(seen > 200, $"{seen} cells are within the horizon");
    }

    [Fact]
    public void AStandOffJammerTakesMostTowardsItself()
    {
        var clear = CoverageRequests.At(35.2, 24, 8000);
        var jammed = CoverageStudy.Of(clear with { Jammers = [StandOff] }).Layers[0];
        var free = CoverageStudy.Of(clear).Layers[0];
        Assert.True(jammed.CoveredAreaM2 < free.CoveredAreaM2);
        Assert.True(jammed.Ranges[0].UnbrokenRangeM < jammed.Ranges[180].UnbrokenRangeM);
        Assert.True(jammed.Ranges[180].UnbrokenRangeM <= free.Ranges[180].UnbrokenRangeM);

        // Below the horizon it is not heard; a set whose receiver is not known cannot be reckoned with.
        var hidden = StandOff with { Place = GeodeticPoint.FromDegrees(39.2, 24, 500) };
        Assert.Equal(free.CoveredAreaM2, CoverageStudy.Of(clear with { Jammers = [hidden] }).Layers[0].CoveredAreaM2);
        var unknown = CoverageStudy.Of(clear with { Jammers = [StandOff], Radars = [clear.Radars[0] with { Parameters = CoverageRequests.Search with { NoiseTemperatureK = 0 } }] });
        Assert.Equal(free.CoveredAreaM2, unknown.Layers[0].CoveredAreaM2);
        Assert.Contains(CoverageSummary.Notes(unknown), static note => note.Contains("of unknown receiver", StringComparison.Ordinal));
    }

    [Fact]
    public void BurnThroughIsWhereThePowerBudgetSays()
    {
        var request = CoverageRequests.At(35.2, 24, 8000) with { Jammers = [StandOff], CellM = 2000 };
        var (set, model) = (CoverageRequests.Search, new RadarModel(CoverageRequests.Search));
        var site = new RadarSite(GeodeticPoint.FromDegrees(35.2, 24), set.AntennaHeightM);
        var jammer = site.View(Wgs84.ToEcef(StandOff.Place));

        // Away from the jammer its noise comes through the side lobes, the same in every direction.
        var jamming = request.Surroundings.Around(set, site).JammerToNoiseRatio(StandOff.Noise, in jammer, jammer with { AzimuthRad = Math.PI });
        var required = model.ReferenceSnrRatio * Math.Pow(set.ReferenceRangeM / model.DetectionRangeM(set.ReferenceRcsM2, 0.5), 4);
        var burnThroughM = NoiseJamming.StandOffBurnThroughM(model.Budget, 2, jamming, required);
        Assert.InRange(burnThroughM, 30_000, 290_000);

        // Slant range and distance along the surface differ by less than a part in a hundred at 8 km.
        Assert.Equal(burnThroughM, CoverageStudy.Of(request).Layers[0].Ranges[180].UnbrokenRangeM, 0.01 * burnThroughM);
    }

    [Fact]
    public void ClutterHidesWhatTheCancellerTakesForGround()
    {
        var request = CoverageRequests.At(35.2, 24, 100) with { Surroundings = new Surroundings { LandClutter = LandSurface.RuggedMountains } };
        var flying = CoverageStudy.Of(request with { TargetSpeedMPerS = 230 }).Layers[0];
        var hovering = CoverageStudy.Of(request with { TargetSpeedMPerS = 0 }).Layers[0];
        Assert.True(hovering.CoveredAreaM2 < 0.5 * flying.CoveredAreaM2, $"{hovering.CoveredAreaM2 / flying.CoveredAreaM2}");
    }

    [Fact]
    public void TheTargetHasTheCrossSectionOfEachBand()
    {
        var target = ParameterBuilder.Aircraft(CatalogueStore.LoadEmbedded().Find("f-35")!);
        var request = CoverageRequests.At(35.2, 24, 8000) with { TargetRcsM2 = target.RcsM2, TargetSignature = target.Signature };
        RadarLink At(double frequencyHz) => new(request.Radars[0] with { Parameters = CoverageRequests.Search with { FrequencyHz = frequencyHz } }, request);
        Assert.True(At(150e6).RingM > 1.2 * At(10e9).RingM, "a longer wave sees it farther");
        Assert.Equal(target.Signature!.RcsM2(Sensing.Signatures.RadarBand.Vhf, 0), At(150e6).TargetRcsM2);
    }
}
