namespace Bulwark.Core.Numerics;

/// <summary>
/// The linear assignment problem: give rows to columns, one to one, at least total cost. Rectangular, dense, with forbidden pairs.
/// Source: Crouse, "On implementing 2D rectangular assignment algorithms", IEEE Trans. Aerospace and Electronic Systems 52 (2016)
/// 1679-1696, section III (shortest augmenting paths after Jonker and Volgenant, Computing 38 (1987) 325-340).
/// </summary>
/// <remarks>
/// Cubic at worst. Memory is kept between calls, so nothing is allocated once the largest problem has been seen. Ties are broken by
/// the order of rows and columns: the same costs give the same answer. Not safe for use by two threads at once.
/// </remarks>
public sealed class AssignmentSolver
{
    private double[] _rowPrice = [];
    private double[] _columnPrice = [];
    private double[] _shortest = [];
    private int[] _rowBefore = [];
    private int[] _rowOfColumn = [];
    private int[] _columnOfRow = [];
    private int[] _openColumns = [];
    private bool[] _rowSeen = [];
    private bool[] _columnSeen = [];
    private bool _tall;
    private int _rows;
    private double _offset;

    /// <summary>
    /// The price of a row in the last solution: with the columns' prices it satisfies price of row + price of column ≤ cost for every pair, with
    /// equality for the chosen ones, so prices prove the optimum (linear programming duality; Crouse 2016, section II).
    /// </summary>
    /// <param name="row">A row of the last problem, which had at least one column and was solved.</param>
    /// <exception cref="ArgumentOutOfRangeException">It had no such row.</exception>
    public double RowPrice(int row)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)_rows, nameof(row));
        return _tall ? _columnPrice[row] : _rowPrice[row] + _offset;
    }

    /// <summary>Finds the assignment of least total cost that uses every row, or every column when there are fewer of those.</summary>
    /// <param name="costs">rows × columns costs, row by row; positive infinity or not-a-number forbids a pair, any finite cost is welcome.</param>
    /// <param name="rows">Number of rows, 0 or more.</param>
    /// <param name="columns">Number of columns, 0 or more.</param>
    /// <param name="columnOfRow">Receives for each row its column, or -1.</param>
    /// <param name="total">The sum of the costs of the pairs, added in the order of rows; 0 when there is no solution.</param>
    /// <returns>False when the forbidden pairs leave no complete assignment; every row then has -1.</returns>
    /// <exception cref="ArgumentException">A span is too short, a size is negative, or a cost is negative infinity.</exception>
    public bool Solve(ReadOnlySpan<double> costs, int rows, int columns, Span<int> columnOfRow, out double total)
    {
        if (rows < 0 || columns < 0 || costs.Length < (long)rows * columns) throw new ArgumentException($"Needs {rows} x {columns} costs, got {costs.Length}.", nameof(costs));
        if (columnOfRow.Length < rows) throw new ArgumentException($"Needs room for {rows} rows.", nameof(columnOfRow));
        total = 0;
        columnOfRow[..rows].Fill(-1);
        _rows = 0;
        if (rows == 0 || columns == 0) return true;

        // The method needs no more rows than columns; a tall problem is read sideways.
        var tall = rows > columns;
        var (few, many) = tall ? (columns, rows) : (rows, columns);
        var (fewStride, manyStride) = tall ? (1, columns) : (columns, 1);
        var offset = SmallestFinite(costs[..(rows * columns)]);
        (_tall, _rows, _offset) = (tall, rows, offset);
        Prepare(few, many);
        for (var row = 0; row < few; row++)
        {
            if (!Augment(costs, row, few, many, fewStride, manyStride, offset)) return false;
        }

        for (var k = 0; k < few; k++)
        {
            if (tall) columnOfRow[_columnOfRow[k]] = k;
            else columnOfRow[k] = _columnOfRow[k];
        }

        for (var row = 0; row < rows; row++)
        {
            if (columnOfRow[row] >= 0) total += costs[(row * columns) + columnOfRow[row]];
        }

        return true;
    }

    // Dijkstra's search from one free row over reduced costs, ending at the nearest free column; then prices and pairs are updated.
    private bool Augment(ReadOnlySpan<double> costs, int start, int few, int many, int fewStride, int manyStride, double offset)
    {
        var shortest = _shortest.AsSpan(0, many);
        var open = _openColumns.AsSpan(0, many);
        shortest.Fill(double.PositiveInfinity);
        _rowSeen.AsSpan(0, few).Clear();
        _columnSeen.AsSpan(0, many).Clear();
        for (var k = 0; k < many; k++) open[k] = k;

        var openCount = many;
        var distance = 0.0;
        var row = start;
        var sink = -1;
        while (sink < 0)
        {
            _rowSeen[row] = true;
            var nearest = double.PositiveInfinity;
            var nearestAt = -1;
            var constant = distance - offset - _rowPrice[row];
            for (var k = 0; k < openCount; k++)
            {
                var column = open[k];
                var through = constant + costs[(row * fewStride) + (column * manyStride)] - _columnPrice[column];
                if (through < shortest[column])
                {
                    shortest[column] = through;
                    _rowBefore[column] = row;
                }

                // Among equals a free column ends the search at once.
                if (shortest[column] < nearest || (shortest[column] == nearest && nearestAt >= 0 && _rowOfColumn[column] < 0 && _rowOfColumn[open[nearestAt]] >= 0))
                {
                    nearest = shortest[column];
                    nearestAt = k;
                }
            }

            if (nearestAt < 0) return false;
            distance = nearest;
            var chosen = open[nearestAt];
            open[nearestAt] = open[--openCount];
            _columnSeen[chosen] = true;
            if (_rowOfColumn[chosen] < 0) sink = chosen;
            else row = _rowOfColumn[chosen];
        }

        _rowPrice[start] += distance;
        for (var other = 0; other < few; other++)
        {
            if (_rowSeen[other] && other != start) _rowPrice[other] += distance - shortest[_columnOfRow[other]];
        }

        for (var column = 0; column < many; column++)
        {
            if (_columnSeen[column]) _columnPrice[column] -= distance - shortest[column];
        }

        for (var column = sink; ;)
        {
            var owner = _rowBefore[column];
            _rowOfColumn[column] = owner;
            (_columnOfRow[owner], column) = (column, _columnOfRow[owner]);
            if (owner == start) return true;
        }
    }

    private static double SmallestFinite(ReadOnlySpan<double> costs)
    {
        var smallest = double.PositiveInfinity;
        foreach (var cost in costs)
        {
            if (double.IsNegativeInfinity(cost)) throw new ArgumentException("A cost of negative infinity has no meaning here.", nameof(costs));
            if (cost < smallest) smallest = cost;
        }

        return double.IsFinite(smallest) ? smallest : 0;
    }

    private void Prepare(int few, int many)
    {
        if (_rowPrice.Length < few)
        {
            Array.Resize(ref _rowPrice, few);
            Array.Resize(ref _columnOfRow, few);
            Array.Resize(ref _rowSeen, few);
        }

        if (_columnPrice.Length < many)
        {
            Array.Resize(ref _columnPrice, many);
            Array.Resize(ref _shortest, many);
            Array.Resize(ref _rowBefore, many);
            Array.Resize(ref _rowOfColumn, many);
            Array.Resize(ref _openColumns, many);
            Array.Resize(ref _columnSeen, many);
        }

        _rowPrice.AsSpan(0, few).Clear();
        _columnPrice.AsSpan(0, many).Clear();
        _columnOfRow.AsSpan(0, few).Fill(-1);
        _rowOfColumn.AsSpan(0, many).Fill(-1);
    }
}
