using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Prediction;

/// <summary>A belief about one target under several motion models at once: a reference and the models' offsets from it.</summary>
internal struct ModeEstimate
{
    public SimTime Time;
    public EcefVector Position;
    public EcefVector Velocity;

    /// <summary>Whether the reference moves as in free flight; otherwise straight on.</summary>
    public bool IsBallistic;

    /// <summary>Whether there is one model only, that flies straight on: what stands in the other lanes then means nothing (<see cref="OneMode"/>).</summary>
    public bool IsOne;

    /// <summary>Whose motion it is predicted by: 0 for the tracker's own, otherwise one more than the class of target.</summary>
    public byte MotionOf;

    /// <summary>Plots to come for which the class of target is not asked, because one did not fit it.</summary>
    public byte Doubt;

    /// <summary>In free flight: drag coefficient · area / mass, m²/kg.</summary>
    public double InverseCoefficientM2PerKg;
    public ModeState Modes;
}
