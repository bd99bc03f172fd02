using System.CommandLine;
using Bulwark.Cli.Manner;

namespace Bulwark.Cli.Verbs;

/// <summary>One verb of the command line.</summary>
internal interface IVerb
{
    /// <summary>Describes the verb to the parser; nothing else happens before it is chosen.</summary>
    /// <param name="context">Where it prints and when it stops.</param>
    Command Build(VerbContext context);
}
