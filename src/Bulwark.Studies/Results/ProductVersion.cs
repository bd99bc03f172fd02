using System.Reflection;

namespace Bulwark.Studies.Results;

/// <summary>The version that wrote a result.</summary>
internal static class ProductVersion
{
    /// <summary>The version without the build's own mark, for example 1.4.0.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "unknown";
}
