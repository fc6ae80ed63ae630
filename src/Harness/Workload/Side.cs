namespace SfMarketo.Harness.Workload;

/// <summary>The system in which a human did something.</summary>
[Flags]
internal enum Side
{
    Salesforce = 1,
    Marketo = 2,
    Both = Salesforce | Marketo,
}
