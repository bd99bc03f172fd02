using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Execution;

/// <summary>The work of one group of settings: which runs are missing, and after every batch whether another is needed. Not thread-safe.</summary>
internal sealed class GroupWork
{
    private readonly IReadOnlyList<StudyCell> _cells;
    private readonly StopRule? _rule;
    private readonly WorkShare _share;
    private readonly int _batch;
    private readonly int _most;
    private readonly HashSet<int>[] _stored;
    private readonly Dictionary<int, IReadOnlyList<double>>[] _values;
    private int _decidedTo;
    private int _target;
    private int _nextCell;
    private int _nextReplication;
    private int _open;

    /// <summary>Looks at what is stored already.</summary>
    /// <param name="plan">The study.</param>
    /// <param name="cells">The group.</param>
    /// <param name="store">The results so far.</param>
    /// <param name="share">Which runs are wanted.</param>
    public GroupWork(StudyPlan plan, IReadOnlyList<StudyCell> cells, StudyStore store, WorkShare share)
    {
        _share = share;
        var replications = plan.Study.Replications;
        _cells = cells;
        _rule = replications.IsSequential ? new StopRule(plan.Study, cells.Count) : null;
        _batch = replications.Batch;
        _target = replications.AtLeast;
        _most = replications.AtMost;
        _stored = new HashSet<int>[cells.Count];
        _values = new Dictionary<int, IReadOnlyList<double>>[cells.Count];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            (_stored[cell], _values[cell]) = ([], []);
            foreach (var result in store.Load(cells[cell].Index))
            {
                _stored[cell].Add(result.Replication);
                if (_rule is not null) _values[cell][result.Replication] = result.Measures;
            }
        }
    }

    /// <summary>Whether nothing is left to be done, now or later.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Takes the next missing run; false when there is none before those under way are done.</summary>
    public bool TryTake(out WorkItem item)
    {
        while (!IsDone)
        {
            // Cell by cell within a batch, so that neighbours in time share a scenario.
            while (_nextCell < _cells.Count)
            {
                while (_nextReplication < _target)
                {
                    var replication = _nextReplication++;
                    if (_stored[_nextCell].Contains(replication) || !_share.Includes(_cells[_nextCell].Index, replication)) continue;
                    item = new WorkItem(_cells[_nextCell], replication, this);
                    _open++;
                    return true;
                }

                _nextCell++;
                _nextReplication = _decidedTo;
            }

            if (_open > 0) break;
            Decide();
        }

        item = default;
        return false;
    }

    /// <summary>Takes note of a finished run.</summary>
    public void Finish(in WorkItem item, IReadOnlyList<double> measures)
    {
        _open--;
        if (_rule is null) return;
        _values[item.Cell.Index - _cells[0].Index][item.Replication] = measures;
    }

    private void Decide()
    {
        if (_rule is null)
        {
            IsDone = true;
            return;
        }

        var row = new IReadOnlyList<double>[_cells.Count];
        for (; _decidedTo < _target; _decidedTo++)
        {
            for (var cell = 0; cell < row.Length; cell++)
            {
                row[cell] = _values[cell][_decidedTo];
                _values[cell].Remove(_decidedTo);
            }

            _rule.Add(row);
        }

        IsDone = _target >= _most || _rule.IsEnough();
        _target = Math.Min(_most, _target + _batch);
        _nextCell = 0;
        _nextReplication = _decidedTo;
    }
}
