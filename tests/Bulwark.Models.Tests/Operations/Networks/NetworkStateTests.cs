using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;

namespace Bulwark.Models.Tests.Operations.Networks;

public class NetworkStateTests
{
    private static readonly LinkParameters Plain = new() { DelayS = 0.5 };

    [Fact]
    public void AMessageTakesItsTimeOnEveryLink()
    {
        // 1000 bits at 2000 bit/s and half a second, three times.
        var network = Line(4, Plain with { CapacityBitPerS = 2000 });
        var id = network.Send(At(1), 0, 3, 1000, 77);
        var report = Assert.Single(Until(network, 100));
        Assert.Equal((id, MessageFate.Delivered, 3, 3, 77), (report.Message.Id, report.Fate, report.Node, report.Hops, report.Message.Content));
        Assert.Equal(At(4), report.Time);
    }

    [Fact]
    public void MessagesWaitForTheOneBeforeThem()
    {
        var network = Line(2, new LinkParameters { CapacityBitPerS = 100 });
        for (var n = 0; n < 3; n++) network.Send(At(0), 0, 1, 100, n);
        Assert.Equal([At(1), At(2), At(3)], Until(network, 100).Select(static report => report.Time));
        var twice = Line(2, new LinkParameters { CapacityBitPerS = 100, Channels = 2 });
        for (var n = 0; n < 3; n++) twice.Send(At(0), 0, 1, 100, n);
        Assert.Equal([At(1), At(1), At(2)], Until(twice, 100).Select(static report => report.Time));
    }

    [Fact]
    public void AFullQueueTurnsMessagesAway()
    {
        var network = Line(2, new LinkParameters { CapacityBitPerS = 100, QueueLimit = 1 });
        for (var n = 0; n < 4; n++) network.Send(At(0), 0, 1, 100, n);
        Assert.Equal([MessageFate.Overloaded, MessageFate.Overloaded, MessageFate.Delivered, MessageFate.Delivered], Until(network, 100).Select(static report => report.Fate));
        Assert.Equal(new NetworkTotals(4, 2, 0, 0, 2, 0), network.Totals);
    }

    [Fact]
    public void TheOtherWayIsTakenWhenALinkFails()
    {
        // A ring of four: straight from 0 to 1, or round by 3 and 2.
        var network = new NetworkState(4, [new(0, 1, Plain), new(1, 2, Plain), new(2, 3, Plain), new(3, 0, Plain)], 1, 0);
        network.Send(At(0), 0, 1, 1, 0);
        Assert.Equal(1, Until(network, 1).Single().Hops);
        network.SetLink(At(1), 0, LinkCondition.Down);
        network.Send(At(1), 0, 1, 1, 0);
        Assert.Equal(3, Until(network, 5).Single().Hops);
        network.SetNode(At(5), 2, works: false);
        Assert.False(network.IsConnected(0, 1));
        network.Send(At(5), 0, 1, 1, 0);
        Assert.Equal(MessageFate.NoRoute, Until(network, 9).Single().Fate);
        network.SetLink(At(9), 0, LinkCondition.Sound);
        network.Send(At(9), 0, 1, 1, 0);
        Assert.Equal(MessageFate.Delivered, Until(network, 12).Single().Fate);
    }

    [Fact]
    public void WhatIsOnALinkThatFailsIsGoneAndWhatWaitsGoesRound()
    {
        var slow = new LinkParameters { CapacityBitPerS = 10, DelayS = 1 };
        var network = new NetworkState(3, [new(0, 1, slow), new(0, 2, Plain), new(2, 1, Plain)], 1, 0);
        network.Send(At(0), 0, 1, 100, 1);
        network.Send(At(0), 0, 1, 100, 2);
        network.SetLink(At(5), 0, LinkCondition.Down);
        var reports = Until(network, 100);
        Assert.Equal([(1L, MessageFate.CutOff), (2L, MessageFate.Delivered)], reports.Select(static report => (report.Message.Content, report.Fate)));
        Assert.Equal(At(6), reports[1].Time);
    }

    [Fact]
    public void ANodeThatFailsTakesItsMessagesWithIt()
    {
        var network = Line(3, new LinkParameters { CapacityBitPerS = 10, DelayS = 1 });
        for (var n = 0; n < 3; n++) network.Send(At(0), 0, 2, 10, n);
        network.SetNode(At(2.5), 1, works: false);
        var reports = Until(network, 100);
        Assert.Equal(3, reports.Count);
        Assert.All(reports, static report => Assert.Equal((MessageFate.CutOff, 1), (report.Fate, report.Node)));
        Assert.Equal(0, network.UnderWay);
    }

    [Fact]
    public void JammingLosesMessagesAndSlowsTheRest()
    {
        var network = Line(2, new LinkParameters { CapacityBitPerS = 100 });
        network.SetLink(At(0), 0, new LinkCondition(true, 0.25, 0.5));
        for (var n = 0; n < 4000; n++) network.Send(At(0), 0, 1, 1, n);
        var reports = Until(network, 1000);
        Assert.InRange(reports.Count(static report => report.Fate == MessageFate.Lost), 890, 1110);
        Assert.InRange(reports[^1].Time.TotalS, 79, 80.01);
    }

    [Fact]
    public void OutOfRangeThereIsNoLink()
    {
        var network = Line(2, new LinkParameters { RangeM = 30_000 });
        Assert.True(network.IsConnected(0, 1));
        network.Place(At(0), 0, EcefVector.Zero);
        network.Place(At(0), 1, new EcefVector(30_001, 0, 0));
        Assert.False(network.IsConnected(0, 1));
        network.Place(At(1), 1, new EcefVector(29_999, 0, 0));
        Assert.True(network.IsConnected(0, 1));
    }

    [Fact]
    public void TimeDivisionWaitsForOnesOwnSlot()
    {
        // Node 3 of four slots of three seconds: its slots begin at 9, 21, 33.
        var slots = new LinkParameters { TimeDivision = new TimeDivision { Slots = 4, BitsPerSlot = 100 } };
        var network = new NetworkState(4, [new(3, 0, slots)], 1, 0);
        network.Send(At(10), 3, 0, 100, 1);
        network.Send(At(10), 3, 0, 101, 2);
        network.Send(At(60), 3, 0, 1, 3);
        Assert.Equal([At(24), At(48), At(72)], Until(network, 100).Select(static report => report.Time));
    }

    [Fact]
    public void TheStandardFrameHasAMeanWaitOfHalfItsPeriod()
    {
        var division = new TimeDivision { SlotsPerSender = 6 };
        Assert.Null(division.Problem);
        var sum = 0.0;
        for (var n = 0; n < 2400; n++) sum += (division.SlotFrom(11, At(0.01 * n)) - At(0.01 * n)).TotalS;
        Assert.Equal(1, sum / 2400, 0.01);
    }

    [Fact]
    public void ACopyContinuesAlike()
    {
        var network = Line(5, new LinkParameters { CapacityBitPerS = 50, DelayS = 0.1, JitterS = 1, LossProbability = 0.1 });
        for (var n = 0; n < 100; n++) network.Send(At(0.3 * n), n % 5, (n + 3) % 5, 10 + n, n);
        var copy = network.Copy();
        Assert.Equal(Until(network, 500), Until(copy, 500));
        Assert.Equal(network.Totals, copy.Totals);
    }

    [Fact]
    public void BadNetworksAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new NetworkState(2, [new(0, 0, Plain)], 1, 0));
        Assert.Throws<ArgumentException>(() => new NetworkState(2, [new(0, 2, Plain)], 1, 0));
        Assert.Throws<ArgumentException>(() => new NetworkState(2, [new(0, 1, Plain with { LossProbability = 1.1 })], 1, 0));
        Assert.Throws<ArgumentException>(() => new NetworkState(2, [new(0, 1, Plain with { TimeDivision = new TimeDivision { FrameS = 0 } })], 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Line(2, Plain).SetLink(At(0), 0, new LinkCondition(true, 0, 0)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Line(2, Plain).Send(At(0), 0, 2, 1, 0));
    }

    private static NetworkState Line(int nodes, LinkParameters link) =>
        new(nodes, [.. Enumerable.Range(0, nodes - 1).Select(node => new LinkDescription(node, node + 1, link))], 1, 0);

    private static SimTime At(double seconds) => SimTime.FromSeconds(seconds);

    private static List<MessageReport> Until(NetworkState network, double seconds)
    {
        var reports = new List<MessageReport>();
        network.Advance(At(seconds), reports);
        return reports;
    }
}
