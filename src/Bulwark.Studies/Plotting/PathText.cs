using System.Text;

namespace Bulwark.Studies.Plotting;

/// <summary>Builds the "d" attribute of an SVG path; points that fall on the same rounded place are written once.</summary>
internal sealed class PathText
{
    private readonly StringBuilder _text = new();

    public void Polyline(ReadOnlySpan<PlotPoint> points)
    {
        var (lastX, lastY) = ("", "");
        for (var index = 0; index < points.Length; index++)
        {
            var x = SvgNumber.Format(points[index].X);
            var y = SvgNumber.Format(points[index].Y);
            if (index > 0 && string.Equals(x, lastX, StringComparison.Ordinal) && string.Equals(y, lastY, StringComparison.Ordinal)) continue;
            _text.Append(index == 0 ? 'M' : 'L').Append(x).Append(' ').Append(y);
            (lastX, lastY) = (x, y);
        }
    }

    public void Close() => _text.Append('Z');

    public override string ToString() => _text.ToString();
}
