namespace Bulwark.Tracking.Gating;

/// <summary>A plot inside the gate of a track, and what follows from the two of them alone: neither from other tracks nor from the density of false plots.</summary>
/// <param name="Row">Row of the track.</param>
/// <param name="Plot">Place of the plot among those of its sensor.</param>
/// <param name="LogLikelihood">ln of the likelihood of the plot over that of a plot right where it was expected.</param>
/// <param name="Evidence">What rate and address add to it.</param>
/// <param name="IsCodeOther">Whether the transponder's code is another one.</param>
/// <param name="Outcome">Where the estimate is that the track would have.</param>
internal readonly record struct GatedPair(int Row, int Plot, double LogLikelihood, double Evidence, bool IsCodeOther, int Outcome);
