namespace Bulwark.Operations.Logistics;

/// <summary>
/// The cheapest choice of components to make at home that holds readiness above a floor: the product of the components' shares is at
/// least the floor. In logarithms that is a covering knapsack in whole numbers, solved by branch and bound; the bound of a branch is the
/// choice in which one component may be made at home in part (G. B. Dantzig, Operations Research 5 (1957) 266-277).
/// </summary>
public sealed class LocalisationSolver
{
    private readonly IReadOnlyList<LocalisationItem> _items;
    private readonly int _mostNodes;
    private readonly List<int> _order = [];
    private double[] _gains = [];
    private bool[] _chosen = [];
    private bool[] _best = [];
    private double _bestCost = double.PositiveInfinity;
    private double _openBound = double.PositiveInfinity;
    private int _nodes;

    private LocalisationSolver(IReadOnlyList<LocalisationItem> items, int mostNodes) => (_items, _mostNodes) = (items, mostNodes);

    /// <summary>Solves the problem.</summary>
    /// <param name="items">The components.</param>
    /// <param name="floorShare">Readiness wanted, above 0 and up to 1.</param>
    /// <param name="mostNodes">Branches to look at before the best choice so far is returned with its bound.</param>
    /// <exception cref="ArgumentOutOfRangeException">The floor or a share is outside its range.</exception>
    public static LocalisationPlan Solve(IReadOnlyList<LocalisationItem> items, double floorShare, int mostNodes = 2_000_000)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (!(floorShare is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(floorShare), floorShare, "A floor lies above 0 and up to 1.");
        if (items.Any(static item => !(item.AbroadShare is >= 0 and <= 1) || !(item.HomeShare is >= 0 and <= 1))) throw new ArgumentOutOfRangeException(nameof(items), "A share lies between 0 and 1.");
        return new LocalisationSolver(items, mostNodes).Solve(floorShare);
    }

    private LocalisationPlan Solve(double floor)
    {
        var count = _items.Count;
        (_chosen, _best, _gains) = (new bool[count], new bool[count], new double[count]);
        var (nothing, everything) = (1.0, 1.0);
        var (need, fixedCost) = (Math.Log(floor), 0.0);
        for (var item = 0; item < count; item++)
        {
            var one = _items[item];
            nothing *= one.AbroadShare;
            var canHelp = !one.IsFixedAbroad && one.HomeShare > one.AbroadShare;
            everything *= canHelp ? one.HomeShare : one.AbroadShare;

            // A component that leaves nothing ready, or one that saves money at no loss, needs no decision.
            if (!one.IsFixedAbroad && one.HomeShare >= one.AbroadShare && (one.CostUsd <= 0 || one.AbroadShare == 0))
            {
                _chosen[item] = true;
                fixedCost += one.CostUsd;
                need -= Math.Log(one.HomeShare);
                continue;
            }

            need -= Math.Log(one.AbroadShare);
            if (!canHelp) continue;
            _gains[item] = Math.Log(one.HomeShare) - Math.Log(one.AbroadShare);
            _order.Add(item);
        }

        if (everything < floor * (1 - 1e-12))
        {
            var nearest = new bool[count];
            for (var item = 0; item < count; item++) nearest[item] = !_items[item].IsFixedAbroad && _items[item].HomeShare > _items[item].AbroadShare;
            return Plan(isFeasible: false, nearest, double.PositiveInfinity, nothing, everything);
        }

        _order.Sort((left, right) =>
        {
            var byRatio = (_items[left].CostUsd / _gains[left]).CompareTo(_items[right].CostUsd / _gains[right]);
            return byRatio != 0 ? byRatio : left.CompareTo(right);
        });
        Branch(0, need, fixedCost);
        return Plan(isFeasible: true, _best, Math.Min(_bestCost, _openBound), nothing, everything);
    }

    private LocalisationPlan Plan(bool isFeasible, bool[] atHome, double bound, double nothing, double everything)
    {
        var (share, cost) = (1.0, 0.0);
        for (var item = 0; item < atHome.Length; item++)
        {
            share *= atHome[item] ? _items[item].HomeShare : _items[item].AbroadShare;
            if (atHome[item]) cost += _items[item].CostUsd;
        }

        return new LocalisationPlan(isFeasible, atHome, cost, bound, share, nothing, everything, _nodes);
    }

    // Depth is bounded by the number of components; the cheapest per gain come first, so that the first leaf is already a good choice.
    private void Branch(int depth, double need, double cost)
    {
        if (need <= 1e-12)
        {
            if (cost >= _bestCost) return;
            _bestCost = cost;
            _chosen.CopyTo(_best, 0);
            return;
        }

        var bound = cost + Relaxed(depth, need);
        if (bound >= _bestCost - (1e-12 * Math.Abs(_bestCost)) || double.IsInfinity(bound)) return;
        if (_nodes >= _mostNodes)
        {
            // Not looked into: what it might hold limits how good the best choice is known to be.
            _openBound = Math.Min(_openBound, bound);
            return;
        }

        _nodes++;
        var item = _order[depth];
        _chosen[item] = true;
        Branch(depth + 1, need - _gains[item], cost + _items[item].CostUsd);
        _chosen[item] = false;
        Branch(depth + 1, need, cost);
    }

    private double Relaxed(int depth, double need)
    {
        var cost = 0.0;
        for (var at = depth; at < _order.Count; at++)
        {
            var (gain, price) = (_gains[_order[at]], _items[_order[at]].CostUsd);
            if (gain >= need) return cost + (price * need / gain);
            need -= gain;
            cost += price;
        }

        return need <= 1e-12 ? cost : double.PositiveInfinity;
    }
}
