using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;

namespace Bulwark.Formats.Parquet;

/// <summary>Collects the values of one column of a row group and encodes them. Mutable.</summary>
internal sealed class ColumnBuffer(ParquetColumn column)
{
    private readonly List<bool> _present = [];
    private readonly List<long> _words = [];
    private readonly Dictionary<string, int> _dictionary = new(StringComparer.Ordinal);

    public ParquetColumn Column => column;

    public int Count => _present.Count;

    /// <summary>Texts that occur, in order of first occurrence.</summary>
    public int DictionaryCount => _dictionary.Count;

    public void Add(object? value)
    {
        _present.Add(value is not null);
        if (value is null) return;
        switch (column.Type)
        {
            case ParquetType.Integer:
                _words.Add(Convert.ToInt64(value));
                break;
            case ParquetType.Real:
                _words.Add(BitConverter.DoubleToInt64Bits(Convert.ToDouble(value)));
                break;
            default:
                var text = Convert.ToString(value) ?? "";
                ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_dictionary, text, out var known);
                if (!known) place = _dictionary.Count - 1;
                _words.Add(place);
                break;
        }
    }

    public void Clear()
    {
        _present.Clear();
        _words.Clear();
        _dictionary.Clear();
    }

    /// <summary>The texts, each with its length before it (encoding PLAIN).</summary>
    public byte[] DictionaryPage()
    {
        using var page = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach (var text in _dictionary.OrderBy(static pair => pair.Value).Select(static pair => Encoding.UTF8.GetBytes(pair.Key)))
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, text.Length);
            page.Write(length);
            page.Write(text);
        }

        return page.ToArray();
    }

    /// <summary>Which values are there, then the values: whole numbers plain, reals split into streams of octets, texts by their place in the dictionary.</summary>
    public byte[] DataPage()
    {
        using var page = new MemoryStream();
        WriteLevels(page);
        switch (column.Type)
        {
            case ParquetType.Integer: WritePlain(page); break;
            case ParquetType.Real: WriteSplit(page); break;
            default: WritePlaces(page); break;
        }

        return page.ToArray();
    }

    // Definition levels: runs of equal values, each as its length and the value; the whole preceded by its size.
    private void WriteLevels(MemoryStream page)
    {
        using var levels = new MemoryStream();
        for (var start = 0; start < _present.Count;)
        {
            var end = start;
            while (end < _present.Count && _present[end] == _present[start]) end++;
            ThriftWriter.WriteVarint(levels, (ulong)(end - start) << 1);
            levels.WriteByte((byte)(_present[start] ? 1 : 0));
            start = end;
        }

        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, (int)levels.Length);
        page.Write(size);
        levels.WriteTo(page);
    }

    private void WritePlain(MemoryStream page)
    {
        Span<byte> word = stackalloc byte[8];
        foreach (var value in _words)
        {
            BinaryPrimitives.WriteInt64LittleEndian(word, value);
            page.Write(word);
        }
    }

    private void WriteSplit(MemoryStream page)
    {
        for (var octet = 0; octet < 8; octet++)
        {
            foreach (var value in _words) page.WriteByte((byte)(value >> (8 * octet)));
        }
    }

    // One bit-packed run of all places, lowest bit first, padded to a multiple of eight values.
    private void WritePlaces(MemoryStream page)
    {
        var width = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, _dictionary.Count - 1)));
        page.WriteByte((byte)width);
        var groups = (_words.Count + 7) / 8;
        ThriftWriter.WriteVarint(page, ((ulong)groups << 1) | 1);
        ulong bits = 0;
        var filled = 0;
        for (var index = 0; index < groups * 8; index++)
        {
            bits |= (ulong)(index < _words.Count ? _words[index] : 0) << filled;
            for (filled += width; filled >= 8; filled -= 8)
            {
                page.WriteByte((byte)bits);
                bits >>= 8;
            }
        }
    }
}
