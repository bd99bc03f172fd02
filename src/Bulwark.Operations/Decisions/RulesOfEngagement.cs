namespace Bulwark.Operations.Decisions;

/// <summary>When a fire unit may engage, in the field's usual terms.</summary>
public enum RulesOfEngagement
{
    /// <summary>Engage anything not identified as a friend or neutral.</summary>
    Free,

    /// <summary>Engage only what is identified as hostile.</summary>
    Tight,

    /// <summary>Do not engage.</summary>
    Hold,
}
