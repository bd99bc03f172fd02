namespace Bulwark.Simulation.Documents;

/// <summary>How bad a problem of a file is.</summary>
public enum Severity
{
    /// <summary>The file cannot be used.</summary>
    Error,

    /// <summary>The file can be used, but probably does not say what its author meant.</summary>
    Warning,
}
