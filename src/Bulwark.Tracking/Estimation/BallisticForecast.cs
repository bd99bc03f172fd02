using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// Where a ballistic target will strike and where it came from, with the ellipse of the error: the belief's cubature points are flown to the
/// ground, forwards or backwards, and the ellipse has the moments of where they arrive.
/// Source: Farina, Ristic and Benvenuti, "Tracking a ballistic target: comparison of several nonlinear filters", IEEE Trans. AES 38 (2002)
/// 854-867; Arasaratnam and Haykin, IEEE Trans. Automatic Control 54 (2009) 1254-1269 (the points).
/// </summary>
public static class BallisticForecast
{
    // Longer than any flight below orbit.
    private const double LongestS = 5400;

    // The points of the ellipse fly in longer steps: only their differences count.
    private const double CoarseRatio = 3;

    // Single paths are flown as exactly as the tables of reference are.
    private const double FineRatio = 0.4;

    /// <summary>Where the target strikes.</summary>
    /// <param name="belief">A belief of ballistic flight (<see cref="StateExtra.LogBallisticCoefficient"/>).</param>
    /// <param name="groundHeightM">Height of the ground there above the ellipsoid, metres.</param>
    /// <param name="impact">Receives the place.</param>
    /// <returns>False when the target is below the ground already or does not come down within an hour and a half.</returns>
    public static bool TryImpact(in GaussianBelief belief, double groundHeightM, out GroundEstimate impact) =>
        TryGround(in belief, groundHeightM, 1, 0, out impact);

    /// <summary>
    /// Where the target was launched: flown back without thrust, and without drag on its way up. A boost along a straight line at steady
    /// acceleration ends as if thrown from its start, so that this is right to first order; what a curved boost does to it is the caller's
    /// <paramref name="boostSigmaM"/>.
    /// </summary>
    /// <param name="belief">A belief of ballistic flight (<see cref="StateExtra.LogBallisticCoefficient"/>).</param>
    /// <param name="groundHeightM">Height of the ground there above the ellipsoid, metres.</param>
    /// <param name="boostSigmaM">Standard deviation along the path of what the boost's form does to the place, metres; 0 for none.</param>
    /// <param name="launch">Receives the place.</param>
    /// <returns>False when the target is below the ground or the path does not come from it within an hour and a half.</returns>
    public static bool TryLaunch(in GaussianBelief belief, double groundHeightM, double boostSigmaM, out GroundEstimate launch) =>
        TryGround(in belief, groundHeightM, -1, boostSigmaM, out launch);

    /// <summary>Where and when one state meets the ground, without any belief.</summary>
    /// <param name="stateSi">A state of ballistic flight, laid out as <see cref="GaussianBelief"/> says.</param>
    /// <param name="groundHeightM">Height of the ground above the ellipsoid, metres.</param>
    /// <param name="position">Receives the place, Earth-fixed, metres.</param>
    /// <param name="velocity">Receives the velocity there, m/s.</param>
    /// <param name="intervalS">Receives the time until then, seconds.</param>
    /// <returns>False when the state is below the ground already or does not come down within an hour and a half.</returns>
    public static bool TryReach(ReadOnlySpan<double> stateSi, double groundHeightM, out EcefVector position, out EcefVector velocity, out double intervalS) =>
        TryReach(stateSi, groundHeightM, 1, FineRatio, out position, out velocity, out intervalS);

    /// <summary>Where one state came from; null when the path does not come from the ground.</summary>
    internal static EcefVector? Origin(ReadOnlySpan<double> state, double groundHeightM) =>
        TryReach(state, groundHeightM, -1, CoarseRatio, out var position, out _, out _) ? position : null;

    private static bool TryGround(in GaussianBelief belief, double groundHeightM, int direction, double alongSigmaM, out GroundEstimate result)
    {
        result = default;
        const int Size = 7;
        const int Points = 2 * Size;
        var own = belief;
        if (own.Extra != StateExtra.LogBallisticCoefficient) return false;
        if (!TryReach(own.MeanSi, groundHeightM, direction, 1, out var centre, out var arrival, out var seconds)) return false;
        if (!TryReach(own.MeanSi, groundHeightM, direction, CoarseRatio, out var coarse, out _, out var coarseSeconds)) return false;
        Span<double> root = stackalloc double[Size * Size];
        own.CovarianceSi.CopyTo(root);
        if (!Core.Numerics.SmallMatrix.TryCholesky(root, Size)) return false;
        var frame = new LocalFrame(Wgs84.ToGeodetic(centre));
        Span<double> point = stackalloc double[Size];
        Span<double> arrived = stackalloc double[3 * Points];
        var spread = Math.Sqrt(Size);
        var (east, north, time) = (0.0, 0.0, 0.0);
        for (var k = 0; k < Points; k++)
        {
            for (var row = 0; row < Size; row++) point[row] = own.MeanSi[row] + ((k % 2 == 0 ? spread : -spread) * root[(Size * row) + (k / 2)]);
            if (!TryReach(point, groundHeightM, direction, CoarseRatio, out var place, out _, out var at)) return false;
            var apart = frame.Rotate(place - coarse);
            (arrived[3 * k], arrived[(3 * k) + 1], arrived[(3 * k) + 2]) = (apart.East, apart.North, at - coarseSeconds);
            east += apart.East / Points;
            north += apart.North / Points;
            time += arrived[(3 * k) + 2] / Points;
        }

        var (ee, en, nn, tt) = (0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < Points; k++)
        {
            var (e, n, t) = (arrived[3 * k] - east, arrived[(3 * k) + 1] - north, arrived[(3 * k) + 2] - time);
            ee += e * e / Points;
            en += e * n / Points;
            nn += n * n / Points;
            tt += t * t / Points;
        }

        var path = frame.Rotate(arrival);
        var ground = Math.Max(1e-9, (path.East * path.East) + (path.North * path.North));
        var along = alongSigmaM * alongSigmaM / ground;
        ee += along * path.East * path.East;
        en += along * path.East * path.North;
        nn += along * path.North * path.North;
        var mean = Wgs84.ToGeodetic(frame.ToEcef(new EnuVector(east, north, 0))).WithHeight(groundHeightM);
        var middle = 0.5 * (ee + nn);
        var half = Math.Sqrt((0.25 * (ee - nn) * (ee - nn)) + (en * en));
        var azimuth = 0.5 * Math.Atan2(2 * en, nn - ee);
        result = new GroundEstimate(
            own.Time + SimDuration.FromSeconds(seconds + time), Math.Sqrt(tt), mean, Math.Sqrt(middle + half), Math.Sqrt(Math.Max(1e-6, middle - half)), azimuth < 0 ? azimuth + Math.PI : azimuth);
        return true;
    }

    private static bool TryReach(
        ReadOnlySpan<double> state, double groundHeightM, int direction, double stepRatio, out EcefVector position, out EcefVector velocity, out double seconds)
    {
        position = new EcefVector(state[0], state[1], state[2]);
        velocity = new EcefVector(state[3], state[4], state[5]);
        var inverse = Math.Exp(-state[6]);
        seconds = 0;
        var ellipsoidM = BallisticPath.HeightM(position);
        var heightM = ellipsoidM - groundHeightM;
        if (!(heightM > 0)) return false;
        while (Math.Abs(seconds) < LongestS)
        {
            // Backwards, the way up is taken without drag: thrust made up for it.
            var drag = direction > 0 || velocity.Dot(position) < 0 ? inverse : 0;
            var step = direction * stepRatio * BallisticPath.StepS(ellipsoidM, velocity, drag);
            var (before, speedBefore, heightBefore, ellipsoidBefore) = (position, velocity, heightM, ellipsoidM);
            BallisticPath.Step(ref position, ref velocity, drag, ellipsoidM, step);
            ellipsoidM = BallisticPath.HeightM(position);
            heightM = ellipsoidM - groundHeightM;
            if (!double.IsFinite(heightM)) return false;
            if (heightM > 0)
            {
                seconds += step;
                continue;
            }

            // The step that passes the ground is cut where it meets it.
            var (low, high) = (0.0, step);
            var (above, below) = (heightBefore, heightM);
            for (var round = 0; round < 40 && Math.Abs(heightM) > 1e-4; round++)
            {
                var part = low + ((high - low) * (above / (above - below)));
                (position, velocity) = (before, speedBefore);
                BallisticPath.Step(ref position, ref velocity, drag, ellipsoidBefore, part);
                heightM = BallisticPath.HeightM(position) - groundHeightM;
                if (heightM > 0) (low, above) = (part, heightM);
                else (high, below) = (part, heightM);
                if (Math.Abs(heightM) <= 1e-4 || round == 39)
                {
                    seconds += part;
                    return true;
                }
            }

            seconds += step;
            return true;
        }

        return false;
    }
}
