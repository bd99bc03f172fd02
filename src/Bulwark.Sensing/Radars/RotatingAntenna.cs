using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Sensing.Radars;

/// <summary>
/// The pointing of an antenna that turns clockwise at a steady rate, and the exact times at which its beam crosses moving targets.
/// Immutable.
/// </summary>
/// <remarks>
/// The turn of the beam and the azimuth of a target that circles more slowly than the antenna differ by a strictly growing angle, so
/// the beam crosses such a target exactly once per turn relative to it; crossings are the times at which the growing angle is a whole
/// number of turns. Newton's method inside a bracket finds them to the nanosecond. Time intervals are half open, [from, to), so sectors
/// that share a boundary and use the same motion count no crossing twice and lose none.
/// </remarks>
public sealed class RotatingAntenna
{
    private readonly double _rateRadPerS;

    /// <summary>Starts an antenna.</summary>
    /// <param name="period">Time of one turn, positive.</param>
    /// <param name="reference">A time at which the pointing is known.</param>
    /// <param name="azimuthAtReferenceRad">Pointing at that time, radians clockwise from north; finite.</param>
    /// <exception cref="ArgumentOutOfRangeException">The period is not positive or the azimuth not finite.</exception>
    public RotatingAntenna(SimDuration period, SimTime reference = default, double azimuthAtReferenceRad = 0)
    {
        if (period.Nanoseconds <= 0) throw new ArgumentOutOfRangeException(nameof(period), period, "The period must be positive.");
        if (!double.IsFinite(azimuthAtReferenceRad))
            throw new ArgumentOutOfRangeException(nameof(azimuthAtReferenceRad), azimuthAtReferenceRad, "The azimuth must be finite.");
        Period = period;
        Reference = reference;
        AzimuthAtReferenceRad = azimuthAtReferenceRad;
        _rateRadPerS = 2 * Math.PI / period.TotalS;
    }

    /// <summary>Time of one turn.</summary>
    public SimDuration Period { get; }

    /// <summary>A time at which the pointing is known.</summary>
    public SimTime Reference { get; }

    /// <summary>Pointing at that time, radians clockwise from north.</summary>
    public double AzimuthAtReferenceRad { get; }

    /// <summary>Pointing of the beam, radians clockwise from north, 0 to 2 pi.</summary>
    /// <param name="time">Any time.</param>
    public double AzimuthRad(SimTime time)
    {
        // Whole turns are taken off in integers, so the pointing does not lose digits over long runs.
        var nanoseconds = (time - Reference).Nanoseconds % Period.Nanoseconds;
        return Wrap(AzimuthAtReferenceRad + (2 * Math.PI * (nanoseconds / (double)Period.Nanoseconds)));
    }

    /// <summary>First time after the given one at which the beam points to an azimuth.</summary>
    /// <param name="azimuthRad">Azimuth, radians.</param>
    /// <param name="after">The crossing is later than this.</param>
    public SimTime NextPass(double azimuthRad, SimTime after)
    {
        var lead = Wrap(azimuthRad - AzimuthRad(after));
        return Later(after, lead / _rateRadPerS);
    }

    /// <summary>First time after the given one at which the beam crosses a target in straight motion.</summary>
    /// <param name="positionM">Position of the target at <paramref name="motionTime"/> relative to the antenna, east-north-up, metres.</param>
    /// <param name="velocityMPerS">Its velocity in the same frame, m/s.</param>
    /// <param name="motionTime">Time of position and velocity.</param>
    /// <param name="after">The crossing is later than this.</param>
    /// <remarks>A target that circles faster than the antenna (within some hundred metres of it) may be crossed more often; one of the crossings is returned.</remarks>
    public SimTime NextCrossing(EnuVector positionM, EnuVector velocityMPerS, SimTime motionTime, SimTime after)
    {
        var shiftS = (after - motionTime).TotalS;
        var east = positionM.East + (velocityMPerS.East * shiftS);
        var north = positionM.North + (velocityMPerS.North * shiftS);
        var beamRad = AzimuthRad(after);
        var lead = Wrap(Math.Atan2(east, north) - beamRad);

        // A crossing at "after" itself was the previous one; the rounding of its time to a nanosecond may have left a trace of lead.
        if (lead < 2e-9 * _rateRadPerS && IsAtCrossing(lead, east, north, velocityMPerS)) lead += 2 * Math.PI;

        // The time s solves rate s = lead + angle turned by the target in s.
        double low = 0, high = double.PositiveInfinity, s = lead / _rateRadPerS;
        for (var step = 0; step < 60; step++)
        {
            var e = east + (velocityMPerS.East * s);
            var n = north + (velocityMPerS.North * s);
            var turned = Math.Atan2((e * north) - (n * east), (e * east) + (n * north));
            var targetRate = ((velocityMPerS.East * n) - (velocityMPerS.North * e)) / ((e * e) + (n * n));
            var excess = (_rateRadPerS * s) - lead - turned;
            if (excess > 0) high = Math.Min(high, s);
            else low = Math.Max(low, s);
            var slope = _rateRadPerS - targetRate;
            var next = slope > 0 ? s - (excess / slope) : double.NaN;
            if (!(next >= low && next <= high)) next = double.IsFinite(high) ? 0.5 * (low + high) : low + (0.5 * Period.TotalS);
            var change = Math.Abs(next - s);
            s = next;
            if (change < 1e-10) break;
        }

        return Later(after, s);
    }

    /// <summary>Whether the beam crosses a target in straight motion within an interval, and when.</summary>
    /// <param name="positionM">Position of the target at <paramref name="motionTime"/> relative to the antenna, east-north-up, metres.</param>
    /// <param name="velocityMPerS">Its velocity in the same frame, m/s.</param>
    /// <param name="motionTime">Time of position and velocity.</param>
    /// <param name="from">Start of the interval, included.</param>
    /// <param name="to">End of the interval, excluded.</param>
    /// <param name="crossing">The first crossing in the interval.</param>
    public bool TryCrossing(EnuVector positionM, EnuVector velocityMPerS, SimTime motionTime, SimTime from, SimTime to, out SimTime crossing)
    {
        crossing = NextCrossing(positionM, velocityMPerS, motionTime, new SimTime(from.Nanoseconds - 1));
        return crossing < to;
    }

    private bool IsAtCrossing(double lead, double east, double north, EnuVector velocityMPerS)
    {
        var targetRate = ((velocityMPerS.East * north) - (velocityMPerS.North * east)) / ((east * east) + (north * north));
        return lead < 0.5e-9 * Math.Max(0, _rateRadPerS - targetRate);
    }

    private static SimTime Later(SimTime after, double seconds) => after + new SimDuration(Math.Max(1, SimDuration.FromSeconds(seconds).Nanoseconds));

    private static double Wrap(double angleRad)
    {
        var wrapped = angleRad - (2 * Math.PI * Math.Floor(angleRad / (2 * Math.PI)));
        return wrapped < 2 * Math.PI ? wrapped : 0;
    }
}
