using Bulwark.Studies.Verification.Decisions;
using Bulwark.Studies.Verification.Earth;
using Bulwark.Studies.Verification.Experiments;
using Bulwark.Studies.Verification.Flight;
using Bulwark.Studies.Verification.Propagation;
using Bulwark.Studies.Verification.Radar;
using Bulwark.Studies.Verification.Sustainment;

namespace Bulwark.Studies.Verification;

/// <summary>The explicit list of comparisons and experiments, in the order in which they run and are shown.</summary>
internal static class ComparisonList
{
    /// <summary>Comparisons with tables.</summary>
    public static IReadOnlyList<IComparison> All { get; } =
    [
        new UsAtmosphereComparison(),
        new IcaoAtmosphereComparison(),
        new EcefComparison(),
        new LocalFrameComparison(),
        new GeodesicComparison(),
        new GeoidComparison(),
        new NormalGravityComparison(),
        new AttractionComparison(),
        new EffectiveEarthComparison(),
        new RayTraceComparison(),
        new RefractivityComparison(),
        new ExponentialProfileComparison(),
        new MeanAtmosphereComparison(),
        new SeasonalAtmosphereComparison(),
        new GasComparison(),
        new SlantGasComparison(),
        new SlantGasFormulaComparison(),
        new RainComparison(),
        new RainCoefficientComparison(),
        new CloudComparison(),
        new KnifeEdgeComparison(),
        new SphericalEarthComparison(),
        new TwoRayComparison(),
        new LobingComparison(),
        new ThresholdComparison(),
        new DetectionComparison(),
        new RequiredSnrComparison(),
        new PublishedDetectionComparison(),
        new DetectionFormulaComparison(),
        new BinaryIntegrationComparison(),
        new CfarComparison(),
        new RangeEquationComparison(),
        new MeasurementComparison(),
        new FreeSpaceComparison(),
        new JammingComparison(),
        new ZeroLagComparison(),
        new SingleLagComparison(),
        new PlanarComparison(),
        new PointMassComparison(),
        new CheckCaseComparison(),
        new OblateFlightComparison(),
        new MinimumEnergyComparison(),
        new OrbitComparison(),
        new ReentryComparison(),
        new AssignmentComparison(),
        new BackorderComparison(),
        new TwoEchelonComparison(),
        new MachineRepairComparison(),
        new BasicAvailabilityComparison(),
        new AvailabilityComparison(),
        new SmallWeaponAssignmentComparison(),
        new FluidAllocationComparison(),
        new ErlangBlockingComparison(),
        new ErlangLoadComparison(),
        new ErlangWaitingComparison(),
        new SalvoComparison(),
        new LanchesterComparison(),
        new RaidLeakageComparison(),
    ];

    /// <summary>Checks without a table.</summary>
    public static IReadOnlyList<IExperiment> Experiments { get; } =
    [
        new ConsistencyExperiment(),
        new DetectorExperiment(),
        new RadarLooksExperiment(),
        new MeasurementExperiment(),
        new FalseAlarmExperiment(),
        new NetworkExperiment(),
        new SequentialTestExperiment(),
        new RecordedRadarExperiment(),
        new TerrainHeightsExperiment(),
        new LineOfSightExperiment(),
        new SustainmentExperiment(),
    ];
}
