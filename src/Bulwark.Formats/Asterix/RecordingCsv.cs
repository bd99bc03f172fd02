using System.Text;
using Bulwark.Formats.Asterix.Containers;
using Bulwark.Formats.Csv;

namespace Bulwark.Formats.Asterix;

/// <summary>
/// Writes the records of a recording as CSV, one row per record in the order of the recording. Values are as transmitted, in the
/// units of the standard, rounded half to even at seven decimals (receive time: six).
/// </summary>
/// <remarks>
/// A column without any value in the whole recording is left out, so the file is read twice. The receive time is written when it is
/// part of the recording: always from a <c>.gps</c> trailer; from a packet capture, where it is the capturing machine's clock, only
/// when some record's own time is truncated and could not be understood without it.
/// </remarks>
public static class RecordingCsv
{
    /// <summary>Converts a recording; the result appears only when it is complete.</summary>
    /// <param name="recordingPath">The recording.</param>
    /// <param name="csvPath">The file to write; compressed when its name ends in <c>.gz</c>.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="cancellation">Stops the conversion; no file is left then.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="RecordingException">The recording is cut, damaged or unknown.</exception>
    /// <exception cref="IOException">A file cannot be opened or written.</exception>
    /// <exception cref="OperationCanceledException">The conversion was stopped.</exception>
    public static AsterixStatistics Convert(string recordingPath, string csvPath, AsterixReaderOptions? options = null, CancellationToken cancellation = default)
    {
        var columns = FindColumns(recordingPath, options, cancellation);
        using var reader = AsterixReader.Open(recordingPath, options);
        AtomicFile.Write(csvPath, stream =>
        {
            using var text = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 1 << 16, leaveOpen: true);
            WriteRows(reader, columns, new CsvWriter(text), cancellation);
        });
        return reader.Statistics;
    }

    private static List<RecordingColumn> FindColumns(string recordingPath, AsterixReaderOptions? options, CancellationToken cancellation)
    {
        using var reader = AsterixReader.Open(recordingPath, options);
        var waiting = new List<RecordingColumn>(RecordingColumn.All);
        var truncated = false;
        while (reader.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            truncated |= reader.Current.IsTimeTruncated;
            for (var place = waiting.Count - 1; place >= 0; place--)
            {
                if (waiting[place].Has(reader.Current)) waiting.RemoveAt(place);
            }
        }

        var withReceiveTime = reader.Container != ContainerKind.Pcap || truncated;
        return RecordingColumn.All
            .Where(column => !waiting.Contains(column) && (withReceiveTime || column.Name != RecordingColumn.ReceiveTime))
            .ToList();
    }

    private static void WriteRows(AsterixReader reader, List<RecordingColumn> columns, CsvWriter csv, CancellationToken cancellation)
    {
        csv.Field("n");
        foreach (var column in columns) csv.Field(column.Name);
        csv.EndRow();
        for (long number = 1; reader.Read(); number++)
        {
            cancellation.ThrowIfCancellationRequested();
            csv.Field(number);
            foreach (var column in columns) column.Write(reader.Current, csv);
            csv.EndRow();
        }
    }
}
