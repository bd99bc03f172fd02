using Bulwark.Core.Randomness;
using Bulwark.Core.Timing;
using Bulwark.Operations.Networks;
using FsCheck;
using FsCheck.Fluent;

namespace Bulwark.Models.Tests.Operations.Networks;

/// <summary>Random graphs, traffic and faults: it never stops, and what arrives is what was sent.</summary>
public class NetworkFaultTests
{
    [Fact]
    public void WhateverFailsEveryMessageHasOneEndAndNothingArrivesThatWasNotSent() =>
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), static seed =>
        {
            Check((uint)seed);
            return true;
        }).QuickCheckThrowOnFailure();

    private static void Check(uint seed)
    {
        var random = new RandomStream(21, 0, seed, RandomPurpose.General);
        var nodes = 1 + Below(ref random, 9);
        var links = new List<LinkDescription>();
        for (var n = nodes > 1 ? Below(ref random, 2 * nodes) : 0; n > 0; n--)
        {
            var first = Below(ref random, nodes);
            links.Add(new LinkDescription(first, (first + 1 + Below(ref random, nodes - 1)) % nodes, Link(ref random)));
        }

        var network = new NetworkState(nodes, links, seed, 0);
        var sent = new Dictionary<int, (int To, double TimeS, long Content)>();
        var reports = new List<MessageReport>();
        var changes = new List<(int Node, SimTime Time, bool Works)>();
        var nowS = 0.0;
        for (var step = 0; step < 300; step++)
        {
            nowS += random.NextUnit();
            var now = SimTime.FromSeconds(nowS);
            switch (Below(ref random, 10))
            {
                case 0:
                    var node = Below(ref random, nodes);
                    var works = random.NextUnit() < 0.5;
                    network.SetNode(now, node, works);
                    changes.Add((node, now, works));
                    break;
                case 1 when links.Count > 0:
                    network.SetLink(now, Below(ref random, links.Count), random.NextUnit() < 0.5 ? LinkCondition.Down : new LinkCondition(true, 0.5 * random.NextUnit(), 1 - (0.9 * random.NextUnit())));
                    break;
                case 2:
                    // Continue with a copy: nothing may tell it from the original.
                    network = network.Copy();
                    break;
                default:
                    var to = Below(ref random, nodes);
                    sent.Add(network.Send(now, Below(ref random, nodes), to, Below(ref random, 2000), step), (to, nowS, step));
                    break;
            }

            network.Advance(now, reports);
            Assert.Equal(network.Totals.Sent, network.Totals.Ended + network.UnderWay);
        }

        // With everything left alone all that is under way comes to its end.
        network.Advance(SimTime.FromSeconds(4e7), reports);
        Assert.Equal(0, network.UnderWay);
        Assert.Equal(SimTime.Never, network.NextTime);
        Assert.Equal(sent.Count, reports.Select(static report => report.Message.Id).Distinct().Count());
        Assert.Equal(sent.Count, reports.Count);
        foreach (var report in reports)
        {
            var (to, timeS, content) = sent[report.Message.Id];
            Assert.Equal(content, report.Message.Content);
            Assert.True(report.Time.TotalS >= timeS - 1e-9);
            if (report.Fate != MessageFate.Delivered) continue;
            Assert.Equal(to, report.Node);

            // A node that has failed hears nothing (at the very moment of a change either may come first).
            var last = changes.FindLast(change => change.Node == to && change.Time <= report.Time);
            Assert.True(last.Works || last.Time == report.Time || !changes.Exists(change => change.Node == to && change.Time <= report.Time));
            Assert.True(report.Time.TotalS >= timeS + (report.Hops * 0.01) - 1e-6);
        }
    }

    private static LinkParameters Link(ref RandomStream random) => new()
    {
        DelayS = 0.01 + random.NextUnit(),
        JitterS = random.NextUnit(),
        LossProbability = 0.2 * random.NextUnit(),
        CapacityBitPerS = random.NextUnit() < 0.2 ? double.PositiveInfinity : 500 + (5000 * random.NextUnit()),
        Channels = 1 + Below(ref random, 3),
        QueueLimit = Below(ref random, 6),
        TimeDivision = random.NextUnit() < 0.3 ? new TimeDivision { Slots = 16, SlotsPerSender = 1 + Below(ref random, 4) } : null,
    };

    private static int Below(ref RandomStream random, int count) => (int)(random.NextUnit() * count);
}
