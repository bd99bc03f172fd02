using System.Runtime.InteropServices;

namespace Bulwark.Formats.GeoTiff;

/// <summary>One band of a raster. Immutable.</summary>
public sealed class GeoTiffBand
{
    private GeoTiffBand(string name, byte[] octets, bool isFloat)
    {
        Name = name;
        Octets = octets;
        IsFloat = isFloat;
    }

    /// <summary>What it shows, such as "probability at 300 m".</summary>
    public string Name { get; }

    /// <summary>Whether its samples are 32-bit floating-point numbers; otherwise they are octets.</summary>
    public bool IsFloat { get; }

    internal byte[] Octets { get; }

    /// <summary>A band of floating-point numbers; not-a-number is a sample without a value.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="valuesSi">Samples row by row from the north-west.</param>
    public static GeoTiffBand Of(string name, ReadOnlySpan<float> valuesSi)
    {
        // TIFF files of ours are little-endian, as the machines are that .NET runs on.
        if (!BitConverter.IsLittleEndian) throw new PlatformNotSupportedException("GeoTIFF is written on little-endian machines only.");
        return new GeoTiffBand(name, MemoryMarshal.AsBytes(valuesSi).ToArray(), isFloat: true);
    }

    /// <summary>A band of octets.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="values">Samples row by row from the north-west.</param>
    public static GeoTiffBand Of(string name, ReadOnlySpan<byte> values) => new(name, values.ToArray(), isFloat: false);
}
