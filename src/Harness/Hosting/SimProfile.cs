namespace SfMarketo.Harness.Hosting;

/// <summary>How much the simulators forgive.</summary>
public enum SimProfile
{
    /// <summary>Also what old clients need and the vendors have withdrawn or advise against: Marketo's token in the query, Salesforce's password grant.</summary>
    Developer,

    /// <summary>What the vendors take today, and of everything unclear the reading that is harder on a client.</summary>
    Strict,
}
