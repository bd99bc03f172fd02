using Bulwark.Core.Earth;
using Bulwark.Core.Numerics;
using Bulwark.Tracking.Estimates;
using Bulwark.Tracking.Estimation;

namespace Bulwark.Tracking.Strobes;

/// <summary>
/// A position from two or more lines of sight that measure azimuth only: weighted least squares, the height by assumption.
/// Source: Stansfield, "Statistical theory of D.F. fixing", J. IEE 94, part IIIA (1947) 762-770; Torrieri, "Statistical theory of passive
/// location systems", IEEE Trans. AES 20 (1984) 183-198, sections II and V.
/// </summary>
public static class Triangulation
{
    private const int Steps = 8;
    private const double FarthestM = 1e6;
    private const double SmallestSine = 0.05;

    /// <summary>Works out where lines of sight cross.</summary>
    /// <param name="bearings">The lines, of one time, at least two.</param>
    /// <param name="heightM">Height assumed, metres above the ellipsoid.</param>
    /// <param name="heightSigmaM">Its standard deviation, metres, positive.</param>
    /// <param name="fix">Receives the position with its covariance (that of the velocity is left zero).</param>
    /// <returns>False when they do not cross within a thousand kilometres in front of the radars, or at less than three degrees.</returns>
    public static bool TryFix(ReadOnlySpan<Bearing> bearings, double heightM, double heightSigmaM, out KinematicEstimate fix)
    {
        fix = default;
        if (bearings.Length < 2 || !TryCross(in bearings[0], in bearings[1], heightM, out var position)) return false;
        Span<double> information = stackalloc double[9];
        Span<double> covariance = stackalloc double[9];
        for (var step = 0; ; step++)
        {
            var place = Wgs84.ToGeodetic(position);
            var up = new LocalFrame(place).Up;
            information.Clear();
            var pull = EcefVector.Zero;
            Add(information, ref pull, up, heightM - place.HeightM, heightSigmaM * heightSigmaM);
            foreach (ref readonly var bearing in bearings)
            {
                var (residual, gradient) = Azimuth(bearing.Frame, position, bearing.AzimuthRad);
                Add(information, ref pull, gradient, residual, bearing.AzimuthSigmaRad * bearing.AzimuthSigmaRad);
            }

            if (!SmallMatrix.TryInvertSymmetric3(information, covariance, out _)) return false;
            var move = new EcefVector(
                (covariance[0] * pull.X) + (covariance[1] * pull.Y) + (covariance[2] * pull.Z),
                (covariance[3] * pull.X) + (covariance[4] * pull.Y) + (covariance[5] * pull.Z),
                (covariance[6] * pull.X) + (covariance[7] * pull.Y) + (covariance[8] * pull.Z));
            position += move;
            if (!double.IsFinite(position.LengthSquared)) return false;
            if (move.Length < 1 || step == Steps) break;
        }

        fix.Position = position;
        for (var k = 0; k < 9; k++) fix.Matrix[(6 * (k / 3)) + (k % 3)] = covariance[k];
        return true;
    }

    /// <summary>Where an estimate lies on the ground, with the ellipse of its horizontal error.</summary>
    /// <param name="estimate">The estimate.</param>
    public static GroundEstimate Ellipse(in KinematicEstimate estimate)
    {
        var place = Wgs84.ToGeodetic(estimate.Position);
        var frame = new LocalFrame(place);
        var (easts, norths) = (estimate.BlockTimes(0, 0, frame.East), estimate.BlockTimes(0, 0, frame.North));
        var (ee, en, nn) = (easts.Dot(frame.East), easts.Dot(frame.North), norths.Dot(frame.North));
        var (middle, half) = (0.5 * (ee + nn), Math.Sqrt((0.25 * (ee - nn) * (ee - nn)) + (en * en)));
        var azimuth = 0.5 * Math.Atan2(2 * en, nn - ee);
        return new GroundEstimate(estimate.Time, 0, place, Math.Sqrt(middle + half), Math.Sqrt(Math.Max(1e-6, middle - half)), azimuth < 0 ? azimuth + Math.PI : azimuth);
    }

    /// <summary>An azimuth's residual at a position, and how the azimuth changes with it.</summary>
    internal static (double ResidualRad, EcefVector Gradient) Azimuth(SensorFrame frame, EcefVector position, double azimuthRad)
    {
        var local = frame.Local.ToLocal(position);
        var ground = Math.Max(1, (local.East * local.East) + (local.North * local.North));
        return (Math.IEEERemainder(azimuthRad - Math.Atan2(local.East, local.North), 2 * Math.PI), frame.Local.Rotate(new EnuVector(local.North, -local.East, 0) / ground));
    }

    // In the plane of the first radar: near enough to start from.
    private static bool TryCross(in Bearing one, in Bearing other, double heightM, out EcefVector position)
    {
        var (sine, cosine) = Math.SinCos(one.AzimuthRad);
        var apart = one.Frame.Local.ToLocal(other.Frame.Local.OriginEcefM);
        var (otherSine, otherCosine) = Math.SinCos(other.AzimuthRad);
        var along = one.Frame.Local.Rotate(other.Frame.Local.Rotate(new EnuVector(otherSine, otherCosine, 0)));
        var determinant = (sine * along.North) - (cosine * along.East);
        position = default;
        if (Math.Abs(determinant) < SmallestSine) return false;
        var range = ((apart.East * along.North) - (apart.North * along.East)) / determinant;
        var otherRange = ((apart.East * cosine) - (apart.North * sine)) / determinant;
        if (!(range > 0 && range < FarthestM && otherRange > 0 && otherRange < FarthestM)) return false;
        var drop = range * range / (2 * Wgs84.MeanRadiusM);
        position = one.Frame.Local.ToEcef(new EnuVector(range * sine, range * cosine, heightM - one.Frame.Antenna.HeightM - drop));
        return true;
    }

    private static void Add(Span<double> information, ref EcefVector pull, EcefVector gradient, double residual, double variance)
    {
        ReadOnlySpan<double> g = [gradient.X, gradient.Y, gradient.Z];
        for (var k = 0; k < 9; k++) information[k] += g[k / 3] * g[k % 3] / variance;
        pull += gradient * (residual / variance);
    }
}
