using Bulwark.Core.Units;

namespace Bulwark.Simulation.Documents;

/// <summary>A dimension with the values that make sense. The limits are given as a file would write them, so that messages can repeat them.</summary>
public sealed class QuantityRange
{
    private readonly string _minimumText;
    private readonly string _maximumText;
    private readonly double _minimumSi;
    private readonly double _maximumSi;

    /// <summary>Makes a range.</summary>
    /// <param name="dimension">What is measured.</param>
    /// <param name="minimum">Smallest valid value, such as "0 m".</param>
    /// <param name="maximum">Largest valid value, such as "30 km".</param>
    /// <exception cref="ArgumentException">A limit cannot be read.</exception>
    public QuantityRange(Dimension dimension, string minimum, string maximum)
    {
        Dimension = dimension;
        _minimumText = minimum;
        _maximumText = maximum;
        if (!QuantityText.TryRead(minimum, dimension, out _minimumSi, out var problem)) throw new ArgumentException(problem.Message, nameof(minimum));
        if (!QuantityText.TryRead(maximum, dimension, out _maximumSi, out problem)) throw new ArgumentException(problem.Message, nameof(maximum));
    }

    /// <summary>What is measured.</summary>
    public Dimension Dimension { get; }

    /// <summary>The range in words, such as "0 m to 30 km".</summary>
    public string Words => $"{_minimumText} to {_maximumText}";

    /// <summary>What a file may write.</summary>
    public string Expected => $"{DimensionText.Name(Dimension)} from {Words}";

    internal double MinimumSi => _minimumSi;

    internal double MaximumSi => _maximumSi;

    /// <summary>Whether a value lies in the range, limits included.</summary>
    /// <param name="valueSi">The value in the program's own unit.</param>
    public bool Contains(double valueSi) => valueSi >= _minimumSi && valueSi <= _maximumSi;
}
