using System.Collections.Immutable;
using SfMarketo.Kernel.Storage;

namespace SfMarketo.MarketoSim.NamedAccounts;

/// <summary>Which named accounts are on which list, by their places.</summary>
internal sealed class AccountLists
{
    private readonly ForkableMap<int, ImmutableSortedSet<int>> byList;

    public AccountLists() => byList = new();

    private AccountLists(AccountLists other) => byList = other.byList.Fork();

    /// <summary>A list's accounts, ascending.</summary>
    public ImmutableSortedSet<int> Of(int list) => byList.TryGetValue(list, out var accounts) ? accounts : [];

    /// <summary>False when the account is on the list already.</summary>
    public bool Add(int list, int account)
    {
        var was = Of(list);
        var now = was.Add(account);
        byList.Set(list, now);
        return was.Count != now.Count;
    }

    /// <summary>False when the account is not on the list.</summary>
    public bool Remove(int list, int account)
    {
        var was = Of(list);
        var now = was.Remove(account);
        if (was.Count != now.Count)
        {
            byList.Set(list, now);
        }

        return was.Count != now.Count;
    }

    public void RemoveList(int list) => byList.Remove(list);

    public void RemoveAccount(int account)
    {
        foreach (var list in byList.All().Where(entry => entry.Value.Contains(account)).Select(entry => entry.Key).ToArray())
        {
            Remove(list, account);
        }
    }

    public AccountLists Fork() => new(this);
}
