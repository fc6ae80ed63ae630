using CsCheck;
using SfMarketo.SalesforceSim.Org;

namespace SfMarketo.Tests.Simulators.Salesforce;

public sealed class ColumnIndexTests
{
    [Fact]
    public void It_finds_what_a_plain_lookup_finds() => Gen.Select(Gen.Int[0, 15], Gen.OneOf<string?>("a", "A", "b", "c", null)).Array[0, 200].Sample(writes =>
    {
        var index = new ColumnIndex(ignoreCase: true);
        var model = new string?[16];
        foreach (var (row, value) in writes)
        {
            if (model[row] is { } old)
            {
                index.Remove(old, row);
            }

            if (value is not null)
            {
                index.Add(value, row);
            }

            model[row] = value;
        }

        foreach (var probe in (string[])["a", "B", "c", "d"])
        {
            Walk(index, probe).Should().BeEquivalentTo(Enumerable.Range(0, 16).Where(row => string.Equals(model[row], probe, StringComparison.OrdinalIgnoreCase)));
        }
    });

    private static List<int> Walk(ColumnIndex index, string value)
    {
        var rows = new List<int>();
        for (var row = index.First(value); row >= 0; row = index.Next(row))
        {
            rows.Add(row);
        }

        return rows;
    }
}
