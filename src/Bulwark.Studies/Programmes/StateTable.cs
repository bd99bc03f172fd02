using Bulwark.Studies.Plans;
using Bulwark.Studies.Statistics;
using Bulwark.Studies.Store;

namespace Bulwark.Studies.Programmes;

/// <summary>What the engagements of each state of readiness came to, and what a mixture of states is worth. Immutable once made.</summary>
internal sealed class StateTable
{
    private readonly int _samples;
    private readonly bool _isPaired;
    private readonly int _stopped;
    private readonly double[][][] _won;
    private readonly RunningMoments[][] _means;

    /// <summary>Reads the engagements.</summary>
    /// <param name="plan">The study of states.</param>
    /// <param name="store">Its results.</param>
    /// <param name="states">Number of states.</param>
    /// <param name="stopped">Index of the measure that says whether the raid was stopped.</param>
    public StateTable(StudyPlan plan, StudyStore store, int states, int stopped)
    {
        _samples = plan.Cells.Count / states;
        (_isPaired, _stopped) = (plan.Study.Paired, stopped);
        var won = Enumerable.Range(0, states).Select(_ => Enumerable.Range(0, _samples).Select(static _ => new List<double>()).ToArray()).ToArray();
        _means = [.. Enumerable.Range(0, states).Select(_ => new RunningMoments[plan.Study.Measures.WantedCount])];
        foreach (var result in store.Results())
        {
            var (state, sample) = (result.Cell / _samples, result.Cell % _samples);
            won[state][sample].Add(result.Measures[stopped]);
            for (var measure = 0; measure < _means[state].Length; measure++)
            {
                if (!double.IsNaN(result.Measures[measure])) _means[state][measure].Add(result.Measures[measure]);
            }

            RunCount++;
        }

        _won = [.. won.Select(static cells => cells.Select(static list => list.ToArray()).ToArray())];
    }

    /// <summary>Engagements.</summary>
    public long RunCount { get; }

    /// <summary>Chance that a state stops the raid.</summary>
    public double Chance(int state) => _won[state].Average(static runs => runs.Average());

    /// <summary>The states in which the replications of a programme are at a date.</summary>
    /// <param name="month">The date.</param>
    /// <param name="sample">The state of each replication.</param>
    public EffectPoint Point(int month, int[] sample)
    {
        var mean = sample.Average(Chance);
        var spread = sample.Sum(state => (Chance(state) - mean) * (Chance(state) - mean)) / (sample.Length - 1) / sample.Length;
        var weights = sample.GroupBy(static state => state).OrderBy(static group => group.Key).Select(group => (State: group.Key, Share: group.Count() / (double)sample.Length)).ToList();
        var means = Enumerable.Range(0, _means[0].Length).Select(measure => weights.Sum(weight => weight.Share * _means[weight.State][measure].Mean));
        return new EffectPoint(month, mean, Math.Sqrt(spread + Luck(weights)), [.. means]);
    }

    // Variance of the mixture's chance by the luck of the engagements. States that share their luck err together, so their mixture is
    // looked at run by run; so are samples of uncertain figures, which all states share.
    private double Luck(List<(int State, double Share)> weights)
    {
        var moments = default(RunningMoments);
        if (_samples > 1)
        {
            for (var sample = 0; sample < _samples; sample++) moments.Add(weights.Sum(weight => weight.Share * _won[weight.State][sample].Average()));
            return moments.Variance / _samples;
        }

        if (!_isPaired)
        {
            return weights.Sum(weight =>
            {
                var chance = Chance(weight.State);
                return weight.Share * weight.Share * chance * (1 - chance) / _won[weight.State][0].Length;
            });
        }

        var runs = weights.Min(weight => _won[weight.State][0].Length);
        for (var run = 0; run < runs; run++) moments.Add(weights.Sum(weight => weight.Share * _won[weight.State][0][run]));
        return moments.Variance / runs;
    }
}
