using Bulwark.Core.Units;
using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Catalogue;

/// <summary>A value with its spread and where it comes from. Immutable.</summary>
public sealed record Figure
{
    /// <summary>The key in the file, such as "detection-range".</summary>
    public required string Name { get; init; }

    /// <summary>What it measures; <see cref="Dimension.None"/> for counts, shares and words.</summary>
    public required Dimension Dimension { get; init; }

    /// <summary>Lowest published or assumed value, in the program's own unit of the dimension.</summary>
    public required double LowSi { get; init; }

    /// <summary>The value a run uses, in the program's own unit of the dimension; from low to high.</summary>
    public required double TypicalSi { get; init; }

    /// <summary>Highest published or assumed value, in the program's own unit of the dimension.</summary>
    public required double HighSi { get; init; }

    /// <summary>The unit in which the file states it.</summary>
    public required Unit Unit { get; init; }

    /// <summary>The word, for a figure that is a choice such as "yes"; otherwise empty.</summary>
    public string Word { get; init; } = "";

    /// <summary>Where it was published; empty when it is assumed.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The note that came with it, beginning with how far it was checked; may be empty when it is assumed.</summary>
    public string Note { get; init; } = "";

    /// <summary>Why the value was chosen; required without a source, and useful beside one that leaves a choice.</summary>
    public string Reasoning { get; init; } = "";

    /// <summary>How far it was checked.</summary>
    public required Checked Checked { get; init; }

    /// <summary>Where it stands.</summary>
    public DocumentPlace Place { get; init; }

    /// <summary>Whether low and high differ.</summary>
    public bool HasSpread => LowSi < HighSi;

    /// <summary>The value with its spread in the file's unit, such as "200 km (160 to 300 km)".</summary>
    public string ValueText
    {
        get
        {
            if (Word.Length > 0) return Word;
            var typical = QuantityFormat.InUnit(TypicalSi, Unit, 6);
            if (!HasSpread) return typical;
            var low = Unit.FromSi(LowSi).ToString("G6");
            return $"{typical} ({low} to {QuantityFormat.InUnit(HighSi, Unit, 6)})";
        }
    }
}
