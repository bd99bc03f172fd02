using Bulwark.Core.Earth;
using Bulwark.Studies.Plotting;
using Bulwark.Studies.Plotting.Maps;
using Bulwark.Studies.Plotting.Raster;

namespace Bulwark.Studies.Coverage;

/// <summary>Draws the maps of a coverage study: one of probability for each height, and one of all heights together.</summary>
public static class CoveragePicture
{
    private const double MapSide = 640;
    private const double MapLeft = 64;
    private const double MapTop = 74;
    private const double PanelWidth = 246;
    private const double Margin = 20;
    internal const double LeastShown = 0.02;

    /// <summary>The probability of detection at one height.</summary>
    /// <param name="result">The study.</param>
    /// <param name="layer">Which height, from 0.</param>
    /// <param name="scaleFactor">Pixels for each of the 970 points of the picture's width, 0.5 to 4.</param>
    public static RasterImage Probability(CoverageResult result, int layer, double scaleFactor = 1.5)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sheet = new Sheet(result, scaleFactor);
        var values = result.Layers[layer];
        sheet.Ground();
        Cells(sheet, result, index => values.Probability[index] is var p && p >= LeastShown ? ColourScale.At(p) with { Opacity = CoverageLegend.Opacity(p) } : null);
        Unknown(sheet, result, index => float.IsNaN(values.Probability[index]));
        sheet.Dress([values]);
        CoverageLegend.Probability(sheet.Canvas, sheet.Panel, result, values);
        sheet.Title($"Probability of detection, {CoverageWords.Target(result)} at {CoverageWords.Height(result, values)}");
        return sheet.Canvas.Image;
    }

    /// <summary>From which of the heights a place is covered: the lowest one decides its colour.</summary>
    /// <param name="result">The study.</param>
    /// <param name="scaleFactor">Pixels for each of the 970 points of the picture's width, 0.5 to 4.</param>
    public static RasterImage Overview(CoverageResult result, double scaleFactor = 1.5)
    {
        ArgumentNullException.ThrowIfNull(result);
        var sheet = new Sheet(result, scaleFactor);
        var layers = result.Layers.OrderBy(static layer => layer.HeightM).ToArray();
        var threshold = result.Request.ThresholdProbability;
        Rgb[] colours = [.. layers.Select((_, index) => CoverageLegend.HeightColour(index, layers.Length))];
        sheet.Ground();
        Cells(sheet, result, index =>
        {
            for (var lowest = 0; lowest < layers.Length; lowest++)
            {
                if (layers[lowest].Probability[index] >= threshold) return colours[lowest];
            }

            return null;
        });
        Unknown(sheet, result, index => Array.Exists(layers, layer => float.IsNaN(layer.Probability[index])) && !Array.Exists(layers, layer => layer.Probability[index] >= threshold));
        sheet.Dress(layers);
        CoverageLegend.Heights(sheet.Canvas, sheet.Panel, result, layers);
        sheet.Title($"Where a {CoverageWords.Target(result)} is seen, by its height");
        return sheet.Canvas.Image;
    }

    private static void Cells(Sheet sheet, CoverageResult result, Func<int, Rgb?> colour)
    {
        var grid = result.Grid;
        sheet.Map.EachPixel((x, y, plane) =>
        {
            if (Index(grid, plane) is { } index && colour(index) is { } paint) sheet.Canvas.Blend(x, y, paint);
        });
    }

    // Grey stripes, which no value of the scale looks like.
    private static void Unknown(Sheet sheet, CoverageResult result, Predicate<int> isUnknown)
    {
        if (!result.HasTerrain) return;
        var (grey, light) = (new Rgb(0x6b, 0x6b, 0x6b, 0.75), new Rgb(0xc8, 0xc8, 0xc8, 0.75));
        var period = Math.Max(4, (int)Math.Round(6 * sheet.Canvas.PixelsPerPoint));
        sheet.Map.EachPixel((x, y, plane) =>
        {
            if (Index(result.Grid, plane) is { } index && isUnknown(index)) sheet.Canvas.Blend(x, y, (x + y) % period < period / 3 ? grey : light);
        });
    }

    private static int? Index(CoverageGrid grid, MapPoint plane)
    {
        if ((plane.EastM * plane.EastM) + (plane.NorthM * plane.NorthM) > grid.RadiusM * grid.RadiusM) return null;
        var column = (int)Math.Round(plane.EastM / grid.CellM) + grid.HalfSide;
        var row = grid.HalfSide - (int)Math.Round(plane.NorthM / grid.CellM);
        return column < 0 || row < 0 || column >= grid.Side || row >= grid.Side || !grid.IsInside(column, row) ? null : (row * grid.Side) + column;
    }

    /// <summary>The parts that every map of a study has.</summary>
    private sealed class Sheet
    {
        private static readonly Rgb Ink = Rgb.Of(Palette.Ink);
        private static readonly Rgb RingColour = Rgb.Of(Palette.Limit);

        private readonly CoverageResult _result;

        public Sheet(CoverageResult result, double scaleFactor)
        {
            if (!(scaleFactor is >= 0.5 and <= 4)) throw new ArgumentOutOfRangeException(nameof(scaleFactor), scaleFactor, "0.5 to 4 pixels for a point.");
            _result = result;
            var notes = CoverageWords.Notes(result).SelectMany(static note => TextMeasure.Wrap(note, NoteStyle, MapSide + PanelWidth)).ToArray();
            Canvas = new RasterCanvas(MapLeft + MapSide + Margin + PanelWidth, MapTop + MapSide + 34 + (14 * notes.Length) + 12, scaleFactor);
            var box = new PlotBox(MapLeft, MapTop, MapSide, MapSide);
            Map = new RasterMap(Canvas, box, result.Grid.Projection, 2.02 * result.Grid.RadiusM / MapSide);
            Panel = new PlotBox(box.Right + Margin, MapTop, PanelWidth - Margin, MapSide);
            for (var line = 0; line < notes.Length; line++) Canvas.Text(new PlotPoint(MapLeft, box.Bottom + 40 + (14 * line)), notes[line], NoteStyle);
        }

        private static TextStyle NoteStyle => new() { Size = 10, Colour = Palette.Muted };

        public RasterCanvas Canvas { get; }

        public RasterMap Map { get; }

        public PlotBox Panel { get; }

        public void Title(string title)
        {
            Canvas.Text(new PlotPoint(MapLeft, 34), title, new TextStyle { Size = 18, Bold = true });
            Canvas.Text(new PlotPoint(MapLeft, 56), CoverageWords.Radars(_result), new TextStyle { Size = 12, Colour = Palette.Muted });
        }

        /// <summary>Sea, land and relief.</summary>
        public void Ground()
        {
            Map.Ground();
            if (_result.HasTerrain) ReliefLayer.Draw(Map, _result.Field, _result.Grid.Projection);
        }

        /// <summary>Everything above the colours.</summary>
        public void Dress(IReadOnlyList<CoverageLayer> layers)
        {
            Map.Coast();
            Map.Graticule();
            foreach (var layer in layers) Threshold(layer);
            MapFurniture.Reserve(Map);
            foreach (var site in _result.Sites) Map.Labels.Reserve(Around(Map.Place(site.Place)));
            Rings();
            foreach (var site in _result.Sites) Site(site);
            foreach (var jammer in _result.Request.Jammers) Jammer(jammer.Place);
            MapFurniture.Draw(Map);
            Canvas.Frame(Map.Box, 1, Rgb.Of(Palette.Frame));
        }

        private static PlotBox Around(PlotPoint mark) => new(mark.X - 9, mark.Y - 10, 18, 18);

        private void Threshold(CoverageLayer layer)
        {
            var grid = _result.Grid;
            var lines = ContourTracer.Trace(layer.Probability, grid.Side, 0, grid.Side, grid.Side, _result.Request.ThresholdProbability);
            foreach (var line in lines)
            {
                if (line.Count < 8) continue;
                var points = line.ConvertAll(at => new PlotPoint(
                    Map.Box.Centre.X + ((at.X - grid.HalfSide) * grid.CellM / Map.MetresPerPoint),
                    Map.Box.Centre.Y + ((at.Y - grid.HalfSide) * grid.CellM / Map.MetresPerPoint)));
                Map.Line([.. points, points[0]], 1.0, Ink with { Opacity = 0.8 });
            }
        }

        private void Rings()
        {
            var drawn = new HashSet<(double, double, double)>();
            if (_result.Sites.Length == 1)
            {
                var step = NiceTicks.Step(_result.Grid.RadiusM / 4);
                for (var rangeM = step; rangeM < _result.Grid.RadiusM; rangeM += step)
                {
                    if (Array.Exists([.. _result.Sites[0].RingRangesM], ringM => Math.Abs(ringM - rangeM) < 0.05 * rangeM)) continue;
                    Map.Ring(_result.Sites[0].Place, rangeM, 0.7, Ink with { Opacity = 0.45 }, (2, 3), CoverageWords.Length(rangeM), new TextStyle { Size = 10, Colour = Palette.Ink });
                }
            }

            foreach (var site in _result.Sites)
            {
                for (var radar = 0; radar < site.RingRangesM.Length; radar++)
                {
                    var ringM = site.RingRangesM[radar];
                    if (!drawn.Add((site.Place.LatitudeRad, site.Place.LongitudeRad, ringM))) continue;
                    var label = $"{site.RadarNames[radar].Split(' ')[0]}: {CoverageWords.Length(ringM)}";
                    Map.Ring(site.Place, ringM, 1.8, RingColour, (9, 5), label, new TextStyle { Size = 11, Colour = Palette.Limit, Bold = true });
                }
            }
        }

        private void Jammer(GeodeticPoint place)
        {
            var at = Map.Place(place);
            if (Map.Box.Contains(at)) CoverageLegend.JammerMark(Canvas, at);
        }

        private void Site(CoverageSite site)
        {
            var at = Map.Place(site.Place);
            if (!Map.Box.Contains(at)) return;
            PlotPoint[] mark = [new(at.X, at.Y - 7), new(at.X + 6.5, at.Y + 5), new(at.X - 6.5, at.Y + 5)];
            Canvas.Line([.. mark, mark[0]], 3.5, Rgb.Of(Palette.Paper));
            Canvas.Fill([mark], Ink);
            if (_result.Sites.Length == 1) return;
            var style = new TextStyle { Size = 11, Bold = true, Halo = true };
            var width = TextMeasure.Width(site.Name, style);
            if (Map.Labels.Take(site.Name, style, [new(at.X + 12, at.Y + 4), new(at.X - 12 - width, at.Y + 4), new(at.X - (width / 2), at.Y - 12), new(at.X - (width / 2), at.Y + 20)]) is { } place)
                Canvas.Text(place, site.Name, style);
        }
    }
}
