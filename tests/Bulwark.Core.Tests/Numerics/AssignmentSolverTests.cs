using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;
using Bulwark.Core.Tests.Support;

namespace Bulwark.Core.Tests.Numerics;

public class AssignmentSolverTests
{
    [Fact]
    public void Reference_cases_are_solved_exactly()
    {
        var table = ReferenceTable.Open("linear_assignment.csv");
        var solver = new AssignmentSolver();
        for (var row = 0; row < table.Count; row++)
        {
            var (rows, columns) = ((int)table.Number(row, "rows"), (int)table.Number(row, "cols"));
            var costs = table.Text(row, "cost_matrix_rows_pipe_cols_semicolon").Split('|', ';').Select(double.Parse).ToArray();
            var assigned = new int[rows];

            Assert.True(solver.Solve(costs, rows, columns, assigned, out var total));

            // The costs are whole numbers, so their sum is exact. LA02 has two optima (300 stands twice in its last row).
            Assert.Equal(table.Number(row, "optimal_cost"), total);
            var expected = table.Text(row, "case_id") == "LA02" ? "1;3;0" : table.Text(row, "column_per_row");
            Assert.Equal(expected, string.Join(';', assigned));
        }

        Assert.True(table.Count >= 10);
    }

    [Fact]
    public void Random_cases_of_every_shape_equal_enumeration()
    {
        var random = new RandomStream(11, 0, 0, RandomPurpose.General);
        var solver = new AssignmentSolver();
        var infeasible = 0;
        for (var trial = 0; trial < 3000; trial++)
        {
            var rows = 1 + (int)(6 * random.NextUnit());
            var columns = 1 + (int)(6 * random.NextUnit());
            var costs = new double[rows * columns];

            // Few distinct values make ties, some of them negative; a fifth of the pairs is forbidden.
            for (var k = 0; k < costs.Length; k++) costs[k] = random.NextUnit() < 0.2 ? double.PositiveInfinity : Math.Floor(12 * random.NextUnit()) - 5;
            var assigned = new int[rows];
            var solved = solver.Solve(costs, rows, columns, assigned, out var total);

            var best = Enumerate(costs, rows, columns, 0, 0, Math.Max(0, rows - columns));
            Assert.Equal(double.IsFinite(best), solved);
            if (!solved)
            {
                infeasible++;
                Assert.All(assigned, static column => Assert.Equal(-1, column));
                continue;
            }

            Assert.Equal(best, total);
            var used = assigned.Where(static column => column >= 0).ToArray();
            Assert.Equal(Math.Min(rows, columns), used.Distinct().Count());
            Assert.Equal(used.Length, used.Distinct().Count());
        }

        Assert.InRange(infeasible, 10, 2000);
    }

    [Fact]
    public void Nothing_is_allocated_after_the_largest_problem_was_seen()
    {
        var random = new RandomStream(12, 0, 0, RandomPurpose.General);
        var costs = new double[40 * 60];
        for (var k = 0; k < costs.Length; k++) costs[k] = random.NextUnit();
        var assigned = new int[60];
        var solver = new AssignmentSolver();
        solver.Solve(costs, 40, 60, assigned, out _);
        solver.Solve(costs, 60, 40, assigned, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var k = 0; k < 20; k++) solver.Solve(costs, 40 - k, 60, assigned, out _);
        for (var k = 0; k < 20; k++) solver.Solve(costs, 60, 40 - k, assigned, out _);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Empty_and_wrong_problems()
    {
        var solver = new AssignmentSolver();
        int[] assigned = [7, 7];
        Assert.True(solver.Solve([], 2, 0, assigned, out var total));
        Assert.Equal([-1, -1], assigned);
        Assert.Equal(0, total);
        Assert.Throws<ArgumentException>(() => solver.Solve([1, 2, 3], 2, 2, new int[2], out _));
        Assert.Throws<ArgumentException>(() => solver.Solve([1, 2, 3, 4], 2, 2, new int[1], out _));
        Assert.Throws<ArgumentException>(() => solver.Solve([double.NegativeInfinity], 1, 1, new int[1], out _));
    }

    private static double Enumerate(double[] costs, int rows, int columns, int row, int usedColumns, int mayRest)
    {
        if (row == rows) return 0;
        var best = mayRest > 0 ? Enumerate(costs, rows, columns, row + 1, usedColumns, mayRest - 1) : double.PositiveInfinity;
        for (var column = 0; column < columns; column++)
        {
            if ((usedColumns >> column & 1) == 1 || double.IsInfinity(costs[(row * columns) + column])) continue;
            best = Math.Min(best, costs[(row * columns) + column] + Enumerate(costs, rows, columns, row + 1, usedColumns | 1 << column, mayRest));
        }

        return best;
    }

    /// <summary>The prices of the rows alone prove the optimum: every column takes the best that is left after them, and nobody gains by changing.</summary>
    [Theory]
    [InlineData(4, 7)]
    [InlineData(7, 4)]
    [InlineData(6, 6)]
    public void PricesOfRowsProveTheOptimum(int rows, int columns)
    {
        var random = new RandomStream(77, 0, (uint)(rows * columns), RandomPurpose.General);
        var costs = new double[rows * columns];
        for (var pair = 0; pair < costs.Length; pair++) costs[pair] = random.NextUnit();
        var solver = new AssignmentSolver();
        var choice = new int[rows];
        Assert.True(solver.Solve(costs, rows, columns, choice, out var total));

        // Dual: sum of rows' prices and of the columns' prices that they leave; with spare columns a price is at most 0, with spare rows a row's is.
        var dual = Enumerable.Range(0, rows).Sum(solver.RowPrice);
        var left = Enumerable.Range(0, columns).Select(column => Enumerable.Range(0, rows).Min(row => costs[(row * columns) + column] - solver.RowPrice(row)));
        dual += left.Sum(price => columns > rows ? Math.Min(0, price) : price);
        Assert.Equal(total, dual, 1e-12);
        if (rows > columns) Assert.All(Enumerable.Range(0, rows), row => Assert.True(solver.RowPrice(row) <= 1e-15));
        Assert.Throws<ArgumentOutOfRangeException>(() => solver.RowPrice(rows));
    }
}
