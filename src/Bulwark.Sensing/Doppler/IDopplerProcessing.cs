namespace Bulwark.Sensing.Doppler;

/// <summary>What a set does against clutter by the Doppler shift.</summary>
public interface IDopplerProcessing
{
    /// <summary>Signal to noise and clutter after the processing.</summary>
    /// <param name="snrRatio">Signal-to-noise ratio of one pulse before it.</param>
    /// <param name="clutterToNoiseRatio">Clutter-to-noise ratio of one pulse before it.</param>
    /// <param name="radialSpeedMPerS">Radial speed of the target, m/s.</param>
    double SignalToInterferenceRatio(double snrRatio, double clutterToNoiseRatio, double radialSpeedMPerS);
}
