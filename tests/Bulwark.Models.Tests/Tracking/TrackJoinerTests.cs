using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Fusion;

namespace Bulwark.Models.Tests.Tracking;

/// <summary>Tracks of several nodes made one picture.</summary>
public class TrackJoinerTests
{
    private static readonly LocalFrame Frame = new(GeodeticPoint.FromDegrees(46, 8, 0));

    [Fact]
    public void Tracks_of_one_target_are_one_and_those_of_others_are_not()
    {
        var joiner = new TrackJoiner();
        joiner.Update([Sent(0, 1, 0, 0), Sent(0, 2, 20_000, 0), Sent(1, 7, 60, -40), Sent(2, 5, 19_950, 30), Sent(1, 8, 40_000, 0)]);
        Assert.Equal([2, 2, 1], joiner.Tracks.Select(static track => track.Members));

        // Two equal estimates with unknown correlation are no more certain together than alone, and lie between.
        var place = Frame.ToLocal(joiner.Tracks[0].Estimate.Position);
        Assert.InRange(place.East, -1, 61);
        Assert.InRange(joiner.Tracks[0].Estimate.PositionSigmaM, 170, 174);
    }

    [Fact]
    public void Each_node_s_accuracy_is_used_where_it_is_good()
    {
        // One node knows east, the other north: together both are known.
        var joiner = new TrackJoiner();
        joiner.Update([Sent(0, 1, 10, 300, eastM: 20, northM: 800), Sent(1, 1, 300, 10, eastM: 800, northM: 20)]);
        var joined = Assert.Single(joiner.Tracks);
        var place = Frame.ToLocal(joined.Estimate.Position);
        Assert.InRange(double.Hypot(place.East, place.North), 0, 40);
        Assert.InRange(joined.Estimate.PositionSigmaM, 50, 150);
    }

    [Fact]
    public void Numbers_stay_while_any_node_holds_the_target_and_are_not_used_again()
    {
        var joiner = new TrackJoiner();
        joiner.Update([Sent(0, 1, 0, 0), Sent(1, 1, 30, 0)]);
        var id = joiner.Tracks[0].Id;
        joiner.Update([Sent(1, 1, 130, 0)]);
        Assert.Equal(id, Assert.Single(joiner.Tracks).Id);

        // The first node finds it again under another number.
        joiner.Update([Sent(0, 9, 210, 0), Sent(1, 1, 230, 0)]);
        Assert.Equal((id, 2), (Assert.Single(joiner.Tracks).Id, joiner.Tracks[0].Members));
        joiner.Update([]);
        Assert.Empty(joiner.Tracks);
        joiner.Update([Sent(0, 10, 0, 0)]);
        Assert.True(joiner.Tracks[0].Id > id);
    }

    [Fact]
    public void Tracks_that_part_become_two_and_one_stray_report_does_not_part_them()
    {
        var joiner = new TrackJoiner();
        joiner.Update([Sent(0, 1, 0, 0), Sent(1, 1, 0, 0)]);
        joiner.Update([Sent(0, 1, 0, 0), Sent(1, 1, 3000, 0)]);
        Assert.Single(joiner.Tracks);
        joiner.Update([Sent(0, 1, 0, 0), Sent(1, 1, 50, 0)]);
        for (var k = 0; k < 3; k++) joiner.Update([Sent(0, 1, 0, 0), Sent(1, 1, 3000 + (500 * k), 0)]);
        Assert.Equal(2, joiner.Tracks.Count);
    }

    [Fact]
    public void A_node_has_at_most_one_track_in_a_target_and_sends_each_once()
    {
        var joiner = new TrackJoiner();
        joiner.Update([Sent(0, 1, 0, 0), Sent(0, 2, 50, 0), Sent(1, 1, 40, 0)]);
        Assert.Equal([1, 2], joiner.Tracks.Select(static track => track.Members).Order());
        Assert.Equal((2, 0), joiner.Members.Where(static member => member.Node == 1).Select(member => (joiner.Members.Single(other => other.Node == 0 && other.Id == member.Id).Track, member.Node - 1)).Single());
        Assert.Throws<ArgumentException>(() => joiner.Update([Sent(0, 1, 0, 0), Sent(0, 1, 50, 0)]));
    }

    private static SentTrack Sent(int node, int track, double east, double north, double eastM = 100, double northM = 100)
    {
        var covariance = default(Covariance6);
        var (e, n, u) = (Frame.East, Frame.North, Frame.Up);
        double[] along = [e.X, e.Y, e.Z], ahead = [n.X, n.Y, n.Z], up = [u.X, u.Y, u.Z];
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                covariance[(6 * row) + column] = (eastM * eastM * along[row] * along[column]) + (northM * northM * ahead[row] * ahead[column]) + (100 * 100 * up[row] * up[column]);
                covariance[(6 * (row + 3)) + column + 3] = row == column ? 100 : 0;
            }
        }

        return new SentTrack(node, track, new KinematicEstimate { Time = SimTime.FromSeconds(10), Position = Frame.ToEcef(new EnuVector(east, north, 8000)), Velocity = EcefVector.Zero, Covariance = covariance });
    }
}
