namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>Both ledgers with what the tests of this assembly prove.</summary>
internal static class Accounts
{
    public static Account Marketo { get; } = new(Ledger.Marketo, MarkedTest.All);

    public static Account Salesforce { get; } = new(Ledger.Salesforce, MarkedTest.All);

    public static IReadOnlyList<Account> All { get; } = [Marketo, Salesforce];

    /// <summary>The generated files by path from the root.</summary>
    public static IReadOnlyDictionary<string, string> Files() => new Dictionary<string, string>
    {
        [FidelityPage.Path] = FidelityPage.Text(All),
        [FidelityLines.Path] = FidelityLines.Text(All),
    };
}
