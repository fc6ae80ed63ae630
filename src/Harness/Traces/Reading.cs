namespace SfMarketo.Harness.Traces;

/// <summary>A version of a record that reads returned.</summary>
internal sealed class Reading(string sim, RecordKey key, long version, long at, long call)
{
    public string Sim => sim;

    public RecordKey Key => key;

    public long Version => version;

    /// <summary>When it was returned first.</summary>
    public long At { get; } = at;

    /// <summary>The call that returned it first.</summary>
    public long Call => call;

    /// <summary>How often it was returned again.</summary>
    public int Again { get; set; }

    /// <summary>When it was returned last, if it was returned again.</summary>
    public long? LastAgain { get; set; }
}
