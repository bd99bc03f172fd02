using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Wiring;

/// <summary>The keys by which units are put under a common command.</summary>
internal static class WiringKeys
{
    /// <summary>The word for a unit that stays on its own.</summary>
    public const string Nobody = "none";

    public static readonly ChoiceKey<bool> Command = new(
        "command",
        [("stated", false), ("auto", true)],
        "Who commands whom: only what 'superior' states; or, for units without one, the nearest battery within command-reach that has a command post and whose rounds reach farther.")
    { DefaultText = "stated" };

    public static readonly QuantityKey Reach = new("command-reach", Dimension.Length, "100 m", "1000 km", "Farthest unit that is put under another by itself.") { DefaultText = "40 km" };

    public static readonly IdentifierKey Superior = new("superior", "The battery whose command it is under, sharing one picture and one allocation of fire; 'none' to stay on its own.");
}
