namespace Bulwark.Operations.Decisions.Assignment;

/// <summary>
/// One target when rounds and channels have prices: which units, with how many rounds each, pay best. Worth falls with every unit that
/// joins (it is submodular), so a unit that does not pay alone never pays in company, and few are left to be searched.
/// </summary>
internal sealed class TargetSubproblem
{
    private const int MostNodes = 500;

    private int[] _unit = [];
    private double[] _kill = [];
    private double[] _roundPrice = [];
    private double[] _channelPrice = [];
    private int[] _most = [];
    private double[] _alone = [];
    private double[] _leastRound = [];
    private double[] _leastChannel = [];
    private int[] _mostAfter = [];
    private int[] _salvo = [];
    private int[] _bestSalvo = [];
    private double _best;
    private int _nodes;

    /// <summary>Units looked at in the last call; their rounds in the best answer are in <see cref="Salvo"/>.</summary>
    public int Count { get; private set; }

    /// <summary>A unit looked at.</summary>
    public int Unit(int index) => _unit[index];

    /// <summary>Its rounds in the best answer found; 0 when it is not used.</summary>
    public int Salvo(int index) => _bestSalvo[index];

    /// <summary>Begins a target.</summary>
    public void Begin(int units)
    {
        Count = 0;
        if (_unit.Length >= units) return;
        PlanState.Grow(ref _unit, units);
        PlanState.Grow(ref _kill, units);
        PlanState.Grow(ref _roundPrice, units);
        PlanState.Grow(ref _channelPrice, units);
        PlanState.Grow(ref _most, units);
        PlanState.Grow(ref _alone, units);
        PlanState.Grow(ref _leastRound, units);
        PlanState.Grow(ref _leastChannel, units);
        PlanState.Grow(ref _mostAfter, units);
        PlanState.Grow(ref _salvo, units);
        PlanState.Grow(ref _bestSalvo, units);
    }

    /// <summary>Offers a unit; it is kept only when it pays alone. Kept in falling order of kill probability, the earlier offered first among equals.</summary>
    public void Offer(int unit, double stake, double kill, double roundPrice, double channelPrice, int most)
    {
        var alone = Worth(stake, kill, roundPrice, channelPrice, most);
        if (alone <= 0) return;
        var at = Count++;
        for (; at > 0 && _kill[at - 1] < kill; at--)
        {
            _unit[at] = _unit[at - 1];
            _kill[at] = _kill[at - 1];
            _roundPrice[at] = _roundPrice[at - 1];
            _channelPrice[at] = _channelPrice[at - 1];
            _most[at] = _most[at - 1];
            _alone[at] = _alone[at - 1];
        }

        (_unit[at], _kill[at], _roundPrice[at], _channelPrice[at], _most[at], _alone[at]) = (unit, kill, roundPrice, channelPrice, most, alone);
    }

    /// <summary>The greatest worth over all choices of at most so many of the offered units; never less than the truth.</summary>
    /// <param name="stake">Value times survival so far.</param>
    /// <param name="engagements">Most units.</param>
    public double Solve(double stake, int engagements)
    {
        _salvo.AsSpan(0, Count).Clear();
        _bestSalvo.AsSpan(0, Count).Clear();
        if (Count == 0 || engagements <= 0) return 0;
        var (leastRound, leastChannel, most) = (double.PositiveInfinity, double.PositiveInfinity, 0);
        for (var index = Count - 1; index >= 0; index--)
        {
            _leastRound[index] = leastRound = Math.Min(leastRound, _roundPrice[index]);
            _leastChannel[index] = leastChannel = Math.Min(leastChannel, _channelPrice[index]);
            _mostAfter[index] = most = Math.Max(most, _most[index]);
        }

        _nodes = 0;
        Greedy(stake, engagements);
        if (engagements == 1 || Count == 1) return _best;
        Search(0, stake, engagements, 0);
        return _nodes <= MostNodes ? _best : Math.Max(_best, Math.Min(Ceiling(stake, engagements), Fluid(stake)));
    }

    private static double Worth(double stake, double kill, double roundPrice, double channelPrice, int most) =>
        TransportSolution.BestSalvo(stake, kill, roundPrice, most).Worth - channelPrice;

    // The unit that pays most joins first, then the one that pays most beside it, and so on.
    private void Greedy(double stake, int engagements)
    {
        _best = 0;
        for (; engagements > 0; engagements--)
        {
            var (chosen, chosenWorth) = (-1, 0.0);
            for (var index = 0; index < Count; index++)
            {
                if (_bestSalvo[index] > 0 || _most[index] * ((stake * _kill[index]) - _roundPrice[index]) <= chosenWorth) continue;
                var worth = Worth(stake, _kill[index], _roundPrice[index], _channelPrice[index], _most[index]);
                if (worth > chosenWorth) (chosen, chosenWorth) = (index, worth);
            }

            if (chosen < 0) return;
            _bestSalvo[chosen] = TransportSolution.BestSalvo(stake, _kill[chosen], _roundPrice[chosen], _most[chosen]).Rounds;
            stake *= PlanState.Power(1 - _kill[chosen], _bestSalvo[chosen]);
            _best += chosenWorth;
        }
    }

    private void Search(int from, double stake, int engagements, double paid)
    {
        if (paid > _best)
        {
            _best = paid;
            _salvo.AsSpan(0, Count).CopyTo(_bestSalvo);
        }

        if (engagements == 0) return;
        for (var index = from; index < Count; index++)
        {
            // Nobody from here on is better than one with the best of all their figures.
            var each = Worth(stake, _kill[index], _leastRound[index], _leastChannel[index], _mostAfter[index]);
            if (each <= 0 || paid + Math.Min(stake, Math.Min(engagements, Count - index) * each) <= _best) return;
            if (++_nodes > MostNodes) return;
            var survival = stake;
            var cost = _channelPrice[index];
            for (var rounds = 1; rounds <= _most[index]; rounds++)
            {
                var gain = (survival * _kill[index]) - _roundPrice[index];
                if (gain <= 0) break;
                survival *= 1 - _kill[index];
                cost += _roundPrice[index];
                _salvo[index] = rounds;
                Search(index + 1, survival, engagements - 1, paid + stake - survival - cost);
            }

            _salvo[index] = 0;
        }
    }

    // By submodularity the units together are worth no more than each alone.
    private double Ceiling(double stake, int engagements)
    {
        var (sum, largest) = (0.0, 0.0);
        for (var index = 0; index < Count; index++)
        {
            sum += _alone[index];
            largest = Math.Max(largest, _alone[index]);
        }

        return Math.Min(stake, Math.Min(sum, engagements * largest));
    }

    // Parts of rounds allowed, the channel's price spread over a full salvo: the cheapest logarithm of survival is bought first.
    private double Fluid(double stake)
    {
        var worth = 0.0;
        var lastPrice = -1.0;
        var lastIndex = -1;
        for (var bought = 0; bought < Count; bought++)
        {
            var (next, nextPrice) = (-1, double.PositiveInfinity);
            for (var index = 0; index < Count; index++)
            {
                var price = (_roundPrice[index] + (_channelPrice[index] / _most[index])) / -Math.Log(1 - _kill[index]);
                if ((price > lastPrice || (price == lastPrice && index > lastIndex)) && price < nextPrice) (next, nextPrice) = (index, price);
            }

            if (next < 0 || nextPrice >= stake) break;
            (lastPrice, lastIndex) = (nextPrice, next);
            var room = -Math.Log(1 - _kill[next]) * _most[next];
            var wanted = nextPrice > 0 ? Math.Log(stake / nextPrice) : double.PositiveInfinity;
            var amount = Math.Min(room, wanted);
            var after = stake * Math.Exp(-amount);
            worth += stake - after - (nextPrice > 0 ? nextPrice * amount : 0);
            stake = after;
        }

        return worth;
    }
}
