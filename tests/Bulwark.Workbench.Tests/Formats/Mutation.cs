using Bulwark.Core.Randomness;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Bends octets the way damage and malice do: bits, extreme values, lengths, repeated, lost and moved stretches.</summary>
internal static class Mutation
{
    /// <summary>One to four changes at or behind a position.</summary>
    public static byte[] Apply(byte[] octets, int from, ref RandomStream random)
    {
        var result = octets.ToList();
        for (var changes = 1 + (random.NextUInt32() % 4); changes > 0 && result.Count > from + 1; changes--)
        {
            var at = from + (int)(random.NextUInt32() % (uint)(result.Count - from));
            var stretch = Math.Min(1 + (int)(random.NextUInt32() % 24), result.Count - at);
            switch (random.NextUInt32() % 7)
            {
                case 0: result[at] ^= (byte)(1 << (int)(random.NextUInt32() % 8)); break;
                case 1: result[at] = (byte)random.NextUInt32(); break;
                case 2: result[at] = random.NextUInt32() % 2 == 0 ? (byte)0 : (byte)0xFF; break;
                case 3: result.RemoveRange(at, stretch); break;
                case 4: result.InsertRange(at, result.GetRange(at, stretch)); break;
                case 5: result.InsertRange(at, Noise(stretch, ref random)); break;
                default:
                    var source = from + (int)(random.NextUInt32() % (uint)(result.Count - from));
                    for (var octet = 0; octet < Math.Min(stretch, result.Count - source); octet++) result[at + octet] = result[source + octet];
                    break;
            }
        }

        return [.. result];
    }

    /// <summary>Random octets.</summary>
    public static byte[] Noise(int length, ref RandomStream random)
    {
        var octets = new byte[length];
        for (var octet = 0; octet < length; octet++) octets[octet] = (byte)random.NextUInt32();
        return octets;
    }
}
