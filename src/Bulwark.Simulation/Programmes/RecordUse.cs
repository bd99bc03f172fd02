namespace Bulwark.Simulation.Programmes;

/// <summary>What an observation is used for.</summary>
public enum RecordUse
{
    /// <summary>The model is fitted to it.</summary>
    Fit,

    /// <summary>The model is held against it.</summary>
    Compare,

    /// <summary>A plan that somebody published; the model is held against it too, but it is no observation.</summary>
    Plan,
}
