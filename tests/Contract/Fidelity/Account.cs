namespace SfMarketo.Tests.Contract.Fidelity;

/// <summary>A ledger with what the tests prove of it.</summary>
internal sealed class Account
{
    private readonly ILookup<string, Proof> proofs;

    public Account(Ledger ledger, IEnumerable<MarkedTest> tests)
    {
        Ledger = ledger;
        Tests = [.. tests.Where(test => test.Api == ledger.Api)];
        List<string> mistakes = [];
        List<Proof> found = [];
        foreach (var test in Tests)
        {
            foreach (var mark in test.Proves)
            {
                if (ledger.Find(mark.Item) is { } item)
                {
                    found.Add(new Proof(item, [.. mark.Parameters.Select(parameter => Find(item, parameter, test, mistakes)).OfType<string>()], test));
                }
                else
                {
                    mistakes.Add($"{test.FullName}: the ledger of {ledger.Api} has no '{mark.Item}'. Did you mean {Quoted(ledger.Near(mark.Item))}?");
                }
            }
        }

        Mistakes = mistakes;
        proofs = found.ToLookup(proof => proof.Item.Name, StringComparer.Ordinal);
    }

    public Ledger Ledger { get; }

    public IReadOnlyList<MarkedTest> Tests { get; }

    /// <summary>Marks that name nothing in the ledger.</summary>
    public IReadOnlyList<string> Mistakes { get; }

    /// <summary>Tests that need not the simulator's inside, of all.</summary>
    public double VendorShare => Tests.Count(test => test.SimulatorOnly is null) / (double)Tests.Count;

    public IEnumerable<Proof> Of(LedgerItem item) => proofs[item.Name].OrderBy(proof => proof.Test.Standing).ThenBy(proof => proof.Test.FullName, StringComparer.Ordinal);

    public IEnumerable<Proof> Of(LedgerItem item, string parameter) => Of(item).Where(proof => proof.Parameters.Contains(parameter));

    /// <summary>The surest that any of its tests gives.</summary>
    public static Standing Best(IEnumerable<Proof> proofs) => proofs.Select(proof => proof.Test.Standing).DefaultIfEmpty(Standing.Missing).Min();

    /// <summary>The standing of each item and each parameter of an area.</summary>
    public IEnumerable<Standing> Standings(string area) => Ledger.Items.Where(item => item.Area == area)
        .SelectMany(item => item.Parameters.Select(parameter => Best(Of(item, parameter))).Prepend(Best(Of(item))));

    private static string? Find(LedgerItem item, string parameter, MarkedTest test, List<string> mistakes)
    {
        var found = item.Parameter(parameter);
        if (found is null)
        {
            mistakes.Add($"{test.FullName}: '{item.Name}' has no parameter '{parameter}', or several that end so. Did you mean {Quoted(Nearest.To(parameter, item.Parameters))}?");
        }

        return found;
    }

    private static string Quoted(IEnumerable<string> names) => string.Join(" or ", names.Select(name => $"'{name}'").DefaultIfEmpty("nothing: it has none"));
}
