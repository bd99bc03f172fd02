namespace Bulwark.Formats.Parquet;

/// <summary>A column of a Parquet file. Immutable.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What it holds.</param>
public sealed record ParquetColumn(string Name, ParquetType Type);
