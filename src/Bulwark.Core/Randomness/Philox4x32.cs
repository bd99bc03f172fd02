namespace Bulwark.Core.Randomness;

/// <summary>
/// The counter-based generator Philox4x32-10: a pure function from a 128-bit counter and a 64-bit key to 128 random bits.
/// Source: Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC'11, section 3.3;
/// checked against the known-answer vectors of the authors' Random123 distribution.
/// </summary>
public static class Philox4x32
{
    private const uint Multiplier0 = 0xD2511F53;
    private const uint Multiplier1 = 0xCD9E8D57;
    private const uint Weyl0 = 0x9E3779B9;
    private const uint Weyl1 = 0xBB67AE85;
    private const int Rounds = 10;

    /// <summary>Four random words for a counter and a key.</summary>
    /// <param name="counter">The 128-bit counter, least significant word first.</param>
    /// <param name="key0">Low word of the key.</param>
    /// <param name="key1">High word of the key.</param>
    public static PhiloxBlock Block(PhiloxBlock counter, uint key0, uint key1)
    {
        var (c0, c1, c2, c3) = counter;
        for (var round = 0; round < Rounds; round++)
        {
            var product0 = (ulong)Multiplier0 * c0;
            var product1 = (ulong)Multiplier1 * c2;
            (c0, c1, c2, c3) = ((uint)(product1 >> 32) ^ c1 ^ key0, (uint)product1, (uint)(product0 >> 32) ^ c3 ^ key1, (uint)product0);
            unchecked
            {
                key0 += Weyl0;
                key1 += Weyl1;
            }
        }

        return new PhiloxBlock(c0, c1, c2, c3);
    }
}
