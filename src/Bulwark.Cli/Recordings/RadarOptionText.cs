using System.Globalization;
using Bulwark.Cli.Manner;
using Bulwark.Core.Earth;
using Bulwark.Formats.Asterix;

namespace Bulwark.Cli.Recordings;

/// <summary>Reads the places of radars as the command line gives them.</summary>
internal static class RadarOptionText
{
    /// <summary>Reads <c>LAT,LON[,HEIGHT]</c> in degrees and metres.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="text">What the user wrote.</param>
    /// <exception cref="UsageException">It is no place.</exception>
    public static GeodeticPoint Place(string option, string text)
    {
        var parts = text.Split(',');
        if (parts.Length is 2 or 3
            && Number(parts[0], 90) is { } latitudeDeg
            && Number(parts[1], 180) is { } longitudeDeg
            && (parts.Length == 2 ? 0 : Number(parts[2], 9000)) is { } heightM)
        {
            return GeodeticPoint.FromDegrees(latitudeDeg, longitudeDeg, heightM);
        }

        throw new UsageException($"{option}: '{text}' is not a place; expected latitude,longitude[,height] in degrees and metres such as 39.503,-0.476,20");
    }

    /// <summary>Reads <c>SAC/SIC=LAT,LON[,HEIGHT]</c> as often as it was given.</summary>
    /// <param name="option">The option, for messages.</param>
    /// <param name="texts">What the user wrote.</param>
    /// <exception cref="UsageException">One is no radar with a place, or a radar is given twice.</exception>
    public static IReadOnlyDictionary<SensorKey, GeodeticPoint> Places(string option, IReadOnlyList<string> texts)
    {
        var places = new Dictionary<SensorKey, GeodeticPoint>();
        foreach (var text in texts)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            var codes = equals < 0 ? [] : text[..equals].Split('/');
            if (codes.Length != 2 || !Code(codes[0], out var area) || !Code(codes[1], out var identification))
            {
                throw new UsageException($"{option}: '{text}' names no radar; expected SAC/SIC=latitude,longitude[,height] such as 20/130=39.503,-0.476,20");
            }

            var key = new SensorKey(area, identification);
            if (!places.TryAdd(key, Place(option, text[(equals + 1)..]))) throw new UsageException($"{option}: radar {key} is given twice; expected each radar once");
        }

        return places;
    }

    private static bool Code(string text, out byte code) => byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out code);

    private static double? Number(string text, double largest) =>
        double.TryParse(text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= largest ? value : null;
}
