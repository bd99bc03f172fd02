namespace Bulwark.Operations.Logistics;

/// <summary>
/// Poisson work at so many servers with exponential service (A. K. Erlang 1917): a shop with benches where work waits (formula C), or a
/// system that turns away what finds all servers busy (formula B). Immutable.
/// </summary>
public sealed class ErlangQueue
{
    private readonly int _servers;
    private readonly double _load;

    /// <summary>Makes a queue.</summary>
    /// <param name="servers">Servers, 1 to 100000.</param>
    /// <param name="offeredLoadRatio">Offered load in erlangs: arrivals times mean service time, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public ErlangQueue(int servers, double offeredLoadRatio)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(servers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(servers, 100_000);
        if (!(offeredLoadRatio >= 0) || !double.IsFinite(offeredLoadRatio)) throw new ArgumentOutOfRangeException(nameof(offeredLoadRatio), offeredLoadRatio, "An offered load is not negative.");
        (_servers, _load) = (servers, offeredLoadRatio);
    }

    /// <summary>Formula B: chance that an arrival finds all servers busy and is lost.</summary>
    public double BlockingProbability
    {
        get
        {
            var blocking = 1.0;
            for (var server = 1; server <= _servers; server++) blocking = _load * blocking / (server + (_load * blocking));
            return blocking;
        }
    }

    /// <summary>Formula C: chance that an arrival has to wait; 1 when the load is as large as the servers.</summary>
    public double WaitingProbability
    {
        get
        {
            if (_load >= _servers) return 1;
            var blocking = BlockingProbability;
            return _servers * blocking / (_servers - (_load * (1 - blocking)));
        }
    }

    /// <summary>Mean wait in units of the mean service time; infinite when the load is as large as the servers.</summary>
    public double WaitRatio => _load >= _servers ? double.PositiveInfinity : WaitingProbability / (_servers - _load);

    /// <summary>Mean number waiting; infinite when the load is as large as the servers.</summary>
    public double QueueCount => _load >= _servers ? double.PositiveInfinity : WaitRatio * _load;

    /// <summary>The load at which the blocking of formula B reaches a value, by bisection.</summary>
    /// <param name="servers">Servers.</param>
    /// <param name="blockingProbability">The blocking, above 0 and below 1.</param>
    public static double LoadRatio(int servers, double blockingProbability)
    {
        if (!(blockingProbability is > 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(blockingProbability), blockingProbability, "A probability of blocking lies between 0 and 1.");
        var (low, high) = (0.0, (double)servers);
        while (new ErlangQueue(servers, high).BlockingProbability < blockingProbability) high *= 2;
        while (high - low > 1e-12 * high)
        {
            var middle = (low + high) / 2;
            if (middle <= low || middle >= high) break;
            if (new ErlangQueue(servers, middle).BlockingProbability < blockingProbability) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
