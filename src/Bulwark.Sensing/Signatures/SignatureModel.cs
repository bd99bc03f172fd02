namespace Bulwark.Sensing.Signatures;

/// <summary>
/// Cross-section of a class of targets by band, aspect and place in its stated uncertainty. Immutable; safe for any number of threads.
/// </summary>
/// <remarks>
/// A class, never a measured signature: the numbers come from catalogue files with their sources, most of them textbook spans. Between the
/// aspects nose (0), side (90 degrees) and tail (180 degrees) the cross-section in decibels follows a cosine, and so do low, typical and
/// high: an assumption in want of anything better, smooth and without extremes between the sectors (real patterns scintillate by 10 dB and
/// more; that is the fluctuation of <see cref="Detection.SwerlingCase"/>). Bands that are not given take the nearest given one in order of
/// frequency, the higher first. Aspect is that in the horizontal plane.
/// Source of the form: Skolnik, Introduction to Radar Systems, 3rd ed. (2001), section 2.7 (spans by class and aspect).
/// </remarks>
public sealed class SignatureModel
{
    private readonly SectorSignature[] _byBand;

    /// <summary>Makes a model.</summary>
    /// <param name="bands">Cross-sections by band; at least one.</param>
    /// <exception cref="ArgumentException">There is no band, or a spread is not positive, finite and in order.</exception>
    public SignatureModel(IReadOnlyDictionary<RadarBand, SectorSignature> bands)
    {
        ArgumentNullException.ThrowIfNull(bands);
        if (bands.Count == 0) throw new ArgumentException("A signature needs at least one band.", nameof(bands));
        _byBand = new SectorSignature[Enum.GetValues<RadarBand>().Length];
        for (var band = 0; band < _byBand.Length; band++)
        {
            for (var distance = 0; _byBand[band] is null; distance++)
            {
                if (bands.TryGetValue((RadarBand)(band + distance), out var above)) _byBand[band] = above;
                else if (bands.TryGetValue((RadarBand)(band - distance), out var below)) _byBand[band] = below;
                else if (distance > _byBand.Length) throw new ArgumentException("The bands given are none of the known ones.", nameof(bands));
            }

            var signature = _byBand[band];
            if (!signature.Nose.IsValid || !signature.Side.IsValid || !signature.Tail.IsValid)
                throw new ArgumentException($"The cross-sections in band {(RadarBand)band} must be positive, finite and in the order low, typical, high.", nameof(bands));
        }
    }

    /// <summary>A class with the same spread in every band and from every side.</summary>
    /// <param name="everywhere">Spread of the class.</param>
    public static SignatureModel Uniform(RcsSpread everywhere) =>
        new(new Dictionary<RadarBand, SectorSignature> { [RadarBand.X] = SectorSignature.Uniform(everywhere) });

    /// <summary>What holds in a band.</summary>
    /// <param name="band">The band.</param>
    public SectorSignature In(RadarBand band) => _byBand[(int)band];

    /// <summary>Cross-section, m².</summary>
    /// <param name="band">Band of the radar.</param>
    /// <param name="aspectRad">Angle between the target's nose and the direction to the radar, radians, any turn and either side.</param>
    /// <param name="uncertaintyShare">Place in the spread of the class: 0 low, 0.5 typical, 1 high.</param>
    public double RcsM2(RadarBand band, double aspectRad, double uncertaintyShare = 0.5)
    {
        var signature = _byBand[(int)band];
        var aspect = Math.Abs(Math.IEEERemainder(aspectRad, 2 * Math.PI));
        var side = signature.Side.AtM2(uncertaintyShare);
        var end = (aspect < Math.PI / 2 ? signature.Nose : signature.Tail).AtM2(uncertaintyShare);
        var share = 0.5 * (1 + Math.Cos(2 * aspect));
        return side * Math.Pow(end / side, share);
    }

    /// <summary>Angle between a target's nose and the direction to the radar, radians, 0 to π.</summary>
    /// <param name="courseRad">Course of the target, radians clockwise from north.</param>
    /// <param name="bearingRad">Azimuth of the target seen from the radar, radians clockwise from north.</param>
    public static double AspectRad(double courseRad, double bearingRad) => Math.Abs(Math.IEEERemainder(courseRad - bearingRad - Math.PI, 2 * Math.PI));
}
