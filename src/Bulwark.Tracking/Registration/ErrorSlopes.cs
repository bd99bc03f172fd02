using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;

namespace Bulwark.Tracking.Registration;

/// <summary>How a place that a radar reports changes with its errors in range, azimuth and elevation: the columns of the derivative, Earth-fixed.</summary>
/// <param name="Range">Per metre of range.</param>
/// <param name="Azimuth">Per radian of azimuth, metres.</param>
/// <param name="Elevation">Per radian of elevation, metres; zero when it is not measured.</param>
internal readonly record struct ErrorSlopes(EcefVector Range, EcefVector Azimuth, EcefVector Elevation)
{
    /// <summary>At a place.</summary>
    /// <param name="frame">Where the radar stands.</param>
    /// <param name="place">The place, Earth-fixed, metres.</param>
    /// <param name="isSolid">Whether the radar measures elevation; if not, the height is taken from elsewhere and errors lie along the Earth.</param>
    public static ErrorSlopes At(SensorFrame frame, EcefVector place, bool isSolid)
    {
        var local = frame.Local;
        var seen = local.ToLocal(place);
        var ground = Math.Max(1, Math.Sqrt((seen.East * seen.East) + (seen.North * seen.North)));
        var length = Math.Max(1, seen.Length);
        var across = local.Rotate(new EnuVector(seen.North, -seen.East, 0));
        if (!isSolid) return new ErrorSlopes(local.Rotate(new EnuVector(seen.East, seen.North, 0) * (length / (ground * ground))), across, EcefVector.Zero);
        var upwards = new EnuVector(-seen.East * seen.Up / ground, -seen.North * seen.Up / ground, ground);
        return new ErrorSlopes(local.Rotate(seen / length), across, local.Rotate(upwards));
    }

    /// <summary>What errors of these sizes make of the place.</summary>
    public EcefVector Times(double rangeM, double azimuthRad, double elevationRad) => (Range * rangeM) + (Azimuth * azimuthRad) + (Elevation * elevationRad);

    /// <summary>Writes the derivative along three directions, one row each, into a matrix with three columns for this radar.</summary>
    /// <param name="frame">The directions.</param>
    /// <param name="sign">1, or -1 to take it off.</param>
    /// <param name="rows">Receives three rows.</param>
    /// <param name="width">Columns of the matrix.</param>
    /// <param name="first">First of the radar's columns.</param>
    public void Write(in LocalFrame frame, double sign, Span<double> rows, int width, int first)
    {
        for (var k = 0; k < 3; k++)
        {
            var along = frame.Rotate(k == 0 ? Range : k == 1 ? Azimuth : Elevation);
            rows[first + k] = sign * along.East;
            rows[width + first + k] = sign * along.North;
            rows[(2 * width) + first + k] = sign * along.Up;
        }
    }
}
