namespace Bulwark.Studies.Verification;

/// <summary>A check without a table: a simulation held against theory, or one model against another. Implementations hold no state.</summary>
internal interface IExperiment
{
    /// <summary>Short name, as <c>--only</c> and <c>--list</c> show it.</summary>
    string Name { get; }

    /// <summary>The part of the workbench it belongs to, for the headings of the report.</summary>
    string Area { get; }

    /// <summary>What is checked, in a few words.</summary>
    string Model { get; }

    /// <summary>What it is held against.</summary>
    string Source { get; }

    /// <summary>How it is checked, and why the bounds are what they are.</summary>
    string Rule { get; }

    /// <summary>Does it.</summary>
    /// <param name="findings">Receives the errors.</param>
    /// <param name="input">Folders that some experiments need.</param>
    /// <param name="cancellation">When to stop.</param>
    void Run(Findings findings, ExperimentInput input, CancellationToken cancellation);
}
