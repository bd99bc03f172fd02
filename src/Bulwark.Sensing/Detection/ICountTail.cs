namespace Bulwark.Sensing.Detection;

/// <summary>How the probability to pass a threshold grows with the count in <see cref="CountMixture"/>.</summary>
internal interface ICountTail
{
    /// <summary>Probability at count 0: that of a false alarm.</summary>
    double First { get; }

    /// <summary>Logarithm of what count 1 adds.</summary>
    double FirstLogStep { get; }

    /// <summary>By how much the logarithm of the step grows from count m + 1 to m + 2.</summary>
    double LogStepGrowth(int m);

    /// <summary>Whether the steps fall from here on so that nothing noticeable follows a step below 1e-18.</summary>
    bool IsOver(int m, double step);
}
