using System.Globalization;
using System.Reflection;

namespace Bulwark.Core.Numerics;

/// <summary>Reads the small tables of numbers that ship inside an assembly as comma-separated data files.</summary>
public static class EmbeddedTable
{
    /// <summary>Reads a table: lines that start with '#' and the header line are skipped, every other line is numbers.</summary>
    /// <param name="assembly">The assembly that carries the file.</param>
    /// <param name="fileName">End of the resource name, for example "us1976_layers.csv".</param>
    /// <returns>The rows in file order, each with as many numbers as the header has columns.</returns>
    /// <exception cref="InvalidDataException">The file is missing or a line is not made of numbers.</exception>
    public static double[][] Read(Assembly assembly, string fileName)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        var resource = Array.Find(assembly.GetManifestResourceNames(), name => name.EndsWith("." + fileName, StringComparison.Ordinal))
            ?? throw new InvalidDataException($"The data file {fileName} is not embedded in {assembly.GetName().Name}.");
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var rows = new List<double[]>();
        var columns = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var fields = line.Split(',');
            if (columns == 0)
            {
                columns = fields.Length;
                continue;
            }

            var row = new double[columns];
            if (fields.Length != columns) throw new InvalidDataException($"{fileName}: expected {columns} numbers, found '{line}'.");
            for (var i = 0; i < columns; i++)
            {
                if (!double.TryParse(fields[i], NumberStyles.Float, CultureInfo.InvariantCulture, out row[i]))
                    throw new InvalidDataException($"{fileName}: '{fields[i]}' is not a number.");
            }

            rows.Add(row);
        }

        return [.. rows];
    }
}
