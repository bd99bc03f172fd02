namespace Bulwark.Formats.PlotTables;

/// <summary>
/// Rows sorted into scans as they are read. Tables come scan by scan, nearly always: one list grows and is copied off, exactly as long as it is, when another scan begins,
/// so that a large table leaves little behind.
/// </summary>
internal sealed class ScanRows<T>
{
    private readonly T[][] _scans;
    private readonly List<T> _rows = [];
    private int _scan = -1;

    /// <summary>Makes empty scans.</summary>
    public ScanRows(int scans)
    {
        _scans = new T[scans][];
        _scans.AsSpan().Fill([]);
    }

    /// <summary>Adds a row to a scan, after those it has.</summary>
    public void Add(int scan, T row)
    {
        if (scan != _scan) Finish();
        _scan = scan;
        _rows.Add(row);
    }

    /// <summary>The rows of each scan, in the order they were added.</summary>
    public T[][] ToArrays()
    {
        Finish();
        return _scans;
    }

    private void Finish()
    {
        if (_rows.Count > 0) _scans[_scan] = _scans[_scan].Length == 0 ? [.. _rows] : [.. _scans[_scan], .. _rows];
        _rows.Clear();
    }
}
