using Bulwark.Operations.Networks;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Reports;

/// <summary>What became of the messages from one node of the network to another, counted from the record.</summary>
internal sealed class NetworkTraffic
{
    private readonly List<double> _agesS = [];
    private readonly int[] _fates = new int[Enum.GetValues<MessageFate>().Length];

    private NetworkTraffic(int from, int to)
    {
        (From, To) = (from, to);
    }

    /// <summary>Index of the node that sent them.</summary>
    public int From { get; }

    /// <summary>Index of the node they were for.</summary>
    public int To { get; }

    /// <summary>Messages whose way ended.</summary>
    public int Ended => _fates.Sum();

    /// <summary>Of these, orders, words and states between command posts and batteries; the others are reports of tracks.</summary>
    public int OfCommand { get; private set; }

    /// <summary>Counts of one fate.</summary>
    public int Of(MessageFate fate) => _fates[(int)fate];

    /// <summary>How old what arrived was, seconds: a quantile; not a number when nothing arrived.</summary>
    /// <param name="probability">Which, 0 to 1.</param>
    public double AgeS(double probability) => _agesS.Count == 0 ? double.NaN : SampleQuantiles.At([.. _agesS.Order()], probability);

    /// <summary>All ways on which something was sent, by sender and receiver.</summary>
    public static IReadOnlyList<NetworkTraffic> Of(Recorder recorder)
    {
        var ways = new SortedDictionary<(int From, int To), NetworkTraffic>();
        foreach (ref readonly var row in recorder.Events<MessageEnded>()) Way(ways, row.Happened.From, row.Happened.To).Add(row.Happened.Fate, row.Happened.AgeS);
        foreach (ref readonly var row in recorder.Events<CommandMessageEnded>())
        {
            var way = Way(ways, row.Happened.From, row.Happened.To);
            way.Add(row.Happened.Fate, row.Happened.AgeS);
            way.OfCommand++;
        }

        return [.. ways.Values];
    }

    private static NetworkTraffic Way(SortedDictionary<(int From, int To), NetworkTraffic> ways, int from, int to)
    {
        if (!ways.TryGetValue((from, to), out var way)) ways.Add((from, to), way = new NetworkTraffic(from, to));
        return way;
    }

    private void Add(MessageFate fate, double ageS)
    {
        _fates[(int)fate]++;
        if (fate == MessageFate.Delivered) _agesS.Add(ageS);
    }
}
