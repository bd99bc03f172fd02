namespace Bulwark.Sensing.Propagation;

/// <summary>Gauss-Legendre rule of 16 nodes on (-1, 1), by Newton's method on the Legendre polynomial (Abramowitz and Stegun, 25.4.29).</summary>
internal static class GaussLegendre
{
    private const int Order = 16;

    public static (double[] Nodes, double[] Weights) Rule { get; } = Make();

    private static (double[] Nodes, double[] Weights) Make()
    {
        var nodes = new double[Order];
        var weights = new double[Order];
        for (var i = 0; i < Order; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (Order + 0.5));
            var slope = 1.0;
            for (var iteration = 0; iteration < 8; iteration++)
            {
                double p0 = 1, p1 = x;
                for (var k = 2; k <= Order; k++) (p0, p1) = (p1, ((((2 * k) - 1) * x * p1) - ((k - 1) * p0)) / k);
                slope = Order * ((x * p1) - p0) / ((x * x) - 1);
                x -= p1 / slope;
            }

            nodes[i] = x;
            weights[i] = 2 / ((1 - (x * x)) * slope * slope);
        }

        return (nodes, weights);
    }
}
