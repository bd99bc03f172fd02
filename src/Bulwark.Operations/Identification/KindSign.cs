namespace Bulwark.Operations.Identification;

/// <summary>
/// Something about a track that speaks for one kind of target rather than another: a figure, cut into ranges, with the probability of each range for each kind. Immutable.
/// </summary>
public sealed class KindSign
{
    private readonly double[] _bounds;
    private readonly double[][] _logs;

    /// <summary>States a sign.</summary>
    /// <param name="boundsSi">The bounds between the ranges, in rising order.</param>
    /// <param name="rowsProbability">By kind (from aircraft on), the probability of each range: one more than bounds, each above 0, together 1.</param>
    /// <exception cref="ArgumentException">Bounds do not rise, or probabilities are too few, not above 0, or do not add up to 1.</exception>
    public KindSign(IReadOnlyList<double> boundsSi, IReadOnlyList<IReadOnlyList<double>> rowsProbability)
    {
        ArgumentNullException.ThrowIfNull(boundsSi);
        ArgumentNullException.ThrowIfNull(rowsProbability);
        for (var index = 1; index < boundsSi.Count; index++)
        {
            if (!(boundsSi[index] > boundsSi[index - 1])) throw new ArgumentException("The bounds of the ranges must rise.", nameof(boundsSi));
        }

        if (rowsProbability.Count != KindRules.Kinds) throw new ArgumentException($"{KindRules.Kinds} kinds need {KindRules.Kinds} rows of probabilities.", nameof(rowsProbability));
        foreach (var row in rowsProbability)
        {
            if (row.Count != boundsSi.Count + 1 || row.Any(static value => !(value > 0)) || Math.Abs(row.Sum() - 1) > 1e-9)
                throw new ArgumentException($"Each kind needs {boundsSi.Count + 1} probabilities above 0 that add up to 1.", nameof(rowsProbability));
        }

        _bounds = [.. boundsSi];
        _logs = [.. rowsProbability.Select(static row => row.Select(static value => Math.Log(value)).ToArray())];
    }

    /// <summary>Adds what a figure says to the evidence.</summary>
    /// <param name="valueSi">The figure; nothing is added when it is not a number.</param>
    /// <param name="scores">The evidence, changed in place.</param>
    public void Weigh(double valueSi, ref KindScores scores)
    {
        if (double.IsNaN(valueSi)) return;
        var range = 0;
        while (range < _bounds.Length && valueSi >= _bounds[range]) range++;
        WeighRange(range, ref scores);
    }

    /// <summary>Adds what a figure in one of the ranges says to the evidence.</summary>
    /// <param name="range">The range, from 0.</param>
    /// <param name="scores">The evidence, changed in place.</param>
    public void WeighRange(int range, ref KindScores scores)
    {
        for (var kind = 0; kind < KindRules.Kinds; kind++) scores[kind] += _logs[kind][range];
    }

    /// <summary>The probability of a range for a kind.</summary>
    /// <param name="kind">The kind, from 0 for aircraft.</param>
    /// <param name="range">The range, from 0.</param>
    public double RangeProbability(int kind, int range) => Math.Exp(_logs[kind][range]);

    /// <summary>Number of ranges.</summary>
    public int Ranges => _bounds.Length + 1;
}
