using System.Globalization;
using Bulwark.Core.Numerics;

namespace Bulwark.Studies.Verification;

/// <summary><see cref="AssignmentSolver"/> against worked examples and another solver.</summary>
internal sealed class AssignmentComparison : IComparison
{
    private const int LargestSide = 1000;

    /// <inheritdoc />
    public string Table => "linear_assignment.csv";

    /// <inheritdoc />
    public string Area => "Numerics";

    /// <inheritdoc />
    public string Model => "assignment at least cost";

    /// <inheritdoc />
    public string Source => "worked examples; scipy linear_sum_assignment";

    /// <inheritdoc />
    public string Rule => "The least cost exactly, and the found assignment must cost that. Which of several equally good assignments is found does not matter.";

    /// <inheritdoc />
    public IReadOnlyList<string> Columns => ["rows", "cols", "cost_matrix_rows_pipe_cols_semicolon", "optimal_cost"];

    /// <inheritdoc />
    public void Compare(ReferenceRow row, Findings findings)
    {
        var (rows, columns) = (row.Integer("rows", 1, LargestSide), row.Integer("cols", 1, LargestSide));
        var costs = Costs(row, rows, columns);
        var choice = new int[rows];
        if (!new AssignmentSolver().Solve(costs, rows, columns, choice, out var total)) throw row.Problem("cost_matrix_rows_pipe_cols_semicolon", "the solver finds no assignment");
        var sum = 0.0;
        for (var i = 0; i < rows; i++) sum += choice[i] >= 0 ? costs[(i * columns) + choice[i]] : 0;
        var optimum = row.Number("optimal_cost");
        findings.Check("least cost", "", total, optimum, Tolerance.Absolute(0));
        findings.Check("cost of the assignment", "", sum, optimum, Tolerance.Absolute(0));
    }

    private static double[] Costs(ReferenceRow row, int rows, int columns)
    {
        const string Column = "cost_matrix_rows_pipe_cols_semicolon";
        var lines = row.Text(Column).Split('|');
        if (lines.Length != rows) throw row.Problem(Column, $"{lines.Length} rows; expected {rows}, as the column rows says");
        var costs = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            var fields = lines[i].Split(';');
            if (fields.Length != columns) throw row.Problem(Column, $"{fields.Length} costs in row {i + 1} of the matrix; expected {columns}, as the column cols says");
            for (var j = 0; j < columns; j++)
            {
                if (!double.TryParse(fields[j], NumberStyles.Float, CultureInfo.InvariantCulture, out costs[(i * columns) + j]) || !double.IsFinite(costs[(i * columns) + j]))
                    throw row.Problem(Column, $"the cost '{fields[j]}' is not a number");
            }
        }

        return costs;
    }
}
