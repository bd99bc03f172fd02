using System.Globalization;

namespace Bulwark.Studies.Plotting.Raster;

/// <summary>An sRGB colour with an opacity from 0 to 1.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue, double Opacity = 1)
{
    /// <summary>Reads "#rrggbb", as the palette of the vector plots states its colours.</summary>
    public static Rgb Of(string hex, double opacity = 1) => new(Octet(hex, 1), Octet(hex, 3), Octet(hex, 5), opacity);

    /// <summary>A colour between this one and another.</summary>
    public Rgb Towards(Rgb other, double share) =>
        new(Mix(Red, other.Red, share), Mix(Green, other.Green, share), Mix(Blue, other.Blue, share), Opacity + (share * (other.Opacity - Opacity)));

    private static byte Octet(string hex, int at) => byte.Parse(hex.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static byte Mix(byte from, byte to, double share) => (byte)(from + (share * (to - from)) + 0.5);
}
