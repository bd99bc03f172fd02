using Bulwark.Simulation.Documents;

namespace Bulwark.Simulation.Scenarios.Composition;

/// <summary>The keys by which a scenario is put together of files, templates and named doctrines.</summary>
internal static class CompositionKeys
{
    public const string PartFormatName = "scenario-part/1";

    public static readonly TextListKey Include = new("include", "Files whose content belongs to this one, relative to it, in its folder or below; what this file says wins, lists are joined.");
    public static readonly IdentifierKey Template = new("template", "A template of this list that says what is not said here.");
    public static readonly TextKey DoctrineUse = new("use", "A doctrine that says what is not said here: one of 'doctrines', one that comes with the library, or the path of a doctrine file relative to this one.");
    public static readonly NamedSectionsKey Doctrines = new("doctrines", DoctrineKeys.Keys, DoctrineUse, "Doctrines with names, for 'doctrine: NAME' of a battery or radar.");

    public static readonly ChoiceKey<string> PartFormat = new("bulwark", [(PartFormatName, PartFormatName)], "The format of a file to be included.") { IsRequired = true };

    /// <summary>The lists whose items may use a template.</summary>
    public static IReadOnlyList<SectionListKey> Templated => ScenarioKeys.Lists;

    public static TemplatesKey Templates => ScenarioKeys.Templates;

    /// <summary>The keys of a file to be included: those of a scenario without what a run has only one of.</summary>
    public static KeySet Part => ScenarioKeys.PartKeys;
}
