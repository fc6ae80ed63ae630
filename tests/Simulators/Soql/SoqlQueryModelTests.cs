using System.Globalization;
using CsCheck;
using SfMarketo.SalesforceSim.Org;
using SfMarketo.SalesforceSim.Query.Predicates;

namespace SfMarketo.Tests.Simulators.Soql;

/// <summary>Whole queries over a small org against plain LINQ: groups, subtotals, children, parents, joins and the first rows of many.</summary>
public sealed class SoqlQueryModelTests
{
    private static readonly string?[] Industries = [null, "Banking", "Energy", "Retail"];
    private static readonly double?[] Revenues = [null, 1, 2.5, 40];
    private static readonly string[] Letters = ["a", "B", "c", "D"];

    private static readonly Gen<AccountModel> SomeAccount = Gen.Select(
        OneOf(Industries), OneOf(Revenues), OneOf(Letters).Array[0, 5], (industry, revenue, contacts) => new AccountModel(industry, revenue, contacts));

    [Fact]
    public void Groups_agree_with_a_naive_model() => Gen.Select(SomeAccount.Array[0, 15], Gen.Int[0, 3], Gen.Bool).Sample((accounts, least, rollup) =>
    {
        var (world, _) = Fill(accounts);
        var statement = $"SELECT Industry, COUNT(Id), COUNT(AnnualRevenue), SUM(AnnualRevenue), AVG(AnnualRevenue), MIN(AnnualRevenue), MAX(AnnualRevenue), COUNT_DISTINCT(AnnualRevenue) "
            + $"FROM Account WHERE AnnualRevenue != 2.5 GROUP BY {(rollup ? "ROLLUP(Industry)" : "Industry")} HAVING COUNT(Id) >= {least}";

        var kept = accounts.Where(account => account.Revenue != 2.5).ToList();
        var groups = kept.GroupBy(account => account.Industry).Select(group => Line(group.Key, [.. group]));
        var all = rollup && kept.Count > 0 ? groups.Append(Line(null, kept)) : groups;

        Rows(world, statement).Should().BeEquivalentTo(all.Where(line => int.Parse(line.Split('|')[1], CultureInfo.InvariantCulture) >= least));
    }, iter: 200);

    [Fact]
    public void Children_agree_with_a_naive_model() => Gen.Select(SomeAccount.Array[1, 6], Gen.Int[0, 4], Gen.Int[0, 2], OneOf(Letters)).Sample((accounts, limit, skip, letter) =>
    {
        var (world, ids) = Fill(accounts);
        var plan = world.Plan($"SELECT (SELECT LastName FROM Contacts WHERE LastName >= '{letter}' ORDER BY LastName DESC LIMIT {limit}) FROM Account");
        var scope = new QueryScope(world.Store, includeDeleted: false);
        var children = plan.Select.Entries[0].Children!;

        for (var i = 0; i < accounts.Length; i++)
        {
            var names = children.Run(world.Store.Find(ids[i])!, scope).Select(row => (string?)row[row.Type.Field("LastName")]);
            names.Should().Equal(accounts[i].Contacts
                .Where(name => string.Compare(name, letter, StringComparison.OrdinalIgnoreCase) >= 0)
                .OrderByDescending(name => name, StringComparer.OrdinalIgnoreCase).Take(limit));
        }

        world.Run($"SELECT Id FROM Contact WHERE Account.AnnualRevenue > 1 ORDER BY Account.AnnualRevenue, LastName, Id OFFSET {skip}").Select(row => row.Text(row.Type.Field("LastName").Number))
            .Should().Equal(accounts.Where(account => account.Revenue > 1).SelectMany(account => account.Contacts.Select(name => (account.Revenue, Name: name)))
                .OrderBy(one => one.Revenue).ThenBy(one => one.Name, StringComparer.OrdinalIgnoreCase).Skip(skip).Select(one => one.Name));
    }, iter: 200);

    [Fact]
    public void Joins_agree_with_a_naive_model() => Gen.Select(SomeAccount.Array[0, 8], OneOf(Letters), Gen.Bool).Sample((accounts, letter, anti) =>
    {
        var (world, ids) = Fill(accounts);

        world.Run($"SELECT Id FROM Account WHERE Id {(anti ? "NOT IN" : "IN")} (SELECT AccountId FROM Contact WHERE LastName = '{letter}')").Select(row => row.Id)
            .Should().Equal(ids.Where((_, i) => accounts[i].Contacts.Contains(letter) != anti));
    }, iter: 200);

    [Theory]
    [InlineData("ORDER BY Lead_Score__c DESC, LastName", 5, 3)]
    [InlineData("ORDER BY LastName DESC", 1, 0)]
    [InlineData("ORDER BY SystemModstamp, LastName", 2000, 100)]
    [InlineData("", 7, 2)]
    public void The_first_rows_of_many_are_those_of_the_whole_order(string order, int limit, int offset)
    {
        var world = new SoqlWorld(new SfMarketo.SalesforceSim.Query.QueryOptions());
        for (var number = 0; number < 20_000; number++)
        {
            world.Add("Lead", ("LastName", $"n{number * 7919 % 20_000:00000}"), ("Lead_Score__c", Boxes.Of((double)(number % 100))), ("SystemModstamp", SoqlWorld.TheNow.AddSeconds(number / 1000)));
        }

        var whole = world.Run($"SELECT Id FROM Lead {order}");

        world.Run($"SELECT Id FROM Lead {order} LIMIT {limit} OFFSET {offset}").Select(row => row.Number).Should().Equal(whole.Skip(offset).Take(limit).Select(row => row.Number));
    }

    private static (SoqlWorld World, List<string> Ids) Fill(AccountModel[] accounts)
    {
        var world = new SoqlWorld();
        var ids = new List<string>();
        foreach (var account in accounts)
        {
            var id = world.Add("Account", ("Name", "x"), ("Industry", account.Industry), ("AnnualRevenue", account.Revenue));
            ids.Add(id);
            foreach (var contact in account.Contacts)
            {
                world.Add("Contact", ("LastName", contact), ("AccountId", id));
            }
        }

        return (world, ids);
    }

    private static IEnumerable<string> Rows(SoqlWorld world, string statement)
    {
        var plan = world.Plan(statement);
        var scope = new QueryScope(world.Store, includeDeleted: false);
        return plan.Run(scope).Select(row => string.Join('|', plan.Select.Entries.Select(entry => Convert.ToString(entry.Value!.Read(row, scope), CultureInfo.InvariantCulture))));
    }

    private static string Line(string? industry, List<AccountModel> accounts)
    {
        var revenues = accounts.Where(account => account.Revenue is not null).Select(account => account.Revenue!.Value).ToList();
        object?[] values =
        [
            industry, accounts.Count, revenues.Count, revenues.Count == 0 ? null : revenues.Sum(), revenues.Count == 0 ? null : revenues.Average(),
            revenues.Count == 0 ? null : revenues.Min(), revenues.Count == 0 ? null : revenues.Max(), revenues.Distinct().Count(),
        ];
        return string.Join('|', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private sealed record AccountModel(string? Industry, double? Revenue, string[] Contacts);
}
