using System.Buffers.Binary;
using System.IO.Compression;

namespace Bulwark.Formats.Parquet;

/// <summary>
/// Writes tables as Parquet files. Source: Apache Parquet format 2.x (README, Encodings.md, parquet.thrift): row groups of
/// column chunks, each one data page of version 1 compressed with Brotli; reals with BYTE_STREAM_SPLIT, texts with a dictionary. Mutable.
/// </summary>
public sealed class ParquetWriter : IDisposable
{
    private const int RowsPerGroup = 65_536;
    private const int Plain = 0;
    private const int Rle = 3;
    private const int RleDictionary = 8;
    private const int ByteStreamSplit = 9;
    private const int Brotli = 4;
    private const int DataPage = 0;
    private const int DictionaryPage = 2;

    private static readonly byte[] Magic = "PAR1"u8.ToArray();

    private readonly Stream _stream;
    private readonly ColumnBuffer[] _columns;
    private readonly List<(List<ColumnChunk> Chunks, long Rows)> _groups = [];
    private long _position;
    private bool _finished;

    /// <summary>Begins a file.</summary>
    /// <param name="stream">Where it goes; stays open.</param>
    /// <param name="columns">The columns, at least one.</param>
    public ParquetWriter(Stream stream, IReadOnlyList<ParquetColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(columns);
        if (columns.Count == 0) throw new ArgumentException("A table has at least one column.", nameof(columns));
        _stream = stream;
        _columns = [.. columns.Select(static column => new ColumnBuffer(column))];
        Write(Magic);
    }

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row.</summary>
    /// <param name="row">A value for each column: a number, a text, or null where there is none.</param>
    /// <exception cref="ArgumentException">The row has too few or too many values.</exception>
    public void Add(ReadOnlySpan<object?> row)
    {
        if (row.Length != _columns.Length) throw new ArgumentException($"The table has {_columns.Length} columns, the row {row.Length}.", nameof(row));
        for (var index = 0; index < row.Length; index++) _columns[index].Add(row[index]);
        Rows++;
        if (_columns[0].Count >= RowsPerGroup) EndGroup();
    }

    /// <summary>Ends the file: writes its footer. A file that was not finished cannot be read.</summary>
    public void Finish()
    {
        if (_finished) return;
        _finished = true;
        EndGroup();
        var footer = Footer();
        Write(footer);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, footer.Length);
        Write(length);
        Write(Magic);
        _stream.Flush();
    }

    /// <inheritdoc />
    public void Dispose() => Finish();

    private void EndGroup()
    {
        if (_columns[0].Count == 0) return;
        long rows = _columns[0].Count;
        _groups.Add(([.. _columns.Select(WriteChunk)], rows));
        foreach (var column in _columns) column.Clear();
    }

    private ColumnChunk WriteChunk(ColumnBuffer buffer)
    {
        var start = _position;
        var (plain, packed) = (0L, 0L);
        var isText = buffer.Column.Type == ParquetType.Text;
        var encoding = buffer.Column.Type switch { ParquetType.Integer => Plain, ParquetType.Real => ByteStreamSplit, _ => RleDictionary };
        if (isText)
        {
            WritePage(DictionaryPage, buffer.DictionaryPage(), 7, header =>
            {
                header.Number(1, buffer.DictionaryCount);
                header.Number(2, Plain);
            }, ref plain, ref packed);
        }

        var data = _position;
        WritePage(DataPage, buffer.DataPage(), 5, header =>
        {
            header.Number(1, buffer.Count);
            header.Number(2, encoding);
            header.Number(3, Rle);
            header.Number(4, Rle);
        }, ref plain, ref packed);
        return new ColumnChunk(buffer.Column, start, data, isText ? start : -1, buffer.Count, plain, packed, encoding);
    }

    private void WritePage(int type, byte[] content, int headerField, Action<ThriftWriter> headerContent, ref long plain, ref long packed)
    {
        var compressed = Compress(content);
        var header = new ThriftWriter();
        header.Number(1, type);
        header.Number(2, content.Length);
        header.Number(3, compressed.Length);
        header.Inside(headerField, headerContent);
        var bytes = header.Finish();
        Write(bytes);
        Write(compressed);
        plain += bytes.Length + content.Length;
        packed += bytes.Length + compressed.Length;
    }

    private byte[] Footer()
    {
        var footer = new ThriftWriter();
        footer.Number(1, 1);
        footer.Items(2, [null, .. _columns.Select(static ParquetColumn? (buffer) => buffer.Column)], (schema, column) =>
        {
            if (column is null)
            {
                schema.Text(4, "table");
                schema.Number(5, _columns.Length);
                return;
            }

            schema.Number(1, (int)column.Type);
            schema.Number(3, 1);
            schema.Text(4, column.Name);
            if (column.Type == ParquetType.Text) schema.Number(6, 0);
        });
        footer.Long(3, Rows);
        footer.Items(4, _groups, static (group, content) =>
        {
            group.Items(1, content.Chunks, WriteMetadata);
            group.Long(2, content.Chunks.Sum(static chunk => chunk.PlainBytes));
            group.Long(3, content.Rows);
        });
        footer.Text(6, "Bulwark");
        return footer.Finish();
    }

    private static void WriteMetadata(ThriftWriter writer, ColumnChunk chunk)
    {
        writer.Long(2, chunk.Start);
        writer.Inside(3, metadata =>
        {
            metadata.Number(1, (int)chunk.Column.Type);
            if (chunk.DictionaryStart >= 0) metadata.Numbers(2, Plain, Rle, chunk.Encoding);
            else metadata.Numbers(2, Rle, chunk.Encoding);
            metadata.Texts(3, chunk.Column.Name);
            metadata.Number(4, Brotli);
            metadata.Long(5, chunk.Values);
            metadata.Long(6, chunk.PlainBytes);
            metadata.Long(7, chunk.PackedBytes);
            metadata.Long(9, chunk.DataStart);
            if (chunk.DictionaryStart >= 0) metadata.Long(11, chunk.DictionaryStart);
        });
    }

    private static byte[] Compress(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true)) brotli.Write(content);
        return packed.ToArray();
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _stream.Write(bytes);
        _position += bytes.Length;
    }
}
