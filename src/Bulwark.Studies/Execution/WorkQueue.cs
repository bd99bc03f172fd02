using Bulwark.Studies.Plans;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Execution;

/// <summary>
/// Hands out the runs of a study to threads. A few groups are open at a time, so memory does not grow with the study; another is
/// opened when all open ones wait for runs under way. Not thread-safe.
/// </summary>
internal sealed class WorkQueue(StudyPlan plan, StudyStore store, WorkShare share)
{
    private readonly List<GroupWork> _open = [];
    private int _nextGroup;

    /// <summary>Whether every run is done.</summary>
    public bool IsDone => _nextGroup >= plan.Groups.Count && _open.TrueForAll(static group => group.IsDone);

    /// <summary>Share of the groups that are done, for a rule that decides how many runs there are.</summary>
    public double DoneShare => plan.Groups.Count == 0 ? 1 : (_nextGroup - _open.Count(static group => !group.IsDone)) / (double)plan.Groups.Count;

    /// <summary>Takes the next run; false when every one left waits for runs under way.</summary>
    public bool TryTake(out WorkItem item)
    {
        while (true)
        {
            for (var index = 0; index < _open.Count; index++)
            {
                if (_open[index].TryTake(out item)) return true;
                if (_open[index].IsDone) _open.RemoveAt(index--);
            }

            if (!Open())
            {
                item = default;
                return false;
            }
        }
    }

    private bool Open()
    {
        while (_nextGroup < plan.Groups.Count)
        {
            var cells = plan.Groups[_nextGroup++];
            if (!share.IncludesGroup(cells)) continue;
            _open.Add(new GroupWork(plan, cells, store, share));
            return true;
        }

        return false;
    }
}
