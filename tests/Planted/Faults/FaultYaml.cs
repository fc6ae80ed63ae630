namespace SfMarketo.Tests.Planted.Faults;

/// <summary>A fault as its file has it.</summary>
internal sealed class FaultYaml
{
    public string? Rule { get; set; }

    public string? Breaks { get; set; }

    public List<EditYaml>? Edits { get; set; }

    public List<string>? Scenarios { get; set; }

    public NearMissYaml? NearMiss { get; set; }

    /// <summary>One change.</summary>
    public sealed class EditYaml
    {
        public string? File { get; set; }

        public string? Find { get; set; }

        public string? Put { get; set; }
    }

    /// <summary>The harmless change.</summary>
    public sealed class NearMissYaml
    {
        public string? Says { get; set; }

        public List<EditYaml>? Edits { get; set; }
    }
}
