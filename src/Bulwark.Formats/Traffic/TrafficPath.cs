using Bulwark.Core.Earth;

namespace Bulwark.Formats.Traffic;

/// <summary>
/// The path of an aircraft through its reported places: cubic between neighbours, with the velocity at each from its neighbours (Catmull and Rom,
/// "A class of local interpolating splines", 1974, with times that need not be even). Immutable.
/// </summary>
public sealed class TrafficPath
{
    private readonly double[] _timesS;
    private readonly EcefVector[] _positions;
    private readonly EcefVector[] _velocities;

    internal TrafficPath(int id, int address, string callsign, IReadOnlyList<(double TimeS, EcefVector Position)> points)
    {
        (Id, Address, Callsign) = (id, address, callsign);
        _timesS = [.. points.Select(static point => point.TimeS)];
        _positions = [.. points.Select(static point => point.Position)];
        _velocities = new EcefVector[_positions.Length];
        for (var k = 0; k < _positions.Length; k++)
        {
            var (before, after) = (Math.Max(0, k - 1), Math.Min(_positions.Length - 1, k + 1));
            _velocities[k] = (_positions[after] - _positions[before]) / (_timesS[after] - _timesS[before]);
        }
    }

    /// <summary>Number of the path in its table, from 0.</summary>
    public int Id { get; }

    /// <summary>24-bit address of the aircraft.</summary>
    public int Address { get; }

    /// <summary>Callsign; empty when none is given.</summary>
    public string Callsign { get; }

    /// <summary>Time of the first place, seconds of the day of the table's first row.</summary>
    public double FirstS => _timesS[0];

    /// <summary>Time of the last place.</summary>
    public double LastS => _timesS[^1];

    /// <summary>Reported places.</summary>
    public int Points => _timesS.Length;

    /// <summary>Where the aircraft is and how it moves, Earth-fixed.</summary>
    /// <param name="timeS">A time from the first to the last.</param>
    /// <param name="position">Receives the position, metres.</param>
    /// <param name="velocity">Receives the velocity, m/s.</param>
    /// <returns>False outside of those times.</returns>
    public bool TryAt(double timeS, out EcefVector position, out EcefVector velocity)
    {
        (position, velocity) = (default, default);
        if (!(timeS >= FirstS && timeS <= LastS)) return false;
        var place = Array.BinarySearch(_timesS, timeS);
        var left = Math.Min(place >= 0 ? place : ~place - 1, _timesS.Length - 2);
        var step = _timesS[left + 1] - _timesS[left];
        var u = (timeS - _timesS[left]) / step;
        var (p0, p1) = (_positions[left], _positions[left + 1]);
        var (m0, m1) = (_velocities[left] * step, _velocities[left + 1] * step);

        // The cubic through both places with both velocities (Hermite), and its derivative.
        position = p0 + (m0 * u) + ((((p1 - p0) * 3) - (m0 * 2) - m1) * (u * u)) + ((((p0 - p1) * 2) + m0 + m1) * (u * u * u));
        velocity = (m0 + ((((p1 - p0) * 3) - (m0 * 2) - m1) * (2 * u)) + ((((p0 - p1) * 2) + m0 + m1) * (3 * u * u))) / step;
        return true;
    }
}
