namespace Bulwark.Simulation.Recording;

/// <summary>A phased array has searched its whole fence once more. Immutable.</summary>
/// <param name="Node">Index of the node.</param>
/// <param name="DurationS">How long it took, seconds.</param>
/// <param name="SearchShare">Share of that time spent on search.</param>
/// <param name="ConfirmationShare">Share spent on plots that may be new targets.</param>
/// <param name="TrackShare">Share spent on updates of tracks.</param>
/// <param name="FireControlShare">Share spent on guidance.</param>
public readonly record struct FenceSearched(
    int Node, double DurationS, double SearchShare, double ConfirmationShare, double TrackShare, double FireControlShare) : IRunEvent
{
    /// <inheritdoc />
    public static EventType Type => EventType.FenceSearched;

    /// <inheritdoc />
    public void Write<TWriter>(ref TWriter writer)
        where TWriter : IEventFieldWriter, allows ref struct
    {
        writer.Integer("node", Node);
        writer.Real("duration_s", DurationS);
        writer.Real("search_share", SearchShare);
        writer.Real("confirmation_share", ConfirmationShare);
        writer.Real("track_share", TrackShare);
        writer.Real("fire_control_share", FireControlShare);
    }
}
