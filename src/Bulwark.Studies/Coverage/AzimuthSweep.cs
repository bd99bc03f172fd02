using System.Collections.Immutable;
using Bulwark.Core.Earth;

namespace Bulwark.Studies.Coverage;

/// <summary>Walks outwards from each site in every direction and notes where coverage begins and ends.</summary>
internal static class AzimuthSweep
{
    /// <summary>One for each degree.</summary>
    public const int Directions = 360;

    private const int FewestSteps = 100;
    private const int MostSteps = 4000;
    private const int Halvings = 12;

    /// <summary>The ranges of each layer, by site and azimuth.</summary>
    public static ImmutableArray<AzimuthRange>[] Of(CoverageField field, ImmutableArray<CoverageSite> sites, CoverageGrid grid, ProgressCounter counter, CancellationToken cancellation)
    {
        var found = new AzimuthRange[field.Layers][];
        for (var layer = 0; layer < found.Length; layer++) found[layer] = new AzimuthRange[sites.Length * Directions];
        Parallel.For(0, sites.Length * Directions, new ParallelOptions { CancellationToken = cancellation }, ray =>
        {
            var (site, direction) = (ray / Directions, ray % Directions);
            var azimuthRad = double.DegreesToRadians(direction);
            var wayM = grid.RadiusM + Geodesic.Inverse(grid.Centre, sites[site].Place.WithHeight(0)).DistanceM;
            var walk = new Ray(field, new GeodesicLine(sites[site].Place.WithHeight(0), azimuthRad), wayM, grid.CellM);
            for (var layer = 0; layer < found.Length; layer++) found[layer][ray] = walk.Range(layer, site, azimuthRad);
            counter.Done();
        });
        return [.. found.Select(static ranges => ImmutableArray.Create(ranges))];
    }

    private sealed class Ray
    {
        private readonly CoverageField _field;
        private readonly GeodesicLine _line;
        private readonly int _steps;
        private readonly double _stepM;
        private readonly float[] _values;
        private readonly bool[] _inRing;

        public Ray(CoverageField field, GeodesicLine line, double wayM, double cellM)
        {
            _field = field;
            _line = line;
            _steps = Math.Clamp((int)Math.Ceiling(wayM / cellM), FewestSteps, MostSteps);
            _stepM = wayM / _steps;
            _values = new float[_steps * field.Layers];
            _inRing = new bool[_steps];
            for (var step = 0; step < _steps; step++)
            {
                var place = line.At((step + 1) * _stepM).Point;
                field.Evaluate(place, _values.AsSpan(step * field.Layers, field.Layers));
                _inRing[step] = field.InRing(place);
            }
        }

        public AzimuthRange Range(int layer, int site, double azimuthRad)
        {
            var (unbrokenM, farthestM, ring, covered, unknown) = (double.NaN, 0.0, 0, 0, 0);
            for (var step = 0; step < _steps; step++)
            {
                var value = Value(step, layer);
                if (_inRing[step])
                {
                    ring++;
                    if (Holds(value)) covered++;
                    if (float.IsNaN(value)) unknown++;
                }

                if (!Holds(value) || (step + 1 < _steps && Holds(Value(step + 1, layer)))) continue;
                farthestM = step + 1 < _steps ? Edge(layer, (step + 1) * _stepM, (step + 2) * _stepM) : (step + 1) * _stepM;
                if (double.IsNaN(unbrokenM)) unbrokenM = farthestM;
            }

            return new AzimuthRange(
                site, azimuthRad, double.IsNaN(unbrokenM) ? 0 : unbrokenM, farthestM, RingEdge(),
                ring > 0 ? covered / (double)ring : 0, ring > 0 ? unknown / (double)ring : 0);
        }

        private float Value(int step, int layer) => _values[(step * _field.Layers) + layer];

        private bool Holds(float value) => value >= _field.Request.ThresholdProbability;

        // Between a covered and an uncovered distance.
        private double Edge(int layer, double insideM, double outsideM)
        {
            Span<float> values = stackalloc float[_field.Layers];
            for (var halving = 0; halving < Halvings; halving++)
            {
                var middleM = (insideM + outsideM) / 2;
                _field.Evaluate(_line.At(middleM).Point, values);
                if (Holds(values[layer])) insideM = middleM;
                else outsideM = middleM;
            }

            return insideM;
        }

        private double RingEdge()
        {
            var last = Array.LastIndexOf(_inRing, true);
            if (last < 0) return 0;
            var (insideM, outsideM) = ((last + 1) * _stepM, (last + 2) * _stepM);
            for (var halving = 0; halving < Halvings; halving++)
            {
                var middleM = (insideM + outsideM) / 2;
                if (_field.InRing(_line.At(middleM).Point)) insideM = middleM;
                else outsideM = middleM;
            }

            return insideM;
        }
    }
}
