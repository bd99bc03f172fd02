using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Bulwark.Core.Earth;

/// <summary>Unpacks the embedded coastline; <c>eng/coastline.mjs</c> writes it and describes the layout.</summary>
internal static class CoastlineReader
{
    /// <summary>More than the file holds; a damaged one must not ask for the whole memory.</summary>
    private const int MaximumPoints = 1_000_000;

    internal static ImmutableArray<CoastlineRing> ReadEmbedded(string resourceName)
    {
        var assembly = typeof(CoastlineReader).Assembly;
        var name = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith("." + resourceName, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"The data file {resourceName} is not embedded in {assembly.GetName().Name}.");
        using var packed = assembly.GetManifestResourceStream(name)!;
        using var unpacked = new BufferedStream(new BrotliStream(packed, CompressionMode.Decompress));
        return Read(unpacked);
    }

    private static ImmutableArray<CoastlineRing> Read(Stream stream)
    {
        Span<byte> header = stackalloc byte[32];
        stream.ReadExactly(header);
        var longitudeStepDeg = BinaryPrimitives.ReadDoubleLittleEndian(header);
        var longitudeOriginDeg = BinaryPrimitives.ReadDoubleLittleEndian(header[8..]);
        var latitudeStepDeg = BinaryPrimitives.ReadDoubleLittleEndian(header[16..]);
        var latitudeOriginDeg = BinaryPrimitives.ReadDoubleLittleEndian(header[24..]);

        var rings = ImmutableArray.CreateBuilder<CoastlineRing>(Count(stream));
        while (rings.Count < rings.Capacity)
        {
            var isWater = Whole(stream) == 1;
            var points = ImmutableArray.CreateBuilder<GeodeticPoint>(Count(stream));
            int x = 0, y = 0;
            while (points.Count < points.Capacity)
            {
                x += Difference(stream);
                y += Difference(stream);
                points.Add(GeodeticPoint.FromDegrees(Math.Max(-90, latitudeOriginDeg + (y * latitudeStepDeg)), longitudeOriginDeg + (x * longitudeStepDeg)));
            }

            rings.Add(new CoastlineRing(isWater, points.MoveToImmutable()));
        }

        return rings.MoveToImmutable();
    }

    private static int Count(Stream stream) =>
        Whole(stream) is var count && count <= MaximumPoints ? (int)count : throw new InvalidDataException($"The coastline is damaged: a count of {count}.");

    private static int Difference(Stream stream)
    {
        var coded = Whole(stream);
        return (int)(coded >> 1) ^ -(int)(coded & 1);
    }

    private static uint Whole(Stream stream)
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            var next = stream.ReadByte();
            if (next < 0) throw new InvalidDataException($"The coastline is damaged: it ends too early.");
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        throw new InvalidDataException($"The coastline is damaged: a number is too long.");
    }
}
