using Bulwark.Core.Timing;

namespace Bulwark.Tracking.Strobes;

/// <summary>A direction that one radar follows: azimuth and how fast it turns, with their covariance. A value.</summary>
public struct StrobeTrack
{
    /// <summary>Number of the track; later ones have larger numbers, none is used twice.</summary>
    public int Id { readonly get; internal set; }

    /// <summary>The sensor.</summary>
    public int Sensor { readonly get; internal set; }

    /// <summary>Whether it has been seen often enough to be believed.</summary>
    public bool IsConfirmed { readonly get; internal set; }

    /// <summary>Strobes it took.</summary>
    public int Hits { readonly get; internal set; }

    /// <summary>Time of the newest.</summary>
    public SimTime Time { readonly get; internal set; }

    /// <summary>Azimuth then, radians, 0 to 2 pi.</summary>
    public double AzimuthRad { readonly get; internal set; }

    /// <summary>How fast it turns, rad/s, positive clockwise.</summary>
    public double RateRadPerS { readonly get; internal set; }

    /// <summary>Variance of azimuth, rad².</summary>
    public double AzimuthVarianceRad2 { readonly get; internal set; }

    /// <summary>Covariance of azimuth and rate, rad²/s.</summary>
    public double CrossVarianceRad2PerS { readonly get; internal set; }

    /// <summary>Variance of the rate, rad²/s².</summary>
    public double RateVarianceRad2PerS2 { readonly get; internal set; }

    /// <summary>The caller's reference of the newest strobe.</summary>
    public long LastStrobeId { readonly get; internal set; }

    /// <summary>
    /// Predicts to a time: the azimuth turns at a rate that changes as white noise.
    /// Source: Bar-Shalom, Li and Kirubarajan (2001), section 6.2.2.
    /// </summary>
    internal void Predict(SimTime time, double rateNoiseRad2PerS3)
    {
        var seconds = (time - Time).TotalS;
        if (!(seconds > 0)) return;
        AzimuthRad += RateRadPerS * seconds;
        AzimuthVarianceRad2 += (2 * seconds * CrossVarianceRad2PerS) + (seconds * seconds * RateVarianceRad2PerS2) + (rateNoiseRad2PerS3 * seconds * seconds * seconds / 3);
        CrossVarianceRad2PerS += (seconds * RateVarianceRad2PerS2) + (rateNoiseRad2PerS3 * seconds * seconds / 2);
        RateVarianceRad2PerS2 += rateNoiseRad2PerS3 * seconds;
        Time = time;
    }

    /// <summary>Corrects by a strobe of the same time.</summary>
    internal void Update(in Strobe strobe)
    {
        var s = AzimuthVarianceRad2 + (strobe.AzimuthSigmaRad * strobe.AzimuthSigmaRad);
        var turn = Math.IEEERemainder(strobe.AzimuthRad - AzimuthRad, 2 * Math.PI);
        var (gain, rateGain) = (AzimuthVarianceRad2 / s, CrossVarianceRad2PerS / s);
        AzimuthRad += gain * turn;
        AzimuthRad -= 2 * Math.PI * Math.Floor(AzimuthRad / (2 * Math.PI));
        RateRadPerS += rateGain * turn;
        RateVarianceRad2PerS2 -= rateGain * CrossVarianceRad2PerS;
        CrossVarianceRad2PerS *= 1 - gain;
        AzimuthVarianceRad2 *= 1 - gain;
        (Hits, LastStrobeId) = (Hits + 1, strobe.Id);
    }
}
