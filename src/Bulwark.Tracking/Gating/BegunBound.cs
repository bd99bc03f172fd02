using Bulwark.Core.Earth;
using Bulwark.Tracking.Plots;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Tracking.Gating;

/// <summary>
/// What the likelihood of a second plot cannot exceed: a track of one plot may go anywhere, so that no place is likely. It spares most of what tracks of false plots
/// would otherwise cost among plots that belong to others.
/// </summary>
/// <remarks>
/// A model that turns by ω moves velocities by A, which for times t below π/ω is no shorter than 2 sin(ωt/2)/ω in any direction. So the covariance of the innovation
/// is at least H (s² V) Hᵀ + R with s that length, V the covariance of the velocity (in the level the same in all directions) and R the noise; and of Gaussians with
/// ordered covariances the wider has the lower peak. A tenth of s² V is left out for the vertical's turning along the way.
/// </remarks>
internal readonly struct BegunBound
{
    private const double Share = 0.9;

    // Of much flatter velocities the vertical's turning could show.
    private const double LeastFlatness = 0.01;

    private readonly double _turnRate;
    private readonly bool _isUsable;

    /// <summary>Makes the bound.</summary>
    /// <param name="parameters">The tracker's settings.</param>
    public BegunBound(TrackerParameters parameters)
    {
        _turnRate = 0;
        foreach (var model in parameters.EffectiveMotion.Models) _turnRate = Math.Max(_turnRate, Math.Abs(model.TurnRateRadPerS));
        var flatness = parameters.MaximumVerticalSpeedMPerS / parameters.MaximumSpeedMPerS;
        _isUsable = flatness * flatness >= LeastFlatness;
    }

    /// <summary>ln of what the likelihood of a plot does not exceed, over that of a plot right where it was expected; 0 when nothing is known.</summary>
    /// <param name="track">A track of one plot, which had no range rate.</param>
    /// <param name="plot">A centred plot.</param>
    public double LogLikelihood(ref readonly Track track, in PreparedPlot plot)
    {
        var seconds = (plot.Plot.Time - track.Belief.Time).TotalS;
        if (!_isUsable || !(seconds > 0) || _turnRate * seconds >= Math.PI) return 0;
        var length = _turnRate == 0 ? seconds : 2 * Math.Sin(0.5 * _turnRate * seconds) / _turnRate;
        var scale = Share * length * length;
        var own = plot.Own;
        var (g0, g1, g2) = (own.Gradient[0], own.Gradient[1], own.Gradient[2]);
        var (v0, v1, v2) = (Times(in track, g0), Times(in track, g1), Times(in track, g2));
        var (xx, xy, xz) = ((scale * g0.Dot(v0)) + own.Noise[0], scale * g0.Dot(v1), scale * g0.Dot(v2));
        var (yy, yz, zz) = ((scale * g1.Dot(v1)) + own.Noise[1], scale * g1.Dot(v2), (scale * g2.Dot(v2)) + own.Noise[2]);
        var determinant = (xx * ((yy * zz) - (yz * yz))) - (xy * ((xy * zz) - (yz * xz))) + (xz * ((xy * yz) - (yy * xz)));
        var ratio = own.Noise[0] * own.Noise[1] * own.Noise[2] / determinant;
        return ratio is > 0 and < 1 ? 0.5 * Math.Log(ratio) : 0;
    }

    private static EcefVector Times(ref readonly Track track, EcefVector gradient) => track.Belief.BlockTimes(3, 3, gradient);
}
