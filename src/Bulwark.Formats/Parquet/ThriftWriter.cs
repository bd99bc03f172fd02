using System.Text;

namespace Bulwark.Formats.Parquet;

/// <summary>Writes structures in Thrift's compact protocol (Apache Thrift, doc/specs/thrift-compact-protocol.md), as far as Parquet's footers need it.</summary>
internal sealed class ThriftWriter
{
    private const int I32 = 5;
    private const int I64 = 6;
    private const int Binary = 8;
    private const int List = 9;
    private const int Structure = 12;

    private readonly List<byte> _bytes = [];
    private readonly Stack<int> _outer = new();
    private int _last;

    public void Number(int field, int value)
    {
        Header(field, I32);
        ZigZag(value);
    }

    public void Long(int field, long value)
    {
        Header(field, I64);
        ZigZag(value);
    }

    public void Text(int field, string value)
    {
        Header(field, Binary);
        Raw(value);
    }

    public void Numbers(int field, params ReadOnlySpan<int> values)
    {
        ListHeader(field, values.Length, I32);
        foreach (var value in values) ZigZag(value);
    }

    public void Texts(int field, params ReadOnlySpan<string> values)
    {
        ListHeader(field, values.Length, Binary);
        foreach (var value in values) Raw(value);
    }

    /// <summary>Writes a structure inside this one.</summary>
    public void Inside(int field, Action<ThriftWriter> content)
    {
        Header(field, Structure);
        Item(content);
    }

    /// <summary>Writes a list of structures.</summary>
    public void Items<T>(int field, IReadOnlyList<T> items, Action<ThriftWriter, T> content)
    {
        ListHeader(field, items.Count, Structure);
        foreach (var item in items) Item(writer => content(writer, item));
    }

    /// <summary>Ends the structure.</summary>
    public byte[] Finish()
    {
        _bytes.Add(0);
        return [.. _bytes];
    }

    public static void WriteVarint(Stream stream, ulong value)
    {
        for (; value >= 0x80; value >>= 7) stream.WriteByte((byte)(value | 0x80));
        stream.WriteByte((byte)value);
    }

    private void Item(Action<ThriftWriter> content)
    {
        _outer.Push(_last);
        _last = 0;
        content(this);
        _bytes.Add(0);
        _last = _outer.Pop();
    }

    private void Header(int field, int type)
    {
        // Fields are written in rising order, at most fifteen apart.
        _bytes.Add((byte)(((field - _last) << 4) | type));
        _last = field;
    }

    private void ListHeader(int field, int count, int type)
    {
        Header(field, List);
        if (count < 15)
        {
            _bytes.Add((byte)((count << 4) | type));
            return;
        }

        _bytes.Add((byte)(0xF0 | type));
        Varint((ulong)count);
    }

    private void Raw(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Varint((ulong)bytes.Length);
        _bytes.AddRange(bytes);
    }

    private void ZigZag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    private void Varint(ulong value)
    {
        for (; value >= 0x80; value >>= 7) _bytes.Add((byte)(value | 0x80));
        _bytes.Add((byte)value);
    }
}
