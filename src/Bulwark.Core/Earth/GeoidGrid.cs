using System.IO.Compression;

namespace Bulwark.Core.Earth;

/// <summary>
/// The embedded grid as coefficients of a bicubic spline, periodic over the whole Earth: along the meridians the spline runs over the
/// poles and down the opposite meridian, so no edge needs a rule of its own. <c>eng/geoid.mjs</c> writes the file and describes it.
/// Source of the prefilter: M. Unser, "Splines: a perfect fit for signal and image processing", IEEE Signal Processing Magazine 16
/// (1999) 22-38, box 2.
/// </summary>
internal static class GeoidGrid
{
    public const int Rows = 721;
    public const int Columns = 1440;

    private const string ResourceName = "egm96-15.br";
    private const double MPerUnit = 0.001;

    /// <summary>Spline coefficients, metres, row after row from the north pole, columns from longitude 0 to the east.</summary>
    public static float[] Coefficients()
    {
        var heights = Undulations();

        // Every meridian together with its opposite one is a circle: north pole, down, south pole, up again.
        const int around = 2 * (Rows - 1);
        var circle = new double[around];
        for (var column = 0; column < Columns / 2; column++)
        {
            var opposite = column + (Columns / 2);
            for (var row = 0; row < Rows; row++) circle[row] = heights[(row * Columns) + column];
            for (var row = 1; row < Rows - 1; row++) circle[around - row] = heights[(row * Columns) + opposite];
            Prefilter(circle);
            for (var row = 0; row < Rows; row++) heights[(row * Columns) + column] = circle[row];
            for (var row = 0; row < Rows; row++) heights[(row * Columns) + opposite] = circle[(around - row) % around];
        }

        var coefficients = new float[heights.Length];
        for (var row = 0; row < Rows; row++)
        {
            var line = heights.AsSpan(row * Columns, Columns);
            Prefilter(line);
            for (var column = 0; column < Columns; column++) coefficients[(row * Columns) + column] = (float)line[column];
        }

        return coefficients;
    }

    /// <summary>Turns the values of a periodic line into coefficients of the cubic B-spline through them.</summary>
    private static void Prefilter(Span<double> line)
    {
        // The pole of the filter, sqrt(3) - 2; its powers vanish below the rounding limit after 30 steps.
        const double pole = -0.26794919243112270647;
        const int reach = 30;
        double power = 1, start = 0;
        for (var i = 0; i < reach; i++, power *= pole) start += power * line[i == 0 ? 0 : line.Length - i];
        line[0] = start;
        for (var i = 1; i < line.Length; i++) line[i] += pole * line[i - 1];

        power = 1;
        start = 0;
        for (var i = 0; i < reach; i++, power *= pole) start += power * line[i == 0 ? line.Length - 1 : i - 1];
        line[^1] = -6 * pole * start;
        for (var i = line.Length - 2; i >= 0; i--) line[i] = pole * (line[i + 1] - (6 * line[i]));
    }

    private static double[] Undulations()
    {
        var assembly = typeof(GeoidGrid).Assembly;
        var name = Array.Find(assembly.GetManifestResourceNames(), static name => name.EndsWith("." + ResourceName, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"The data file {ResourceName} is not embedded in {assembly.GetName().Name}.");
        using var packed = assembly.GetManifestResourceStream(name)!;
        using var unpacked = new BrotliStream(packed, CompressionMode.Decompress);
        using var content = new MemoryStream();
        unpacked.CopyTo(content);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);

        // Third differences along both directions, undone by adding up three times each way.
        var values = new long[Rows * Columns];
        for (int i = 0, at = 0; i < values.Length; i++)
        {
            uint coded = 0;
            for (var shift = 0; ; shift += 7)
            {
                var next = bytes[at++];
                coded |= (uint)(next & 0x7F) << shift;
                if (next < 0x80) break;
            }

            values[i] = (int)(coded >> 1) ^ -(int)(coded & 1);
        }

        for (var time = 0; time < 3; time++)
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (i % Columns != 0) values[i] += values[i - 1];
            }

            for (var i = Columns; i < values.Length; i++) values[i] += values[i - Columns];
        }

        return Array.ConvertAll(values, static value => value * MPerUnit);
    }
}
