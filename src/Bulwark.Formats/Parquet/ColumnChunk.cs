namespace Bulwark.Formats.Parquet;

/// <summary>Where the values of one column of one row group stand in the file. Immutable.</summary>
internal sealed record ColumnChunk(ParquetColumn Column, long Start, long DataStart, long DictionaryStart, long Values, long PlainBytes, long PackedBytes, int Encoding);
