namespace Bulwark.Studies.Plotting.Raster;

/// <summary>A picture of red, green, blue and alpha octets, row by row from the top left; colours are sRGB, not multiplied by alpha. Mutable.</summary>
public sealed class RasterImage
{
    private const int LargestSide = 20_000;

    /// <summary>Makes a wholly transparent picture.</summary>
    /// <param name="width">Pixels across, 1 to 20 000.</param>
    /// <param name="height">Pixels down, 1 to 20 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side is outside its range.</exception>
    public RasterImage(int width, int height)
    {
        if (width is < 1 or > LargestSide) throw new ArgumentOutOfRangeException(nameof(width), width, "A picture is 1 to 20 000 pixels wide.");
        if (height is < 1 or > LargestSide) throw new ArgumentOutOfRangeException(nameof(height), height, "A picture is 1 to 20 000 pixels high.");
        Width = width;
        Height = height;
        Rgba = new byte[4 * width * height];
    }

    /// <summary>Pixels across.</summary>
    public int Width { get; }

    /// <summary>Pixels down.</summary>
    public int Height { get; }

    /// <summary>Four octets for each pixel.</summary>
    public byte[] Rgba { get; }
}
