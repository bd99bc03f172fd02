using Bulwark.Core.Earth;

namespace Bulwark.Tracking.Estimation;

/// <summary>
/// A steady turn about the local vertical u, to the right for a positive rate: v' = B v and p' = p + A v with
/// B = c I + (1-c) uuᵀ - s [u]× and A = S I + (t - S) uuᵀ - V [u]×; s, c are sine and cosine of rate · t, S and V their integrals.
/// Source: Bar-Shalom, Li and Kirubarajan (2001), section 11.7.1, with Rodrigues' rotation for the plane.
/// </summary>
internal readonly struct TurnGeometry
{
    private readonly EcefVector _up;
    private readonly double _seconds;
    private readonly double _sine;
    private readonly double _cosine;
    private readonly double _sineIntegral;
    private readonly double _versineIntegral;
    private readonly double _sineIntegralSlope;
    private readonly double _versineIntegralSlope;

    public TurnGeometry(EcefVector up, double rateRadPerS, double seconds)
    {
        _up = up;
        _seconds = seconds;
        var x = rateRadPerS * seconds;
        (_sine, _cosine) = Math.SinCos(x);
        if (Math.Abs(x) > 0.02)
        {
            _sineIntegral = _sine / rateRadPerS;
            _versineIntegral = (1 - _cosine) / rateRadPerS;
            _sineIntegralSlope = ((x * _cosine) - _sine) / (rateRadPerS * rateRadPerS);
            _versineIntegralSlope = ((x * _sine) - 1 + _cosine) / (rateRadPerS * rateRadPerS);
        }
        else
        {
            // Series in x²: four terms leave 1e-16.
            var q = x * x;
            _sineIntegral = seconds * (1 - (q / 6 * (1 - (q / 20 * (1 - (q / 42))))));
            _versineIntegral = seconds * x / 2 * (1 - (q / 12 * (1 - (q / 30 * (1 - (q / 56))))));
            _sineIntegralSlope = -seconds * seconds * x / 3 * (1 - (q / 10 * (1 - (q / 28))));
            _versineIntegralSlope = seconds * seconds / 2 * (1 - (q / 4 * (1 - (q / 18 * (1 - (q / 40))))));
        }
    }

    public EcefVector Travel(EcefVector velocity) =>
        (velocity * _sineIntegral) + (_up * ((_seconds - _sineIntegral) * _up.Dot(velocity))) - (_up.Cross(velocity) * _versineIntegral);

    public EcefVector Turn(EcefVector velocity) =>
        (velocity * _cosine) + (_up * ((1 - _cosine) * _up.Dot(velocity))) - (_up.Cross(velocity) * _sine);

    /// <summary>Derivative of <see cref="Travel"/> with respect to the rate.</summary>
    public EcefVector TravelSlope(EcefVector velocity) =>
        ((velocity - (_up * _up.Dot(velocity))) * _sineIntegralSlope) - (_up.Cross(velocity) * _versineIntegralSlope);

    /// <summary>Derivative of <see cref="Turn"/> with respect to the rate.</summary>
    public EcefVector TurnSlope(EcefVector velocity) =>
        ((_up * _up.Dot(velocity)) - velocity) * (_sine * _seconds) - (_up.Cross(velocity) * (_cosine * _seconds));

    /// <summary>Writes [I, A; 0, B] into the first six rows and columns of a matrix.</summary>
    public void Fill(Span<double> jacobian, int size)
    {
        for (var column = 0; column < 3; column++)
        {
            var axis = new EcefVector(column == 0 ? 1 : 0, column == 1 ? 1 : 0, column == 2 ? 1 : 0);
            Column(jacobian, size, column + 3, Travel(axis), Turn(axis));
        }
    }

    /// <summary>Writes one column: position part and velocity part.</summary>
    public static void Column(Span<double> jacobian, int size, int column, EcefVector position, EcefVector velocity)
    {
        (jacobian[column], jacobian[size + column], jacobian[(2 * size) + column]) = (position.X, position.Y, position.Z);
        (jacobian[(3 * size) + column], jacobian[(4 * size) + column], jacobian[(5 * size) + column]) = (velocity.X, velocity.Y, velocity.Z);
    }

    /// <summary>Moves position and velocity.</summary>
    public void Move(ReadOnlySpan<double> from, Span<double> to)
    {
        var velocity = new EcefVector(from[3], from[4], from[5]);
        var (travel, turned) = (Travel(velocity), Turn(velocity));
        (to[0], to[1], to[2]) = (from[0] + travel.X, from[1] + travel.Y, from[2] + travel.Z);
        (to[3], to[4], to[5]) = (turned.X, turned.Y, turned.Z);
    }
}
