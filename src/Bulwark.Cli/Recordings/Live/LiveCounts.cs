using System.Text.Json.Nodes;

namespace Bulwark.Cli.Recordings.Live;

/// <summary>What a live stream brought and what was left out of it. Mutable while it is listened to.</summary>
internal sealed class LiveCounts
{
    /// <summary>Datagrams received.</summary>
    public long Datagrams { get; set; }

    /// <summary>Datagrams dropped because more came than could be decoded.</summary>
    public long DroppedDatagrams { get; set; }

    /// <summary>Datagrams that are not made of whole data blocks.</summary>
    public long ForeignDatagrams { get; set; }

    /// <summary>Blocks of categories that hold no plots and no service messages.</summary>
    public long OtherBlocks { get; set; }

    /// <summary>Errors that the system reported while receiving.</summary>
    public long ReceiveErrors { get; set; }

    /// <summary>Plots that say they were measured after they came.</summary>
    public long AheadPlots { get; set; }

    /// <summary>Plots that say they were measured long before they came.</summary>
    public long BehindPlots { get; set; }

    /// <summary>Plots beyond the most that are tracked in a second.</summary>
    public long ExcessPlots { get; set; }

    /// <summary>Plots of radars beyond the most that are followed.</summary>
    public long StrangePlots { get; set; }

    /// <summary>Times a radar's clock jumped.</summary>
    public long ClockJumps { get; set; }

    /// <summary>Plots of tracks left out of the results because there were too many to keep.</summary>
    public long ForgottenStates { get; set; }

    /// <summary>Plots tracked, by whose tracking the latency is counted.</summary>
    public long TimedPlots { get; set; }

    /// <summary>Sum of the times from a plot's arrival until tracks had it, seconds.</summary>
    public double LatencySumS { get; set; }

    /// <summary>Largest of them, seconds.</summary>
    public double LatencyMostS { get; set; }

    /// <summary>Sentences about what was left out.</summary>
    public IEnumerable<string> Notes()
    {
        if (DroppedDatagrams > 0) yield return $"{DroppedDatagrams} datagrams were dropped: more came than could be decoded";
        if (ForeignDatagrams > 0) yield return $"{ForeignDatagrams} datagrams were passed over: not made of whole ASTERIX data blocks (cut, or of something else)";
        if (OtherBlocks > 0) yield return $"{OtherBlocks} blocks of other categories were passed over";
        if (ReceiveErrors > 0) yield return $"{ReceiveErrors} errors were reported while receiving";
        if (AheadPlots > 0) yield return $"{AheadPlots} plots were refused: they say they were measured after they came";
        if (BehindPlots > 0) yield return $"{BehindPlots} plots were refused: they say they were measured more than {StreamClock.BehindS:0} s before they came";
        if (ExcessPlots > 0) yield return $"{ExcessPlots} plots were refused: more than {LiveFeed.MostPlotsPerS} a second";
        if (StrangePlots > 0) yield return $"{StrangePlots} plots were refused: of more than {LiveFeed.MostRadars} radars";
        if (ClockJumps > 0) yield return $"the clock of a radar jumped {ClockJumps} times; its plots were laid on the clock of this machine";
        if (ForgottenStates > 0) yield return $"the results leave out the oldest {ForgottenStates} plots of tracks: more than {LiveRun.MostStates} are not kept";
    }

    /// <summary>All counts.</summary>
    public JsonObject Json() => new()
    {
        ["datagrams"] = Datagrams,
        ["droppedDatagrams"] = DroppedDatagrams,
        ["foreignDatagrams"] = ForeignDatagrams,
        ["otherBlocks"] = OtherBlocks,
        ["receiveErrors"] = ReceiveErrors,
        ["aheadPlots"] = AheadPlots,
        ["behindPlots"] = BehindPlots,
        ["excessPlots"] = ExcessPlots,
        ["strangePlots"] = StrangePlots,
        ["clockJumps"] = ClockJumps,
        ["forgottenStates"] = ForgottenStates,
        ["meanLatencyS"] = TimedPlots == 0 ? null : Math.Round(LatencySumS / TimedPlots, 4),
        ["mostLatencyS"] = TimedPlots == 0 ? null : Math.Round(LatencyMostS, 4),
    };
}
