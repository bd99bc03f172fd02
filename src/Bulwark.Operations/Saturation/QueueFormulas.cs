namespace Bulwark.Operations.Saturation;

/// <summary>
/// Closed forms of queueing theory that channels and links are held against. Offered load is arrival rate times mean service time, in
/// erlang. Source: Gross, Shortle, Thompson and Harris, "Fundamentals of Queueing Theory", 4th ed. (2008), sections 3.3, 3.5 and 5.1.
/// </summary>
public static class QueueFormulas
{
    /// <summary>Probability that all servers are taken when whoever finds none goes away (Erlang B, M/G/c/c): a raid that finds no free channel.</summary>
    /// <param name="servers">Number of servers, at least 0.</param>
    /// <param name="offeredLoadRatio">Offered load in erlang, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double BlockingProbability(int servers, double offeredLoadRatio)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(servers);
        CheckLoad(offeredLoadRatio);
        var blocking = 1.0;
        for (var server = 1; server <= servers; server++) blocking = offeredLoadRatio * blocking / (server + (offeredLoadRatio * blocking));
        return blocking;
    }

    /// <summary>The offered load, in erlang, at which Erlang B gives a wanted probability of blocking.</summary>
    /// <param name="servers">Number of servers, at least 1.</param>
    /// <param name="blockingProbability">Wanted probability, above 0 and below 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double BlockingLoadRatio(int servers, double blockingProbability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        if (!(blockingProbability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(blockingProbability), blockingProbability, "A probability above 0 and below 1 is needed.");
        var (low, high) = (0.0, 1.0);
        while (BlockingProbability(servers, high) < blockingProbability) (low, high) = (high, 2 * high);

        // Halving until two neighbouring numbers are left.
        while (true)
        {
            var middle = low + ((high - low) / 2);
            if (middle <= low || middle >= high) return high;
            if (BlockingProbability(servers, middle) < blockingProbability) low = middle;
            else high = middle;
        }
    }

    /// <summary>Probability of having to wait when whoever finds no server free waits (Erlang C, M/M/c).</summary>
    /// <param name="servers">Number of servers, at least 1.</param>
    /// <param name="offeredLoadRatio">Offered load in erlang, 0 or more; at or above the number of servers everybody waits.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double WaitingProbability(int servers, double offeredLoadRatio)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        CheckLoad(offeredLoadRatio);
        if (offeredLoadRatio >= servers) return 1;
        var blocking = BlockingProbability(servers, offeredLoadRatio);
        return servers * blocking / (servers - (offeredLoadRatio * (1 - blocking)));
    }

    /// <summary>Mean wait before service in an M/M/c queue, in mean service times; infinite at or above saturation.</summary>
    /// <param name="servers">Number of servers, at least 1.</param>
    /// <param name="offeredLoadRatio">Offered load in erlang, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double WaitRatio(int servers, double offeredLoadRatio) =>
        offeredLoadRatio >= servers ? double.PositiveInfinity : WaitingProbability(servers, offeredLoadRatio) / (servers - offeredLoadRatio);

    /// <summary>Mean number waiting in an M/M/c queue (Little: wait times arrivals); infinite at or above saturation.</summary>
    /// <param name="servers">Number of servers, at least 1.</param>
    /// <param name="offeredLoadRatio">Offered load in erlang, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside its range.</exception>
    public static double QueueCount(int servers, double offeredLoadRatio) =>
        offeredLoadRatio == 0 ? 0 : WaitRatio(servers, offeredLoadRatio) * offeredLoadRatio;

    /// <summary>Mean wait before service at a single server with equal service times (M/D/1, Pollaczek and Khinchine), in service times.</summary>
    /// <param name="loadRatio">Utilisation, 0 or more; infinite wait from 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is negative or not a number.</exception>
    public static double EqualServiceWaitRatio(double loadRatio)
    {
        CheckLoad(loadRatio);
        return loadRatio >= 1 ? double.PositiveInfinity : loadRatio / (2 * (1 - loadRatio));
    }

    /// <summary>
    /// Mean wait for the begin of one's own slot in time division, one slot a period and one message a slot, in periods: half a period at no
    /// load, and the queue of an M/D/1 server besides. Source: Bertsekas and Gallager, "Data Networks", 2nd ed. (1992), section 3.5.1, 1/(2(1 - ρ)).
    /// </summary>
    /// <param name="loadRatio">Messages per period, 0 or more; infinite wait from 1 on.</param>
    /// <exception cref="ArgumentOutOfRangeException">The argument is negative or not a number.</exception>
    public static double TimeDivisionWaitRatio(double loadRatio)
    {
        CheckLoad(loadRatio);
        return loadRatio >= 1 ? double.PositiveInfinity : 1 / (2 * (1 - loadRatio));
    }

    private static void CheckLoad(double loadRatio)
    {
        if (!(loadRatio >= 0) || !double.IsFinite(loadRatio)) throw new ArgumentOutOfRangeException(nameof(loadRatio), loadRatio, "A load is finite and not negative.");
    }
}
