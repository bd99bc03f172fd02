namespace Bulwark.Simulation.Stages;

/// <summary>The registry of stages: one of each. A new behaviour is a class and a line here.</summary>
internal sealed class StageSet
{
    public AppearStage Appear { get; } = new();

    public DepartStage Depart { get; } = new();

    public SweepStage Sweep { get; } = new();

    public ArrayStage Array { get; } = new();

    public PictureStage Picture { get; } = new();

    public CommandStage Command { get; } = new();

    public FireControlStage FireControl { get; } = new();

    public LaunchStage Launch { get; } = new();

    public FlightStage Flight { get; } = new();

    public AssessmentStage Assessment { get; } = new();

    public HomingStage Homing { get; } = new();

    public OrderStage Order { get; } = new();

    public PostureStage Posture { get; } = new();

    public DoctrineStage Doctrine { get; } = new();

    public NoDoctrineStage NoDoctrine { get; } = new();

    public ShareStage Share { get; } = new();

    public DeliverStage Deliver { get; } = new();

    public FaultStage Fault { get; } = new();

    public MemberStage Member { get; } = new();

    public PostStage Post { get; } = new();

    public ReloadStage Reload { get; } = new();
}
