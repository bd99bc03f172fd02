using Bulwark.Core.Numerics;
using Bulwark.Core.Randomness;

namespace Bulwark.Core.Tests.Numerics;

public class SmallMatrixTests
{
    // A few roundings of numbers near one.
    private const double Tolerance = 1e-12;

    [Fact]
    public void Products_by_hand()
    {
        double[] left = [1, 2, 3, 4, 5, 6];
        double[] right = [7, 8, 9, 10, 11, 12];
        var square = new double[4];
        SmallMatrix.Multiply(left, right, square, 2, 3, 2);
        Assert.Equal([58, 64, 139, 154], square);
        SmallMatrix.MultiplyTransposed(left, right, square, 2, 3, 2);
        Assert.Equal([50, 68, 122, 167], square);
        var large = new double[9];
        SmallMatrix.TransposeMultiply(left, right, large, 3, 2, 3);
        Assert.Equal([47, 52, 57, 64, 71, 78, 81, 90, 99], large);
        Assert.Throws<ArgumentException>(() => SmallMatrix.Multiply(left, right, square, 3, 2, 3));
    }

    [Fact]
    public void Cholesky_of_a_textbook_matrix()
    {
        // The usual example of lecture notes: 4 12 -16; 12 37 -43; -16 -43 98 has the factor 2 0 0; 6 1 0; -8 5 3.
        double[] matrix = [4, 12, -16, 12, 37, -43, -16, -43, 98];
        Assert.True(SmallMatrix.TryCholesky(matrix, 3));
        Assert.Equal([2, 0, 0, 6, 1, 0, -8, 5, 3], matrix);
        Assert.False(SmallMatrix.TryCholesky([1, 2, 2, 1], 2));
        Assert.False(SmallMatrix.TryCholesky([double.NaN], 1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Solvers_and_inverses_agree(int size)
    {
        var random = new RandomStream(31, 0, 0, RandomPurpose.General);
        for (var trial = 0; trial < 100; trial++)
        {
            var root = Enumerable.Range(0, size * size).Select(_ => random.NextUnit() - 0.5).ToArray();
            var matrix = new double[size * size];
            SmallMatrix.MultiplyTransposed(root, root, matrix, size, size, size);
            for (var k = 0; k < size; k++) matrix[(k * size) + k] += 0.5;
            var right = Enumerable.Range(0, size * 2).Select(_ => random.NextUnit()).ToArray();

            double[] factor = [.. matrix];
            double[] byCholesky = [.. right];
            Assert.True(SmallMatrix.TryCholesky(factor, size));
            SmallMatrix.CholeskySolve(factor, byCholesky, size, 2);
            double[] work = [.. matrix];
            double[] byElimination = [.. right];
            Assert.True(SmallMatrix.TrySolve(work, byElimination, size, 2));
            var back = new double[size * 2];
            SmallMatrix.Multiply(matrix, byCholesky, back, size, size, 2);
            for (var k = 0; k < right.Length; k++)
            {
                Assert.Equal(right[k], back[k], Tolerance);
                Assert.Equal(byElimination[k], byCholesky[k], Tolerance);
            }

            if (size != 3) continue;
            var inverse = new double[9];
            Assert.True(SmallMatrix.TryInvertSymmetric3(matrix, inverse, out var determinant));
            Assert.Equal(factor[0] * factor[0] * factor[4] * factor[4] * factor[8] * factor[8], determinant, Tolerance);
            var identity = new double[9];
            SmallMatrix.Multiply(matrix, inverse, identity, 3, 3, 3);
            for (var k = 0; k < 9; k++) Assert.Equal(k % 4 == 0 ? 1 : 0, identity[k], Tolerance);
        }
    }

    [Fact]
    public void Elimination_pivots_and_refuses_singular_matrices()
    {
        double[] right = [1, 2];
        Assert.True(SmallMatrix.TrySolve([0, 1, 1, 0], right, 2));
        Assert.Equal([2, 1], right);
        Assert.False(SmallMatrix.TrySolve([1, 2, 2, 4], [1, 1], 2));
        Assert.False(SmallMatrix.TryInvertSymmetric3([1, 1, 0, 1, 1, 0, 0, 0, 1], new double[9], out _));
    }

    [Fact]
    public void Congruence_is_exactly_symmetric()
    {
        double[] transform = [1, 4, 0, 1];
        double[] symmetric = [9, 2, 2, 1];
        var result = new double[4];
        SmallMatrix.Congruence(transform, symmetric, new double[4], result, 2);
        Assert.Equal([9 + 8 + 8 + 16, 6, 6, 1], result);
    }
}
