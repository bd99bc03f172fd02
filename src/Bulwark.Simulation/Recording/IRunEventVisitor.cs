using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>Is shown every recorded event of a run, of whatever type, in the order in which they happened.</summary>
public interface IRunEventVisitor
{
    /// <summary>Shows one event.</summary>
    /// <param name="sequence">Its number in the run, from 0.</param>
    /// <param name="time">When it happened.</param>
    /// <param name="happened">The event.</param>
    /// <typeparam name="T">Its type.</typeparam>
    void Visit<T>(long sequence, SimTime time, in T happened)
        where T : struct, IRunEvent;
}
