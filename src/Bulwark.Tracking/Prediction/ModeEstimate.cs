using Bulwark.Core.Earth;
using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Prediction;

/// <summary>A belief about one target under several motion models at once: a reference and the models' offsets from it.</summary>
internal struct ModeEstimate
{
    public SimTime Time;
    public EcefVector Position;
    public EcefVector Velocity;
    public ModeState Modes;
}
