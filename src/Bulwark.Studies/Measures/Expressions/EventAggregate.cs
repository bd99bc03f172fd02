using Bulwark.Simulation.Recording;

namespace Bulwark.Studies.Measures.Expressions;

/// <summary>One number of the events of one type, such as how many there were. Immutable.</summary>
/// <param name="Index">Its place among the aggregates of a measure set.</param>
/// <param name="Kind">How events become one number.</param>
/// <param name="Type">The type of event.</param>
/// <param name="Value">What is taken of each event; null for counting.</param>
/// <param name="Where">Which events count; null for all.</param>
internal sealed record EventAggregate(int Index, AggregateKind Kind, EventType Type, Func<double[], double>? Value, Func<double[], double>? Where)
{
    /// <summary>Takes an event into account.</summary>
    public void Take(double[] fields, ref AggregateState state)
    {
        if (Where is not null && !(Where(fields) != 0)) return;
        var value = Value?.Invoke(fields) ?? 0;
        if (double.IsNaN(value)) return;
        state.Count++;
        switch (Kind)
        {
            case AggregateKind.Sum or AggregateKind.Mean: state.Sum += value; break;
            case AggregateKind.Min: state.Value = state.Count == 1 ? value : Math.Min(state.Value, value); break;
            case AggregateKind.Max: state.Value = state.Count == 1 ? value : Math.Max(state.Value, value); break;
            case AggregateKind.First when state.Count == 1: state.Value = value; break;
            case AggregateKind.Last: state.Value = value; break;
        }
    }

    /// <summary>The number; not-a-number when no event gives one.</summary>
    public double Finish(in AggregateState state) => Kind switch
    {
        AggregateKind.Count => state.Count,
        AggregateKind.Sum => state.Sum,
        _ when state.Count == 0 => double.NaN,
        AggregateKind.Mean => state.Sum / state.Count,
        _ => state.Value,
    };
}
