using System.Buffers.Binary;
using System.Security.Cryptography;
using Bulwark.Core.Timing;

namespace Bulwark.Simulation.Recording;

/// <summary>
/// The fingerprint of a run: SHA-256 (FIPS 180-4) over every recorded event in order (type, time in nanoseconds, fields as 64-bit
/// little-endian words, reals by their IEEE 754 bits), cut to its first 128 bits and written in hexadecimal.
/// </summary>
public static class RunHash
{
    private const int HashBytes = 16;

    /// <summary>Computes the fingerprint of everything recorded so far.</summary>
    /// <param name="recorder">The record of the run.</param>
    public static string Compute(Recorder recorder)
    {
        ArgumentNullException.ThrowIfNull(recorder);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var visitor = new Visitor(sha);
        recorder.Replay(ref visitor);
        visitor.Words.Flush();
        return Convert.ToHexStringLower(sha.GetHashAndReset().AsSpan(0, HashBytes));
    }

    private readonly struct Visitor(IncrementalHash sha) : IRunEventVisitor
    {
        public WordBuffer Words { get; } = new(sha);

        public void Visit<T>(long sequence, SimTime time, in T happened)
            where T : struct, IRunEvent
        {
            Words.Add((long)T.Type);
            Words.Add(time.Nanoseconds);
            var fields = Words;
            happened.Write(ref fields);
        }
    }

    private sealed class WordBuffer(IncrementalHash sha) : IEventFieldWriter
    {
        private readonly byte[] _bytes = new byte[8192];
        private int _used;

        public void Add(long word)
        {
            if (_used == _bytes.Length) Flush();
            BinaryPrimitives.WriteInt64LittleEndian(_bytes.AsSpan(_used), word);
            _used += sizeof(long);
        }

        public void Flush()
        {
            sha.AppendData(_bytes, 0, _used);
            _used = 0;
        }

        public void Integer(string name, long value) => Add(value);

        public void Real(string name, double value) => Add(double.IsNaN(value) ? long.MinValue : BitConverter.DoubleToInt64Bits(value));

        public void Choice<T>(string name, T value)
            where T : struct, Enum => Add(System.Runtime.CompilerServices.Unsafe.BitCast<T, int>(value));
    }
}
