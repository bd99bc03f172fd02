using Bulwark.Core.Earth;
using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Registration;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Constant errors of radars from what is stated of them and from their plots of common targets.</summary>
public class JointRegistrationTests
{
    private static readonly StatedErrors Stated = new(150, 0.004, 0.004);

    private static readonly SensorFrame[] Frames =
    [
        new(GeodeticPoint.FromDegrees(40.1, 32.5, 850), 20), new(GeodeticPoint.FromDegrees(40.0, 33.2, 850), 20), new(GeodeticPoint.FromDegrees(40.6, 32.8, 900), 20),
    ];

    [Fact]
    public void Errors_are_found_and_the_standard_errors_hold()
    {
        // Many draws of errors and noise: the mean of the normalised squares of nine errors is one, give or take sqrt(2 / (9 draws)) for a normal filter;
        // the band is that of 99.9 %.
        const int Draws = 120;
        const int Pairs = 150;
        var (squares, left) = (0.0, 0.0);
        for (var draw = 0; draw < Draws; draw++)
        {
            var random = new RandomStream(91, 0, (uint)draw, RandomPurpose.General);
            var truth = Array.ConvertAll(Frames, _ => (RangeM: Stated.RangeSigmaM * random.Normal(), AzimuthRad: Stated.AzimuthSigmaRad * random.Normal(), ElevationRad: Stated.ElevationSigmaRad * random.Normal()));
            var estimator = new JointRegistration([Stated, Stated, Stated]);
            for (var pair = 0; pair < Pairs; pair++)
            {
                var place = Place(ref random);
                var (one, two) = (pair % 3, (pair + 1) % 3);
                Assert.True(estimator.TryAdd(Look(one, place, truth[one], ref random), Look(two, place, truth[two], ref random), EcefVector.Zero, 0, 0, 9000));
            }

            for (var radar = 0; radar < 3; radar++)
            {
                var found = estimator.ErrorsOf(radar);
                squares += Math.Pow((found.RangeM - truth[radar].RangeM) / found.RangeSigmaM, 2)
                    + Math.Pow((found.AzimuthRad - truth[radar].AzimuthRad) / found.AzimuthSigmaRad, 2)
                    + Math.Pow((found.ElevationRad - truth[radar].ElevationRad) / found.ElevationSigmaRad, 2);
                left = Math.Max(left, Math.Max(found.RangeSigmaM / Stated.RangeSigmaM, found.AzimuthSigmaRad / Stated.AzimuthSigmaRad));
                Assert.Equal(2 * Pairs / 3, estimator.PairsOf(radar));
            }
        }

        // The errors of one draw hang together, so that the spread is larger than of independent ones: three times their band.
        Assert.InRange(squares / (9 * Draws), 0.7, 1.3);
        Assert.True(left < 0.35, $"{left}");
    }

    /// <summary>
    /// Two radars at one place that look along one line know only the difference of their ranges: by Gauss, with P stated for each and S for the noise, each error is
    /// P d / (2 P + S) up to its sign, with variance P - P² / (2 P + S). Tolerance: the geometry is exact but for the bending of the line of sight over the few
    /// hundred metres between the two places.
    /// </summary>
    [Fact]
    public void One_difference_is_shared_out_as_stated()
    {
        StatedErrors wide = new(200, 0, 0), narrow = new(100, 0, 0);
        var random = new RandomStream(92, 0, 0, RandomPurpose.General);
        var place = Place(ref random);
        var first = Exact(0, place) with { RangeSigmaM = 30 };
        var second = first with { RangeM = first.RangeM - 250, RangeSigmaM = 40 };
        var estimator = new JointRegistration([wide, narrow]);
        Assert.True(estimator.TryAdd(new SitedPlot(0, Frames[0], first, true), new SitedPlot(1, Frames[0], second, true), EcefVector.Zero, 0, 0, 0));
        const double Spread = (200 * 200) + (100 * 100) + (30 * 30) + (40 * 40);
        Assert.Equal(200 * 200 * 250 / Spread, estimator.ErrorsOf(0).RangeM, 0.01);
        Assert.Equal(-100 * 100 * 250 / Spread, estimator.ErrorsOf(1).RangeM, 0.01);
        Assert.Equal(Math.Sqrt((200 * 200) - (200.0 * 200 * 200 * 200 / Spread)), estimator.ErrorsOf(0).RangeSigmaM, 0.01);
        Assert.Equal(Math.Sqrt((100 * 100) - (100.0 * 100 * 100 * 100 / Spread)), estimator.ErrorsOf(1).RangeSigmaM, 0.01);

        // What is stated to be nothing stays nothing.
        Assert.Equal(0, estimator.ErrorsOf(0).AzimuthRad);
        Assert.Equal(0, estimator.ErrorsOf(1).ElevationSigmaRad);
    }

    [Fact]
    public void A_radar_stated_to_have_no_errors_is_the_measure_of_the_others()
    {
        var random = new RandomStream(93, 0, 0, RandomPurpose.General);
        var estimator = new JointRegistration([default, Stated]);
        for (var pair = 0; pair < 400; pair++)
        {
            var place = Place(ref random);
            estimator.TryAdd(Look(0, place, default, ref random), Look(1, place, (180, -0.005, 0.003), ref random), EcefVector.Zero, 0, 0, 9000);
        }

        Assert.Equal(default, estimator.ErrorsOf(0));
        var found = estimator.ErrorsOf(1);
        Assert.InRange(found.RangeM, 180 - (4 * found.RangeSigmaM), 180 + (4 * found.RangeSigmaM));
        Assert.InRange(found.AzimuthRad, -0.005 - (4 * found.AzimuthSigmaRad), -0.005 + (4 * found.AzimuthSigmaRad));
        Assert.True(found.RangeSigmaM < 10 && found.AzimuthSigmaRad < 2e-4, $"{found}");

        // Taken off a plot, they leave it where the target is; as a shift of a place they say the same.
        var target = Place(ref random);
        var biased = Exact(1, target) with { RangeM = Exact(1, target).RangeM + found.RangeM, AzimuthRad = Exact(1, target).AzimuthRad + found.AzimuthRad, ElevationRad = Exact(1, target).ElevationRad + found.ElevationRad };
        Assert.Equal(Exact(1, target).RangeM, found.TakenOff(in biased).RangeM, 1e-6);
        var moved = Frames[1].Locate(new SphericalMeasurement(biased.RangeM, biased.AzimuthRad, biased.ElevationRad));
        Assert.True(moved.DistanceTo(target + found.ShiftAt(Frames[1], target)) < 0.02 * moved.DistanceTo(target));
    }

    [Fact]
    public void What_says_nothing_changes_nothing_and_a_copy_goes_on_alone()
    {
        var random = new RandomStream(94, 0, 0, RandomPurpose.General);
        var estimator = new JointRegistration([Stated, Stated, default, default]);
        var place = Place(ref random);
        var first = Look(0, place, default, ref random);
        Assert.False(estimator.TryAdd(in first, in first, EcefVector.Zero, 0, 0, 9000));
        Assert.False(estimator.TryAdd(first with { Radar = 2 }, first with { Radar = 3 }, EcefVector.Zero, 0, 0, 9000));
        Assert.False(estimator.TryAdd(in first, default, EcefVector.Zero, 0, 0, 9000));
        Assert.Equal(0, estimator.Refused);
        var elsewhere = Look(1, place, (0, 0.3, 0), ref random);
        Assert.False(estimator.TryAdd(in first, in elsewhere, EcefVector.Zero, 0, 0, 9000));
        Assert.Equal(1, estimator.Refused);
        Assert.Equal(new SiteErrors(0, 0, 0, Stated.RangeSigmaM, Stated.AzimuthSigmaRad, Stated.ElevationSigmaRad), estimator.ErrorsOf(1));

        var copy = estimator.Copy();
        Assert.True(copy.TryAdd(in first, Look(1, place, default, ref random), EcefVector.Zero, 0, 0, 9000));
        Assert.Equal((0, 1), (estimator.PairsOf(0), copy.PairsOf(0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JointRegistration([new StatedErrors(-1, 0, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JointRegistration([new StatedErrors(0, double.NaN, 0)]));
    }

    [Fact]
    public void Errors_that_two_radars_have_in_common_are_no_doubt_of_the_one_against_the_other()
    {
        // Neighbours that see the same targets learn their difference well and their common part badly.
        var random = new RandomStream(95, 0, 0, RandomPurpose.General);
        var neighbour = new SensorFrame(GeodeticPoint.FromDegrees(40.11, 32.51, 850), 20);
        var estimator = new JointRegistration([Stated, Stated]);
        for (var pair = 0; pair < 300; pair++)
        {
            var place = Place(ref random);
            var second = Measured(neighbour, place, default, ref random);
            estimator.TryAdd(Look(0, place, default, ref random), new SitedPlot(1, neighbour, second, true), EcefVector.Zero, 0, 0, 9000);
        }

        var target = Place(ref random);
        var along = new LocalFrame(Wgs84.ToGeodetic(target));
        Span<double> alone = stackalloc double[9];
        Span<double> against = stackalloc double[9];
        estimator.Remaining(0, Frames[0], -1, null, target, in along, alone);
        estimator.Remaining(0, Frames[0], 1, neighbour, target, in along, against);
        Assert.True(against[0] + against[4] + against[8] < 0.1 * (alone[0] + alone[4] + alone[8]), $"{against[0] + against[4] + against[8]} of {alone[0] + alone[4] + alone[8]}");
    }

    [Fact]
    public void A_radar_without_elevation_is_registered_along_the_Earth()
    {
        var random = new RandomStream(97, 0, 0, RandomPurpose.General);
        var estimator = new JointRegistration([Stated, Stated]);
        (double RangeM, double AzimuthRad, double ElevationRad) flat = (120, -0.005, 0), solid = (-90, 0.003, 0.002);
        for (var pair = 0; pair < 600; pair++)
        {
            var place = Place(ref random);
            var first = Look(0, place, flat, ref random) with { MeasuresElevation = false };
            estimator.TryAdd(in first, Look(1, place, solid, ref random), EcefVector.Zero, 0, 0, Wgs84.ToGeodetic(place).HeightM);
        }

        // Four values within three and a half standard errors, and those well below what was stated; of elevation nothing is learned where none is measured.
        var (one, two) = (estimator.ErrorsOf(0), estimator.ErrorsOf(1));
        Assert.True(Math.Abs(one.AzimuthRad - flat.AzimuthRad) < 3.5 * one.AzimuthSigmaRad && one.AzimuthSigmaRad < 0.001, $"{one}");
        Assert.True(Math.Abs(two.AzimuthRad - solid.AzimuthRad) < 3.5 * two.AzimuthSigmaRad && two.AzimuthSigmaRad < 0.001, $"{two}");
        Assert.True(Math.Abs(one.RangeM - flat.RangeM) < 3.5 * one.RangeSigmaM && one.RangeSigmaM < 0.5 * Stated.RangeSigmaM, $"{one}");
        Assert.True(Math.Abs(two.RangeM - solid.RangeM) < 3.5 * two.RangeSigmaM && two.RangeSigmaM < 0.5 * Stated.RangeSigmaM, $"{two}");
        Assert.Equal(Stated.ElevationSigmaRad, one.ElevationSigmaRad, 1e-6);
    }

    private static EcefVector Place(ref RandomStream random) =>
        Wgs84.ToEcef(GeodeticPoint.FromDegrees(40.2 + (1.2 * random.NextUnit()), 31.8 + (2 * random.NextUnit()), 3000 + (8000 * random.NextUnit())));

    private static SitedPlot Look(int radar, EcefVector place, (double RangeM, double AzimuthRad, double ElevationRad) errors, ref RandomStream random) =>
        new(radar, Frames[radar], Measured(Frames[radar], place, errors, ref random), true);

    private static Plot Exact(int radar, EcefVector place)
    {
        var random = new RandomStream(96, 0, 0, RandomPurpose.General);
        return Measured(Frames[radar], place, default, ref random, 0);
    }

    private static Plot Measured(SensorFrame frame, EcefVector place, (double RangeM, double AzimuthRad, double ElevationRad) errors, ref RandomStream random, double noise = 1)
    {
        var at = frame.Measure(place);
        return new Plot
        {
            Time = SimTime.FromSeconds(10),
            RangeM = at.RangeM + errors.RangeM + (noise * 40 * random.Normal()),
            AzimuthRad = at.AzimuthRad + errors.AzimuthRad + (noise * 0.002 * random.Normal()),
            ElevationRad = at.ElevationRad + errors.ElevationRad + (noise * 0.002 * random.Normal()),
            RangeSigmaM = 40,
            AzimuthSigmaRad = 0.002,
            ElevationSigmaRad = 0.002,
        };
    }
}
