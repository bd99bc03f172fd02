namespace Bulwark.Core.Numerics;

/// <summary>
/// Linear algebra on small dense matrices held row by row in spans. Nothing allocates; callers bring the memory (usually the stack).
/// Source: Golub and Van Loan, Matrix Computations (4th ed. 2013), algorithms 1.1.5, 3.4.1 and 4.2.1.
/// </summary>
/// <remarks>Results must not overlap operands unless a method says that it works in place.</remarks>
public static class SmallMatrix
{
    /// <summary>result (rows × columns) = left (rows × inner) · right (inner × columns).</summary>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void Multiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result, int rows, int inner, int columns)
    {
        Require(left, rows * inner, nameof(left));
        Require(right, inner * columns, nameof(right));
        Require(result, rows * columns, nameof(result));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++) sum += left[(row * inner) + k] * right[(k * columns) + column];
                result[(row * columns) + column] = sum;
            }
        }
    }

    /// <summary>result (rows × columns) = left (rows × inner) · rightᵀ, where right is columns × inner.</summary>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void MultiplyTransposed(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result, int rows, int inner, int columns)
    {
        Require(left, rows * inner, nameof(left));
        Require(right, inner * columns, nameof(right));
        Require(result, rows * columns, nameof(result));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++) sum += left[(row * inner) + k] * right[(column * inner) + k];
                result[(row * columns) + column] = sum;
            }
        }
    }

    /// <summary>result (rows × columns) = leftᵀ · right, where left is inner × rows and right is inner × columns.</summary>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void TransposeMultiply(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> result, int rows, int inner, int columns)
    {
        Require(left, inner * rows, nameof(left));
        Require(right, inner * columns, nameof(right));
        Require(result, rows * columns, nameof(result));
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0.0;
                for (var k = 0; k < inner; k++) sum += left[(k * rows) + row] * right[(k * columns) + column];
                result[(row * columns) + column] = sum;
            }
        }
    }

    /// <summary>Makes a square matrix exactly symmetric by averaging across its diagonal, in place.</summary>
    /// <exception cref="ArgumentException">The span is shorter than the matrix.</exception>
    public static void Symmetrize(Span<double> matrix, int size)
    {
        Require(matrix, size * size, nameof(matrix));
        for (var row = 1; row < size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                var mean = 0.5 * (matrix[(row * size) + column] + matrix[(column * size) + row]);
                matrix[(row * size) + column] = mean;
                matrix[(column * size) + row] = mean;
            }
        }
    }

    /// <summary>Replaces a symmetric matrix by its lower Cholesky factor L (A = L·Lᵀ; the upper part becomes zero), in place.</summary>
    /// <returns>False when the matrix is not positive definite or not finite; the span then holds nothing useful.</returns>
    /// <exception cref="ArgumentException">The span is shorter than the matrix.</exception>
    public static bool TryCholesky(Span<double> matrix, int size)
    {
        Require(matrix, size * size, nameof(matrix));
        for (var column = 0; column < size; column++)
        {
            var pivot = matrix[(column * size) + column];
            for (var k = 0; k < column; k++) pivot -= matrix[(column * size) + k] * matrix[(column * size) + k];
            if (!(pivot > 0) || double.IsPositiveInfinity(pivot)) return false;
            var root = Math.Sqrt(pivot);
            matrix[(column * size) + column] = root;
            for (var row = column + 1; row < size; row++)
            {
                var sum = matrix[(row * size) + column];
                for (var k = 0; k < column; k++) sum -= matrix[(row * size) + k] * matrix[(column * size) + k];
                matrix[(row * size) + column] = sum / root;
                matrix[(column * size) + row] = 0;
            }
        }

        return true;
    }

    /// <summary>Solves L·Lᵀ·X = B for X, in place of B (size × columns).</summary>
    /// <param name="lower">The factor of <see cref="TryCholesky"/>.</param>
    /// <param name="right">B on entry, X on return.</param>
    /// <param name="size">Rows of L.</param>
    /// <param name="columns">Columns of B.</param>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void CholeskySolve(ReadOnlySpan<double> lower, Span<double> right, int size, int columns = 1)
    {
        Require(lower, size * size, nameof(lower));
        Require(right, size * columns, nameof(right));
        for (var column = 0; column < columns; column++)
        {
            for (var row = 0; row < size; row++)
            {
                var sum = right[(row * columns) + column];
                for (var k = 0; k < row; k++) sum -= lower[(row * size) + k] * right[(k * columns) + column];
                right[(row * columns) + column] = sum / lower[(row * size) + row];
            }

            for (var row = size - 1; row >= 0; row--)
            {
                var sum = right[(row * columns) + column];
                for (var k = row + 1; k < size; k++) sum -= lower[(k * size) + row] * right[(k * columns) + column];
                right[(row * columns) + column] = sum / lower[(row * size) + row];
            }
        }
    }

    /// <summary>Solves A·X = B by elimination with partial pivoting, in place: A is destroyed, B (size × columns) becomes X.</summary>
    /// <returns>False when A is singular to working precision or not finite; B then holds nothing useful.</returns>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static bool TrySolve(Span<double> matrix, Span<double> right, int size, int columns = 1)
    {
        Require(matrix, size * size, nameof(matrix));
        Require(right, size * columns, nameof(right));
        for (var step = 0; step < size; step++)
        {
            var best = step;
            for (var row = step + 1; row < size; row++)
            {
                if (Math.Abs(matrix[(row * size) + step]) > Math.Abs(matrix[(best * size) + step])) best = row;
            }

            var pivot = matrix[(best * size) + step];
            if (!(Math.Abs(pivot) > 0) || double.IsInfinity(pivot)) return false;
            if (best != step)
            {
                Swap(matrix, best * size, step * size, size);
                Swap(right, best * columns, step * columns, columns);
            }

            for (var row = step + 1; row < size; row++)
            {
                var factor = matrix[(row * size) + step] / pivot;
                for (var k = step; k < size; k++) matrix[(row * size) + k] -= factor * matrix[(step * size) + k];
                for (var k = 0; k < columns; k++) right[(row * columns) + k] -= factor * right[(step * columns) + k];
            }
        }

        for (var row = size - 1; row >= 0; row--)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = right[(row * columns) + column];
                for (var k = row + 1; k < size; k++) sum -= matrix[(row * size) + k] * right[(k * columns) + column];
                right[(row * columns) + column] = sum / matrix[(row * size) + row];
            }
        }

        return true;
    }

    /// <summary>result = A·P·Aᵀ for square matrices; exactly symmetric when P is.</summary>
    /// <param name="transform">A, size × size.</param>
    /// <param name="symmetric">P, size × size.</param>
    /// <param name="work">Memory for size × size intermediate values.</param>
    /// <param name="result">The product.</param>
    /// <param name="size">Rows and columns.</param>
    /// <exception cref="ArgumentException">A span is shorter than its matrix.</exception>
    public static void Congruence(ReadOnlySpan<double> transform, ReadOnlySpan<double> symmetric, Span<double> work, Span<double> result, int size)
    {
        Multiply(transform, symmetric, work, size, size, size);
        MultiplyTransposed(work, transform, result, size, size, size);
        Symmetrize(result, size);
    }

    /// <summary>Inverts a symmetric 3 × 3 matrix (upper part read) in closed form.</summary>
    /// <param name="matrix">Nine elements.</param>
    /// <param name="inverse">Nine elements; may be the same memory.</param>
    /// <param name="determinant">The determinant of the matrix.</param>
    /// <returns>False when the determinant is zero or not finite.</returns>
    /// <exception cref="ArgumentException">A span is shorter than nine.</exception>
    public static bool TryInvertSymmetric3(ReadOnlySpan<double> matrix, Span<double> inverse, out double determinant)
    {
        Require(matrix, 9, nameof(matrix));
        Require(inverse, 9, nameof(inverse));
        double a = matrix[0], b = matrix[1], c = matrix[2], d = matrix[4], e = matrix[5], f = matrix[8];
        var cofactorA = (d * f) - (e * e);
        var cofactorB = (c * e) - (b * f);
        var cofactorC = (b * e) - (c * d);
        determinant = (a * cofactorA) + (b * cofactorB) + (c * cofactorC);
        if (determinant == 0 || !double.IsFinite(determinant)) return false;
        var scale = 1 / determinant;
        inverse[0] = cofactorA * scale;
        inverse[1] = inverse[3] = cofactorB * scale;
        inverse[2] = inverse[6] = cofactorC * scale;
        inverse[4] = ((a * f) - (c * c)) * scale;
        inverse[5] = inverse[7] = ((b * c) - (a * e)) * scale;
        inverse[8] = ((a * d) - (b * b)) * scale;
        return true;
    }

    private static void Swap(Span<double> values, int first, int second, int count)
    {
        for (var k = 0; k < count; k++) (values[first + k], values[second + k]) = (values[second + k], values[first + k]);
    }

    private static void Require(ReadOnlySpan<double> values, int count, string name)
    {
        if (values.Length < count) throw new ArgumentException($"Holds {values.Length} elements where the matrix has {count}.", name);
    }
}
