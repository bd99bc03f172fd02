using System.Buffers.Binary;

namespace Bulwark.Workbench.Tests.Formats;

/// <summary>Public one-record data blocks and ways to wrap blocks, so that the reader is tested without the recordings.</summary>
internal static class AsterixBlocks
{
    /// <summary>Test blocks of github.com/hpuhr/jASTERIX (src/test), measurements with the identity blanked by their author.</summary>
    public const string Plot001 = "010014FE0001203FB8B67C0B6305F0C179C06EB7";

    public const string NorthMark002 = "02000CD4000101416EB59302";

    public const string Sector034 = "220014F6000202416DEC40944060440094000010";

    public const string Plot048 =
        "300041FFF7020001416DEBA849EC3FC4213805C820C1AB4CBD4994B5617820038BD9EB2FBFE4006080919F39A004DD50C8480030A80000400397083C17304020FD";

    public static byte[] Bytes(params string[] hex) => Convert.FromHexString(string.Concat(hex));

    /// <summary>A data block around records.</summary>
    public static byte[] Block(int category, params byte[] records)
    {
        var block = new byte[3 + records.Length];
        block[0] = (byte)category;
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(1), (ushort)block.Length);
        records.CopyTo(block, 3);
        return block;
    }

    /// <summary>A CAT002 north mark of radar 20/130 at a full time of day.</summary>
    public static byte[] NorthMark(double timeS) => Block(2, [0xD0, 20, 130, 1, .. Units(timeS, 3)]);

    /// <summary>A CAT001 plot of radar 20/130 with a truncated time of day.</summary>
    public static byte[] Plot(double timeS) => Block(1, [0xE2, 20, 130, 0x20, 0x10, 0, 0x40, 0, .. Units(timeS % 512, 2)]);

    /// <summary>A <c>.gps</c> recording of blocks with receive times.</summary>
    public static byte[] Gps(params (byte[] Block, double ReceiveTimeS)[] blocks) =>
        [.. Enumerable.Repeat((byte)0xCD, 2200), .. blocks.SelectMany(b => (byte[])[.. b.Block, 0, 0, 0, 0, 0, 0, .. Units(b.ReceiveTimeS, 3), 0])];

    private static byte[] Units(double timeS, int octets)
    {
        var units = (int)Math.Round(timeS * 128);
        return [.. Enumerable.Range(0, octets).Select(octet => (byte)(units >> (8 * (octets - 1 - octet))))];
    }
}
