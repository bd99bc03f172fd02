using Bulwark.Core.Numerics;

namespace Bulwark.Tracking.Fusion;

/// <summary>Covariances and their inverses.</summary>
internal static class Information
{
    /// <summary>Inverts a positive definite matrix of at most six rows.</summary>
    /// <returns>False when it is not positive definite.</returns>
    public static bool TryInvert(ReadOnlySpan<double> matrix, Span<double> inverse, int size)
    {
        Span<double> root = stackalloc double[36];
        root = root[..(size * size)];
        matrix[..(size * size)].CopyTo(root);
        if (!SmallMatrix.TryCholesky(root, size)) return false;
        inverse[..(size * size)].Clear();
        for (var k = 0; k < size; k++) inverse[(size + 1) * k] = 1;
        SmallMatrix.CholeskySolve(root, inverse, size, size);
        SmallMatrix.Symmetrize(inverse, size);
        return true;
    }
}
