using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;

namespace Bulwark.Cli.Recordings.Traffic;

/// <summary>A radar that is made to look at recorded traffic. Immutable.</summary>
/// <param name="Place">Where its antenna stands.</param>
/// <param name="RangeM">How far it sees, metres.</param>
/// <param name="PeriodS">Time of a turn, seconds.</param>
internal sealed record SimulatedRadar(GeodeticPoint Place, double RangeM, double PeriodS)
{
    /// <summary>Where it stands and what its measurements mean.</summary>
    public SensorFrame Frame { get; } = new(Place, 0);

    /// <summary>Reads <c>LAT,LON,HEIGHT[,RANGE[,PERIOD]]</c> in degrees, metres, kilometres and seconds.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="UsageException">It is no radar.</exception>
    public static SimulatedRadar Parse(string option, string text)
    {
        var parts = text.Split(',');
        if (parts.Length is >= 3 and <= 5
            && Number(parts[0], -90, 90) is { } latitudeDeg && Number(parts[1], -180, 180) is { } longitudeDeg && Number(parts[2], -500, 9000) is { } heightM
            && (parts.Length > 3 ? Number(parts[3], 1, 1000) : 400) is { } rangeKm && (parts.Length > 4 ? Number(parts[4], 0.5, 60) : 5) is { } periodS)
        {
            return new SimulatedRadar(GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM), 1000 * rangeKm, periodS);
        }

        throw new UsageException($"{option}: '{text}' is no radar; expected latitude,longitude,height[,range[,period]] in degrees, metres, kilometres (to 1000) and seconds (0.5 to 60), such as 46.95,7.44,600,400,5");
    }

    /// <summary>Whether it can see a place: near enough and above the horizon of the 4/3 Earth.</summary>
    public bool Covers(EcefVector position)
    {
        var seen = Frame.Measure(position);
        return seen.RangeM <= RangeM && seen.ElevationRad > 0;
    }

    private static double? Number(string text, double least, double most) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most ? value : null;
}
