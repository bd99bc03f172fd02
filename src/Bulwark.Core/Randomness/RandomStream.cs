namespace Bulwark.Core.Randomness;

/// <summary>
/// A stream of random numbers named by (seed, replication, instance, purpose). Streams with different names never overlap, so a
/// new consumer shifts nobody, and two alternatives of a study share their luck. A value type: copying it copies its position,
/// which is what makes snapshots of a run exact.
/// </summary>
/// <remarks>
/// The seed is the Philox key; the counter holds (block, instance, purpose, replication). A stream has 2^32 - 1 blocks of four words and then overflows loudly.
/// </remarks>
public struct RandomStream
{
    private readonly uint _key0;
    private readonly uint _key1;
    private readonly uint _instance;
    private readonly uint _purpose;
    private readonly uint _replication;
    private PhiloxBlock _words;
    private uint _block;
    private int _used;

    /// <summary>Opens the named stream.</summary>
    /// <param name="seed">Seed of the run or study.</param>
    /// <param name="replication">Number of the replication, from 0.</param>
    /// <param name="instance">Number of the thing that draws (radar, target, pair of both).</param>
    /// <param name="purpose">What the numbers are for.</param>
    /// <param name="firstBlock">Where to start; a consumer that draws once per event passes the event's number.</param>
    public RandomStream(ulong seed, uint replication, uint instance, RandomPurpose purpose, uint firstBlock = 0)
    {
        _key0 = (uint)seed;
        _key1 = (uint)(seed >> 32);
        _instance = instance;
        _purpose = (uint)purpose;
        _replication = replication;
        _block = firstBlock;
        _used = 4;
    }

    /// <summary>The next 32 random bits.</summary>
    public uint NextUInt32()
    {
        if (_used == 4)
        {
            _words = Philox4x32.Block(new PhiloxBlock(_block, _instance, _purpose, _replication), _key0, _key1);
            _block = checked(_block + 1);
            _used = 0;
        }

        return _used++ switch { 0 => _words.Word0, 1 => _words.Word1, 2 => _words.Word2, _ => _words.Word3 };
    }

    /// <summary>The next 64 random bits.</summary>
    public ulong NextUInt64() => ((ulong)NextUInt32() << 32) | NextUInt32();

    /// <summary>A uniform number strictly between 0 and 1, with 53 random bits.</summary>
    public double NextUnit() => ((NextUInt64() >> 11) + 0.5) * (1.0 / (1UL << 53));
}
