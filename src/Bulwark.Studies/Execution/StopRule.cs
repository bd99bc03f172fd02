using Bulwark.Studies.Files;
using Bulwark.Studies.Measures;
using Bulwark.Studies.Statistics;

namespace Bulwark.Studies.Execution;

/// <summary>Decides whether the settings of a group have been run often enough. It sees results in the order of replications, so it decides alike everywhere.</summary>
internal sealed class StopRule
{
    private readonly ReplicationPlan _plan;
    private readonly double _level;
    private readonly (int Measure, bool IsTruth)[] _on;
    private readonly RunningMoments[,] _moments;

    public StopRule(Study study, int cells)
    {
        _plan = study.Replications;
        _level = study.LevelProbability;
        _on = [.. _plan.On.Select(name => IndexOf(study.Measures, name)).Select(index => (index, study.Measures.All[index].IsTruth))];

        // Between two alternatives the differences count, else every cell by itself.
        _moments = new RunningMoments[_on.Length, _plan.UntilDecided ? 1 : cells];
    }

    /// <summary>Takes one replication of every cell of the group.</summary>
    /// <param name="measures">The measures of each cell.</param>
    public void Add(IReadOnlyList<double>[] measures)
    {
        for (var on = 0; on < _on.Length; on++)
        {
            if (_plan.UntilDecided)
            {
                Take(ref _moments[on, 0], measures[1][_on[on].Measure] - measures[0][_on[on].Measure]);
                continue;
            }

            for (var cell = 0; cell < measures.Length; cell++) Take(ref _moments[on, cell], measures[cell][_on[on].Measure]);
        }
    }

    /// <summary>Whether it is enough.</summary>
    public bool IsEnough()
    {
        for (var on = 0; on < _on.Length; on++)
        {
            for (var cell = 0; cell < _moments.GetLength(1); cell++)
            {
                if (!IsEnough(in _moments[on, cell], _on[on].IsTruth)) return false;
            }
        }

        return true;
    }

    private static int IndexOf(MeasureSet measures, string name) => measures.All.Select((measure, index) => (measure, index)).First(pair => pair.measure.Name == name).index;

    private static void Take(ref RunningMoments moments, double value)
    {
        if (!double.IsNaN(value)) moments.Add(value);
    }

    private bool IsEnough(in RunningMoments moments, bool isTruth)
    {
        if (_plan.UntilDecided)
        {
            var sequence = ConfidenceSequence.Of(in moments, _plan.AtLeast, _level);
            return moments.Count >= ConfidenceSequence.FirstLook && (!sequence.Contains(0) || sequence.HalfWidth <= _plan.HalfWidthSi);
        }

        var estimate = isTruth ? Proportions.Wilson((long)Math.Round(moments.Mean * moments.Count), moments.Count, _level) : moments.MeanEstimate(_level);
        return estimate.HalfWidth <= _plan.HalfWidthSi;
    }
}
