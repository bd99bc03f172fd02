namespace Bulwark.Simulation.Recording;

/// <summary>
/// An event about something that is believed, with the target in truth beside it. Who writes it does not know the target; it is put in on the way to the record.
/// </summary>
/// <typeparam name="TSelf">The event itself.</typeparam>
internal interface IBeliefEvent<TSelf> : IRunEvent
    where TSelf : struct, IBeliefEvent<TSelf>
{
    /// <summary>The same event with its target.</summary>
    /// <param name="target">Target in truth, or -1.</param>
    TSelf About(int target);
}
