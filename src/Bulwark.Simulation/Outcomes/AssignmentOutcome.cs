using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>How near to the best possible the choices of commands that weigh value were. Immutable.</summary>
/// <param name="Evaluations">Choices made.</param>
/// <param name="Exact">Of these, proven optimal.</param>
/// <param name="MeanGapShare">Mean of the most by which the optimum can exceed the choice, as a share of the bound.</param>
/// <param name="LargestGapShare">The largest of these.</param>
public sealed record AssignmentOutcome(int Evaluations, int Exact, double MeanGapShare, double LargestGapShare)
{
    private const double Rounding = 1e-9;

    /// <summary>Counts from the record; null when no command chose so.</summary>
    internal static AssignmentOutcome? Of(Recorder recorder)
    {
        var rows = recorder.Events<AssignmentWeighed>();
        if (rows.Length == 0) return null;
        var (exact, sum, largest) = (0, 0.0, 0.0);
        foreach (ref readonly var row in rows)
        {
            var gap = row.Happened.BoundRatio > 0 ? Math.Max(0, (row.Happened.BoundRatio - row.Happened.ValueRatio) / row.Happened.BoundRatio) : 0;
            if (gap <= Rounding) exact++;
            sum += gap;
            largest = Math.Max(largest, gap);
        }

        return new AssignmentOutcome(rows.Length, exact, sum / rows.Length, largest);
    }
}
