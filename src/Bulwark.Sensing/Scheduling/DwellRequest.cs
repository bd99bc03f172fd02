using Bulwark.Core.Timing;

namespace Bulwark.Sensing.Scheduling;

/// <summary>A look that is asked for. Immutable.</summary>
/// <param name="Task">What for; not <see cref="DwellTask.Search"/>, which needs no asking.</param>
/// <param name="Due">Not before this time.</param>
/// <param name="Subject">The caller's reference: a track.</param>
public readonly record struct DwellRequest(DwellTask Task, SimTime Due, int Subject) : IComparable<DwellRequest>
{
    /// <summary>By task, then by time, then by subject: the order in which the scheduler serves.</summary>
    public int CompareTo(DwellRequest other)
    {
        var byTask = Task.CompareTo(other.Task);
        if (byTask != 0) return byTask;
        var byTime = Due.CompareTo(other.Due);
        return byTime != 0 ? byTime : Subject.CompareTo(other.Subject);
    }

    /// <inheritdoc cref="CompareTo" />
    public static bool operator <(DwellRequest left, DwellRequest right) => left.CompareTo(right) < 0;

    /// <inheritdoc cref="CompareTo" />
    public static bool operator >(DwellRequest left, DwellRequest right) => left.CompareTo(right) > 0;

    /// <inheritdoc cref="CompareTo" />
    public static bool operator <=(DwellRequest left, DwellRequest right) => left.CompareTo(right) <= 0;

    /// <inheritdoc cref="CompareTo" />
    public static bool operator >=(DwellRequest left, DwellRequest right) => left.CompareTo(right) >= 0;
}
