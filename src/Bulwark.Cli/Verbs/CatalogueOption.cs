using System.CommandLine;
using Bulwark.Cli.Manner;
using Bulwark.Simulation.Catalogue;

namespace Bulwark.Cli.Verbs;

/// <summary>The option that names another catalogue than the built-in one, and what it leads to.</summary>
internal sealed class CatalogueOption
{
    /// <summary>The option, to be added to a command.</summary>
    public Option<string?> Option { get; } = new("--catalogue") { Description = "folder with catalogue files to use instead of the built-in ones", HelpName = "FOLDER" };

    /// <summary>Loads the catalogue that is wanted.</summary>
    /// <param name="parsed">The arguments.</param>
    public CatalogueStore Load(ParseResult parsed) => Folder(parsed) is { } folder ? CatalogueStore.Load(folder) : CatalogueStore.LoadEmbedded();

    /// <summary>The folder that is wanted; null for the built-in catalogue.</summary>
    /// <param name="parsed">The arguments.</param>
    public string? Folder(ParseResult parsed)
    {
        if (parsed.GetValue(Option) is not { } folder) return null;
        if (string.IsNullOrWhiteSpace(folder)) throw new UsageException("--catalogue: the name of the folder is empty; expected a folder with catalogue files");
        return Directory.Exists(folder) ? folder : throw new UsageException(Failure.NotThere("folder", folder));
    }
}
