using System.Runtime.Intrinsics;
using Bulwark.Core.Earth;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Prediction;

/// <summary>From one Gaussian to the beliefs of several models and back.</summary>
internal static class ModeMoments
{
    /// <summary>Every model starts with the same estimate.</summary>
    public static void Spread(ref readonly KinematicEstimate estimate, MotionModelSet set, out ModeEstimate result)
    {
        var isOne = set.Models is [{ TurnRateRadPerS: 0 }];
        result = new ModeEstimate { Time = estimate.Time, Position = estimate.Position, Velocity = estimate.Velocity, IsOne = isOne };
        var at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++) result.Modes[at++] = Vector512.Create(estimate.Elements[(6 * row) + column]);
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++) result.Modes[at++] = Vector512.Create(estimate.Elements[(6 * row) + column]);
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++) result.Modes[at++] = Vector512.Create(estimate.Elements[(6 * row) + column]);
        }

        Span<double> lanes = stackalloc double[ModeState.Lanes];
        lanes.Clear();
        for (var k = 0; k < set.Models.Length; k++) lanes[k] = set.Models[k].InitialProbability;
        result.Modes[ModeState.Probability] = Vector512.Create<double>(lanes);
    }

    /// <summary>Empties a sum of estimates.</summary>
    public static void Clear(ref ModeEstimate sum) => sum.Modes = default;

    /// <summary>Adds a weighted estimate to a sum of first and second moments, model by model; all have the same time and reference.</summary>
    public static void AddWeighted(ref ModeEstimate sum, ref readonly ModeEstimate part, double weight)
    {
        ref var to = ref sum.Modes;
        ref readonly var m = ref part.Modes;
        (sum.Time, sum.Position, sum.Velocity) = (part.Time, part.Position, part.Velocity);
        (sum.IsBallistic, sum.IsOne, sum.InverseCoefficientM2PerKg) = (part.IsBallistic, part.IsOne, part.InverseCoefficientM2PerKg);
        if (part.IsOne)
        {
            OneMode.AddWeighted(ref sum, in part, weight);
            return;
        }

        var w = m[ModeState.Probability] * weight;
        to[ModeState.Probability] += w;
        for (var k = 0; k < 6; k++) to[k] += w * m[k];
        var at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) to[at] += w * (m[at] + (m[row] * m[column]));
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) to[at] += w * (m[at] + (m[row] * m[column]));
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) to[at] += w * (m[at] + (m[row] * m[column]));
        }
    }

    /// <summary>Turns a sum of moments into an estimate: each model keeps one Gaussian with the moments of its mixture.</summary>
    public static void Finish(ref ModeEstimate sum)
    {
        if (sum.IsOne)
        {
            OneMode.Finish(ref sum);
            return;
        }

        ref var m = ref sum.Modes;
        var weight = m[ModeState.Probability];
        var scale = Vector512<double>.One / Vector512.Max(weight, Vector512.Create(1e-300));
        for (var k = 0; k < ModeState.Probability; k++) m[k] *= scale;
        var at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) m[at] -= m[row] * m[column];
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) m[at] -= m[row] * m[column];
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) m[at] -= m[row] * m[column];
        }

        m[ModeState.Probability] = weight * (1 / Vector512.Sum(weight));
    }

    /// <summary>Variance of the height, all models together, m².</summary>
    public static double VerticalVarianceM2(ref readonly ModeEstimate estimate)
    {
        ref readonly var m = ref estimate.Modes;
        var up = estimate.Position.Normalized();
        var offset = (m[0] * up.X) + (m[1] * up.Y) + (m[2] * up.Z);
        var variance = (((m[6] * up.X) + (m[7] * (2 * up.Y)) + (m[8] * (2 * up.Z))) * up.X)
            + (((m[9] * up.Y) + (m[10] * (2 * up.Z))) * up.Y) + (m[11] * (up.Z * up.Z));
        var weight = m[ModeState.Probability];
        var mean = Vector512.Sum(weight * offset);
        return Vector512.Sum(weight * (variance + (offset * offset))) - (mean * mean);
    }

    /// <summary>Mean and covariance over all models; the mean becomes the reference of the models' offsets.</summary>
    public static void Combine(ref ModeEstimate estimate, ref KinematicEstimate result)
    {
        if (estimate.IsOne)
        {
            OneMode.Combine(ref estimate, ref result);
            return;
        }

        ref var m = ref estimate.Modes;
        var weight = m[ModeState.Probability];
        Span<double> mean = stackalloc double[6];
        for (var k = 0; k < 6; k++)
        {
            mean[k] = Vector512.Sum(weight * m[k]);
            m[k] -= Vector512.Create(mean[k]);
        }

        estimate.Position += new EcefVector(mean[0], mean[1], mean[2]);
        estimate.Velocity += new EcefVector(mean[3], mean[4], mean[5]);
        result.Time = estimate.Time;
        result.Position = estimate.Position;
        result.Velocity = estimate.Velocity;
        var matrix = result.Matrix;
        var at = ModeState.PositionCovariance;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = Vector512.Sum(weight * (m[at] + (m[row] * m[column])));
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 3; column < 6; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = Vector512.Sum(weight * (m[at] + (m[row] * m[column])));
        }

        for (var row = 3; row < 6; row++)
        {
            for (var column = row; column < 6; column++, at++) matrix[(6 * row) + column] = matrix[(6 * column) + row] = Vector512.Sum(weight * (m[at] + (m[row] * m[column])));
        }
    }
}
