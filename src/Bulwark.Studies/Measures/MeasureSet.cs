using Bulwark.Simulation;
using Bulwark.Simulation.Recording;
using Bulwark.Studies.Measures.Expressions;

namespace Bulwark.Studies.Measures;

/// <summary>The measures of a study, ready to be taken of any number of runs, from any thread. Immutable.</summary>
public sealed class MeasureSet
{
    private readonly Func<double[], double>[] _own;
    private readonly int[] _places;
    private readonly bool[] _builtIn;
    private readonly EventAggregate[] _aggregates;
    private readonly IReadOnlyList<EventAggregate>?[] _byType;

    internal MeasureSet(IReadOnlyList<Measure> measures, int wanted, Func<double[], double>[] own, int[] places, bool[] builtIn, EventAggregate[] aggregates)
    {
        All = measures;
        WantedCount = wanted;
        _own = own;
        _places = places;
        _builtIn = builtIn;
        _aggregates = aggregates;
        _byType = new IReadOnlyList<EventAggregate>?[Enum.GetValues<EventType>().Max(static type => (int)type) + 1];
        foreach (var group in aggregates.GroupBy(static aggregate => (int)aggregate.Type)) _byType[group.Key] = [.. group];
    }

    /// <summary>The measures in the study's order.</summary>
    public IReadOnlyList<Measure> All { get; }

    /// <summary>How many of them, from the first, the study asks for; behind them stand the losses by cause, which every study keeps.</summary>
    public int WantedCount { get; }

    /// <summary>Takes every measure of a finished run.</summary>
    /// <param name="run">The run, with its record.</param>
    /// <returns>One number a measure, in order; not-a-number where the run gives none.</returns>
    public double[] Of(RunResult run)
    {
        ArgumentNullException.ThrowIfNull(run);

        // Numbers in the order that expressions know: built-in measures (those wanted), the study's own, aggregates of events.
        var builtIn = _builtIn.Length;
        var values = new double[builtIn + _own.Length + _aggregates.Length];
        for (var index = 0; index < builtIn; index++) values[index] = _builtIn[index] ? BuiltInMeasures.Value(index)(run) : double.NaN;
        if (_aggregates.Length > 0)
        {
            var states = new AggregateState[_aggregates.Length];
            var sums = new EventSums(_byType, states);
            run.Recorder.Replay(ref sums);
            for (var index = 0; index < states.Length; index++) values[builtIn + _own.Length + index] = _aggregates[index].Finish(in states[index]);
        }

        for (var index = 0; index < _own.Length; index++) values[builtIn + index] = _own[index](values);
        return Array.ConvertAll(_places, place => values[place]);
    }
}
