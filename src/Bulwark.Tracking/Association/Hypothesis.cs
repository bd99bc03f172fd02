namespace Bulwark.Tracking.Association;

/// <summary>That a plot may belong to a track.</summary>
/// <param name="Track">Row of the track.</param>
/// <param name="Plot">Place of the plot in its batch.</param>
/// <param name="Cost">-2 ln of the likelihood of the pair over that of leaving both alone; below zero, for better pairs lower.</param>
/// <param name="Outcome">Place of the estimate the pair would lead to; -1 when there is none.</param>
/// <param name="LogRatio">ln of how much likelier the plot is as that of the track than as a false one.</param>
internal readonly record struct Hypothesis(int Track, int Plot, double Cost, int Outcome = -1, double LogRatio = 0);
