using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Composition;

/// <summary>Keeps templates from making a huge scenario of a short file. Mutable.</summary>
internal sealed class MergeBudget(ProblemList problems)
{
    private const int Largest = 1_000_000;

    private int _left = Largest;

    /// <summary>Takes the cost of copying a mapping; false, after reporting it once, when the file asks for too much.</summary>
    public bool Take(MappingNode mapping)
    {
        if (_left < 0) return false;
        _left -= mapping.Entries.Count + 1;
        if (_left >= 0) return true;
        problems.Error(mapping.Place, "templates make this scenario too large", $"at most {Largest} values taken from templates");
        return false;
    }
}
