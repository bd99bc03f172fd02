namespace Bulwark.Formats.Parquet;

/// <summary>What a column of a Parquet file holds; any value may be missing.</summary>
public enum ParquetType
{
    /// <summary>Whole numbers of 64 bits.</summary>
    Integer = 2,

    /// <summary>Real numbers of 64 bits.</summary>
    Real = 5,

    /// <summary>Texts in UTF-8.</summary>
    Text = 6,
}
