using Bulwark.Cli.Manner;
using Bulwark.Simulation.Documents;
using Bulwark.Simulation.Scenarios;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Cli.Recordings;

/// <summary>Reads settings of the tracker as the command line gives them.</summary>
internal static class TrackerOptionText
{
    /// <summary>Reads <c>KEY=VALUE</c> as often as it was given.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="texts">What the user wrote.</param>
    /// <exception cref="UsageException">One has no key or no value.</exception>
    public static IReadOnlyList<(string Key, string Value)> Settings(string option, IReadOnlyList<string> texts) =>
    [
        .. texts.Select(text => text.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals && equals < text.Length - 1
            ? (text[..equals].Trim(), text[(equals + 1)..].Trim())
            : throw new UsageException($"{option}: '{text}' is no setting; expected KEY=VALUE such as association=multiple-hypothesis, with a key of {TrackerSettings.Names}")),
    ];

    /// <summary>Lays the user's settings on the usual ones.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="settings">What the user wrote.</param>
    /// <param name="basis">The usual settings.</param>
    /// <param name="resolution">What the radars can tell apart.</param>
    /// <exception cref="DocumentException">A key or a value is none.</exception>
    /// <exception cref="UsageException">Merged plots are to be modelled without saying which are.</exception>
    public static TrackerParameters Apply(string option, IReadOnlyList<(string Key, string Value)> settings, TrackerParameters basis, TargetResolution resolution)
    {
        var tracker = TrackerSettings.Read(settings, basis, option);
        if (tracker.ModelsMergedPlots && !(resolution.RangeM > 0))
        {
            throw new UsageException("merged-plots=modelled needs to know what the radars can tell apart, which no table of plots says and recordings do not either; give recordings with --range-resolution METRES and --azimuth-resolution DEGREES");
        }

        if (!tracker.ModelsMergedPlots && resolution.RangeM > 0) throw new UsageException("--range-resolution and --azimuth-resolution go with --tracker merged-plots=modelled");
        return tracker;
    }

    /// <summary>Puts the two resolutions together.</summary>
    /// <exception cref="UsageException">One is given without the other, or is too large.</exception>
    public static TargetResolution Resolution(double? rangeM, double? azimuthDeg)
    {
        if (rangeM is null && azimuthDeg is null) return TargetResolution.None;
        if (rangeM is not { } range || azimuthDeg is not { } azimuth) throw new UsageException("--range-resolution and --azimuth-resolution go together; expected both");
        if (azimuth >= 180) throw new UsageException($"--azimuth-resolution: {azimuth} cannot be used; expected degrees below 180");
        return new TargetResolution(range, double.DegreesToRadians(azimuth));
    }
}
