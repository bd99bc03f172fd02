namespace Bulwark.Simulation.Programmes.Years;

/// <summary>
/// What works in all units: positions with their counts, assemblies that work when all their positions have enough. A change walks up
/// only as far as it matters. Mutable.
/// </summary>
internal sealed class ReadinessTree
{
    private readonly StructureGroup[] _groups;
    private readonly int[] _parentOfNode;
    private readonly int[] _rootOfUnit;
    private readonly int[] _up;
    private readonly int[] _short;

    /// <summary>Makes a tree in which everything works.</summary>
    /// <param name="groups">The positions.</param>
    /// <param name="parentOfNode">For each assembly the position it is one of; -1 for a unit.</param>
    /// <param name="rootOfUnit">For each unit its top assembly.</param>
    public ReadinessTree(StructureGroup[] groups, int[] parentOfNode, int[] rootOfUnit)
    {
        (_groups, _parentOfNode, _rootOfUnit) = (groups, parentOfNode, rootOfUnit);
        (_up, _short) = (new int[groups.Length], new int[parentOfNode.Length]);
        Reset();
    }

    /// <summary>Everything works again.</summary>
    public void Reset()
    {
        Array.Clear(_short);
        for (var group = 0; group < _groups.Length; group++) _up[group] = _groups[group].Size;
    }

    /// <summary>How many of a position work.</summary>
    public int Up(int group) => _up[group];

    /// <summary>Whether a unit's equipment works as far as it is needed.</summary>
    public bool IsReady(int unit) => _short[_rootOfUnit[unit]] == 0;

    /// <summary>Takes one of a position out.</summary>
    /// <returns>True when the unit stopped being ready by it.</returns>
    public bool Fail(int group)
    {
        while (true)
        {
            var had = _up[group]-- >= _groups[group].Needed;
            if (!had || _up[group] >= _groups[group].Needed) return false;
            var node = _groups[group].Node;
            if (_short[node]++ > 0) return false;
            var parent = _parentOfNode[node];
            if (parent < 0) return true;
            group = parent;
        }
    }

    /// <summary>Puts one of a position back.</summary>
    /// <returns>True when the unit became ready by it.</returns>
    public bool Mend(int group)
    {
        while (true)
        {
            var had = _up[group]++ >= _groups[group].Needed;
            if (had || _up[group] < _groups[group].Needed) return false;
            var node = _groups[group].Node;
            if (--_short[node] > 0) return false;
            var parent = _parentOfNode[node];
            if (parent < 0) return true;
            group = parent;
        }
    }

    /// <summary>Whether a position's lack stops its unit: it has too few, and so has every position above it.</summary>
    public bool Stops(int group)
    {
        while (true)
        {
            if (_up[group] >= _groups[group].Needed) return false;
            var parent = _parentOfNode[_groups[group].Node];
            if (parent < 0) return true;
            group = parent;
        }
    }
}
