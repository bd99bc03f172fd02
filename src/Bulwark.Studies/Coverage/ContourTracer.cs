using System.Collections.Immutable;

namespace Bulwark.Studies.Coverage;

/// <summary>
/// Closed lines around the nodes of a grid whose value reaches a level: marching squares (Lorensen and Cline, "Marching cubes",
/// Computer Graphics 21 (1987), in the plane). Around the grid lie nodes without a value, so every line closes; at a saddle the corners
/// that reach the level stay apart. Walked so that what is inside lies to the left on a map with north up: outer rings run counter-clockwise and holes clockwise. A node that is not a number counts as far
/// below any level.
/// </summary>
internal static class ContourTracer
{
    /// <summary>Traces the lines.</summary>
    /// <param name="values">Values of the nodes, row by row.</param>
    /// <param name="stride">Nodes in a row of the values.</param>
    /// <param name="first">First column to look at.</param>
    /// <param name="columns">Columns to look at.</param>
    /// <param name="rows">Rows, from the north.</param>
    /// <param name="level">The level.</param>
    /// <returns>Closed lines in columns and rows; the last point joins the first, which is not repeated.</returns>
    public static List<List<(double X, double Y)>> Trace(ImmutableArray<float> values, int stride, int first, int columns, int rows, double level)
    {
        // Each crossing of a grid edge is left once: next[edge] is the edge at which the line goes on.
        var next = new Dictionary<long, long>();
        var (above, below) = (new bool[columns + 2], new bool[columns + 2]);
        for (var y = -1; y < rows; y++)
        {
            for (var x = 0; x < columns; x++) below[x + 1] = y + 1 < rows && values[((y + 1) * stride) + first + x] >= level;
            for (var x = -1; x < columns; x++)
            {
                if (above[x + 1] != above[x + 2] || above[x + 1] != below[x + 1] || above[x + 1] != below[x + 2]) Cell(x, y);
            }

            (above, below) = (below, above);
        }

        var lines = new List<List<(double X, double Y)>>();
        foreach (var start in next.Keys.Order().ToArray())
        {
            if (!next.ContainsKey(start)) continue;
            var line = new List<(double X, double Y)>();
            for (var edge = start; next.Remove(edge, out var following); edge = following) line.Add(Crossing(edge));
            if (line.Count > 2) lines.Add(line);
        }

        return lines;

        double At(int x, int y)
        {
            if (x < 0 || y < 0 || x >= columns || y >= rows) return double.NegativeInfinity;
            var node = values[(y * stride) + first + x];
            return float.IsNaN(node) ? double.NegativeInfinity : node;
        }

        // Edges are named by their upper or left node and whether they run down.
        long Edge(int x, int y, bool down) => ((((long)(y + 1) * (columns + 2)) + x + 1) * 2) + (down ? 1 : 0);

        (double X, double Y) Crossing(long edge)
        {
            var down = (edge & 1) == 1;
            var node = edge / 2;
            var (x, y) = ((int)(node % (columns + 2)) - 1, (int)(node / (columns + 2)) - 1);
            var (from, to) = (At(x, y), At(x + (down ? 0 : 1), y + (down ? 1 : 0)));

            // Towards a node without a value the line stays at the node that has one.
            var share = double.IsInfinity(from) ? 1 : double.IsInfinity(to) ? 0 : (level - from) / (to - from);
            return down ? (x, y + share) : (x + share, y);
        }

        void Cell(int x, int y)
        {
            var corners = (At(x, y) >= level ? 1 : 0) | (At(x + 1, y) >= level ? 2 : 0) | (At(x + 1, y + 1) >= level ? 4 : 0) | (At(x, y + 1) >= level ? 8 : 0);
            if (corners is 0 or 15) return;
            var (top, right, bottom, left) = (Edge(x, y, false), Edge(x + 1, y, true), Edge(x, y + 1, false), Edge(x, y, true));

            // From the edge that the line enters to the one by which it leaves, keeping the inside to its left on a map with north up.
            switch (corners)
            {
                case 1: next[left] = top; break;
                case 2: next[top] = right; break;
                case 3: next[left] = right; break;
                case 4: next[right] = bottom; break;
                case 5: next[left] = top; next[right] = bottom; break;
                case 6: next[top] = bottom; break;
                case 7: next[left] = bottom; break;
                case 8: next[bottom] = left; break;
                case 9: next[bottom] = top; break;
                case 10: next[top] = right; next[bottom] = left; break;
                case 11: next[bottom] = right; break;
                case 12: next[right] = left; break;
                case 13: next[right] = top; break;
                default: next[top] = left; break;
            }
        }
    }
}
