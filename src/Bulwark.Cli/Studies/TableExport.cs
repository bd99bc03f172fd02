using Bulwark.Cli.Manner;
using Bulwark.Formats;
using Bulwark.Formats.Csv;
using Bulwark.Formats.Parquet;
using Bulwark.Studies.Store;

namespace Bulwark.Cli.Studies;

/// <summary>Writes the answer to a question in SQL as a file: Parquet or CSV, by the ending of its name.</summary>
internal static class TableExport
{
    /// <summary>Writes the file; it appears when it is complete.</summary>
    /// <returns>Rows written.</returns>
    public static long Write(StudyStore store, string sql, string file, Report report)
    {
        long rows = 0;
        switch (Path.GetExtension(file).ToLowerInvariant())
        {
            case ".parquet":
                // Columns of SQLite have no types of their own: one look finds them, a second one writes, both at the same state.
                store.HoldStill();
                var columns = Columns(store, sql, report.Cancellation);
                AtomicFile.Write(file, stream => rows = Parquet(store, sql, stream, columns, report.Cancellation));
                return rows;
            case ".csv":
                AtomicFile.Write(file, stream => rows = Csv(store, sql, stream, report.Cancellation));
                return rows;
            default:
                throw new UsageException($"--to: '{file}' is no file to export to; expected a name that ends in .parquet or .csv");
        }
    }

    private static ParquetColumn[] Columns(StudyStore store, string sql, CancellationToken cancellation)
    {
        using var table = store.Query(sql, cancellation);
        var types = new ParquetType[table.Columns.Count];
        Array.Fill(types, ParquetType.Integer);
        while (table.Next() is { } row)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var index = 0; index < row.Length; index++)
            {
                if (row[index] is string) types[index] = ParquetType.Text;
                else if (row[index] is double && types[index] == ParquetType.Integer) types[index] = ParquetType.Real;
            }
        }

        return [.. table.Columns.Select((name, index) => new ParquetColumn(name, types[index]))];
    }

    private static long Parquet(StudyStore store, string sql, Stream stream, ParquetColumn[] columns, CancellationToken cancellation)
    {
        using var table = store.Query(sql, cancellation);
        using var writer = new ParquetWriter(stream, columns);
        while (table.Next() is { } row)
        {
            cancellation.ThrowIfCancellationRequested();
            writer.Add(row);
        }

        writer.Finish();
        return writer.Rows;
    }

    private static long Csv(StudyStore store, string sql, Stream stream, CancellationToken cancellation)
    {
        using var text = new StreamWriter(stream, leaveOpen: true);
        var csv = new CsvWriter(text);
        using var table = store.Query(sql, cancellation);
        foreach (var column in table.Columns) csv.Field(column);
        csv.EndRow();
        long rows = 0;
        while (table.Next() is { } row)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var value in row)
            {
                switch (value)
                {
                    case double number: csv.Field(number.ToString("R")); break;
                    case long whole: csv.Field(whole); break;
                    default: csv.Field(value as string); break;
                }
            }

            csv.EndRow();
            rows++;
        }

        return rows;
    }
}
