using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Workbench.Tests.Coverage;

/// <summary>Pictures of pixels: the file is a right PNG, shapes have their exact areas, text is there.</summary>
public class RasterTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AWrittenPictureReadsBack(bool opaque)
    {
        var image = new RasterImage(37, 23);
        for (var at = 0; at < image.Rgba.Length; at++) image.Rgba[at] = opaque && at % 4 == 3 ? (byte)255 : (byte)((at * 7) ^ (at >> 5));
        using var stream = new MemoryStream();
        PngEncoder.Write(stream, image, 144);

        var read = PngReader.Read(stream.ToArray());
        Assert.Equal((37, 23, opaque ? 3 : 4), (read.Width, read.Height, read.Channels));
        Assert.Equal(["IHDR", "pHYs", "IDAT", "IEND"], read.Chunks);
        for (var pixel = 0; pixel < 37 * 23; pixel++)
        {
            for (var channel = 0; channel < read.Channels; channel++) Assert.Equal(image.Rgba[(4 * pixel) + channel], read.Pixels[(read.Channels * pixel) + channel]);
        }
    }

    [Fact]
    public void ADiscHasItsArea()
    {
        var canvas = new RasterCanvas(100, 100, 1);
        canvas.Disc(new PlotPoint(50.3, 49.8), 30.4, new Rgb(0, 0, 0));

        // Darkness adds up to the area; the disc is a polygon that stays within a third of a pixel, and shades are octets.
        Assert.Equal(Math.PI * 30.4 * 30.4, Darkness(canvas.Image), 0.01 * Math.PI * 30.4 * 30.4);
    }

    [Theory]
    [InlineData(10, 10, 90, 10, 3)]
    [InlineData(10, 10, 90, 80, 2.5)]
    [InlineData(50, 5, 50, 95, 1)]
    public void ALineHasItsLengthTimesItsWidth(double x0, double y0, double x1, double y1, double width)
    {
        var canvas = new RasterCanvas(100, 100, 1);
        canvas.Line([new(x0, y0), new(x1, y1)], width, new Rgb(0, 0, 0));
        var area = double.Hypot(x1 - x0, y1 - y0) * width;

        // The round end adds half a disc.
        Assert.InRange(Darkness(canvas.Image), area * 0.99, (area * 1.01) + (Math.PI * width * width / 8) + 0.5);
    }

    [Fact]
    public void OutlinesThatRunTheOtherWayCutHolesAndOverlapsCountOnce()
    {
        var canvas = new RasterCanvas(60, 60, 1);
        canvas.Fill([[new(10, 10), new(50, 10), new(50, 50), new(10, 50)], [new(20, 20), new(20, 30), new(30, 30), new(30, 20)], [new(40, 10), new(50, 10), new(50, 50), new(40, 50)]], new Rgb(0, 0, 0));
        Assert.Equal(1500, Darkness(canvas.Image), 1.0);
    }

    [Fact]
    public void NothingIsDrawnOutsideTheClipOrThePicture()
    {
        var canvas = new RasterCanvas(40, 40, 1);
        canvas.ClipTo(new PlotBox(10, 10, 20, 20));
        canvas.Fill([[new(-1000, -1000), new(1000, -1000), new(1000, 1000), new(-1000, 1000)]], new Rgb(0, 0, 0));
        Assert.Equal(400, Darkness(canvas.Image), 0.5);
    }

    [Fact]
    public void TextIsAsWideAsItSaysAndUnknownCharactersAreSeen()
    {
        var canvas = new RasterCanvas(300, 40, 1);
        canvas.Text(new PlotPoint(20, 30), "Hill 300 m²", new TextStyle { Size = 20 });
        var width = GlyphSet.Width("Hill 300 m²", 20, bold: false);
        var (first, last) = Extent(canvas.Image);
        Assert.InRange(first, 20, 24);
        Assert.InRange(last, 20 + width - 4, 20 + width);
        Assert.Equal(GlyphSet.Width("?", 20, bold: false), GlyphSet.Width("\u4e00", 20, bold: false));
    }

    [Fact]
    public void TheScaleGetsDarkerEvenly()
    {
        // Lightness L* of CIELAB falls from one end to the other, in steps that differ by less than half.
        var lightness = Enumerable.Range(0, 21).Select(static step => Lightness(ColourScale.At(step / 20.0))).ToArray();
        var steps = lightness.Zip(lightness.Skip(1), static (from, to) => from - to).ToArray();
        Assert.All(steps, static step => Assert.InRange(step, 2.0, 6.0));
    }

    private static double Lightness(Rgb colour)
    {
        var y = (0.2126 * Linear(colour.Red)) + (0.7152 * Linear(colour.Green)) + (0.0722 * Linear(colour.Blue));
        return (116 * Math.Cbrt(y)) - 16;

        static double Linear(byte value) => value / 255.0 <= 0.04045 ? value / 255.0 / 12.92 : Math.Pow(((value / 255.0) + 0.055) / 1.055, 2.4);
    }

    private static double Darkness(RasterImage image)
    {
        var sum = 0.0;
        for (var at = 0; at < image.Rgba.Length; at += 4) sum += (255 - image.Rgba[at]) / 255.0;
        return sum;
    }

    private static (int First, int Last) Extent(RasterImage image)
    {
        var columns = Enumerable.Range(0, image.Width).Where(x => Enumerable.Range(0, image.Height).Any(y => image.Rgba[4 * ((y * image.Width) + x)] < 200)).ToArray();
        return (columns[0], columns[^1]);
    }
}
