using System.Globalization;
using Bulwark.Operations.Networks;
using Bulwark.Simulation.Planning;
using Bulwark.Simulation.Recording;

namespace Bulwark.Simulation.Outcomes;

/// <summary>The plain words for what happens in the network.</summary>
public static class NetworkWords
{
    /// <summary>What became of a message, as the rest of a sentence.</summary>
    /// <param name="fate">What became of it.</param>
    /// <param name="ageS">Time since it was sent, seconds.</param>
    public static string Fate(MessageFate fate, double ageS) => fate switch
    {
        MessageFate.Delivered => string.Create(CultureInfo.InvariantCulture, $"arrives after {ageS:0.0} s"),
        MessageFate.Lost => "is lost on the way",
        MessageFate.NoRoute => "finds no way: the network is cut",
        MessageFate.Overloaded => "is lost: too many messages wait",
        MessageFate.CutOff => "is lost with the node or link it was at",
        _ => throw new ArgumentOutOfRangeException(nameof(fate), fate, "Unknown fate."),
    };

    /// <summary>Who decides for a battery from now on, as the rest of a sentence.</summary>
    /// <param name="mode">Who decides.</param>
    /// <param name="post">Name of the command post.</param>
    /// <param name="silentS">Time since it was last heard, seconds.</param>
    public static string Command(CommandMode mode, string post, double silentS) => mode == CommandMode.Autonomous
        ? string.Create(CultureInfo.InvariantCulture, $"has heard nothing from {post} for {silentS:0} s and fights on its own")
        : $"hears from {post} again and obeys it";

    /// <summary>The name of a node of the network.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="node">Index of the node: the pictures first, then the relays.</param>
    public static string Node(RunPlan plan, int node)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return node < plan.Pictures.Length ? plan.Pictures[node].Name : plan.Network!.Network.Relays[node - plan.Pictures.Length];
    }

    /// <summary>Whether a node works, as the rest of a sentence.</summary>
    /// <param name="works">Whether it works.</param>
    /// <param name="unpowered">Whether it has no power.</param>
    public static string Health(bool works, bool unpowered) => works ? "works again" : unpowered ? "has no power" : "is destroyed";

    /// <summary>What happened to a link.</summary>
    /// <param name="plan">The run's plan.</param>
    /// <param name="changed">What happened.</param>
    public static string Link(RunPlan plan, LinkChanged changed)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var link = plan.Network!.Links[changed.Link];
        var state = !changed.Works ? "is cut"
            : changed.LossProbability > 0 ? string.Create(CultureInfo.InvariantCulture, $"is jammed: {changed.LossProbability:0.##} of the messages are lost")
            : changed.CapacityShare < 1 ? string.Create(CultureInfo.InvariantCulture, $"is overloaded: {changed.CapacityShare:0.####} of its capacity is left")
            : "works again";
        return $"the link between {Node(plan, link.First)} and {Node(plan, link.Second)} {state}";
    }
}
