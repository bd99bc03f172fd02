using Bulwark.Core.Earth;
using Bulwark.Flight.Interceptors;

namespace Bulwark.Studies.Verification.Flight;

/// <summary>
/// Engagements in the linear setting: the line of sight lies along x and all offsets are so small that squares vanish against rounding.
/// </summary>
internal static class LinearEngagement
{
    /// <summary>Size of the manoeuvre or error that is flown; results are divided by it.</summary>
    public const double Small = 1e-6;

    private const double ClosingMPerS = 1000;

    /// <summary>One second of flight without lag: the command at a share of it.</summary>
    /// <param name="ratio">Effective navigation ratio.</param>
    /// <param name="share">Share of the flight.</param>
    /// <param name="targetMPerS2">Lateral acceleration of the target.</param>
    /// <param name="speedMPerS">Lateral speed at the start.</param>
    /// <param name="augmented">Whether the command is that of augmented proportional navigation.</param>
    public static double Command(double ratio, double share, double targetMPerS2, double speedMPerS, bool augmented = false)
    {
        const int Steps = 4000;
        var (y, rate) = (0.0, speedMPerS);
        var step = share / Steps;
        for (var i = 0; i < Steps && share > 0; i++)
        {
            var t = i * step;
            var (k1y, k1v) = (rate, Rate(t, y, rate));
            var (k2y, k2v) = (rate + (0.5 * step * k1v), Rate(t + (0.5 * step), y + (0.5 * step * k1y), rate + (0.5 * step * k1v)));
            var (k3y, k3v) = (rate + (0.5 * step * k2v), Rate(t + (0.5 * step), y + (0.5 * step * k2y), rate + (0.5 * step * k2v)));
            var (k4y, k4v) = (rate + (step * k3v), Rate(t + step, y + (step * k3y), rate + (step * k3v)));
            y += step / 6 * (k1y + (2 * (k2y + k3y)) + k4y);
            rate += step / 6 * (k1v + (2 * (k2v + k3v)) + k4v);
        }

        return Wanted(share, y, rate);

        double Rate(double t, double offset, double offsetRate) => targetMPerS2 - Wanted(t, offset, offsetRate);

        double Wanted(double t, double offset, double offsetRate) =>
            Lateral(ratio, 1 - t, offset, offsetRate) + (augmented ? Added(ratio, 1 - t, offset, targetMPerS2) : 0);
    }

    /// <summary>A whole flight with a lag of one second: the miss.</summary>
    /// <param name="ratio">Effective navigation ratio.</param>
    /// <param name="flightS">Length of the flight.</param>
    /// <param name="targetMPerS2">Lateral acceleration of the target.</param>
    /// <param name="speedMPerS">Lateral speed at the start.</param>
    public static double LagMiss(double ratio, double flightS, double targetMPerS2, double speedMPerS)
    {
        const int Steps = 20_000;
        var (y, rate, lateral) = (0.0, speedMPerS, EcefVector.Zero);
        var step = flightS / Steps;
        for (var i = 0; i < Steps; i++)
        {
            // The command of the middle of the step, held, as the flight holds it; the last middle is half a step before the end.
            var command = new EcefVector(0, Lateral(ratio, flightS - ((i + 0.5) * step), y + (0.5 * step * rate), rate + (0.5 * step * (targetMPerS2 - lateral.Y))), 0);
            var next = FirstOrderLag.Respond(lateral, command, step, 1);
            var acceleration = targetMPerS2 - (0.5 * (lateral.Y + next.Y));
            y += (rate * step) + (0.5 * acceleration * step * step);
            rate += acceleration * step;
            lateral = next;
        }

        return y;
    }

    private static double Added(double ratio, double toGoS, double y, double targetMPerS2) =>
        ProportionalNavigation.Augmentation(new EcefVector(ClosingMPerS * toGoS, y, 0), new EcefVector(0, targetMPerS2, 0), ratio).Y;

    private static double Lateral(double ratio, double toGoS, double y, double rate) =>
        ProportionalNavigation.Command(new EcefVector(ClosingMPerS * toGoS, y, 0), new EcefVector(-ClosingMPerS, rate, 0), ratio).Y;
}
