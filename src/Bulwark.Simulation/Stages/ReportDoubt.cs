using Bulwark.Core.Earth;
using Bulwark.Simulation.World;
using Bulwark.Tracking.Plots;

namespace Bulwark.Simulation.Stages;

/// <summary>
/// What remains unknown of the constant errors behind a report: those of its sender's radar against those of the receiver's own, as an error that both have in common moves neither
/// track nor report against the other. Variances and covariance along the Earth and upwards, square metres; nothing by default.
/// </summary>
internal readonly record struct ReportDoubt(double EastM2, double NorthM2, double EastNorthM2, double UpM2)
{
    /// <summary>Takes what the receiver knows of the sender's radar off a report, in place of what the sender took off.</summary>
    /// <param name="registration">What the receiver knows.</param>
    /// <param name="seen">What the report was sent with.</param>
    /// <param name="place">The place that it tells; corrected.</param>
    public static ReportDoubt Of(RegistrationState registration, in SeenPlot seen, ref EcefVector place)
    {
        if (seen.Plot.Frame is not { } frame) return default;
        var radar = seen.Plot.Radar;
        place += seen.TakenOff.ShiftAt(frame, place) - registration.Errors.ErrorsOf(radar).ShiftAt(frame, place);
        var reference = registration.Reference;
        var along = new LocalFrame(Wgs84.ToGeodetic(place));
        Span<double> covariance = stackalloc double[9];
        registration.Errors.Remaining(radar, frame, reference?.Radar ?? -1, reference?.Frame, place, in along, covariance);
        return new ReportDoubt(covariance[0], covariance[4], covariance[1], covariance[8]);
    }

    /// <summary>The report's plot with the doubt in its standard deviations.</summary>
    /// <param name="plot">The plot.</param>
    public Plot Widened(in Plot plot)
    {
        if (EastM2 + NorthM2 + UpM2 <= 0) return plot;
        var (sin, cos) = Math.SinCos(plot.AzimuthRad);
        var along = (EastM2 * sin * sin) + (NorthM2 * cos * cos) + (2 * EastNorthM2 * sin * cos);
        var across = (EastM2 * cos * cos) + (NorthM2 * sin * sin) - (2 * EastNorthM2 * sin * cos);
        return plot with
        {
            RangeSigmaM = Grown(plot.RangeSigmaM, along),
            AzimuthSigmaRad = Grown(plot.AzimuthSigmaRad * plot.RangeM, across) / plot.RangeM,
            ElevationSigmaRad = Grown(plot.ElevationSigmaRad * plot.RangeM, UpM2) / plot.RangeM,
        };
    }

    private static double Grown(double sigmaM, double varianceM2) => Math.Sqrt((sigmaM * sigmaM) + Math.Max(0, varianceM2));
}
