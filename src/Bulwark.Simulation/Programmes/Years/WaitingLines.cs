namespace Bulwark.Simulation.Programmes.Years;

/// <summary>Many lines of waiting numbers, first come first served, in one pool of links. Mutable; allocates only while it grows.</summary>
/// <param name="lines">Number of lines.</param>
internal sealed class WaitingLines(int lines)
{
    private readonly int[] _first = NewEnds(lines);
    private readonly int[] _last = NewEnds(lines);
    private int[] _value = new int[64];
    private int[] _next = new int[64];
    private int _used;
    private int _free = -1;

    /// <summary>Empties every line.</summary>
    public void Clear()
    {
        Array.Fill(_first, -1);
        Array.Fill(_last, -1);
        (_used, _free) = (0, -1);
    }

    /// <summary>Puts a number at the end of a line.</summary>
    public void Add(int line, int value)
    {
        var link = _free;
        if (link >= 0)
        {
            _free = _next[link];
        }
        else
        {
            if (_used == _value.Length)
            {
                Array.Resize(ref _value, 2 * _used);
                Array.Resize(ref _next, 2 * _used);
            }

            link = _used++;
        }

        (_value[link], _next[link]) = (value, -1);
        if (_last[line] >= 0) _next[_last[line]] = link;
        else _first[line] = link;
        _last[line] = link;
    }

    /// <summary>Takes the first of a line.</summary>
    /// <returns>False when nobody waits.</returns>
    public bool TryTake(int line, out int value)
    {
        var link = _first[line];
        value = link >= 0 ? _value[link] : -1;
        if (link < 0) return false;
        _first[line] = _next[link];
        if (_first[line] < 0) _last[line] = -1;
        _next[link] = _free;
        _free = link;
        return true;
    }

    private static int[] NewEnds(int count)
    {
        var ends = new int[count];
        Array.Fill(ends, -1);
        return ends;
    }
}
