namespace Bulwark.Cli.Manner;

/// <summary>What the command returns to its caller.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>The command worked, and what it checked is not in order.</summary>
    public const int CheckFailed = 1;

    /// <summary>The arguments or the input cannot be used; the message says why.</summary>
    public const int BadInput = 2;

    /// <summary>Interrupted before it was done; nothing half-written stays behind and the command can be given again.</summary>
    public const int Interrupted = 3;
}
