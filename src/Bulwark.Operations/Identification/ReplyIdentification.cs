using Bulwark.Operations.Picture;

namespace Bulwark.Operations.Identification;

/// <summary>
/// Identification by answers to the interrogator: a track that answered twice is neutral; one that stayed silent through enough looks
/// is unknown. With answer probability p per look, a co-operative aircraft is still called unknown after n silent looks with
/// probability (1 - p)^n, the operating characteristic of a fixed-length test (Wald, Sequential Analysis, 1947, section 3).
/// </summary>
public static class ReplyIdentification
{
    /// <summary>Answers that make a track neutral.</summary>
    public const int RepliesForNeutral = 2;

    /// <summary>Looks without an answer after which a track is treated as unknown.</summary>
    public const int SilentLooksForUnknown = 3;

    /// <summary>The identity that the answers so far support.</summary>
    /// <param name="looks">Looks in which the track was asked.</param>
    /// <param name="replies">Looks in which it answered.</param>
    public static Identity Identify(int looks, int replies)
    {
        if (replies >= RepliesForNeutral) return Identity.Neutral;
        return looks - replies >= SilentLooksForUnknown ? Identity.Unknown : Identity.Pending;
    }
}
