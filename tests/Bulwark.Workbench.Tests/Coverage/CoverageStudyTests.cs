using Bulwark.Core.Earth;
using Bulwark.Sensing.Propagation;
using Bulwark.Sensing.Radars;
using Bulwark.Simulation.Scenarios;
using Bulwark.Studies.Coverage;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>Coverage over the smooth Earth against closed forms, anywhere on it, alone and in networks.</summary>
public class CoverageStudyTests
{
    [Theory]
    [InlineData(50)]
    [InlineData(300)]
    [InlineData(3000)]
    public void TheHorizonBoundsWhatIsSeen(double heightM)
    {
        var result = CoverageStudy.Of(CoverageRequests.At(35.2, 24.0, heightM));
        var expectedM = EffectiveEarth.Standard.HorizonDistanceM(CoverageRequests.Search.AntennaHeightM, heightM);

        // The radius of the ellipsoid differs from the mean radius by up to 0.5 per cent, its root by half of that; ranges here run along the surface.
        Assert.All(result.Layers[0].Ranges, range => Assert.InRange(range.UnbrokenRangeM, 0.996 * expectedM, 1.003 * expectedM));
        Assert.All(result.Layers[0].Ranges, static range => Assert.Equal(range.UnbrokenRangeM, range.FarthestRangeM));
        var blindM = CoverageRequests.Search.MinimumRangeM;
        var areaM2 = Math.PI * ((expectedM * expectedM) - (blindM * blindM));
        Assert.InRange(result.Layers[0].CoveredAreaM2, 0.985 * areaM2, 1.015 * areaM2);
        Assert.InRange(result.Layers[0].RingAreaM2, 0.995 * Math.PI * 9e10, 1.005 * Math.PI * 9e10);
        Assert.Equal((result.Layers[0].CoveredAreaM2 / result.Layers[0].RingAreaM2) - 1, result.Layers[0].DifferenceShare);
        Assert.Equal(0, result.Layers[0].UnknownShare);
    }

    [Theory]
    [InlineData(89.9, 10)]
    [InlineData(90, 0)]
    [InlineData(-90, 0)]
    [InlineData(-89.5, -170)]
    [InlineData(60, 179.9)]
    [InlineData(-16, -179.99)]
    [InlineData(0, 0)]
    public void PolesAndTheAntimeridianArePlacesLikeOthers(double latitudeDeg, double longitudeDeg)
    {
        var here = CoverageStudy.Of(CoverageRequests.At(latitudeDeg, longitudeDeg, 1000)).Layers[0];
        var there = CoverageStudy.Of(CoverageRequests.At(latitudeDeg, 45, 1000)).Layers[0];
        Assert.InRange(here.CoveredAreaM2 / there.CoveredAreaM2, 0.998, 1.002);
        Assert.InRange(here.Ranges.Min(static range => range.UnbrokenRangeM), 134_000, 143_000);
        Assert.InRange(here.Ranges.Max(static range => range.UnbrokenRangeM), 134_000, 143_000);
    }

    [Fact]
    public void ProbabilityIsThatOfTheRadarModel()
    {
        var result = CoverageStudy.Of(CoverageRequests.At(40, 10, 8000));
        var model = new RadarModel(CoverageRequests.Search);
        var site = new RadarSite(GeodeticPoint.FromDegrees(40, 10), CoverageRequests.Search.AntennaHeightM);
        for (var column = 0; column < result.Grid.Side; column += 7)
        {
            var place = result.Grid.Place(column, result.Grid.Side / 2).WithHeight(8000);
            var view = site.View(Wgs84.ToEcef(place));
            var expected = model.Check(site, view) == Visibility.Visible ? model.DetectionProbability(model.SnrRatio(view.RangeM, 2)) : 0;
            Assert.Equal(result.Grid.IsInside(column, result.Grid.Side / 2) ? expected : double.NaN, result.Layers[0].Probability[(result.Grid.Side / 2 * result.Grid.Side) + column], 1e-6);
        }
    }

    [Fact]
    public void WeatherTakesFromTheRangeAsItsTableSays()
    {
        // At a height and range where the horizon does not matter, a heavy rain at X band costs range.
        var set = CoverageRequests.Search with { FrequencyHz = 9.5e9, InstrumentedRangeM = 600_000 };
        var request = CoverageRequests.At(45, 10, 9000) with { Radars = [new CoverageRadar(set, GeodeticPoint.FromDegrees(45, 10, double.NaN))], TargetRcsM2 = 0.1, CellM = 2000 };
        var free = CoverageStudy.Of(request).Layers[0].CoveredAreaM2;
        var clear = CoverageStudy.Of(request with { Surroundings = new Surroundings() }).Layers[0].CoveredAreaM2;
        var rain = CoverageStudy.Of(request with { Surroundings = With(static air => air with { RainRateMPerS = 10e-3 / 3600 }) }).Layers[0].CoveredAreaM2;
        var cloud = CoverageStudy.Of(request with { Surroundings = With(static air => air with { CloudDensityKgPerM3 = 1e-3 }) }).Layers[0].CoveredAreaM2;
        Assert.True(rain < 0.9 * clear, "rain");
        Assert.True(cloud < clear, "cloud");

        // Nearer than the statement's range the gas that it holds is given back.
        Assert.True(clear > free, "gas");
        var unknown = CoverageStudy.Of(request with { Radars = [request.Radars[0] with { Parameters = set with { FrequencyHz = 0 } }], Surroundings = With(static air => air with { RainRateMPerS = 10e-3 / 3600 }) });
        Assert.Equal(free, unknown.Layers[0].CoveredAreaM2);
    }

    [Fact]
    public void AHigherMastSeesFarther()
    {
        var low = CoverageRequests.At(35.2, 24, 100);
        var high = low with { Radars = [low.Radars[0] with { Parameters = CoverageRequests.Search with { AntennaHeightM = 30 } }] };
        var (lower, higher) = (CoverageStudy.Of(low).Layers[0], CoverageStudy.Of(high).Layers[0]);
        Assert.True(higher.CoveredAreaM2 > lower.CoveredAreaM2 * 1.2);
        Assert.Equal(lower.RingAreaM2, higher.RingAreaM2);
    }

    [Fact]
    public void ANetworkOfTwoNeedsBothWhereTwoAreAskedFor()
    {
        var one = CoverageRequests.At(35.2, 24, 3000);
        var two = one with { Radars = [one.Radars[0], one.Radars[0] with { Place = GeodeticPoint.FromDegrees(35.2, 25.5, double.NaN) }], RadiusM = 400_000 };
        var any = CoverageStudy.Of(two);
        var both = CoverageStudy.Of(two with { Combination = Combination.AtLeast(2) });
        var first = CoverageStudy.Of(one with { RadiusM = 400_000 });
        Assert.True(any.Layers[0].CoveredAreaM2 > first.Layers[0].CoveredAreaM2);
        Assert.True(both.Layers[0].CoveredAreaM2 < first.Layers[0].CoveredAreaM2);

        // Cell by cell: 1 - (1-p)(1-q) and pq from the states of the two.
        for (var at = 0; at < any.Layers[0].Probability.Length; at += 13)
        {
            var (sum, product) = (any.Layers[0].Probability[at], both.Layers[0].Probability[at]);
            if (float.IsNaN(sum)) continue;
            Assert.True(product <= sum);
        }
    }

    [Fact]
    public void TheTrackRuleAsksForLooksAndForAccuracy()
    {
        var request = CoverageRequests.At(35.2, 24, 8000) with { ThresholdProbability = 0.9 };
        var loose = CoverageStudy.Of(request with { Combination = Combination.Track with { AccuracyM = 1e6 } }).Layers[0];
        var tight = CoverageStudy.Of(request with { Combination = Combination.Track with { AccuracyM = 150 } }).Layers[0];
        var many = CoverageStudy.Of(request with { Combination = Combination.Track with { AccuracyM = 1e6, WindowS = 60 } }).Layers[0];
        Assert.True(tight.CoveredAreaM2 < 0.9 * loose.CoveredAreaM2, "accuracy bounds the track");
        Assert.True(many.CoveredAreaM2 >= loose.CoveredAreaM2, "more looks make it likelier");
        Assert.True(tight.CoveredAreaM2 > 0);
    }

    [Fact]
    public void CombinationsCountAsTheBinomialDistributionDoes()
    {
        var request = CoverageRequests.At(0, 0, 100);
        var link = new RadarLink(request.Radars[0], request);
        LinkState[] states = [new(0.3, 10, 1000, 0), new(0.6, 10, 1000, 1), new(0.9, 10, 1000, 2)];
        RadarLink[] links = [link, link, link];
        Assert.Equal(1 - (0.7 * 0.4 * 0.1), CombinedLook.Probability(states, links, Combination.AtLeast(1)), 12);
        Assert.Equal((0.3 * 0.6 * 0.1) + (0.3 * 0.4 * 0.9) + (0.7 * 0.6 * 0.9) + (0.3 * 0.6 * 0.9), CombinedLook.Probability(states, links, Combination.AtLeast(2)), 12);
        Assert.Equal(0.3 * 0.6 * 0.9, CombinedLook.Probability(states, links, Combination.AtLeast(3)), 12);
    }

    private static Surroundings With(Func<PropagationConditions, PropagationConditions> change) => new() { Air = change(new Surroundings().Air!) };

    [Theory]
    [InlineData(double.NaN, 2, 0.5, "HeightsM")]
    [InlineData(100, -1, 0.5, "TargetRcsM2")]
    [InlineData(100, 2, 1, "ThresholdProbability")]
    public void NonsenseIsRefusedByName(double heightM, double rcsM2, double threshold, string name)
    {
        var request = CoverageRequests.At(0, 0, heightM) with { TargetRcsM2 = rcsM2, ThresholdProbability = threshold };
        Assert.Contains(name, Assert.ThrowsAny<ArgumentException>(() => CoverageStudy.Of(request)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheWorkCanBeStopped()
    {
        using var stop = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => CoverageStudy.Of(CoverageRequests.At(0, 0, 100), _ => stop.Cancel(), stop.Token));
    }
}
