namespace Bulwark.Studies.Plotting;

/// <summary>Places values along an axis, evenly or by the square root (which spreads out the small ones).</summary>
internal sealed class AxisScale(double from, double to, double pixelFrom, double pixelTo, bool squareRoot = false)
{
    public double From => from;

    public double To => to;

    public double PixelFrom => pixelFrom;

    public double PixelTo => pixelTo;

    public double Place(double value) => pixelFrom + ((Shape(value) - Shape(from)) / (Shape(to) - Shape(from)) * (pixelTo - pixelFrom));

    private double Shape(double value) => squareRoot ? Math.CopySign(Math.Sqrt(Math.Abs(value)), value) : value;
}
