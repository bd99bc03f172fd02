using System.Globalization;
using Bulwark.Tracking.Association;
using Bulwark.Tracking.Prediction;
using Bulwark.Tracking.Tracks;

namespace Bulwark.Benchmarks.Tracking;

/// <summary>The tracker with a part switched off or replaced, to show what the part is worth.</summary>
internal static class TrackerVariants
{
    /// <summary>Name of a variant, and what it changes; the first changes nothing.</summary>
    public static readonly (string Name, Func<TrackerParameters, TrackerParameters> Change)[] All =
    [
        ("as it is", static settings => settings),
        ("one motion model", static settings => settings with { Motion = MotionModelSet.Single(8, 1) }),
        ("nearest first", static settings => settings with { Association = AssociationMethod.NearestFirst }),
        ("joint probabilistic", static settings => settings with { Association = AssociationMethod.JointProbabilistic }),
        ("assignment", static settings => settings with { Association = AssociationMethod.GlobalNearestNeighbour }),
        ("3 of 5, 3 misses", static settings => settings with
        {
            ConfirmationHits = 3, ConfirmationWindow = 5, ConfirmationProbability = 1e-12, DeletionProbability = 1e-12, DeletionMisses = 3,
        }),
    ];

    /// <summary>Settings with some changed by name, for trying things out.</summary>
    public static TrackerParameters Set(TrackerParameters settings, IEnumerable<string> changes)
    {
        var changed = settings with { };
        foreach (var change in changes)
        {
            var parts = change.Split('=');
            var property = typeof(TrackerParameters).GetProperty(parts[0]) ?? throw new MissingMemberException(nameof(TrackerParameters), parts[0]);
            property.SetValue(changed, property.PropertyType.IsEnum ? Enum.Parse(property.PropertyType, parts[1]) : Convert.ChangeType(parts[1], property.PropertyType, CultureInfo.InvariantCulture));
        }

        return changed;
    }
}
