namespace Bulwark.Studies.Plotting;

/// <summary>An upright rectangle of a drawing in pixels.</summary>
internal readonly record struct PlotBox(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public PlotPoint Centre => new(Left + (Width / 2), Top + (Height / 2));

    public bool Contains(PlotPoint point) => point.X >= Left && point.X <= Right && point.Y >= Top && point.Y <= Bottom;

    public bool Contains(PlotBox other) => other.Left >= Left && other.Right <= Right && other.Top >= Top && other.Bottom <= Bottom;

    public bool Overlaps(PlotBox other) => Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

    public PlotBox Grown(double by) => new(Left - by, Top - by, Width + (2 * by), Height + (2 * by));
}
