namespace Bulwark.Operations.Logistics;

/// <summary>
/// Items without spares and a shop with so many repairers, all times exponential: the finite-source queue M/M/s//N (machine-repair
/// model; L. Kleinrock, Queueing Systems I (1975), section 3.8). Immutable.
/// </summary>
public sealed class MachineRepair
{
    private readonly double[] _downProbability;
    private readonly int _repairers;

    /// <summary>Solves the model.</summary>
    /// <param name="items">Items, at least 1.</param>
    /// <param name="repairers">Repairers, at least 1.</param>
    /// <param name="failureHz">Failures per second of a working item.</param>
    /// <param name="repairHz">Repairs per second of a busy repairer.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public MachineRepair(int items, int repairers, double failureHz, double repairHz)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(repairers, 1);
        if (!(failureHz >= 0) || !double.IsFinite(failureHz)) throw new ArgumentOutOfRangeException(nameof(failureHz), failureHz, "A rate of failures is not negative.");
        if (!(repairHz > 0) || !double.IsFinite(repairHz)) throw new ArgumentOutOfRangeException(nameof(repairHz), repairHz, "A rate of repairs is positive.");
        _repairers = repairers;
        _downProbability = new double[items + 1];

        // Terms are kept relative to their largest by normalising as they grow, so that thousands of items do not overflow.
        _downProbability[0] = 1;
        for (var down = 1; down <= items; down++)
        {
            _downProbability[down] = _downProbability[down - 1] * (items - down + 1) * failureHz / (Math.Min(down, repairers) * repairHz);
            if (_downProbability[down] < 1e200) continue;
            for (var k = 0; k <= down; k++) _downProbability[k] *= 1e-200;
        }

        var sum = _downProbability.Sum();
        for (var k = 0; k < _downProbability.Length; k++) _downProbability[k] /= sum;
    }

    /// <summary>Mean share of the items that work.</summary>
    public double AvailabilityShare => 1 - (_downProbability.Select(static (probability, down) => probability * down).Sum() / (_downProbability.Length - 1));

    /// <summary>Chance that every item works.</summary>
    public double AllUpProbability => _downProbability[0];

    /// <summary>Mean number of items that wait for a repairer.</summary>
    public double WaitingCount => _downProbability.Select((probability, down) => probability * Math.Max(0, down - _repairers)).Sum();
}
