namespace Bulwark.Simulation.World;

/// <summary>A growing table of value rows, reached by index and changed in place. Copying it copies every row.</summary>
/// <typeparam name="T">Type of a row.</typeparam>
internal sealed class StructTable<T>
    where T : struct
{
    private T[] _rows;

    /// <summary>Makes an empty table.</summary>
    /// <param name="capacity">Rows to have room for at first, at least 1.</param>
    public StructTable(int capacity = 16) => _rows = new T[Math.Max(1, capacity)];

    private StructTable(StructTable<T> other)
    {
        _rows = (T[])other._rows.Clone();
        Count = other.Count;
    }

    /// <summary>Rows in the table.</summary>
    public int Count { get; private set; }

    /// <summary>All rows. Valid until the next <see cref="Add"/>.</summary>
    public Span<T> Rows => _rows.AsSpan(0, Count);

    /// <summary>One row, in place. Valid until the next <see cref="Add"/>.</summary>
    /// <param name="index">Its index.</param>
    public ref T this[int index] => ref Rows[index];

    /// <summary>Adds a row.</summary>
    /// <param name="row">The row.</param>
    /// <returns>Its index.</returns>
    public int Add(in T row)
    {
        if (Count == _rows.Length) Array.Resize(ref _rows, 2 * _rows.Length);
        _rows[Count] = row;
        return Count++;
    }

    /// <summary>An independent copy.</summary>
    public StructTable<T> Copy() => new(this);
}
