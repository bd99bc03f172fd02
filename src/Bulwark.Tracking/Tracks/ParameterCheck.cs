using System.Runtime.CompilerServices;
using Bulwark.Tracking.Identification;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Tracks;

/// <summary>Refuses settings the models cannot work with.</summary>
internal static class ParameterCheck
{
    private const double LargestPeriodS = 1e6;

    /// <summary>Checks settings and sensors.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it.</exception>
    public static void Require(TrackerParameters parameters, ReadOnlySpan<SensorDescription> sensors)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        foreach (var sensor in sensors)
        {
            if (sensor?.Frame is null) throw new ArgumentException("A sensor needs a frame.", nameof(sensors));
            Positive(sensor.RevisitPeriodS, LargestPeriodS);
            if (!(sensor.RangeResolutionM is >= 0 and < 1e6 && sensor.AzimuthResolutionRad is >= 0 and < Math.PI)) throw new ArgumentException($"A resolution of {sensor.RangeResolutionM} m and {sensor.AzimuthResolutionRad} rad; expected 0 or more, less than 1e6 m and than a half turn.", nameof(sensors));
        }

        AtLeast(parameters.MaximumTracks, 0);
        AtLeast(parameters.ConfirmationHits, 1);
        AtLeast(parameters.ConfirmationWindow, parameters.ConfirmationHits);
        AtLeast(parameters.DeletionMisses, 1);
        Within(parameters.HypothesisDepth, 1, 6);
        Within(parameters.HypothesisBranches, 1, 16);
        Within(parameters.Threads, 1, 64);
        Share(parameters.GateProbability);
        Share(parameters.DetectionProbability);
        Share(parameters.FalsePlotProbability);
        Share(parameters.CodeChangeProbability);
        Share(parameters.FalseTrackProbability);
        Share(parameters.MissedTrackProbability);
        Known(parameters.Association);
        Known(parameters.Start);
        Known(parameters.Confirmation);
        Known(parameters.Clutter);
        if (parameters.ClassMotion is { } classes) Require(classes);
        Positive(parameters.AccelerationSigmaMPerS2, 1e4);
        Positive(parameters.VerticalAccelerationSigmaMPerS2, 1e4);
        Positive(parameters.ManoeuvreTimeS, LargestPeriodS);
        Positive(parameters.MaximumSpeedMPerS, 1e5);
        Positive(parameters.MaximumVerticalSpeedMPerS, 1e5);
        Positive(parameters.AssumedHeightSigmaM, 1e6);
        Positive(parameters.MaximumBallisticSpeedMPerS, 1e5);
        Positive(parameters.BallisticHeightM, 1e9);
        if (!(parameters.BoostShare is >= 0 and <= 1)) throw new ArgumentException($"BoostShare is {parameters.BoostShare}; expected 0 to 1.", nameof(parameters));
        if (!(Math.Abs(parameters.AssumedHeightM) < 1e6)) throw new ArgumentException($"AssumedHeightM is {parameters.AssumedHeightM}; expected less than 1e6 in magnitude.", nameof(parameters));
        if (!(parameters.MaximumLatenessS is >= 0 and <= LargestPeriodS)) throw new ArgumentException($"MaximumLatenessS is {parameters.MaximumLatenessS}; expected 0 to {LargestPeriodS}.", nameof(parameters));
    }

    private static void Require(ClassMotion classes)
    {
        if (!(classes.SettledProbability is > 0.5 and <= 1)) throw new ArgumentException($"SettledProbability is {classes.SettledProbability}; expected above 0.5, up to 1.", nameof(classes));
        if (!(classes.GivenUpProbability > 0 && classes.GivenUpProbability <= classes.SettledProbability)) throw new ArgumentException($"GivenUpProbability is {classes.GivenUpProbability}; expected above 0, up to SettledProbability.", nameof(classes));
        foreach (var manoeuvre in classes.Manoeuvres)
        {
            ArgumentNullException.ThrowIfNull(manoeuvre, nameof(classes));
            Positive(manoeuvre.AccelerationSigmaMPerS2, 1e4);
            Positive(manoeuvre.VerticalAccelerationSigmaMPerS2, 1e4);
            Positive(manoeuvre.LargestAccelerationMPerS2, 1e4);
            Positive(manoeuvre.LargestTurnRateRadPerS, 1e3);
        }
    }

    private static void AtLeast(int value, int least, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least) throw new ArgumentException($"{name} is {value}; expected {least} or more.", nameof(value));
    }

    private static void Within(int value, int least, int most, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < least || value > most) throw new ArgumentException($"{name} is {value}; expected {least} to {most}.", nameof(value));
    }

    private static void Known<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
        where T : struct, Enum
    {
        if (!Enum.IsDefined(value)) throw new ArgumentException($"{name} is {value}; expected one of {string.Join(", ", Enum.GetNames<T>())}.", nameof(value));
    }

    private static void Share(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && value < 1)) throw new ArgumentException($"{name} is {value}; expected a value between 0 and 1, both exclusive.", nameof(value));
    }

    private static void Positive(double value, double largest, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && value <= largest)) throw new ArgumentException($"{name} is {value}; expected a value above 0, up to {largest}.", nameof(value));
    }
}
