namespace Bulwark.Simulation.Documents;

/// <summary>A key whose value is read into one value of the program. Immutable.</summary>
/// <typeparam name="T">What the value becomes.</typeparam>
public abstract class Key<T> : KeyDefinition
{
    private protected Key(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>What stands in for a value that is wrong, so that reading can go on and find further problems.</summary>
    internal abstract T Fallback { get; }

    /// <summary>Reads the value.</summary>
    /// <param name="node">What stands behind the key.</param>
    /// <param name="problems">Receives what is wrong with it.</param>
    /// <param name="value">The value, or the fallback.</param>
    /// <returns>True when it was read.</returns>
    internal abstract bool TryRead(DocumentNode node, ProblemList problems, out T value);

    internal override void Check(DocumentNode node, ProblemList problems) => _ = TryRead(node, problems, out _);

    /// <summary>Reads the default, or gives the fallback when there is none.</summary>
    internal T ReadDefault()
    {
        if (DefaultText is null) return Fallback;
        var problems = new ProblemList();
        var node = new ScalarNode(new DocumentPlace("default of " + Name, 1, 1), DefaultText, isPlain: true);
        return TryRead(node, problems, out var value) ? value : throw new InvalidOperationException(problems.Sorted()[0].ToString());
    }

    /// <summary>The scalar behind the key, or null after reporting that it is none.</summary>
    private protected ScalarNode? Scalar(DocumentNode node, ProblemList problems)
    {
        if (node is not ScalarNode scalar)
        {
            problems.Error(node.Place, $"'{Name}' is {node.Kind}", Expected);
            return null;
        }

        if (!scalar.IsNothing) return scalar;
        problems.Error(node.Place, $"'{Name}' has no value", Expected, IsRequired ? "" : "remove the key to use the default");
        return null;
    }
}
