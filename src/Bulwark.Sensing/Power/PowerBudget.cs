using Bulwark.Sensing.Detection;

namespace Bulwark.Sensing.Power;

/// <summary>
/// Signal-to-noise ratio of one pulse (or one coherent train) by range and cross-section, whether the set is known by its physics or by a
/// published statement: both are one constant of the same equation, SNR = K σ/(R⁴ L). Immutable.
/// </summary>
/// <remarks>
/// Sources: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), equations 1.6 and 2.1; Blake, Radar Range-Performance Analysis (1986),
/// chapter 1. A statement ("this cross-section at this range with this probability") carries all losses that were present when it was
/// made; a budget from physics carries those it is given. Losses handed in later come on top in either case.
/// </remarks>
public sealed class PowerBudget
{
    private PowerBudget(double rangeConstantM2) => RangeConstantM2 = rangeConstantM2;

    /// <summary>SNR R⁴/σ in free space, m².</summary>
    public double RangeConstantM2 { get; }

    /// <summary>A budget from the physics of the set.</summary>
    /// <param name="system">The set.</param>
    /// <exception cref="ArgumentException">A figure of the set is outside its range.</exception>
    public static PowerBudget FromPhysics(RadarSystem system) => new(RadarEquation.RangeConstantM2(system));

    /// <summary>A budget from a published statement.</summary>
    /// <param name="rangeM">Published range, metres, positive.</param>
    /// <param name="rcsM2">Published cross-section, m², positive.</param>
    /// <param name="snrRatio">The ratio that gives the published probability, positive; see <see cref="DetectionStatistics.RequiredSnr"/>.</param>
    /// <param name="statedPathLossDb">Two-way loss the path had in the statement when that loss will be handed in again, dB.</param>
    /// <exception cref="ArgumentOutOfRangeException">A figure is not positive.</exception>
    public static PowerBudget FromStatement(double rangeM, double rcsM2, double snrRatio, double statedPathLossDb = 0)
    {
        CheckPositive(rangeM, nameof(rangeM));
        CheckPositive(rcsM2, nameof(rcsM2));
        CheckPositive(snrRatio, nameof(snrRatio));
        if (!double.IsFinite(statedPathLossDb)) throw new ArgumentOutOfRangeException(nameof(statedPathLossDb), statedPathLossDb, "The loss must be finite.");
        var squaredM2 = rangeM * rangeM;
        return new PowerBudget(snrRatio * squaredM2 * squaredM2 / rcsM2 * Decibels.ToRatio(statedPathLossDb));
    }

    /// <summary>Signal-to-noise ratio.</summary>
    /// <param name="rangeM">Slant range, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="lossDb">Losses beside the set's own, both ways, dB: path, off the beam's axis, scan.</param>
    public double SnrRatio(double rangeM, double rcsM2, double lossDb = 0) => BistaticSnrRatio(rangeM, rangeM, rcsM2, lossDb);

    /// <summary>Signal-to-noise ratio when the two legs differ.</summary>
    /// <param name="transmitRangeM">From the transmitter to the target, metres, positive.</param>
    /// <param name="receiveRangeM">From the target to the receiver, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="lossDb">Losses beside the set's own, dB.</param>
    public double BistaticSnrRatio(double transmitRangeM, double receiveRangeM, double rcsM2, double lossDb = 0)
    {
        var legsM2 = transmitRangeM * receiveRangeM;
        var ratio = RangeConstantM2 * rcsM2 / (legsM2 * legsM2);
        return lossDb == 0 ? ratio : ratio / Decibels.ToRatio(lossDb);
    }

    /// <summary>Signal-to-noise ratio in decibels; minus infinity for no cross-section.</summary>
    /// <param name="rangeM">Slant range, metres, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="lossDb">Losses beside the set's own, both ways, dB.</param>
    public double SnrDb(double rangeM, double rcsM2, double lossDb = 0) =>
        Decibels.ToDb(RangeConstantM2) + Decibels.ToDb(rcsM2) - (40 * Math.Log10(rangeM)) - lossDb;

    /// <summary>Range at which the ratio has the given value, metres.</summary>
    /// <param name="snrRatio">Signal-to-noise ratio, positive.</param>
    /// <param name="rcsM2">Radar cross-section, m², not negative.</param>
    /// <param name="lossDb">Losses beside the set's own, both ways, dB.</param>
    public double RangeM(double snrRatio, double rcsM2, double lossDb = 0) =>
        Math.Sqrt(Math.Sqrt(RangeConstantM2 * rcsM2 / (snrRatio * Decibels.ToRatio(lossDb))));

    private static void CheckPositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "The value must be positive and finite.");
    }
}
