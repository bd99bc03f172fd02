using Bulwark.Core.Earth;
using Bulwark.Core.Timing;
using Bulwark.Tracking.Estimates;

namespace Bulwark.Tracking.Prediction;

/// <summary>
/// Predicts a straight, nearly constant velocity disturbed by white acceleration, stronger along the Earth than up and down.
/// Source: Bar-Shalom, Li and Kirubarajan, Estimation with Applications to Tracking and Navigation (2001), section 6.2.2
/// (continuous white noise acceleration, equations 6.2.2-4 and 6.2.2-12). Predicting in two steps equals predicting in one.
/// </summary>
/// <remarks>
/// Straight in the Earth-fixed frame: over 15 km (a minute of airliner) the chord drops 18 m below the arc, far inside the process
/// noise; not meant for ballistic flight.
/// </remarks>
internal readonly struct NearlyConstantVelocity
{
    private readonly double _horizontalPsd;
    private readonly double _verticalPsd;
    private readonly double _noiseBound;

    /// <summary>Makes the predictor.</summary>
    /// <param name="horizontalPsdM2PerS3">Power spectral density of horizontal acceleration, m²/s³.</param>
    /// <param name="verticalPsdM2PerS3">Power spectral density of vertical acceleration, m²/s³.</param>
    public NearlyConstantVelocity(double horizontalPsdM2PerS3, double verticalPsdM2PerS3)
    {
        _horizontalPsd = horizontalPsdM2PerS3;
        _verticalPsd = verticalPsdM2PerS3;

        // The noise part of the bound is sqrt(q s³/3); the root of s is at most (1 + s)/2.
        _noiseBound = 0.5 * Math.Sqrt(((2 * horizontalPsdM2PerS3) + verticalPsdM2PerS3) / 3);
    }

    /// <summary>The model with the manoeuvre noise of a tracker's settings.</summary>
    public static NearlyConstantVelocity For(Tracks.TrackerParameters parameters) => new(
        parameters.AccelerationSigmaMPerS2 * parameters.AccelerationSigmaMPerS2 * parameters.ManoeuvreTimeS,
        parameters.VerticalAccelerationSigmaMPerS2 * parameters.VerticalAccelerationSigmaMPerS2 * parameters.ManoeuvreTimeS);

    /// <summary>The noisiest of a tracker's models: no covariance grows faster.</summary>
    public static NearlyConstantVelocity Bound(Tracks.TrackerParameters parameters)
    {
        var (horizontal, vertical) = (0.0, 0.0);
        foreach (var model in parameters.EveryMotion.SelectMany(static set => set.Models))
        {
            horizontal = Math.Max(horizontal, model.AccelerationSigmaMPerS2);
            vertical = Math.Max(vertical, model.VerticalAccelerationSigmaMPerS2);
        }

        return new NearlyConstantVelocity(horizontal * horizontal * parameters.ManoeuvreTimeS, vertical * vertical * parameters.ManoeuvreTimeS);
    }

    /// <summary>The mean position at a time.</summary>
    public static EcefVector PositionAt(ref readonly KinematicEstimate estimate, SimTime time) =>
        estimate.Position + (estimate.Velocity * (time - estimate.Time).TotalS);

    /// <summary>What the noise adds to <see cref="PositionSigmaBoundM"/> for each second, and again for each second squared.</summary>
    public double NoiseBound => _noiseBound;

    /// <summary>
    /// Upper bound of the position's standard deviation in any direction after some seconds, metres: standard deviations of a sum add
    /// up at worst.
    /// </summary>
    /// <param name="positionSigmaM">Bound now, metres.</param>
    /// <param name="velocitySigmaMPerS">Bound of the velocity's now, m/s.</param>
    /// <param name="seconds">Zero or more.</param>
    public double PositionSigmaBoundM(double positionSigmaM, double velocitySigmaMPerS, double seconds) =>
        positionSigmaM + (seconds * (velocitySigmaMPerS + (_noiseBound * (1 + seconds))));

    /// <summary>Moves an estimate forward to a time, in place; a time before the estimate's own leaves it alone.</summary>
    public void Predict(ref KinematicEstimate estimate, SimTime time)
    {
        if (time <= estimate.Time) return;
        var seconds = (time - estimate.Time).TotalS;
        var up = UpAt(estimate.Position);
        estimate.Position += estimate.Velocity * seconds;
        estimate.Time = time;

        // P' = F P Fᵀ block by block, with F = [I, sI; 0, I]: the lower right block stays, the others gain multiples of it.
        var p = estimate.Matrix;
        for (var row = 0; row < 3; row++)
        {
            for (var column = row; column < 3; column++)
            {
                var velocity = p[(6 * (row + 3)) + column + 3];
                var crossSum = p[(6 * row) + column + 3] + p[(6 * column) + row + 3];
                var value = p[(6 * row) + column] + (seconds * (crossSum + (seconds * velocity)));
                p[(6 * row) + column] = value;
                p[(6 * column) + row] = value;
            }
        }

        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var value = p[(6 * row) + column + 3] + (seconds * p[(6 * (row + 3)) + column + 3]);
                p[(6 * row) + column + 3] = value;
                p[(6 * (column + 3)) + row] = value;
            }
        }

        // Q = D ⊗ [s³/3, s²/2; s²/2, s] with D = qh (I - u uᵀ) + qv u uᵀ.
        Span<double> direction = [up.X, up.Y, up.Z];
        var (third, half) = (seconds * seconds * seconds / 3, seconds * seconds / 2);
        for (var row = 0; row < 3; row++)
        {
            for (var column = 0; column < 3; column++)
            {
                var density = ((_verticalPsd - _horizontalPsd) * direction[row] * direction[column]) + (row == column ? _horizontalPsd : 0);
                p[(6 * row) + column] += density * third;
                p[(6 * row) + column + 3] += density * half;
                p[(6 * (row + 3)) + column] += density * half;
                p[(6 * (row + 3)) + column + 3] += density * seconds;
            }
        }
    }

    // The ellipsoid's normal to better than 1e-5 rad at aircraft heights, without the iteration for latitude.
    private static EcefVector UpAt(EcefVector position) =>
        new EcefVector(position.X, position.Y, position.Z / (1 - Wgs84.EccentricitySquared)).Normalized();
}
