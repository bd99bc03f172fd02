using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// The beliefs of up to eight motion models about one target, one model to a lane: offsets of position and velocity from a common
/// reference, the upper triangles of the covariance blocks, and the probability of each model.
/// </summary>
/// <remarks>
/// Order: 0 position, 3 velocity, 6 position covariance (xx xy xz yy yz zz), 12 covariance of position (row) with velocity (column),
/// row by row, 21 velocity covariance (as position), 27 probability. Lanes without a model have probability zero.
/// </remarks>
[InlineArray(Length)]
internal struct ModeState
{
    /// <summary>Models that fit.</summary>
    public const int Lanes = 8;

    public const int Length = 28;
    public const int Velocity = 3;
    public const int PositionCovariance = 6;
    public const int CrossCovariance = 12;
    public const int VelocityCovariance = 21;
    public const int Probability = 27;

    private Vector512<double> _element0;
}
