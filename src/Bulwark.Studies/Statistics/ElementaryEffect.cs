namespace Bulwark.Studies.Statistics;

/// <summary>
/// What moving one factor does, over many places: screening by M. D. Morris, Technometrics 33 (1991) 161-174, with the mean of the
/// sizes of F. Campolongo et al., Environmental Modelling and Software 22 (2007) 1509-1518. Effects are per full range of the factor. Immutable.
/// </summary>
/// <param name="Mean">Mean effect, with its interval; effects of both signs cancel.</param>
/// <param name="MeanSize">Mean size of the effect, with its interval; near zero when the factor does not matter.</param>
/// <param name="Deviation">Standard deviation of the effect; large when the factor's effect depends on the others or is not a straight line.</param>
public readonly record struct ElementaryEffect(Estimate Mean, Estimate MeanSize, double Deviation)
{
    /// <summary>Sums up the effects of one factor, one of each trajectory.</summary>
    /// <param name="effects">Change of the answer divided by the change of the factor as a share of its range.</param>
    /// <param name="level">Confidence level.</param>
    public static ElementaryEffect Of(ReadOnlySpan<double> effects, double level = 0.95)
    {
        var (signed, sizes) = (new RunningMoments(), new RunningMoments());
        foreach (var effect in effects)
        {
            signed.Add(effect);
            sizes.Add(Math.Abs(effect));
        }

        return new ElementaryEffect(signed.MeanEstimate(level), sizes.MeanEstimate(level), signed.StandardDeviation);
    }
}
