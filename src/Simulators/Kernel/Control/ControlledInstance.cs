namespace SfMarketo.Kernel.Control;

/// <summary>An instance with all that its control API needs.</summary>
internal sealed class ControlledInstance(ControlGroup group, ControlGroup.Member member)
{
    public ControlGroup Group { get; } = group;

    public ControlGroup.Member Member { get; } = member;

    public IReadOnlyList<ControlRoute> Routes { get; } = ControlRoutes.Of(member);
}
