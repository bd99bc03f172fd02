using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bulwark.Simulation.Programmes;
using Bulwark.Studies.Results;

namespace Bulwark.Studies.Programmes;

/// <summary>Names the years of a programme by everything that decides them.</summary>
internal static class ProgrammeFingerprint
{
    private const int HashBytes = 16;

    private static readonly JsonSerializerOptions Options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>SHA-256 of the version, the seed and the programme without what only people read; its first 128 bits.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="seed">The seed it is run with.</param>
    public static string Of(Programme programme, ulong seed)
    {
        var decisive = programme with
        {
            Title = "",
            Description = "",
            Replications = 0,
            Facts = [],
            Assumptions = [],
            Localisation = null,
            Backtest = null,
            Cases = [.. programme.Cases.Select(static way => way with { Title = "" })],
        };
        return Of([ProductVersion.Text, seed.ToString(), JsonSerializer.Serialize(decisive, Options)]);
    }

    /// <summary>SHA-256 of texts, its first 128 bits.</summary>
    /// <param name="parts">The texts.</param>
    public static string Of(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(parts)).AsSpan(0, HashBytes));
}
