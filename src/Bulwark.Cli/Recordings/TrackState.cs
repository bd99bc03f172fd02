using Bulwark.Core.Earth;

namespace Bulwark.Cli.Recordings;

/// <summary>A track just after it took a plot. Immutable.</summary>
/// <param name="TimeS">Time of the plot, seconds of the day.</param>
/// <param name="Radar">Index of the radar.</param>
/// <param name="Position">Estimated position, Earth-fixed, metres.</param>
/// <param name="Velocity">Estimated velocity, Earth-fixed, m/s.</param>
/// <param name="PositionSigmaM">Root mean square position error by the covariance, metres.</param>
/// <param name="Code">Mode 3/A code of the plot, 0 to 4095, as replied; -1 for none.</param>
/// <param name="IsCodeReliable">Whether the code was validated and not garbled.</param>
/// <param name="PressureHeightM">Pressure altitude of the plot, metres; not-a-number for none.</param>
internal readonly record struct TrackState(
    double TimeS, int Radar, EcefVector Position, EcefVector Velocity, double PositionSigmaM, int Code, bool IsCodeReliable, double PressureHeightM);
