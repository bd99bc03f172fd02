using Bulwark.Studies.Plans;

namespace Bulwark.Studies.Execution;

/// <summary>
/// A part of a study's runs, the same for everybody: without a rule to stop, an equal part of all runs in the order of cell and
/// replication; with one, an equal part of the groups, because a group decides as a whole. Immutable.
/// </summary>
public sealed class WorkShare
{
    private readonly bool _byGroup;
    private readonly long _perCell;
    private readonly long _from;
    private readonly long _to;

    private WorkShare(bool byGroup, long perCell, long from, long to)
    {
        _byGroup = byGroup;
        _perCell = perCell;
        _from = from;
        _to = to;
    }

    /// <summary>Number of runs (of groups of settings when a rule stops them) in this part.</summary>
    public long Count => _to - _from;

    /// <summary>All runs.</summary>
    /// <param name="plan">The study.</param>
    public static WorkShare All(StudyPlan plan) => Of(plan, 1, 1);

    /// <summary>One of several equal parts.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="part">Number of the part, from 1.</param>
    /// <param name="parts">Number of parts, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such part.</exception>
    public static WorkShare Of(StudyPlan plan, int part, int parts)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentOutOfRangeException.ThrowIfLessThan(parts, 1);
        if (part < 1 || part > parts) throw new ArgumentOutOfRangeException(nameof(part), part, $"Parts are numbered from 1 to {parts}.");
        var byGroup = plan.Study.Replications.IsSequential;
        var whole = byGroup ? plan.Groups.Count : plan.Runs.Least;
        return new WorkShare(byGroup, plan.Study.Replications.AtLeast, Edge(part - 1), Edge(part));

        long Edge(int number) => (long)((Int128)whole * number / parts);
    }

    internal bool IncludesGroup(IReadOnlyList<StudyCell> cells) =>
        _byGroup ? cells[0].Group >= _from && cells[0].Group < _to : cells[0].Index * _perCell < _to && (cells[^1].Index + 1) * _perCell > _from;

    internal bool Includes(int cell, int replication)
    {
        if (_byGroup) return true;
        var place = (cell * _perCell) + replication;
        return place >= _from && place < _to;
    }
}
